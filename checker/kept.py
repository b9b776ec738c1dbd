"""What is kept between runs, in the user's cache folder: tables that take longer to build than to read.

A kept table is msgpack of its function's return type, behind a fingerprint of the code and the lexicon that it was
made from: when either changes it is built again.  A cache that cannot be read or written is no error, only slower.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache, wraps
from pathlib import Path
from typing import TypeVar, get_type_hints

import msgspec

from checker.language.lexicon import PACKAGE, rules_folder

Table = TypeVar("Table")

MARK = 16  # bytes of a fingerprint
TABLES: list[Callable[[], object]] = []  # every kept table of the modules imported so far


def folder() -> Path:
    """Where everything is kept; `FACTLINT_CACHE` moves it."""
    given = os.environ.get("FACTLINT_CACHE")
    if given:
        return Path(given)
    from platformdirs import user_cache_path

    return user_cache_path("factlint")


def load(path: Path) -> bytes:
    """The content of a kept file, b"" when there is none."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def store(path: Path, content: bytes) -> None:
    """Written aside and moved into place, so that two runs at once never see half a file."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_suffix(f".{os.getpid()}")
        aside.write_bytes(content)
        aside.replace(path)
    except OSError:
        return


def kept(build: Callable[[], Table]) -> Callable[[], Table]:
    """`functools.cache` that outlives the process, for a table that only code and lexicon decide."""

    @cache
    @wraps(build)
    def table() -> Table:
        path = _tables() / f"{build.__module__}.{build.__qualname__}.msgpack"
        content = load(path)
        if content.startswith(_fingerprint()):
            try:
                read: Table = msgspec.msgpack.decode(memoryview(content)[MARK:], type=get_type_hints(build)["return"])
            except msgspec.DecodeError:
                pass  # half a disc, a foreign hand: it is built again
            else:
                return read
        built = build()
        store(path, _fingerprint() + msgspec.msgpack.encode(built))
        return built

    TABLES.append(table)
    return table


def _tables() -> Path:
    """One folder for each installation, so that two versions side by side do not build for each other."""
    import hashlib

    return folder() / f"tables-{hashlib.blake2b(bytes(PACKAGE), digest_size=8).hexdigest()}"


@cache
def _fingerprint() -> bytes:
    """Of name, size and time of change of every file of code and lexicon, and of the library that wrote the tables."""
    import hashlib

    digest = hashlib.blake2b(msgspec.__version__.encode(), digest_size=MARK)
    for place in (str(PACKAGE), str(rules_folder() / "lexicon")):
        for path, status in sorted(_files(place)):
            digest.update(f"\0{path}\0{status.st_size}\0{status.st_mtime_ns}".encode("utf-8", "surrogateescape"))
    return digest.digest()


def _files(place: str) -> Iterator[tuple[str, os.stat_result]]:
    try:
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.name.endswith((".py", ".tsv")):
                    yield entry.path, entry.stat()
                elif "." not in entry.name and entry.name != "__pycache__" and entry.is_dir():
                    yield from _files(entry.path)
    except OSError:
        return
