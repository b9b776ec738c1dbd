"""When two statements speak of one thing, and when the text tells them apart."""

from __future__ import annotations

import pytest

import checker
from checker import Document, Options


def alarms(*texts: str, **options: object) -> list[tuple[str, str]]:
    """Rule and class of every finding at warning or above."""
    report = checker.check([Document.from_text(text) for text in texts], options=Options(**options))  # type: ignore[arg-type]
    return [(one.rule, one.finding_class) for one in report.findings if one.severity != "note"]


@pytest.mark.parametrize(
    "text",
    [
        "The blaze killed five people in a hotel. In all, the hotel blaze killed eight people.",
        "Norbank to cut 400 jobs in Halden\nNorbank said on Friday that it would cut 600 jobs at its Halden plant.",
        "The museum stopped four visitors at the gate. The three visitors had no tickets, the museum said.",
        "The council raised the parking fee to 40 euros. Drivers complain that a parking fee of 60 euros is too high.",
        "A storm with winds of up to 140 km/h hit Porto. The storm hit Porto with winds of up to 190 km/h.",
    ],
)
def test_one_thing_told_with_two_figures(text: str) -> None:
    assert alarms(text)


@pytest.mark.parametrize(
    ("why", "text"),
    [
        ("two places", "Brightwater will cut 243 jobs in Warrington. Brightwater will cut 371 jobs in Barnsley."),
        ("part and whole", "The firm employs 732 people. At its Bolton site the firm employs 89 people."),
        ("part and whole", "64 people were held in Hull. 20 people held in Hull were charged with affray."),
        ("planned and done", "The army plans to send 3,000 soldiers to Mali. The army has sent 500 soldiers to Mali."),
        ("target and result", "The appeal has a target of £5,000. The appeal has raised £2,000."),
        ("total and further", "The army sent 500 soldiers to Mali. The army sent a further 900 soldiers to Mali."),
        ("two years", "Sales were £31m in 2002. In 2003 sales were £42m."),
        ("two companies", "Norbank made a profit of £36m. Halden Foods made a profit of £56m."),
        ("a bound", "At least 31 people were hurt in Lima. Doctors in Lima treated 55 people who were hurt."),
        ("an estimate and its outcome", "Officials first put the toll at 37. They later raised the toll to 64."),
        ("two kinds of people", "The clinic has 40 doctors. The clinic has 90 patients."),
        ("two directions", "Exports rose 5% last month. Imports fell 8% last month."),
        ("rounding", "Nearly 2,000 people signed the petition. The petition has 1,979 signatures."),
    ],
)
def test_the_text_tells_them_apart(why: str, text: str) -> None:
    assert alarms(text) == [], why


def test_a_negation_against_what_says_as_much() -> None:
    assert alarms("The harbour bill of Ostend passed on Monday. The harbour bill of Ostend did not pass.")
    assert not alarms("The harbour bill passed on Monday. The harbour bill did not pass without a fight.")
    assert not alarms("Norbank signed the lease in Halden. Had Norbank not signed the lease, it would have moved.")


def test_a_denial_of_what_others_allege_is_a_dispute() -> None:
    report = checker.check(
        [
            Document.from_text(
                "France said that Norland had sent tanks to the border. "
                "Norland denied that it had sent tanks to the border."
            )
        ]
    )
    assert [one.finding_class for one in report.findings] == ["dispute"]


@pytest.mark.parametrize(
    "text",
    [
        "France said that Norland had sent tanks to the border. Norland did not deny that it had sent tanks.",
        "France said that Norland had sent tanks to the border. Norland declined to comment.",
        "France said that Norland had sent tanks to the border. NATO said it was not aware of it.",
    ],
)
def test_what_is_no_denial(text: str) -> None:
    assert alarms(text) == []


def test_a_finding_says_what_matched_and_what_was_silent() -> None:
    report = checker.check(
        [Document.from_text("The blaze killed five people. Police said the blaze killed eight people.")]
    )
    finding = report.findings[0]
    assert "predicate" in finding.same
    assert "place" in finding.silent
    assert 0.5 <= finding.confidence < 1
