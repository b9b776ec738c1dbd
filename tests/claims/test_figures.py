"""What a figure's claim says: predicate, actor, place, status, voice."""

from __future__ import annotations

import datetime as dt
from datetime import date

import pytest

from checker import Document
from checker.pipeline import digest
from checker.records import Claim


def figure(text: str, printed: str, published: dt.date | None = None) -> Claim:
    claims = digest(Document.from_text(text, published=published)).claims
    return next(claim for claim in claims if claim.aspect == "figure" and claim.text == printed)


@pytest.mark.parametrize(
    ("text", "printed", "predicate"),
    [
        ("The blaze killed five people in Leeds.", "five", "die"),
        ("Five people died in the blaze.", "Five", "die"),
        ("The death toll rose to 40.", "40", "die"),
        ("Police arrested 12 men.", "12", "arrest"),
        ("The army will send 300 soldiers to Mali.", "300", "send"),
        ("The army deployed 300 soldiers to Mali.", "300", "send"),
        ("The bank said it would cut 4,000 jobs.", "4,000", "cut"),
        ("Officials believe 300 soldiers were sent to Mali.", "300", "send"),
        ("The war has claimed some 6,800 lives.", "some 6,800", "die"),
        ("Organisers said 70,000 had taken part.", "70,000", "attend"),
        ("Twelve fans were taken into custody.", "Twelve", "arrest"),
        ("Rovers won 2-0 in front of 14,216 at Tarnow.", "14,216", "attend"),
        ("The death toll of the earthquake in Ardal has risen to 63.", "63", "die"),
    ],
)
def test_predicate(text: str, printed: str, predicate: str) -> None:
    assert figure(text, printed).predicate == predicate


@pytest.mark.parametrize(
    ("text", "printed", "status"),
    [
        ("The army sent 300 soldiers to Mali.", "300", "done"),
        ("The army has sent 300 soldiers to Mali.", "300", "done"),
        ("The army will send 300 soldiers to Mali.", "300", "planned"),
        ("The army plans to send 300 soldiers to Mali.", "300", "planned"),
        ("The army pledged to send 300 soldiers to Mali.", "300", "promised"),
        ("The army could send 300 soldiers to Mali.", "300", "hypothetical"),
        ("If the army sends 300 soldiers, Mali will protest.", "300", "hypothetical"),
        ("The lottery has a goal of £9,000.", "£9,000", "planned"),
    ],
)
def test_status(text: str, printed: str, status: str) -> None:
    assert figure(text, printed).status == status


def test_the_voice_is_who_says_it_not_who_plans_it() -> None:
    claim = figure("The mayor said the club plans to build 300 homes.", "300")
    assert claim.source == "The mayor"
    assert claim.status == "planned"


def test_narration_has_no_voice() -> None:
    assert figure("The club built 300 homes in Oslo last year.", "300").source == ""


def test_place_is_a_place_behind_a_preposition() -> None:
    assert figure("The blaze killed five people in Madrid.", "five").place == "place:madrid"


@pytest.mark.parametrize(
    ("text", "printed", "qualifier"),
    [
        ("A further 300 soldiers arrived.", "300", "further"),
        ("Doctors saw 90 patients. 15 patients treated in Nantes were flown home.", "15", "part"),
    ],
)
def test_what_makes_it_a_part_or_an_addition(text: str, printed: str, qualifier: str) -> None:
    assert figure(text, printed).qualifier == qualifier


def test_a_bare_count_of_the_killed_counts_people() -> None:
    assert figure("Quake kills 12 in Valdor\nThe quake struck at night.", "12").counted_class == "person"


def test_a_correction_licenses_the_old_figure() -> None:
    claim = figure("Rescuers first put the number of missing hikers at 12. It was later corrected to 15.", "12")
    assert claim.licensed
    assert not figure("Rescuers put the number of missing hikers at 12.", "12").licensed


def test_money_a_barrel_is_compared_as_money() -> None:
    claim = figure("Oil rose to $52 a barrel.", "$52 a barrel")
    assert (claim.dimension, claim.rate) == ("money:USD", "barrel")
    assert claim.least == pytest.approx(52.0)


def test_deaths_and_arrests_count_people() -> None:
    deaths, arrests = figure("The state has seen 12 deaths.", "12"), figure("Police made 91 arrests.", "91")
    assert (deaths.predicate, deaths.counted_class) == ("die", "person")
    assert (arrests.predicate, arrests.counted_class) == ("arrest", "person")


def test_the_figure_that_no_longer_holds_is_told_from_the_one_that_does() -> None:
    text = "The firm said 230,000 homes lacked power, down from a peak of more than 310,000."
    assert figure(text, "more than 310,000").qualifier == "from"
    assert figure(text, "230,000").qualifier != "from"


def test_all_that_there_are_is_a_whole() -> None:
    text = "The party won 47 of the 81 seats."
    assert figure(text, "81").qualifier == "whole"
    assert figure(text, "47").qualifier == "some"


