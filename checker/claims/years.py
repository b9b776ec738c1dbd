"""Years and days as printed, and what they are of: "the 1965 guitar", "the awards of 2004", "the vote on 5 May"."""

from __future__ import annotations

import re

from checker import patterns
from checker.claims import phrases
from checker.claims.clauses import clause_of
from checker.claims.draft import Draft
from checker.claims.figures import context_of, near_words
from checker.claims.words import content_words
from checker.days import MONTHS
from checker.records import Claim, Time

PHRASE = 6  # tokens behind the year that its phrase may have
YEAR_DIGITS = 4


def year_claims(draft: Draft) -> list[Claim]:
    """One claim a bare year of the narration or of a source: value is the year, counted the noun behind it."""
    return [_claim(draft, time) for time in draft.names.times if _is_year(time)]


def _is_year(time: Time) -> bool:
    return time.type == "DATE" and time.grain == "year" and time.text.isdigit() and len(time.text) == YEAR_DIGITS


def _claim(draft: Draft, time: Time) -> Claim:
    analysis = draft.analysis
    token = analysis.token_at(time.start)
    sentence = analysis.sentences[analysis.sentence_at(time.start)]
    end = min(sentence.last, token + PHRASE)
    opens = token + 1 < end and analysis.tags[token + 1] in ("NOUN", "PROPN", "ADJ")
    phrase = phrases.after(analysis, token + 1, end) if opens else None
    clause = clause_of(analysis, draft.names, token, token + 1)
    year = float(time.text)
    return draft.claim(
        "year",
        time.start,
        time.end,
        draft.voices(time.start, time.end)[0],
        event=time,
        subject=clause.subject,
        predicate=clause.predicate,
        counted=phrase.lemma if phrase else "",
        modifiers=tuple(content_words(analysis, phrase.first, phrase.last)) if phrase else (),
        qualifier=analysis.lowers[token - 1] if token > sentence.first else "",
        value=year,
        least=year,
        most=year,
        dimension="year",
        status=clause.status,
        context=context_of(analysis, time.start, time.end),
        near=near_words(analysis, clause, token, token + 1),
    )


_DAY = patterns.compile(r"(?:\d{4}|XXXX)-(\d\d)-(\d\d)")
_MONTH = patterns.compile(rf"\b(?:{'|'.join(month[:3] for month in MONTHS)})|\d[/.]\d", re.I)  # "Oct. 22", "22/10"
_YEAR = patterns.compile(r"\d{4}")


def day_claims(draft: Draft) -> list[Claim]:
    """One claim a day that is printed with its month and stands alone: value is the day of the month, unit the month.

    The ends of a range ("from 16 to 28 November") are told apart by the range."""
    times = draft.names.times
    ends = {time.ends for time in times}
    return [
        _day(draft, time, found)
        for number, time in enumerate(times)
        if time.type == "DATE" and time.ends is None and number not in ends
        if (found := _DAY.fullmatch(time.value)) and any(map(str.isdigit, time.text)) and _MONTH.search(time.text)
    ]


def _day(draft: Draft, time: Time, found: re.Match[str]) -> Claim:
    analysis = draft.analysis
    first, last = analysis.token_at(time.start), analysis.token_at(time.end - 1) + 1
    clause = clause_of(analysis, draft.names, first, last)
    day, year = float(found[2]), _YEAR.search(time.text)
    end = min(analysis.sentences[analysis.sentence_at(time.start)].last, last + PHRASE)
    phrase = phrases.after(analysis, last, end) if last < end and analysis.tags[last] in ("NOUN", "ADJ") else None
    return draft.claim(
        "day",
        time.start,
        time.end,
        draft.voices(time.start, time.end)[0],
        event=time,
        subject=clause.subject,
        predicate=clause.predicate,
        counted=phrase.lemma if phrase else "",
        value=day,
        least=day,
        most=day,
        dimension="day of month",
        unit=found[1],
        qualifier=analysis.lowers[first - 1] if first else "",
        wording=year[0] if year else "",
        status=clause.status,
        context=context_of(analysis, time.start, time.end),
        near=near_words(analysis, clause, first, last),
    )
