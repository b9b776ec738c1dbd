"""What a negation denies: the marked word is denied or not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.attribution import negated
from checker.language import analyse
from checker.records import Document


def denies(text: str) -> bool:
    """Is the word between the brackets denied?"""
    start, end = text.index("["), text.index("]") - 1
    clean = text.replace("[", "").replace("]", "")
    return negated(analyse(Document.from_text(clean)), start, end)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The club did not sign [three] players.", True),
        ("The club didn’t sign [three] players.", True),
        ("[Three] players were not signed.", True),
        ("The club never signed [three] players.", True),
        ("No [troops] crossed the river.", True),
        ("None of the [troops] crossed the river.", True),
        ("The ship left without [two] sailors.", True),
        ("The pilot failed to land the [plane].", True),
        ("Neither the mayor nor the [council] paid.", True),
        ("The club signed [three] players.", False),
        # another clause
        ("The club did not sign him, but [three] others came.", False),
        ("He did not resign after [12] people died.", False),
        ("Twelve people were not hurt, and [nine] were.", False),
        # pseudo-negation
        ("Not only [three] players left, but the coach did.", False),
        ("No fewer than [12] people died.", False),
        ("The bridge opens no later than [May].", False),
        ("Only [three] players came.", False),
        # two cancel out
        ("The crew never failed to land the [plane].", False),
        ("The ship did not leave without [two] sailors.", False),
    ],
)
def test_negation(text: str, expected: bool) -> None:
    assert denies(text) is expected


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=120), st.integers(-5, 130), st.integers(0, 20))
def test_any_span_of_any_text(text: str, start: int, size: int) -> None:
    assert negated(analyse(Document.from_text(text)), start, start + size) in (True, False)
