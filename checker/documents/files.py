"""Files and folders: which are articles, what `articles.toml` says of them, and which reader takes each."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from checker import patterns
from checker.documents import encodings, publication
from checker.documents.layout import scopes
from checker.documents.plain import from_text
from checker.records import Document, Failure

SUFFIXES = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx")
_MARKUP = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".xhtml": "html"}
_CARRIAGE = patterns.compile(r"\r\n?")
SETTINGS = "articles.toml"
Settings = dict[str, Any]


def expand(paths: Iterable[Path]) -> tuple[list[Path], list[Failure]]:
    """The articles of files and folders, in order and once each; a Failure for a folder without any."""
    found: dict[Path, None] = {}
    failures = []
    for path in paths:
        if not path.is_dir():
            found.setdefault(path)
            continue
        inside = list(_walk(path))
        if not inside:
            failures.append(Failure(str(path), f"no articles in this folder (looked for {', '.join(SUFFIXES)})"))
        for article in inside:
            found.setdefault(article)
    return list(found), failures


def _walk(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and name.lower().endswith(SUFFIXES):
                yield Path(root, name)


# Longer than any article, and than the longest book of news: what is longer is an archive or no text.  Reading it would
# cost minutes and gigabytes, while the other files wait.
LONGEST = 5_000_000


def read(path: Path, published: object = None) -> Document | Failure:
    """One article file; a Failure, never an exception, when it cannot be read."""
    try:
        name = os.fsencode(path).decode("utf-8", "replace")  # names of files may hold any bytes
        if path.is_dir():
            return Failure(name, "a folder, not a file")
        data = path.read_bytes()
    except FileNotFoundError:
        return Failure(name, "no such file")
    except OSError as error:
        return Failure(name, f"cannot be read: {error.strerror or error}")
    except ValueError as error:  # a NUL in the name
        return Failure(repr(str(path)), f"cannot be read: {error}")
    document = from_bytes(data, name, path.suffix.lower(), published)
    if isinstance(document, Document) and document.published_by not in ("option", "metadata"):
        return _with_settings(document, path)
    return document


def from_bytes(data: bytes, path: str, suffix: str = ".txt", published: object = None) -> Document | Failure:
    """An article from its bytes; `suffix` names the format, and what is unknown is read as plain text."""
    if not data.strip():
        return Failure(path, "empty file")
    if suffix == ".docx":
        from checker.documents import docx

        return docx.read(data, path, published)
    try:
        text, encoding = encodings.decode(data)
    except encodings.UnreadableError as error:
        return Failure(path, str(error))
    text = _CARRIAGE.sub("\n", text) if "\r" in text else text
    if not text.strip():
        return Failure(path, "empty file")
    if len(text) > LONGEST:
        size = f"{len(text) / 1e6:.1f} million characters"
        return Failure(path, f"{size} are no article (at most {LONGEST / 1e6:.0f} million): split it into its articles")
    return _parse(text, path, encoding, _MARKUP.get(suffix, "plain"), published)


def _parse(text: str, path: str, encoding: str, markup: str, published: object) -> Document | Failure:
    if markup == "plain":
        document = from_text(text, published, path)
        if encoding != "utf-8":
            return replace(document, encoding=encoding)
        return document
    if markup == "html":
        from checker.documents import html as reader
    else:
        from checker.documents import markdown as reader  # type: ignore[no-redef]

    page = reader.read(text)
    if not page.text.strip():
        return Failure(path, "no article text in this file")
    parts = scopes(page.text, page.blocks)
    given, by = publication.interval(published), "option"
    if not given:
        given, by = publication.lenient(page.published), "metadata"
    earliest, latest, by = (*given, by) if given else publication.from_scopes(page.text, parts)
    return Document(page.text, path, parts, earliest, latest, by, encoding, page.anchors)


def replace(document: Document, **fields: object) -> Document:
    """The document with some fields changed."""
    import msgspec

    return msgspec.structs.replace(document, **fields)


def _with_settings(document: Document, path: Path) -> Document:
    entry = settings(path.parent).get(path.name)
    if not isinstance(entry, dict):
        return document
    try:
        span = publication.interval(entry.get("published"))
    except ValueError:
        return document  # reported by `settings_failures`
    if span is None:
        return document
    return replace(document, published_earliest=span[0], published_latest=span[1], published_by=SETTINGS)


def settings(folder: Path) -> Settings:
    """What `articles.toml` of a folder says, by file name; {} when there is none or it is broken."""
    file = folder / SETTINGS
    try:
        stamp = file.stat().st_mtime_ns
    except (OSError, ValueError):
        return {}
    found = _settings(file, stamp)
    return {} if isinstance(found, Failure) else found


@lru_cache(maxsize=256)
def _settings(file: Path, stamp: int) -> Settings | Failure:
    import tomllib

    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return Failure(str(file), f"cannot be read: {error}")


def settings_failures(paths: Iterable[Path]) -> list[Failure]:
    """What is wrong in the `articles.toml` files beside these articles."""
    failures = []
    for folder in dict.fromkeys(path.parent for path in paths):
        file = folder / SETTINGS
        if not file.is_file():
            continue
        found = _settings(file, file.stat().st_mtime_ns)
        if isinstance(found, Failure):
            failures.append(found)
            continue
        failures.extend(Failure(str(file), problem) for problem in _problems(found))
    return failures


def _problems(entries: Settings) -> Iterator[str]:
    for name, entry in entries.items():
        if not isinstance(entry, dict):
            yield f'"{name}" should be a table: ["{name}"]'
            continue
        for key, value in entry.items():
            if key != "published":
                yield f'"{name}": unknown key "{key}" (allowed: published)'
                continue
            try:
                publication.interval(value)
            except ValueError:
                yield f'"{name}": published = "{value}" is no date (write published = 2024-10-22)'
