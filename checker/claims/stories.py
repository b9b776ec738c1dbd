"""Which documents tell one story: shared names and rare words, and a window of dates, explained in one line."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations
from math import log, sqrt

import msgspec

from checker.claims.rarity import NAME, weight
from checker.claims.words import content_words
from checker.days import MONTHS, WEEKDAYS
from checker.language import Analysis
from checker.records import Entity

LIKENESS = 0.30  # cosine of the weighted words, from which two texts tell one story
WINDOW = 31  # days between two articles of one story
SHARED_NAMES = 3  # names that two articles of one story share at the least
NEAR = 3  # days within which less likeness is enough: few events of one week share their names
NEAR_LIKENESS = 0.13
NEAR_NAMES = 4
CALENDAR = frozenset(name.lower() for name in (*MONTHS, *WEEKDAYS))
LEAD = 3.0  # a word of headline or first paragraph weighs so many times


class Profile(msgspec.Struct, frozen=True):
    """A document's telling words, each with its weight, and its date."""

    words: dict[str, float]
    norm: float
    published: int | None
    names: dict[str, str] = {}  # what the text calls each thing that it names, by id


class Stories(msgspec.Struct, frozen=True):
    """Pairs of documents that may be compared, story numbers by document, and why."""

    pairs: frozenset[tuple[int, int]]
    number: list[int]
    reason: list[str]


def profile(analysis: Analysis, entities: Sequence[Entity]) -> Profile:
    counts: Counter[str] = Counter()
    lead: set[str] = set()
    for sentence in analysis.sentences:
        if sentence.scope == "furniture":
            continue
        words = content_words(analysis, sentence.first, sentence.last)
        counts.update(words)
        if sentence.scope in ("headline", "standfirst") or sentence.paragraph == 1:
            lead.update(words)
    names: dict[str, str] = {}
    adjectives: dict[str, str] = {}  # "Norwegian", where the country itself is not named
    for entity in entities:
        if entity.kind in ("person", "organisation", "country", "demonym", "place", "body"):
            counts[NAME + entity.id] += 1
            # A country's name in the tables ("Russian Federation") is not always what the article calls it.
            full = entity.name and (entity.kind == "person" or entity.name in analysis.text)
            printed = " ".join((entity.name if full else entity.text).split())
            if entity.kind != "demonym":
                names.setdefault(entity.id, printed)
            else:
                adjectives.setdefault(entity.id, printed)
    vector = {
        word: weight(word) * (1 + log(count)) * (LEAD if word in lead else 1.0)
        for word, count in counts.items()
        if weight(word) >= 0.3
    }
    document = analysis.document
    published = document.published_latest if document.published_earliest == document.published_latest else None
    return Profile(vector, sqrt(sum(value * value for value in vector.values())) or 1.0, published, adjectives | names)


def likeness(a: Profile, b: Profile) -> float:
    """0 to 1; symmetric."""
    small, large = (a, b) if len(a.words) <= len(b.words) else (b, a)
    return sum(value * large.words.get(word, 0.0) for word, value in small.words.items()) / (a.norm * b.norm)


def one_story(a: Profile, b: Profile) -> bool:
    days = None if a.published is None or b.published is None else abs(a.published - b.published)
    if days is not None and days > WINDOW:
        return False
    names = sum(_tells(word) for word in a.words.keys() & b.words.keys())
    if names < SHARED_NAMES:
        return False
    alike = likeness(a, b)
    return alike >= LIKENESS or (days is not None and days <= NEAR and names >= NEAR_NAMES and alike >= NEAR_LIKENESS)


def _tells(word: str) -> bool:
    """Is it a name?  "Monday" and "March" are not."""
    return word.startswith(NAME) and word.removeprefix(NAME) not in CALENDAR


def stories(
    profiles: Sequence[Profile], *, all_one: bool = False, background: frozenset[int] = frozenset(), count: int = 0
) -> Stories:
    """Which of `count` documents are compared (none across without profiles).

    `all_one` asks nothing; two of `background` are never compared.
    """
    if not profiles:
        return Stories(frozenset(), list(range(count)), [""] * count)
    count = len(profiles)
    if all_one:
        candidates = set(combinations(range(count), 2))
    else:
        candidates = {pair for pair in _sharing(profiles) if one_story(profiles[pair[0]], profiles[pair[1]])}
    pairs = frozenset(pair for pair in candidates if not (pair[0] in background and pair[1] in background))
    root = list(range(count))

    def find(one: int) -> int:
        while root[one] != one:
            root[one] = root[root[one]]
            one = root[one]
        return one

    for a, b in sorted(pairs):
        root[max(find(a), find(b))] = min(find(a), find(b))
    number = [find(one) for one in range(count)]
    members: dict[int, list[int]] = defaultdict(list)
    for one in range(count):
        members[number[one]].append(one)
    why = {
        story: "compared because asked" if all_one else _why(profiles, held)
        for story, held in members.items()
        if len(held) > 1
    }
    reason = [why.get(story, "") for story in number]
    return Stories(pairs, number, reason)


def _sharing(profiles: Sequence[Profile]) -> set[tuple[int, int]]:
    """Pairs that share enough names to be worth a closer look, by an inverted index of names."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(profiles):
        for word in one.words:
            if _tells(word):
                holders[word].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        if len(numbers) > 1:
            shared.update(combinations(numbers, 2))
    return {pair for pair, names in shared.items() if names >= SHARED_NAMES}


def _weight(profiles: Sequence[Profile], members: Sequence[int], word: str) -> float:
    return sum(profiles[member].words.get(word, 0.0) for member in members)


def _printed(profiles: Sequence[Profile], members: Sequence[int], name: str) -> str:
    """A thing as the first article that names it prints it: never an id."""
    found = (profiles[member].names.get(name) for member in members)
    return next((one for one in found if one), name.rpartition(":")[2].replace("-", " "))


def _why(profiles: Sequence[Profile], members: Sequence[int]) -> str:
    """One line: the names most of them share, and the days they span."""
    held: Counter[str] = Counter()
    for member in members:
        held.update(word for word in profiles[member].words if word.startswith(NAME) and ":" in word)
    common = sorted(
        (word for word in held if held[word] > 1),
        key=lambda word: (-held[word], word.startswith(NAME + "country:"), -_weight(profiles, members, word), word),
    )[:5]
    names = ", ".join(dict.fromkeys(_printed(profiles, members, word.removeprefix(NAME)) for word in common))
    days = [profiles[m].published for m in members if profiles[m].published is not None]
    span = ""
    if len(days) > 1:
        width = max(days) - min(days)  # type: ignore[type-var,operator]
        span = "; published on one day" if width == 0 else f"; published within {width + 1} days"
    return f"one story: share {names}{span}"
