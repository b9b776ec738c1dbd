"""Short messages sent at a known moment ("lunch on Tuesday at 1?"): what stands together is one time.

News says its times piece by piece and each piece is annotated; a message means one appointment, so that days join
clocks and the two ends of a range join each other.
"""
from __future__ import annotations

from datetime import date
from itertools import takewhile

from checker.records import Time
from checker.times.clocks import with_clock
from checker.times.contexts import words
from checker.times.deictics import part_of_day
from checker.times.grammar import Node, inner
from checker.times.maker import Captures, Maker, makes
from checker.times.offsets import moment
from checker.times.readings import SUBDAY, Reading, add, day_reading, month_reading, ordinal, week_reading
from checker.times.spans import year, year_second
from checker.times.story import end_of, hint_of, time_of

RANGE_WORDS = words("message-ranges")
LINK_WORDS = words("message-links")
OPEN_AFTER = words("message-open-after")  # leave one side open in a calendar entry
OPEN_BEFORE = words("message-open-before")
CLOCK_LEADS = words("message-clock-leads")
LEADS = frozenset(["from", "between"])
PAIRS = frozenset(["day-of-pair", "date", "month", "season"])


class Item:
    """A reading with its tokens (numbered through the text)."""

    __slots__ = ("end", "reading", "start")

    def __init__(self, reading: Reading, start: int, end: int) -> None:
        self.reading = reading
        self.start = start
        self.end = end


def read(maker: Maker, found: list[tuple[int, tuple[Node, ...]]]) -> list[Time]:
    items: list[Item] = []
    context = maker.context
    for base, nodes in found:
        maker.base = base
        context.day_seen = context.phrase and any(
            item.reading.grain == "day" and item.reading.part != "weekday" for item in items
        )
        queue = list(nodes)
        index = -1
        while index + 1 < len(queue):
            index += 1
            node = queue[index]
            context.start, context.end = maker.offsets[base + node.start], maker.offsets[base + node.end]
            maker.hint = hint_of(maker, queue, index) if node.make in PAIRS else None
            reading = maker.make(node)
            maker.hint = None
            if reading is None:
                queue[index + 1 : index + 1] = inner(node)
                continue
            first = reading.start if reading.start is not None else base + node.start
            last = reading.end if reading.end is not None else base + node.end
            reading.start = reading.end = None
            items.append(Item(reading, first, last))
            if reading.grain == "day" and reading.part != "weekday" and node.make != "deictic":
                context.day_seen = True
            second = reading.second
            if second is not None and second.start is not None and second.end is not None:
                items.append(Item(second, second.start, second.end))
                reading.second = second.start = second.end = None
    items = _join(maker, items, clocks=True)
    for _ in range(3):
        items = _join(maker, items)
    out: list[Time] = []
    for item in items:
        reading = item.reading
        if _is_clock(reading):
            _undated(maker, reading)
        _finish(reading, context.phrase)
        start, end = maker.offsets[item.start], end_of(maker, item.end)
        lead = maker.tokens[item.start - 1].strip().lower() if item.start else ""
        if context.phrase and item is items[0] and reading.grain and "/" not in reading.value:
            _open(reading, [lead])
        if not out or start >= out[-1].end:
            out.append(time_of(maker, reading, start, end, None))
    return out


def _finish(reading: Reading, phrase: bool) -> None:
    """What was kept for joining goes; in a sentence the ends of an interval are points of full precision."""
    if reading.part == "yearless" and len(reading.value) == 7:
        reading.value = f"XXXX-{reading.value[5:]}"
    if "/" in reading.value and not phrase:
        if reading.unit:
            reading.value = reading.unit
        elif "T" in reading.value and ".." not in reading.value:
            reading.value = "/".join(_to_the_second(side) for side in reading.value.split("/"))
    elif reading.unit == "hour" and reading.type == "TIME" and not phrase and reading.value.endswith(":00"):
        reading.value = reading.value[:-3]  # as precise as it is printed
    if reading.type != "DURATION":
        reading.unit = ""
    reading.part = ""


