"""Results as the rows find them: a score or two figures, the distance between them, and the sets played."""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.frame.match import Group, Match, contrasted, in_points, ranged
from checker.claims.constructions.frame.pattern import words
from checker.claims.constructions.frame.roles import Roles, rounded
from checker.claims.constructions.frame.skeleton import Skeleton
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
    if match.after(margin, 2) == "to" or on_the_way(match.skeleton, margin):  # "by three sets to one"
        return []
    one, other = sides
    if one.value is not None and other.value is not None and one.value < other.value:
        one, other = other, one
    return [("score-margin", [("winner", one), ("loser", other), ("margin", match.roles.plain(margin))])]


def on_the_way(line: Skeleton, margin: Figure) -> bool:
    """ "won 101-94 after leading by 22 points", "having trailed by 15": a lead that was not the last."""
    if not line.words & (words("score-win") | words("score-defeat") | words("score-draw")):
        return False
    lead = line.tokens[max(0, margin.token - 4) : margin.token]
    return bool(words("interim") & set(lead)) and lead[-1:] != [","]


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


def of_others(match: Match, lead: Figure, sides: Sequence[Figure]) -> bool:
    """ "led by six points a month ago; she is now on 44%", "leads 44% to 41%, and by nine points among women": is a
    lead told as that of another time, or of some of the voters?"""
    tokens = match.skeleton.tokens
    low, high = min(side.token for side in sides), max(side.token for side in sides)
    if lead.token > high:  # "48% to 44% among likely voters, a six-point lead" is one of the same voters
        apposed = tokens[lead.token - 1] in ("a", "an") or tokens[lead.token - 1] == "of"
        if "among" in tokens[(lead.token if apposed else low) :]:
            return True
    if {"lead", "gap", "advantage"} & set(tokens[max(0, lead.token - 6) : lead.token]) and _on_something(match, lead):
        return True
    first, last = (lead.token, low) if lead.token < low else (high, lead.token)
    return bool(words("another-time") & set(match.skeleton.tokens[first + 1 : last]))


def _on_something(match: Match, lead: Figure) -> bool:
    """ "her lead on the economy is 12 points"."""
    tokens = match.skeleton.tokens
    at = next(at for at in range(lead.token - 1, -1, -1) if tokens[at] in ("lead", "gap", "advantage"))
    return tokens[at + 1] == "on"


def poll_lead(match: Match) -> list[Group]:
    """Two shares and the lead said to lie between them."""
    first, second, lead = match.one("first"), match.one("second"), match.one("lead")
    if None in (first.value, second.value, lead.value) or ranged((lead,)) or match.sentence() & words("moving-lead"):
        return []
    if match.before(lead, 2) == "error" or match.before(lead, 3) == "error" or of_others(match, lead, (first, second)):
        return []  # "a margin of error of three points"
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
