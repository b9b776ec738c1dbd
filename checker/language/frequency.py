"""How often news and other English prints a word."""

from __future__ import annotations

from checker.kept import kept
from checker.language.lexicon import columns


@kept
def zipf() -> dict[str, float]:
    """Word → Zipf frequency, of `frequency.tsv`: the commonest twelve thousand."""
    return {word: float(frequency) for word, frequency in columns("frequency")}
