"""Rivals to sides: claims of one side agree, claims of different sides cannot stand together."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def partition(
    items: Sequence[Item], conflict: Callable[[Item, Item], bool], key: Callable[[Item], Hashable]
) -> tuple[list[list[Item]], list[Item]]:
    """Sides of `items` in the order given, and those that would fit more than one side (context).

    Items of one key are alike and judged once.  An item that fits two sides cannot belong to either.
    """
    alike: dict[Hashable, list[Item]] = {}
    for item in items:
        alike.setdefault(key(item), []).append(item)
    groups = list(alike.values())
    # What conflicts with most takes its side first: a wide interval in the middle must not glue two sides together.
    rivals = [sum(conflict(group[0], other[0]) for other in groups) for group in groups]
    order = sorted(range(len(groups)), key=lambda index: (-rivals[index], index))
    sides: list[list[int]] = []
    loose: list[int] = []
    for index in order:
        fits = [side for side in sides if not any(conflict(groups[index][0], groups[i][0]) for i in side)]
        if not fits:
            sides.append([index])
        elif len(fits) == 1:
            fits[0].append(index)
        else:
            loose.append(index)
    place = {id(item): n for n, item in enumerate(items)}
    made = [sorted((item for i in side for item in groups[i]), key=lambda item: place[id(item)]) for side in sides]
    made.sort(key=lambda side: place[id(side[0])])
    return made, [item for i in loose for item in groups[i]]
