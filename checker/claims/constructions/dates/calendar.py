"""Dates that follow from each other: weekdays, order, durations, ages, anniversaries, clock times."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import msgspec

from checker import patterns
from checker.claims.constructions.dates.dates import figure_of
from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.frame.match import Group, Match, crosses, direction, ranged
from checker.claims.constructions.frame.pattern import cues
from checker.claims.constructions.frame.roles import DAY, Roles
from checker.claims.constructions.passage.referents import OWNERS
from checker.claims.constructions.passage.wording import wording
from checker.claims.draft import Draft
from checker.days import WEEKDAYS as NAMES
from checker.records import Time

YEAR_PRINTED = patterns.compile(r"\b(?:1\d|20)\d\d\b|['’]\d\d\b")
CHAIN = patterns.compile(r"(?:,|,? and) (?:\d+|[a-z]+) (?:month|week|day|night|hour|minute|second)s?\b")
CHAINED = patterns.compile(r"\b(?:year|month|week|day|hour|minute)s?(?:|,|,? and) $")
WEEKDAYS = tuple(map(str.lower, NAMES))
NEAR = 60  # days from publication within which a date without a year is sure of its year
UNIT_DAYS = {
    "minute": 1 / 1440,
    "hour": 1 / 24,
    "day": 1.0,
    "night": 1.0,
    "week": 7.0,
    "fortnight": 14.0,
    "month": 30.4369,
    "year": 365.2425,
    "decade": 3652.425,
}


def calendar_groups(draft: Draft, roles: Roles) -> list[Group]:
    """What one expression says twice ("Monday 11 January 2002"), and dates that no calendar has."""
    groups: list[Group] = []
    for time in draft.names.times:
        if time.invalid:
            groups.append(("impossible-date", [("date", roles.day(figure_of(time), (None, None)))]))
            continue
        weekday, span = time.weekday, time.weekday_span
        printed = time.grain in ("day", "daypart") and any(map(str.isdigit, time.text))
        if weekday is not None and span and printed:
            groups += weekday_groups(roles, time, weekday, span)
    return groups


def weekday_groups(roles: Roles, time: Time, weekday: int, span: tuple[int, int]) -> list[Group]:
    """A date and the weekday that `span` tells of it, where the date is sure."""
    if time.grain == "daypart" and time.earliest is not None and time.latest == time.earliest + 1:
        time = msgspec.structs.replace(time, latest=time.earliest)  # a night ends on the next day
    if not _sure(roles.draft, time, weekday):
        return []
    start, end = time.start, time.end
    if span[0] == start:
        start = span[1]
    elif span[1] == end:
        end = span[0]
    text = roles.draft.analysis.text[start:end]
    start += len(text) - len(text.lstrip(" ,"))
    end -= len(text) - len(text.rstrip(" ,"))
    day = roles.day(Figure("T", start, end, roles.draft.analysis.text[start:end], time=time))
    told = roles.span(*span, (float(weekday), float(weekday)), float(weekday))
    return [("weekday-date", [("weekday", told), ("date", day)])]


def _sure(draft: Draft, time: Time, weekday: int) -> bool:
    """Is it known which year is meant, so that a weekday can be wrong?  Without a printed year, a date far from
    publication is sure only when no year near has that weekday."""
    if time.frame != "calendar" or time.earliest is None or time.earliest != time.latest:
        return False
    if YEAR_PRINTED.search(time.text):
        return True
    published = draft.document.published_latest
    if (
        published is None
        or draft.document.published_earliest is None
        or published - draft.document.published_earliest > 1
    ):
        return False
    if abs(time.earliest - published) <= NEAR:
        return True
    day = date.fromordinal(time.earliest)
    for years in (-2, -1, 1, 2):
        try:
            if day.replace(year=day.year + years).weekday() == weekday:
                return False
        except ValueError:
            continue
    return True


def weekday_date(match: Match) -> list[Group]:
    """ "11 January 2002, a Friday"."""
    figure = match.one("date")
    word = next((word for word in match.words() if word in WEEKDAYS), "")
    time = figure.time
    if time is None or not word or time.weekday is not None:
        return []
    token = match.first + match.words().index(word)
    start = match.skeleton.starts[token]
    return weekday_groups(match.roles, time, WEEKDAYS.index(word), (start, start + len(word)))


def years_printed(figure: Figure) -> bool:
    return bool(YEAR_PRINTED.search(figure.text))


def order(match: Match) -> list[Group]:
    """What begins and what ends."""
    start, end = match.one("start"), match.one("end")
    if start.time is None or end.time is None:
        return []
    days = comparable(start.time, end.time)
    had = "had" in match.words() and "born" not in match.words()  # "Sentenced in May, he had been convicted in March"
    if days is None or had or (wording("put-off") | wording("unrealised")) & match.sentence():
        return []
    if any(one in OWNERS and other in wording("kin") for one, other in pairwise(match.words())):
        return []  # "She was born in 1950, and her brother died in 1945"
    if match.row.mode == "span":
        lists = cues()
        amounts = start.letter == end.letter == "Y"  # "fell from 2010 to 1998" may be of sheep
        if amounts and (match.sentence() & {*lists["up"], *lists["down"]} or direction(match)):
            return []
        before = match.skeleton.tokens[match.first - 1] if match.first else ""
        if before in ("difference", "differences", "gap", "comparison", "choice"):
            return []
    return [("order", [("start", match.roles.day(start, days[0])), ("end", match.roles.day(end, days[1]))])]


def comparable(start: Time, end: Time) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The days of both, where it is known which of them is the earlier: by their years, or within one month."""
    first, last = start.days, end.days
    if first is None or last is None or start.frame != end.frame:
        return None
    printed = [bool(YEAR_PRINTED.search(time.text)) for time in (start, end)]
    if all(printed):
        return first, last
    if start.grain != "day" or end.grain != "day" or start.frame != "calendar":
        return None
    if not all(any(map(str.isdigit, time.text)) for time in (start, end)):
        return None
    one, other = date.fromordinal(first[0]), date.fromordinal(last[0])
    if one.month != other.month:
        return None
    if one.day == other.day + 1:
        return None  # a year of any kind: "from 6 April to 5 April"
    try:
        if printed[1]:
            moved = one.replace(year=other.year).toordinal()
            return (moved, moved), last
        moved = other.replace(year=one.year).toordinal()
    except ValueError:
        return None
    return first, (moved, moved)


