"""Events as a text may tell them again: "he resigned", "the resignation"; "set the mattresses alight", "on fire"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from checker.claims import phrases
from checker.claims.clauses import EMPTY_VERBS, clause_verbs, noun_verbs, phrase_class
from checker.claims.draft import Draft
from checker.claims.events import happening_verbs, happenings, nouns, verbs
from checker.claims.rarity import NAME
from checker.claims.themes import Theme, is_time, names, owner, subject_of, theme
from checker.kept import kept
from checker.language import VerbGroup
from checker.language.lexicon import items, table
from checker.language.morphology import singular, verb_class

SUFFIXES = ("ation", "ition", "sion", "tion", "ion", "ment", "al", "ure", "ance", "ence", "ing")
SHORTEST = 3  # letters of a verb that a noun is made from
MADE = ("ation", "ition", "sion", "ction", "ment", "ating")  # ends of nouns that are made from verbs
ROOT, STEM, LONG = "~", 5, 8  # the mark of a word's beginning, its letters, those of the noun
STARTING = frozenset(("start", "begin", "commence", "erupt", "break"))  # what an event of a noun does
MEASURED = frozenset(("metre", "meter", "kilometre", "mile", "yard", "final", "game"))  # "won the 800 metres"
NAMING = frozenset(("NOUN", "PROPN", "ING", "ADJ"))  # "the dismissal" is read as an adjective
CLAUSE = 4  # tokens behind a verb in which its particle or noun stands: "set the mattresses alight"


class Happened(msgspec.Struct, frozen=True):
    """An event: its names as a deed, what it befell, who did it, the other words of its clause, and its tokens."""

    deeds: frozenset[str]
    theme: frozenset[str]  # words of what it befell; empty where the text does not say
    agent: frozenset[str]  # names of who did it to that
    words: frozenset[str]
    names: frozenset[str]
    first: int
    last: int
    gone_by: bool = False  # told as past by then: "had collapsed"
    several: bool = False  # it befell more than one, or there were more than one

    def coded(self, mark: str) -> tuple[str, ...]:
        """Its words, each behind a mark and the letter of its part, for a claim."""
        parts = zip("dtawn", (self.deeds, self.theme, self.agent, self.words, self.names), strict=True)
        return tuple(f"{mark}{letter}{word}" for letter, words in parts for word in sorted(words))


@cache
def _rows(column: str) -> dict[str, frozenset[str]]:
    """Verb (with its particle) or noun → its events."""
    found: dict[str, set[str]] = {}
    for row in (*table("told_events"), *table("event_names")):
        for word in items(row[column]):
            found.setdefault(word, set()).add(row["event"])
    return {word: frozenset(events) for word, events in found.items()}


def retold(lemma: str) -> bool:
    """May a text tell of this verb's event again in other words?"""
    return lemma in _rows("verbs")


def retold_as(lemma: str) -> frozenset[str]:
    """The events that a verb may tell of, but for those that fit any."""
    return _rows("verbs").get(lemma, frozenset()) - {"light", "any"}


@cache
def _particles() -> dict[str, list[tuple[str, frozenset[str]]]]:
    """Verb → what may stand behind it ("alight", "on fire"), with the events that both tell of."""
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for words, events in _rows("verbs").items():
        verb, _, rest = words.partition(" ")
        if rest:
            found.setdefault(verb, []).append((rest, events))
    return found


@cache
def light() -> frozenset[str]:
    """Verbs that leave the event to a noun beside them."""
    return frozenset(verb for verb, events in _rows("verbs").items() if "light" in events)


@kept
def _derived() -> dict[str, str]:
    """Stem of a verb → its lemma: what a noun in -ation, -ment or -al is made from."""
    found: dict[str, str] = {}
    for row in table("verbs"):
        lemma = row["lemma"]
        found.setdefault(lemma.removesuffix("e"), lemma)
    return found


