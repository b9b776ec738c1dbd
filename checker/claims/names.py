"""How each person's name is printed: one claim a spelling and document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

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
    return _settled(draft, people), anybody


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
    """Aspect name: wording is the print, modifiers its words folded, context the other names of its sentences."""
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
    )


def _gender(words: tuple[str, ...], titles: set[str]) -> str:
    """ "m", "f" or "": by courtesy title, else by the given name."""
    if titles & MASCULINE:
        return "m"
    if titles & FEMININE:
        return "f"
    entry = first_names().get(words[0].capitalize()) if len(words) > 1 else None
    return entry[0] if entry and entry[0] in ("m", "f") else ""
