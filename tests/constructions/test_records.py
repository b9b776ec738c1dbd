"""Records that another figure exceeds, and what was no first: what is asked and what is not."""

from __future__ import annotations

import datetime as dt

import pytest

import checker

PUBLISHED = dt.date(2024, 3, 6)


def rules(text: str) -> set[str]:
    report = checker.check([checker.Document.from_text(text, published=PUBLISHED)])
    return {one.rule for one in report.findings} & {"SUP003", "SUP004"}


@pytest.mark.parametrize(
    "text",
    [
        "The Halden index closed at 4,211 on Tuesday, its lowest level in 12 years. It stood at 3,980 in March 2017.",
        "Harl Bridge, 640 metres long, is the longest bridge in the county. Nearby Skarn Bridge is 810 metres long.",
        "At 22, Ivo Bekele became the youngest mayor ever elected in Tarnow. In 1974 Rune Hallander, aged 20, was "
        "elected mayor of the town.",
    ],
)
def test_a_figure_beyond_a_record(text: str) -> None:
    assert rules(text) == {"SUP003"}


@pytest.mark.parametrize(
    "text",
    [
        "Unemployment slipped to 3.9 percent in February, the lowest since 1974. Among women, unemployment was 3.7 "
        "percent in 2019.",
        "Temperatures reached 38.2C at Norwick, the highest ever recorded in the town. In 2019, Halden had 40.1C.",
        "Harl Bridge, 640 metres long, is the longest footbridge in the county. Nearby Skarn Bridge is 810 metres.",
        "The pound fell to $1.21 on Monday, its lowest since November. In 2022 it fell to $1.07.",
    ],
)
def test_another_thing_time_or_place(text: str) -> None:
    assert not rules(text)


def test_no_first() -> None:
    assert rules("The dam overflowed for the first time since 1956. The dam had last overflowed in 1983.") == {"SUP004"}
    assert not rules("The dam overflowed for the first time since 1956. The dam was last repaired in 1983.")
    assert not rules("It was their first defeat at home since 2019. Their last defeat was in May 2022.")
