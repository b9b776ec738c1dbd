"""Relations and slots: what the text ties together, and what all tellings of one thing say."""

from __future__ import annotations

import pytest

from checker import engine, findings
from checker.engine.records import RuleSet
from checker.engine.template import number, say, short
from checker.engine.values import Interval
from checker.records import Finding, Match

from .records import Desk, every_pair, match
from .test_findings import DAY, checked, rule


def tied(desk: Desk, *names: str) -> list[Finding]:
    readings = [desk.reading()]
    hits = engine.run(RuleSet(tuple(rule(name) for name in names)), readings, [])
    return findings.finish(hits, readings)


def budget(*parts: float, total: float = 800.0) -> Desk:
    desk = Desk()
    whole = desk.say(f"They spent {total:g} in all.", f"{total:g}", total)
    desk.tie("total-parts", total=whole, part=[desk.say(f"And {n:g}.", f"{n:g}", n) for n in parts])
    return desk


def test_a_total_shows_its_arithmetic() -> None:
    (finding,) = tied(budget(470, 304, 15), "total-against-parts")
    assert finding.derivation == "470 + 304 + 15 = 789; text says 800"
    assert (finding.finding_class, finding.severity) == ("contradiction", "error")
    assert [(claim.side, claim.role) for claim in finding.claims] == [
        (0, "total"),
        (1, "part"),
        (1, "part"),
        (1, "part"),
    ]


def test_a_total_that_the_print_allows_is_silent() -> None:
    assert tied(budget(470, 304, 26), "total-against-parts") == []
    desk = Desk()
    whole = desk.say("Some €4.2m was paid.", "€4.2m", 4.2e6, least=4.15e6, most=4.25e6)
    parts = [
        desk.say(f"€{n}m.", f"€{n}m", n * 1e6, least=(n - 0.05) * 1e6, most=(n + 0.05) * 1e6) for n in (2.5, 1.2, 0.4)
    ]
    desk.tie("total-parts", total=whole, part=parts)
    assert tied(desk, "total-against-parts") == []


def test_a_corrected_group_is_silent() -> None:
    desk = budget(470, 304)
    corrected = desk.say("Corrected: 15 more.", "15", 15, licensed=True)
    desk.relations.append(desk.relations[-1].__class__(0, "total-parts", "part", corrected.id))
    assert tied(desk, "total-against-parts") == []


def test_the_more_telling_rule_speaks_for_the_other() -> None:
    desk = Desk()
    share = {"dimension": "percent", "unit": "percent"}
    desk.tie(
        "change-percent",
        **{
            "from": desk.say("It was 4 percent.", "4 percent", 4, **share),
            "to": desk.say("It is 6 percent.", "6 percent", 6, **share),
            "change": desk.say("It rose 2 percent.", "2 percent", 2, **share),
        },
    )
    assert [f.rule for f in tied(desk, "change-off-amounts")] == ["CHG001"]
    (finding,) = tied(desk, "change-off-amounts", "percent-for-points")
    assert finding.rule == "CHG002"


def test_one_denial_of_several_assertions_is_one_finding() -> None:
    desk = Desk()
    said = {"aspect": "statement", "predicate": "send", "object": "soldier"}
    claims = [
        desk.say("Troops were sent, the ministry said.", "sent", source="the ministry", party="gov:a", **said),
        desk.say("Soldiers left, a witness said.", "left", source="a witness", party="voice:w", **said),
        desk.say("The general denied it.", "denied", source="the general", party="gov:b", polarity="-", **said),
    ]
    matches = [match(claims[0], claims[2], 0.9, slot=0), match(claims[1], claims[2], 0.7, slot=1)]
    (finding,) = checked([desk], matches, "denial-against-confirmation")
    assert [(claim.side, claim.text) for claim in finding.claims] == [(0, "sent"), (0, "left"), (1, "denied")]
    assert finding.message.startswith("The general denies what the ministry says")


