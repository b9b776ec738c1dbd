"""Productions of days that are given by their number."""
from __future__ import annotations

from datetime import date

from checker.language.lexicon import items, table
from checker.times.clocks import with_clock
from checker.times.contexts import words
from checker.times.grammar import Node
from checker.times.maker import Captures, Maker, makes, yearless
from checker.times.readings import Reading, day_reading, month_length, ordinal, year_reading
from checker.times.spans import COUNTED, NUMBER_UNITS, bare_month, this_year, two_digits, year_of

AFTER_DAY = words("after-day")
AFTER_ORDINAL_DAY = words("after-ordinal-day")


def put_weekday(mk: Maker, c: Captures, out: Reading) -> Reading:
    if "wd" in c and isinstance(c["wd"], int):
        out.weekday, out.weekday_at = mk.integer(c["wd"]), mk.base + c["wd"]
    return out


@makes("date")
def date_(mk: Maker, c: Captures, node: Node) -> Reading | None:
    month = mk.integer(c["m"])
    day = mk.number(c["d"] if "d" in c else c["o"])
    if day is None:
        return None
    day = int(day)
    year = year_of(mk, c)
    if year == 0 or (isinstance(c.get("d"), Node) and not year and mk.raw(node.end - 1).strip() == "may"):
        return None  # "one may ask"
    if day == 0 or day > 31:
        if year is not None or mk.word(c["m"]) == "may":
            return None
        return month_alone(mk, c, month) if day > 31 else None
    if year is not None and mk.context.phrase and isinstance(c.get("y"), int) and mk.context.pub is not None:
        now = date.fromordinal(mk.context.pub).year
        comma = any(mk.at(i) == "," for i in range(node.start, node.end))
        if not comma and not now - 1 <= year <= now + 3 and year // 100 < 24 and year % 100 < 60:
            return at_clock(mk, c, month, day, year)
    if year is None and "d" in c and isinstance(c["d"], int) and counts_something(mk, c, node):
        named = mk.at(node.start - 1) == "in" or mk.word(c["m"]) != "may"
        alone = isinstance(c["m"], int) and c["m"] < c["d"] and named
        return month_alone(mk, c, month) if alone else None
    if "d2" in c:
        return pair_of_days(mk, c, node, month, day, year)
    if year is None and (known := named_day(mk.at(node.end), month, day)) is not None:
        year = known
    if year is not None:
        return put_weekday(mk, c, mk.dated(year, month, day, "absolute"))
    if "wd" in c and mk.hint is None and not mk.context.narrative:
        return put_weekday(mk, c, weekday_year(mk, mk.integer(c["wd"]), month, day))
    out = mk.settle_day(month, day)
    if "wd" in c and mk.context.narrative:
        out = of_publication(mk, mk.integer(c["wd"]), month, day, out)
    return put_weekday(mk, c, out)


def of_publication(mk: Maker, weekday: int, month: int, day: int, told: Reading) -> Reading:
    """Of the story, unless the weekday says that a narrative has come to the days of its publication."""
    pub = mk.context.pub
    if pub is None or told.lo is None or (told.lo - 1) % 7 == weekday:
        return told
    year = date.fromordinal(pub).year
    near = [found for y in (year - 1, year, year + 1) if (found := ordinal(y, month, day)) is not None]
    fits = [found for found in near if (found - 1) % 7 == weekday and abs(found - pub) < 200]
    return day_reading(fits[0], "publication") if fits else told


