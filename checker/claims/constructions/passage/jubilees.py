"""Anniversaries and "N years ago", beside the year in which what they count from began."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from checker import patterns
from checker.claims import phrases
from checker.claims.constructions.dates.calendar import UNIT_DAYS, YEAR_PRINTED, published
from checker.claims.constructions.dates.dates import RELATIVE, figure_of, figures_of_time
from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.frame.match import Group
from checker.claims.constructions.frame.roles import Roles
from checker.claims.constructions.passage.milestones import Milestone, governor
from checker.claims.constructions.passage.referents import OWNERS, is_person, one_thing, pronoun, subject_theme
from checker.claims.constructions.passage.wording import wording
from checker.claims.draft import Draft
from checker.claims.themes import Theme, is_time, theme
from checker.language import Sentence
from checker.language.lexicon import table
from checker.quantities import numerals
from checker.records import Claim, Time

COUNTED = frozenset(("birth", "begin", "origin", "death", "halt", "event", "pair 2", "office 2", "office 3", "work 2",
                     "made 2", "law 2", "law 3", "deal 2"))  # fmt: skip
PERSONAL = frozenset(("birth", "death", "pair 2"))  # what a person has anniversaries of
TURNS = frozenset(("turn", "turns", "turned", "turning"))
MOST_YEARS = 1500  # more are no age of anything
KINDS = frozenset(("wedding", "birth", "independence", "founding"))  # "the 50th wedding anniversary"
REACH = 14  # tokens between an anniversary and the date of what it is of
NTH = patterns.compile(r"(\d{1,3})(?:st|nd|rd|th)$")
BESIDE = patterns.compile(r"[,( –-]*(?:in|on|of)? ?(?:the )?(?:\w+ of )?\Z")
YEARS = patterns.compile(r"(?:1\d|20)\d\d$")


class Jubilee(msgspec.Struct, frozen=True):
    """A number of years from a beginning to a celebration."""

    figure: Figure
    least: float
    most: float
    things: tuple[Theme, ...]  # whose it may be: the verb's subject, or what "its" points back to
    sentence: int
    when: Time | None = None  # the day that the text gives the celebration


@cache
def _jubilees() -> dict[tuple[str, ...], float]:
    """Words of a jubilee → its years, of `jubilees.tsv`."""
    return {tuple(row["words"].split()): float(row["years"]) for row in table("jubilees")}


@cache
def _keys() -> frozenset[str]:
    """Words without one of which a sentence tells of no jubilee."""
    return frozenset(words[-1] for words in _jubilees()) | wording("anniversary") | TURNS


def jubilee_words(draft: Draft) -> dict[int, list[int]]:
    """Sentence → its words of a jubilee."""
    analysis = draft.analysis
    found: dict[int, list[int]] = {}
    for token in draft.of(_keys()):
        found.setdefault(analysis.sentence_at(analysis.starts[token]), []).append(token)
    return found


def jubilees_of(draft: Draft, sentence: Sentence, number: int, marked: Sequence[int]) -> list[Jubilee]:
    """The jubilees of one sentence; `marked` are its words of one (`jubilee_words`)."""
    analysis = draft.analysis
    found: list[Jubilee] = []
    lowers = analysis.lowers
    for token in marked:
        for words, years in _jubilees().items():
            first = token + 1 - len(words)
            if first >= sentence.first and tuple(lowers[first : token + 1]) == words:
                found += _jubilee(draft, first, token + 1, years, sentence, number)
        if lowers[token] in wording("anniversary"):
            first = token - 1
            while first > sentence.first and lowers[first] in KINDS:
                first -= 1
            value = _ordinal(lowers[first]) if first >= sentence.first else 0.0
            if value:
                found += _jubilee(draft, first, token + 1, value, sentence, number)
        turned = lowers[token + 1] if token + 1 < sentence.last and lowers[token] in TURNS else ""
        if turned.isdigit() and int(turned) < MOST_YEARS:
            found += _jubilee(draft, token + 1, token + 2, float(turned), sentence, number)
    for time in draft.names.times_in(sentence.start, sentence.end):
        if time.type == "DURATION" and time.unit == "year" and time.number and not time.mod:
            first, last = analysis.token_at(time.start), analysis.token_at(time.end - 1) + 1
            verb = governor(draft, time, sentence, across=True)
            old = last < sentence.last and analysis.lowers[last] == "old"
            marks = verb is not None and verb.lemma in wording("marking") and verb.last >= first - 1
            if verb is not None and (marks or (old and verb.lemma in ("be", "turn"))):
                found += _jubilee(draft, first, last, time.number, sentence, number)
    return found


def _ordinal(low: str) -> float:
    """The number of "50th", "fiftieth" or "twenty-fifth"; 0 for other words."""
    digits = NTH.match(low)
    if digits:
        return float(digits[1])
    kind, value = numerals.words().get(low.replace("-", ""), ("", 0.0))
    return value if kind == "ordinal" else 0.0


def _jubilee(draft: Draft, first: int, last: int, years: float, sentence: Sentence, number: int) -> Iterator[Jubilee]:
    analysis = draft.analysis
    start, end = analysis.starts[first], analysis.ends[last - 1]
    figure = Figure("V", start, end, analysis.text[start:end], value=years)
    verb = governor(draft, figure, sentence, across=True)
    lead = next((low for low in reversed(analysis.lowers[max(sentence.first, first - 2) : first]) if low not in OWNERS
                 and low != "the"), "")  # fmt: skip
    shifted = not wording("shifted").isdisjoint(analysis.lowers[last : min(sentence.last, last + 4)])
    if (verb is not None and verb.negated) or shifted or lead in ("after", "before"):
        return  # "died three months after their 50th anniversary": of another day
    subject = subject_theme(draft, verb, sentence) if verb is not None else None
    things = [] if subject is None else [subject]
    if last < sentence.last and analysis.lowers[last] == "of":  # "the bicentenary of the composer"
        behind = phrases.after(analysis, last + 1, sentence.last)
        if behind is not None and not is_time(draft, behind.head):
            things = [theme(draft, behind.first, behind.last, behind.lemma)]
    if analysis.lowers[first - 1] in OWNERS:
        things.append(pronoun(OWNERS[analysis.lowers[first - 1]], first - 1))
    times = [
        time
        for time in draft.names.times_in(sentence.start, sentence.end)
        if time.type == "DATE" and time.earliest is not None and not (time.start < end and start < time.end)
    ]
    told = [time for time in times if verb is not None and (v := governor(draft, time, sentence)) is not None
            and v.first == verb.first]  # fmt: skip
    yield Jubilee(figure, years, years, tuple(things), number, told[0] if len(told) == 1 else None)


def jubilee_groups(draft: Draft, roles: Roles, jubilees: Sequence[Jubilee], passage: Sequence[Milestone],
                   here: int) -> Iterator[Group]:  # fmt: skip
    """Each jubilee with the one beginning of its thing."""
    for jubilee in jubilees:
        starts = [
            one
            for one in passage
            if one.kind in COUNTED
            and here in (one.sentence, jubilee.sentence)
            and YEAR_PRINTED.search(one.time.text)
            and one.time.frame == "calendar"
            and (one.kind in PERSONAL or one.thing is None or not is_person(draft, one.thing))
            and any(one_thing(draft, thing, one.thing) for thing in jubilee.things)
        ]
        # not "the golden wedding on Saturday"
        starts = [one for one in starts if one.time is not jubilee.when] or starts
        own = _complement(draft, jubilee, here)
        if own is not None:
            yield from _group(draft, roles, jubilee, own)
        elif len({one.time.start for one in starts}) == 1:
            yield from _group(draft, roles, jubilee, starts[0].time)


def _complement(draft: Draft, jubilee: Jubilee, here: int) -> Time | None:
    """ "the 60th anniversary of the sinking of the ship in January 1945": the date of what it is the anniversary of."""
    analysis = draft.analysis
    last = analysis.token_at(jubilee.figure.end - 1) + 1
    sentence = analysis.sentences[jubilee.sentence]
    if jubilee.sentence != here or last >= sentence.last or analysis.lowers[last] not in ("of", "since"):
        return None
    for time in draft.names.times_in(jubilee.figure.end, sentence.end):
        begin = analysis.token_at(time.start)
        verbs = {v.first for token in range(last, begin) if (v := analysis.verb_at.get(token)) is not None and v.finite}
        if not YEAR_PRINTED.search(time.text) or time.type != "DATE" or time.frame != "calendar":
            continue
        return time if begin - last <= REACH and len(verbs) <= (analysis.lowers[last] == "since") else None
    return None


def _group(draft: Draft, roles: Roles, jubilee: Jubilee, first: Time) -> Iterator[Group]:
    said = _said(draft, roles, jubilee, first)
    if said is None:
        return
    slack = 1.0 if said.wording else 0.0
    bounds = (jubilee.least - slack, jubilee.most + slack)
    made = roles.made(jubilee.figure, bounds, "", jubilee.figure.value)
    start = roles.day(figure_of(first))
    yield "anniversary", [("number", made), ("first", start), ("date", said)]


def _said(draft: Draft, roles: Roles, jubilee: Jubilee, first: Time) -> Claim | None:
    """The day of the celebration: the other year of its sentence, the day of its verb, else that of publication."""
    sentence = draft.analysis.sentences[jubilee.sentence]
    years = [
        time
        for time in draft.names.times_in(sentence.start, sentence.end)
        if time.start != first.start and time.type == "DATE" and YEAR_PRINTED.search(time.text)
    ]
    if len(years) > 1:
        return None
    when = years[0] if years else jubilee.when
    if when is not None and when is not first and when.frame == "calendar":
        return roles.day(figure_of(when))
    days = published(draft)
    if days is None:
        return None
    return roles.span(jubilee.figure.start, jubilee.figure.end, wording="day of publication", days=days)


def ago_groups(draft: Draft, roles: Roles, sentence: Sentence) -> Iterator[Group]:
    """ "who long ago led the 1974 strike", "Ten years ago, in February 1985, the bank collapsed": one year of one
    verb, told both by its distance from today and by its number."""
    analysis, times = draft.analysis, draft.names.times_in(sentence.start, sentence.end)
    days = published(draft)
    if days is None:
        return
    ago = [time for time in times if RELATIVE.match(time.text.lower()) and time.text.lower().endswith("ago")]
    for told in ago:
        length = _years(told)
        verb = governor(draft, told, sentence, across=True)
        if length is None:
            continue
        dates = [time for time in times if time is not told and YEAR_PRINTED.search(time.text) and time.type == "DATE"]
        plain = verb is not None and "perfect" not in verb.aspect and verb.tense == "past"
        own = [
            time
            for time in dates
            if BESIDE.match(analysis.text[min(time.end, told.end) : max(time.start, told.start)])
            or (plain and verb is not None and _of_one(draft, time, verb.last))
        ]
        if len(own) != 1 or len(dates) != 1 or own[0].frame != "calendar":
            continue
        value, slack = length
        figure = Figure("D", told.start, told.end, told.text, value=value)
        made = roles.made(figure, (value - slack, value + slack), "", value)
        first = roles.day(figure_of(own[0]))
        said = roles.span(told.start, told.end, wording="day of publication", days=days)
        yield "anniversary", [("number", made), ("first", first), ("date", said)]


def _years(told: Time) -> tuple[float, float] | None:
    """The years of "two decades ago", and how much round numbers allow."""
    figure = next(iter(figures_of_time(told)), None)
    if figure is None or figure.value is None or figure.unit not in ("year", "decade"):
        return None
    years = figure.value * UNIT_DAYS[figure.unit] / UNIT_DAYS["year"]
    return years, 1.0 if figure.unit == "year" else 3.0


def _of_one(draft: Draft, time: Time, last: int) -> bool:
    """Does a year belong to the verb's object: "led the 1974 strike"?"""
    analysis = draft.analysis
    begin = analysis.token_at(time.start)
    object_ = begin >= last and begin - last <= 3 and not any(
        analysis.verb_at.get(token) for token in range(last, begin)
    )  # fmt: skip
    behind = analysis.tags[begin + 1 : begin + 2]
    return object_ and bool(YEARS.match(time.text)) and behind != [] and behind[0] in ("NOUN", "PROPN", "ADJ")
