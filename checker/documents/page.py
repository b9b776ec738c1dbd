"""What a reader of marked-up text gives, and the pen that writes it: plain text with the way back into the file."""

from __future__ import annotations

import msgspec

from checker.documents.layout import Block

Anchors = tuple[tuple[int, int, int], ...]


class Page(msgspec.Struct, frozen=True):
    text: str
    blocks: list[Block]
    anchors: Anchors
    published: str | None = None


class Pen:
    """Collects pieces of text, each from a line and column of the file, into blocks."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.written: list[str] = []  # closed blocks, each followed by a newline
        self.parts: list[str] = []  # of the open block
        self.anchors: list[tuple[int, int, int]] = []
        self.begun = self.size = 0

    def write(self, piece: str, line: int, column: int) -> None:
        """Adds text that stands in the file at this line and column."""
        if not piece:
            return
        if not self.anchors or self._next() != (line, column):
            if self.anchors and self.anchors[-1][0] == self.size:
                self.anchors.pop()
            self.anchors.append((self.size, line, column))
        self.parts.append(piece)
        self.size += len(piece)

    def _next(self) -> tuple[int, int]:
        at, line, column = self.anchors[-1]
        return line, column + self.size - at

    def close(self, kind: str = "") -> None:
        """Ends a block; its white space at either end belongs to no block."""
        if not self.parts:
            return
        piece = "".join(self.parts)
        self.parts.clear()
        kept = piece.strip()
        if kept:
            start = self.begun + len(piece) - len(piece.lstrip())
            self.blocks.append(Block(start, start + len(kept), kind))
        self.written += (piece, "\n")
        self.size += 1
        self.begun = self.size

    def first(self) -> str:
        """The words of the first block."""
        return next((piece.strip() for piece in self.written if piece.strip()), "")

    def page(self, published: str | None = None) -> Page:
        self.close()
        anchors = tuple(self.anchors)
        if not anchors or anchors[0][0] > 0:
            anchors = ((0, 1, 1), *anchors)
        return Page("".join(self.written), self.blocks, anchors, published)
