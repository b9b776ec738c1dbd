"""Whether a clause says that something is not so, how much of it that denies, and of how many it speaks."""

from __future__ import annotations

from checker.attribution.negation import pseudo
from checker.claims.phrases import Phrase
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


def negation_of(analysis: Analysis, group: VerbGroup, left: int, right: int) -> str:
    """How a verb is denied: "not" by its own "not" or a "never" before it, "none" by a subject or object that is none;
    "" where it is not, and where two cancel out ("did not find nothing")."""
    denied = group.negated or _never(analysis, group) or _not_behind(analysis, group, right)
    if _none(analysis, group, left) or _none_behind(analysis, group, right):
        return "" if denied else "none"
    return "not" if denied else ""


def _never(analysis: Analysis, group: VerbGroup) -> bool:
    """ "She never met him": the adverb stands before the group, not inside it."""
    token = group.first - 1
    while token > 0 and analysis.tags[token] == "ADV":
        token -= 1
    return token >= 0 and analysis.lowers[token] == "never"


def _not_behind(analysis: Analysis, group: VerbGroup, right: int) -> bool:
    """ "Is simply not true": an adverb parts the verb from its "not"."""
    token = group.last
    while token < right and analysis.tags[token] == "ADV":
        token += 1
    return group.last < token < right and analysis.tags[token] == "NEG"


NONE = frozenset(("no", "nothing", "nobody", "none", "neither", "nowhere"))


def _none(analysis: Analysis, group: VerbGroup, left: int) -> bool:
    """ "No date for the trial is set", "nothing was signed": the subject is none; not "a man with no name left"."""
    for token in range(group.first - 1, left - 1, -1):
        if token in analysis.verb_at or analysis.tags[token] in ("PUNCT", "QUOTE"):
            return False
        if analysis.lowers[token] in NONE and not pseudo(analysis, token):
            return token == left or analysis.tags[token - 1] not in ("PREP", "NOUN", "PROPN")
    return False


def _none_behind(analysis: Analysis, group: VerbGroup, right: int) -> bool:
    """ "Found no drugs", "saw nobody": the object is none; not "no fewer than 12"."""
    token = group.last
    while token < right and analysis.tags[token] == "ADV":
        token += 1
    return token < right and analysis.lowers[token] in NONE and not pseudo(analysis, token)


EVERY = frozenset(("all", "every", "each", "both", "everyone", "everybody", "everything"))
EVERYONE = frozenset(("everyone", "everybody"))
SOME = frozenset(("some", "many", "several", "few", "most", "hundreds", "dozens", "thousands", "scores", "half"))
REST = frozenset(("other", "others", "another", "else", "remaining", "rest", "elsewhere", "further", "similar"))


def sparing(analysis: Analysis, first: int, last: int) -> bool:
    """Does a clause speak of the others only: "nobody else was hurt", "no other shops"?"""
    return not REST.isdisjoint(analysis.lowers[first:last])


def quantity_of(analysis: Analysis, phrase: Phrase | None) -> str:
    """How many a phrase speaks of: all, none, some ("two divers", "many divers"), other ("two others"), or "" where it
    does not tell."""
    if phrase is None:
        return ""
    first = phrase.first
    if first > 1 and analysis.lowers[first - 1] == "of":
        first -= 2  # "none of the divers"
    words = analysis.lowers[first : phrase.last]
    if not REST.isdisjoint(words):
        return "other"
    if words and words[0] in NONE:
        return "none"
    if words and words[0] in EVERY:
        return "all"
    counted = analysis.tags[phrase.head] == "NOUN" and "NUM" in analysis.tags[first : phrase.head]
    if counted or (words and words[0] in SOME):
        return "some"
    return ""
