"""People: full names, titles, second references, spellings; and who must not be merged."""

from __future__ import annotations

import pytest

from checker.entities import extract
from checker.language import analyse
from checker.records import Document, Entity


def people(text: str) -> list[Entity]:
    return [e for e in extract(analyse(Document.from_text(text))) if e.kind == "person"]


def ids(text: str) -> list[str]:
    return [e.id for e in people(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a first name, then the surname alone
        ("Maria Lopez won the race. Lopez had trained in Kenya.", ["person:maria-lopez"] * 2),
        # a title and a surname
        ("Chancellor Helga Brandt spoke. Mrs Brandt took no questions.", ["person:helga-brandt"] * 2),
        # surname first
        ("President Park Min Seo met reporters. Park left early.", ["person:park-min-seo"] * 2),
        # the hyphen does not matter
        ("Leader Cho Tae Yul arrived. Cho Tae-yul waved.", ["person:cho-tae-yul"] * 2),
        # transliterations
        ("President Arkadiy Sokolskiy spoke. Sokolsky smiled.", ["person:arkady-sokolsky"] * 2),
        # an unknown name that speaks under its last word
        ("Vuyo Qabalini opened the shop. Qabalini said it was time.", ["person:vuyo-qabalini"] * 2),
        # an age tells a person
        ("Xolani Dube, 34, was hurt. Dube is stable.", ["person:xolani-dube"] * 2),
        # particles
        ("Ursula van der Berg signed. Van der Berg was late.", ["person:ursula-van-der-berg"] * 2),
        # titles in small letters
        ("The striker Thabo Nkosi scored twice.", ["person:thabo-nkosi"]),
        # initials in the middle say nothing, unless two people differ by them
        ("Robert T. Hale and Robert Hale are one.", ["person:robert-hale"] * 2),
        ("Sir Alan Webb sold his shares.", ["person:alan-webb"]),
        # only a surname
        ("Mr Osei declined.", ["person:osei"]),
    ],
)
def test_mentions_of_one_person_share_an_id(text: str, expected: list[str]) -> None:
    assert ids(text) == expected


def test_two_people_of_one_surname_are_two() -> None:
    text = "John Smith sued Peter Smith. Mr Smith lost."
    assert ids(text) == ["person:john-smith", "person:peter-smith", ""]


def test_a_title_tells_two_of_one_surname_apart() -> None:
    text = "Judge Anna Weiss heard the case of driver Paul Weiss. Judge Weiss ruled on Friday."
    assert ids(text)[-1] == "person:anna-weiss"


def test_mr_is_not_mrs() -> None:
    text = "Hannah Cole was named. Mr Cole was not."
    first, second = ids(text)
    assert first == "person:hannah-cole"
    assert second != first


def test_given_names_a_letter_apart_are_two_people() -> None:
    assert len(set(ids("John Baker met Joan Baker at noon."))) == 2


def test_a_slip_in_a_surname_is_one_person_and_keeps_its_print() -> None:
    found = people("Governor Elena Marquez resigned. Elena Marques gave no reason.")
    assert len({e.id for e in found}) == 1
    assert [e.text for e in found] == ["Elena Marquez", "Elena Marques"]


def test_the_title_is_kept_and_tells_the_party() -> None:
    first = people("Finnish Prime Minister Aino Laine spoke in Turku.")[0]
    assert first.text == "Aino Laine"
    assert "prime minister" in first.title
    assert first.party == "gov:FI"


def test_an_apposition_tells_the_party() -> None:
    found = people("Marek Dudek, the Polish president, flew home. Mr Dudek was tired.")
    assert {e.party for e in found} == {"gov:PL"}


def test_a_player_does_not_speak_for_a_state() -> None:
    assert people("Brazilian striker Carlos Pinto scored.")[0].party == ""


@pytest.mark.parametrize(
    "text", ["Roxy Music toured again.", "The Open starts today.", "Goldman Sachs said it agreed."]
)
def test_what_is_no_person_is_none(text: str) -> None:
    assert people(text) == []


def test_the_same_person_joins_across_articles() -> None:
    first = people("President Oleksiy Bondarenko spoke.")[0]
    second = people("Minister Oleksiy Bondarenko left.")[0]
    assert first.id == second.id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The drug maker Pfizor was fined. Pfizor paid.", ["name:pfizor", "name:pfizor"]),
        ("Pfizor was fined. It paid.", []),  # a capital at the start of a sentence proves nothing
        ("They shop at Target. Target prices fell, and so did the target.", ["name:target"]),
    ],
)
def test_a_name_inside_a_sentence_is_one_where_it_opens_another(text: str, expected: list[str]) -> None:
    assert [e.id for e in extract(analyse(Document.from_text(text))) if e.kind == "name"] == expected
