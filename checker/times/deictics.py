"""Productions of days and parts of days that are counted from publication or the story."""
from __future__ import annotations

from bisect import bisect_left
from datetime import date

from checker.times.clocks import at_night, with_clock
from checker.times.contexts import words
from checker.times.grammar import Node
from checker.times.maker import BACK, ON, Captures, Maker, floating, makes
from checker.times.readings import Reading, day_reading, month_reading, next_weekday, ordinal
from checker.times.spans import bare_month
from checker.times.units import unit, whose_unit
from checker.times.words import OTHER, alphabet, class_string

DETERMINERS = words("determiners")
AFTER_DAY = words("after-day")
NAMES = frozenset([OTHER, alphabet()["times"]])  # of what follows "the Sunday" in a newspaper's name
WEEKDAYS = frozenset([alphabet()["weekday"], alphabet()["weakweekday"]])
DAYPART_LEADS = words("daypart-leads")
PART_HOURS = {"MO": 9, "MI": 12, "AF": 15, "EV": 19, "NI": 22}
TWILIGHT_LEADS = frozenset(["at", "before", "after", "by", "until", "since", "around"])


@makes("deictic")
def deictic(mk: Maker, c: Captures, node: Node) -> Reading | None:
    shift = mk.integer(c["t"])
    word = mk.word(c["t"])
    if is_title(mk, node):
        return None
    if "n" in c:
        if mk.word(c["n"]) != "day" or word not in ("yesterday", "tomorrow"):
            return None
        shift += 1 if mk.word(c.get("a", c["b"])) == "after" else -1
    if mk.context.pub is None:
        return floating("day", shift)
    return day_reading(mk.context.pub + shift, "publication")


def is_title(mk: Maker, node: Node) -> bool:
    """The Today programme, USA Today: a capital in the middle of a sentence."""
    if mk.context.message or not mk.raw(node.start)[:1].isupper():
        return False
    lead = mk.raw(node.start - 1)
    core = lead.strip()
    if mk.at(node.end) in ("programme", "program", "show") or core in ("USA", "'s", "’s", "'", "’"):
        return True
    return lead.endswith(" ") and core.isalpha() and core.islower() and not mk.raw(node.start).strip().isupper()


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
    elif (word == "last" and mk.word(c["p"]) == "evening") or (mk.context.message and word in ("last", "next")):
        day = mk.relative("day", 1 if word == "next" else -1)
    elif word == "this" and not mk.context.narrative:
        day = mk.relative("day", 0)
    elif word == "this":
        day = mk.story("day", 0)
    else:
        return None
    return part_of_day(day, part)


