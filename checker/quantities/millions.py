"""The letter m behind a numeral: millions or metres ("seen by 14m", "a 14m wave", "1.5 m euros")."""
from __future__ import annotations

from collections.abc import Sequence

from checker import patterns
from checker.language import Analysis
from checker.quantities import cues, nouns, units
from checker.quantities.draft import shifted
from checker.quantities.numerals import Numeral
from checker.records import Quantity

_SPACED = patterns.compile(r"[ \u00a0]([mb])(?![\w/²³^])")
_LETTERS = frozenset("mb")
_MONEY = patterns.compile(r" ?\((?:[a-z]{0,3}[£$€¥]|[a-z]{2,3} ?\d)")  # "204.3m (£109m)"
_BY = patterns.compile(r"(?: by | ?[x×] ?)[\d.]+ ?m\b")  # "105m by 68m"
_BY_BEFORE = patterns.compile(r"\d ?m(?: by | ?[x×] ?)$")
_ROW = patterns.compile(r"\d ?(?:m|mn|bn|million|billion)\b")
_HEADLINE = patterns.compile(r"\b(?:to|by|for|of|at|over|nearly|about|under|than)\s+$")
_REACH = 70  # characters on either side in which a word says what is measured
_HEADED = 64  # a headline is no longer than this
# Run and swum so often that their numbers alone speak for metres.
_RACES = frozenset([50, 60, 100, 110, 200, 300, 400, 800, 1000, 1500, 3000, 5000, 10000])
_THE = patterns.compile(r"(?:\bthe|['’]s|s['’]|\bhis|\bher|\bfinal|\blast|\bover|\bindividual|\band|\bindoor|\bor)\s+$")


def spaced(analysis: Analysis, numeral: Numeral, end: int, signed: bool) -> tuple[Numeral, int] | None:
    """ "1.5 m euros", "14 m people", "£2 m": the magnitude behind a space, where money or people follow."""
    match = _SPACED.match(analysis.lower, end) if analysis.lower[end + 1 : end + 2] in _LETTERS else None
    if match is None or numeral.form not in ("digits", "decimal"):
        return None
    stop = match.end()
    if not signed:
        unit = units.after(analysis.text, analysis.lower, stop, False)
        counted = None if unit else nouns.counted(analysis, stop)
        money = unit is not None and unit[0].dimension.startswith("money:")
        if not money and (counted is None or counted.noun_class not in ("person", "vote", "household", "job")):
            return None
    larger = shifted(numeral, 1e6 if match[1] == "m" else 1e9)
    return larger._replace(length=numeral.length + stop - end), stop


def millions(analysis: Analysis, found: Sequence[Quantity], start: int, end: int, size: float) -> bool:
    """A bare "14m" is a number of things, by what is spoken of around it; without a sign of that it is a length.

    size: the number before the letter.
    """
    text, lower = analysis.text, analysis.lower
    if _MONEY.match(lower, end):
        return True
    if _BY.match(lower, end) or _BY_BEFORE.search(lower, max(0, start - 12), start):
        return False
    left, right = _clause(lower, start, end)
    if cues.pattern("length-after", before=r"[ -]").match(lower, end):
        return False
    if size in _RACES and _THE.search(lower, left, start):
        return False
    length = _nearest("length", lower, left, start, end, right)
    million = _nearest("millions", lower, left, start, end, right)
    if length != million or length < _REACH:
        return million < length and not (size in _RACES and length < _REACH)
    earlier = found[-1] if found and found[-1].start >= left else None
    if earlier is not None and (earlier.kind == "money" or _ROW.search(earlier.text.lower())):
        return True
    return _headline(text, start, end) and _HEADLINE.search(lower, max(0, start - 8), start) is not None


def _clause(lower: str, start: int, end: int) -> tuple[int, int]:
    """The stretch around a figure that no full stop or line break cuts."""
    left = max(0, start - _REACH)
    left = max(left, lower.rfind("\n", left, start) + 1, lower.rfind(". ", left, start) + 1)
    right = min(len(lower), end + _REACH)
    for mark in ("\n", ". "):
        at = lower.find(mark, end, right)
        right = at if at >= 0 else right
    return left, right


def _nearest(cue: str, lower: str, left: int, start: int, end: int, right: int) -> int:
    """Characters from the figure to the nearest word of the cue, `_REACH` when there is none."""
    pattern = cues.pattern(cue)
    before = [start - match.end() for match in pattern.finditer(lower, left, start)]
    after = pattern.search(lower, end, right)
    return min([*before[-1:], *([after.start() - end] if after else []), _REACH])


def _headline(text: str, start: int, end: int) -> bool:
    """A short line without a full stop: a headline."""
    left = text.rfind("\n", max(0, start - _HEADED), start) + 1
    right = text.find("\n", end, end + _HEADED)
    right = len(text) if right < 0 else right
    return right - left <= _HEADED and left + _HEADED > start and text[right - 1 : right] not in (".", "!", "?", '"')
