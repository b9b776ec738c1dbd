"""Two figures and how far the text says they lie apart: a lead in the polls, a win by so many points."""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.constructions.amounts.amounts import pair
from checker.claims.constructions.contests import results
from checker.claims.constructions.contests.scores import Side
from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.frame.match import Group, Match, contrasted, dimension, window
from checker.claims.constructions.frame.pattern import NEXT_SENTENCE, Row, cues, words
from checker.claims.constructions.frame.pieces import STOPS
from checker.claims.constructions.frame.roles import Bounds, Roles, rounded
from checker.claims.constructions.frame.skeleton import Skeleton

MARGIN = Row("poll-lead", "", ())
TABLE = frozenset(("clear", "ahead", "behind", "adrift", "above", "off", "below"))
FEW = 10  # goals, and no points of a match
NEAR = 4  # tokens between a distance and "ahead", "lead", "by"


def margin_groups(roles: Roles, line: Skeleton) -> list[Group]:
    """The one distance of a window with the two figures that it lies between."""
    leads = [figure for figure in line.figures if _is_distance(line, figure)]
    if len(leads) != 1 or line.words & words("part-score") or results.on_the_way(line, leads[0]):
        return []
    lead = leads[0]
    if line.words & words("moving-lead") and not _arrived(line, lead):
        return []
    match = window(MARGIN, roles, line)
    others = [figure for figure in line.figures if figure is not lead and (figure.value or figure.pair)]
    others = [figure for figure in others if not _of_before(line, lead, figure)]
    shares = [figure for figure in others if figure.letter == "P" or (figure.letter == "N" and _elided(line, figure))]
    if len(shares) == 2 and any(figure.letter == "P" for figure in shares):
        border = line.tokens.index(NEXT_SENTENCE) if NEXT_SENTENCE in line.tokens else -1
        if not line.words & (words("lead") - {"by", "clear"}):
            return []
        if border > 0 and not words("goes-on") & set(line.tokens[border + 1 : border + 2]):
            return []
        if results.of_others(match, lead, shares):
            return []
        return _group(match, "poll-lead", ("first", "second", "lead"), shares, lead)
    scores = [figure for figure in others if figure.letter == "S" and figure.pair]
    if len(scores) == 1 and _near_win(line, scores[0], lead):
        sides = sorted((Side(scores[0], place) for place in (0, 1)), key=lambda side: -side.value())
        made = [*(side.claim(roles) for side in sides), roles.made(lead, (lead.least, lead.most))]
        return [("score-margin", list(zip(("winner", "loser", "margin"), made, strict=True)))]
    counts = [figure for figure in others if figure.letter == "N" and not figure.ranged and _scored(match, figure)]
    if len(counts) == 2 and _opposed(line, counts) and _of_one_time(match, lead, counts):
        return _group(match, "score-margin", ("winner", "loser", "margin"), counts, lead)
    return []


def _is_distance(line: Skeleton, figure: Figure) -> bool:
    """ "six points ahead", "a six-point lead", "won by seven runs", "trails by six points", "the gap is six points"."""
    tokens, at = line.tokens, figure.token
    if figure.letter not in "NG" or figure.ranged or not figure.value:
        return False
    behind = tokens[at + 1].lstrip("-") if at + 1 < len(tokens) else ""
    if tokens[at + 2 : at + 3] == ["to"]:
        return False  # "by three sets to one"
    if tokens[max(0, at - 1) : at] == ["by"] and tokens[max(0, at - 2)] in words("lead") and behind in (",", ".", ";"):
        return True  # "she now trails by four, 38% to 42%"
    if figure.letter == "N" and behind not in cues()["pointnoun"] and behind not in ("percentage", "point"):
        return False
    near = {*tokens[max(0, at - NEAR) : at], *tokens[at + 1 : at + 1 + NEAR]}
    told = bool({"is", "was", "of", "at"} & set(tokens[max(0, at - 1) : at]))  # "the gap between them is six points"
    told = told or _arrived(line, figure)
    return bool(near & words("lead")) or (told and bool(line.words & {"gap", "lead", "difference"}))


