"""When two bare years of one article are years of one thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.claims.rarity import shared, total
from checker.claims.sameness.pairing import LEAST, Pairing, confidence, telling, weights
from checker.records import Claim

REACH = 12  # years that two tellings of one year may lie apart
LARGEST = 60  # bare years in an article; more make it a chronicle, in which no two are rivals


def pairs(claims: Sequence[Claim]) -> Iterator[Pairing]:
    of: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        of[claim.document].append(claim)
    for group in of.values():
        if len(group) > LARGEST:
            continue
        told = Counter(claim.value for claim in group)
        for a, b in combinations(group, 2):
            rivals = a.sentence != b.sentence and a.value != b.value and a.status == b.status
            if rivals and (pairing := compare(a, b, told)) is not None:
                yield pairing


def compare(a: Claim, b: Claim, told: Counter[float | None]) -> Pairing | None:
    apart = abs((a.value or 0) - (b.value or 0))
    if apart > REACH:
        return None
    words, near = shared(a.context, b.context), shared(a.near, b.near)
    noun = bool(a.counted) and a.counted == b.counted
    evidence = {
        "words": min(4.0, total(words)),
        "near": min(3.0, total(near)),
        "noun": float(noun),
        "phrase": min(3.0, total(shared(a.modifiers, b.modifiers))),
        "lead": float(a.qualifier == b.qualifier != ""),
        "gap": min(4.0, apart - 1),
        "supported": float(told[a.value] > 1) + float(told[b.value] > 1),
    }
    matched = (("counted",) if noun else ()) + telling(words)
    sure = confidence(weights("sameness_year"), evidence)
    return None if sure < LEAST else Pairing(a, b, matched, (), (), sure)
