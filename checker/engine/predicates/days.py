"""Predicates over days of the calendar and times of day."""

from __future__ import annotations

from datetime import date
from math import isinf
from typing import Any

from checker.engine import values
from checker.engine.predicates.amounts import interval
from checker.engine.values import Interval


def _day(x: Any) -> date | None:
    one = interval(x)
    if one is None or one.low != one.high or isinf(one.low) or one.frame not in ("", "calendar"):
        return None
    try:
        return date.fromordinal(int(one.low))
    except (ValueError, OverflowError):
        return None


def weekday(x: Any) -> Interval | None:
    """0 for Monday to 6 for Sunday; unknown unless x is one day of the calendar."""
    day = _day(x)
    return values.point(float(day.weekday())) if day else None


def _calendar(x: Any) -> tuple[date, date] | None:
    one = interval(x)
    if one is None or isinf(one.low) or isinf(one.high) or one.frame not in ("", "calendar"):
        return None
    try:
        return date.fromordinal(int(one.low)), date.fromordinal(int(one.high))
    except (ValueError, OverflowError):
        return None


def clock(x: Any) -> str | None:
    one = interval(x)
    if one is None or isinf(one.low) or isinf(one.high):
        return None
    ends = [f"{round(end) % 1440 // 60:02}:{round(end) % 60:02}" for end in (one.low, one.high)]
    return ends[0] if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"


def year(x: Any) -> Interval | None:
    days = _calendar(x)
    return Interval(float(days[0].year), float(days[1].year)) if days else None


def _completed(start: date, end: date) -> int:
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))


def years(x: Any, y: Any) -> Interval | None:
    """Birthdays passed between some day of x and some day of y."""
    first, last = _calendar(x), _calendar(y)
    if first is None or last is None:
        return None
    return Interval(float(_completed(first[1], last[0])), float(_completed(first[0], last[1])))
