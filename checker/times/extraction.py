"""From text to times: class string, runs, parse, readings in the order of the story."""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from checker import patterns
from checker.language import Analysis
from checker.records import Time
from checker.times import (
    clocks,
    counting,
    dates,
    deictics,
    durations,
    feasts,
    fractions,
    message_rules,
    messages,
    seasons,
    sets,
    spans,
    units,
    unsettled,
)
from checker.times import offsets as offsets_
from checker.times.context import Context
from checker.times.contexts import words
from checker.times.datelines import day_of_writing
from checker.times.grammar import Node, inner, parse
from checker.times.maker import Maker
from checker.times.readings import Reading, day_reading
from checker.times.regions import TRIGGERS, Region, find, whole
from checker.times.story import end_of, hint_of, remember, time_of
from checker.times.survey import survey
from checker.times.words import OTHER, alphabet, class_string, is_wrapped, tokenise, trim

# Each registers its productions.
PRODUCTIONS = (
    clocks, counting, dates, deictics, durations, feasts, fractions, message_rules, offsets_, seasons, sets, spans,
    units, unsettled,
)  # fmt: skip

MESSAGE_TRIGGERS = [*TRIGGERS, *re.findall(
    r"\w+",
    "dotclock decimal lowmonth lowweekday lowunit slash isomonth ordinal oclock ago digit joinedunit half numword tens "
    "edge",
)]
MESSAGE_LENGTH = 300
# Classes that begin and end no expression: cut from a run, so that the same runs come again.
EDGES = ("comma", "and", "or", "to", "dash", "open", "close", "since", "of", "at", "between")
# In messages "at 7" and "between 3 and 5" are times.
MESSAGE_EDGES = ("comma", "and", "or", "dash", "open", "close", "of", "dot")


class Run(NamedTuple):
    """The expressions of an unbroken run of vocabulary, which begins with token `base` of its region."""

    region: Region
    base: int
    nodes: tuple[Node, ...]


@cache
def _runs(message: bool) -> re.Pattern[str]:
    chars = "".join(alphabet()[name] for name in (MESSAGE_TRIGGERS if message else TRIGGERS))
    other = re.escape(OTHER)
    return patterns.compile(f"[^{other}{chars}]*+[{chars}][^{other}]*+")


@cache
def _edges(message: bool) -> str:
    return "".join(alphabet()[name] for name in (MESSAGE_EDGES if message else EDGES))


def extract(analysis: Analysis) -> list[Time]:
    """Every time of the document, ascending and without overlap."""
    document = analysis.document
    text = document.text
    pub = document.published_earliest if document.published_earliest == document.published_latest else None
    clock = document.published_clock
    trim()
    if pub is not None:
        pub = day_of_writing(document, pub)
    short = len(text) <= MESSAGE_LENGTH
    phrase = short and pub is not None and is_phrase(text, clock is not None)
    message = phrase or (short and clock is not None)
    context = Context(text, pub, clock, message)
    context.phrase = phrase
    regions = [whole(text)] if message else find(text, is_wrapped(text))
    runs = [run for region in regions for run in _parsed(region, message)]
    survey(context, [(run.region.tokens, run.base, run.nodes) for run in runs])
    maker = Maker(context)
    if message:
        maker.enter(*regions[0])
        return messages.read(maker, [(run.base, run.nodes) for run in runs])
    out: list[Time] = []
    for run in runs:
        maker.enter(*run.region)
        maker.base = run.base
        _read_run(maker, run.nodes, out)
    return out


def _parsed(region: Region, message: bool) -> Iterator[Run]:
    edges = _edges(message)
    for match in _runs(message).finditer(region.classes):
        run = match.group()
        body = run.lstrip(edges)
        nodes = parse(body.rstrip(edges), message)
        if nodes:
            yield Run(region, match.start() + len(run) - len(body), nodes)


def is_phrase(text: str, moment: bool) -> bool:
    """Whether a short text is nothing but a time, as in a calendar entry; where its moment is known, nearly so."""
    tokens = [token for token in tokenise(text, False, 0, len(text))[0] if token[0].isalnum()]
    classes = class_string(tokens, True)
    if not moment:
        return bool(classes) and OTHER not in classes
    return bool(classes) and classes.count(OTHER) * 8 < len(classes)


