"""Words of which each has its own figure: gross and net, urban and rural, a quake and its aftershock."""

from __future__ import annotations

from functools import cache, lru_cache

from checker.claims.rarity import NAME
from checker.language.lexicon import table
from checker.records import Claim


@cache
def sides() -> dict[str, tuple[int, int]]:
    """Word → the row of `counterparts.tsv` that it stands in, and its side there."""
    return {
        word: (number, side)
        for number, row in enumerate(table("counterparts"))
        for side, words in enumerate(row["words"].split("|"))
        for word in words.split(",")
    }


def counterparts(a: Claim, b: Claim) -> bool:
    """Does each sentence speak of one side only, and are the two sides apart?"""
    left, right = _told(a), _told(b)
    return any(not left[row] & right[row] for row in left.keys() & right.keys())


def _told(claim: Claim) -> dict[int, set[int]]:
    """Row → the sides of it that stand beside the figure, or else anywhere in its sentence."""
    return _sides((*claim.thing.split(), *claim.modifiers)) or _sides(claim.near) or _sides(claim.context)


@lru_cache(4096)
def _sides(words: tuple[str, ...]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for word in words:
        place = sides().get(word.removeprefix(NAME))
        if place is not None:
            found.setdefault(place[0], set()).add(place[1])
    return found
