"""Hedges of the speaker himself: "may", "likely", "possibly" (form hedge of cue.tsv)."""

from __future__ import annotations

from functools import cache

from checker.attribution.negation import clause
from checker.language import Analysis
from checker.language.lexicon import table

ORDER = ("certain", "probable", "possible", "underspecified")


@cache
def rows() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word → (the words after it, certainty), longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in table("cue"):
        if row["form"] == "hedge":
            words = tuple(row["phrase"].split())
            found.setdefault(words[0], []).append((words[1:], row["certainty"]))
    return {first: tuple(sorted(rest, key=lambda pair: -len(pair[0]))) for first, rest in found.items()}


def hedged(analysis: Analysis, start: int, end: int) -> str:
    """The weakest certainty (FactBank) that hedges in the clause of [start, end) leave; "certain" without any."""
    number = analysis.sentence_at(start)
    if number < 0:
        return "certain"
    sentence = analysis.sentences[number]
    token = max(sentence.first, analysis.token_at(start))
    first, last = clause(analysis, sentence, min(token, sentence.last - 1))
    weakest = 0
    for k in range(first, last):
        for rest, certainty in rows().get(analysis.lowers[k], ()):
            if tuple(analysis.lowers[k + 1 : k + 1 + len(rest)]) == rest and (
                k == sentence.first or analysis.words[k][0].islower()  # not the month
            ):
                weakest = max(weakest, ORDER.index(certainty))
                break
    return ORDER[weakest]
