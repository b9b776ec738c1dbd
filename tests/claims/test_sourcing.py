"""Unnamed sources: one or several, and whether they say the same."""

from __future__ import annotations

import pytest

from checker.claims.sameness.sourcing import pairs
from checker.claims.sourcing import number
from checker.pipeline import digest
from checker.records import Document


@pytest.mark.parametrize(
    ("source", "how_many"),
    [
        ("a source", "one"),
        ("A police source", "one"),
        ("one source close to the talks", "one"),
        ("The source", "one"),
        ("a person familiar with the matter", "one"),
        ("sources", "many"),
        ("Two sources", "many"),
        ("court sources", "many"),
        ("three people briefed on the plan", "many"),
    ],
)
def test_how_many_speak(source: str, how_many: str) -> None:
    found = number(source)
    assert found is not None
    assert found[0] == how_many


@pytest.mark.parametrize(
    "source", ["", "the minister", "Open Source Ltd", "people", "a person", "head of sources", "another source"]
)
def test_other_voices(source: str) -> None:
    assert number(source) is None


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("A source said the Halden mill will close. Sources said the Halden mill will close in May.", True),
        ("A source said the Halden mill will close. Sources said the owner had debts in Tarnow.", False),
        ("A source said the Halden mill will close. The source said the Halden mill will close in May.", False),
        ("A union source said the Halden mill will close. Bank sources said the Halden mill will close.", False),
    ],
)
def test_one_statement_with_one_source_and_with_several(text: str, asked: bool) -> None:
    claims = digest(Document.from_text(text, "2024-03-06")).claims
    assert bool(list(pairs([claim for claim in claims if claim.aspect == "sourcing"]))) == asked
