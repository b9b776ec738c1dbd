"""Durations, times that come again, ranges, ages and anniversaries."""

from __future__ import annotations

import pytest

from tests.times.conftest import read, told

CASES = [
    ("He was jailed for 14 years.", [("14 years", "P14Y")]),
    ("The siege lasted two and a half years.", [("two and a half years", "P2.5Y")]),
    ("The 27-year contract was cancelled.", [("27-year", "P27Y")]),
    ("Trains stood for half an hour.", [("half an hour", "PT30M")]),
    ("The climb takes an hour and a half.", [("an hour and a half", "PT1.5H")]),
    ("The grant covers three fiscal years.", [("three fiscal years", "P3Y")]),
    ("The truce is due to last 60 days.", [("60 days", "P60D")]),
    ("It took several months to rebuild.", [("several months", "PXM")]),
    ("The dispute has gone on for decades.", [("decades", "PXDE")]),
    ("A decades-long feud ended.", [("decades-long", "PXDE")]),
    ("She ran it in 22 minutes 45 seconds.", [("22 minutes 45 seconds", "PT22M45S")]),
    ("A year-long ban and a six-week trial followed.", [("year-long", "P1Y"), ("six-week", "P6W")]),
    ("The march took two dozen days.", [("two dozen days", "P24D")]),
    ("It will take between five and seven years.", [("five", "P5Y"), ("seven years", "P7Y")]),
    ("He got a three-and-a-half-year term.", [("three-and-a-half-year", "P3.5Y")]),
    ("After years of talks, repairs could take weeks or months.", [
        ("years", "PXY"), ("weeks", "PXW"), ("months", "PXM"),
    ]),
    ("A centuries-old chapel burned.", [("centuries-old", "PXCE")]),
    ("The shop is open seven days a week.", [("seven days a week", "P1W")]),
    ("Buses run every weekday and at weekends.", [("every weekday", "XXXX-WXX-WD"), ("weekends", "XXXX-WXX-WE")]),
    ("They dance on Saturday nights.", [("Saturday nights", "XXXX-WXX-6TNI")]),
    ("The lake floods every few years.", [("every few years", "PXY")]),
    ("Bins are emptied every Tuesday.", [("every Tuesday", "XXXX-WXX-2")]),
    ("Bins are emptied every other Friday.", [("every other Friday", "XXXX-WXX-5")]),
    ("The fair opens every weekend.", [("every weekend", "XXXX-WXX-WE")]),
    ("It meets on the first Saturday of each month.", [("the first Saturday of each month", "P1M")]),
    ("Rent is due on the 15th of every month.", [("the 15th of every month", "XXXX-XX-15")]),
    ("The bi-monthly survey was late.", [("bi-monthly", "P2M")]),
    ("The board meets twice a week.", [("twice a week", "P1W")]),
    ("The daily toll has fallen.", [("daily", "P1D")]),
    ("The mill makes 15 turbines a year.", [("a year", "P1Y")]),
    ("A 14-year-old boy drowned.", [("14-year-old", "P14Y")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_reads(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_bounds_of_a_duration_are_its_mod() -> None:
    assert read("The strike lasted more than three weeks.")[0].mod == "MORE_THAN"
    assert read("The strike lasted nearly three weeks.")[0].mod == "LESS_THAN"
    assert read("The strike lasted about three weeks.")[0].mod == "APPROX"


def test_the_number_of_an_anniversary_is_kept() -> None:
    (time,) = read("Crowds marked the 50th anniversary of the landing.")
    assert (time.number, time.unit) == (50, "year")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The fair runs from Monday to Thursday.", "Monday", "Thursday"),
        ("He led the bank from 2010 to 2015.", "2010", "2015"),
        ("The 2010-2015 coalition fell.", "2010", "2015"),
        ("Snow fell between 3 March and 7 April 1991.", "3 March", "7 April 1991"),
        ("The games are on 6-7 April 2019.", "6", "7 April 2019"),
        ("The games are on April 6-7, 2019.", "April 6", "7, 2019"),
    ],
)
def test_the_ends_of_a_range_point_at_each_other(text: str, first: str, last: str) -> None:
    times = read(text)
    assert [time.text for time in times] == [first, last]
    assert (times[0].ends, times[1].begins) == (1, 0)


def test_a_pair_shares_its_year() -> None:
    assert told("Votes were held in April and June 1955.") == [("April", "1955-04"), ("June 1955", "1955-06")]
    assert told("Shells fell on 27 and 28 March 2003.") == [("27", "2003-03-27"), ("28 March 2003", "2003-03-28")]


def test_every_tuesday_and_friday_are_both_sets() -> None:
    found = [(time.text, time.type, time.value) for time in read("The pool shuts every Tuesday and Friday.")]
    assert found == [("every Tuesday", "SET", "XXXX-WXX-2"), ("Friday", "SET", "XXXX-WXX-5")]


def test_months_that_someone_has_had_and_a_century_old_house() -> None:
    assert told("They have had months to answer.") == [("months", "PXM")]
    assert told("The century-old hall fell.") == [("century-old", "P100Y")]
