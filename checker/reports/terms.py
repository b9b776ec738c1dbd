"""The fields of sameness and the roles of relations in plain English: `rules/lexicon/report_words.tsv`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from checker.language.lexicon import table
from checker.records import FindingClaim

_WORDS = "words: "  # what a field of sameness begins with that lists shared words


@cache
def _terms() -> dict[tuple[str, str, str], tuple[str, str]]:
    return {(row["kind"], row["name"], row["of"]): (row["words"], row["many"]) for row in table("report_words")}


def roles(claims: Sequence[FindingClaim], among: Sequence[FindingClaim]) -> list[str]:
    """The roles of these claims as "the first figure", "the parts"; `among` are all claims of the relation."""
    relation = " ".join(sorted({claim.role for claim in among if claim.role}))
    told = []
    for name, times in Counter(claim.role for claim in claims if claim.role).items():
        texts = [claim.text.strip() for claim in claims if claim.role == name]
        year = name == "birth" and all(text.isdigit() for text in texts)
        told.append(_role("birth-year" if year else name, relation, times))
    return [role for role in told if role]


def _role(name: str, relation: str, amount: int) -> str:
    known = _terms()
    one, many = (
        known.get(("role", name, relation))
        or known.get(("role", name, ""))
        or (f"the {name.replace('-', ' ')}", f"the {name.replace('-', ' ')}s")
    )
    return (many or one) if amount > 1 else one


def manner(name: str) -> str:
    """What a voice commits to: "denies it"; "" for a plain statement."""
    return _terms().get(("manner", name, ""), ("", ""))[0]


def fields(names: Sequence[str], claims: Iterable[FindingClaim], kind: str = "field") -> list[str]:
    """Fields of sameness, as a reader says them; shared words as they are printed."""
    known = _terms()
    printed = " ".join(str(claim.sentence["text"]) for claim in claims)
    told: list[str] = []
    for name in names:
        if name.startswith(_WORDS):
            shared = [word for word in name[len(_WORDS) :].split(", ") if ("stop", word, "") not in known]
            words = list(dict.fromkeys(filter(None, (_printed(word, printed) for word in shared if word))))
            told += [f"the word{'s' if len(words) > 1 else ''} {', '.join(f'“{word}”' for word in words)}"] * bool(
                words
            )
            continue
        term = known.get((kind, name, "")) or known.get(("field", name, "")) or (name.replace("_", " "), "")
        told.append(term[0])
    return list(dict.fromkeys(word for word in told if word))


def _printed(word: str, text: str) -> str:
    """The word of the text that this lemma stands for, with its capitals; "" where a class of verbs has another."""
    word = word.rpartition(":")[2].replace("-", " ")
    found = re.search(rf"\b{re.escape(word)}\w{{0,3}}\b", text, re.IGNORECASE)
    return found[0] if found else ""
