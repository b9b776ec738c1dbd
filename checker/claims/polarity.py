"""Whether a clause says that something is not so, and how much of it that denies."""

from __future__ import annotations

from checker.language import Analysis, VerbGroup

# "did not leave without thanks", "not only", "not until May": the event itself is not denied.
NARROWING = frozenset(
    (
        "without",
        "until",
        "unless",
        "only",
        "yet",
        "necessarily",
        "just",
        "merely",
        "simply",
        "always",
        "entirely",
        "alone",
        "enough",
    )
)


BEFORE = frozenset(("never", "ever", "before", "previously"))  # "had never won": up to then


def is_narrow(analysis: Analysis, first: int, last: int) -> bool:
    """Does the negation of a clause, tokens first..last, leave the event itself standing?"""
    words = analysis.lowers[first:last]
    return not NARROWING.isdisjoint(words) or ("had" in words and not BEFORE.isdisjoint(words))


def is_negated(analysis: Analysis, group: VerbGroup, left: int) -> bool:
    """Is the verb denied: by its own "not", a "never" before it, or a subject that is none?"""
    return group.negated or _never(analysis, group) or _none(analysis, group, left)


def _never(analysis: Analysis, group: VerbGroup) -> bool:
    """ "She never met him": the adverb stands before the group, not inside it."""
    token = group.first - 1
    while token > 0 and analysis.tags[token] == "ADV":
        token -= 1
    return token >= 0 and analysis.lowers[token] == "never"


NONE = frozenset(("no", "nothing", "nobody", "none", "neither", "nowhere"))


def _none(analysis: Analysis, group: VerbGroup, left: int) -> bool:
    """ "No date for the trial is set", "nothing was signed": the subject is none; not "a man with no name left"."""
    for token in range(group.first - 1, left - 1, -1):
        if token in analysis.verb_at or analysis.tags[token] in ("PUNCT", "QUOTE"):
            return False
        if analysis.lowers[token] in NONE:
            return token == left or analysis.tags[token - 1] not in ("PREP", "NOUN", "PROPN")
    return False
