"""Is the word of a cue a verb: "the paper reports" and "two reports", "Polls show" and "the show"."""

from __future__ import annotations

from checker.attribution.content import QUOTE_CLOSE
from checker.attribution.cues import Hit, documents, word_class
from checker.attribution.draft import Tokens
from checker.language import Analysis, VerbGroup

NOMINAL = frozenset(("NOUN", "PROPN", "SUBJ", "PRON", ""))
PLURALS = word_class("plural")
SUBJECT_PRONOUNS = frozenset(("who", "whom", "which"))
CLAUSE_STARTS = frozenset(("that", "he", "she", "they", "there", "it", "we"))
LONG_WORD = 4  # letters from which a title writes every word with a capital


def is_verb(analysis: Analysis, hit: Hit, group: VerbGroup | None) -> bool:
    """Does the cue's word stand as a verb, whether the tags say so or not?"""
    if group is not None:
        return group.head == hit.first
    kind, first, lowers, words, tags = hit.family.kind, hit.first, analysis.lowers, analysis.words, analysis.tags
    noun = hit.family.verbs[0].noun
    following = words[hit.last] if hit.last < len(words) else "."
    if not words[first].islower():
        return kind == "s" and first > 0 and _in_title(analysis, hit, noun, following)
    if "_" in hit.family.rest:
        return True
    before = first - 1
    while before > 0 and tags[before] == "ADV":
        before -= 1
    if kind not in ("s", "base", "preterite", "past") or not first:
        return False
    if noun and kind == "base":
        return following == "that" and _plural(analysis, before)  # "Police estimate that", but "the fear that"
    if noun:
        return kind == "s" and tags[before] == "PROPN" and _names_its_source(analysis, before, following)
    mark = words[before]
    if mark in QUOTE_CLOSE or mark in ",?!":
        return kind != "base"
    # "the commission says there was", "both men say that", "many of whom say": no noun has that form
    return tags[before] in NOMINAL or mark == ")" or lowers[before] in SUBJECT_PRONOUNS


def _plural(analysis: Analysis, token: int) -> bool:
    low = analysis.lowers[token]
    return low in PLURALS or (analysis.tags[token] in ("NOUN", "PROPN", "") and low.endswith("s"))


def _names_its_source(analysis: Analysis, name: int, following: str) -> bool:
    """A name before, and what no plural noun has round it ("..., The Herald reports.", "Ruiz claims he won")."""
    if following == ":" or following in CLAUSE_STARTS:
        return True
    while name > 0 and analysis.tags[name] in ("PROPN", "DET", "ADJ", "PREP"):
        name -= 1
    return following == "." and analysis.words[name] == ","


def _in_title(analysis: Analysis, hit: Hit, noun: bool, following: str) -> bool:
    """In a line of capitals: "Ruiz Says", "Poll Shows Lead", "Osei Vows To Return"."""
    sentence = analysis.sentences[analysis.sentence_at(analysis.starts[hit.first])]
    words = analysis.words[sentence.first : sentence.last]
    if sentence.scope != "headline" and any(word.islower() and len(word) > LONG_WORD for word in words):
        return False
    return not noun or analysis.lowers[hit.first - 1] in documents() or following.lower() in ("to", "that")


def agrees(analysis: Analysis, hit: Hit, source: Tokens) -> bool:
    """May a verb in -s that looks like a plural noun have this subject ("the state claims", but "his rivals' claims",
    "critical swing states")?"""
    if hit.family.kind != "s" or not hit.family.verbs[0].noun or analysis.words[hit.first][0].isupper():
        return True
    first, last = source
    tags, lowers = analysis.tags, analysis.lowers
    while last - 1 > first and tags[last - 1] == "PUNCT":
        last -= 1
    head = last - 1
    if tags[head] == "ADJ":
        return False
    if tags[head] != "NOUN" or lowers[head] in documents():
        return True
    if lowers[head].endswith("s") and not lowers[head].endswith(("ss", "us", "is")):
        return False
    return any(tags[k] in ("DET", "POSS", "PROPN", "NUM") for k in range(first, last)) or head == first
