"""What newsrooms really send: each gets a text, or one clear line."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.documents import expand, from_bytes, locate, published_iso, read, settings_failures
from checker.records import Document, Failure

TEXT = "The mayor’s café – “closed” since Monday – cost €1.2m, he said."
ENCODED = [
    (TEXT.encode(), "utf-8"),
    (TEXT.encode("utf-8-sig"), "utf-8"),
    (TEXT.encode("utf-16"), "utf-16"),
    (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16"),
    (TEXT.encode("utf-16-le"), "utf-16-le"),
    (TEXT.encode("utf-32"), "utf-32"),
    (TEXT.encode("cp1252"), "cp1252"),
    (TEXT.encode("mac_roman"), "mac_roman"),
]


@pytest.mark.parametrize(("data", "encoding"), ENCODED)
def test_encodings(data: bytes, encoding: str) -> None:
    found = from_bytes(data, "draft.txt")
    assert isinstance(found, Document)
    assert (found.text, found.encoding) == (TEXT, encoding)


def test_one_stray_byte_does_not_spoil_the_rest() -> None:
    found = from_bytes(TEXT.encode() + b" It\x92s late.", "draft.txt")
    assert isinstance(found, Document)
    assert found.text == TEXT + " It’s late."
    assert found.encoding == "utf-8 with stray cp1252 bytes"


def test_the_encoding_an_html_page_names() -> None:
    data = '<meta charset="iso-8859-2"><p>Wałęsa said 12 people came.</p>'.encode("iso-8859-2")
    found = from_bytes(data, "page.html", ".html")
    assert isinstance(found, Document)
    assert "Wałęsa" in found.text
    assert found.encoding == "iso-8859-2"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty file"),
        (b" \n\t\r\n", "empty file"),
        ("\ufeff".encode(), "empty file"),
        (bytes(range(256)) * 8, "a binary file, not a text"),
        (b"\x7fELF\x02\x01\x01" + bytes(64), "a binary file, not a text"),
        (b"%PDF-1.7\n1 0 obj", "a PDF file; save it as .txt, .docx or .html"),
        (b"{\\rtf1\\ansi", "a rich-text file; save it as .txt, .docx or .html"),
        (b"\x89PNG\r\n\x1a\n", "an image, not a text"),
    ],
)
def test_what_is_no_text(data: bytes, message: str) -> None:
    assert from_bytes(data, "draft.txt") == Failure("draft.txt", message)


def test_missing_file(tmp_path: Path) -> None:
    assert read(tmp_path / "none.txt") == Failure(str(tmp_path / "none.txt"), "no such file")


def test_windows_newlines_keep_their_lines(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Quake kills 12\r\n\r\nTwelve people died.\r\nSchools closed on Monday.\r\n")
    found = read(tmp_path / "a.txt")
    assert isinstance(found, Document)
    assert "\r" not in found.text
    assert locate(found, found.text.index("Monday")) == (4, 19, 2, "body")


def test_folders(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c.html", "sub/d.txt", ".hidden/e.txt", ".f.txt", "g.jpg", "articles.toml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Twelve people died.")
    found, failures = expand([tmp_path, tmp_path / "a.md"])
    assert [str(path.relative_to(tmp_path)) for path in found] == ["a.md", "b.txt", "c.html", "sub/d.txt"]
    assert failures == []


def test_a_folder_without_articles(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_text("")
    found, failures = expand([tmp_path])
    assert found == []
    assert failures[0].path == str(tmp_path)
    assert failures[0].message.startswith("no articles in this folder")


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("published = 2024", '"published" should be a table: ["published"]'),
        ('["a.txt"]\npublished = "soon"', '"a.txt": published = "soon" is no date (write published = 2024-10-22)'),
        ('["a.txt"]\ndate = 2024-03-06', '"a.txt": unknown key "date" (allowed: published)'),
        ('["a.txt"\n', "cannot be read: "),
    ],
)
def test_errors_of_articles_toml(tmp_path: Path, toml: str, message: str) -> None:
    (tmp_path / "a.txt").write_text("Twelve people died.")
    (tmp_path / "articles.toml").write_text(toml)
    found = read(tmp_path / "a.txt")
    assert isinstance(found, Document)
    assert published_iso(found) is None
    (failure,) = settings_failures([tmp_path / "a.txt"])
    assert failure.path == str(tmp_path / "articles.toml")
    assert failure.message.startswith(message)
    assert "\n" not in failure.message


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    import os

    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")
    try:
        with open(path, "wb") as file:
            file.write(b"Twelve people died.")
    except OSError:
        pytest.skip("this file system takes only names that are text")
    found = read(Path(os.fsdecode(path)))
    assert isinstance(found, Document)
    assert found.path.endswith("caf\ufffd.txt")
    assert read(Path("a\0b")).path == "'a\\x00b'"


def test_a_file_longer_than_any_article_is_named_and_not_read(tmp_path: Path) -> None:
    long = tmp_path / "archive.txt"
    long.write_text("The ferry left on time. " * 420_000, encoding="utf-8")
    failure = read(long)
    assert isinstance(failure, Failure)
    assert "10.1 million characters" in failure.message
    assert "at most 5 million" in failure.message
