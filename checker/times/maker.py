"""Turning the nodes of the grammar into readings: the registry of productions and what they share."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from checker.times.context import Context
from checker.times.contexts import words
from checker.times.grammar import Node
from checker.times.readings import (
    MONTHS,
    Reading,
    add,
    bc_reading,
    day_reading,
    month_length,
    month_reading,
    ordinal,
    span_of,
)
from checker.times.words import VALUES, Value

Captures = Mapping[str, "int | Node"]
Production = Callable[["Maker", Captures, Node], "Reading | None"]
MAKES: dict[str, Production] = {}

BACK = words("back")
ON = words("on")
SPANNING = words("spanning")
# How coarse a time is: a unit cannot be counted from one that is coarser.
COARSE = {"day": 0, "week": 1, "month": 2, "quarter": 3, "season": 3, "year": 4, "decade": 5, "century": 6}
ON_AND_ON = 800  # characters to a month from which a story goes on over a year in passing
NEAR = 150  # characters to the time from which "three years later" counts
STORY_DAYS = 3000  # a full date further from publication is a birth or a law, and no story that goes on
A_MONTH, HALF_YEAR_DAYS = 31, 180
HALF_A_YEAR = 5  # months that a date of a pair must lie after the second one's to be of the year before
MONTHLY = frozenset(["month", "year", "quarter", "decade", "century"])  # counted from the first of a month


def makes(*names: str) -> Callable[[Production], Production]:
    """Register a production under the names that rules use."""

    def register(function: Production) -> Production:
        for name in names:
            MAKES[name] = function
        return function

    return register


class Maker:
    """Evaluates nodes of one run; token numbers of nodes count from `base`."""

    __slots__ = ("base", "classes", "context", "hint", "offsets", "tokens")

    def __init__(self, context: Context) -> None:
        self.context = context
        self.tokens: list[str] = []
        self.offsets: list[int] = []
        self.classes = ""
        self.base = 0
        self.hint: Reading | None = None  # the next expression of a pair: "27 and 28 March 2003"

    def enter(self, tokens: list[str], offsets: list[int], classes: str) -> None:
        """Go to a region of the text."""
        self.tokens, self.offsets, self.classes = tokens, offsets, classes

    def make(self, node: Node) -> Reading | None:
        return MAKES[node.make](self, dict(node.captures), node)

    def sub(self, item: int | Node) -> Reading | None:
        """The reading of a captured node, whose own extent the whole takes over."""
        out = self.make(item) if isinstance(item, Node) else None
        if out is not None:
            out.start = out.end = None
        return out

    def word(self, item: int | Node) -> str:
        """A captured token in lower case, without its blank."""
        return self.tokens[self.base + item].strip().lower() if isinstance(item, int) else ""

    def value(self, item: int | Node) -> Value:
        return VALUES.get(self.tokens[self.base + item]) if isinstance(item, int) else None

    def integer(self, item: int | Node) -> int:
        if isinstance(item, Node) and item.make == "years-in-words":
            return self.year_in_words(item)
        value = self.value(item)
        return int(value) if isinstance(value, int | float) else 0

    def number(self, item: int | Node) -> float | None:
        """A cardinal or ordinal in digits or words; None when it is vague."""
        if isinstance(item, int):
            value = self.value(item)
            return float(value) if isinstance(value, int | float) else None
        parts = dict(item.captures)
        if item.make == "vague":
            value = self.value(parts.get("v", parts.get("w", 0)))
            return float(value) if isinstance(value, int) else None
        total = sum(self.integer(parts[k]) for k in ("t", "w", "w2", "o", "d") if k in parts)
        return float((total or 1) * self.integer(parts["h"]) if "h" in parts else total)

    def year_in_words(self, node: Node) -> int:
        """nineteen ninety-six, two thousand and five; 0 where the words name no year of our age"""
        parts = {name: self.integer(item) for name, item in node.captures}
        base, rest = parts["k"], parts.get("a", 0) + parts.get("t", 0) + parts.get("w", 0)
        scale = parts.get("h", 100)
        year = base * scale + rest
        plausible = base == 2 if scale == 1000 else 10 < base < 21 and (rest > 9 or "h" in parts)
        return year if plausible and parts.get("w", 1) < 10 and rest < 100 else 0

    def at(self, index: int) -> str:
        """The token `index` places from the run's first, in lower case; "" outside the text."""
        index += self.base
        return self.tokens[index].strip().lower() if 0 <= index < len(self.tokens) else ""

    def raw(self, index: int) -> str:
        index += self.base
        return self.tokens[index] if 0 <= index < len(self.tokens) else ""

    # ------------------------------------------------------------ references

    def relative(self, unit: str, count: int) -> Reading:
        """The unit `count` away from the publication day's own."""
        pub = self.context.pub
        if pub is not None:
            moved = add(pub, count, unit)
            if unit in MONTHLY:
                at = date.fromordinal(pub)
                first = date(at.year, at.month, 1).toordinal()
                moved = add(first, count, unit)
            out = span_of(unit, moved, "publication") if moved is not None else Reading("DATE", "XXXX")
            out.anchor = "publication"
            return out
        return floating(unit, count)

    def story_day(self) -> int | None:
        """The last single day of the story, else (in news) the publication day."""
        anchor = self.context.time_anchor
        if anchor is not None and anchor.lo is not None:
            return anchor.lo
        return None if self.context.narrative else self.context.pub

    def story(self, unit: str, count: int, from_publication: bool = True) -> Reading:
        """The unit `count` away from the story's last time; unresolved where that is too coarse to tell.

        Where nothing was told yet, publication may stand for it, but not for "two days later".
        """
        context = self.context
        far = context.pending
        if far is not None and count and far.end is not None and context.start - far.end < NEAR:
            context.anchor, context.pending = far, None  # "three years later" goes on from the time just told
            if far.d is not None:
                context.time_anchor = far
        anchor = context.anchor
        if unit in ("day", "night"):
            day = self.story_day() if from_publication or context.time_anchor is not None else None
            if not from_publication and anchor is not None and anchor is not context.time_anchor:
                holds = day is not None and (anchor.lo or day + 1) <= day <= (anchor.hi or 0)
                if not (holds and anchor.anchor == "publication"):
                    day = None  # the last time was a month or a year; "this week" and its days are one story
            moved = add(day, count, "day") if day is not None else None
            return day_reading(moved, "story") if moved is not None else Reading("DATE", "XXXX-XX-XX", "day")
        base = anchor.lo if anchor is not None and anchor.lo is not None and anchor.lo > 0 else None
        too_coarse = anchor is not None and COARSE.get(anchor.grain, 0) > COARSE.get(unit, 4)
        if base is None or too_coarse:
            if anchor is not None and anchor.y is not None and unit == "year" and anchor.y < 1:
                return bc_reading(1 - (anchor.y + count))
            if base is None and not from_publication:
                return floating(unit, count)
            if base is None and context.pub is not None and not context.narrative:
                base = context.pub
            else:
                last = context.time_anchor
                if last is None or last.lo is None or too_coarse:
                    return floating(unit, count)
                base = last.lo
        if unit in MONTHLY:
            at = date.fromordinal(base)
            base = date(at.year, at.month, 1).toordinal()
        moved = add(base, count, unit)
        return span_of(unit, moved, "story") if moved is not None else floating(unit, count)

    # ------------------------------------------------------------ days without a year

    def settle_day(self, month: int, day: int) -> Reading:
        """A day and month without a year: by the story or the publication day and the tense."""
        context = self.context
        if self.hint is not None and self.hint.y is not None:
            wraps = self.hint.m is not None and month - self.hint.m >= HALF_A_YEAR
            return self.dated(self.hint.y - wraps, month, day, self.hint.anchor)  # "28 December to 3 January 2020"
        if context.narrative and context.tells_of_old():
            year = self.narrative_year(month, day)
            return self.dated(year, month, day, "story")
        if context.pub is None:
            return yearless(month, day)
        told = self.told_after(month, day) or self.told_again(month, day)
        if told is not None:
            return day_reading(told, "story")
        year = date.fromordinal(context.pub).year
        if context.tells_of_old():
            return self.dated(self.narrative_year(month, day), month, day, "story")
        days = [(y, found) for y in (year - 1, year, year + 1) if (found := ordinal(y, month, day)) is not None]
        if not days:
            near = (y for k in range(1, 9) for y in (year - k, year + k) if ordinal(y, month, day) is not None)
            return self.dated(next(near, year), month, day, "publication")
        return self.dated(self.choose(days), month, day, "publication")

    def told_again(self, month: int, day: int) -> int | None:
        """The same day and month once more are the same day, unless the tense says another year's."""
        context = self.context
        found = context.days.get((month, day))
        if found is None or context.pub is None or context.message or abs(context.pub - found) > STORY_DAYS:
            return None
        tense = context.tense()
        return found if not tense or (tense == "future") == (found > context.pub) else None

    def told_after(self, month: int, day: int) -> int | None:
        """The day soon after a full date of the same sentence: "on 31 December 2019 ...; on 30 January ..."."""
        context = self.context
        last = context.time_anchor
        if last is None or last.lo is None or last.y is None or last.anchor != "absolute" or context.message:
            return None
        if last.end is None or context.pub is None:
            return None
        gap = context.text[last.end : context.start]
        if len(gap) > 200 or any(mark in gap for mark in (". ", "\n", "! ", "? ")):
            return None
        found = ordinal(last.y, month, day) or 0
        if found <= last.lo:
            found = ordinal(last.y + 1, month, day) or 0
        ahead = found - last.lo
        passed = found <= context.pub
        fits = passed == (last.lo <= context.pub) and passed != (context.tense() == "future")
        far = abs(context.pub - last.lo) > STORY_DAYS  # a birth or a law, but "14 April 1912 ... on 15 April"
        return found if 0 < ahead < (A_MONTH if far else HALF_YEAR_DAYS) and fits else None

    def choose(self, days: list[tuple[int, int]]) -> int:
        """The year whose day fits the tense; with no cue the past, unless it is far and the future near."""
        pub = self.context.pub or 0
        past = [(pub - d, y) for y, d in days if d <= pub]
        future = [(d - pub, y) for y, d in days if d >= pub]
        if not past or not future:
            return min(past or future)[1]
        if self.context.message:
            return min(future)[1]
        tense = self.context.tense()
        ago, ahead = min(past), min(future)
        if tense == "future":
            return ahead[1] if ahead[0] < 300 else ago[1]
        if tense == "past":
            return ago[1] if ago[0] < 330 else ahead[1]
        return ahead[1] if ahead[0] <= 60 and ago[0] > 200 else ago[1]

    def narrative_year(self, month: int, day: int = 15) -> int:
        """The year that puts a month nearest to the story's last time; a year just named holds its months."""
        anchor, told = self.context.anchor, self.context.month_told
        assert anchor is not None
        assert anchor.y is not None
        if anchor.m is None and told is not None and told.y is not None and told.m is not None and told.end is not None:
            # "on 10 March 1975 ... a march planned for 1976 ... On 11 March": the year in passing holds no month
            soon = told.y < anchor.y and 0 <= month - told.m <= 1 and self.context.start - told.end < ON_AND_ON
            return told.y if soon else anchor.y
        if anchor.m is None:
            return anchor.y
        distance = month - anchor.m
        if distance < -6:
            return anchor.y + 1
        if distance > 8:
            return anchor.y - 1
        return anchor.y

    def dated(self, year: int, month: int, day: int, anchor: str) -> Reading:
        """A full date; where the calendar has no such day, it says so and keeps the print."""
        found = ordinal(year, month, day) if year >= 1 else None
        if found is not None:
            return day_reading(found, anchor)
        printed = f"{year:04d}" if year >= 1 else f"BC{1 - year:04d}"
        out = Reading("DATE", f"{printed}-{month:02d}-{day:02d}", "day", anchor=anchor)
        out.y, out.m, out.d = year, month, day
        if year >= 1:
            out.invalid = why_not(year, month, day)
        return out


