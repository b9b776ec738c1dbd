"""Figures that the text itself ties together: constructions (`rules/lexicon/construction*.tsv`) to relations.

docs/relations.md has the relations, their roles and what each role's claim holds.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import NamedTuple

from checker import patterns
from checker.claims.constructions import (
    again,
    amounts,
    averages,
    ballots,
    calendar,
    changes,
    compared,
    counts,
    limits,
    lists,
    magnitudes,
    margins,
    prices,
    results,
    scores,
    shares,
    splits,
    standings,
    sums,
    ways,
    wholes,
)
from checker.claims.constructions.apposed import apposed_groups
from checker.claims.constructions.apposition import apposition_groups
from checker.claims.constructions.exchange import exchange_groups
from checker.claims.constructions.figure import Figure
from checker.claims.constructions.figures import figures_of
from checker.claims.constructions.forecasts import forecast_groups
from checker.claims.constructions.match import Group, Match, read
from checker.claims.constructions.moments import moment_groups
from checker.claims.constructions.passages import passage_groups
from checker.claims.constructions.pattern import Row, candidates, pieces
from checker.claims.constructions.pieces import matches
from checker.claims.constructions.roles import Roles
from checker.claims.constructions.skeleton import Skeleton, skeleton
from checker.claims.constructions.weekdays import weekday_groups
from checker.claims.draft import Draft
from checker.records import Claim, Quantity, Relation

__all__ = ["relations"]

RESOLVERS: dict[str, Callable[[Match], list[Group]]] = {
    "change": changes.change,
    "change-amount": changes.change,
    "ratio": changes.ratio,
    "conversion": amounts.conversion,
    "range": amounts.range_,
    "unit-price": amounts.unit_price,
    "average": amounts.average,
    "total-parts": counts.total_parts,
    "split": splits.split_row,
    "record": counts.split,
    "shares": shares.shares,
    "part-whole": counts.part_whole,
    "share-count": wholes.share_count,
    "poll-lead": results.poll_lead,
    "votes": ballots.votes,
    "votes-total": ballots.votes_total,
    "votes-order": ballots.votes_order,
    "score-margin": results.score_margin,
    "sets": results.sets,
    "list-count": results.games,
    "weekday-date": calendar.weekday_date,
    "order": calendar.order,
    "duration-span": calendar.duration_span,
    "age-birth": calendar.age_birth,
    "anniversary": calendar.anniversary,
}
# Relations that say the same of the same figures: one of them is enough.
FAMILY = {
    "split": "total-parts",
    "record": "total-parts",
    "votes-total": "total-parts",
    "change-amount": "change",
    "change-percent": "change",
    "change-points": "change",
    "change-told": "way",
    "points-of-amounts": "change",
    "poll-lead": "margin",
    "score-margin": "margin",
}
# A sentence that goes on reckoning with the figures of the one before it.
LINK = patterns.compile(
    r"[\"“]?(?:that|this|it|they|he|she|born|altogether|in (?:all|total)|together|combined|of (?:them|these|those)|"
    r"there (?:were|are)|these|an average|both|on average|all|"
    r"the (?:total|majority|margin|average|bill|increase|rise|fall|drop|difference|result|figure|lead|match|final|"
    r"contest|meeting|siege|strike)|"
    r"(?:the )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|\d[\d,.]*)|\W?\d[\d,.]*)\b"
)
MOST_TOKENS = 160
LEAST_FREE = 3  # figures that a relation without a frame of words has
# Readers that ask for no frame of words, each with the family of its relations: before the rows, and behind them.
Reader = tuple[str, Callable[[Roles, Skeleton], list[Group]]]
SUREST: tuple[Reader, ...] = (("total-parts", splits.split_groups),)
FREE: tuple[Reader, ...] = (
    ("total-parts", sums.sum_groups),
    ("total-parts", apposed_groups),
    ("unit-price", prices.price_groups),
    ("average|unit-price", averages.average_groups),
    ("share-count", wholes.share_count_groups),
    ("change", compared.change_groups),
    ("ratio", compared.ratio_groups),
)
PAIRS: tuple[Reader, ...] = (  # one or two figures are enough
    ("change", ways.step_groups),
    ("way", ways.way_groups),
    ("margin", margins.margin_groups),
    ("margin", standings.standing_groups),
    ("score", scores.score_groups),
    ("range", limits.limit_groups),
    ("magnitude", magnitudes.magnitude_groups),
    ("shares", shares.share_groups),
    ("count-again", again.again_groups),
    ("part-whole", wholes.seat_groups),
    ("part-whole", wholes.attempt_groups),
    ("part-whole", wholes.repeated_groups),
    ("share-count", wholes.shed_groups),
    ("share-count", wholes.one_in_groups),
    ("votes", ballots.majority_groups),
    ("votes-order", ballots.winner_groups),
    ("total-parts", ballots.turnout_groups),
    ("total-parts", splits.outnumbered_groups),
)


def relations(draft: Draft, quantities: Sequence[Quantity], figures: Sequence[Sequence[Claim]]) -> list[Relation]:
    """The relations between figures of one document; `figures` are the claims of each quantity."""
    roles = Roles(draft, quantities, figures)
    groups: list[Group] = calendar.calendar_groups(draft, roles) + apposition_groups(draft, roles)
    analysis = draft.analysis
    found = figures_of(draft, quantities)
    starts = [figure.start for figure in found]
    previous: Part | None = None
    before = 0  # figures of the sentence before
    for sentence in analysis.sentences:
        inside = found[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        if not inside or sentence.scope == "furniture" or sentence.last - sentence.first > MOST_TOKENS:
            previous = None
            continue
        part = Part((sentence.first, sentence.last), inside, sentence.paragraph)
        made, told = _groups(draft, roles, [part], groups)
        groups += made
        if previous and previous.paragraph == sentence.paragraph:
            linked = LINK.match(analysis.lower, sentence.start) is not None
            behind = before == told == 1 and standings.goes_on(analysis.lower, sentence.start, sentence.end)
            if linked or behind or before + told >= LEAST_FREE:
                groups += _groups(draft, roles, [previous, part], groups, linked)[0]
        before = told
        previous = part
    groups += lists.list_groups(draft, roles, found) + ballots.unanimous_groups(draft, roles)
    groups += [*forecast_groups(draft, roles), *weekday_groups(draft, roles)]
    groups += passage_groups(draft, roles, quantities) + exchange_groups(draft, roles, found)
    groups += moment_groups(draft, roles)
    return _relations(_without_ways(groups), draft.number)


def _without_ways(groups: Sequence[Group]) -> list[Group]:
    """Where a text tells how far it is from one amount to the other, the verb alone says nothing more."""
    reckoned = {claim.start for name, members in groups if FAMILY.get(name) == "change" for _, claim in members}
    return [
        group for group in groups if group[0] != "change-told" or not reckoned & {claim.start for _, claim in group[1]}
    ]


class Part(NamedTuple):
    """A sentence's tokens, figures and paragraph."""

    tokens: tuple[int, int]
    figures: list[Figure]
    paragraph: int