def _to_the_second(side: str) -> str:
    bare = side.lstrip("T")
    return bare if bare.count(":") != 1 or not bare[-1].isdigit() else f"{bare}:00"


def _undated(maker: Maker, reading: Reading) -> None:
    """A clock without a day: a calendar entry means the next such time, a sentence leaves the day open."""
    context = maker.context
    tail = reading.value[reading.value.index("T") :] if "T" in reading.value else ""
    if "/" in reading.value or not tail:
        return
    if not context.phrase:
        reading.value = tail[:3] if reading.unit == "hour" and len(tail) >= 6 else tail
        reading.unit, reading.lo, reading.hi = "", None, None
        return
    reading.unit = ""
    if context.pub is None or context.clock is None or not reading.clock or reading.zone:
        return
    if reading.clock[0] * 60 + reading.clock[1] < context.clock // 60:
        moved = day_reading(context.pub + 1, "publication")
        reading.value, reading.lo, reading.hi = moved.value + tail, moved.lo, moved.hi


def _join(maker: Maker, items: list[Item], clocks: bool = False) -> list[Item]:
    """Neighbours made one; with `clocks` only ranges of two times of day, which come before their day."""
    out: list[Item] = []
    for item in items:
        if out and (not clocks or (_is_clock(out[-1].reading) and _is_clock(item.reading))):
            joined = _joined(maker, out[-1], item)
            if joined is not None:
                out[-1] = joined
                continue
        out.append(item)
    return out


def _joined(maker: Maker, a: Item, b: Item) -> Item | None:
    gap = [maker.tokens[i].strip().lower() for i in range(a.end, b.start)]
    gap = [word for word in gap if word]
    lead = maker.tokens[a.start - 1].strip().lower() if a.start else ""
    if len(gap) > 4:
        return None
    if maker.context.phrase and b.reading.grain == "year" and a.reading.d is not None and a.reading.lo is not None:
        _year_as_clock(maker, b)
    reading: Reading | None = None
    core = [word for word in gap if word not in ("the", "from", "on", ".")]
    if core == ["and"]:
        inside = {maker.tokens[i].strip().lower() for i in range(a.start, a.end)}
        ranging = lead in LEADS or bool(LEADS & inside)
    else:
        ranging = len(core) == 1 and core[0] in RANGE_WORDS
    if ranging:
        reading = _range(a.reading, b.reading)
    if reading is None and not core and a.reading.grain == b.reading.grain == "day":
        reading = _weekday_and_date(a.reading, b.reading)
    if reading is None and not core and a.reading.weekday is not None and a.reading.type == "TIME":
        reading = _part_and_date(a.reading, b.reading)
    if reading is None and all(word in LINK_WORDS for word in gap):
        reading = _day_and_clock(a.reading, b.reading)
        if reading is None:
            reading = _set_and_clock(a.reading, b.reading)
        elif maker.context.phrase and gap and "/" not in reading.value:
            _open(reading, gap)
    return Item(reading, a.start, b.end) if reading is not None else None


def _is_clock(r: Reading) -> bool:
    return r.part.startswith("undated")


def _year_as_clock(maker: Maker, item: Item) -> None:
    """ "Sunday 1925" in a calendar entry is an hour and minutes."""
    text = item.reading.value
    if len(text) == 4 and text.isdigit() and int(text[:2]) < 24 and int(text[2:]) < 60:
        item.reading = with_clock(maker, (int(text[:2]), int(text[2:])), None, "", None)
        item.reading.part = "undated"


def _open(reading: Reading, words: list[str]) -> None:
    if OPEN_AFTER & set(words):
        reading.value, reading.hi = f"{reading.value}/..", None
    elif OPEN_BEFORE & set(words):
        reading.value, reading.lo = f"../{reading.value}", None


