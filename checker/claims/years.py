"""Years and days as printed, and what they are of: "the 1965 guitar", "the awards of 2004", "the vote on 5 May"."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from checker import patterns
from checker.claims import phrases
from checker.claims.clauses import clause_of
from checker.claims.draft import Draft
from checker.claims.figures import context_of, near_words
from checker.claims.rarity import NAME
from checker.claims.words import content_words
from checker.days import MONTHS
from checker.records import Claim, Time

PHRASE = 6  # tokens that the phrase behind a time may have
YEAR_DIGITS = 4


FEW = 3  # sentences of an article that may hold a word before it is what the article is about
RECORD = 6  # tokens before "since" that may hold what has not been since
RECORDS = frozenset(("first", "only", "biggest", "largest", "highest", "lowest", "worst", "best", "deadliest", "last"))


def year_claims(draft: Draft) -> list[Claim]:
    """One claim a bare year of the narration or of a source, or a year with its month: value is the year, unit the
    month, counted the noun behind it, object the words of its sentence that few sentences of the article hold, wording
    what has not been since ("the first win since 1985")."""
    years = [time for time in draft.names.times if _is_year(time)]
    held = _held(draft) if years else Counter[str]()
    return [_claim(draft, time, held) for time in years]


def _is_year(time: Time) -> bool:
    if time.type != "DATE" or not time.text[-YEAR_DIGITS:].isdigit():
        return False
    return (time.grain == "year" and len(time.text) == YEAR_DIGITS) or bool(_MONTH_OF_YEAR.fullmatch(time.value))


_MONTH_OF_YEAR = patterns.compile(r"\d{4}-(\d\d)")


def _claim(draft: Draft, time: Time, held: Counter[str]) -> Claim:
    analysis = draft.analysis
    token = analysis.token_at(time.start)
    sentence = analysis.sentences[analysis.sentence_at(time.start)]
    phrase = _behind(draft, time, token + 1, ("NOUN", "PROPN", "ADJ"))
    few = [word for word in context_of(analysis, time.start, time.end) if held[word.removeprefix(NAME)] <= FEW]
    return _row(
        draft,
        "year",
        time,
        float(time.text[-YEAR_DIGITS:]),
        unit=found[1] if (found := _MONTH_OF_YEAR.fullmatch(time.value)) else "",
        object=" ".join(few),
        wording=_record(draft, token, sentence.first),
        counted=phrase.lemma if phrase else "",
        modifiers=tuple(content_words(analysis, phrase.first, phrase.last)) if phrase else (),
        qualifier=analysis.lowers[token - 1] if token > sentence.first else "",
        dimension="year",
    )


def _held(draft: Draft) -> Counter[str]:
    """Content word → how many sentences of the article hold it."""
    found: Counter[str] = Counter()
    for sentence in draft.analysis.sentences:
        inside = content_words(draft.analysis, sentence.first, sentence.last)
        found.update({word.removeprefix(NAME) for word in inside})
    return found


def _record(draft: Draft, token: int, first: int) -> str:
    """ "The first since 1985", "the highest level since 2008"."""
    lowers = draft.analysis.lowers
    if token <= first or lowers[token - 1] != "since":
        return ""
    return next((word for word in lowers[max(first, token - RECORD) : token - 1][::-1] if word in RECORDS), "")


def _behind(draft: Draft, time: Time, last: int, tags: tuple[str, ...]) -> phrases.Phrase | None:
    """What the time stands before ("the 1965 guitar"): the phrase that begins at token `last`."""
    analysis = draft.analysis
    end = min(analysis.sentences[analysis.sentence_at(time.start)].last, last + PHRASE)
    return phrases.after(analysis, last, end) if last < end and analysis.tags[last] in tags else None


def _row(draft: Draft, aspect: str, time: Time, value: float, **fields: Any) -> Claim:
    analysis = draft.analysis
    first, last = analysis.tokens_of(time.start, time.end)
    clause = clause_of(analysis, draft.names, first, last)
    return draft.claim(
        aspect,
        time.start,
        time.end,
        draft.voices(time.start, time.end)[0],
        event=time,
        subject=clause.subject,
        predicate=clause.predicate,
        value=value,
        least=value,
        most=value,
        status=clause.status,
        context=context_of(analysis, time.start, time.end),
        near=near_words(analysis, clause, first, last),
        **fields,
    )


_DAY = patterns.compile(r"(?:\d{4}|XXXX)-(\d\d)-(\d\d)")
_MONTH = patterns.compile(rf"\b(?:{'|'.join(month[:3] for month in MONTHS)})|\d[/.]\d", re.I)  # "Oct. 22", "22/10"
_ANOTHER = frozenset(("another", "again", "second", "third", "fourth", "fifth", "further", "separate"))
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


def _of_another(draft: Draft, first: int) -> bool:
    """ "An annex was signed on", "It fell again on", "A second man was arrested on": is something new told of?"""
    analysis = draft.analysis
    sentence = analysis.sentences[analysis.sentence_at(analysis.starts[first])]
    opener = analysis.lowers[sentence.first]
    return opener in ("a", "an") or not _ANOTHER.isdisjoint(analysis.lowers[sentence.first : first])


def _day(draft: Draft, time: Time, found: re.Match[str]) -> Claim:
    analysis = draft.analysis
    first, last = analysis.tokens_of(time.start, time.end)
    phrase, year = _behind(draft, time, last, ("NOUN", "ADJ")), _YEAR.search(time.text)
    lead = analysis.lowers[first - 1] if first else ""
    return _row(
        draft,
        "day",
        time,
        float(found[2]),
        counted=phrase.lemma if phrase else "",
        dimension="day of month",
        unit=found[1],
        qualifier="another" if lead in ("on", "") and _of_another(draft, first) else lead,
        wording=year[0] if year else "",
    )
