"""Whether the capital of a source is its own, or that of the sentence it opens ("Police said")."""

from __future__ import annotations

from functools import cache

from checker.language.lexicon import table


@cache
def _people() -> frozenset[str]:
    rows = [row for row in table("noun_classes") if row["class"] == "person"]
    return frozenset(form for row in rows for form in (row["lemma"], row["plural"] or f"{row['lemma']}s"))


def inside(source: str, key: str) -> str:
    """A source as it stands inside a sentence; `key` is the voice's key, "voice:..." where the text names nobody."""
    if key.startswith("voice:") and source[:1].isupper() and source.lower() in _people():
        return source.lower()
    return source
