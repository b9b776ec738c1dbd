"""States, capitals, demonyms and bodies: which government a name stands for, and when a city is only a place."""

from __future__ import annotations

import pytest

from checker.entities import extract
from checker.language import analyse
from checker.records import Document


def read(text: str) -> dict[str, tuple[str, str]]:
    """Printed text → (id, party) of every mention."""
    return {e.text: (e.id, e.party) for e in extract(analyse(Document.from_text(text)))}


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Flooding closed roads across Bangladesh.", "Bangladesh", ("country:BD", "gov:BD")),
        ("The Peruvian coach named his squad.", "Peruvian", ("country:PE", "")),
        ("Rain fell in the UK and in the U.S. overnight.", "U.S.", ("country:US", "gov:US")),
        ("Lisbon said the ferry would sail again.", "Lisbon", ("country:PT", "gov:PT")),
        ("Both Oslo and Helsinki have denied the report.", "Helsinki", ("country:FI", "gov:FI")),
        ("Relations between Ankara and Athens have warmed.", "Ankara", ("country:TR", "gov:TR")),
        ("Vienna's refusal to sign surprised the chamber.", "Vienna", ("country:AT", "gov:AT")),
        ("According to Ottawa, the harvest fell.", "Ottawa", ("country:CA", "gov:CA")),
        ("The Kremlin called the vote a success.", "Kremlin", ("country:RU", "gov:RU")),
        ("NATO opened a new centre.", "NATO", ("org:nato", "org:nato")),
        ("A report by the World Health Organization was late.", "World Health Organization", ("org:who", "org:un")),
        (
            "The Securities and Exchange Commission fined the bank.",
            "Securities and Exchange Commission",
            ("org:sec", "gov:US"),
        ),
    ],
)
def test_a_name_of_a_state_or_body_is_known(text: str, name: str, expected: tuple[str, str]) -> None:
    assert read(text)[name] == expected


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("The museum in Lisbon reopened.", "Lisbon"),
        ("She flew from Oslo to Paris for the final.", "Oslo"),
        ("A flat near Athens sold for a record sum.", "Athens"),
        ("The marathon runs through Madrid's old town.", "Madrid"),
    ],
)
def test_a_city_as_a_place_is_no_government(text: str, city: str) -> None:
    identity, party = read(text)[city]
    assert identity.startswith("place:")
    assert party == ""


def test_a_doubtful_name_wants_support() -> None:
    assert "Georgia" not in {k for k, v in read("Peaches from Georgia were late.").items() if v[0] == "country:GE"}
    assert read("Georgia voted on Sunday. Tbilisi was calm.")["Georgia"] == ("country:GE", "gov:GE")


def test_a_given_name_is_no_country() -> None:
    found = read("Jordan Henderson limped off. Chelsea Clinton watched.")
    assert found["Jordan Henderson"][0] == "person:jordan-henderson"
    assert "Jordan" not in found


@pytest.mark.parametrize(
    ("text", "description", "party"),
    [
        ("Norway's intelligence agency issued a warning.", "Norway's intelligence agency", "gov:NO"),
        ("Senior US officials were told on Friday.", "Senior US officials", "gov:US"),
        ("The Chilean finance minister resigned.", "The Chilean finance minister", "gov:CL"),
        ("A spokeswoman for NATO gave no date.", "A spokeswoman", "org:nato"),
        ("Russia's U.N. ambassador walked out.", "Russia's U.N. ambassador", "gov:RU"),
        ("The mayor of Rotterdam apologised.", "The mayor", "gov:rotterdam"),
        ("President Ana Ruiz of Peru spoke. President Ruiz's office confirmed it.", "President Ruiz's office", ""),
    ],
)
def test_a_description_speaks_for_its_owner(text: str, description: str, party: str) -> None:
    found = read(text)
    assert found.get(description, ("", ""))[1] == party


def test_officials_of_one_government_are_one_party() -> None:
    text = (
        "Kenya's intelligence service found nothing, the Kenyan interior minister said. "
        "Kenyan police searched the port. A senior government official disagreed."
    )
    found = read(text)
    assert {found[name][1] for name in ("the Kenyan interior minister", "A senior government official")} == {"gov:KE"}
    assert found["Kenya's intelligence service"][1] == "gov:KE"


def test_an_abbreviation_of_the_text_stands_for_the_name() -> None:
    found = read("The National Crime Bureau (NCB) made two arrests. The NCB gave no names.")
    assert found["NCB"][0] == found["National Crime Bureau"][0]


def test_an_apposition_ties_a_description_to_a_name() -> None:
    found = read("Latvia's spy agency, the VDD, warned of fakes. The VDD gave no details.")
    assert found["VDD"][1] == "gov:LV"
