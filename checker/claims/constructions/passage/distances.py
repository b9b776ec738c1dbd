"""A distance between two dates: "on 9 May, two days after it opened on 7 May", "two years later, in 1993"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.claims.constructions.dates.calendar import UNIT_DAYS, YEAR_PRINTED, published
from checker.claims.constructions.dates.dates import DIGITS, RELATIVE, figure_of
from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.frame.match import Group
from checker.claims.constructions.frame.roles import Roles
from checker.claims.constructions.passage.spans import span_groups
from checker.claims.constructions.passage.stretches import Span, Stretch, stretch
from checker.claims.constructions.passage.wording import wording
from checker.claims.draft import Draft
from checker.claims.themes import verb_of
from checker.language import Sentence
from checker.records import Time

LATER = frozenset(("later", "afterwards", "on"))
SIDES = {"after": 1, "before": -1, "following": 1}  # 1: what stands behind the word came first
UNTIL = frozenset(("before", "until", "till"))
BESIDE = frozenset((",", "(", "on", "in", "at", "–", "-", "—", "the"))
NEAR = 4  # tokens between a distance and the date that it leads to
REACH = 14  # tokens between "after" and the date that it counts from


def distance_groups(draft: Draft, roles: Roles, spans: Sequence[Span], sentence: Sentence, before: Time | None,
                    number: int) -> Iterator[Group]:  # fmt: skip
    """`before` is the last date of the sentence before."""
    analysis = draft.analysis
    times = [time for time in draft.names.times_in(sentence.start, sentence.end) if dated(time)]
    for span in spans:
        last = analysis.token_at(span.figure.end - 1) + 1
        word = analysis.lowers[last] if last < sentence.last else ""
        found: Iterator[Stretch] = iter(())
        if word in LATER:
            end = _beside(draft, span.figure, last + 1, times)
            start = _before(times, end, span.figure, before)
            if end is not None and start is not None:
                found = stretch(figure_of(start), figure_of(end), number)
        elif word == "since":
            origin = _behind(draft, last, times)
            if origin is not None:
                yield from _until_now(draft, roles, span, origin)
            continue
        elif word in UNTIL and _it_was(draft, span.figure, sentence):
            end = _behind(draft, last, times)
            start = _before(times, end, span.figure, before)
            if end is not None and start is not None:
                found = stretch(figure_of(start), figure_of(end), number)
        elif word in SIDES:
            origin = _behind(draft, last, times)
            other = _beside(draft, span.figure, sentence.last, times) if origin is not None else None
            if other is None and origin is not None:
                other = _main(draft, sentence, span.figure, origin, times)
            if origin is not None and other is None and SIDES[word] > 0 and _opens_now(draft, sentence, span.figure):
                yield from _until_now(draft, roles, span, origin)
                continue
            if origin is not None and other is not None and origin is not other:
                pair = (origin, other) if SIDES[word] > 0 else (other, origin)
                found = stretch(figure_of(pair[0]), figure_of(pair[1]), number)
        yield from span_groups(roles, [span], list(found))


def _it_was(draft: Draft, figure: Figure, sentence: Sentence) -> bool:
    """ "Work began in 1990, but it was 12 years before", "it took three weeks until": from what was told last."""
    lowers = draft.analysis.lowers
    token = draft.analysis.token_at(figure.start) - 1
    while token > sentence.first and lowers[token] in wording("mere"):
        token -= 1
    if lowers[token] in ("be", "take", "been", "taken"):
        token -= 1
    return token > sentence.first and lowers[token - 1] == "it" and lowers[token] in ("was", "took", "would", "has")


def _opens_now(draft: Draft, sentence: Sentence, figure: Figure) -> bool:
    """ "Thirty years after the 1985 riots, the street has changed": does a main clause of today follow?"""
    analysis = draft.analysis
    if analysis.token_at(figure.start) - sentence.first > 1:
        return False
    verbs = [verb for at in range(sentence.first, sentence.last) if (verb := verb_of(draft, at)) is not None]
    finite = [verb for verb in verbs if verb.finite and not verb.modal]
    return bool(finite) and finite[-1].tense == "present"


def _until_now(draft: Draft, roles: Roles, span: Span, origin: Time) -> Iterator[Group]:
    """Years from a printed year to the day of publication."""
    days = published(draft)
    if days is None or origin.frame != "calendar":
        return
    value = span.figure.value
    if not YEAR_PRINTED.search(origin.text) or span.unit not in ("year", "decade") or value is None:
        return
    years = value * UNIT_DAYS[span.figure.unit] / UNIT_DAYS["year"]
    slack = 1.0 if years % 10 or years < 20 else 2.0
    made = roles.made(span.figure, (years - slack, years + slack), "", value)
    said = roles.span(span.figure.start, span.figure.end, wording="day of publication", days=days)
    yield "anniversary", [("number", made), ("first", roles.day(figure_of(origin))), ("date", said)]


def dated(time: Time) -> bool:
    """Is it a date or clock time printed with a figure of its own?"""
    if time.type not in ("DATE", "TIME") or "/" in time.value or time.earliest is None:
        return False
    return bool(DIGITS.search(time.text)) and RELATIVE.match(time.text.lower()) is None


def _beside(draft: Draft, figure: Figure, last: int, times: Sequence[Time]) -> Time | None:
    """The date next to the distance: "in 1993, two years later", "two years later, in 1993"."""
    analysis = draft.analysis
    first = analysis.token_at(figure.start)
    for time in times:
        begin, end = analysis.token_at(time.start), analysis.token_at(time.end - 1) + 1
        inside = analysis.lowers[end:first] if end <= first else analysis.lowers[last:begin] if last <= begin else None
        if inside is not None and len(inside) <= NEAR and BESIDE.issuperset(inside):
            return time
    return None


def _before(times: Sequence[Time], end: Time | None, figure: Figure, before: Time | None) -> Time | None:
    """The date that "later" counts from: the last one told."""
    if end is None:
        return None
    told = [time for time in times if time.start < min(end.start, figure.start)]
    return told[-1] if told else before


def _behind(draft: Draft, word: int, times: Sequence[Time]) -> Time | None:
    """The date of what stands behind "after": of its noun or of its one verb."""
    analysis = draft.analysis
    for time in times:
        begin = analysis.token_at(time.start)
        if begin <= word:
            continue
        if begin - word > REACH or any(mark in analysis.words[word:begin] for mark in (";", ":", ",")):
            return None
        verbs = {verb.first for token in range(word, begin) if (verb := verb_of(draft, token)) is not None}
        return time if len(verbs) <= 1 else None
    return None


def _main(draft: Draft, sentence: Sentence, figure: Figure, origin: Time, times: Sequence[Time]) -> Time | None:
    """ "Three years after opening in 1990, the theatre closed in 1993": the one date of the main clause."""
    analysis = draft.analysis
    first = analysis.token_at(figure.start)
    behind = [time for time in times if time.start > origin.end]
    opens = first - sentence.first <= 1
    return behind[0] if opens and len(behind) == 1 else None
