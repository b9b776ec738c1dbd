"""What tells that shares side by side shut each other out: each of the whole is one of them and no other.

Religions and nations ("31% are Muslim"), ballots and rankings ("followed by Orsk with 31%"), what is done with a mass
of something ("30% is burned"), how people travel, and answers to one question.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.frame.match import Match
from checker.claims.constructions.frame.pattern import words
from checker.language.lexicon import items, table

BE = frozenset(("is", "was", "are", "were"))
MASS = frozenset(("is", "was", "goes", "went"))  # one stuff, whose parts are apart
PLACED = frozenset(("at", "with", "on", "has", "had", "got"))
APART = frozenset(("of", "in", "among", "for"))  # each of its own whole
NONE = frozenset(("no", "none", "other", "others"))
USED = frozenset(("use", "uses", "used", "own", "have", "sometimes"))
MOST_AHEAD = 16


def exclusive(match: Match, run: Sequence[Figure], lead: Sequence[str], gaps: Sequence[list[str]]) -> bool:
    """Do these shares shut each other out?"""
    tokens = match.skeleton.tokens
    ends = [*(share.token for share in run[1:]), min(len(tokens), run[-1].token + MOST_AHEAD)]
    behind = [tokens[share.token + 1 : end] for share, end in zip(run, ends, strict=True)]
    if sum(bool(rest) and rest[0] in APART for rest in behind) > 1 or "among" in match.sentence():
        return False
    if any(APART & set(_last_clause(gap)) for gap in gaps):
        return False  # "..., while in the hotel next door 80% ..."
    travelled = not USED & match.sentence() and all(words("travelling") & set(rest) for rest in behind)
    if "with" in gaps[0][-2:] and all(rest and rest[0] in ("going", "to") for rest in behind[1:]):
        return True  # "keeps 51 percent, with 29 percent going to workers and 20 percent to investors"
    return (
        _identities(match, run, lead)
        or _fates(behind, lead)
        or _ranked(match, run, lead, gaps)
        or _rivals(match, run, gaps)
        or travelled
        or (answers(match, run) == list(run) and not words("own-place") & set(gaps[0]))
    )


def answers(match: Match, figures: Sequence[Figure]) -> list[Figure]:
    """Those that answer one question and shut each other out ("yes", "no", "undecided")."""
    spans = [*(figure.token for figure in figures), len(match.skeleton.tokens)]
    said = [frozenset(match.skeleton.tokens[a + 1 : min(b, a + 9)]) for a, b in pairwise(spans)]
    if len(said) > 2 and said[-1] & words("undecided"):
        return list(figures)
    for yes, no, neither in _questions():
        first = [number for number, answer in enumerate(said) if answer & yes and not answer & no]
        second = [number for number, answer in enumerate(said) if answer & no]
        if len(first) == 1 and second and first[0] not in second:
            return [figure for figure, answer in zip(figures, said, strict=True) if answer & (yes | no | neither)]
    return []


@cache
def _questions() -> list[tuple[frozenset[str], ...]]:
    """The words of yes, of no and of neither, of each row of `construction_answers.tsv`."""
    return [
        tuple(frozenset(items(row[column])) for column in ("yes", "no", "neither"))
        for row in table("construction_answers")
    ]


def _last_clause(gap: Sequence[str]) -> Sequence[str]:
    """What stands between the last mark or "while" and the next share."""
    marks = [at for at, token in enumerate(gap) if token in (",", ";", "while", "and")]
    return gap[marks[-1] + 1 :] if marks else ()


def _identities(match: Match, run: Sequence[Figure], lead: Sequence[str]) -> bool:
    """ "31% are Muslim", "is 58% Tamil": a religion, a nation, a party of each."""
    tokens = match.skeleton.tokens
    apposed = bool(lead) and lead[-1] in BE
    for share in run:
        at = share.token + 1
        if apposed and _capital(match, at):
            continue
        if NONE & set(tokens[at : at + 3]):
            continue  # "7% have no religion"
        while at < len(tokens) and at - share.token < MOST_AHEAD and tokens[at] not in BE | {",", ";", "and"}:
            at += 1
        if at >= len(tokens) - 1 or tokens[at] not in BE or not _capital(match, at + 1):
            return False
    return True


def _capital(match: Match, token: int) -> bool:
    """A word with a capital, as it is printed, which no noun but "people" follows."""
    line, analysis = match.skeleton, match.roles.draft.analysis
    if token >= len(line.tokens) or not line.tokens[token].isalpha():
        return False
    at = analysis.token_at(line.starts[token])
    behind = line.tokens[token + 1] if token + 1 < len(line.tokens) else "."
    return analysis.words[at][0].isupper() and (not behind[0].isalpha() or behind in ("and", "while", "with", "or"))


def _fates(behind: Sequence[list[str]], lead: Sequence[str]) -> bool:
    """ "of the waste, 50% is burned, 30% buried and 20% is recycled"."""
    if len(behind) < 3:
        return False
    first = behind[0]
    if lead[:1] != ["of"] and first[:1] != ["of"]:
        return False
    verb = next((at for at, word in enumerate(first[:8]) if word in MASS), -1)
    if verb < 0 or verb + 1 >= len(first) or not _done(first[verb + 1]):
        return False
    return all(_done(rest[1 if rest[0] in MASS else 0]) for rest in behind[1:] if len(rest) > 1)


def _done(word: str) -> bool:
    return word.endswith(("ed", "ent", "old", "ost", "urnt", "own", "en", "ept", "ade")) or word in ("to", "on")


def _ranked(match: Match, run: Sequence[Figure], lead: Sequence[str], gaps: Sequence[list[str]]) -> bool:
    """ "Lindal has 46 percent, followed by Orsk with 31 percent": places in one market, or in one vote."""
    if not words("one-contest") & match.sentence():
        return False
    if all(gap[-1] in PLACED for gap in gaps) and ("followed" in gaps[0] or "ahead" in gaps[0] or len(run) > 2):
        return True
    joined = not any(set(gap) & (APART | {"from", "than", "to"}) for gap in gaps)
    return joined and len(run) > 2 and lead[-1:] != [] and lead[-1] in ("had", "has", "on", "got", "have")


def _rivals(match: Match, run: Sequence[Figure], gaps: Sequence[list[str]]) -> bool:
    """ "62% of the voters backed the mayor; his rival took 38%"."""
    vote = (words("voting") | {"voters", "election"}) & match.sentence()
    return len(run) == 2 and bool(vote) and bool(words("rival") & set(gaps[0]))
