"""Dates that say their day, month or year.  Each case: a sentence, then what is read in it."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.times.conftest import days, read, told

CASES = [
    ("The dam burst on 22 October 2024.", [("22 October 2024", "2024-10-22")]),
    ("The dam burst on October 22, 2024, killing nine.", [("October 22, 2024", "2024-10-22")]),
    ("Voting ended on the 4th of March 2001.", [("the 4th of March 2001", "2001-03-04")]),
    ("She was born on 9 Sept. 1954 in Leeds.", [("9 Sept. 1954", "1954-09-09")]),
    ("The log is dated 2023-11-05.", [("2023-11-05", "2023-11-05")]),
    ("The merger was signed in May 2019.", [("May 2019", "2019-05")]),
    ("The club won the title in 1987.", [("1987", "1987")]),
    ("House prices rose in the 1990s.", [("the 1990s", "199")]),
    ("Rents fell in the mid-1980s.", [("the mid-1980s", "198")]),
    ("The bridge dates from the 19th century.", [("the 19th century", "18")]),
    ("Profits doubled in the third quarter of 2009.", [("the third quarter of 2009", "2009-Q3")]),
    ("Output fell in the first half of 2003.", [("the first half of 2003", "2003-H1")]),
    ("Snow fell early in 2003.", [("early in 2003", "2003")]),
    ("The drought began in spring 2003.", [("spring 2003", "2003-SP")]),
    ("Net income for fiscal 2024 was flat.", [("fiscal 2024", "FY2024")]),
    ("The FY25 deficit and sales in FY2024 grew.", [("FY25", "FY2025"), ("FY2024", "FY2024")]),
    ("The 9/11 attacks changed air travel.", [("9/11", "2001-09-11")]),
    ("He rang at 3 o'clock in the morning on 4 May 2011.", [
        ("3 o'clock in the morning", "2011-05-04T03:00"), ("4 May 2011", "2011-05-04"),
    ]),
    ("It snowed from October to March 2017.", [("October", "2016-10"), ("March 2017", "2017-03")]),
    ("Snow fell from 28 December to 3 January 2020.", [
        ("28 December", "2019-12-28"), ("3 January 2020", "2020-01-03"),
    ]),
    ("In May, June and July 2023 it rained.", [("May", "2023-05"), ("June", "2023-06"), ("July 2023", "2023-07")]),
    ("Sales in 1H 2024 beat those of H2 2023.", [("1H 2024", "2024-H1"), ("H2 2023", "2023-H2")]),
    ("The 2023/24 season was short.", [("2023/24", "2023")]),
    ("Work of the 18th and 19th centuries was shown.", [("the 18th", "17"), ("19th centuries", "18")]),
    ("Its fiscal 2024 fourth-quarter revenue fell.", [("fiscal 2024 fourth-quarter", "FY2024-Q4")]),
    ("The blast came at 2300 local time on 4 May 2011.", [
        ("2300 local time", "2011-05-04T23:00"), ("4 May 2011", "2011-05-04"),
    ]),
    ("It fell in late August, it is said.", [("late August", "2024-08")]),
    ("It began early in the morning of 29 April 1975.", [
        ("early in the morning of 29 April 1975", "1975-04-29TMO"),
    ]),
    ("The last week of 2016 was wet.", [("The last week of 2016", "2016-W52")]),
    ("Carthage fell in 146 BC.", [("146 BC", "BC0146")]),
    ("The war of 499 to 493 BC went badly.", [("499", "BC0499"), ("493 BC", "BC0493")]),
    ("It is the last week of March 2009 that counts.", [("the last week of March 2009", "2009-W13")]),
    ("Exports grew in the first three months of 2010.", [("the first three months of 2010", "P3M")]),
    ("Stocks sank to their lowest since '82.", [("'82", "1982")]),
    ("He spoke at the 11 September attacks memorial.", [("the 11 September", "2001-09-11")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_reads(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_a_weekday_and_its_date_are_one_expression_with_the_weekday_marked() -> None:
    text = "The plane crashed on Monday 11 January 2002."
    (time,) = read(text)
    assert (time.text, time.value) == ("Monday 11 January 2002", "2002-01-11")
    assert time.weekday == 0
    assert time.weekday_span is not None
    assert text[slice(*time.weekday_span)] == "Monday"


def test_a_day_that_cannot_be_is_kept_with_the_reason() -> None:
    (time,) = read("The will was signed on 31 April 2001.")
    assert (time.value, time.invalid) == ("2001-04-31", "April has 30 days")
    assert time.earliest is None


def test_29_february_is_invalid_only_in_common_years() -> None:
    assert read("Born on 29 February 1900.")[0].invalid == "February 1900 has 28 days"
    assert read("Born on 29 February 2000.")[0].invalid == ""


def test_an_ambiguous_numeric_date_keeps_both_days() -> None:
    (time,) = read("The letter is dated 03/04/2019.")
    assert days(time) == ("2019-03-04", "2019-04-03")


def test_another_date_of_the_article_decides_which_number_is_the_day() -> None:
    first, second = read("The letters are dated 03/04/2019 and 25/04/2019.")
    assert (first.value, second.value) == ("2019-04-03", "2019-04-25")
    assert first.earliest == first.latest


def test_the_way_an_article_writes_its_dates_decides_too() -> None:
    british = read("The letter of 03/04/2019 was answered on 9 May 2019.")[0]
    american = read("The letter of 03/04/2019 was answered on May 9, 2019.")[0]
    assert (british.value, american.value) == ("2019-04-03", "2019-03-04")


def test_a_clock_has_its_minutes_and_its_zone() -> None:
    (time,) = read("The quake struck at 6:40 p.m. GMT.")
    assert (time.type, time.value) == ("TIME", "2024-10-22T18:40Z")
    assert (time.clock, time.zone) == (18 * 60 + 40, "GMT")


def test_local_time_has_no_offset() -> None:
    (time,) = read("The quake struck at 5 p.m. local time on Sunday.")[:1]
    assert (time.zone, time.clock) == ("LOCAL", 17 * 60)


def test_feasts_stand_on_their_day() -> None:
    assert told("Sales at Easter 2024 were strong.") == [("Easter 2024", "2024-03-31")]
    assert told("Shops shut on Christmas Day.") == [("Christmas Day", "2023-12-25")]
    assert told("Flights were cancelled on Thanksgiving 2022.") == [("Thanksgiving 2022", "2022-11-24")]
    (ramadan,) = read("He was freed in Ramadan 2018.")
    assert ramadan.earliest is not None
    assert ramadan.latest is not None
    assert ramadan.earliest <= dt.date(2018, 5, 17).toordinal() <= ramadan.latest


@pytest.mark.parametrize(
    ("feast", "year", "day"),
    [
        ("Easter", 2000, "2000-04-23"),
        ("Good Friday", 2024, "2024-03-29"),
        ("Passover", 2018, "2018-03-31"),
        ("Yom Kippur", 2024, "2024-10-12"),
        ("Rosh Hashanah", 2018, "2018-09-10"),
        ("Lunar New Year", 2025, "2025-01-29"),
        ("Diwali", 2023, "2023-11-12"),
        ("Memorial Day", 2024, "2024-05-27"),
        ("Eid al-Fitr", 2024, "2024-04-10"),
    ],
)
def test_movable_feasts_move(feast: str, year: int, day: str) -> None:
    (time,) = read(f"The shop shut on {feast} {year}.")
    assert time.value == day
    assert time.earliest is not None
    assert time.latest is not None
    assert time.earliest <= dt.date.fromisoformat(day).toordinal() <= time.latest


def test_a_number_after_a_month_or_a_year_may_count_what_follows() -> None:
    assert told("In January 31 percent of voters agreed.") == [("January", "2024-01")]
    assert told("It was founded in 2004 - 35 years after the war.") == [("2004", "2004"), ("35 years", "P35Y")]
