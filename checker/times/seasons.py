"""Productions of fiscal years, decades, centuries, quarters and seasons."""
from __future__ import annotations

from datetime import date

from checker import patterns
from checker.times.clocks import same_sentence
from checker.times.contexts import words
from checker.times.grammar import Node
from checker.times.maker import BACK, ON, Captures, Maker, floating, makes
from checker.times.readings import (
    LAST_DAY,
    SEASON_MONTH,
    Reading,
    century_reading,
    day_reading,
    decade_reading,
    half_reading,
    ordinal,
    quarter_reading,
    season_reading,
    year_reading,
)
from checker.times.spans import FISCAL_NOUNS, this_year, year_of
from checker.times.units import unit

SEASON_BEGINS = 7  # the month from which a game's season is the new one
SEASON_LEADS = words("season-leads")
SEASON_PREPOSITIONS = words("season-prepositions")
POSSESSIVES = words("possessives")
NEW_YEAR_LEADS = words("new-year-leads")
_MATCH = patterns.compile(r"\b(?:" + "|".join(sorted(words("match-words"))) + r")\b")
_BUSINESS = patterns.compile(r"\b(?:" + "|".join(sorted(FISCAL_NOUNS)) + r")\b")


@makes("fiscal")
def fiscal(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """A fiscal year begins where its owner says: its days reach half a year beyond the calendar's on both sides."""
    year = year_of(mk, c)
    if year is not None:
        number = year
    elif "u" in c and mk.word(c["u"]) == "year":
        if mk.context.pub is None:
            return floating("year", 0)
        word = mk.word(c["r"]) if "r" in c else ""
        if not word and mk.at(node.start) != "the":
            return None
        number = this_year(mk) + (-1 if word in BACK else word in ON)
    else:
        return None
    out = year_reading(number, "publication" if year is None else "absolute")
    out.value = f"FY{number:04d}"
    if out.lo is not None and out.hi is not None:
        out.lo, out.hi = max(1, out.lo - 184), min(LAST_DAY, out.hi + 181)
    return out


@makes("decade", "decade-word")
def decade(mk: Maker, c: Captures, node: Node) -> Reading | None:
    number = mk.integer(c["d"])
    if number < 100:
        if mk.at(node.start)[:1].isdigit() and of_an_age(mk, node.start - 1):
            return None
        number = 1900 + number if number >= 20 else 2000 + number
    elif number % 100 == 0 and number < 2000:  # the 1800s are as a rule the century
        return century_reading(number // 100 + 1, "absolute")
    return decade_reading(number, "absolute")


def of_an_age(mk: Maker, at: int) -> bool:
    """A man in his 70s, people in their 30s, 40s or early 50s."""
    while mk.at(at) in (",", "and", "or", "to", "early", "mid", "late", "-", "–") or mk.at(at)[-2:] == "0s":
        at -= 1
    return mk.at(at) in POSSESSIVES


@makes("century")
def century(mk: Maker, c: Captures, node: Node) -> Reading | None:
    number = mk.number(c["o"])
    unit = mk.value(c["u"])
    if number is None or not 0 < number <= 30:
        return None
    if unit == "century":
        if "e" in c and mk.value(c["e"]) == "BC":
            first, last = int(-number * 36524.25) + 1, int((1 - number) * 36524.25)
            return Reading("DATE", f"BC{int(number) - 1:02d}", "century", first, last, "absolute")
        if number < 4 and "e" not in c:
            return None  # "a second century" is a score in cricket
        return century_reading(int(number), "absolute")
    return None


@makes("century-pair")
def century_pair(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """the 18th and 19th centuries"""
    first, second = mk.number(c["o"]), mk.number(c["p"])
    if mk.value(c["u"]) != "century" or not first or not second or not 0 < first < second <= 30:
        return None
    item = c["p"]
    begins = mk.base + (item.start if isinstance(item, Node) else item)
    one = c["o"]
    out = century_reading(int(first), "absolute")
    out.end = mk.base + (one.end if isinstance(one, Node) else one + 1)
    out.second = century_reading(int(second), "absolute")
    out.second.start, out.second.end = begins, mk.base + node.end
    return out


@makes("fiscal-quarter")
def fiscal_quarter(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """the fiscal fourth quarter: of a year that its owner knows"""
    number, pub = mk.number(c["o"]), mk.context.pub
    if number not in (1, 2, 3, 4):
        return None
    if pub is None:
        return Reading("DATE", f"XXXX-Q{int(number)}", "quarter")
    out = quarter_reading(date.fromordinal(pub).year, int(number), "publication")
    out.value = f"FY{out.value}"
    out.lo, out.hi = max(1, pub - 365), min(LAST_DAY, pub + 365)
    return out


def of_a_match(mk: Maker) -> bool:
    """Whether the sentence tells of a match, which has quarters of its own."""
    text, start, end = mk.context.text, mk.context.start, mk.context.end
    return _MATCH.search(text, max(0, start - 150), end + 100) is not None and not _BUSINESS.search(
        text, max(0, start - 150), end + 100
    )


def of_business(mk: Maker) -> bool:
    text, start, end = mk.context.text, mk.context.start, mk.context.end
    return _BUSINESS.search(text[max(0, start - 80) : end + 60].lower()) is not None


@makes("quarter")
def quarter(mk: Maker, c: Captures, node: Node) -> Reading | None:
    pub = mk.context.pub
    if "q2" in c:
        text = str(mk.value(c["q2"]))
        year = mk.integer(c["y"]) if "y" in c else date.fromordinal(pub).year if pub else None
        if year is None or (text[0] == "H" and (int(text[1]) > 2 or ("y" not in c and not mk.context.message))):
            return None
        place = quarter_reading if text[0] == "Q" else half_reading
        return place(year, int(text[1]), "absolute" if "y" in c else "publication")
    number = mk.number(c["o"])
    if number is None:
        return None
    if number == -1:
        number = 4
    if not 1 <= number <= 4:
        return None
    # "third-quarter results" and "in the third quarter", but not the third quarter of a match
    follows = mk.at(node.end)
    business = follows in FISCAL_NOUNS or mk.at(node.start - 1) in ("in", "for", "of") or mk.context.message
    if follows not in FISCAL_NOUNS and not mk.context.message and of_a_match(mk):
        return None
    if not business and mk.at(node.start) != "the" and mk.at(node.end - 2) not in "-‐‑":
        return None
    if pub is None:
        return Reading("DATE", f"XXXX-Q{int(number)}", "quarter")
    at = date.fromordinal(pub)
    now = (at.month + 2) // 3
    year = at.year
    told = mk.context.anchor
    if told is not None and told.y and told.anchor == "absolute":
        later = told.grain == "quarter" and ((told.m or 0) + 2) // 3 < number and same_sentence(mk, told)
        if later or (told.grain == "year" and not mk.context.text[told.end or 0 : mk.context.start].strip(" ,")):
            return quarter_reading(told.y, int(number), "story")  # "in the third quarter of 2023 and in the fourth"
    if not mk.context.message and number > now and (number > now + 2 or mk.context.tense() != "future"):
        year -= 1
    return quarter_reading(year, int(number), "publication")


@makes("half-year")
def half_year(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """first-half profit: the latest such half that had ended, as results are told of"""
    number, pub = mk.number(c["o"]), mk.context.pub
    the = mk.at(node.start) == "the" and of_business(mk) and not of_a_match(mk)  # "earnings in the second half"
    if number not in (1, 2) or not (the or mk.at(node.end) in FISCAL_NOUNS):
        return None
    if pub is None:
        return Reading("DATE", f"XXXX-H{int(number)}", "half")
    at = date.fromordinal(pub)
    ended = at.month > (6 if number == 1 or the else 8)
    ended = ended or (the and mk.context.tense() == "future")
    return half_reading(at.year - (not ended), int(number), "publication")


@makes("new-year")
def new_year(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """ "in the new year", "over the New Year": the year that begins, or its first day"""
    pub, lead = mk.context.pub, mk.at(node.start - 1)
    if mk.word(c["u"]) != "year" or pub is None or mk.context.narrative:
        return None
    capital, the = mk.raw(node.end - 1)[:1].isupper(), mk.at(node.start) == "the"
    if mk.at(node.end) in ("'s", "’s") or mk.raw(node.end)[:1].isupper():
        return None
    at = date.fromordinal(pub)
    year = at.year + (at.month > 3)
    if the and (not capital or lead in ("in", "into")):
        out = year_reading(year, "publication")
        out.part = "aside"  # no story is told in it yet
        return out if lead in NEW_YEAR_LEADS else None
    if capital and lead in NEW_YEAR_LEADS:
        past = mk.context.tense() == "past" and at.month < 10
        return day_reading(date(year - (past and at.month > 3), 1, 1).toordinal(), "publication")
    return None


@makes("campaign")
def campaign(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """ "last season": of a game, whose year begins in summer or in spring; its days are those of both"""
    context, word = mk.context, mk.word(c["r"])
    if context.message:
        return unit(mk, c, node)
    if context.pub is None or context.narrative or word in ("that", "same"):
        return None
    if mk.at(node.start) == "the" and word not in ("current", "present", "coming", "upcoming", "forthcoming"):
        return None
    at = date.fromordinal(context.pub)
    begun = at.year - (at.month < SEASON_BEGINS)
    out = year_reading(begun + (1 if word in ON else -1 if word in BACK else 0), "publication")
    if out.lo is not None and out.hi is not None:
        out.hi += 366
    return out


@makes("season")
def season(mk: Maker, c: Captures, node: Node) -> Reading | None:
    name = str(mk.value(c["s"])) if "s" in c else ""
    if "y" in c:
        return season_reading(mk.integer(c["y"]), name, "absolute")
    context = mk.context
    word = mk.word(c["r"]) if "r" in c else ""
    raw = mk.raw(c["s"]) if isinstance(c["s"], int) else ""
    if not word:
        lead = mk.at(node.start - 1)
        has_the = mk.at(node.start) == "the"
        named = mk.raw(node.end)[:1].isupper() or (lead.isalpha() and mk.raw(node.start - 1)[:1].isupper())
        if raw[:1].isupper() and named:
            return None  # the Winter Olympics
        if not has_the and lead not in SEASON_LEADS and not context.message:
            return None
    if not word and mk.hint is not None and mk.hint.grain == "season" and mk.hint.y is not None and mk.hint.y > 0:
        return season_reading(mk.hint.y, name, mk.hint.anchor)
    if context.narrative and context.anchor is not None and context.anchor.y is not None:
        shift = 1 if word in ON else -1 if word in BACK else 0
        if shift == 1 and context.anchor.m is not None and context.anchor.m < SEASON_MONTH[name]:
            shift = 0
        then = context.anchor.y + shift
        if then < 1:
            return Reading("DATE", f"BC{1 - then:04d}-{name}", "season")
        return season_reading(then, name, "story")
    if context.pub is None:
        return Reading("DATE", f"XXXX-{name}", "season")
    at = date.fromordinal(context.pub)
    middle = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}[name]
    if word in ("this", "that"):
        return season_reading(at.year, name, "publication")
    if word in BACK:
        return season_reading(at.year - (at.month < middle + 2 or (name == "WI" and at.month < 3)), name, "publication")
    if word in ON:
        return season_reading(at.year + (at.month >= middle - 1), name, "publication")
    bare = mk.at(node.start) != "the" and mk.at(node.start - 1) not in SEASON_PREPOSITIONS
    if raw[:1].isupper() and bare and not context.message:
        return None
    days = [(y, ordinal(y, middle, 15) or 0) for y in (at.year - 1, at.year, at.year + 1) if 1 <= y <= 9999]
    inside = [y for y, d in days if abs(d - context.pub) <= 45]
    return season_reading(inside[0] if inside else mk.choose(days), name, "publication")
