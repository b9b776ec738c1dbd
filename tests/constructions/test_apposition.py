"""A day named twice in a breath, counted from the day of publication (Tuesday, 22 October 2024)."""

from __future__ import annotations

from datetime import date

import pytest

from tests.constructions.reading import findings

PUBLISHED = date(2024, 10, 22)


def told(text: str, published: date | None = PUBLISHED) -> list[tuple[str, set[str]]]:
    return [(one.rule, {claim.text for claim in one.claims}) for one in findings(text, published)]


@pytest.mark.parametrize(
    ("text", "rule", "sides"),
    [
        ("She resigned yesterday, 20 October, the port said.", "DAT014", {"yesterday", "20 October"}),
        ("The council meets tomorrow (October 25) in Nice.", "DAT014", {"tomorrow", "October 25"}),
        ("Exports fell last month – July – on weak demand.", "DAT014", {"last month", "July"}),
        ("The law was passed last year, in 2021.", "DAT014", {"last year", "2021"}),
        ("He will speak today (Wednesday) in Lyon.", "DAT001", {"today", "Wednesday"}),
    ],
)
def test_the_word_and_the_date_disagree(text: str, rule: str, sides: set[str]) -> None:
    assert told(text) == [(rule, sides)]


@pytest.mark.parametrize(
    ("why", "text"),
    [
        ("they agree", "She resigned yesterday, 21 October, the port said. He speaks today (Tuesday)."),
        ("two days in a list", "They play tomorrow, on Friday and on Sunday."),
        ("the month belongs to a noun", "Exports fell last month, July figures had shown a rise."),
        ("a speaker counts from his own day", '"We met yesterday, 19 October," she wrote in a letter.'),
        ("month and day", "Exports fell last month, on 3 October the bank said."),
    ],
)
def test_nothing_is_said_where(why: str, text: str) -> None:
    assert told(text) == [], why


def test_without_a_day_of_publication_nothing_can_be_counted() -> None:
    assert told("She resigned yesterday, 20 October, the port said.", None) == []
