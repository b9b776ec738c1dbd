"""An attribution while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.attribution.cues import Cue

Tokens = tuple[int, int]  # first, end (exclusive)


@dataclass(slots=True)
class Draft:
    """An attribution in tokens."""

    cue: Tokens
    row: Cue
    source: Tokens | None = None
    contents: list[Tokens] = field(default_factory=list)
    negated: bool = False
    passive: bool = False
    sentence: int = 0
