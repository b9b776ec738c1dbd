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
    # What a calendar must put somewhere: an interval whose end is exclusive.
    ("the end of November", "2024-11-21/2024-12-01"),
    ("at the beginning of next week", "2024-10-28/2024-10-31"),
    ("EOY", "2024-09/2025-01"),
    ("this weekend", "2024-10-25T18/2024-10-28T00"),
    ("next two months", "2024-11/2025-01"),
    ("by the end of the month", "2024-10-22T09:00:00/2024-11-01T00:00:00"),
    ("within 3 days", "2024-10-22/2024-10-25"),
    # Hours and minutes, in words and with their part of the day.
    ("at a quarter to nine this evening", "2024-10-22T20:45"),
    ("ten thirty am", "2024-10-22T10:30"),
    ("5 in the afternoon", "2024-10-22T17:00"),
    ("tonight from 8 to 9:30", "2024-10-22T20:00/2024-10-22T21:30"),
    ("The museum is open from 10 am for 6 hours", "10:00:00/16:00:00"),
    ("The strike starts at the end of the day", "2024-10-22T23:59:59"),
    ("The vote must be held before 4pm", "../16:00:00"),
    # Durations with fractions.
    ("an hour and a half", "PT1.5H"),
    ("three quarters of an hour", "PT45M"),
    ("2 more minutes", "PT2M"),
    ("1 hour and twenty", "PT80M"),
    # Counted days and years in words.
    ("Friday after next", "2024-11-01"),
    ("twenty to seven tonight", "2024-10-22T18:40"),
    ("half six in the evening on Friday", "2024-10-25T18:30"),
    ("this Friday between noon and 2", "2024-10-25T12:00/2024-10-25T14:00"),
    ("at 5 tomorrow afternoon", "2024-10-23T17:00"),
    ("Christmas Day two years ago", "2022-12-25"),
    ("nearly twenty years", "P20Y"),
    ("2 Sundays ago", "2024-10-13"),
    ("the third last day of November", "2024-11-28"),
    ("The dam was finished in nineteen seventy one", "1971"),
    ("Sales fell in 2023 q3 again", "2023-07-01/2023-10-01"),
    ("Thanksgiving in two years", "2026-11-26"),
    # What lies just ahead decides between two readings of a numeric date.
    ("05/11", "2024-11-05"),
]

QUIET = [
    "The sun will set behind the hills",
    "That may help",
    "Rates stood at 6.45 percent",
    "Good morning, all",
]


@pytest.mark.parametrize(("text", "value"), CASES, ids=[text for text, _ in CASES])
def test_reads(text: str, value: str) -> None:
    assert value in [found for _, found in told(text, clock=NINE)]


@pytest.mark.parametrize("text", QUIET)
def test_leaves_alone(text: str) -> None:
    assert told(text, clock=NINE) == []
