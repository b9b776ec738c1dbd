"""The command line as its users meet it: what is printed, and the exit status."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

import checker
from checker import cli
from checker.cli import settings
from checker.engine.catalogue import skeleton

BRIDGE = """Bridge reopens after repairs
Published 8 March 2024

The bridge over the Tarn was reopened on Tuesday, 6 March 2024, after repairs that cost 3 million euros.
"""
CLEAN = BRIDGE.replace("Tuesday", "Wednesday")


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test has a folder of its own, and no project's settings."""
    monkeypatch.chdir(tmp_path)
    settings.rule_folders.cache_clear()


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = cli.main(arguments)
    out, err = capsys.readouterr()
    assert status in (0, 1, 2)
    assert "Traceback" not in out + err
    assert all(line.startswith(("factlint: ", "  ")) for line in err.splitlines()), err  # or a line of a rule file
    return status, out, err


def test_a_contradiction_ends_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bridge.txt").write_text(BRIDGE)
    status, out, err = run(capsys, "check", "bridge.txt")
    assert (status, err) == (1, "")
    assert "bridge.txt:4, par 1" in out
    assert "To settle:" in out


def test_a_clean_article_ends_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bridge.txt").write_text(CLEAN)
    status, out, _ = run(capsys, "check", "bridge.txt")
    assert status == 0
    assert "Nothing found that cannot stand together." in out
    assert "Read: " in out


@pytest.mark.parametrize(
    ("fail_on", "status"),
    [("error", 1), ("warning", 1), ("note", 1), ("contradiction", 1), ("dispute", 0), ("update", 0), ("query", 0)],
)
def test_fail_on(capsys: pytest.CaptureFixture[str], fail_on: str, status: int) -> None:
    Path("bridge.txt").write_text(BRIDGE)
    assert run(capsys, "check", "bridge.txt", "--fail-on", fail_on)[0] == status


def test_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BRIDGE.encode("cp1252"))))
    status, out, _ = run(capsys, "check", "-", "--format", "concise")
    assert status == 1
    assert out.startswith("<stdin>:4:")


