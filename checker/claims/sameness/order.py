"""When two sentences order the same two events: both kinds are the same, and names and words do not differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.claims.rarity import NAME, total
from checker.claims.sameness.pairing import Pairing
from checker.records import Claim, key_of

LARGEST_GROUP = 50
BASE = 0.4
WORDS = 0.07  # surer for each name or rare word that both tell


def pairs(claims: Sequence[Claim]) -> Iterator[Pairing]:
    """Two tellings of the order of two events."""
    groups: dict[frozenset[str], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=key_of):
        groups[frozenset((claim.predicate, claim.object))].append(claim)
    for group in groups.values():
        if len(group) <= LARGEST_GROUP and len({claim.qualifier for claim in group}) > 1:
            yield from filter(None, (compare(a, b) for a, b in combinations(group, 2)))


def compare(a: Claim, b: Claim) -> Pairing | None:
    """The argument for the same two events, or None."""
    if a.document == b.document and a.sentence == b.sentence:
        return None
    told = 0.0
    for kind in (a.predicate, a.object):
        (names, words), (other_names, other_words) = _event(a, kind), _event(b, kind)
        if not _within(names, other_names) or not _within(words, other_words):
            return None
        if not names & other_names and not words & other_words:
            return None
        told += total(NAME + name for name in names & other_names) + total(words & other_words)
    return Pairing(a, b, ("events",), (), (), min(0.95, BASE + WORDS * told))


def _event(claim: Claim, kind: str) -> tuple[frozenset[str], frozenset[str]]:
    """Names and other words of the event of this kind in a claim."""
    first = claim.predicate == kind
    mark = "1" if first else "2"
    words = frozenset(word[1:] for word in claim.near if word[0] == mark)
    return frozenset(claim.modifiers if first else claim.context), words


def _within(one: frozenset[str], other: frozenset[str]) -> bool:
    return one <= other or other <= one
