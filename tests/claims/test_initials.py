"""Abbreviations in brackets: what they stand for, and which do not fit."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.claims.initials import fits
from checker.pipeline import digest
from checker.records import Document


def read(text: str) -> list[tuple[str, str]]:
    """Abbreviation and initials of every introduced body."""
    claims = digest(Document.from_text(text, "2024-03-06")).claims
    return [(claim.wording, claim.object) for claim in claims if claim.aspect == "initials"]


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("The National Flood Agency (NFB) warned of rain.", ("NFB", "NFA")),
        ("Staff of the International Harbour Energy Board (IEHB) met.", ("IEHB", "IHEB")),
        ("The NFA (National Flood Board) warned of rain.", ("NFA", "NFB")),
        ("The island asked the National Flood Agency, or NFB, for help.", ("NFB", "NFA")),
        ("Patients with acute renal failure (AFR) were sent home.", ("AFR", "ARF")),
        ("The League of Farms for National Renewal (LNFR) lost.", ("LNFR", "LFNR")),
        ("The Board for River Research (BRT) met. Critics of the BRR stayed away.", ("BRT", "BRR")),
    ],
)
def test_one_letter_or_an_exchange_is_a_slip(text: str, read_as: tuple[str, str]) -> None:
    assert read(text) == [read_as]


@pytest.mark.parametrize(
    "text",
    [
        "The Centers for Harbour Control and Safety (CHC) met.",
        "The Society for the Protection of Owls (SPO) met.",
        "Members of the Federation of Home Owners' Associations (FHOAs) met.",
        "The British Television Corporation (BTVC) met.",
    ],
)
def test_what_fits_is_silent(text: str) -> None:
    assert all(wording == initials for wording, initials in read(text))


@pytest.mark.parametrize(
    "text",
    [
        "The Free Vardia Movement (GVM) laid down its arms.",
        "The Social Democratic Party (SPD) lost four seats.",
        "The Norwegian Rowing Association (NRF) met.",
        "The Rural Housing Fund (RHP) met. The RHP lent money, the RHP's head said.",
        "The Movement for National Liberation (MLN) lost.",
        "The World Body for Chess (FIDE) met.",
        "The mayor of Halden (AFP) said no.",
    ],
)
def test_abbreviations_of_another_language_are_silent(text: str) -> None:
    assert all(wording == initials for wording, initials in read(text))


def test_letters_turned_round_where_no_bracket_introduced_them() -> None:
    assert read("The case went to the National Fraud Office. An NOF team searched two flats.") == [("NOF", "NFO")]


@pytest.mark.parametrize(
    "text",
    [
        "The case went to the National Fraud Office. An NFO team searched two flats.",
        "The case went to the National Fraud Office. A BBC team filmed the search.",
        "The National Fraud Office and the National Office for Farms met. The NOF said no.",
    ],
)
def test_letters_that_stand_for_themselves_are_silent(text: str) -> None:
    assert all(wording == initials for wording, initials in read(text))


@settings(deadline=None, max_examples=100)
@given(st.lists(st.from_regex(r"\A[A-Z][a-z]{2,8}\Z"), min_size=3, max_size=6))
def test_the_initials_of_a_name_fit_it(name: list[str]) -> None:
    assert fits("".join(word[0] for word in name), name)
