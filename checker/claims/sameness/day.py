"""When two printed days of one month are days of one thing: "the vote on 5 May", "the 11 May vote"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.claims.rarity import shared, total
from checker.claims.sameness.evidence import share
from checker.claims.sameness.pairing import LEAST, Pairing, confidence, telling, weights
from checker.records import Claim

CHRONICLE = 12  # days of one month in an article, in which no two are rivals

ENDS = frozenset(("until", "till", "since", "from", "before", "after", "by"))  # the end of something, not its day


def pairs(claims: Sequence[Claim]) -> Iterator[Pairing]:
    """Two days of one month and, where they are printed, one year; a retyped date keeps its month."""
    months: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        months[claim.document, claim.unit].append(claim)
    for group in months.values():
        told = Counter(claim.value for claim in group)
        if not 1 < len(told) <= CHRONICLE:
            continue
        for a, b in combinations(group, 2):
            years = {year for year in (a.wording, b.wording) if year}
            apart = len(years) > 1 or (a.qualifier in ENDS) != (b.qualifier in ENDS) or _of_another(a, b)
            apart = apart or max(a, b, key=lambda one: one.start).qualifier == "another"
            rivals = a.sentence != b.sentence and a.value != b.value and not apart
            if rivals and (pairing := compare(a, b, told)) is not None:
                yield pairing


def compare(a: Claim, b: Claim, told: Counter[float | None]) -> Pairing | None:
    words, near = shared(a.context, b.context), shared(a.near, b.near)
    known = bool(a.predicate and b.predicate)
    evidence = {
        "predicate matched": float(known and a.predicate == b.predicate),
        "predicate differ": float(known and a.predicate != b.predicate),
        "deeds": float(known and a.predicate != b.predicate and a.status == b.status == "done"),
        "words": min(5.0, total(words)),
        "near": min(4.0, total(near)),
        "near share": share(near, a.near, b.near),
        "supported": float(told[a.value] > 1) + float(told[b.value] > 1),
        "others": len(told) - 2.0,
    }
    sure = confidence(weights("sameness_day"), evidence)
    return None if sure < LEAST else Pairing(a, b, telling(words), (), (), sure)


def _of_another(a: Claim, b: Claim) -> bool:
    """ "The 2 April report" is of the report: the other sentence must speak of it."""
    return any(one.counted and one.counted not in other.context for one, other in ((a, b), (b, a)))
