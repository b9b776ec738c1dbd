"""Why a rule said nothing: no claims, no pair, too little sameness, or the parts of its condition that do not hold."""

from __future__ import annotations

from collections.abc import Sequence

from checker.engine import fields, template
from checker.engine.evaluate import Roles, function, truth
from checker.engine.records import Node, Rule
from checker.engine.run import agree, corrected, groups_of, known, roles_of, slots_of
from checker.pipeline import Reading
from checker.records import Claim, Match, Options, key_of

CORRECTED = "the text itself corrects one of them"
SPOKEN = "the condition holds; another rule speaks of the same"


def why_silent(rule: Rule, claims: Sequence[Claim], matches: Sequence[Match], readings: Sequence[Reading]) -> str:
    """Which step stopped the rule; a line for each pair, group or slot that it looked at."""
    if rule.kind == "relation":
        return _silent_relation(rule, claims, readings)
    if rule.kind == "slot":
        return _silent_slot(rule, claims, matches)
    looked = [claim for claim in claims if not rule.aspect or claim.aspect in rule.aspect]
    if len(looked) < 2:
        said = ", ".join(f"'{claim.text}'" for claim in looked) or "none"
        return f"needs two claims of aspect {' or '.join(rule.aspect)}; read: {said}"
    keys = {key_of(claim): claim for claim in looked}
    pairs = [match for match in matches if match.a in keys and match.b in keys]
    if not pairs:
        return "no two of these are taken for one thing: " + ", ".join(f"'{claim.text}'" for claim in looked)
    lines = []
    for match in pairs:
        a, b = keys[match.a], keys[match.b]
        failed = "; ".join(_failing(rule, a, b)) or _unsaid(match.confidence)
        lines.append(f"'{a.text}' and '{b.text}': {failed}")
    return "\n".join(lines)


def _unsaid(confidence: float) -> str:
    """Why claims that the condition fits are not told."""
    if confidence < Options().min_confidence:
        return f"confidence {confidence} is below the line"
    return SPOKEN


def _failing(rule: Rule, a: Claim, b: Claim) -> list[str]:
    if a.licensed or b.licensed:
        return [CORRECTED]
    failed = []
    for name in rule.same:
        x, y = fields.reader(name)(a), fields.reader(name)(b)
        if not known(x) or x != y:
            failed.append(f"same {name}: {template.say(x)!r} and {template.say(y)!r}")
    for name in rule.agree:
        x, y = fields.reader(name)(a), fields.reader(name)(b)
        if not agree(x, y):
            failed.append(f"agree {name}: {template.say(x)!r} and {template.say(y)!r}")
    return failed + failing_parts(rule.where, {"a": (a,), "b": (b,)})


def failing_parts(where: Node, roles: Roles) -> list[str]:
    """The conjuncts of a condition that do not hold, with what they came to."""
    parts = where[1:] if where[0] == "and" else [where]
    failed = []
    for part in parts:
        value = truth(function(part)(roles))
        if value is not True:
            failed.append(f"{written(part)} is {'unknown' if value is None else 'false'}")
    return failed


def _silent_relation(rule: Rule, claims: Sequence[Claim], readings: Sequence[Reading]) -> str:
    keys = {key_of(claim): claim for claim in claims}
    lines = []
    for reading in readings:
        for name, roles in groups_of(keys, reading.relations):
            if name in rule.relation:
                shown = ", ".join(f"{role} {_texts(members)}" for role, members in roles.items())
                failed = [CORRECTED] if corrected(name, roles) else failing_parts(rule.where, roles)
                lines.append(f"{shown}: {'; '.join(failed) or SPOKEN}")
    return "\n".join(lines) or f"no construction here reads {' or '.join(rule.relation)}"


def _silent_slot(rule: Rule, claims: Sequence[Claim], matches: Sequence[Match]) -> str:
    keys = {key_of(claim): claim for claim in claims}
    lines = []
    for _, members, confidence in slots_of(keys, matches):
        if members[0].aspect in rule.aspect:
            licensed = any(claim.licensed for claim in members)
            failed = [CORRECTED] if licensed else failing_parts(rule.where, roles_of(rule, members))
            lines.append(f"{_texts(members)}: {'; '.join(failed) or _unsaid(confidence)}")
    return "\n".join(lines) or f"no claim of aspect {' or '.join(rule.aspect)}"


def _texts(claims: Sequence[Claim]) -> str:
    return "/".join(f"'{claim.text}'" for claim in claims)


def written(node: Node) -> str:
    """A node in the condition language again."""
    match node:
        case ["num", value]:
            return f"{value:.12g}"
        case ["bool", value]:
            return str(value).lower()
        case ["text", text]:
            return repr(text)
        case ["role", role]:
            return str(role)
        case ["field", role, name]:
            return f"{role}.{name}"
        case ["list", *parts]:
            return f"[{', '.join(map(written, parts))}]"
        case ["call", name, *parts]:
            return f"{name}({', '.join(map(written, parts))})"
        case ["not", part]:
            return f"not {_bracketed(part)}"
        case ["neg", part]:
            return f"-{_bracketed(part)}"
        case ["cmp", sign, left, right]:
            return f"{_bracketed(left)} {sign} {_bracketed(right)}"
        case ["and" | "or" as word, *parts]:
            return f" {word} ".join(_bracketed(part) if part[0] in ("and", "or") else written(part) for part in parts)
    return f" {node[0]} ".join(map(_bracketed, node[1:]))


def _bracketed(node: Node) -> str:
    text = written(node)
    return f"({text})" if node[0] in ("and", "or", "+", "-", "*", "/", "cmp", "in") else text
