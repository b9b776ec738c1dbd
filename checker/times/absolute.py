"""Productions of dates that say which day, month, year or longer span they mean."""
from __future__ import annotations

from datetime import date

from checker.language.lexicon import items, table
from checker.times.grammar import Node
from checker.times.maker import Captures, Maker, floating, makes, yearless_month
from checker.times.readings import (
    LAST_DAY,
    Reading,
    bc_reading,
    century_reading,
    day_reading,
    decade_reading,
    month_length,
    month_reading,
    ordinal,
    quarter_reading,
    season_reading,
    year_reading,
)

# Words after which a four-digit number is a year and not a count.
YEAR_LEADS = frozenset(
    ["in", "since", "by", "until", "till", "til", "from", "during", "before", "after", "between", "through", "throughout", "of", "for", "on", "around", "circa", "early", "mid", "late", "the", "and", "or", "to", "year", "fiscal", "following", "spring", "summer", "autumn", "fall", "winter", "back", "about", "into", "as", "under", "despite", "entering", "this", "next", "last", "previous", "annual", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
)
# Words that may follow a day of the month; any other small word is counted by the number before it.
SMALL_WORDS = frozenset(
    "and or but in on at by to for with as when while after before the a an of from until where which who that he she it they we "
    "is are was were will would has had have said says local during between because if since near over under this last next".split()
)
# Between a number of this size and a plural noun it counts.
NOUN_FOLLOWS = frozenset(["people", "men", "women", "children", "troops", "police", "soldiers", "others", "members", "more", "or", "and"])


def two_digits(year: int, pub_year: int) -> int:
    """'82 and 7/8/07: the nearest such year to publication, not more than twenty ahead."""
    full = pub_year // 100 * 100 + year
    return full - 100 if full > pub_year + 20 else full


def year_of(mk: Maker, c: Captures) -> int | None:
    if "y" in c:
        return mk.integer(c["y"])
    if "y2" in c:
        pub = mk.context.pub
        return two_digits(mk.integer(c["y2"]), date.fromordinal(pub).year if pub else 2020)
    if "n" in c and "e" in c:
        year = mk.integer(c["n"])
        return 1 - year if mk.value(c["e"]) == "BC" else year
    return None


def put_weekday(mk: Maker, c: Captures, out: Reading) -> Reading:
    if "wd" in c and isinstance(c["wd"], int):
        out.weekday, out.weekday_at = mk.integer(c["wd"]), mk.base + c["wd"]
    return out


@makes("date")
def date_(mk: Maker, c: Captures, node: Node) -> Reading | None:
    month = mk.integer(c["m"])
    day = mk.number(c["d"] if "d" in c else c["o"])
    if day is None:
        return None
    day = int(day)
    year = year_of(mk, c)
    if day == 0 or day > 31:
        if year is not None or mk.word(c["m"]) == "may":
            return None
        return month_alone(mk, c, month) if day > 31 else None
    if year is not None and mk.context.phrase and "y" in c and mk.context.pub is not None:
        now = date.fromordinal(mk.context.pub).year
        comma = any(mk.at(i) == "," for i in range(node.start, node.end))
        if not comma and not now - 1 <= year <= now + 3 and year // 100 < 24 and year % 100 < 60:
            return at_clock(mk, c, month, day, year)
    if year is None and "d" in c and isinstance(c["d"], int) and counts_something(mk, c, node):
        return None
    if "d2" in c and isinstance(c["d2"], int):
        return pair_of_days(mk, c, node, month, day, year)
    if year is None and (known := named_day(mk.at(node.end), month, day)) is not None:
        year = known
    if year is not None:
        return put_weekday(mk, c, mk.dated(year, month, day, "absolute"))
    if "wd" in c and mk.hint is None and not mk.context.narrative:
        return put_weekday(mk, c, weekday_year(mk, mk.integer(c["wd"]), month, day))
    return put_weekday(mk, c, mk.settle_day(month, day))


def at_clock(mk: Maker, c: Captures, month: int, day: int, hhmm: int) -> Reading:
    """ "12 Nov 1115" in a calendar entry: a quarter past eleven."""
    from checker.times.clocks import with_clock

    return with_clock(mk, (hhmm // 100, hhmm % 100), put_weekday(mk, c, mk.settle_day(month, day)), "", None)


def named_day(noun: str, month: int, day: int) -> int | None:
    """The year of "the September 11 attacks"."""
    for row in table("time_events"):
        if row["day"] == f"{month:02d}-{day:02d}" and noun in items(row["nouns"]):
            return int(row["year"])
    return None


def pair_of_days(mk: Maker, c: Captures, node: Node, month: int, day: int, year: int | None) -> Reading | None:
    """ "July 13 to 15", "March 27 and 28, 2003": the second day shares the first one's month."""
    item = c["d2"]
    assert isinstance(item, int)
    first = mk.dated(year, month, day, "absolute") if year is not None else put_weekday(mk, c, mk.settle_day(month, day))
    other = mk.integer(item)
    follows = mk.at(item + 1)
    if isinstance(c["d"], int):
        first.end = mk.base + c["d"] + 1
    if year is None and (not day < other <= 31 or (follows.isalpha() and follows.islower() and follows not in SMALL_WORDS)):
        return first  # "July 13 and 15 people": a count
    if first.y is not None:
        first.second = mk.dated(first.y, month, other, first.anchor)
    elif first.frame == "document-year":
        from checker.times.maker import yearless

        first.second = yearless(month, other)
    if first.second is not None:
        first.second.start, first.second.end = mk.base + item, mk.base + node.end
    return first


def month_alone(mk: Maker, c: Captures, month: int) -> Reading | None:
    out = bare_month(mk, month)
    if isinstance(c["m"], int):
        out.start, out.end = mk.base + c["m"], mk.base + c["m"] + 1
    return out


def counts_something(mk: Maker, c: Captures, node: Node) -> bool:
    """ "In March 12 people died": the number after a month counts the noun that follows."""
    day, month = c["d"], c["m"]
    if not isinstance(day, int) or not isinstance(month, int):
        return False
    if day < month:  # "12 March": only a money sign or a decimal before spoils it
        return mk.at(day - 1) in ("$", "£", "€", "%")
    if day != node.end - 1 or mk.word(day)[-1:].isalpha():
        return False
    follows = mk.at(day + 1)
    return mk.at(month - 1) == "in" and (follows in NOUN_FOLLOWS or (follows.isalpha() and follows.endswith("s") and len(follows) > 3))


def weekday_year(mk: Maker, weekday: int, month: int, day: int) -> Reading:
    """A weekday settles the year of a yearless date, if a year near publication has it."""
    out = mk.settle_day(month, day)
    if out.lo is None or out.frame != "calendar" or out.y is None:
        return out
    pub = mk.context.pub or out.lo
    if (out.lo - 1) % 7 != weekday and abs(out.lo - pub) > 45:
        for year in (out.y - 1, out.y + 1):
            other = ordinal(year, month, day)
            if other is not None and (other - 1) % 7 == weekday and abs(other - pub) <= 370:
                return day_reading(other, out.anchor)
    return out


@makes("day-of-pair")
def day_of_pair(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """The first day of "27 and 28 March 2003"; the second says which month."""
    day, hint = mk.integer(c["d"]), mk.hint
    if hint is None or hint.m is None or hint.d is None or not 0 < day <= 31:
        return None
    if day >= hint.d and mk.at(node.end) in ("-", "–", "—", "to"):
        return None
    if hint.y is not None:
        return mk.dated(hint.y, hint.m, day, hint.anchor)
    return mk.settle_day(hint.m, day)


@makes("iso")
def iso_(mk: Maker, c: Captures, node: Node) -> Reading | None:
    text = str(mk.value(c["i"]))
    head, _, clock = text.partition("T")
    year, month, day = (int(part) for part in head.split("-"))
    if not 1 <= month <= 12 or not 1 <= day <= 31 or not 1000 <= year <= 2999:
        return None
    out = mk.dated(year, month, day, "absolute")
    if clock:
        digits = clock.rstrip("Z").replace(":", "")
        out.type, out.value = "TIME", text
        out.clock = (int(digits[:2]), int(digits[2:4]))
        out.grain = "minute"
        out.zone = "Z" if clock.endswith("Z") else ""
    return out


@makes("numeric")
def numeric(mk: Maker, c: Captures, node: Node) -> Reading | None:
    text = str(mk.value(c["i"]))
    mark = next(ch for ch in text if not ch.isdigit())
    one, two, three = text.split(mark)
    if len(three) == 2 and (mark == "." or mark == "-") and not mk.context.message:
        return None  # 1.10.07 is as often a version
    year = int(three) if len(three) == 4 else two_digits(int(three), date.fromordinal(mk.context.pub).year if mk.context.pub else 2020)
    if not 1000 <= year <= 2199:
        return None
    return put_weekday(mk, c, day_and_month(mk, int(one), int(two), year, mark, text))


def day_and_month(mk: Maker, one: int, two: int, year: int, mark: str, text: str) -> Reading:
    """Which of two numbers is the day: by size, by the text's own other dates, else left open."""
    months_first = mk.context.months_first
    if one > 12 or (mark == "." and two <= 12):
        day, month, sure = one, two, True
    elif two > 12:
        day, month, sure = two, one, True
    elif months_first is not None:
        day, month, sure = (two, one, True) if months_first else (one, two, True)
    else:
        day, month, sure = two, one, one == two
    if month > 12 or not day:
        out = Reading("DATE", f"{year:04d}-{month:02d}-{day:02d}", "day", anchor="absolute")
        out.invalid = f"there is no month {month}" if month > 12 else "there is no day 0"
        return out
    if month == 0:
        return year_reading(year, "absolute")
    out = mk.dated(year, month, day, "absolute")
    if not sure and out.lo is not None:
        other = ordinal(year, day, month)
        if other is not None:  # either reading: both days stay possible
            if mk.context.pub is not None and abs(other - mk.context.pub) + 200 < abs(out.lo - mk.context.pub) and other <= mk.context.pub:
                out = day_reading(other, "absolute")
                other = ordinal(year, month, day) or other
            assert out.lo is not None and out.hi is not None
            out.lo, out.hi = min(out.lo, other), max(out.hi, other)
    return out


@makes("slash")
def slash(mk: Maker, c: Captures, node: Node) -> Reading | None:
    one, two = (int(part) for part in str(mk.value(c["i"])).split("/"))
    if mk.context.message and not 1 <= min(one, two) <= 12:
        return None
    month, day = (one, two) if one <= 12 and (two > 12 or mk.context.months_first is not False) else (two, one)
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    return put_weekday(mk, c, mk.settle_day(month, day))


@makes("isomonth")
def isomonth(mk: Maker, c: Captures, node: Node) -> Reading | None:
    one, two = (int(part) for part in str(mk.value(c["i"])).split("/"))
    year, month = (one, two) if one > 31 else (two, one)
    return month_reading(year, month, "absolute") if 1 <= month <= 12 and 1900 <= year <= 2199 else None


@makes("month-day")
def month_day(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """ "on the 18th": of the month of the story, else of publication."""
    day = mk.integer(c["d"])
    follows = mk.at(node.end)
    if not 0 < day <= 31 or (follows.isalpha() and follows not in ("and", "to", "at", "in", "when", "but", "with", "as")):
        return None
    context = mk.context
    if isinstance(c["d"], int):
        index = c["d"] if mk.at(c["d"] - 1) != "the" else c["d"] - 1
        start = mk.base + index
    else:
        start = mk.base + node.start
    base = context.anchor if context.anchor is not None and context.anchor.m is not None and not context.message else None
    if base is not None and base.y is not None and base.m is not None:
        out = mk.dated(base.y, base.m, day, "story")
    elif context.pub is not None:
        at = date.fromordinal(context.pub)
        year, month = at.year, at.month
        if context.message and day < at.day:
            year, month = (year, month + 1) if month < 12 else (year + 1, 1)
        elif not context.message and day > at.day and context.tense() != "future":
            year, month = (year, month - 1) if month > 1 else (year - 1, 12)
        if day > month_length(year, month):
            return None
        out = mk.dated(year, month, day, "publication")
    else:
        return None
    out.start = start
    return out


def bare_month(mk: Maker, month: int) -> Reading:
    """A month without a year: of the pair, of the story, else the nearest that fits the tense."""
    context = mk.context
    if mk.hint is not None and mk.hint.y is not None and mk.hint.m is not None:
        return month_reading(mk.hint.y, month, mk.hint.anchor)
    if context.narrative and context.anchor is not None and context.anchor.y is not None:
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
    if context.message and not context.phrase and not context.tense():
        out.value = f"XXXX-{month:02d}"  # a message looks both ways
    return out


MONTH_LEADS = frozenset(
    ["in", "by", "since", "until", "till", "from", "during", "before", "after", "between", "through", "throughout", "of", "for", "to", "early", "mid", "late", "last", "next", "this", "every", "each", "and", "or", "around", "about", "beginning", "end", "start", "middle", "than", "starting", "ending", "into"]
) | frozenset("-–—/")


@makes("month")
def month(mk: Maker, c: Captures, node: Node) -> Reading | None:
    number = mk.integer(c["m"])
    year = year_of(mk, c)
    if year is not None:
        return month_reading(year, number, "absolute") if year > 0 else None
    if "r" in c:
        return month_named(mk, c, number)
    word = mk.word(c["m"])
    if word.rstrip(".") in ("may", "march", "mar", "dec") and not mk.context.phrase:
        # A verb, a name, a demonstration: only a preposition makes it the month.
        lead = mk.at(node.start - 1)
        if lead not in MONTH_LEADS or (lead in ("and", "or", "to") and mk.hint is None and not after_month(mk, node)):
            return None
        follows = mk.at(node.end)
        if lead in ("for", "of", "by", "after", "before", "than", "about", "from", "to", "and", "or") and mk.raw(node.end)[:1].isupper():
            return None
        if word == "march" and lead in ("-", "–", "—", "for", "of") and follows in ("of", "on", "to", "against"):
            return None
    elif name_of_person(mk, node):
        return None
    out = bare_month(mk, number)
    if isinstance(c["m"], int):
        out.start, out.end = mk.base + c["m"], mk.base + c["m"] + 1
    return out


def after_month(mk: Maker, node: Node) -> bool:
    from checker.times.words import alphabet, class_string

    return class_string([mk.raw(node.start - 2)], False) in (alphabet()["month"], alphabet()["weakmonth"], alphabet()["year"])


def name_of_person(mk: Maker, node: Node) -> bool:
    """April Jones, John August: a capitalised name beside a month that is a given name or a surname."""
    word = mk.at(node.start)
    if word not in ("april", "june", "august"):
        return False
    before, after = mk.raw(node.start - 1), mk.raw(node.end).strip()
    lead = mk.at(node.start - 1)
    if lead in MONTH_LEADS or lead in ("the", "on", "late", ","):
        return False
    return (after[:1].isupper() and after[1:2].islower() and mk.tokens[mk.base + node.end - 1].endswith(" ") and not lead) or (
        before.endswith(" ") and before[:1].isupper() and before[1:2].islower() and lead not in ("since", "in", "on", "by", "last", "next", "this", "until", "from", "the", "during"))


def month_named(mk: Maker, c: Captures, number: int) -> Reading | None:
    """last June, next March, this August."""
    context, word = mk.context, mk.word(c["r"])
    if word in ("that", "same", "following") or context.pub is None or context.narrative:
        anchor = context.anchor
        if anchor is not None and anchor.y is not None and context.narrative:
            shift = 0
            if word in ("following", "next", "coming"):
                shift = int(anchor.m is not None and number <= anchor.m)
            elif word in ("last", "previous", "preceding", "past"):
                shift = -int(anchor.m is None or number >= anchor.m)
            return month_reading(anchor.y + shift, number, "story") if anchor.y + shift > 0 else None
        if context.pub is None:
            return yearless_month(number)
    assert context.pub is not None
    at = date.fromordinal(context.pub)
    if word == "this":
        return month_reading(at.year, number, "publication")
    if word in ("next", "coming", "upcoming", "forthcoming", "following"):
        return month_reading(at.year + (number <= at.month), number, "publication")
    return month_reading(at.year - (number >= at.month), number, "publication")


@makes("year")
def year(mk: Maker, c: Captures, node: Node) -> Reading | None:
    number = mk.integer(c["y"])
    if "k" in c:
        return year_reading(number, "absolute") if mk.word(c["k"]) in ("year", "years") else None
    if not plausible_year(mk, number, node):
        return None
    return year_reading(number, "absolute")


def plausible_year(mk: Maker, number: int, node: Node) -> bool:
    """A bare four-digit number: a year by what stands round it."""
    lead, follows = mk.at(node.start - 1), mk.at(node.end)
    if lead in ("$", "£", "€", "¥", "#", "₩", "₹", "no", "rs", "than", "least", "nearly", "almost", "some", "route", "flight", "room", "page", "model", "section", "article", "resolution") or follows in ("%", "percent", "pc", "million", "billion", "trillion", "km", "kg", "miles", "mph", "degrees", "dollars", "euros", "pounds", "metres", "meters", "feet"):
        return False
    if lead in (".", ":", ",", "/") and not mk.raw(node.start - 1).endswith(" "):
        return mk.at(node.start - 2).isalpha() and lead in ",:"
    if follows in (".", ":", ",") and not mk.raw(node.end).endswith(" ") and mk.at(node.end + 1)[:1].isdigit():
        return False
    counting = (follows in NOUN_FOLLOWS and follows not in ("or", "and", "more")) or (
        follows.isalpha() and follows.islower() and follows.endswith("s") and len(follows) > 3 and not follows.endswith("ss")
        and mk.tokens[mk.base + node.end - 1].endswith((" ", "-")))
    if follows in YEAR_NOUNS or (lead in ("", ".", '"', "“", "¶", "\n") and 1950 <= number <= 2049 and follows not in NOUN_FOLLOWS):
        counting = False
    if lead in YEAR_LEADS:
        return not (counting and lead in ("of", "for", "to", "by", "with", "and", "or", "from", "about", "around", "between", "after", "the", "into") and not (lead == "the" and 1900 <= number <= 2100)) or (
            number >= 1900 and lead in ("the",))
    if counting:
        return False
    if mk.context.message:
        return 1700 <= number <= 2100
    if number < 1700 or number > 2100:
        return False
    if lead in ("about", "over", "up", "around", "only", "nearly", "another"):
        return False
    return True


@makes("year-second")
def year_second(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """2007-08: a span of two years that one expression writes."""
    first = mk.integer(c["y"])
    second = first // 100 * 100 + mk.integer(c["n"])
    if isinstance(c["n"], int) and len(mk.word(c["n"])) != 2:
        return None
    if not plausible_year(mk, first, node):
        return None
    if second <= first:
        second += 100
    if second - first > 60:
        return None
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
    if isinstance(c["n"], int) and isinstance(c["e"], int) and c["e"] < c["n"] and mk.word(c["e"]) in ("ad", "ce") and number < 50 and mk.word(c["e"]) == "ce":
        return None
    return year_reading(number, "absolute") if number <= 2199 else None


@makes("year2")
def year2(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """'82"""
    pub = mk.context.pub
    return year_reading(two_digits(mk.integer(c["y2"]), date.fromordinal(pub).year if pub else 2020), "absolute")


@makes("fiscal")
def fiscal(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """A fiscal year begins where its owner says: its days reach half a year beyond the calendar's on both sides."""
    if "y" in c:
        number = mk.integer(c["y"])
    elif "u" in c and mk.word(c["u"]) == "year":
        if mk.context.pub is None:
            return floating("year", 0)
        word = mk.word(c["r"]) if "r" in c else ""
        if not word and mk.at(node.start) != "the":
            return None
        number = date.fromordinal(mk.context.pub).year + (-1 if word in ("last", "previous", "preceding", "past") else word in ("next", "coming"))
    else:
        return None
    out = year_reading(number, "absolute" if "y" in c else "publication")
    out.value = f"FY{number:04d}"
    if out.lo is not None and out.hi is not None:
        out.lo, out.hi = max(1, out.lo - 184), min(LAST_DAY, out.hi + 181)
    return out


@makes("decade", "decade-word")
def decade(mk: Maker, c: Captures, node: Node) -> Reading | None:
    number = mk.integer(c["d"])
    if number < 100:
        if mk.at(node.start)[:1].isdigit() and mk.at(node.start - 1) in ("his", "her", "their", "my", "your", "mid", "early", "late"):
            return None  # a man in his 70s
        number = 1900 + number if number >= 20 else 2000 + number
    elif number % 100 == 0 and number < 2000:  # the 1800s are as a rule the century
        out = century_reading(number // 100 + 1, "absolute")
        return out
    return decade_reading(number, "absolute")


@makes("century")
def century(mk: Maker, c: Captures, node: Node) -> Reading | None:
    number = mk.number(c["o"])
    unit = mk.value(c["u"])
    if number is None or not 0 < number <= 30:
        return None
    if unit == "century":
        if "e" in c and mk.value(c["e"]) == "BC":
            out = Reading("DATE", f"BC{int(number) - 1:02d}", "century", int(-number * 36524.25) + 1, int((1 - number) * 36524.25), "absolute")
            return out
        if number < 4 and "e" not in c:
            return None  # "a second century" is a score in cricket
        return century_reading(int(number), "absolute")
    return None


# What a quarter of the business year has and the quarter of a match has not.
FISCAL_NOUNS = frozenset("results result profit profits sales earnings loss losses revenue revenues figures turnover growth net".split())
# Plural nouns that a year goes before, where a count would be odd.
YEAR_NOUNS = frozenset("levels earnings results sales profits elections finals games olympics championships attacks bombings figures prices highs lows "
                       "talks protests riots rules accords campaigns awards brits oscars revenues emissions standards".split())


@makes("quarter")
def quarter(mk: Maker, c: Captures, node: Node) -> Reading | None:
    pub = mk.context.pub
    if "q2" in c:
        text = str(mk.value(c["q2"]))
        year = mk.integer(c["y"]) if "y" in c else date.fromordinal(pub).year if pub else None
        if year is None or (text[0] == "H" and (int(text[1]) > 2 or ("y" not in c and not mk.context.message))):
            return None
        from checker.times.readings import half_reading

        return (quarter_reading if text[0] == "Q" else half_reading)(year, int(text[1]), "absolute" if "y" in c else "publication")
    number = mk.number(c["o"])
    if number is None:
        return None
    if number == -1:
        number = 4
    if not 1 <= number <= 4:
        return None
    # "third-quarter results" and "in the third quarter", but not the third quarter of a match
    follows = mk.at(node.end)
    if follows not in FISCAL_NOUNS and mk.at(node.start) != "the" and mk.at(node.end - 2) not in "-‐‑" and not mk.context.message and mk.at(node.start - 1) not in ("in", "for", "of"):
        return None
    if pub is None:
        return Reading("DATE", f"XXXX-Q{int(number)}", "quarter")
    at = date.fromordinal(pub)
    now = (at.month + 2) // 3
    year = at.year
    if not mk.context.message:
        if (int(number) > now and (mk.context.tense() != "future" or number - now > 2) and not (number == now + 1 and mk.context.tense() == "future")) or (int(number) == 4 and now == 4 and mk.context.tense() == "past" and False):
            year -= 1
    return quarter_reading(year, int(number), "publication")


@makes("season")
def season(mk: Maker, c: Captures, node: Node) -> Reading | None:
    name = str(mk.value(c["s"])) if "s" in c else ""
    if "y" in c:
        return season_reading(mk.integer(c["y"]), name, "absolute")
    context = mk.context
    word = mk.word(c["r"]) if "r" in c else ""
    raw = mk.raw(c["s"]) if isinstance(c["s"], int) else ""
    if not word:
        lead, follows = mk.at(node.start - 1), mk.at(node.end)
        has_the = mk.at(node.start) == "the"
        if raw[:1].isupper() and (mk.raw(node.end)[:1].isupper() or (mk.at(node.start - 1).isalpha() and mk.raw(node.start - 1)[:1].isupper())):
            return None  # the Winter Olympics, the White House Summer
        if follows in ("'s", "’s"):
            pass
        if not has_the and lead not in ("in", "by", "since", "until", "during", "this", "early", "late", "mid", "-", "next", "last", "and", "through", "before", "after", "throughout", "over", "to", "for") and not context.message:
            return None
        if lead == "for" and not has_the:
            return None
    if not word and mk.hint is not None and mk.hint.grain == "season" and mk.hint.y is not None and mk.hint.y > 0:
        return season_reading(mk.hint.y, name, mk.hint.anchor)
    if context.narrative and context.anchor is not None and context.anchor.y is not None:
        shift = 1 if word in ("next", "following", "coming") else -1 if word in ("last", "previous", "preceding") else 0
        year_ = context.anchor.y
        if shift == 1 and context.anchor.m is not None and context.anchor.m < {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[name]:
            shift = 0
        out = season_reading(max(1, year_ + shift), name, "story") if year_ + shift >= 1 else Reading("DATE", f"BC{1 - year_ - shift:04d}-{name}", "season")
        return out
    if context.pub is None:
        return Reading("DATE", f"XXXX-{name}", "season")
    at = date.fromordinal(context.pub)
    middle = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}[name]
    if word in ("this", "that"):
        return season_reading(at.year, name, "publication")
    if word in ("last", "past", "previous", "preceding"):
        return season_reading(at.year - (at.month < middle + 2 or (name == "WI" and at.month < 3)), name, "publication")
    if word in ("next", "coming", "upcoming", "following", "forthcoming"):
        return season_reading(at.year + (at.month >= middle - 1), name, "publication")
    if raw[:1].isupper() and not context.message and mk.at(node.start) != "the" and mk.at(node.start - 1) not in ("in", "during", "since", "by", "until"):
        return None
    days = [(y, ordinal(y, middle, 15) or 0) for y in (at.year - 1, at.year, at.year + 1) if 1 <= y <= 9999]
    inside = [y for y, d in days if abs(d - context.pub) <= 45]
    return season_reading(inside[0] if inside else mk.choose(days), name, "publication")
