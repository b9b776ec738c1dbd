"""Feasts that follow the sun and moon, held against days that the world keeps."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.times import sky
from checker.times.feasts import names, when
from tests.times.conftest import told

KEPT = [
    ("diwali", "2023-11-12"),
    ("dhanteras", "2023-11-10"),
    ("holi", "2022-03-18"),
    ("ganesh chaturthi", "2023-09-19"),
    ("maha shivaratri", "2022-03-01"),
    ("raksha bandhan", "2021-08-22"),
    ("ugadi", "2023-03-22"),
    ("vaisakhi", "2022-04-14"),
    ("makar sankranti", "2022-01-14"),
    ("ramadan", "2022-04-02"),
    ("eid al-fitr", "2024-04-10"),
    ("eid al-adha", "2022-07-09"),
    ("king's day", "2025-04-26"),  # the 27th is a Sunday
    ("boss's day", "2022-10-17"),  # the 16th is a Sunday
    ("trinity sunday", "2024-05-26"),
]


@pytest.mark.parametrize(("name", "day"), KEPT, ids=[f"{name} {day}" for name, day in KEPT])
def test_is_on(name: str, day: str) -> None:
    found = when(name, int(day[:4]))
    assert found is not None
    assert dt.date.fromordinal(found[0]).isoformat() == day


def test_a_feast_in_news() -> None:
    assert told("Shops shut for Holi 2022.") == [("Holi 2022", "2022-03-18")]


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(sorted(names())), st.integers(1700, 2300))
def test_every_feast_lies_in_its_year(name: str, year: int) -> None:
    found = when(name, year)
    if found is not None:
        assert found[0] <= found[1]
        assert abs(dt.date.fromordinal(found[0]).year - year) <= 1


@settings(deadline=None, max_examples=60)
@given(st.integers(600_000, 800_000))
def test_the_sun_goes_a_degree_a_day_and_the_moon_thirteen(day: int) -> None:
    assert 0.9 < (sky.sun(day + 1.0) - sky.sun(day)) % 360 < 1.1
    assert 11 < (sky.moon(day + 1.0) - sky.moon(day)) % 360 < 16
