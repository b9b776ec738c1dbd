"""How a phrase is read: tokens, figures, dates, voices, claims; and why each rule did or did not fire on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import msgspec

from checker.engine.examples import joined
from checker.engine.loading import load
from checker.engine.records import Rule, RuleSet
from checker.engine.silence import why_silent
from checker.records import Claim, Document, Match, Options, key_of

LEFT_OUT = ("start", "end", "text", "document", "id", "sentence", "sentence_start", "sentence_end", "proposition")


def debug(text: str, published: object = None, rules: Sequence[str] = (), folders: Sequence[str] = ()) -> str:
    """The derivation of a phrase or of a few sentences; `rules` keeps the account of these rules only."""
    from checker import engine, findings

    document = Document.from_text(text, published or date.today(), "<phrase>")
    readings, matches = joined([document])
    reading = readings[0]
    known, failures = load(tuple(folders), tuple(rules))
    lines = _section("tokens", [_tokens(reading.analysis)])
    lines += _section("figures", (_row(q) for q in reading.quantities))
    lines += _section("dates and times", (_row(t) for t in reading.times))
    lines += _section("names", (_row(e) for e in reading.entities))
    lines += _section("voices", (_voice(text, a) for a in reading.attributions))
    lines += _section("claims", (f"{c.id:>2} {c.aspect}: {_row(c)}" for c in reading.claims))
    claims = {key_of(c): c for c in reading.claims}
    lines += _section(
        "tied together", (f"{r.relation} {r.group}: {r.role} = claim {r.claim}" for r in reading.relations)
    )
    lines += _section("one thing", (_match(match, claims) for match in matches))
    hits = engine.run(known, readings, matches)
    found = findings.finish(hits, readings, Options(min_confidence=0.0))
    lines += _section(
        "findings", (f"{f.rule} {f.name} ({f.finding_class}, {f.confidence}): {f.message}" for f in found)
    )
    fired = {f.rule for f in found}
    lines += _section("silent", _silent(known, fired, reading.claims, matches, readings, bool(rules)))
    lines += _section("not read", (f"{failure.path}: {failure.message}" for failure in failures))
    return "\n".join(lines).rstrip() + "\n"


def _section(title: str, rows: Iterable[str]) -> list[str]:
    shown = [f"  {row}" for row in rows if row]
    return [title, *shown, ""] if shown else []


def _tokens(analysis: Any) -> str:
    words = [analysis.text[a:b] for a, b in zip(analysis.starts, analysis.ends, strict=True)]
    return " ".join(f"{word}/{tag}" for word, tag in zip(words, analysis.tags, strict=True))


def _row(record: msgspec.Struct) -> str:
    """A record in one line: its words, then every field that says something."""
    fields = {field.name: field for field in msgspec.structs.fields(record)}
    said = []
    for name, field in fields.items():
        value = getattr(record, name)
        if name in LEFT_OUT or value in (None, "", (), False) or value == field.default:
            continue
        said.append(f"{name}={_value(name, value)}")
    return f"'{getattr(record, 'text', '')}' " + " ".join(said)


def _value(name: str, value: Any) -> str:
    if isinstance(value, int) and name.endswith(("earliest", "latest")) and 1 <= value <= date.max.toordinal():
        return date.fromordinal(value).isoformat() if value > 366 else str(value)
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, msgspec.Struct):
        return f"({_row(value)})"
    return "|".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _voice(text: str, found: Any) -> str:
    def words(spans: Sequence[tuple[int, int]]) -> str:
        return " … ".join(text[a:b] for a, b in spans)

    return (
        f"{words(found.source_spans) or 'nobody'} | {words(found.cue_spans)} | {words(found.content_spans)}  "
        f"({found.polarity} {found.certainty}{' ' + found.status if found.status else ''})"
    )


def _match(match: Match, claims: dict[tuple[int, int], Claim]) -> str:
    a, b = claims[match.a], claims[match.b]
    silent = f"; silent: {', '.join(match.silent)}" if match.silent else ""
    differ = f"; differ: {', '.join(match.differ)}" if match.differ else ""
    return f"claims {a.id} and {b.id}, {match.confidence}: {', '.join(match.matched)}{silent}{differ}"


def _silent(
    known: RuleSet,
    fired: set[str],
    claims: Sequence[Claim],
    matches: Sequence[Match],
    readings: Sequence[Any],
    all_of_them: bool,
) -> list[str]:
    """Why each of the others kept quiet; those that had nothing to look at stand together by what they missed."""
    rows = []
    idle: dict[str, list[str]] = {}
    for rule in known.rules:
        if rule.id in fired:
            continue
        why = why_silent(rule, claims, matches, readings).replace("\n", "; ")
        if all_of_them or _concerned(rule, claims, matches, readings):
            rows.append(f"{rule.id} {rule.name}: {why}")
        else:
            idle.setdefault(why, []).append(f"{rule.id} {rule.name}")
    return [*rows, *(f"{', '.join(rules)}: {why}" for why, rules in idle.items())]


def _concerned(rule: Rule, claims: Sequence[Claim], matches: Sequence[Match], readings: Sequence[Any]) -> bool:
    if rule.kind == "relation":
        return any(row.relation in rule.relation for reading in readings for row in reading.relations)
    if rule.kind == "slot":
        return any(claim.aspect in rule.aspect for claim in claims)
    aspect = {key_of(c): c.aspect for c in claims}
    return any(not rule.aspect or aspect[match.a] in rule.aspect for match in matches)