def _groups(
    draft: Draft, roles: Roles, parts: list[Part], before: Sequence[Group], linked: bool = True
) -> tuple[list[Group], int]:
    """Every group that a row reads in one sentence, or across two, and how many figures there are; a figure plays in
    one group of a relation only.

    `before` are the groups made of earlier windows; without a link no row is tried across sentences.
    """
    figures = [figure for part in parts for figure in part.figures]
    line = skeleton(draft, [part.tokens for part in parts], figures)
    taken: set[tuple[str, int]] = set()
    groups: list[Group] = []
    free = len(line.figures) >= LEAST_FREE
    if free:
        _read_free(SUREST, roles, line, taken, (before, groups))
    for row in candidates(line.line, len(parts) > 1) if linked else ():
        _take(row, line, roles, taken, groups)
    if free:
        _read_free(FREE, roles, line, taken, (before, groups))
    if line.figures:
        _read_free(PAIRS, roles, line, taken, (before, groups))
    return groups, len(line.figures)


def _read_free(
    readers: Sequence[Reader], roles: Roles, line: Skeleton, taken: set[tuple[str, int]],
    known: tuple[Sequence[Group], list[Group]],
) -> None:  # fmt: skip
    """Adds what readers without a frame of words find among figures that are in no group of the family yet."""
    before, groups = known
    for family, reader in readers:
        told = {
            claim.start
            for name, members in (*before, *groups)
            if FAMILY.get(name, name) in family.split("|")
            for _, claim in members
        }
        for group in reader(roles, line):
            starts = {claim.start for _, claim in group[1]}
            if not starts & told:
                groups.append(group)
                taken |= {(family, figure.token) for figure in line.figures if figure.start in starts}


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
