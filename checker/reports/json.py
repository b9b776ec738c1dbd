"""The wire format (docs/reports.md): one Report, or one line of Facts a document."""

from __future__ import annotations

import msgspec

from checker.records import Facts, Report


def render(report: Report) -> str:
    """One JSON object, indented."""
    return msgspec.json.format(msgspec.json.encode(report), indent=1).decode() + "\n"


def line(facts: Facts) -> str:
    """One JSON object on one line."""
    return msgspec.json.encode(facts).decode() + "\n"
