"""When two scores are one result: a headline's and the story's, and those of two articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.claims.rarity import NAME, shared
from checker.claims.sameness.common import on_two_days
from checker.claims.sameness.evidence import LEAD
from checker.claims.sameness.pairing import Pairing, telling
from checker.records import Claim

SCORE_CONFIDENCE = 0.7


def scores(claims: Sequence[Claim]) -> Iterator[Pairing]:
    """A headline's score that the article does not repeat, with the only other score near the top."""
    of: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind == "score" and claim.wording:
            of[claim.document].append(claim)
    for group in of.values():
        body = [claim for claim in group if claim.paragraph]
        top = [claim for claim in body if claim.paragraph <= LEAD]
        for head in (claim for claim in group if claim.scope == "headline"):
            if head.wording in {claim.wording for claim in body} or len({claim.wording for claim in top}) != 1:
                continue
            words = shared(head.context, top[0].context)
            if words and _whole(top[0]) and _one_slip(head.wording, top[0].wording):
                yield Pairing(head, top[0], ("kind", *telling(words)), (), (), SCORE_CONFIDENCE)


RESULTS = frozenset(("win", "lose", "draw"))


def results(claims: Sequence[Claim]) -> Iterator[Pairing]:
    """The one result that an article gives near its top, with that of another which names the same two sides."""
    told: dict[int, dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        final = claim.scope == "headline" or (claim.paragraph <= LEAD and claim.predicate in RESULTS)
        if claim.kind == "score" and claim.wording and final:
            told[claim.document].setdefault(claim.wording, claim)
    single = [next(iter(scores.values())) for scores in told.values() if len(scores) == 1]
    for a, b in combinations(single, 2):
        sides = {word for word in a.context if word.startswith(NAME)} & set(b.context)
        if len(sides) >= 2 and not on_two_days(a, b):
            words = shared(a.context, b.context)
            yield Pairing(a, b, ("kind", *telling(words)), (), (), SCORE_CONFIDENCE)


def _whole(claim: Claim) -> bool:
    """Is it a result, and not a score on the way ("led 1-0 at the break")?"""
    return claim.predicate not in UNFINISHED


def _one_slip(a: str, b: str) -> bool:
    """Do two results share one of their numbers?  A slip changes one; two other numbers are another match."""
    return bool(set(a.split("-")) & set(b.split("-")))


UNFINISHED = frozenset(("lead", "trail", "score", "make", "go", "pull", "level", "equalise", "open", "take", "give"))
