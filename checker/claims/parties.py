"""One story, one set of parties: a voice whose party one article gives speaks for it in the others too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from checker.claims.stories import Stories
from checker.records import Claim

KNOWN = ("gov:", "org:")


def reconcile(documents: Sequence[Sequence[Claim]], stories: Stories) -> list[list[Claim]]:
    """The claims with the party of each named source that another article of the story gives; where two articles
    disagree about it, nothing changes."""
    parties: dict[tuple[int, str], set[str]] = defaultdict(set)
    for number, claims in enumerate(documents):
        for claim in claims:
            if claim.source_id and claim.party.startswith(KNOWN) and claim.party != claim.source_id:
                parties[stories.number[number], claim.source_id].add(claim.party)
    rows = []
    for number, claims in enumerate(documents):
        row = []
        for claim in claims:
            known = parties.get((stories.number[number], claim.source_id)) if claim.source_id else None
            if known and len(known) == 1 and claim.party == claim.source_id:
                claim = msgspec.structs.replace(claim, party=next(iter(known)))
            row.append(claim)
        rows.append(row)
    return rows
