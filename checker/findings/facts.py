"""Slots that tell one fact: a denial of what five sentences assert is one query, not five."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from checker.engine.evaluate import Roles, holds
from checker.engine.predicates import apart, voice_key
from checker.engine.records import Hit, Rule
from checker.records import Claim, ClaimKey

# A claim as a reader sees it: two rows of one voice, place and proposition are one.
Told = tuple[int, int, int, str, str, str]
Rivals = dict[Told, set[Told]]


def told(claim: Claim) -> Told:
    return (claim.document, claim.start, claim.end, voice_key(claim), claim.predicate, claim.object)


def linked(hits: Sequence[Hit]) -> list[list[Hit]]:
    """Hits of one slot that hang together by their claims; those of an article and of its copy do not."""
    groups: list[tuple[set[ClaimKey], list[Hit]]] = []
    for hit in hits:
        keys = set(hit.claims)
        apart_from = [group for group in groups if not group[0] & keys]
        joined = [hit]
        for members, others in groups:
            if members & keys:
                keys |= members
                joined += others
        groups = [*apart_from, (keys, joined)]
    return [group for _, group in groups]


def one_fact(
    slots: Sequence[Sequence[Hit]], claims: Mapping[ClaimKey, Claim], order: Callable[[Claim], tuple[Any, ...]]
) -> list[list[Hit]]:
    """Slots of one rule put together where they share a claim and all their rivals stand against each other.

    A slot is a clique of sameness; a claim that is silent about the place can stand in two.  They are one fact as long
    as nobody stands on both sides, each of one side was held against each of the other, and claims of one side agree.
    """
    rivals: Rivals = defaultdict(set)
    sample: dict[Told, Claim] = {}
    rule = slots[0][0].rule
    spans: list[tuple[list[Hit], Rivals]] = []
    for slot in slots:
        own: Rivals = defaultdict(set)
        for hit in slot:
            a, b = (told(claims[key]) for key in hit.claims)
            sample.update(zip((a, b), (claims[key] for key in hit.claims), strict=True))
            own[a].add(b)
            own[b].add(a)
            rivals[a].add(b)
            rivals[b].add(a)
        spans.append((list(slot), own))

    def quarrel(one: set[Told], other: set[Told]) -> bool:
        if rule.finding_class == "query":
            return False  # a third spelling is a third side of one query
        return any(conflict(rule, sample[x], sample[y]) for x in one for y in other if x != y)

    spans.sort(key=lambda span: (-max(hit.confidence for hit in span[0]), _order(span[0], claims, order)))
    made: list[tuple[list[Hit], Rivals]] = []
    of: dict[Told, list[int]] = defaultdict(list)
    for hits, own in spans:
        near = sorted({number for claim in own for number in of[claim]})
        home = next((number for number in near if _one(made[number][1], own, rivals, quarrel)), None)
        if home is None:
            home = len(made)
            made.append(([], defaultdict(set)))
        made[home][0].extend(hits)
        for claim, against in own.items():
            made[home][1][claim] |= against
            if home not in of[claim]:
                of[claim].append(home)
    return [hits for hits, _ in made]


def _order(
    hits: Sequence[Hit], claims: Mapping[ClaimKey, Claim], order: Callable[[Claim], tuple[Any, ...]]
) -> list[tuple[Any, ...]]:
    """Where the claims of a slot stand, whatever the order in which the articles were given."""
    return sorted(order(claims[key]) for key in {key for hit in hits for key in hit.claims})


def conflict(rule: Rule, x: Claim, y: Claim) -> bool:
    """Two claims that cannot be on one side: the rule holds for them, or no value fits both."""
    ways: list[Roles] = [{"a": (x,), "b": (y,)}]
    if not rule.symmetric:
        ways.append({"a": (y,), "b": (x,)})
    if any(holds(rule.where, roles) for roles in ways):
        return True
    figures = (x.least, x.most) != (None, None) != (y.least, y.most)
    return figures and x.polarity == y.polarity and apart((x,), (y,)) is True


def _one(fact: Rivals, slot: Rivals, rivals: Rivals, quarrel: Callable[[set[Told], set[Told]], bool]) -> bool:
    """Is the union of the two still two sides, each against each?  (More sides than two stay with their slot.)"""
    left, right = _sides(fact), _sides(slot)
    if left is None or right is None:
        return False
    if (left[0] & right[1]) or (left[1] & right[0]):
        right = right[1], right[0]
    one, other = left[0] | right[0], left[1] | right[1]
    if one & other or not all(other <= rivals[claim] for claim in one):
        return False
    return not quarrel(left[0], right[0]) and not quarrel(left[1], right[1])


def _sides(graph: Rivals) -> tuple[set[Told], set[Told]] | None:
    """The two sides of a graph of rivals in which each stands against each; None when it has more."""
    first = min(graph)
    other = set(graph[first])
    one = set(graph) - other
    if all(other <= graph[claim] for claim in one) and not any(graph[claim] & other for claim in other):
        return one, other
    return None