def _read_run(maker: Maker, nodes: tuple[Node, ...], out: list[Time]) -> None:
    """The expressions of one run; the first of a pair learns year and month from the second ("April and June 1955")."""
    context, base, offsets, tokens = maker.context, maker.base, maker.offsets, maker.tokens
    previous: tuple[Node, int] | None = None
    queue = list(nodes)
    index = -1
    while index + 1 < len(queue):
        index += 1
        node = queue[index]
        context.start, context.end = offsets[base + node.start], end_of(maker, base + node.end)
        maker.hint = hint_of(maker, queue, index) if index + 1 < len(queue) else None
        reading = maker.make(node)
        maker.hint = None
        if reading is None:  # what the rule was made of may still say a time
            limit = queue[index + 1].start if index + 1 < len(queue) else None
            within = inner(node)
            if node.make == "sum":  # "9 weeks a year ago": what follows may go with the second alone
                within[1:] = rest(maker, within[0].end, limit)
            queue[index + 1 : index + 1] = within or rest(maker, node.start + 1, limit)
            continue
        first = reading.start if reading.start is not None else base + node.start
        last = reading.end if reading.end is not None else base + node.end
        start, end = offsets[first], end_of(maker, last)
        reading.end = end
        lead = tokens[first - 1].strip().lower() if first and reading.grain == "year" else ""
        remember(context, reading, lead)
        joined = _joined(maker, previous, node) if previous is not None and out else None
        if joined is not None and reading.part == "weekday" and reading.lo is not None:
            begin = out[joined].earliest if out[joined].weekday is not None else None
            if begin is not None and reading.frame == "calendar" and reading.lo < begin:
                if context.pub is not None and reading.lo + 7 > context.pub and context.tense() == "past":
                    out[joined] = _week_before(out[joined])  # "it rained Tuesday to Thursday", said on a Tuesday
                else:
                    _move(reading, reading.lo + 7)  # "Monday to Friday": the Friday after
        time = time_of(maker, reading, start, end, joined)
        if joined is not None:
            out[joined] = _replace_ends(out[joined], len(out))
        out.append(time)
        previous = (node, len(out) - 1)
        second = reading.second
        if second is not None and second.start is not None and second.end is not None:
            out[-1] = _replace_ends(out[-1], len(out))
            out.append(time_of(maker, second, offsets[second.start], end_of(maker, second.end), len(out) - 1))
            second.end = out[-1].end
            remember(context, second, "to")


def _replace_ends(time: Time, other: int) -> Time:
    return msgspec.structs.replace(time, ends=other)


def _week_before(time: Time) -> Time:
    if time.earliest is None or time.latest is None:
        return time
    value = day_reading(time.earliest - 7, "").value + time.value[10:]
    return msgspec.structs.replace(time, earliest=time.earliest - 7, latest=time.latest - 7, value=value)


def _move(reading: Reading, day: int) -> None:
    moved = day_reading(day, reading.anchor)
    reading.value, reading.lo, reading.hi = moved.value + reading.value[10:], moved.lo, moved.hi
    reading.y, reading.m, reading.d = moved.y, moved.m, moved.d


def rest(maker: Maker, first: int, limit: int | None) -> list[Node]:
    """What stands from a token to the next node, read again: the node that began before it says no time."""
    last = maker.base + limit if limit is not None else maker.classes.find(OTHER, maker.base + first)
    run = maker.classes[maker.base + first : last if last >= 0 else None]
    return [shifted(found, first) for found in parse(run, maker.context.message)] if run else []


def shifted(node: Node, by: int) -> Node:
    captures = tuple((name, item + by if isinstance(item, int) else shifted(item, by)) for name, item in node.captures)
    return Node(node.make, node.start + by, node.end + by, captures)


def _joined(maker: Maker, previous: tuple[Node, int], node: Node) -> int | None:
    """Index of the time that this one ends: "from Monday to Thursday", "1996-2006"."""
    gap = [maker.at(i) for i in range(previous[0].end, node.start)]
    if not words("range-joins") & set(gap) or not words("joins") >= set(gap):
        return None
    return previous[1] if "and" not in gap or maker.at(previous[0].start - 1) == "between" else None
