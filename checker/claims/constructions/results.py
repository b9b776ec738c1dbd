"""Results as the rows find them: a score or two figures, the distance between them, and the sets played."""

from __future__ import annotations

from checker.claims.constructions.figure import Figure
from checker.claims.constructions.match import Group, Match, contrasted, in_points, ranged
from checker.claims.constructions.pattern import words
from checker.claims.constructions.roles import Roles, rounded
from checker.records import Claim


def both(match: Match, first: str, second: str) -> tuple[Claim, Claim] | None:
    """The two numbers of a score, or of two figures."""
    both = f"{first}-{second}"
    if both in match.found:
        score = match.one(both)
        return (side(match.roles, score, 0), side(match.roles, score, 1)) if score.pair else None
    one, other = match.one(first), match.one(second)
    if one.value is None or other.value is None or one.letter != other.letter:
        return None
    return match.roles.plain(one), match.roles.plain(other)


def side(roles: Roles, score: Figure, place: int) -> Claim:
    """The first or the second number of a score."""
    assert score.pair is not None
    cut = max(score.text.find(mark) for mark in "-–‐‑—")
    start, end = (score.start, score.start + cut) if place == 0 else (score.start + cut + 1, score.end)
    number = float(score.pair[place])
    return roles.span(start, end, (number, number), number)


def score_margin(match: Match) -> list[Group]:
    """Two scores and the distance said to lie between them."""
    sides = both(match, "winner", "loser")
    margin = match.one("margin")
    if sides is None or margin.value is None or ranged((margin,)) or match.sentence() & words("part-score"):
        return []
    if match.after(margin, 2) == "to":  # "by three sets to one"
        return []
    one, other = sides
    if one.value is not None and other.value is not None and one.value < other.value:
        one, other = other, one
    return [("score-margin", [("winner", one), ("loser", other), ("margin", match.roles.plain(margin))])]


def sets(match: Match) -> list[Group]:
    """A result in sets, and the sets played; of matches, which can be drawn, only more won than played is wrong."""
    sides = both(match, "won", "lost")
    played = match.one("sets")
    said = match.sentence()
    if sides is None or played.value is None or ranged((played,)) or said & words("best-of"):
        return []
    if sum(figure.letter == "S" for figure in match.skeleton.figures) > 1:
        return []  # the sets one by one (`scores.py`)
    won, lost = sides
    undrawn = said & {"drawn", "draw", "draws", "drew"} and said & {"none", "no", "without", "neither", "never"}
    if match.row.mode == "draws" and not undrawn:
        claim = match.roles.made(played, (None, played.most))
    else:
        claim = match.roles.plain(played)
    return [("sets", [("won", won), ("lost", lost), ("sets", claim)])]


def games(match: Match) -> list[Group]:
    """ "6-4 3-6 6-2 in three sets": the sets told, and their scores."""
    announced, scores = match.one("announced"), match.found["item"]
    if announced.value is None or ranged((announced,)):
        return []
    items_ = [("item", match.roles.span(score.start, score.end, wording=score.text)) for score in scores]
    return [("list-count", [("announced", match.roles.plain(announced)), *items_])]


def poll_lead(match: Match) -> list[Group]:
    """Two shares and the lead said to lie between them."""
    first, second, lead = match.one("first"), match.one("second"), match.one("lead")
    if None in (first.value, second.value, lead.value) or ranged((lead,)) or match.sentence() & words("moving-lead"):
        return []
    if first.letter not in "PN" or second.letter != "P" or contrasted(match, first):
        return []
    if any(figure.letter == "P" for figure in match.others()) or (lead.letter == "N" and not in_points(match, lead)):
        return []
    margin = (None if lead.least is None else lead.least - 0.5, None if lead.most is None else lead.most + 0.5)
    return [("poll-lead", [
        ("first", match.roles.made(first, rounded(first, match.quantity(first)), "percent")),
        ("second", match.roles.made(second, rounded(second, match.quantity(second)), "percent")),
        ("lead", match.roles.made(lead, margin, "percent")),
    ])]  # fmt: skip
