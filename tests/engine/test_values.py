"""Intervals and three-valued logic."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.engine import values
from checker.engine.values import Interval

ends = st.floats(-1e9, 1e9, allow_nan=False, allow_subnormal=False).map(lambda x: round(x, 6))
intervals = st.tuples(ends, ends).map(lambda pair: Interval(min(pair), max(pair)))
inside = st.floats(0, 1)


def pick(interval: Interval, where: float) -> float:
    return min(max(interval.low + (interval.high - interval.low) * where, interval.low), interval.high)


@given(intervals, intervals, inside, inside)
@settings(deadline=None)
def test_arithmetic_holds_every_value_of_its_operands(x: Interval, y: Interval, at: float, also: float) -> None:
    one, other = pick(x, at), pick(y, also)
    for compute, expected in (
        (values.add, one + other),
        (values.subtract, one - other),
        (values.multiply, one * other),
        (values.divide, one / other if other else None),
    ):
        result = compute(x, y)
        if result is not None and expected is not None:
            slack = 1e-9 * max(1.0, abs(expected), abs(result.low), abs(result.high))
            assert result.low - slack <= expected <= result.high + slack


@given(intervals, intervals)
@settings(deadline=None)
def test_apart_is_symmetric_and_never_together_with_equal(x: Interval, y: Interval) -> None:
    assert values.is_apart(x, y) == values.is_apart(y, x)
    assert not (values.is_apart(x, y) and values.equal(x, y))
    assert values.is_apart(x, x) is False
    if values.less(x, y):
        assert values.is_apart(x, y)
        assert values.less(y, x) is False


@given(intervals, intervals, intervals)
@settings(deadline=None)
def test_what_is_apart_from_a_wider_interval_is_apart_from_a_narrower(x: Interval, y: Interval, z: Interval) -> None:
    wider = Interval(min(x.low, z.low), max(x.high, z.high))
    if values.is_apart(wider, y):
        assert values.is_apart(x, y)


def test_the_last_bit_of_a_sum_decides_nothing() -> None:
    total = values.point(0.3)
    parts = values.add(values.point(0.1), values.point(0.2))
    assert values.is_apart(total, parts) is False
    assert values.equal(total, parts) is True


def test_euros_are_not_compared_with_dollars_nor_days_of_two_frames() -> None:
    assert values.is_apart(Interval(5, 5, "money:EUR"), Interval(9, 9, "money:USD")) is None
    assert values.is_apart(Interval(5, 5, "day", "calendar"), Interval(9, 9, "day", "document:1")) is None
    assert values.is_apart(Interval(5, 5, "money:EUR"), values.point(9)) is True


def test_a_share_of_a_sum_keeps_the_dimension_of_the_sum() -> None:
    sum_ = Interval(100, 100, "money:EUR")
    assert values.multiply(sum_, Interval(0.1, 0.1, "percent")) == Interval(10, 10, "money:EUR")
    assert values.divide(sum_, sum_) == Interval(1, 1, None)
