"""What an author is told about a rule file that is wrong: path, line, column, the line, and what was allowed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from checker import engine
from checker.engine import loading
from checker.engine.compiler import compile_file
from checker.engine.rulefile import RuleFile
from checker.engine.source import RuleError
from checker.language.lexicon import rules_folder

GOOD = """\
id: MY001
name: toll-above-crew
kind: pair
aspect: figure
what: Something.
why: It happened.
help: Ask.
same: [predicate]
agree: [place]
where: apart(a, b) and a.polarity == b.polarity
message: "{a.text} or {b.text}?"
flags: [one, two, three]
passes: [one, two, three]
"""


def broken(folder: Path, old: str, new: str) -> RuleError:
    assert old in GOOD
    path = folder / "rule.yaml"
    path.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RuleError) as error:
        compile_file(path)
    return error.value


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "said"),
    [
        ("agree:", "agrees:", 9, 1, "unknown key 'agrees'. Did you mean 'agree'? Allowed: id, name, kind"),
        ("kind: pair", "kind: pare", 3, 7, "Allowed: pair, relation, slot"),
        ("why: It happened.\n", "", 1, 1, "missing: why"),
        ("why: It happened.\n", "why: 3\n", 6, 6, "put the text in quotation marks"),
        ("same: [predicate]", "same: [predicate, plaice]", 8, 19, "unknown field 'plaice'. Did you mean 'place'?"),
        ("where: apart(a, b)", "where: apert(a, b)", 10, 8, "unknown predicate 'apert'. Did you mean 'apart'?"),
        ("a.polarity == b", "a.polarity === b", 10, 37, "was not expected here"),
        ("where: apart(a, b) and", "where: >-\n  apart(a, b)\n  and c.text == 'x' and", 12, 7, "unknown role 'c'"),
        ('"{a.text} or', '"{a.txet} or', 11, 14, "unknown field 'txet'. Did you mean 'text'?"),
        ('"{a.text} or', '"{sidez} or', 11, 12, "unknown name 'sidez'. Did you mean 'sides'? Allowed: a, b, sides"),
        ('"{a.text} or', '"{a.text or', 11, 11, "'{' without its other half"),
        ("flags: [one, two, three]", "flags: [one, two]", 12, 8, "flags has 2; it should have 3 or more"),
        (
            "flags: [one, two, three]",
            "flags: [one, two, {text: x}]",
            12,
            19,
            "unknown key 'text'. Did you mean 'texts'?",
        ),
        ("id: MY001", "id: my1", 1, 5, "it should be a code of capitals and three digits"),
        ("help: Ask.", "help: Ask: now: [", 7, 10, "not YAML"),
        ("help: Ask.", "help: Ask.\nhelp: Again.", 8, 1, "key 'help' is given twice"),
        ("kind: pair\naspect: figure", "kind: relation\nrelation: total-part", 4, 11, "Did you mean 'total-parts'?"),
    ],
)
def test_a_mistake_is_shown_where_it_stands(
    tmp_path: Path, old: str, new: str, line: int, column: int, said: str
) -> None:
    error = broken(tmp_path, old, new)
    path, at, col = error.place.rsplit(":", 2)
    assert said in error.message
    assert (path, int(at)) == (str(tmp_path / "rule.yaml"), line)
    assert abs(int(col) - column) <= 1
    shown = (tmp_path / "rule.yaml").read_text(encoding="utf-8").split("\n")[line - 1]
    assert shown in error.message


def test_a_folder_of_rules_is_loaded_but_for_the_broken_ones(tmp_path: Path) -> None:
    (tmp_path / "good.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.yaml").write_text("id: MY002\nnme: x\n", encoding="utf-8")
    rules, failures = engine.load([tmp_path])
    assert rules.find("toll-above-crew") is not None
    assert rules.find("qty001") is not None
    assert [failure.path for failure in failures] == [f"{tmp_path / 'bad.yaml'}:2:1"]


def test_a_rule_of_the_same_id_replaces_ours(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(GOOD.replace("MY001", "QTY001"), encoding="utf-8")
    rules, failures = engine.load([tmp_path])
    found = rules.find("QTY001")
    assert found is not None
    assert found.name == "toll-above-crew"
    assert not failures


def test_an_unknown_rule_or_folder_is_a_failure_with_a_guess(tmp_path: Path) -> None:
    rules, failures = engine.load([tmp_path / "none"], names=["figures-disagre"])
    assert not rules.rules
    assert [failure.path for failure in failures] == [str(tmp_path / "none"), "figures-disagre"]
    assert "Did you mean 'figures-disagree'?" in failures[1].message


def test_a_kept_rule_is_the_compiled_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTLINT_CACHE", str(tmp_path / "cache"))
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "good.yaml").write_text(GOOD, encoding="utf-8")
    fresh = engine.load([tmp_path / "rules"], ours=False)
    monkeypatch.setattr(loading, "_loaded", {})
    monkeypatch.setattr(loading, "compile_folder", lambda *_: pytest.fail("compiled although kept"))
    assert engine.load([tmp_path / "rules"], ours=False) == fresh
    for path in (tmp_path / "cache").iterdir():
        path.write_bytes(b"not msgpack")
    monkeypatch.undo()
    monkeypatch.setenv("FACTLINT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(loading, "_loaded", {})
    assert engine.load([tmp_path / "rules"], ours=False) == fresh


def test_a_run_with_kept_rules_imports_neither_yaml_nor_pyparsing() -> None:
    engine.load()
    code = "import sys; from checker import engine; engine.load(); print({'yaml', 'pyparsing'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_ids_and_names_of_our_rules_are_of_one_rule_each() -> None:
    rules, failures = engine.load()
    assert failures == []
    words = [word for rule in rules.rules for word in (rule.id, rule.name)]
    assert len(words) == len(set(words))
    known = set(words)
    for rule in rules.rules:
        assert set(rule.instead_of) <= known, rule.id


def test_the_schema_names_every_key_of_a_rule_file() -> None:
    schema = msgspec.json.decode((rules_folder() / "schema.json").read_bytes())
    assert set(schema["$defs"]["RuleFile"]["properties"]) == set(RuleFile.__struct_encode_fields__)
    assert schema["$defs"]["RuleFile"]["additionalProperties"] is False
