"""The laws of rules: ours keep them, and a rule that breaks one is shown with a small case."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.engine.catalogue import Entry, catalogue
from checker.language.lexicon import rules_folder
from checker.testing import check_rule
from checker.testing.laws import BrokenLawError

ENTRIES = catalogue()[0]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.rule.name)
def test_our_rules_keep_the_laws(entry: Entry) -> None:
    check_rule(entry, max_examples=10)


@pytest.mark.slow
@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.rule.name)
def test_our_rules_keep_the_laws_in_many_cases(entry: Entry) -> None:
    check_rule(entry, max_examples=100)


def broken(folder: Path, where: str) -> Path:
    text = (rules_folder() / "figures" / "figures-disagree.yaml").read_text(encoding="utf-8")
    path = folder / "broken.yaml"
    head, tail = text[: text.index("where:")], text[text.index("message:") :]
    path.write_text(f"{head}where: {where}\n{tail}", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("where", "law"),
    [
        ("a.value != b.value", "depends on the unit in which an amount is printed"),
        ("a.text != b.text", "depends on the"),
        ("a.start < b.start and a.least > b.least", "depends on which claim comes first"),
        ("a.start != b.start", "fires on a claim and its copy"),
        ("apart(a, b) and a.subject == 'country:FR'", "depends on who the actors are"),
    ],
)
def test_a_broken_rule_is_shown_with_a_small_case(tmp_path: Path, where: str, law: str) -> None:
    with pytest.raises(BrokenLawError) as fault:
        check_rule(broken(tmp_path, where))
    message = str(fault.value)
    assert law in message
    assert len(message.splitlines()) <= 6


def test_a_rule_that_looks_at_the_place_is_caught_by_unrelated_text(tmp_path: Path) -> None:
    with pytest.raises(BrokenLawError) as fault:
        check_rule(broken(tmp_path, "apart(a, b) and a.paragraph == 1"))
    assert "depends on" in str(fault.value)


def test_what_is_no_rule_is_said_so() -> None:
    with pytest.raises(BrokenLawError, match="no rule file, id or name: nothing-of-the-kind"):
        check_rule("nothing-of-the-kind")
