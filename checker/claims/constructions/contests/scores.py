"""Scores that follow from other scores: legs and halves that add up, sets and games that make a result, wins and draws.

The order of a score's two numbers is the writer's ("lost 3-1", "lost 1-3"): a sum is read in the order that fits best.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.claims.constructions.contests import results
from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.frame.match import Group
from checker.claims.constructions.frame.pattern import NEXT_SENTENCE, words
from checker.claims.constructions.frame.roles import Roles
from checker.claims.constructions.frame.skeleton import Skeleton
from checker.records import Claim

UNDECIDED = frozenset(  # a series
    ("lead", "leads", "led", "leading", "trail", "trails", "trailing", "tied", "level", "even", "evened")
)
GOALS = {"hat-trick": 3.0, "hattrick": 3.0, "brace": 2.0}
NEAR = 5  # tokens between a score and the word that says what it is
LEAST_OFF = 3  # goals that a slip may be off
FAR = 0.3  # of the score, where more is scored
LEAST_SET = 6  # games or points that win a set
NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}


class Side(NamedTuple):
    """One side's number in a score: the first or the second that is printed."""

    score: Figure
    place: int

    def value(self) -> int:
        assert self.score.pair is not None
        return self.score.pair[self.place]

    def claim(self, roles: Roles) -> Claim:
        return results.side(roles, self.score, self.place)


def score_groups(roles: Roles, line: Skeleton) -> list[Group]:
    """What the scores of a window have to do with each other."""
    scores = [figure for figure in line.figures if figure.letter == "S" and figure.pair]
    if not scores or line.words & words("shoot-out"):
        return []
    scores = [score for score in scores if not _of_tie_break(line, score)]
    played = _set_list(line, scores)
    others = [score for score in scores if score not in played]
    return [
        *_sets(roles, line, others, played),
        *_sums(roles, line, scores),
        *_series(roles, line, others),
        *_results(roles, line, others),
        *_bounded(roles, line, others),
    ]


def _sums(roles: Roles, line: Skeleton, scores: Sequence[Figure]) -> Iterator[Group]:
    """Two legs and the aggregate, two halves and the final score: one sum for either side."""
    if len(scores) != 3:
        return  # more are told than the three
    whole = _nearest(line, scores, "aggregate")
    if whole is None:
        later, first = _nearest(line, scores, "second-part"), _nearest(line, scores, "interval")
        if later is None or first is None or later is first:
            return
        whole = next(score for score in scores if score is not first and score is not later)
    one, other = (score for score in scores if score is not whole)
    turns = [(second, total) for second in (0, 1) for total in (0, 1)]
    turned = min(turns, key=lambda turn: _off(one, other, whole, turn))
    most = max(LEAST_OFF, FAR * sum(whole.pair or ()))
    if _off(one, other, whole, turned) > most or _of_others(line, (one, other), whole):
        return
    for place in (0, 1):
        parts = Side(one, place), Side(other, place ^ turned[0])
        total = Side(whole, place ^ turned[1])
        yield (
            "score-sum",
            [*(("part", part.claim(roles)) for part in parts), ("total", total.claim(roles))],
        )


def _of_others(line: Skeleton, parts: Sequence[Figure], whole: Figure) -> bool:
    """ "won 3-1 after a 2-2 draw, and meet Hull, who won 4-2 on aggregate": the sum of two other games."""
    last = max(part.token for part in parts)
    return last < whole.token and bool({"who", "which", "whose"} & set(line.tokens[last + 1 : whole.token]))


def _off(one: Figure, other: Figure, whole: Figure, turn: tuple[int, int]) -> int:
    """By how much two scores miss a third, in this order of their numbers."""
    return sum(
        abs(Side(one, place).value() + Side(other, place ^ turn[0]).value() - Side(whole, place ^ turn[1]).value())
        for place in (0, 1)
    )


