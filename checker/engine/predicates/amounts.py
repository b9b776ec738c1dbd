"""Predicates over figures: what fits, what adds up, what is a rounding of what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import isinf
from typing import Any

from checker.engine import fields, values
from checker.engine.values import Interval
from checker.records import Claim
from checker.slips import last_digit, slip


def interval(value: Any) -> Interval | None:
    """A value as an interval; a role only when it has exactly one claim."""
    if isinstance(value, Interval):
        return value
    if isinstance(value, tuple) and len(value) == 1 and isinstance(value[0], Claim):
        return fields.amount(value[0])
    return None


def intervals(value: Any) -> list[Interval | None]:
    """Of a role with several claims, the interval of each."""
    if isinstance(value, tuple) and not isinstance(value, Interval):
        return [fields.amount(v) for v in value if isinstance(v, Claim)]
    return [interval(value)]


def claim_of(value: Any) -> Claim | None:
    return value[0] if isinstance(value, tuple) and len(value) == 1 and isinstance(value[0], Claim) else None


def apart(x: Any, y: Any) -> bool | None:
    """Of roles with several claims: every one from every one."""
    if type(x) is tuple and type(y) is tuple and len(x) == len(y) == 1:
        return values.is_apart(fields.amount(x[0]), fields.amount(y[0]))
    answer: bool | None = None
    for one in intervals(x):
        for other in intervals(y):
            found = values.is_apart(one, other)
            if not found:
                return found
            answer = True
    return answer


def meets(x: Any, y: Any) -> bool | None:
    found = apart(x, y)
    return None if found is None else not found


UNLIKE_BOUNDS = 0.15  # by how much two bounds of one direction differ before they are two tellings


VAGUE = "vague"  # the hedge of "dozens", "tens of thousands"


def rival(x: Any, y: Any) -> bool | None:
    """Two tellings of one figure that an editor cannot print side by side: `apart`, or two bounds of one direction
    ("up to 20 minutes", "up to 30 minutes"), or two roundings that only touch ("$1bn", "$2bn")."""
    found = apart(x, y)
    one, other = interval(x), interval(y)
    if found or one is None or other is None or not values.comparable(one, other):
        return found
    first, second = claim_of(x), claim_of(y)
    if any(claim is not None and claim.hedge == VAGUE for claim in (first, second)):
        return found  # "dozens" and "more than 40" are told of one crowd
    for left, right, low, high in ((one, other, second, first), (other, one, first, second)):
        if left.high == right.low and not isinf(left.high):
            if left.low < left.high and right.low < right.high:
                return True
            if (low is not None and not low.low_closed) or (high is not None and not high.high_closed):
                return True  # "30" and "more than 30"
    if isinf(one.high) and isinf(other.high):
        return _unlike(one.low, other.low)
    if isinf(one.low) and isinf(other.low):
        return _unlike(one.high, other.high)
    return found


def _unlike(x: float, y: float) -> bool:
    return not isinf(x) and not isinf(y) and abs(x - y) > UNLIKE_BOUNDS * max(abs(x), abs(y))


ROUNDED_MEASURE = 0.03  # a measure is told in whole inches where a gauge has tenths, a share in whole percent
MEASURES = frozenset(
    ("percent", "length", "area", "mass", "volume", "temperature", "speed", "energy", "power", "magnitude")
)
ROUNDED = 0.005  # a figure this near, with fewer digits, is the other one rounded


def transposed(x: Any, y: Any) -> bool | None:
    """One is the other with two of its digits turned round: 1,847 and 1,487."""
    first, second = claim_of(x), claim_of(y)
    return None if first is None or second is None else slip(first, second) == "turned"


def rounding(x: Any, y: Any) -> bool | None:
    """One is the other with fewer digits: 293,000 and 293,264; 17 inches and 17.2 inches."""
    first, second = claim_of(x), claim_of(y)
    if first is None or second is None:
        return None
    one, other = interval(fields.nominal(first)), interval(fields.nominal(second))
    if one is None or other is None or not values.comparable(one, other) or not one.low or not other.low:
        return None
    a, b = one.low, other.low
    measured = first.unit == second.unit and first.dimension in MEASURES
    if measured and first.value and second.value:
        a, b = first.value, second.value  # digits are counted as printed, not in metres
    if abs(a - b) > (ROUNDED_MEASURE if measured else ROUNDED) * max(abs(a), abs(b)):
        return False
    coarse, fine = (a, b) if _significant(a) < _significant(b) else (b, a)
    return _significant(coarse) < _significant(fine) and abs(coarse - fine) <= last_digit(coarse) / 2


def _significant(value: float) -> int:
    return len(f"{abs(value):.10g}".replace(".", "").strip("0"))


def before(x: Any, y: Any) -> bool | None:
    one, other = interval(x), interval(y)
    if one is None or other is None or not values.comparable(one, other):
        return None
    return values.below(one, other)


def total(*given: Any) -> Interval | None:
    parts = [i for value in given for i in intervals(value)]
    if not parts:
        return None
    result = parts[0]
    for part in parts[1:]:
        result = values.add(result, part)
    return result


def count(value: Any) -> Interval | None:
    return values.point(float(len(value))) if isinstance(value, tuple) and not isinstance(value, Interval) else None


def _extreme(pick: Callable[[Sequence[float]], float], given: Sequence[Any]) -> Interval | None:
    found = [i for value in given for i in intervals(value)]
    known = [i for i in found if i is not None]
    if not known or len(known) < len(found) or not all(values.comparable(known[0], i) for i in known):
        return None
    return Interval(pick([i.low for i in known]), pick([i.high for i in known]), known[0].dimension, known[0].frame)


def smallest(*given: Any) -> Interval | None:
    return _extreme(min, given)


def largest(*given: Any) -> Interval | None:
    return _extreme(max, given)


def absolute(x: Any) -> Interval | None:
    one = interval(x)
    if one is None or one.low >= 0:
        return one
    if one.high <= 0:
        return values.negative(one)
    return one._replace(low=0.0, high=max(-one.low, one.high))


def fraction(x: Any) -> Interval | None:
    """7.5 percent is 0.075; a plain number stays what it is."""
    one = interval(x)
    if one is None:
        return None
    if one.dimension == "percent":
        return Interval(one.low / 100, one.high / 100)
    return one._replace(dimension=None)


def number(x: Any) -> Interval | None:
    """Without its dimension, so that a count of items can be held against a count of people."""
    one = interval(x)
    return None if one is None else Interval(one.low, one.high)


def rounded(x: Any) -> Interval | None:
    """What a writer who rounds to whole numbers might print."""
    one = interval(x)
    return None if one is None else one._replace(low=one.low - 0.5, high=one.high + 0.5)


def about(x: Any, share: Any) -> Interval | None:
    """Widened by a share of itself on both sides: what a writer who rounds freely might print."""
    one, part = interval(x), interval(share)
    if one is None or part is None:
        return None
    margin = part.high * max(abs(one.low), abs(one.high))
    return one._replace(low=one.low - margin, high=one.high + margin)


def digits(x: Any, y: Any) -> Interval | None:
    """x as it may be printed with the precision of claim y: half a unit of y's last non-zero digit either way."""
    one, claim = interval(x), claim_of(y)
    if one is None or claim is None or claim.value is None:
        return one
    margin = 0.0
    scale = 1.0
    if claim.least is not None and claim.most is not None:
        margin = (claim.most - claim.least) / 2
        if claim.value:
            scale = abs((claim.least + claim.most) / 2 / claim.value) or 1.0
    if not margin:
        margin = last_digit(claim.value) / 2 * scale
    return one._replace(low=one.low - margin, high=one.high + margin)


def in_unit(x: Any, y: Any) -> Interval | None:
    """An amount in the unit in which claim y is printed."""
    one, claim = interval(x), claim_of(y)
    if one is None or claim is None or not claim.value or claim.least is None or claim.most is None:
        return None
    if claim.dimension == "temperature":
        scale, zero = (5 / 9, 459.67 * 5 / 9) if "ahrenheit" in claim.unit else (1.0, 273.15)
        return Interval((one.low - zero) / scale, (one.high - zero) / scale)
    scale = (claim.least + claim.most) / 2 / claim.value
    return Interval(one.low / scale, one.high / scale) if scale > 0 else None
