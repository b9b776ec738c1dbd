"""Two printed days of one month: when they are days of one thing."""

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
