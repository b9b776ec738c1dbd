"""What the other figures of an article say about a pair: support for a value, and rivals beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from checker.claims.nouns import implied_counts, kin
from checker.claims.rarity import NAME
from checker.claims.sameness.common import in_headline
from checker.records import Claim, ClaimKey, key_of

TELLING_COUNT = 1000  # a smaller bare number in a headline may be a name ("Apollo 13")


ROUNDED = 0.03  # share of a headline's figure by which the text may be more exact


SMALL = 10  # counts up to here come again and again
Interval = tuple[float | None, float | None]


class Surroundings(msgspec.Struct, frozen=True):
    """What the other figures of a document say about one pair: support for a value, rivals beside it."""

    values: dict[tuple[int, object], dict[Interval, int]]  # (document, block) → interval → sentences with it
    crowd: dict[tuple[int, int, object], int]  # (document, sentence, block) → figures there
    spread: dict[tuple[int, str], int]  # (document, word) → sentences with figures that hold the word
    beside: dict[tuple[int, int], list[tuple[object, Claim]]]  # (document, sentence) → its figures with their blocks
    tolls: dict[tuple[int, str], float]  # (document, predicate) → the most people that it tells that of, of its own day
    place: dict[ClaimKey, tuple[int, int]]  # its place among the figures of its kind in the sentence, and how many


BARE = ("count",)  # the block of all counts, for a headline's that says of nothing what it counts


def block_of(claim: Claim) -> object:
    """What two figures must share to be of one kind."""
    if claim.dimension:
        return (claim.dimension, "" if claim.rate else claim.unit.partition(" per ")[2])
    return claim.counted_class or next(iter(sorted(kin().get(claim.counted, ()))), claim.counted)


def blocks(claims: Iterable[Claim]) -> dict[object, list[Claim]]:
    groups: dict[object, list[Claim]] = defaultdict(list)
    bare: list[Claim] = []
    for claim in claims:
        block = block_of(claim)
        if block:
            groups[block].append(claim)
            if claim.counted_class == "soldier" and claim.predicate in implied_counts():
                groups["person"].append(claim)  # "32 soldiers arrested", "46 the number detained"
        elif claim.scope == "headline" and claim.kind == "cardinal" and (claim.value or 0) >= TELLING_COUNT:
            bare.append(claim)
    for group in list(groups.values()):
        if not group[0].dimension:
            group.extend(bare)  # "seen by 14m" counts what the body names
    return groups


def surroundings(claims: Iterable[Claim]) -> Surroundings:
    values: dict[tuple[int, object], dict[Interval, set[int]]] = defaultdict(lambda: defaultdict(set))
    crowd: dict[tuple[int, int, object], set[Interval]] = defaultdict(set)
    spread: dict[tuple[int, str], set[int]] = defaultdict(set)
    rows: dict[tuple[int, int, object], list[ClaimKey]] = defaultdict(list)
    beside: dict[tuple[int, int], list[tuple[object, Claim]]] = defaultdict(list)
    tolls: dict[tuple[int, str], float] = {}
    for claim in claims:
        block = block_of(claim)
        if claim.predicate in implied_counts() and claim.least is not None and claim.event_earliest is None:
            toll = (claim.document, claim.predicate)
            tolls[toll] = max(claim.least, tolls.get(toll, 0.0))
        beside[claim.document, claim.sentence].append((block, claim))
        rows[claim.document, claim.sentence, block].append(key_of(claim))
        values[claim.document, block][claim.least, claim.most].add(claim.sentence)
        if not claim.dimension:
            values[claim.document, BARE][claim.least, claim.most].add(claim.sentence)
        if claim.counted:
            values[claim.document, ("head", claim.counted)][claim.least, claim.most].add(claim.sentence)
        crowd[claim.document, claim.sentence, block].add((claim.least, claim.most))
        for word in claim.context:
            spread[claim.document, word.removeprefix(NAME)].add(claim.sentence)
    return Surroundings(
        {one: {interval: len(found) for interval, found in inner.items()} for one, inner in values.items()},
        {one: len(found) for one, found in crowd.items()},
        {one: len(found) for one, found in spread.items()},
        dict(beside),
        tolls,
        {one: (rank, len(row)) for row in rows.values() for rank, one in enumerate(row)},
    )


def head_supported(a: Claim, b: Claim, block: object, around: Surroundings) -> bool:
    """Does the body hold a figure that fits the headline's?"""
    head = a if a.scope in ("headline", "standfirst") else b
    kind = block if head.dimension or head.counted else BARE
    slack = ROUNDED * max(abs(head.least or 0.0), abs(head.most or 0.0))  # a headline rounds
    least = None if head.least is None else head.least - slack
    most = None if head.most is None else head.most + slack
    told = around.values.get((a.document, kind), {})
    return any(
        meets(least, most, *_closed(values))
        for values, count in told.items()
        if values != (head.least, head.most) or count > 1
    )


BEYOND = 1.1  # how far a headline goes beyond "at least 20"


def _closed(values: Interval) -> Interval:
    least, most = values
    return (least, least * BEYOND) if most is None and least is not None and least > 0 else values


