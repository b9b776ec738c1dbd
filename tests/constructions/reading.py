"""What the tests of constructions share: a text's groups, its findings, and the tables beside this file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import checker
from checker.pipeline import digest
from checker.records import Claim, Document, Finding

PUBLISHED = date(2005, 2, 22)
FOLDER = Path(__file__).parent
Group = tuple[str, dict[str, list[Claim]]]


def groups(text: str, published: date | None = PUBLISHED) -> list[Group]:
    """Each relation of a text with the claims of its roles."""
    reading = digest(Document.from_text(text, published=published))
    found: dict[int, Group] = {}
    for row in reading.relations:
        _, roles = found.setdefault(row.group, (row.relation, {}))
        roles.setdefault(row.role, []).append(reading.claims[row.claim])
    return list(found.values())


def findings(text: str, published: date | None = PUBLISHED) -> list[Finding]:
    """The findings of a text, without notes."""
    report = checker.check([Document.from_text(text, published=published)])
    return [finding for finding in report.findings if finding.severity != "note"]


def rows(name: str) -> list[list[str]]:
    """The cells of a table beside this file, without comments and header."""
    lines = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").split("\n")
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
