"""One day named twice in a breath: "yesterday, 20 October", "last month (July)", "today (Wednesday)"."""

from __future__ import annotations

from itertools import pairwise

from checker import patterns
from checker.claims.constructions.figure import Figure
from checker.claims.constructions.match import Group
from checker.claims.constructions.roles import Roles
from checker.claims.draft import Draft
from checker.records import Time

DEICTIC = frozenset(("today", "yesterday", "tomorrow", "last", "this", "next"))
GRAINS = frozenset(("day", "month", "year"))
_OPENS = patterns.compile(r"(?:,| \(| [-–—]) ?(?:(?:on|in) )?")
_CLOSES = patterns.compile(r"[,).;:!?]| [-–—]|\s*(?:\n|$)")


def apposition_groups(draft: Draft, roles: Roles) -> list[Group]:
    """What stands in apposition to a word that counts from the day of publication, where that day is known."""
    document, text = draft.document, draft.analysis.text
    if document.published_earliest is None or document.published_earliest != document.published_latest:
        return []
    quoted = [span for one in draft.attributions if one.quoted for span in one.content_spans]
    groups: list[Group] = []
    for told, named in pairwise(draft.names.times):
        if not _deictic(told) or named.grain != told.grain or named.frame != told.frame:
            continue
        if not _OPENS.fullmatch(text, told.end, named.start) or not _CLOSES.match(text, named.end):
            continue
        if any(start <= told.start < end for start, end in quoted):
            continue  # a speaker counts from the day he spoke
        day = roles.day(Figure("T", told.start, told.end, told.text, time=told))
        if named.weekday is not None and named.weekday_span == (named.start, named.end):
            weekday = float(named.weekday)
            spelt = roles.span(named.start, named.end, (weekday, weekday), weekday)
            groups.append(("weekday-date", [("weekday", spelt), ("date", day)]))
        elif not _deictic(named):
            date = roles.day(Figure("T", named.start, named.end, named.text, time=named))
            groups.append(("deictic-date", [("told", day), ("date", date)]))
    return groups


def _deictic(time: Time) -> bool:
    return (
        time.anchor == "publication"
        and time.grain in GRAINS
        and time.weekday is None
        and time.text.split()[0].lower() in DEICTIC
    )
