"""May figures that stand side by side be the parts of a sum?  What tells that they are not.

Where a sum is wrong by a slip, it is a little off, or digits changed places, or a nought was lost: a figure far from
the sum is one of something else ("27 points.  It is two behind one club and three above another").
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.frame.match import Match
from checker.claims.constructions.frame.pattern import cues, words
from checker.slips import digits

FAR = 1.6  # times the sum, or the sum times it
OUT_OF = frozenset(("from", "of", "among"))  # before "a total of": some of it
CLOSING = frozenset(("other", "remaining", "rest", "remainder", "further", "another", "final", "last"))
MOST_AHEAD = 8  # tokens from a part to its verb


def no_sum(match: Match, total: Figure, parts: Sequence[Figure]) -> bool:
    """Does anything tell that these are not the parts of that total?"""
    return (
        not near_sum(total, parts)
        or any(distance(match, part) or match.before(part) in words("taken-off") for part in parts)
        or own_deeds(match, parts)
        or nested(match, total, parts)
        or of_another(match, total, parts)
        or told_later(match, total, parts)
    )


def near_sum(total: Figure, parts: Sequence[Figure]) -> bool:
    """May the total be what the parts come to, with a slip in one of the figures?"""
    told, together = total.value or 0.0, sum(part.value or 0.0 for part in parts)
    if not told or not together:
        return False
    if 1 / FAR < together / told < FAR or _slipped(told, together):
        return True
    return any(_slipped(part.value or 0.0, told - together + (part.value or 0.0)) for part in parts)


def _slipped(printed: float, right: float) -> bool:
    """Are their digits the same, in another order or with another number of noughts?"""
    if right <= 0 or not printed:
        return False
    (one, size), (other, right_size) = digits(printed), digits(right)
    return len(one) > 1 and sorted(one) == sorted(other) and (one == other or size == right_size)


def only_some(match: Match, total: Figure) -> bool:
    """ "six counts and two more from a total of 40": do the words before the total take the parts out of it?"""
    tokens = match.skeleton.tokens
    at = total.token - 1
    while at > 0 and tokens[at] in ("a", "an", "the", "of", "total", "overall", "combined", "about", "some"):
        if tokens[at] == "of" and tokens[at - 1] == "out":
            return True
        at -= 1
    return tokens[at] in OUT_OF and {"a", "the"} & set(tokens[at + 1 : total.token]) != set()


def among(match: Match, total: Figure, parts: Sequence[Figure]) -> bool:
    """ "Among those found, 51 in all, are 33 women and 11 children": some of them."""
    tokens = match.skeleton.tokens
    listed = tokens[total.token : parts[0].token]
    return "among" in tokens[: total.token] and not {"are", "is", "were", "was"}.isdisjoint(listed)


def nested(match: Match, total: Figure, parts: Sequence[Figure]) -> bool:
    """ "44 million, made up of 30 for staff and 14 for rent, and nine for lawyers": a list that is over before its
    last figure, and makes the total without it; or one figure is the sum of the others."""
    together = sum(part.value or 0.0 for part in parts)
    if len(parts) > 2 and 2 * (parts[0].value or 0.0) == together:
        own = match.skeleton.tokens[parts[0].token + 1 : parts[1].token]
        analysis = match.roles.draft.analysis
        acts = analysis.token_at(parts[0].end - 1) + 1 in analysis.verb_at
        if acts and all(match.after(part) not in own for part in parts[1:]):
            return True  # "of 4,100 members 2,700 voted, 1,900 for it and 800 against"
    over = len(parts) > 2 and "and" in match.skeleton.tokens[parts[-3].token : parts[-2].token]
    return over and together - (parts[-1].value or 0.0) == total.value


def distance(match: Match, figure: Figure) -> bool:
    """ "three behind the leaders", "two points above them", "12 more than last year": how far off, and no part."""
    behind = [match.after(figure, ahead) for ahead in (1, 2, 3, 4)]
    if behind[0] in cues()["pointnoun"] or behind[0] in words("rank-noun"):
        behind.pop(0)
    if behind[0] in words("far-off"):
        return True
    return behind[0] in (*cues()["upadj"], *cues()["downadj"]) and "than" in behind


def own_deeds(match: Match, parts: Sequence[Figure]) -> bool:
    """ "900 exported, 400 had cut jobs and 600 were hiring": each does something of its own, and some may do both."""
    if CLOSING & set(match.skeleton.tokens[parts[-2].token : parts[-1].token]):
        return False  # "52 were charged and the remaining 38 released"
    analysis = match.roles.draft.analysis
    lemmas: list[str] = []
    ends = [*(part.start for part in parts[1:]), None]
    for part, end in zip(parts, ends, strict=True):
        token = analysis.token_at(part.end - 1) + 1
        for at in range(token, min(token + MOST_AHEAD, len(analysis.starts))):
            if (end is not None and analysis.starts[at] >= end) or analysis.words[at] in ".,;:":
                break
            group = analysis.verb_at.get(at)
            if group is not None and group.finite:
                lemmas.append(group.lemma)
                break
    return len(lemmas) == len(parts) > 1 and len(set(lemmas)) > 1


def of_another(match: Match, total: Figure, parts: Sequence[Figure]) -> bool:
    """ "£14m and £22m, and wages came to £31m in total", "... the year before they came to £31m": has a total behind
    its parts a subject or a time of its own?"""
    tokens = match.skeleton.tokens
    last = parts[-1].token
    if total.token < last:
        return False
    between = tokens[last + 1 : total.token]
    if words("another-time") & set(between) or "but" in between:
        return True
    analysis = match.roles.draft.analysis
    for at, word in enumerate(between[:-1], last + 1):
        subject = analysis.token_at(match.skeleton.starts[at + 1])
        if word in ("and", ";", "while") and analysis.tags[subject] == "NOUN" and subject + 1 in analysis.verb_at:
            return tokens[at + 1] not in words("sum-noun")
    return False


def told_later(match: Match, total: Figure, parts: Sequence[Figure]) -> bool:
    """ "... 22 by air and nine by boat. Ten swam ashore", "... The others swam": does the next sentence begin with
    those who are left?"""
    missing = (total.value or 0.0) - sum(part.value or 0.0 for part in parts)
    analysis = match.roles.draft.analysis
    sentence = analysis.sentence_at(max(total.end, parts[-1].end) - 1)
    if missing <= 0 or sentence + 1 >= len(analysis.sentences):
        return False
    following = analysis.sentences[sentence + 1]
    opening = range(following.first, min(following.last, following.first + 4))
    if words("a-few") & {analysis.lowers[at] for at in opening}:
        return True
    places = [analysis.starts[at] for at in opening]
    return any(quantity.start in places and quantity.value == missing for quantity in match.roles.quantities)


def unclosed(match: Match, total: Figure, parts: Sequence[Figure]) -> bool:
    """ "61 witnesses: 22 policemen, 14 nurses, nine doctors": a list behind its total without "and" before its last."""
    joined = {"and", "&", "plus", "with", "while", "as", "(", "-"}
    inside = match.skeleton.tokens[parts[-2].token : parts[-1].token]
    return total.token < parts[0].token and len(parts) > 1 and not joined & set(inside)
