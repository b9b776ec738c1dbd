"""A sum with its series behind a mark, no noun told twice: "34 arrests, 18 on Friday and 16 on Saturday".

The series is what it counts: each figure leaves its noun out and goes on with the same preposition.  Such a list need
not be all of it; less than the sum is wrong only where it is closed: a last one that is "the other", two halves of one
thing, three parts or more.
"""

from __future__ import annotations

from itertools import pairwise

from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.frame.match import Group, Match, dimension
from checker.claims.constructions.frame.pattern import NEXT_SENTENCE, Row, words
from checker.claims.constructions.frame.roles import Roles
from checker.claims.constructions.frame.skeleton import Skeleton
from checker.claims.constructions.parts import counts
from checker.claims.constructions.parts.sums import NEAR, is_closed

EXACT = Row("total-parts", "", ())
CEILING = Row("total-parts", "", (), "at-most")
REACH = 12  # tokens from the sum to the mark
NEARER = 0.8  # the sum, of a series that is not told to be all
MOST_BETWEEN = 9  # tokens from one part to the next
MARKS = frozenset((",", ":", "-", "("))
LEADS = frozenset(("with", "a", "some", "about", "as", "many", "further", "another", "the", "other", "just", "only"))
JOINTS = frozenset((",", ";", "and", "plus"))
ADDED = frozenset(("another", "further"))


def apposed_groups(roles: Roles, line: Skeleton) -> list[Group]:
    """Every sum whose series stands behind it."""
    if NEXT_SENTENCE in line.tokens:
        return []
    groups: list[Group] = []
    for place, total in enumerate(line.figures[:-2]):
        if total.letter not in "NM" or not total.value or total.ranged:
            continue
        match = Match(EXACT, line, roles, {}, 0, len(line.tokens), True)
        parts = _series(match, total, line.figures[place + 1 :])
        if parts:
            row = EXACT if len(parts) > 2 or _whole(line, parts) else CEILING
            found = {"total": [total], "part": parts}
            groups += counts.total_parts(Match(row, line, roles, found, total.token, parts[-1].token + 1, True))
    return groups


def _series(match: Match, total: Figure, behind: list[Figure]) -> list[Figure]:
    """The parts, or none."""
    line = match.skeleton
    first = behind[0]
    lead = line.tokens[total.token + 1 : first.token]
    while lead and lead[-1] in LEADS:
        lead.pop()
    if not lead or lead[-1] not in MARKS or len(lead) > REACH or MARKS & set(lead[:-1]) or _acts(match, total, first):
        return []
    if total.letter == "N" and match.counted(total) is None:
        return []
    parts = [first]
    for one, other in pairwise(behind):
        if not _joined(match, one, other):
            break
        parts.append(other)
    joint = match.after(first)
    if joint in lead:
        return []  # "900 in France, 700 in Spain and 40 in Malta"
    if len(parts) < 2 or joint not in words("parallel") or any(match.after(part) != joint for part in parts):
        return []
    if any(part.letter != total.letter or dimension(match, part) != dimension(match, total) for part in parts):
        return []
    if total.letter == "N" and any(match.counted(part) is not None for part in parts):
        return []
    if "and" not in line.tokens[parts[-2].token : parts[-1].token]:
        return []
    together = sum(part.value or 0.0 for part in parts)
    near = NEARER if len(parts) > 2 else NEAR if _whole(line, parts) else 1.0
    return parts if near <= together / (total.value or 1.0) < 1 / NEAR else []


def _whole(line: Skeleton, parts: list[Figure]) -> bool:
    """Is it told that these parts are all: "... and a further 11"?"""
    return is_closed(line, parts) or bool(ADDED & set(line.tokens[parts[-2].token : parts[-1].token]))


def _joined(match: Match, one: Figure, other: Figure) -> bool:
    between = match.skeleton.tokens[one.token + 1 : other.token]
    while between and between[-1] in LEADS - {"with"}:
        between.pop()
    return bool(between) and len(between) <= MOST_BETWEEN and between[-1] in JOINTS and ":" not in between


def _acts(match: Match, total: Figure, first: Figure) -> bool:
    """Does a verb stand between the sum and its series?"""
    analysis = match.roles.draft.analysis
    return any(
        at in analysis.verb_at and analysis.verb_at[at].finite
        for at in range(analysis.token_at(total.end - 1) + 1, analysis.token_at(first.start))
    )
