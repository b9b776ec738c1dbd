"""Figures of one kind that tell of two things: then and now, a deed and its punishment, the parts of a sum."""

from __future__ import annotations

import pytest

import checker
from checker import Document


def alarms(text: str) -> list[str]:
    """The rules of every finding at warning or above."""
    report = checker.check([Document.from_text(text, published="2024-03-06")])
    return [one.rule for one in report.findings if one.severity != "note"]


@pytest.mark.parametrize(
    ("why", "text"),
    [
        (
            "one length in a coarser unit",
            "Deal ends seven-week strike at Norfab\n\nNorfab and the union reached a deal on Monday to end a strike "
            "that had lasted 52 days.",
        ),
        (
            "guilty or not, they died",
            "A man has pleaded not guilty to causing the deaths of two friends. Mia Hart, 18, died at the scene.",
        ),
        ("what it had then", "The airline flies 120 jets. After the crash it grounded all 94 jets it then owned."),
        ("what it had then", "The chain has 310 shops. The chain closed the 280 shops it had at the time."),
        (
            "what it had then",
            "The island has 8,400 residents. All 6,200 residents then living there were moved after the eruption.",
        ),
        ("what it had then", "The college has 900 students. Its then 640 students signed a petition."),
        ("what it had then", "The company runs 540 buses. It recalled the 410 buses it then ran."),
        ("what it had then", "The ferry line has 14 ships. Divers inspected all nine ships the line then had."),
        ("what it had then", "The club has 4,100 members. The 3,800 members at the time voted for the move."),
        (
            "another case, another count",
            "A proposed 16-story hotel was rejected on Monday. Its owner could build up to nine stories under "
            "current rules.",
        ),
        (
            "another case, another count",
            "The stadium seats 31,000 fans. In theory the stadium could seat 45,000 fans.",
        ),
        (
            "another case, another count",
            "The bank will cut 900 jobs in Halden. In the worst case the bank could cut 1,500 jobs in Halden.",
        ),
        (
            "another case, another count",
            "The club will pay a fee of $40 million. Under a different contract, the club would pay a fee of $55 "
            "million.",
        ),
        (
            "another case, another count",
            "The quake killed 840 people, officials said. The Red Cross, which keeps its own tally, said the "
            "quake killed at least 1,050 people.",
        ),
        (
            "another case, another count",
            "The strike drew 12,000 teachers. The union's own count was of 18,000 teachers at the strike.",
        ),
        (
            "another case, another count",
            "The tower will have 40 floors. Under another design, the tower would have had 52 floors.",
        ),
        (
            "another case, another count",
            "The dam holds 30 million cubic metres of water. At full capacity the dam holds 48 million cubic "
            "metres of water.",
        ),
        (
            "the deed and its punishment",
            "Clerk stole £38,000 over nine years\n\nA clerk who stole £38,000 from savers has been jailed for "
            "four years.",
        ),
        (
            "the deed and its punishment",
            "Coach abused boys for 12 years\n\nA coach who abused boys at a Halden club was sentenced to six "
            "years in prison on Monday.",
        ),
        (
            "the deed and its punishment",
            "Doctor forged prescriptions for five years, court told\n\nA doctor who forged prescriptions has "
            "been given a two-year suspended sentence.",
        ),
        (
            "the deed and its punishment",
            "The accountant cheated the club for seven years. The accountant was sent to prison for three years.",
        ),
        (
            "the deed and its punishment",
            "The clerk stole from savers for nine years. The clerk was banned from banking for 15 years.",
        ),
        (
            "the deed and its punishment",
            "Smuggler ran boats for three years\n\nA smuggler who ran boats across the strait was jailed for "
            "eight years on Friday.",
        ),
        (
            "the deed and its punishment",
            "Mayor took bribes for ten years, jury hears\n\nA former mayor who took bribes faces up to 20 years "
            "in prison.",
        ),
        (
            "some of those told",
            "Norland said 21 people had been killed, 18 civilians and three soldiers. Seven of the civilians "
            "died at a market in Halden.",
        ),
        ("some of those told", "The storm killed 23 hikers. Nine of the hikers died in a hut on the northern ridge."),
        (
            "some of those told",
            "Police arrested 41 fans after the match. Twelve of the fans were arrested at the station.",
        ),
        ("some of those told", "Rescuers saved 30 miners. Eleven of the miners were rescued on the first night."),
        (
            "some of those told",
            "The blaze destroyed 60 homes. Some 22 of the homes were destroyed in the first hour.",
        ),
        ("some of those told", "The school sacked 14 teachers. Five of the teachers were sacked for lateness."),
        (
            "parts of the sum",
            "SoilBox raises $52 million led by Ridgeview\n\nSoilBox has raised $52 million in a round led by "
            "Ridgeview Capital.\n\nRidgeview has put in $25 million. Bluefin invested $14 million and Tarn $9 "
            "million, and its founders $4 million.",
        ),
        (
            "parts of the sum",
            "City gets $63 million for bridge\n\nThe city of Halden has won $63 million for a bridge.\n\nThe "
            "state pays $36 million. The county gives $15 million, the port $9 million and a trust $3 million.",
        ),
        (
            "parts of the sum",
            "Grocer shuts 540 shops\n\nThe grocer will close shops across the country.\n\nThe grocer will close "
            "450 shops in the north. It shuts 60 shops in the east and 30 in the west.",
        ),
        ("two rates", "The absence rate dropped to 5.2 per cent. Halden's rate fell to 3.3 per cent from 3.9."),
        ("two rates", "The vacancy rate rose to 7.1 percent. Norland's rate rose to 9.4 percent."),
        ("two rates", "The participation rate rose to 66.4 per cent. The jobless rate rose to 4.4 per cent."),
        ("two rates", "The operating margin fell to 6.1 percent. The gross margin fell to 24 percent."),
        ("two rates", "The homeownership rate fell to 61 percent. The vacancy rate fell to 5.5 percent."),
        ("two rates", "The conviction rate rose to 84 percent. Halden's rate rose to 91 percent."),
        (
            "all kinds and one",
            "The composite price for all types of homes was $834,000. The typical price of an apartment was "
            "$512,500 in March.",
        ),
        (
            "all kinds and one",
            "The average price of all homes sold in Halden was $640,000. The average price of a condo sold in "
            "Halden was $412,000.",
        ),
        (
            "all kinds and one",
            "The average rent for all types of dwelling was $1,900. The average rent for a house was $2,450.",
        ),
        (
            "all kinds and one",
            "The overall cost of a home in Halden was $640,000. The cost of a flat in Halden was $390,000.",
        ),
        (
            "won and lost",
            "The Unionists lost their majority after shedding nine seats, with the Liberals the main winners. "
            "The Liberals won 17 seats, a gain of five.",
        ),
        ("won and lost", "The Conservatives lost 12 seats in the north. The Greens won 30 seats in the north."),
        ("won and lost", "Norbank lost 14 clients last year. Norbank won 22 clients last year."),
        ("won and lost", "Rovers have lost six matches this season. Rovers have won 14 matches this season."),
        (
            "its own count",
            "Death toll in flood passes 300\n\nThe death toll from the flood rose to 312 on Thursday, officials "
            "said.\n\nThe union of nurses, which keeps its own list, said it had recorded at least 390 deaths.",
        ),
    ],
)
def test_two_figures_of_one_kind(why: str, text: str) -> None:
    assert alarms(text) == [], why


