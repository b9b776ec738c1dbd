"""What kind of terminal there is, and writing to it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")
_PAGE = 100  # columns where there is no terminal to ask
_WIDEST = 120  # lines longer than that are hard to read
_MANY = 50  # articles from which on a progress bar is worth its import


def width() -> int:
    """Columns of the page."""
    return min(shutil.get_terminal_size((_PAGE, 24)).columns, _WIDEST) if sys.stdout.isatty() else _PAGE


def colour() -> bool:
    """Only on a terminal, and not where NO_COLOR says no (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def debugging() -> bool:
    """FACTLINT_DEBUG lets errors through with their tracebacks."""
    return bool(os.environ.get("FACTLINT_DEBUG"))


def write(text: str, *, machine: bool = False) -> None:
    """To standard output: UTF-8 for machines; for people in the terminal's encoding, with ? for what it lacks."""
    out = sys.stdout
    encoding = "utf-8" if machine else out.encoding or "utf-8"
    buffer = getattr(out, "buffer", None)
    if buffer is None:  # replaced by something that takes text only
        out.write(text)
        return
    out.flush()
    buffer.write(text.encode(encoding, "replace"))


def progress(things: Sequence[T], doing: str) -> Iterable[T]:
    """The things, with a bar when there are many and a terminal to show it."""
    if len(things) < _MANY or not sys.stderr.isatty():
        return things
    from tqdm import tqdm

    bar: Iterable[T] = tqdm(things, desc=doing, unit=" articles", leave=False, file=sys.stderr)
    return bar
