"""Superlatives with their figures and scopes: "fell to 4.1 percent, its lowest since 2000", "the tallest building in
the city, at 212 metres", "a six-year high"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial

import msgspec

from checker import patterns
from checker.claims.comparatives import comparative
from checker.claims.draft import Draft
from checker.claims.rarity import NAME
from checker.language import Sentence
from checker.language.lexicon import items, table, word_class
from checker.language.morphology import singular
from checker.quantities import numerals
from checker.records import Claim, Time

SCOPE = 14  # tokens behind a superlative that hold its scope
OLDEST = 125  # years of a person
DETERMINERS = frozenset(("the", "its", "their", "his", "her", "a", "an"))
STOPS = frozenset((";", ":", "–", "—", "(", ")"))
OF_AGE = frozenset(("at", "aged", "age"))
SPAN = patterns.compile(r"P(\d+)(Y|DE|M|CE)")
DAYS = {"Y": 365, "DE": 3650, "M": 30, "CE": 36500}
SIDES = {"high": 1, "low": -1}
LONG = patterns.compile(r"([a-z0-9]+)-(year|month|decade)")
LENGTHS = {"year": 365, "month": 30, "decade": 3650}
words = partial(word_class, "record_words")


class Measure(msgspec.Struct, frozen=True):
    """What a superlative is measured in, and whether its bearer has the greatest figure (1) or the smallest (-1)."""

    dimensions: tuple[str, ...]
    sign: int


class Best(msgspec.Struct, frozen=True):
    """A record: the tokens of its words, what it is measured in, its figure, and its scope."""

    first: int
    last: int
    measure: Measure
    figure: Claim
    sentence: int
    since: int | None  # the day from which there was no other; None where the scope is a place
    upto: int  # the day on which it was one
    head: str = ""  # of what it is the tallest
    scope: frozenset[str] = frozenset()


@cache
def superlatives() -> dict[str, Measure]:
    """Superlative in one word, and adjective behind "most" → its measure."""
    found: dict[str, Measure] = {}
    for row in table("record_measures"):
        for column, sign in (("more", 1), ("less", -1)):
            for adjective in items(row[column]):
                short = comparative(adjective)
                sign_of = -sign if row["turned"] else sign
                found[short[:-1] + "st" if short else adjective] = Measure(tuple(items(row["dimension"])), sign_of)
    return found


def record_at(draft: Draft, token: int, sentence: Sentence, figures: Sequence[Claim]) -> Best | None:
    """The record told at a token, with its figure and scope."""
    analysis = draft.analysis
    lowers = analysis.lowers
    found = _told(draft, token, sentence)
    if found is None or not _one_alone(draft, found[0], sentence):
        return None
    low, (first, last, measure) = lowers[token], found
    end = last
    while end < sentence.last and analysis.tags[end] in ("NOUN", "ADJ", "PROPN", "ING"):
        end += 1
    head = singular(lowers[end - 1]) if end > last else ""
    stops = (t for t in range(end, sentence.last) if lowers[t] in STOPS or analysis.tags[t] in ("SUB", "REL"))
    scope = range(end, min(sentence.last, end + SCOPE, *stops))
    since, stop = _since(draft, first, scope, low)
    voice = draft.voices(analysis.starts[first], analysis.ends[last - 1])[0]
    if voice.polarity == "-" or not words("another").isdisjoint(lowers[max(sentence.first, first - 4) : end]):
        return None
    number = analysis.sentence_at(analysis.starts[token])
    figure = _figure(draft, number, (first, end), measure, figures, since is not None)
    if figure is None:
        return None
    if since is None:
        told = frozenset(word.removeprefix(NAME) for word in draft.words[end : scope.stop] if word)
        place = len(scope) > 1 and lowers[scope.start] in ("in", "on", "of", "at")
        owned = lowers[first] in ("'s", "’s")
        narrowed = not words("leaving").isdisjoint(lowers[end : scope.stop])
        if narrowed:
            return None
        return Best(first, end, measure, figure, number, None, 0, head, told) if (place and told) or owned else None
    upto = _day_of(draft, (number, figure.sentence), range(first, stop))
    return Best(first, max(end, stop), measure, figure, number, since, upto, head)


def _told(draft: Draft, token: int, sentence: Sentence) -> tuple[int, int, Measure] | None:
    """The tokens and the measure of "the highest", "the most expensive", "a record low", "a six-year high", and of "a
    record profit of $2 billion", which is the greatest."""
    analysis = draft.analysis
    lowers, low = analysis.lowers, analysis.lowers[token]
    first, last = token - 1, token + 1
    if low in SIDES:
        beside = lowers[first] if first >= sentence.first else ""
        if beside not in ("record", "all-time") and not LONG.fullmatch(beside):
            return None
        begin = first - (first > sentence.first and lowers[first - 1] in DETERMINERS)
        return begin, last, Measure(("any",), SIDES[low])
    if low == "record":
        ahead = lowers[last : last + 3]
        noun = len(ahead) == 3 and analysis.tags[last] == "NOUN" and ahead[0] not in SIDES and ahead[1] == "of"
        return (first, last, Measure(("any",), 1)) if noun and lowers[first] in ("a", "its", "their") else None
    if low.endswith("est"):
        return (first, last, superlatives()[low]) if first >= sentence.first else None
    found = first > sentence.first and lowers[first] == "most"
    return (first - 1, last, superlatives()[low]) if found else None


