"""What a finding says: templates filled in with claims, and the arithmetic of a relation written out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from math import isinf
from typing import Any

import msgspec

from checker.days import MONTHS, WEEKDAYS
from checker.engine import fields, units
from checker.engine.evaluate import Roles, function
from checker.engine.fields import amount
from checker.engine.predicates import interval
from checker.engine.records import Node, Rule
from checker.engine.values import Interval
from checker.records import Claim


def fill(template: Sequence[str | Node], roles: Roles, special: Mapping[str, str]) -> str:
    """The text of a template; what is unknown is left out, and sums are those of the printed numbers."""
    parts = []
    roles = bare(roles)
    for part in template:
        if isinstance(part, str):
            parts.append(part)
        elif part[0] == "special":
            parts.append(special.get(part[1], ""))
        else:
            parts.append(show(part, roles))
    return tidy("".join(parts))


def bare(roles: Roles) -> Roles:
    """The roles with their figures as printed, without hedge and rounding: what a reader would reckon with."""
    return {role: tuple(_bare(claim) for claim in claims) for role, claims in roles.items()}


def _bare(claim: Claim) -> Claim:
    if claim.value is None or claim.least is None or claim.most is None or claim.least == claim.most:
        return claim
    inside = claim.least <= claim.value <= claim.most  # printed in base units
    middle = claim.value if inside else (claim.least + claim.most) / 2
    return msgspec.structs.replace(claim, least=middle, most=middle)


def tidy(text: str) -> str:
    """One line, with no hole where a word was unknown, and a capital at its start."""
    text = " ".join(text.split())
    for bad, good in ((" ,", ","), (" ?", "?"), ("()", ""), (" :", ":")):
        text = text.replace(bad, good)
    text = text.strip(" ,:") if not text.endswith("?") else text.lstrip(" ,:")
    return text[:1].upper() + text[1:]


def show(node: Node, roles: Roles) -> str:
    """The value of an expression in words."""
    if node[0] == "role":
        return listed([inside(claim) for claim in roles.get(node[1]) or ()], "and")
    if node[0] == "field" and node[2] == "text" and len(claims := roles.get(node[1]) or ()) == 1:
        return inside(claims[0])
    value = function(node)(roles)
    if node[0] == "call" and node[1] == "count" and isinstance(value, Interval):
        return SPELT[int(value.low)] if 0 < value.low < len(SPELT) else say(value)
    if node[0] == "call" and node[1] == "in_unit" and isinstance(value, Interval):
        return measured(value, roles.get(node[3][1], ()) if node[3][0] == "role" else ())
    if node[0] == "-" and (length := lasting(node[2], node[1], roles)):
        return length
    if node[0] == "call" and node[1] == "weekday":
        one = interval(value)
        return WEEKDAYS[int(one.low) % 7] if one is not None else ""
    if node[0] == "call" and node[1] == "year" and isinstance(value, Interval):
        return f"{value.low:g}" if value.low == value.high else f"{value.low:g} to {value.high:g}"
    return say(value)


SPELT = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def measured(value: Interval, like: Sequence[Claim]) -> str:
    """A number in the unit of a claim, as news print it: 93 miles per hour."""
    unit = like[0].unit if like else ""
    return f"{span(value)} {units.prose(unit, one=value.low == value.high == 1)}".rstrip()


def lasting(start: Node, end: Node, roles: Roles) -> str:
    """From day to day in days, from year to year in years, from month to month in months; "" of anything else."""
    ends = [claims[0] for node in (start, end) if node[0] == "role" and (claims := roles.get(node[1]))]
    if any(claim.value is not None for claim in ends):
        return ""  # "9,412 votes on Thursday": the figures are told apart, not their day
    spans = [fields.event(claim) for claim in ends]
    if len(spans) < 2 or any(one is None or one.frame != "calendar" or isinf(one.low + one.high) for one in spans):
        return ""
    first, last = (one for one in spans if one is not None)
    try:
        one, other = date.fromordinal(int(first.low)), date.fromordinal(int(last.low))
    except (ValueError, OverflowError):
        return ""
    grain = max(first.high - first.low, last.high - last.low)
    if grain < 1:
        amount, unit = (other - one).days, "day"
    elif grain > YEAR:
        amount, unit = other.year - one.year, "year"
    elif grain >= MONTH:
        amount, unit = 12 * (other.year - one.year) + other.month - one.month, "month"
    else:
        return ""
    return f"{amount:,} {unit}{'' if amount == 1 else 's'}"


YEAR, MONTH = 363, 27  # days that the first and last day of a year, of a month, lie apart at the least
LONG = 64  # letters of a quotation that a question still reads well with


def short(text: str) -> str:
    """A long text cut at a word; the finding's claims have all of it."""
    text = " ".join(text.split())
    return text if len(text) <= LONG else text[:LONG].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def inside(claim: Claim) -> str:
    """The text of a claim as it stands inside a sentence: a number in letters that opened one loses its capital."""
    text = short(claim.text)
    opens = claim.start == claim.sentence_start and claim.value is not None
    return text[:1].lower() + text[1:] if opens and text.split(" ", 1)[0][1:].islower() else text


