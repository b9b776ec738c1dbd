"""Productions of durations."""
from __future__ import annotations

from checker.times.contexts import words
from checker.times.grammar import Node
from checker.times.maker import ON, WIDTH, Captures, Maker, makes
from checker.times.offsets import moment
from checker.times.readings import LAST_DAY, MULTIPLE, SUBDAY, Reading, add, duration_value, iso, span_of
from checker.times.words import VALUES

STRAIGHT = frozenset(["consecutive", "straight", "successive"])
PLURALS = frozenset(["year", "month", "week", "day", "hour", "minute", "decade", "century"])
UNMARKED_PLURALS = words("unmarked-plurals")
DETERMINERS = words("determiners")
DAY_LEADS = words("day-leads")
DAY_FOLLOWS = words("day-follows")
RATE_HEADS = words("rate-heads")
RATE_STOPS = words("rate-stops")
OVER_LEADS = words("over-leads")
HALVES = {"hour": "PT30M", "day": "PT12H", "year": "P6M", "decade": "P5Y", "century": "P50Y"}
VAGUE = {"few": 3.0, "some": 3.0, "several": 3.0}  # as a calendar takes them; news leaves them vague
VERB_LEADS = words("verb-leads")
OF_LEADS = words("of-leads")
MODALS = words("modals")
WEEKEND_LEADS = words("weekend-leads")
PLURAL_LEADS = words("plural-leads")
PLURAL_FOLLOWS = words("plural-follows")
HAVING = frozenset(["has", "have", "had", "having"])
WHOLE = frozenset(["whole", "entire"])


def duration(number: float | None, name: str) -> Reading:
    out = Reading("DURATION", duration_value(number, name), "")
    out.number, out.unit = number, "week" if name == "fortnight" else "day" if name in ("night", "weekend") else name
    if name == "fortnight" and number is not None:
        out.number = number * 2
    if name in ("decade", "century", "millennium") and number is not None:
        out.number, out.unit = number * MULTIPLE[name], "year"
    return out


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
        if word == "day" and mk.at(node.start) == "one" and lead_modal(mk, node):
            return Reading("DATE", "FUTURE_REF")  # "may one day regret it"
        if word == "second" and (number is None or mk.at(node.end - 2) not in "-‐‑"):
            return duration(1, "second") if number == 1 and mk.context.message else None
        if name == "quarter" and (word == "quarter" or mk.at(node.end - 2) not in STRAIGHT) and not mk.context.message:
            return None  # three quarters of the voters
        if name in ("semester", "season") and not mk.context.message:
            return None
        if "h" in c and number is not None:
            number += 0.5
        if isinstance(item, Node) and item.make == "vague":
            quantity = mk.at(item.start)
            if quantity == "many" and mk.at(item.start - 1) in ("as", "so", "how", "too"):
                return None
            if not word.endswith("s") and quantity != "a":
                return None
            if number is None and mk.context.message:
                number = VAGUE.get(mk.at(item.end - 1 if mk.at(item.end - 1) != "of" else item.end - 2))
        elif number is not None and number > 1 and not word.endswith("s") and not hyphenated(mk, node, c):
            if mk.at(node.end) == "old":
                return None
            if word not in UNMARKED_PLURALS and mk.at(node.start - 1) not in DETERMINERS:
                return None
        return duration(number, name)
    if "h" in c:
        whole = isinstance(c["h"], int) and isinstance(c["u"], int) and c["h"] > c["u"]
        out = duration(1.5 if whole else 0.5, name)  # "an hour and a half", "half an hour"
        out.value = out.value if whole else HALVES.get(name, out.value)
        return out
    # "a year", "a whole decade"
    if word.endswith("s") and name not in ("century",):
        return None
    return a_unit(mk, c, node, name)


