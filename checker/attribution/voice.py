"""Whose words a span of the text is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from checker.records import Attribution


class Voices:
    """The contents of a document's attributions, ready for many questions."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        spans = sorted(
            (first, -last, number) for number, row in enumerate(attributions) for first, last in row.content_spans
        )
        self._firsts = [first for first, _, _ in spans]
        self._spans = [(first, -last, number) for first, last, number in spans]
        self._outer: list[int] = []  # of each span the nearest one before it that reaches past its start
        stack: list[int] = []
        for place, (first, _, _) in enumerate(self._spans):
            while stack and self._spans[stack[-1]][1] <= first:
                stack.pop()
            self._outer.append(stack[-1] if stack else -1)
            stack.append(place)

    def at(self, start: int, end: int) -> int | None:
        """Index of the innermost attribution whose content covers [start, end)."""
        place = bisect_right(self._firsts, start) - 1
        best: int | None = None
        size = 0
        while place >= 0:
            first, last, number = self._spans[place]
            if end <= last and (best is None or (last - first, number) < (size, best)):
                best, size = number, last - first
            place = self._outer[place]
        return best


def voice_at(attributions: Sequence[Attribution], start: int, end: int) -> int | None:
    """Index of the innermost attribution whose content covers [start, end), or None for the article's own voice."""
    return Voices(attributions).at(start, end)
