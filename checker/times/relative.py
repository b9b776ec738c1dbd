"""Productions of times counted from publication or from the story, of durations, sets and vague references."""
from __future__ import annotations

from datetime import date

from checker.times.grammar import Node
from checker.times.maker import BACK, ON, SPANNING, Captures, Maker, floating, makes
from checker.times.readings import (
    MULTIPLE,
    Reading,
    add,
    add_months,
    century_reading,
    day_reading,
    decade_reading,
    duration_value,
    half_reading,
    iso,
    month_length,
    month_reading,
    ordinal,
    quarter_reading,
    span_of,
    year_reading,
)

DATED = frozenset(["day", "week", "weekend", "month", "quarter", "year", "decade", "century", "fortnight"])
SUBDAY = frozenset(["hour", "minute", "second"])


# ---------------------------------------------------------------- days


@makes("deictic")
def deictic(mk: Maker, c: Captures, node: Node) -> Reading | None:
    shift = mk.integer(c["t"])
    word = mk.word(c["t"])
    if "n" in c:
        if mk.word(c["n"]) != "day" or word not in ("yesterday", "tomorrow"):
            return None
        shift += 1 if mk.word(c.get("a", c["b"])) == "after" else -1
    if mk.context.pub is None:
        return floating("day", shift)
    return day_reading(mk.context.pub + shift, "publication")


@makes("tonight")
def tonight(mk: Maker, c: Captures, node: Node) -> Reading | None:
    out = mk.relative("day", 0)
    return part_of_day(out, "NI")


def part_of_day(day: Reading, part: str) -> Reading:
    """A morning, afternoon, evening or night of a day; a night may reach into the next."""
    out = day
    out.type, out.grain = "TIME", "daypart"
    out.value = f"{day.value}T{part}"
    out.part = part
    if part == "NI" and out.hi is not None and out.d is not None:
        out.hi = out.hi + 1
    return out


@makes("last-night")
def last_night(mk: Maker, c: Captures, node: Node) -> Reading | None:
    return part_of_day(mk.relative("day", -1), "NI")


@makes("daypart")
def daypart(mk: Maker, c: Captures, node: Node) -> Reading | None:
    word, part = mk.word(c["r"]), str(mk.value(c["p"]))
    if (mk.at(node.start) == "the" and word in ("next", "following", "previous")) or word == "following":
        day = mk.story("day", -1 if word == "previous" else 1)
    elif word in ("that", "same"):
        day = mk.story("day", 0)
    elif word == "this" and not mk.context.narrative:
        day = mk.relative("day", 0)
    elif word == "this":
        day = mk.story("day", 0)
    else:
        return None
    return part_of_day(day, part)


@makes("daypart-of")
def daypart_of(mk: Maker, c: Captures, node: Node) -> Reading | None:
    day = mk.sub(c["x"])
    item = c["p"]
    if isinstance(item, Node):
        c = {**c, "p": dict(item.captures)["p"]}
    if day is None or day.grain != "day" or day.value.endswith("WE"):
        return None
    return part_of_day(day, str(mk.value(c["p"])))


