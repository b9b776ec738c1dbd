"""Sets of words that decide what an expression is, by name (rules/lexicon/time_contexts.tsv)."""
from __future__ import annotations

from functools import cache

from checker.language.lexicon import items, table


@cache
def _sets() -> dict[str, frozenset[str]]:
    return {row["name"]: frozenset(items(row["words"])) for row in table("time_contexts")}


def words(name: str) -> frozenset[str]:
    """The words of one set."""
    return _sets()[name]
