"""When an article was published, as an interval of days: given, from metadata, a dateline or a copyright line."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache

from checker import patterns
from checker.records import Document, Scope

Interval = tuple[int, int]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_YEAR = r"(?:19|20)\d\d"
_ISO_GIVEN = patterns.compile(r"(\d{4})(?:-(\d{2}))?$")
_COPYRIGHT = patterns.compile(r"(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT)\D{0,20}(?P<year>(?:19|20)\d\d)\b")
_STAMP = patterns.compile(r"(?:(?:first|last|originally) )?(?:published|updated|posted|issued)\b", re.IGNORECASE)
# "VALDOR, 6 March 2024 (Agency)": a line of its own, which the page's layout has told from the text.
_PLACED = patterns.compile(r"[A-Z][\w.’' ,()-]{1,45}?,? (?:[A-Z][a-z]+day,? )?(?:\d{1,2} [A-Z]|[A-Z][a-z]{2,8}\.? \d)")
# "VALDOR, March 6 (Agency) -": a place in capitals or an agency in brackets, and few words before the dash.
_DATELINE = patterns.compile(
    r"(?:[A-Z][A-Z.’'-]{2,}[^.!?\n(]{0,60}|[A-Z][^!?\n(]{2,60}(?=\([A-Z]))(?:\([A-Z][\w .]{1,30}\))? ?(?:--|[-–—]) "
)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?,? "


# Compiled when first asked for: few articles need them, and a cold start is short.
@cache
def _written_out() -> tuple[re.Pattern[str], ...]:
    """Days in ISO form, and with their month's name before or after the day."""
    end = rf"(?:,? (?P<year>{_YEAR}))?"
    return (
        patterns.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)"),
        patterns.compile(rf"\b(?P<month>{_NAME}) (?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b{end}", re.IGNORECASE),
        patterns.compile(rf"\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)? (?P<month>{_NAME})\b{end}", re.IGNORECASE),
    )


@cache
def _alone() -> re.Pattern[str]:
    """A date and nothing else."""
    return patterns.compile(
        rf"(?:{_WEEKDAY})?(?:{_NAME} \d{{1,2}}(?:st|nd|rd|th)?,?|\d{{1,2}}(?:st|nd|rd|th)? {_NAME},?) {_YEAR}"
        r"[ ,|•·-]*(?:(?:at )?\d{1,2}[:.]\d\d.{0,20})?$",
        re.IGNORECASE,
    )


def interval(published: object) -> Interval | None:
    """First and last day of a date, a date-time or an ISO 8601 string; None for None; ValueError for no date."""
    if published is None:
        return None
    if isinstance(published, dt.date):  # a date-time is one too
        day = dt.date(published.year, published.month, published.day).toordinal()
        return day, day
    if isinstance(published, int) and not isinstance(published, bool):
        published = str(published)  # `date: 2024` in a file's metadata
    if isinstance(published, str):
        word = published.strip()
        match = _ISO_GIVEN.match(word)
        if match:
            return _span(int(match[1]), int(match[2]) if match[2] else None)
        day = dt.datetime.fromisoformat(word).toordinal()
        return day, day
    raise ValueError(f"{published!r} is no date")


def clock(published: object) -> int | None:
    """Seconds after midnight, where a moment and not only a day was given; of its own clock, whatever the zone."""
    if isinstance(published, str) and len(published.strip()) > len("2024-10-22"):
        published = dt.datetime.fromisoformat(published.strip())
    if isinstance(published, dt.datetime):
        return published.hour * 3600 + published.minute * 60 + published.second
    return None


def lenient(published: object) -> Interval | None:
    """As `interval`, for what a file says of itself: prose dates are read too, and what is no date is None."""
    try:
        return interval(published)
    except ValueError:
        return from_prose(str(published))


def _span(year: int, month: int | None) -> Interval:
    """A whole year or month; ValueError out of the calendar."""
    first = dt.date(year, month or 1, 1)
    if month is None:
        return first.toordinal(), dt.date(year, 12, 31).toordinal()
    after = dt.date(year + month // 12, month % 12 + 1, 1) if (year, month) != (9999, 12) else dt.date.max
    return first.toordinal(), after.toordinal() - (after != dt.date.max)


def from_prose(text: str, year: int | None = None) -> Interval | None:
    """The first day written out with its month's name, or in ISO form; `year` serves where none is printed."""
    found = [match for match in (form.search(text) for form in _written_out()) if match]
    for match in sorted(found, key=lambda m: (m["year"] is None, m.start())):
        printed = int(match["year"]) if match["year"] else year
        month = match["month"]
        number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
        if printed is None:
            continue
        try:
            day = dt.date(printed, number, int(match["day"])).toordinal()
        except ValueError:
            continue
        return day, day
    return None


def from_scopes(text: str, scopes: Sequence[Scope]) -> tuple[int | None, int | None, str]:
    """What the page says of its own publication: (earliest, latest, by)."""
    year = _copyright_year(text, scopes)
    dated = _dateline(text, scopes, year)
    if dated:
        return (*dated, "dateline")
    if year is not None:
        return (*_span(year, None), "copyright")
    return None, None, ""


def _copyright_year(text: str, scopes: Sequence[Scope]) -> int | None:
    for scope in reversed(scopes):
        if scope.kind == "furniture" and scope.end - scope.start <= 300:
            match = _COPYRIGHT.search(text, scope.start, scope.end)
            if match:
                return int(match["year"])
    return None


def _dateline(text: str, scopes: Sequence[Scope], year: int | None) -> Interval | None:
    """A "Published" line, a bare date line at the top, or the dateline of the first paragraph."""
    for index, scope in enumerate(scopes):
        if scope.kind not in ("furniture", "standfirst") or scope.end - scope.start > 120:
            continue
        line = text[scope.start : scope.end]
        if _STAMP.match(line) or (index < 6 and (is_date_line(line) or _PLACED.match(line))):
            found = from_prose(line, year)
            if found:
                return found
    first = next((scope for scope in scopes if scope.kind == "body"), None)
    if first:
        head = text[first.start : min(first.end, first.start + 120)]
        match = _DATELINE.match(head)
        if match:
            return from_prose(match.group(), year)
    return None


def is_date_line(line: str) -> bool:
    """The line is a date and nothing else."""
    return bool(_alone().match(line))


def published_iso(document: Document) -> str | None:
    """The publication date in ISO 8601: a day, a month, a year, or an interval of days; None when unknown."""
    earliest, latest = document.published_earliest, document.published_latest
    if earliest is None or latest is None:
        return None
    first = dt.date.fromordinal(earliest)
    if earliest == latest:
        return first.isoformat()
    if (earliest, latest) == _span(first.year, None):
        return f"{first.year:04}"
    if (earliest, latest) == _span(first.year, first.month):
        return f"{first.year:04}-{first.month:02}"
    return f"{first.isoformat()}/{dt.date.fromordinal(latest).isoformat()}"