def at_clock(mk: Maker, c: Captures, month: int, day: int, hhmm: int) -> Reading:
    """ "12 Nov 1115" in a calendar entry: a quarter past eleven."""
    return with_clock(mk, (hhmm // 100, hhmm % 100), put_weekday(mk, c, mk.settle_day(month, day)), "", None)


def named_day(noun: str, month: int, day: int) -> int | None:
    """The year of "the September 11 attacks"."""
    for row in table("time_events"):
        if row["day"] == f"{month:02d}-{day:02d}" and noun in items(row["nouns"]):
            return int(row["year"])
    return None


@makes("slash-event")
def slash_event(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """9/11, 7/7: days that are named by their figures"""
    for row in table("time_events"):
        if row["print"] == mk.word(c["i"]):
            _, month, day = row["year"], *row["day"].split("-")
            return mk.dated(int(row["year"]), int(month), int(day), "absolute")
    return None


def pair_of_days(mk: Maker, c: Captures, node: Node, month: int, day: int, year: int | None) -> Reading | None:
    """ "July 13 to 15", "March 27 and 28, 2003": the second day shares the first one's month."""
    item = c["d2"]
    begins = item.start if isinstance(item, Node) else item
    if year is not None:
        first = mk.dated(year, month, day, "absolute")
    else:
        first = put_weekday(mk, c, mk.settle_day(month, day))
    other = int(mk.number(item) or 0)
    follows = mk.at(node.end) if "y" not in c else ""
    one = c["d"]
    first.end = mk.base + (one.end if isinstance(one, Node) else one + 1)
    dashed = mk.tokens[mk.base + begins - 1].strip() in ("-", "–", "—")  # "the Sept. 17-18 meeting"
    counts = not dashed and follows.isalpha() and follows.islower() and follows not in AFTER_DAY
    if year is None and (counts or not day < other <= 31):
        return first  # "July 13 and 15 people": a count
    if first.y is not None:
        first.second = mk.dated(first.y, month, other, first.anchor)
    elif first.frame == "document-year":
        first.second = yearless(month, other)
    if first.second is not None:
        first.second.start, first.second.end = mk.base + begins, mk.base + node.end
    return first


def month_alone(mk: Maker, c: Captures, month: int) -> Reading | None:
    out = bare_month(mk, month)
    if isinstance(c["m"], int):
        out.start, out.end = mk.base + c["m"], mk.base + c["m"] + 1
    return out


def counts_something(mk: Maker, c: Captures, node: Node) -> bool:
    """ "In March 12 people died": the number after a month counts the noun that follows."""
    day, month = c["d"], c["m"]
    if not isinstance(day, int) or not isinstance(month, int):
        return False
    if day < month:  # "12 March": only a money sign or a decimal before spoils it
        return mk.at(day - 1) in ("$", "£", "€", "%")
    if day != node.end - 1 or mk.word(day)[-1:].isalpha():
        return False
    follows = mk.at(day + 1)
    plural = follows.isalpha() and follows.endswith("s") and len(follows) > 3
    if follows in NUMBER_UNITS or (follows == "per" and mk.at(day + 2) == "cent"):
        return True
    return mk.at(month - 1) == "in" and (plural or follows in COUNTED)


def weekday_year(mk: Maker, weekday: int, month: int, day: int) -> Reading:
    """A weekday settles the year of a yearless date, if a year near publication has it."""
    out = mk.settle_day(month, day)
    if out.lo is None or out.frame != "calendar" or out.y is None:
        return out
    pub = mk.context.pub or out.lo
    if (out.lo - 1) % 7 != weekday and abs(out.lo - pub) > 45:
        reach = 800 if mk.context.message else 370
        for year in (out.y + 1, out.y - 1) if mk.context.message else (out.y - 1, out.y + 1):
            other = ordinal(year, month, day)
            if other is not None and (other - 1) % 7 == weekday and abs(other - pub) <= reach:
                return day_reading(other, out.anchor)
    return out


@makes("day-of-pair")
def day_of_pair(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """The first day of "27 and 28 March 2003"; the second says which month."""
    day, hint = int(mk.number(c["d"]) or 0), mk.hint
    if hint is None or hint.m is None or hint.d is None or not 0 < day <= 31:
        return None
    if day >= hint.d and mk.at(node.end) in ("-", "–", "—", "to"):
        return None
    if hint.y is not None:
        return mk.dated(hint.y, hint.m, day, hint.anchor)
    return mk.settle_day(hint.m, day)


@makes("iso")
def iso_(mk: Maker, c: Captures, node: Node) -> Reading | None:
    text = str(mk.value(c["i"]))
    head, _, clock = text.partition("T")
    year, month, day = (int(part) for part in head.split("-"))
    if not 1 <= month <= 12 or not 1 <= day <= 31 or not 1000 <= year <= 2999:
        return None
    out = mk.dated(year, month, day, "absolute")
    if clock:
        digits = clock.rstrip("Z").replace(":", "")
        out.type, out.value = "TIME", text
        out.clock = (int(digits[:2]), int(digits[2:4]))
        out.grain = "minute"
        out.zone = "Z" if clock.endswith("Z") else ""
    return out


@makes("numeric")
def numeric(mk: Maker, c: Captures, node: Node) -> Reading | None:
    text = str(mk.value(c["i"]))
    mark = next(ch for ch in text if not ch.isdigit())
    one, two, three = text.split(mark)
    if len(three) == 2 and (mark == "." or mark == "-") and not mk.context.message:
        return None  # 1.10.07 is as often a version
    year = int(three) if len(three) == 4 else two_digits(int(three), this_year(mk))
    if not 1000 <= year <= 2199:
        return None
    return put_weekday(mk, c, day_and_month(mk, int(one), int(two), year, mark, text))


def day_and_month(mk: Maker, one: int, two: int, year: int, mark: str, text: str) -> Reading:
    """Which of two numbers is the day: by size, by the text's own other dates, else left open."""
    months_first = mk.context.months_first
    if one > 12 or (mark == "." and two <= 12):
        day, month, sure = one, two, True
    elif two > 12:
        day, month, sure = two, one, True
    elif months_first is not None:
        day, month, sure = (two, one, True) if months_first else (one, two, True)
    else:
        day, month, sure = two, one, one == two
    if month > 12 or not day:
        out = Reading("DATE", f"{year:04d}-{month:02d}-{day:02d}", "day", anchor="absolute")
        out.invalid = f"there is no month {month}" if month > 12 else "there is no day 0"
        return out
    if month == 0:
        return year_reading(year, "absolute")
    out = mk.dated(year, month, day, "absolute")
    if not sure and out.lo is not None:
        other = ordinal(year, day, month)
        if other is not None:  # either reading: both days stay possible
            pub = mk.context.pub
            if pub is not None and mk.context.message and out.lo < pub <= other <= pub + SOON:
                return day_reading(other, "absolute")  # a message speaks of what lies ahead
            if pub is not None and other <= pub and abs(other - pub) + 200 < abs(out.lo - pub):
                out = day_reading(other, "absolute")
                other = ordinal(year, month, day) or other
            assert out.lo is not None
            assert out.hi is not None
            out.lo, out.hi = min(out.lo, other), max(out.hi, other)
    return out


@makes("slash")
def slash(mk: Maker, c: Captures, node: Node) -> Reading | None:
    one, two = (int(part) for part in str(mk.value(c["i"])).split("/"))
    if mk.context.message and not 1 <= min(one, two) <= 12:
        return None
    month, day = (one, two) if one <= 12 and (two > 12 or mk.context.months_first is not False) else (two, one)
    if mk.context.months_first is None and max(one, two) <= 12 and ahead_first(mk, two, one):
        month, day = two, one
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    return put_weekday(mk, c, mk.settle_day(month, day))


SOON, FAR = 45, 150  # days


def ahead_first(mk: Maker, month: int, day: int) -> bool:
    """Whether a message means 06/08 day first: then it lies just ahead, and the other way far off."""
    pub = mk.context.pub
    if pub is None or not mk.context.message:
        return False
    one, other = mk.settle_day(month, day).lo, mk.settle_day(day, month).lo
    return one is not None and other is not None and 0 <= one - pub <= SOON and other - pub > FAR


@makes("month-day")
def month_day(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """ "on the 18th": of the month of the story, else of publication."""
    day = mk.integer(c["d"])
    follows = mk.at(node.end)
    if not 0 < day <= 31 or (follows.isalpha() and follows not in AFTER_ORDINAL_DAY and not mk.context.message):
        return None
    context = mk.context
    if isinstance(c["d"], int):
        index = c["d"] if mk.at(c["d"] - 1) != "the" else c["d"] - 1
        start = mk.base + index
    else:
        start = mk.base + node.start
    base = None if context.message else context.anchor
    if base is not None and base.y is not None and base.m is not None:
        out = mk.dated(base.y, base.m, day, "story")
    elif context.pub is not None:
        at = date.fromordinal(context.pub)
        year, month = at.year, at.month
        if context.message and day < at.day:
            year, month = (year, month + 1) if month < 12 else (year + 1, 1)
        elif not context.message and day > at.day and context.tense() != "future":
            year, month = (year, month - 1) if month > 1 else (year - 1, 12)
        if day > month_length(year, month):
            return None
        out = mk.dated(year, month, day, "publication")
    else:
        return None
    out.start = start
    return out
