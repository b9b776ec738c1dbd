"""Minutes of a match: whose, and when two are of one moment."""

from __future__ import annotations

from functools import partial

import pytest

from checker.claims.sameness.goal import pairs
from tests.claims.reading import digested

read = partial(digested, "minute")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ivo Marek gave Rovers the lead in the 27th minute.", [("Ivo Marek", "goal", 27)]),
        ("Ivo Marek scored in the seventh minute.", [("Ivo Marek", "goal", 7)]),
        ("Rovers won with a 27th-minute header by Ivo Marek.", [("Ivo Marek", "goal", 27)]),
        ("In the 27th minute, Ivo Marek scored.", [("Ivo Marek", "goal", 27)]),
        ("The goal came in the 27th minute, when Ivo Marek turned in a cross.", [("Ivo Marek", "goal", 27)]),
        (
            "Ivo Marek's 12th-minute header was cancelled out by Dino Juric's 37th-minute penalty.",
            [("Ivo Marek", "goal", 12), ("Dino Juric", "goal", 37)],
        ),
        ("Referee Jan Moe sent off Dino Juric in the 66th minute.", [("Dino Juric", "off", 66)]),
        ("Dino Juric was sent off by Jan Moe in the 66th minute.", [("Dino Juric", "off", 66)]),
    ],
)
def test_whose_minute(text: str, told: list[tuple[str, str, int]]) -> None:
    assert [(one.counted_text, one.predicate, one.value) for one in read(text)] == told


@pytest.mark.parametrize(
    "text",
    [
        "Rovers beat Albion. Rovers took the lead in the 27th minute.",
        "Ivo Marek spoke for 27 minutes.",
        "Ivo Marek waited until the 27th minute of the hearing.",
        "",
    ],
)
def test_minutes_of_nobody(text: str) -> None:
    assert not read(text)


@pytest.mark.parametrize(
    ("texts", "one"),
    [
        (("Ivo Marek scored in the 27th minute.", "Ivo Marek's 37th-minute penalty was enough."), True),
        (("Ivo Marek scored in the 27th minute.", "Ivo Marek scored his second in the 37th minute."), False),
        (("Ivo Marek scored in the 27th minute.", "Ivo Marek was booked in the 37th minute."), False),
        (("Ivo Marek scored in the 27th minute.", "Dino Juric scored in the 37th minute."), False),
        (
            (
                "Ivo Marek scored in the 27th minute. Ivo Marek scored in the 80th minute.",
                "Ivo Marek scored in the 37th minute. Ivo Marek scored in the 80th minute.",
            ),
            True,
        ),
    ],
)
def test_which_are_of_one_moment(texts: tuple[str, str], one: bool) -> None:
    assert bool([pair for pair in pairs(read(*texts)) if pair.a.value != pair.b.value]) == one
