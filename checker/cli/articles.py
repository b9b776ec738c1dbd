"""The articles that the command line names."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from checker import documents
from checker.cli import terminal
from checker.cli.trouble import Trouble
from checker.records import Document, Failure

STDIN = "<stdin>"


class Gathered(msgspec.Struct):
    """What could be read, and what could not."""

    documents: list[Document] = []
    failures: list[Failure] = []


def gather(paths: Sequence[str], published: str | None = None, without: Sequence[Document] = ()) -> Gathered:
    """Reads files, folders and standard input ("-"), in their order; `published` may date one article only.

    Files of the documents in `without` are left out: a draft is no background of its own.
    """
    if paths.count("-") > 1:
        raise Trouble("standard input (-) can be read only once")
    found, failures = documents.expand([Path(path) for path in paths if path != "-"])
    known = {os.path.realpath(document.path) for document in without}
    found = [path for path in found if os.path.realpath(path) not in known]
    if published is not None and len(found) + ("-" in paths) > 1:
        raise Trouble("--published dates one article only; for several, write an articles.toml beside them")
    gathered = Gathered([], failures)
    for path in terminal.progress(found, "reading"):
        _keep(gathered, documents.read(path, published))
    if "-" in paths:
        _keep(gathered, documents.from_bytes(sys.stdin.buffer.read(), STDIN, ".txt", published))
    gathered.failures += documents.settings_failures(found)
    return gathered


def _keep(gathered: Gathered, one: Document | Failure) -> None:
    if isinstance(one, Failure):
        gathered.failures.append(one)
    else:
        gathered.documents.append(one)
