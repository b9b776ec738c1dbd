"""What somebody claims and another rejects, and the text then takes for granted by a noun: "she claims that managers
backdated reports, a charge the firm rejects ... the backdating of the reports"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import msgspec

from checker.claims.denials import general_nouns
from checker.claims.draft import Draft
from checker.claims.happened import ROOT, STEM, deeds_of_noun, retold_as
from checker.claims.themes import owner
from checker.language import VerbGroup
from checker.language.lexicon import word_class
from checker.language.morphology import singular
from checker.records import Claim

BESIDE = 2  # sentences behind a claim in which it is rejected
REACH = 4  # and in which it is taken for granted
NEAR = 3  # tokens before a noun in which "alleged" stands
DEFINITE = frozenset(("the", "his", "her", "their", "its", "this", "that", "these", "those"))
OBJECTS = frozenset(("NOUN", "DET", "ADJ", "PROPN"))
CLAIMING = frozenset(("claim", "allege", "accuse", "say", "according"))
words = partial(word_class, "deed_words")


def presumed_claims(draft: Draft) -> list[Claim]:
    """Aspect statement, kind "deed": predicate the noun; cue "allege" where it is claimed, none where presumed."""
    analysis = draft.analysis
    if draft.places.keys().isdisjoint(words("rejecting")):
        return []
    rows: list[Claim] = []
    for group in _rejected(draft):
        for token in _nouns(draft, group):
            name = "presumed " + singular(analysis.lowers[token])
            for start, end, cue in (
                (group.start, group.end, "allege"),
                (analysis.starts[token], analysis.ends[token], ""),
            ):
                voice = msgspec.structs.replace(draft.voices(start, end)[0], polarity="+", certainty="certain", cue=cue)
                rows.append(
                    draft.claim("statement", start, end, voice, predicate="deed:" + name, kind="deed", wording=name)
                )
    return rows


def _rejected(draft: Draft) -> Iterator[VerbGroup]:
    """What is claimed by a source, and rejected right behind."""
    analysis = draft.analysis
    against = {analysis.sentence_at(analysis.starts[t]) for t in draft.of(words("rejecting")) if _of_claim(draft, t)}
    claiming = [one for one in draft.attributions if one.source and one.cue in CLAIMING]
    for group in (*analysis.verb_groups, *_unknown(draft)):
        if group.negated or group.modal or against.isdisjoint(range(group.sentence, group.sentence + BESIDE + 1)):
            continue
        if any(a <= group.start < b for one in claiming for a, b in one.content_spans):
            yield group


def _unknown(draft: Draft) -> Iterator[VerbGroup]:
    """Infinitives of verbs that no table has: "told staff to backdate the reports"."""
    analysis = draft.analysis
    for token, _ in draft.stated({"to"}):
        verb = token + 1
        if verb + 1 < len(analysis.tags) and analysis.tags[verb] == "NOUN" and analysis.tags[verb + 1] in OBJECTS:
            yield analysis.as_verb(verb, analysis.lowers[verb], "none")


def _of_claim(draft: Draft, token: int) -> bool:
    """ "Which the army denies.", "denies it", "rejects the charge": is it what was said last?"""
    analysis = draft.analysis
    behind = analysis.lowers[token + 1 : token + 3]
    if not behind or analysis.tags[token + 1] == "PUNCT" or behind[0] in general_nouns():
        return True
    return behind[0] in DEFINITE and singular(behind[-1]) in general_nouns()


def _nouns(draft: Draft, group: VerbGroup) -> Iterator[int]:
    """The nouns behind that take what a verb tells for granted: with "the", of the same thing, and not "alleged"."""
    analysis = draft.analysis
    sentence = analysis.sentences[group.sentence]
    said = {singular(low) for low in analysis.lowers[sentence.first : sentence.last]}
    deeds = retold_as(group.lemma) | {ROOT + group.lemma[:STEM]}
    for number in range(group.sentence + 1, min(len(analysis.sentences), group.sentence + REACH + 1)):
        behind = analysis.sentences[number]
        if behind.scope in ("furniture", "correction", "headline"):
            continue
        for token in range(behind.first, behind.last - 2):
            if analysis.tags[token] not in ("NOUN", "ING") or not deeds & deeds_of_noun(analysis.lowers[token]):
                continue
            before = analysis.lowers[max(behind.first, token - NEAR) : token]
            plain = words("mark").isdisjoint(before) and words("claimed").isdisjoint(before)
            theme = owner(draft, token, behind.first, behind.last)
            same = theme is not None and singular(theme.head) in said
            same = same and analysis.lowers[token + 1] == "of" and analysis.lowers[token + 2] in DEFINITE
            told = not draft.voices(analysis.starts[token], analysis.ends[token])[0].source
            if plain and same and told and not DEFINITE.isdisjoint(before) and _fact(draft, token, behind.last):
                yield token


def _fact(draft: Draft, token: int, last: int) -> bool:
    """Is the sentence no supposition: "if the backdating is proved"?"""
    analysis = draft.analysis
    first = analysis.sentences[analysis.sentence_at(analysis.starts[token])].first
    return words("supposing").isdisjoint(analysis.lowers[first:last])