def _of_before(line: Skeleton, lead: Figure, figure: Figure) -> bool:
    """ "a lead of six points, compared with eight a week ago": the lead of another time."""
    between = line.tokens[lead.token + 1 : figure.token]
    return 0 < len(between) < 6 and bool({"from", "compared", "than"} & set(between)) and between[-1] != ","


def _arrived(line: Skeleton, lead: Figure) -> bool:
    """ "the gap has narrowed to three points": the lead of now, and not by how much it moved."""
    ahead = line.tokens[max(0, lead.token - 4) : lead.token]
    return "to" in ahead[-2:] and bool(words("moving-lead") & set(ahead)) and "from" not in line.words


def _near_win(line: Skeleton, score: Figure, lead: Figure) -> bool:
    """ "a 31-17 victory, by 14 points": does the distance stand right beside the score of a finished match?"""
    low, high = sorted((score.token, lead.token))
    behind = line.tokens[lead.token + 1 : lead.token + 3]
    if behind[:1] == ["points"] and behind[1:] and behind[1] in TABLE and max(score.pair or (0,)) < FEW:
        return False  # "six points clear after a 3-1 win": of the table
    between = set(line.tokens[low + 1 : high])
    return (
        high - low < 6 and not between & STOPS and bool(words("score-win") & line.words) and "series" not in line.words
    )


def _elided(line: Skeleton, figure: Figure) -> bool:
    """ "47 percent to 41", "on 38": a share without its sign."""
    before = line.tokens[figure.token - 1] if figure.token else ""
    behind = line.tokens[figure.token + 1] if figure.token + 1 < len(line.tokens) else "."
    return before in ("to", "on", "against", "at") and (not behind.isalpha() or behind in ("for", "and", "while"))


def _scored(match: Match, figure: Figure) -> bool:
    """May it be a number of runs, points or strokes?"""
    quantity = match.quantity(figure)
    counted = quantity.counted if quantity else None
    return counted is None or not counted.text or counted.head in cues()["pointnoun"]


def _opposed(line: Skeleton, figures: Sequence[Figure]) -> bool:
    """Are the two told as those of two sides ("250 ... replied with 230")?"""
    between = set(line.tokens[figures[0].token + 1 : figures[1].token])
    return bool(between & words("other-side")) and "as" not in between and NEXT_SENTENCE not in between


def _of_one_time(match: Match, lead: Figure, counts: Sequence[Figure]) -> bool:
    """Neither "fell to 11,000 from 29,000" nor "won by 212 votes; in 2019 she had ..."."""
    if any(contrasted(match, count) for count in counts):
        return False
    tokens = [figure.token for figure in (lead, *counts)]
    first, last = sorted((lead.token, min(tokens[1:]) if lead.token < tokens[1] else max(tokens[1:])))
    between = match.skeleton.tokens[first + 1 : last]
    return not words("another-time") & set(between) and not any(token[:1] in "YB" for token in between)


def _group(match: Match, relation: str, names: Sequence[str], figures: Sequence[Figure], lead: Figure) -> list[Group]:
    high, low = sorted(figures, key=lambda figure: -(figure.value or 0.0))
    claims = pair(match, high, low)
    if claims is None or lead.least is None or lead.most is None:
        return []
    percents = relation == "poll-lead"
    spread = 0.5 if percents else 0.0
    bounds: list[Bounds] = [
        rounded(figure, match.quantity(figure)) if percents else (figure.least, figure.most) for figure in (high, low)
    ]
    bounds.append((lead.least - spread, lead.most + spread))
    kind = "percent" if percents else dimension(match, high)
    made = [match.roles.made(figure, span, kind) for figure, span in zip((high, low, lead), bounds, strict=True)]
    return [(relation, list(zip(names, made, strict=True)))]
