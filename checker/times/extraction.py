"""From text to times: class string, runs, parse, readings in the order of the story."""
from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from checker.language import Analysis
from checker.records import Time
from checker.times import clocks, dates, deictics, durations, feasts, messages, offsets, seasons, sets, spans, units
from checker.times.context import Context
from checker.times.contexts import words
from checker.times.grammar import Node, inner, parse
from checker.times.maker import Maker
from checker.times.story import end_of, hint_of, remember, time_of
from checker.times.survey import survey
from checker.times.words import OTHER, VALUES, alphabet, class_string, is_wrapped, tokenise

PRODUCTIONS = (clocks, dates, deictics, durations, feasts, messages, offsets, seasons, sets, spans, units)

# A run is worth parsing when it holds one of these.
TRIGGERS = (
    "month weakmonth weekday weakweekday weekdays unit quarter deictic tonight present presentadj pastref recent past "
    "futurenoun moment being daypart noon season fall ampm clock fullclock iso numeric decade decadeword year "
    "frequency feast anniversary era qtok night zone year2 mil"
)
MESSAGE_TRIGGERS = TRIGGERS + " lowmonth lowweekday lowunit slash isomonth ordinal oclock ago digit"
MESSAGE_LENGTH = 300


@cache
def _runs(message: bool) -> re.Pattern[str]:
    names = (MESSAGE_TRIGGERS if message else TRIGGERS).split()
    chars = "".join(alphabet()[name] for name in names)
    other = re.escape(OTHER)
    return re.compile(f"[^{other}{chars}]*+[{chars}][^{other}]*+")


_EDGES = ("comma", "and", "or", "to", "dash", "open", "close", "since", "of", "at", "between")


@cache
def _edges() -> str:
    """Classes that begin and end no expression: cut from a run, so that the same runs come again."""
    return "".join(alphabet()[name] for name in _EDGES)


def extract(analysis: Analysis) -> list[Time]:
    """Every time of the document, ascending and without overlap."""
    document = analysis.document
    text = document.text
    pub = document.published_earliest if document.published_earliest == document.published_latest else None
    clock = getattr(document, "published_clock", None)
    message = clock is not None and len(text) <= MESSAGE_LENGTH
    tokens, offsets = tokenise(text, is_wrapped(text))
    classes = class_string(tokens, message)
    tokens, offsets, classes = _with_feasts(text, tokens, offsets, classes, message)
    context = Context(text, pub, clock, message)
    context.phrase = message and classes.count(OTHER) * 4 <= len(classes)
    found: list[tuple[int, tuple[Node, ...]]] = []
    edges = _edges()
    for match in _runs(message).finditer(classes):
        run = match.group()
        body = run.lstrip(edges)
        base = match.start() + len(run) - len(body)
        nodes = parse(body.rstrip(edges), message)
        if nodes:
            found.append((base, nodes))
    survey(context, tokens, found)
    maker = Maker(context, tokens, offsets)
    out: list[Time] = []
    if message:
        return messages.read(maker, found)
    for base, nodes in found:
        maker.base = base
        _read_run(maker, nodes, out)
    return out


def _with_feasts(
    text: str, tokens: list[str], offsets: list[int], classes: str, message: bool
) -> tuple[list[str], list[int], str]:
    """The names of feasts as single tokens."""
    spans = [m.span() for m in feasts.pattern(message).finditer(text)]
    if not spans:
        return tokens, offsets, classes
    mark = alphabet()["feast"]
    new_tokens: list[str] = []
    new_offsets: list[int] = []
    new_classes: list[str] = []
    at = 0
    for start, end in spans:
        first, last = bisect_left(offsets, start), bisect_left(offsets, end)
        if first < at or offsets[first] != start or last <= first:
            continue
        new_tokens += tokens[at:first]
        new_offsets += offsets[at:first]
        new_classes.append(classes[at:first])
        token = "".join(tokens[first:last])
        VALUES.setdefault(token, None)
        new_tokens.append(token)
        new_offsets.append(start)
        new_classes.append(mark)
        at = last
    new_tokens += tokens[at:]
    new_offsets += offsets[at:]
    new_classes.append(classes[at:])
    return new_tokens, new_offsets, "".join(new_classes)


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
        maker.hint = hint_of(maker, queue, index)
        reading = maker.make(node)
        maker.hint = None
        if reading is None:  # what the rule was made of may still say a time
            queue[index + 1 : index + 1] = inner(node)
            continue
        first = reading.start if reading.start is not None else base + node.start
        last = reading.end if reading.end is not None else base + node.end
        start, end = offsets[first], end_of(maker, last)
        reading.end = end
        remember(context, reading, tokens[first - 1].strip().lower() if first else "")
        joined = _joined(maker, previous, node) if previous is not None and out else None
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
    import msgspec

    return msgspec.structs.replace(time, ends=other)


def _joined(maker: Maker, previous: tuple[Node, int], node: Node) -> int | None:
    """Index of the time that this one ends: "from Monday to Thursday", "1996-2006"."""
    gap = [maker.at(i) for i in range(previous[0].end, node.start)]
    if not words("range-joins") & set(gap) or not words("joins") >= set(gap):
        return None
    return previous[1] if "and" not in gap or maker.at(previous[0].start - 1) == "between" else None
