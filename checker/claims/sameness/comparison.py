"""When two comparisons are of the same two things by one measure, and of one time and place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.claims.sameness.pairing import Pairing
from checker.records import Claim, key_of

LARGEST_GROUP = 200  # comparisons of one thing by one measure
TOLD = 0.8
IMPLIED = 0.7  # by what several comparisons say together


def pairs(claims: Sequence[Claim]) -> Iterator[Pairing]:
    """Two comparisons of one pair of things; of what follows one from another only one is shown."""
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=key_of):
        groups[claim.predicate, claim.object.rpartition(" ")[2]].append(claim)
    shown: set[tuple[object, ...]] = set()
    for group in groups.values():
        for a, b in combinations(group[:LARGEST_GROUP], 2):
            places = (a.document, b.document, *sorted((*a.modifiers, *b.modifiers)))
            if compare(a, b) and places not in shown:
                shown.add(places)
                implied = len(a.modifiers) + len(b.modifiers) > 2
                yield Pairing(a, b, ("things", "measure"), (), (), IMPLIED if implied else TOLD)


def compare(a: Claim, b: Claim) -> bool:
    """The same two things, tense, day and other words, told at places of their own."""
    if a.document == b.document and not set(a.modifiers).isdisjoint(b.modifiers):
        return False
    alike = (a.kind, a.near, a.event_earliest, a.event_latest) == (b.kind, b.near, b.event_earliest, b.event_latest)
    return alike and _one(a.subject, b.subject) and _one(a.object, b.object)


def _one(a: str, b: str) -> bool:
    """One name, or the surname of the other: "Ruiz", "Ana Ruiz"."""
    return a == b or a.endswith(" " + b) or b.endswith(" " + a)