@pytest.mark.parametrize("text", ["Cholera cases pass 8,000", "The toll has topped 8,000."])
def test_what_was_passed_is_a_lower_bound(text: str) -> None:
    claims = digest(Document.from_text(text)).claims
    assert [(c.least, c.most) for c in claims if c.aspect == "figure"] == [(8000, None)]


@pytest.mark.parametrize(
    ("text", "shown", "predicate"),
    [
        ("Thirty-two sailors were feared missing.", "Thirty-two", "miss"),
        ("Eleven climbers are now known to have died.", "Eleven", "die"),
        ("Nine fugitives were back in custody on Monday.", "Nine", "arrest"),
        ("A welder died in hospital, bringing the number of dead to nine.", "nine", "die"),
        ("The number of people detained stood at 46 on Friday.", "46", "arrest"),
        ("The number of its wounded has risen to 17.", "17", "injure"),
        ("Two more bodies were found, raising to 41 the number of people killed.", "41", "die"),
        ("Police held six men, bringing to 46 the number detained.", "46", "arrest"),
        ("Eleven men, three of them teenagers, were wounded in Halden.", "Eleven", "injure"),
        ("Officials said 12 villagers, including a mayor, were killed.", "12", "die"),
        ("Halden is a town of 68,000.", "68,000", "live"),
        ("Halden, a fishing town of about 86,000 people, was cut off.", "about 86,000", "live"),
    ],
)
def test_what_became_of_those_counted(text: str, shown: str, predicate: str) -> None:
    row = figure(text, shown)
    assert row.predicate == predicate
    assert row.counted_class == "person"


@pytest.mark.parametrize(
    ("text", "shown", "year"),
    [
        ("Guards were hired after the 2013 blast, in which 17 people died.", "17", 2013),
        ("It recalled the floods of May 2009, when insurers paid out 244 million euros.", "244 million euros", 2009),
        ("The 1987 loss of the ferry, in which 340 died shortly before Christmas, is remembered.", "340", 1987),
        ("Nobody forgot the 1999 quake that killed 90 people.", "90", 1999),
    ],
)
def test_a_relative_clause_is_dated_by_what_it_hangs_on(text: str, shown: str, year: int) -> None:
    earliest = figure(text, shown).event_earliest
    assert earliest is not None
    assert dt.date.fromordinal(earliest).year == year


def test_some_others_and_one_of_many() -> None:
    assert figure("Six of the inmates were caught.", "Six").qualifier == "some"
    assert figure("A soldier was killed and seven others were wounded.", "seven").qualifier == "further"
    assert figure("One woman, a teacher, lost £312,000.", "£312,000").qualifier == "part"
    assert figure("Prices rose in the 12 months to May.", "12 months").qualifier == "each"
    assert figure("The plant will lose 270 jobs, 60% of the total.", "270").qualifier == "each"


@pytest.mark.parametrize(
    ("text", "printed", "difference"),
    [
        ("The bill passed by 11 votes.", "11", True),
        ("Hale was beaten by a margin of just 310 votes.", "310", True),
        ("The shop missed its target by £40,000.", "£40,000", True),
        ("The firm cut its staff by 300 people.", "300", True),
        ("The bill was carried by 80 votes to 69.", "80", False),
        ("Police foiled an escape by 92 inmates.", "92", False),
        ("The show was seen by 500 people.", "500", False),
        ("The bill got 11 votes.", "11", False),
    ],
)
def test_what_tells_by_how_much_and_not_how_many(text: str, printed: str, difference: bool) -> None:
    assert (figure(text, printed).qualifier == "offset") == difference


@pytest.mark.parametrize(
    ("text", "printed", "year"),
    [
        ("Turnout was 79%, the lowest in any election since independence in 1944.", "79%", None),
        ("Turnout was 77 percent, down from 81 percent at the election in April 2011.", "77 percent", None),
        ("Turnout was 77 percent, down from 81 percent at the election in April 2011.", "81 percent", 2011),
        ("Turnout in April 2011 was 81 percent.", "81 percent", 2011),
    ],
)
def test_the_day_of_what_a_figure_is_compared_with_is_not_its_own(text: str, printed: str, year: int | None) -> None:
    earliest = figure(text, printed).event_earliest
    assert (date.fromordinal(earliest).year if earliest is not None else None) == year


def test_who_holds_shares_owns_them() -> None:
    assert figure("Its founder, Ana Ruiz, owns 38%.", "38%").predicate == "own"
    assert figure("Ruiz holds 38% of the shares.", "38%").predicate == "own"
    assert figure("The firm will own 38% of the group.", "38%").predicate == "own"
    split = figure("The group will be 38% owned by Ruiz.", "38%")
    assert (split.predicate, split.status) == ("own", "planned")


def test_room_for_so_many_is_not_how_many_are_there() -> None:
    assert figure("Built for 480 inmates, it holds 700.", "480").predicate == "accommodate"
    assert figure("The jail was designed to hold up to 480 inmates.", "up to 480").predicate == "accommodate"
    assert figure("The jail has a capacity of 480.", "480").predicate == "accommodate"
    assert figure("The jail holds 480 inmates.", "480").predicate == "hold"
