"""What the dates of a passage, a sentence and the one or two before it, say together: order, length, age, anniversary.

The milestones (`milestones.py`) are paired by what they befall, not by how the passage is put.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.claims.constructions.calendar import comparable
from checker.claims.constructions.dates import figure_of
from checker.claims.constructions.distances import dated, distance_groups
from checker.claims.constructions.jubilees import Jubilee, ago_groups, jubilee_groups, jubilee_words, jubilees_of
from checker.claims.constructions.lives import Age, age_groups, ages_of
from checker.claims.constructions.match import Group
from checker.claims.constructions.milestones import Milestone, governor, milestones_of, told_forward
from checker.claims.constructions.referents import one_thing, subject_theme
from checker.claims.constructions.roles import Roles
from checker.claims.constructions.sameday import Telling, sameday_groups, tellings_of
from checker.claims.constructions.sequence import BOUNDED, sequence_groups, then_groups
from checker.claims.constructions.spans import distances_of, lasts, span_groups, spans_of, tied
from checker.claims.constructions.stretches import Span, Stretch, between_of, elaborated, stretch, stretches_of
from checker.claims.constructions.untilnow import since_groups
from checker.claims.constructions.wording import wording
from checker.claims.draft import NARRATION, Draft
from checker.claims.themes import object_of
from checker.records import Quantity, Time

WINDOW = 2  # sentences before a sentence that belong to its passage
HELD = 5  # tokens behind a length that say what was so long: "in captivity", "as a hostage"
LEAD = 4  # tokens before a length: "ending a run of"
MOST_TOKENS = 120  # of a sentence that is read
MOST_MILESTONES = 10  # of a passage: more of them are a chronicle
OPENERS = frozenset(("begin", "halt", "depart", "origin"))
CLOSERS = frozenset(("end", "resume", "arrive"))
PAIRS = frozenset((("begin", "end"), ("depart", "arrive"), ("halt", "resume")))
DEEDS = frozenset(("deed", "undergone"))
SURE = frozenset(("birth", "death"))  # happens once to anybody


def passage_groups(draft: Draft, roles: Roles, quantities: Sequence[Quantity]) -> list[Group]:
    """The groups of every passage."""
    groups: list[Group] = []
    starts = [quantity.start for quantity in quantities]
    recent: list[list[Milestone]] = []
    aged: list[list[Age]] = []
    tellings: list[list[Telling]] = []
    feasts: list[list[Jubilee]] = []
    marked = jubilee_words(draft)
    for number, sentence in enumerate(draft.analysis.sentences):
        told = sentence.scope not in ("furniture", "correction") and sentence.last - sentence.first <= MOST_TOKENS
        here = milestones_of(draft, number) if told else []
        passage = [milestone for above in recent for milestone in above] + here
        if here and len(passage) <= MOST_MILESTONES:
            for group in order_groups(draft, roles, passage):
                if group not in groups:
                    groups.append(group)
        inside = quantities[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        if told:
            if draft.names.times_in(sentence.start, sentence.end):
                groups += sequence_groups(draft, roles, sentence)
                groups += then_groups(draft, roles, number)
                groups += _lengths(draft, roles, inside, number, [*recent[-1:], here])
                groups += ago_groups(draft, roles, sentence)
            feasts = [*feasts, jubilees_of(draft, sentence, number, marked.get(number, ()))][-WINDOW - 1 :]
            groups += jubilee_groups(draft, roles, [one for above in feasts for one in above], passage, number)
            tellings = [*tellings, tellings_of(draft, sentence, number)][-WINDOW - 1 :]
            groups += sameday_groups(draft, roles, [one for above in tellings for one in above], number)
            aged = [*aged, ages_of(draft, inside, sentence, number)][-WINDOW - 1 :]
            groups += age_groups(draft, roles, [age for ages in aged for age in ages], passage, number)
        recent = [*recent, here][-WINDOW:]
    return groups


def _lengths(
    draft: Draft, roles: Roles, quantities: Sequence[Quantity], number: int, told: Sequence[Sequence[Milestone]]
) -> Iterator[Group]:
    """A duration beside its beginning and end: in one sentence, or in the next that points back to it."""
    sentences = draft.analysis.sentences
    above = [milestone.time for milestone in (told[0] if len(told) > 1 else ()) if dated(milestone.time)]
    apart = distances_of(draft, sentences[number], number)
    found = list(distance_groups(draft, roles, apart, sentences[number], above[-1] if above else None, number))
    yield from found
    yield from since_groups(draft, roles, sentences[number], told[-1])
    if found:
        return
    spans = spans_of(draft, quantities, sentences[number], number)
    here = _stretches(draft, number, told[-1])
    if len(spans) == 1 and not here:
        here = between_of(draft, spans[0], sentences[number], number)
        here = here or elaborated(draft, spans[0], sentences[number], number)
        here = here or _since_above(draft, number, told)
        if not here and (begun := _length_begun(draft, spans[0], number, told[-1])):
            yield from span_groups(roles, spans, begun)
            return
    if len(spans) == 1 and len(here) > 1:  # "from 6am on 3 April to 6am on 6 April"
        short = spans[0].unit in ("minute", "hour")
        here = [one for one in here if one.start.time is not None and (one.start.time.clock is not None) == short]
    spans = [span for span in spans if not here or tied(draft, span, here[0])]
    if spans and here:
        yield from span_groups(roles, spans, here)
        return
    if not number or sentences[number].scope != sentences[number - 1].scope or len(told) < 2:
        return
    opener = draft.analysis.lowers[sentences[number].first]
    if not spans and not here and (began := _began_before(draft, number, told)):
        lengths = spans_of(draft, (), sentences[number - 1], number - 1)
        yield from span_groups(roles, [span for span in lengths if _of_its_end(draft, span, began[0])], began)
        return
    if spans and not here and ((opener in wording("it") and lasts(draft, spans[0])) or _points_back(draft, spans)):
        yield from span_groups(roles, spans, _stretches(draft, number - 1, told[0]))
    elif (
        here
        and not spans
        and told[-1]
        and (_goes_on(draft, number, here[0]) or _stops(draft, number, here[0], told[-1]))
    ):
        above_spans = spans_of(draft, (), sentences[number - 1], number - 1)
        counted = {span.figure.start for span in distances_of(draft, sentences[number - 1], number - 1)}
        # "10 years later" leads to a date of its own sentence
        yield from span_groups(roles, [span for span in above_spans if span.figure.start not in counted], here)


def _since_above(draft: Draft, number: int, told: Sequence[Sequence[Milestone]]) -> list[Stretch]:
    """ "The session opened at 10am. It rose at 1pm after three hours.": the beginning in the sentence before."""
    found: list[Stretch] = []
    for one in told[0] if len(told) > 1 else ():
        for other in told[-1]:
            if (one.kind, other.kind) in PAIRS and one_thing(draft, one.thing, other.thing):
                found += stretch(one.figure, other.figure, number, one.thing.head if one.thing else "")
    return found


def _of_its_end(draft: Draft, span: Span, found: Stretch) -> bool:
    """Does one deed, or two of one, tell of a length and of the end of a stretch: "lasted a year and ended in May"?"""
    sentence = draft.analysis.sentences[span.sentence]
    one, other = (governor(draft, side, sentence, across=True) for side in (span.figure, found.end))
    if one is None or other is None or one.lemma in wording("promise"):
        return one is None
    last = draft.analysis.token_at(span.figure.end - 1) + 1
    state = draft.analysis.lowers[last : last + HELD]
    if state[0] in ("in", "as", "at", "of", "on") and wording("held-in").isdisjoint(state):
        return False  # "after 30 days in hospital"
    if one.first == other.first:
        return True
    return one_thing(draft, subject_theme(draft, one, sentence), subject_theme(draft, other, sentence))


def _length_begun(draft: Draft, span: Span, number: int, told: Sequence[Milestone]) -> list[Stretch]:
    """ "reopened on 10 January after a three-week closure that began on 3 January", "closed in 2010, ending a run of 80
    years that began in 1950": the length's own noun begins, and what the sentence tells ends it."""
    analysis = draft.analysis
    sentence = analysis.sentences[number]
    first = analysis.token_at(span.figure.start)
    lead = analysis.lowers[max(sentence.first, first - LEAD) : first]
    nouns = {span.named, lead[-2] if len(lead) > 1 and lead[-1] == "of" else ""}
    times = [time for time in draft.names.times_in(sentence.start, sentence.end) if dated(time)]
    if len(times) != 2 or wording("ended-by").isdisjoint(lead) or not times[0].end < span.figure.start < times[1].start:
        return []
    begun = any(one.kind == "begin" and one.time is times[1] and one.thing and one.thing.head in nouns for one in told)
    return list(stretch(figure_of(times[1]), figure_of(times[0]), number, span.named)) if begun else []