@makes("first-of-two")
def first_of_two(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """The first of "between five and seven years": its unit is the second's."""
    joined = mk.at(node.end)
    if mk.context.message or (joined == "and") != (mk.at(node.start - 1) == "between"):
        return None
    for index in range(node.end + 2, node.end + 6):
        unit = VALUES.get(mk.raw(index))
        if isinstance(unit, str) and unit in PLURALS:
            return duration(mk.number(c["n"]), unit) if mk.at(index).endswith("s") else None
    return None


def lead_modal(mk: Maker, node: Node) -> bool:
    return mk.at(node.start - 1) in MODALS and mk.at(node.end) not in DAY_FOLLOWS


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
    if name not in ("night", "weekend") and follows not in DAY_FOLLOWS and rate_before(mk, node):
        out = Reading("SET", duration_value(1, name))
        out.number, out.unit = 1, name
        return out
    if name in ("night", "weekend"):
        return None
    if name == "day" and lead not in DAY_LEADS and follows not in DAY_FOLLOWS:
        return None
    return duration(1, name)


def rate_before(mk: Maker, node: Node) -> bool:
    """ "15 a year", "$3 million a day", "twice a week", "40 barrels a day"."""
    for back in (1, 2, 3):
        token = mk.raw(node.start - back)
        core = token.strip()
        if not core or core in ".;:!?(\"“" or (core == "," ):
            return False
        if core[0].isdigit() or core[0] in "$£€" or core.lower() in RATE_HEADS:
            return True
        if core.lower() in RATE_STOPS:
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
    """ "a decades-long dispute", "the year-long inquiry", "a centuries-old custom" """
    return duration(None if mk.word(c["u"]).endswith("s") else 1, str(mk.value(c["u"])))


def is_plural(token: str) -> bool:
    return VALUES.get(token) in PLURALS and token.rstrip().endswith("s")


@makes("plural")
def plural(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """for years, in decades, hours after"""
    word, name = mk.word(c["u"]), str(mk.value(c["u"]))
    lead, follows = mk.at(node.start - 1), mk.at(node.end)
    if word == "weekends" and lead in WEEKEND_LEADS:
        return Reading("SET", "XXXX-WXX-WE")
    if not word.endswith("s") or name not in PLURALS:
        return None
    if follows == "of" and lead in OF_LEADS:
        return duration(None, name)  # "after years of talks"
    other = mk.raw(node.start - 2)
    if (lead == "not" and other.strip() == "if") or (lead in ("or", "and") and is_plural(other)):
        return duration(None, name)  # "weeks or months", "weeks, if not months"
    over_the_years = lead == "the" and mk.at(node.start - 2) == "over"
    if lead in WHOLE or (lead in HAVING and follows == "to"):
        return duration(None, name)  # "they have had months to answer"
    if follows in PLURAL_FOLLOWS or lead in PLURAL_LEADS or over_the_years:
        return duration(None, name)
    return None


@makes("window")
def window(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """the past two years, the next decade, the last few days"""
    name = str(mk.value(c["u"])) if mk.word(c["u"]) != "second" else "second"
    word = mk.word(c["r"])
    if name == "season" and not mk.context.message:
        return None
    number = mk.number(c["n"]) if "n" in c else 1.0
    if number is None and mk.context.message:
        number = VAGUE.get(mk.at(c["n"].end - 1)) if isinstance(c["n"], Node) else None
    if "n" in c and word == "last" and mk.at(node.start - 1) in VERB_LEADS:
        out = duration(number, name)  # "is due to last two days"
        out.start = mk.base + node.start + 1
        return out
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
        size = int(number * WIDTH.get(name, 1))
        out.lo, out.hi = (-size, 0) if sign < 0 else (0, size)
        out.frame = "document"
        return out
    if mk.context.phrase:
        from checker.times.intervals import window as whole_window

        found = whole_window(mk, duration(number, name), number, name, sign)
        if found is not None:
            return found
    if mk.context.message and name in SUBDAY and mk.context.clock is not None:
        now = moment(mk, 0, "second")
        other_end = moment(mk, sign * number, name)
        out.type, out.number, out.unit, out.grain = "TIME", None, "", "minute"
        first_end, last_end = (now, other_end) if sign > 0 else (other_end, now)
        out.value, out.lo, out.hi = f"{first_end.value}/{last_end.value}", first_end.lo, last_end.hi
        return out
    if mk.context.message and name not in SUBDAY:
        # in a message the days themselves are meant: "the next three days" begin tomorrow
        if name == "quarter":
            pub = span_of("quarter", pub, "").lo or pub
            pub, number = (pub - 1, number) if sign < 0 else (add(pub, 1, "quarter") or pub, number)
            pub = pub + 1 if sign < 0 else pub - 1
        first = pub + 1 if sign > 0 else add(pub, -number, name)
        last = add(pub + 1, number, name) if sign > 0 else pub
        if first is not None and last is not None and first <= LAST_DAY and last <= LAST_DAY:
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
    if "y" in c:
        whole = sum_(mk, c, node)
        if whole is None and isinstance(c["x"], Node):
            out.end = mk.base + c["x"].end
        out = whole or out
    for index in range(node.start, node.start + 2):
        found = VALUES.get(mk.raw(index))
        if isinstance(found, str) and found:
            out.mod = found
            break
    if mk.at(node.start) == "over" and mk.at(node.start - 1) not in OVER_LEADS and isinstance(c["x"], Node):
        out.start, out.mod = mk.base + c["x"].start, ""  # "over 18 months": in the course of them
    if isinstance(c["x"], Node) and (c["x"].make == "window" or (out.value.startswith("P") and "X" in out.value)):
        out.start = mk.base + c["x"].start
        out.mod = ""
    return out


@makes("sum")
def sum_(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """22 minutes 45 seconds; two years and three months"""
    x, y = mk.sub(c["x"]), mk.sub(c["y"])
    order = ["year", "month", "week", "day", "hour", "minute", "second"]
    if x is None or y is None or x.number is None or y.number is None or x.mod or y.mod:
        return None
    if x.type != "DURATION" or y.type != "DURATION" or x.lo is not None or y.lo is not None:
        return None
    if x.unit not in order or y.unit not in order or order.index(x.unit) >= order.index(y.unit):
        return None
    scale = {"year": 12.0, "month": 1.0, "week": 7.0, "day": 1.0, "hour": 3600.0, "minute": 60.0, "second": 1.0}
    tail = y.value[2:] if y.value.startswith("PT") and x.value.startswith("PT") else y.value[1:]
    out = Reading("DURATION", x.value + tail)
    same = (x.unit in ("year", "month")) == (y.unit in ("year", "month")) and (x.unit in SUBDAY) == (y.unit in SUBDAY)
    if same:
        out.unit = x.unit
        out.number = x.number + y.number * scale[y.unit] / scale[x.unit]
    return out