def _series(roles: Roles, line: Skeleton, scores: Sequence[Figure]) -> Iterator[Group]:
    """ "won the best-of-seven series 4-2 in Game 6": the wins that decide it, and the games played."""
    said = next((at for at, word in enumerate(line.tokens) if _best_of(line, at)), None)
    games = [at for at, word in enumerate(line.tokens[:-1]) if word in words("game") and _number(line, at + 1)]
    played = games[0] if games else None
    near = [score for score in scores if score.pair and max(score.pair) < 9 and not _of_one_game(line, score)]
    if not near or (said is None and not line.words & words("series")):
        return
    score = min(near, key=lambda score: abs(score.token - (said or played or 0)))
    assert score.pair is not None
    place = int(score.pair[1] > score.pair[0])
    most = _best_of(line, said) if said is not None else 0
    wins = (most + 1) / 2
    if said is not None and most and line.words & words("clinch") and not line.words & UNDECIDED:
        yield "series", [("won", Side(score, place).claim(roles)), ("needed", _said(roles, line, said, wins))]
    if played is not None and max(score.pair) < wins and line.tokens[played - 1] == "after" and said is not None:
        number = float(_number(line, played + 1))  # "lead the best-of-five series 2-1 after Game 3"
        ends = Side(score, 0).claim(roles), Side(score, 1).claim(roles)
        yield "sets", [("won", ends[0]), ("lost", ends[1]), ("sets", _said(roles, line, played, number))]
    if played is not None and max(score.pair) >= wins:
        number = float(_number(line, played + 1))
        ahead = int(bool(line.words & words("ahead-of-game")) or not line.words & words("clinch"))
        claim = _said(roles, line, played, number, number - ahead)
        yield "sets", [("won", Side(score, 0).claim(roles)), ("lost", Side(score, 1).claim(roles)), ("sets", claim)]


def _in_another_game(line: Skeleton, goals: int, score: Figure) -> bool:
    """ "lost 1-0 three days after his hat-trick", "her hat-trick against Hull in May": not in the game of the score."""
    low, high = sorted((goals, score.token))
    around = set(line.tokens[max(0, low - 3) : high + 4])
    return bool(around & (words("score-defeat") | words("another-time") | {"since", "against"})) or any(
        figure.letter in "TBYD" and max(0, low - 3) <= figure.token <= high + 3 for figure in line.figures
    )


def _of_one_game(line: Skeleton, score: Figure) -> bool:
    """ "lost 4-3 in Game 6 and trail the series 4-2": the score of that game, where no word ties it to the series."""
    tokens, at = line.tokens, score.token
    if tokens[at + 1 : at + 2] not in (["in"], ["win"], ["loss"], ["victory"], ["defeat"]):
        return False
    behind = tokens[at + 1 : at + NEAR]
    game = next((ahead for ahead, word in enumerate(behind[:-1]) if word in words("game")), -1)
    if game < 0 or "in" not in behind[:game] or not _number(line, at + game + 2):
        return False
    lead = tokens[max(0, at - 2 * NEAR) : at]
    others = [place for place, word in enumerate(lead) if word[:1] == "S" or word in (";", NEXT_SENTENCE)]
    lead = lead[others[-1] + 1 :] if others else lead
    return not words("series") & set(lead) and not any(word.startswith("best") for word in lead)


def _bounded(roles: Roles, line: Skeleton, scores: Sequence[Figure]) -> Iterator[Group]:
    """A side's score is at the least what one player scored, and what it had at half-time."""
    if len(scores) == 1 and scores[0].pair:
        score = scores[0]
        place = int(score.pair[1] > score.pair[0]) if score.pair else 0
        for at, word in enumerate(line.tokens):
            if word in GOALS and abs(at - score.token) < 2 * NEAR and not _in_another_game(line, at, score):
                told = _said(roles, line, at, GOALS[word])
                yield "part-whole", [("part", told), ("whole", Side(score, place).claim(roles))]
    half = _nearest(line, scores, "interval") if len(scores) == 2 else None
    spoken = roles.draft.analysis.lower[line.starts[0] : line.starts[-1]]
    if _nearest(line, scores, "second-part") is not None:
        half = None  # "the second half finished 1-1"
    if half is not None and not line.words & words("two-legs") and "quarter" not in spoken:  # 28-25 after one quarter
        final = next(score for score in scores if score is not half)
        turn = min((0, 1), key=lambda turn: max(Side(half, p).value() - Side(final, p ^ turn).value() for p in (0, 1)))
        for place in (0, 1):
            part, whole = Side(half, place), Side(final, place ^ turn)
            yield "part-whole", [("part", part.claim(roles)), ("whole", whole.claim(roles))]


def _numeral(roles: Roles, line: Skeleton, at: int) -> Claim:
    """A number told in one token."""
    figure = next((figure for figure in line.figures if figure.token == at), None)
    start = line.starts[at]
    end = figure.end if figure else start + len(line.tokens[at])
    number = float(_number(line, at))
    return roles.span(start, end, (number, number), number)


