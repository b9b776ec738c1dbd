"""Ages of things against the years in which they began."""

from __future__ import annotations

import datetime as dt
from functools import partial

import pytest

from checker.claims.sameness.origin import pairs
from checker.records import Claim
from tests.claims.reading import digested

read = partial(digested, "origin", published="2017-06-13")


def years(claim: Claim) -> tuple[int, int]:
    first, last = (dt.date.fromordinal(day).year for day in (claim.event_earliest or 1, claim.event_latest or 1))
    return first, last


@pytest.mark.parametrize(
    ("text", "named", "span"),
    [
        ("Staff of Halden Foods heard that their 112-year-old company is for sale.", ("foods", "halden"), (1903, 1906)),
        ("The 28-year-old plane passed an inspection.", (), (1987, 1990)),
        ("The 30-year-old bridge is rusting.", (), (1981, 1992)),
        ("Halden Foods was founded in 1908.", ("foods", "halden"), (1908, 1908)),
        ("The aircraft was built in 1986.", (), (1986, 1986)),
    ],
)
def test_years_of_beginning(text: str, named: tuple[str, ...], span: tuple[int, int]) -> None:
    assert [(one.modifiers, years(one)) for one in read(text)] == [(named, span)]


@pytest.mark.parametrize(
    "text",
    [
        "A 28-year-old plane crashed.",
        "The nearly 100-year-old bridge is rusting.",
        "The 28-year-old driver was hurt.",
        "Halden Foods is old.",
        "",
    ],
)
def test_ages_of_nothing_that_has_a_year(text: str) -> None:
    assert not read(text)


def test_what_began_before_the_year_1_has_no_year_to_compare() -> None:
    assert not read("The library was founded in 490 BC.")


@pytest.mark.parametrize(
    ("texts", "one"),
    [
        (("The aircraft was built in 1986.", "The 28-year-old plane passed an inspection."), True),
        (("The aircraft was built in 1986.", "The 28-year-old bridge passed an inspection."), False),
        (("Halden Foods was founded in 1908.", "Staff of Halden Foods fear for their 99-year-old company."), True),
        (("Halden Foods was founded in 1908.", "Staff of Norbank fear for their 99-year-old company."), False),
    ],
)
def test_which_are_of_one_thing(texts: tuple[str, str], one: bool) -> None:
    assert bool(list(pairs(read(*texts)))) == one
