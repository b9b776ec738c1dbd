"""Tables that are kept between runs: read back as they were built, built again when code or lexicon change."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import msgspec
import pytest

from checker import Document, kept, pipeline

pipeline.extract(Document.from_text("Police said four people were hurt in Turin on Monday."))  # imports every room
TABLES = tuple(kept.TABLES)


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTLINT_CACHE", str(tmp_path))


@kept.kept
def capitals() -> dict[str, tuple[str, int]]:
    BUILT.append("built")
    return {"Italy": ("Rome", 1871), "Norway": ("Oslo", 1299)}


BUILT: list[str] = []


def again() -> dict[str, tuple[str, int]]:
    """As the next process would have it."""
    capitals.cache_clear()
    return capitals()


@pytest.fixture
def built() -> list[str]:
    BUILT.clear()
    again()
    assert BUILT == ["built"]
    return BUILT


def test_a_table_is_built_once_and_read_by_the_next_run(built: list[str]) -> None:
    assert again() == {"Italy": ("Rome", 1871), "Norway": ("Oslo", 1299)}
    assert built == ["built"]


@pytest.mark.parametrize("content", [b"", b"half", b"\x00" * 40], ids=["empty", "cut short", "of another version"])
def test_a_damaged_file_is_built_again(built: list[str], tmp_path: Path, content: bytes) -> None:
    (file,) = tmp_path.rglob("*.msgpack")
    file.write_bytes(content)
    assert again()["Italy"] == ("Rome", 1871)
    assert built == ["built", "built"]


def test_content_that_is_no_such_table_is_built_again(built: list[str], tmp_path: Path) -> None:
    (file,) = tmp_path.rglob("*.msgpack")
    file.write_bytes(file.read_bytes()[: kept.MARK] + msgspec.msgpack.encode(["Rome"]))
    assert again()["Italy"] == ("Rome", 1871)
    assert built == ["built", "built"]


def test_a_changed_lexicon_or_module_is_another_fingerprint(tmp_path: Path) -> None:
    table = tmp_path / "words.tsv"
    table.write_text("word\n", encoding="utf-8")
    first = sorted((path, status.st_size, status.st_mtime_ns) for path, status in kept._files(str(tmp_path)))
    os.utime(table, ns=(1, 1))
    second = sorted((path, status.st_size, status.st_mtime_ns) for path, status in kept._files(str(tmp_path)))
    assert first != second
    assert [path for path, _, _ in first] == [str(table)]


def test_a_folder_that_cannot_be_written_is_no_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("FACTLINT_CACHE", str(tmp_path / "file" / "inside"))
    assert again()["Norway"] == ("Oslo", 1299)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: f"{table.__module__}.{table.__qualname__}")
def test_what_is_read_is_what_was_built(table: Any) -> None:
    table.cache_clear()
    fresh = table()
    table.cache_clear()
    assert table() == fresh
    assert type(table()) is type(fresh)
