"""Two shares of a poll and a word for how they lie: "tied", "a double-digit lead", "leads with 41%", "trails on 45%".

The words of `construction_leads.tsv` allow a lead of so many points; a share that is told as the leader's must not be
the smaller one.  Only two shares in a window, and only where a text speaks of voters: markets lead and trail otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from checker import patterns
from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.frame.match import Group, Match, read
from checker.claims.constructions.frame.pattern import Row, pieces, words
from checker.claims.constructions.frame.pieces import STOPS, Piece, matches
from checker.claims.constructions.frame.roles import Roles, rounded
from checker.claims.constructions.frame.skeleton import Skeleton, numbers
from checker.language.lexicon import table
from checker.records import Claim

SPREAD = 0.5  # shares are rounded, the lead is of the exact ones
MOST_BETWEEN = 12  # tokens between two shares side by side
JOINTS = frozenset(("to", "and", "while", "with", "against", ","))
BEHIND = patterns.compile(r"\b(?:trail(?:s|ed|ing)|lags|behind (?:him|her|them))\b")
NEAR = 4  # tokens before a word that may soften it


class Standing(msgspec.Struct, frozen=True):
    """One row of `construction_leads.tsv`."""

    row: Row
    pieces: tuple[Piece, ...]
    stems: frozenset[str]
    order: str
    least: float
    most: float


def standing_groups(roles: Roles, line: Skeleton) -> list[Group]:
    """The two shares of a window, and the word that says who leads or that nobody does."""
    shares = numbers(line, "P")
    if len(shares) != 2 or not words("polled") & line.words or words("lead-apart") & line.words:
        return []
    if any(figure.letter in "GTBY" for figure in line.figures):
        return []  # points are read as a lead, and a date may be that of another poll
    for standing in _standings():
        for spans in matches(standing.pieces, line.line):
            match = read(standing.row, line, roles, spans)
            if standing.order == "any":
                if not _side_by_side(line, shares):
                    continue
                match.found.update(first=shares[:1], second=shares[1:])
            told = _told(match, standing)
            if told is not None:
                return _group(match, standing, told)
    return []


def goes_on(text: str, start: int, end: int) -> bool:
    """Does a sentence say of the one before who is behind: "Her rival trails with 41 percent"?"""
    return BEHIND.search(text, start, end) is not None


def _side_by_side(line: Skeleton, shares: Sequence[Figure]) -> bool:
    between = line.tokens[shares[0].token + 1 : shares[1].token]
    return len(between) <= MOST_BETWEEN and bool(JOINTS & set(between)) and not set(between) & STOPS


def _told(match: Match, standing: Standing) -> int | None:
    """The token of the word that tells the lead, which nothing softens or denies."""
    tokens = match.skeleton.tokens
    for at in range(match.first, match.last):
        if tokens[at] in standing.stems:
            return None if words("lead-softened") & set(tokens[max(0, at - NEAR) : at]) else at
    return None


def _group(match: Match, standing: Standing, told: int) -> list[Group]:
    first, second = match.one("first"), match.one("second")
    if standing.order == "any":
        first, second = sorted((first, second), key=lambda figure: -(figure.value or 0.0))
    start = match.skeleton.starts[told]
    end = start + len(match.skeleton.tokens[told])
    bounds = standing.least - SPREAD, standing.most + SPREAD
    lead = match.roles.span(start, end, bounds, 0.0, dimension="percent")
    return [("poll-lead", [("first", _share(match, first)), ("second", _share(match, second)), ("lead", lead)])]


def _share(match: Match, figure: Figure) -> Claim:
    return match.roles.made(figure, rounded(figure, match.quantity(figure)), "percent")


@cache
def _standings() -> tuple[Standing, ...]:
    return tuple(
        Standing(
            Row("poll-lead", row["pattern"], ()), pieces(row["pattern"]), frozenset(row["word"].split("|")),
            row["order"], float(row["least"]), float(row["most"]),
        )
        for row in table("construction_leads")
    )  # fmt: skip
