"""The order of the stages; the only place that knows it."""
from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from checker.language import Analysis, analyse
from checker.records import (
    Attribution,
    Claim,
    Document,
    Entity,
    Facts,
    Failure,
    Options,
    Quantity,
    Relation,
    Report,
    Time,
)


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


def check(
    documents: Sequence[Document], *, against: Sequence[Document] = (), options: Options | None = None
) -> Report:
    """The findings of these documents, alone and against each other.

    `against` is background: compared with the documents, its findings among itself are not reported.
    """
    raise NotImplementedError
