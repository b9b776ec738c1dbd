"""Flat rows of what is said, figures that the text ties together, and which rows speak of one thing."""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.constructions import relations
from checker.claims.draft import Draft
from checker.claims.events import event_claims
from checker.claims.figures import adopt_voices, figure_claims
from checker.claims.initials import initial_claims
from checker.claims.parties import reconcile
from checker.claims.people import people_claims
from checker.claims.quotes import quote_claims
from checker.claims.sameness import matches
from checker.claims.statements import statement_claims
from checker.claims.stories import Profile, Stories, profile, stories
from checker.language import Analysis
from checker.records import Attribution, Claim, Entity, Quantity, Relation, Time

__all__ = ["Profile", "Stories", "extract", "matches", "profile", "reconcile", "stories"]


def extract(
    analysis: Analysis,
    times: Sequence[Time],
    quantities: Sequence[Quantity],
    entities: Sequence[Entity],
    attributions: Sequence[Attribution],
    number: int = 0,
) -> tuple[list[Claim], list[Relation]]:
    """All claims of one document, numbered in order, and the relations between them; `number` is its position."""
    draft = Draft(analysis, times, entities, attributions, number)
    figures = figure_claims(draft, quantities)
    adopt_voices(draft)
    groups = relations(draft, quantities, figures)
    statement_claims(draft)
    event_claims(draft)
    people_claims(draft)
    quote_claims(draft)
    initial_claims(draft)
    return draft.claims, groups
