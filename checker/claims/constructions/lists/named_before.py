"""A count that points back at a list told before it: "... by Ghana, Togo and Benin. All three countries will vote".

The list must be the only thing in its stretch that the noun can mean: names with no other name beside them, or what a
charge is of ("guilty of rape, theft and murder ... the three charges").
"""

from __future__ import annotations

from checker.claims.constructions.frame.pattern import words as words_of
from checker.claims.constructions.lists.items import JOINS, Chunks
from checker.language import Analysis, Sentence

DEFINITE = frozenset(("the", "all", "these", "those"))
MOST_WORDS = 4  # in one item
MOST_CUE = 6  # tokens between "guilty" and "of"
INSIDE = frozenset(("of", "de", "a", "an", "the"))
CHARGED = frozenset(("of", "to", "with"))
LEAST_ITEMS = 3
NO_LIST = frozenset(("including", "like", "such", "than", "with", "against"))  # names behind them are some of it


def points_back(analysis: Analysis, number: int) -> bool:
    """ "the three", "all three", "each of the three"."""
    return number > 0 and analysis.lowers[number - 1] in DEFINITE


def named_before(analysis: Analysis, number: int, behind: int, sentences: list[Sentence]) -> Chunks:
    """The list that a definite count takes up; `sentences`, its own and the one before it."""
    noun = analysis.lowers[behind - 1]
    for place, sentence in enumerate(sentences):
        last = number - 1 if not place else sentence.last
        if noun in words_of("charged-noun"):
            found = _charges(analysis, sentence.first, last)
        elif noun in words_of("named-noun"):
            found = _names(analysis, sentence.first, last)
            if len(found) == LEAST_ITEMS and analysis.lowers[number] in ("two", "2"):
                return []  # two of the three may be meant
        else:
            return []
        if found:
            return found
    return []


def _names(analysis: Analysis, first: int, last: int) -> Chunks:
    """The one list of names of a stretch that has no other name."""
    runs = _runs(analysis, first, last)
    if len(runs) != 1 or len(runs[0]) < LEAST_ITEMS:
        return []
    begin = runs[0][0][0]
    return [] if begin > first and analysis.lowers[begin - 1] in NO_LIST else runs[0]


def _runs(analysis: Analysis, first: int, last: int) -> list[Chunks]:
    """The names of a stretch; those that commas and "and" join are one list."""
    runs: list[Chunks] = []
    token = first
    joint = False  # does a comma or "and" lead from the name before
    while token < last:
        if not _is_name(analysis, token) or (token == first and analysis.tags[token] not in ("PROPN", "NOUN")):
            joint = joint and analysis.lowers[token] in JOINS | {",", "the"}
            token += 1
            continue
        start = token
        while token < last and _is_name(analysis, token):
            token += 1
        if joint:
            runs[-1].append((start, token))
        elif start != first or token < last:
            runs.append([(start, token)])
        joint = token < last and analysis.lowers[token] in JOINS | {","}
    return [run for run in runs if run[0][0] != first or len(run) > 1 or analysis.tags[run[0][0]] == "PROPN"]


def _is_name(analysis: Analysis, token: int) -> bool:
    return analysis.words[token][0].isupper()


def _charges(analysis: Analysis, first: int, last: int) -> Chunks:
    """What somebody is guilty of, as a closed list of bare nouns."""
    cue = next((at for at in range(first, last) if analysis.lowers[at] in words_of("charged")), -1)
    if cue < 0:
        return []
    start = cue + 1
    if analysis.lowers[cue] not in words_of("admitting"):
        start = next((at for at in range(cue + 1, min(last, cue + MOST_CUE)) if analysis.lowers[at] in CHARGED), -1) + 1
    chunks: Chunks = []
    begin, joined = start, False
    for token in range(start, last + 1) if start else ():
        word = analysis.lowers[token] if token < last else "."
        if word in (",", "and", ".", ";") or not _of_charge(analysis, token):
            if token > begin:
                chunks.append((begin, token))
            begin = token + 1
            if joined or word not in (",", "and"):
                break
            joined = word == "and"
    long = any(end - begin > MOST_WORDS for begin, end in chunks)
    end = chunks[-1][1] if chunks else start
    inside = range(start, end)
    counted = any(analysis.tags[at] == "NUM" or analysis.lowers[at] in ("counts", "charges") for at in inside)
    return chunks if joined and len(chunks) >= LEAST_ITEMS and not long and not counted else []


def _of_charge(analysis: Analysis, token: int) -> bool:
    if token >= len(analysis.words):
        return False
    return analysis.words[token][0].islower() and (
        analysis.tags[token] in ("NOUN", "ADJ", "ING", "PART", "VERB") or analysis.lowers[token] in INSIDE
    )