def test_json_is_one_report(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bridge.txt").write_text(BRIDGE)
    status, out, _ = run(capsys, "check", "bridge.txt", "none.txt", "--format", "json")
    report = json.loads(out)
    assert status == 2
    assert [document["path"] for document in report["documents"]] == ["bridge.txt"]
    assert report["errors"] == [{"path": "none.txt", "message": "no such file"}]
    claim = report["findings"][0]["claims"][0]
    for field in ("path", "start", "end", "text", "line", "column", "paragraph", "scope", "sentence", "side", "role"):
        assert field in claim
    assert BRIDGE[claim["start"] : claim["end"]] == claim["text"]


def test_facts(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bridge.txt").write_text(CLEAN)
    status, out, _ = run(capsys, "facts", "bridge.txt")
    assert status == 0
    assert "[ ] 4:" in out
    assert "2024-03-06" in out
    status, out, _ = run(capsys, "facts", "bridge.txt", "bridge.txt", "--format", "jsonl")
    assert status == 0
    (facts,) = [json.loads(line) for line in out.splitlines()]  # a file named twice is read once
    assert facts["path"] == "bridge.txt"
    assert [CLEAN[q["start"] : q["end"]] for q in facts["quantities"]] == [q["text"] for q in facts["quantities"]]


def test_the_published_option_dates_weekdays(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text("The bridge was closed on Monday, the mayor said.")
    _, out, _ = run(capsys, "facts", "a.txt", "--published", "2024-03-06", "--format", "jsonl")
    assert json.loads(out)["times"][0]["value"] == "2024-03-04"


BAD = [
    (("check", "none.txt"), "none.txt: no such file"),
    (("check", "empty.txt"), "empty.txt: empty file"),
    (("check", "binary.txt"), "binary.txt: a binary file, not a text"),
    (("check", "folder"), "folder: no articles in this folder"),
    (("check", "-", "-"), "standard input (-) can be read only once"),
    (("check", "good.txt", "--published", "soon"), "'soon' is no date; write it as 2024-10-22"),
    (("check", "good.txt", "--published", "2024-02-30"), "'2024-02-30' is no date"),
    (("check", "good.txt", "clean.txt", "--published", "2024-03-06"), "--published dates one article only"),
    (("check", "good.txt", "--fail-on", "typo"), "invalid choice: 'typo'"),
    (("check", "good.txt", "--min-confidence", "7"), "'7' is no number from 0 to 1"),
    (("check", "good.txt", "--format", "xml"), "invalid choice: 'xml'"),
    (("check", "good.txt", "--rule", "no-such-rule"), "no-such-rule: no such rule"),
    (("check", "--against", "good.txt"), "no article to check"),
    (("check", "good.txt", "--against", "none.txt"), "none.txt: no such file"),
    (("check", "good.txt", "--nonsense"), "unrecognized arguments: --nonsense"),
    (("check", "folder", "--published", "2024"), "'2024' is no date; write it as 2024-10-22"),
    (("debug", ""), "nothing to read"),
    (("rules", "test", "nofile"), "nofile"),
    (("rules", "new", "My Rule"), "'My Rule' is no code (DESK001) and no name"),
    (("facts", "none.txt"), "none.txt: no such file"),
    (("explain", "no-such-rule"), "no-such-rule: no such rule"),
    (("nonsense",), "invalid choice: 'nonsense'"),
]


@pytest.mark.parametrize(("arguments", "message"), BAD)
def test_bad_input_is_one_clear_line(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], message: str
) -> None:
    Path("good.txt").write_text(CLEAN)
    Path("clean.txt").write_text(CLEAN)
    Path("empty.txt").write_text("\n")
    Path("binary.txt").write_bytes(bytes(range(256)))
    Path("folder").mkdir()
    status, _, err = run(capsys, *arguments)
    assert status == 2
    assert len(err.splitlines()) == 1
    assert message in err


def test_a_date_written_out(capsys: pytest.CaptureFixture[str]) -> None:
    Path("good.txt").write_text(CLEAN)
    _, out, _ = run(capsys, "check", "good.txt", "--published", "22 October 2024", "--format", "json")
    assert json.loads(out)["documents"][0]["published"] == "2024-10-22"


def test_against_takes_one_path_and_leaves_the_draft(capsys: pytest.CaptureFixture[str]) -> None:
    Path("wire").mkdir()
    for name in ("draft.txt", "wire/one.txt", "two.txt"):
        Path(name).write_text(CLEAN.replace("repairs", f"repairs of {name[0]}"))
    arguments = ("check", "--against", "wire", "draft.txt", "--against", "two.txt", "--format", "json")
    status, out, _ = run(capsys, *arguments)
    documents = json.loads(out)["documents"]
    assert status == 0
    assert [document["path"] for document in documents] == ["draft.txt", "wire/one.txt", "two.txt"]
    assert {document["story_by"] for document in documents} == {"compared because asked"}


def test_a_new_rule_needs_only_a_name(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "rules", "new", "my-rule")
    assert status == 0
    assert out.startswith("id: DESK001\nname: my-rule\n")
    assert run(capsys, "rules", "new", "CITY007", "my-rule")[1].startswith("id: CITY007\nname: my-rule\n")


def test_a_rule_of_the_project_with_a_name_of_ours(capsys: pytest.CaptureFixture[str]) -> None:
    Path("pyproject.toml").write_text('[tool.factlint]\nrules = ["desk"]\n')
    Path("desk").mkdir()
    Path("desk/mine.yaml").write_text(skeleton("DESK001", "figures-disagree"))
    status, _, err = run(capsys, "rules")
    assert status == 2
    assert "mine.yaml:1:1: the name figures-disagree is that of QTY001" in err


@pytest.mark.parametrize(
    ("good", "bad", "message"),
    [
        ("kind: pair", "kind: pare", "unknown kind 'pare'. Did you mean 'pair'? Allowed: pair, relation, slot"),
        ("id: DESK001", "id: desk1", "'desk1' is no id: it should be a code of capitals and three digits: DESK001"),
        ("what: ", "what: 7 #", "what should be text, not a number (put the text in quotation marks)"),
        ("  - ANOTHER.\n", "", "flags has 1; it should have 3 or more"),
    ],
)
def test_a_slip_in_a_rule_file_is_told_in_plain_words(
    capsys: pytest.CaptureFixture[str], good: str, bad: str, message: str
) -> None:
    Path("mine.yaml").write_text(skeleton("DESK001", "my-rule").replace(good, bad))
    status, out, err = run(capsys, "rules", "test", "mine.yaml")
    assert status == 2
    assert not out
    assert message in err
    assert "\n  " in err  # the line itself
    assert err.rstrip().endswith("^")


def test_the_other_files_are_checked_all_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bridge.txt").write_text(BRIDGE)
    Path("empty.txt").write_text("")
    status, out, err = run(capsys, "check", "empty.txt", "bridge.txt")
    assert status == 2  # wins over 1
    assert err == "factlint: empty.txt: empty file\n"
    assert "bridge.txt:4" in out
    assert "Not read: 1 file, named in the messages." in out
    assert "empty.txt" not in out


def test_an_error_in_articles_toml(capsys: pytest.CaptureFixture[str]) -> None:
    Path("good.txt").write_text(CLEAN)
    Path("articles.toml").write_text('["good.txt"]\npublished = "soon"\n')
    status, _, err = run(capsys, "check", "good.txt")
    assert status == 2
    assert 'articles.toml: "good.txt": published = "soon" is no date' in err


def test_an_article_that_breaks_a_stage_is_named_and_the_others_are_checked(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = checker.check

    def fragile(documents: list[checker.Document], **options: object) -> checker.Report:
        if any("good" in document.path for document in documents):
            raise RuntimeError("boom")
        return real(documents, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(checker, "check", fragile)
    Path("good.txt").write_text(CLEAN)
    Path("bridge.txt").write_text(BRIDGE)
    status, out, err = run(capsys, "check", "good.txt", "bridge.txt")
    assert status == 2
    assert "good.txt: internal error: RuntimeError: boom" in err
    assert "bridge.txt:4" in out


def test_rules_and_explain(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "rules")
    assert status == 0
    assert len(out.splitlines()) >= 8
    code, name = out.split()[:2]
    for word in (code, name, code.lower()):
        status, out, _ = run(capsys, "explain", word)
        assert status == 0
        assert out.startswith(f"{code} {name}")


def test_a_broken_rule_of_the_project(capsys: pytest.CaptureFixture[str]) -> None:
    Path("good.txt").write_text(CLEAN)
    Path("desk").mkdir()
    Path("desk/rule.yaml").write_text("id: DESK1\nname: broken\nnonsense: 1\n")
    Path("pyproject.toml").write_text('[tool.factlint]\nrules = ["desk"]\n')
    status, out, err = run(capsys, "check", "good.txt")
    assert status == 2
    assert "rule.yaml" in err
    assert "Nothing found" in out


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("[tool.factlint]\nrule = 1\n", "[tool.factlint] has an unknown key 'rule' (allowed: rules)"),
        ("[tool.factlint]\nrules = 1\n", "rules should be a list of folders"),
        ("[tool.factlint\n", "pyproject.toml: "),
    ],
)
def test_errors_of_the_settings(capsys: pytest.CaptureFixture[str], toml: str, message: str) -> None:
    Path("good.txt").write_text(CLEAN)
    Path("pyproject.toml").write_text(toml)
    status, _, err = run(capsys, "check", "good.txt")
    assert status == 2
    assert message in err


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys)[0] == 0
    for arguments in (["--help"], ["check", "--help"], ["--version"]):
        with pytest.raises(SystemExit) as end:
            cli.main(arguments)
        assert end.value.code == 0
    out, _ = capsys.readouterr()
    assert "exit status" in out


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "checker.cli", *arguments]


