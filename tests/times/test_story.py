"""Times counted from the story's own last time."""

from __future__ import annotations

from tests.times.conftest import read, told

CHRONICLE = (
    "The king was crowned in March 1603. In July he opened parliament. On 5 November 1605 a plot was found. "
    "The next day the conspirators fled. In January the leaders were hanged. Three years later the law was changed. "
    "That year the plague returned."
)


def test_a_chronicle_carries_its_year_along() -> None:
    assert told(CHRONICLE) == [
        ("March 1603", "1603-03"),
        ("July", "1603-07"),
        ("5 November 1605", "1605-11-05"),
        ("The next day", "1605-11-06"),
        ("January", "1606-01"),
        ("Three years later", "1609"),
        ("That year", "1609"),
    ]


def test_a_far_year_in_passing_does_not_move_the_story() -> None:
    text = CHRONICLE + " A study published in 1987 doubted the tale. In May the queen died."
    assert told(text)[-1] == ("May", "1609-05")


def test_news_resolves_the_following_day_from_the_day_before_it() -> None:
    text = "The ferry sank on Friday. The following day divers found the wreck."
    assert told(text) == [("Friday", "2024-10-18"), ("The following day", "2024-10-19")]


def test_after_an_event_only_the_duration_is_known() -> None:
    (time,) = read("Two years after its launch the phone was withdrawn.")
    assert (time.text, time.type, time.value) == ("Two years", "DURATION", "P2Y")


def test_before_a_feast_is_a_day() -> None:
    assert told("The strike will begin two weeks before Christmas.") == [("two weeks before Christmas", "2024-12-11")]


def test_weeks_of_news_with_old_years_stay_news() -> None:
    text = (
        "The mayor resigned on Monday. She was elected in 1998, re-elected in 2002 and in 2006. Her party lost in "
        "2010. A vote will be held in March."
    )
    assert told(text)[-1] == ("March", "2025-03")


def test_a_clock_takes_the_day_that_follows_it() -> None:
    text = "The quake struck at 04:17 local time (0117 GMT) on Monday."
    assert told(text) == [
        ("04:17 local time", "2024-10-21T04:17"),
        ("0117 GMT", "2024-10-21T01:17Z"),
        ("Monday", "2024-10-21"),
    ]


def test_days_later_than_a_month_are_not_settled() -> None:
    assert told("The minister took office in July and resigned two days later.")[1] == ("two days later", "XXXX-XX-XX")


def test_a_life_told_in_years_ends_on_the_monday_of_publication() -> None:
    text = (
        "The sculptor died on Monday. She was born in 1931, studied in Leeds from 1949 and moved to Paris in 1955. "
        "Her first bronze was shown in 1958. A second, of 1961, went to Rome; a third, of 1964, to Lima. She taught "
        "from 1970 to 1982 and wrote until 1999."
    )
    assert told(text)[0] == ("Monday", "2024-10-21")
