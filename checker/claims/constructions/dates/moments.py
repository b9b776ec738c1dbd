"""One moment on two clocks: "11:00 GMT (2 p.m. in Moscow)", "9pm Paris time, or 3 p.m. in New York", "at 3.15pm local
time (1215 GMT)"."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import msgspec

from checker import patterns
from checker.claims.constructions.dates.calendar import published
from checker.claims.constructions.dates.zones import Zone, lettered, place_name, placed
from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.frame.match import Group
from checker.claims.constructions.frame.pattern import words
from checker.claims.constructions.frame.roles import Roles
from checker.claims.draft import Draft
from checker.records import Time

HALF_DAY, DAY = 720, 1440  # minutes
LONGEST_NAME = 4  # words of a place
ABOUT = 15  # minutes by which "shortly after 3 p.m." may be off
NEAR = 30  # days by which the day of an undated clock may lie from publication
WEEK, YEAR = 7, 366  # days
HEDGE_REACH = 40  # characters before a clock that "shortly after" and what follows on it take
HEDGE = patterns.compile(
    r"\b(?:around|about|approximately|roughly|some|nearly|almost|shortly|just|soon|moments)\b[^.;,]{0,12}$"
)
NO_HALF = patterns.compile(r"[ap]\.? ?m\b|noon|midnight|^0\d|^\d{4}\b|o.clock|morning|evening|afternoon|night")
ANY_DAY = dt.date(2024, 1, 1).toordinal()
LISTED = 6  # tokens that may stand between two clocks beside the words that tie them


class Clock(msgspec.Struct, frozen=True):
    """A time of day with the zone that it is told in: None for the clock of wherever it is; `last` its last token."""

    time: Time
    zone: Zone | None
    first: int
    last: int
    lettered: bool  # its zone is told by letters, or as somewhere's time

    @property
    def halves(self) -> int:
        """Minutes after which the same print comes again: "2:30" is morning or evening."""
        text = self.time.text.lower()
        told = self.time.clock is None or self.time.clock > HALF_DAY + 59 or NO_HALF.search(text)
        universal = self.lettered and self.zone is not None and self.zone.minutes == (0,)
        return DAY if told or universal else HALF_DAY


def moment_groups(draft: Draft, roles: Roles) -> list[Group]:
    """Every two clocks that tell one moment."""
    clocks = [_clock(draft, time) for time in draft.names.times if time.clock is not None and time.type == "TIME"]
    groups = []
    for one, other in pairwise(clocks):
        firm = _tied(draft, one, other)
        if firm is None or one.time.start == other.time.start:
            continue
        if not firm and (not (one.lettered or other.lettered) or one.time.clock == other.time.clock):
            continue  # "shops open at 9am in Leeds, 10am in Hull", "at 8pm ET/PT": each by its own clock
        zones = [clock.zone or (_here(draft, one) if firm else None) for clock in (one, other)]
        if (one.zone is None and other.zone is None) or zones[0] == zones[1]:
            continue
        if zones[0] is not None and zones[1] is not None:
            groups += _group(draft, roles, (one, other), (zones[0], zones[1]))
    return groups


def _group(draft: Draft, roles: Roles, clocks: tuple[Clock, Clock], zones: tuple[Zone, Zone]) -> list[Group]:
    """The two in UTC: the first at one offset it may have, the second as near to it as its print allows."""
    one, other = clocks
    minutes = one.time.clock or 0, other.time.clock or 0
    period = min(one.halves, other.halves)
    best: tuple[int, int, int] | None = None
    for day in _days(draft, clocks, zones):
        for ahead in zones[0].ahead(day):
            for behind in zones[1].ahead(day):
                at, then = minutes[0] - ahead, minutes[1] - behind
                then += round((at - then) / period) * period
                if best is None or abs(at - then) < best[0]:
                    best = abs(at - then), at, then
    if best is None:
        return []
    _, at, then = best
    claims = []
    for role, clock, utc in (("first", one, at), ("second", other, then)):
        before = draft.analysis.lower[max(0, clock.time.start - HEDGE_REACH) : clock.time.start]
        off = ABOUT if clock.time.mod or HEDGE.search(before) else 0
        end = draft.analysis.ends[clock.last - 1]
        figure = Figure("C", clock.time.start, end, draft.analysis.text[clock.time.start : end], time=clock.time)
        claims.append((role, roles.made(figure, (utc - off, utc + off), "", float(utc))))
    return [("clock-zones", claims)]


def _days(draft: Draft, clocks: tuple[Clock, Clock], zones: tuple[Zone, Zone]) -> list[int]:
    """Days on which it may be: those round the day told, else the weeks round publication, else a year's ("EST" is
    also written of what is EDT); of them those on which both zones are kept."""
    first = draft.analysis.sentences[draft.analysis.sentence_at(clocks[0].time.start)].start
    told = [
        time.earliest
        for time in draft.names.times_in(first, clocks[1].time.end + NEAR)
        if time.frame == "calendar" and time.earliest is not None and time.latest == time.earliest
        and (time.grain in ("day", "daypart") or time.weekday is not None)
    ]  # fmt: skip
    out = published(draft)
    middle = out[0] if out is not None else clocks[0].time.earliest or ANY_DAY
    year = range(middle - YEAR // 2, middle + YEAR // 2, WEEK)
    if told:
        days = [day + beside for day in told for beside in (-1, 0, 1)]
    elif out is None or any(zone.loose for zone in zones):
        days = list(year)
    else:
        days = list(range(out[0] - NEAR, out[1] + NEAR + 1, WEEK))
    return [day for day in days if _kept(zones, day)] or [day for day in year if _kept(zones, day)]


def _kept(zones: tuple[Zone, Zone], day: int) -> bool:
    return all(zone.ahead(day) for zone in zones)


def _clock(draft: Draft, time: Time) -> Clock:
    """A time of day with the zone that is told behind it."""
    analysis = draft.analysis
    first = analysis.token_at(time.start)
    last = analysis.token_at(time.end - 1) + 1
    if time.zone and time.zone != "LOCAL":
        return Clock(time, lettered().get(time.zone, Zone(letters=True)), first, last, True)
    sentence = analysis.sentences[analysis.sentence_at(time.start)]
    zone = lettered().get(analysis.words[last].upper()) if last + 1 < sentence.last else None
    if zone is not None and analysis.words[last][0].isupper() and not analysis.words[last + 1][0].isupper():
        return Clock(time, zone, first, last + 1 + (analysis.lowers[last + 1] == "time"), True)  # "noon Eastern"
    at = last
    while at < sentence.last and (analysis.lowers[at] in words("clock_day") or _of_day(draft, at, time)):
        at += 1
    while at + 1 < sentence.last and analysis.lowers[at] in words("clock_folk"):
        at += 1
    behind = at < sentence.last and analysis.lowers[at] == "in"
    if behind:
        zone, end = _place(draft, at + 1, sentence.last)
        if zone is not None:
            return Clock(time, zone, first, end, False)
    zone, end = _place(draft, last, sentence.last)
    if zone is not None and end < sentence.last and analysis.lowers[end] == "time":
        return Clock(time, zone, first, end + 1, True)
    return Clock(time, None, first, last, False)


def _of_day(draft: Draft, token: int, clock: Time) -> bool:
    """Does a token belong to a day or a part of one?"""
    analysis = draft.analysis
    start = analysis.starts[token]
    return any(
        time.clock is None and time.grain in ("day", "daypart") and time.end > start
        for time in draft.names.times_in(clock.end, analysis.ends[token])
    )


def _place(draft: Draft, token: int, limit: int) -> tuple[Zone | None, int]:
    """The zone of the place that is named at a token, with the token behind its name; the longest name counts."""
    analysis = draft.analysis
    if token < limit and analysis.lowers[token] == "the":
        token += 1
    if token >= limit or not analysis.words[token][0].isupper():
        return None, token
    for end in range(min(limit, token + LONGEST_NAME), token, -1):
        name = place_name(analysis.text[analysis.starts[token] : analysis.ends[end - 1]])
        if name in placed():
            return Zone(places=tuple(placed()[name])), end
    return None, token


def _here(draft: Draft, clock: Clock) -> Zone | None:
    """The clocks of wherever the text may be: where its own sentence or the dateline names a place, those of all the
    places that the text names."""
    analysis = draft.analysis
    sentence = analysis.sentences[analysis.sentence_at(clock.time.start)]
    here = any(
        analysis.lowers[token - 1] in words("clock_at") and _place(draft, token, sentence.last)[0] is not None
        for token in range(sentence.first + 1, sentence.last)
    )
    dateline = len(analysis.words) > 1 and analysis.words[0].isupper() and _place(draft, 0, len(analysis.words))[0]
    if not (here or dateline):
        return None
    found: set[str] = set()
    token = 0
    while token < len(analysis.words):
        zone, end = _place(draft, token, len(analysis.words))
        found |= set(zone.places) if zone is not None else set()
        token = max(token + 1, end)
    return Zone(places=tuple(sorted(found))) if found else None


def _tied(draft: Draft, one: Clock, other: Clock) -> bool | None:
    """Do only words that tie stand between two clocks: firmly ("(", "or", "which is"), or by a comma?  None if not."""
    analysis = draft.analysis
    between = [
        analysis.lowers[token]
        for token in range(one.last, other.first)
        if not _of_day(draft, token, one.time) and analysis.lowers[token] not in words("clock_day")
    ]
    if not between or len(between) > LISTED or not set(between) <= words("clock_tie"):
        return None
    if between[0] == "." and not {"it", "that"} & set(between):
        return None
    if "to" in between and not {"equivalent", "equal"} & set(between):
        return None  # from one to the other
    told = {"it", "is"}, {"it", "was"}, {"it", "be"}
    return not set(between) <= words("clock_loose") or set(analysis.lowers[one.first - 2 : one.first]) in told
