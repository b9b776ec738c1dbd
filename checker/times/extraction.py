"""From text to times: class string, runs, parse, readings in the order of the story."""
from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from checker.language import Analysis
from checker.records import Time
from checker.times import absolute, clocks, feasts, messages, relative
from checker.times.context import Context
from checker.times.grammar import Node, inner, parse
from checker.times.maker import Maker
from checker.times.readings import Reading
from checker.times.words import OTHER, VALUES, alphabet, class_string, is_wrapped, tokenise

assert absolute and clocks and relative  # each registers its productions

# A run is worth parsing when it holds one of these.
TRIGGERS = (
    "month weakmonth weekday weakweekday weekdays unit quarter deictic tonight present presentadj pastref recent past "
    "futurenoun moment being daypart noon season fall ampm clock fullclock iso numeric decade decadeword year frequency feast "
    "anniversary era qtok night zone year2 mil"
)
MESSAGE_TRIGGERS = TRIGGERS + " lowmonth lowweekday lowunit slash isomonth ordinal oclock ago digit"
JOINS = frozenset(["-", "–", "—", "to", "and", "or", ",", "/", "through", "until", "till", "&", "the"])
RANGE_JOINS = frozenset(["-", "–", "—", "to", "through", "until", "till", "and", "thru"])
DEICTIC = frozenset(["deictic", "tonight", "last-night", "weekday", "ago", "window"])
MESSAGE_LENGTH = 300
LEAP = 10  # a story goes on within so many years, or says its new year twice
# Before a bare year: it is not where the story stands.
ASIDE = frozenset(["since", "until", "till", "for", "to", "before", "from", "like", "than", "as"])


@cache
def _runs(message: bool) -> re.Pattern[str]:
    names = (MESSAGE_TRIGGERS if message else TRIGGERS).split()
    chars = "".join(alphabet()[name] for name in names)
    other = re.escape(OTHER)
    return re.compile(f"[^{other}{chars}]*+[{chars}][^{other}]*+")


@cache
def _edges() -> str:
    """Classes that begin and end no expression: cut from a run, so that the same runs come again."""
    return "".join(alphabet()[name] for name in ("comma", "and", "or", "to", "dash", "open", "close", "since", "of", "at", "between"))


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
    _survey(context, tokens, found)
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


def _survey(context: Context, tokens: list[str], found: list[tuple[int, tuple[Node, ...]]]) -> None:
    """What kind of text it is: a narrative of years far from publication, or news; and which way its numeric dates go."""
    from datetime import date

    pub_year = date.fromordinal(context.pub).year if context.pub else None
    far = near = today = first = second = 0
    for base, nodes in found:
        for node in nodes:
            if node.make in DEICTIC or _counts_from_now(tokens, base, node):
                today += 1
            elif node.make == "numeric":
                text = next(tokens[base + i].strip() for k, i in node.captures if k == "i" and isinstance(i, int))
                numbers = [int(part) for part in re.split(r"[-/.]", text)]
                first += numbers[0] > 12
                second += numbers[1] > 12
            year = _explicit_year(base, node, tokens)
            if year is None:
                continue
            if pub_year is None or year < pub_year - 1:
                far += 1
            elif year <= pub_year + 1:
                near += 1
    context.months_first = None if first == second else second > first
    if pub_year is None:  # nothing says how far the years are from publication: only a text without any "now" tells a story
        near += 2 * today + 2
    told = (far >= 3 and far > 2 * near) or (far >= 12 and far > near)
    context.narrative = told and far > 3 * today and not context.message


def _counts_from_now(tokens: list[str], base: int, node: Node) -> bool:
    """last week, this year, next month: but not "the next day"."""
    return node.make == "unit" and tokens[base + node.start].strip().lower() in ("last", "this", "next", "past", "coming")


def _explicit_year(base: int, node: Node, tokens: list[str]) -> int | None:
    for name, item in node.captures:
        if isinstance(item, Node):
            year = _explicit_year(base, item, tokens)
            if year is not None:
                return year
        elif name == "y" and isinstance(VALUES.get(tokens[base + item]), int):
            return int(str(VALUES[tokens[base + item]]))
        elif name == "e" and node.make in ("era", "date"):
            return 0
    return None