def in_parts(a: Claim, b: Claim, block: object, around: Surroundings) -> bool:
    """Do the body's figure and another of its sentence or the next make up the headline's: 95 here, 45 there of 140?"""
    whole, part = (a, b) if a.scope == "headline" else (b, a)
    if a.document != b.document or whole.scope != "headline" or part.scope == "headline":
        return False
    if part.least is None or part.most is None:
        return False
    beside = [
        figure
        for sentence in (part.sentence - 1, part.sentence, part.sentence + 1)
        for kind, figure in around.beside.get((part.document, sentence), ())
        if kind == block and figure.scope != "headline" and key_of(figure) != key_of(part)
    ]
    return _in_series(whole, part, beside) or any(
        meets(whole.least, whole.most, part.least + one.least, part.most + one.most)
        for one in beside
        if one.least is not None and one.most is not None
    )


SERIES = 6  # figures that make up a headline's, told one behind the other


def _in_series(whole: Claim, part: Claim, beside: Iterable[Claim]) -> bool:
    """Do figures that follow each other, the part among them, make up the whole: 24, 11, 4 and 3 of 42?"""
    series = sorted((part, *(one for one in beside if one.qualifier != "from")), key=lambda one: one.start)
    at = series.index(part)
    for first in range(max(0, at - SERIES), at + 1):
        for last in range(max(at + 1, first + 3), min(len(series), first + SERIES) + 1):
            run = series[first:last]
            least, most = sum(one.least or 0.0 for one in run), sum(one.most or 0.0 for one in run)
            if all(one.most is not None for one in run) and meets(whole.least, whole.most, least, most):
                return True
    return False


def within_toll(claim: Claim, around: Surroundings) -> bool:
    """Does its own article tell of more people killed, hurt, held?  Then these are some of them."""
    return claim.least is not None and claim.least < around.tolls.get((claim.document, claim.predicate), 0.0)


def supported(claim: Claim, block: object, around: Surroundings) -> bool:
    return around.values.get((claim.document, block), {}).get((claim.least, claim.most), 1) > 1


def meets(least: float | None, most: float | None, other_least: float | None, other_most: float | None) -> bool:
    return not (
        (most is not None and other_least is not None and most < other_least)
        or (least is not None and other_most is not None and other_most < least)
    )


def both_supported(a: Claim, b: Claim, block: object, around: Surroundings) -> bool:
    """Each value stands in two sentences or more: then they are two facts."""
    values = around.values.get((a.document, block), {})
    return values.get((a.least, a.most), 1) > 1 and values.get((b.least, b.most), 1) > 1


def retold(a: Claim, b: Claim, block: object, around: Surroundings) -> bool:
    """Does the sentence of one of them give the other's value as well?  Then it tells two things, and knows it."""
    if meets(*_closed((a.least, a.most)), *_closed((b.least, b.most))):
        return False
    return any(
        kind in (block, "") and figure.value == one.value is not None and figure.unit == one.unit
        for one, other in ((a, b), (b, a))
        for kind, figure in around.beside.get((other.document, other.sentence), ())
    )


def other_changes(a: Claim, b: Claim, block: object, around: Surroundings) -> bool:
    """Is each the figure left behind in a change of its own: "$412,000, down from $420,000", "to $287,500 from
    $283,000"?"""
    if a.qualifier != "from" or b.qualifier != "from" or a.document != b.document:
        return False
    left, right = (
        {
            one.value
            for kind, one in around.beside.get((side.document, side.sentence), ())
            if kind == block and one.value != side.value
        }
        for side in (a, b)
    )
    return bool(left and right) and left.isdisjoint(right)


def in_rows(a: Claim, b: Claim, block: object, around: Surroundings) -> bool:
    """Does each stand beside others of its kind, and no value in both sentences: a table in prose, row by row?"""
    if a.document != b.document or in_headline(a, b):
        return False
    left, right = (
        {
            (one.least, one.most)
            for kind, one in around.beside.get((side.document, side.sentence), ())
            if kind == block and one.dimension
        }
        for side in (a, b)
    )
    return min(len(left), len(right)) > 1 and left.isdisjoint(right)


def companions(a: Claim, b: Claim, block: object, around: Surroundings) -> tuple[int, int]:
    """Of the kinds of figure that both sentences hold beside the pair's: how many agree, and how many do not."""
    left, right = (
        [pair for pair in around.beside.get((one.document, one.sentence), ()) if pair[0] not in ("", block)]
        for one in (a, b)
    )
    agree = clash = 0
    for kind in {kind for kind, _ in left} & {kind for kind, _ in right}:
        pairs = [(one, other) for first, one in left for second, other in right if first == second == kind]
        agree += any(one.value == other.value is not None and tells(one) for one, other in pairs)
        clash += not any(meets(one.least, one.most, other.least, other.most) for one, other in pairs)
    return agree, clash


def tells(claim: Claim) -> bool:
    """Is it a figure that two sentences hardly share by chance?"""
    return bool(claim.dimension) or (claim.value or 0.0) > SMALL