def _best_of(line: Skeleton, at: int) -> int:
    """The number of "best-of-seven" or "best of seven"."""
    word = line.tokens[at]
    if word == "best" and line.tokens[at + 1 : at + 2] == ["of"] and at + 2 < len(line.tokens):
        return _number(line, at + 2)
    number = word.removeprefix("best-of-")
    return 0 if number == word else int(number) if number.isdigit() else NUMBERS.get(number, 0)


def _number(line: Skeleton, at: int) -> int:
    """The number that a token is: "6", "six"; 0 for none."""
    token = line.tokens[at]
    figure = next((figure for figure in line.figures if figure.token == at and figure.letter == "N"), None)
    return int(token) if token.isdigit() else NUMBERS.get(token, 0) or int((figure.value or 0) if figure else 0)


def _of_tie_break(line: Skeleton, score: Figure) -> bool:
    """ "7-6 (7-1)"."""
    if score.token < 2 or line.tokens[score.token - 1] != "(":
        return False
    return any(other.token == score.token - 2 and other.pair and max(other.pair) >= LEAST_SET for other in line.figures)


def _set_list(line: Skeleton, scores: Sequence[Figure]) -> list[Figure]:
    """The run of scores that are the sets of one match: "6-4 3-6 6-2"."""
    runs: list[list[Figure]] = [[]]
    for score in scores:
        assert score.pair is not None
        near = runs[-1] and all(
            token in (",", "and", "(", ")") or token[0] == "S"
            for token in line.tokens[runs[-1][-1].token + 1 : score.token]
        )
        if max(score.pair) < LEAST_SET:
            runs.append([])
        elif near or not runs[-1]:
            runs[-1].append(score)
        else:
            runs.append([score])
    longest = max(runs, key=len)
    return longest if len(longest) > 1 else []


def _sets(roles: Roles, line: Skeleton, results: Sequence[Figure], played: Sequence[Figure]) -> Iterator[Group]:
    """The result in sets, or their number, and the sets one by one."""
    if not played or line.words & words("unfinished"):
        return
    ends = played[0].token, played[-1].token
    near = [score for score in results if min(abs(score.token - end) for end in ends) <= NEAR]
    result = next((score for score in near if score.pair and sum(score.pair) < 6), None)
    if result is not None:
        yield from _result_in_sets(roles, result, played)
    else:
        yield from _winner_of_sets(roles, line, played)
    for at in range(1, len(line.tokens)):
        if line.tokens[at] in ("sets", "-set", "straight-sets") and abs(at - played[0].token) <= 2 * NEAR:
            yield from _sets_in_words(roles, line, at, played)


def _result_in_sets(roles: Roles, result: Figure, played: Sequence[Figure]) -> Iterator[Group]:
    """ "3-1: 6-4, 3-6, 6-3, 6-2": as many sets as the result has, and as many of them won."""
    sides = [Side(result, place) for place in (0, 1)]
    number = float(len(played))
    told = roles.span(played[0].start, played[-1].end, (number, number), number)
    yield "sets", [("won", sides[0].claim(roles)), ("lost", sides[1].claim(roles)), ("sets", told)]
    first = _taken(played)
    if first and len(played) == sides[0].value() + sides[1].value():
        side = sides[int(len(first) == sides[1].value())]
        yield "list-count", [("announced", side.claim(roles)), *(("item", _whole(roles, score)) for score in first)]


def _winner_of_sets(roles: Roles, line: Skeleton, played: Sequence[Figure]) -> Iterator[Group]:
    """ "beat Lind 6-4, 3-6, 6-2": the winner has more sets than the loser."""
    words_of_win = [at for at, word in enumerate(line.tokens) if word in words("score-win")]
    at = next((at for at in words_of_win if 0 < played[0].token - at < NEAR or 0 < at - played[-1].token < 3), None)
    through = [at for at, word in enumerate(line.tokens[: played[0].token]) if word in words("goes-through")]
    if at is None and not (through and line.words & words("stage")):
        return
    if through and line.words & words("stage"):
        at = through[-1]  # "reached the last eight with a 6-4, 3-6, 6-4 win"
    told = _said(roles, line, at or 0, wording="win in sets")
    first = float(len(_taken(played)))
    counted = [
        roles.span(played[0].start, played[-1].end, (number, number), number) for number in (first, len(played) - first)
    ]
    yield "score-result", [("first", counted[0]), ("second", counted[1]), ("told", told)]