def _read_run(maker: Maker, nodes: tuple[Node, ...], out: list[Time]) -> None:
    """The expressions of one run; the first of a pair learns year and month from the second ("April and June 1955")."""
    context, base, offsets, tokens = maker.context, maker.base, maker.offsets, maker.tokens
    previous: tuple[Node, int] | None = None
    queue = list(nodes)
    index = -1
    while index + 1 < len(queue):
        index += 1
        node = queue[index]
        context.start, context.end = offsets[base + node.start], _end(maker, base + node.end)
        maker.hint = _hint(maker, queue, index)
        reading = maker.make(node)
        maker.hint = None
        if reading is None:  # what the rule was made of may still say a time
            queue[index + 1 : index + 1] = inner(node)
            continue
        first = reading.start if reading.start is not None else base + node.start
        last = reading.end if reading.end is not None else base + node.end
        start, end = offsets[first], _end(maker, last)
        reading.end = end
        _remember(context, reading, tokens[first - 1].strip().lower() if first else "")
        joined = None
        if previous is not None and out:
            gap = [tokens[base + i].strip().lower() for i in range(previous[0].end, node.start)]
            if gap and all(word in JOINS for word in gap) and any(word in RANGE_JOINS for word in gap):
                lead = tokens[base + previous[0].start - 1].strip().lower() if base + previous[0].start else ""
                if "and" not in gap or lead == "between":
                    joined = previous[1]
        time = _time(maker, reading, start, end, joined)
        if joined is not None:
            out[joined] = _replace_ends(out[joined], len(out))
        out.append(time)
        previous = (node, len(out) - 1)
        second = reading.second
        if second is not None and second.start is not None and second.end is not None:
            out[-1] = _replace_ends(out[-1], len(out))
            out.append(_time(maker, second, offsets[second.start], _end(maker, second.end), len(out) - 1))
            second.end = out[-1].end
            _remember(context, second, "to")


def _end(maker: Maker, token: int) -> int:
    """End of the token before `token`, without its blank."""
    last = maker.tokens[token - 1]
    return maker.offsets[token - 1] + len(last.rstrip())


PAIRED = frozenset(["date", "month", "day-of-pair", "weekday", "part", "season", "clock", "military", "noon"])


def _hint(maker: Maker, nodes: Sequence[Node], index: int) -> Reading | None:
    """The dated expression that a yearless one is paired with."""
    node = nodes[index]
    if index + 1 >= len(nodes) or node.make not in PAIRED:
        return None
    follower = nodes[index + 1]
    if follower.make not in PAIRED:
        return None
    gap = [maker.at(i) for i in range(node.end, follower.start)]
    if node.make in ("clock", "military", "noon"):
        if follower.make in ("clock", "military", "noon") or not all(word in (",", "on", "(") for word in gap):
            return None
    elif follower.make in ("clock", "military", "noon"):
        return None
    elif (node.make == "season") != (follower.make == "season"):
        return None
    if not gap and node.make not in ("clock", "military", "noon"):
        return None
    if len(gap) > 3 or not all(word in JOINS or word in ("(", "from", "on") for word in gap):
        return None
    if node.make not in ("day-of-pair", "clock", "military", "noon") and not _has_year(follower) and not (index + 2 < len(nodes) and _has_year(nodes[-1])):
        return None
    maker.hint = _hint(maker, nodes, index + 1)
    start = maker.context.start
    maker.context.start = maker.offsets[maker.base + follower.start]
    reading = maker.make(follower)
    maker.context.start = start
    maker.hint = None
    if reading is None or (reading.y is None and reading.frame == "calendar"):
        return None
    return reading


def _has_year(node: Node) -> bool:
    return any(name in ("y", "y2") or (isinstance(item, Node) and _has_year(item)) for name, item in node.captures)


def _remember(context: Context, reading: Reading, lead: str) -> None:
    """Move the story on: to what is told, not to what a narrative mentions in passing ("since 1882", "until 1976")."""
    if reading.type in ("DURATION", "SET") or reading.frame != "calendar" or reading.y is None:
        return
    if reading.grain in ("decade", "century") or reading.second is not None:
        return
    if context.narrative and (reading.anchor == "publication" or (reading.grain == "year" and lead in ASIDE)):
        return
    if reading.part == "aside":
        return
    if context.narrative and context.anchor is not None and context.anchor.y is not None and abs(reading.y - context.anchor.y) > LEAP:
        confirmed = context.pending is not None and abs(reading.y - context.pending) <= LEAP
        context.pending = reading.y
        if not confirmed:
            return
    context.pending = None
    context.anchor = reading
    if reading.grain in ("day", "daypart", "minute") and reading.d is not None:
        context.time_anchor = reading


def _replace_ends(time: Time, other: int) -> Time:
    import msgspec

    return msgspec.structs.replace(time, ends=other)


def _time(maker: Maker, r: Reading, start: int, end: int, joined: int | None) -> Time:
    span = None
    if r.weekday_at is not None:
        at = maker.offsets[r.weekday_at]
        span = (at, at + len(maker.tokens[r.weekday_at].rstrip()))
    lo, hi = r.lo, r.hi
    if lo is not None and hi is not None and lo > hi:
        lo, hi = hi, lo
    return Time(
        start, end, maker.context.text[start:end], r.type, r.value, r.mod, lo, hi, r.grain, r.frame, r.anchor,
        r.weekday, span, r.clock[0] * 60 + r.clock[1] if r.clock else None, r.zone, r.invalid, joined, None, r.number, r.unit,
    )
