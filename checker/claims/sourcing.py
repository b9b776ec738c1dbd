"""How many unnamed sources say a thing: "a source said", "sources said", "two people familiar with the matter said"."""

from __future__ import annotations

import re
from functools import cache, partial

from checker import patterns
from checker.claims.draft import Draft
from checker.language.lexicon import word_class
from checker.language.morphology import singular
from checker.records import Attribution, Claim

LONGEST = 14  # words of a source
PEOPLE = {"person": "one", "people": "many", "persons": "many"}


words = partial(word_class, "unnamed_sources")


@cache
def added() -> re.Pattern[str]:
    """A source told beside others: "another bank source"."""
    further = "|".join(sorted(words("further")))
    return patterns.compile(rf"\b(?:{further}) (?:[\w-]+ ){{0,2}}(?:sources?|person|people)\b")


def sourcing_claims(draft: Draft) -> list[Claim]:
    """Aspect sourcing: qualifier one or many, context the words of what is said, modifiers those that tell more of the
    source ("police"); none where the text tells its sources apart ("another source")."""
    found = []
    for attribution in draft.attributions:
        read = number(attribution.source)
        if read is None:
            continue
        if read[0] == "further":
            return []
        found.append((attribution, *read))
    if not found or added().search(draft.analysis.lower):
        return []
    rows = [_row(draft, attribution, how_many, kind) for attribution, how_many, kind in found]
    return [row for row in rows if row is not None]


def number(source: str) -> tuple[str, tuple[str, ...]] | None:
    """ "one" or "many", and what kind of source it is; None when it is no unnamed source as such."""
    lowers = source.lower().split()
    if not lowers or len(lowers) > LONGEST:
        return None
    for at, low in enumerate(lowers[:5]):
        if low in ("in", "of", "at", "who", "with", "from", "and"):
            return None
        if singular(low) not in words("head") and not (low in PEOPLE and _familiar(lowers[at + 1 :])):
            continue
        before = lowers[:at]
        count = PEOPLE.get(low) or ("one" if singular(low) == low else "many")
        if before and before[0] in words(count):
            before = before[1:]
        elif count == "one":
            return None  # "Source Ltd"
        return count, tuple(sorted(before))
    return None


def _familiar(behind: list[str]) -> bool:
    return not words("familiar").isdisjoint(behind[:4])


def _row(draft: Draft, attribution: Attribution, how_many: str, kind: tuple[str, ...]) -> Claim | None:
    if not attribution.source_spans or not attribution.content_spans or attribution.polarity == "-":
        return None
    start, end = attribution.source_spans[0]
    if draft.telling(start) is None:
        return None
    said: set[str] = set()
    for span in attribution.content_spans:
        said.update(draft.words[slice(*draft.analysis.tokens_of(*span))])
    said.discard("")
    said = {word.replace("name:", "") for word in said}  # a name that only its capital shows is no entity everywhere
    return draft.claim(
        "sourcing",
        start,
        end,
        qualifier=how_many,
        modifiers=kind,
        wording=attribution.source.lower(),
        predicate=attribution.cue,
        context=tuple(sorted(said)),
    )
