"""Productions of weeks, months and years counted from publication or the story, and of their parts."""
from __future__ import annotations

from checker.times.contexts import words
from checker.times.durations import duration, window_reading
from checker.times.feasts import feast_in
from checker.times.grammar import Node
from checker.times.maker import ON, SPANNING, Captures, Maker, floating, makes
from checker.times.offsets import ago_on
from checker.times.readings import (
    DATED,
    SUBDAY,
    Reading,
    add,
    day_reading,
    decade_reading,
    half_reading,
    in_part,
    month_reading,
    quarter_reading,
    season_reading,
    span_of,
    year_reading,
)
from checker.times.spans import bare_month
from checker.times.words import alphabet, class_string

CLOSING, YEAR_TO, YEAR_TO_LEADS = words("closing"), words("year-to"), words("year-to-leads")
TOLD_LEADS, YEAR_END_LEADS, DRAWING = words("told-leads"), words("year-end-leads"), words("drawing")
YEAR_TO_CLASSES = frozenset(alphabet()[name] for name in ("month", "weakmonth", "digit", "ordinal"))


@makes("unit")
def unit(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """last week, this month, next year, the following day, that year, the entire year."""
    name = str(mk.value(c["u"]))
    word = mk.word(c["r"]) if "r" in c else "entire"
    relation = c.get("r")
    article = relation - 1 if isinstance(relation, int) else node.start
    the = mk.at(article) == "the"
    if name in SUBDAY and mk.context.message and word in ("last", "past", "next", "coming"):
        return window_reading(mk, 1, name, 1 if word in ON else -1)
    if name not in DATED or word == "before":
        return None
    word = "previous" if word == "prior" else word
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
        spans = mk.at(node.start - 1) in SPANNING and mk.at(node.start - 2) not in ("early", "late", "later")
        if the and word == "next" and spans and name not in ("day", "quarter"):
            return window_reading(mk, 1, name, 1)
        if word == "previous" and not mk.context.narrative and mk.context.anchor is None:
            return mk.relative(name, -1)
        if mk.context.message and mk.context.anchor is None and name != "day":
            return mk.relative(name, 1 if word in ON else -1)
        anchored = word not in ("following",) and name != "day"
        out = mk.story(name, 1 if word in ON else -1, from_publication=anchored)
        out.part = "" if word in ON else "aside"
        return out
    if word == "previous":
        out = mk.story(name, -1)
        out.part = "aside"
        return out
    if word in ("last", "past"):
        spanning = mk.at(node.start - 1) in SPANNING - {"for"} or word == "past" or name in ("decade", "century")
        if name != "quarter" and the and spanning:
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


def whole_of(mk: Maker, item: int | Node) -> Reading | None:
    """A span of which a part is named; "the year" counts where its half or quarter is meant."""
    if isinstance(item, Node) and item.make == "the-unit":
        unit_ = dict(item.captures)["u"]
        name = str(mk.value(unit_))
        return whose_unit(mk, name) if name in DATED and not mk.word(unit_).endswith("s") else None
    return mk.sub(item)


@makes("the-unit")
def the_unit(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """ "the weekend"; "the day" and "the year" only where something ends or runs with it."""
    name, lead, follows = str(mk.value(c["u"])), mk.at(node.start - 1), mk.at(node.end)
    if mk.word(c["u"]).endswith("s"):
        return None
    if name == "weekend":
        return the_weekend(mk, lead)
    if mk.at(node.start + 1) != mk.word(c["u"]):
        return None  # "the long year"
    closing = lead in CLOSING or (lead == "for" and not follows.isalnum())
    if lead in YEAR_TO_LEADS and follows in YEAR_TO and name in ("year", "quarter", "month", "week") and (
        class_string([mk.raw(node.end + 1)], mk.context.message) in YEAR_TO_CLASSES
    ):
        return duration(1, name)  # "in the year to March"
    if mk.context.message and name in DATED and lead in ("of", "in", "for", "on"):
        return mk.relative(name, 0)
    if name == "day" and closing:
        return mk.story("day", 0)
    if name in ("week", "month", "quarter", "year") and (closing or follows in DRAWING):
        return whose_unit(mk, name)
    if follows in ("'s", "’s") and name in ("day", "week", "month"):
        return mk.story("day", 0) if name == "day" else whose_unit(mk, name)  # "the day's fighting"
    told = mk.context.anchor
    if lead in TOLD_LEADS and told is not None and told.grain == name and told.y is not None and name != "day":
        return mk.story(name, 0)  # "sales rose in the third quarter. Profit in the quarter ..."
    return None


def the_weekend(mk: Maker, lead: str) -> Reading:
    """The latest weekend that had begun, or the coming one when the tense is future or what is told leads up to it."""
    context = mk.context
    if context.pub is None or context.narrative:
        return floating("weekend", 0)
    today = (context.pub - 1) % 7
    tense = context.tense()
    if tense == "future" or today >= 5 or (lead in ("before", "by", "until", "till") and tense != "past"):
        return span_of("weekend", context.pub, "publication")
    return span_of("weekend", max(1, context.pub - 7), "publication")


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


@makes("nth-of-month")
def nth_of_month(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """the first week of March 2009, the second day of June"""
    month_ = mk.integer(c["m"])
    whole = month_reading(mk.integer(c["y"]), month_, "absolute") if "y" in c else bare_month(mk, month_)
    return nth_in(whole, mk.number(c["o"]), str(mk.value(c["u"])))


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
    if mk.context.phrase and "e" in c and out.d is not None and out.type == "DATE" and mod != "MID":
        return in_part(out, "MO" if mod == "START" else "NI")
    return narrow(out, mod)


def narrow(out: Reading, mod: str) -> Reading:
    """The beginning, middle or end of a span, whose days are generously half of it."""
    out.mod = mod
    if out.lo is None or out.hi is None or out.hi - out.lo < 5:
        return out
    half = (out.hi - out.lo) // 2
    if mod == "START":
        out.hi = out.lo + half
    elif mod == "END":
        out.lo = out.hi - half
    elif mod == "MID":
        out.lo, out.hi = out.lo + half // 2, out.hi - half // 2
    return out


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
        if word == "earlier" and pub is not None and out.lo is not None and out.lo < pub <= (out.hi or 0):
            out.hi = pub
        return out
    word = mk.word(c["b"])
    mod = str(mk.value(c["b"]) or "START")
    bare = node.end - node.start == 2
    if bare and (word != "end" or mk.at(node.start - 1) not in YEAR_END_LEADS):
        return None  # "by year end"
    if name == "day":
        out = mk.story("day", 0)
    elif name in ("week", "month", "year", "quarter", "decade", "century"):
        out = whose_unit(mk, name)
    else:
        return None
    if mk.at(node.end - 1) != mk.word(c["u"]) and mk.at(node.start - 1) in ("a", "an"):
        return None
    return narrow(out, mod)


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
    w, x, item = mk.sub(c["w"]), mk.sub(c["x"]), c["x"]
    if w is None or x is None or not isinstance(item, Node):
        return None
    if item.make == "ago":
        return ago_on(mk, dict(item.captures)["x"], w)
    if w.grain == "year":
        return day_of_year(mk, x, item, w)
    if x.weekday is None or w.grain != "week" or w.lo is None or w.frame != "calendar":
        return None
    out = day_reading(w.lo + x.weekday, w.anchor)
    out.weekday, out.weekday_at = x.weekday, x.weekday_at
    return out


def day_of_year(mk: Maker, x: Reading, item: Node, w: Reading) -> Reading | None:
    """5 June last year, Christmas of next year: a day without its own year."""
    if item.make not in ("date", "feast") or any(name in ("y", "y2", "e") for name, _ in item.captures) or w.y is None:
        return None
    if w.y < 1 or x.m is None or x.d is None:
        return None
    if item.make == "feast":
        return feast_in(mk, item, w.y, w.anchor)
    out = mk.dated(w.y, x.m, x.d, w.anchor)
    out.weekday, out.weekday_at = x.weekday, x.weekday_at
    return out


@makes("week-of")
def week_of(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """the week of October 7, the weekend of 5 June"""
    x, item = mk.sub(c["x"]), c["w"]
    name = str(mk.value(dict(item.captures)["u"])) if isinstance(item, Node) else ""
    if x is None or x.grain != "day" or x.lo is None or x.frame != "calendar" or name not in ("week", "weekend"):
        return None
    return span_of(name, x.lo, x.anchor)


@makes("quarter-of")
def quarter_of(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """the third quarter of 2009, the spring of last year."""
    y, x = whole_of(mk, c["y"]), c["x"]
    if y is None or y.y is None or y.grain != "year" or not isinstance(x, Node):
        return None
    parts = dict(x.captures)
    if isinstance(c["y"], Node) and c["y"].start < x.start and mk.at(x.start) == "the":
        return None  # "in 2023 the third quarter was weak"
    if x.make == "quarter" and ("o" in parts or "q2" in parts):
        printed = str(mk.value(parts["q2"])) if "q2" in parts else ""
        number = mk.number(parts["o"]) if "o" in parts else int(printed[1])
        if printed[:1] == "H":
            return half_reading(y.y, int(printed[1]), y.anchor) if printed[1] in "12" and y.y > 0 else None
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
        if y.y >= 1:
            return season_reading(y.y, str(mk.value(parts["s"])), y.anchor)
        return Reading("DATE", f"BC{1 - y.y:04d}-{mk.value(parts['s'])}", "season", y.lo, y.hi)
    return None


@makes("half")
def half(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """the first half of 2003, the latter half of the 1980s."""
    x, nth = whole_of(mk, c["x"]), mk.number(c["o"])
    if x is None or nth not in (1, 2, -1) or x.lo is None or x.hi is None:
        return None
    which = 1 if nth == 1 else 2
    if x.grain == "year" and x.y is not None and x.y > 0 and not x.value.startswith("FY"):
        return half_reading(x.y, which, x.anchor)
    return narrow(x, "START" if which == 1 else "END")


@makes("nth-unit")
def nth_unit(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """the last week of March, the first three months of 2010, the second day of June."""
    x = whole_of(mk, c["x"])
    if x is None or x.lo is None or x.hi is None or x.frame == "document":
        return None
    nth = mk.number(c["o"]) if "o" in c else -1.0
    if not nth:
        return None
    span = c.get("d")
    if isinstance(span, Node) and span.make == "plural":  # "week" alone: a unit after all
        c = {**{k: v for k, v in c.items() if k != "d"}, "u": dict(span.captures)["u"]}
    if "d" in c:
        out = mk.sub(c["d"])
        if out is None or out.type != "DURATION":
            return None
        if out.number and out.unit not in SUBDAY:
            reach = add(x.lo, out.number, out.unit) if int(nth) > 0 else x.hi + 1
            begins = x.lo if int(nth) > 0 else add(x.hi + 1, -out.number, out.unit)
            if reach is not None and begins is not None:
                out.lo, out.hi, out.anchor = begins, max(begins, reach - 1), x.anchor
        return out
    name = str(mk.value(c["u"]))
    if "n" not in c and mk.word(c["u"]).endswith("s") and name in ("day", "week", "month", "year"):
        return narrow(x, "START" if int(nth) > 0 else "END")  # "the last days of December"
    if "n" in c:
        number = mk.number(c["n"])
        out = duration(number, name)
        if number and (reach := add(x.lo, number, name)) is not None:
            out.lo, out.hi, out.anchor = x.lo, max(x.lo, reach - 1), x.anchor
        return out
    return nth_in(x, nth, name)


def nth_in(x: Reading, nth: float | None, name: str) -> Reading | None:
    """The nth day, week, month ... of a span; -1 is the last."""
    if not nth or x.lo is None or x.hi is None:
        return None
    index = int(nth)
    size = {"day": 1, "week": 7}.get(name)
    if size == 7:
        if x.grain == "month" and x.value.startswith("XXXX"):
            return None
        # The first or last seven days, but the value of the week that holds most of them.
        day = x.lo + 7 * (index - 1) if index > 0 else x.hi - 6
        if not x.lo <= day <= x.hi - 6:
            return None
        out = span_of("week", day + 3, x.anchor)
        out.lo, out.hi = (day, day + 6) if index > 0 else (min(day, out.lo or day), x.hi)
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
