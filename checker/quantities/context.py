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


Phrases = tuple[tuple[int, dict[str, tuple[str, str, str]]], ...]


@cache
def _before() -> dict[str, Phrases]:
    """Last word -> the phrases that end in it by length in words, longest first: phrase -> kind, name, bound."""
    rows = [(row["phrase"], "hedge", row["hedge"], row["bound"]) for row in table("hedges") if row["side"] == "before"]
    rows += [(row["phrase"], "qualifier", row["qualifier"], "") for row in table("quantity_qualifiers")]
    rows += [(row["phrase"], "change", row["change"], "") for row in table("quantity_changes")]
    found: dict[str, dict[int, dict[str, tuple[str, str, str]]]] = {}
    for phrase, *entry in rows:
        words = phrase.split()
        found.setdefault(words[-1], {}).setdefault(len(words), {})[phrase] = (entry[0], entry[1], entry[2])
    return {last: tuple(sorted(by.items(), key=lambda item: -item[0])) for last, by in found.items()}


@cache
def _after() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    rows = {row["phrase"]: (row["hedge"], row["bound"]) for row in table("hedges") if row["side"] == "after"}
    ordered = sorted(rows, key=len, reverse=True)
    return patterns.compile(rf",? ?({'|'.join(re.escape(p) for p in ordered)})(?![\w])"), rows


_DETERMINERS = frozenset(["the", "a", "an", "its", "their", "his", "her", "our", "this", "these", "those"])
# Words between a verb of change and its figure; a hedge does not reach over them.
_JOINING = frozenset(["of", "by", "to", "at", "is", "was", "are", "were", "be", "been", "than"])
_BREAKS = frozenset('.;:!?,()“”"]–—')
_ABBREVIATED = frozenset(["approx.", "c.", "ca.", "max.", "(c.", "(approx."])
_SOFT = frozenset(["about", "nearly"])
WINDOW = 64


def lead(lower: str, start: int) -> Lead:
    """Hedges, qualifiers and change words before a figure that starts at `start`."""
    words = lower[max(0, start - 20) : start].rsplit(None, 1)
    if not words or (words[-1] not in _openers() and words[-1].lstrip("(“\"‘'[") not in _openers()):
        return NO_LEAD
    window = lower[max(0, start - WINDOW) : start]
    return _lead(window[window.rfind("\n") + 1 :])


@cache
def _openers() -> frozenset[str]:
    """Words that can stand right before a figure and belong to it."""
    return frozenset(_before()) | _DETERMINERS | _JOINING | {"between", "from", ""}


def _lead(window: str) -> Lead:
    words = window.split()
    if not words or (window[-1] in _BREAKS and window[-1] not in "~≈<>="):
        return NO_LEAD
    known = _before()
    hedge = bound = qualifier = change = join = ""
    joined = False
    reach, at, steps = len(words), len(words), 0
    while at > 0 and steps < 7:
        word = words[at - 1]
        if word[-1] in _BREAKS and word not in _ABBREVIATED:
            break
        if word[0] in "(“\"‘'[":
            word = words[at - 1] = word[1:]
        entry, length = None, 0
        for length, phrases in known.get(word, ()):
            if length <= at and (entry := phrases.get(word if length == 1 else " ".join(words[at - length : at]))):
                break
        if entry is None:
            if word in ("between", "from") and not join:
                join = word
            if word in _JOINING or not word:
                joined = True
            elif word not in _DETERMINERS:
                break
            at -= 1
            steps += 1
            continue
        kind, name, row_bound = entry
        if kind == "hedge":
            # "up to about": the bound counts; "over about two weeks" may be how long
            soft = bound in _SOFT and reach == at and row_bound not in _SOFT and word != "over"
            if (not hedge or soft) and not change and not joined:
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


_TRAILING = frozenset(" ,+-")
_TRAIL_LETTERS = frozenset("oagmpt+")


def trail(lower: str, end: int) -> tuple[str, str, int] | None:
    """A hedge behind the figure ("or more"): hedge, bound, where it ends."""
    if lower[end : end + 1] not in _TRAILING or (
        lower[end : end + 1] == " " and lower[end + 1 : end + 2] not in _TRAIL_LETTERS
    ):
        return None
    pattern, rows = _after()
    match = pattern.match(lower, end)
    return (*rows[match[1]], match.end()) if match else None
