"""Every line of answers.txt: two answers to one question (`facets.tsv`), or answers that may both hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import check
from checker.records import Document


def lines(section: str) -> list[str]:
    """The articles of one section of answers.txt."""
    text = Path(__file__).with_name("answers.txt").read_text(encoding="utf-8")
    body = text.split(f"\n== {section}:")[1].split("\n==")[0]
    return [line for line in body.split("\n")[1:] if line.strip()]


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
