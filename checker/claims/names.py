"""How each person's name is printed: one claim a spelling and document."""

from __future__ import annotations

import re
from collections import defaultdict

from checker.claims.draft import Draft
from checker.claims.sameness.spelling import letters, tokens
from checker.entities.gazetteer import first_names
from checker.records import Claim, Entity

POSSESSIVE = re.compile(r"['’]s?$")
MASCULINE = frozenset(("mr", "sir", "lord", "king", "prince", "father", "brother"))
FEMININE = frozenset(("mrs", "ms", "miss", "dame", "lady", "baroness", "queen", "princess", "sister"))
COURTESY = MASCULINE | FEMININE | {"dr", "prof", "professor", "president", "senator", "judge"}


def printed(draft: Draft, entity: Entity) -> tuple[int, int]:
    """Where the name itself stands: a mention without its title and without a possessive ending."""
    text = entity.text
    start = entity.start
    title = entity.title
    if title and text.lower().startswith(title.lower()) and len(text) > len(title):
        start += len(title)
        while start < entity.end and not draft.analysis.text[start].isalnum():
            start += 1
    end = entity.end
    ending = POSSESSIVE.search(draft.analysis.text, start, end)
    return start, ending.start() if ending and ending.end() == end else end


def people(draft: Draft) -> list[Entity]:
    """Mentions of people by name, in text order."""
    return [
        entity
        for entity in draft.names.entities
        if entity.kind == "person" and entity.end > entity.start and entity.text[:1].isupper()
    ]


def unplaced(draft: Draft) -> list[Entity]:
    """Names of two or three words that may be anybody's: no title, no known given name, no role stands beside."""
    return [
        entity
        for entity in draft.names.entities
        if entity.kind == "name" and 1 < len(tokens(entity.text)) < 4 and entity.text.replace(" ", "").isalpha()
    ]


def name_claims(draft: Draft) -> list[Claim]:
    """Aspect name: wording is the print, modifiers its words folded, context the other names of its sentences."""
    mentions: dict[tuple[str, str], list[Entity]] = {}
    together: dict[int, set[str]] = defaultdict(set)
    analysis = draft.analysis
    for entity in (*people(draft), *unplaced(draft)):
        start, end = printed(draft, entity)
        name = analysis.text[start:end]
        if not tokens(name) or "\n" in name:
            continue
        mentions.setdefault((entity.id, name), []).append(entity)
        together[analysis.sentence_at(start)].add(letters(name))
    rows = []
    for (person, name), found in mentions.items():
        first = found[0]
        start, end = printed(draft, first)
        words = tokens(name)
        beside = {other for one in found for other in together[analysis.sentence_at(printed(draft, one)[0])]}
        beside.discard(letters(name))
        titles = {one.title.lower().rstrip(".") for one in found if one.title}
        rows.append(
            draft.claim(
                "name",
                start,
                end,
                subject=person,
                wording=name,
                kind="full" if len(words) > 1 else "surname",
                modifiers=words,
                qualifier=_gender(words, titles),
                object="title" if any(title.split()[-1] in COURTESY for title in titles if title) else "",
                context=tuple(sorted(beside)),
            )
        )
    return rows


def _gender(words: tuple[str, ...], titles: set[str]) -> str:
    """ "m", "f" or "": by courtesy title, else by the given name."""
    last = {title.split()[-1] for title in titles if title}
    if last & MASCULINE:
        return "m"
    if last & FEMININE:
        return "f"
    entry = first_names().get(words[0].capitalize()) if len(words) > 1 else None
    return entry[0] if entry and entry[0] in ("m", "f") else ""
