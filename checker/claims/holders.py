"""Of whom or what a clause tells, so that two answers to one question can be held against each other: nobody, all, one
who is known, what "the man" or "he" points at."""

from __future__ import annotations

import msgspec

from checker.claims import phrases
from checker.claims.clauses import actor_id
from checker.claims.draft import Draft
from checker.claims.nouns import noun_classes
from checker.claims.polarity import EVERY, EVERYONE, NONE, SOME
from checker.claims.themes import subject_of
from checker.language import Sentence, VerbGroup
from checker.language.lexicon import word_class
from checker.language.morphology import singular

PRONOUNS = frozenset(("he", "she", "they", "it", "i", "we", "you"))
PLACING = frozenset(("in", "on", "at", "near", "of", "from", "to", "outside", "across", "the"))  # before places
OWNERS = {"his": "he", "her": "she"}
REACH = 3  # sentences over which "the man" points back
BESIDE = 4  # letters between a noun and the name that it belongs to
NEAR = 5  # tokens before a noun in which its owner stands


class Holder(msgspec.Struct, frozen=True):
    """Of whom it is told: nobody ("none"), all, some who are not known, one who is known, or what a word points at."""

    kind: str  # none all some known pointing
    id: str = ""
    noun: str = ""  # by which it is told


SOMEBODY = Holder("some")


def holder_of(draft: Draft, token: int, sentence: Sentence, left: int, group: VerbGroup | None, about: str) -> Holder:
    """Of whom the words at `token` tell: the subject of their verb, its object, or whom "his" means; of what goes on
    ("event") only whether it befell nobody."""
    analysis = draft.analysis
    if about == "event":  # "no children were among the casualties"
        found = phrases.before(analysis, group.first, left) if group is not None and group.first < token else None
        subject = None if found is None else of_phrase(draft, found, left)
        return subject if subject is not None and subject.kind == "none" else SOMEBODY
    if about == "object":
        return _object(draft, token, sentence)
    owned = _owner(draft, token, sentence) if about == "owner" else None
    return owned or _subject(draft, token, sentence, left, group)


def _object(draft: Draft, token: int, sentence: Sentence) -> Holder:
    """Whom the verb behind `token` tells of: "had dealt with him", "had warned the man"."""
    analysis = draft.analysis
    object_ = next((t for t in range(token + 1, sentence.last) if analysis.lowers[t] in ("him", "her", "the")), -1)
    if object_ >= 0 and analysis.lowers[object_] == "the":
        found = phrases.after(analysis, object_, sentence.last)
        return SOMEBODY if found is None else of_phrase(draft, found, object_)
    return SOMEBODY if object_ < 0 else named_before(draft, object_, "he")


def _subject(draft: Draft, token: int, sentence: Sentence, left: int, group: VerbGroup | None) -> Holder:
    """The subject of the verb that the anchor belongs to."""
    analysis = draft.analysis
    if group is None:
        inside = phrases.before(analysis, token, left)
        main = main_subject(draft, sentence) if inside is None else None  # "Still unbeaten, Acton lead"
        return of_phrase(draft, inside, left) if inside is not None else main or SOMEBODY
    first = group.first
    if group.first == token and group.passive and not group.finite:  # "residents injured in the blaze"
        inside = phrases.before(analysis, first, left, attached=False)
        if inside is not None:
            return of_phrase(draft, inside, left)
        # "wounded men"
        behind = phrases.after(analysis, token + 1, sentence.last)
        return SOMEBODY if behind is None else of_phrase(draft, behind, left)
    before = first - 1
    while before > left and analysis.tags[before] in ("ADV", "NEG", "CONJ"):
        before -= 1
    low = analysis.lowers[before] if before >= sentence.first else ""
    if analysis.tags[before] == "REL" and before > sentence.first:
        found = phrases.before(analysis, before - (analysis.tags[before - 1] == "PUNCT"), sentence.first)
        whom = SOMEBODY if found is None else of_phrase(draft, found, sentence.first)
        return SOMEBODY if whom.kind == "none" else whom  # "no athletes who met the standard": others may
    if low in NONE or (low == "one" and analysis.lowers[before - 1] == "no"):
        return Holder("none")
    if low in EVERYONE:
        return Holder("all")
    if low in PRONOUNS and before >= left:
        return named_before(draft, before, low)
    if analysis.words[before] == "," and group.finite:  # "the man, in his fifties, suffered"
        apart = subject_of(draft, group, left)
        whole = phrases.before(analysis, apart.last, sentence.first) if apart is not None else None
        if whole is not None:
            return of_phrase(draft, whole, sentence.first)
    if _aged(low) and analysis.lowers[before - 1] == "the":
        return _meant(draft, before) or Holder("pointing", low)
    if analysis.tags[before] == "ADJ" and analysis.lowers[before - 1] == "the":
        return Holder("pointing", low)  # "the general", "the accused"
    if not group.finite:
        return main_subject(draft, sentence) or SOMEBODY
    found = phrases.before(analysis, first, left)
    if found is None:
        above = phrases.before(analysis, left - 1, sentence.first) if left - 1 > sentence.first else None
        main = main_subject(draft, sentence)
        return main or (SOMEBODY if above is None else of_phrase(draft, above, sentence.first))
    return of_phrase(draft, found, left)


def main_subject(draft: Draft, sentence: Sentence) -> Holder | None:
    """The subject of the sentence's first finite verb: "Smith, 34, denied it and was freed"."""
    analysis = draft.analysis
    for token in range(sentence.first, sentence.last):
        group = analysis.verb_at.get(token)
        if group is not None and group.finite:
            found = phrases.before(analysis, group.first, sentence.first)
            if found is not None:
                return of_phrase(draft, found, sentence.first)
            low = analysis.lowers[group.first - 1] if group.first > sentence.first else ""
            return named_before(draft, group.first - 1, low) if low in PRONOUNS else None
    return None


