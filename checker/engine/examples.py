"""Runs the `flags`, `passes` and `known_gaps` of rule files through the whole house."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from checker.engine.catalogue import Entry, entries_of
from checker.engine.evaluate import Roles, function, truth
from checker.engine.records import Node, Rule, RuleSet
from checker.engine.rulefile import Example, Gap
from checker.language.lexicon import rules_folder
from checker.pipeline import Reading
from checker.records import Claim, Document, Failure, Match, Options, key_of


class Case(msgspec.Struct, frozen=True):
    """One example of a rule and what became of it."""

    rule: str
    path: str
    group: str  # flags passes known_gaps
    number: int
    texts: tuple[str, ...]
    expected: bool  # it should fire
    fired: bool
    reason: str = ""  # when it does not behave: which condition failed on which claims

    @property
    def behaves(self) -> bool:
        return self.expected == self.fired


class ExampleReport(msgspec.Struct, frozen=True):
    """All examples that were run, and the rule files that could not be read."""

    cases: tuple[Case, ...] = ()
    failures: tuple[Failure, ...] = ()

    @property
    def wrong(self) -> tuple[Case, ...]:
        """Examples that do not behave; a known gap is none."""
        return tuple(case for case in self.cases if not case.behaves and case.group != "known_gaps")

    @property
    def gaps(self) -> tuple[Case, ...]:
        return tuple(case for case in self.cases if case.group == "known_gaps" and not case.behaves)

    @property
    def closed(self) -> tuple[Case, ...]:
        """Known gaps that are right today, and may become examples."""
        return tuple(case for case in self.cases if case.group == "known_gaps" and case.behaves)

    @property
    def ok(self) -> bool:
        return not self.wrong and not self.failures


def test_rules(paths: Sequence[str | Path] = ()) -> ExampleReport:  # noqa: PT028
    """The examples of the rules in these files or folders; without any, of our own."""
    cases: list[Case] = []
    failures: list[Failure] = []
    for path in [Path(p) for p in paths] or [rules_folder()]:
        entries, broken = entries_of(path)
        failures += broken
        for entry in entries:
            cases += run_examples(entry)
    return ExampleReport(tuple(cases), tuple(failures))


test_rules.__test__ = False  # type: ignore[attr-defined]  # not a test for pytest to collect


def run_examples(entry: Entry) -> list[Case]:
    written = entry.written
    groups: tuple[tuple[str, Iterable[str | Example | Gap]], ...] = (
        ("flags", written.flags),
        ("passes", written.passes),
        ("known_gaps", written.known_gaps),
    )
    return [
        _case(entry, group, number, example) for group, examples in groups for number, example in enumerate(examples, 1)
    ]


def _case(entry: Entry, group: str, number: int, example: str | Example | Gap) -> Case:
    documents = articles(example)
    expected = example.should == "flag" if isinstance(example, Gap) else group == "flags"
    fired, reason = _tried(entry.rule, documents, expected)
    texts = tuple(document.text for document in documents)
    return Case(entry.rule.id, entry.path, group, number, texts, expected, fired, reason)


def articles(example: str | Example | Gap) -> list[Document]:
    """The articles of an example; those told without a day are published on 6 March 2024."""
    if isinstance(example, str):
        return [Document.from_text(example, "2024-03-06", "example.txt")]
    given = example.published
    days = [given] * len(example.texts) if given is None or isinstance(given, str) else list(given)
    days += [None] * (len(example.texts) - len(days))
    return [
        Document.from_text(text, day or "2024-03-06", f"example-{number}.txt")
        for number, (text, day) in enumerate(zip(example.texts, days, strict=False), 1)
    ]


def _tried(rule: Rule, documents: Sequence[Document], expected: bool) -> tuple[bool, str]:
    from checker import engine, findings
    from checker.records import Options

    readings, matches = joined(documents)
    hits = engine.run(RuleSet((rule,)), readings, matches)
    found = findings.finish(hits, readings, Options())
    if bool(found) == expected:
        return bool(found), ""
    if found:
        return True, f"fires: {found[0].message}"
    return False, why_silent(rule, [claim for reading in readings for claim in reading.claims], matches, readings)


def joined(documents: Sequence[Document]) -> tuple[list[Reading], list[Match]]:
    """These articles read, and which of their claims speak of one thing; they are taken to tell one story."""
    from checker import claims, pipeline

    readings = [pipeline.digest(document, number) for number, document in enumerate(documents)]
    profiles = [claims.profile(reading.analysis, reading.entities) for reading in readings]
    told = claims.stories(profiles, all_one=True, background=frozenset(), count=len(readings))
    return readings, claims.matches([reading.claims for reading in readings], told)


def why_silent(rule: Rule, claims: Sequence[Claim], matches: Sequence[Match], readings: Sequence[Reading]) -> str:
    """Which step stopped the rule: no claims, no pair, too little sameness, or a part of the condition."""
    if rule.kind == "relation":
        return _silent_relation(rule, claims, readings)
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
        failed = "; ".join(_failing(rule, a, b)) or _unsaid(match)
        lines.append(f"'{a.text}' and '{b.text}': {failed}")
    return "\n".join(lines)


def _unsaid(match: Match) -> str:
    """Why a pair that the condition fits is not told."""
    if match.confidence < Options().min_confidence:
        return f"confidence {match.confidence} is below the line"
    return "the condition holds; another rule speaks of the same two"


def _failing(rule: Rule, a: Claim, b: Claim) -> list[str]:
    from checker.engine import fields, template
    from checker.engine.run import agree, known

    if a.licensed or b.licensed:
        return ["the text itself corrects one of them"]
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
    groups: dict[tuple[int, int, str], dict[str, list[Claim]]] = {}
    for reading in readings:
        for row in reading.relations:
            if row.relation in rule.relation and (row.document, row.claim) in keys:
                group = groups.setdefault((row.document, row.group, row.relation), {})
                group.setdefault(row.role, []).append(keys[row.document, row.claim])
    if not groups:
        return f"no construction reads a {' or '.join(rule.relation)} here"
    lines = []
    for group in groups.values():
        shown = ", ".join(f"{role} {'/'.join(c.text for c in members)}" for role, members in group.items())
        roles = {role: tuple(members) for role, members in group.items()}
        lines.append(f"{shown}: {'; '.join(failing_parts(rule.where, roles)) or 'the text corrects itself'}")
    return "\n".join(lines)


def written(node: Node) -> str:
    """A node in the condition language again."""
    op = node[0]
    if op in ("num", "bool"):
        return f"{node[1]:.12g}" if op == "num" else str(node[1]).lower()
    if op == "text":
        return repr(node[1])
    if op == "role":
        return str(node[1])
    if op == "field":
        return f"{node[1]}.{node[2]}"
    if op == "list":
        return f"[{', '.join(written(part) for part in node[1:])}]"
    if op == "call":
        return f"{node[1]}({', '.join(written(part) for part in node[2:])})"
    if op == "not":
        return f"not {_bracketed(node[1])}"
    if op == "neg":
        return f"-{_bracketed(node[1])}"
    if op == "cmp":
        return f"{_bracketed(node[2])} {node[1]} {_bracketed(node[3])}"
    if op in ("and", "or"):
        return f" {op} ".join(_bracketed(part) if part[0] in ("and", "or") else written(part) for part in node[1:])
    return f" {op} ".join(_bracketed(part) for part in node[1:])


def _bracketed(node: Node) -> str:
    text = written(node)
    return f"({text})" if node[0] in ("and", "or", "+", "-", "*", "/", "cmp", "in") else text
