"""The one decision of sameness: which claims speak of one thing, with the evidence (DESIGN: slots).

Each aspect has its own module with one function `pairs(claims) -> Iterable[Pairing]`, over all claims of that aspect in
documents that are compared with each other; here the pairs become slots.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.claims.sameness import (
    bearing,
    clock,
    comparison,
    date,
    day,
    figure,
    goal,
    listing,
    order,
    origin,
    person,
    plan,
    quote,
    restated,
    scene,
    sourcing,
    statement,
    superlative,
    year,
)
from checker.claims.sameness.pairing import Pairing, by_aspect, chained, slots
from checker.claims.stories import Stories
from checker.records import Claim, Match, key_of


def quotations(claims: Sequence[Claim]) -> Iterator[Pairing]:
    """One utterance in two wordings: by the words that both share, or by the one place where they differ."""
    yield from quote.pairs(claims)
    yield from restated.pairs(sorted(claims, key=key_of))


ASPECTS = {
    "figure": figure.pairs,
    "statement": statement.pairs,
    "date": date.pairs,
    "name": person.pairs,
    "age": person.pairs,
    "role": person.pairs,
    "quote": quotations,
    "year": year.pairs,
    "day": day.pairs,
    "superlative": superlative.pairs,
    "sourcing": sourcing.pairs,
    "order": order.pairs,
    "plan": plan.pairs,
    "bearing": bearing.pairs,
    "clock": clock.pairs,
    "origin": origin.pairs,
    "listing": listing.pairs,
    "minute": goal.pairs,
    "scene": scene.pairs,
    "comparison": comparison.pairs,
}

# Aspects whose slots are chains, not cliques: a denial answers all that was said of it.
CHAINED = frozenset(("statement",))

__all__ = ["Pairing", "matches"]


def matches(documents: Sequence[Sequence[Claim]], stories: Stories) -> list[Match]:
    """All pairs of one thing, within each document and across those that tell one story; slots number from 0."""
    together: dict[int, list[Claim]] = {}
    for number, claims in enumerate(documents):
        together.setdefault(stories.number[number], []).extend(claims)
    rows: list[Match] = []
    first = 0
    for _, claims in sorted(together.items()):
        for aspect, group in sorted(by_aspect(claims).items()):
            pairs = ASPECTS.get(aspect)
            if pairs is None or len(group) < 2:
                continue
            kept = [pair for pair in pairs(group) if _compared(pair, stories)]
            new = (chained if aspect in CHAINED else slots)(kept, first)
            first = max((row.slot for row in new), default=first - 1) + 1
            rows.extend(new)
    return rows


def _compared(pair: Pairing, stories: Stories) -> bool:
    a, b = pair.a.document, pair.b.document
    return a == b or (min(a, b), max(a, b)) in stories.pairs
