"""Since when a change is told, and how far back the amount lies from which it would be reckoned.

"Copper rose 1.1% on the week to $8,410 from $8,395 on Thursday": the percentage is that of a week, the amounts are a
day apart.  Where a text says both, they must be of one length; where it says one only, nothing follows.
"""

from __future__ import annotations

import msgspec

from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.frame.match import Match
from checker.claims.constructions.frame.pattern import NEXT_SENTENCE
from checker.quantities import numerals
from checker.records import Time

LENGTHS = ("day", "week", "month", "quarter", "year", "decade")
BACK = frozenset(("on", "over", "since", "than", "from", "for"))  # "on the week": the change is that long
BEHIND, BEFORE = 5, 4  # tokens of an amount that say when it was
MARKS = frozenset(("than", "in", "from", "against", "with", "to"))
ENDS = frozenset((";", ".", NEXT_SENTENCE))


class Back(msgspec.Struct, frozen=True):
    """A length back: its unit, how many of it, its year."""

    unit: str
    several: bool = False
    year: str = ""
    far: bool = False  # does it say from when the change is, rather than when it was


def of_other_days(match: Match, base: Figure, other: Figure, change: Figure) -> bool:
    """Does the change say that it is of another length of time than lies between the amounts?"""
    told = _told(match, change, other, base)
    if told is None:
        return False
    back = _back(match, base, other)
    if back is None or back.unit not in LENGTHS or told.unit not in LENGTHS:
        return False
    if told.far and not told.several and not back.several:
        return told.unit != back.unit
    years = told.year.isdigit() and back.year.isdigit() and int(told.year) - int(back.year) not in (0, 1)
    finer = LENGTHS.index(back.unit) < LENGTHS.index(told.unit)
    return finer or years or (back.several and not told.several)


def _told(match: Match, change: Figure, other: Figure, base: Figure) -> Back | None:
    """ "down 12 per cent this year", "rose 3% on the week", "to 1.3 million on the quarter"."""
    tokens = match.skeleton.tokens
    for figure in (change, other):
        last = min(len(tokens), figure.token + 1 + BEHIND)
        for at in range(figure.token + 1, last):
            word = tokens[at]
            if word in ENDS or (word == "," and at > figure.token + 1) or word[:1] in "NMUPG":
                break
            far = tokens[at - 1] in BACK or tokens[at - 2] in BACK
            if figure is other and not far:
                continue
            found = _at(match, at)
            if found is not None and not (figure is other and other.token > base.token):
                return msgspec.structs.replace(found, far=far)
    return None


def _back(match: Match, base: Figure, other: Figure) -> Back | None:
    """ "from $8,395 on Thursday", "; on Thursday it was $5.74", "from Friday's $64,900"."""
    tokens = match.skeleton.tokens
    for at in range(base.token + 1, min(len(tokens), base.token + 1 + BEHIND)):
        if tokens[at] in ENDS or tokens[at] == "," or tokens[at][:1] in "NMUPG":
            break
        if (found := _at(match, at)) is not None:
            return found
    for at in range(base.token - 1, max(other.token, base.token - 1 - BEFORE), -1):
        if tokens[at] in ENDS or tokens[at] == "," or tokens[at] in MARKS:
            break
        if (found := _at(match, at)) is not None:
            return found
    return None


def _at(match: Match, at: int) -> Back | None:
    """The length that a word is, or that the date is in which it stands."""
    line = match.skeleton
    start = line.starts[at]
    for time in match.roles.draft.names.times_in(line.starts[0], start + 1):
        if start < time.end and time.type == "DATE":
            return _of_date(time)
    word = line.tokens[at]
    return Back(word) if word in LENGTHS and line.tokens[at - 1] in ("the", "a") else None


def _of_date(time: Time) -> Back | None:
    text = time.text.lower().replace("-", " ").split()
    several = bool(text) and (numerals.words().get(text[0], ("", 1.0))[1] > 1 or text[0].isdigit())
    several = several and len(text) > 1  # "two weeks ago", not "2019"
    unit = next((word for word in reversed(text) if word.rstrip("s") in LENGTHS), time.grain).rstrip("s")
    return Back(unit, several, time.value[:4] if "/" not in time.value else "")