def _clock(figure: Figure) -> float | None:
    return None if figure.time is None or figure.time.clock is None else figure.time.clock / 1440


def duration_span(match: Match) -> list[Group]:
    """How long, from when, until when; in days."""
    start, end = match.one("start"), match.one("end")
    duration = match.one("duration")
    if ranged((duration,)) or duration.value is None or one_of_several(match.roles.draft.analysis.lower, duration):
        return []
    if match.before(duration) in ("last", "past", "next", "previous", "coming", "every"):
        return []
    between = match.skeleton.tokens[duration.token + 1 : start.token]
    if "again" in between or (match.before(duration) in ("a", "an") and match.before(duration, 2) == "of"):
        return []  # "ten days in June and again from", "three years of a five-year sentence, from"
    state = match.skeleton.tokens[duration.token + 1 : duration.token + 5]
    if match.before(duration) == "after" and state[:1] == ["in"] and wording("held-in").isdisjoint(state):
        return []  # "after 70 years in the same family"
    if "and" in between and not {*cues()["lasted"], *cues()["begin"]} & match.sentence():
        return []  # "was chair for three years and a director from 1990 to 2001"
    length = _length(match, duration)
    if length is None:
        return []
    least, most, unit = length
    if match.row.mode == "at-least":
        most = None
    if (start.letter == "C") != (end.letter == "C"):
        return []
    if start.letter == "C":
        one, other = _clock(start), _clock(end)
        if one is None or other is None or unit not in ("hour", "minute") or (least or 0) > 1:
            return []
        if other < one:
            other += 1.0
        sides = [(match.roles.made(figure, (at, at), "", at * 24)) for figure, at in ((start, one), (end, other))]
    else:
        days = _days(start, end)
        if days is None or unit in ("hour", "minute"):
            return []
        sides = [match.roles.day(figure, span) for figure, span in zip((start, end), days, strict=True)]
    made = match.roles.made(duration, (least, most), "", duration.value)
    return [("duration-span", [("duration", made), ("start", sides[0]), ("end", sides[1])])]


def one_of_several(lower: str, length: Figure) -> bool:
    """ "six years, two months and 10 days": is it a part of a length that no one unit holds?"""
    before = lower[max(0, length.start - 16) : length.start]
    return CHAIN.match(lower, length.end) is not None or CHAINED.search(before) is not None


def _length(match: Match, figure: Figure) -> tuple[float | None, float | None, str] | None:
    """What a duration allows, in days, and its unit."""
    quantity = match.quantity(figure)
    unit = figure.unit or (quantity.unit if quantity else "")
    if unit not in UNIT_DAYS:
        return None
    least, most = (None if bound is None else bound / DAY for bound in (figure.least, figure.most))
    return allowance(least, most, unit)


def allowance(least: float | None, most: float | None, unit: str) -> tuple[float | None, float | None, str]:
    """What a duration of some days allows: half a unit more or less, a day less where both ends are counted."""
    half = 0.0 if unit in ("day", "night") else UNIT_DAYS[unit] / 2
    if unit in ("day", "night", "week", "fortnight", "month"):
        least = None if least is None else least - 1
    return (None if least is None else least - half, None if most is None else most + half, unit)


