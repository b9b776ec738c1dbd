"""The words by which a passage tells what came first and how long it took."""

from __future__ import annotations

from functools import cache

from checker.language.lexicon import items, table


@cache
def wording(kind: str) -> frozenset[str]:
    """The words of one kind, of `milestone_words.tsv`."""
    return frozenset(word for row in table("milestone_words") if row["kind"] == kind for word in items(row["words"]))