def _weekday_and_date(a: Reading, b: Reading) -> Reading | None:
    """ "Monday 03.07", "24.8. Monday": the figures say the day."""
    named, dated = (a, b) if a.part == "weekday" else (b, a)
    if named.part != "weekday" or dated.part == "weekday" or dated.type != "DATE" or "/" in dated.value:
        return None
    dated.weekday, dated.weekday_at = named.weekday, named.weekday_at
    return dated


def _part_and_date(a: Reading, b: Reading) -> Reading | None:
    """ "Tuesday evening Nov 28th": the date says which Tuesday."""
    if not _is_day(b) or b.part == "weekday" or "T" not in a.value or "/" in a.value:
        return None
    a.value, a.lo, a.hi, a.y, a.m, a.d = b.value + _tail(a.value), b.lo, b.hi, b.y, b.m, b.d
    return a


def _set_and_clock(a: Reading, b: Reading) -> Reading | None:
    """ "every Tuesday at 9", "3pm each day" """
    repeated, clock = (a, b) if a.type == "SET" else (b, a)
    if repeated.type != "SET" or not _is_clock(clock) or "/" in clock.value:
        return None
    tail = _tail(clock.value)
    tail = tail[:3] if clock.unit == "hour" else tail
    if repeated.value == "P1D" or repeated.value.startswith("XXXX-XX-XXT"):
        out = Reading("SET", tail)
    elif repeated.value.startswith("XXXX-W"):
        out = Reading("SET", repeated.value + tail)
    else:
        return None
    out.weekday, out.weekday_at = repeated.weekday, repeated.weekday_at
    return out


def _is_day(r: Reading) -> bool:
    return r.grain == "day" and r.type == "DATE" and "/" not in r.value and r.lo is not None


def _tail(value: str) -> str:
    return value[value.index("T") :]


