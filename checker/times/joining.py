"""Two readings of a message that make one: a part of the day with its hours, a duration with its beginning."""
from __future__ import annotations

from datetime import date, datetime, timedelta

from checker.times.readings import SUBDAY, Reading, add, iso

STARTS = frozenset(["from", "starting", "starts", "beginning", "commencing", "begins"])
SECONDS = {"hour": 3600, "minute": 60, "second": 1}
LATE = frozenset(["AF", "EV", "NI"])


def is_clock(reading: Reading) -> bool:
    """A time of day whose day is not settled."""
    return reading.part.startswith("undated") and "T" in reading.value and ".." not in reading.value


def part_and_clock(a: Reading, b: Reading) -> Reading | None:
    """ "tonight from 7 to 7:30", "in the evening at eight", "8 this morning": the part says which half of the day."""
    part, clock = (a, b) if is_clock(b) else (b, a)
    if not is_clock(clock) or part.grain != "daypart" or part.type != "TIME" or "/" in part.value:
        return None
    day, _, name = part.value.partition("T")
    if len(name) != 2 or clock.zone:
        return None
    if any("T" not in side for side in clock.value.split("/")):
        return None
    sides = [shifted(side, name, "exact" in clock.part) for side in clock.value.split("/")]
    first = clock.value[clock.value.index("T") :].partition("/")[0]
    if len(sides) == 2 and first < sides[1] < sides[0]:
        sides[0] = first  # "8am-3 yesterday afternoon"
    dated = part.d is not None and part.lo is not None
    if not dated and len(sides) == 1:
        day = clock.value.partition("T")[0]  # kept until it is known whether a message or an entry asks
    out = Reading("TIME", "", "minute", part.lo, part.hi if dated else None, part.anchor)
    out.value = "/".join(f"{day}{side}" if dated or len(sides) == 1 else side for side in sides)
    hour, minute = sides[0][1:].split(":")[:2]
    out.clock, out.unit = (int(hour), int(minute)), clock.unit
    if dated:
        out.hi = out.lo
        out.weekday, out.weekday_at, out.y, out.m, out.d = part.weekday, part.weekday_at, part.y, part.m, part.d
    else:
        out.part = "undated-exact"
        out.lo, out.hi = clock.lo, clock.hi
    return out


def shifted(value: str, part: str, exact: bool) -> str:
    """The time of day, in the afternoon or evening where it may be; "tonight at 2" is after midnight."""
    tail = value[value.index("T") :]
    hour = int(tail[1:3])
    late = part in LATE and 0 < hour < 12 and not exact
    return f"T{hour + 12:02d}{tail[3:]}" if late and not (part == "NI" and hour < 5) else tail


def duration_from(a: Reading, b: Reading, gap: list[str], first_of_b: str) -> Reading | None:
    """ "for 3 days from today", "9:30am for 7 hours": an interval."""
    if a.type == "DURATION":
        if not STARTS & set(gap) or not set(gap) <= STARTS | {",", "on"}:
            return None
        length, start = a, b
    elif b.type == "DURATION" and "for" in (*gap, first_of_b) and set(gap) <= {"for", ","}:
        length, start = b, a
    else:
        return None
    if length.number is None or length.mod or "/" in start.value:
        return None
    if is_clock(start):
        return hours_from(start, length.number, length.unit)
    dated = start.type == "DATE" and start.grain == "day" and start.lo is not None
    if length is a and dated and start.lo is not None and length.unit not in SUBDAY:
        last = add(start.lo, length.number, length.unit) if start.frame == "calendar" else None
        if last is None or last <= start.lo:
            return None
        return Reading("DATE", f"{iso(start.lo)}/{iso(last)}", "day", start.lo, last - 1, start.anchor)
    if start.type == "TIME" and start.grain == "minute" and start.clock and None not in (start.lo, start.d):
        return moments(start, length.number, length.unit)
    return None


def hours_from(start: Reading, number: float, unit: str) -> Reading | None:
    """From a time of day on, within the day."""
    if unit not in SUBDAY or not start.clock:
        return None
    begins = start.clock[0] * 60 + start.clock[1]
    ends = begins + round(number * SECONDS[unit] / 60)
    if not begins < ends < 1440:
        return None
    out = Reading("TIME", f"T{begins // 60:02d}:{begins % 60:02d}/T{ends // 60:02d}:{ends % 60:02d}", "minute")
    out.part, out.clock = "undated-exact", start.clock
    return out


def moments(start: Reading, number: float, unit: str) -> Reading | None:
    assert start.lo is not None
    assert start.clock
    begins = datetime.combine(date.fromordinal(start.lo), datetime.min.time())
    begins += timedelta(minutes=start.clock[0] * 60 + start.clock[1])
    try:
        if unit in SUBDAY:
            ends = begins + timedelta(seconds=number * SECONDS[unit])
        else:
            last = add(start.lo, number, unit)
            ends = begins + timedelta(days=(last or start.lo) - start.lo)
    except OverflowError:
        return None
    if ends <= begins:
        return None
    out = Reading("TIME", f"{begins.isoformat()[:16]}/{ends.isoformat()[:16]}", "minute", start.lo, ends.toordinal())
    out.clock, out.anchor = start.clock, start.anchor
    return out
