"""Slips of copying: two digits turned round, one digit another, a nought too many."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.records import Claim
from checker.slips import digits, last_digit, slip


def figure(value: float, unit: str = "") -> Claim:
    return Claim(0, 0, 0, "figure", 0, 1, str(value), 0, 0, 1, "body", 1, value=value, unit=unit)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (1847, 1487, "turned"),
        (48_000, 84_000, "turned"),
        (1.64e9, 1.46e9, "turned"),
        (62.5, 65.2, "turned"),
        (225_000, 235_000, "digit"),
        (158, 150, "digit"),
        (18_000, 180_000, "nought"),
        (4.5e6, 4.5e9, "thousand"),
        (1840, 1_840_000, "thousand"),
        (5000, 5_000_000, ""),  # of one digit: chance
        (45, 45_000, ""),  # neither has a word of magnitude
        (4.5e3, 4.5e9, ""),
        (41, 63, ""),
        (41, 43, ""),  # one of two digits: chance does that every tenth time
        (7, 70, ""),
        (12, 12, ""),
    ],
)
def test_what_is_a_slip(one: float, other: float, kind: str) -> None:
    assert slip(figure(one), figure(other)) == kind


def test_a_sum_of_one_digit_is_a_thousand_times_another_by_a_slip() -> None:
    million, billion = (
        msgspec.structs.replace(figure(value, "dollar"), dimension="money:USD") for value in (5e6, 5e9)
    )
    assert slip(million, billion) == "thousand"


def test_figures_of_two_units_are_no_slip() -> None:
    assert slip(figure(32, "kilometre"), figure(23, "mile")) == ""


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_a_slip_is_the_same_both_ways(one: int, other: int) -> None:
    assert slip(figure(one), figure(other)) == slip(figure(other), figure(one))


@given(st.integers(10, 10**9))
def test_turning_two_unlike_neighbours_round_is_a_slip(value: int) -> None:
    text = str(value)
    turned = int(text[1] + text[0] + text[2:])
    expected = "turned" if text[0] != text[1] != "0" else slip(figure(value), figure(turned))
    assert slip(figure(value), figure(turned)) == expected


@given(st.integers(1, 10**9), st.integers(0, 6))
def test_noughts_behind_a_number_are_no_digits_of_it(value: int, noughts: int) -> None:
    assert digits(value * 10**noughts)[0] == digits(value)[0]


@pytest.mark.parametrize(
    ("value", "worth"), [(1500.0, 100.0), (2.5, 0.1), (0.05, 0.01), (48000.0, 1000.0), (-7.0, 1.0), (0.0, 0.0)]
)
def test_what_the_last_digit_is_worth(value: float, worth: float) -> None:
    assert last_digit(value) == pytest.approx(worth)