def why_not(year: int, month: int, day: int) -> str:
    """Why there is no such day."""
    if not 1 <= month <= 12:
        return f"there is no month {month}"
    length = month_length(year, month) if 1 <= year <= 9999 else 31
    return f"{MONTHS[month]}{f' {year}' if month == 2 else ''} has {length} days"


# Yearless days of one text stand in one leap year, far from any real frame, so that 29 February has a place.
FRAME_YEAR = 4


def yearless(month: int, day: int) -> Reading:
    """16 July of an unknown year: comparable within its text only."""
    out = Reading("DATE", f"XXXX-{month:02d}-{day:02d}", "day", anchor="none")
    out.frame = "document-year"
    out.m, out.d = month, day
    out.lo = out.hi = ordinal(FRAME_YEAR, month, day)
    if out.lo is None:
        out.invalid = why_not(FRAME_YEAR, month, day)
    return out


def yearless_month(month: int) -> Reading:
    """July of an unknown year."""
    first = month_reading(FRAME_YEAR, month, "none")
    first.value, first.frame, first.y = f"XXXX-{month:02d}", "document-year", None
    return first


WIDTH = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14, "month": 31, "quarter": 92, "year": 366,
          "decade": 3653, "century": 36525, "millennium": 365250}
UNKNOWN = {"day": "XXXX-XX-XX", "night": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE",
         "fortnight": "XXXX-WXX", "month": "XXXX-XX", "quarter": "XXXX-QX", "year": "XXXX", "decade": "XXX",
         "century": "XX"}


def floating(unit: str, count: int) -> Reading:
    """A unit counted from an unknown publication day (day 0): the days it can be at most."""
    width = WIDTH.get(unit, 366)
    out = Reading("DATE", UNKNOWN.get(unit, "XXXX"), unit if unit in UNKNOWN else "year", anchor="none")
    out.frame = "document"
    out.lo, out.hi = (count * width - width + 1, count * width + width - 1) if width > 1 else (count, count)
    if count < 0:
        out.hi = min(out.hi, -1)
    elif count > 0:
        out.lo = max(out.lo, 1)
    return out
