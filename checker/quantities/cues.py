"""Words near a figure that settle what it is (`rules/lexicon/quantity_cues.tsv`)."""
from __future__ import annotations

import re
from functools import cache

from checker import patterns
from checker.language.lexicon import items, table


@cache
def words(name: str) -> frozenset[str]:
    """The words of a cue."""
    return frozenset(word for row in table("quantity_cues") if row["cue"] == name for word in items(row["words"]))


@cache
def pattern(name: str, before: str = r"\b", after: str = r"\b") -> re.Pattern[str]:
    """A cue as a regular expression over lower-case text, between `before` and `after`."""
    longest_first = sorted(words(name), key=lambda word: (-len(word), word))
    either = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in longest_first)
    return patterns.compile(rf"{before}(?:{either}){after}")


def near(name: str, lower: str, start: int, end: int) -> bool:
    """The cue occurs in lower[start:end]."""
    return pattern(name).search(lower, max(0, start), end) is not None


def last_word(lower: str, start: int, reach: int = 16) -> str:
    """The word right before `start`, without what opens it; "" where there is none."""
    found = lower[max(0, start - reach) : start].split()
    return found[-1].lstrip("(\"“‘'[") if found else ""