def test_whoever_stops_reading_gets_no_traceback() -> None:
    Path("a.txt").write_text("The mayor said 12 people were hurt on Monday. " * 800)
    process = subprocess.Popen(command("facts", "a.txt"), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr is not None
    told = process.stderr.read().decode()
    assert process.wait() in (0, 1, 2)
    assert told == ""


def test_nothing_heavy_is_imported_for_one_article() -> None:
    Path("a.txt").write_text(CLEAN)
    script = (
        "import sys\nfrom checker.cli import main\nmain(['check', 'a.txt'])\nmain(['check', 'a.txt'])\n"
        "print([m for m in ('yaml', 'pyparsing', 'dateparser', 'quantulum3', 'tqdm', 'html.parser', 'zipfile') "
        "if m in sys.modules], file=sys.stderr)"
    )
    # The first process may have to compile the rules; the second finds them kept.
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.stderr == "[]\n"


def findings_of(capsys: pytest.CaptureFixture[str], *paths: str) -> list[dict[str, object]]:
    _, out, _ = run(capsys, "check", "--each", "--format", "json", *paths)
    findings: list[dict[str, object]] = json.loads(out)["findings"]
    for finding in findings:
        for claim in finding["claims"]:  # type: ignore[attr-defined]
            claim.pop("document")
    return findings


def test_each_is_the_same_however_the_files_are_split(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text(BRIDGE)
    Path("b.txt").write_text(CLEAN.replace("3 million", "5 million"))
    Path("c.txt").write_text(BRIDGE.replace("Tuesday", "Friday"))
    together = findings_of(capsys, "a.txt", "b.txt", "c.txt")
    assert {claim["path"] for finding in together for claim in finding["claims"]} == {"a.txt", "c.txt"}  # type: ignore[attr-defined]
    apart = [finding for name in ("a.txt", "b.txt", "c.txt") for finding in findings_of(capsys, name)]
    assert together == apart


def test_the_document_of_a_claim_is_its_position_in_the_call(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text(CLEAN)
    Path("b.txt").write_text(BRIDGE)
    for each in ([], ["--each"]):
        _, out, _ = run(capsys, "check", *each, "--format", "json", "a.txt", "b.txt")
        report = json.loads(out)
        for finding in report["findings"]:
            for claim in finding["claims"]:
                assert report["documents"][claim["document"]]["path"] == claim["path"]


def test_a_draft_is_no_background_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    Path("wire").mkdir()
    Path("wire/draft.txt").write_text(CLEAN)
    Path("wire/other.txt").write_text("The team won the cup on Saturday, its coach said.")
    _, out, _ = run(capsys, "check", "wire/draft.txt", "--against", "wire", "--format", "json")
    assert [document["path"] for document in json.loads(out)["documents"]] == ["wire/draft.txt", "wire/other.txt"]
