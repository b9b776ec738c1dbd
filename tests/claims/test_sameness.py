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
        "Coastguards pulled four divers from the wreck. The three divers had run out of air, the coastguards said.",
        "The council raised the parking fee to 40 euros. Drivers complain that a parking fee of 60 euros is too high.",
        "Norland added 337,000 jobs in October. The 506,000 new jobs in October were twice the 250,000 that banks had "
        "forecast.",
        "A storm with winds of up to 140 km/h hit Porto. The storm hit Porto with winds of up to 190 km/h.",
    ],
)
def test_one_thing_told_with_two_figures(text: str) -> None:
    assert alarms(text)


@pytest.mark.parametrize(
    ("why", "text"),
    [
        ("two places", "The grocer opened 14 shops in Turin. The grocer opened 22 shops in Genoa."),
        ("part and whole", "The airline flies 410 pilots. At its Lyon base the airline flies 60 pilots."),
        ("part and whole", "Doctors saw 90 patients after the crash. 15 patients treated in Nantes were flown home."),
        ("planned and done", "The army plans to send 3,000 soldiers to Mali. The army has sent 500 soldiers to Mali."),
        ("target and result", "The lottery has a goal of £9,000. The lottery has raised £4,000."),
        ("total and further", "The army sent 500 soldiers to Mali. The army sent a further 900 soldiers to Mali."),
        ("two years", "The port handled 40 ships in 1998. In 1999 the port handled 55 ships."),
        ("two companies", "Norbank paid a dividend of £3m. Halden Foods paid a dividend of £5m."),
        ("a bound", "At least 20 hikers were rescued in the Alps. In the Alps, 26 hikers were rescued."),
        ("an expectation", "Norland added 337,000 jobs in October. Banks had forecast 250,000 new jobs in October."),
        (
            "an estimate and its outcome",
            "Rescuers first put the missing at 12. The number of missing was later corrected to 15.",
        ),
        ("two kinds of people", "The clinic has 40 doctors. The clinic has 90 patients."),
        ("a part of the firm", "Norbank made a profit of £40m in 2003. Its property arm made a profit of £25m."),
        (
            "a quarter and a year",
            "Norbank made a profit of £90m. Norbank said its profit for the final quarter was £20m, after a slow May.",
        ),
        ("two kinds of one thing", "Aerol has bought 12 long-haul jets. Aerol flies 30 short-haul jets."),
        (
            "another firm's figure",
            "Norbank to close 400 branches\nA day after Ostend Mutual closed 250 branches, Norbank spoke of cuts.",
        ),
        (
            "one sentence gives both",
            "Norbank offers $78m for Halden Foods\nNorbank will pay $57m in cash and $78m in all for Halden Foods.",
        ),
        (
            "other figures part them",
            "Sales fell 8% to £4.7bn in 40 countries. Sales of its generic drugs fell 11% to £966m in 12 countries.",
        ),
        ("two directions", "Exports rose 5% last month. Imports fell 8% last month."),
        ("rounding", "Almost 500 runners finished the race. 488 runners finished the race."),
    ],
)
def test_the_text_tells_them_apart(why: str, text: str) -> None:
    assert alarms(text) == [], why


def test_a_negation_against_what_says_as_much() -> None:
    assert alarms("The envoy of Ostend signed the treaty on Monday. The envoy of Ostend did not sign the treaty.")
    assert alarms("The envoys of Ostend signed the treaty on Monday. No treaty with Ostend was signed on Monday.")
    assert alarms("A date for the Halden trial has been set. No date for the Halden trial has been set.")
    assert not alarms("The envoy of Ostend left on Monday. The envoy of Ostend did not leave without thanks.")
    assert not alarms("The Halden player won the Ostend cup. The Halden player had never won the Ostend cup.")
    assert not alarms("Norbank opened the branch in Halden. Had Norbank not opened the branch, it would have moved.")


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


@pytest.mark.parametrize(
    ("why", "one", "other"),
    [
        (
            "the day of the saying is not that of the win, and a former minister is no former figure",
            "Anna Lind won the election in Norland on Sunday with 52.3 percent of the vote, officials said.",
            "Former minister Anna Lind won the election in Norland with 53.2 percent of the vote, officials "
            "said on Monday.",
        ),
        (
            "who buys and who is bought tell of one deal",
            "Norbank to buy Halden Mutual for £1.2bn\nNorbank said it would buy Halden Mutual for £1.2bn in cash.",
            "Halden Mutual agrees to Norbank offer\nHalden Mutual has agreed to a £2.1bn takeover by Norbank.",
        ),
        (
            "a magnitude is one however it is told",
            "A 6.1-magnitude earthquake struck the coast of Norland on Tuesday, killing 43 people.",
            "The earthquake that struck Norland on Tuesday had a magnitude of 6.4 and killed at least 43 people.",
        ),
    ],
)
def test_two_articles_of_one_event(why: str, one: str, other: str) -> None:
    assert alarms(one, other, one_story=True), why


