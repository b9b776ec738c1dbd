"""Claims of people."""

from __future__ import annotations

from checker.claims.draft import Draft
from checker.records import Claim


def people_claims(draft: Draft) -> list[Claim]:
    return []
