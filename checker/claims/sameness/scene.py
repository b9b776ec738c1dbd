"""When one event is told at two places: its deed and what it befell are one, and the places lie apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, partial
from itertools import combinations, product
from math import asin, cos, radians, sin, sqrt

from checker.claims.constructions.dates.zones import place_name
from checker.claims.events import happenings, nouns, verbs
from checker.claims.nouns import noun_classes
from checker.claims.rarity import shared, total
from checker.claims.sameness.common import nested, on_two_days
from checker.claims.sameness.order import Told, event_of
from checker.claims.sameness.pairing import Pairing, telling
from checker.kept import kept
from checker.language.lexicon import columns, items, table, word_class
from checker.records import Claim, key_of

BASE = 0.55
POINTED = 0.1  # surer where "that victory" points back
WORDS = 0.03  # surer for each rare word that both sentences share, up to four
APART = 60.0  # kilometres beyond which no city is a part of another
EARTH = 6371.0  # its radius in kilometres
MOST_PLACES = 2  # of one deed; an article that gives it more tells of several
BESIDE = 3  # sentences over which "the scene" points back
SCENE = "scene"  # the deed and the kind of a telling that points back to where it was
OPPOSED = (("north", "south"), ("east", "west"))
words = partial(word_class, "event_words")

Scene = tuple[Claim, Told]  # a telling, and its event


@cache
def once() -> frozenset[str]:
    """Deeds that one person or thing undergoes once, or seldom."""
    kinds = [*verbs().values(), *nouns().values(), *happenings().values()]
    return frozenset(kind.event.removeprefix("happening:") for kind in kinds if kind.once in ("always", "mostly"))


@kept
def cities() -> dict[str, list[tuple[str, float, float]]]:
    """City → country and degrees north and east of all that its name may mean."""
    found: dict[str, list[tuple[str, float, float]]] = {}
    for city, places in columns("city_place"):
        for at in items(places):
            country, north, east = at.split()
            found.setdefault(place_name(city), []).append((country, float(north), float(east)))
    return found


@kept
def countries() -> dict[str, str]:
    """Name of a country → its code; a city state is a city."""
    rows = (*table("country"), *table("country_extra"))
    named = {place_name(name): row["code"] for row in rows for name in items(row["names"])}
    return {name: code for name, code in named.items() if name not in cities()}


def pairs(claims: Sequence[Claim]) -> Iterator[Pairing]:
    """Two tellings of one event at two places, within an article."""
    of: dict[int, list[Scene]] = defaultdict(list)
    for claim in sorted(claims, key=key_of):
        of[claim.document].append((claim, event_of(claim, "1")))
    for group in of.values():
        together: dict[int, set[str]] = defaultdict(set)
        for claim, _ in group:
            together[claim.sentence].add(claim.wording)
        beside = {pair for told in together.values() for pair in product(told, told)}
        for a, b in _candidates(group):
            if a[0].sentence != b[0].sentence and (a[0].wording, b[0].wording) not in beside:
                yield from filter(None, (compare(a, b),))


def _candidates(group: Sequence[Scene]) -> Iterator[tuple[Scene, Scene]]:
    """Tellings of an article that share a deed, and "the scene" with what was told just before it."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, (_, told) in enumerate(group):
        for deed in told.deeds:
            holders[deed].append(number)
    places = {deed: {(group[n][0].wording, group[n][0].object) for n in found} for deed, found in holders.items()}
    several = {deed for deed, found in places.items() if len(found) > MOST_PLACES}
    found = {pair for deed in holders.keys() - several for pair in combinations(holders[deed], 2)}
    for later in holders[SCENE]:
        near = (n for n, (claim, _) in enumerate(group) if 0 < group[later][0].sentence - claim.sentence <= BESIDE)
        found.update((min(n, later), max(n, later)) for n in near)
    for one, other in sorted(found):
        if several.isdisjoint(group[one][1].deeds & group[other][1].deeds):
            yield group[one], group[other]


def compare(a: Scene, b: Scene) -> Pairing | None:
    """The argument for one event at two places, or None."""
    (first, one), (later, other) = (a, b) if a[0].start < b[0].start else (b, a)
    if on_two_days(first, later):
        return None
    if not words("another").isdisjoint((*first.modifiers, *later.modifiers)):
        return None
    if SCENE in other.deeds:
        told = first.qualifier != SCENE and later.sentence - first.sentence <= BESIDE
        if not told or not one.deeds & words("accident"):
            return None
        alike = True
    else:
        deeds = one.deeds & other.deeds
        alike = _alike(one, other)
        pointed = later.definite and later.modifiers[0] in ("that", "this")
        known = alike or (later.definite and not (one.theme and other.theme))
        if not deeds or not known or not (pointed or deeds & once()):
            return None
    if not _apart(first, later):  # last: few articles need the places of all cities
        return None
    common = shared(first.context, later.context)
    sure = BASE + POINTED * later.definite + WORDS * min(total(common), 4.0)
    silent = () if alike else ("object",)
    return Pairing(first, later, ("event", *telling(common)), silent, (), min(0.95, sure))


def _alike(one: Told, other: Told) -> bool:
    """Is what the two befell one: a name or noun of both, or two nouns of one class of things?"""
    if one.agent and other.agent and not one.agent & other.agent:
        return False
    if not nested(one.names, other.names):
        return False
    if one.theme & other.theme:
        return True
    classes = noun_classes()
    kinds = [{classes.get(word, "") for word in told.theme} - {"", "person"} for told in (one, other)]
    return bool(kinds[0] & kinds[1])


def _apart(a: Claim, b: Claim) -> bool:
    """Do two places lie apart: two sides of one place, two cities, a city and a country that has it not?"""
    if a.object and b.object and "near" not in (a.object, b.object):
        return a.object == b.object and any(
            (one in a.wording and other in b.wording) or (one in b.wording and other in a.wording)
            for one, other in OPPOSED
        )
    if a.object or b.object or a.wording in b.wording or b.wording in a.wording:
        return False
    left, right = cities().get(a.wording), cities().get(b.wording)
    states = countries().get(a.wording), countries().get(b.wording)
    if left and right:
        return min(_kilometres(one, other) for one in left for other in right) > APART
    for city, state in ((left, states[1]), (right, states[0])):
        if city and state:
            return state not in {one[0] for one in city}
    if states[0] and states[1]:
        return states[0] != states[1]
    plain = " " not in a.wording + b.wording
    return plain and not (left or right or states[0] or states[1]) and (a.definite or b.definite)


def _kilometres(one: tuple[str, float, float], other: tuple[str, float, float]) -> float:
    """The way round the earth between two places."""
    north, east, n, e = (radians(degrees) for degrees in (*one[1:], *other[1:]))
    half = sin((n - north) / 2) ** 2 + cos(north) * cos(n) * sin((e - east) / 2) ** 2
    return 2 * EARTH * asin(sqrt(half))