def say(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return short(value)
    if isinstance(value, Interval):
        return span(value)
    if isinstance(value, tuple):
        return ", ".join(say(v) for v in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Claim):
        return value.text
    return str(value)


def span(value: Interval) -> str:
    """A number, a day, or from-to."""
    write = day if value.frame == "calendar" else number
    if value.low == value.high:
        return write(value.low)
    if isinf(value.low) and isinf(value.high):
        return "any"
    if isinf(value.low):
        return f"up to {write(value.high)}"
    if isinf(value.high):
        return f"{write(value.low)} or more"
    low, high = write(value.low), write(value.high)
    return low if low == high else f"{low} to {high}"


MAGNITUDES = (("trillion", 1e12), ("billion", 1e9), ("million", 1e6))


def number(value: float, *, exact: bool = False) -> str:
    """1,500 · 2.5 · 0.33 · 4.2 million; a result without end is rounded (16.7), a printed figure (`exact`) is not."""
    size = abs(value)
    for word, worth in MAGNITUDES:
        if size >= worth and abs(size / worth * 1000 - round(size / worth * 1000)) < 1e-6:
            return f"{value / worth:.10g} {word}"
    if abs(value - round(value)) < 1e-9 * max(1.0, abs(value)):
        return f"{round(value):,}"
    hundredths = abs(value * 100 - round(value * 100)) < 1e-6 * max(1.0, size)
    if exact:
        text = f"{value:,.10g}"
    elif hundredths and size < 1000:
        text = f"{value:.2f}"
    else:
        text = f"{value:,.1f}" if size >= 1 else f"{value:.2g}"
    return text.rstrip("0").rstrip(".") if "." in text and "e" not in text else text


def day(value: float) -> str:
    try:
        when = date.fromordinal(int(value))
    except (ValueError, OverflowError):
        return ""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def listed(words: Sequence[str], joint: str) -> str:
    """a, b or c; the same word once."""
    once = list(dict.fromkeys(word for word in words if word))
    if len(once) < 2:
        return "".join(once)
    return f"{', '.join(once[:-1])} {joint} {once[-1]}"


def computed(rule: Rule, roles: Roles) -> str:
    """The arithmetic of the first comparison of the condition that has any: "470 + 304 + 15 = 789; text says 800"."""
    roles = bare(roles)
    for left, right in _comparisons(rule.where):
        for stated, formula in ((left, right), (right, left)):
            if stated[0] not in ("role", "field") or formula[0] in ("num", "text", "bool", "list"):
                continue
            worked = work(formula, roles)
            result = interval(function(formula)(roles))
            if worked and result is not None:
                said = listed([inside(claim) for claim in roles.get(stated[1]) or ()], "and")
                told = span(result)
                return f"{worked} = {told}; text says {said}" if worked != told else f"{told}; text says {said}"
    return ""


def _comparisons(node: Any) -> list[tuple[Node, Node]]:
    if not isinstance(node, list):
        return []
    if node[0] == "cmp":
        return [(node[2], node[3])]
    if node[0] == "call" and node[1] in ("apart", "before"):
        return [(node[2], node[3])]
    return [found for part in node[1:] for found in _comparisons(part)]


BINDING = {"+": 1, "-": 1, "*": 2, "/": 2}
SIGNS = {"*": "×", "/": "÷", "-": "−", "+": "+"}
PLAIN = ("fraction", "number", "rounded", "about", "digits", "abs")  # shown as what they are given


def work(node: Node, roles: Roles) -> str:
    """A formula with the printed numbers in it."""
    op = node[0]
    if op == "num":
        return number(node[1])
    if op == "role":
        return " + ".join(printed(claim) for claim in roles.get(node[1]) or ())
    if op == "field":
        return say(function(node)(roles))
    if op in SIGNS:
        left, right = (_bracketed(part, roles, op) for part in node[1:3])
        return f"{left} {SIGNS[op]} {right}" if left and right else ""
    if op == "neg":
        return f"−{_bracketed(node[1], roles, '*')}"
    if op == "call" and node[1] == "sum":
        return " + ".join(filter(None, (work(part, roles) for part in node[2:])))
    if op == "call" and node[1] in PLAIN:
        return work(node[2], roles)
    return say(function(node)(roles)) if op == "call" else ""


def _bracketed(node: Node, roles: Roles, outer: str) -> str:
    text = work(node, roles)
    loose = node[0] in BINDING and (BINDING[node[0]] < BINDING[outer] or outer in "-/")
    loose = loose or (node[0] == "call" and node[1] == "sum" and " + " in text and outer != "+")
    return f"({text})" if loose else text


def printed(claim: Claim) -> str:
    """The number of a claim without its hedge."""
    if claim.value is not None:
        return number(claim.value, exact=True) + ("%" if claim.dimension == "percent" else "")
    value = amount(claim)
    return span(value) if value is not None else claim.text
