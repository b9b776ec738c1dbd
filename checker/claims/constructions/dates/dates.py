"""Dates, date ranges and distances in time ("twelve days later") as figures."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from checker import patterns
from checker.claims.constructions.frame.figure import Figure
from checker.records import Time

DIGITS = patterns.compile(r"\d")
RELATIVE = patterns.compile(
    r"(.{1,30}?)[ -](year|month|week|day|hour|minute|decade)s? (?:ago|later|earlier|afterwards|after|before|on)$"
)
FROM_DATE = patterns.compile(r"(.{1,30}?)[ -](year|month|week|day)s? from (.+)$")
RANGE_JOINT = patterns.compile(r"\s?(?:-|–|—|\bto\b|\buntil\b|\btill\b|\bthrough\b|\band\b)\s?")
ISO = patterns.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$")
SECONDS = {
    "minute": 60.0,
    "hour": 3600.0,
    "day": 86400.0,
    "week": 604800.0,
    "month": 2629743.8,
    "year": 31556952.0,
    "decade": 315569520.0,
}


def printed(time: Time) -> bool:
    """Is it printed with a figure: no weekday, no "last month"?"""
    return DIGITS.search(time.text) is not None


def figures_of_time(time: Time) -> list[Figure]:
    """The figures of one time expression: one for a date or clock time with a figure in it, two for a range."""
    distance = RELATIVE.match(time.text.lower())
    if distance:
        return _distance(time, distance)
    if time.type == "DATE" and (counted := FROM_DATE.match(time.text)):
        return _from_date(time, counted)
    if time.type == "DATE" and "/" in time.value and (halves := _halves(time)):
        return halves
    letter = letter_of_time(time)
    if not letter:
        return []
    value = time.number if letter == "V" else None
    return [Figure(letter, time.start, time.end, time.text, time=time, value=value, least=value, most=value)]


def figure_of(time: Time) -> Figure:
    """A date or clock time as one figure, whatever is in it."""
    return Figure("T", time.start, time.end, time.text, time=time)


def length_of(time: Time) -> Figure:
    """A duration as a figure."""
    return Figure("D", time.start, time.end, time.text, value=time.number, unit=time.unit)


def _distance(time: Time, found: re.Match[str]) -> list[Figure]:
    """ "twelve days later": the duration in it; the word behind stays a word."""
    from checker.quantities import numerals

    numeral = numerals.read(found[1], 0)
    if numeral is None or numeral.value is None or numeral.length != len(found[1]):
        return []
    seconds = numeral.value * SECONDS[found[2]]
    end = time.start + len(found[0]) - len(found[0].split(" ")[-1]) - 1
    return [
        Figure(
            "D",
            time.start,
            end,
            time.text[: end - time.start],
            -1,
            0,
            None,
            numeral.value,
            seconds,
            seconds,
            unit=found[2],
        )
    ]


def _from_date(time: Time, found: re.Match[str]) -> list[Figure]:
    """ "64 days from November 21, 1948", where a span is told: the duration, and the day it is counted from."""
    length = _distance(time, found)
    if not length or time.earliest is None or time.latest is None or length[0].value is None:
        return []
    days = round(length[0].value * SECONDS[found[2].lower()] / 86400)
    at = time.start + found.start(3)
    day = msgspec.structs.replace(
        time, start=at, text=found[3], value="", earliest=time.earliest - days, latest=time.latest - days
    )
    end = at - len(" from ")
    first = msgspec.structs.replace(length[0], end=end, text=time.text[: end - time.start])
    return [first, Figure("T" if time.grain == "day" else "Y", at, time.end, day.text, time=day)]


def _halves(time: Time) -> list[Figure]:
    """Both ends of "November 21, 1948 to January 31, 1949"."""
    values = time.value.split("/")
    joint = RANGE_JOINT.search(time.text)
    days = [_days(value) for value in values]
    if joint is None or len(days) != 2 or None in days:
        return []
    figures = []
    for span, (start, end) in zip(days, ((0, joint.start()), (joint.end(), len(time.text))), strict=True):
        assert span is not None
        text = time.text[start:end]
        if not DIGITS.search(text):
            return []
        half = msgspec.structs.replace(
            time,
            start=time.start + start,
            end=time.start + end,
            text=text,
            earliest=span[0],
            latest=span[1],
            weekday=None,
        )
        figures.append(Figure(span[2], half.start, half.end, text, time=half))
    return figures


def _days(value: str) -> tuple[int, int, str] | None:
    """First and last day of an ISO date, month or year, and its letter."""
    found = ISO.match(value)
    if found is None:
        return None
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    try:
        if day:
            at = date(year, month, day).toordinal()
            return at, at, "T"
        if month:
            following = date(year + month // 12, month % 12 + 1, 1)
            return date(year, month, 1).toordinal(), following.toordinal() - 1, "B"
        return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal(), "Y"
    except ValueError:
        return None


def letter_of_time(time: Time) -> str:
    """The letter of a date or clock time; "" for what stays words."""
    if time.type == "TIME" and time.clock is not None:
        return "C"
    if time.type != "DATE" or not printed(time):
        return ""
    if time.number is not None and "anniversar" in time.text.lower():
        return "V"
    if time.earliest is None and not time.invalid:
        return ""
    if time.grain == "day":
        return "T"
    return "Y" if time.grain == "year" else "B"
