"""What kind of text it is, told from all its times before the first is read."""
from __future__ import annotations

import re
from datetime import date

from checker.times.context import Context
from checker.times.grammar import Node
from checker.times.words import VALUES

DEICTIC = frozenset(["deictic", "tonight", "last-night", "weekday", "ago", "window"])
TIMELESS = frozenset(
    ["duration", "ref-present", "ref-past", "plural", "frequency", "age", "unit", "weekday", "deictic"]
)
# The commonest that never speak from the day of publication: not looked into.
ABSOLUTE = frozenset(["date", "year", "decade", "duration", "age", "clock", "numeric", "iso", "plural", "frequency",
                      "ref-present", "ref-past", "feast", "every", "century", "noon", "year-second"])
FROM_NOW_MAKES = frozenset(["unit", "month", "season", "daypart"])
FROM_NOW = frozenset(["last", "this", "next", "past", "coming"])


def survey(context: Context, runs: list[tuple[list[str], int, tuple[Node, ...]]]) -> None:
    """A narrative of years far from publication, or news; and which way its numeric dates go."""
    pub_year = date.fromordinal(context.pub).year if context.pub else None
    far = near = today = dated = first = second = style = 0
    for tokens, base, nodes in runs:
        for node in nodes:
            if node.make not in ABSOLUTE and _is_of_now(tokens, base, node):
                today += 1
            elif node.make == "numeric":
                text = next(tokens[base + i].strip() for k, i in node.captures if k == "i" and isinstance(i, int))
                numbers = [int(part) for part in re.split(r"[-/.]", text)]
                first += numbers[0] > 12
                second += numbers[1] > 12
            elif node.make == "date":
                style += _month_first(node)
            if node.make in TIMELESS:
                continue
            year = _explicit_year(base, node, tokens)
            if year is None:
                continue
            if pub_year is None or year < pub_year - 1:
                far += 1
                dated += node.make in ("date", "month")
            elif year <= pub_year + 1:
                near += 1
    if first == second:  # no numeric date tells: an article that writes "22 October" writes 22/10 too
        context.months_first = None if style == 0 else style > 0
    else:
        context.months_first = second > first
    if pub_year is None:  # how far the years are from publication is unknown: a story is told without any "now"
        near += 2 * today + 2
    told = (far >= 3 and far > 2 * near) or (far >= 12 and far > near) or (dated >= 2 and not near)
    context.narrative = told and far > 4 * today and not context.message


def _month_first(node: Node) -> int:
    """1 for October 22, -1 for 22 October."""
    places = dict(node.captures)
    day, month = places.get("d"), places.get("m")
    return 0 if not isinstance(day, int) or not isinstance(month, int) else 1 if month < day else -1


def _is_of_now(tokens: list[str], base: int, node: Node) -> bool:
    """Whether an expression, or one that it is made of, speaks from the day of publication: "on Sunday night", "this
    summer", "next month", but not "the next day"."""
    if node.make in DEICTIC:
        return True
    if node.make in FROM_NOW_MAKES and tokens[base + node.start].strip().lower() in FROM_NOW:
        return True
    return any(_is_of_now(tokens, base, item) for _, item in node.captures if isinstance(item, Node))


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