def _range(a: Reading, b: Reading) -> Reading | None:
    """From a to b."""
    if "/" in a.value or "/" in b.value:
        return None
    out = Reading(a.type, "", a.grain, a.lo, b.hi, a.anchor)
    if _is_clock(a) and _is_clock(b):
        out.value = f"{_tail(a.value)}/{_tail(b.value)}"
        out.type, out.part, out.clock, out.grain = "TIME", "undated", a.clock, "minute"
        _same_half(a, b, out)
        return out
    if a.grain == "minute" and not _is_clock(a) and _is_clock(b) and a.lo is not None:
        day = a.lo + (1 if b.clock and a.clock and b.clock < a.clock else 0)
        out.type, out.value = "TIME", f"{a.value}/{day_reading(day, '').value}{_tail(b.value)}"
        out.hi = day
        return out
    if b.value == "PRESENT_REF" and b.lo is not None:
        b = day_reading(b.lo, b.anchor)
    if a.value == "PRESENT_REF" and a.lo is not None:
        a = day_reading(a.lo, a.anchor)
    if a.type == b.type == "DATE" and a.frame == b.frame and a.lo is not None and b.lo is not None and b.hi is not None:
        if b.part == "weekday" and b.lo < a.lo:
            b = day_reading(b.lo + 7 * ((a.lo - b.lo + 6) // 7), b.anchor)
        if b.lo is None or b.hi is None:
            return None
        if a.lo > b.hi and a.anchor == b.anchor == "publication":
            a = _year_before(a)
        if a.lo is None or a.lo > b.hi:
            return None
        out.value, out.lo = f"{a.value}/{b.value}", a.lo
        out.unit = f"{day_reading(a.lo, '').value}/{day_reading(b.lo, '').value}"  # the points at which the ends begin
        return out
    if a.grain == "minute" and b.grain == "minute" and not _is_clock(a) and not _is_clock(b):
        out.type, out.value = "TIME", f"{a.value}/{b.value}"
        return out
    return None


def _year_before(r: Reading) -> Reading:
    """From August to October: of one year, though each alone would be the next."""
    if r.y is None or r.m is None:
        return r
    if r.d is None:
        return month_reading(r.y - 1, r.m, r.anchor)
    return day_reading(ordinal(r.y - 1, r.m, r.d), r.anchor)


def _same_half(a: Reading, b: Reading, out: Reading) -> None:
    """ "3 to 8 pm": both in the afternoon."""
    if "exact" in a.part or not a.clock or not b.clock:
        return
    if b.clock[0] > 12 > a.clock[0] and a.clock[0] + 12 <= b.clock[0]:
        shifted = f"T{a.clock[0] + 12:02d}:{a.clock[1]:02d}"
        out.value = f"{shifted}/{_tail(b.value)}"
        out.clock = (a.clock[0] + 12, a.clock[1])


def _day_and_clock(a: Reading, b: Reading) -> Reading | None:
    """A day and a time of day, in either order."""
    day, clock = (a, b) if _is_day(a) else (b, a)
    if not _is_day(day):
        if a.grain == "daypart" and a.d is not None and _is_clock(b) and "/" not in b.value:
            day, clock = a, b
            day.value = day.value[:10]
            if a.part in ("AF", "EV", "NI") and b.clock and b.clock[0] < 12:
                clock.value = f"T{b.clock[0] + 12:02d}:{b.clock[1]:02d}"
        else:
            return None
    base = day.value[:10]
    out = Reading("TIME", "", "minute", day.lo, day.hi, day.anchor)
    out.weekday, out.weekday_at, out.y, out.m, out.d = day.weekday, day.weekday_at, day.y, day.m, day.d
    if clock.type == "TIME" and clock.grain == "daypart" and clock.lo is None and "/" not in clock.value:
        out.value, out.grain = base + clock.value, "daypart"
        out.part = clock.value[1:]
        return out
    if not _is_clock(clock):
        return None
    if "/" in clock.value:
        first, last = clock.value.split("/")
        later = day.lo + 1 if day.lo is not None and last[:6] < first[:6] else day.lo
        out.value = f"{base}{_tail(first)}/{day_reading(later, '').value}{_tail(last)}"
    else:
        out.value = base + _tail(clock.value)
        out.unit = clock.unit
    out.clock, out.zone = clock.clock, clock.zone
    return out


# ---------------------------------------------------------------- productions that serve only messages


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


@makes("past-hour")
def past_hour(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """half past seven, a quarter to noon"""
    item = c["c"]
    found = (mk.integer(item) // 60, 0) if mk.word(item) in ("noon", "midday", "midnight") else _hour(mk, item)
    minutes = 30 if "h" in c else 15 if "q" in c else mk.number(c["n"])
    if found is None or minutes is None or not 0 < minutes < 60:
        return None
    back = mk.word(c["r"]) in ("to", "before")
    if "h" in c and back:
        return None
    hours = found[0]
    if "ap" in c and hours <= 12:
        hours = hours % 12 + mk.integer(c["ap"])
    total = (hours * 60 + found[1] + (-int(minutes) if back else int(minutes))) % 1440
    out = with_clock(mk, (total // 60, total % 60), None, "", None)
    out.part = "undated"
    return out


@makes("hour-minute")
def hour_minute(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """nine fifty nine"""
    hours, minutes = mk.number(c["c"]), mk.number(c["m"])
    if hours is None or minutes is None or not 0 < hours <= 12 or not 10 <= minutes < 60:
        return None
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
    at, minute = found
    if "ap" in c and at <= 12:
        at = at % 12 + mk.integer(c["ap"])
    elif at < 12 and at < a.clock[0]:
        at += 12
    b = with_clock(mk, (at, minute), None, "", None)
    b.part = "undated"
    a.part = a.part or "undated"
    return _range(a, b)


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
    return _day_and_clock(day, hours) if day is not None and hours is not None else None


@makes("within")
def within(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """within nine months: from now to then"""
    x = mk.sub(c["x"])
    if x is None or x.type != "DURATION" or x.number is None or mk.at(node.start) != "within":
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
