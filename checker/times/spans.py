"""Productions of months, years and longer spans."""
from __future__ import annotations

from datetime import date

from checker.times.contexts import words
from checker.times.grammar import Node
from checker.times.maker import BACK, HALF_A_YEAR, ON, Captures, Maker, makes, yearless_month
from checker.times.readings import Reading, bc_reading, month_reading, ordinal, year_reading
from checker.times.words import OTHER, alphabet, class_string

YEAR_LEADS = words("year-leads")
NUMBER_LEADS = words("number-leads")
NUMBER_UNITS = words("number-units")
COUNTED = words("counted-nouns")
COUNTING_LEADS = words("counting-leads")
MEASURING_LEADS = words("measuring-leads")
YEAR_NOUNS = words("year-nouns")
FISCAL_NOUNS = words("fiscal-nouns")
MONTH_LEADS = words("month-leads")
MONTH_WEAK_LEADS = words("month-weak-leads")
MARCH_FOLLOWS = words("march-follows")
NAME_LEADS = words("name-leads")


def two_digits(year: int, pub_year: int) -> int:
    """'82 and 7/8/07: the nearest such year to publication, not more than twenty ahead."""
    full = pub_year // 100 * 100 + year
    return full - 100 if full > pub_year + 20 else full


def this_year(mk: Maker) -> int:
    """The year of publication; where it is unknown, one of these years."""
    return date.fromordinal(mk.context.pub).year if mk.context.pub is not None else 2020


def year_of(mk: Maker, c: Captures) -> int | None:
    if "y" in c:
        return mk.integer(c["y"])
    if "y2" in c:
        return two_digits(mk.integer(c["y2"]), this_year(mk))
    if "n" in c and "e" in c:
        year = mk.integer(c["n"])
        return 1 - year if mk.value(c["e"]) == "BC" else year
    return None


@makes("isomonth")
def isomonth(mk: Maker, c: Captures, node: Node) -> Reading | None:
    one, two = (int(part) for part in str(mk.value(c["i"])).split("/"))
    year, month = (one, two) if one > 31 else (two, one)
    if one > 31 and two == (one + 1) % 100 and not 1 <= two <= 12 and one >= 1900:
        out = year_reading(one, "absolute")  # the 2023/24 season
        out.hi = year_reading(one + 1, "absolute").hi
        return out
    return month_reading(year, month, "absolute") if 1 <= month <= 12 and 1900 <= year <= 2199 else None


