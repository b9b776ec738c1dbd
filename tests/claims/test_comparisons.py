"""Comparisons: which of two things is told to have more, what follows from several, and when two cannot both hold."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.claims.comparatives import comparative
from checker.claims.sameness.comparison import pairs
from checker.pipeline import digest
from checker.records import Claim, Document

NAMES = ("Tarnow", "Belmar", "Halden", "Vardia", "Norland", "Corbury")


def read(text: str) -> list[Claim]:
    claims = digest(Document.from_text(text, "2024-03-06")).claims
    return [claim for claim in claims if claim.aspect == "comparison"]


def told(text: str) -> list[tuple[str, str, str, float | None, float | None]]:
    """Measure, the two things, and by how many steps the first has more than the second."""
    return [(one.predicate, one.subject, one.object, one.least, one.most) for one in read(text)]


def contradicts(text: str) -> bool:
    """Are two comparisons of one pair of things so that no difference fits both?"""
    inf = float("inf")
    bounds = [
        [(-inf if one.least is None else one.least, inf if one.most is None else one.most) for one in (pair.a, pair.b)]
        for pair in pairs(read(text))
    ]
    return any(a[1] < b[0] or b[1] < a[0] for a, b in bounds)


@pytest.mark.parametrize(
    ("adjective", "form"),
    [("tall", "taller"), ("big", "bigger"), ("wide", "wider"), ("heavy", "heavier"), ("old", "older"), ("new", "newer"),
     ("cheap", "cheaper"), ("dry", "drier"), ("thin", "thinner"), ("expensive", ""), ("populous", "")],
)  # fmt: skip
def test_comparatives(adjective: str, form: str) -> None:
    assert comparative(adjective) == form


@pytest.mark.parametrize(
    ("text", "measure", "first", "second", "least", "most"),
    [
        ("Belmar is bigger than Tarnow.", "size", "belmar", "tarnow", 1, None),
        ("Tarnow is bigger than Belmar.", "size", "belmar", "tarnow", None, -1),
        ("Belmar is smaller than Tarnow.", "size", "belmar", "tarnow", None, -1),
        ("Belmar is as big as Tarnow.", "size", "belmar", "tarnow", 0, 0),
        ("Belmar is at least as big as Tarnow.", "size", "belmar", "tarnow", 0, None),
        ("Belmar is no bigger than Tarnow.", "size", "belmar", "tarnow", None, 0),
        ("Belmar is not bigger than Tarnow.", "size", "belmar", "tarnow", None, 0),
        ("Belmar is not as big as Tarnow.", "size", "belmar", "tarnow", None, -1),
        ("Belmar is almost as big as Tarnow.", "size", "belmar", "tarnow", None, -1),
        ("Belmar is twice as big as Tarnow.", "size", "belmar", "tarnow", 1, None),
        ("Belmar is half as big as Tarnow.", "size", "belmar", "tarnow", None, -1),
        ("Belmar is more populous than Tarnow.", "people", "belmar", "tarnow", 1, None),
        ("Belmar is less expensive than Tarnow.", "price", "belmar", "tarnow", None, -1),
        ("Norbank employs fewer people than Sudbank.", "employ person", "norbank", "sudbank", None, -1),
        ("Norbank earned more than Sudbank.", "earn", "norbank", "sudbank", 1, None),
        ("Norbank outspent Sudbank.", "spend", "norbank", "sudbank", 1, None),
        ("There were more men than women in the hall.", "number", "man", "woman", 1, None),
        ("Mr Hale is two years older than Ms Ruiz.", "age", "hale", "ruiz", 1, None),
    ],
)
def test_who_has_more(
    text: str, measure: str, first: str, second: str, least: float | None, most: float | None
) -> None:
    assert (measure, first, second, least, most) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Profits were higher than expected.",
        "Belmar is larger than a football pitch.",
        "More than 500 men marched.",
        "Sales were higher than in May.",
        "Belmar could be bigger than Tarnow.",
        "It is unclear if Belmar is bigger than Tarnow.",
        "Belmar may be bigger than Tarnow, experts said.",
        "She is happier than her sister.",
        "Temperatures were lower than on Monday.",
        "He knew more than he said.",
    ],
)
def test_what_compares_no_two_things_by_measure(text: str) -> None:
    assert not told(text)


def test_what_several_comparisons_imply() -> None:
    text = "Tarnow is bigger than Belmar, Belmar is bigger than Halden and Halden is as big as Vardia."
    assert ("size", "tarnow", "vardia", 1.0, None) in told(text)
    assert ("size", "belmar", "vardia", 1.0, None) in told(text) or ("size", "vardia", "belmar", None, -1.0) in told(
        text
    )


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Tarnow is bigger than Belmar. Belmar is bigger than Tarnow.", True),
        ("Tarnow is bigger than Belmar. Belmar is smaller than Tarnow.", False),
        ("Tarnow is bigger than Belmar and Halden. Halden is bigger than Tarnow.", True),
        ("Tarnow is no bigger than Belmar. Belmar is no bigger than Tarnow.", False),
        ("In 2019, Tarnow was bigger than Belmar. In 2023, Belmar was bigger than Tarnow.", False),
        ("Tarnow was bigger than Belmar. Belmar is bigger than Tarnow.", False),
        ("Ana Ruiz is older than Tom Hale. Hale is older than Ruiz.", True),
        ("Norbank sold more homes than Sudbank. Sudbank sold more flats than Norbank.", False),
        ("The hall was full. Men outnumber women in Tarnow. Women outnumber men in Tarnow.", True),
        ("Norbank outsold Sudbank. Sudbank sold more than Norbank.", True),
    ],
)  # fmt: skip
def test_which_cannot_both_hold(text: str, wrong: bool) -> None:
    assert contradicts(text) == wrong


@given(st.permutations(NAMES), st.integers(2, len(NAMES)))
def test_a_chain_is_consistent_and_turned_round_it_is_not(names: list[str], length: int) -> None:
    chain = ", ".join(f"{one} is bigger than {other}" for one, other in pairwise(names[:length])) + "."
    assert not contradicts(f"{chain} {names[0]} is bigger than {names[length - 1]}.")
    assert contradicts(f"{chain} {names[length - 1]} is bigger than {names[0]}.")
