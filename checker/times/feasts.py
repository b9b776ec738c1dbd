"""Feasts and holidays with a name: found in the text, placed in a year."""
from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache, lru_cache

from checker import patterns
from checker.language.lexicon import items, table
from checker.times.calendars import diwali, easter, hebrew, islamic, lunar_new_year, orthodox_easter
from checker.times.grammar import Node
from checker.times.maker import Captures, Maker, makes
from checker.times.readings import Reading, day_reading, iso, span_of
from checker.times.words import OTHER, alphabet, class_string

QUOTES = frozenset("\"“”‘’'")


@cache
def names() -> dict[str, str]:
    """Rule of every name, in lower case."""
    return {name: row["when"] for row in table("time_feasts") for name in items(row["names"])}


@cache
def pattern(any_case: bool = False) -> re.Pattern[str]:
    choices = "|".join(re.escape(s).replace("'", "['’]") for s in _spelt(any_case))
    # A capital looked for first makes the search faster; a boundary at the front would make it slower.
    return patterns.compile(rf"{'' if any_case else '(?=[A-Z])'}(?:{choices})(?![\w-])", re.I if any_case else 0)


@cache
def heads() -> re.Pattern[str]:
    """What a blank-separated piece of news holds where a feast begins: its first word, or all of it."""
    first = {s.partition(" ")[0] + "$" if " " in s else re.escape(s) + r"(?![\w-])" for s in _spelt(False)}
    return patterns.compile("(?=[A-Z])(?:" + "|".join(sorted(first)).replace("'", "['’]") + ")")


@cache
def longest() -> int:
    """Characters of the longest name, with what must not follow it."""
    return max(map(len, _spelt(False))) + 1


def _spelt(any_case: bool) -> list[str]:
    """The names as they are written, the longest first."""
    listed = (name for row in table("time_feasts") if any_case or not row["mode"] for name in items(row["names"]))
    return sorted({_spelling(name) for name in listed}, key=len, reverse=True)


def _spelling(name: str) -> str:
    """The name as news writes it: New Year's Eve, Eid al-Fitr."""
    small = ("of", "the", "de", "and", "al", "ul")
    return re.sub(r"[\w']+", lambda word: word[0] if word[0] in small else word[0].capitalize(), name)


@lru_cache(maxsize=4000)
def when(name: str, year: int) -> tuple[int, int] | None:
    """First and last day of the feast in a year; None when the rule cannot say."""
    if not 1583 <= year <= 4000:
        return None
    rule = names()[name]
    if rule.startswith("hijri"):
        return _hijri(rule, year)
    head, _, length = rule.partition("+len")
    if head.startswith(("hebrew", "moon", "tithi", "sun")):
        first = _lunar(head, year)
        return None if first is None else (first, first + int(length or 1) - 1)
    day = _day(head, year)
    if day is None:
        return None
    return day.toordinal(), day.toordinal() + int(length or 1) - 1


def _lunar(rule: str, year: int) -> int | None:
    """hebrew:nisan-30, moon:diwali, tithi:12.15.18+1, sun:270"""
    if found := re.fullmatch(r"(tithi|sun):([\d.]+)([+-]\d+)?", rule):
        from checker.times.sky import sankranti, tithi

        numbers = [int(part) for part in found[2].split(".")]
        first = sankranti(year, numbers[0]) if found[1] == "sun" else tithi(year, numbers[0], numbers[1], numbers[2])
        return None if first is None else first + int(found[3] or 0)
    found = re.fullmatch(r"(hebrew|moon):(\w+?)([+-]\d+)?", rule)
    if not found:
        return None
    if found[1] == "moon":
        first = diwali(year) if found[2] == "diwali" else lunar_new_year(year)
        return None if first is None else first + int(found[3] or 0)
    return hebrew(found[2], year) + int(found[3] or 0)


def _day(rule: str, year: int) -> date | None:
    try:
        if found := re.fullmatch(r"(\d\d)-(\d\d)((?:/\d[+-]\d)*)", rule):  # 04-27/6-1: on a Sunday the day before
            day = date(year, int(found[1]), int(found[2]))
            moved = {int(part[0]): int(part[1:]) for part in found[3].split("/")[1:]}
            return day + timedelta(days=moved.get(day.weekday(), 0))
        if found := re.fullmatch(r"(easter|orthodox)([+-]\d+)?", rule):
            base = easter(year) if found[1] == "easter" else orthodox_easter(year)
            return base + timedelta(days=int(found[2] or 0))
        if found := re.fullmatch(r"(\d\d)-(-?\d)x(\d)([+-]\d+)?", rule):  # month-nth x weekday, 11-4x3: fourth Thursday
            month, nth, weekday = int(found[1]), int(found[2]), int(found[3])
            if nth > 0:
                first = date(year, month, 1)
                day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
            else:
                last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
                day = last - timedelta(days=(last.weekday() - weekday) % 7)
            return day + timedelta(days=int(found[4] or 0))
    except ValueError:
        return None
    return None


