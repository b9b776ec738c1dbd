"""What would settle a query: where its sides part (date, source, scope), never which is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from checker.records import Finding, FindingClaim
from checker.reports import words

Side = Sequence[FindingClaim]
_MOST = 3  # differences named; more would bury the first
_PREFIX = "To settle: "


def settle(finding: Finding) -> str:
    """The last line of a query."""
    if finding.claims and any(claim.role for claim in finding.claims) and finding.derivation:
        return _PREFIX + _relation(finding)
    sides = words.sides(finding.claims)
    if len(sides) < 2:
        return _PREFIX + (words.listed(finding.differ) or "ask the writer") + "."
    parts = [f"{label} ({' against '.join(found)})" for label, key in _DIFFERENCES if (found := _apart(sides, key))]
    if not parts and finding.differ:
        return f"{_PREFIX}{words.listed(finding.differ)}; nothing else parts them."
    if not parts:
        return f"{_PREFIX}nothing but the words themselves parts them; ask the writer."
    return f"{_PREFIX}{'; '.join(parts[:_MOST])}."


def _relation(finding: Finding) -> str:
    who = list(dict.fromkeys(words.voice(claim) for claim in finding.claims))
    roles = Counter(claim.role.replace("-", " ") for claim in finding.claims if claim.role)
    asked = words.listed(f"the {role}s" if times > 1 else f"the {role}" for role, times in roles.items())
    return f"{asked}, {'all from ' if len(who) == 1 else 'from '}{words.few(who)}."


def _apart(sides: Sequence[Side], key: Callable[[FindingClaim], str]) -> list[str] | None:
    """One word a side, where no two sides share one; a side that is silent ("") parts nothing."""
    said = [list(dict.fromkeys(key(claim) for claim in side)) for side in sides]
    if any("" in one for one in said):
        return None
    for index, one in enumerate(said):
        if any(set(one) & set(other) for other in said[index + 1 :]):
            return None
    return [words.few(one) for one in said]


# What can part the sides, the likeliest answer to a query first.
_DIFFERENCES: tuple[tuple[str, Callable[[FindingClaim], str]], ...] = (
    ("when it was said", lambda claim: words.days(claim.said)),
    ("which day is meant", lambda claim: words.days(claim.event)),
    ("whose word it is", words.voice),
    ("which part of the page", lambda claim: "text" if claim.scope == "body" else claim.scope),
    ("how far it has come", lambda claim: claim.status),
    ("what is counted", lambda claim: claim.counted.lower()),
    ("how sure each is", lambda claim: "" if claim.certainty == "underspecified" else claim.certainty),
    ("how exact each is", lambda claim: claim.hedge or "exact"),
    ("each article's notes", lambda claim: words.name(claim.path)),
)
