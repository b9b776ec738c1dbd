"""Two numerals that are one figure: ranges, margins of error, scores, shares ("one in five")."""
from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from checker import patterns
from checker.language import Analysis
from checker.quantities import cues, guards, nouns, units
from checker.quantities.draft import Draft, point, shifted
from checker.quantities.numerals import DASH, SIGNS, Numeral, read
from checker.quantities.units import Unit
from checker.records import Counted

_DASHES = " -‐‑‒–—―−~〜±+"
_CONNECT = patterns.compile(
    rf"(?P<joint> ?{DASH} ?(?:to(?: |{DASH}))?| ?[~〜] ?| to | through | and (?:the )?| or | ?± ?| ?\+/[-–−] ?)"
    r"(?:about |around |approximately |roughly |~ ?)?(?P<minus>[-−–](?=[\d£$€])|minus )?(?:[£$€¥₹]|us\$|a\$|rs\.? ?)?"
    rf"(?=[\da-z{''.join(SIGNS)}.])"
)
_CONNECTING = frozenset(_DASHES)
_JOINTS = (" to ", " through ", " and ", " or ", *(f" {dash}" for dash in _DASHES if dash != " "))
_JOINING = frozenset(joint[1] for joint in _JOINTS)
_TO_SCORE = patterns.compile(r"(?:,? | to )\d{1,2}-\d{1,2}(?![\d-])")  # "won by 2-19 to 1-11", "lost 4-6 7-5"
_SCORE_TO = patterns.compile(r"\d-\d{1,2}(?:,? | to )$")
_RATIO = patterns.compile(r" (?:times out of|in every|out of every|of every|out of|of|in) (?=[\da-z])")
_OF = (" in ", " of ", " out of ", " over ", " times out of ")
_OVER = patterns.compile(r" over (?=[\da-z])")
_CLOSED = patterns.compile(r"\s*(?:$|[.,;?!)])")
_FAR = 10  # ranges reach less far than this many times their beginning; what rises by 35 to 9,800 goes further
_GOALS = 200  # or points, of no match
_VOTES = 1000  # "passed 217-213"
_THOUSAND = 1000.0
_BY = 2.5  # times the beginning that a range of changes ends at most
_WHOLES = frozenset([3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000])  # what shares are usually told of ("three in ten")


class Joined(NamedTuple):
    """The second numeral of a figure, and how it is joined to the first."""

    first: Numeral  # with the magnitude of the second, where they share it
    second: Numeral
    start: int  # of the second
    end: int
    joint: str  # to, and, or, ±, - (any dash)


def second_numeral(analysis: Analysis, at: int, first: Numeral, between: bool) -> Joined | None:
    """The numeral that a range or score goes on with at `at`; `between` stands before the first."""
    lower = analysis.lower
    following = lower[at : at + 1]
    if following not in _CONNECTING:
        return None
    if following == " " and (lower[at + 1 : at + 2] not in _JOINING or not lower.startswith(_JOINTS, at)):
        return None
    match = _CONNECT.match(lower, at)
    if match is None or first.value is None:
        return None
    joint = match["joint"].strip().split(" ")[0].replace("through", "to")
    joint = {"+/-": "±", "+/–": "±", "+/−": "±", "±": "±", "to": "to", "and": "and", "or": "or"}.get(joint, "-")
    second = read(lower, match.end())
    if second is None or second.value is None or second.form == "vague":
        return None
    if (second.form == "ordinal") != (first.form == "ordinal") or (joint == "and" and not between):
        return None
    if joint == "or" and not _neighbours(first.value, second.value):
        return None
    if joint == "-" and not (lower[at - 1].isdigit() or lower[at - 1] in "%mnk" or second.form == "words"):
        return None
    first = _same_magnitude(lower, match.end(), first, second)
    thousands = joint == "-" and lower.startswith(",000", match.end() + second.length - 4)
    if thousands and (first.value or 0.0) < _THOUSAND and (first.value or 0.0) * _THOUSAND < (second.value or 0.0):
        first = shifted(first, _THOUSAND)._replace(form="digits")  # "4-5,000"
    end = match.end() + second.length
    if match["minus"]:
        second = second._replace(value=-second.value, low=-second.value, high=-second.value)
    return Joined(first, second, match.end(), end, joint)


def _neighbours(a: float, b: float) -> bool:
    """ "two or three", "20 or 30": numbers that name one estimate; "15 or 17" are two."""
    return b - a == 1 or (b - a in (5, 10, 50, 100) and a % (b - a) == 0 and a <= 10 * (b - a))


def _same_magnitude(lower: str, start: int, first: Numeral, second: Numeral) -> Numeral:
    """ "5 to 7 million": the magnitude is printed once."""
    if second.form != "magnitude" or first.form == "magnitude" or not first.value or first.value >= 1000:
        return first
    printed = lower[start : start + second.length]
    mantissa = read(re.split(r"[ a-z-]", printed)[0] or printed.split()[0], 0)
    if mantissa is None or not mantissa.value or not second.value or first.value > mantissa.value:
        return first
    factor = second.value / mantissa.value
    value = first.value * factor
    return first._replace(
        value=value, low=value, high=value, step=first.step * factor, digit=first.digit * factor, form="magnitude"
    )


