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
    check_rule(entry, max_examples=60)


def broken(folder: Path, where: str, rule: str = "figures/figures-disagree") -> Path:
    text = (rules_folder() / f"{rule}.yaml").read_text(encoding="utf-8")
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


@pytest.mark.parametrize(
    ("rule", "where", "law"),
    [
        ("relations/total-against-parts", "total.text != part.text", "depends on the"),
        ("relations/total-against-parts", "apart(total.value, sum(part.value))", "depends on the unit"),
        ("relations/total-against-parts", "apart(total, sum(part)) and total.subject == 'country:PE'", "who the"),
        ("relations/total-against-parts", "apart(total, sum(part)) and total.paragraph == 1", "the place in the text"),
        ("relations/total-against-parts", "not apart(total, sum(part))", "on a value told less exactly"),
        ("relations/part-above-whole", "part.least != whole.least", "on a value told less exactly"),
        ("figures/outlier-among-articles", "count(outlier) == 1 and outlier.source == 'police'", "who the actors are"),
    ],
)
def test_a_broken_rule_over_groups_and_slots_is_shown_too(tmp_path: Path, rule: str, where: str, law: str) -> None:
    with pytest.raises(BrokenLawError) as fault:
        check_rule(broken(tmp_path, where, rule))
    assert law in str(fault.value)
    assert len(str(fault.value).splitlines()) <= 10


def test_a_rule_that_looks_at_the_place_is_caught_by_unrelated_text(tmp_path: Path) -> None:
    with pytest.raises(BrokenLawError) as fault:
        check_rule(broken(tmp_path, "apart(a, b) and a.paragraph == 1"))
    assert "depends on" in str(fault.value)


def test_what_is_no_rule_is_said_so() -> None:
    with pytest.raises(BrokenLawError, match="no rule file, id or name: nothing-of-the-kind"):
        check_rule("nothing-of-the-kind")
