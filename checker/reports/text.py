"""The desk's page: queries under headings, both sides of each with the words marked, and what was read below."""

from __future__ import annotations

import string
import textwrap
from collections.abc import Sequence
from itertools import groupby

from checker.records import Finding, FindingClaim, Report
from checker.reports import words
from checker.reports.excerpt import excerpt
from checker.reports.footer import footer
from checker.reports.paint import Paint
from checker.reports.settle import settle

HEADINGS = {
    "headline": "The headline",
    "contradiction": "Cannot both be right",
    "dispute": "Sources disagree",
    "update": "Overtaken",
    "query": "Style",
}
GRAVITY = {"error": 0, "warning": 1, "note": 2}
_INDENT = 4
_SENTENCES = 4  # shown of one side; of the others, the places


def render(report: Report, *, width: int = 100, colour: bool = False) -> str:
    """The whole page."""
    width = max(60, width)
    paint = Paint(colour)
    lines = [paint(line, "bold") for line in _title(report, width)]
    number = 0
    for section, findings in groupby(sorted(report.findings, key=_order), key=_section):
        lines += ["", paint(HEADINGS.get(section, section).upper(), "bold")]
        for finding in findings:
            number += 1
            lines += ["", *query(finding, number, width, paint)]
    lines += ["", *_wrap(_summary(report), width, "")]
    lines += footer(report, width, paint)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _title(report: Report, width: int) -> list[str]:
    documents = report.documents
    if len(documents) == 1:
        published = documents[0].published
        return _wrap(documents[0].path + (f", published {words.day(published)}" if published else ""), width, "")
    return _wrap(words.count(len(documents), "article"), width, "") if documents else []


def _summary(report: Report) -> str:
    found = report.findings
    if not found:
        return "Nothing found that cannot stand together." if report.documents else "Nothing was read."
    tally = [
        words.count(amount, kind) for kind in GRAVITY if (amount := sum(finding.severity == kind for finding in found))
    ]
    return f"{words.count(len(found), 'query', 'queries')}: {words.listed(tally)}."


def _section(finding: Finding) -> str:
    """Alarms that set a headline against its own article come first; the rest by what they are."""
    heads = {(claim.document, claim.side) for claim in finding.claims if claim.scope == "headline"}
    texts = [(claim.document, claim.side) for claim in finding.claims if claim.scope != "headline"]
    against = any(document == other and side != facing for document, side in heads for other, facing in texts)
    return "headline" if against and finding.severity != "note" else finding.finding_class


def _order(finding: Finding) -> tuple[int, str, int]:
    """By section, then gravity; sorting is stable, so the canonical order of the findings decides the rest."""
    section = _section(finding)
    sections = list(HEADINGS)
    at = sections.index(section) if section in sections else len(sections)
    return at, section, GRAVITY.get(finding.severity, 3)


def query(finding: Finding, number: int, width: int, paint: Paint) -> list[str]:
    """One query: the question, the sides, why they are taken as the same thing, and what would settle it."""
    pad = " " * _INDENT
    head = _wrap(finding.message, width, pad, first=f"{number:>2}  ")
    lines = [paint(line, "bold") for line in head]
    tag = f"{finding.rule} {finding.name}".strip()
    sure = f", confidence {finding.confidence:.2f}" if finding.confidence < 1 else ""
    lines.append(pad + paint(finding.severity, finding.severity) + paint(f"  {tag}{sure}", "dim"))
    sides = words.sides(finding.claims)
    related = any(claim.role for claim in finding.claims)
    if related:
        ordered = sorted(finding.claims, key=lambda claim: (claim.document, claim.start))
        lines += _claims(ordered, "", width, paint)
    else:
        for letter, side in zip(_letters(len(sides)), sides, strict=False):
            lines += _claims(side, letter, width, paint)
        lines += _claims([claim for claim in finding.claims if claim.side is None], "see", width, paint)
    if finding.derivation:
        lines += _wrap(finding.derivation, width, pad)
    why = _why(finding)
    if why:
        lines += _wrap(why, width, pad)
    return lines + _wrap(settle(finding), width, pad)


def _letters(amount: int) -> list[str]:
    letters = string.ascii_lowercase
    return [letters[n] if n < 26 else f"{letters[n // 26 - 1]}{letters[n % 26]}" for n in range(amount)]


def _claims(claims: Sequence[FindingClaim], label: str, width: int, paint: Paint) -> list[str]:
    """The sentences of one side; claims of one sentence are marked together."""
    told: dict[tuple[int, int], list[FindingClaim]] = {}
    for claim in claims:
        told.setdefault((claim.document, int(claim.sentence["start"])), []).append(claim)
    lines: list[str] = []
    first = f"{label:<3} " if label else ""
    pad = " " * _INDENT
    inner = pad + " " * len(first)
    groups = list(told.values())
    for group in groups[:_SENTENCES]:
        head = _wrap(_head(group), width - len(inner), "  ", first="")
        lines.append(pad + paint(first, "bold") + paint(head[0], "dim"))
        lines += [inner + paint(line, "dim") for line in head[1:]]
        start = int(group[0].sentence["start"])
        marks = [(claim.start - start, claim.end - start) for claim in group]
        for line, carets in excerpt(str(group[0].sentence["text"]), marks, width - len(inner) - 2):
            lines.append(f"{inner}  {line}")
            if carets:
                lines.append(f"{inner}  " + paint(carets, "mark"))
        first = " " * len(first)
    if groups[_SENTENCES:]:
        also = ", ".join(f"{_spot(group[0])} ({_voices(group)})" for group in groups[_SENTENCES:])
        lines += _wrap(f"also {also}", width, inner + "  ", first=inner)
    return lines


def _spot(claim: FindingClaim) -> str:
    return f"{claim.path}:{claim.line}"


def _voices(claims: Sequence[FindingClaim]) -> str:
    return words.listed(dict.fromkeys(words.voice(claim) + _manner(claim) for claim in claims))


def _head(told: Sequence[FindingClaim]) -> str:
    """Where it stands, who says it and when, and in what role."""
    claim = told[0]
    said = words.days(claim.said)
    roles = list(dict.fromkeys(one.role for one in told if one.role))
    return (
        f"{_spot(claim)}, {words.place(claim)}: {_voices(told)}"
        + (f", {said}" if said else "")
        + (f" ({words.listed(role.replace('-', ' ') for role in roles)})" if roles else "")
    )


def _manner(claim: FindingClaim) -> str:
    """What the voice commits to, where it is not a plain statement."""
    manner = []
    if claim.polarity == "-":
        manner.append("says not")
    if claim.certainty not in ("certain", ""):
        manner.append({"underspecified": "does not commit"}.get(claim.certainty, claim.certainty))
    if claim.status not in ("done", ""):
        manner.append(claim.status)
    return f" ({', '.join(manner)})" if manner else ""


def _why(finding: Finding) -> str:
    """Same, silent, differing: why two statements are taken to be of one thing."""
    parts = [
        f"{label}: {', '.join(fields)}."
        for label, fields in (("Same", finding.same), ("Silent", finding.silent), ("Differing", finding.differ))
        if fields
    ]
    return " ".join(parts)


def _wrap(text: str, width: int, indent: str, first: str | None = None) -> list[str]:
    return textwrap.wrap(
        text,
        width,
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [first or indent]
