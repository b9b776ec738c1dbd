"""When a deed that is told as done is the one that somebody denies: one class of deed, and one who did it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from checker.claims.sameness.common import same_id
from checker.claims.sameness.pairing import Pairing
from checker.records import Claim

BESIDE = 4  # sentences between them
SURE = {"name": 0.7, "noun": 0.6}


def pairs(claims: Sequence[Claim]) -> Iterator[Pairing]:
    """A deed and a plea of one article."""
    groups: dict[tuple[int, str], tuple[list[Claim], list[Claim]]] = defaultdict(lambda: ([], []))
    for claim in claims:
        groups[claim.document, claim.predicate][claim.polarity == "-"].append(claim)
    for deeds, pleas in groups.values():
        doers = {(deed.subject, deed.object) for deed in deeds}
        for deed, plea in product(deeds, pleas):
            how = _one(deed, plea, alone=len(doers) == 1)
            if how and deed.sentence != plea.sentence:
                yield Pairing(deed, plea, ("predicate", "subject"), (), (), SURE[how])


def _one(deed: Claim, plea: Claim, alone: bool) -> str:
    """What makes who did it who denies it: a name, or a noun of the same number right behind."""
    if deed.subject and plea.subject:
        return "name" if same_id(deed.subject, plea.subject) else ""
    alike = (deed.qualifier == "several") == (plea.qualifier == "several")
    if not 0 < plea.sentence - deed.sentence <= BESIDE or not alike:
        return ""
    if deed.object and deed.object == plea.object:
        return "noun"
    pointing = alone and not (deed.subject or plea.subject) and plea.qualifier in ("pointing", "all", "several")
    return "noun" if pointing else ""
