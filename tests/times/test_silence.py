"""What looks like a time and is none."""

from __future__ import annotations

import pytest

from tests.times.conftest import told

QUIET = [
    "Theresa May met the delegation.",
    "The court may overturn the ruling.",
    "Thousands joined the march on the capital.",
    "The Sun sat low over the bay.",
    "We came second in the relay.",
    "Some 3000 troops crossed the river.",
    "The firm sold 2000 cars.",
    "United won 3-2 after trailing 1-0.",
    "The share price fell to $1995.",
    "April Jones and June Clarke gave evidence.",
    "Three quarters of voters stayed at home.",
    "He reads the Daily Mail.",
    "Flight 1549 landed on the river.",
    "The path is 1500 metres long.",
    "A wasp stung the boy in the fall.",
    "The gap was 0.5 seconds.",
    "She was sportswoman of the year.",
    "The minister told the Today programme that talks would go on.",
    "He edits the Sunday Herald.",
    "She sang in the film \"Black Friday\".",
    "The town staged its Christmas Special in a barn.",
    "An overnight train carried the team home.",
    "The shares closed at 200p and the fund at 1130p.",
    "Most are in their 30s, 40s or early 50s.",
    "What you do in the evening is your own affair.",
    "The rainy season and the long year tired them.",
    "A new year group was formed at the school.",
    "They trailed by ten points in the third quarter until he scored.",
]


@pytest.mark.parametrize("text", QUIET)
def test_says_no_date(text: str) -> None:
    assert [value for _, value in told(text) if not value.startswith("P")] == []
