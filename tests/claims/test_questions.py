"""Every line of questions.txt: one question about a name, an age, a post or a date, or none."""

from __future__ import annotations

from functools import partial

import pytest

from tests.claims.reading import questions, section

ASPECTS = ("name", "age", "role", "date")

lines = partial(section, "questions.txt")


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
