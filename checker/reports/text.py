"""The desk's page: queries under headings, both sides of each with the words marked, and what was read below."""

from __future__ import annotations

import string
from collections.abc import Sequence
from itertools import groupby

from checker.records import Finding, FindingClaim, Report
from checker.reports import terms, words
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
_PLACES = 6  # of one side, above which only some are shown and the rest counted
_OF_MANY = 3


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
    lines += ["", *words.wrap(_summary(report), width, "")]
    lines += footer(report, width, paint)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _title(report: Report, width: int) -> list[str]:
    documents = report.documents
    if len(documents) == 1:
        published = documents[0].published
        return words.wrap(documents[0].path + (f", published {words.day(published)}" if published else ""), width, "")
    return words.wrap(words.count(len(documents), "article"), width, "") if documents else []


def _summary(report: Report) -> str:
    found = report.findings
    if not found:
        return "Nothing found that cannot stand together." if report.documents else "Nothing was read."
    tally = [
        words.count(amount, kind) for kind in GRAVITY if (amount := sum(finding.severity == kind for finding in found))
    ]
    return f"{words.count(len(found), 'query', 'queries')}: {words.listed(tally)}."


def _section(finding: Finding) -> str:
    """Alarms about a headline that its own article contradicts and does not repeat come first; the rest by class."""
    told: dict[int, dict[int | None, set[str]]] = {}  # scopes by document and side
    for claim in finding.claims:
        told.setdefault(claim.document, {}).setdefault(claim.side, set()).add(claim.scope)
    against = any({"headline"} in sides.values() and len(sides) > 1 for sides in told.values())
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
    head = words.wrap(finding.message, width, pad, first=f"{number:>2}  ")
    lines = [paint(line, "bold") for line in head]
    tag = f"{finding.rule} {finding.name}".strip()
    sure = f", confidence {finding.confidence:.2f}" if finding.confidence < 1 else ""
    lines.append(pad + paint(finding.severity, finding.severity) + paint(f"  {tag}{sure}", "dim"))
    sides = words.sides(finding.claims)
    related = any(claim.role for claim in finding.claims)
    if related:
        ordered = sorted(finding.claims, key=lambda claim: (claim.document, claim.start))
        lines += _claims(ordered, "", width, paint, ordered)
    else:
        for letter, side in zip(_letters(len(sides)), sides, strict=False):
            lines += _claims(side, letter, width, paint)
        lines += _claims([claim for claim in finding.claims if claim.side is None], "see", width, paint)
    if finding.derivation:
        lines += words.wrap(finding.derivation, width, pad)
    why = _why(finding)
    if why:
        lines += words.wrap(why, width, pad)
    return lines + words.wrap(settle(finding), width, pad)


def _letters(amount: int) -> list[str]:
    letters = string.ascii_lowercase
    return [letters[n] if n < 26 else f"{letters[n // 26 - 1]}{letters[n % 26]}" for n in range(amount)]


def _claims(
    claims: Sequence[FindingClaim], label: str, width: int, paint: Paint, among: Sequence[FindingClaim] = ()
) -> list[str]:
    """The sentences of one side; claims of one sentence are marked together.  `among`: the claims of a relation."""
    told: dict[tuple[int, int], list[FindingClaim]] = {}
    for claim in claims:
        told.setdefault((claim.document, int(claim.sentence["start"])), []).append(claim)
    lines: list[str] = []
    first = f"{label:<3} " if label else ""
    pad = " " * _INDENT
    inner = pad + " " * len(first)
    groups = list(told.values())
    shown = _SENTENCES if len(groups) <= _PLACES else _OF_MANY
    for group in groups[:shown]:
        head = words.wrap(_head(group, among), width - len(inner), "  ", first="")
        lines.append(pad + paint(first, "bold") + paint(head[0], "dim"))
        lines += [inner + paint(line, "dim") for line in head[1:]]
        start = int(group[0].sentence["start"])
        marks = [(claim.start - start, claim.end - start) for claim in group]
        for line, carets in excerpt(str(group[0].sentence["text"]), marks, width - len(inner) - 2):
            lines.append(f"{inner}  {line}")
            if carets:
                lines.append(f"{inner}  " + paint(carets, "mark"))
        first = " " * len(first)
    if len(groups) > _PLACES:
        lines.append(f"{inner}and {len(groups) - shown} more places")
    elif groups[shown:]:
        lines += words.wrap(f"also {_elsewhere(groups[shown:])}", width, inner + "  ", first=inner)
    return lines


def _elsewhere(groups: Sequence[Sequence[FindingClaim]]) -> str:
    """Places and voices, the path of each file once."""
    told = []
    path = ""
    for group in groups:
        claim = group[0]
        told.append(f"{'' if claim.path == path else claim.path}:{claim.line} ({_voices(group)})")
        path = claim.path
    return ", ".join(told)


def _spot(claim: FindingClaim) -> str:
    return f"{claim.path}:{claim.line}"


def _voices(claims: Sequence[FindingClaim]) -> str:
    """Who says it, and how far they commit to it."""
    manners: dict[str, list[str]] = {}
    for claim in claims:
        manners.setdefault(_manner(claim), []).append(words.voice(claim))
    return "; ".join(words.listed(dict.fromkeys(who)) + manner for manner, who in manners.items())


def _head(told: Sequence[FindingClaim], among: Sequence[FindingClaim]) -> str:
    """Where it stands, who says it and when, and in what role."""
    claim = told[0]
    said = words.days(claim.said)
    named = words.listed(role.removeprefix("the ") for role in terms.roles(told, among))
    return (
        f"{_spot(claim)}, {words.place(claim)}: {_voices(told)}"
        + (f", {said}" if said else "")
        + (f" ({named})" if named else "")
    )


def _manner(claim: FindingClaim) -> str:
    """What the voice commits to, where it is not a plain statement."""
    manner = [terms.manner(claim.polarity), terms.manner(claim.certainty), terms.manner(claim.status)]
    told = ", ".join(word for word in manner if word)
    return f" ({told})" if told else ""


def _why(finding: Finding) -> str:
    """Same, silent, differing: why two statements are taken to be of one thing."""
    parts = [
        f"{label}: {', '.join(told)}."
        for label, fields, kind in (
            ("Same", finding.same, "field"),
            ("Silent", finding.silent, "field"),
            ("Differing", finding.differ, "differ"),
        )
        if (told := terms.fields(fields, finding.claims, kind))
    ]
    return " ".join(parts)
