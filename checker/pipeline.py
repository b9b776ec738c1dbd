"""The order of the stages; the only place that knows it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from checker.language import Analysis, analyse
from checker.records import (
    Attribution,
    Claim,
    Document,
    DocumentSummary,
    Entity,
    Facts,
    Failure,
    Match,
    Options,
    Quantity,
    Relation,
    Report,
    Time,
)

if TYPE_CHECKING:
    from checker.engine import RuleSet


class Reading(msgspec.Struct, frozen=True):
    """All that was read in one document, on its way from `claims` to `findings`."""

    document: Document
    analysis: Analysis
    times: list[Time]
    quantities: list[Quantity]
    entities: list[Entity]
    attributions: list[Attribution]
    claims: list[Claim]
    relations: list[Relation]


def read(path: str | Path, published: object = None) -> Document | Failure:
    """One file as a Document; a Failure (never an exception) when it cannot be read."""
    from checker import documents

    return documents.read(Path(path), published)


def digest(document: Document, number: int = 0) -> Reading:
    """Every stage that looks at one document alone; `number` is its position in the call."""
    from checker import attribution, claims, entities, quantities, times

    analysis = analyse(document)
    timexes = times.extract(analysis)
    figures = quantities.extract(analysis, timexes)
    names = entities.extract(analysis)
    voices = attribution.extract(analysis, names, timexes)
    rows, relations = claims.extract(analysis, timexes, figures, names, voices, number)
    return Reading(document, analysis, timexes, figures, names, voices, rows, relations)


def extract(document: Document) -> Facts:
    """Every figure, time, name, voice and claim of one document."""
    from checker.documents import published_iso

    reading = digest(document)
    return Facts(
        document.path,
        published_iso(document),
        tuple(reading.quantities),
        tuple(reading.times),
        tuple(reading.entities),
        tuple(reading.attributions),
        tuple(reading.claims),
        tuple(reading.relations),
    )


def check(documents: Sequence[Document], *, against: Sequence[Document] = (), options: Options | None = None) -> Report:
    """The findings of these documents, alone and against each other.

    `against` is background: compared with the documents, its findings among itself are not reported.
    """
    from checker import claims, engine, findings

    options = options or Options()
    everything = [*documents, *against]
    readings = [digest(document, number) for number, document in enumerate(everything)]
    together = len(readings) > 1 and not options.each
    told = claims.stories(
        [claims.profile(one.analysis, one.entities) for one in readings] if together else [],
        all_one=options.one_story or bool(against),
        background=frozenset(range(len(documents), len(everything))),
        count=len(readings),
    )
    if len(readings) > 1:
        known = claims.reconcile([reading.claims for reading in readings], told)
        readings = [msgspec.structs.replace(one, claims=rows) for one, rows in zip(readings, known, strict=True)]
    matches = claims.matches([reading.claims for reading in readings], told)
    rules, failures = engine.load(tuple(options.rule_folders)) if options.rule_folders else shipped()
    hits = engine.run(engine.select(rules, options.rules), readings, matches)
    found = findings.finish(hits, readings, options)
    kept = [one for one in found if any(claim.document < len(documents) for claim in one.claims)]
    summaries = [
        summary(reading, matches, told.number[number], told.reason[number]) for number, reading in enumerate(readings)
    ]
    return Report(tuple(summaries), tuple(kept), tuple(failures))


@cache
def shipped() -> tuple[RuleSet, list[Failure]]:
    """Our own rules, read once a process."""
    from checker import engine

    return engine.load(())



def summary(reading: Reading, matches: Sequence[Match], story: int, reason: str) -> DocumentSummary:
    """What was read in one document, and which figures nothing could be compared with."""
    from checker.documents import published_iso

    number = reading.claims[0].document if reading.claims else -1
    matched = {one[1] for match in matches for one in (match.a, match.b) if one[0] == number}
    related = {relation.claim for relation in reading.relations}
    lonely = [
        claim.text
        for claim in reading.claims
        if claim.aspect == "figure" and claim.kind != "ordinal" and claim.id not in matched | related
    ]
    document = reading.document
    return DocumentSummary(
        document.path,
        published_iso(document),
        {
            "figures": len(reading.quantities),
            "times": len(reading.times),
            "entities": len({entity.id for entity in reading.entities}),
            "voices": len({one.source for one in reading.attributions if one.source}),
            "claims": len(reading.claims),
            "slots": len({match.slot for match in matches if number in (match.a[0], match.b[0])}),
            "relations": len({relation.group for relation in reading.relations}),
        },
        document.published_by,
        document.encoding,
        story,
        reason,
        tuple(dict.fromkeys(lonely)),
    )
