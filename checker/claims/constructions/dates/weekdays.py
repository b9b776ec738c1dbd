"""A weekday that is told beside its date: "the night of 3 June 2017, a Tuesday", "8 May 1995 happened to be a
Saturday", "She died on 3 June 2017. It was a Tuesday"."""

from __future__ import annotations

from collections.abc import Iterator

from checker import patterns
from checker.claims.constructions.dates.calendar import WEEKDAYS, weekday_groups
from checker.claims.constructions.dates.dates import printed
from checker.claims.constructions.frame.match import Group
from checker.claims.constructions.frame.roles import Roles
from checker.claims.draft import Draft
from checker.records import Time

_IS = (
    r"(?:was|is|being|fell on|falls on|will be|will fall on|happen(?:ed|s) to (?:be|fall on)|turned out to be|had been|"
    r"landed on)(?: also)? (?:on )?an?"
)
_BESIDE = patterns.compile(rf"(?:,? ?[,(–—-] ?an?|,? ?(?:[(–—-] ?)?(?:(?:which|that|and|it|and it) )?{_IS}) ")
_OPENS = patterns.compile(
    rf"[\"“]?(?:(?:it|that|this|(?:that|the) (?:day|date)|this day) {_IS}|(?:that|the same) (?:day|date), an?) "
)
_CLOSES = patterns.compile(
    r" ?[,.;:)!?–—-]|\s*(?:\n|$)| (?:and|when|but|as|with|in|at|so|this year|that year|last year|morning|afternoon|"
    r"evening|night)\b"
)


def told_weekdays(draft: Draft, roles: Roles) -> Iterator[Group]:
    """Each weekday with an article, and the date that it is said of."""
    analysis = draft.analysis
    text = analysis.lower
    for token in draft.of(frozenset(WEEKDAYS)):
        start, end = analysis.starts[token], analysis.ends[token]
        if analysis.lowers[token - 1] not in ("a", "an") or not _CLOSES.match(text, end):
            continue
        number = analysis.sentence_at(start)
        sentence = analysis.sentences[number]
        here = [time for time in draft.names.times_in(sentence.start, start) if _dated(time)]
        found = here[-1] if here and _BESIDE.fullmatch(text, here[-1].end, start) else None
        if not here and number and _OPENS.fullmatch(text, sentence.start, start):
            above = analysis.sentences[number - 1]
            told = [time for time in draft.names.times_in(above.start, above.end) if _dated(time)]
            found = told[0] if len(told) == 1 and above.scope == sentence.scope else None
        if found is None or found.weekday is not None:
            continue
        yield from weekday_groups(roles, found, WEEKDAYS.index(text[start:end]), (start, end))


def _dated(time: Time) -> bool:
    return time.grain in ("day", "daypart") and printed(time) and time.type in ("DATE", "TIME")
