"""One line a finding, for editors' error lists and other programs: `file:line:col: RULE message [its sides]`."""

from __future__ import annotations

from checker.records import Finding, FindingClaim, Report
from checker.reports import words


def render(report: Report) -> str:
    """All findings, by their first place."""
    found = sorted((finding for finding in report.findings if finding.claims), key=_order)
    return "".join(line(finding) + "\n" for finding in found)


def _order(finding: Finding) -> tuple[str, int, int]:
    first = finding.claims[0]
    return first.path, first.line, first.column


def line(finding: Finding) -> str:
    """The finding on one line; it stands at its first claim, and every side is told with its place."""
    first = finding.claims[0]
    sided = words.sides(finding.claims) or [list(finding.claims)]
    sides = " | ".join("; ".join(_told(claim) for claim in side) for side in sided)
    message = " ".join(finding.message.split())
    return f"{first.path}:{first.line}:{first.column}: {finding.rule} {finding.severity}: {message} [{sides}]"


def _told(claim: FindingClaim) -> str:
    """Value, voice, date and place of one claim."""
    when = (
        f", {claim.said[0] or '..'}" + (f"/{claim.said[1]}" if claim.said[1] != claim.said[0] else "")
        if claim.said
        else ""
    )
    words_ = " ".join(claim.text.split())
    return f"{words_}: {words.voice(claim)}{when} at {claim.path}:{claim.line}:{claim.column}"
