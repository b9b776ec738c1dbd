"""How old things are, told by an age or by the year in which they began: "the 28-year-old plane", "built in 1986"."""

from __future__ import annotations

import datetime as dt
from functools import cache

from checker import patterns
from checker.claims.ages import YEAR_OLD
from checker.claims.draft import Draft
from checker.claims.themes import names
from checker.language.lexicon import items, table
from checker.language.morphology import singular
from checker.language.parts import Sentence
from checker.records import Claim

NUMBER = patterns.compile(r"\b(\d{1,3})[- ]$")
HEDGES = frozenset(("nearly", "almost", "about", "around", "some", "roughly", "over", "over-"))
YOUNGEST = 3  # years; of what is younger, months matter
BEGINNINGS = frozenset(("found", "build", "form", "launch", "open"))
ROUND = ((10, 5), (5, 2), (1, 1))  # what divides an age → years by which it may be off
DETERMINERS = frozenset(("the", "its", "their", "his", "her", "our", "this", "that"))


@cache
def classes() -> dict[str, str]:
    """Noun → class of things that may be called by each other's nouns, of origins.tsv."""
    return {noun: row["class"] for row in table("origins") for noun in items(row["nouns"])}


def origin_claims(draft: Draft) -> list[Claim]:
    """Aspect origin: kind the class of thing, modifiers its names, the days in which it began; qualifier "age" where an
    age tells of them, "year" where a date does.  Reads the date claims made before."""
    rows = [row for old in YEAR_OLD.finditer(draft.analysis.lower) if (row := _of_age(draft, *old.span())) is not None]
    return rows + [row for claim in tuple(draft.claims) if (row := _of_date(draft, claim)) is not None]


def _of_age(draft: Draft, start: int, end: int) -> Claim | None:
    """ "their 112-year-old company", "Halden's 30-year-old bridge"."""
    analysis, published = draft.analysis, draft.document.published_earliest
    number = NUMBER.search(analysis.lower, max(0, start - 5), start)
    sentence = draft.telling(start)
    if number is None or published is None or sentence is None:
        return None
    years, first = int(number[1]), analysis.token_at(number.start(1))
    _, behind = analysis.tokens_of(start, end)
    noun, last = _noun(draft, behind, sentence)
    before = analysis.lowers[first - 1] if first > sentence.first else ""
    if not noun or years < YOUNGEST or before in HEDGES:
        return None
    named = tuple(names(draft, behind, last))
    if not named:
        if before not in DETERMINERS and analysis.tags[first - 1] != "POSS":
            return None
        named = _owner(draft, sentence, first)
    off = next(off for divisor, off in ROUND if years % divisor == 0)
    year = dt.date.fromordinal(published).year - years
    return _claim(draft, number.start(1), end, f"the {noun}", noun, named, "age", (year - 1 - off, year + off))


def _noun(draft: Draft, token: int, sentence: Sentence) -> tuple[str, int]:
    """The first noun of a thing behind a token, and where the phrase ends; "" when a phrase has none."""
    analysis = draft.analysis
    last = token
    while last < sentence.last and analysis.tags[last] in ("NOUN", "PROPN", "ADJ", "NUM", "ING"):
        last += 1
    head = singular(analysis.lowers[last - 1]) if last > token else ""
    return (head, last) if head in classes() else ("", last)


def _owner(draft: Draft, sentence: Sentence, token: int) -> tuple[str, ...]:
    """The words of the one name before a token in its sentence; () where there is none, or two."""
    before = draft.names.entities_in(sentence.start, draft.analysis.starts[token])
    found = {one.id: one for one in before if one.kind in ("organisation", "name", "place", "body")}
    if len(found) != 1:
        return ()
    (one,) = found.values()
    return tuple(sorted(names(draft, *draft.analysis.tokens_of(one.start, one.end))))


def _of_date(draft: Draft, claim: Claim) -> Claim | None:
    """A date claim of a beginning, as one of origin: "Halden Foods was founded in 1908", "the ship was built in"."""
    if claim.aspect != "date" or claim.predicate not in BEGINNINGS or claim.event_earliest is None:
        return None
    if claim.event_latest is None or claim.frame != "calendar" or claim.status != "done":
        return None
    if claim.event_earliest < 1:
        return None  # before the year 1 no calendar of Python's reaches
    if not claim.modifiers and (claim.object not in classes() or claim.wording.split()[0].lower() not in DETERMINERS):
        return None
    years = tuple(dt.date.fromordinal(day).year for day in (claim.event_earliest, claim.event_latest))
    return _claim(
        draft, claim.start, claim.end, claim.wording, claim.object, claim.modifiers, "year", (years[0], years[1])
    )


def _claim(
    draft: Draft, start: int, end: int, text: str, noun: str, named: tuple[str, ...], how: str, years: tuple[int, int]
) -> Claim:
    days = dt.date(years[0], 1, 1).toordinal(), dt.date(years[1], 12, 31).toordinal()
    return draft.claim(
        "origin",
        start,
        end,
        draft.voices(start, end)[0],
        event_days=days,
        frame="calendar",
        object=noun,
        kind=classes().get(noun, ""),
        modifiers=named,
        qualifier=how,
        counted_text=text,
    )
