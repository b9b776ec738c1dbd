"""Which of many spans hold a given one, or stand in it: sorted once, asked often."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

import msgspec

from checker.records import Entity, Span, Time


class Spans:
    """Spans with a number each; `covering` costs the spans it looks back over, not all of them."""

    def __init__(self, spans: Iterable[tuple[Span, int]]) -> None:
        self._rows = sorted((a, b, number) for (a, b), number in spans if b > a)
        self._starts = [row[0] for row in self._rows]
        self._reach = list(accumulate((row[1] for row in self._rows), max))  # the furthest end up to each row

    def covering(self, start: int, end: int) -> list[tuple[int, int]]:
        """(length, number) of every span that holds start..end."""
        found = []
        at = bisect_right(self._starts, start) - 1
        while at >= 0 and self._reach[at] >= end:
            a, b, number = self._rows[at]
            if b >= end:
                found.append((b - a, number))
            at -= 1
        return found

    def overlaps(self, start: int, end: int) -> bool:
        """Does any span share a character with start..end?"""
        at = bisect_right(self._starts, end - 1) - 1
        return at >= 0 and self._reach[at] > start


class Index(msgspec.Struct, frozen=True):
    """Entities and times of a document by their start, to be looked up by span."""

    entities: Sequence[Entity]
    entity_starts: Sequence[int]
    times: Sequence[Time]
    time_starts: Sequence[int]

    def entities_in(self, start: int, end: int) -> Sequence[Entity]:
        return self.entities[bisect_left(self.entity_starts, start) : bisect_left(self.entity_starts, end)]

    def times_in(self, start: int, end: int) -> Sequence[Time]:
        return self.times[bisect_left(self.time_starts, start) : bisect_left(self.time_starts, end)]


def index(entities: Sequence[Entity], times: Sequence[Time]) -> Index:
    return Index(entities, [e.start for e in entities], times, [t.start for t in times])