def _began_before(draft: Draft, number: int, told: Sequence[Sequence[Milestone]]) -> list[Stretch]:
    """ "She was freed on 9 June after 200 days as a hostage. Gunmen had seized her on 3 July.": the end above, and how
    it began."""
    found: list[Stretch] = []
    for one in told[-1]:
        back = one.verb is not None and "perfect" in one.verb.aspect and one.verb.tense == "past"
        for other in told[0] if back else ():
            if (one.kind, other.kind) in PAIRS and one_thing(draft, one.thing, other.thing):
                found += stretch(one.figure, other.figure, number - 1, one.thing.head if one.thing else "")
    return found


def _goes_on(draft: Draft, number: int, found: Stretch) -> bool:
    """ "It began in 1990 and ended in 2001", not "It covered deaths from 1990 to 2001": is the stretch its own?"""
    sentence = draft.analysis.sentences[number]
    if draft.analysis.lowers[sentence.first] not in wording("it"):
        return False
    token = draft.analysis.token_at(found.start.start)
    verb = governor(draft, found.start, sentence, across=True)
    plain = verb is None or verb.passive or object_of(draft, verb, token) is None
    return plain or draft.analysis.lowers[token - 1] not in ("from", "between")


def _stops(draft: Draft, number: int, found: Stretch, told: Sequence[Milestone]) -> bool:
    """ "Trains were halted for two hours. Services stopped at 9.15am and resumed at 9.45am.": does the sentence before
    tell how long something stood still, or this one between which times of the day it did?"""
    above, lowers = draft.analysis.sentences[number - 1], draft.analysis.lowers
    if any(dated(time) for time in draft.names.times_in(above.start, above.end)):
        return False
    if found.start.time is not None and found.start.time.clock is not None:
        return True
    still = any(low in wording("stood-still") for low in lowers[above.first : above.last])
    return still and any(one.kind == "halt" and one.time is found.start.time for one in told)


