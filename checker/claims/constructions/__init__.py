"""Figures that the text itself ties together: constructions (`rules/lexicon/construction*.tsv`) to relations.

docs/relations.md has the relations, their roles and what each role's claim holds.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from checker import patterns
from checker.claims.constructions.amounts import amounts, averages, changes, compared, limits, magnitudes, prices, ways
from checker.claims.constructions.amounts.exchange import exchange_groups
from checker.claims.constructions.contests import ballots, margins, results, scores, standings
from checker.claims.constructions.dates import calendar
from checker.claims.constructions.dates.apposition import apposition_groups
from checker.claims.constructions.dates.forecasts import forecast_groups
from checker.claims.constructions.dates.moments import moment_groups
from checker.claims.constructions.dates.weekdays import told_weekdays
from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.frame.figures import figures_of
from checker.claims.constructions.frame.match import Group, Match, read
from checker.claims.constructions.frame.pattern import Row, candidates, pieces
from checker.claims.constructions.frame.pieces import matches
from checker.claims.constructions.frame.roles import Roles
from checker.claims.constructions.frame.skeleton import Skeleton, skeleton
from checker.claims.constructions.lists import lists
from checker.claims.constructions.parts import again, counts, shares, splits, sums, wholes
from checker.claims.constructions.parts.apposed import apposed_groups
from checker.claims.constructions.passage.passages import passage_groups
from checker.claims.constructions.records.beyond import record_groups
from checker.claims.constructions.records.firsts import first_groups
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
SUREST: Reader = ("total-parts", splits.split_groups)
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
    groups = Groups([], {})
    _keep(groups, calendar.calendar_groups(draft, roles) + apposition_groups(draft, roles))
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
        told = _read(draft, roles, [part], groups)
        if previous and previous.paragraph == sentence.paragraph:
            linked = LINK.match(analysis.lower, sentence.start) is not None
            behind = before == told == 1 and standings.goes_on(analysis.lower, sentence.start, sentence.end)
            if linked or behind or before + told >= LEAST_FREE:
                _read(draft, roles, [previous, part], groups, linked)
        before = told
        previous = part
    others = [
        *lists.list_groups(draft, roles, found),
        *ballots.unanimous_groups(draft, roles),
        *forecast_groups(draft, roles),
        *told_weekdays(draft, roles),
        *passage_groups(draft, roles, quantities),
        *exchange_groups(draft, roles, found),
        *moment_groups(draft, roles),
        *record_groups(draft, roles),
        *first_groups(draft, roles),
    ]
    return _relations([*_without_ways(groups), *others], draft.number)


class Groups(NamedTuple):
    """What has been read in a document: the groups, and by family where their claims begin."""

    found: list[Group]
    told: dict[str, set[int]]


def _keep(groups: Groups, made: Iterable[Group]) -> None:
    for group in made:
        groups.found.append(group)
        groups.told.setdefault(_family(group[0]), set()).update(_starts(group))


def _family(relation: str) -> str:
    return FAMILY.get(relation, relation)


def _starts(group: Group) -> set[int]:
    """Where its claims begin."""
    return {claim.start for _, claim in group[1]}


def _without_ways(groups: Groups) -> list[Group]:
    """Where a text tells how far it is from one amount to the other, the verb alone says nothing more."""
    reckoned = groups.told.get("change", set())
    return [group for group in groups.found if group[0] != "change-told" or reckoned.isdisjoint(_starts(group))]


class Part(NamedTuple):
    """A sentence's tokens, figures and paragraph."""

    tokens: tuple[int, int]
    figures: list[Figure]
    paragraph: int


def _read(draft: Draft, roles: Roles, parts: list[Part], groups: Groups, linked: bool = True) -> int:
    """Adds every group that is read in one sentence, or across two; a figure plays in one group of a family only.

    Without a link no row is tried across sentences.  The number of figures is handed back.
    """
    figures = [figure for part in parts for figure in part.figures]
    line = skeleton(draft, [part.tokens for part in parts], figures)
    taken: set[tuple[str, int]] = set()
    free = len(line.figures) >= LEAST_FREE
    if free:
        starts = _read_free(SUREST, roles, line, groups)
        taken = {(SUREST[0], figure.token) for figure in line.figures if figure.start in starts}
    for row in candidates(line.line, len(parts) > 1) if linked else ():
        _take(row, line, roles, taken, groups)
    for reader in FREE if free else ():
        _read_free(reader, roles, line, groups)
    for reader in PAIRS if line.figures else ():
        _read_free(reader, roles, line, groups)
    return len(line.figures)


def _read_free(reader: Reader, roles: Roles, line: Skeleton, groups: Groups) -> set[int]:
    """Adds what a reader without a frame of words finds among figures that are in no group of its families yet; where
    the claims that it added begin."""
    families, read_groups = reader
    made = read_groups(roles, line)
    if not made:
        return set()
    told = set().union(*(groups.told.get(family, ()) for family in families.split("|")))
    new = [group for group in made if told.isdisjoint(_starts(group))]
    _keep(groups, new)
    return set().union(*map(_starts, new))


def _take(row: Row, line: Skeleton, roles: Roles, taken: set[tuple[str, int]], groups: Groups) -> None:
    """Adds what a row finds, unless a figure of it is `taken` by another row of the family."""
    family = _family(row.relation)
    for found in matches(pieces(row.source), line.line):
        match = read(row, line, roles, found)
        tokens = {(family, figure.token) for figures in match.found.values() for figure in figures}
        if tokens & taken:
            continue
        made = RESOLVERS[row.relation](match)
        if made:
            taken |= tokens
            _keep(groups, made)


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
