"""Productions of times that lie so far before or after another."""
from __future__ import annotations

from checker.times.contexts import words
from checker.times.grammar import Node
from checker.times.maker import UNKNOWN, Captures, Maker, floating, makes
from checker.times.readings import (
    DATED,
    SUBDAY,
    Reading,
    add,
    day_reading,
    month_reading,
    next_weekday,
    quarter_reading,
    span_of,
)

EARLIER = words("earlier")
NUMBER_UNITS = words("number-units")
COMPARED = frozenset(["on", "over", "than", "with"])  # before "a year earlier": figures are compared


@makes("ago")
def ago(mk: Maker, c: Captures, node: Node) -> Reading | None:
    x = mk.sub(c["x"])
    if x is None:
        return None
    return from_publication(mk, x, -1)


@makes("hence", "from-now", "in-duration")
def hence(mk: Maker, c: Captures, node: Node) -> Reading | None:
    x = mk.sub(c["x"])
    if x is None or x.type != "DURATION":
        return x
    if "t" in c and mk.at(node.start - 1) not in ("in", "within"):
        return None  # "three years' time"
    if "now" in c:
        base = mk.sub(c["now"])
        if base is None or mk.word(c["from"]) != "from":
            return None
        item = c["now"]
        if base.weekday is not None and isinstance(item, Node) and item.make == "weekday":
            return from_weekday(mk, x, base, node)
        if isinstance(item, Node) and item.make != "deictic" and not mk.context.message and base.value != "PRESENT_REF":
            return None  # "for five years from 1 January": a duration and where it begins
        if base.type == "DATE" and base.grain == "day" and base.frame == "calendar" and base.value != "PRESENT_REF":
            if base.lo is None or x.number is None or x.unit in SUBDAY:
                return None
            return day_reading(add(base.lo, x.number, x.unit), base.anchor)
        if base.value != "PRESENT_REF":
            return None
    return from_publication(mk, x, 1)


def from_weekday(mk: Maker, x: Reading, day: Reading, node: Node) -> Reading | None:
    """ "a week from Tuesday", but not "for two weeks from Tuesday" """
    pub, number = mk.context.pub, day.weekday
    if pub is None or number is None or x.number is None or x.unit not in ("week", "day"):
        return None
    if mk.at(node.start - 1) in ("for", "over", "last", "lasting", "of") or day.lo is None:
        return None
    begins = day.lo if day.lo > pub else next_weekday(pub, number)
    out = day_reading(add(begins, x.number, x.unit), "publication")
    if x.unit == "week":
        out.weekday, out.weekday_at = number, day.weekday_at
    return out


