"""Who says what (docs/attribution.md): source, cue and content of every statement that is not the article's own.

`extract` reads them, `voice_at` tells whose words a span is, `negated` tells whether a negation holds over it.
"""

from __future__ import annotations

from checker.attribution.negation import negated
from checker.attribution.reading import extract
from checker.attribution.voice import voice_at

__all__ = ["extract", "negated", "voice_at"]
