"""When two times of day are of one event: "the quake struck at 5:42 a.m." here, "at 05:24 local time" there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.claims.clocks import ZONE
from checker.claims.rarity import shared, total
from checker.claims.sameness.common import nested, on_two_days, one_sentence
from checker.claims.sameness.pairing import Pairing, telling
from checker.records import Claim, key_of

HAPPENING = 0.6  # one kind of happening, of which an article gives one time
NAMED = 0.5  # a deed of one that is named, or of "the bus"
ZONED = 0.7  # one time of the place in two articles of a story
NAME = 0.08  # surer where both name it
WORDS = 0.04  # surer for each rare word that both sentences share, up to four
LEAST_WORDS = 0.8  # weight of shared words without which a deed is not known to be one
WHOLE_DAY = 6 * 60  # minutes; longer is a part of the day


def pairs(claims: Sequence[Claim]) -> Iterator[Pairing]:
    """Two times of day of one event; an article that gives it several tells of several."""
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    yield from zones([claim for claim in claims if claim.predicate == ZONE])
    for claim in sorted((claim for claim in claims if claim.predicate != ZONE), key=key_of):
        if claim.predicate.startswith("happening:"):
            groups[claim.predicate, claim.unit].append(claim)
        else:
            for name in claim.modifiers or (claim.object,):
                groups[f"{claim.predicate} {name}", claim.unit].append(claim)
    for group in groups.values():
        told: dict[int, list[Claim]] = defaultdict(list)
        for claim in group:
            told[claim.document].append(claim)
        single = {document for document, rows in told.items() if all(_meet(a, b) for a, b in combinations(rows, 2))}
        for a, b in combinations(group, 2):
            if one_sentence(a, b):
                continue
            if a.document != b.document and not {a.document, b.document} <= single:
                continue
            if (pairing := compare(a, b)) is not None:
                yield pairing


def zones(claims: Sequence[Claim]) -> Iterator[Pairing]:
    """One time of the place, told in universal time by two articles of one story: the clock of a place is one."""
    for a, b in combinations(sorted(claims, key=key_of), 2):
        words = shared(a.context, b.context)
        if a.document != b.document and a.wording == b.wording and total(words) >= LEAST_WORDS:
            sure = min(0.95, ZONED + WORDS * min(total(words), 4.0))
            yield Pairing(a, b, ("time of the place", *telling(words)), (), (), sure)


def _meet(a: Claim, b: Claim) -> bool:
    return None not in (a.least, a.most, b.least, b.most) and a.least <= b.most and b.least <= a.most  # type: ignore[operator]


def compare(a: Claim, b: Claim) -> Pairing | None:
    """The argument for one event, or None."""
    if a.polarity != b.polarity or a.status != b.status or on_two_days(a, b):
        return None
    left, right = set(a.modifiers), set(b.modifiers)
    words = shared(a.context, b.context)
    happening = a.predicate.startswith("happening:")
    if a.document == b.document and not (left & right):
        return None
    if not happening and (total(words) < LEAST_WORDS or not nested(left, right)):
        return None
    sure = (HAPPENING if happening else NAMED) + WORDS * min(total(words), 4.0) + (NAME if left & right else 0.0)
    matched = ("event", "name") if left & right else ("event",)
    silent = () if a.event_earliest is not None and b.event_earliest is not None else ("day",)
    return Pairing(a, b, (*matched, *telling(words)), silent, (), min(0.95, sure))
