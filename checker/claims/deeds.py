"""Deeds that a text tells as done, and calls alleged elsewhere: "beat him with batons ... the alleged beating".

A deed told as a fact needs somebody who did it: what "thieves" or "two men" did is known to have been done by somebody.
Where the text tells of a verdict or a confession, the deed may be told as a fact.
"""

from __future__ import annotations

from functools import cache

import msgspec

from checker.claims import phrases
from checker.claims.draft import Draft
from checker.claims.propositions import unmarked
from checker.claims.status import status_of
from checker.language import VerbGroup
from checker.language.lexicon import items, table
from checker.language.morphology import singular
from checker.records import Claim

REACH = 4  # tokens between "alleged" and the deed
OBJECT = 6  # tokens behind a verb in which its object stands
CUES = {"alleged": "alleged", "allegedly": "allegedly", "reportedly": "reportedly", "purportedly": "alleged"}
ABOVE = {"accuse": "accuse", "allege": "allege", "suspect": "suspect"}


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one class of `deed_words.tsv`."""
    return frozenset(word for row in table("deed_words") if row["class"] == kind for word in items(row["words"]))


@cache
def verbs() -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    """Lemma → the classes of its deeds, each with the objects that it needs."""
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for row in table("deeds"):
        for lemma in items(row["verbs"]):
            found.setdefault(lemma, []).append((row["class"], frozenset(items(row["objects"]))))
    return {lemma: tuple(rows) for lemma, rows in found.items()}


@cache
def nouns() -> dict[str, str]:
    """Noun of a deed → its class."""
    return {noun: row["class"] for row in table("deeds") for noun in items(row["nouns"])}


def deed_claims(draft: Draft) -> list[Claim]:
    """Aspect statement, kind "deed": predicate the class of the deed; cue how it is alleged, none where it is told."""
    analysis = draft.analysis
    if draft.places.keys().isdisjoint(words("mark")):
        return []
    settled = not words("settled").isdisjoint(_without_pleas(draft))
    rows: list[Claim] = []
    for group in (*analysis.verb_groups, *unmarked(draft)):
        kind = _class(draft, group)
        if not kind or draft.telling(group.start) is None:
            continue
        cue = _cue(draft, group)
        if cue:
            rows.append(_row(draft, group.start, group.end, kind, cue))
        elif not settled and _told(draft, group):
            rows.append(_row(draft, group.start, group.end, kind, ""))
    for token in draft.of({low for low in draft.places if singular(low) in nouns()}):
        before = analysis.lowers[max(0, token - REACH) : token]
        if "alleged" in before or "suspected" in before:
            kind = nouns()[singular(analysis.lowers[token])]
            rows.append(_row(draft, analysis.starts[token], analysis.ends[token], kind, "alleged"))
    return rows


def _without_pleas(draft: Draft) -> set[str]:
    """The words of the text; "pleaded not guilty" settles nothing."""
    text = draft.analysis.lower
    said = set(draft.places)
    if "not guilty" in text and text.count("guilty") == text.count("not guilty"):
        said -= {"guilty", "pleaded"}
    return said


def _class(draft: Draft, group: VerbGroup) -> str:
    lowers = draft.analysis.lowers
    behind = {singular(low) for low in lowers[group.last : group.last + OBJECT]} | set(
        lowers[group.last : group.last + OBJECT]
    )
    for kind, objects in verbs().get(group.lemma, ()):
        if not objects or objects & behind:
            return kind
    return ""


def _cue(draft: Draft, group: VerbGroup) -> str:
    """How the deed of a verb is alleged: "allegedly took", "is alleged to have taken", "accused of taking"."""
    analysis = draft.analysis
    for token in range(max(0, group.first - 1), group.last):
        if analysis.lowers[token] in CUES:
            return CUES[analysis.lowers[token]]
    if not group.finite:
        for token in range(group.first - 1, max(-1, group.first - 1 - REACH), -1):
            above = analysis.verb_at.get(token)
            if above is not None:
                return ABOVE.get(above.lemma, "")
    voice = draft.voices(group.start, group.end)[0]
    return voice.cue if voice.cue in ("allege", "accuse", "suspect", "alleged", "allegedly") else ""


def _told(draft: Draft, group: VerbGroup) -> bool:
    """Does the article itself say that somebody whom it knows did it?"""
    analysis = draft.analysis
    voice = draft.voices(group.start, group.end)[0]
    if voice.source or voice.cue or not group.finite or group.passive or group.negated or group.tense != "past":
        return False
    sentence = analysis.sentences[group.sentence]
    if status_of(analysis, group, sentence.first, group.first, group.last) not in ("", "done"):
        return False
    doer = phrases.before(analysis, group.first, sentence.first)
    if doer is None and group.first > sentence.first and analysis.words[group.first - 1] == ",":
        doer = phrases.before(analysis, group.first - 1, sentence.first)
    return doer is not None and doer.lemma not in words("anybody")


def _row(draft: Draft, start: int, end: int, kind: str, cue: str) -> Claim:
    voice = msgspec.structs.replace(draft.voices(start, end)[0], polarity="+")
    if cue:
        voice = msgspec.structs.replace(voice, cue=cue)
    return draft.claim("statement", start, end, voice, predicate="deed:" + kind, kind="deed", wording=kind)
