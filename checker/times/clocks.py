"""Productions of times of day."""
from __future__ import annotations

import re
from datetime import date

from checker.times.contexts import words
from checker.times.grammar import Node
from checker.times.maker import Captures, Maker, makes
from checker.times.readings import Reading, day_reading
from checker.times.words import OTHER, class_string

HALF_A_DAY = 720  # minutes
ON_AND_ON = 300  # characters after a day in which a clock is still of that day
DAWN, NOON, DUSK = 7, 12, 17  # hours: a clock before dawn that follows one after dusk is of the next day


def with_clock(mk: Maker, clock: tuple[int, ...], day: Reading | None, zone: str, offset: int | None) -> Reading:
    """A time of day on its day: the one given, else the sentence's or the publication's."""
    context = mk.context
    if day is None:
        number = context.pub
        anchor = context.time_anchor
        if anchor is not None and is_of_before(mk, anchor):
            anchor = None
        told = context.day_told
        if told is not None and told is not anchor and same_sentence(mk, told) and not is_of_before(mk, told):
            anchor = told
        if mk.hint is not None and mk.hint.d is not None and mk.hint.lo is not None and mk.hint.frame == "calendar":
            anchor = mk.hint
            number = anchor.lo
            same = True
        else:
            same = False
        if anchor is not None and anchor.lo is not None and (
            same or context.narrative or same_sentence(mk, anchor) or (not zone and goes_on(mk, anchor))
        ):
            number = anchor.lo + (day_beside(clock, anchor) if same and zone in ("", "LOCAL") else 0)
            dark = at_night(anchor) or (clock[:2] == (0, 0) and is_afternoon(anchor))
            if not same and clock[0] < DAWN and dark and not context.message:
                number += 1  # "at 11pm on Friday ... by 4am"
        if context.narrative and anchor is None:
            number = None
        out = day_reading(number, "publication") if number is not None else Reading("DATE", "XXXX-XX-XX", "day")
        if anchor is not None and anchor.lo is not None and number is not None and abs(number - anchor.lo) < 2:
            out.anchor = "story"
        elif context.message:
            out.part = "undated"
    else:
        out = day
    if offset is not None and zone in ("ET", "CT", "PT") and out.lo is not None and us_summer(out.lo):
        offset += 60
    base = out.value if out.value[:4] != "XXXX" or len(out.value) == 10 else "XXXX-XX-XX"
    hour, minute = clock[0], clock[1]
    if hour == 24:
        hour = 0
    text = f"T{hour:02d}:{minute:02d}" + (f":{clock[2]:02d}" if len(clock) > 2 else "")
    if offset is not None:
        sign = "-" if offset < 0 else "+"
        hours, minutes = divmod(abs(offset), 60)
        text += "Z" if offset == 0 else f"{sign}{hours:02d}" + (f"{minutes:02d}" if minutes else "")
    out.type, out.value, out.grain = "TIME", base + text, "minute"
    out.clock, out.zone = (hour, minute), zone
    return out


def day_beside(clock: tuple[int, ...], hint: Reading) -> int:
    """ "3:26 a.m. (2026 GMT Saturday)": how many days the local clock is ahead of the one beside it."""
    if hint.clock is None or hint.zone not in ("GMT", "UTC"):
        return 0
    ahead = clock[0] * 60 + clock[1] - hint.clock[0] * 60 - hint.clock[1]
    return (ahead < -HALF_A_DAY) - (ahead > HALF_A_DAY)


def at_night(told: Reading) -> bool:
    """Whether the last time that was told is an evening or a night of a day that the text names."""
    if told.anchor == "publication" and told.weekday is None and told.grain == "minute":
        return False  # a clock without a day
    clock = told.clock or told.clock_told
    return clock[0] >= DUSK if clock else told.part in ("EV", "NI")


def is_afternoon(told: Reading) -> bool:
    """ "They were called up on Saturday afternoon and were there by midnight": the midnight that ends the day"""
    return told.part == "AF" or (told.clock is not None and told.clock[0] >= NOON)


