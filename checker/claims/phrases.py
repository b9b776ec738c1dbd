"""Noun phrases without a parser: the run of nominal tokens that ends before, or begins after, a verb."""

from __future__ import annotations

import msgspec

from checker.language import Analysis
from checker.language.morphology import singular

NOMINAL = frozenset(("DET", "ADJ", "NUM", "NOUN", "PROPN", "POSS"))
HEADS = frozenset(("NOUN", "PROPN"))
ATTACHING = frozenset(
    ("of", "in", "at", "for", "from", "to", "with", "on", "between", "about", "against", "over", "near", "into")
)


class Phrase(msgspec.Struct, frozen=True, gc=False):
    """Tokens first..last (exclusive) of a noun phrase and its head's token and lemma."""

    first: int
    last: int
    head: int
    lemma: str


def _head(analysis: Analysis, first: int, last: int) -> int:
    """The head: the last noun of the run, or -1."""
    for token in range(last - 1, first - 1, -1):
        if analysis.tags[token] in HEADS:
            return token
    acted = last - first > 1 and analysis.tags[last - 1] == "ING" and analysis.tags[last - 2] == "DET"
    return last - 1 if acted else -1  # "the bombing"


def _nominal(analysis: Analysis, token: int) -> bool:
    tag = analysis.tags[token]
    if tag in NOMINAL:
        return True
    # "injured men", "armed forces": a participle inside the phrase, not one that a verb group owns with an auxiliary
    if tag in ("PART", "ING", "ADJ"):
        group = analysis.verb_at.get(token)
        return group is None or (group.first == token and group.last == token + 1 and not group.finite)
    return analysis.words[token] == "&"


def before(analysis: Analysis, token: int, left: int, attached: bool = True) -> Phrase | None:
    """The phrase that ends before `token` (a subject); with `attached`, back over its attachments ("the head of the
    union in Leeds" is the head)."""
    last = token
    while last > left and analysis.tags[last - 1] in ("ADV", "NEG"):
        last -= 1
    outer: Phrase | None = None
    while True:
        first = last
        while first > left and _nominal(analysis, first - 1):
            first -= 1
        while first < last and analysis.tags[first] in ("PART", "ING", "POSS"):
            first += 1
        head = _head(analysis, first, last)
        if head < 0:
            return outer
        outer = Phrase(first, last, head, singular(analysis.lowers[head]))
        if not attached or first - 1 <= left or analysis.lowers[first - 1] not in ATTACHING:
            return outer
        last = first - 1
        if not _nominal(analysis, last - 1):
            return outer


MEASURES = frozenset(
    (
        "total",
        "number",
        "hundred",
        "thousand",
        "million",
        "billion",
        "dozen",
        "lot",
        "majority",
        "couple",
        "handful",
        "score",
        "ton",
        "tonne",
    )
)


def after(analysis: Analysis, token: int, right: int) -> Phrase | None:
    """The phrase that begins at `token` or behind adverbs (an object); of "a total of ten men" the men."""
    first = token
    while first < right and analysis.tags[first] in ("ADV", "NEG"):
        first += 1
    first = _past_hedge(analysis, first, right)
    last = first
    while last < right and (_nominal(analysis, last) or (last > first and analysis.tags[last] == "ADV")):
        last += 1
    while last > first and analysis.tags[last - 1] == "ADV":
        last -= 1
    measure = last > first and singular(analysis.lowers[last - 1]) in MEASURES
    if measure and last < right and analysis.lowers[last] == "of":
        return after(analysis, last + 1, right) or _phrase(analysis, first, last)
    return _phrase(analysis, first, last)


HEDGE_TOKENS = 4  # "as many as", "no fewer than", "at least"


def _past_hedge(analysis: Analysis, first: int, right: int) -> int:
    """The numeral of "more than 500 men", "as many as 500 men"; else the token itself."""
    for token in range(first, min(right, first + HEDGE_TOKENS)):
        if analysis.tags[token] == "NUM":
            return token
        if analysis.tags[token] not in ("DET", "PREP", "ADV", "ADJ", "TO", "NEG"):
            break
    return first


def _phrase(analysis: Analysis, first: int, last: int) -> Phrase | None:
    head = _head(analysis, first, last)
    return None if head < 0 else Phrase(first, last, head, singular(analysis.lowers[head]))
