"""How one time leads to the next: pairs that share a year, the story's last time, and the record in the end."""
from __future__ import annotations

from collections.abc import Sequence

from checker import patterns
from checker.records import Time
from checker.times.context import Context
from checker.times.contexts import words
from checker.times.grammar import Node
from checker.times.maker import Maker
from checker.times.readings import Reading

LEAP = 10  # a story goes on within so many years, or says its new year twice
ASIDE = words("aside")
PASSING = words("passing")  # in news
OLD = 1000  # days before publication that make a story one of old
SPOKEN = 300  # characters from the day of what is told to the day of the speaking
_SPOKE = patterns.compile(
    rf"\b(?:{'|'.join(sorted(words('spoke')))})"
    r"(?: reporters| journalists| in a statement| a news conference| late| early)?(?: on)? $"
)
CLOCKS = frozenset(["clock", "military", "noon", "past-hour"])
DAYS_OF_CLOCKS = frozenset(["feast", "daypart-of"])  # "2am on Sunday morning"
ALONE = CLOCKS | {"day-of-pair"}  # what needs its partner even when that has no year
PAIRED = CLOCKS | {"numeric", "dotted", "date", "month", "day-of-pair", "weekday", "part", "season", "clock-day"}


def end_of(maker: Maker, token: int) -> int:
    """End of the token before `token`, without its blank."""
    last = maker.tokens[token - 1]
    return maker.offsets[token - 1] + len(last.rstrip())


def hint_of(maker: Maker, nodes: Sequence[Node], index: int) -> Reading | None:
    """The dated expression that a yearless one is paired with."""
    node = nodes[index]
    if index + 1 >= len(nodes) or node.make not in PAIRED:
        return None
    after = index + 1
    while node.make in CLOCKS and after + 1 < len(nodes) and nodes[after].make in CLOCKS:
        after += 1  # "04:17 local time (0117 GMT) on Monday"
    follower = nodes[after]
    if follower.make not in PAIRED and not (node.make in CLOCKS and follower.make in DAYS_OF_CLOCKS):
        return None
    gap = [maker.at(i) for i in range(nodes[after - 1].end, follower.start)]
    if node.make in CLOCKS:
        joins = words("range-joins")
        if maker.at(node.start - 1) != "between":
            joins -= {"and"}
        ranging = follower.make == "clock-day" and bool(gap) and joins >= set(gap)
        if follower.make in CLOCKS or not (ranging or all(word in (",", "on", "(", ")") for word in gap)):
            return None  # "9 a.m. on Monday", "9 a.m. to 5 p.m. Monday"
    else:
        apart = not gap and maker.at(node.end - 1) != ","
        if apart or follower.make in CLOCKS or (node.make == "season") != (follower.make == "season"):
            return None
    if len(gap) > 3 or not all(word in words("hint-joins") for word in gap):
        return None
    dated = has_year(follower) or (index + 2 < len(nodes) and has_year(nodes[-1]))
    if node.make not in ALONE and not dated:
        return None
    maker.hint = hint_of(maker, nodes, after)
    context = maker.context
    start, end = context.start, context.end
    context.start, context.end = maker.offsets[maker.base + follower.start], end_of(maker, maker.base + follower.end)
    reading = maker.make(follower)
    context.start, context.end = start, end
    maker.hint = None
    if reading is None or (reading.y is None and reading.frame == "calendar"):
        return None
    return reading


def has_year(node: Node) -> bool:
    return any(name in ("y", "y2") or (isinstance(item, Node) and has_year(item)) for name, item in node.captures)


def remember(context: Context, reading: Reading, lead: str) -> None:
    """Move the story on: to what is told, not to what a narrative mentions in passing ("since 1882", "until 1976")."""
    if reading.type in ("DURATION", "SET") or reading.frame != "calendar" or reading.y is None:
        return
    if reading.d is not None:
        context.day_told = reading
        if reading.m is not None and reading.lo is not None and reading.part != "weekday":
            context.days[reading.m, reading.d] = reading.lo
    if reading.grain in ("decade", "century") or reading.second is not None:
        return
    if reading.grain == "year" and lead in (ASIDE if context.narrative else PASSING):
        return
    if context.narrative and reading.anchor == "publication":
        return
    if reading.part == "aside":
        return
    then = context.anchor.y if context.anchor is not None else None
    if context.narrative and then is not None and abs(reading.y - then) > LEAP:
        confirmed = context.pending is not None and abs(reading.y - (context.pending.y or 0)) <= LEAP
        context.pending = reading
        if not confirmed:
            return
    context.pending = None
    if reading.m is not None and not (context.narrative and reading.grain == "season"):
        context.month_told = reading
        if context.pub is not None:
            goes_on = then is not None and abs(reading.y - then) <= 1
            recent = reading.y * 365.25 > context.pub - OLD
            context.old = 0 if recent else context.old + 1 if goes_on else 1
    context.anchor = reading
    if reading.grain in ("day", "daypart", "minute") and reading.d is not None:
        last = context.time_anchor
        if last is not None and _is_of_speech(context, reading, last):
            return
        if reading.grain == "day" and reading.clock is None and last is not None and last.lo == reading.lo:
            reading.clock_told = last.clock or last.clock_told  # "at 4:17 a.m. on 6 February": both are one moment
        context.time_anchor = reading


def _is_of_speech(context: Context, reading: Reading, last: Reading) -> bool:
    """Whether a day is that of the speaking alone, when what is told had its own just before: "the fire broke out on
    Wednesday, police said Thursday"."""
    if reading.anchor != "publication" or (last.lo or 0) >= (reading.lo or 0):
        return False
    if context.narrative or last.end is None or not 0 < context.start - last.end < SPOKEN:
        return False
    return bool(_SPOKE.search(context.text[max(0, context.start - 40) : context.start]))


def time_of(maker: Maker, r: Reading, start: int, end: int, joined: int | None) -> Time:
    span = None
    if r.weekday_at is not None:
        at = maker.offsets[r.weekday_at]
        span = (at, at + len(maker.tokens[r.weekday_at].rstrip()))
    lo, hi = r.lo, r.hi
    if lo is not None and hi is not None and lo > hi:
        lo, hi = hi, lo
    clock = r.clock[0] * 60 + r.clock[1] if r.clock else None
    return Time(
        start, end, maker.context.text[start:end], r.type, r.value, r.mod, lo, hi, r.grain, r.frame, r.anchor,
        r.weekday, span, clock, r.zone, r.invalid, joined, None, r.number, r.unit,
    )  # fmt: skip