def goes_on(mk: Maker, anchor: Reading) -> bool:
    """Whether the sentence before told the day of what a clock goes on to tell: "... on Friday. Police came at 9pm"."""
    context = mk.context
    start, day = anchor.end or 0, anchor.lo or 0
    if context.message or context.pub is None or day > context.pub:
        return False
    if anchor.grain == "minute" and anchor.anchor == "publication" and anchor.weekday is None:
        return False  # itself a clock of the day of publication
    gap = context.text[start : context.start]
    return len(gap) < ON_AND_ON and context.tense() == "past"


def us_summer(day: int) -> bool:
    """Whether clocks in the United States are an hour ahead: from March's second Sunday to November's first."""
    year = date.fromordinal(day).year
    march, november = date(year, 3, 8).toordinal(), date(year, 11, 1).toordinal()
    return march + -march % 7 <= day < november + -november % 7


def is_of_before(mk: Maker, anchor: Reading) -> bool:
    """ "Shops that had opened on Monday were shut by midday": the day that "had" looks back to is not the clock's."""
    if anchor.end is None or mk.context.narrative or not same_sentence(mk, anchor):
        return False
    clause = mk.context.text[max(0, anchor.end - 60) : anchor.end].rpartition(", ")[2]
    gap = mk.context.text[anchor.end : mk.context.start]
    return " had " in clause and " had " not in gap and (" was " in gap or " were " in gap)


def same_sentence(mk: Maker, anchor: Reading) -> bool:
    start = anchor.end if anchor.end is not None else 0
    gap = mk.context.text[start : mk.context.start]
    return len(gap) < 200 and not any(mark in gap for mark in (". ", "\n", "! ", "? "))


def zone_of(mk: Maker, c: Captures) -> tuple[str, int | None]:
    if "z" in c:
        value = mk.value(c["z"])
        return mk.word(c["z"]).upper(), value if isinstance(value, int) else None
    if "l" in c:
        return "LOCAL" if mk.word(c["l"]) == "local" else mk.word(c["l"]).upper(), None
    return "", None


def clock_value(mk: Maker, c: Captures) -> tuple[int, ...] | None:
    """Hours and minutes of what is printed; None when it is no time of day."""
    item = c["c"] if "c" in c else c["w"]
    value = mk.value(item)
    clock: tuple[int, ...]
    if isinstance(item, Node):
        number = mk.number(item)
        if number is None or number != int(number) or not 0 < number <= 12:
            return None
        clock = (int(number), 0)
    elif isinstance(value, tuple):
        clock = value
    elif isinstance(value, float):
        clock = (int(value), round(value * 100) % 100)
    elif isinstance(value, int):
        clock = (value, 0)
    else:
        return None
    if clock[0] > 24 or clock[1] > 59:
        return None
    if "p" in c and 0 < clock[0] < 12 and "ap" not in c:  # "at 3 in the afternoon", "ten o'clock at night"
        part = mk.value(c["p"])
        late = part in ("AF", "EV") or (part == "NI" and clock[0] > 4)
        clock = (clock[0] + 12, *clock[1:]) if late else clock
    if "ap" in c:
        if not 0 < clock[0] <= 12:
            return None if clock[0] > 23 or "c" not in c else clock
        clock = (clock[0] % 12 + mk.integer(c["ap"]), *clock[1:])
    return clock