def from_publication(mk: Maker, x: Reading, sign: int) -> Reading:
    """N units before or after the moment of publication, as fine as the unit."""
    number, name, pub = x.number, x.unit, mk.context.pub
    vague = Reading("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    if number is None:
        return vague
    if name in SUBDAY:
        return moment(mk, sign * number, name)
    if pub is None:
        out = floating(name, int(sign * number)) if abs(number) < 5000 else vague
        out.anchor = "none"
        return out
    moved = add(pub, sign * number, name)
    if moved is None:
        return vague
    if mk.context.message or (name == "week" and number == 1):
        out = day_reading(moved, "publication")
    elif x.mod in ("", "EXACT") and name == "year" and number != int(number):
        out = span_of("month", moved, "publication")
    else:
        out = span_of(name, moved, "publication")
    slack = {"week": 3, "month": 16, "year": 183}.get(name, 0)
    if out.lo is not None and out.hi is not None and name in ("month", "year"):
        out.lo, out.hi = min(out.lo, moved - slack), max(out.hi, moved + slack)
    out.mod = {"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER"}.get(x.mod, x.mod) if sign < 0 else x.mod
    return out


def moment(mk: Maker, number: float, name: str) -> Reading:
    """Hours and minutes from the moment of publication, when that is known."""
    pub, clock = mk.context.pub, mk.context.clock
    if pub is None or clock is None:
        out = Reading("TIME", "PAST_REF" if number < 0 else "FUTURE_REF")
        if pub is not None:
            days = int(abs(number) * {"hour": 1, "minute": 1 / 60, "second": 1 / 3600}[name] // 24) + 1
            out.lo, out.hi = (pub - days, pub) if number < 0 else (pub, pub + days)
            out.anchor = "publication"
        return out
    seconds = clock + int(number * {"hour": 3600, "minute": 60, "second": 1}[name])
    day = pub + seconds // 86400
    seconds %= 86400
    out = day_reading(day, "publication")
    out.type, out.grain = "TIME", "minute"
    out.value += f"T{seconds // 3600:02d}:{seconds // 60 % 60:02d}"
    if name != "hour" or seconds % 60:
        out.value += f":{seconds % 60:02d}"
    out.clock = (seconds // 3600, seconds // 60 % 60)
    return out


@makes("later")
def later(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """three years later, two days earlier: from the story's last time."""
    x, word = mk.sub(c["x"]), mk.word(c["l"])
    if x is None:
        return None
    back = word in EARLIER
    if mk.at(node.end) == "than":
        x.end = mk.base + node.end - 1  # "a day later than planned"
        return x
    if word in ("after", "before", "following", "prior"):
        follows = mk.at(node.end)
        if follows and (follows[0].isalnum() or follows in "\"“'‘$£€"):
            # "two years after its launch": the text names the event, not a day
            x.end = mk.base + node.end - 1
            return x
    number, name = x.number, x.unit
    if number is None:
        return Reading("DATE", "PAST_REF" if back else "FUTURE_REF")
    if name in SUBDAY and (then := clock_later(mk, -number if back else number, name)) is not None:
        return then
    if name in SUBDAY:
        day = mk.story_day()
        out = Reading("TIME", "XXXX-XX-XXTXX", "hour")
        if day is not None and number * {"hour": 1, "minute": 1 / 60, "second": 1 / 3600}[name] < 48:
            out = day_reading(day, "story")
            out.type, out.value, out.grain = "TIME", out.value + "TXX", "hour"
            out.lo, out.hi = (day - 2, day) if back else (day, day + 2)
        return out
    if back and name == "year" and (then := as_told(mk, number, node)) is not None:
        return then
    if number != int(number):
        number = float(int(number))
    if name == "day" and number > 400:
        return None
    out = mk.story(name, int(-number if back else number), from_publication=back and name != "day")
    if back:
        out.part = "aside"  # a look back: the story does not move
    return out


def as_told(mk: Maker, number: float, node: Node) -> Reading | None:
    """A figure of "a year earlier" is of the same month or quarter that the news has just told of."""
    told, lead = mk.context.anchor, mk.at(node.start - 1)
    if told is None or told.y is None or told.m is None or told.value.startswith("FY") or mk.context.narrative:
        return None
    figure = mk.at(node.start - 2)[:1].isdigit() or lead[:1].isdigit() or lead in NUMBER_UNITS or lead in COMPARED
    if told.grain not in ("month", "quarter") or not figure or number != int(number) or told.y <= number:
        return None
    year = told.y - int(number)
    then = month_reading(year, told.m, "story") if told.grain == "month" else (
        quarter_reading(year, (told.m + 2) // 3, "story")
    )
    then.part = "aside"
    return then


def clock_later(mk: Maker, number: float, name: str) -> Reading | None:
    """Hours or minutes from the story's last time of day, where it told one."""
    last = mk.context.time_anchor
    told = None if last is None else last.clock or last.clock_told
    if last is None or last.lo is None or told is None or last.zone not in ("", "LOCAL"):
        return None
    minutes = told[0] * 60 + told[1] + round(number * {"hour": 60, "minute": 1, "second": 1 / 60}[name])
    if abs(minutes) > 2880:
        return None
    out = day_reading(last.lo + minutes // 1440, "story")
    hour, minute = divmod(minutes % 1440, 60)
    out.type, out.grain, out.clock = "TIME", "minute", (hour, minute)
    out.value += f"T{hour:02d}:{minute:02d}"
    return out


@makes("year-on")
def year_on(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """ "Three years on, no one has been charged": from the story's last time, else what is told of is the present."""
    x, follows = mk.sub(c["x"]), mk.at(node.end)
    if x is None or x.type != "DURATION" or x.number is None or x.number != int(x.number) or x.unit in SUBDAY:
        return None
    lead = mk.at(node.start - 1)
    opens = not lead or lead in ".!?\"“”\n"
    led_on = opens and follows in ("and", "from", "since", "after")
    if lead in ("for", "of", "in", "the") or (follows not in (",", ".", ";", "—", "–") and not led_on):
        return None
    if follows in ("from", "since", "after") or mk.context.goes_on_now():
        return mk.relative(x.unit, 0)
    out = mk.story(x.unit, int(x.number), from_publication=False)
    pub = mk.context.pub
    if out.lo is None or out.frame != "calendar" or (pub is not None and out.lo > pub):
        return mk.relative(x.unit, 0)
    return out


@makes("unit-relative")
def unit_relative(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """the day after Christmas, the week before 4 May"""
    item, y = c["x"], mk.sub(c["y"])
    if isinstance(item, Node) and item.make == "ago" and y is not None:
        return ago_on(mk, dict(item.captures)["x"], y)
    if not isinstance(item, Node) or item.make != "story-unit" or y is None:
        return None
    parts = dict(item.captures)
    name, count = str(mk.value(parts["u"])), {"day": 1, "week": 7, "weekend": 7}
    if y.lo is None or y.frame != "calendar" or y.grain != "day" or name not in count:
        return None
    sign = -1 if mk.word(parts["l"]) in ("before", "prior") else 1
    moved = add(y.lo, sign * count[name], "day")
    return span_of(name, moved, y.anchor) if moved is not None else None


def ago_on(mk: Maker, length: int | Node, on: Reading) -> Reading | None:
    """a hundred years ago today, a week ago Tuesday, a year ago this month: counted back from what is named last"""
    x, pub = mk.sub(length), mk.context.pub
    if x is None or pub is None or x.number is None or x.unit in SUBDAY or on.lo is None or on.hi is None:
        return None
    if on.anchor != "publication" or on.frame != "calendar" or (on.weekday is not None and x.unit != "week"):
        return None
    latest = on.lo - 7 if on.weekday is not None and on.lo > pub else on.lo
    moved = add(latest, -x.number, x.unit)
    if moved is None or (on.grain == "day" and on.hi != on.lo):
        return None
    out = span_of(on.grain, moved, "publication")
    out.weekday, out.weekday_at = on.weekday, on.weekday_at
    return out


@makes("story-unit")
def story_unit(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """ "the day after (the vote)", "the year before"."""
    name = str(mk.value(c["u"]))
    if name not in DATED or mk.word(c["u"]).endswith("s"):
        return None
    if mk.at(node.start - 1) == "to" and name == "day":
        return None  # "two years to the day after the fire"
    told = mk.context.anchor
    event_follows = mk.at(node.end)[:1].isalpha()
    if event_follows and told is not None and told.end is not None and told.grain == name:
        gap = mk.context.text[told.end : mk.context.start].strip()
        if gap in (",", "-", "–", "—", "("):
            return mk.story(name, 0)  # "on 4 November, the day before the election": the same day
    if event_follows and told is None and not mk.context.narrative:
        return Reading("DATE", UNKNOWN[name])  # "the day after his release"
    back = mk.word(c["l"]) in ("before", "prior")
    out = mk.story(name, -1 if back else 1)
    out.part = "aside" if back else ""  # a look back: the story does not move
    return out


@makes("relative-to")
def relative_to(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """two weeks before Christmas, three days after 4 May"""
    x, y = mk.sub(c["x"]), mk.sub(c["y"])
    if x is None or y is None:
        return None
    if x.number is None or y.lo is None or y.frame != "calendar" or x.unit in SUBDAY:
        return None
    sign = -1 if mk.word(c["l"]) in ("before", "prior") else 1
    moved = add(y.lo, sign * x.number, x.unit)
    if moved is None:
        return None
    return day_reading(moved, y.anchor)
