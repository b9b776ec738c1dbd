"""Which of two events came first, and when two sentences tell it both ways."""

from __future__ import annotations

from functools import partial

import pytest

from checker.claims.sameness.order import pairs
from tests.claims.reading import digested, marked

read = partial(digested, "order")


@pytest.mark.parametrize(
    ("text", "earlier", "later"),
    [
        ("Ana Ruiz resigned after Norbank collapsed.", ("norbank",), ("ana", "ruiz")),
        ("Ana Ruiz resigned before Norbank collapsed.", ("ana", "ruiz"), ("norbank",)),
        ("After Norbank collapsed, Ana Ruiz resigned.", ("norbank",), ("ana", "ruiz")),
        ("Before Norbank collapsed, Ana Ruiz resigned.", ("ana", "ruiz"), ("norbank",)),
        ("Ana Ruiz resigned after the collapse of Norbank.", ("norbank",), ("ana", "ruiz")),
        ("Ana Ruiz resigned after selling Norbank.", ("ana", "norbank", "ruiz"), ("ana", "ruiz")),
    ],
)
def test_which_came_first(text: str, earlier: tuple[str, ...], later: tuple[str, ...]) -> None:
    assert [(claim.modifiers, claim.context) for claim in read(text)] == [(earlier, later)]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz resigned after Monday.",
        "Ana Ruiz did not resign before Norbank collapsed.",
        "Ana Ruiz may resign before Norbank collapses.",
        "Ana Ruiz stood before the court.",
        "Ana Ruiz named the boat after Ivo Marek.",
        "Before long, Ana Ruiz resigned.",
        "After",
        "",
    ],
)
def test_no_two_events_in_order(text: str) -> None:
    assert not read(text)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Ana Ruiz resigned after Norbank collapsed. Ruiz resigned before Norbank collapsed.", True),
        ("Ana Ruiz resigned after Norbank collapsed. Ruiz resigned before the collapse of Norbank.", True),
        ("Ana Ruiz resigned after Norbank collapsed. Norbank collapsed before Ruiz resigned.", False),
        ("Ana Ruiz resigned after Norbank collapsed. Ruiz resigned before Sudbank collapsed.", False),
        ("Ana Ruiz resigned after Norbank collapsed. Ivo Marek resigned before Norbank collapsed.", False),
    ],
)
def test_two_orders(text: str, asked: bool) -> None:
    assert bool(list(pairs(read(text)))) == asked


@pytest.mark.parametrize(("text", "asked"), marked("orders.txt"))
def test_told_in_other_words(text: str, asked: bool) -> None:
    assert bool(list(pairs(read(text)))) == asked
