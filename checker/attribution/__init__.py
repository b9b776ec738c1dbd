"""Who says what (docs/attribution.md): source, cue and content of every statement that is not the article's own.

`extract` reads them; `voice_at` (and `Voices` for many spans) tells whose words a span is; `negated` whether a negation
holds over it; `hedged` how certain "may" and "likely" leave it.
"""

from __future__ import annotations

from checker.attribution.hedges import hedged
from checker.attribution.negation import negated
from checker.attribution.reading import extract
from checker.attribution.voice import Voices, voice_at

__all__ = ["Voices", "extract", "hedged", "negated", "voice_at"]
