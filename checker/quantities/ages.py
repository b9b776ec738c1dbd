"""Ages: "12 years old", "a 12-year-old", "aged 34", "Ana Ruiz, 34, said"."""
from __future__ import annotations

import re

from checker.quantities import cues, units
from checker.quantities.numerals import Numeral
from checker.quantities.units import Unit

_UNIT = re.compile(
    r"(?:[ \u00a0]|[-‐‑– ]{1,3})?(year|month|week|day|hour|yr|y)s?"
    r"(?:[ -]*(?:olds?|of age)(?![a-z])|[ -]?o(?:ld)?(?![a-z])|/o(?![a-z]))"
)
_LETTERS = frozenset("ymwdh")
_OLDEST = 130
_LAST_HOUR = 24  # "died at 24" may be a clock time, "died at 72" not
_DIED = re.compile(r"\b(?:died|dies|dead|passed away)\b[^.;:\n]* at $")
_LEADS = frozenset(
    ["aged", "age", "ages", "turned", "turns", "turning", "turn", "of", "about", "around", "only", "just", "between"]
)


def old(lower: str, end: int, numeral: Numeral) -> tuple[Unit, int] | None:
    """The unit of an age behind a figure that ends at `end`: "year of age", and where it ends."""
    if numeral.form == "fraction" or _LETTERS.isdisjoint(lower[end : end + 4]):
        return None
    match = _UNIT.match(lower, end)
    if match is None:
        return None
    name = "year" if match[1] in ("yr", "y") else match[1]
    return units.unit_named(f"{name} of age"), match.end()


def named(text: str, lower: str, start: int, end: int, numeral: Numeral, counts: bool) -> bool:
    """A bare figure that is an age by the words before it or by its place behind a name."""
    if numeral.value is None or not 0 < numeral.value < _OLDEST:
        return False
    led = not counts and cues.last_word(lower, start) in _LEADS
    if led and cues.pattern("age-before", after=r"\s$").search(lower, max(0, start - 34), start):
        return True
    if not counts and numeral.form == "digits" and numeral.value > _LAST_HOUR and lower.endswith(" at ", 0, start):
        return _DIED.search(lower, max(0, start - 60), start) is not None
    return numeral.form == "digits" and end - start <= 3 and _apposed(text, start, end)


def _apposed(text: str, start: int, end: int) -> bool:
    """ "Ana Ruiz, 34, said", "Ana Ruiz (34)"."""
    if start < 4:
        return False
    closed = text[end : end + 1] in (",", ".", ";", ")") or text[end : end + 5] == " and "
    if text[start - 2 : start] == ", " and closed:
        near = max(0, start - 40)
        left = max(text.rfind(" ", near, start - 2), text.rfind("\n", near, start - 2)) + 1
        return text[left : left + 1].isupper() and not text[left : start - 2].isupper()
    if text[start - 2 : start] != " (" or text[end : end + 1] != ")" or not text[start - 3].islower():
        return False
    words = text[max(0, start - 40) : start - 2].split()
    return len(words) >= 2 and all(word[:1].isupper() for word in words[-2:])
