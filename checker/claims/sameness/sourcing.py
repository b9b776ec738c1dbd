"""When two unnamed sourcings are of one statement: most of the words of the shorter stand in the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.claims.rarity import shared, total
from checker.claims.sameness.pairing import Pairing
from checker.records import Claim

SHARE = 0.75  # of the weight of the shorter statement's words
LEAST = 2.0  # weight of the shared words
MOST = 60  # unnamed sourcings of an article that are compared
BASE = 0.5
WORDS = 0.08


def pairs(claims: Sequence[Claim]) -> Iterator[Pairing]:
    """Two sourcings of one statement in one article; other articles have sources of their own."""
    documents: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        documents[claim.document].append(claim)
    for group in documents.values():
        if len(group) <= MOST and len({claim.qualifier for claim in group}) > 1:
            yield from filter(None, (compare(a, b) for a, b in combinations(group, 2)))


def compare(a: Claim, b: Claim) -> Pairing | None:
    """The argument for one statement told with one source and with several, or None."""
    if a.sentence == b.sentence or a.qualifier == b.qualifier:
        return None
    if a.modifiers and b.modifiers and a.modifiers != b.modifiers:
        return None  # a bank's source and the police's
    common = total(shared(a.context, b.context))
    if common < LEAST or common < SHARE * min(total(a.context), total(b.context)):
        return None
    return Pairing(a, b, ("statement",), (), (), min(0.95, BASE + WORDS * common))
