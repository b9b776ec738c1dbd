"""Plans that somebody has or has not."""

from __future__ import annotations

from functools import partial

import pytest

from checker.claims.sameness.plan import pairs
from tests.claims.reading import digested

read = partial(digested, "plan")


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Norbank has no plans to close its Halden branch.", "-"),
        ("Norbank has plans to close its Halden branch.", "+"),
        ("Norbank does not plan to close its Halden branch.", "-"),
        ("Norbank plans to close its Halden branch.", "+"),
        ("Norbank has no intention of closing its Halden branch.", "-"),
        ("There are no plans to close the Halden branch.", "-"),
    ],
)
def test_plan_or_none(text: str, polarity: str) -> None:
    assert [(claim.polarity, claim.predicate) for claim in read(text)] == [(polarity, "close")]


@pytest.mark.parametrize(
    "text",
    [
        "Norbank may plan to close its Halden branch.",
        "Norbank no longer plans to close its Halden branch.",
        "Norbank now plans to close its Halden branch.",
        "The plans for Halden were shown.",
        "The plan",
        "",
    ],
)
def test_plans_given_up_made_or_open(text: str) -> None:
    assert not read(text)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Norbank has no plans to close its Halden branch. Norbank plans to close its Halden branch.", True),
        ("Norbank has no plans to close its Halden branch. Norbank plans to close its Belmar branch.", False),
        ("Norbank has no plans to close its Halden branch. Sudbank plans to close its Halden branch.", False),
        ("Norbank had no plans to close its Halden branch. Norbank plans to close its Halden branch.", False),
    ],
)
def test_which_are_one_plan(text: str, asked: bool) -> None:
    assert bool([pair for pair in pairs(read(text)) if pair.a.polarity != pair.b.polarity]) == asked