def of_phrase(draft: Draft, phrase: phrases.Phrase, left: int) -> Holder:
    """Whom a phrase names; `left` is where its clause begins ("none of the men")."""
    analysis = draft.analysis
    first = phrase.first
    lowers = analysis.lowers[max(left, first - 2) : phrase.last]
    if not NONE.isdisjoint(lowers) or lowers[:2] == ["no", "one"]:
        kind = singular(analysis.lowers[phrase.head])
        return Holder("none", "" if kind in word_class("facet_words", "anybody") else kind)
    if not EVERY.isdisjoint(lowers):
        return Holder("all", noun=singular(analysis.lowers[phrase.head]))
    named = [
        entity
        for entity in draft.names.entities_in(analysis.starts[first], analysis.ends[phrase.last - 1])
        if entity.kind in ("person", "organisation", "name", "country", "body")
    ]
    if named and analysis.tags[phrase.head] == "PROPN":
        return Holder("known", actor_id(named[-1]))
    if analysis.tags[phrase.head] == "PROPN":
        return Holder("known", "name:" + analysis.lowers[phrase.head])
    head = singular(analysis.lowers[phrase.head])
    numbers = [t for t in range(first, phrase.head) if analysis.tags[t] == "NUM"]
    counted = any(not analysis.lowers[t].endswith("-old") for t in numbers) or analysis.lowers[first] in SOME
    if analysis.lowers[first] in ("the", "this", "that") and not counted:
        meant = _meant(draft, first) if head in word_class("facet_words", "somebody") or _aged(head) else None
        return meant or Holder("pointing", head, head)
    one = analysis.lowers[first] in ("a", "an", "one")
    return Holder("some", head if one else "", head)


def _aged(noun: str) -> bool:
    """ "The 26-year-old"."""
    return noun.endswith("-year-old")


def _meant(draft: Draft, token: int) -> Holder | None:
    """Whom "the man", "the 26-year-old" mean: the one person whom the sentences before tell of, by name or by what they
    are; None where they tell of none, or of two."""
    analysis = draft.analysis
    number = analysis.sentence_at(analysis.starts[token])
    found: set[Holder] = set()
    for sentence in analysis.sentences[max(0, number - REACH) : number]:
        for entity in draft.names.entities_in(sentence.start, sentence.end):
            unknown = entity.kind == "name" and analysis.lowers[analysis.token_at(entity.start) - 1] not in PLACING
            if (entity.kind == "person" or unknown) and entity.id and not _speaks(draft, entity.start):
                found.add(Holder("known", entity.id))
        for at in range(sentence.first, sentence.last - 1):
            low = analysis.lowers[at]
            person = analysis.tags[at] == "NOUN" and noun_classes().get(low) == "person"
            if person and analysis.tags[at + 1] not in ("NOUN", "POSS") and not _named(draft, at):
                found.add(Holder("pointing", low, low))
    return found.pop() if len(found) == 1 else None


def _named(draft: Draft, token: int) -> bool:
    """ "The driver, Leo Hart": a noun beside a name, or one that says who speaks, is nobody else."""
    start, end = draft.analysis.starts[token], draft.analysis.ends[token]
    near = draft.names.entities_in(start - BESIDE, end + BESIDE)
    return any(entity.kind == "person" for entity in near) or _speaks(draft, start)


def named_before(draft: Draft, token: int, pronoun: str) -> Holder:
    """Whom a pronoun means: the subject of the sentence before, or the one person named there who is not speaking, else
    what it points at."""
    analysis = draft.analysis
    number = analysis.sentence_at(analysis.starts[token])
    if pronoun not in ("he", "she"):
        return Holder("pointing", pronoun)
    for back in range(number, max(-1, number - 3), -1):
        sentence = analysis.sentences[back]
        end = min(sentence.end, analysis.starts[token])
        main = main_subject(draft, sentence) if back < number else None
        somebody = main is not None and main.kind == "pointing" and noun_classes().get(main.noun) == "person"
        if main is not None and (main.kind == "known" or somebody):
            return main
        found = {
            e.id
            for e in draft.names.entities_in(sentence.start, end)
            if e.kind == "person" and e.id and not _speaks(draft, e.start)
        }
        if len(found) == 1:
            return Holder("known", found.pop())
        if found:
            break
    return Holder("pointing", pronoun)


def _speaks(draft: Draft, offset: int) -> bool:
    """Is who stands here the source of what the sentence says?"""
    return any(a <= offset < b for one in draft.attributions for a, b in one.source_spans)


def _owner(draft: Draft, token: int, sentence: Sentence) -> Holder | None:
    """Whom "his" before a noun means, or whose name with "'s" stands there."""
    analysis = draft.analysis
    for at in range(token - 1, max(sentence.first, token - NEAR) - 1, -1):
        if analysis.lowers[at] in OWNERS:
            main = main_subject(draft, sentence) if at > sentence.first + 1 else None
            if main is not None and main.kind == "known":
                return main
            return named_before(draft, at, OWNERS[analysis.lowers[at]])
        if analysis.lowers[at] in ("their", "its"):
            return named_before(draft, at, "they")
        if analysis.tags[at] == "POSS":
            found = phrases.before(analysis, at, sentence.first)
            return None if found is None else of_phrase(draft, found, sentence.first)
    return None