def _days(start: Figure, end: Figure) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The days of both; dates without a year are brought within a year of each other, in order."""
    one, other = start.time, end.time
    if one is None or other is None or one.frame != other.frame:
        return None
    first, last = one.days, other.days
    if first is None or last is None:
        return None
    if years_printed(start) and years_printed(end):
        return first, last
    shift = 0
    while last[1] + shift < first[0]:
        shift += 365
    while last[0] + shift - first[1] > 366:
        shift -= 365
    if abs(shift) > 365 * 3:
        return None
    if years_printed(end) or not years_printed(start):
        return (first[0] - shift, first[1] - shift), last
    return first, (last[0] + shift, last[1] + shift)


def age_birth(match: Match) -> list[Group]:
    """An age, a date of birth, and the day on which the age is told (of publication unless the text gives one)."""
    age, birth = match.one("age"), match.one("birth")
    quantity = match.quantity(age)
    if (
        age.value is None
        or ranged((age,))
        or birth.time is None
        or birth.time.frame != "calendar"
        or not years_printed(birth)
    ):
        return []
    if not 0 < age.value < 125 or age.value != int(age.value) or (quantity is not None and quantity.hedge):
        return []
    if match.before(age) == "of" and match.before(age, 2) != "age":
        return []  # "the youngest of seven"
    if match.row.mode != "told" and match.before(age) == "at":
        return []  # "first saw the sea at nine": not today
    years = sum(figure.time is not None and years_printed(figure) for figure in match.skeleton.figures)
    if _moved_on(match, birth) or (match.row.mode != "told" and match.before(age, 2) == "age" and years > 1):
        return []  # "was born in 1931 and wrote it at the age of 19 in 1950"
    if wording("kin") & {*match.words(), match.before(age), match.before(age, 2)} and match.row.mode != "told":
        return []  # "Her son, 12, was with Ms Cole, who was born in 1950"
    if age.letter == "N" and quantity is not None and quantity.counted is not None:
        return []
    if crosses(match) and any(figure.letter == "A" for figure in match.others()):
        return []
    if match.row.mode == "told":
        said = match.roles.day(match.one("said"))
        moment = match.skeleton.tokens[age.token + 1 : match.one("said").token]
        if "when" in moment and {"and", "but"} & set(moment):
            return []  # "was 17 when she left and by 1965 was singing"
        if not years_printed(match.one("said")):
            return []
    else:
        days = published(match.roles.draft)
        if (
            days is None
            or {"when", "then", "turns", "will", "would"} & set(match.words())
            or wording("gone") & match.sentence()
        ):
            return []
        if any(
            figure.time is not None and figure.token != birth.token
            for figure in match.skeleton.figures
            if match.first <= figure.token < match.last
        ):
            return []
        said = match.roles.span(age.start, age.end, wording="day of publication", days=days)
    bounds = (age.value, age.value)
    return [
        (
            "age-birth",
            [("age", match.roles.made(age, bounds, "", age.value)), ("birth", match.roles.day(birth)), ("said", said)],
        )
    ]


def _moved_on(match: Match, birth: Figure) -> bool:
    """ "was born in Cork and moved to Galway in 1998": is the date that of another verb?"""
    analysis = match.roles.draft.analysis
    token = analysis.token_at(birth.start)
    for at in range(token - 1, analysis.sentences[analysis.sentence_at(birth.start)].first - 1, -1):
        if analysis.lowers[at] in ("born", "birth"):
            return False
        verb = analysis.verb_at.get(at)
        if verb is not None and verb.finite and verb.lemma != "bear":
            return True
    return False


def anniversary(match: Match) -> list[Group]:
    """The Nth anniversary, the year it is counted from, the year it falls in."""
    number, first = match.one("number"), match.one("first")
    if number.value is None or not number.value or first.time is None or first.time.frame != "calendar":
        return []
    if not years_printed(first):
        return []
    if number.letter == "D":
        quantity = match.quantity(number)
        if (number.unit or (quantity.unit if quantity else "")) != "year":
            return []
    if number.letter == "O" and match.after(number) not in {*cues()["anniversary"]}:
        return []
    least = most = float(number.value)
    if match.row.mode == "told":
        day = match.roles.day(match.one("date"))
    else:
        days = published(match.roles.draft)
        if days is None:
            return []
        if match.row.mode == "now" and (
            match.sentence() & {"had", "been", "when", "then"}
            or sum(f.time is not None and f.letter in "YTB" for f in match.skeleton.figures) > 1
        ):
            return []
        least, most = least - 1, most + 1
        day = match.roles.span(number.start, number.end, wording="day of publication", days=days)
    made = match.roles.made(number, (least, most), "", number.value)
    return [("anniversary", [("number", made), ("first", match.roles.day(first)), ("date", day)])]


def published(draft: Draft) -> tuple[int, int] | None:
    """The days between which a text came out, where they are no more than a year apart."""
    first, last = draft.document.published_earliest, draft.document.published_latest
    return None if first is None or last is None or last - first > 366 else (first, last)
