"""Claims of events."""

from __future__ import annotations

from checker.claims.draft import Draft
from checker.records import Claim


def event_claims(draft: Draft) -> list[Claim]:
    return []
