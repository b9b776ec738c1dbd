"""Runs the `flags`, `passes` and `known_gaps` of rule files through the whole house."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from checker.engine.catalogue import Entry, entries_of
from checker.engine.records import Rule, RuleSet
from checker.engine.rulefile import Example, Gap
from checker.engine.silence import why_silent
from checker.language.lexicon import rules_folder
from checker.pipeline import Reading
from checker.records import Document, Failure, Match


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
