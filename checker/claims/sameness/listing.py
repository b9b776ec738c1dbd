"""When a number that is not passed and a list of names are of one thing: the same doer, verb and kind of names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from checker.claims.sameness.pairing import Pairing
from checker.records import Claim

SAME = 0.75


def pairs(claims: Sequence[Claim]) -> Iterator[Pairing]:
    """Each limit with each list of its doer, verb and kind, where both say alike where and when."""
    lists: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.qualifier == "list":
            lists[_what(claim)].append(claim)
    for limit in claims:
        for names in lists.get(_what(limit), ()) if limit.qualifier == "limit" else ():
            if _one_doer(limit, names):
                yield Pairing(limit, names, ("subject", "predicate", "kind"), (), (), SAME)


def _what(claim: Claim) -> tuple[object, ...]:
    return (claim.predicate, claim.kind, claim.place, claim.status, claim.event_earliest, claim.event_latest)


def _one_doer(a: Claim, b: Claim) -> bool:
    if a.subject and b.subject:
        return a.subject == b.subject
    return bool(a.modifiers) and a.modifiers == b.modifiers
