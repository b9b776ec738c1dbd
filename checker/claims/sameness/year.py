"""When two bare years of one article are years of one thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from math import exp

from checker.claims.rarity import NAME, shared, total
from checker.claims.sameness.pairing import Pairing
from checker.language.lexicon import table
from checker.records import Claim

REACH = 12  # years that two tellings of one year may lie apart
LARGEST = 60  # bare years in an article; more make it a chronicle, in which no two are rivals


@cache
def weights() -> dict[str, float]:
    """Name of evidence → weight, of `sameness_year.tsv`."""
    return {row["evidence"]: float(row["weight"]) for row in table("sameness_year")}


def pairs(claims: Sequence[Claim]) -> Iterator[Pairing]:
    of: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        of[claim.document].append(claim)
    for group in of.values():
        if len(group) > LARGEST:
            continue
        told = Counter(claim.value for claim in group)
        for a, b in combinations(group, 2):
            if a.sentence != b.sentence and a.value != b.value and a.status == b.status:
                pairing = compare(a, b, told)
                if pairing is not None:
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
    weight = weights()
    confidence = 1 / (1 + exp(-(weight["base"] + sum(weight[name] * value for name, value in evidence.items()))))
    if confidence < 0.2:
        return None
    plain = sorted((word.removeprefix(NAME) for word in words), key=lambda w: (-len(w), w))
    matched = (["counted"] if noun else []) + (["words: " + ", ".join(plain[:4])] if plain else [])
    return Pairing(a, b, tuple(matched), (), (), confidence)
