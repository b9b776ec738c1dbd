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


def test_years_on_count_from_the_story_or_lead_to_the_present() -> None:
    text = "The dam burst on 4 May 2016. Three years on, no one had been charged."
    assert told(text) == [("4 May 2016", "2016-05-04"), ("Three years on", "2019")]
    assert told("A year on, families still wait.") == [("A year on", "2024")]


def test_a_dateline_says_which_day_today_is() -> None:
    text = "HARLOW, Oct. 21 (Agency) — Rebels took the port today, a week after the truce ended."
    assert told(text)[:2] == [("Oct. 21", "2024-10-21"), ("today", "2024-10-21")]


def test_the_quarter_is_the_one_that_was_told() -> None:
    text = "Sales rose in the third quarter of 2023. Costs in the quarter fell."
    assert told(text) == [("the third quarter of 2023", "2023-Q3"), ("the quarter", "2023-Q3")]


def test_after_an_event_only_the_duration_is_known() -> None:
    (time,) = read("Two years after its launch the phone was withdrawn.")
    assert (time.text, time.type, time.value) == ("Two years", "DURATION", "P2Y")


def test_the_day_before_something_after_a_date_is_that_date() -> None:
    text = "She left on 4 November, the day before the vote."
    assert told(text) == [("4 November", "2024-11-04"), ("the day before", "2024-11-04")]


def test_a_look_back_does_not_move_the_story() -> None:
    text = "The coup came in 1973. The year before, prices had tripled. Ten years later the king fell."
    assert [value for _, value in told(text)] == ["1973", "1972", "1983"]


def test_a_date_without_a_year_follows_the_full_date_of_its_sentence() -> None:
    text = "The first case came on 31 December 2019; on 30 January a crisis was declared."
    assert told(text)[1] == ("30 January", "2020-01-30")


def test_hours_later_are_counted_from_the_clock_that_was_told() -> None:
    text = "The quake struck at 4:17 a.m. on 6 February 2023. Nine hours later came another."
    assert told(text)[2] == ("Nine hours later", "2023-02-06T13:17")


def test_a_clock_goes_on_with_the_day_of_the_sentence_before() -> None:
    text = "Police were called on Friday. Officers came at 9pm and left at 10pm. At 11.15pm a man was held."
    assert [value for _, value in told(text)] == [
        "2024-10-18", "2024-10-18T21:00", "2024-10-18T22:00", "2024-10-18T23:15",
    ]
    text = "The mayor spoke on Friday. The market opens at 9am. Shares were down by 0900 GMT."
    assert [value for _, value in told(text)] == ["2024-10-18", "2024-10-22T09:00", "2024-10-22T09:00Z"]


def test_after_the_evening_comes_the_next_days_morning() -> None:
    text = "The ferry left at 6:40 p.m. Monday and sent a call three hours later. By dawn, 150 people were safe."
    assert [value for _, value in told(text)] == ["2024-10-21T18:40", "2024-10-21T21:40", "2024-10-22TMO"]
    text = "The fire broke out on Saturday night. Crews came at 11:30 p.m. and left by 4am."
    assert [value for _, value in told(text)] == ["2024-10-19TNI", "2024-10-19T23:30", "2024-10-20T04:00"]


def test_years_later_go_on_from_a_year_that_leaps_ahead() -> None:
    text = (
        "She was born on 2 March 1931. She went to Girton in 1949 and left three years later. In the summer of 1954 "
        "she sailed. The following spring she joined Kew. She wed in 1958. "
        "A service will be held on Friday 1 November at 2pm."
    )
    assert [value for _, value in told(text)] == [
        "1931-03-02", "1949", "1952", "1954-SU", "1955-SP", "1958", "2024-11-01", "2024-11-01T14:00",
    ]


def test_the_same_month_a_year_ago_is_one_time() -> None:
    text = "Sales fell 35% in January from the same month a year ago."
    assert told(text) == [("January", "2024-01"), ("the same month a year ago", "2023-01")]


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


def test_a_day_of_speaking_is_not_the_day_of_what_is_told() -> None:
    text = "The van was hit on Sunday, police said Monday. It was turning right at 4:20 p.m."
    assert told(text)[-1] == ("4:20 p.m.", "2024-10-20T16:20")


def test_a_clock_is_not_of_the_day_that_a_clause_looks_back_to() -> None:
    text = "Shops that had opened on Sunday were shut again by midday."
    assert told(text) == [("Sunday", "2024-10-20"), ("midday", "2024-10-22T12:00")]


def test_midnight_ends_the_afternoon_that_was_told() -> None:
    text = "Reservists called up on Saturday afternoon were at the front by midnight."
    assert told(text)[-1] == ("midnight", "2024-10-20T00:00")


def test_a_history_with_days_of_this_week_is_news() -> None:
    text = (
        "The mill on Dock Road burned on Sunday night. It opened in 1909, closed in 1981 and was sold in 2006. "
        "Flats were approved this summer and crews were there at noon Monday."
    )
    assert ("this summer", "2024-SU") in told(text)
    assert told(text)[-1] == ("noon Monday", "2024-10-21T12:00")


def test_a_story_of_old_told_in_news_keeps_its_year() -> None:
    text = (
        "The mayor spoke on Sunday. Her father was arrested on 3 May 2014 and convicted on 6 June 2015. In July he was "
        "freed, and by Christmas he was home. The council will meet in November."
    )
    assert told(text)[3:] == [("July", "2015-07"), ("Christmas", "2015-12-25"), ("November", "2024-11")]
    assert told("He was born on 3 May 1950. In June he won on Sunday.")[1] == ("June", "2024-06")


def test_a_year_in_passing_holds_no_month_of_the_story() -> None:
    text = (
        "The raids of 13 December 1974 and 6 January 1975 led to the siege of 10 March 1975. It would "
        "clear the road for a campaign in 1976. The town fell on 14 March."
    )
    assert told(text)[-1] == ("14 March", "1975-03-14")


def test_years_on_speak_of_the_present_when_the_verb_does() -> None:
    text = "The plant shut in May 2010. Three years on, the site is empty."
    assert told(text)[-1] == ("Three years on", "2024")
    assert told("Four years on from the fire, families wait.") == [("Four years on", "2024")]
    assert told("He spent four years on the run.") == [("four years", "P4Y")]
