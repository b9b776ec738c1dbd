"""When two sentences order the same two events, and tell them the other way round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

import msgspec

from checker.claims.rarity import NAME, total
from checker.claims.sameness.common import nested, one_sentence
from checker.claims.sameness.pairing import Pairing
from checker.records import Claim, ClaimKey, key_of

LARGEST_GROUP = 50
BASE = 0.4
WORDS = 0.07  # surer for each name or rare word that both tell
DEED = 1.0  # weight of one deed
ANY = "any"  # the deed of a verb that may tell of whatever befell its theme


class Told(msgspec.Struct, frozen=True):
    """One of the two events of a claim: its deeds, what it befell, who did it, other words, all names."""

    deeds: frozenset[str]
    theme: frozenset[str]
    agent: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]


Telling = tuple[Claim, Told, Told]  # a claim, and the two events that it puts in order


def pairs(claims: Sequence[Claim]) -> Iterator[Pairing]:
    """Two tellings of the order of two events."""
    groups: dict[str, list[Telling]] = defaultdict(list)
    for claim in sorted(claims, key=key_of):
        telling = (claim, event_of(claim, "1"), event_of(claim, "2"))
        for deed in telling[1].deeds | telling[2].deeds:
            groups[deed].append(telling)
    seen: set[tuple[ClaimKey, ClaimKey]] = set()
    for group in groups.values():
        if len(group) > LARGEST_GROUP:
            continue
        for a, b in combinations(group, 2):
            pair = (key_of(a[0]), key_of(b[0]))
            if pair in seen:
                continue
            seen.add(pair)
            if (pairing := compare(a, b)) is not None:
                yield pairing


def compare(left: Telling, right: Telling) -> Pairing | None:
    """The argument for the same two events told the other way round, or None."""
    (a, one, two), (b, first, second) = left, right
    if one_sentence(a, b) or a.kind == b.kind == "dated":
        return None
    crossed = _same(one, second), _same(two, first)
    if not all(crossed) or all((_same(one, first), _same(two, second))):
        return None
    return Pairing(a, b, ("events",), (), (), min(0.95, BASE + WORDS * sum(crossed)))


def _same(a: Told, b: Told) -> float:
    """How sure it is that two tellings are of one event: the deed is one, and what it befell is not another; 0 where
    they are two."""
    deeds = a.deeds & b.deeds
    if not deeds and ANY not in a.deeds | b.deeds:
        return 0.0
    if (a.agent and b.agent and not a.agent & b.agent) or not nested(a.names, b.names):
        return 0.0
    told = (a.theme & (b.theme | b.words)) | (b.theme & a.words)
    if not told and ((a.theme and b.theme) or not deeds):
        return 0.0
    shared = told | (a.words & b.words)
    names = a.names | b.names
    return bool(deeds) * DEED + total(NAME + word if word in names else word for word in shared)


def event_of(claim: Claim, mark: str) -> Told:
    """An event of a claim: the first or the second."""
    parts = ({row[2:] for row in claim.near if row.startswith(mark + letter)} for letter in "dtawn")
    return Told(*map(frozenset, parts))
