"""Short messages sent at a known moment ("lunch on Tuesday at 1?"): what stands together is one time.

News says its times piece by piece and each piece is annotated; a message means one appointment, so that days join
clocks and the two ends of a range join each other.
"""
from __future__ import annotations

from checker.records import Time
from checker.times import intervals, joining
from checker.times.clocks import with_clock
from checker.times.contexts import words
from checker.times.grammar import Node, inner
from checker.times.joining import is_clock
from checker.times.maker import Maker
from checker.times.readings import Reading, day_reading, month_reading, ordinal
from checker.times.story import end_of, hint_of, time_of

RANGE_WORDS = words("message-ranges")
LINK_WORDS = words("message-links")
OPEN_AFTER = words("message-open-after")  # leave one side open in a calendar entry
OPEN_BEFORE = words("message-open-before")
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
            timed = reading.grain == "minute" and reading.d is not None and not is_clock(reading)
            if timed or (reading.grain == "day" and reading.part != "weekday" and node.make != "deictic"):
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
        if is_clock(reading):
            _undated(maker, reading)
        start, end = maker.offsets[item.start], end_of(maker, item.end)
        lead = maker.tokens[item.start - 1].strip().lower() if item.start else ""
        if lead == "on" and item.start > 1:
            lead = maker.tokens[item.start - 2].strip().lower()  # "starting on 7 January"
        if context.phrase and lead == "by":
            intervals.until_deadline(maker, reading)
        _finish(reading, context.phrase)
        if item is items[0] and reading.grain and "/" not in reading.value:
            _open(reading, [lead], context.phrase)
        if not out or start >= out[-1].end:
            out.append(time_of(maker, reading, start, end, None))
    return out


def _finish(reading: Reading, phrase: bool) -> None:
    """What was kept for joining goes; in a sentence the ends of an interval are points of full precision."""
    if phrase:
        intervals.in_entry(reading)
    else:
        intervals.in_sentence(reading)
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
    hour, minute = reading.clock[0], reading.clock[1]
    now = context.clock // 60
    if "exact" not in reading.part and 0 < hour < 12 and hour * 60 + minute < now <= (hour + 12) * 60 + minute:
        reading.clock = (hour + 12, minute)  # the next such time: at 10 o'clock "half past three" is the afternoon's
        reading.value = f"{reading.value[: -len(tail)]}T{hour + 12:02d}:{minute:02d}"
        return
    if reading.clock[0] * 60 + reading.clock[1] < context.clock // 60:
        moved = day_reading(context.pub + 1, "publication")
        reading.value, reading.lo, reading.hi = moved.value + tail, moved.lo, moved.hi


def _join(maker: Maker, items: list[Item], clocks: bool = False) -> list[Item]:
    """Neighbours made one; with `clocks` only ranges of two times of day, which come before their day."""
    out: list[Item] = []
    for item in items:
        if out and (not clocks or (is_clock(out[-1].reading) and is_clock(item.reading))):
            joined = _joined(maker, out[-1], item, clocks)
            if joined is not None:
                out[-1] = joined
                continue
        out.append(item)
    return out


def _joined(maker: Maker, a: Item, b: Item, clocks: bool) -> Item | None:
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
        reading = range_of(a.reading, b.reading)
    if reading is None and not core and a.reading.grain == b.reading.grain == "day":
        reading = _weekday_and_date(a.reading, b.reading)
    if reading is None and not core and a.reading.weekday is not None and a.reading.type == "TIME":
        reading = _part_and_date(a.reading, b.reading)
    if reading is None and all(word in LINK_WORDS for word in gap):
        reading = day_and_clock(a.reading, b.reading)
        if reading is None:
            reading = _set_and_clock(a.reading, b.reading)
        if reading is None:
            reading = joining.part_and_clock(a.reading, b.reading)
        if reading is not None and gap and "/" not in reading.value and reading.type == "TIME":
            _open(reading, gap, maker.context.phrase)
    if reading is None and not clocks:
        first = maker.tokens[b.start].strip().lower()
        reading = joining.duration_from(a.reading, b.reading, gap, first)
    return Item(reading, a.start, b.end) if reading is not None else None


def _year_as_clock(maker: Maker, item: Item) -> None:
    """ "Sunday 1925" in a calendar entry is an hour and minutes."""
    text = item.reading.value
    if len(text) == 4 and text.isdigit() and int(text[:2]) < 24 and int(text[2:]) < 60:
        item.reading = with_clock(maker, (int(text[:2]), int(text[2:])), None, "", None)
        item.reading.part = "undated"


def _open(reading: Reading, words: list[str], phrase: bool) -> None:
    if not phrase and reading.grain not in ("day", "minute"):
        return  # "after 2018" of a sentence keeps the year
    if not phrase and (OPEN_AFTER | OPEN_BEFORE) & set(words):
        reading.value = _to_the_second(reading.value if ":" in reading.value or "T" not in reading.value
                                       else f"{reading.value}:00")
        reading.unit = ""
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
    if repeated.type != "SET" or not is_clock(clock) or "/" in clock.value:
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


def range_of(a: Reading, b: Reading) -> Reading | None:
    """From a to b."""
    if "/" in a.value or "/" in b.value:
        return None
    out = Reading(a.type, "", a.grain, a.lo, b.hi, a.anchor)
    if is_clock(a) and is_clock(b):
        out.value = f"{_tail(a.value)}/{_tail(b.value)}"
        out.type, out.part, out.clock, out.grain = "TIME", "undated", a.clock, "minute"
        _same_half(a, b, out)
        return out
    if a.grain == "minute" and not is_clock(a) and is_clock(b) and a.lo is not None:
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
        points = (day_reading(intervals.point(side), "").value for side in (a, b))
        out.unit = "/".join(points)  # where the ends begin
        return out
    if a.grain == "minute" and b.grain == "minute" and not is_clock(a) and not is_clock(b):
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


def day_and_clock(a: Reading, b: Reading) -> Reading | None:
    """A day and a time of day, in either order."""
    day, clock = (a, b) if _is_day(a) else (b, a)
    if not _is_day(day):
        if a.grain == "daypart" and a.d is not None and is_clock(b) and "/" not in b.value:
            day, clock = a, b
            day.value = day.value[:10]
            clock.value = joining.shifted(b.value, a.part, "exact" in b.part)
        else:
            return None
    base = day.value[:10]
    out = Reading("TIME", "", "minute", day.lo, day.hi, day.anchor)
    out.weekday, out.weekday_at, out.y, out.m, out.d = day.weekday, day.weekday_at, day.y, day.m, day.d
    if clock.type == "TIME" and clock.grain == "daypart" and clock.lo is None and "/" not in clock.value:
        out.value, out.grain = base + clock.value, "daypart"
        out.part = clock.value[1:]
        return out
    if not is_clock(clock):
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
