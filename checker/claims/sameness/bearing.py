"""When two bearings are of one thing: "32 km south-west of Halden", "20 miles north-west of Halden"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.claims.rarity import shared, total
from checker.claims.sameness.common import nested, one_sentence
from checker.claims.sameness.pairing import Pairing, telling
from checker.records import Claim, key_of

NAMED = 0.65  # one place by its name
AS_FAR = 0.6  # as far from the same place
AT_ONE_TIME = 0.5  # at the same time of day
FIELD = 0.08  # surer for a subject or predicate that both give
WORDS = 0.03  # surer for each rare word that both sentences share, up to four
ROUNDING = 0.07  # by which two prints of one distance differ: 12 miles, 20 km
TOLD_ALIKE = 1.2  # weight of shared words from which two names tell of one place
LEAST_SHARED = 0.9  # weight of shared words from which as far is not by chance


def pairs(claims: Sequence[Claim]) -> Iterator[Pairing]:
    """Two bearings from one place, or of one named place."""
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=key_of):
        if claim.qualifier in ("from", "name"):
            groups[claim.qualifier, claim.object].append(claim)
        elif claim.modifiers:
            groups["of", " ".join(claim.modifiers)].append(claim)
    for (kind, _), group in groups.items():
        points: dict[int, set[str]] = defaultdict(set)
        for claim in group:
            points[claim.document].add(claim.wording)
        for a, b in combinations(group, 2):
            if one_sentence(a, b):
                continue
            if a.document != b.document and points[a.document] & points[b.document]:
                continue  # an article that tells of both sides knows them apart
            pairing = COMPARE[kind](a, b)
            if pairing is not None:
                yield pairing


def _of_one_place(a: Claim, b: Claim) -> Pairing | None:
    if a.object != b.object and not ("" in (a.object, b.object) and (a.object + b.object).startswith("country:")):
        return None  # the south of its province may lie in the north of the country
    return Pairing(a, b, ("place",), (), (), NAMED + (FIELD if a.object == b.object else 0.0))


def _from_one_place(a: Claim, b: Claim) -> Pairing | None:
    """One thing seen from one place: by its name, as far from there, or at one time of day."""
    left, right = set(a.modifiers), set(b.modifiers)
    if not nested(left, right):
        return None
    words = shared(a.context, b.context)
    far = _as_far(a, b)
    if far is False:
        return None
    clock = bool(set(a.near) & set(b.near))
    named = bool(left and right)
    if named:
        sure = NAMED
    elif far and (a.document != b.document or total(words) >= LEAST_SHARED):
        sure = AS_FAR
    elif clock:
        sure = AT_ONE_TIME
    else:
        return None
    matched, silent = ["place"], []
    for field in ("subject", "predicate"):
        one, other = getattr(a, field), getattr(b, field)
        if one and one == other:
            matched.append(field)
            sure += FIELD
        elif not (one and other):
            silent.append(field)
    if far:
        matched.append("distance")
    if clock:
        matched.append("time of day")
        sure += FIELD
    sure += WORDS * min(total(words), 4.0)
    return Pairing(a, b, (*matched, *telling(words)), tuple(silent), (), min(0.95, sure))


def _of_one_name(a: Claim, b: Claim) -> Pairing | None:
    """ "Halden West" in one article and "Halden East" in another, of which the same is told."""
    words = shared(a.context, b.context)
    if a.document == b.document or total(words) < TOLD_ALIKE:
        return None
    return Pairing(a, b, ("name", *telling(words)), (), (), min(0.8, 0.5 + FIELD / 2 * total(words)))


def _as_far(a: Claim, b: Claim) -> bool | None:
    """Do two distances fit one rounding?  None where one is not given."""
    if a.least is None or a.most is None or b.least is None or b.most is None:
        return None
    return a.least * (1 - ROUNDING) <= b.most and b.least * (1 - ROUNDING) <= a.most


COMPARE = {"from": _from_one_place, "of": _of_one_place, "name": _of_one_name}
