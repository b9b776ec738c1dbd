"""Figures that the text itself ties together: constructions (`rules/lexicon/construction*.tsv`) to relations.

docs/relations.md has the relations, their roles and what each role's claim holds.
"""
from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence

from checker.claims.constructions import amounts, calendar, counts, lists
from checker.claims.constructions.match import Group, Match, read
from checker.claims.constructions.pattern import Row, compiled, rows
from checker.claims.constructions.roles import Roles
from checker.claims.constructions.skeleton import Figure, Skeleton, figures_of, skeleton
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
    "weekday-date": calendar.weekday_date,
    "order": calendar.order,
    "duration-span": calendar.duration_span,
    "age-birth": calendar.age_birth,
    "anniversary": calendar.anniversary,
    "clock-zones": calendar.clock_zones,
}
# A sentence that goes on reckoning with the figures of the one before it.
LINK = re.compile(
    r"[\"“]?(?:that|this|it|they|he|she|the (?:total|majority|margin|average|bill|increase|rise|fall|drop|difference|result|figure|lead|"
    r"match|final|contest|meeting|siege|strike)|altogether|in (?:all|total)|together|combined|of (?:them|these|those)|there (?:were|are)|"
    r"these|an average|both|on average|all|(?:the )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|"
    r"seven|eigh|nine)ty(?:-\w+)?)|\W?\d[\d,.]*)\b"
)
MOST_TOKENS = 160


def relations(draft: Draft, quantities: Sequence[Quantity], figures: Sequence[Sequence[Claim]]) -> list[Relation]:
    """The relations between figures of one document; `figures` are the claims of each quantity."""
    roles = Roles(draft, quantities, figures)
    groups: list[Group] = calendar.calendar_groups(draft, roles)
    analysis = draft.analysis
    found = figures_of(draft, quantities)
    starts = [figure.start for figure in found]
    previous: tuple[tuple[int, int], list[Figure], int] | None = None
    for sentence in analysis.sentences:
        if sentence.scope == "furniture":
            previous = None
            continue
        inside = found[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        span = (sentence.first, sentence.last)
        if inside and sentence.last - sentence.first <= MOST_TOKENS:
            groups += _groups(skeleton(draft, [span], inside), roles, False)
            if previous and previous[2] == sentence.paragraph and LINK.match(analysis.lower, sentence.start):
                groups += _groups(skeleton(draft, [previous[0], span], [*previous[1], *inside]), roles, True)
        previous = (span, inside, sentence.paragraph) if inside and sentence.last - sentence.first <= MOST_TOKENS else None
    groups += lists.list_groups(draft, roles, found)
    return _relations(groups, draft.number)


def _groups(line: Skeleton, roles: Roles, crossing: bool) -> list[Group]:
    """Every group that a row reads in a skeleton; a figure plays in one group of a relation only."""
    groups: list[Group] = []
    if len(line.figures) < 2:
        return _single(line, roles, crossing)
    taken: set[tuple[str, int]] = set()
    for row in rows():
        if row.crosses != crossing or row.figures > len(line.figures) or (row.need and row.need.isdisjoint(line.words)):
            continue
        if not _has_letters(row, line.letters):
            continue
        _take(row, line, roles, taken, groups)
    return groups


def _single(line: Skeleton, roles: Roles, crossing: bool) -> list[Group]:
    """Rows that need one figure only ("11 January 2002, a Friday")."""
    groups: list[Group] = []
    for row in rows():
        if row.figures == 1 and row.crosses == crossing and _has_letters(row, line.letters) and not row.need.isdisjoint(line.words):
            _take(row, line, roles, set(), groups)
    return groups


def _take(row: Row, line: Skeleton, roles: Roles, taken: set[tuple[str, int]], groups: list[Group]) -> None:
    for found in compiled(row.expression).finditer(line.line):
        match = read(row, line, roles, found)
        tokens = {(row.relation, figure.token) for figures in match.found.values() for figure in figures}
        if tokens & taken:
            continue
        made = RESOLVERS[row.relation](match)
        if made:
            taken |= tokens
            groups += made


def _has_letters(row: Row, letters: str) -> bool:
    return all(any(letter in slot for letter in letters) for slot in row.letters)


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