def test_two_places_of_one_figure_that_silence_joins_stay_two_findings() -> None:
    desk = Desk()
    five = desk.say("Five died.", "Five", 5)
    cork = desk.say("Eight died in Cork.", "Eight", 8, place="cork")
    lima = desk.say("Nine died in Lima.", "Nine", 9, place="lima")
    found = checked([desk], [match(five, cork, slot=0), match(five, lima, slot=1)])
    assert [[claim.text for claim in finding.claims] for finding in found] == [["Five", "Eight"], ["Five", "Nine"]]


def test_the_headline_rule_speaks_for_the_plain_one() -> None:
    desk = Desk()
    desk.say("14 dead", "14", 14, scope="headline")
    desk.say("11 died.", "11", 11)
    (finding,) = checked([desk], every_pair(desk.claims), "figures-disagree", "headline-off-body")
    assert finding.rule == "QTY005"
    assert finding.message == "14 in the headline, 11 below: which holds?"


def test_one_article_against_three_is_the_outlier() -> None:
    desks = [Desk(n, f"{n}.txt") for n in range(4)]
    told = [desk.say(f"{n} died.", str(n), n) for desk, n in zip(desks, (74, 74, 74, 47), strict=True)]
    (finding,) = checked(desks, every_pair(told), "outlier-among-articles")
    assert finding.message == "47 here, 74 in three other places: is this one the slip?"
    assert [claim.role for claim in finding.claims] == ["majority", "majority", "majority", "outlier"]


def test_a_plan_is_held_against_the_day_on_which_it_is_told() -> None:
    desk = Desk()
    text = "The bridge will open on 3 March."
    told = desk.say(text, "will open", aspect="relation")
    day = desk.say(text, "3 March", aspect="relation", event_earliest=DAY - 3, event_latest=DAY - 3)
    said = desk.say(text, "will open", aspect="relation", event_earliest=DAY, event_latest=DAY)
    desk.tie("forecast", told=told, date=day, said=said)
    (finding,) = tied(desk, "future-in-the-past")
    assert finding.message == "Will open: still to come on 3 March?"
    assert finding.derivation == "3 March 2024 lay before 6 March 2024"


def test_the_wire_has_every_field_of_both_sides() -> None:
    desk = Desk()
    desk.say("Five died.", "Five", 5, source="police", party="org:police")
    desk.say("Eight died.", "Eight", 8)
    (finding,) = checked([desk], every_pair(desk.claims))
    first = finding.claims[0]
    assert (first.path, first.line, first.side, first.role, first.source) == ("draft.txt", 1, 0, None, "police")
    assert first.said == ("2024-03-06", "2024-03-06")
    assert first.sentence == {"start": 0, "end": 10, "text": "Five died."}
    assert finding.same == ("predicate", "counted")
    assert finding.silent == ("place",)


@pytest.mark.parametrize(
    ("value", "printed"),
    [(1500, "1,500"), (0.7, "0.7"), (2.5, "2.5"), (4.2e6, "4.2 million"), (1e9, "1 billion"), (193.1213, "193.1"),
     (1 / 3, "0.33"), (50 / 3, "16.7"), (6.25, "6.25"), (1234567, "1,234,567"), (-250, "-250")],
)  # fmt: skip
def test_numbers_are_printed_as_a_desk_would(value: float, printed: str) -> None:
    assert number(value) == printed


def test_intervals_and_days_in_words() -> None:
    assert say(Interval(49, 50)) == "49 to 50"
    assert say(Interval(3000, float("inf"))) == "3,000 or more"
    assert say(Interval(DAY, DAY, "day", "calendar")) == "6 March 2024"
    assert short("word " * 40).endswith(" …")


def test_matches_that_name_no_claim_are_left_alone() -> None:
    desk = Desk()
    desk.say("Five died.", "Five", 5)
    assert checked([desk], [Match(0, (0, 0), (0, 7), (), (), (), 0.9)]) == []
