"""Who a source noun phrase or a pronoun stands for: one possible referent, or none."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from checker.attribution.cues import documents
from checker.attribution.source import subject
from checker.entities.gazetteer import first_names, titles
from checker.language import Analysis
from checker.records import Entity, Span

HE, SHE = frozenset(("he", "his")), frozenset(("she", "her"))
THEY, IT = frozenset(("they", "their")), frozenset(("it", "its"))
PRONOUNS = HE | SHE | THEY | IT
BODIES = frozenset(("organisation", "body", "country"))
BACK = 2  # sentences of the narration, and paragraphs, that a pronoun looks back
FAR = 15  # sentences, with those that somebody says
ASKED = frozenset(("asked", "questioned", "pressed", "quizzed"))  # open what another wants to know, not who answers
CORE_ENDS = frozenset(("PREP", "REL", "TO", "SUB", "PUNCT", "QUOTE"))


def head(analysis: Analysis, source: tuple[int, int], inside: Sequence[Entity]) -> Entity | None:
    """The entity that a source noun phrase names: the one at the end of its core ("the |mayor|, a Democrat"), or the
    owner of a document ("|South Korea|’s white paper")."""
    first, last = source
    while last - 1 > first and analysis.words[last - 1] == ",":
        last -= 1
    names = {
        analysis.token_at(entity.start): analysis.token_at(entity.end - 1) + 1
        for entity in inside
        if entity.kind in BODIES
    }
    end = first
    while end < last and not (analysis.tags[end] in CORE_ENDS and analysis.words[end] != "." and end > first):
        if analysis.tags[end] == "ING" and end > first:
            break
        over = names.get(end)  # "|Bank of England| governor Mervyn King"
        if over is not None:
            end = over
            continue
        end += 1
    edge = analysis.ends[end - 1]
    fits = [entity for entity in inside if entity.end == edge]
    if fits:
        people = [entity for entity in fits if entity.kind == "person"]
        return people[0] if people else fits[0]
    if analysis.lowers[end - 1] in documents():
        owned = [
            entity
            for entity in inside
            if entity.end < edge and analysis.text[entity.end : entity.end + 2] in ("’s", "'s")
        ]
        if not owned and end + 1 < last and analysis.lowers[end] in ("by", "from"):  # "data from the central bank"
            owned = [entity for entity in inside if entity.start > edge and entity.kind != "place"]
        return owned[0] if owned else None
    for entity in inside:  # "U.S. Ambassador to the U.N. Robert Wood", "the minister of justice"
        if entity.end > edge and entity.start < edge:
            return entity
    named = [entity for entity in inside if entity.kind == "person" and entity.end == analysis.ends[last - 1]]
    return named[0] if named and all(tag != "ING" for tag in analysis.tags[first:last]) else None


class Referents:
    """What the pronouns of one document can stand for."""

    def __init__(self, analysis: Analysis, entities: Sequence[Entity], contents: Sequence[Span]) -> None:
        self.analysis = analysis
        self.entities = entities
        self.starts = [entity.start for entity in entities]
        self.spoken: dict[int, list[tuple[Span, Entity | None]]] = {}
        merged: list[list[int]] = []
        for first, last in sorted(contents):
            if merged and first <= merged[-1][1]:
                merged[-1][1] = max(merged[-1][1], last)
            else:
                merged.append([first, last])
        self.content_firsts = [first for first, _ in merged]
        self.content_lasts = [last for _, last in merged]

    def spoke(self, sentence: int, span: Span, entity: Entity | None) -> None:
        """Notes the source of a cue in a sentence, for the pronouns that follow."""
        self.spoken.setdefault(sentence, []).append((span, entity))

    def find(self, low: str, start: int, sentence: int) -> Entity | None:
        """The one entity that a pronoun at `start` can stand for."""
        if low in THEY:
            return None
        return self._thing(start, sentence) if low in IT else self._person(low, start, sentence)

    def _said_by_others(self, offset: int) -> bool:
        place = bisect_right(self.content_firsts, offset) - 1
        return place >= 0 and offset < self.content_lasts[place]

    def _person(self, low: str, start: int, sentence: int) -> Entity | None:
        gender = "m" if low in HE else "f"
        sentences = self.analysis.sentences
        asked = self.analysis.lowers[sentences[sentence].first] in ASKED
        told = 0  # sentences of the narration looked at
        for number in range(sentence, max(-1, sentence - FAR), -1):
            if told > BACK or sentences[number].paragraph < sentences[sentence].paragraph - BACK:
                return None
            found: dict[str, Entity] = {}
            sources = [(span, entity) for span, entity in self.spoken.get(number, ()) if span[0] < start]
            spoken = [entity for _, entity in sources if entity is not None]
            for entity in spoken:
                if _human(entity, gender):
                    found[entity.id] = entity
            for entity in () if asked and number == sentence else self._mentions(number, start):
                if _human(entity, gender) and not self._said_by_others(entity.start):
                    found[entity.id or entity.text] = entity
            if found:
                return _only(list(found.values()), spoken)
            if any(entity is None and self._describes(span) for span, entity in sources):
                return None  # "a spokesman", who may be meant
            told += number == sentence or not self._quoted(number)
        return None

    def _describes(self, source: Span) -> bool:
        """Does a source that no entity stands for bring somebody new ("a spokesman")?"""
        words = self.analysis.lower[source[0] : source[1]].split()
        return words[0] in ("a", "an", "another", "one") and any(word in titles() for word in words)

    def _quoted(self, number: int) -> bool:
        """Does somebody say the whole sentence?"""
        sentence = self.analysis.sentences[number]
        return self._said_by_others(sentence.start) and self._said_by_others(sentence.end - 1)

    def _thing(self, start: int, sentence: int) -> Entity | None:
        """A body that spoke in this sentence or the one before, else the subject that begins it."""
        for number in (sentence, sentence - 1):
            sources = [(span, entity) for span, entity in self.spoken.get(number, ()) if span[1] <= start]
            if sources:
                bodies = {entity.id: entity for _, entity in sources if entity is not None and entity.kind in BODIES}
                return (
                    next(iter(bodies.values()))
                    if len(bodies) == 1 and len({span for span, _ in sources}) == 1
                    else None
                )
            entity = self._subject(number, start)
            if entity is not None:
                return entity if entity.kind in BODIES else None
        return None

    def _subject(self, number: int, before: int) -> Entity | None:
        """The entity that is the subject of a sentence."""
        if number < 0:
            return None
        analysis, sentence = self.analysis, self.analysis.sentences[number]
        for k in range(sentence.first, sentence.last):
            group = analysis.verb_at.get(k)
            if group is None or not group.finite:
                continue
            source = subject(analysis, group.first, sentence.first)
            if source is None or analysis.starts[source[0]] >= before:
                return None
            first, last = analysis.starts[source[0]], analysis.ends[source[1] - 1]
            inside = [e for e in self._mentions(number, before) if first <= e.start and e.end <= last]
            return head(analysis, source, inside)
        return None

    def _mentions(self, number: int, before: int) -> list[Entity]:
        if number < 0:
            return []
        sentence = self.analysis.sentences[number]
        first = bisect_left(self.starts, sentence.start)
        found = []
        while first < len(self.entities) and self.entities[first].start < min(sentence.end, before):
            found.append(self.entities[first])
            first += 1
        return found


def _only(found: list[Entity], spoken: Sequence[Entity]) -> Entity | None:
    """The one of them, or the one person who speaks beside descriptions ("said Ana Ruiz, a lawyer and manager")."""
    people = [entity for entity in found if entity.kind == "person"]
    if len(people) == 1 and people[0].id in {entity.id for entity in spoken}:
        found = people
    return found[0] if len(found) == 1 and found[0].id else None


def _human(entity: Entity, gender: str) -> bool:
    """Can "he" (m) or "she" (f) stand for the entity?"""
    if entity.kind == "role":
        return not entity.text.endswith("s")
    if entity.kind != "person":
        return False
    known = ""
    for word in entity.title.split():
        known = known or (titles()[word].gender if word in titles() else "")
    known = known or first_names().get(entity.name.split(" ")[0] if entity.name else "", ("", False))[0]
    return known in ("", gender)
