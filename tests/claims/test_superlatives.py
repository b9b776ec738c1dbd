"""Superlatives and firsts: who bears them, and when two cannot both."""

from __future__ import annotations

from functools import partial

import pytest

from checker.claims.sameness.superlative import pairs
from checker.claims.superlatives import quality
from tests.claims.reading import digested, marked

read = partial(digested, "superlative")


@pytest.mark.parametrize("word", ["tallest", "biggest", "busiest", "largest", "second-largest", "youngest"])
def test_superlatives(word: str) -> None:
    assert quality(word)


@pytest.mark.parametrize("word", ["forest", "interest", "honest", "latest", "request", "guest", "protest", ""])
def test_words_in_est_that_are_none(word: str) -> None:
    assert not quality(word)


@pytest.mark.parametrize(
    ("text", "bearer", "told", "rank"),
    [
        ("Ana Ruiz became the first woman to lead the bank.", "Ana Ruiz", "rank", 1),
        ("The first woman to lead the bank, Ana Ruiz, left.", "Ana Ruiz", "rank", 1),
        ("Beacon House, the tallest building in Tarnow, is for sale.", "Beacon House", "tallest", 1),
        ("Norbank is Vardia's second-largest lender.", "Norbank", "largest", 2),
        ("Norbank is the third largest lender in Vardia.", "Norbank", "largest", 3),
        ("Tarnow is the most populous city in the valley.", "Tarnow", "populous", 1),
    ],
)
def test_who_bears_which(text: str, bearer: str, told: str, rank: int) -> None:
    found = read(text)
    assert [(one.wording, one.predicate, one.value) for one in found] == [(bearer, told, rank)]


@pytest.mark.parametrize(
    "text",
    [
        "Beacon House is one of the tallest buildings in Tarnow.",
        "Beacon House is not the tallest building in Tarnow.",
        "Beacon House was the tallest building in Tarnow until 1998.",
        "Beacon House is perhaps the tallest building in Tarnow.",
        "Beacon House is the tallest building.",
        "Norbank is its largest shareholder.",
        "Norbank is the largest lender in Vardia that serves farmers.",
        "Norbank and Sudbank are the largest lenders in Vardia.",
    ],
)
def test_what_has_no_one_bearer_or_no_scope(text: str) -> None:
    assert not read(text)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Hale is the oldest player in the cup. Petrenko is the oldest player in the cup.", True),
        ("Ivo Hale is the oldest player in the cup. Hale is the oldest player in the cup.", False),
        ("Hale is the oldest player in the cup. Petrenko is the oldest player in the league.", False),
        ("Hale is the oldest player in the cup. Petrenko is the second-oldest player in the cup.", False),
        ("Hale is the oldest player in the cup. Hale is the second-oldest player in the cup.", True),
    ],
)
def test_which_are_asked_about(text: str, asked: bool) -> None:
    assert bool(list(pairs(read(text)))) == asked


@pytest.mark.parametrize(("text", "asked"), marked("superlatives.txt"))
def test_in_other_words(text: str, asked: bool) -> None:
    assert bool(list(pairs(read(text)))) == asked
