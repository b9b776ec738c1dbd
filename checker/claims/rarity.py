"""How telling it is that two texts share a word: rare words tell much, common ones nothing, names all alike."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from checker.language.frequency import zipf

NAME = "^"  # marks a capitalised word in a context; how often a name is printed elsewhere says nothing
NAME_WEIGHT = 1.0
UNKNOWN_ZIPF = 3.4  # a word beyond the table's end
COMMON_ZIPF = 5.9  # as common as "time" or "people": worth nothing
FULL_ZIPF = 4.0  # as rare as "subsidiary": worth 1


@cache
def weight(word: str) -> float:
    """0 for a common word, 1 for a rare one, a little more for the rarest; a marked name weighs 1."""
    if word.startswith(NAME):
        return NAME_WEIGHT
    frequency = zipf().get(word, UNKNOWN_ZIPF)
    return max(0.0, min(1.25, (COMMON_ZIPF - frequency) / (COMMON_ZIPF - FULL_ZIPF)))


def shared(a: Iterable[str], b: Iterable[str]) -> list[str]:
    """Words of both contexts; a word that is a name in one and none in the other (a headline's capitals) counts as a
    word."""
    left = {word.removeprefix(NAME): word for word in a}
    right = {word.removeprefix(NAME): word for word in b}
    return [left[word] if left[word] == right[word] else word for word in left.keys() & right.keys()]


def total(words: Iterable[str]) -> float:
    return sum(weight(word) for word in words)