def _sets_in_words(roles: Roles, line: Skeleton, at: int, played: Sequence[Figure]) -> Iterator[Group]:
    """ "three sets to one", "in four sets", "a five-set match", "in straight sets"; `at` is the token of the sets."""
    number = float(len(played))
    straight = line.tokens[at] == "straight-sets" or line.tokens[at - 1] == "straight"
    if line.tokens[at + 1 : at + 2] == ["to"] and at + 2 < len(line.tokens) and _number(line, at + 2):
        told = roles.span(played[0].start, played[-1].end, (number, number), number)
        ends = [_numeral(roles, line, place) for place in (at - 1, at + 2)]
        yield "sets", [("won", ends[0]), ("lost", ends[1]), ("sets", told)]
    elif straight:
        first = _taken(played)
        items = first if 2 * len(first) >= len(played) else [score for score in played if score not in first]
        start = line.starts[at if line.tokens[at] == "straight-sets" else at - 1]
        told = roles.span(start, line.starts[at] + len(line.tokens[at]), (number, number), number)
        yield "list-count", [("announced", told), *(("item", _whole(roles, score)) for score in items)]
    elif _number(line, at - 1):
        announced = _numeral(roles, line, at - 1)
        yield "list-count", [("announced", announced), *(("item", _whole(roles, score)) for score in played)]


def _taken(played: Sequence[Figure]) -> list[Figure]:
    """The sets of the side whose number is printed first."""
    return [score for score in played if score.pair and score.pair[0] > score.pair[1]]


def _results(roles: Roles, line: Skeleton, scores: Sequence[Figure]) -> Iterator[Group]:
    """ "won 3-1", "a 2-2 draw": what the words make of one score."""
    if len(scores) != 1 or line.words & words("part-score"):
        return
    score = scores[0]
    for kind in ("shut-out", "win", "draw", "defeat"):
        at = _word_of_result(line, score, words(f"score-{kind}"))
        if at is not None:
            told = _said(roles, line, at, wording=kind)
            sides = Side(score, 0).claim(roles), Side(score, 1).claim(roles)
            yield "score-result", [("first", sides[0]), ("second", sides[1]), ("told", told)]
            return


def _word_of_result(line: Skeleton, score: Figure, kind: frozenset[str]) -> int | None:
    """The word of a result that a score belongs to: right behind it, or shortly before."""
    for at in range(score.token + 1, min(len(line.tokens), score.token + 3)):
        if line.tokens[at] in kind:
            return at
    for at in range(score.token - 1, max(-1, score.token - NEAR), -1):
        if line.tokens[at] in kind:
            return at
        if not line.tokens[at].isalpha() and line.tokens[at] != ",":
            return None
    return None


def _said(
    roles: Roles, line: Skeleton, at: int, number: float | None = None, least: float | None = None, wording: str = ""
) -> Claim:
    """One token, and the number or the result that it tells."""
    start = line.starts[at]
    bounds = number if least is None else least, number
    return roles.span(start, start + len(line.tokens[at]), bounds, number, wording)


def _whole(roles: Roles, score: Figure) -> Claim:
    return roles.span(score.start, score.end, wording=score.text)


def _nearest(line: Skeleton, scores: Sequence[Figure], kind: str) -> Figure | None:
    """The score that stands nearest to a word of a kind."""
    best: tuple[int, int, Figure] | None = None
    for at, word in enumerate(line.tokens):
        if word not in words(kind) or not _is(line, at):
            continue
        behind = bool(set(line.tokens[max(0, at - 3) : at]) & {"on", "at", "in", "over"})  # "4-2 on aggregate"
        for score in scores:
            if score.token < at or not behind:
                reach = (abs(score.token - at), -score.token, score)
                best = reach if best is None or reach[:2] < best[:2] else best
    return best[2] if best and best[0] <= 2 * NEAR else None


def _is(line: Skeleton, at: int) -> bool:
    """ "second" says so of a part only before "half" (a factor) or "period"."""
    if line.tokens[at] == "legs":
        return bool({"over", "across"} & set(line.tokens[max(0, at - 3) : at]))
    if line.tokens[at] == "through":
        return bool(line.words & words("two-legs"))
    if line.tokens[at] not in ("second", "first"):
        return True
    behind = line.tokens[at + 1] if at + 1 < len(line.tokens) else "."
    return behind[:1] == "H" or behind in ("period", ".", ",")
