"""Two amounts and only a word for the way from the one to the other: "cut its rate from 4 to 3.5 percent", "12 percent,
down from 15".

The verb must be the nearest one, and the amounts of a kind that rises and falls: ranks, rates of exchange, depths and
what a plan is to reduce do otherwise than the words sound.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from checker.claims.constructions.amounts.amounts import pair
from checker.claims.constructions.amounts.changes import period, share
from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.frame.match import Group, Match, dimension, directions, window
from checker.claims.constructions.frame.pattern import NEXT_SENTENCE, Row, cues, words
from checker.claims.constructions.frame.pieces import STOPS
from checker.claims.constructions.frame.roles import Roles
from checker.claims.constructions.frame.skeleton import Skeleton

WAY = Row("change-told", "", ())
REACH = 8  # tokens from a verb to "from" or "to"
SLACK = 0.05
CLAUSE = 16  # tokens from a verb to a participle that goes on with it
HUNDRED = 100
SIGNS = ("minus", "-", "no", "no.", "number")
FAR = 12  # tokens between the two amounts
VERBS = frozenset(("VERB", "PART", "ING", "BE", "HAVE", "MODAL", "DO", "TO"))


def way_groups(roles: Roles, line: Skeleton) -> list[Group]:
    """Amounts before and after with the word that says whether they rose, fell or stayed."""
    if "from" not in line.words and not words("way-none") & line.words:
        return []
    if NEXT_SENTENCE in line.tokens or line.words & words("no-way") or line.words & words("correcting"):
        return []
    match = window(WAY, roles, line)
    groups: list[Group] = []
    for start, end, at in (*_moves(match), *_still(match)):
        sign = _sign(line.tokens[at])
        claims = pair(match, start, end)
        if claims is None or not _sort(match, start, end) or (sign and _torn(line, at, sign)):
            continue
        if start.letter == end.letter == "P":
            claims = (roles.made(start, share(match, start, end)), roles.made(end, share(match, end, start)))
        word = line.tokens[at]
        told = roles.span(line.starts[at], line.starts[at] + len(word), (sign, sign), sign)
        groups.append(("change-told", [("from", claims[0]), ("to", claims[1]), ("change", told)]))
    return groups


def _moves(match: Match) -> Iterator[tuple[Figure, Figure, int]]:
    """Amounts before and after, and the token of the word that tells the way."""
    line = match.skeleton
    tokens = line.tokens
    for one, other in pairwise(_amounts(match)):
        between = tokens[one.token + 1 : other.token]
        lead, back = _lead(line, one), _lead(line, other)
        if tokens[lead] == "from" and tokens[back] == "to" and len(between) < REACH and not _verbal(match, one, other):
            at = _verb(match, lead)
            if at is not None:
                yield one, other, at
            continue
        if tokens[back] != "from" or len(between) > FAR or set(between) & (STOPS - {"-"}):
            continue
        behind = tokens[back - 1]
        if behind in ("up", "down"):
            if _alone(match, one, other) and not _verbal(match, one, other, back - 1):
                yield other, one, back - 1
        elif tokens[lead] == "to" and not _verbal(match, one, other):
            at = _verb(match, lead)
            if at is not None:
                yield other, one, at


def _still(match: Match) -> Iterator[tuple[Figure, Figure, int]]:
    """ "unchanged at 4 percent, down from the previous 4.5", "4 percent, unchanged from 4.5 percent"."""
    tokens = match.skeleton.tokens
    for one, other in pairwise(
        figure for figure in match.skeleton.figures if figure.letter in "NMUPD" and figure.value
    ):
        back = _lead(match.skeleton, other)
        if (
            tokens[back] not in ("from", "on")
            or back <= one.token
            or back - one.token > FAR
            or _verbal(match, one, other, back - 1)
        ):
            continue
        lead = _lead(match.skeleton, one)
        told = lead - 1 if tokens[lead] in ("at", "on") else lead  # "unchanged at 4 percent"; no "steady demand"
        last = bool({"previous", "prior", "existing"} & set(tokens[back : other.token]))
        if tokens[back - 1] in words("way-none"):
            yield other, one, back - 1
        elif tokens[told] in words("way-none") and (last or (back == one.token + 1 and tokens[back] == "from")):
            yield other, one, told


def step_groups(roles: Roles, line: Skeleton) -> list[Group]:
    """ "four quarter-point cuts, from 4 percent to 3": so many steps of one size."""
    if not (words("steps-up") | words("steps-down")) & line.words:
        return []
    shares = [figure for figure in line.figures if figure.letter == "P"]
    leads = {line.tokens[_lead(line, figure)]: figure for figure in shares}
    if len(shares) != len(leads) or set(leads) != {"from", "to"}:
        return []
    start, end = leads["from"], leads["to"]
    match = window(WAY, roles, line)
    groups: list[Group] = []
    for number, step in pairwise(line.figures):
        if number.letter != "N" or step.token != number.token + 1 or not (number.value and step.value):
            continue
        behind = next((word for word in line.tokens[step.token + 1 : step.token + 4] if not word.startswith("-")), "")
        sign = 1 if behind in words("steps-up") else -1 if behind in words("steps-down") else 0
        points = step.letter == "G" or (step.letter == "N" and match.after(step).startswith("-point"))
        if not (sign and points):
            continue
        total = sign * number.value * step.value
        bounds = (total - abs(total) * SLACK, total + abs(total) * SLACK)
        spans = [roles.made(one, share(match, one, other)) for one, other in ((start, end), (end, start))]
        made = roles.made(step, bounds, "percent", total)
        groups.append(("change-points", [("from", spans[0]), ("to", spans[1]), ("change", made)]))
    return groups


def _amounts(match: Match) -> list[Figure]:
    """Figures above zero; a length of time that only says when is none."""
    figures = [figure for figure in match.skeleton.figures if figure.letter in "NMUPD" and (figure.value or 0) > 0]
    return [figure for figure in figures if figure.letter != "D" or not period(match, figure)]


def _lead(line: Skeleton, figure: Figure) -> int:
    """The token of "from" or "to" that leads to an amount: "from the previous level of 4 percent"."""
    at = figure.token - 1
    while at > 0 and line.tokens[at] in words("before-amount") and figure.token - at < REACH:
        at -= 1
    return max(at, 0)


def _alone(match: Match, one: Figure, other: Figure) -> bool:
    """Are they the only two of their kind in the sentence?"""
    kind = (one.letter, dimension(match, one))
    rest = (figure for figure in match.skeleton.figures if figure is not one and figure is not other)
    return all((figure.letter, dimension(match, figure)) != kind for figure in rest)


def _verbal(match: Match, one: Figure, other: Figure, until: int | None = None) -> bool:
    """Does another verb stand between the two?"""
    return any(_is_verb(match, at) for at in range(one.token + 1, other.token if until is None else until))


def _is_verb(match: Match, at: int) -> bool:
    line, analysis = match.skeleton, match.roles.draft.analysis
    token = analysis.token_at(line.starts[at])
    if line.tokens[at] == "to" or token < 0:
        return False
    return analysis.tags[token] in VERBS and not any(figure.token == at for figure in line.figures)


def _verb(match: Match, lead: int) -> int | None:
    """The verb of rise or fall that leads to "from" or "to", with nothing but its object between."""
    tokens = match.skeleton.tokens
    if tokens[lead - 1] in words("any-thing-moved") and tokens[lead - 2] in words("taking-to"):
        return _carried(match, lead - 2)
    for at in range(lead - 1, max(-1, lead - 1 - REACH), -1):
        word = tokens[at]
        if word in ("fall", "drop") and tokens[at - 1] in words("will"):
            return at
        if _sign(word) and word not in ("up", "down"):
            noun = word in _nouns() and tokens[at - 1] in words("priced-thing")
            verb = word in _verbs() and _is_verb(match, at)
            planned = tokens[at - 1] in ("for", "of", "in", "by", "from", "at", "on", "without")
            return at if (noun or verb) and not planned else None
        if word[:1] in STOPS or _is_verb(match, at) or (word == "," and at < lead - 1):
            return None
    return None


def _carried(match: Match, at: int) -> int | None:
    """ "raised the rate a third time, taking it to 4 percent": the one verb of rise or fall before the participle."""
    told = [
        back for back in range(max(0, at - CLAUSE), at)
        if match.skeleton.tokens[back] in _verbs() and _is_verb(match, back)
    ]  # fmt: skip
    return told[0] if len(told) == 1 else None


def _sort(match: Match, start: Figure, end: Figure) -> bool:
    """Amounts of a kind that rises and falls as the words say; a small bare count may be a rank."""
    both = (start, end)
    if len({quantity.rate for one in both if (quantity := match.quantity(one))}) > 1:
        return False
    if "D" in (start.letter, end.letter) and start.letter != end.letter:
        return False
    if any(figure.value is None or match.before(figure) in SIGNS for figure in both):
        return False
    if "P" in (start.letter, end.letter):
        return bool(match.sentence() & words("rate-told"))
    if start.letter == end.letter == "N":
        counted = match.counted(start) or match.counted(end)
        return bool(counted and counted.text) or all("." in one.text or (one.value or 0) >= HUNDRED for one in both)
    return dimension(match, end) != "length"  # "dropped from 10 metres to 30": below the ground, or the sea


def _torn(line: Skeleton, at: int, sign: int) -> bool:
    """ "raised its target to cut emissions from 30% to 40%": another word before it tells the other way."""
    up, down = directions()
    return bool((down if sign > 0 else up) & set(line.tokens[max(0, at - FAR) : at]))


def _sign(word: str) -> int:
    if word in words("way-up") or word == "up":
        return 1
    return -1 if word in words("way-down") or word in ("down", "fall", "drop") else 0


@cache
def _verbs() -> frozenset[str]:
    return words("way-up") | words("way-down")


@cache
def _nouns() -> frozenset[str]:
    return frozenset((*cues()["upnoun"], *cues()["downnoun"], "hike"))
