"""Flat rows of what is said, figures that the text ties together, and which rows speak of one thing."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from checker.claims.bearings import bearing_claims
from checker.claims.clocks import clock_claims
from checker.claims.comparisons import comparison_claims
from checker.claims.constructions import relations
from checker.claims.deeds import deed_claims
from checker.claims.draft import Draft
from checker.claims.events import event_claims
from checker.claims.facets import facet_claims
from checker.claims.figures import adopt_voices, figure_claims
from checker.claims.goals import goal_claims
from checker.claims.initials import initial_claims
from checker.claims.listings import listing_claims
from checker.claims.orders import order_claims
from checker.claims.origins import origin_claims
from checker.claims.outcomes import outcome_claims
from checker.claims.parties import reconcile
from checker.claims.people import people_claims
from checker.claims.plans import plan_claims
from checker.claims.pleas import plea_claims
from checker.claims.presumed import presumed_claims
from checker.claims.quotes import quote_claims
from checker.claims.sameness import matches
from checker.claims.scenes import scene_claims
from checker.claims.settled import settled_claims
from checker.claims.sourcing import sourcing_claims
from checker.claims.statements import statement_claims
from checker.claims.stories import Profile, Stories, profile, stories
from checker.claims.superlatives import superlative_claims
from checker.claims.years import day_claims, year_claims
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
    qualify(draft, groups)
    statement_claims(draft)
    facet_claims(draft)
    outcome_claims(draft)
    deed_claims(draft)
    plea_claims(draft)
    presumed_claims(draft)
    settled_claims(draft)
    event_claims(draft)
    people_claims(draft)
    quote_claims(draft)
    year_claims(draft)
    day_claims(draft)
    initial_claims(draft)
    superlative_claims(draft)
    sourcing_claims(draft)
    order_claims(draft)
    plan_claims(draft)
    bearing_claims(draft)
    clock_claims(draft)
    origin_claims(draft)
    goal_claims(draft)
    listing_claims(draft)
    scene_claims(draft)
    comparison_claims(draft)
    return draft.claims, groups


# Roles in a relation that tell a figure from its rivals: votes for are not votes against.
TELLING_ROLES = frozenset(("for", "against", "abstain", "won", "lost", "from", "part"))


def qualify(draft: Draft, groups: Sequence[Relation]) -> None:
    """Gives each figure the role it plays in its relation as its qualifier, where it has none."""
    for row in groups:
        claim = draft.claims[row.claim]
        if row.role in TELLING_ROLES and claim.aspect == "figure" and not claim.qualifier:
            draft.claims[row.claim] = msgspec.structs.replace(claim, qualifier=row.role)
