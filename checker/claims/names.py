"""How each person's name is printed: one claim a spelling and document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from checker import patterns
from checker.claims import phrases
from checker.claims.draft import Draft
from checker.claims.sameness.spelling import letters, tokens
from checker.entities.gazetteer import first_names
from checker.records import Claim, Entity

POSSESSIVE = ("'s", "’s", "s'", "s’")
MASCULINE = frozenset(("mr", "sir", "lord", "king", "prince", "father", "brother"))
FEMININE = frozenset(("mrs", "ms", "miss", "dame", "lady", "baroness", "queen", "princess", "sister"))
COURTESY = MASCULINE | FEMININE | {"dr", "prof", "professor", "president", "senator", "judge"}


# Of people who are nothing else to the reader: a lord, a president or a doctor of fiction needs no first name.
PLAIN = frozenset(("mr", "mrs", "ms", "miss"))
DEFINITE = frozenset(("the", "its", "their", "his", "her", "whose"))
NAMESAKES = ("also called", "also named", "namesake", "same name")
NAMESAKE = patterns.compile(r"(?:also\s(?:called|named)|namesake,?|same\sname,?)\s(?:\w+\.?\s)?$")
INTRODUCED = 2  # mentions among which the one is that says who it is
FAR = 10  # tokens from a name in which a noun says who its bearer is
UNTELLING = (
    MASCULINE | FEMININE | {"dr", "the", "a", "an", "of", "former", "man", "woman", "year", "month", "day", "week"}
)


def _address(titles: set[str]) -> str:
    """How the name is addressed: "courtesy" Mr, Mrs, Ms; "title" Lord, Dr, President; "" not at all."""
    if titles & PLAIN:
        return "courtesy"
    return "" if titles.isdisjoint(COURTESY) else "title"


class Mention(msgspec.Struct, frozen=True):
    """One person named once: where the name itself stands, without title and possessive, and in which sentence."""

    entity: Entity
    start: int
    end: int
    sentence: int


def mentions(draft: Draft) -> tuple[list[Mention], list[Mention]]:
    """People by name; and names of two or three words that are a body's or may be anybody's; each in text order."""
    people: list[Mention] = []
    anybody: list[Mention] = []
    sentences = draft.analysis.sentences
    number, last = -1, len(sentences) - 1
    for entity in draft.names.entities:
        if entity.kind not in ("person", "name", "organisation") or not entity.text[:1].isupper():
            continue
        while number < last and sentences[number + 1].start <= entity.start:
            number += 1
        if number < 0:
            continue
        if entity.kind == "person":
            people.append(Mention(entity, *_printed(draft, entity), number))
        elif 0 < entity.text.count(" ") < 3 and entity.text.replace(" ", "").isalpha():
            anybody.append(Mention(entity, *_printed(draft, entity), number))
    return _told_apart(draft, _settled(draft, people)), anybody


def _told_apart(draft: Draft, people: list[Mention]) -> list[Mention]:
    """Without an id where the text says that two people have one name ("his cousin, also called Paul Hill")."""
    lower = draft.analysis.lower
    if not any(word in lower for word in NAMESAKES):
        return people
    twice = {one.entity.id for one in people if NAMESAKE.search(lower, max(0, one.start - 24), one.start)}
    return [
        msgspec.structs.replace(one, entity=msgspec.structs.replace(one.entity, id=""))
        if one.entity.id in twice
        else one
        for one in people
    ]


def _settled(draft: Draft, people: list[Mention]) -> list[Mention]:
    """A surname that no bearer was found for is that of its only bearer in the article."""
    if all(mention.entity.id for mention in people):
        return people
    text = draft.analysis.text
    bearers: dict[str, dict[str, Entity]] = defaultdict(dict)
    words = [tokens(text[mention.start : mention.end]) for mention in people]
    for mention, name in zip(people, words, strict=True):
        if len(name) > 1:
            bearers[name[-1]].setdefault(mention.entity.id, mention.entity)
    settled = []
    for mention, name in zip(people, words, strict=True):
        found = bearers.get(name[0], {}) if len(name) == 1 and not mention.entity.id else {}
        if len(found) == 1:
            (bearer,) = found.values()
            entity = msgspec.structs.replace(mention.entity, id=bearer.id, name=bearer.name)
            mention = msgspec.structs.replace(mention, entity=entity)
        settled.append(mention)
    return settled


def _printed(draft: Draft, entity: Entity) -> tuple[int, int]:
    """Where the name stands inside a mention."""
    text = entity.text
    start, end = entity.start, entity.end
    title = entity.title
    if title and len(text) > len(title) and text.lower().startswith(title.lower()):
        start += len(title)
        while start < end and not draft.analysis.text[start].isalnum():
            start += 1
    if text.endswith(POSSESSIVE):
        end -= 1 if text[-1] in "'’" else 2
    return start, end


def name_claims(draft: Draft, people: Sequence[Mention], anybody: Sequence[Mention]) -> list[Claim]:
    """Aspect name: wording is the print, modifiers its words folded, context the other names of its sentences, near
    the nouns that say who it is ("mayor", "owner")."""
    found: dict[tuple[str, str], list[Mention]] = {}
    together: dict[int, set[str]] = defaultdict(set)
    text = draft.analysis.text
    for mention in (*people, *anybody):
        name = text[mention.start : mention.end]
        if tokens(name) and "\n" not in name:
            found.setdefault((mention.entity.id, name), []).append(mention)
            together[mention.sentence].add(letters(name))
    in_full = {word for _, name in found for word in tokens(name) if len(tokens(name)) > 1}
    # a second reference that repeats a full name's word says nothing about spelling
    told = [
        (name, group) for (_, name), group in found.items() if len(tokens(name)) > 1 or tokens(name)[0] not in in_full
    ]
    return [_row(draft, name, group, together) for name, group in told]


def _row(draft: Draft, name: str, found: Sequence[Mention], together: Mapping[int, set[str]]) -> Claim:
    words = tokens(name)
    beside = set().union(*(together[one.sentence] for one in found))
    beside.discard(letters(name))
    titles = {one.entity.title.lower().rstrip(".").rpartition(" ")[2] for one in found if one.entity.title}
    return draft.claim(
        "name",
        found[0].start,
        found[0].end,
        subject=found[0].entity.id,
        wording=name,
        kind="full" if len(words) > 1 else "surname",
        modifiers=words,
        qualifier=_gender(words, titles),
        object=_address(titles),
        context=tuple(sorted(beside)),
        near=tuple(sorted(set().union(*(_called(draft, one) for one in found[:INTRODUCED])))),
    )


def _called(draft: Draft, mention: Mention) -> set[str]:
    """The nouns that say who somebody is: "Mayor Ana Ruiz", "Ana Ruiz, the mayor of Belport", "the owner of the mill,
    Ana Ruiz,"."""
    analysis = draft.analysis
    sentence = analysis.sentences[mention.sentence]
    first, behind = analysis.tokens_of(mention.start, mention.end)
    told = set(mention.entity.title.lower().replace(".", "").split())
    if first - 1 > sentence.first and analysis.words[first - 1] == ",":
        phrase = phrases.before(analysis, first - 1, max(sentence.first, first - FAR))
        if phrase is not None and analysis.lowers[phrase.first] in DEFINITE:
            told.add(phrase.lemma)
    elif first > sentence.first and analysis.tags[first - 1] == "NOUN":
        told.add(analysis.lowers[first - 1])
    if behind + 1 < sentence.last and analysis.words[behind] == ",":
        phrase = phrases.after(analysis, behind + 1, min(sentence.last, behind + FAR))
        if phrase is not None and analysis.tags[phrase.head] == "NOUN":
            told.add(phrase.lemma)
    return {word for word in told if word.isalpha() and word not in UNTELLING}


def _gender(words: tuple[str, ...], titles: set[str]) -> str:
    """ "m", "f" or "": by courtesy title, else by the given name."""
    if titles & MASCULINE:
        return "m"
    if titles & FEMININE:
        return "f"
    entry = first_names().get(words[0].capitalize()) if len(words) > 1 else None
    return entry[0] if entry and entry[0] in ("m", "f") else ""
