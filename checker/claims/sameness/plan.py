"""When two sentences speak of one plan: the same deed, the same words of it, and holders that do not differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.claims.rarity import total
from checker.claims.sameness.common import nested, one_sentence
from checker.claims.sameness.pairing import Pairing
from checker.records import Claim, key_of

LARGEST_GROUP = 50
LEAST = 0.8  # weight of the shared words of what is planned
BASE = 0.45
WORDS = 0.1
HOLDER = 0.15


def pairs(claims: Sequence[Claim]) -> Iterator[Pairing]:
    """Two tellings of one plan."""
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=key_of):
        groups[claim.predicate].append(claim)
    for group in groups.values():
        if len(group) <= LARGEST_GROUP and len({claim.polarity for claim in group}) > 1:
            yield from filter(None, (compare(a, b) for a, b in combinations(group, 2)))


def compare(a: Claim, b: Claim) -> Pairing | None:
    """The argument for one plan, or None."""
    if one_sentence(a, b) or a.qualifier != b.qualifier:
        return None  # what was not planned then may be planned now
    one, other = set(a.modifiers), set(b.modifiers)
    if not nested(one, other) or total(one & other) < LEAST:
        return None
    if not nested(set(a.context), set(b.context)):
        return None
    held = bool(a.context and b.context)
    score = BASE + WORDS * total(one & other) + (HOLDER if held else 0.0)
    matched = ("plan", "subject") if held else ("plan",)
    return Pairing(a, b, matched, () if held else ("subject",), (), min(0.95, score))
