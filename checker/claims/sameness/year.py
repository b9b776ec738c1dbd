"""When two bare years are years of one thing: of one article, or of what two articles of a story tell of the past."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.claims.rarity import shared, total
from checker.claims.sameness.apart import OPEN
from checker.claims.sameness.day import ENDS
from checker.claims.sameness.pairing import LEAST, Pairing, confidence, telling, weights
from checker.records import Claim
from checker.slips import slip

REACH = 12  # years that two tellings of one year may lie apart
LARGEST = 60  # bare years in an article; more make it a chronicle, in which no two are rivals


def pairs(claims: Sequence[Claim]) -> Iterator[Pairing]:
    yield from elsewhere(claims)
    of: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if not claim.unit:
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


ONE_PAST = 1.7  # weight of shared words that few sentences of either article hold, from which two tell of one event
BESIDE = 0.8  # and of those of them that stand beside both years
PLENTY = 2.4  # weight of the shared words from which fewer need to stand beside the years
ALIKE = (1.0, 0.4)  # what one month before both years, or two digits of them turned round, adds to the two
SURE, WORDS, MOST_WORDS = 0.5, 0.08, 4.0
SURE_RECORD = 0.7  # "the first since 1985", "the first since 1983": a story is of one first


def elsewhere(claims: Sequence[Claim]) -> Iterator[Pairing]:
    """Years of one event of the past in two articles, neither of which tells the other's year."""
    of: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        of[claim.document].append(claim)
    told = {document: {claim.value for claim in group} for document, group in of.items()}
    for one, other in combinations(sorted(of), 2):
        if len(of[one]) > LARGEST or len(of[other]) > LARGEST:
            continue
        found = [
            (sure, a, b, words)
            for a in of[one]
            for b in of[other]
            if a.value not in told[other] and b.value not in told[one]
            for sure, words in (_one_past(a, b),)
            if sure
        ]
        best = {claim: max(row[0] for row in found if claim in row[1:3]) for row in found for claim in row[1:3]}
        for sure, a, b, words in found:
            if sure == best[a] == best[b]:
                yield Pairing(a, b, words, (), (), sure)


def _one_past(a: Claim, b: Claim) -> tuple[float, tuple[str, ...]]:
    """How sure it is that two articles give a year to one event, and by which words; 0 where they do not."""
    if abs((a.value or 0) - (b.value or 0)) > REACH and slip(a, b) != "turned":
        return 0.0, ()
    if (a.unit and b.unit and a.unit != b.unit) or not OPEN.isdisjoint((a.status, b.status)):
        return 0.0, ()
    if (a.qualifier in ENDS) != (b.qualifier in ENDS):
        return 0.0, ()
    if a.wording or b.wording:
        same = a.wording == b.wording
        return (SURE_RECORD if same else 0.0), ("first of its kind",) * same
    few = set(shared(a.object.split(), b.object.split()))
    near = few & set(shared(a.near, b.near))
    likeness = float(a.unit == b.unit != "") + float(slip(a, b) == "turned")
    weight, beside = total(few) + likeness * ALIKE[0], total(near) + likeness * ALIKE[1]
    if not near or weight < ONE_PAST or beside < (BESIDE if weight < PLENTY else BESIDE / 2):
        return 0.0, ()
    return min(0.95, SURE + WORDS * min(weight, MOST_WORDS)), telling(few)