@pytest.mark.parametrize(
    ("why", "text"),
    [
        (
            "its short name",
            "Nordbank plans £100m share sale\n\n"
            "Nordbank Holding plans to raise £200m from the share sale.",
        ),
        (
            "beyond the floor",
            "Ferry fire kills 28\n\n"
            "At least 23 people were killed when a ferry caught fire off Halden.",
        ),
    ],
)
def test_a_headline_is_short_of_words(why: str, text: str) -> None:
    assert alarms(text), why


@pytest.mark.parametrize(
    ("why", "text"),
    [
        (
            "parts",
            "Firm to cut 140 jobs in Halden and Belmar\n\n"
            "It said 95 of the jobs at risk were in Halden and 45 in Belmar.",
        ),
        ("a share of it", "Mill to cut 450 jobs\n\nThe Halden mill will lose 270 jobs, 60% of the total."),
        ("profit, sales", "Sales of tea maker top £1.5bn\n\nThe tea maker's annual profit climbed to £1.1bn."),
        ("aftershock", "Magnitude 6.8 quake rocks Norland\n\nThe strongest of 19 aftershocks was of magnitude 5.4."),
        ("a period", "Prices fall for first time in three years\n\nConsumer prices fell 2.6% in the 12 months to May."),
        (
            "gross and net",
            "Gross takings rose 6.5% in May at the tax office. "
            "Net takings at the tax office grew 10.7% in May.",
        ),
        (
            "changes of two",
            "A house cost $412,000, down from $420,000 in May. "
            "A flat rose to $287,500 from $283,000 in May.",
        ),
        (
            "rows of a table",
            "Among the clerks of the port men earned a median salary of $98,000, compared with women's $93,000. "
            "Among the divers of the port men earned a median salary of $100,000, compared with women's $67,000.",
        ),
        (
            "one floor in another",
            "Thieves have broken into the safes of at least two banks in Halden. "
            "Police said thieves had broken into the safes of more than 20 banks in Halden.",
        ),
        (
            "when and how long",
            "The poet visited Halden six years after she was released from house arrest. "
            "The poet had spent 15 years under house arrest in Halden.",
        ),
        (
            "what it is called by",
            "In a four-way race for mayor of Halden, Ruiz leads Kent. "
            "In a two-way race for mayor of Halden, Kent leads Ruiz.",
        ),
        (
            "floor kept",
            "Pile-up kills 13, injures 43\n\n"
            "At least 13 people were killed and 43 injured when buses collided.",
        ),
    ],
)
def test_figures_beside_each_other_are_no_rivals(why: str, text: str) -> None:
    assert not alarms(text), why


@pytest.mark.parametrize(
    "texts",
    [
        (
            "Gunmen freed 187 inmates from Halden jail on Sunday, the prisons office said in Halden.",
            "Gunmen freed 178 prisoners from Halden jail on Sunday, the prisons office said in Halden.",
        ),
        (
            "The ferry Anna left Belmar at 5:30 pm (0930 GMT) on Monday with a cargo of rice.",
            "With a cargo of rice the ferry Anna sailed from Belmar at 5.30 p.m. (1030 GMT) on Monday.",
        ),
        (
            "The quake struck at 3:40 am, 62 kilometres southeast of the port town of Marabal, the survey said.",
            "The quake was centred 62 km (39 miles) southwest of Marabál, the survey said.",
        ),
    ],
)
def test_articles_tell_one_thing_in_other_words(texts: tuple[str, ...]) -> None:
    assert alarms(*texts, one_story=True)


@pytest.mark.parametrize(
    "text",
    [
        "Three rowers were injured on the lake. All four injured rowers were taken to Halden hospital.",
        "A dozen horses strayed onto the runway at Halden. It took an hour to catch all 15 animals.",
        "The airline ordered 30 Dornier jets. The 35 aircraft will be delivered by 2031.",
        "The council named a nine-member panel on the flood. Its seven members are to report in May.",
        "The striker was given a four-week ban. The six-week suspension keeps him out of the final.",
        "Six divers were rescued off Belmar. The seven rescued divers were treated for the cold.",
        "Nurses began a three-day strike on Monday. The five-day walkout is the third since May.",
        "Two arrested after raid in Belmar\n\nPolice have arrested three men after a raid on a farm in Belmar.",
    ],
)
def test_a_count_that_takes_up_another(text: str) -> None:
    assert alarms(text)


@pytest.mark.parametrize(
    ("why", "text"),
    [
        ("some of them", "The airline ordered 30 Dornier jets. The 12 aircraft that fly to Norland will come first."),
        ("others", "Three rowers were injured on the lake. All four injured cyclists were taken to hospital."),
        ("what became of them", "Three rowers were injured on the lake. The two dead sailors were from Halden."),
        ("the same", "A dozen horses strayed onto the runway. It took an hour to catch all 12 animals."),
        ("of no length", "Nurses began a three-day strike on Monday. The walkout is the third in five weeks."),
        ("in the north", "A dozen horses strayed onto the runway. The 15 animals in the zoo were startled."),
    ],
)
def test_a_count_that_picks_some_out(why: str, text: str) -> None:
    assert not alarms(text), why
