"""Which of two amounts comes first: by "from" and "to", by the dates beside them, by "originally" and "now"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.frame.pattern import NEXT_SENTENCE, words
from checker.claims.constructions.frame.roles import Roles
from checker.claims.constructions.frame.skeleton import Skeleton

FAR = 14  # beyond it a date belongs to no amount
MOST_BETWEEN = 5  # words between "from" and its amount: "from the already low level of"
# What the way from a date to an amount costs; one word costs 1.
COST = {
    "against": 5,
    "compared": 5,
    "from": 5,
    "than": 5,
    "to": 5,
    ",": 5,
    ";": 9,
    ":": 8,
    "(": 5,
    ")": 5,
    "-": 5,
    NEXT_SENTENCE: 11,
    "and": 4,
    "but": 4,
    "while": 6,
}


class Sign(NamedTuple):
    """A date, or a word of time: its tokens, its days (None for a word), and -1 for earlier, 1 for later."""

    first: int
    last: int
    days: tuple[int, int] | None
    side: int


def signs_of_time(roles: Roles, line: Skeleton, change: Figure) -> list[Sign]:
    """The dates and words of time of a window."""
    return [*_dates(roles, line), *_words_of_time(roles, line, change)]


def order_of(line: Skeleton, change: Figure, told: Sequence[Sign], one: Figure, other: Figure) -> int:
    """1 when the first is the earlier by what is told of time, -1 when the later, 0 when the text does not say."""
    marks = mark(line, one, change), mark(line, other, change)
    signs: tuple[list[Sign], list[Sign]] = ([], [])
    for sign in told:
        if sign.days and 0 < sign.first - change.token < 4:
            continue  # "down 40 percent on last year"
        blocks = (change.token,) if sign.side < 0 else ()
        costs = [_cost(line, sign, a, (b.token, *blocks)) for a, b in ((one, other), (other, one))]
        if min(costs) < FAR and costs[0] != costs[1]:
            signs[costs[1] < costs[0]].append(sign)
    dated = _dated(*signs)
    marked = (marks[0] == "from") - (marks[1] == "from")
    aim = (marks[1] == "to") - (marks[0] == "to")
    sides = [sum(sign.side for sign in mine) for mine in signs]
    by_words = (sides[0] < sides[1]) - (sides[1] < sides[0])
    if -1 in (marked * dated, marked * aim, dated * aim, dated * by_words):
        return 0
    if marked and not (dated or aim) and _coordinated(line, *((one, other) if marked > 0 else (other, one))):
        return 0
    if not marked and any(words("extreme") & set(line.tokens[f.token - 4 : f.token]) for f in (one, other)):
        return 0  # "touched a low of 498p in January"
    at = change.token
    of_noun = line.tokens[at - 1] == "of" or bool(words("of-rates") & set(line.tokens[at + 1 : at + 2]))
    if one.letter == change.letter == "P" and not (of_noun or (marked and (dated or aim or marks[1]))):
        return 0  # of three percentages the change may be a level, too
    past = [line.tokens[figure.token - 1] in words("past") for figure in (one, other)]
    near = abs(one.token - other.token) < 5  # "the budget of £50m is now £45m"
    return marked or dated or _told(marks, signs, past, NEXT_SENTENCE not in line.tokens, near)


def _coordinated(line: Skeleton, start: Figure, other: Figure) -> bool:
    """ "down from 5.4 in June and 8.4 in May": both are compared with a third."""
    between = line.tokens[start.token + 1 : other.token]
    return start.token < other.token and ("and" in between or "," in between) and not set(between) & words("goes-on")


def _dated(one: list[Sign], other: list[Sign]) -> int:
    """By the days beside them; 0 where they are not known or touch."""
    first, second = ({sign.days for sign in signs if sign.days} for signs in (one, other))
    if len(first) != 1 or len(second) != 1:
        return 0
    (a,), (b,) = first, second
    return (a[1] < b[0]) - (b[1] < a[0])


def _told(
    marks: tuple[str, str], signs: tuple[list[Sign], list[Sign]], past: list[bool], one_sentence: bool, near: bool
) -> int:
    """By words of time; of either amount something must be said, or the one be set back by "when it was"."""
    places, known = [], []
    for told, mine, was in zip(marks, signs, past, strict=True):
        sides = {sign.side for sign in mine if sign.side}
        if len(sides) > 1:
            return 0
        places.append(sides.pop() if sides else int(told == "to"))
        known.append(bool(told or mine or was))
    if not any(sign.side for mine in signs for sign in mine):
        return 0
    if not all(known) and not (one_sentence and (-1 in places or near)):
        return 0
    if places == [1, 1]:  # "now 40 cents ... will go up to 42 cents"
        return (marks[1] == "to") - (marks[0] == "to")
    return (places[0] < places[1]) - (places[1] < places[0])


def mark(line: Skeleton, figure: Figure, change: Figure) -> str:
    """ "from" or "to", by the words before an amount."""
    tokens = line.tokens
    passed = words("before-amount")
    for at in range(figure.token - 1, max(-1, figure.token - 2 - MOST_BETWEEN), -1):
        word, phrase = tokens[at], "_".join(tokens[max(0, at - 1) : at + 1])
        if word in words("from-mark") or phrase in words("from-mark"):
            return "from"
        if word not in passed and word[:1] not in "TBY":
            break
    else:
        return ""
    if word in words("base-mark") and 0 < at - change.token < 4:  # "12% up on the 5m", "three above the 56"
        return "from"
    if word == "at" and 0 < at - change.token < 4:  # "up 5% at 460p"
        return "to"
    return "to" if word in words("to-mark") else ""


def _cost(line: Skeleton, sign: Sign, figure: Figure, blocks: Iterable[int]) -> float:
    """How far a sign of time stands from an amount; punctuation makes it farther, what blocks it is not passed."""
    low, high = (sign.last, figure.token) if sign.last <= figure.token else (figure.token + 1, sign.first)
    if any(low <= block < high for block in blocks):
        return float("inf")
    return sum(COST.get(token, 1) for token in line.tokens[low:high])


def _dates(roles: Roles, line: Skeleton) -> list[Sign]:
    times = roles.draft.names.times
    found = []
    if not line.starts:
        return []
    for time in times[bisect_left(times, line.starts[0], key=lambda time: time.start) :]:
        if time.start > line.starts[-1]:
            break
        if time.days is None or time.type != "DATE":
            continue
        side = int(time.text.lower() in words("later"))
        first = bisect_right(line.starts, time.start) - 1
        last = bisect_left(line.starts, time.end)
        if line.tokens[first - 1 : first] != ["until"]:
            found.append(Sign(first, max(last, first + 1), time.days, side))
    return found


def _deed(roles: Roles, line: Skeleton, at: int) -> bool:
    """ "which floated at 180p": a clause that tells of a deed, not of what there was."""
    if line.tokens[at] != "which":
        return False
    analysis = roles.draft.analysis
    for ahead in range(at + 1, min(len(line.tokens), at + 5)):
        word = line.tokens[ahead]
        token = analysis.token_at(line.starts[ahead])
        if token < 0 or analysis.tags[token] not in ("VERB", "BE", "HAVE", "MODAL"):
            continue
        return analysis.tags[token] == "VERB" and word not in words("past") and word not in words("stood-at")
    return False


def _words_of_time(roles: Roles, line: Skeleton, change: Figure) -> list[Sign]:
    found = []
    for at, word in enumerate(line.tokens):
        phrase = "_".join(line.tokens[at : at + 2])
        for kind, side in (("earlier", -1), ("later", 1)):
            if phrase in words(kind):
                found.append(Sign(at, at + 2, None, side))
            elif word in words(kind) and not (found and found[-1].last > at):
                found.append(Sign(at, at + 1, None, side))
        before = at < change.token or word in ("when", "having")
        if before and word in words("earlier-clause") and not _deed(roles, line, at):
            found.append(Sign(at, at + 1, None, -1))
    return found
