"""Figures that the text itself ties together: constructions (`rules/lexicon/constructions*.tsv`) to relations."""
from __future__ import annotations

from collections.abc import Sequence

from checker.claims.draft import Draft
from checker.records import Claim, Quantity, Relation


def relations(draft: Draft, quantities: Sequence[Quantity], figures: Sequence[Sequence[Claim]]) -> list[Relation]:
    return []
