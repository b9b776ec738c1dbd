"""The condition language, read with pyparsing: only when a rule is compiled, never in a normal run."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache
from typing import Any, NamedTuple

import pyparsing as pp

from checker.engine.fields import NAMES
from checker.engine.predicates import PREDICATES
from checker.engine.records import Node

WORDS = ("and", "or", "not", "in", "true", "false")


class ConditionError(Exception):
    """`offset` is where in the condition; the message says what was allowed."""

    def __init__(self, offset: int, message: str) -> None:
        super().__init__(message)
        self.offset = offset


class Parsed(NamedTuple):
    offset: int
    op: str
    parts: tuple[Any, ...]


def _binary(offset: int, tokens: Any) -> Parsed:
    """Left to right: a - b - c."""
    result: Parsed = tokens[0]
    for operator, right in zip(tokens[1::2], tokens[2::2], strict=True):
        result = Parsed(offset, operator, (result, right))
    return result


def _several(op: str) -> Any:
    def make(text: str, offset: int, tokens: Any) -> Parsed:
        return tokens[0] if len(tokens) == 1 else Parsed(offset, op, tuple(tokens))

    return make


def _comparison(text: str, offset: int, tokens: Any) -> Parsed:
    left: Parsed = tokens[0]
    if len(tokens) == 1:
        return left
    _, operator, right = tokens
    if operator == "in":
        return Parsed(offset, "in", (left, right))
    if operator == "not in":
        return Parsed(offset, "not", (Parsed(offset, "in", (left, right)),))
    return Parsed(offset, "cmp", (operator, left, right))


def _word(text: str) -> pp.ParserElement:
    return pp.Regex(rf"{text}\b").suppress()


@cache
def _grammar() -> pp.ParserElement:
    condition = pp.Forward()
    number = pp.Regex(r"\d+(?:\.\d+)?").set_parse_action(lambda s, at, t: Parsed(at, "num", (float(t[0]),)))
    # No escapes: what stands between the marks is meant, regular expressions too.
    text = pp.Regex(r"'[^']*'|\"[^\"]*\"").set_parse_action(lambda s, at, t: Parsed(at, "text", (t[0][1:-1],)))
    truth = pp.Regex(r"(?:true|false)\b").set_parse_action(lambda s, at, t: Parsed(at, "bool", (t[0] == "true",)))
    name = pp.Regex(r"(?!(?:and|or|not|in|true|false)\b)[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")
    open_, close = pp.Suppress("("), pp.Suppress(")")
    call = (
        pp.Regex(r"(?!(?:and|or|not|in)\b)[A-Za-z_]\w*(?=\s*\()")
        + open_
        - pp.Optional(pp.DelimitedList(condition))
        - close
    ).set_parse_action(lambda s, at, t: Parsed(at, "call", tuple(t)))
    path = name.copy().set_parse_action(lambda s, at, t: Parsed(at, "name", (t[0],)))
    items = (pp.Suppress("[") - pp.Optional(pp.DelimitedList(condition)) - pp.Suppress("]")).set_parse_action(
        lambda s, at, t: Parsed(at, "list", tuple(t))
    )
    atom = number | text | truth | call | path | items | (open_ - condition - close)
    signed = pp.Forward()
    signed <<= (pp.Suppress("-") + signed).set_parse_action(lambda s, at, t: Parsed(at, "neg", (t[0],))) | atom
    product = (signed + pp.ZeroOrMore(pp.one_of("* /") - signed)).set_parse_action(lambda s, at, t: _binary(at, t))
    added = (product + pp.ZeroOrMore(pp.one_of("+ -") - product)).set_parse_action(lambda s, at, t: _binary(at, t))
    operator = (
        pp.one_of("== != <= >= < >") | pp.Regex(r"not\s+in\b").set_parse_action(lambda: "not in") | pp.Regex(r"in\b")
    )
    comparison = (added + pp.Optional(operator - added)).set_parse_action(_comparison)
    negation = pp.Forward()
    negation <<= (_word("not") - negation).set_parse_action(lambda s, at, t: Parsed(at, "not", (t[0],))) | comparison
    both = (negation + pp.ZeroOrMore(_word("and") - negation)).set_parse_action(_several("and"))
    condition <<= (both + pp.ZeroOrMore(_word("or") - both)).set_parse_action(_several("or"))
    return condition


def parse(text: str, roles: tuple[str, ...]) -> Node:
    """The node of a condition over these roles; `ConditionError` says where and what was allowed."""
    try:
        parsed = _grammar().parse_string(text, parse_all=True)[0]
    except pp.ParseBaseException as error:
        raise ConditionError(error.loc, _unreadable(text, error.loc)) from None
    except RecursionError:
        raise ConditionError(0, "this condition is nested too deeply") from None
    return resolve(parsed, roles)


def _unreadable(text: str, offset: int) -> str:
    rest = text[offset:].strip()
    found = f"'{rest.split()[0]}'" if rest else "the end of the condition"
    return (
        f"{found} was not expected here; allowed are a field, a number, 'text', [list], predicate(...), brackets, "
        "+ - * /, == != < <= > >= in, not, and, or"
    )


def resolve(parsed: Parsed, roles: tuple[str, ...]) -> Node:
    """Names looked up: every role, field and predicate must be one we know."""
    op, parts = parsed.op, parsed.parts
    if op in ("num", "text", "bool"):
        return [op, parts[0]]
    if op == "name":
        return _name(parsed, roles)
    if op == "call":
        return _call(parsed, roles)
    if op == "cmp":
        return ["cmp", parts[0], resolve(parts[1], roles), resolve(parts[2], roles)]
    return [op, *(resolve(part, roles) for part in parts)]


def _name(parsed: Parsed, roles: tuple[str, ...]) -> Node:
    role, _, field = parsed.parts[0].partition(".")
    if role not in roles:
        raise ConditionError(parsed.offset, unknown("role", role, roles))
    if not field:
        return ["role", role]
    if field not in NAMES:
        raise ConditionError(parsed.offset + len(role) + 1, unknown("field", field, NAMES))
    return ["field", role, field]


def _call(parsed: Parsed, roles: tuple[str, ...]) -> Node:
    name, *given = parsed.parts
    if name not in PREDICATES:
        raise ConditionError(parsed.offset, unknown("predicate", name, tuple(PREDICATES)))
    predicate = PREDICATES[name]
    if len(given) < predicate.least or (predicate.most is not None and len(given) > predicate.most):
        most = (
            ""
            if predicate.most == predicate.least
            else " or more"
            if predicate.most is None
            else f" to {predicate.most}"
        )
        raise ConditionError(parsed.offset, f"{name} takes {predicate.least}{most} values, not {len(given)}")
    if name == "occurrences":
        _check_pattern(given[1])
    return ["call", name, *(resolve(part, roles) for part in given)]


def _check_pattern(given: Parsed) -> None:
    if given.op != "text":
        raise ConditionError(given.offset, "occurrences takes a regular expression in quotation marks")
    try:
        re.compile(given.parts[0])
    except re.error as error:
        raise ConditionError(given.offset, f"no regular expression: {error}") from None


def unknown(what: str, word: str, allowed: tuple[str, ...]) -> str:
    """What an error about a name says: the guess first, then all that is allowed."""
    close = get_close_matches(word, allowed, 1)
    guess = f" Did you mean '{close[0]}'?" if close else ""
    return f"unknown {what} '{word}'.{guess} Allowed: {', '.join(allowed)}"


def exchanged(node: Any) -> Any:
    """The node with a and b exchanged."""
    if not isinstance(node, list):
        return node
    if node[0] == "role":
        return ["role", {"a": "b", "b": "a"}.get(node[1], node[1])]
    if node[0] == "field":
        return ["field", {"a": "b", "b": "a"}.get(node[1], node[1]), node[2]]
    return [node[0], *(exchanged(part) for part in node[1:])]


SYMMETRIC = (
    "apart",
    "rival",
    "rounding",
    "transposed",
    "meets",
    "opposed",
    "same_voice",
    "same_party",
    "same_source",
    "same_sentence",
    "spelling",
    "shared",
)


def canonical(node: Any) -> str:
    """One writing for conditions that differ only in the order of what may be exchanged."""
    if not isinstance(node, list):
        return repr(node)
    op = node[0]
    parts = [canonical(part) for part in node[1:]]
    if op in ("and", "or", "+", "*"):
        parts.sort()
    elif op == "cmp" and node[1] in ("==", "!="):
        parts[1:] = sorted(parts[1:])
    elif op == "cmp" and node[1] in (">", ">="):
        parts = [repr({">": "<", ">=": "<="}[node[1]]), parts[2], parts[1]]
    elif op == "call" and node[1] in SYMMETRIC:
        parts[1:] = sorted(parts[1:])
    return f"({op} {' '.join(parts)})"


def symmetric(node: Node) -> bool:
    return canonical(node) == canonical(exchanged(node))


def roles_of(node: Any) -> list[str]:
    """The roles a node looks at, in the order of the text, each once."""
    if not isinstance(node, list):
        return []
    if node[0] in ("role", "field"):
        return [node[1]]
    found: list[str] = []
    for part in node[1:]:
        found += [role for role in roles_of(part) if role not in found]
    return found
