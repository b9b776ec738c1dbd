"""Words before and behind a figure: hedges and bounds, qualifiers, change and direction."""
from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from checker import patterns
from checker.language.lexicon import table


class Lead(NamedTuple):
    """What stands before a figure."""

    length: int  # characters before the figure that belong to its span (hedges)
    hedge: str
    bound: str
    qualifier: str
    change: str
    join: str  # "between" or "from", where it stands before


NO_LEAD = Lead(0, "", "", "", "=", "")


class _Ending:
    """The phrases that end in some words: what these words alone say, and what stands before them in longer ones."""

    __slots__ = ("entry", "longer")

    def __init__(self) -> None:
        self.entry: tuple[str, str, str] | None = None  # kind, name, bound
        self.longer: dict[str, _Ending] = {}


@cache
def _before() -> dict[str, _Ending]:
    """Last word -> the phrases that end in it."""
    rows = [(row["phrase"], "hedge", row["hedge"], row["bound"]) for row in table("hedges") if row["side"] == "before"]
    rows += [(row["phrase"], "qualifier", row["qualifier"], "") for row in table("quantity_qualifiers")]
    rows += [(row["phrase"], "change", row["change"], "") for row in table("quantity_changes")]
    root = ending = _Ending()
    for phrase, kind, name, bound in rows:
        ending = root
        for word in reversed(phrase.split()):
            ending = ending.longer.setdefault(word, _Ending())
        ending.entry = kind, name, bound
    return root.longer


def _longest(words: list[str], at: int) -> tuple[tuple[str, str, str] | None, int]:
    """The longest phrase that ends before word `at`: its entry, and its length in words."""
    entry, length, back = None, 0, at
    ending = _before().get(words[back - 1])
    while ending is not None:
        back -= 1
        if ending.entry is not None:
            entry, length = ending.entry, at - back
        ending = ending.longer.get(words[back - 1]) if back > 0 else None
    return entry, length


@cache
def _after() -> tuple[frozenset[str], re.Pattern[str], dict[str, tuple[str, str]]]:
    """The first characters of hedges behind a figure, their expression, and hedge and bound of each."""
    rows = {row["phrase"]: (row["hedge"], row["bound"]) for row in table("hedges") if row["side"] == "after"}
    ordered = sorted(rows, key=len, reverse=True)
    openings = frozenset((joint + phrase)[:_OPENINGS] for joint in ("", " ", ",", ", ") for phrase in rows)
    return openings, patterns.compile(rf",? ?({'|'.join(re.escape(p) for p in ordered)})(?![\w])"), rows


_DETERMINERS = frozenset(["the", "a", "an", "its", "their", "his", "her", "our", "this", "these", "those"])
# "less than the 400 of last year", "over the four days", "under the £2m deal": no bounds; "above the 400 mark" is one.
_DEFINITE = _DETERMINERS - {"a", "an"}
_POSITIONS = frozenset(["above", "below", "past", "beyond"])
# Words between a verb of change and its figure; a hedge does not reach over them.
_JOINING = frozenset(["of", "by", "to", "at", "is", "was", "are", "were", "be", "been", "than"])
_BREAKS = frozenset('.;:!?,()“”"]–—')
_ABBREVIATED = frozenset(["approx.", "c.", "ca.", "max.", "(c.", "(approx."])
_SOFT = frozenset(["about", "nearly"])
_TRAILING = frozenset(" ,+-")
_NEXT_FIGURE = patterns.compile(r" (?:[$£€]?\d|(?:a|the|half|one|two|three|four|five|six|seven|eight|nine|ten) )")
_OPENINGS = 3  # characters
_OPENING = "(“\"‘'["
WINDOW = 64


def lead(lower: str, start: int) -> Lead:
    """Hedges, qualifiers and change words before a figure that starts at `start`."""
    words = lower[start - 20 if start > 20 else 0 : start].rsplit(None, 1)
    if not words:
        return NO_LEAD
    last, openers = words[-1], _openers()
    if last not in openers and (last[0] not in _OPENING or last.lstrip(_OPENING) not in openers):
        return NO_LEAD
    window = lower[start - WINDOW if start > WINDOW else 0 : start]
    return _lead(window[window.rfind("\n") + 1 :])


@cache
def _openers() -> frozenset[str]:
    """Words that can stand right before a figure and belong to it."""
    return frozenset(_before()) | _DETERMINERS | _JOINING | {"between", "from", ""}


def _lead(window: str) -> Lead:
    words = window.split()
    if not words or (window[-1] in _BREAKS and window[-1] not in "~≈<>="):
        return NO_LEAD
    hedge = bound = qualifier = change = join = ""
    joined = definite = False
    reach, at, steps = len(words), len(words), 0
    while at > 0 and steps < 7:
        word = words[at - 1]
        if word[-1] in _BREAKS and word not in _ABBREVIATED:
            break
        if word[0] in _OPENING:
            word = words[at - 1] = word[1:]
        entry, length = _longest(words, at)
        if entry is None:
            if word in ("between", "from") and not join:
                join = word
            if word in _JOINING or not word:
                joined = True
            elif word in _DETERMINERS:
                definite = definite or word in _DEFINITE
            else:
                break
            at -= 1
            steps += 1
            continue
        kind, name, row_bound = entry
        if kind == "hedge":
            # "up to about": the bound counts; "over about two weeks" may be how long
            soft = bound in _SOFT and reach == at and row_bound not in _SOFT and word != "over"
            if (not hedge or soft) and not (change or joined or (definite and word not in _POSITIONS)):
                hedge, bound, reach = name, row_bound, at - length
        elif kind == "qualifier":
            qualifier = qualifier or name
        else:
            change = change or name
        at -= length
        steps += 1
    if not (hedge or qualifier or change or join):
        return NO_LEAD
    span = 0
    if hedge:
        tail = words[reach:]
        position = len(window)
        for word in reversed(tail):
            position = window.rfind(word, 0, position)
        span = len(window) - position
    return Lead(span, hedge, bound, qualifier, change, join)


def trail(lower: str, end: int) -> tuple[str, str, int] | None:
    """A hedge behind the figure ("or more"): hedge, bound, where it ends."""
    openings, pattern, rows = _after()
    following = lower[end : end + _OPENINGS]
    if (following not in openings and "+" not in following) or following[:1] not in _TRAILING:
        return None
    match = pattern.match(lower, end)
    if match and match[1].startswith(("and ", "at ")) and _NEXT_FIGURE.match(lower, match.end()):
        return None  # "killed 12 and over 300 fled"
    return (*rows[match[1]], match.end()) if match else None