@cache
def deeds_of_noun(low: str) -> frozenset[str]:
    """The events that a noun names: "resignation", "the release"; empty for a thing."""
    word = singular(low)
    if "none" in _rows("nouns").get(word, ()):
        return frozenset()
    found = set(_rows("nouns").get(word, ()))
    if word in _derived().values():
        found.add(verb_class(word))  # the fine, the recall
    for kind in (nouns().get(word), happenings().get(word)):
        if kind is not None:
            found.add(kind.event.removeprefix("happening:"))
    if noun_verbs().get(word):
        found.add(noun_verbs()[word])
    for suffix in SUFFIXES:
        stem = word.removesuffix(suffix)
        if stem != word and len(stem) >= SHORTEST and (verb := _derived().get(stem)):
            found |= {verb_class(verb), *_rows("verbs").get(verb, ())}
            break
    if found or (len(word) >= LONG and word.endswith(MADE)):
        found.add(ROOT + word[:STEM])  # of a verb that no table has: "graduation", "fine"
    return frozenset(found - {"light"})


def deeds_of_verb(draft: Draft, verb: VerbGroup, limit: int) -> frozenset[str]:
    """The events that a verb tells of, with what stands behind it."""
    analysis = draft.analysis
    behind = " ".join(analysis.lowers[verb.last : min(limit, verb.last + CLAUSE + 3)])
    for rest, events in _particles().get(verb.lemma, ()):
        if f" {rest} " in f" {behind} ":
            alone = _rows("verbs").get(verb.lemma, frozenset())  # "filed for bankruptcy" is a filing too
            return (events | alone | {f"{verb.lemma} {rest}"}) - {"light"}
    found = {phrase_class(analysis, verb, limit) or verb_class(verb.lemma), verb.lemma, ROOT + verb.lemma[:STEM]}
    found |= _rows("verbs").get(verb.lemma, frozenset()) - {"light"}
    for kind in (verbs().get(verb.lemma), happening_verbs().get(verb.lemma)):
        if kind is not None:
            found.add(kind.event.removeprefix("happening:"))
    return frozenset(found)


def of_verb(draft: Draft, verb: VerbGroup, left: int, last: int) -> Happened | None:
    """What the clause of tokens left..last tells, from its subject on: by its verb, or by the noun that a light verb
    leaves it to."""
    analysis = draft.analysis
    if verb.negated or verb.modal or verb.tense == "future":
        return None
    subject = subject_of(draft, verb, left)
    own = subject is not None and left <= subject.first < verb.first and not is_time(draft, subject.first)
    first = subject.first if subject is not None and own else verb.first
    subject = _plain(draft, subject, verb)
    stop = next((at for at in range(verb.last, last) if is_time(draft, at)), last)  # "announced the cuts a day later"
    behind = phrases.after(analysis, verb.last, stop)
    if verb.lemma in clause_verbs() and (not (verb.passive or behind) or _clause_follows(draft, verb, last)):
        return None  # "said that", not "saw smoke"
    if verb.lemma in light() or verb.lemma in EMPTY_VERBS or verb.lemma in STARTING:
        placed = verb.lemma == "take" and behind is not None and behind.lemma == "place"  # "the wedding took place"
        for phrase in (None if placed else behind, subject):
            if phrase is not None and (found := of_noun(draft, phrase.first, min(phrase.last, last), True)):
                deeds = deeds_of_verb(draft, verb, last) if verb.lemma in STARTING else frozenset()
                gone_by = verb.tense == "past" and "perfect" in verb.aspect
                return msgspec.structs.replace(
                    found, deeds=found.deeds | deeds, first=first, last=last, gone_by=gone_by
                )
        if verb.lemma != "follow" and not deeds_of_verb(draft, verb, last) - {verb.lemma, verb_class(verb.lemma)}:
            return None
    if verb.lemma in EMPTY_VERBS:
        return None
    befell: Theme | None = subject
    agent: frozenset[str] = frozenset()
    unnamed = verb.last < last and analysis.tags[verb.last] in ("PRON", "NUM", "DET")  # "released the 40", "sacked him"
    if not verb.passive and (behind is not None or unnamed):
        befell = theme(draft, behind.first, behind.last, behind.lemma) if behind is not None else None
        agent = frozenset(subject.names) if subject is not None else frozenset()
    deeds = deeds_of_verb(draft, verb, last)
    said = {word.removeprefix(NAME) for word in _words(draft, first, last, verb)}
    said |= set(subject.names) | {subject.head} if subject is not None else set()
    about = _about(befell)
    named = {*_names(draft, first, last), *(subject.names if subject is not None else ())}
    gone_by = verb.tense == "past" and "perfect" in verb.aspect
    several = _several(draft, befell)
    return Happened(deeds, about, agent, frozenset(said), frozenset(named), first, last, gone_by, several)


