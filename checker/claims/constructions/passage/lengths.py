"""A length beside the beginning and the end that it lies between, in one sentence or across two.

"The session opened at 10am. It rose at 1pm after three hours."
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from checker.claims.constructions.dates.dates import figure_of
from checker.claims.constructions.frame.match import Group
from checker.claims.constructions.frame.roles import Roles
from checker.claims.constructions.passage.distances import dated, distance_groups
from checker.claims.constructions.passage.milestones import Milestone, governor, told_forward
from checker.claims.constructions.passage.referents import one_thing, subject_theme
from checker.claims.constructions.passage.spans import distances_of, lasts, span_groups, spans_of, tied
from checker.claims.constructions.passage.stretches import Span, Stretch, between_of, elaborated, stretch, stretches_of
from checker.claims.constructions.passage.untilnow import since_groups
from checker.claims.constructions.passage.wording import wording
from checker.claims.draft import Draft
from checker.claims.themes import object_of
from checker.records import Quantity

HELD = 5  # tokens behind a length that say what was so long: "in captivity", "as a hostage"
LEAD = 4  # tokens before a length: "ending a run of"
OPENERS = frozenset(("begin", "halt", "depart", "origin"))
CLOSERS = frozenset(("end", "resume", "arrive"))
PAIRS = frozenset((("begin", "end"), ("depart", "arrive"), ("halt", "resume")))


def length_groups(
    draft: Draft, roles: Roles, quantities: Sequence[Quantity], number: int, above: Sequence[Milestone],
    told: Sequence[Milestone],
) -> Iterator[Group]:  # fmt: skip
    """A duration beside its beginning and end; `told` are the milestones of its sentence, `above` those of the one
    before."""
    sentences = draft.analysis.sentences
    before = [milestone.time for milestone in above if dated(milestone.time)]
    apart = distances_of(draft, sentences[number], number)
    found = list(distance_groups(draft, roles, apart, sentences[number], before[-1] if before else None, number))
    yield from found
    yield from since_groups(draft, roles, sentences[number], told)
    if found:
        return
    spans = spans_of(draft, quantities, sentences[number], number)
    here = _stretches(draft, number, told)
    if len(spans) == 1 and not here:
        here = between_of(draft, spans[0], sentences[number], number)
        here = here or elaborated(draft, spans[0], sentences[number], number)
        here = here or _paired(draft, product(above, told), number)
        if not here and (begun := _length_begun(draft, spans[0], number, told)):
            yield from span_groups(roles, spans, begun)
            return
    if len(spans) == 1 and len(here) > 1:  # "from 6am on 3 April to 6am on 6 April"
        short = spans[0].unit in ("minute", "hour")
        here = [one for one in here if one.start.time is not None and (one.start.time.clock is not None) == short]
    spans = [span for span in spans if not here or tied(draft, span, here[0])]
    if spans and here:
        yield from span_groups(roles, spans, here)
        return
    if not number or sentences[number].scope != sentences[number - 1].scope:
        return
    opener = draft.analysis.lowers[sentences[number].first]
    if not spans and not here and (began := _began_before(draft, number, above, told)):
        lengths = spans_of(draft, (), sentences[number - 1], number - 1)
        yield from span_groups(roles, [span for span in lengths if _of_its_end(draft, span, began[0])], began)
        return
    if spans and not here and ((opener in wording("it") and lasts(draft, spans[0])) or _points_back(draft, spans)):
        yield from span_groups(roles, spans, _stretches(draft, number - 1, above))
    elif here and not spans and told and (_goes_on(draft, number, here[0]) or _stops(draft, number, here[0], told)):
        above_spans = spans_of(draft, (), sentences[number - 1], number - 1)
        counted = {span.figure.start for span in distances_of(draft, sentences[number - 1], number - 1)}
        # "10 years later" leads to a date of its own sentence
        yield from span_groups(roles, [span for span in above_spans if span.figure.start not in counted], here)


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


def _began_before(draft: Draft, number: int, above: Sequence[Milestone], told: Sequence[Milestone]) -> list[Stretch]:
    """ "She was freed on 9 June after 200 days as a hostage. Gunmen had seized her on 3 July.": the end above, and how
    it began."""
    back = [one for one in told if one.verb is not None and "perfect" in one.verb.aspect and one.verb.tense == "past"]
    return _paired(draft, product(back, above), number - 1)


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
    either = [pair for a, b in combinations(told, 2) for pair in ((a, b), (b, a))]
    return _paired(draft, either, number) or list(_loose(draft, number, told))


def _paired(draft: Draft, pairs: Iterable[tuple[Milestone, Milestone]], number: int) -> list[Stretch]:
    """The pairs that are the beginning and the end of one thing."""
    found: list[Stretch] = []
    for one, other in pairs:
        begin_end = (one.kind, other.kind) in PAIRS and one.time is not other.time and told_forward(draft, one, other)
        if begin_end and one_thing(draft, one.thing, other.thing):
            found += stretch(one.figure, other.figure, number, one.thing.head if one.thing else "")
    return found


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
