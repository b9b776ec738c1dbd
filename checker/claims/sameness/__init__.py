"""The one decision of sameness: which claims speak of one thing, with the evidence (DESIGN: slots).

Each aspect has its own module with one function `pairs(claims) -> Iterable[Pairing]`, over all claims of that aspect in
documents that are compared with each other; here the pairs become slots.
"""
from __future__ import annotations

from collections.abc import Sequence

from checker.claims.sameness import date, figure, person, quote, statement
from checker.claims.sameness.pairing import Pairing, by_aspect, slots
from checker.records import Claim, Match

ASPECTS = {
    "figure": figure.pairs,
    "statement": statement.pairs,
    "date": date.pairs,
    "name": person.pairs,
    "age": person.pairs,
    "role": person.pairs,
    "quote": quote.pairs,
}

__all__ = ["Pairing", "matches"]


def matches(claims: Sequence[Claim]) -> list[Match]:
    """All pairs of one thing among claims of documents that may be compared, as slots numbered from 0."""
    rows: list[Match] = []
    for aspect, group in sorted(by_aspect(claims).items()):
        pairs = ASPECTS.get(aspect)
        if pairs is not None:
            rows.extend(slots(pairs(group), first=rows[-1].slot + 1 if rows else 0))
    return rows
