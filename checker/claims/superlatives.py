"""Superlatives and firsts: who is "the tallest tower in the city", "the first woman to lead the bank"."""

from __future__ import annotations

from functools import cache

import msgspec

from checker.claims import phrases
from checker.claims.draft import Draft
from checker.claims.rarity import NAME, zipf
from checker.claims.themes import is_time, names
from checker.claims.words import POSSESSIVES
from checker.language import Analysis
from checker.language.lexicon import items, table
from checker.language.morphology import singular
from checker.language.parts import Sentence
from checker.records import Claim

COPULAS = frozenset(("be", "become", "remain"))
MARKS = frozenset(("most", "only"))
NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "NUM", "ING", "PART"))
SHORTEST = 6  # letters of a superlative in -est
REACH = 24  # tokens of a scope
DETERMINERS = frozenset(("the", "a", "an"))


class Superlative(msgspec.Struct, frozen=True):
    """What is the most or the first: its tokens, the quality, the rank in it, the words of the thing and its scope."""

    first: int
    last: int
    quality: str
    rank: int
    head: str
    scope: tuple[str, ...]


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one class of superlatives.tsv."""
    return frozenset(word for row in table("superlatives") if row["class"] == kind for word in items(row["words"]))


@cache
def ranks() -> dict[str, int]:
    """ "second" → 2."""
    return {row["words"]: int(row["value"]) for row in table("superlatives") if row["class"] == "rank"}


@cache
def quality(low: str) -> str:
    """The superlative that a word is, else "": its comparative ("taller"), or its adjective in -y, is a word."""
    ranked = low.partition("-")
    if ranked[0] in ranks() and ranked[2]:
        return quality(ranked[2])
    if not low.endswith("est") or len(low) < SHORTEST or low in words("ending"):
        return ""
    known = low[:-2] + "r" in zipf() or (low.endswith("iest") and low[:-4] + "y" in zipf())
    return low if known else ""


def superlative_claims(draft: Draft) -> list[Claim]:
    """Aspect superlative: predicate the quality, value the rank, counted the head, modifiers the words of thing and
    scope, subject who or what it is, `context` the words of its name."""
    analysis = draft.analysis
    rows = []
    marks = {*MARKS, *ranks(), *(low for low in draft.places if low.endswith("est") and quality(low))}
    for at, sentence in draft.stated(marks):
        lowers = analysis.lowers[sentence.first : sentence.last]
        if not words("unsure").isdisjoint(lowers):
            continue
        row = _claim(draft, sentence, at, not words("undone").isdisjoint(lowers))
        if row is not None:
            rows.append(row)
    return rows


def _claim(draft: Draft, sentence: Sentence, at: int, passes: bool) -> Claim | None:
    """The claim of a superlative; `passes`: its sentence tells that one changes hands, which a first does not."""
    analysis = draft.analysis
    found = _superlative(draft, sentence, at)
    if found is None or (passes and found.quality != "rank"):
        return None
    bearer = _bearer(draft, sentence, found)
    if bearer is None:
        return None
    first, last, tense = bearer
    name = tuple(names(draft, first, last))
    start, end = analysis.starts[found.first], analysis.ends[found.last - 1]
    voices = draft.voices(start, end)
    if not name or not voices or voices[0].polarity == "-" or voices[0].certainty != "certain":
        return None
    return draft.claim(
        "superlative",
        start,
        end,
        voices[0],
        subject=" ".join(sorted(name)),
        predicate=found.quality,
        value=float(found.rank),
        least=float(found.rank),
        most=float(found.rank),
        counted=found.head,
        modifiers=found.scope,
        qualifier=tense,
        wording=analysis.text[analysis.starts[first] : analysis.ends[last - 1]],
        counted_text=analysis.text[start:end],
        context=tuple(sorted(set(name))),
    )


def _superlative(draft: Draft, sentence: Sentence, at: int) -> Superlative | None:
    """The superlative at a token with noun and scope: "the tallest tower in the city", "the city's tallest tower"."""
    analysis = draft.analysis
    lowers, tags = analysis.lowers, analysis.tags
    low = lowers[at]
    first, rank, rest = at - 1, 1, at + 1
    if low in ranks():
        rank, told = ranks()[low], "rank"
        if quality(lowers[at + 1]) if at + 1 < sentence.last else "":
            told, rest = quality(lowers[at + 1]), at + 2
    elif low == "most":
        if at + 1 >= sentence.last or lowers[at + 1] not in words("more"):
            return None
        told, rest = lowers[at + 1], at + 2
    else:
        told = "only" if low == "only" else quality(low)
        rank = ranks().get(low.partition("-")[0], 1)
        if at > sentence.first and lowers[at - 1] in ranks():
            return None  # read at its ordinal
    if first < sentence.first:
        return None
    owner: list[str] = []
    if lowers[first] != "the":
        if lowers[first] not in POSSESSIVES:
            return None
        while first > sentence.first and (tags[first - 1] in ("PROPN", "NOUN", "ADJ") or first == at - 1):
            first -= 1
        owner = list(draft.words[first : at - 1])
        if first > sentence.first and lowers[first - 1] in DETERMINERS:
            first -= 1
    if first > sentence.first and lowers[first - 1] == "of" and lowers[first - 2] in words("among"):
        return None
    if first > sentence.first and lowers[first - 1] in words("among"):
        return None
    after = rest
    while after < sentence.last and tags[after] in NOMINAL:
        after += 1
    head = after - 1
    if head < rest or tags[head] not in ("NOUN", "ING") or singular(lowers[head]) != lowers[head]:
        return None  # "the tallest towers" are several
    last = _end(draft, after, sentence)
    if last is None or any(is_time(draft, token) for token in range(first, last)):
        return None
    scope = [*owner, *(_word(draft, token) for token in range(rest, last) if token != head)]
    told_of = tuple(sorted({word.removeprefix(NAME) for word in scope if word}))
    if not owner and last == after:
        return None  # "the tallest tower": of what, the context tells
    return Superlative(first, last, told, rank, lowers[head], told_of) if told_of else None


def _word(draft: Draft, token: int) -> str:
    """A token as part of a scope: its content word; a numeral as printed."""
    return draft.words[token] or (draft.analysis.lowers[token] if draft.analysis.tags[token] == "NUM" else "")


def _end(draft: Draft, token: int, sentence: Sentence) -> int | None:
    """Where the scope ends: at a stop, a dash or a quotation mark, or before "and" and a verb; None when a clause goes
    on to narrow it, or a pronoun leaves open which it is ("in its history")."""
    analysis = draft.analysis
    begin = token
    while token < sentence.last and analysis.tags[token] not in ("PUNCT", "QUOTE"):
        tag, low = analysis.tags[token], analysis.lowers[token]
        group = analysis.verb_at.get(token)
        if tag in ("REL", "SUB", "SUBJ", "PRON") or low in ("its", "his", "her", "their", "our", "my", "this", "that"):
            return None
        if tag == "CONJ" and _verb_follows(analysis, token + 1, sentence.last):
            break
        if group is not None and group.finite:
            return None if token > begin else token
        token += 1
    return token if token - begin <= REACH else None


def _verb_follows(analysis: Analysis, token: int, limit: int) -> bool:
    while token < limit and analysis.tags[token] == "ADV":
        token += 1
    group = analysis.verb_at.get(token) if token < limit else None
    return group is not None and group.finite


def _bearer(draft: Draft, sentence: Sentence, found: Superlative) -> tuple[int, int, str] | None:
    """Who or what it is, with the tense of "is" or "was": the subject of a copula, or the name it stands beside."""
    analysis = draft.analysis
    before = found.first - 1
    if before < sentence.first:
        return _behind(draft, sentence, found)
    group = analysis.verb_at.get(before)
    if group is not None:
        if group.lemma not in COPULAS or group.negated or group.modal or not group.finite or group.last != found.first:
            return None
        subject = phrases.before(analysis, group.first, sentence.first, attached=False)
        if subject is None or not _named(draft, subject.first, group.first, sentence):
            return None
        tense = "become" if group.lemma == "become" else group.tense
        return subject.first, group.first, tense
    if analysis.words[before] != "," or before - 1 < sentence.first:
        return None
    behind = analysis.words[found.last] if found.last < sentence.last else ""
    if behind not in (",", ".", "") and analysis.tags[found.last] != "PUNCT":
        return None
    name = phrases.before(analysis, before, sentence.first, attached=False)
    if name is None or not _named(draft, name.first, before, sentence):
        return None
    return name.first, before, "present"


def _behind(draft: Draft, sentence: Sentence, found: Superlative) -> tuple[int, int, str] | None:
    """ "The first woman to lead the bank, Ana Ruiz, said": the name behind the comma."""
    analysis = draft.analysis
    if found.last >= sentence.last or analysis.words[found.last] != ",":
        return None
    name = phrases.after(analysis, found.last + 1, sentence.last)
    if (
        name is None
        or not _named(draft, name.first, name.last, sentence)
        or analysis.words[name.last : name.last + 1] != [","]
    ):
        return None
    return name.first, name.last, "present"


def _named(draft: Draft, first: int, last: int, sentence: Sentence) -> bool:
    """Is the phrase one name, and no part of a list ("Ruiz and Lee")?"""
    analysis = draft.analysis
    if first >= last or not analysis.words[last - 1][0].isupper() or is_time(draft, last - 1):
        return False
    opener = first - 1
    return opener < sentence.first or (
        analysis.tags[opener] != "CONJ" and analysis.lowers[opener] not in ("of", "for", "in", "than", "like")
    )
