"""Games won, drawn and lost, and all that were played: "11 games, with eight wins, a draw and two defeats".

Who tells of wins and defeats need not tell of draws: what is not told may have been played too.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.frame.match import Match
from checker.claims.constructions.frame.pattern import NEXT_SENTENCE, words

OUTCOMES = ("win", "draw", "loss")
REACH = 4  # tokens between a number and its outcome
ONE = frozenset(("a", "an", "one", "single", "solitary"))
NONE = frozenset(("no", "without", "any", "never", "not"))
UNBEATEN = {"unbeaten": "loss", "undefeated": "loss", "winless": "win"}


@cache
def _outcomes() -> dict[str, str]:
    """Word → the outcome that it tells."""
    return {word: kind for kind in OUTCOMES for word in words(f"outcome-{kind}")}


def of_games(match: Match, parts: Sequence[Figure]) -> bool:
    """Are all parts numbers of games won, drawn or lost?"""
    return all(_own(match, part, parts) is not None for part in parts)


def to_come(match: Match, total: Figure) -> bool:
    """ "with 14 games left": none of them has been played."""
    return bool(words("to-come") & {match.after(total, ahead) for ahead in range(1, REACH)})


def filled(match: Match, parts: Sequence[Figure]) -> tuple[list[Figure], bool]:
    """The parts with those that are told without a figure ("a draw"), and whether they are all that was played; no
    parts where an outcome is told that is none of them."""
    tokens, line = match.skeleton.tokens, match.skeleton
    owned = {at for part in parts if (at := _own(match, part, parts)) is not None}
    told = {_outcomes()[tokens[at]] for at in owned}
    whole = list(parts)
    for at in _stretch(match, parts):
        kind = _outcomes().get(tokens[at]) or UNBEATEN.get(tokens[at])
        if kind is None or at in owned:
            continue
        if tokens[at] in UNBEATEN and kind not in told:
            told.add(kind)
            continue
        number = next((back for back in (at - 1, at - 2) if back >= 0 and tokens[back] in ONE | NONE), -1)
        if kind in told or number < 0 or not tokens[at - 1].isalpha():
            return [], False
        told.add(kind)
        if tokens[number] in ONE:
            start, word = line.starts[number], tokens[number]
            whole.append(Figure("N", start, start + len(word), word, value=1.0, least=1.0, most=1.0, token=number))
    return sorted(whole, key=lambda part: part.token), len(told) == len(OUTCOMES)


def _stretch(match: Match, parts: Sequence[Figure]) -> range:
    """The tokens of the sentence that the parts stand in."""
    tokens = match.skeleton.tokens
    border = tokens.index(NEXT_SENTENCE) if NEXT_SENTENCE in tokens else len(tokens)
    return range(border) if parts[0].token < border else range(border + 1, len(tokens))


def _own(match: Match, part: Figure, parts: Sequence[Figure]) -> int | None:
    """The token of the outcome that a part counts: "six wins", "won six of them", "six were won"."""
    tokens = match.skeleton.tokens
    others = {figure.token for figure in match.skeleton.figures} - {part.token}
    for step in (1, -1):
        for at in range(part.token + step, part.token + step * REACH, step):
            if not 0 <= at < len(tokens) or at in others or tokens[at] in (",", "and", ";", ".", NEXT_SENTENCE):
                break
            if tokens[at] in _outcomes():
                return at
    return None
