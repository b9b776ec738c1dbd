"""Productions that serve only messages: looser clocks, days of calendar entries."""
from __future__ import annotations

from datetime import date
from itertools import takewhile

from checker.times.clocks import with_clock
from checker.times.contexts import words
from checker.times.deictics import part_of_day
from checker.times.durations import sum_
from checker.times.grammar import Node
from checker.times.joining import part_and_clock
from checker.times.maker import Captures, Maker, makes
from checker.times.messages import RANGE_WORDS, day_and_clock, range_of
from checker.times.offsets import moment
from checker.times.readings import SUBDAY, Reading, add, day_reading, week_reading
from checker.times.spans import NUMBER_UNITS, year, year_second
from checker.times.units import whose_unit

CLOCK_LEADS = words("message-clock-leads")
CLOCK_BEFORE = words("clock-leads") | {"shortly", "just", "nearly"}


def _hour(mk: Maker, item: int | Node) -> tuple[int, int] | None:
    value = mk.value(item) if isinstance(item, int) else mk.number(item)
    if isinstance(value, tuple):
        return value[0], value[1]
    if isinstance(value, float) and value != int(value):
        hour, minute = int(value), round(value * 100) % 100
    elif isinstance(value, int | float):
        number = int(value)
        hour, minute = (number // 100, number % 100) if number > 99 else (number, 0)
    else:
        return None
    return (hour, minute) if hour <= 24 and minute < 60 else None


@makes("hour")
def hour(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """at 7, at 730 in the evening, 3 in the morning"""
    found = _hour(mk, c["c"])
    if found is None:
        item = c["c"]
        in_words = isinstance(item, Node) and item.make == "years-in-words" and "p" not in c
        return hour_minute(mk, {"y": item}, node) if in_words else None
    if mk.at(node.end) in NUMBER_UNITS:
        return None
    at, minute = found
    printed = isinstance(c["c"], int) and not mk.at(c["c"]).isdigit()
    if at <= 12 and "ap" in c:
        at = at % 12 + mk.integer(c["ap"])
    elif at < 12 and "p" in c and mk.value(c["p"]) in ("AF", "EV", "NI"):
        at += 12
    if at > 24:
        return None
    out = with_clock(mk, (at, minute), None, "", None)
    out.part = "undated"
    if minute == 0 and not printed:
        out.unit = "hour"
    if "ap" in c or "p" in c:
        out.part = "undated-exact"
    return out


@makes("half-hour")
def half_hour(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """half seven: half past it, as it is said in Britain"""
    found = _hour(mk, c["c"])
    if found is None or found[1] or not 0 < found[0] <= 12:
        return None
    late = "p" in c and mk.value(c["p"]) in ("AF", "EV") and found[0] < 12
    out = with_clock(mk, (found[0] + 12 * late, 30), None, "", None)
    out.part = "undated-exact" if "p" in c else "undated"
    return out


@makes("edge")
def edge(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """EOD, EOM, BOY: the end or beginning of a day, month or year; in small letters a word of something else"""
    if not mk.raw(node.end - 1).strip().isupper() and mk.word(c["w"]) in ("boy", "bom", "cob"):
        return None
    name, _, mod = str(mk.value(c["w"])).partition(" ")
    out = whose_unit(mk, name)
    out.mod = mod
    return out


@makes("past-hour")
def past_hour(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """half past seven, a quarter to noon"""
    item = c["c"]
    found = (mk.integer(item) // 60, 0) if mk.word(item) in ("noon", "midday", "midnight") else _hour(mk, item)
    if not mk.context.message and mk.at(node.start - 1) not in CLOCK_BEFORE:
        return None  # "gave a quarter to six of them"
    minutes = 30 if "h" in c else 15 if "q" in c else mk.number(c["n"])
    if found is None or minutes is None or not 0 < minutes < 60:
        return None
    back = mk.word(c["r"]) in ("to", "before")
    if "h" in c and back:
        return None
    hours = found[0]
    if "ap" in c and hours <= 12:
        hours = hours % 12 + mk.integer(c["ap"])
    if "p" in c and hours < 12 and mk.value(c["p"]) in ("AF", "EV", "NI"):
        hours += 12
    total = (hours * 60 + found[1] + (-int(minutes) if back else int(minutes))) % 1440
    out = with_clock(mk, (total // 60, total % 60), None, "", None)
    out.part = "undated"
    return out


@makes("hour-minute")
def hour_minute(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """nine fifty nine"""
    if "y" in c:
        item = c["y"]
        if isinstance(item, int):
            return hour(mk, {**c, "c": item}, node)  # 1140 a.m.
        parts = {name: mk.integer(part) for name, part in item.captures} if isinstance(item, Node) else {}
        hour_, minute = parts.get("k", 0), sum(parts.get(name, 0) for name in ("a", "t", "w"))
        if "h" in parts or not 0 < hour_ <= 12 or not 10 <= minute < 60:
            return None
        return hour_minute_at(mk, c, hour_, minute)
    hours, minutes = mk.number(c["c"]), mk.number(c["m"])
    if isinstance(c["m"], int) and len(mk.at(c["m"])) != 2:
        return None
    if hours is None or minutes is None or not 0 < hours <= 12 or not 10 <= minutes < 60:
        return None
    return hour_minute_at(mk, c, hours, minutes)


def hour_minute_at(mk: Maker, c: Captures, hours: float, minutes: float) -> Reading:
    at = int(hours) % 12 + mk.integer(c["ap"]) if "ap" in c else int(hours)
    out = with_clock(mk, (at, int(minutes)), None, "", None)
    out.part = "undated"
    return out


@makes("hhmm")
def hhmm(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """1815 after a day, 0935-1101; else a year."""
    first = mk.word(c["c"])
    one = _hour(mk, c["c"]) if len(first) in (3, 4) else None
    lead = mk.at(node.start - 1)
    timely = mk.context.phrase and (mk.context.day_seen or lead in CLOCK_LEADS or first[:1] == "0")
    timely = timely or ("c2" in c and lead in ("between", "from"))
    if one is not None and timely:
        if "c2" in c:
            two = _hour(mk, c["c2"]) if len(mk.word(c["c2"])) in (3, 4) else None
            if two is None:
                return None
            out = with_clock(mk, one, None, "", None)
            out.value = f"T{one[0]:02d}:{one[1]:02d}/T{two[0]:02d}:{two[1]:02d}"
            out.part = "undated"
            return out
        out = with_clock(mk, one, None, "", None)
        out.part = "undated"
        return out
    if len(first) != 4 or not 1000 <= int(first) <= 2199:
        return None
    if "c2" in c:
        return year_second(mk, {"y": c["c"], "n": c["c2"]}, node) if len(mk.word(c["c2"])) == 2 else None
    return year(mk, {"y": c["c"]}, node)


@makes("clock-pair")
def clock_pair(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """9:30 to 3, 10am-12"""
    a = mk.sub(c["c"])
    found = _hour(mk, c["c2"])
    if a is None or found is None or not a.clock or "/" in a.value:
        return None
    if "s" in c and mk.word(c["s"]) not in RANGE_WORDS:
        return None  # "8am until 6"
    at, minute = found
    if "ap" in c and at <= 12:
        at = at % 12 + mk.integer(c["ap"])
    elif at < 12 and at < a.clock[0]:
        at += 12
    b = with_clock(mk, (at, minute), None, "", None)
    b.part = "undated"
    a.part = a.part or "undated"
    return range_of(a, b)


@makes("dotted")
def dotted(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """16.12 in a calendar entry: a day, or after a day a time."""
    item = c["n"]
    if not mk.context.phrase or not isinstance(item, int):
        return None
    one, _, two = mk.at(item).partition(".")
    lead = mk.at(node.start - 1)
    clock = len(two) == 2 and int(one) < 24 and int(two) < 60
    if lead in RANGE_WORDS and mk.context.dotted:
        timely = mk.context.dotted == "clock"
    else:
        timely = mk.context.day_seen or lead in CLOCK_LEADS or not (1 <= int(two) <= 12 and 1 <= int(one) <= 31)
    mk.context.dotted = "clock" if timely else "day"
    if timely and clock:
        out = with_clock(mk, (int(one), int(two)), None, "", None)
        out.part = "undated"
        return out
    if 1 <= int(one) <= 31 and 1 <= int(two) <= 12 and len(two) <= 2:
        return mk.settle_day(int(two), int(one))
    return None


@makes("week-number")
def week_number(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """week 31, week 3 of 2027: the ISO week."""
    number, pub = mk.integer(c["n"]), mk.context.pub
    if mk.word(c["u"]) != "week" or not 1 <= number <= 53 or (pub is None and "y" not in c):
        return None
    year = mk.integer(c["y"]) if "y" in c else date.fromordinal(pub or 1).year
    try:
        monday = date.fromisocalendar(year, number, 1).toordinal()
    except ValueError:
        return None
    return week_reading(monday, "absolute" if "y" in c else "publication")


@makes("joined-day")
def joined_day(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """11APR"""
    from checker.times.words import known

    text = str(mk.value(c["j"]))
    day = "".join(takewhile(str.isdigit, text))
    month = known().get(text[len(day) :].lower()[:3], ("", None))[1]
    if not isinstance(month, int) or not 1 <= month <= 12 or not 1 <= int(day) <= 31:
        return None
    return mk.settle_day(month, int(day))


@makes("hour-pair")
def hour_pair(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """between 3 and 5, from 10 to 4"""
    one, two = _hour(mk, c["c"]), _hour(mk, c["c2"])
    if one is None or two is None or not 0 < one[0] <= 24 or (isinstance(c["c2"], int) and mk.at(node.end) == "%"):
        return None
    if two <= one and two[0] < 12:
        two = (two[0] + 12, two[1])
    if two <= one:
        return None
    out = with_clock(mk, one, None, "", None)
    out.value = f"T{one[0]:02d}:{one[1]:02d}/T{two[0]:02d}:{two[1]:02d}"
    out.part = "undated"
    return out


@makes("day-hours")
def day_hours(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """Monday 11-4"""
    day, hours = mk.sub(c["x"]), hour_pair(mk, c, node)
    if day is None or hours is None:
        return None
    return day_and_clock(day, hours) or part_and_clock(day, hours)


@makes("within")
def within(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """within nine months: from now to then"""
    x = mk.sub(c["x"])
    if "y" in c:
        whole = sum_(mk, c, node)
        if whole is None and x is not None:
            x.start, x.end = mk.base + node.start + 1, mk.base + c["x"].end if isinstance(c["x"], Node) else None
            return x
        x = whole
    if x is not None and mk.at(node.start) != "within":
        x.start = mk.base + node.start + 1  # "for" is no part of it
        return x
    if x is None or x.type != "DURATION" or x.number is None:
        return x
    pub = mk.context.pub
    if x.unit in SUBDAY and mk.context.clock is not None:
        first, last = moment(mk, 0, "second"), moment(mk, x.number, x.unit)
    elif pub is not None and x.unit not in SUBDAY and (then := add(pub, x.number, x.unit)) is not None:
        first, last = day_reading(pub, "publication"), day_reading(then, "publication")
    else:
        return x
    return Reading(first.type, f"{first.value}/{last.value}", first.grain, first.lo, last.hi, "publication")


@makes("day-half")
def day_half(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """tomorrow am, today pm"""
    day = mk.sub(c["x"])
    if day is None or day.grain != "day" or day.type != "DATE":
        return None
    return part_of_day(day, "AF" if mk.integer(c["ap"]) else "MO")


@makes("in-hours")
def in_hours(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """in 3h, within 2h: a duration, though "3h" alone is a time of day"""
    text = mk.at(node.end - 1)
    if not text.endswith("h") or not text[:-1].isdigit():
        return None
    now, then = moment(mk, 0, "second"), moment(mk, int(text[:-1]), "hour")
    if mk.at(node.start) == "in" or "T" not in now.value:
        return then
    return Reading("TIME", f"{now.value}/{then.value}", "minute", now.lo, then.hi, "publication")


@makes("day-edge")
def day_edge(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """6 June late, early Thursday: in a calendar entry the morning and the night"""
    day = mk.sub(c["x"])
    if not mk.context.phrase or day is None or day.grain != "day" or day.type != "DATE" or day.d is None:
        return None
    return part_of_day(day, "MO" if mk.word(c["e"]).startswith("ear") else "NI")
