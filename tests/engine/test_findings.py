"""From hits to findings: one a fact, sides, class, severity; whatever the order of claims and articles."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from checker import engine, findings
from checker.engine.compiler import compile_file
from checker.engine.loading import rule_files
from checker.engine.records import Rule, RuleSet
from checker.language.lexicon import rules_folder
from checker.records import Finding, Match, Options

from .records import Desk, every_pair, match

DAY = 738_951  # 6 March 2024


def rule(name: str) -> Rule:
    return next(compile_file(path) for path in rule_files(rules_folder()) if path.stem == name)


def checked(desks: list[Desk], matches: list[Match], *names: str, confidence: float = 0.0) -> list[Finding]:
    rules = RuleSet(tuple(rule(name) for name in names or ("figures-disagree",)))
    readings = [desk.reading() for desk in desks]
    hits = engine.run(rules, readings, matches)
    return findings.finish(hits, readings, Options(min_confidence=confidence))


def test_three_totals_in_five_articles_are_one_finding_with_three_sides() -> None:
    desks = [Desk(n, f"wire{n}.txt") for n in range(5)]
    told = [desk.say(f"The storm killed {n} people.", str(n), n, counted_text="people")
            for desk, n in zip(desks, (12, 9, 12, 15, 9), strict=True)]  # fmt: skip
    (finding,) = checked(desks, every_pair(told))
    assert [claim.side for claim in finding.claims] == [0, 0, 1, 1, 2]
    assert [claim.value for claim in finding.claims] == [12, 12, 9, 9, 15]
    assert finding.message == "People: 12 (wire0.txt, wire2.txt), 9 (wire1.txt, wire4.txt) or 15 (wire3.txt)?"
    assert (finding.finding_class, finding.severity) == ("contradiction", "warning")


def test_a_bound_agrees_with_what_it_allows() -> None:
    desk = Desk()
    desk.say("Quake kills 12", "12", 12, scope="headline", source="the governor")
    desk.say("At least 12 people died, the governor said.", "At least 12", least=12.0, source="the governor")
    desk.say("The ministry put the dead at nine.", "nine", 9, source="the ministry")
    (finding,) = checked([desk], every_pair(desk.claims))
    assert [claim.side for claim in finding.claims] == [0, 0, 1]
    assert (finding.finding_class, finding.severity) == ("dispute", "note")
    assert "12 (the governor) and At least 12 (the governor) or nine (the ministry)" in finding.message


def test_what_fits_two_sides_belongs_to_neither() -> None:
    desk = Desk()
    desk.say("Ten died.", "Ten", 10)
    desk.say("Eleven died.", "Eleven", 11)
    desk.say("About ten died.", "About ten", 10, least=9.0, most=11.0)
    desk.say("Twenty died.", "Twenty", 20)
    (finding,) = checked([desk], every_pair(desk.claims))
    sides = {claim.text: claim.side for claim in finding.claims}
    assert sides == {
        "Ten": 0,
        "Eleven": 1,
        "Twenty": 2,
        "About ten": None,
    }


def test_one_narration_that_says_two_things_is_an_error() -> None:
    desk = Desk()
    desk.say("Five people died.", "Five", 5, predicate="measure")
    desk.say("Eight people died.", "Eight", 8, predicate="measure")
    (finding,) = checked([desk], every_pair(desk.claims))
    assert (finding.finding_class, finding.severity) == ("contradiction", "error")


def test_a_rival_total_that_nobody_stands_for_is_a_warning() -> None:
    desk = Desk()
    desk.say("Five people died.", "Five", 5)
    desk.say("Eight people died, police said.", "Eight", 8, source="police", party="org:police")
    (finding,) = checked([desk], every_pair(desk.claims))
    assert (finding.finding_class, finding.severity) == ("dispute", "warning")


def test_narration_that_repeats_its_one_source_speaks_with_its_voice() -> None:
    first, second = Desk(0, "a.txt"), Desk(1, "b.txt")
    first.say("Five people died.", "Five", 5)
    second.say("Eight people died.", "Eight", 8)
    second.say("Eight people died, police said.", "Eight", 8, source="police", party="org:police")
    (finding,) = checked([first, second], every_pair(first.claims + second.claims))
    assert finding.finding_class == "dispute"


def test_a_rising_toll_of_one_voice_is_an_update() -> None:
    first, second = Desk(0, "a.txt", DAY), Desk(1, "b.txt", DAY + 1)
    first.say("Five died, police said.", "Five", 5, predicate="die", source="police")
    second.say("Eight died, police said.", "Eight", 8, predicate="die", source="police")
    (finding,) = checked([first, second], every_pair(first.claims + second.claims))
    assert (finding.finding_class, finding.severity) == ("update", "note")
    (backwards,) = checked([second, first], every_pair(first.claims + second.claims))
    assert backwards.finding_class == "update"


def test_what_cannot_change_is_no_update() -> None:
    first, second = Desk(0, "a.txt", DAY), Desk(1, "b.txt", DAY + 1)
    first.say("The bridge is 800 metres long.", "800", 800, predicate="measure")
    second.say("The bridge is 900 metres long.", "900", 900, predicate="measure")
    (finding,) = checked([first, second], every_pair(first.claims + second.claims))
    assert (finding.finding_class, finding.severity) == ("contradiction", "warning")


def test_an_old_figure_carried_untold_in_one_draft_is_a_warning() -> None:
    desk = Desk()
    desk.say("Five dead in blaze", "Five", 5, scope="headline", predicate="die")
    desk.say(
        "Five died, police said on Monday.", "Five", 5, predicate="die", said_earliest=DAY - 2, said_latest=DAY - 2
    )
    desk.say("Eight have died.", "Eight", 8, predicate="die")
    (finding,) = checked([desk], every_pair(desk.claims))
    assert (finding.finding_class, finding.severity) == ("update", "warning")
    (told,) = checked([desk], [match(desk.claims[1], desk.claims[2])])
    assert (told.finding_class, told.severity) == ("update", "note")


def test_a_corrected_figure_is_not_held_against_its_correction() -> None:
    desk = Desk()
    desk.say("An earlier version said five died.", "five", 5, licensed=True)
    desk.say("Eight people died.", "Eight", 8)
    assert checked([desk], every_pair(desk.claims)) == []


def test_below_the_line_nothing_is_said() -> None:
    desk = Desk()
    desk.say("Five died.", "Five", 5)
    desk.say("Eight died.", "Eight", 8)
    assert checked([desk], every_pair(desk.claims, 0.4), confidence=0.5) == []
    assert len(checked([desk], every_pair(desk.claims, 0.5), confidence=0.5)) == 1


def test_the_fingerprint_is_that_of_the_fact_not_of_its_place() -> None:
    def told(before: str) -> str:
        desk = Desk()
        desk.text = before
        desk.say("Five died.", "Five", 5)
        desk.say("Eight died.", "Eight", 8)
        (finding,) = checked([desk], every_pair(desk.claims))
        return finding.fingerprint

    assert told("") == told("A new first paragraph.\n\n")


article = st.lists(
    st.tuples(
        st.integers(1, 5),
        st.sampled_from(("", "police", "the mayor")),
        st.integers(0, 2),
        st.sampled_from(("headline", "body")),
        st.sampled_from((0.0, 1.0)),
    ),
    min_size=1,
    max_size=3,
)


@given(st.lists(article, min_size=1, max_size=3, unique_by=repr), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=60)
def test_the_order_of_articles_hits_and_claims_changes_nothing(articles: list[Any], rng: random.Random) -> None:
    def build(order: list[int]) -> list[Finding]:
        desks = []
        for position, n in enumerate(order):
            desk = Desk(position, f"{n}.txt", DAY + n)
            for value, source, day, scope, margin in articles[n]:
                said = {"said_earliest": DAY + n - day, "said_latest": DAY + n - day}
                desk.say(f"{value} died, {source} said.", str(value), value, predicate="die", source=source,
                         scope=scope, least=value - margin, most=value + margin, **said)  # fmt: skip
            desks.append(desk)
        matches = every_pair([claim for desk in desks for claim in desk.claims])
        rng.shuffle(matches)
        made = checked(desks, matches)
        return [msgspec_without_position(finding) for finding in made]

    order = list(range(len(articles)))
    expected = build(order)
    rng.shuffle(order)
    assert build(order) == expected
    for finding in expected:
        sided = [claim for claim in finding.claims if claim.side is not None]
        for x in sided:
            for y in sided:
                if x.side == y.side:
                    assert x.least is None or y.least is None or max(x.least, y.least) <= min(x.most or 0, y.most or 0)


def msgspec_without_position(finding: Finding) -> Finding:
    import msgspec

    claims = tuple(msgspec.structs.replace(claim, document=0) for claim in finding.claims)
    return msgspec.structs.replace(finding, claims=claims)


def test_an_article_beside_itself_says_what_it_says_alone() -> None:
    def draft(number: int) -> Desk:
        desk = Desk(number)
        desk.say("Five died.", "Five", 5)
        desk.say("Five people died.", "Five", 5)
        return desk

    both = [draft(0), draft(1)]
    assert checked(both, every_pair(both[0].claims + both[1].claims)) == []


def test_claims_keep_their_place_in_the_file() -> None:
    desk = Desk()
    desk.say("Five died.", "Five", 5)
    desk.say("In the end eight died.", "eight", 8)
    (finding,) = checked([desk], every_pair(desk.claims))
    assert [(claim.line, claim.column, claim.text) for claim in finding.claims] == [(1, 1, "Five"), (3, 12, "eight")]
    assert finding.claims[1].sentence["text"] == "In the end eight died."


def test_an_article_and_its_copy_each_have_their_own_findings() -> None:
    def draft(number: int) -> Desk:
        desk = Desk(number)
        desk.say("Five died.", "Five", 5)
        desk.say("Eight people died.", "Eight", 8)
        return desk

    both = [draft(0), draft(1)]
    found = checked(both, every_pair(both[0].claims + both[1].claims))
    assert [{claim.document for claim in finding.claims} for finding in found] == [{0}, {1}]
    assert found[0].fingerprint == found[1].fingerprint
    assert {finding.severity for finding in found} == {"error"}


def test_what_one_article_has_wrong_is_not_lighter_because_another_repeats_it() -> None:
    first, second = Desk(0, "a.txt"), Desk(1, "b.txt")
    first.say("Five died.", "Five", 5)
    first.say("Eight people died.", "Eight", 8)
    second.say("In all eight died.", "eight", 8)
    (finding,) = checked([first, second], every_pair(first.claims + second.claims))
    assert (finding.finding_class, finding.severity) == ("contradiction", "error")
