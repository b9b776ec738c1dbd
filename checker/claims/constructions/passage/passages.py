"""What the dates of a passage, a sentence and the one or two before it, say together: order, length, age, anniversary.

The milestones (`milestones.py`) are paired by what they befall, not by how the passage is put.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import chain, combinations

from checker.claims.constructions.dates.calendar import comparable
from checker.claims.constructions.frame.match import Group
from checker.claims.constructions.frame.roles import Roles
from checker.claims.constructions.passage.jubilees import (
    Jubilee,
    ago_groups,
    jubilee_groups,
    jubilee_words,
    jubilees_of,
)
from checker.claims.constructions.passage.lengths import length_groups
from checker.claims.constructions.passage.lives import Age, age_groups, ages_of
from checker.claims.constructions.passage.milestones import Milestone, milestones_of, told_forward
from checker.claims.constructions.passage.referents import one_thing
from checker.claims.constructions.passage.sameday import Telling, sameday_groups, tellings_of
from checker.claims.constructions.passage.sequence import BOUNDED, sequence_groups, then_groups
from checker.claims.constructions.passage.wording import wording
from checker.claims.draft import NARRATION, Draft
from checker.records import Quantity, Time

SENTENCES = 3  # of a passage
MOST_TOKENS = 120  # of a sentence that is read
MOST_MILESTONES = 10  # of a passage: more of them are a chronicle
DEEDS = frozenset(("deed", "undergone"))
SURE = frozenset(("birth", "death"))  # happens once to anybody


def passage_groups(draft: Draft, roles: Roles, quantities: Sequence[Quantity]) -> list[Group]:
    """The groups of every passage."""
    groups: list[Group] = []
    starts = [quantity.start for quantity in quantities]
    milestones: deque[list[Milestone]] = deque(maxlen=SENTENCES)
    ages: deque[list[Age]] = deque(maxlen=SENTENCES)
    tellings: deque[list[Telling]] = deque(maxlen=SENTENCES)
    jubilees: deque[list[Jubilee]] = deque(maxlen=SENTENCES)
    marked = jubilee_words(draft)
    for number, sentence in enumerate(draft.analysis.sentences):
        if sentence.scope in ("furniture", "correction") or sentence.last - sentence.first > MOST_TOKENS:
            milestones.append([])
            continue
        here = milestones_of(draft, number)
        milestones.append(here)
        passage = list(chain(*milestones))
        if here and len(passage) <= MOST_MILESTONES:
            groups += order_groups(draft, roles, passage)
        inside = quantities[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        if draft.names.times_in(sentence.start, sentence.end):
            groups += sequence_groups(draft, roles, sentence)
            groups += then_groups(draft, roles, number)
            above = milestones[-2] if len(milestones) > 1 else ()
            groups += length_groups(draft, roles, inside, number, above, here)
            groups += ago_groups(draft, roles, sentence)
        jubilees.append(jubilees_of(draft, sentence, number, marked.get(number, ())))
        groups += jubilee_groups(draft, roles, list(chain(*jubilees)), passage, number)
        tellings.append(tellings_of(draft, sentence, number))
        groups += sameday_groups(draft, roles, list(chain(*tellings)), number)
        ages.append(ages_of(draft, inside, sentence, number))
        groups += age_groups(draft, roles, list(chain(*ages)), passage, number)
    return groups


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