def _points_back(draft: Draft, spans: Sequence[Span]) -> bool:
    """ "During the six-hour outage": a thing that was told of."""
    analysis = draft.analysis
    first = analysis.token_at(spans[0].figure.start)
    return spans[0].named in wording("span-noun") and first > 0 and analysis.lowers[first - 1] in wording("owner")


def _stretches(draft: Draft, number: int, told: Sequence[Milestone]) -> list[Stretch]:
    """The stretches of a sentence: "from ... to ...", else what it says began and ended."""
    found = stretches_of(draft, draft.analysis.sentences[number], number)
    if found:
        return found
    for a, b in combinations(told, 2):
        for one, other in ((a, b), (b, a)):
            pair = (one.kind, other.kind) in PAIRS and one.time is not other.time and told_forward(draft, one, other)
            if pair and one_thing(draft, one.thing, other.thing):
                found += stretch(one.figure, other.figure, number, one.thing.head if one.thing else "")
    return found or list(_loose(draft, number, told))


def _loose(draft: Draft, number: int, told: Sequence[Milestone]) -> Iterator[Stretch]:
    """The only two dates, or clock times, of a sentence, one of which begins or ends something: "halted at 10.15am and
    resumed at 10.45am", "started on 3 January, lasted 11 days and petered out on 14 January"."""
    sentence = draft.analysis.sentences[number]
    times = [time for time in draft.names.times_in(sentence.start, sentence.end) if dated(time)]
    if len(times) != 2 or times[0].grain != times[1].grain or (times[0].clock is None) != (times[1].clock is None):
        return
    kinds = [{one.kind for one in told if one.time is time} for time in times]
    verbs = [governor(draft, time, sentence) for time in times]
    if verbs[0] is None or verbs[1] is None or verbs[0].first == verbs[1].first:
        return
    forward = bool(kinds[0] & OPENERS or kinds[1] & CLOSERS)
    clocks = times[0].clock is not None
    if not clocks and (times[1].latest or 0) < (times[0].earliest or 0):
        return
    things = subject_theme(draft, verbs[0], sentence), subject_theme(draft, verbs[1], sentence)
    if (forward and one_thing(draft, things[0], things[1])) or clocks:
        thing = things[0].head if things[0] is not None else ""
        yield from stretch(figure_of(times[0]), figure_of(times[1]), number, thing)


