"""Rule files to rules: every key, field, role and predicate is checked here, and nothing is left to check in a run."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec

from checker.engine import grammar
from checker.engine.fields import NAMES
from checker.engine.grammar import ConditionError, unknown
from checker.engine.records import Node, Rule
from checker.engine.rulefile import Example, Gap, RuleFile
from checker.engine.run import PARTS
from checker.engine.source import RuleError, Source
from checker.language.lexicon import items, table

SPECIAL = ("sides", "thing", "computed", "carries")


def relations() -> dict[str, tuple[str, ...]]:
    """The relations that constructions read, with their roles."""
    return {row["relation"]: items(row["roles"]) for row in table("relation_roles")}


def read_file(path: Path, shown: str = "") -> tuple[RuleFile, Source]:
    """The rule file as its author wrote it; `RuleError` when it breaks the format."""
    shown = shown or str(path)
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise RuleError(shown, 1, 1, f"cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise RuleError(shown, line, 1, "not UTF-8 text: save the file as UTF-8") from None
    source = Source(shown, text)
    _keys(source, source.value, RuleFile, ())
    for group in ("flags", "passes", "known_gaps"):
        for index, item in enumerate(source.value.get(group) or ()):
            if isinstance(item, dict):
                _keys(source, item, Gap if group == "known_gaps" else Example, (group, index))
    try:
        return msgspec.convert(source.value, RuleFile), source
    except msgspec.ValidationError as error:
        raise _invalid(source, str(error)) from None


def _keys(source: Source, value: dict[str, Any], kind: type[msgspec.Struct], path: tuple[str | int, ...]) -> None:
    allowed = kind.__struct_encode_fields__
    for key in value:
        if key not in allowed:
            hint = ' (a text with ": " in it goes in quotation marks)' if " " in key else ""
            raise source.error((*path, key), unknown("key", key, allowed) + hint, key=True)
    missing = [f.encode_name for f in msgspec.structs.fields(kind) if f.required and f.encode_name not in value]
    if missing:
        raise source.error(path, f"missing: {', '.join(missing)}")


def _invalid(source: Source, message: str) -> RuleError:
    """msgspec tells the place as `$.flags[2]`."""
    text, _, place = message.partition(" - at `$")
    path: list[str | int] = []
    for name, index in re.findall(r"\.(\w+)|\[(\d+)\]", place):
        path.append(name or int(index))
    return source.error(tuple(path), _plainly(text, str(path[0]) if path else "", _at(source.value, path)))


def _at(value: Any, path: list[str | int]) -> Any:
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return value


CHOICES = {
    "kind": ("pair", "relation", "slot"),
    "severity": ("by-class", "error", "warning", "note"),
    "status": ("stable", "preview"),
    "class": ("contradiction", "dispute", "update", "query"),
    "should": ("flag", "pass"),
}
SHAPES = {"id": "a code of capitals and three digits: DESK001", "name": "small letters, words joined with -: my-rule"}


def _plainly(text: str, key: str, value: Any) -> str:
    """What is wrong with a value, in words that name the format and not the library."""
    if "enum value" in text:
        field = next((name for name, choices in CHOICES.items() if name == key), "should")
        return unknown(field, str(value), CHOICES[field])
    if "matching regex" in text:
        return f"'{value}' is no {key}: it should be {SHAPES.get(key, 'written otherwise')}"
    if "`array` of length" in text:
        least = text.rpartition(" ")[2]
        return f"{key} has {len(value) if isinstance(value, list) else 0}; it should have {least} or more"
    if "`str` of length" in text:
        return f"{key} is empty"
    if "`float`" in text:
        return f"{key} should be a number above 0, at most 1"
    wanted = "a list" if "Expected `array" in text else "text"
    given = {type(None): "nothing", int: "a number", float: "a number", bool: "yes or no", dict: "`key: value` lines",
             list: "a list", str: "text"}.get(type(value), "something else")  # fmt: skip
    quoted = " (put the text in quotation marks)" if wanted == "text" and not isinstance(value, (list, dict)) else ""
    return f"{key or 'this'} should be {wanted}, not {given}{quoted}"


def compile_file(path: Path, shown: str = "") -> Rule:
    """One rule file as a rule."""
    written, source = read_file(path, shown)
    return _compiled(written, source)


def _compiled(written: RuleFile, source: Source) -> Rule:
    aspect, relation = _names(written.aspect), _names(written.relation)
    roles = _roles(written, relation, source)
    for group in ("same", "agree"):
        for index, name in enumerate(getattr(written, group)):
            if name not in NAMES:
                raise source.error((group, index), unknown("field", name, NAMES))
    where = _condition(source, written.where, roles)
    used = [role for role in grammar.roles_of(where) if role in roles]
    derivation = _template(source, "derivation", written.derivation, roles) if written.derivation else ()
    return Rule(
        id=written.id,
        name=written.name,
        kind=written.kind,
        severity=written.severity,
        status=written.status,
        what=written.what.strip(),
        why=written.why.strip(),
        help=written.help.strip(),
        where=where,
        message=_template(source, "message", written.message, roles),
        derivation=derivation,
        finding_class=written.class_ or "",
        aspect=aspect,
        relation=relation,
        same=tuple(written.same),
        agree=tuple(written.agree),
        instead_of=tuple(written.instead_of),
        confidence=written.confidence,
        symmetric=grammar.symmetric(where),
        roles=tuple(used),
        path=source.path,
    )


def _names(given: str | list[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


def _roles(written: RuleFile, relation: tuple[str, ...], source: Source) -> tuple[str, ...]:
    """The roles a condition of this rule may name."""
    if written.kind == "pair":
        if relation:
            raise source.error(("relation",), "a pair rule looks at an aspect, not at a relation", key=True)
        return ("a", "b")
    if written.kind == "slot":
        if not written.aspect:
            raise source.error((), "a slot rule names the aspect of its claims")
        return tuple(PARTS)
    if not relation:
        raise source.error((), "a relation rule names its relation")
    known = relations()
    found: list[str] = []
    for index, name in enumerate(relation):
        if name not in known:
            place = ("relation", index) if isinstance(written.relation, list) else ("relation",)
            raise source.error(place, unknown("relation", name, tuple(known)))
        found += [role for role in known[name] if role not in found]
    return tuple(found)


def _condition(source: Source, text: str, roles: tuple[str, ...]) -> Node:
    try:
        return grammar.parse(text, roles)
    except ConditionError as error:
        raise source.error_in(("where",), error.offset, str(error)) from None


def _template(source: Source, key: str, text: str, roles: tuple[str, ...]) -> tuple[str | Node, ...]:
    """Text and, in braces, expressions of the condition language (or `sides`, `thing`, `computed`)."""
    parts: list[str | Node] = []
    end = 0
    for match in re.finditer(r"\{([^{}]*)\}|[{}]", text):
        if match[1] is None:
            raise source.error_in((key,), match.start(), f"'{match[0]}' without its other half")
        if match.start() > end:
            parts.append(text[end : match.start()])
        inner = match[1].strip()
        offset = match.start(1) + match[1].index(inner)
        if inner in SPECIAL:
            parts.append(["special", inner])
        elif inner.isidentifier() and inner not in roles:
            raise source.error_in((key,), offset, unknown("name", inner, (*roles, *SPECIAL)))
        else:
            try:
                parts.append(grammar.parse(inner, roles))
            except ConditionError as error:
                raise source.error_in((key,), offset + error.offset, str(error)) from None
        end = match.end()
    if end < len(text):
        parts.append(text[end:])
    return tuple(parts)
