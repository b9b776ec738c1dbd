"""Shares of one whole listed together, told by what parts a whole and not by the words between them.

"Rail carried 31%, barges 12% and lorries the other 3%": a verb that parts a whole among its subjects, one that each can
do once only ("voted"), bands of age or size, or a rest.  What people like, use or suffer may overlap: no parting.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.frame.match import Group, Match, contrasted, in_points, ranged
from checker.claims.constructions.frame.pattern import NEXT_SENTENCE, Row, words
from checker.claims.constructions.frame.roles import Roles, rounded
from checker.claims.constructions.frame.skeleton import Skeleton
from checker.claims.constructions.parts.counts import moving
from checker.claims.constructions.parts.exclusive import answers, exclusive

ROW = Row("shares", "", (), "whole")
MOST = 125  # percent: a slip in one of them makes no more
MOST_BETWEEN = 16  # tokens between two shares
JOINTS = frozenset((",", ";", "and", "while", "with", "plus"))
REST = frozenset(("other", "remaining", "rest", "remainder", "balance"))
BANDS = frozenset(("under", "over", "between", "aged", "above", "below", "older", "younger"))
DIVIDED_BY = frozenset(("to", "from", "in", "for", "by", "on"))
BE = frozenset(("is", "was", "are", "were", "being"))
NOUN_AHEAD = frozenset(("the", "of", "its", "their", "his", "her", "popular", "valid", "all"))
ELSEWHERE = frozenset(("of", "in", "at", "among", "from", "for", "on", "by", "to", "than"))


def shares(match: Match) -> list[Group]:
    """Shares of one whole."""
    tokens = match.skeleton.tokens
    figures = [  # "two-thirds (64%)" is told once
        figure
        for figure in match.found["share"]
        if not (figure.letter == "R" and tokens[figure.token + 1 : figure.token + 2] == ["("])
    ]
    said = match.sentence()
    if (
        len(figures) < 2
        or ranged(figures)
        or said & words("several-answers")
        or any(contrasted(match, figure) for figure in figures)
    ):
        return []
    made_up = words("making-up") | {"vote", "voted", "take", "use", "uses"}
    if any(
        (match.before(figure) in ("by", "up", "down", "of") and match.before(figure, 2) not in made_up)
        or in_points(match, figure)
        for figure in figures
    ):
        return []
    if sum(figure.time is not None for figure in match.skeleton.figures) > 1:
        return []
    if any(sum(match.after(figure) == joint for figure in figures) > 1 for joint in ("of", "among")):
        return []
    if match.row.mode == "vote" and _in_places(match, figures) > 1:
        return []  # "45% in Hull, 40% in York"
    inside = tokens[figures[0].token : figures[-1].token]
    if words("contrasting") & set(inside):
        return []  # "took 61% of the vote in Hull, but in York she had 40%"
    starts = [match.first, *(figure.token for figure in figures)]
    spans = [set(tokens[start : share.token]) for start, share in zip(starts, figures, strict=False)]
    sorts = [bool(words("sort-of-people") & span) for span in spans]
    if match.row.mode == "whole" and any(sorts) and not all(sorts):
        return []  # "nurses make up 41% of the staff, doctors 14% and women 71%"
    if match.row.mode == "answers":
        figures = answers(match, figures)
        if not figures:
            return []
    if match.row.mode != "vote" and said & moving():
        return []
    if sum((figure.value or 0.0) * (1 if figure.letter == "P" else 100) for figure in figures) > MOST:
        return []
    return [
        ("shares", [("share", match.roles.made(figure, rounded(figure, match.quantity(figure)))) for figure in figures])
    ]


def _in_places(match: Match, figures: list[Figure]) -> int:
    """How many of some shares have a place of their own."""
    ends = [*(figure.token for figure in figures[1:]), len(match.skeleton.tokens)]
    return sum("in" in match.skeleton.tokens[figure.token : end] for figure, end in zip(figures, ends, strict=True))


def share_groups(roles: Roles, line: Skeleton) -> list[Group]:
    """Every list of shares that part one whole."""
    groups: list[Group] = []
    told = [
        figure
        for figure in line.figures
        if figure.letter in "PR" and figure.value and not figure.ranged and not _told_again(line, figure)
    ]
    for run in _runs(line, told):
        match = Match(ROW, line, roles, {"share": run}, run[0].token, run[-1].token + 1, True)
        if _parts_a_whole(match, run):
            groups += shares(match)
    return groups


def _told_again(line: Skeleton, share: Figure) -> bool:
    """ "two-thirds (64%)": the percentage is the share."""
    behind = line.tokens[share.token + 1 : share.token + 3]
    return share.letter == "R" and len(behind) == 2 and behind[0] in ("(", ",", "or") and behind[1][0] == "P"


def _runs(line: Skeleton, shares: Sequence[Figure]) -> Iterator[list[Figure]]:
    run: list[Figure] = []
    for share in shares:
        if run:
            between = line.tokens[run[-1].token + 1 : share.token]
            if not _go_on(between):
                if len(run) > 1:
                    yield run
                run = []
        run.append(share)
    if len(run) > 1:
        yield run


def _go_on(between: Sequence[str]) -> bool:
    """Are two shares of one list; a rest may stand in the next sentence ("The other 16 percent ...")?"""
    if NEXT_SENTENCE in between:
        opener = between[between.index(NEXT_SENTENCE) + 1 :]
        return len(opener) < 3 and bool(REST & set(opener))
    return len(between) <= MOST_BETWEEN and bool(JOINTS & set(between)) and "than" not in between


def _parts_a_whole(match: Match, run: list[Figure]) -> bool:
    tokens = match.skeleton.tokens
    lead = _clause(tokens, run[0].token)
    gaps = [tokens[a.token + 1 : b.token] for a, b in pairwise(run)]
    if REST & {match.before(run[-1]), match.before(run[-1], 2)}:
        return True
    if any(match.before(share) == "another" for share in run) or NEXT_SENTENCE in tokens[run[0].token : run[-1].token]:
        return False
    if exclusive(match, run, lead, gaps):
        return True
    if _parallel(match, run, lead, gaps):
        return True
    ends = [*(share.token for share in run[1:]), run[-1].token + MOST_BETWEEN]
    behind = [tokens[share.token + 1 : end] for share, end in zip(run, ends, strict=True)]
    if (
        len(run) > 2
        and sum(map(_banded, behind)) >= len(run) - 1
        and all(BE & set(rest[:4]) or _banded(rest) for rest in behind)
    ):
        return True
    told = set(lead) | set(gaps[0])
    if words("parting") & set(lead) and not words("own-whole") & set(tokens[run[0].token : run[0].token + 3]):
        # "coal supplied 40% of the power, gas 30% and wind 20%": each behind its own subject, none with its own place
        alone = all(gap[-1] not in JOINTS | ELSEWHERE and not words("sample") & set(gap) for gap in gaps)
        if alone and not any(match.after(share) in ELSEWHERE for share in run[1:]) and not _verbs(match, run[1:]):
            return True
    again = any(words("backing") & set(gap) for gap in gaps[1:])
    backed = len(run) > 2 and words("backing") & set(gaps[0]) and not again
    if _chosen(gaps[0]) or backed:  # "52% voted Labour, 31% Tory and 17% for others"
        return all(gap[-1] in JOINTS for gap in gaps) and not any(match.after(share) == "of" for share in run[1:])
    if all(gap[-1] == "(" for gap in gaps) and lead[-1:] == ["("]:  # "from Asia (50%), Europe (30%) and Africa (20%)"
        return bool(words("dividing") & set(lead))
    return bool(told & words("mixing")) and all(gap[-1] in JOINTS for gap in gaps)


def _chosen(gap: Sequence[str]) -> bool:
    """ "52% voted Labour", and not "52% of the vote in the north"."""
    return any(
        word in words("choosing") and not (word in ("vote", "votes", "work") and place and gap[place - 1] in NOUN_AHEAD)
        for place, word in enumerate(gap)
    )


def _parallel(match: Match, run: list[Figure], lead: list[str], gaps: list[list[str]]) -> bool:
    """ "of its exports, 55% go to Europe, 30% to Asia and 15% to Africa"; "is 60% in shares, 40% in bonds"."""
    joint = match.after(run[1])
    if joint not in DIVIDED_BY or any(match.after(share) != joint for share in run[1:]):
        return False
    if not all(gap[-1] in JOINTS for gap in gaps):
        return False
    if match.after(run[0]) == joint:
        return lead[-1:] != [] and lead[-1] in BE
    return joint in gaps[0] and len(run) > 2 and lead[:1] == ["of"]


def _clause(tokens: Sequence[str], end: int) -> list[str]:
    """The words before the first share, back to a mark that ends a clause."""
    start = end - (end > 0 and tokens[end - 1] == "(")
    while start and tokens[start - 1] not in (";", ":", "¶", "(", ")"):
        start -= 1
    return list(tokens[start:end])


def _verbs(match: Match, shares: Sequence[Figure]) -> bool:
    """Has a share a verb of its own: "... holds 14%, and will have 84%"?"""
    analysis = match.roles.draft.analysis
    for share in shares:
        token = analysis.token_at(share.start)
        back = token - 1
        while back > 0 and analysis.words[back][0].isalnum() and token - back < MOST_BETWEEN:
            if back in analysis.verb_at and analysis.verb_at[back].finite:
                return True
            back -= 1
    return False


def _banded(words_behind: Sequence[str]) -> bool:
    """ "39 percent are 25 to 34", "... are over 65"."""
    return bool(BANDS & set(words_behind)) or any(
        one in BE and other[0] in "NA" for one, other in pairwise(words_behind)
    )
