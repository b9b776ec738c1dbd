"""Laws: every absolute form reads back, relative forms agree with the calendar, nothing reverses and nothing raises."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.language import analyse
from checker.language.lexicon import items, table
from checker.records import Document
from checker.times import extract
from tests.times.conftest import read

DAYS = st.dates(dt.date(1700, 1, 1), dt.date(2100, 12, 31))
PUBLICATIONS = st.dates(dt.date(1990, 1, 1), dt.date(2060, 12, 31)) | st.sampled_from(
    [dt.date(2024, 2, 29), dt.date(2023, 12, 31), dt.date(2024, 1, 1), dt.date(2024, 3, 31), dt.date(2000, 2, 29)]
)
MONTHS = [dt.date(2000, month, 1).strftime("%B") for month in range(1, 13)]
SHORT = ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
LAW = settings(deadline=None, max_examples=120)


def forms(day: dt.date) -> list[str]:
    """Every absolute form of a full date."""
    month, short, ending = MONTHS[day.month - 1], SHORT[day.month - 1], ENDINGS.get(day.day, "th")
    return [
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{short} {day.day}, {day.year}",
        f"{day.day}{ending} {month} {day.year}",
        f"the {day.day}{ending} of {month}, {day.year}",
        f"{month} {day.day}{ending}, {day.year}",
        f"{day:%A}, {month} {day.day}, {day.year}",
        f"{day:%A} {day.day} {month} {day.year}",
        day.isoformat(),
    ]


@LAW
@given(day=DAYS, published=PUBLICATIONS | st.none())
def test_a_full_date_reads_back_whatever_the_day_of_publication(day: dt.date, published: dt.date | None) -> None:
    for form in forms(day):
        (time,) = read(f"The archive holds a letter of {form}, she said.", published)
        assert (time.value, time.text, time.type) == (day.isoformat(), form, "DATE")
        assert time.earliest == time.latest == day.toordinal()
        assert time.invalid == ""


@LAW
@given(day=st.dates(dt.date(1950, 1, 1), dt.date(2049, 12, 31)), published=PUBLICATIONS)
def test_a_numeric_date_reads_back_when_the_article_shows_its_order(day: dt.date, published: dt.date) -> None:
    for pattern, witness in (("%d/%m/%Y", "25/12/2001"), ("%m/%d/%Y", "12/25/2001")):
        text = f"The letters are dated {witness} and {day.strftime(pattern)}."
        assert read(text, published)[-1].value == day.isoformat()


@LAW
@given(published=PUBLICATIONS, shift=st.integers(1, 60))
def test_days_ago_agree_with_the_calendar(published: dt.date, shift: int) -> None:
    (time,) = read(f"The pit was closed {shift} days ago." if shift > 1 else "The pit was closed 1 day ago.", published)
    assert time.earliest == time.latest == published.toordinal() - shift


@LAW
@given(published=PUBLICATIONS)
def test_near_days_agree_with_the_calendar(published: dt.date) -> None:
    today = published.toordinal()
    for word, shift in (("today", 0), ("yesterday", -1), ("tomorrow", 1)):
        (time,) = read(f"The bridge is shut {word}.", published)
        assert time.earliest == time.latest == today + shift


@LAW
@given(published=PUBLICATIONS, weekday=st.integers(0, 6))
def test_a_bare_weekday_is_the_latest_one_and_after_will_the_next(published: dt.date, weekday: int) -> None:
    name = (dt.date(2024, 1, 1) + dt.timedelta(weekday)).strftime("%A")
    (past,) = read(f"The bridge was shut on {name}.", published)
    (future,) = read(f"The bridge will open on {name}.", published)
    assert past.earliest is not None
    assert future.earliest is not None
    assert 0 <= published.toordinal() - past.earliest <= 6
    assert 0 <= future.earliest - published.toordinal() <= 6
    assert {dt.date.fromordinal(past.earliest).weekday(), dt.date.fromordinal(future.earliest).weekday()} == {weekday}


@LAW
@given(published=PUBLICATIONS)
def test_weeks_months_and_years_agree_with_the_calendar(published: dt.date) -> None:
    first = published.replace(day=1)
    before = (first - dt.timedelta(1)).replace(day=1)
    week = (published - dt.timedelta(7)).isocalendar()
    for words, value in (
        ("last month", before.strftime("%Y-%m")),
        ("this month", first.strftime("%Y-%m")),
        ("last year", str(published.year - 1)),
        ("next year", str(published.year + 1)),
        ("last week", f"{week.year}-W{week.week:02d}"),
    ):
        (time,) = read(f"Sales rose {words}.", published)
        assert time.value == value
        assert time.earliest is not None
        assert time.latest is not None
        assert time.latest - time.earliest + 1 in (7, 28, 29, 30, 31, 365, 366)


@LAW
@given(published=PUBLICATIONS, count=st.integers(2, 40))
def test_months_ago_stay_in_their_month_at_month_ends(published: dt.date, count: int) -> None:
    (time,) = read(f"The mine closed {count} months ago.", published)
    index = published.year * 12 + published.month - 1 - count
    assert time.value == f"{index // 12:04d}-{index % 12 + 1:02d}"


WORDS = st.sampled_from(
    re.findall(
        r"\S+",
        """the a of in on at by from to and , . - ( ) last next this early late end first third 2 12 30 31 1984 2024
        22/10/2024 99/99/2024 Monday Sunday March May June year years week days hours quarter summer morning night ago
        later before after today now noon 5pm 17:45 GMT century 1990s '82 BC every daily half Christmas Ramadan 0 31st
        2024-13-45 x""",
    )
)


@settings(deadline=None, max_examples=400)
@given(words=st.lists(WORDS, max_size=12), published=st.dates() | st.none(), clock=st.none() | st.integers(0, 86399))
def test_no_words_raise_and_no_interval_reverses(
    words: list[str], published: dt.date | None, clock: int | None
) -> None:
    text = " ".join(words)
    end = 0
    for time in read(text, published, clock):
        assert time.text == text[time.start : time.end]
        assert end <= time.start < time.end
        end = time.end
        if time.earliest is not None and time.latest is not None:
            assert time.earliest <= time.latest


@settings(deadline=None, max_examples=200)
@given(text=st.text(max_size=60), published=st.dates() | st.none())
def test_no_text_raises(text: str, published: dt.date | None) -> None:
    for time in read(text, published):
        assert time.text == text[time.start : time.end]


@pytest.mark.parametrize("published", [dt.date.min, dt.date.max])
def test_the_ends_of_the_calendar_are_no_cliff(published: dt.date) -> None:
    words = "yesterday tomorrow last week next year two centuries ago in five decades the next day Sunday next Monday"
    for text in (words, *words.split()):
        read(f"It rained {text}.", published)


WORDS = sorted({word.partition("=")[0] for row in table("time_words") for word in items(row["words"])})
FIGURES = ["1", "12", "30", "2024", "1730", "3:15", "7pm", "3/4", "5.6", "2nd", "9h", "45s", "Q3", "12/2024"]


@settings(deadline=None, max_examples=150)
@given(
    st.lists(st.sampled_from([*WORDS, *FIGURES]), max_size=7),
    st.integers(1, 3_652_059),
    st.integers(0, 86399),
)
def test_no_message_raises_or_overlaps(pieces: list[str], day: int, clock: int) -> None:
    text = " ".join(pieces)
    document = Document(text, published_earliest=day, published_latest=day, published_clock=clock)
    times = extract(analyse(document))
    assert all(a.end <= b.start for a, b in pairwise(times))
    assert all(one.earliest is None or one.latest is None or one.earliest <= one.latest for one in times)
