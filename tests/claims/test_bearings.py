"""Points of the compass: what lies where, and when two are of one thing."""

from __future__ import annotations

from functools import partial

import pytest

from checker.claims.sameness.bearing import pairs
from tests.claims.reading import digested

read = partial(digested, "bearing")


@pytest.mark.parametrize(
    ("text", "point", "place", "metres"),
    [
        ("The quake was centred 32 km southwest of San Telmo.", "south-west", "san telmo", 32000),
        ("The wreck lies four kilometres west of Tavani airstrip.", "west", "tavani", 4000),
        ("The epicentre was 30 km (19 miles) to the north of Halden.", "north", "halden", 30000),
        ("A village 10km south west of Halden burned.", "south-west", "halden", 10000),
        ("The boat sank north-east of the Hebrides.", "north-east", "hebrides", None),
    ],
)
def test_seen_from_a_place(text: str, point: str, place: str, metres: int | None) -> None:
    assert [(one.wording, one.object, one.least) for one in read(text)] == [(point, place, metres)]


@pytest.mark.parametrize(
    ("text", "point", "named"),
    [
        ("Men fled the northern city of Mosul.", "north", ("mosul",)),
        ("Shells fell on the eastern Norlandic port of Belmar.", "east", ("belmar",)),
        ("Basra, in southern Iraq, was quiet.", "south", ("basra",)),
        ("Shops opened at Basra in southern Iraq.", "south", ("basra",)),
    ],
)
def test_side_of_a_country(text: str, point: str, named: tuple[str, ...]) -> None:
    assert [(one.wording, one.modifiers) for one in read(text)] == [(point, named)]


@pytest.mark.parametrize(
    "text",
    [
        "They drove north for an hour.",
        "The wind came from the west of course.",
        "Talks with North Korea failed.",
        "Mr Hale spoke in western Norland.",
        "",
    ],
)
def test_what_is_no_bearing_of_a_thing(text: str) -> None:
    assert not read(text)


@pytest.mark.parametrize(
    ("texts", "one"),
    [
        (("The quake was centred 32 km south of Halden.", "It struck 20 miles north of Halden."), True),
        (("The quake was centred 32 km south of Halden.", "It struck 60 miles north of Halden."), False),
        (("It came ashore at 10:35 p.m. south of Halden.", "It hit land north of Halden at 10:35 p.m."), True),
        (("A bomb killed nine south of Halden.", "A bomb killed four north of Halden."), False),
        (("The eastern city of Belmar fell.", "The western city of Belmar fell."), True),
        (("The northern town of Belmar fell.", "Belmar, in southern Iraq, fell."), True),
        (("Belmar in northern Vesta fell.", "Belmar in southern Norland fell."), False),
        (("Coaches left the rails near Halden West.", "The coaches derailed off the rails at Halden East."), True),
        (("Bread is dear in Halden West.", "A bank was robbed in Halden East."), False),
        (
            ("It fell 4 km east of Tavani.", "It fell 4 km west of Tavani. Men came from Mendi, 4 km east of Tavani."),
            False,
        ),
    ],
)
def test_which_are_of_one_thing(texts: tuple[str, str], one: bool) -> None:
    assert bool([pair for pair in pairs(read(*texts)) if pair.a.document != pair.b.document]) == one
