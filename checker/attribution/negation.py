"""Negation and its scope, by the rows of negation.tsv."""

from __future__ import annotations

from functools import cache

from checker.language import Analysis, Sentence
from checker.language.lexicon import table

# Where a clause begins or ends: what one side denies, the other does not.
BREAKS = frozenset((";", ":", "—", "–", "(", ")", "“", "”", '"'))
PHRASE_ENDS = frozenset((",", "and", "or", "but", "in", "on", "at", "after", "before", "when", "while", "because"))
WINDOW = 100  # tokens to either side that a negation can reach
NOT = ("n't", "n’t")

Row = tuple[tuple[str, ...], str]  # the words after the first, scope


@cache
def rows() -> dict[str, tuple[Row, ...]]:
    """First word → rows that begin with it, longest first."""
    found: dict[str, list[Row]] = {}
    for row in table("negation"):
        if row["scope"] == "break":
            continue
        words = tuple(row["phrase"].split())
        found.setdefault(words[0], []).append((words[1:], row["scope"]))
    return {first: tuple(sorted(rest, key=lambda row: -len(row[0]))) for first, rest in found.items()}


@cache
def breaks() -> frozenset[str]:
    """Words that open a clause of their own, into which no negation reaches."""
    return frozenset(row["phrase"] for row in table("negation") if row["scope"] == "break")


def negated(analysis: Analysis, start: int, end: int) -> bool:
    """Does the text deny what stands in [start, end)?  Two negations over it cancel out ("did not fail to ...")."""
    number = analysis.sentence_at(start)
    if number < 0:
        return False
    sentence = analysis.sentences[number]
    first = max(sentence.first, analysis.token_at(start))
    near = max(sentence.first, first - WINDOW), min(sentence.last, first + WINDOW)
    return sum(left <= first < right for left, right in scopes(analysis, *near)) % 2 == 1


def scopes(analysis: Analysis, begin: int, limit: int) -> list[tuple[int, int]]:
    """Token spans (first, end) that the negations between two tokens of one sentence hold over."""
    lowers = analysis.lowers
    table_rows = rows()
    out: list[tuple[int, int]] = []
    k = begin
    while k < limit:
        low = lowers[k]
        if low not in table_rows and not low.endswith(NOT) and low != "cannot":
            k += 1
            continue
        scope, size = _row(lowers, k, limit)
        if scope not in ("", "none"):
            out.append(_span(analysis, begin, limit, k, k + size, scope))
        k += max(1, size)
    return out


def pseudo(analysis: Analysis, token: int) -> bool:
    """Does a pseudo-negation begin at this token ("no fewer than", "nothing but")?"""
    return _row(analysis.lowers, token, len(analysis.lowers))[0] == "none"


def _row(lowers: list[str], k: int, limit: int) -> tuple[str, int]:
    """The scope and length of the longest row at token `k`."""
    for rest, scope in rows().get(lowers[k], ()):
        end = k + 1 + len(rest)
        if end <= limit and tuple(lowers[k + 1 : end]) == rest:
            return scope, 1 + len(rest)
    if lowers[k].endswith(NOT) or lowers[k] == "cannot":
        # "can't only", "isn't just": the pseudo-rows of "not" hold for the contraction too
        for rest, scope in rows()["not"]:
            if rest and scope == "none" and tuple(lowers[k + 1 : k + 1 + len(rest)]) == rest:
                return "none", 1 + len(rest)
        return "clause", 1
    return "", 1


def _span(analysis: Analysis, floor: int, limit: int, first: int, after: int, scope: str) -> tuple[int, int]:
    words, lowers = analysis.words, analysis.lowers
    end = after
    if scope == "phrase":
        while end < limit and lowers[end] not in PHRASE_ENDS and words[end] not in BREAKS:
            end += 1
        return after, end
    while end < limit and not _ends(analysis, end, limit, after):
        end += 1
    begin = first
    if scope == "clause":
        while begin > floor and not _opens(analysis, begin - 1, floor):
            begin -= 1
    return begin, end


def clause(analysis: Analysis, sentence: Sentence, token: int) -> tuple[int, int]:
    """First and end token of the clause round a token."""
    first, end = token, token + 1
    while first > max(sentence.first, token - WINDOW) and not _opens(analysis, first - 1, sentence.first):
        first -= 1
    while end < min(sentence.last, token + WINDOW) and not _ends(analysis, end, sentence.last, token):
        end += 1
    return first, end


def _ends(analysis: Analysis, k: int, limit: int, after: int) -> bool:
    """Does a new clause begin at token `k`?"""
    word, low = analysis.words[k], analysis.lowers[k]
    if word in BREAKS or low in ("nor", "but"):
        return True
    if low in breaks() and k > after:
        return analysis.tags[k] != "PREP" or low in ("after", "before", "until", "since")
    if word == "," and k + 1 < limit:
        return True
    return low == "and" and _clause(analysis, k + 1, limit)


def _clause(analysis: Analysis, k: int, limit: int) -> bool:
    """Does a verb of its own follow "and" before a comma ("and 12 were hurt")?"""
    for token in range(k, min(limit, k + 8)):
        group = analysis.verb_at.get(token)
        if group is not None and group.finite:
            return True
        if analysis.words[token] == ",":
            return False
    return False


def _opens(analysis: Analysis, k: int, floor: int) -> bool:
    """Is token `k` where the clause of a negated verb begins?"""
    word, low = analysis.words[k], analysis.lowers[k]
    if word in BREAKS or low in breaks():
        return True
    if word == ",":
        return True
    return low in ("and", "or") and any(t in analysis.verb_at and analysis.verb_at[t].finite for t in range(floor, k))
