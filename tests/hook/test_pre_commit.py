"""The hook as a newsroom has it: the real pre-commit, in a throw-away repository of drafts."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LEFT_OUT = shutil.ignore_patterns(".*_cache", ".git", ".venv*", ".hypothesis", "__pycache__", "tests", "dist", "build")

CLEAN = """Bridge reopens after repairs
Published 8 March 2024

The bridge over the Tarn was reopened on Wednesday, 6 March 2024, after repairs that cost 3 million euros.

The mayor said 40 people had worked on it since May.
"""
CONTRADICTS = CLEAN.replace("Wednesday, 6 March", "Tuesday, 6 March")


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PRE_COMMIT"))}
    names = {f"GIT_{who}_{what}": "desk@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    path = os.pathsep.join([str(Path(sys.executable).parent), kept.get("PATH", "")])
    return subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=kept | names | {"PATH": path} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def hook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project as a repository that pre-commit can install from."""
    folder = tmp_path_factory.mktemp("hook") / "factlint"
    shutil.copytree(ROOT, folder, ignore=LEFT_OUT)
    for command in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message", "copy")):
        done = run("git", *command, cwd=folder)
        assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def drafts(hook: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of drafts with the hook installed."""
    folder = tmp_path_factory.mktemp("drafts")
    revision = run("git", "rev-parse", "HEAD", cwd=hook).stdout.strip()
    (folder / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {hook}\n  rev: {revision}\n  hooks:\n  - id: factlint\n"
    )
    run("git", "init", "--quiet", cwd=folder)
    home = folder.parent / "pre-commit"
    done = run(sys.executable, "-m", "pre_commit", "install", "--install-hooks", cwd=folder, PRE_COMMIT_HOME=str(home))
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def commit(drafts: Path, **files: str) -> subprocess.CompletedProcess[str]:
    for name, text in files.items():
        (drafts / f"{name}.txt").write_text(text)
    run("git", "add", "--all", cwd=drafts)
    home = drafts.parent / "pre-commit"
    return run("git", "commit", "--message", "draft", cwd=drafts, PRE_COMMIT_HOME=str(home))


@pytest.mark.slow
def test_a_clean_draft_is_committed(drafts: Path) -> None:
    done = commit(drafts, clean=CLEAN)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout + done.stderr


@pytest.mark.slow
def test_a_draft_that_contradicts_itself_is_stopped(drafts: Path) -> None:
    before = run("git", "rev-parse", "HEAD", cwd=drafts).stdout
    done = commit(drafts, bridge=CONTRADICTS, other=CLEAN)
    told = done.stdout + done.stderr
    assert done.returncode != 0, told
    assert "bridge.txt" in told
    assert "6 March" in told
    assert "- exit code: 1" in told
    assert run("git", "rev-parse", "HEAD", cwd=drafts).stdout == before
    run("git", "reset", "--quiet", cwd=drafts)


@pytest.mark.slow
def test_two_clean_drafts_that_differ_from_each_other_are_committed(drafts: Path) -> None:
    (drafts / "bridge.txt").unlink(missing_ok=True)
    done = commit(
        drafts, other=CLEAN, another=CLEAN.replace("40 people", "60 people").replace("3 million", "5 million")
    )
    assert done.returncode == 0, done.stdout + done.stderr