def _hijri(rule: str, year: int) -> tuple[int, int] | None:
    """A month or day of the Islamic calendar, the one that begins in this year."""
    from checker.times.sky import crescent

    month, day, length = (int(part) for part in rule.split(":")[1].split("-"))
    for hijri in range((year - 622) * 33 // 32 - 1, (year - 622) * 33 // 32 + 3):
        start = crescent(islamic(hijri, month, 1)) + day - 1
        if date.fromordinal(start).year == year:
            if length >= 29:  # a whole month
                length = crescent(islamic(hijri, month + 1, 1)) - start
            return start, start + length - 1
    return None


def merge(
    tokens: list[str], offsets: list[int], classes: str, spans: Sequence[tuple[int, int]]
) -> tuple[list[str], list[int], str]:
    """The names of feasts (their spans in the text) as single tokens."""
    mark = alphabet()["feast"]
    new_tokens: list[str] = []
    new_offsets: list[int] = []
    new_classes: list[str] = []
    at = 0
    for start, end in spans:
        first, last = bisect_left(offsets, start), bisect_left(offsets, end)
        if first < at or first >= len(tokens) or offsets[first] != start or last <= first:
            continue
        token = "".join(tokens[first:last])
        new_tokens += [*tokens[at:first], token]
        new_offsets += [*offsets[at:first], start]
        new_classes += [classes[at:first], mark]
        at = last
    return new_tokens + tokens[at:], new_offsets + offsets[at:], "".join(new_classes) + classes[at:]


def feast_in(mk: Maker, node: Node, year: int, anchor: str) -> Reading | None:
    """The feast of a node, in a given year."""
    item = dict(node.captures)["f"]
    return _placed(mk.at(item).replace("’", "'"), year, anchor, mk.context.message) if isinstance(item, int) else None


def named_after(mk: Maker, node: Node) -> bool:
    """The Ramadan Offensive, "White Christmas", the film "Black Friday": a name that holds a feast."""
    before, last, after = mk.raw(node.start - 1), mk.raw(node.end - 1), mk.raw(node.end)
    if before in QUOTES and after.strip() in QUOTES:
        return True
    joined = last.endswith(" ") and after[:1].isupper() and after[1:2].islower()
    return mk.at(node.start - 1) == "white" or (joined and class_string([after], False) == OTHER)


@makes("feast")
def feast(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """A feast in the year that is printed, else the nearest that fits the tense."""
    item = c["f"]
    if not isinstance(item, int):
        return None
    name = mk.at(item).replace("’", "'")
    if node.end - node.start == 2 and mk.at(node.start + 1) == "eve":
        name += " eve"
        if name not in names():
            return None
    context = mk.context
    if not context.message and named_after(mk, node):
        return None
    if "y" in c:
        return _placed(name, mk.integer(c["y"]), "absolute", context.message)
    if context.tells_of_old() and context.anchor is not None and context.anchor.y is not None:
        return _placed(name, context.anchor.y, "story", context.message)
    if context.pub is None:
        rule = names().get(name, "")
        return Reading("DATE", f"XXXX-{rule}" if re.fullmatch(r"\d\d-\d\d", rule) else "XXXX-XX-XX", "day")
    this = date.fromordinal(context.pub).year
    spans = [(year, found) for year in (this - 1, this, this + 1) if (found := when(name, year)) is not None]
    if not spans:
        return Reading("DATE", "XXXX-XX-XX", "day")
    word = mk.word(c["r"]) if "r" in c else ""
    if word == "last":
        past = [s for s in spans if s[1][1] < context.pub]
        return _placed(name, max(past)[0], "publication", context.message) if past else None
    if word == "next":
        ahead = [s for s in spans if s[1][0] > context.pub]
        return _placed(name, min(ahead)[0], "publication", context.message) if ahead else None
    if word == "this":
        return _placed(name, this, "publication", context.message)
    for year, (first, last) in spans:
        if first <= context.pub <= last:
            return _placed(name, year, "publication", context.message)
    return _placed(name, mk.choose([(year, found[0]) for year, found in spans]), "publication", context.message)


def _placed(name: str, year: int, anchor: str, message: bool = False) -> Reading | None:
    found = when(name, year)
    if found is None:
        return Reading("DATE", f"{year:04d}-XX-XX" if year > 0 else "XXXX-XX-XX", "day")
    out = day_reading(found[0], anchor)
    out.hi = found[1]
    before, after = {"hijri": (1, 1), "moon:": (1, 1), "tithi": (1, 1), "hebre": (1, 0)}.get(names()[name][:5], (0, 0))
    # A message means all its days, from the evening where days begin at dusk; but an Eid is its first.
    if message and found[1] - found[0] > (3 if names()[name].startswith("hijri") else 0):
        eve = found[0] - 1 if names()[name].startswith("hebrew") else found[0]
        out.value = f"{iso(eve)}/{iso(found[1] + 1)}"
    out.lo, out.hi = found[0] - before, found[1] + after  # the moon is seen, not reckoned; a Hebrew day begins at dusk
    return out


@makes("feast-weekend")
def feast_weekend(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """Labor Day weekend, the Easter weekend: the one before a Monday or Tuesday, else the one of its week"""
    x = feast(mk, {"f": c["f"]}, Node("feast", node.start, node.end - 1, ()))
    if x is None or x.lo is None or x.hi is None:
        return None
    if mk.value(c["u"]) != "weekend" or x.hi - x.lo > 3 or x.frame != "calendar":
        x.end = mk.base + node.end - 1  # "Christmas week"
        return x
    return span_of("weekend", x.lo - 2 if (x.lo - 1) % 7 < 2 else x.lo, x.anchor)
