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
        ("The bakery closed last month, on 12 August, after 60 years.", "DAT014", {"last month", "12 August"}),
        ("The hearing resumes next week, on 6 November, in Rome.", "DAT014", {"next week", "6 November"}),
        ("Three days ago, on 14 October, the pilot rested.", "DAT014", {"Three days ago", "14 October"}),
        ("On 24 October, three days ago, the pilot rested.", "DAT014", {"three days ago", "24 October"}),
        ("The mayor left last week (on 4 October) after a row.", "DAT014", {"last week", "4 October"}),
        ("Earlier this month, on 24 September, he sang.", "DAT014", {"Earlier this month", "24 September"}),
        ("The museum reopens on 24 October, tomorrow.", "DAT014", {"tomorrow", "24 October"}),
        ("Two weeks ago, on 20 September, the dam burst.", "DAT014", {"Two weeks ago", "20 September"}),
        ("A month ago, on 2 August, she left.", "DAT014", {"A month ago", "2 August"}),
        ("He spoke at last week's hearing on 3 October.", "DAT014", {"last week", "3 October"}),
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
        ("they agree", "The bakery closed last month, on 12 September. Three days ago, on 19 October, he rested."),
        ("a week may begin on Sunday", "Last week, on 13 October, the dam burst. Next week, on 28 October, he sings."),
        ("weeks are round", "Two weeks ago, on 10 October, the dam burst. A month ago, on 20 September, she left."),
        ("years in a list", "Rovers won last year, in 2021, and in 2019. They won last year, in 2021 and in 2019."),
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
