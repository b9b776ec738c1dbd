"""Times of a text: `extract` finds every TIMEX3 expression and places it in the calendar."""
from __future__ import annotations

from checker.times.extraction import extract

__all__ = ["extract"]
