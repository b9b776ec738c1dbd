"""Order told by days and times of day: "the bank failed on 3 May", "she resigned on 5 May".

Only beside orders told in words: two dated events are put in order where one of them may be an event of such an order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, partial
from itertools import combinations

import msgspec

from checker.claims.clause_days import event_of
from checker.claims.clauses import segment
from checker.claims.draft import Draft
from checker.claims.events import LONGEST
from checker.claims.happened import Happened, of_verb, retold
from checker.claims.order import Order
from checker.claims.themes import verb_of
from checker.language.lexicon import table, word_class
from checker.records import Time

FAR = 4  # sentences between two events that are set beside each other
MOST = 40  # dated events of an article; more are a table or a chronicle
OPEN = frozenset(("by", "until", "till", "before", "after", "since", "from", "between", "to", "within"))
GRAINS = frozenset(("minute", "hour", "day", "month", "year"))
SLACK = 20  # minutes by which two times of day must lie apart


class Dated(msgspec.Struct, frozen=True):
    """An event with its time and its sentence."""

    event: Happened
    time: Time
    sentence: int


words = partial(word_class, "order_words")


@cache
def changes() -> frozenset[str]:
    """Verbs of rise and fall: a measure moves every month."""
    return frozenset(row["phrase"] for row in table("quantity_changes"))


def told(draft: Draft, worded: Sequence[Order]) -> Iterator[Order]:
    """The orders that days and times of day tell of the events of `worded`."""
    if not worded:
        return
    asked = frozenset[str]().union(*(one.deeds for order in worded for one in (order.earlier, order.later)))
    found = [one for one in _dated(draft) if one.event.deeds & asked]
    if len(found) > MOST:
        return
    for one, other in combinations(found, 2):
        if other.sentence - one.sentence > FAR:
            continue
        first, second = (one, other) if _before(one.time, other.time) else (other, one)
        if _before(first.time, second.time):
            span = (one, other)[one.sentence <= other.sentence].time
            text = "; ".join(_printed(draft, each) for each in (first, second))
            yield Order(first.event, second.event, span.start, span.end, text, dated=True)


def _dated(draft: Draft) -> Iterator[Dated]:
    """The events of clauses that give one time."""
    analysis = draft.analysis
    seen: set[int] = set()
    for time in draft.names.times:
        sentence = draft.telling(time.start)
        if time.grain not in GRAINS or sentence is None or sentence.last - sentence.first > LONGEST:
            continue
        first, last = analysis.tokens_of(time.start, time.end)
        if first > 0 and (analysis.lowers[first - 1] in OPEN or (first > 1 and analysis.lowers[first - 2] in OPEN)):
            continue
        left, right = segment(analysis, first)
        right = max(right, last)
        verb = next((v for at in range(left, right) if (v := verb_of(draft, at)) is not None and v.finite), None)
        if verb is None or verb.tense != "past" or verb.first in seen:
            continue
        if verb.lemma in words("again") or (analysis.lowers[verb.head] in changes() and not retold(verb.lemma)):
            continue
        if event_of(analysis, draft.names, analysis.starts[left], analysis.ends[right - 1], verb) not in (time, None):
            continue
        event = of_verb(draft, verb, left, first if first > verb.first else right)
        if event is not None and event.deeds:
            seen.add(verb.first)
            yield Dated(event, time, analysis.sentence_at(time.start))


def _before(one: Time, other: Time) -> bool:
    """Is all of the first before the second: by days of one calendar, or by times of one day?"""
    if one.days is not None and other.days is not None and one.frame == other.frame and one.days != other.days:
        return one.days[1] < other.days[0]
    if one.clock is None or other.clock is None or one.zone != other.zone or one.days != other.days:
        return False
    return one.clock + SLACK <= other.clock


def _printed(draft: Draft, one: Dated) -> str:
    """The event and its time, as printed."""
    text, starts, ends = draft.analysis.text, draft.analysis.starts, draft.analysis.ends
    event = text[starts[one.event.first] : ends[one.event.last - 1]]
    return event if one.time.text in event else f"{event} {one.time.text}"
