"""When an age and a year of beginning are of one thing: "the 28-year-old plane", "the aircraft was built in 1986"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from checker.claims.sameness.common import nested
from checker.claims.sameness.pairing import Pairing
from checker.records import Claim, key_of

NAMED = 0.75
ONLY = 0.6  # the only thing of its class that both texts date


def pairs(claims: Sequence[Claim]) -> Iterator[Pairing]:
    """Each age with each year of one thing."""
    ages = sorted((claim for claim in claims if claim.qualifier == "age"), key=key_of)
    years = sorted((claim for claim in claims if claim.qualifier == "year"), key=key_of)
    things: dict[tuple[int, str], set[tuple[str, ...]]] = defaultdict(set)
    for claim in (*ages, *years):
        things[claim.document, claim.kind].add(claim.modifiers)
    for age, year in product(ages, years):
        left, right = set(age.modifiers), set(year.modifiers)
        if left and right:
            if nested(left, right):
                yield Pairing(age, year, ("name",), (), (), NAMED)
            continue
        only = all(len(things[claim.document, claim.kind]) == 1 for claim in (age, year))
        if not left and not right and age.kind == year.kind and only:
            yield Pairing(age, year, ("kind",), ("name",), (), ONLY)
