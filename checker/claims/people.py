"""Claims about people: how their names are printed, how old they are, which posts they hold."""

from __future__ import annotations

from checker.claims.ages import age_claims
from checker.claims.draft import Draft
from checker.claims.misspelt import misspelt
from checker.claims.names import mentions, name_claims
from checker.claims.roles import role_claims
from checker.claims.strangers import strangers
from checker.records import Claim


def people_claims(draft: Draft) -> list[Claim]:
    """Aspects name, age and role of everybody named in the document."""
    people, anybody = mentions(draft)
    return [
        *name_claims(draft, people, anybody),
        *misspelt(draft, people),
        *strangers(draft, people, anybody),
        *age_claims(draft, people),
        *role_claims(draft, people),
    ]
