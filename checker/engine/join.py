"""A pair rule over raw claims, as an archive runs it: equalities are a hash join, disjoint intervals a sweep.

Sameness is not asked here: the caller has it score what comes out.  Cost grows with n log n and with what is found, not
with the pairs of claims.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import isinf
from typing import Any

from checker.engine import fields
from checker.engine.evaluate import holds
from checker.engine.records import Node, Rule
from checker.engine.run import agree, known
from checker.engine.values import RELATIVE, Interval
from checker.records import Claim

Pair = tuple[Claim, Claim]


def join(claims: Sequence[Claim], rule: Rule) -> Iterator[Pair]:
    """Every pair of claims for which the rule holds, each once, the earlier of `claims` first."""
    wanted = [claim for claim in claims if not claim.licensed and (not rule.aspect or claim.aspect in rule.aspect)]
    order = {id(claim): place for place, claim in enumerate(wanted)}
    sweep = _field_of_apart(rule.where)
    for bucket in _buckets(wanted, rule):
        for left, right in _agreeing(bucket, rule):
            for a, b in _candidates(left, right, sweep):
                one, other = (a, b) if order[id(a)] < order[id(b)] else (b, a)
                if _holds(rule, one, other):
                    yield one, other


def _holds(rule: Rule, a: Claim, b: Claim) -> bool:
    if holds(rule.where, {"a": (a,), "b": (b,)}):
        return True
    return not rule.symmetric and holds(rule.where, {"a": (b,), "b": (a,)})


def _buckets(claims: Sequence[Claim], rule: Rule) -> Iterator[list[Claim]]:
    """The hash join: claims whose `same` fields are known and equal."""
    readers = [fields.reader(name) for name in rule.same]
    buckets: dict[tuple[Any, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        key = tuple(read(claim) for read in readers)
        if all(known(value) for value in key):
            buckets[claim.aspect, *key].append(claim)
    yield from (bucket for bucket in buckets.values() if len(bucket) > 1)


def _agreeing(bucket: Sequence[Claim], rule: Rule) -> Iterator[tuple[list[Claim], list[Claim]]]:
    """Groups of a bucket with equal `agree` fields, by twos that do not disagree (and each with itself)."""
    readers = [fields.reader(name) for name in rule.agree]
    groups: dict[tuple[Any, ...], list[Claim]] = defaultdict(list)
    for claim in bucket:
        groups[tuple(read(claim) for read in readers)].append(claim)
    keys = list(groups)
    for i, key in enumerate(keys):
        yield groups[key], groups[key]
        for other in keys[i + 1 :]:
            if all(agree(x, y) for x, y in zip(key, other, strict=True)):
                yield groups[key], groups[other]


def _field_of_apart(where: Node) -> str | None:
    """The field of which the condition demands that a's and b's are apart (or rivals): what the sweep sorts by."""
    parts = where[1:] if where[0] == "and" else [where]
    for part in parts:
        if part[0] == "call" and part[1] in ("apart", "rival"):
            left, right = part[2], part[3]
            if {left[1], right[1]} == {"a", "b"} and left[0] == right[0]:
                if left[0] == "role":
                    return "amount"
                if left[0] == "field" and left[2] == right[2]:
                    return str(left[2])
    return None


def _candidates(left: Sequence[Claim], right: Sequence[Claim], sweep: str | None) -> Iterator[Pair]:
    """Pairs of two groups (or of one with itself) that may be apart; all when the condition asks for no sweep."""
    if sweep is None:
        for i, a in enumerate(left):
            yield from ((a, b) for b in (left[i + 1 :] if left is right else right))
        return
    read = fields.reader(sweep)
    yield from _below(left, right, read)
    if left is not right:
        yield from _below(right, left, read)


Key = tuple[Any, ...]


def _below(left: Sequence[Claim], right: Sequence[Claim], read: Any) -> Iterator[Pair]:
    """Claims of `left` that lie below claims of `right`, or just touch them: a suffix of `right` by lower ends.

    Days of different frames and amounts of different dimensions are sorted apart; so are bounds of one direction, which
    are held against each other as points ("up to 20", "up to 30"), and points, of which equal ones never matter.
    """
    ends: dict[Key, list[tuple[float, int]]] = defaultdict(list)
    for place, claim in enumerate(right):
        for kind, low, high in _spans(read(claim)):
            ends[*kind, low < high].append((low, place))
    for group in ends.values():
        group.sort()
    lows = {key: [low for low, _ in group] for key, group in ends.items()}
    for claim in left:
        for kind, low, high in _spans(read(claim)):
            if isinf(high):
                continue
            for wide in (False, True):
                key = (*kind, wide)
                if key in lows:
                    at = (high - _slack(high)) if wide or low < high else (high + _slack(high))
                    for _, place in ends[key][bisect_left(lows[key], at) :]:
                        yield claim, right[place]


def _slack(value: float) -> float:
    return RELATIVE * abs(value)


def _spans(value: Interval | None) -> Iterator[tuple[Key, float, float]]:
    """The interval, and for an open one its bound as a point."""
    if value is None:
        return
    kind = (value.dimension, value.frame)
    yield (*kind, "whole"), value.low, value.high
    if isinf(value.high) and not isinf(value.low):
        yield (*kind, "from"), value.low, value.low
    if isinf(value.low) and not isinf(value.high):
        yield (*kind, "up to"), value.high, value.high


def rivals(claims: Sequence[Claim], rule: Rule) -> Iterator[list[Claim]]:
    """For each bucket with something apart in it, one claim of every distinct value that a rival stands against.

    What an archive asks first ("has anyone published a different figure?"): n log n whatever the number of pairs.
    """
    sweep = _field_of_apart(rule.where) or "amount"
    read = fields.reader(sweep)
    for bucket in _buckets(claims, rule):
        values: dict[Interval, Claim] = {}
        for claim in bucket:
            value = read(claim)
            if isinstance(value, Interval):
                values.setdefault(value, claim)
        if len(values) < 2:
            continue
        lows, highs = sorted(v.low for v in values), sorted(v.high for v in values)
        standing = [
            claim
            for value, claim in values.items()
            if bisect_left(highs, value.low - RELATIVE * abs(value.low)) > 0
            or bisect_right(lows, value.high + RELATIVE * abs(value.high)) < len(lows)
        ]
        if standing:
            yield standing
