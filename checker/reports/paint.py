"""Colour, where a terminal shows it."""

from __future__ import annotations

_CODES = {"bold": "1", "dim": "2", "error": "1;31", "warning": "1;33", "note": "36", "mark": "1;32"}


class Paint:
    """Wraps words in terminal colours, or leaves them."""

    def __init__(self, on: bool) -> None:
        self.on = on

    def __call__(self, words: str, style: str) -> str:
        return f"\033[{_CODES[style]}m{words}\033[0m" if self.on and words else words