@makes("year-month")
def year_month(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """2015-12 in a message"""
    month = mk.integer(c["m"])
    return month_reading(mk.integer(c["y"]), month, "absolute") if 1 <= month <= 12 else None


def bare_month(mk: Maker, month: int) -> Reading:
    """A month without a year: of the pair, of the story, else the nearest that fits the tense."""
    context = mk.context
    if mk.hint is not None and mk.hint.y is not None and mk.hint.m is not None:
        wraps = month - mk.hint.m >= HALF_A_YEAR  # "from October to March 2017": October of 2016
        return month_reading(mk.hint.y - wraps, month, mk.hint.anchor)
    if context.tells_of_old():
        out = month_reading(mk.narrative_year(month), month, "story")
        if out.y is not None and out.y < 1:
            out.value = f"BC{1 - out.y:04d}-{month:02d}"
        return out
    if context.pub is None:
        return yearless_month(month)
    at = date.fromordinal(context.pub)
    if month == at.month and not context.message:
        return month_reading(at.year, month, "publication")
    days = [(y, ordinal(y, month, 15) or 0) for y in (at.year - 1, at.year, at.year + 1) if 1 <= y <= 9999]
    if context.phrase and month == at.month:
        return month_reading(at.year, month, "publication")
    out = month_reading(mk.choose(days), month, "publication")
    if context.message and not context.phrase:
        out.part = "yearless"  # a message looks both ways
    return out


@makes("month")
def month(mk: Maker, c: Captures, node: Node) -> Reading | None:
    number = mk.integer(c["m"])
    year = year_of(mk, c)
    if year is not None:
        return month_reading(year, number, "absolute") if year > 0 else None
    if "r" in c:
        verb = mk.word(c["r"]) in ("this", "that") and mk.raw(node.end - 1).strip() == "may"
        return month_named(mk, c, number) if mk.context.phrase or not verb else None
    word = mk.word(c["m"])
    short = len(word) < 4
    if (short or word in ("may", "march")) and not mk.context.phrase:
        # A verb, a name (Jan, Dec), a demonstration: only a preposition makes it the month.
        lead = mk.at(node.start - 1)
        ranging = mk.at(node.end) in ("-", "–", "—") and is_month(mk.raw(node.end + 1))  # "the Jan-March quarter"
        paired = ranging or (mk.hint is not None and mk.hint.m is not None)
        loose = lead in ("and", "or", "to") and mk.hint is None and not after_month(mk, node)
        if (lead not in MONTH_LEADS and not paired) or loose:
            return None
        follows = mk.at(node.end)
        if lead in MONTH_WEAK_LEADS and mk.raw(node.end)[:1].isupper():
            return None
        if word == "march" and lead in ("-", "–", "—", "for", "of") and follows in MARCH_FOLLOWS:
            return None
    elif name_of_person(mk, node):
        return None
    out = bare_month(mk, number)
    if isinstance(c["m"], int):
        out.start, out.end = mk.base + c["m"], mk.base + c["m"] + 1
    return out


def is_month(token: str) -> bool:
    return class_string([token], False) in (alphabet()["month"], alphabet()["weakmonth"])


def after_month(mk: Maker, node: Node) -> bool:
    months = [alphabet()[name] for name in ("month", "weakmonth", "year", "unit", "quarter")]  # "the year to March"
    return class_string([mk.raw(node.start - 2)], False) in months


def is_name(token: str) -> bool:
    return token[:1].isupper() and token[1:2].islower()


def month_names_follow(mk: Maker, node: Node) -> bool:
    """Whether the capital after a month begins a name and not another time."""
    return class_string([mk.raw(node.end)], False) == OTHER


def name_of_person(mk: Maker, node: Node) -> bool:
    """April Jones, John August: a capitalised name beside a month that is a given name or a surname."""
    word = mk.at(node.start)
    if word not in ("april", "june", "august"):
        return False
    before, after = mk.raw(node.start - 1), mk.raw(node.end).strip()
    lead = mk.at(node.start - 1)
    joined = lead in ("and", "or", "to", ",") and is_name(after) and not after_month(mk, node)
    if not joined and (lead in MONTH_LEADS or lead in ("the", "on", "late", ",")):
        return False
    if joined:
        return month_names_follow(mk, node)
    if not lead:
        return is_name(after) and mk.raw(node.end - 1).endswith(" ")
    return before.endswith(" ") and is_name(before) and lead not in NAME_LEADS


def month_named(mk: Maker, c: Captures, number: int) -> Reading | None:
    """last June, next March, this August."""
    context, word = mk.context, mk.word(c["r"])
    if word in ("that", "same", "following") or context.pub is None or context.narrative:
        anchor = context.anchor
        if anchor is not None and anchor.y is not None and (context.narrative or word in ("that", "same")):
            shift = 0
            if word in ON:
                shift = int(anchor.m is not None and number <= anchor.m)
            elif word in BACK:
                shift = -int(anchor.m is None or number >= anchor.m)
            return month_reading(anchor.y + shift, number, "story") if anchor.y + shift > 0 else None
        if context.pub is None:
            return yearless_month(number)
    assert context.pub is not None
    at = date.fromordinal(context.pub)
    if word == "this":
        return month_reading(at.year, number, "publication")
    if word in ON:
        return month_reading(at.year + (number <= at.month), number, "publication")
    return month_reading(at.year - (number >= at.month), number, "publication")


@makes("year")
def year(mk: Maker, c: Captures, node: Node) -> Reading | None:
    number = mk.integer(c["y"])
    if not number:
        return None
    if "k" in c:
        return year_reading(number, "absolute") if mk.word(c["k"]) in ("year", "years") else None
    if not plausible_year(mk, number, node):
        return None
    return year_reading(number, "absolute")


def plausible_year(mk: Maker, number: int, node: Node) -> bool:
    """A bare four-digit number: a year by what stands round it."""
    lead, follows = mk.at(node.start - 1), mk.at(node.end)
    if mk.context.phrase and mk.context.day_seen:
        return True  # a year or, as is seen later, an hour and its minutes
    if lead in NUMBER_LEADS or follows in NUMBER_UNITS:
        return False
    if lead in (".", ":", ",", "/") and not mk.raw(node.start - 1).endswith(" "):
        return mk.at(node.start - 2).isalpha() and lead in ",:"
    if follows in (".", ":", ",") and not mk.raw(node.end).endswith(" ") and mk.at(node.end + 1)[:1].isdigit():
        return False
    opens = not lead or lead in ".\"“\n"  # the first word of a sentence
    counting = counted_by(mk, node, follows) and follows not in YEAR_NOUNS
    if counting and opens and 1950 <= number <= 2049 and follows not in COUNTED:
        counting = False
    if lead in YEAR_LEADS:
        if counting and number < 1800:
            return False  # "in 1200 homes"
        return not counting or lead not in COUNTING_LEADS or (lead == "the" and number >= 1900)
    if counting:
        return False
    if mk.context.message:
        return 1700 <= number <= 2100
    return 1700 <= number <= 2100 and lead not in MEASURING_LEADS


def counted_by(mk: Maker, node: Node, follows: str) -> bool:
    """Whether a noun follows that the number may count."""
    if follows in COUNTED:
        return follows not in ("or", "and", "more")
    plural = follows.endswith("s") and not follows.endswith("ss") and len(follows) > 3
    return plural and follows.isalpha() and follows.islower() and mk.raw(node.end - 1).endswith((" ", "-"))


@makes("year-second")
def year_second(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """2007-08: a span of two years that one expression writes."""
    first = mk.integer(c["y"])
    second = first // 100 * 100 + mk.integer(c["n"])
    if isinstance(c["n"], int) and len(mk.word(c["n"])) != 2:
        return None
    if not plausible_year(mk, first, node):
        return None
    spaced = mk.raw(node.start).endswith(" ") and mk.raw(node.start + 1).endswith(" ")
    if spaced and second != first + 1:  # "in 2004 - 35 people were hurt"
        out = year_reading(first, "absolute")
        out.end = mk.base + node.start + 1
        return out
    if second <= first:
        second += 100
    if second - first > 60:
        return year_month(mk, {"y": c["y"], "m": c["n"]}, node) if mk.context.message else None
    out = year_reading(first, "absolute")
    out.second = year_reading(second, "absolute")
    out.end = mk.base + node.start + 1
    out.second.start, out.second.end = mk.base + node.end - 1, mk.base + node.end
    return out


@makes("era-first")
def era_first(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """The first year of "499 to 493 BC"."""
    first, last = mk.integer(c["n"]), mk.integer(c["n2"])
    if mk.value(c["e"]) == "BC":
        return bc_reading(first) if first > last else None
    return year_reading(first, "absolute") if 0 < first < last else None


@makes("era")
def era(mk: Maker, c: Captures, node: Node) -> Reading | None:
    number = mk.integer(c["n"])
    if not number:
        return None
    if mk.value(c["e"]) == "BC":
        return bc_reading(number)
    return year_reading(number, "absolute") if number <= 2199 else None


@makes("year2")
def year2(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """'82"""
    return year_reading(two_digits(mk.integer(c["y2"]), this_year(mk)), "absolute")
