"""Every line of questions.txt: one question about a name, an age, a post or a date, or none."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import questions

ASPECTS = ("name", "age", "role", "date")


def lines(section: str) -> list[str]:
    """The articles of one section of questions.txt."""
    text = Path(__file__).with_name("questions.txt").read_text(encoding="utf-8")
    body = text.split(f"\n== {section}:")[1].split("\n==")[0]
    return [line for line in body.split("\n")[1:] if line.strip()]


def asked(line: str) -> list[tuple[str, str]]:
    return questions(*(text.strip().replace("//", "\n\n") for text in line.split("||")), aspects=ASPECTS)


@pytest.mark.parametrize("line", lines("asks"))
def test_there_is_a_question(line: str) -> None:
    assert asked(line)


@pytest.mark.parametrize("line", lines("passes"))
def test_there_is_no_question(line: str) -> None:
    assert asked(line) == []


@pytest.mark.parametrize("line", lines("gaps"))
@pytest.mark.xfail(reason="known gap", strict=False)
def test_known_gaps(line: str) -> None:
    assert asked(line)
