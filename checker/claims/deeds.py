"""Deeds that a text tells as done, and calls alleged elsewhere: "beat him with batons ... the alleged beating".

A deed told as a fact needs somebody who did it: what "thieves" or "two men" did is known to have been done by somebody.
Where the text tells of a verdict or a confession, the deed may be told as a fact; but the deed that somebody was
convicted of, or admits, is no longer alleged.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial

import msgspec

from checker.claims import phrases
from checker.claims.draft import Draft
from checker.claims.propositions import unmarked
from checker.claims.status import status_of
from checker.language import VerbGroup
from checker.language.lexicon import items, table, word_class
from checker.language.morphology import singular, unchanging, verb_forms
from checker.records import Claim

REACH = 4  # tokens between "alleged" and the deed
OBJECT = 6  # tokens behind a verb in which its object stands
CUES = {"alleged": "alleged", "allegedly": "allegedly", "reportedly": "reportedly", "purportedly": "alleged"}
ALLEGING = frozenset(("allege", "accuse", "suspect", "alleged", "allegedly"))  # classes of cues
ABOVE = frozenset(("accuse", "allege", "suspect"))  # verbs whose infinitive or gerund is alleged


words = partial(word_class, "deed_words")


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
    alleged = list(_alleged(draft))
    kinds = frozenset(kind for _, kind in alleged)
    proved = settled(draft)
    rows: list[Claim] = []
    for group in (*analysis.verb_groups, *unmarked(draft)):
        kind = deed_of(draft, group) or (OWN + group.lemma if OWN + group.lemma in kinds else "")
        if not kind or draft.telling(group.start) is None:
            continue
        cue, above = _cue(draft, group), _proved(draft, group)
        if above is not None:
            rows.append(_row(draft, above.start, group.end, kind, ""))
        elif cue:
            rows.append(_row(draft, group.start, group.end, kind, cue))
        elif not proved and is_told(draft, group):
            rows.append(_row(draft, group.start, group.end, kind, ""))
    for token, kind in alleged:
        rows.append(_row(draft, analysis.starts[token], analysis.ends[token], kind, "alleged"))
    return rows


def _alleged(draft: Draft) -> Iterator[tuple[int, str]]:
    """The nouns of deeds that are called alleged, with the class of the deed, else its verb ("the alleged leak"); not
    where they tell of what deed: "the alleged murder of his aunt"."""
    analysis = draft.analysis
    for mark, sentence in draft.stated({"alleged", "suspected"}):
        for token in range(mark + 1, min(sentence.last, mark + 1 + REACH)):
            low = analysis.lowers[token]
            form = verb_forms().get(low)
            kind = nouns().get(singular(low), "")
            if not kind and token == mark + 1 and form is not None and form[1] in ("base", "ing"):
                kind = OWN + form[0]
            if kind:
                behind = analysis.lowers[token + 1 : token + 3]
                if behind[:1] != ["of"] or behind[1:] in (["the"], ["that"]):
                    yield token, kind
                break


OWN = "verb "  # a class of its own: what one verb tells of
PROOF = 8  # tokens between "was found guilty" and the deed


def _proved(draft: Draft, group: VerbGroup) -> VerbGroup | None:
    """The verb that tells that the deed is proved: "was found guilty on Monday of stealing", "admitted stealing"."""
    analysis = draft.analysis
    if group.finite:
        return None
    for token in range(group.first - 1, max(-1, group.first - 1 - PROOF), -1):
        above = analysis.verb_at.get(token)
        if analysis.tags[token] in ("PUNCT", "QUOTE", "CONJ"):
            return None
        if above is None:
            continue
        between = analysis.lowers[above.first : group.first]
        linked = between[-1] in ("of", "to") or above.last == group.first
        proving = above.lemma in words("proving") or "guilty" in between
        sure = above.finite and not above.negated and not above.modal and "not" not in between
        return above if linked and proving and sure and above.tense in ("past", "present") else None
    return None


def settled(draft: Draft) -> bool:
    """Does the text tell of a verdict or a confession?"""
    return not words("settled").isdisjoint(_without_pleas(draft))


def _without_pleas(draft: Draft) -> set[str]:
    """The words of the text; "pleaded not guilty" settles nothing."""
    text = draft.analysis.lower
    said = set(draft.places)
    if "not guilty" in text and text.count("guilty") == text.count("not guilty"):
        said -= {"guilty", "pleaded"}
    return said


def deed_of(draft: Draft, group: VerbGroup) -> str:
    """The class of a verb's deed, with the object that it needs; "" for none."""
    behind = draft.analysis.lowers[group.last : group.last + OBJECT]
    for kind, objects in verbs().get(group.lemma, ()):
        if not objects or not objects.isdisjoint((*behind, *map(singular, behind))):
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
                return above.lemma if above.lemma in ABOVE else ""
    voice = draft.voices(group.start, group.end)[0]
    return voice.cue if voice.cue in ALLEGING else ""


def is_told(draft: Draft, group: VerbGroup) -> bool:
    """Does the article itself say that somebody whom it knows did it?"""
    analysis = draft.analysis
    voice = draft.voices(group.start, group.end)[0]
    if voice.source or voice.cue or not group.finite or group.passive or group.negated:
        return False
    unmarked_past = group.tense == "present" and analysis.lowers[group.head] in unchanging()  # "three wardens beat him"
    if group.tense != "past" and not unmarked_past:
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
