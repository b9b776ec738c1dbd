"""What travels in the wheel."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
def test_rules_and_tables_travel_in_the_wheel(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(tmp_path), str(ROOT)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (wheel,) = tmp_path.glob("factlint-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    rules = {path.relative_to(ROOT / "rules").as_posix() for path in (ROOT / "rules").rglob("*") if path.is_file()}
    assert {f"checker/_rules/{name}" for name in rules} <= names
    assert "checker/_rules/compiled.msgpack" in names
    assert "checker/py.typed" in names
    assert not any(name.startswith(("tests", "seeds", "bench")) for name in names)


def test_the_readme_and_the_ci_run_one_test_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert readme.count("<!-- the test command -->\n```sh\n") == 1
    assert "<!-- the test command -->" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_command_is_the_one_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["scripts"] == {"factlint": "checker.cli:main"}
    assert project["requires-python"] == ">=3.11"


def test_the_screen_in_the_readme_is_what_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    from checker import cli

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = readme[readme.index("$ factlint check ferry.md") :].split("```")[0]
    assert cli.main(["check", str(ROOT / "docs" / "example" / "ferry.md"), "--format", "json"]) == 1
    found = [finding["rule"] for finding in json.loads(capsys.readouterr().out)["findings"]]
    assert sorted(found) == sorted(re.findall(r"^    (?:error|warning|note)  (\w+)", shown, re.MULTILINE))
