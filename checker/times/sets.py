"""Productions of times that come again, and of vague references."""
from __future__ import annotations

from checker.times.contexts import words
from checker.times.grammar import Node
from checker.times.maker import WIDTH, Captures, Maker, makes
from checker.times.readings import Reading, duration_value

PAST_LEADS = words("past-leads")
PAST_FOLLOWS = words("past-follows")

# What "bi-" and "semi-" make of a frequency; "bi-weekly" counts as every two weeks.
PREFIXED = {"bi": {"P1W": "P2W", "P1M": "P2M", "P1Y": "P6M"}, "semi": {"P1Y": "P6M", "P1M": "P0.5M", "P1W": "P0.5W"}}


def set_(value: str) -> Reading:
    return Reading("SET", value)


@makes("every", "per")
def every(mk: Maker, c: Captures, node: Node) -> Reading | None:
    name = str(mk.value(c["u"]))
    if name == "weekend" and "n" not in c:
        return set_("XXXX-WXX-WE")
    number: float | None = 1
    if "n" in c:
        number = mk.number(c["n"])
        if number is None and mk.word(c["u"]).endswith("s"):
            return set_(duration_value(None, name))  # "every few weeks"
    elif "o" in c:
        number = mk.number(c["o"]) if mk.word(c["o"]) != "other" else 2
    if number is None or name in ("second", "2"):
        return None
    if name in ("season", "semester", "term"):
        return None
    if name == "NI":
        return set_("XXXX-XX-XXTNI") if number == 1 else None
    if name == "quarter":
        name, number = "month", number * 3
    return set_(duration_value(number, name))


@makes("nth-of-each")
def nth_of_each(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """the first Saturday of each month, the 15th of every month"""
    each = mk.sub(c["s"])
    if each is None or each.type != "SET" or not each.value.startswith("P"):
        return None
    if "x" not in c:
        day = mk.number(c["o"])
        return set_(f"XXXX-XX-{int(day):02d}") if day and 0 < day <= 31 and each.value == "P1M" else None
    x = mk.sub(c["x"])
    return each if x is not None and x.part == "weekday" else None


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


@makes("each-of")
def each_of(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """seven days a week, eight hours per day: so much of each"""
    part, whole = mk.word(c["w"]), str(mk.value(c["u"]))
    if whole not in WIDTH or mk.value(c["w"]) == whole or not part.endswith("s"):
        return None
    return set_(duration_value(1, whole))


@makes("every-workday")
def every_workday(mk: Maker, c: Captures, node: Node) -> Reading | None:
    if mk.word(c["w"]) == "weekday" and mk.at(node.start) == "weekday":
        return None  # "a weekday morning"
    return set_("XXXX-WXX-WD")


@makes("these-days")
def these_days(mk: Maker, c: Captures, node: Node) -> Reading | None:
    if mk.word(c["u"]) != "days":
        return None
    if mk.word(c["t"]) == "those":
        return Reading("DATE", "PAST_REF") if mk.at(node.start - 1) == "in" else None
    return ref_present(mk, {}, node)


@makes("times")
def times(mk: Maker, c: Captures, node: Node) -> Reading | None:
    return set_(duration_value(1, str(mk.value(c["u"]))))


@makes("frequency")
def frequency(mk: Maker, c: Captures, node: Node) -> Reading | None:
    raw = mk.raw(node.start)
    if raw[:1].isupper() and (mk.at(node.start - 1) not in ("", ".", "\n") or mk.raw(node.end)[:1].isupper()):
        return None  # the Daily Mail, Publishers Weekly
    if raw.isupper():
        return None
    value = str(mk.value(c["f"]))
    return set_(PREFIXED[mk.word(c["k"])].get(value, value) if "k" in c else value)


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
    if mk.at(node.start - 1) == "as" and mk.at(node.end) == "as":
        return None  # "as recently as August"
    if mk.word(c.get("w", c.get("u", 0))) == "past" and mk.at(node.start - 1) not in PAST_LEADS:
        return None
    if "w" in c and mk.word(c["w"]) == "past":
        follows = mk.at(node.end)
        if follows.isalpha() and follows not in PAST_FOLLOWS:
            return None
    return Reading("DATE", "PAST_REF")


@makes("ref-present")
def ref_present(mk: Maker, c: Captures, node: Node) -> Reading | None:
    if "w" in c and mk.word(c["w"]) in ("moment", "present"):
        lead = mk.at(node.start - 1) if mk.at(node.start) in ("the", mk.word(c["w"])) else mk.at(node.start)
        the = "the" in (mk.at(node.start), mk.at(node.start + 1))
        if lead != "at" or the != (mk.word(c["w"]) == "moment") or mk.at(node.end) in ("of", "when", "that"):
            return None
    if "being" in c and mk.word(c["being"]) != "being":
        return None
    word = mk.word(c.get("w", 0))
    if word == "now" and mk.raw(node.start)[:1].isupper() and mk.raw(node.end)[:1].isupper():
        return None
    out = Reading("DATE", "PRESENT_REF")
    if mk.context.pub is not None and not mk.context.narrative:
        out.lo = out.hi = mk.context.pub
        out.anchor = "publication"
    return out


@makes("the-time")
def the_time(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """ "at the time": the story's last, where it was told just before"""
    follows = mk.at(node.end)
    if mk.at(node.start - 1) != "at" or (follows.isalpha() and follows not in PAST_FOLLOWS - {"when", "to"}):
        return None
    told = mk.context.anchor
    near = told is not None and told.end is not None and mk.context.start - told.end < 200
    if told is None or not near or told.frame != "calendar" or not told.value[:1].isdigit() or told.lo is None:
        return Reading("DATE", "PAST_REF")
    out = Reading("DATE", told.value.partition("T")[0], told.grain, told.lo, told.hi, "story")
    out.part = "aside"
    return out


@makes("ref-future")
def ref_future(mk: Maker, c: Captures, node: Node) -> Reading | None:
    follows = mk.at(node.end)
    if mk.at(node.start - 1) not in ("in", "for", "into") or follows == "of":
        return None
    return Reading("DATE", "FUTURE_REF")
