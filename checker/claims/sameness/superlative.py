"""When two superlatives are one: the same thing in the same scope, borne by two names; or one bearer with two ranks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.claims.rarity import total
from checker.claims.sameness.common import nested, one_sentence
from checker.claims.sameness.pairing import Pairing
from checker.records import Claim, key_of

LARGEST_GROUP = 50  # claims of one thing and scope that are still compared
BASE = 0.55
WORDS = 0.08  # surer for each rare word of the scope


def pairs(claims: Sequence[Claim]) -> Iterator[Pairing]:
    """Two superlatives that cannot both hold if their bearers, or their ranks, differ."""
    groups: dict[tuple[str, str, tuple[str, ...]], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=key_of):
        groups[claim.predicate, claim.counted, claim.modifiers].append(claim)
    for group in groups.values():
        if len(group) <= LARGEST_GROUP:
            yield from filter(None, (compare(a, b) for a, b in combinations(group, 2)))


def compare(a: Claim, b: Claim) -> Pairing | None:
    """The argument for one superlative told twice, or None."""
    if one_sentence(a, b):
        return None
    one, other = (set(claim.context) - {claim.counted} or set(claim.context) for claim in (a, b))
    same_bearer = nested(one, other)
    if not same_bearer and (one & other or _abbreviates(a, b) or a.document != b.document):
        return None  # "Beetham Tower", "Manchester's Beetham Tower"; two articles may be years apart
    if same_bearer == (a.value == b.value):
        return None  # told alike, or two bearers of two ranks
    if a.predicate != "rank" and (a.qualifier == "past") != (b.qualifier == "past"):
        return None  # what was the tallest need not be
    score = BASE + WORDS * min(total(a.modifiers), 3.0)
    return Pairing(a, b, ("superlative", "scope"), (), (), min(0.95, score))


def _abbreviates(a: Claim, b: Claim) -> bool:
    """Is one name the initials of the other?"""
    for short, long in ((a, b), (b, a)):
        if len(short.context) == 1 and len(long.context) > 1:
            initials = "".join(word[0] for word in long.wording.lower().split() if word[0].isalnum())
            if short.context[0].replace(".", "") == initials:
                return True
    return False
