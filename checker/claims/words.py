"""Content words: the lemma of each token that carries meaning, worked out once a document."""

from __future__ import annotations

from checker.claims.rarity import NAME
from checker.language import Analysis
from checker.language.morphology import singular, verb_class, verb_forms

POSSESSIVES = frozenset(("'s", "’s", "'", "’"))  # tokens behind an owner
STOPWORD_TAGS = frozenset(
    (
        "DET",
        "SUBJ",
        "PRON",
        "PREP",
        "CONJ",
        "SUB",
        "REL",
        "MODAL",
        "BE",
        "HAVE",
        "DO",
        "NEG",
        "TO",
        "POSS",
        "PUNCT",
        "QUOTE",
        "NUM",
    )
)


def content_words(analysis: Analysis, first: int, last: int) -> list[str]:
    """Lemmas of the content words of tokens first..last, in text order; verbs by their class, names marked."""
    return [word for word in lemmas(analysis)[first:last] if word]


def lemmas(analysis: Analysis) -> list[str]:
    """The lemma of each token, "" for those that carry no content; worked out once a document."""
    if not analysis.lemmas:
        pairs = zip(analysis.lowers, analysis.tags, strict=True)
        analysis.lemmas.extend(["" if tag in STOPWORD_TAGS else _lemma(low, tag) for low, tag in pairs])
    return analysis.lemmas


def _lemma(low: str, tag: str) -> str:
    if len(low) < 2 or not low[0].isalpha():
        return ""
    if tag in ("VERB", "PART", "ING"):
        form = verb_forms().get(low)
        return verb_class(form[0]) if form else low
    return NAME + singular(low) if tag == "PROPN" else singular(low)