def _one_alone(draft: Draft, first: int, sentence: Sentence) -> bool:
    """Is it "the lowest", and not "one of the lowest", "the second lowest", "near its highest"?"""
    lowers = draft.analysis.lowers
    before = lowers[max(sentence.first, first - 3) : first]
    return lowers[first] in {*DETERMINERS, "'s", "’s", "all-time", "record"} and {
        "of", "among", "near", "nearly", "almost", "not", "close", "from", "since", "below", "above", "off", "under",
    }.isdisjoint(before)  # fmt: skip


def _since(draft: Draft, first: int, scope: range, low: str) -> tuple[int | None, int]:
    """The day from which nothing was beyond it, and the token where that is told; None without a scope in time."""
    analysis = draft.analysis
    assert draft.document.published_latest is not None
    behind = analysis.lowers[scope.start : scope.stop]
    for at, word in enumerate(behind, scope.start):
        if word in ("since", "in", "for", "over") and at + 1 < scope.stop:
            start = analysis.starts[at + 1]
            ahead = [time for time in draft.names.times_in(start, analysis.ends[scope.stop - 1]) if time.start >= start]
            began = any(draft.words[t] in words("began") for t in range(at, scope.stop))
            if word == "since" and ahead and ahead[0].type in ("DATE", "TIME") and ahead[0].latest is not None:
                return ahead[0].latest, analysis.token_at(ahead[0].end - 1) + 1
            if word == "since" and began:
                return 0, scope.stop
            long = SPAN.fullmatch(ahead[0].value) if word != "since" and ahead else None
            if long is not None and analysis.token_at(ahead[0].start) - at < 5:
                span = (int(long[1]) - (long[2] == "Y")) * DAYS[long[2]]
                return draft.document.published_latest - span, analysis.token_at(ahead[0].end - 1) + 1
        if word in words("ever") and (word != "record" or analysis.lowers[at - 1] == "on"):
            return 0, at + 1
    told = analysis.lowers[first : scope.start]
    if long := next((found for word in told if low in SIDES and (found := LONG.fullmatch(word))), None):
        number = numerals.read(long[1], 0)
        if number is not None and number.value:
            return draft.document.published_latest - int((number.value - 1) * LENGTHS[long[2]]), scope.start
    if "record" in told or "all-time" in told:
        return 0, scope.start
    return None, scope.start


def _day_of(draft: Draft, numbers: tuple[int, int], told: range) -> int:
    """The last day on which the record may have been set: that of its sentence or its figure's, else publication."""
    assert draft.document.published_latest is not None
    days = [draft.document.published_latest]
    for number in numbers:
        sentence = draft.analysis.sentences[number]
        for time in draft.names.times_in(sentence.start, sentence.end):
            if dated(time) and draft.analysis.token_at(time.start) not in told and time.earliest is not None:
                days.append(time.earliest)
    return min(days)


def fits(draft: Draft, measure: Measure, figure: Claim) -> bool:
    """Is a figure of what the superlative is measured in, and no change, rate or part?"""
    if figure.kind in ("ordinal", "range", "ratio", "score"):
        return False
    before = draft.analysis.lowers[draft.analysis.token_at(figure.start) - 1]
    if figure.change in ("up", "down") and before not in ("to", "at", "of", "hit", "reach", "reached"):
        return False  # "fell to 1.2 percent", not "fell 1.2 percent"
    if "age" in measure.dimensions:
        return _is_age(draft, figure)
    kind = figure.dimension.partition(":")[0] or "count"
    if "any" in measure.dimensions:
        return kind not in ("time", "age", "magnitude")
    return kind in measure.dimensions


def _is_age(draft: Draft, figure: Claim) -> bool:
    analysis = draft.analysis
    if figure.dimension == "age":
        return True
    if figure.dimension or not figure.text.isdigit() or not 0 < int(figure.text) < OLDEST:
        return False
    token = analysis.token_at(figure.start)
    behind = analysis.words[token + 1] if token + 1 < len(analysis.words) else ""
    return analysis.lowers[token - 1] in OF_AGE or (analysis.words[token - 1] == "," and behind in (",", "."))


def _figure(
    draft: Draft, number: int, span: tuple[int, int], measure: Measure, figures: Sequence[Claim], timed: bool
) -> Claim | None:
    """The record's own figure: the one of its kind in its sentence or beside it, else the only one of the sentence
    before where this one points back ("It was the hottest")."""
    analysis = draft.analysis
    sentence = analysis.sentences[number]
    mine = [one for one in figures if one.sentence == number and fits(draft, measure, one) and reached(draft, one)]
    mine = [one for one in mine if not span[0] <= analysis.token_at(one.start) < span[1] or one.dimension]
    beside = [one for one in mine if analysis.words[analysis.token_at(one.end - 1) + 1] == ","
              and analysis.token_at(one.end - 1) + 2 in (span[0], span[0] - 1)]  # fmt: skip
    if len(beside) == 1:
        return beside[0]
    if mine or not timed or number == 0:
        return mine[0] if len(mine) == 1 else None
    opener = analysis.lowers[sentence.first]
    above = [one for one in figures if one.sentence == number - 1 and fits(draft, measure, one)]
    above = [one for one in above if reached(draft, one)]
    return above[0] if len(above) == 1 and opener in ("it", "that", "this", "the", "they") else None


def reached(draft: Draft, figure: Claim) -> bool:
    """Is it no figure that another is measured from ("from 8.6 percent", "by 3 points")?"""
    return draft.analysis.lowers[draft.analysis.token_at(figure.start) - 1] not in words("from")


def dated(time: Time) -> bool:
    return time.type in ("DATE", "TIME") and time.earliest is not None and time.frame == "calendar" and not (
        time.value.endswith("_REF")
    )  # fmt: skip