@pytest.mark.parametrize(
    "text",
    [
        "The company has 540 buses in the city. It recalled all 410 buses.",
        "The ferry line has 14 ships. Divers have inspected all nine ships.",
        "The bank will cut 900 jobs in Halden. The bank will cut 1,500 jobs in Halden, the union said.",
        "Clerk jailed for nine years\n\nA clerk who stole £38,000 from savers has been jailed for four years.",
        "Clerk gets nine years for theft\n\nA clerk who stole £38,000 from savers was sentenced to four "
        "years in prison on Monday.",
        "Seven miners were rescued on Monday night from a pit in Halden. In all, nine miners were rescued "
        "from the Halden pit.",
        "SoilBox raises $52 million in round led by Ridgeview\n\nSoilBox has raised $25 million in a round "
        "led by Ridgeview Capital.",
        "The unemployment rate in Norland fell to 6.3 percent in May. The unemployment rate in Norland fell "
        "to 6.6 percent in May, the agency said.",
        "The typical home in Halden cost $640,000 in May. A typical home in Halden cost $610,000 in May, the "
        "lender said.",
        "The Liberals won 14 seats in Halden on Sunday. In Halden on Sunday, the Liberals took 19 seats.",
        "Ferry fire kills 28\n\nA ferry fire killed 23 people off the coast on Sunday, officials said.",
    ],
)
def test_one_figure_told_twice(text: str) -> None:
    assert alarms(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mill employs 420 people, most of them from Halden. It makes rope. All 460 of the workers will be offered "
        "new jobs.",
        "Anna Lind won $40,000 in the lottery. She will spend the $45,000 she won on a boat.",
        "Police arrested 23 protesters in Halden. Of the 27 who were arrested in Halden, nine were students.",
    ],
)
def test_what_a_relative_clause_or_all_takes_up(text: str) -> None:
    assert alarms(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mill employs 420 people. All 60 of the workers in its dye house will be offered new jobs.",
        "Anna Lind won $40,000 in the lottery. She will spend the $4,000 she saved on a boat.",
        "The club raised £12,000 at its fair. The £3,000 it raised last year paid for a new roof.",
        "There were 34 people on the bus. Of the six who were hurt, two were children.",
    ],
)
def test_what_a_relative_clause_picks_out(text: str) -> None:
    assert alarms(text) == []
