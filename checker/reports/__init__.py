"""A Report, or the Facts of a document, as a person or a program wants to read it; one module a format.

>>> reports.render(report, "text", width=100, colour=False)
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.records import Document, Facts, Report


def render(report: Report, form: str, *, width: int = 100, colour: bool = False) -> str:
    """The whole report; ends with a newline unless it is empty."""
    if form == "json":
        from checker.reports import json

        return json.render(report)
    if form == "concise":
        from checker.reports import concise

        return concise.render(report)
    from checker.reports import text

    return text.render(report, width=width, colour=colour)


def render_facts(pairs: Sequence[tuple[Document, Facts]], form: str, *, width: int = 100, colour: bool = False) -> str:
    """The facts of some documents, in their order."""
    if form == "jsonl":
        from checker.reports import json

        return "".join(json.line(facts) for _, facts in pairs)
    from checker.reports import facts as table

    return "\n".join(table.render(document, facts, width=width, colour=colour) for document, facts in pairs)
