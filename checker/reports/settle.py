"""What would settle a query: where its sides part (date, source, scope), never which is right."""

from __future__ import annotations

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
    parts = [part for difference in _DIFFERENCES if (part := difference(sides))][:_MOST]
    if not parts and finding.differ:
        return f"{_PREFIX}{words.listed(finding.differ)}; nothing else parts them."
    if not parts:
        return f"{_PREFIX}nothing but the words themselves parts them; ask the writer."
    return f"{_PREFIX}{'; '.join(parts)}."


def _relation(finding: Finding) -> str:
    who = list(dict.fromkeys(words.voice(claim) for claim in finding.claims))
    roles = list(dict.fromkeys(claim.role for claim in finding.claims if claim.role))
    asked = words.listed(role.replace("-", " ") for role in roles)
    if len(who) == 1:
        return f"the {asked}, all from {who[0]}."
    return f"the {asked}, from {words.listed(who)}."


def _apart(sides: Sequence[Side], key: Callable[[FindingClaim], str], *, silent: bool = False) -> list[str] | None:
    """One word a side, where no two sides share one; a side that is silent parts nothing unless `silent`."""
    said = [list(dict.fromkeys(key(claim) for claim in side)) for side in sides]
    if not silent and any("" in one for one in said):
        return None
    for index, one in enumerate(said):
        if any(set(one) & set(other) for other in said[index + 1 :]):
            return None
    return [words.few([word or "none given" for word in one]) for one in said]


def _said(sides: Sequence[Side]) -> str:
    found = _apart(sides, lambda claim: words.days(claim.said))
    return f"when it was said ({', '.join(found)})" if found else ""


def _event(sides: Sequence[Side]) -> str:
    found = _apart(sides, lambda claim: words.days(claim.event))
    return f"which day is meant ({', '.join(found)})" if found else ""


def _source(sides: Sequence[Side]) -> str:
    found = _apart(sides, words.voice)
    return f"whose word it is ({', '.join(found)})" if found else ""


def _scope(sides: Sequence[Side]) -> str:
    found = _apart(sides, lambda claim: "text" if claim.scope == "body" else claim.scope)
    return f"{' or '.join(dict.fromkeys(found))}" if found else ""


def _article(sides: Sequence[Side]) -> str:
    found = _apart(sides, lambda claim: claim.path.replace("\\", "/").rsplit("/", 1)[-1])
    return f"the notes of the two articles ({', '.join(found)})" if found and len(found) == 2 else ""


def _counted(sides: Sequence[Side]) -> str:
    found = _apart(sides, lambda claim: claim.counted.lower())
    return f"what is counted ({', '.join(found)})" if found else ""


def _status(sides: Sequence[Side]) -> str:
    found = _apart(sides, lambda claim: claim.status)
    return f"how far it has come ({', '.join(found)})" if found else ""


def _certainty(sides: Sequence[Side]) -> str:
    found = _apart(sides, lambda claim: "" if claim.certainty == "underspecified" else claim.certainty)
    return f"how sure each is ({', '.join(found)})" if found else ""


def _hedge(sides: Sequence[Side]) -> str:
    found = _apart(sides, lambda claim: claim.hedge, silent=True)
    if not found:
        return ""
    return f"how exact each is ({', '.join('exact' if word == 'none given' else word for word in found)})"


_DIFFERENCES = (_said, _event, _source, _scope, _status, _counted, _certainty, _hedge, _article)
