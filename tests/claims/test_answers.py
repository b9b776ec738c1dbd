"""Every line of answers.txt: two answers to one question (`facets.tsv`), or answers that may both hold."""

from __future__ import annotations

from functools import partial

import pytest

from checker import check
from checker.records import Document
from tests.claims.reading import section

lines = partial(section, "answers.txt")


def asked(line: str) -> list[str]:
    """The rules on voices that ask about an article above a note."""
    findings = check([Document.from_text(line, "2024-03-06")]).findings
    return [one.name for one in findings if one.rule.startswith("VOI") and one.severity != "note"]


@pytest.mark.parametrize("line", lines("asks"))
def test_both_cannot_be(line: str) -> None:
    assert len(asked(line)) == 1


@pytest.mark.parametrize("line", lines("passes"))
def test_both_may_be(line: str) -> None:
    assert asked(line) == []