@makes("weekday")
def weekday(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """The latest such day not after publication, unless the tense is future."""
    context = mk.context
    number = mk.integer(c["wd"])
    word = mk.word(c["r"]) if "r" in c else ""
    if not word and mk.raw(node.start - 1).strip().lower() == "black" and number in (0, 4):
        return None
    story = word in ("that", "same", "following") or (mk.at(node.start) == "the" and word)
    out: Reading
    if context.pub is None or story or context.narrative:
        base = mk.story_day() if story or context.narrative else None
        if base is None:
            out = Reading("DATE", f"XXXX-WXX-{number + 1}", "day")
            # Weekdays of one text compare among themselves: a frame of one week.
            out.frame, out.lo, out.hi = "document-week", number + 1, number + 1
        else:
            back = (base - 1 - number) % 7
            ahead = (number - (base - 1)) % 7
            shift = -(back or 7) if word in BACK else (ahead or 7) if word in ON else -back if context.tense() != "future" else ahead
            out = day_reading(base + shift, "story")
    else:
        out = day_reading(weekday_near(mk, number, word), "publication")
    out.weekday, out.weekday_at = number, mk.base + c["wd"] if isinstance(c["wd"], int) else None
    return out


def weekday_near(mk: Maker, number: int, word: str) -> int:
    context = mk.context
    pub = context.pub or 1
    today = (pub - 1) % 7
    back, ahead = (today - number) % 7, (number - today) % 7
    if word in BACK:
        return pub - today - 7 + number if context.message else pub - (back or 7)
    if word == "this":
        return pub - today + number
    if word == "next":
        return pub - today + 7 + number if context.message else pub + (ahead or 7)
    if word in ON:
        return pub + (ahead or 7)
    if context.message:
        return pub + (ahead or 7)
    if context.tense() == "future" or mk.at(mk_lead(mk)) in ("until", "till"):
        return pub + ahead
    return pub - back


def mk_lead(mk: Maker) -> int:
    """Index (from the run's first token) of the token before the expression in hand."""
    from bisect import bisect_left

    return bisect_left(mk.offsets, mk.context.start) - 1 - mk.base


@makes("weekday-day")
def weekday_day(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """ "Tuesday the 19th": the month in which the 19th is a Tuesday, nearest to publication."""
    number, day = mk.integer(c["wd"]), int(mk.number(c["d"]) or 0)
    pub = mk.context.pub
    if pub is None or not 0 < day <= 31:
        return None
    at = date.fromordinal(pub)
    best: int | None = None
    for shift in range(-12, 13):
        year, month = divmod(at.year * 12 + at.month - 1 + shift, 12)
        found = ordinal(year, month + 1, day)
        if found is not None and (found - 1) % 7 == number and (best is None or abs(found - pub) < abs(best - pub)):
            best = found
    if best is None:
        return None
    out = day_reading(best, "publication")
    out.weekday, out.weekday_at = number, mk.base + c["wd"] if isinstance(c["wd"], int) else None
    return out


@makes("day-of-month")
def day_of_month(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """the 28th of that month, the 20th of next month"""
    day = mk.integer(c["d"])
    if mk.value(c["u"]) != "month" or not 0 < day <= 31:
        return None
    whole = unit(mk, c, node)
    if whole is None or whole.y is None or whole.m is None or whole.y < 1:
        return None
    return mk.dated(whole.y, whole.m, day, whole.anchor)


@makes("nth-weekday")
def nth_weekday(mk: Maker, c: Captures, node: Node) -> Reading | None:
    from checker.times.absolute import bare_month

    month = mk.integer(c["m"])
    whole = month_reading(mk.integer(c["y"]), month, "absolute") if "y" in c else bare_month(mk, month)
    nth = mk.number(c["o"]) if "o" in c else -1.0
    return nth_weekday_in(whole, int(nth or 0), mk.integer(c["wd"]))


def nth_weekday_in(whole: Reading, nth: int, weekday_: int) -> Reading | None:
    if whole.lo is None or whole.hi is None or whole.frame != "calendar" or not nth:
        return None
    if nth > 0:
        day = whole.lo + (weekday_ - (whole.lo - 1)) % 7 + 7 * (nth - 1)
    else:
        day = whole.hi - ((whole.hi - 1) - weekday_) % 7
    return day_reading(day, whole.anchor) if whole.lo <= day <= whole.hi else None


# ---------------------------------------------------------------- weeks, months, years


@makes("unit")
def unit(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """last week, this month, next year, the following day, that year, the entire year."""
    name = str(mk.value(c["u"]))
    word = mk.word(c["r"]) if "r" in c else "entire"
    the = mk.at(node.start) == "the"
    if name not in DATED:
        return None
    if mk.word(c["u"]).endswith("s") and name != "century" and word != "entire":
        if word in ("past", "previous", "last"):
            return Reading("DATE", "PAST_REF")
        return Reading("DATE", "FUTURE_REF") if word in ("coming", "next") else None
    if word == "other":
        if mk.at(node.start + 1) in ("day", "week", "night") or the:
            return Reading("DATE", "PAST_REF") if name in ("day", "week") else None
        return None
    if word in ("entire", "whole", "full", "all"):
        if word == "all":
            return duration(1, name)
        return whose_unit(mk, name) if the else None
    if word in ("that", "same"):
        return mk.story(name, 0)
    if word == "this":
        return mk.relative(name, 0) if not mk.context.narrative or mk.context.anchor is None else mk.story(name, 0)
    if word in ("current", "present"):
        return mk.relative(name, 0)
    if word in ("following", "preceding") or (the and word in ("next", "previous")):
        if the and word == "next" and mk.at(node.start - 1) in SPANNING and name not in ("day", "quarter"):
            return window_reading(mk, 1, name, 1)
        if word == "previous" and not mk.context.narrative and mk.context.anchor is None:
            return mk.relative(name, -1)
        out = mk.story(name, 1 if word in ON else -1)
        out.part = "" if word in ON else "aside"
        return out
    if word == "previous":
        out = mk.story(name, -1)
        out.part = "aside"
        return out
    if word in ("last", "past"):
        if name != "quarter" and the and (mk.at(node.start - 1) in SPANNING - {"for"} or word == "past"):
            return window_reading(mk, 1, name, -1)
        if name == "day":
            return None  # "the last day" of something
        return mk.relative(name, -1)
    if word in ON:
        return mk.relative(name, 1) if name != "day" else mk.story("day", 1)
    return None


def whose_unit(mk: Maker, name: str) -> Reading:
    """ "the year": the story's, else that of publication."""
    if mk.context.anchor is not None and mk.context.narrative:
        return mk.story(name, 0)
    return mk.relative(name, 0)


# After these "the day", "the year" is a time and no measure: "ended the day lower".
CLOSING = frozenset("end ended ending ends finish finished finishing finishes close closed closing closes start started begin began".split())


@makes("the-unit")
def the_unit(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """ "the weekend"; "the day" and "the year" only where something ends or runs with it."""
    name, lead, follows = str(mk.value(c["u"])), mk.at(node.start - 1), mk.at(node.end)
    if mk.word(c["u"]).endswith("s"):
        return None
    if name == "weekend":
        return the_weekend(mk)
    closing = lead in CLOSING or (lead in ("for", "in", "on", "of", "during") and lead == "for" and not follows.isalnum())
    if name == "day" and closing:
        return mk.story("day", 0)
    if name in ("week", "month", "quarter", "year") and closing:
        return whose_unit(mk, name)
    return None


def the_weekend(mk: Maker) -> Reading:
    """The latest weekend that had begun, or the coming one when the tense is future."""
    context = mk.context
    if context.pub is None or context.narrative:
        return floating("weekend", 0)
    today = (context.pub - 1) % 7
    if context.tense() == "future" or today >= 5:
        return span_of("weekend", context.pub, "publication")
    return span_of("weekend", context.pub - 7, "publication")


@makes("the-daypart")
def the_daypart(mk: Maker, c: Captures, node: Node) -> Reading | None:
    return Reading("TIME", f"T{mk.value(c['p'])}", "daypart")


@makes("nth-of")
def nth_of(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """ "the last week of March", "the last two weeks of May": what a rule of the first level took for last week."""
    w = c["w"]
    if not isinstance(w, Node) or w.make not in ("unit", "window"):
        return None
    parts = dict(w.captures)
    if "u" not in parts or mk.word(parts.get("r", -1000)) not in ("last", "final"):
        return None
    return nth_unit(mk, {**parts, "x": c["x"]}, node)


@makes("same-period")
def same_period(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """ "the same month a year ago", "the same period last year" """
    x = mk.sub(c["x"])
    anchor = mk.context.anchor
    if x is None or x.y is None or x.y < 1 or x.grain != "year":
        return x
    if anchor is None or anchor.m is None or anchor.grain not in ("day", "month", "quarter", "daypart", "minute"):
        return x
    if mk.word(c["u"]) not in ("month", "period", "quarter"):
        return x
    return quarter_reading(x.y, (anchor.m + 2) // 3, "story") if anchor.grain == "quarter" else month_reading(x.y, anchor.m, "story")


@makes("story-unit")
def story_unit(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """ "the day after (the vote)", "the year before"."""
    name = str(mk.value(c["u"]))
    if name not in DATED or mk.word(c["u"]).endswith("s"):
        return None
    return mk.story(name, -1 if mk.word(c["l"]) in ("before", "prior") else 1)


@makes("part")
def part(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """early 2003, late last year, the end of March, earlier this month."""
    out = mk.sub(c["x"])
    if out is None:
        return None
    item = c["b"] if "b" in c else c["e"]
    word = mk.word(item)
    mod = str(mk.value(item) or "")
    if word in ("earlier", "later"):
        pub = mk.context.pub
        mod = "START" if word == "earlier" else "END"
        if pub is not None and out.lo is not None and out.hi is not None and out.lo <= pub <= out.hi:
            if word == "earlier":
                out.hi = pub
            else:
                out.lo = pub
            mod = "BEFORE" if word == "earlier" else "AFTER"
        out.mod = mod
        return out
    out.mod = mod
    narrow(out, mod)
    return out


def narrow(out: Reading, mod: str) -> None:
    """The days of the beginning, middle or end of a span: generously half of it."""
    if out.lo is None or out.hi is None or out.hi - out.lo < 5:
        return
    half = (out.hi - out.lo) // 2
    if mod == "START":
        out.hi = out.lo + half
    elif mod == "END":
        out.lo = out.hi - half
    elif mod == "MID":
        out.lo, out.hi = out.lo + half // 2, out.hi - half // 2


@makes("part-unit")
def part_unit(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """the end of the year, year's end, later in the day."""
    name = str(mk.value(c["u"]))
    if name not in DATED or mk.word(c["u"]).endswith("s"):
        return None
    if "l" in c:
        out = mk.story("day", 0) if name == "day" else whose_unit(mk, name)
        word = mk.word(c["l"])
        out.mod = "START" if word.startswith("ear") else "END"
        pub = mk.context.pub
        if pub is not None and out.lo is not None and out.hi is not None and out.lo < pub <= out.hi and word == "earlier":
            out.hi = pub
        return out
    word = mk.word(c["b"])
    mod = str(mk.value(c["b"]) or "START")
    if name in ("day", "week") and word in ("start", "end", "close", "beginning", "rest", "remainder", "middle"):
        out = mk.story("day", 0) if name == "day" else whose_unit(mk, name)
    elif (name in ("month", "year", "quarter", "decade", "century") and word not in ("rest", "remainder", "height", "close")) or name in ("year", "month"):
        out = whose_unit(mk, name)
    else:
        return None
    if mk.at(node.end - 1) != mk.word(c["u"]) and mk.at(node.start - 1) in ("a", "an"):
        return None
    out.mod = mod
    narrow(out, mod)
    return out


@makes("month-of")
def month_of(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """October of next year, June last year."""
    y, x = mk.sub(c["y"]), c["x"]
    if y is None or y.grain != "year" or y.y is None or not isinstance(x, Node):
        return None
    parts = dict(x.captures)
    if x.make != "month" or "m" not in parts or "y" in parts:
        return None
    return month_reading(y.y, mk.integer(parts["m"]), y.anchor) if y.y > 0 else None


@makes("day-of-week")
def day_of_week(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """Tuesday of this week, Friday last week; 5 June last year is left to its parts."""
    w, x = mk.sub(c["w"]), mk.sub(c["x"])
    if w is None or x is None or x.weekday is None or w.grain != "week" or w.lo is None or w.frame != "calendar":
        return None
    out = day_reading(w.lo + x.weekday, w.anchor)
    out.weekday, out.weekday_at = x.weekday, x.weekday_at
    return out


@makes("quarter-of")
def quarter_of(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """the third quarter of 2009, the spring of last year."""
    y, x = mk.sub(c["y"]), c["x"]
    if y is None or y.y is None or y.grain != "year" or not isinstance(x, Node):
        return None
    parts = dict(x.captures)
    if x.make == "quarter" and ("o" in parts or "q2" in parts):
        number = mk.number(parts["o"]) if "o" in parts else int(str(mk.value(parts["q2"]))[1])
        if number == -1:
            number = 4
        if number is None or not 1 <= number <= 4 or y.y < 1:
            return None
        out = quarter_reading(y.y, int(number), y.anchor)
        if y.value.startswith("FY"):
            out.value = f"FY{y.y:04d}-Q{int(number)}"
            out.lo, out.hi = y.lo, y.hi
        return out
    if x.make == "season" and "s" in parts and "y" not in parts and "r" not in parts:
        from checker.times.readings import season_reading

        if y.y >= 1:
            return season_reading(y.y, str(mk.value(parts["s"])), y.anchor)
        return Reading("DATE", f"BC{1 - y.y:04d}-{mk.value(parts['s'])}", "season", y.lo, y.hi)
    return None


@makes("half")
def half(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """the first half of 2003, the latter half of the 1980s."""
    x, nth = mk.sub(c["x"]), mk.number(c["o"])
    if x is None or nth not in (1, 2, -1) or x.lo is None or x.hi is None:
        return None
    which = 1 if nth == 1 else 2
    if x.grain == "year" and x.y is not None and x.y > 0 and not x.value.startswith("FY"):
        return half_reading(x.y, which, x.anchor)
    x.mod = "START" if which == 1 else "END"
    narrow(x, x.mod)
    return x


def index_of(nth: float) -> int:
    return int(nth)


@makes("sum")
def sum_(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """22 minutes 45 seconds; two years and three months"""
    x, y = mk.sub(c["x"]), mk.sub(c["y"])
    order = ["year", "month", "week", "day", "hour", "minute", "second"]
    if x is None or y is None or x.number is None or y.number is None or x.mod or y.mod or x.type != "DURATION" or y.type != "DURATION":
        return None
    if x.unit not in order or y.unit not in order or order.index(x.unit) >= order.index(y.unit) or x.lo is not None:
        return None
    scale = {"year": 12.0, "month": 1.0, "week": 7.0, "day": 1.0, "hour": 3600.0, "minute": 60.0, "second": 1.0}
    tail = y.value[2:] if y.value.startswith("PT") and x.value.startswith("PT") else y.value[1:]
    out = Reading("DURATION", x.value + tail)
    same = (x.unit in ("year", "month")) == (y.unit in ("year", "month")) and (x.unit in SUBDAY) == (y.unit in SUBDAY)
    if same:
        out.unit = x.unit
        out.number = x.number + y.number * scale[y.unit] / scale[x.unit]
    return out


@makes("nth-unit")
def nth_unit(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """the last week of March, the first three months of 2010, the second day of June."""
    x = mk.sub(c["x"])
    if x is None or x.lo is None or x.hi is None or x.frame == "document":
        return None
    nth = mk.number(c["o"]) if "o" in c else -1.0
    if nth is None or not nth:
        return None
    if "d" in c:
        out = mk.sub(c["d"])
        if out is None or out.type != "DURATION":
            return None
        if out.number and out.unit not in SUBDAY:
            reach = add(x.lo, out.number, out.unit) if index_of(nth) > 0 else x.hi + 1
            begins = x.lo if index_of(nth) > 0 else add(x.hi + 1, -out.number, out.unit)
            if reach is not None and begins is not None:
                out.lo, out.hi, out.anchor = begins, max(begins, reach - 1), x.anchor
        return out
    name = str(mk.value(c["u"]))
    if "n" in c:
        number = mk.number(c["n"])
        out = duration(number, name)
        if number and (reach := add(x.lo, number, name)) is not None:
            out.lo, out.hi, out.anchor = x.lo, max(x.lo, reach - 1), x.anchor
        return out
    index = int(nth)
    size = {"day": 1, "week": 7}.get(name)
    if size == 7:
        if x.grain == "month" and x.value.startswith("XXXX"):
            return None
        day = x.lo + 7 * (index - 1) if index > 0 else x.hi
        if not x.lo <= day <= x.hi:
            return None
        out = span_of("week", day, x.anchor)
        return out
    if size == 1:
        day = x.lo + index - 1 if index > 0 else x.hi
        return day_reading(day, x.anchor) if x.lo <= day <= x.hi and x.frame == "calendar" else None
    if name == "weekend":
        first = x.lo + (5 - (x.lo - 1)) % 7
        day = first + 7 * (index - 1) if index > 0 else x.hi - ((x.hi - 1) - 5) % 7
        return span_of("weekend", day, x.anchor) if x.lo <= day <= x.hi else None
    if x.y is None or x.y < 1:
        return None
    if name == "month" and x.grain == "year":
        return month_reading(x.y, index if index > 0 else 12, x.anchor) if index <= 12 else None
    if name == "quarter" and x.grain == "year":
        return quarter_reading(x.y, index if index > 0 else 4, x.anchor) if index <= 4 else None
    if name == "decade" and x.grain == "century":
        return decade_reading(x.y + 10 * ((index if index > 0 else 10) - 1), x.anchor)
    if name == "year" and x.grain == "decade":
        return year_reading(x.y + (index if index > 0 else 10) - 1, x.anchor)
    return None


# ---------------------------------------------------------------- durations


def duration(number: float | None, name: str) -> Reading:
    out = Reading("DURATION", duration_value(number, name), "")
    out.number, out.unit = number, "week" if name == "fortnight" else "day" if name in ("night", "weekend") else name
    if name == "fortnight" and number is not None:
        out.number = number * 2
    if name in ("decade", "century", "millennium") and number is not None:
        out.number, out.unit = number * MULTIPLE[name], "year"
    return out


IDIOM_UNITS = frozenset(["second"])


@makes("duration")
def duration_(mk: Maker, c: Captures, node: Node) -> Reading | None:
    name = str(mk.value(c["u"])) if mk.word(c["u"]) != "second" else "second"
    word = mk.word(c["u"])
    if name == "NI":
        name = "night"
    if "n" in c:
        item = c["n"]
        number = mk.number(item)
        if isinstance(item, int) and mk.at(item - 1) in ("$", "£", "€", "#"):
            return None
        if name == "second" and word == "second" and (number is None or ("n" in c and mk.at(node.end - 2) not in "-‐‑")):
            return None
        if name == "quarter" and number is not None and ((isinstance(item, int) and number == 4) or (mk.word(c["u"]) == "quarter" and number != 1)):
            return None
        if name == "quarter" and mk.at(node.start + 1) not in ("consecutive", "straight", "successive") and not mk.context.message:
            return None  # three quarters of the voters
        if name == "semester" and not mk.context.message:
            return None
        if "h" in c and number is not None:
            number += 0.5
        if isinstance(item, Node) and item.make == "vague":
            quantity = mk.at(item.start)
            if quantity == "many" and mk.at(item.start - 1) in ("as", "so", "how", "too", "that"):
                return None
            if quantity in ("some", "many", "numerous", "countless", "multiple") and not word.endswith("s"):
                return None
        elif number is not None and number > 1 and not word.endswith("s") and not hyphenated(mk, node, c):
            if name in ("year", "month", "week", "day", "hour", "minute") and mk.at(node.end) == "old":
                return None
            if word not in ("hour", "minute", "min", "century", "yr", "hr", "sec") and mk.at(node.start - 1) not in ("a", "an", "the", "his", "her", "their", "its", "'s", "’s", "of"):
                return None
        return duration(number, name)
    if "h" in c:
        return duration(0.5, name)
    # "a year", "a whole decade"
    if word.endswith("s") and name not in ("century",):
        return None
    return a_unit(mk, c, node, name)


def hyphenated(mk: Maker, node: Node, c: Captures) -> bool:
    item = c["u"]
    return isinstance(item, int) and mk.at(item - 1)[:1] in ("-", "–", "‐", "‑")


def a_unit(mk: Maker, c: Captures, node: Node, name: str) -> Reading | None:
    """ "a year" after a figure is a rate ("15 a year"); "a night" and "a day" are seldom measures."""
    lead = mk.at(node.start - 1)
    if mk.word(c["u"]) in ("second",):
        return None
    if name in ("quarter", "semester", "season"):
        return None
    follows = mk.at(node.end)
    if name not in ("night", "weekend") and rate_before(mk, node):
        out = Reading("SET", duration_value(1, name))
        out.number, out.unit = 1, name
        return out
    if name in ("night", "weekend"):
        return None
    if name == "day" and lead not in ("for", "in", "within", "than", "after", "lasted", "about", "nearly", "almost", "over", "just", "only", "is") and follows not in (
            "ago", "after", "before", "later", "earlier"):
        return None
    return duration(1, name)


def rate_before(mk: Maker, node: Node) -> bool:
    """ "15 a year", "$3 million a day", "twice a week", "40 barrels a day"."""
    for back in (1, 2, 3):
        token = mk.raw(node.start - back)
        core = token.strip()
        if not core or core in ".;:!?(\"“" or (core == "," ):
            return False
        if core[0].isdigit() or core[0] in "$£€" or core.lower() in ("million", "billion", "trillion", "percent", "%", "times", "twice", "once", "pounds", "dollars", "euros", "hours", "days"):
            return True
        if core.lower() in ("for", "in", "than", "within", "after", "over", "about", "nearly", "almost", "just", "under", "of", "the", "is", "was", "been", "and"):
            return False
    return False


@makes("age")
def age(mk: Maker, c: Captures, node: Node) -> Reading | None:
    number = mk.number(c["n"])
    name = str(mk.value(c["u"]))
    if number is None or name not in ("year", "month", "week", "day"):
        return None
    return duration(number, name)


@makes("unit-long")
def unit_long(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """ "a decades-long dispute", "the year-long inquiry" """
    return duration(None if mk.word(c["u"]).endswith("s") else 1, str(mk.value(c["u"])))


@makes("plural")
def plural(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """for years, in decades, hours after"""
    word, name = mk.word(c["u"]), str(mk.value(c["u"]))
    lead, follows = mk.at(node.start - 1), mk.at(node.end)
    if not word.endswith("s") or name not in ("year", "month", "week", "day", "hour", "minute", "decade", "century"):
        return None
    if follows in ("ago", "later", "earlier", "before", "after") or lead in ("for", "in", "within", "took", "taken", "lasted", "last", "just", "over", "many") or (
            lead == "the" and mk.at(node.start - 2) == "over"):
        if lead in ("many", "last"):
            return None
        return duration(None, name)
    return None


@makes("window")
def window(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """the past two years, the next decade, the last few days"""
    name = str(mk.value(c["u"])) if mk.word(c["u"]) != "second" else "second"
    word = mk.word(c["r"])
    number = mk.number(c["n"]) if "n" in c else 1.0
    if "n" not in c and mk.word(c["u"]).endswith("s") and name != "century":
        return Reading("DATE", "PAST_REF" if word == "past" else "FUTURE_REF")
    if name == "quarter" and "n" in c and mk.word(c["u"]) == "quarter" and number != 1:
        return None
    if number is not None and number > 1 and not mk.word(c["u"]).endswith("s"):
        return None
    if name == "day" and word in ("following",):
        return duration(number, name)
    return window_reading(mk, number, name, 1 if word in ON else -1)


def window_reading(mk: Maker, number: float | None, name: str, sign: int) -> Reading:
    """A duration that ends, or begins, at publication (in a narrative it floats)."""
    out = duration(number, name)
    pub = mk.context.pub
    if mk.context.narrative or number is None:
        return out
    if pub is None:
        width = {"year": 366, "month": 31, "week": 7, "day": 1, "decade": 3653, "century": 36525, "quarter": 92}.get(name, 1)
        size = int(number * width)
        out.lo, out.hi = (-size, 0) if sign < 0 else (0, size)
        out.frame = "document"
        return out
    if mk.context.message and name not in SUBDAY:
        # in a message the days themselves are meant: "the next three days" begin tomorrow
        first = pub + 1 if sign > 0 else add(pub, -number, name)
        last = add(pub + 1, number, name) if sign > 0 else pub
        if first is not None and last is not None:
            out.type, out.value = "DATE", f"{iso(first)}/{iso(last)}"
            out.lo, out.hi, out.anchor, out.grain = first, last, "publication", "day"
            out.number, out.unit = None, ""
            return out
    other = add(pub, sign * number, name)
    if other is not None:
        out.lo, out.hi = min(pub, other), max(pub, other)
        out.anchor = "publication"
    return out


@makes("about")
def about(mk: Maker, c: Captures, node: Node) -> Reading | None:
    out = mk.sub(c["x"])
    if out is None:
        return None
    for index in range(node.start, node.start + 2):
        word = mk.at(index)
        if found := {"about": "APPROX", "around": "APPROX", "approximately": "APPROX", "roughly": "APPROX", "nearly": "LESS_THAN", "almost": "LESS_THAN",
                     "over": "MORE_THAN", "more": "MORE_THAN", "longer": "MORE_THAN", "less": "LESS_THAN", "fewer": "LESS_THAN", "least": "EQUAL_OR_MORE", "up": "EQUAL_OR_LESS"}.get(word):
            out.mod = found
            break
    if isinstance(c["x"], Node) and (c["x"].make == "window" or (out.value.startswith("P") and "X" in out.value)):
        out.start = mk.base + c["x"].start
        out.mod = ""
    return out


# ---------------------------------------------------------------- before and after


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
    if "now" in c:
        word = mk.word(c["now"])
        if mk.word(c["from"]) != "from":
            return None
        if word in ("today", "tomorrow", "yesterday") and mk.context.pub is not None and x.number is not None:
            base = mk.context.pub + mk.integer(c["now"])
            return day_reading(add(base, x.number, x.unit), "publication")
    return from_publication(mk, x, 1)


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
    out.value += f"T{seconds // 3600:02d}:{seconds // 60 % 60:02d}" + (f":{seconds % 60:02d}" if name != "hour" or seconds % 60 else "")
    if mk.context.message and name == "minute":
        out.value = out.value[:16] + f":{seconds % 60:02d}"
    out.clock = (seconds // 3600, seconds // 60 % 60)
    return out


@makes("later")
def later(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """three years later, two days earlier: from the story's last time."""
    x, word = mk.sub(c["x"]), mk.word(c["l"])
    if x is None:
        return None
    back = word in ("earlier", "before", "previously", "beforehand", "prior")
    if word in ("after", "before", "following", "prior"):
        follows = mk.at(node.end)
        if follows and (follows[0].isalnum() or follows in "\"“'‘$£€"):
            # "two years after its launch": the text names the event, not a day
            x.end = mk.base + node.end - 1
            return x
    number, name = x.number, x.unit
    if number is None:
        return Reading("DATE", "PAST_REF" if back else "FUTURE_REF")
    if name in SUBDAY:
        day = mk.story_day()
        out = Reading("TIME", "XXXX-XX-XXTXX", "hour")
        if day is not None and number * {"hour": 1, "minute": 1 / 60, "second": 1 / 3600}[name] < 48:
            out = day_reading(day, "story")
            out.type, out.value, out.grain = "TIME", out.value + "TXX", "hour"
            out.lo, out.hi = (day - 2, day) if back else (day, day + 2)
        return out
    if number != int(number):
        number = float(int(number))
    if name == "day" and number > 400:
        return None
    out = mk.story(name, int(-number if back else number))
    if back:
        out.part = "aside"  # a look back: the story does not move
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


# ---------------------------------------------------------------- sets and references


def set_(value: str) -> Reading:
    return Reading("SET", value)


@makes("every", "per")
def every(mk: Maker, c: Captures, node: Node) -> Reading | None:
    name = str(mk.value(c["u"]))
    number: float | None = 1
    if "n" in c:
        number = mk.number(c["n"])
    elif "o" in c:
        number = mk.number(c["o"]) if mk.word(c["o"]) != "other" else 2
    if number is None or name in ("second", "2"):
        return None
    if name in ("season", "semester", "term"):
        return None
    return set_(duration_value(number, name))


@makes("every-weekday")
def every_weekday(mk: Maker, c: Captures, node: Node) -> Reading | None:
    out = set_(f"XXXX-WXX-{mk.integer(c['wd']) + 1}")
    out.weekday = mk.integer(c["wd"])
    return out


@makes("every-month")
def every_month(mk: Maker, c: Captures, node: Node) -> Reading | None:
    return set_(f"XXXX-{mk.integer(c['m']):02d}")


@makes("every-part")
def every_part(mk: Maker, c: Captures, node: Node) -> Reading | None:
    value = str(mk.value(c["p"]))
    return set_(f"XXXX-{value}" if value in ("SP", "SU", "FA", "WI") else f"XXXX-XX-XXT{value}")


@makes("times")
def times(mk: Maker, c: Captures, node: Node) -> Reading | None:
    out = set_(duration_value(1, str(mk.value(c["u"]))))
    return out


@makes("frequency")
def frequency(mk: Maker, c: Captures, node: Node) -> Reading | None:
    raw = mk.raw(node.start)
    if raw[:1].isupper() and (mk.at(node.start - 1) not in ("", ".", "\n") or mk.raw(node.end)[:1].isupper()):
        return None  # the Daily Mail, Publishers Weekly
    if raw.isupper():
        return None
    return set_(str(mk.value(c["f"])))


@makes("anniversary")
def anniversary(mk: Maker, c: Captures, node: Node) -> Reading | None:
    number = mk.number(c["o"])
    if number is None or number < 1:
        return None
    out = Reading("DATE", "XXXX-XX-XX")
    out.number, out.unit = number, "year"
    return out


@makes("recent-units", "ref-past")
def ref_past(mk: Maker, c: Captures, node: Node) -> Reading | None:
    if "u" in c and not mk.word(c["u"]).endswith("s"):
        return None
    if mk.word(c.get("w", c.get("u", 0))) == "past" and mk.at(node.start - 1) not in ("in", "of", "from", "with", "into") :
        return None
    if "w" in c and mk.word(c["w"]) == "past":
        follows = mk.at(node.end)
        if follows.isalpha() and follows not in ("and", "but", "have", "has", "had", "by", "to", "with", "when", "as", "is", "was", "were"):
            return None
    return Reading("DATE", "PAST_REF")


@makes("ref-present")
def ref_present(mk: Maker, c: Captures, node: Node) -> Reading | None:
    if "w" in c and mk.at(node.start) == "at" and mk.word(c["w"]) == "moment" and mk.at(node.start + 1) != "the":
        return None
    if mk.word(c.get("w", c.get("time", 0))) == "time" and mk.word(c["being"]) != "being":
        return None
    word = mk.word(c.get("w", 0))
    if word == "now" and mk.raw(node.start)[:1].isupper() and mk.raw(node.end)[:1].isupper():
        return None
    out = Reading("DATE", "PRESENT_REF")
    if mk.context.pub is not None and not mk.context.narrative:
        out.lo = out.hi = mk.context.pub
        out.anchor = "publication"
    return out


@makes("ref-future")
def ref_future(mk: Maker, c: Captures, node: Node) -> Reading | None:
    follows = mk.at(node.end)
    if mk.at(node.start - 1) not in ("in", "for", "into") or follows == "of":
        return None
    return Reading("DATE", "FUTURE_REF")


__all__ = ["add_months", "century_reading", "month_length"]
