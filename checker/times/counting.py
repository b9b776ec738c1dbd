"""Productions of days and spans that are counted off: two Sundays ago, the week after next, the third last day."""
from __future__ import annotations

from datetime import date

from checker.times.contexts import words
from checker.times.feasts import feast_in
from checker.times.grammar import Node
from checker.times.maker import ON, Captures, Maker, makes
from checker.times.readings import (
    DATED,
    SUBDAY,
    Reading,
    add,
    day_reading,
    in_part,
    month_reading,
    next_weekday,
    quarter_reading,
    span_of,
)
from checker.times.units import nth_in, part_unit, the_weekend, whole_of

AFTER = words("after-day")


@makes("after-next")
def after_next(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """the week after next, Friday after next, March after next"""
    pub = mk.context.pub
    if pub is None or mk.word(c["r"]) != "next" or (mk.at(node.end).isalpha() and mk.at(node.end) not in AFTER):
        return None
    if "u" in c:
        name = str(mk.value(c["u"]))
        return mk.relative(name, 2) if name in DATED and not mk.word(c["u"]).endswith("s") else None
    if "m" in c:
        at, month = date.fromordinal(pub), mk.integer(c["m"])
        return month_reading(at.year + 1 + (month <= at.month), month, "publication")
    number = mk.integer(c["wd"])
    out = day_reading(next_weekday(pub, number) + 7, "publication")
    out.weekday, out.weekday_at = number, mk.base + c["wd"] if isinstance(c["wd"], int) else None
    return out


@makes("before-last")
def before_last(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """the year before last, the night before last"""
    name = str(mk.value(c["u"]))
    if mk.word(c["r"]) != "last" or mk.word(c["u"]).endswith("s") or mk.at(node.start) not in ("the", mk.word(c["u"])):
        return None
    if mk.at(node.end).isalpha() and mk.at(node.end) not in AFTER:
        return None
    if name == "NI":
        return in_part(mk.relative("day", -2), "NI")
    return mk.relative(name, -2) if name in DATED and name != "day" else None


@makes("week-on")
def week_on(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """ "a week on Saturday": a week after the coming one"""
    pub, x, day, item = mk.context.pub, mk.sub(c["x"]), mk.sub(c["y"]), c["y"]
    if pub is None or x is None or x.unit != "week" or x.number not in (1, 2) or mk.at(node.start) != "a":
        return None
    if day is None or day.weekday is None or not isinstance(item, Node) or item.start + 1 != item.end:
        return None
    if mk.at(node.start - 1) in ("for", "of", "spent", "than", "over"):
        return None
    out = day_reading(next_weekday(pub, day.weekday) + 7 * int(x.number), "publication")
    out.weekday, out.weekday_at = day.weekday, day.weekday_at
    return out


@makes("this-time")
def this_time(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """ "this time last year": as fine as one remembers, the month or the day"""
    name, sign = str(mk.value(c["u"])), -1 if mk.word(c["r"]) == "last" else 1
    pub = mk.context.pub
    moved = add(pub, sign, name) if pub is not None and name in ("year", "month", "week") else None
    if moved is None or mk.at(node.start + 1) not in ("this", "time"):
        return None
    out = span_of("month" if name == "year" else "day", moved, "publication")
    if mk.at(node.start) == "at":
        out.start = mk.base + node.start + 1
    return out


@makes("year-ago")
def year_ago(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """the year-ago quarter: what the story told of, a year before"""
    if mk.value(c["u"]) != "year" or "p" not in c or mk.context.pub is None:
        return None
    return same_period(mk, {"x": node, "u": c["p"]}, node)


@makes("week-end")
def week_end(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """ "last week-end", as it was written: "year-end" is another thing"""
    if mk.word(c["u"]) != "week" or mk.word(c["b"]) != "end" or mk.at(node.end - 2) not in ("-", "‐", "‑"):
        return part_unit(mk, c, node) if "r" not in c and mk.at(node.start) != "the" else None
    if "r" not in c:
        return the_weekend(mk, mk.at(node.start - 1)) if mk.at(node.start) == "the" else None
    word = mk.word(c["r"])
    if word == "that":
        return mk.story("weekend", 0)
    return mk.relative("weekend", 1 if word in ON else 0 if word == "this" else -1)


@makes("weekdays-away")
def weekdays_away(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """two Sundays ago, three Fridays from now"""
    pub, count = mk.context.pub, mk.number(c["n"])
    if pub is None or count is None or not 0 < count < 500 or count != int(count):
        return None
    number = mk.integer(c["wd"])
    if "l" in c:
        day = pub - ((pub - 1 - number) % 7 or 7) - 7 * (int(count) - 1)
    elif mk.word(c["from"]) == "from" and mk.word(c["now"]) == "now":
        day = next_weekday(pub, number) + 7 * (int(count) - 1)
    else:
        return None
    out = day_reading(day, "publication")
    out.weekday, out.weekday_at = number, mk.base + c["wd"] if isinstance(c["wd"], int) else None
    return out


@makes("then-on")
def then_on(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """Thanksgiving in three years, March in a year: the first such from then on"""
    pub, x, length, item = mk.context.pub, mk.sub(c["x"]), mk.sub(c["y"]), c["x"]
    if pub is None or x is None or length is None or length.number is None or not isinstance(item, Node):
        return None
    settled = any(name in ("y", "r") for name, _ in item.captures)
    if length.unit in SUBDAY or item.make not in ("feast", "month") or settled:
        return None
    ago = "l" in c and mk.word(c["l"]) == "ago"
    if ago and item.make == "feast" and length.unit == "year" and length.number == int(length.number):
        return feast_in(mk, item, date.fromordinal(pub).year - int(length.number), "publication")
    moved = add(pub, -length.number if "l" in c and mk.word(c["l"]) == "ago" else length.number, length.unit)
    if moved is None or x.m is None:
        return None
    year = date.fromordinal(moved).year
    for candidate in (year, year + 1):
        if item.make == "feast":
            found = feast_in(mk, item, candidate, "publication")
        else:
            found = month_reading(candidate, x.m, "publication")
        if found is not None and found.hi is not None and found.hi >= moved:
            return found
    return None


@makes("nth-last")
def nth_last(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """the second last week of June, the fifth last day of the month"""
    x, nth, w = whole_of(mk, c["x"]), mk.number(c["o"]), c["w"]
    parts = dict(w.captures) if isinstance(w, Node) else {}
    if x is None or x.hi is None or x.lo is None or nth is None or nth < 1 or "u" not in parts:
        return None
    if not isinstance(w, Node) or w.make != "unit" or "r" not in parts or mk.word(parts["r"]) != "last":
        return None
    return counted_back(x, int(nth), str(mk.value(parts["u"])))


@makes("nth-last-day")
def nth_last_day(mk: Maker, c: Captures, node: Node) -> Reading | None:
    x, nth = whole_of(mk, c["x"]), mk.number(c["o"])
    if x is None or nth is None or nth < 1 or mk.word(c["l"]) != "last":
        return None
    return counted_back(x, int(nth), str(mk.value(c["u"])))


def counted_back(x: Reading, nth: int, name: str) -> Reading | None:
    """The nth from the end; the last is the first."""
    if x.lo is None or x.hi is None or x.frame != "calendar":
        return None
    if name in ("day", "week"):
        last = nth_in(x, -1, name)
        if last is None or last.lo is None:
            return None
        day = last.lo - (nth - 1) * (7 if name == "week" else 1)
        if day < x.lo:
            return None
        return span_of(name, day, x.anchor)
    if name == "month" and x.grain == "year" and x.y is not None and 1 <= nth <= 12:
        return month_reading(x.y, 13 - nth, x.anchor)
    return None


@makes("same-period")
def same_period(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """ "the same month a year ago", "the same period last year" """
    x, w = mk.relative("year", -1) if c["x"] is node else mk.sub(c["x"]), c.get("w")
    if isinstance(w, Node):
        c = {**c, **dict(w.captures)}
        if w.make != "unit" or "r" not in c or mk.word(c["r"]) != "same" or x is None or x.grain != "year":
            return None
    anchor = mk.context.anchor
    if x is None or x.y is None or x.y < 1 or x.grain != "year":
        return x
    if anchor is None or anchor.m is None or anchor.grain in ("season", "year"):
        return x
    if mk.word(c["u"]) not in ("month", "period", "quarter"):
        return x
    if mk.word(c["u"]) == "quarter" and anchor.grain != "quarter":
        return x
    if anchor.grain == "quarter":
        return quarter_reading(x.y, (anchor.m + 2) // 3, "story")
    return month_reading(x.y, anchor.m, "story")
