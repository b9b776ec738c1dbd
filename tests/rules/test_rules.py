"""Every rule file does what its examples say; its page and the schema are those that are made from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.engine.catalogue import Entry, catalogue, entries_of, explain, skeleton
from checker.engine.examples import ExampleReport, run_examples, test_rules
from checker.engine.pages import pages, schema_text
from checker.engine.predicates import PREDICATES
from checker.engine.rulefile import RuleFile
from checker.language.lexicon import rules_folder

ENTRIES, FAILURES = catalogue()
ROOT = Path(__file__).resolve().parents[2]


def test_every_rule_file_is_read() -> None:
    assert not FAILURES


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.rule.name)
def test_a_rule_flags_what_it_should_and_passes_what_it_should(entry: Entry) -> None:
    report = ExampleReport(tuple(run_examples(entry)))
    wrong = [f"{case.group} {case.number}: {' / '.join(case.texts)}\n    {case.reason}" for case in report.wrong]
    wrong += [f"known gap {case.number} is right today: {' / '.join(case.texts)}" for case in report.closed]
    assert not wrong, "\n".join(wrong)


def test_examples_are_told_once() -> None:
    seen: dict[str, str] = {}
    for entry in ENTRIES:
        for example in (*entry.written.flags, *entry.written.passes):
            if isinstance(example, str):
                assert example not in seen or seen[example] != entry.rule.id, example
                seen[example] = entry.rule.id


def test_no_example_is_taken_from_the_seeds() -> None:
    seeds = " ".join(path.read_text(encoding="utf-8") for path in (ROOT / "seeds").glob("*.txt"))
    for entry in ENTRIES:
        for example in (*entry.written.flags, *entry.written.passes):
            for text in [example] if isinstance(example, str) else example.texts:
                for sentence in text.split(". "):
                    assert len(sentence) < 20 or sentence not in seeds


def test_there_are_forty_stable_rules() -> None:
    assert sum(entry.rule.status == "stable" for entry in ENTRIES) >= 40


def test_the_pages_are_those_of_the_rule_files() -> None:
    folder = ROOT / "docs" / "rules"
    written = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    assert written == pages(ENTRIES), "run: python -m checker.engine.pages"


def test_the_schema_is_that_of_the_record_types() -> None:
    assert (rules_folder() / "schema.json").read_text(encoding="utf-8") == schema_text()


@pytest.mark.parametrize("kind", ["pair", "relation", "slot"])
def test_a_new_rule_begins_as_a_file_that_is_read(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "new.yaml"
    path.write_text(skeleton("NEW001", "something-flagged", kind), encoding="utf-8")
    entries, failures = entries_of(path)
    assert not failures
    assert entries[0].rule.kind == kind
    assert "something-flagged" in explain(entries[0])


def test_an_example_that_does_not_behave_is_explained(tmp_path: Path) -> None:
    text = (rules_folder() / "figures" / "figures-disagree.yaml").read_text(encoding="utf-8")
    path = tmp_path / "mine.yaml"
    path.write_text(text.replace("passes:", "  - The blaze killed five people.\npasses:"), encoding="utf-8")
    report = test_rules([path])
    assert not report.ok
    assert [case.number for case in report.wrong] == [4]
    assert "needs two claims of aspect figure" in report.wrong[0].reason


def test_the_guide_names_every_key_and_predicate() -> None:
    guide = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    for name, predicate in PREDICATES.items():
        assert f"`{name}(" in guide, name
        assert predicate.says in guide, name
    for key in RuleFile.__struct_encode_fields__:
        assert f"`{key}`" in guide or f"\n{key}: " in guide, key
