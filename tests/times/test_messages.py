"""Short messages sent at a known moment, Tuesday 22 October 2024 at 9:00."""

from __future__ import annotations

import pytest

from tests.times.conftest import told

NINE = 9 * 3600
CASES = [
    ("Can we meet on Thursday at 3pm?", "2024-10-24T15"),
    ("Lunch tomorrow from 12:30 to 1:30 pm", "2024-10-23T12:30:00/2024-10-23T13:30:00"),
    ("Book a room for next Monday 9:30", "2024-10-28T09:30"),
    ("fri", "2024-10-25"),
    ("5 may", "2025-05-05"),
    ("half past seven on Sunday", "2024-10-27T07:30"),
    ("at 8 in the evening", "2024-10-22T20:00"),
    ("12 Nov 1115", "2024-11-12T11:15"),
    ("16.12", "2024-12-16"),
    ("tomorrow evening", "2024-10-23TEV"),
    ("1 December after 6pm", "2024-12-01T18:00/.."),
    ("the next three days", "2024-10-23/2024-10-26"),
    ("week 45", "2024-W45"),
]


@pytest.mark.parametrize(("text", "value"), CASES, ids=[text for text, _ in CASES])
def test_reads(text: str, value: str) -> None:
    assert value in [found for _, found in told(text, clock=NINE)]