@makes("clock")
def clock(mk: Maker, c: Captures, node: Node) -> Reading | None:
    found = clock_value(mk, c)
    if found is None:
        return None
    zone, offset = zone_of(mk, c)
    if "l" in c and mk.word(c["l"]) != "local":
        offset = None
    if not mk.context.message and "ap" not in c and isinstance(c.get("c"), int) and mk.at(node.end - 1)[-1:] in "ap":
        return None  # 200p is money
    bare = isinstance(c.get("c"), Node) or (isinstance(c.get("c"), int) and mk.at(node.start).isdigit())
    if "p" in c and bare and mk.at(node.start + 1) == "in" and mk.at(node.start - 1) not in words("hour-leads"):
        return None  # "two in the morning session"
    if "ap" not in c and isinstance(c.get("c"), int) and not zone and "l" not in c and "p" not in c:
        item = c["c"]
        text = mk.at(item) if isinstance(item, int) else ""
        if ":" in text and not text[-1:].isalpha() and not clock_context(mk, node, text):
            return None
    whole_hour = "c" in c and isinstance(mk.value(c["c"]), int)
    if "z" in c and "ap" not in c and whole_hour and zone.lower() not in words("clock-zones"):
        return None
    out = with_clock(mk, found, None, zone, offset)
    if "l" in c and mk.at(node.end - 1) != "time" and name_follows(mk, node) and isinstance(c["l"], int):
        out.end = mk.base + c["l"]  # "at 9 a.m. Eastern Airlines"
    item = c["c"] if "c" in c else c["w"]
    if isinstance(item, Node) or (isinstance(item, int) and not re.search(r"\d[:.h]\d", mk.at(item))):
        out.unit = "hour"  # printed without minutes
    if "ap" in c or found[0] > 12 or (isinstance(item, int) and mk.at(item)[-1:].isalpha()):
        out.part = "exact" if not out.part else "undated-exact"
    return out


def name_follows(mk: Maker, node: Node) -> bool:
    """Whether the capital after an expression begins a name and not another time."""
    follows = mk.raw(node.end)
    return follows[:1].isupper() and class_string([follows], False) == OTHER


def clock_context(mk: Maker, node: Node, text: str) -> bool:
    """ "3:30" alone may be a score, a running time or a verse: it wants a word of time before it."""
    if mk.context.message:
        return True
    lead = mk.at(node.start - 1)
    hour, _, minute = text.partition(":")
    if lead in words("clock-leads") and len(minute) == 2:
        return True
    return len(hour) == 2 and len(minute) == 2 and lead in ("(", ",")


@makes("military")
def military(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """0800 UTC, 1830 hours"""
    value = mk.value(c["c"])
    text = mk.word(c["c"])
    if not isinstance(value, int) or len(text) != 4 or value // 100 > 24 or value % 100 > 59:
        return None
    if "u" in c and mk.word(c["u"]) not in ("hours", "hrs"):
        return None
    lead = mk.at(node.start - 1)
    if not {"u", "z", "l"} & c.keys() and (lead not in words("military-leads") or text[0] != "0" or value == 0):
        return None  # "at 0715" and not "at 1900"
    if "u" in c and value % 100 == 0 and text[0] != "0" and lead not in words("military-leads"):
        return None  # "1800 hours" of work
    zone, offset = zone_of(mk, c)
    return with_clock(mk, (value // 100, value % 100), None, zone, offset)


@makes("noon")
def noon(mk: Maker, c: Captures, node: Node) -> Reading | None:
    raw = mk.raw(node.start)
    lead = mk.at(node.start - 1)
    if raw[:1].isupper() and not mk.context.message and (mk.raw(node.end)[:1].isupper() or lead.isalpha()):
        return None  # a name
    minutes = mk.integer(c["c"])
    if mk.word(c["c"]) == "midnight" and lead in ("the", "a"):
        return None
    zone, offset = zone_of(mk, c)
    return with_clock(mk, (minutes // 60, 0), None, zone, offset)


@makes("clock-day")
def clock_day(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """5 p.m. Monday; Monday 5 p.m."""
    day = mk.sub(c["x"])
    item = c["c"]
    if day is None or not isinstance(item, Node) or day.grain not in ("day", "daypart"):
        return None
    if mk.context.message:
        return None  # joined later: ranges come first
    time = mk.make(item)
    if time is None or time.clock is None or "/" in time.value:
        return None
    if day.grain == "daypart":
        day.value = day.value[:10]
    tail = time.value[time.value.index("T") :]
    day.type, day.value, day.grain = "TIME", day.value + tail, "minute"
    day.clock, day.zone = time.clock, time.zone
    return day
