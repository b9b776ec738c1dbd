"""What a message means by a span: an ISO 8601 interval whose end is exclusive.

News keeps TIMEX3 (a value with a `mod`), which says "the end of March" without saying when it begins.  A calendar must
put it somewhere: the last third of a month, the last days of a week, from Friday evening for a weekend.
"""
from __future__ import annotations

from datetime import date

from checker import patterns
from checker.times.maker import Maker
from checker.times.offsets import moment
from checker.times.readings import (
    LAST_DAY,
    SUBDAY,
    Reading,
    add,
    iso,
    month_length,
    month_reading,
    ordinal,
    quarter_reading,
    span_of,
    year_reading,
)

# First and last month of the beginning, middle and end of a year; days of a month and of a week.
YEAR_PARTS = {"START": (1, 3), "MID": (5, 8), "END": (9, 12)}
MONTH_PARTS = {"START": (1, 10), "MID": (11, 20), "END": (21, 31)}
WEEK_PARTS = {"START": (0, 2), "MID": (2, 3), "END": (4, 6)}
# From solstice to equinox, both of their days included.
SEASON_DAYS = {"SP": ((3, 20), (6, 21)), "SU": ((6, 21), (9, 23)), "FA": ((9, 23), (12, 21)), "WI": ((12, 21), (3, 20))}
STAMP = {"hour": 13, "minute": 16, "second": 19}  # characters of an ISO moment that a unit keeps


_WEEK = patterns.compile(r"(\d{4})-W(\d\d)(-WE)?")


def point(reading: Reading) -> int | None:
    """The day at which an end of a range stands: "to the end of 2008" takes all of it."""
    if reading.lo is None or reading.hi is None:
        return None
    if reading.mod == "END":
        return reading.hi + 1
    if reading.mod == "MID":
        return (reading.lo + reading.hi + 1) // 2
    return reading.lo


def between(first: int | None, last: int | None) -> str:
    """The days first..last as an interval of days, the end exclusive."""
    return f"{iso(first)}/{iso(last + 1)}" if first is not None and last is not None and last < LAST_DAY else ""


def in_entry(reading: Reading) -> None:
    """A span of a calendar entry (a text that is nothing but a time), made an interval where it has parts or edges."""
    value = ""
    if reading.type != "DATE" or "/" in reading.value or reading.frame != "calendar":
        return
    if reading.mod in MONTH_PARTS:
        value = part_of_span(reading)
    elif reading.value.endswith("-WE") and reading.hi is not None and reading.hi < LAST_DAY:
        value = f"{iso(reading.hi - 2)}T18/{iso(reading.hi + 1)}T00"
    elif reading.grain == "season" and reading.y is not None and reading.value[5:] in SEASON_DAYS:
        value = season_days(reading.y, reading.value[5:])
    if value:
        reading.value = value


def part_of_span(reading: Reading) -> str:
    """The beginning, middle or end of a month, week or year."""
    mod, year, month = reading.mod, reading.y, reading.m
    if reading.grain == "month" and year is not None and month is not None and year > 0:
        first, last = MONTH_PARTS[mod]
        return between(ordinal(year, month, first), ordinal(year, month, min(last, month_length(year, month))))
    if reading.grain == "year" and year is not None and 0 < year < 9999 and reading.value.isdigit():
        first, last = YEAR_PARTS[mod]
        after = month_reading(year + last // 12, last % 12 + 1, "")
        return f"{month_reading(year, first, '').value}/{after.value}"
    if reading.grain == "week" and reading.lo is not None:
        monday = reading.lo - (reading.lo - 1) % 7
        first, last = WEEK_PARTS[mod]
        return between(monday + first, monday + last)
    return ""


def season_days(year: int, season: str) -> str:
    first, last = SEASON_DAYS[season]
    return between(ordinal(year - (season == "WI"), *first), ordinal(year, *last))


def in_sentence(reading: Reading) -> None:
    """In a sentence the longer spans are said in days, and the end of a day to the second."""
    if reading.mod == "END" and reading.grain == "day" and reading.type == "DATE" and reading.d is not None:
        reading.type, reading.grain, reading.value, reading.mod = "TIME", "minute", f"{reading.value}T23:59:59", ""
    if reading.mod or reading.frame != "calendar" or "/" in reading.value or reading.lo is None or reading.hi is None:
        return
    if reading.grain == "century" and reading.y is not None and 0 < reading.y < 9899:
        reading.value = f"{reading.y:04d}-01-01/{reading.y + 100:04d}-01-01"
    elif (found := _WEEK.fullmatch(reading.value)) is not None:
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1).toordinal()
        reading.value = between(monday + (5 if found[3] else 0), monday + 6)
    elif reading.grain in ("decade", "quarter") or reading.value[5:6] == "H":
        reading.value = between(reading.lo, reading.hi)


def window(mk: Maker, out: Reading, number: float, name: str, sign: int) -> Reading | None:
    """ "the next three months" of a calendar entry: whole months, from the next on."""
    pub, clock = mk.context.pub, mk.context.clock
    count = int(number)
    if pub is None or count != number or count < 1:
        return None
    if name in SUBDAY:
        if clock is None:
            return None
        size = {"hour": 3600, "minute": 60, "second": 1}[name]
        over = clock % size
        ends = (1, count + 1) if sign > 0 else (-count, 0)
        values = [moment(mk, n * size - over, "second") for n in ends]
        out.type, out.value = "TIME", "/".join(one.value[: STAMP[name]] for one in values)
        out.lo, out.hi, out.grain = values[0].lo, values[1].hi, "minute"
    elif name in ("week", "month", "quarter", "year"):
        ends = (1, count + 1) if sign > 0 else (-count, 0)
        begins = span_of(name, pub, "").lo
        days = [add(begins, n, name) for n in ends] if begins is not None else [None]
        spans = [spelt(name, day) for day in days if day is not None]
        if len(spans) < 2 or spans[1].lo is None:
            return None
        out.type, out.value = "DATE", f"{spans[0].value}/{spans[1].value}"
        out.lo, out.hi, out.grain = spans[0].lo, spans[1].lo - 1, "day"
    else:
        return None
    out.number, out.unit, out.anchor = None, "", "publication"
    return out


def spelt(name: str, day: int) -> Reading:
    out = span_of(name, day, "")
    if name == "quarter" and out.y is not None:
        return quarter_reading(out.y, int(out.value[-1]), "")
    return year_reading(out.y, "") if name == "year" and out.y is not None else out


def until_deadline(mk: Maker, reading: Reading) -> None:
    """ "by 2 pm", "by the end of the month" of a calendar entry: from now to then."""
    context = mk.context
    if context.pub is None or context.clock is None or reading.hi is None or reading.frame != "calendar":
        return
    if reading.hi >= LAST_DAY:
        return
    now = moment(mk, 0, "second").value
    if reading.mod == "END" and reading.type == "DATE":
        last = reading.hi
        reading.value, reading.type = f"{now}/{iso(last + 1)}T00:00:00", "TIME"
    elif reading.grain == "minute" and reading.lo is not None and reading.value[13:14] == ":" and not reading.zone:
        reading.value = f"{now}/{reading.value[:16]}:00"
    else:
        return
    reading.lo, reading.mod = context.pub, ""
