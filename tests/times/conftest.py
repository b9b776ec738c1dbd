"""What the tests of times share."""

from __future__ import annotations

import datetime as dt

from checker.language import analyse
from checker.records import Document, Time
from checker.times import extract

# A Tuesday.
PUBLISHED = dt.date(2024, 10, 22)


def read(text: str, published: dt.date | None = PUBLISHED, clock: int | None = None) -> list[Time]:
    """The times of a text; `published` is the day, `clock` the second of that day."""
    day = published.toordinal() if published else None
    document = Document(text, published_earliest=day, published_latest=day, published_clock=clock)
    return extract(analyse(document))


def told(text: str, published: dt.date | None = PUBLISHED, clock: int | None = None) -> list[tuple[str, str]]:
    """Each time's print and TIMEX3 value."""
    return [(time.text, time.value) for time in read(text, published, clock)]


def days(time: Time) -> tuple[str | None, str | None]:
    """First and last day as ISO dates."""
    return tuple(dt.date.fromordinal(day).isoformat() if day else None for day in (time.earliest, time.latest))