def _clause_follows(draft: Draft, verb: VerbGroup, last: int) -> bool:
    """ "said the bank had", "was told to go": is it the saying of something?"""
    analysis = draft.analysis
    return any(analysis.verb_at[at].finite for at in range(verb.last, last) if at in analysis.verb_at) or (
        verb.last < last and analysis.lowers[verb.last] in ("that", "to", "how", "why", "whether")
    )


def of_noun(draft: Draft, first: int, last: int, whole: bool = False) -> Happened | None:
    """What an event noun tells: "the collapse of Norbank", "his resignation"; the head only, where it is the whole."""
    analysis = draft.analysis
    for token in range(first, last):
        follows = analysis.tags[token + 1] if token + 1 < last else ""
        if analysis.tags[token] not in NAMING or follows == "POSS" or _compound(draft, token + 1, last):
            continue
        deeds = deeds_of_noun(analysis.lowers[token])
        if not deeds:
            if whole or token - first > CLAUSE:
                return None
            continue
        befell = owner(draft, token, first, min(len(analysis.words), last + CLAUSE))
        own = {*_words(draft, first, token), *_words(draft, token + 1, last)}
        said = {word.removeprefix(NAME) for word in own}
        named = frozenset(_names(draft, first, last))
        several = singular(analysis.lowers[token]) != analysis.lowers[token] or _several(draft, befell)
        return Happened(deeds, _about(befell), frozenset(), frozenset(said), named, first, last, several=several)
    return None


def _names(draft: Draft, first: int, last: int) -> Iterator[str]:
    """The words of names; the common noun that opens a sentence is none."""
    analysis = draft.analysis
    opener = analysis.sentences[analysis.sentence_at(analysis.starts[first])].first
    return names(draft, first + (first == opener and analysis.tags[first] != "PROPN"), last)


def _plain(draft: Draft, found: Theme | None, verb: VerbGroup) -> Theme | None:
    """A subject but for the capital that opens a sentence; in "and two days later dismissed" the time is none."""
    if found is None or is_time(draft, found.first) or is_time(draft, found.last - 1):
        return None
    opens = draft.analysis.sentences[verb.sentence].first == found.first
    common = opens and draft.analysis.tags[found.first] != "PROPN"
    first = draft.analysis.lowers[found.first]
    return msgspec.structs.replace(found, names=tuple(n for n in found.names if n != first)) if common else found


def _compound(draft: Draft, token: int, last: int) -> bool:
    """Does a noun follow, so that the one before only says which: "vote count"?"""
    return token < last and draft.analysis.tags[token] in ("NOUN", "PROPN") and not is_time(draft, token)


def _several(draft: Draft, befell: Theme | None) -> bool:
    """Is what an event befell more than one: "two men", "the villagers"?"""
    if befell is None or befell.head in MEASURED:
        return False
    lowers = draft.analysis.lowers[befell.first : befell.last]
    return any(singular(low) == befell.head != low for low in lowers)


def _about(befell: Theme | None) -> frozenset[str]:
    """The words of what an event befell."""
    if befell is None:
        return frozenset()
    return frozenset((*befell.names, singular(befell.head)))


def _words(draft: Draft, first: int, last: int, verb: VerbGroup | None = None) -> list[str]:
    """The content words but adverbs, times and the verb itself."""
    analysis = draft.analysis
    return [
        draft.words[token]
        for token in range(first, last)
        if draft.words[token] and analysis.tags[token] != "ADV" and not is_time(draft, token)
        and (verb is None or not verb.first <= token < verb.last)
    ]  # fmt: skip