def order_groups(draft: Draft, roles: Roles, passage: Sequence[Milestone]) -> Iterator[Group]:
    """Birth, deeds and death of one person; beginning and end of one thing."""
    for a, b in combinations(passage, 2):
        if a.time is b.time or (a.verb is not None and a.verb is b.verb):
            continue
        for one, other in ((a, b), (b, a)):
            if not _ordered(draft, one, other) or not _alone(one, other, passage):
                continue
            living = bool(SURE & {one.kind, other.kind})
            if not one_thing(draft, one.thing, other.thing, living):
                continue
            clocks = _clocks(one.time, other.time)
            if clocks is not None:
                hours = [roles.made(at.figure, (hour, hour), "") for at, hour in zip((one, other), clocks, strict=True)]
                yield "order", [("start", hours[0]), ("end", hours[1])]
                continue
            days = comparable(one.time, other.time)
            if days is not None:
                start, end = (
                    roles.day(milestone.figure, span) for milestone, span in zip((one, other), days, strict=True)
                )
                yield "order", [("start", start), ("end", end)]


def _clocks(start: Time, end: Time) -> tuple[float, float] | None:
    """The hours of two clock times of one half of one day: later than noon and before it may be the next day's."""
    if start.clock is None or end.clock is None or start.earliest != end.earliest:
        return None
    same_half = (start.clock < 720) == (end.clock < 720)
    return (start.clock / 60, end.clock / 60) if same_half else None


def _ordered(draft: Draft, one: Milestone, other: Milestone) -> bool:
    """Must the first come before the second?"""
    if one.planned:
        return False
    if one.kind == "birth":
        return other.kind in ("death", "deed", "begin", "undergone")
    if other.kind == "death":
        alive = one.kind == "deed" or (one.kind == "begin" and one.verb is not None and one.verb.passive)
        after = wording("after-death") | wording("dying")
        return alive and one.verb is not None and one.verb.lemma not in after
    if (one.kind, other.kind) == ("depart", "arrive"):
        return one.time.start < other.time.start and one.sentence == other.sentence
    if {one.kind, other.kind} <= DEEDS and other.sentence == one.sentence - 1:
        return _had_been(draft, one, other)
    if one.kind == "origin":
        return other.kind in ("deed", "undergone", "end") and _of_its_own(other)
    script, _, stage = one.kind.partition(" ")
    if (one.kind, other.kind) != ("begin", "end") and not (
        stage and other.kind.startswith(script) and one.kind < other.kind
    ):
        return False
    if not stage and other.partner is not None and (one.partner is None or one.partner.head != other.partner.head):
        return False  # "joined Rovers in 1990. He had left City in 1988"
    return told_forward(draft, one, other)


def _had_been(draft: Draft, one: Milestone, other: Milestone) -> bool:
    """ "He sold it in 2003. He had paid £90,000 for it in 1998": told by the article, not in a report's tense."""
    if one.verb is None or other.verb is None or other.verb.aspect or not other.verb.finite:
        return False
    if "perfect" not in one.verb.aspect or one.verb.tense != "past":
        return False
    if any(at.verb.lemma in wording("expected") for at in (one, other) if at.verb is not None):
        return False
    lowers, token = draft.analysis.lowers, draft.analysis.token_at
    bounded = any(lowers[token(at.time.start) - 1] in BOUNDED for at in (one, other))
    return not bounded and all(draft.voices(at.time.start, at.time.end) == [NARRATION] for at in (one, other))


def _of_its_own(milestone: Milestone) -> bool:
    """Can it be told only of what is there already?"""
    return milestone.verb is not None and milestone.verb.lemma not in wording("before-origin")


def _alone(one: Milestone, other: Milestone, passage: Sequence[Milestone]) -> bool:
    """Is there no third milestone of these kinds: "opened in 1990, closed in 1992 and opened again in 1995"?"""
    if SURE & {one.kind, other.kind}:
        return True
    kinds = {one.kind, other.kind}
    times = {milestone.time.start for milestone in passage if milestone.kind in kinds}
    return len(times) <= 2
