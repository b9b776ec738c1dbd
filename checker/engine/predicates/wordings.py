"""Predicates over the print itself: names, quotations, initials."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

from checker.engine import values
from checker.engine.values import Interval


def fold(text: str) -> str:
    """Letters and digits only, without case, accents or punctuation; words parted by one space."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(letters.split())


def folded(x: Any) -> str | None:
    return fold(x) if isinstance(x, str) and x else None


def edits(x: str, y: str) -> int:
    """Letters to insert, delete, change or exchange with their neighbour (optimal string alignment)."""
    if len(x) > 80 or len(y) > 80:
        return 0 if x == y else 80
    previous: list[int] = []
    row = list(range(len(y) + 1))
    for i, c in enumerate(x, 1):
        before_previous, previous, row = previous, row, [i]
        for j, d in enumerate(y, 1):
            cost = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (c != d))
            if i > 1 and j > 1 and c == y[j - 2] and x[i - 2] == d:
                cost = min(cost, before_previous[j - 2] + 1)
            row.append(cost)
    return row[-1]


def spelling(x: Any, y: Any) -> Interval | None:
    """Edits between two wordings, case, accents and punctuation aside."""
    if not (isinstance(x, str) and isinstance(y, str) and x and y):
        return None
    return values.point(float(edits(fold(x), fold(y))))


def words(x: Any) -> Interval | None:
    return values.point(float(len(fold(x).split()))) if isinstance(x, str) else None


def shared(x: Any, y: Any) -> Interval | None:
    """Share of the words of the shorter wording that the other has too."""
    if not (isinstance(x, str) and isinstance(y, str)):
        return None
    one, other = fold(x).split(), fold(y).split()
    if not one or not other:
        return None
    short, long = (one, set(other)) if len(one) <= len(other) else (other, set(one))
    return values.point(sum(w in long for w in short) / len(short))


def initials(x: Any) -> str | None:
    """First letters of the capitalised words: "European Central Bank" gives "ECB"."""
    if not isinstance(x, str) or not x:
        return None
    return "".join(word[0] for word in x.replace("-", " ").split() if word[:1].isupper())


def known(x: Any) -> bool:
    return x is not None and x != "" and x != ()


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


def occurrences(x: Any, pattern: Any) -> Interval | None:
    if not (isinstance(x, str) and isinstance(pattern, str)):
        return None
    return values.point(float(sum(1 for _ in _pattern(pattern).finditer(x))))


def contains(x: Any, y: Any) -> bool | None:
    """The words of y stand in x, in one piece."""
    if isinstance(x, tuple) and not isinstance(x, Interval):
        return y in x
    if not (isinstance(x, str) and isinstance(y, str)):
        return None
    return f" {fold(y)} " in f" {fold(x)} "
