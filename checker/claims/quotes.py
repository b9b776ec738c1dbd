"""Claims of quotes."""

from __future__ import annotations

from checker.claims.draft import Draft
from checker.records import Claim


def quote_claims(draft: Draft) -> list[Claim]:
    return []
