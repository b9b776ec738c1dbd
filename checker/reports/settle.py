"""What would settle a query: where its sides part (date, source, scope), never which is right."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from checker.records import Finding, FindingClaim
from checker.reports import terms, words

Side = Sequence[FindingClaim]
Key = Callable[[FindingClaim], "str | tuple[str, str]"]  # what is compared, and how it is shown if otherwise
_MOST = 3  # differences named; more would bury the first
_PREFIX = "To settle: "


def settle(finding: Finding) -> str:
    """The last line of a query."""
    if finding.claims and any(claim.role for claim in finding.claims) and finding.derivation:
        return _PREFIX + _relation(finding)
    sides = words.sides(finding.claims)
    differ = terms.fields(finding.differ, finding.claims, "differ")
    if len(sides) < 2:
        return _PREFIX + (words.listed(differ) or "ask the writer") + "."
    parts = [f"{label} ({found})" for label, key in _DIFFERENCES if (found := _apart(sides, key))]
    if not parts and differ:
        return f"{_PREFIX}{words.listed(differ)}; nothing else parts them."
    if not parts:
        return f"{_PREFIX}nothing but the words themselves parts them; ask the writer."
    return f"{_PREFIX}{'; '.join(parts[:_MOST])}."


def _relation(finding: Finding) -> str:
    """The roles in plain words, and whose they are."""
    told = [claim for claim in finding.claims if terms.roles([claim], finding.claims)]
    asked = words.listed(terms.roles(told, finding.claims)) or "the figure"
    who = list({claim.voice or words.voice(claim): words.voice(claim) for claim in reversed(finding.claims)}.values())
    together = {0: "", 1: "", 2: "both "}.get(len(told), "all ") if len(who) == 1 else ""
    return f"{asked}, {together}from {words.few(who[::-1])}."


def _apart(sides: Sequence[Side], key: Key) -> str:
    """What each side has to say for itself, where no two sides share a thing; a side that is silent ("") parts nothing.

    What is compared is folded; what is shown is as the text prints it first.
    """
    said = []
    for side in sides:
        known: dict[str, str] = {}
        for claim in side:
            told = key(claim)
            folded, shown = told if isinstance(told, tuple) else (told, told)
            known.setdefault(folded.casefold(), shown)
        said.append(known)
    if any("" in one for one in said):
        return ""
    for index, one in enumerate(said):
        if any(one.keys() & other.keys() for other in said[index + 1 :]):
            return ""
    sided = [words.few(list(dict.fromkeys(one.values()))) for one in said]
    return " against ".join(sided) if len(sided) == 2 else words.listed(sided, "or")


def _voice(claim: FindingClaim) -> tuple[str, str]:
    """One person is one voice, whatever the text calls them; narration is one, in headline and text."""
    return (claim.voice or claim.source) if claim.source else "the article", words.voice(claim)


# What can part the sides, the likeliest answer to a query first.
_DIFFERENCES: tuple[tuple[str, Key], ...] = (
    ("when it was said", lambda claim: words.days(claim.said)),
    ("which day is meant", lambda claim: words.days(claim.event)),
    ("whose word it is", _voice),
    ("which part of the page", lambda claim: "text" if claim.scope == "body" else claim.scope),
    ("how far it has come", lambda claim: claim.status),
    ("what is counted", lambda claim: claim.counted),
    ("how sure each is", lambda claim: "" if claim.certainty == "underspecified" else claim.certainty),
    ("how exact each is", lambda claim: claim.hedge or "exact"),
    ("each article's notes", lambda claim: words.name(claim.path)),
)
