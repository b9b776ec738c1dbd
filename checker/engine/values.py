"""Intervals, and three-valued logic: what is unknown stays unknown (None), and an unknown condition does not hold.

Arithmetic and comparisons read an interval as "some value in here": `x > y` is true when every value of x is above
every value of y, false when none is, and unknown in between.  So a rule fires only when no printing tolerance can save
the text.
"""

from __future__ import annotations

from math import inf, isinf, isnan
from typing import NamedTuple

RELATIVE = 1e-9
SCALAR = ("", "percent", "ratio")


class Interval(NamedTuple):
    """All values from `low` to `high`, both included.  `dimension` None fits any; `frame` is "" but for days."""

    low: float
    high: float
    dimension: str | None = None
    frame: str = ""


def point(value: float) -> Interval:
    return Interval(value, value)


def _slack(x: float, y: float) -> float:
    widest = max(abs(x), abs(y))
    return 0.0 if widest == inf else RELATIVE * widest


def comparable(x: Interval, y: Interval) -> bool:
    if x.frame != y.frame and x.dimension is not None and y.dimension is not None:
        return False
    return x.dimension is None or y.dimension is None or x.dimension == y.dimension


def below(x: Interval, y: Interval) -> bool:
    """Every value of x lies below every value of y."""
    return x.high < y.low - _slack(x.high, y.low)


def is_apart(x: Interval | None, y: Interval | None) -> bool | None:
    if x is None or y is None or not comparable(x, y):
        return None
    return below(x, y) or below(y, x)


def less(x: Interval | None, y: Interval | None) -> bool | None:
    """x < y, as far as it is certain."""
    if x is None or y is None or not comparable(x, y):
        return None
    if below(x, y):
        return True
    return False if x.low >= y.high - _slack(x.low, y.high) else None


def equal(x: Interval | None, y: Interval | None) -> bool | None:
    apart = is_apart(x, y)
    if apart is None or x is None or y is None:
        return None
    if apart:
        return False
    both = x.high - x.low <= _slack(x.low, x.high) and y.high - y.low <= _slack(y.low, y.high)
    return True if both else None


def _merged(x: Interval, y: Interval) -> tuple[str | None, str] | None:
    """Dimension and frame of a sum; None when they cannot be added."""
    if not comparable(x, y):
        return None
    return (x.dimension if x.dimension is not None else y.dimension), x.frame or y.frame


def add(x: Interval | None, y: Interval | None) -> Interval | None:
    if x is None or y is None:
        return None
    kind = _merged(x, y)
    return None if kind is None else Interval(x.low + y.low, x.high + y.high, *kind)


def subtract(x: Interval | None, y: Interval | None) -> Interval | None:
    """Two days of one frame differ by a number of days, which has no frame."""
    if x is None or y is None:
        return None
    kind = _merged(x, y)
    if kind is None:
        return None
    dimension, frame = kind
    if x.frame and x.frame == y.frame:
        dimension, frame = None, ""
    return Interval(x.low - y.high, x.high - y.low, dimension, frame)


def negative(x: Interval | None) -> Interval | None:
    return None if x is None else Interval(-x.high, -x.low, x.dimension, x.frame)


def _products(x: Interval, y: Interval) -> tuple[float, float] | None:
    ends = [a * b for a in (x.low, x.high) for b in (y.low, y.high) if not (a == 0 or b == 0)]
    if any(v == 0 for v in (x.low, x.high, y.low, y.high)):
        ends.append(0.0)
    return (min(ends), max(ends)) if ends and not any(isnan(e) for e in ends) else None


def multiply(x: Interval | None, y: Interval | None) -> Interval | None:
    if x is None or y is None:
        return None
    ends = _products(x, y)
    if ends is None:
        return None
    dimensions = [d for d in (x.dimension, y.dimension) if d is not None and d not in SCALAR]
    if dimensions:
        dimension: str | None = "*".join(sorted(dimensions))
    else:
        dimension = x.dimension if y.dimension is None or y.dimension in SCALAR else y.dimension
    return Interval(*ends, dimension)


def divide(x: Interval | None, y: Interval | None) -> Interval | None:
    if x is None or y is None or y.low <= 0 <= y.high:
        return None
    ends = _products(x, Interval(1 / y.high if not isinf(y.high) else 0.0, 1 / y.low if not isinf(y.low) else 0.0))
    if ends is None:
        return None
    if y.dimension is None or y.dimension in SCALAR:
        dimension = x.dimension
    elif x.dimension == y.dimension:
        dimension = None
    else:
        dimension = f"{x.dimension or ''}/{y.dimension}"
    return Interval(*ends, dimension)


def everything() -> Interval:
    return Interval(-inf, inf)
