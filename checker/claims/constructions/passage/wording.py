"""The words by which a passage tells what came first and how long it took."""

from __future__ import annotations

from checker.language.lexicon import kinds


def wording(kind: str) -> frozenset[str]:
    """The words of one kind, of `milestone_words.tsv`."""
    return kinds("milestone_words")[kind]