def score(lower: str, start: int, end: int, a: float, b: float) -> bool:
    """ "3-2": falling or level whole numbers, or rising ones with a word of sport beside them."""
    if a != int(a) or b != int(b) or max(a, b) >= _VOTES:
        return False
    if max(a, b) >= _GOALS and not cues.near("vote", lower, start - 60, end + 40):
        return False
    if a >= b or not a or _TO_SCORE.match(lower, end) or _SCORE_TO.search(lower, max(0, start - 9), start):
        return True
    return cues.pattern("score-after", before=" ").match(lower, end) is not None or cues.near(
        "score-before", lower, start - 40, start
    )


def fixture(analysis: Analysis, start: int, end: int, a: float, b: float) -> bool:
    """ "Brazil 1-2 Ghana": whole numbers between two names are a score, whichever is larger."""
    if a != int(a) or b != int(b) or max(a, b) >= _GOALS:
        return False
    text = analysis.text
    if text[end : end + 1] != " " or not text[end + 1 : end + 2].isupper() or text[start - 1 : start] != " ":
        return False
    at = bisect_left(analysis.starts, end)
    before = bisect_left(analysis.starts, start) - 1
    if at >= len(analysis.starts) or before < 0:
        return False
    names = analysis.tags[at] == "PROPN" and analysis.tags[before] == "PROPN"
    return names and not nouns.known(analysis.lowers[at]) and analysis.lowers[at].rstrip(".") not in guards.MONTHS


def moved(text: str, lower: str, draft: Draft, joined: Joined, unit: tuple[Unit, int] | None) -> bool:
    """Two figures: "rose from 5 to 7", "rose 5p to 120p", "down 35 to 9,800", "from 2003 to £2bn"."""
    if draft.lead.join == "from" and moves(lower, draft.start):
        return True
    signed = units.before(text, joined.start) is not None
    if signed and not draft.sign:
        return True
    own = signed or (unit is not None and unit[0].dimension != "percent")
    far = (joined.second.value or 0.0) > _FAR * abs(draft.numeral.value or 0.0)
    if draft.lead.change in ("up", "down"):
        by = lower.endswith(" by ", 0, draft.start)  # "rose by 12 to 48", not "by 10 to 15"
        return own or far or (by and (joined.second.value or 0.0) > _BY * abs(draft.numeral.value or 0.0))
    return own and far and draft.lead.join == ""


def moves(lower: str, start: int) -> bool:
    """A verb of change stands before "from": "rose from 5 to 7" is two figures, not a range."""
    window = lower[max(0, start - 60) : start]
    window = window[max(window.rfind("."), window.rfind(";")) + 1 :]
    return cues.pattern("moves").search(window) is not None


_ONE_IN = patterns.compile(r" ([a-z]+) in (?=[\da-z])")


def one_in(analysis: Analysis, end: int, first: Numeral) -> tuple[Numeral, int, Counted] | None:
    """ "one child in six": the share, where it ends, and what it is a share of."""
    match = _ONE_IN.match(analysis.lower, end) if first.value == 1 else None
    under = read(analysis.lower, match.end()) if match else None
    if match is None or under is None or not under.value or under.value <= 1 or under.form not in ("digits", "words"):
        return None
    stop, noun = match.end() + under.length, match[1]
    if nouns.noun_class(noun, noun) not in ("person", "household", "home"):
        return None
    if under.value > 1000 and under.value % 1000:
        return None  # "one man in 2004"
    if nouns.counted(analysis, stop) or units.after(analysis.text, analysis.lower, stop, True):
        return None  # "one man in 10 cities"
    return point(1 / under.value, stop), stop, Counted(match.start(1), match.end(1), match[1], noun, (), "person")


def ratio(lower: str, end: int, first: Numeral) -> tuple[Numeral, int] | None:
    """ "one in five", "three out of 10", "1 over 3" as a share, and where it ends."""
    if not lower.startswith(_OF, end) or not first.value or first.form not in ("digits", "words"):
        return None
    if over := _OVER.match(lower, end):
        under = read(lower, over.end())
        if under and under.value and under.value > first.value and _CLOSED.match(lower, over.end() + under.length):
            return point(first.value / under.value, 0), over.end() + under.length
        return None
    match = _RATIO.match(lower, end)
    under = read(lower, match.end()) if match else None
    if match is None or under is None or not under.value or under.form not in ("digits", "words", "magnitude"):
        return None
    stop = match.end() + under.length
    if under.value <= first.value or guards.TIME_WORD.match(lower, stop) or lower[stop : stop + 1] in ("%", ":", "-"):
        return None
    if match[0] in (" in ", " of "):
        usual = first.value == 1 or (first.value < 10 and under.value in _WHOLES)
        if not usual or (under.value > 1000 and under.value % 1000):
            return None
    return point(first.value / under.value, stop), stop
