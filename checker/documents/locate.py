"""From an offset into `Document.text` back to file, line, column, paragraph and scope."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from checker import patterns
from checker.records import Document, Scope

_NEWLINE = patterns.compile(r"\r\n|\r|\n")
_LAST = (1 << 62, 0)


def locate(document: Document, offset: int) -> tuple[int, int, int, str]:
    """(line, column, paragraph, scope) of an offset; lines and columns count from 1, columns in characters.

    O(log n): anchors and line starts are searched by halving.  A newline after an anchor begins the file's next line.
    """
    line, column = position(document, offset)
    scope = scope_at(document, offset)
    return (line, column, scope.paragraph, scope.kind) if scope else (line, column, 0, "body")


def position(document: Document, offset: int) -> tuple[int, int]:
    """(line, column) of an offset in the file."""
    offset = max(0, min(offset, len(document.text)))
    starts = line_starts(document.text)
    row = bisect_right(starts, offset) - 1
    at, line, column = document.anchors[max(bisect_right(document.anchors, (offset, *_LAST)) - 1, 0)]
    if starts[row] <= at:
        return line, column + offset - at
    return line + row - (bisect_right(starts, at) - 1), offset - starts[row] + 1


def offset_of(document: Document, line: int, column: int) -> int:
    """The offset at a line and column of a plain text: the inverse of `position` where the text is the file's own."""
    starts = line_starts(document.text)
    return min(starts[min(line, len(starts)) - 1] + column - 1, len(document.text))


def scope_at(document: Document, offset: int) -> Scope | None:
    """The scope that holds an offset; for one between two scopes, the one before it; None where there are none."""
    scopes = document.scopes
    index = bisect_right(scopes, offset, key=lambda scope: scope.start) - 1
    return scopes[index] if index >= 0 else None


@lru_cache(maxsize=64)
def line_starts(text: str) -> list[int]:
    """Offsets at which the lines of a text begin."""
    return [0, *(match.end() for match in _NEWLINE.finditer(text))]
