"""Times counted from the day of publication, Tuesday 22 October 2024."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.times.conftest import days, read, told

CASES = [
    ("Police arrested four men today.", [("today", "2024-10-22")]),
    ("The minister resigned yesterday.", [("yesterday", "2024-10-21")]),
    ("Floods hit the coast on Tuesday.", [("Tuesday", "2024-10-22")]),
    ("Floods hit the coast on Wednesday.", [("Wednesday", "2024-10-16")]),
    ("The court will rule on Wednesday.", [("Wednesday", "2024-10-23")]),
    ("The union expects to vote on Friday.", [("Friday", "2024-10-25")]),
    ("A bomb went off on Monday night.", [("Monday night", "2024-10-21TNI")]),
    ("Two climbers died last night.", [("last night", "2024-10-21TNI")]),
    ("The talks collapsed last week.", [("last week", "2024-W42")]),
    ("Rates rose this month.", [("this month", "2024-10")]),
    ("The treaty was signed in June.", [("June", "2024-06")]),
    ("The airline will add flights in March.", [("March", "2025-03")]),
    ("He quit late last year.", [("late last year", "2023")]),
    ("She won the seat earlier this year.", [("earlier this year", "2024")]),
    ("The plant closed two weeks ago.", [("two weeks ago", "2024-W41")]),
    ("The law passed three years ago.", [("three years ago", "2021")]),
    ("The storm came a week ago.", [("a week ago", "2024-10-15")]),
    ("The deal should close by the end of the year.", [("the end of the year", "2024")]),
    ("The line is due by year’s end.", [("year’s end", "2024")]),
    ("Shares rose in the third quarter.", [("the third quarter", "2024-Q3")]),
    ("The council meets next Monday.", [("next Monday", "2024-10-28")]),
    ("In recent days the river has risen.", [("recent days", "PAST_REF")]),
    ("The rebels now hold the town.", [("now", "PRESENT_REF")]),
    ("Doctors recently changed the dose.", [("recently", "PAST_REF")]),
    ("The day before yesterday it rained.", [("The day before yesterday", "2024-10-20")]),
    ("A vote is set for the 30th of next month.", [("the 30th of next month", "2024-11-30")]),
    ("Gunmen stormed the bar in the early hours of Sunday.", [("the early hours of Sunday", "2024-10-20TMO")]),
    ("The office will open at 8 p.m. local time on Sunday.", [
        ("8 p.m. local time", "2024-10-27T20:00"), ("Sunday", "2024-10-27"),
    ]),
    ("Crews searched until Saturday evening, then gave up.", [("Saturday evening", "2024-10-19TEV")]),
    ("The gates did not open until Sunday.", [("Sunday", "2024-10-20")]),
    ("The trial was adjourned until Friday.", [("Friday", "2024-10-25")]),
    ("Voters have until Friday to register.", [("Friday", "2024-10-25")]),
    ("The bridge will not reopen until Sunday.", [("Sunday", "2024-10-27")]),
    ("She was told to leave the flat by noon Friday.", [("noon Friday", "2024-10-25T12:00")]),
    ("Anyone who has not paid by Wednesday must call.", [("Wednesday", "2024-10-23")]),
    ("They had left the island by Sunday.", [("Sunday", "2024-10-20")]),
    ("The members next meet Friday.", [("Friday", "2024-10-25")]),
    ("I was supposed to be home Sunday, she said.", [("Sunday", "2024-10-20")]),
    ("Firms cut hours as the year drew to a close.", [("the year", "2024")]),
    ("Prices rose 2% in September, up from 1% a year earlier.", [
        ("September", "2024-09"), ("a year earlier", "2023-09"),
    ]),
    ("Sales rose in the third quarter, the best since 2003. Profit was $5 million, up from $4m a year earlier.", [
        ("the third quarter", "2024-Q3"), ("2003", "2003"), ("a year earlier", "2023-Q3"),
    ]),
    ("The envoy will speak at 11 a.m. Eastern on Friday.", [
        ("11 a.m. Eastern", "2024-10-25T11:00"), ("Friday", "2024-10-25"),
    ]),
    ("The gallery reopens on Saturday.", [("Saturday", "2024-10-26")]),
    ("The council will vote on Wednesday week.", [("Wednesday week", "2024-10-30")]),
    ("The appeal is heard a week on Thursday.", [("a week on Thursday", "2024-10-31")]),
    ("Nurses walk out two weeks from Friday.", [("two weeks from Friday", "2024-11-08")]),
    ("The mayor quit a week ago Monday.", [("a week ago Monday", "2024-10-14")]),
    ("A hundred years ago today the bridge opened.", [("A hundred years ago today", "1924-10-22")]),
    ("Output fell a year ago this month.", [("a year ago this month", "2023-10")]),
    ("The year before last it lost money.", [("The year before last", "2022")]),
    ("This time last year the lake was dry.", [("This time last year", "2023-10")]),
    ("Profit beat the year-ago quarter.", [("the year-ago quarter", "2023")]),
    ("Rents were due on the first of this month.", [("the first of this month", "2024-10-01")]),
    ("Talks resume in the new year.", [("the new year", "2025")]),
    ("The lift was shut over New Year.", [("New Year", "2025-01-01")]),
    ("The side came ninth last season.", [("last season", "2023")]),
    ("Earnings in the second half will fall.", [("the second half", "2024-H2")]),
    ("The bank sees a cut by end-2025.", [("end-2025", "2025")]),
    ("Shops are packed before the weekend.", [("the weekend", "2024-W43-WE")]),
    ("Ships were lost over the Labor Day weekend.", [("Labor Day weekend", "2024-W35-WE")]),
    ("Trains fail so often these days.", [("these days", "PRESENT_REF")]),
    ("The keeper is injured at the moment.", [("the moment", "PRESENT_REF")]),
    ("They may one day regret the sale.", [("one day", "FUTURE_REF")]),
    ("Troops left Camp Orme by late afternoon.", [("late afternoon", "2024-10-22TAF")]),
    ("Guards came at half past nine on Sunday morning.", [
        ("half past nine", "2024-10-20T09:30"), ("Sunday morning", "2024-10-20TMO"),
    ]),
    ("It spread in the last days of December 2019.", [("the last days of December 2019", "2019-12")]),
    ("The group said the vote on Friday would go ahead.", [("Friday", "2024-10-25")]),
    ("Two men were held between 2 a.m. and 4 a.m. Sunday.", [
        ("2 a.m.", "2024-10-20T02:00"), ("4 a.m. Sunday", "2024-10-20T04:00"),
    ]),
    ("The raid began at dawn on Wednesday.", [("dawn on Wednesday", "2024-10-16TMO")]),
    ("It began on a Tuesday.", [("a Tuesday", "XXXX-WXX-2")]),
    ("They met on Wednesday, a day later than planned.", [("Wednesday", "2024-10-16"), ("a day", "P1D")]),
    ("The train left at 0715 on Friday.", [("0715", "2024-10-18T07:15"), ("Friday", "2024-10-18")]),
    ("The probe was launched at 3 p.m. ET on Oct. 14.", [
        ("3 p.m. ET", "2024-10-14T15:00-04"), ("Oct. 14", "2024-10-14"),
    ]),
    ("They met the week after Easter.", [("the week after Easter", "2024-W14")]),
    ("He returned the day after his release.", [("the day after", "XXXX-XX-XX")]),
    ("The call is set for Friday.", [("Friday", "2024-10-25")]),
    ("Schools will stay shut until next Wednesday.", [("next Wednesday", "2024-10-30")]),
    ("The choir meets on Sunday evenings.", [("Sunday evenings", "XXXX-WXX-7TEV")]),
    ("The jet left Seoul at 2:10 a.m. local time (1710 GMT Saturday).", [
        ("2:10 a.m. local time", "2024-10-20T02:10"), ("1710 GMT Saturday", "2024-10-19T17:10Z"),
    ]),
    ("The airline will fly from 30 March. The first plane lands at 9pm on 30 March.", [
        ("30 March", "2025-03-30"), ("9pm", "2025-03-30T21:00"), ("30 March", "2025-03-30"),
    ]),
    ("The coming Saturday will be wet.", [("The coming Saturday", "2024-10-26")]),
    ("The mine will close in two years' time.", [("two years' time", "2026")]),
    ("Sales were 9 tonnes a year ago.", [("a year ago", "2023")]),
    ("A vote falls on the first Tuesday after 3 November.", [("the first Tuesday after 3 November", "2024-11-05")]),
    ("First-half profit rose.", [("First-half", "2024-H1")]),
    ("Output rose in the third quarter of 2023 and fell in the fourth quarter.", [
        ("the third quarter of 2023", "2023-Q3"), ("the fourth quarter", "2023-Q4"),
    ]),
    ("Sales fell in the year to March.", [("the year", "P1Y"), ("March", "2024-03")]),
    ("Shops open 9am-5.30pm Monday.", [("9am", "2024-10-21T09:00"), ("5.30pm Monday", "2024-10-21T17:30")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_reads(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_a_window_ends_on_the_day_of_publication() -> None:
    (time,) = read("Exports have doubled over the past two years.")
    assert (time.type, time.value, time.number, time.unit) == ("DURATION", "P2Y", 2, "year")
    assert days(time) == ("2022-10-22", "2024-10-22")


def test_earlier_this_year_ends_with_publication() -> None:
    (time,) = read("They met in Oslo earlier this year.")
    assert days(time) == ("2024-01-01", "2024-10-22")


def test_29_february_without_a_year_is_the_leap_year_near_publication() -> None:
    assert told("The ship sank on 29 February.", dt.date(2025, 4, 1)) == [("29 February", "2024-02-29")]


def test_without_a_publication_day_nothing_is_invented() -> None:
    (time,) = read("The mine flooded yesterday.", None)
    assert (time.value, time.frame, time.earliest, time.latest) == ("XXXX-XX-XX", "document", -1, -1)


def test_days_without_a_year_differ_within_their_text() -> None:
    first, second = read("Rain on 16 July, sun on 17 July.", None)
    assert (first.value, second.value) == ("XXXX-07-16", "XXXX-07-17")
    assert first.frame == second.frame == "document-year"
    assert first.earliest is not None
    assert second.earliest == first.earliest + 1


def test_a_wide_publication_interval_settles_no_weekday() -> None:
    from checker.language import analyse
    from checker.records import Document
    from checker.times import extract

    year = Document(
        "Fire broke out on Tuesday.",
        published_earliest=dt.date(2024, 1, 1).toordinal(),
        published_latest=dt.date(2024, 12, 31).toordinal(),
    )
    (time,) = extract(analyse(year))
    assert (time.value, time.frame) == ("XXXX-WXX-2", "document-week")


def test_hours_are_counted_from_the_moment_of_publication_when_it_is_known() -> None:
    ten = 10 * 3600
    text = "The rocket was launched five minutes ago from a pad in Kourou, engineers at the site have confirmed to us."
    assert told(text, clock=ten)[0] == ("five minutes ago", "2024-10-22T09:55:00")


def test_lines_of_fixed_width_do_not_cut_an_expression() -> None:
    text = (
        "The company said it had closed its foundry in the valley at the end of last\n"
        "year, and that the last of the furnaces would be taken down by the first week of\n"
        "March, when a new owner is to move in and the workers who were laid off in late\n"
        "October can apply again, a spokesman for the company said in the town hall today.\n"
    )
    assert [print_ for print_, _ in told(text)] == [
        "the end of last\nyear", "the first week of\nMarch", "late\nOctober", "today",
    ]  # fmt: skip


def test_parts_of_the_year_are_those_of_publication() -> None:
    assert told("Orders fell in the first half of the year.") == [("the first half of the year", "2024-H1")]
    assert told("Orders rose in the third quarter of the year.") == [("the third quarter of the year", "2024-Q3")]


def test_over_some_months_is_in_their_course_and_over_a_year_is_more() -> None:
    assert told("Deaths fell by a third over 18 months.") == [("18 months", "P18M")]
    assert read("Shares are at their highest in over a year.")[0].text == "over a year"
