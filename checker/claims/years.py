"""Bare years and what they are of: "the 1965 guitar", "the awards of 2004"."""

from __future__ import annotations

from checker.claims import phrases
from checker.claims.clauses import clause_of
from checker.claims.draft import Draft
from checker.claims.figures import context_of, near_words
from checker.claims.words import content_words
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
