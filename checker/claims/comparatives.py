"""Words that compare two things by what can be measured, of `comparatives.tsv`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from checker.kept import kept
from checker.language.lexicon import items, table
from checker.language.morphology import verb_forms

VOWELS = frozenset("aeiou")


def _rows() -> Iterator[tuple[str, bool, str, str]]:
    """Dimension, whether it is more of it, the adjective, and its comparative where it is irregular."""
    for row in table("comparatives"):
        for column in ("up", "down"):
            for item in items(row[column]):
                base, _, irregular = item.partition("/")
                yield row["dimension"], column == "up", base, irregular


@kept
def comparatives() -> dict[str, tuple[tuple[str, bool], ...]]:
    """Comparative in one word, and adjective → the dimensions it may be of, with whether it is more of it."""
    found: dict[str, list[tuple[str, bool]]] = {}
    for dimension, up, base, irregular in _rows():
        for word in {base, irregular or comparative(base)} - {""}:
            found.setdefault(word, []).append((dimension, up))
    return {word: tuple(rows) for word, rows in found.items()}


@cache
def comparative(adjective: str) -> str:
    """ "Tall" → "taller", "big" → "bigger", "heavy" → "heavier"; "" for a long one, which takes "more"."""
    if adjective.endswith("y") and adjective[-2] not in VOWELS:
        return adjective[:-1] + "ier"
    spoken = pairwise(" " + adjective.removesuffix("e"))
    if sum(letter in VOWELS and before not in VOWELS for before, letter in spoken) > 1:
        return ""
    if adjective.endswith("e"):
        return adjective + "r"
    doubled = adjective[-1] not in "wxy" and adjective[-2:-1] in VOWELS and adjective[-3:-2] not in VOWELS
    return adjective + adjective[-1] * (doubled and adjective[-1] not in VOWELS) + "er"


@cache
def comparing_verbs() -> dict[str, str]:
    """Verb whose subject has more than its object → the dimension."""
    return {verb: row["dimension"] for row in table("comparatives") for verb in items(row["verbs"])}


@kept
def adjectives() -> frozenset[str]:
    """As they stand behind "more" and in "as tall as"."""
    return frozenset(base for _, _, base, _ in _rows())


@kept
def comparing_forms() -> frozenset[str]:
    """All forms of `comparing_verbs`."""
    return frozenset(form for form, (lemma, _) in verb_forms().items() if lemma in comparing_verbs())
