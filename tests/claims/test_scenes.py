"""Where things happened, and when one event is told at two places."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.claims.sameness.scene import pairs
from checker.pipeline import digest
from checker.records import Claim, Document


def read(text: str) -> list[Claim]:
    claims = digest(Document.from_text(text, "2024-03-06")).claims
    return [claim for claim in claims if claim.aspect == "scene"]


def rows() -> list[tuple[str, bool]]:
    """Texts of scenes.txt: those behind "+" tell one event at two places, those behind "-" do not."""
    lines = (Path(__file__).parent / "scenes.txt").read_text(encoding="utf-8").splitlines()
    return [(line[2:], line[0] == "+") for line in lines if line[:2] in ("+ ", "- ")]


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


@pytest.mark.parametrize(("text", "asked"), rows())
def test_two_places(text: str, asked: bool) -> None:
    assert bool(list(pairs(read(text)))) == asked
