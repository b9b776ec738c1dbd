"""Where things happened, and when one event is told at two places."""

from __future__ import annotations

from functools import partial

import pytest

from checker.claims.sameness.scene import pairs
from tests.claims.reading import digested, marked

read = partial(digested, "scene")


@pytest.mark.parametrize(
    ("text", "place", "of"),
    [
        ("The bus crashed in Granada.", "granada", ""),
        ("The bus crashed near Granada.", "granada", "near"),
        ("The bus crashed ten miles north of Granada.", "north", "granada"),
        ("Granada, the city of her birth, wept.", "granada", ""),
    ],
)
def test_where(text: str, place: str, of: str) -> None:
    assert [(claim.wording, claim.object) for claim in read(text)] == [(place, of)]


@pytest.mark.parametrize("text", ["The bus may crash in Granada.", "Two men died in Granada.", "It rained.", ""])
def test_no_scene(text: str) -> None:
    assert not read(text)


@pytest.mark.parametrize(("text", "asked"), marked("scenes.txt"))
def test_two_places(text: str, asked: bool) -> None:
    assert bool(list(pairs(read(text)))) == asked
