"""The condition language: what it reads, what it makes of it, and what it says of a mistake."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.engine import grammar
from checker.engine.evaluate import function, holds
from checker.engine.values import Interval

from .records import Desk, changed

RELATION = ("total", "part", "from", "to", "change")


def figures(**roles: list[float]) -> dict[str, Any]:
    desk = Desk()
    return {
        role: tuple(desk.say(f"There were {n}.", str(n), float(n)) for n in numbers) for role, numbers in roles.items()
    }


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("1 + 2 * 3 == 7", True),
        ("(1 + 2) * 3 == 9", True),
        ("10 - 3 - 2 == 5", True),
        ("12 / 3 / 2 == 2", True),
        ("-2 < 1", True),
        ("not 1 == 2 and 2 == 2", True),
        ("1 == 2 or 2 == 2 and 1 == 1", True),
        ("not (1 == 1 or 1 == 2)", False),
        ("'kill' in ['kill', 'die']", True),
        ("'kill' not in ['kill', 'die']", False),
        ("sum(part) == 789", True),
        ("count(part) == 3", True),
        ("apart(total, sum(part))", True),
        ("max(part) < total", True),
        ("min(part, 3) == 3", True),
        ("total - sum(part) == 11", True),
        ("total / 2 == 400", True),
        ("total.scope == 'body'", True),
        ("part.scope == 'body'", True),
        ("part.value == 470", False),  # three claims with three values: unknown, so it does not hold
        ("from == 4", False),  # a role that the group has not: unknown
        ("not from == 4", False),
        ("count(from) == 0", True),
    ],
)
def test_conditions(condition: str, expected: bool) -> None:
    roles = figures(total=[800], part=[470, 304, 15])
    assert holds(grammar.parse(condition, RELATION), roles) is expected


@pytest.mark.parametrize(
    ("condition", "offset", "said"),
    [
        ("apart(totl, part)", 6, "unknown role 'totl'. Did you mean 'total'?"),
        ("total.vlaue == 3", 6, "unknown field 'vlaue'. Did you mean 'value'?"),
        ("apert(total, part)", 0, "unknown predicate 'apert'. Did you mean 'apart'?"),
        ("apart(total)", 0, "apart takes 2 values, not 1"),
        ("total == ", 9, "the end of the condition was not expected here"),
        ("total == 3 ) ", 11, "')' was not expected here"),
        ("total = 3", 6, "'=' was not expected here"),
    ],
)
def test_a_mistake_is_shown_where_it_stands(condition: str, offset: int, said: str) -> None:
    with pytest.raises(grammar.ConditionError) as error:
        grammar.parse(condition, RELATION)
    assert said in str(error.value)
    assert abs(error.value.offset - offset) <= 1


@given(st.text(max_size=60))
@settings(deadline=None, max_examples=150)
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    with suppress(grammar.ConditionError):
        assert grammar.parse(text, RELATION)


def test_symmetry_is_seen() -> None:
    def seen(condition: str) -> bool:
        return grammar.symmetric(grammar.parse(condition, ("a", "b")))

    assert seen("apart(a, b) and a.polarity == b.polarity")
    assert seen("a.value > b.value or b.value > a.value")
    assert not seen("a.polarity == '+' and b.polarity == '-'")
    assert not seen("before(a.said, b.said)")


def test_a_hedge_leaves_a_comparison_open() -> None:
    desk = Desk()
    hedged = desk.say("At least four countries signed.", "four", 4, least=4.0, most=None)
    items = tuple(desk.say(f"{name} signed.", name) for name in ("Chad", "Mali", "Niger"))
    roles = {"announced": (hedged,), "item": items}
    names = ("announced", "item")
    assert not holds(grammar.parse("count(item) == announced", names), roles)
    assert holds(grammar.parse("count(item) != announced", names), roles)  # three is no "at least four"
    five = {"announced": (hedged,), "item": (*items, *items[:2])}
    assert not holds(grammar.parse("count(item) != announced", names), five)


def test_percent_and_days() -> None:
    desk = Desk()
    change = desk.say("It rose 20 percent.", "20 percent", 20, dimension="percent", least=19.5, most=20.5)
    start = desk.say(
        "It began on 6 March 2024.", "6 March 2024", aspect="date", event_earliest=738951, event_latest=738951
    )
    roles = {"change": (change,), "from": (start,)}
    value = function(grammar.parse("fraction(change)", RELATION))(roles)
    assert isinstance(value, Interval)
    assert (value.low, value.high) == (0.195, 0.205)
    assert holds(grammar.parse("weekday(from.event) == 2", RELATION), roles)  # a Wednesday
    later = {**roles, "to": (changed(start, event_earliest=738951 + 366, event_latest=738951 + 366),)}
    assert holds(grammar.parse("years(from.event, to.event) == 1", RELATION), later)
    assert holds(grammar.parse("to.event - from.event == 366", RELATION), later)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [(293000, 293264, True), (1200, 1199, True), (1500, 1480, False), (1500, 1499, True), (1500, 1501.5, True),
     (320, 380, False), (1500, 1500, False), (74, 47, False), (100, 101, False), (1000, 1004, True)],
)  # fmt: skip
def test_a_rounded_figure_is_the_same_figure(one: float, other: float, same: bool) -> None:
    desk = Desk()
    roles = {"a": (desk.say("x", "x", one),), "b": (desk.say("y", "y", other),)}
    condition = grammar.parse("rounding(a, b)", ("a", "b"))
    assert holds(condition, roles) is same
    assert holds(condition, {"a": roles["b"], "b": roles["a"]}) is same
