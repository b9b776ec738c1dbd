"""Beginnings and ends told together: "from 1990 to 2001", "(12-16 March)", "between his election in 1990 and his death
in 2002"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import msgspec

from checker import patterns
from checker.claims.constructions.dates.calendar import comparable
from checker.claims.constructions.dates.dates import figure_of, figures_of_time, printed
from checker.claims.constructions.frame.figure import Figure
from checker.claims.draft import Draft
from checker.language import Sentence
from checker.records import Time

BETWEEN = patterns.compile(
    r",? ?(?:to|until|till|through|up to|and|-|–|—) ?(?:on |in |the |(?:his|her|its|their|the) [a-z]+ (?:in|on) )?$"
)
RANGE = patterns.compile(r"\b(?:from|between)(?: the)? (?:(?:(?<=the )|(?:his|her|its|their) )[a-z]+ (?:in|on) )?$|\($")


class Span(msgspec.Struct, frozen=True):
    """A length of time that the text gives something as a whole."""

    figure: Figure
    least: float | None  # days
    most: float | None
    unit: str
    sentence: int
    named: str = ""  # the noun that it stands before: "the six-hour outage"


class Stretch(msgspec.Struct, frozen=True):
    """A beginning and an end."""

    start: Figure
    end: Figure
    days: tuple[tuple[float, float], tuple[float, float]]
    sentence: int
    thing: str = ""  # the head of what began and ended


def stretches_of(draft: Draft, sentence: Sentence, number: int) -> list[Stretch]:
    """ "from 1990 to 2001", "(12-16 March)", "between 9am and 5pm": a beginning and an end in one breath."""
    times = [time for time in draft.names.times_in(sentence.start, sentence.end) if time.type in ("DATE", "TIME")]
    text = draft.analysis.text
    found: list[Stretch] = []
    for time in times:
        halves = figures_of_time(time) if "/" in time.value else []
        if len(halves) == 2 and all(half.time is not None for half in halves):
            found += stretch(halves[0], halves[1], number)
    for one, other in pairwise(times):
        if "/" in one.value or "/" in other.value or not BETWEEN.fullmatch(text, one.end, other.start):
            continue
        joint = text[one.end : other.start].strip(" ,")
        opened = RANGE.search(text[max(0, one.start - 36) : one.start].lower())
        exact = joint != "and" and one.grain == other.grain != "year" and one.clock == other.clock is None
        # "her reign of 31 years, 1902 to 1923, was"
        beside = text[one.start - 2 : one.start] == ", " and text[other.end : other.end + 1] in ",.;)"
        exact |= joint != "and" and beside
        if opened or exact or joint.startswith(("until", "till", "through")):
            found += stretch(figure_of(one), figure_of(other), number)
    return found


def between_of(draft: Draft, span: Span, sentence: Sentence, number: int) -> list[Stretch]:
    """ "the 12 years between his election in 1990 and his death in 2002": from one noun's date to another's."""
    analysis = draft.analysis
    last = analysis.token_at(span.figure.end - 1) + 1
    if last >= sentence.last or analysis.lowers[last] not in ("between", "from", "separating"):
        return []
    times = [
        time
        for time in draft.names.times_in(span.figure.end, sentence.end)
        if time.type == "DATE" and "/" not in time.value
    ]
    if len(times) < 2:
        return []
    ends = [analysis.token_at(time.start) for time in times[:2]]
    joints = ("to", "until", "till") if analysis.lowers[last] == "from" else ("and",)
    inside = analysis.lowers[ends[0] : ends[1]]
    verbs = any(analysis.verb_at.get(token) for token in range(last, ends[1]))
    one_joint = sum(low in joints for low in inside) == 1 and analysis.lowers[ends[1] - 1] not in joints
    return list(stretch(figure_of(times[0]), figure_of(times[1]), number)) if one_joint and not verbs else []


def elaborated(draft: Draft, span: Span, sentence: Sentence, number: int) -> list[Stretch]:
    """ "took 30 months: it was begun in January 2020 and sold in July 2022", "have two months to see the picture, which
    arrives on 3 May and leaves on 5 July": the only two dates behind a length that they explain."""
    analysis = draft.analysis
    last = analysis.token_at(span.figure.end - 1) + 1
    colon = next((token for token in range(last, sentence.last) if analysis.words[token] == ":"), 0)
    times = [time for time in draft.names.times_in(sentence.start, sentence.end) if printed(time)]
    times = [time for time in times if time.type in ("DATE", "TIME") and "/" not in time.value]
    if len(times) != 2 or times[0].grain != times[1].grain or times[0].start < span.figure.end:
        return []
    first, second = (analysis.token_at(time.start) for time in times)
    joined = any(low in ("and", "before", "then") for low in analysis.lowers[first:second])
    if not joined or not (0 < colon < first or (span.named == "given" and second < sentence.last)):
        return []
    return list(stretch(figure_of(times[0]), figure_of(times[1]), number))


def stretch(start: Figure, end: Figure, number: int, thing: str = "") -> Iterator[Stretch]:
    """The days (with clock times, parts of days) of a beginning and an end that can be reckoned with."""
    one, other = start.time, end.time
    if one is None or other is None or one.frame != other.frame:
        return
    if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
        return
    if one.clock is not None and other.clock is not None:
        days = tuple(time.earliest + time.clock / 1440 for time in (one, other))  # type: ignore[operator]
        first, last = days
        if last < first and one.earliest == other.earliest:
            last += 1.0
        yield Stretch(start, end, ((first, first), (last, last)), number, thing)
        return
    if (one.clock is None) != (other.clock is None):
        return
    if weekdays_only(one, other):
        gap = ((other.weekday or 0) - (one.weekday or 0)) % 7
        yield Stretch(start, end, ((one.earliest,) * 2, (one.earliest + gap,) * 2), number, thing)
        return
    compared = comparable(one, other)
    if compared is None and one.grain == other.grain == "year":  # "1985-90"
        compared = (one.earliest, one.latest), (other.earliest, other.latest)
    if compared is None and printed(one) and printed(other):
        shift = _wrapped(one, other)
        if shift is None:
            return
        compared = (one.earliest, one.latest), (other.earliest + shift, other.latest + shift)
    if compared is not None:
        yield Stretch(start, end, compared, number, thing)


def weekdays_only(one: Time, other: Time) -> bool:
    """ "from Thursday to Sunday": days of one week, told by no date."""
    both = one.weekday is not None and other.weekday is not None and one.grain == other.grain == "day"
    return both and not printed(one) and not printed(other)


def _wrapped(one: Time, other: Time) -> int | None:
    """Days to move the end by, so that it is the next one after the beginning, where no year is printed."""
    assert one.earliest is not None
    assert other.earliest is not None
    if one.grain != other.grain or one.grain not in ("day", "month"):
        return None
    gap = (other.earliest - one.earliest) % 365
    return one.earliest + gap - other.earliest
