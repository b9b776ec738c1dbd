"""Whose words a span of the text is."""

from __future__ import annotations

from collections.abc import Sequence

from checker.records import Attribution


def voice_at(attributions: Sequence[Attribution], start: int, end: int) -> int | None:
    """Index of the innermost attribution whose content covers [start, end), or None for the article's own voice."""
    best: int | None = None
    size = 0
    for number, attribution in enumerate(attributions):
        for first, last in attribution.content_spans:
            if first <= start and end <= last:
                if best is None or last - first < size:
                    best, size = number, last - first
                break
    return best
