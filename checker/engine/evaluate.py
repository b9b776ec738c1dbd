"""Compiled conditions as functions: a node becomes a closure once, and is called for each candidate."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from checker.engine import fields, values
from checker.engine.predicates import PREDICATES, interval
from checker.engine.records import Node
from checker.engine.values import Interval
from checker.records import Claim

Roles = Mapping[str, tuple[Claim, ...]]  # a and b, or the roles of a relation or a slot
Evaluate = Callable[[Roles], Any]

_cache: dict[int, tuple[Node, Evaluate]] = {}  # by identity of the node, which is kept alive here


def function(node: Node) -> Evaluate:
    """The closure of a node, made once."""
    kept = _cache.get(id(node))
    if kept is None:
        kept = _cache[id(node)] = (node, build(node))
    return kept[1]


def holds(node: Node, roles: Roles) -> bool:
    """The condition is true; unknown is not."""
    return truth(function(node)(roles)) is True


def truth(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def build(node: Node) -> Evaluate:
    return BUILDERS[node[0]](node)


def _constant(node: Node) -> Evaluate:
    value: Any = node[1]
    if node[0] == "num":
        value = Interval(float(value), float(value))
    elif node[0] == "list":
        value = tuple(build(item)({}) for item in node[1:])
    return lambda roles: value


def _role(node: Node) -> Evaluate:
    name = node[1]
    return lambda roles: roles.get(name) or None


def _field(node: Node) -> Evaluate:
    name, read, of_role = node[1], fields.reader(node[2]), fields.of_role

    def get(roles: Roles) -> Any:
        claims = roles.get(name, ())
        return read(claims[0]) if len(claims) == 1 else of_role(claims, read)

    return get


def _and(node: Node) -> Evaluate:
    return _decided(node, False)


def _or(node: Node) -> Evaluate:
    return _decided(node, True)


def _decided(node: Node, by: bool) -> Evaluate:
    """`by` as soon as one part says it, unknown where one is unknown, else the opposite (Kleene's three values)."""
    parts = [build(part) for part in node[1:]]

    def either(roles: Roles) -> bool | None:
        answer: bool | None = not by
        for part in parts:
            value = truth(part(roles))
            if value is by:
                return by
            if value is None:
                answer = None
        return answer

    return either


def _not(node: Node) -> Evaluate:
    part = build(node[1])

    def opposite(roles: Roles) -> bool | None:
        value = truth(part(roles))
        return None if value is None else not value

    return opposite


def _same(x: Any, y: Any) -> bool | None:
    if x is None or y is None:
        return None
    one, other = interval(x), interval(y)
    if one is not None or other is not None:
        return values.equal(one, other)
    return bool(x == y)


def _negated(value: bool | None) -> bool | None:
    return None if value is None else not value


COMPARE: dict[str, Callable[[Any, Any], bool | None]] = {
    "==": _same,
    "!=": lambda x, y: _negated(_same(x, y)),
    "<": lambda x, y: values.less(interval(x), interval(y)),
    ">": lambda x, y: values.less(interval(y), interval(x)),
    "<=": lambda x, y: _negated(values.less(interval(y), interval(x))),
    ">=": lambda x, y: _negated(values.less(interval(x), interval(y))),
}
ARITHMETIC = {"+": values.add, "-": values.subtract, "*": values.multiply, "/": values.divide}


def _compare(node: Node) -> Evaluate:
    test, left, right = COMPARE[node[1]], build(node[2]), build(node[3])
    return lambda roles: test(left(roles), right(roles))


def _in(node: Node) -> Evaluate:
    left, right = build(node[1]), build(node[2])

    def inside(roles: Roles) -> bool | None:
        value, among = left(roles), right(roles)
        if value is None or not isinstance(among, (tuple, str)):
            return None
        if isinstance(among, str):
            return isinstance(value, str) and value in among
        return any(_same(value, item) is True for item in among)

    return inside


def _arithmetic(node: Node) -> Evaluate:
    compute, left, right = ARITHMETIC[node[0]], build(node[1]), build(node[2])
    return lambda roles: compute(interval(left(roles)), interval(right(roles)))


def _negative(node: Node) -> Evaluate:
    part = build(node[1])
    return lambda roles: values.negative(interval(part(roles)))


def _call(node: Node) -> Evaluate:
    predicate = PREDICATES[node[1]].function
    given = [build(part) for part in node[2:]]
    if node[1] in ("count", "sum", "min", "max"):
        # An empty role counts as none: count() is 0, not unknown.
        return lambda roles: predicate(*(() if (value := part(roles)) is None else value for part in given))
    return lambda roles: predicate(*(part(roles) for part in given))


BUILDERS: dict[str, Callable[[Node], Evaluate]] = {
    "num": _constant, "text": _constant, "bool": _constant, "list": _constant,
    "role": _role, "field": _field,
    "and": _and, "or": _or, "not": _not,
    "cmp": _compare, "in": _in,
    "+": _arithmetic, "-": _arithmetic, "*": _arithmetic, "/": _arithmetic, "neg": _negative,
    "call": _call,
}  # fmt: skip
