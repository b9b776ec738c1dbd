"""`patterns.compile` is `re.compile`, whether the code was made just now, read from the file, or cannot be read."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import patterns

EXPRESSIONS = (
    r"",
    r"abc",
    r"(?P<day>\d{1,2}) (?P<month>[A-Z][a-z]+)(?: (?P<year>\d{4}))?",
    r"(?<![a-z])(?:one|two|three)(?!\w)",
    r"[ \t\u00a0\u2009]*+[€£$]?(\d+)(?:[.,](\d+))?",
    r"([\"'])(?:(?!\1).)*\1",
    r"(a|b)*?c{2,3}",
)


@pytest.fixture(autouse=True)
def _nothing_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTLINT_CACHE", str(tmp_path))
    monkeypatch.setattr(patterns, "_known", None)
    monkeypatch.setattr(patterns, "_new", [])


def read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the next process would."""
    patterns._store()
    monkeypatch.setattr(patterns, "_known", None)
    monkeypatch.setattr(patterns, "_code", lambda *_: pytest.fail("compiled although kept"))


def faces(pattern: re.Pattern[str]) -> tuple[str, int, int, dict[str, int]]:
    return pattern.pattern, pattern.flags, pattern.groups, dict(pattern.groupindex)


@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.MULTILINE | re.DOTALL])
@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_a_kept_expression_has_the_face_of_its_own(
    expression: str, flags: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = faces(re.compile(expression, flags))
    assert faces(patterns.compile(expression, flags)) == expected
    read_again(monkeypatch)
    assert faces(patterns.compile(expression, flags)) == expected


TEXTS = st.one_of(
    st.text("abc 123 onetw€.,\"'\u00a0MayJune", max_size=30),
    st.sampled_from(("3 May 2011", "one, two", "€1,250.50", "'it''s' \"so\"", "ababcc")),
)


@given(st.sampled_from(EXPRESSIONS), TEXTS)
def test_and_finds_the_same(expression: str, text: str) -> None:
    made = patterns._pattern(patterns._machine(), expression, patterns._code(patterns._machine(), expression, 0))
    plain = re.compile(expression)
    assert [(m.span(), m.groups()) for m in made.finditer(text)] == [
        (m.span(), m.groups()) for m in plain.finditer(text)
    ]


# the second is a file with a code for "ab" that no matcher takes
@pytest.mark.parametrize("content", [b"half a file", b"\x81\xa40 ab\x94\x20\xc4\x08\1\2\3\4\5\6\7\x08\x00\x80"])
def test_a_damaged_file_is_no_file(content: bytes) -> None:
    path = patterns._path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    assert patterns.compile("ab").fullmatch("ab")
    assert not patterns.compile("ab").match("b")


def test_another_python_compiles_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_machine", lambda: None)
    assert patterns.compile("ab+", re.I) is re.compile("ab+", re.I)


def test_what_is_no_expression_is_told_as_ever() -> None:
    with pytest.raises(re.error, match="missing"):
        patterns.compile("(ab")


def test_the_next_process_compiles_nothing_of_ours() -> None:
    code = "from checker import Document, check, patterns; check([Document.from_text('Two men left.')]); print({0})"
    for told, shown in (("len(patterns._new) > 100", "True"), ("patterns._new", "[]")):
        done = subprocess.run([sys.executable, "-c", code.format(told)], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == shown
