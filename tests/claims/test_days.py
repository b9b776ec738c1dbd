"""Two printed days of one month, or two years in two articles: when they are of one thing."""

from __future__ import annotations

import pytest

import checker
from checker import Document, Options


def days(text: str) -> list[tuple[str, ...]]:
    """What each finding of the rule sets against each other."""
    options = Options(rules=("day-told-two-ways",))
    report = checker.check([Document.from_text(text)], options=options)
    return [tuple(claim.text for claim in finding.claims) for finding in report.findings]


def test_one_hearing_on_two_days() -> None:
    text = (
        "A tribunal will hear the Halden refinery appeal on 3 June. Owners said the tribunal that hears the Halden "
        "refinery appeal on June 8 would decide its future."
    )
    assert days(text) == [("3 June", "June 8")]


@pytest.mark.parametrize(
    ("why", "text"),
    [
        (
            "a programme of events",
            "The council will vote on the tram line on 12 March. Work on the tram line should begin on 20 March, the "
            "council said. The first tram will run on 28 March. Opponents of the tram line meet on 10 March.",
        ),
        (
            "the ends of a range",
            "The Halden festival runs from 3 June to 8 June. The Halden festival opens with a play on 3 June.",
        ),
        (
            "two years",
            "The Halden refinery appeal was heard on 3 June 2011. The Halden refinery appeal was heard on 8 June 2012.",
        ),
        (
            "two months",
            "A tribunal hears the Halden appeal on 3 June. A tribunal hears the Halden appeal on 3 July.",
        ),
        ("one day in two forms", "The Halden refinery appeal is on 3 June. The Halden refinery appeal is on June 3."),
    ],
)
def test_days_of_several_things(why: str, text: str) -> None:
    assert days(text) == [], why


MOSS = (
    "Fire crews fought a blaze at the Halden cannery in Moss on Monday. The mayor, Ida Moen, said nobody was hurt. "
    "Firemen from Skien came to help. {}"
)
SKIEN = (
    "The blaze at the Halden cannery in Moss was put out on Monday night, mayor Ida Moen said. No one was hurt. {}"
)


def years(one: str, other: str) -> list[tuple[str, ...]]:
    """What is asked when two articles of a fire end with these sentences."""
    texts = [Document.from_text(text, "2019-05-07") for text in (MOSS.format(one), SKIEN.format(other))]
    report = checker.check(texts, options=Options(rules=("year-told-otherwise-elsewhere",)))
    return [tuple(claim.text for claim in finding.claims) for finding in report.findings]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A leak killed three welders there in 1998.", "Three welders lost their lives to a leak in 1989."),
        ("The Tveits founded the Gazette in 1962.", "The Gazette, which the Tveits founded in 1967, is shut."),
        ("A boiler blew up in March 2004.", "In March 2003 a boiler blew up, damaging the roof."),
        ("It was the worst blaze since 1971.", "It was the county's worst since 1974, he said."),
        ("The brewery next door burned down in 1931.", "The brewery next door, which burned down in 1913, is gone."),
        ("The cannery joined the Nordby cooperative in 1958.", "It joined the Nordby cooperative in 1956, he said."),
    ],
)  # fmt: skip
def test_one_past_in_two_years(one: str, other: str) -> None:
    assert len(years(one, other)) == 1


@pytest.mark.parametrize(
    ("why", "one", "other"),
    [
        ("one year", "A leak killed three welders in 1998.", "Three welders died in a leak in 1998."),
        ("two things", "A leak killed three welders in 1998.", "The plant was sold to the Tveits in 1989."),
        ("both told", "The roof was rebuilt in 1998 and again in 1989.", "The roof was rebuilt in 1989."),
        ("a beginning", "The Tveit family bought the plant in 1962.", "The Tveit family have run it since 1964."),
        ("two months", "A boiler blew up in March 2004.", "A boiler blew up in October 2003."),
        ("plans", "The Tveit family will close the plant in 2021.", "The Tveit family closed a plant in 2012."),
        ("two firsts", "It was the first blaze since 1971.", "It was the county's worst since 1974, he said."),
    ],
)
def test_years_of_two_things(why: str, one: str, other: str) -> None:
    assert years(one, other) == [], why
