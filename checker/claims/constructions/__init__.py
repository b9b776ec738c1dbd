"""Figures that the text itself ties together: constructions (`rules/lexicon/construction*.tsv`) to relations.

docs/relations.md has the relations, their roles and what each role's claim holds.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import NamedTuple

from checker import patterns
from checker.claims.constructions import amounts, calendar, counts, lists
from checker.claims.constructions.apposition import apposition_groups
from checker.claims.constructions.figure import Figure
from checker.claims.constructions.figures import figures_of
from checker.claims.constructions.match import Group, Match, read
from checker.claims.constructions.pattern import Row, candidates, pieces
from checker.claims.constructions.pieces import matches
from checker.claims.constructions.roles import Roles
from checker.claims.constructions.skeleton import Skeleton, skeleton
from checker.claims.draft import Draft
from checker.records import Claim, Quantity, Relation

__all__ = ["relations"]

RESOLVERS: dict[str, Callable[[Match], list[Group]]] = {
    "change": amounts.change,
    "change-amount": amounts.change,
    "ratio": amounts.ratio,
    "conversion": amounts.conversion,
    "range": amounts.range_,
    "unit-price": amounts.unit_price,
    "average": amounts.average,
    "total-parts": counts.total_parts,
    "split": counts.split,
    "record": counts.split,
    "shares": counts.shares,
    "part-whole": counts.part_whole,
    "share-count": counts.share_count,
    "poll-lead": counts.poll_lead,
    "votes": counts.votes,
    "votes-total": counts.votes_total,
    "score-margin": counts.score_margin,
    "sets": counts.sets,
    "list-count": counts.games,
    "weekday-date": calendar.weekday_date,
    "order": calendar.order,
    "duration-span": calendar.duration_span,
    "age-birth": calendar.age_birth,
    "anniversary": calendar.anniversary,
    "clock-zones": calendar.clock_zones,
}
# Relations that say the same of the same figures: one of them is enough.
FAMILY = {"split": "total-parts", "record": "total-parts", "votes-total": "total-parts", "change-amount": "change"}
# A sentence that goes on reckoning with the figures of the one before it.
LINK = patterns.compile(
    r"[\"“]?(?:that|this|it|they|he|she|born|altogether|in (?:all|total)|together|combined|of (?:them|these|those)|"
    r"there (?:were|are)|these|an average|both|on average|all|"
    r"the (?:total|majority|margin|average|bill|increase|rise|fall|drop|difference|result|figure|lead|match|final|"
    r"contest|meeting|siege|strike)|"
    r"(?:the )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?)|\W?\d[\d,.]*)\b"
)
MOST_TOKENS = 160


def relations(draft: Draft, quantities: Sequence[Quantity], figures: Sequence[Sequence[Claim]]) -> list[Relation]:
    """The relations between figures of one document; `figures` are the claims of each quantity."""
    roles = Roles(draft, quantities, figures)
    groups: list[Group] = calendar.calendar_groups(draft, roles) + apposition_groups(draft, roles)
    analysis = draft.analysis
    found = figures_of(draft, quantities)
    starts = [figure.start for figure in found]
    previous: Part | None = None
    for sentence in analysis.sentences:
        inside = found[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        if not inside or sentence.scope == "furniture" or sentence.last - sentence.first > MOST_TOKENS:
            previous = None
            continue
        part = Part((sentence.first, sentence.last), inside, sentence.paragraph)
        groups += _groups(draft, roles, [part])
        if previous and previous.paragraph == sentence.paragraph and LINK.match(analysis.lower, sentence.start):
            groups += _groups(draft, roles, [previous, part])
        previous = part
    groups += lists.list_groups(draft, roles, found)
    return _relations(groups, draft.number)


class Part(NamedTuple):
    """A sentence's tokens, figures and paragraph."""

    tokens: tuple[int, int]
    figures: list[Figure]
    paragraph: int


def _groups(draft: Draft, roles: Roles, parts: list[Part]) -> list[Group]:
    """Every group that a row reads in one sentence, or across two; a figure plays in one group of a relation only."""
    figures = [figure for part in parts for figure in part.figures]
    line = skeleton(draft, [part.tokens for part in parts], figures)
    taken: set[tuple[str, int]] = set()
    groups: list[Group] = []
    for row in candidates(line.line, len(parts) > 1):
        _take(row, line, roles, taken, groups)
    return groups


def _take(row: Row, line: Skeleton, roles: Roles, taken: set[tuple[str, int]], groups: list[Group]) -> None:
    for found in matches(pieces(row.source), line.line):
        match = read(row, line, roles, found)
        family = FAMILY.get(row.relation, row.relation)
        tokens = {(family, figure.token) for figures in match.found.values() for figure in figures}
        if tokens & taken:
            continue
        made = RESOLVERS[row.relation](match)
        if made:
            taken |= tokens
            groups += made


def _relations(groups: Sequence[Group], document: int) -> list[Relation]:
    found: list[Relation] = []
    seen: set[tuple[str, tuple[tuple[str, int], ...]]] = set()
    number = 0
    for relation, members in groups:
        key = (relation, tuple((role, claim.id) for role, claim in members))
        if key in seen:
            continue
        seen.add(key)
        found += [Relation(number, relation, role, claim.id, document) for role, claim in members]
        number += 1
    return found
