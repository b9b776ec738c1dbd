"""A count that a bare number takes up again: "five people were charged. The six will appear in court"."""

from __future__ import annotations

from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.frame.match import Group, Match
from checker.claims.constructions.frame.pattern import NEXT_SENTENCE, Row, words
from checker.claims.constructions.frame.roles import Roles
from checker.claims.constructions.frame.skeleton import Skeleton

ROW = Row("count-again", "", ())
NEAR = 0.5  # of the one count, or the one of it: what is farther off is a count of something else
POINTS = frozenset(("the", "all", "these", "those"))


def again_groups(roles: Roles, line: Skeleton) -> list[Group]:
    """The one count of a sentence, and the number without a noun that opens the next and points back at it."""
    if line.tokens.count(NEXT_SENTENCE) != 1 or words("besides") & line.words or words("one-more") & line.words:
        return []
    match = Match(ROW, line, roles, {}, 0, len(line.tokens), True)
    figures = [figure for figure in line.figures if figure.letter in "NAPRSHF"]
    mark = line.tokens.index(NEXT_SENTENCE)
    first = [figure for figure in figures if figure.token < mark]
    again = [figure for figure in figures if mark + 1 < figure.token <= mark + 3]
    if len(first) != 1 or not again or not _counts(match, first[0]) or not _takes_up(match, again[0], mark):
        return []
    one, other = first[0].value or 0.0, again[0].value or 0.0
    if not NEAR <= one / other <= 1 / NEAR:
        return []
    return [("count-again", [("first", roles.plain(first[0])), ("again", roles.plain(again[0]))])]


def _cardinal(match: Match, figure: Figure) -> bool:
    quantity = match.quantity(figure)
    kind = quantity.kind if quantity else ""
    return figure.letter == "N" and not figure.side and kind == "cardinal" and bool(figure.value)


def _counts(match: Match, figure: Figure) -> bool:
    """Is it a whole number of things or people, and no part of one?"""
    counted = match.counted(figure)
    if not _cardinal(match, figure) or counted is None or counted.head in words("uncounted") - words("people"):
        return False
    return (figure.value or 0.0) >= 2 and match.before(figure) not in ("of", "than") and match.after(figure) != "of"


def _takes_up(match: Match, figure: Figure, mark: int) -> bool:
    """ "The six, all from Hull, ...": a bare number at the head of its sentence; "the six who spoke" may be some."""
    tokens = match.skeleton.tokens
    if not _cardinal(match, figure) or match.counted(figure) is not None:
        return False
    if tokens[mark + 1] not in POINTS or not set(tokens[mark + 1 : figure.token]) <= POINTS | {"of"}:
        return False
    analysis = match.roles.draft.analysis
    behind = analysis.token_at(figure.end - 1) + 1
    return analysis.words[behind] == "," or analysis.tags[behind] in ("VERB", "BE", "HAVE", "MODAL")
