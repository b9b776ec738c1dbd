"""Claims about people: how their names are printed."""

from __future__ import annotations

from checker.claims.draft import Draft
from checker.claims.names import name_claims
from checker.records import Claim


def people_claims(draft: Draft) -> list[Claim]:
    """Aspect name of every person named in the document."""
    return name_claims(draft)