@makes("story-part")
def story_part(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """ "the night before", "the morning after": of the day before or after the story's last"""
    if mk.at(node.end)[:1].isalpha() or mk.context.time_anchor is None:
        return None
    out = part_of_day(mk.story("day", -1 if mk.word(c["l"]) == "before" else 1), str(mk.value(c["p"])))
    out.part = "aside" if mk.word(c["l"]) == "before" else out.part
    return out


@makes("daypart-of")
def daypart_of(mk: Maker, c: Captures, node: Node) -> Reading | None:
    day = mk.sub(c["x"])
    item = c["p"]
    if isinstance(item, Node):
        c = {**c, **dict(item.captures), "x": c["x"]}
        if item.make != "the-daypart":
            return None
    if day is None or day.grain != "day" or day.value.endswith("WE"):
        return None
    if day.part == "weekday" and day.weekday is not None and mk.at(node.end - 1).endswith("s"):  # "Sunday evenings"
        return Reading("SET", f"XXXX-WXX-{day.weekday + 1}T{mk.value(c['p'])}")
    return part_of_day(day, str(mk.value(c["p"])))


@makes("weekday")
def weekday(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """The latest such day not after publication, unless the tense is future."""
    context = mk.context
    number = mk.integer(c["wd"])
    word = mk.word(c["r"]) if "r" in c else ""
    if not word and not context.message and follows_every(mk, node.start - 1):
        out = Reading("SET", f"XXXX-WXX-{number + 1}")
        out.weekday, out.weekday_at = number, mk.base + node.start
        return out
    if not word and mk.raw(node.start - 1).strip().lower() == "black" and number in (0, 4):
        return None
    if mk.word(c["wd"]) == "sun" and not context.phrase and not word and mk.at(node.start - 1) != "on":
        return None  # the one that shines
    if not word and mk.at(node.start - 1) == "the" and capital_follows(mk, node):
        return None  # the Sunday Times
    if not word and mk.at(node.start - 1) in ("a", "an") and not context.message:
        follows = mk.at(node.end)
        if not follows[:1].isalpha() or follows in AFTER_DAY:  # "on a Tuesday in July", but "a Monday deadline"
            out = Reading("DATE", f"XXXX-WXX-{number + 1}", "day")
            out.start, out.weekday = mk.base + node.start - 1, number
            return out
    article = mk.at(node.start) == "the" and word not in ("", "coming", "upcoming", "forthcoming", "past")
    story = word in ("that", "same", "following") or article
    told = context.narrative and near_story(mk)
    if context.pub is None or story or told:
        base = mk.story_day() if story or told else None
        if base is None:
            out = Reading("DATE", f"XXXX-WXX-{number + 1}", "day")
            # Weekdays of one text compare among themselves: a frame of one week.
            out.frame, out.lo, out.hi = "document-week", number + 1, number + 1
        else:
            back = (base - 1 - number) % 7
            ahead = (number - (base - 1)) % 7
            if word in BACK:
                shift = -(back or 7)
            elif word in ON:
                shift = ahead or 7
            else:
                shift = ahead if context.tense() == "future" else -back
            out = day_reading(base + shift, "story")
    else:
        out = day_reading(weekday_near(mk, number, word), "publication")
    out.weekday, out.weekday_at = number, mk.base + c["wd"] if isinstance(c["wd"], int) else None
    out.part = "weekday"
    return out


def follows_every(mk: Maker, at: int) -> bool:
    """ "every Tuesday and Friday": the second is as many as the first."""
    while mk.at(at) in ("and", "or", ",") and class_string([mk.raw(at - 1)], False) in WEEKDAYS:
        at -= 2
        if mk.at(at) in ("every", "each"):
            return True
    return False


@makes("weekday-week")
def weekday_week(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """Monday week: a week after the coming Monday; Monday nights"""
    pub, number = mk.context.pub, mk.integer(c["wd"])
    if mk.word(c["u"]) == "nights":
        out = Reading("SET", f"XXXX-WXX-{number + 1}TNI")
        out.weekday, out.weekday_at = number, mk.base + node.start
        return out
    alone = mk.context.phrase and mk.at(node.start - 1) == ""
    led = alone or mk.at(node.start - 1) in ("on", "until", "till", "by", "from")
    if mk.word(c["u"]) != "week" or pub is None or not led:
        day = weekday(mk, {"wd": c["wd"]}, node)
        if day is not None:
            day.end = mk.base + node.start + 1
        return day
    out = day_reading(next_weekday(pub, number) + 7, "publication")
    out.weekday, out.weekday_at = number, mk.base + node.start
    return out


def capital_follows(mk: Maker, node: Node) -> bool:
    after = mk.raw(node.end)
    return after[:1].isupper() and class_string([after], False) in NAMES and mk.raw(node.end - 1).endswith(" ")


def near_story(mk: Maker) -> bool:
    """Whether a day of the story was told just before: a life told in years still ends "on Monday"."""
    last = mk.context.time_anchor
    return last is not None and last.end is not None and mk.context.start - last.end < 400


def weekday_near(mk: Maker, number: int, word: str) -> int:
    context = mk.context
    pub = context.pub or 1
    today = (pub - 1) % 7
    back, ahead = (today - number) % 7, (number - today) % 7
    if word in BACK:
        return pub - today - 7 + number if context.message and word != "past" else pub - (back or 7)
    if word == "this":
        return pub + (ahead or 7) if context.phrase else pub - today + number
    if word == "next":
        return pub - today + 7 + number  # of the week that comes
    if word in ON:
        return pub + (ahead or 7)
    if context.message:
        return pub + (ahead or 7)
    tense, lead = context.tense(), mk.at(mk_lead(mk))
    if tense == "future" or (lead in ("until", "till") and tense != "past") or (lead == "by" and not tense):
        return pub + ahead
    if tense == "past" and context.is_deadline():
        return pub + ahead
    return pub - back


def mk_lead(mk: Maker) -> int:
    """Index (from the run's first token) of the token before the expression in hand."""

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
    for shift in range(0 if mk.context.message else -12, 13):
        year, month = divmod(at.year * 12 + at.month - 1 + shift, 12)
        found = ordinal(year, month + 1, day)
        if mk.context.message and found is not None and found < pub:
            continue
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
    month = mk.integer(c["m"])
    whole = month_reading(mk.integer(c["y"]), month, "absolute") if "y" in c else bare_month(mk, month)
    nth = -1.0 if mk.word(c["o"]) == "last" else mk.number(c["o"])
    return nth_weekday_in(whole, int(nth or 0), mk.integer(c["wd"]))


@makes("nth-weekday-of")
def nth_weekday_of(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """the first Monday of next month, the first Tuesday of the month"""
    x, item = mk.sub(c["x"]), c["y"]
    whole = mk.sub(item)
    if whole is None and isinstance(item, Node) and item.make == "the-unit":
        whole = whose_unit(mk, str(mk.value(dict(item.captures)["u"])))
    if "o" not in c:
        inner = dict(c["x"].captures) if isinstance(c["x"], Node) else {}
        if "r" not in inner or mk.word(inner["r"]) != "last":
            return None
        c = {**c, "o": inner["r"]}  # "the last Friday of the month"
    if x is None or whole is None or x.part != "weekday" or x.weekday is None or whole.grain not in ("month", "year"):
        return None
    nth = -1.0 if mk.word(c["o"]) == "last" else mk.number(c["o"])
    return nth_weekday_in(whole, int(nth or 0), x.weekday)


@makes("nth-weekday-after")
def nth_weekday_after(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """the first Tuesday after the first Monday of November"""
    x, y, nth = mk.sub(c["x"]), mk.sub(c["y"]), int(mk.number(c["o"]) or 0)
    if x is None or y is None or x.weekday is None or x.part != "weekday" or nth < 1:
        return None
    if y.lo is None or y.grain != "day" or y.frame != "calendar":
        return None
    if mk.word(c["l"]) == "after":
        day = next_weekday(y.lo, x.weekday) + 7 * (nth - 1)
    else:
        day = y.lo - ((y.lo - 1 - x.weekday) % 7 or 7) - 7 * (nth - 1)
    return day_reading(day, y.anchor)


def nth_weekday_in(whole: Reading, nth: int, weekday_: int) -> Reading | None:
    if whole.lo is None or whole.hi is None or whole.frame != "calendar" or not nth:
        return None
    if nth > 0:
        day = whole.lo + (weekday_ - (whole.lo - 1)) % 7 + 7 * (nth - 1)
    else:
        day = whole.hi - ((whole.hi - 1) - weekday_) % 7
    return day_reading(day, whole.anchor) if whole.lo <= day <= whole.hi else None


@makes("overnight")
def overnight(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """The night before publication, or in a story the one after its last day; "an overnight train" says no night."""
    follows = mk.at(node.end)
    if mk.at(node.start - 1) in DETERMINERS or (follows.isalpha() and follows not in AFTER_DAY):
        return None
    if mk.raw(node.start)[:1].isupper() and mk.raw(node.end)[:1].isupper():
        return None
    told = mk.context.narrative and near_story(mk)
    if told or mk.context.narrative:
        return part_of_day(mk.story("day", 0), "NI") if told else None
    return part_of_day(mk.relative("day", 0 if mk.context.tense() == "future" else -1), "NI")


@makes("twilight")
def twilight(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """ "at dawn", "after nightfall": of the day that the sentence tells"""
    lead = mk.at(node.start - 1)
    if lead not in TWILIGHT_LEADS or mk.at(node.end) in ("of", "in"):
        return None
    anchor = mk.context.time_anchor
    if mk.context.message or anchor is None or anchor.end is None or mk.context.start - anchor.end > 120:
        return None
    part = str(mk.value(c["p"]))
    day = mk.story("day", 1 if part == "MO" and at_night(anchor) else 0)  # dawn comes after the night that was told
    return part_of_day(day, part) if day.d is not None else None


@makes("part-of-day")
def part_of_the_day(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """ "by late afternoon", "in the evening": of the day that a clock at its place would be of"""
    lead, word = mk.at(node.start - 1), mk.word(c["p"])
    if mk.context.message or word.endswith("s") or lead not in DAYPART_LEADS:
        return None
    part = str(mk.value(c["p"]))
    the = mk.at(node.start) == "the"
    if "e" not in c and (lead not in (("in", "during") if the else ("by", "until")) or mk.context.tense() != "past"):
        return None  # "what you do in the evening"
    day = with_clock(mk, (PART_HOURS[part], 0), None, "", None)
    if day.lo is None or ("e" not in c and day.anchor != "story"):
        return None
    told = mk.context.time_anchor
    overnight = part == "MO" and "e" not in c and told is not None and told.lo == day.lo and at_night(told)
    return part_of_day(day_reading(day.lo + overnight, day.anchor), part)  # "on Friday night ... by morning"


@makes("early-hours")
def early_hours(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """the early hours of Sunday, the small hours: of the day that is named or was told just before"""
    item = c.get("p")
    if item is not None and (not isinstance(item, Node) or item.make != "early-hours"):
        return None
    inner = dict(item.captures) if isinstance(item, Node) else c
    if mk.word(inner["u"]) != "hours":
        return None
    if item is not None:
        day = mk.sub(c["x"])
    else:
        anchor = mk.context.time_anchor
        near = anchor is not None and anchor.end is not None and mk.context.start - anchor.end < 400
        day = mk.story("day", 0) if near or "d" in c else None
    if day is None or day.grain not in ("day", "daypart") or "WE" in day.value:
        return None
    out = part_of_day(day, "MO") if day.grain == "day" else day
    out.mod = "START"
    return out


@makes("the-daypart")
def the_daypart(mk: Maker, c: Captures, node: Node) -> Reading | None:
    if mk.at(node.start - 1) == "good" or (mk.at(node.end) == "of" and mk.at(node.end + 1) in ("a", "an")):
        return None  # a greeting; the dawn of an age
    return Reading("TIME", f"T{mk.value(c['p'])}", "daypart")
