"""What a passage dates: births, deaths, beginnings, ends and other deeds, each with what it befalls.

A row of `construction.tsv` sees figures in the order of the words.  A milestone is read from the clause of its date, so
that it is the same however the passage is put: "opened in 1950 and closed in 1999", "closed in 1999, having opened in
1950", "It opened in 1950. ...".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from checker.claims import phrases
from checker.claims.clauses import EMPTY_VERBS, segment
from checker.claims.constructions.dates.dates import figure_of
from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.passage.referents import OWNERS, antecedent, beside, pronoun, subject_theme
from checker.claims.constructions.passage.wording import wording
from checker.claims.draft import Draft
from checker.claims.themes import Theme, is_time, object_of, owner, theme, verb_of
from checker.language import Sentence, VerbGroup
from checker.language.lexicon import items, table
from checker.language.morphology import base_participles, verb_forms
from checker.records import Quantity, Time

OPENING = frozenset(("PREP", "ADV", "PUNCT", "CONJ", "SUB", "REL"))  # what may stand before a date that opens a clause
STOPS = frozenset((";", ":", "–", "—", "(", ")"))
NOUN_REACH = 5  # tokens between a noun and its date: "his birth as September 1921", "date of birth: 6 June 1980"
OBJECTS = {"him": "he", "her": "she", "them": "they", "it": "it"}
BEFORE_YEAR = frozenset(("the", "a", "its", "their"))
BEFORE_VERB = frozenset(("NOUN", "PROPN", "CONJ", "PUNCT", "NUM"))


class Sense(msgspec.Struct, frozen=True):
    """A row of `milestones.tsv`."""

    kind: str
    theme: str


class Milestone(msgspec.Struct, frozen=True):
    """A dated birth, death, beginning, end or deed; `thing` is None where the text leaves open what it befalls."""

    kind: str
    time: Time
    thing: Theme | None
    verb: VerbGroup | None
    sentence: int
    partner: Theme | None = None  # what a person joins or leaves

    @property
    def figure(self) -> Figure:
        return figure_of(self.time)

    @property
    def planned(self) -> bool:
        """Is it only told that it is, or was, to be?"""
        verb = self.verb
        return verb is not None and (verb.infinitive or verb.tense == "future" or bool(verb.modal))

    @property
    def ahead(self) -> bool:
        """Is it told as to come, or by a timetable ("closes on 3 July")?"""
        return self.planned or (self.verb is not None and self.verb.tense == "present" and not self.verb.aspect)


@cache
def _senses(column: str) -> dict[str, tuple[Sense, ...]]:
    """Verb, "+verb" of a passive, or noun → what it may be; of some words ("depart") a beginning or an end."""
    found: dict[str, tuple[Sense, ...]] = {}
    for row in table("milestones"):
        for word in items(row[column]):
            found[word] = (*found.get(word, ()), Sense(row["kind"], row["theme"]))
    return found


def milestones_of(draft: Draft, number: int) -> list[Milestone]:
    """The milestones of one sentence, in the order of their dates."""
    sentence = draft.analysis.sentences[number]
    found: list[Milestone] = []
    for time in draft.names.times_in(sentence.start, sentence.end):
        if time.type in ("DATE", "TIME") and time.earliest is not None and time.latest is not None:
            above = found[-1].thing if found else None
            for one in _milestones(draft, time, sentence, number):
                shares = one.thing is None and one.verb is not None and _coordinated(draft, one.verb)
                found.append(msgspec.structs.replace(one, thing=above) if shares else one)
    return found


def _coordinated(draft: Draft, verb: VerbGroup) -> bool:
    """Does it share the subject of the verb before it: "and close on"?"""
    return verb.first > 0 and draft.analysis.lowers[verb.first - 1] in ("and", "but", "then")


def _milestones(draft: Draft, time: Time, sentence: Sentence, number: int) -> list[Milestone]:
    analysis = draft.analysis
    first = analysis.token_at(time.start)
    left = segment(analysis, first, number)[0]
    baby = _baby(draft, time, sentence)
    if baby is not None:
        return [Milestone("birth", time, baby, None, number)]
    named = _year_of(draft, time, sentence)
    if named is not None:
        return [Milestone("event", time, named, None, number)]
    noun = _noun(draft, first, max(sentence.first, left - 3))
    if noun is not None:
        token, senses = noun
        held = _holder(draft, token, left, sentence)
        return [Milestone(sense.kind, time, held, None, number) for sense in senses]
    verb = governor(draft, time, sentence)
    if verb is None or (verb.modal and verb.modal != "will") or verb.lemma == "be":
        return []
    if verb.negated:  # "was not lifted until May": then it was
        if analysis.lowers[first - 1] not in ("until", "till"):
            return []
        verb = msgspec.structs.replace(verb, negated=False)
        return list(_of_verb(draft, verb, time, sentence, number, bounded=False))
    return list(_of_verb(draft, verb, time, sentence, number))


def _baby(draft: Draft, time: Time, sentence: Sentence) -> Theme | None:
    """ "Haugen, a March 2001 baby, is": who was born then."""
    analysis = draft.analysis
    first, last = analysis.token_at(time.start), analysis.token_at(time.end - 1) + 1
    if last >= sentence.last or analysis.lowers[last] != "baby" or analysis.lowers[first - 1] not in ("a", "an"):
        return None
    return antecedent(draft, first - 1, sentence.first) if first - 1 > sentence.first else None


def _year_of(draft: Draft, time: Time, sentence: Sentence) -> Theme | None:
    """ "the 1965 disaster": what the year stands before."""
    analysis = draft.analysis
    first = analysis.token_at(time.start)
    if time.grain != "year" or first == sentence.first or analysis.lowers[first - 1] not in BEFORE_YEAR:
        return None
    behind = phrases.after(analysis, first + 1, min(sentence.last, first + 5))
    if behind is None or behind.first != first + 1:
        return None
    return theme(draft, behind.first, behind.last, behind.lemma)


def _noun(draft: Draft, first: int, left: int) -> tuple[int, tuple[Sense, ...]] | None:
    """ "his birth in", "date of birth:", "the closure of the pit in", "b. 1950": a noun that the date belongs to."""
    analysis = draft.analysis
    for token in range(first - 1, max(left, first - NOUN_REACH) - 1, -1):
        low, verb = analysis.lowers[token].rstrip("."), analysis.verb_at.get(token)
        if low in _senses("nouns") and not (len(low) == 1 and analysis.words[token][0] != low):
            if verb is not None and (low != "born" or verb.lemma == "bear"):
                return None
            return token, _senses("nouns")[low]
        states = verb is not None and verb.lemma == "be" and token == first - 1  # "whose date of birth is"
        if (verb is not None and not states) or is_time(draft, token) or analysis.words[token] == ",":
            return None
    return None


def governor(
    draft: Draft, time: Time | Quantity | Figure, sentence: Sentence, across: bool = False
) -> VerbGroup | None:
    """The verb that a date or age belongs to: the nearest before it in its clause (`across` another date: "in 1985, at
    the age of 40"), else the first behind."""
    analysis = draft.analysis
    first, last = analysis.token_at(time.start), analysis.token_at(time.end - 1) + 1
    left = segment(analysis, first)[0]
    begin = first
    while begin > left and analysis.tags[begin - 1] in ("PREP", "ADV", "DET"):
        begin -= 1
    fronted = begin > left and analysis.tags[begin - 1] == "CONJ" and begin < first
    for token in range(first - 1, left - 1, -1):
        if fronted or (not across and is_time(draft, token, dated=True)):
            left = max(left, token + 1)  # what stands further left has a date of its own
            break
        verb = verb_of(draft, token) or _base(draft, token, first)
        if verb is not None and not _modifies(draft, token):
            return verb
    if not fronted and not all(analysis.tags[token] in OPENING for token in range(left, first)):
        return None
    for token in range(last, sentence.last):
        if analysis.words[token] in STOPS:
            return None
        verb = analysis.verb_at.get(token)
        if verb is None or is_time(draft, token):
            continue
        # not "in 1985 Acme, founded by two"
        plain = verb.finite and (verb.tense != "past" or verb.last - verb.first > 1 or verb.lemma == "be")
        if plain or analysis.words[verb.first - 1] != "," or verb.first - 1 == last:
            return verb
    return None


def _modifies(draft: Draft, token: int) -> bool:
    """ "a bowling alley": a form in -ing that only says what kind."""
    tags = draft.analysis.tags
    return tags[token] == "ING" and tags[token - 1] == "DET" and tags[token + 1 : token + 2] == ["NOUN"]


def _base(draft: Draft, token: int, first: int) -> VerbGroup | None:
    """ "Bookings open on 3 June", "the fair closes on": a verb whose form is also an adjective's or a noun's."""
    analysis = draft.analysis
    low = analysis.lowers[token]
    lemma = verb_forms().get(low, (low, ""))[0]
    if lemma not in _senses("verbs") or not 0 < first - token <= 2 or token < 1:
        return None
    if analysis.tags[token] in ("PREP", "PART") or analysis.tags[token - 1] not in BEFORE_VERB:
        return None
    # "The road shut on 3 May"
    return analysis.as_verb(token, lemma, "past" if low in base_participles() else "present")


def _of_verb(
    draft: Draft, verb: VerbGroup, time: Time, sentence: Sentence, number: int, bounded: bool = True
) -> Iterator[Milestone]:
    subject = subject_theme(draft, verb, sentence)
    fronted = subject is not None and not verb.finite and subject.first == sentence.first
    if fronted and draft.analysis.lowers[sentence.first] in ("a", "an"):  # "A baker's son, born in 1931, Gallo was"
        subject = beside(draft, verb, sentence) or subject
    limit = draft.analysis.token_at(time.start) if time.start > verb.end else sentence.last
    senses, width = _senses_of(draft, verb)
    follows = object_of(draft, msgspec.structs.replace(verb, last=verb.last + width), limit)
    for sense in senses:
        if follows is None and not verb.passive and sense.theme == "object":  # "Gunmen seized her"
            low = draft.analysis.lowers[verb.last] if verb.last < limit else ""
            follows = pronoun(OBJECTS[low], verb.last) if low in OBJECTS else None
        own = sense.theme == "subject" or verb.passive or follows is None
        partner = follows if sense.theme == "subject" else None
        yield Milestone(sense.kind, time, subject if own else follows, verb, number, partner)
    if verb.finite and verb.tense == "past" and verb.lemma not in EMPTY_VERBS:
        yield Milestone("undergone" if verb.passive else "deed", time, subject, verb, number)
    bound = _bounds().get(draft.analysis.lowers[draft.analysis.token_at(time.start) - 1], "")
    if bound and bounded:  # "remained in office until 1994"
        yield Milestone(bound, time, subject, verb, number)


@cache
def _bounds() -> dict[str, str]:
    """Preposition of a date → what of a state it is: "from" its begin, "until" its end."""
    return {word: kind for kind in ("begin", "end") for word in wording(f"{kind}-date")}


def _senses_of(draft: Draft, verb: VerbGroup) -> tuple[tuple[Sense, ...], int]:
    """What a verb tells of, with its particle ("set up") before the bare verb, and the particle's tokens."""
    lowers = draft.analysis.lowers
    for width in (3, 2, 1, 0):
        key = " ".join((verb.lemma, *lowers[verb.last : verb.last + width]))
        found = _senses("verbs").get(key) or (_senses("verbs").get(f"+{key}") if verb.passive else None)
        if found:
            return found, width
    return (), 0


def _holder(draft: Draft, noun: int, left: int, sentence: Sentence) -> Theme | None:
    """Whose birth, death, start or end a noun tells of."""
    analysis = draft.analysis
    for token in range(noun - 1, max(left, noun - 4) - 1, -1):
        if analysis.lowers[token] in OWNERS:
            return pronoun(OWNERS[analysis.lowers[token]], token)
        if analysis.lowers[token] == "whose" and token > sentence.first:
            return antecedent(draft, token, sentence.first)
    found = owner(draft, noun, left, sentence.last)
    if found is not None:
        return found
    people = [e for e in draft.names.entities_in(sentence.start, analysis.starts[noun]) if e.kind == "person"]
    if people:
        first, last = analysis.token_at(people[-1].start), analysis.token_at(people[-1].end - 1) + 1
        return theme(draft, first, last, analysis.lowers[last - 1])
    return None


def told_forward(draft: Draft, one: Milestone, other: Milestone) -> bool:
    """Is the beginning told first, or as what lies behind its end?  Not "closed on 3 May and opened on 9 May"."""
    return one.time.start < other.time.start or other.ahead or _looks_back(draft, one)


def _looks_back(draft: Draft, milestone: Milestone) -> bool:
    """Is it told behind what came after it: "which opened in 1990", "having opened", "had opened", "after opening"?"""
    verb = milestone.verb
    if verb is None:
        return False
    left = segment(draft.analysis, verb.first)[0]
    inside = any(draft.analysis.verb_at.get(token) for token in range(left + 1, verb.first))
    # "After retiring from the army in 2009, he joined": the opener is another verb's
    later = not inside and draft.analysis.lowers[left] in wording("later-than")
    subordinate = draft.analysis.tags[left] in ("REL", "SUB") or later
    return subordinate or "perfect" in verb.aspect or not verb.finite
