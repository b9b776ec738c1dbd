"""The relative clause behind a figure, which says itself what was done with it: "the $45,000 she won"."""

from __future__ import annotations

from checker.claims.clauses import EMPTY_VERBS
from checker.claims.words import content_words
from checker.language import Analysis, VerbGroup

RELATIVE = frozenset(("who", "that", "which"))


def relative_of(analysis: Analysis, last: int) -> VerbGroup | None:
    """The verb of a relative clause behind a figure and its noun: "the 18 who started", "the $68,000 he was given"."""
    token = last
    if token + 1 >= len(analysis.tags) or (analysis.lowers[token] not in RELATIVE and analysis.tags[token] != "SUBJ"):
        return None
    token += 1
    while token < len(analysis.tags) and analysis.tags[token] in ("SUBJ", "ADV"):
        token += 1
    group = analysis.verb_at.get(token)
    tells = group is not None and group.finite and not group.negated and group.lemma not in EMPTY_VERBS
    return group if tells else None


def said_with(analysis: Analysis, verb: VerbGroup) -> tuple[str, ...]:
    """The content words between the verb of a relative clause and what ends the clause."""
    end = verb.last
    while end < len(analysis.tags) and end not in analysis.verb_at and analysis.tags[end] not in ("PUNCT", "QUOTE"):
        end += 1
    return tuple(content_words(analysis, verb.last, end))
