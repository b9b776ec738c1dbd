"""Times of day: of what, how exact, and when two are of one event."""

from __future__ import annotations

from functools import partial

import pytest

from checker.claims.sameness.clock import pairs
from tests.claims.reading import digested

read = partial(digested, "clock")


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("The quake struck at 5:42 a.m. local time.", 341, 343),
        ("The quake struck at 05:24 local time.", 323, 325),
        ("The quake struck at 5 a.m. local time.", 285, 315),
        ("The quake struck at around 7:15 a.m. on Friday.", 420, 450),
        ("The quake struck shortly before 7 a.m. on Friday.", 390, 420),
        ("The quake struck on Friday evening.", 1020, 1440),
        ("The quake, which nobody had foreseen, struck at 05:24.", 323, 325),
    ],
)
def test_minutes_that_a_print_allows(text: str, least: int, most: int) -> None:
    assert [(one.predicate, one.least, one.most) for one in read(text)] == [("happening:earthquake", least, most)]


@pytest.mark.parametrize(
    "text",
    [
        "The quake struck at 5:42.",
        "The quake will strike at 5:42 a.m.",
        "The quake did not strike at 5:42 a.m.",
        "Another quake struck at 5:42 a.m.",
        "The mayor said at 5:42 a.m. that all was well.",
        "The road was shut until 5:42 a.m.",
        "",
    ],
)
def test_times_of_nothing_that_can_be_compared(text: str) -> None:
    assert not read(text)


@pytest.mark.parametrize(
    ("texts", "one"),
    [
        (("A quake struck at 5:42 a.m.", "The earthquake struck at 05:24."), True),
        (("The blaze began at 7:15 a.m.", "The fire broke out on Tuesday evening."), True),
        (("A quake struck at 5:42 a.m.", "The earthquake struck at 05:24 GMT."), False),
        (("A quake struck at 5:42 a.m. on Tuesday.", "The earthquake struck at 05:24 on Monday."), False),
        (("A quake struck at 5:42 a.m.", "The earthquake struck at 05:24. The quake hit the north at 06:30."), False),
        (("The ferry Anna left Belmar at 10:50 a.m.", "The ferry Anna left Belmar at 12:50 p.m."), True),
        (("The ferry Anna left Belmar at 10:50 a.m.", "The ferry Olga left Belmar at 12:50 p.m."), False),
    ],
)
def test_which_are_of_one_event(texts: tuple[str, str], one: bool) -> None:
    assert bool(list(pairs(read(*texts)))) == one
