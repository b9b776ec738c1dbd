"""Where in a text times may stand: a cheap pass over its blank-separated pieces, before any is read closely."""
from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from checker.times import feasts
from checker.times.words import OTHER, alphabet, class_string, tokenise

# A piece with one of these classes may be a time.
TRIGGERS = re.findall(
    r"\w+",
    "month weakmonth weekday weakweekday weekdays unit century quarter deictic tonight present presentadj pastref "
    "overnight twilight recent past futurenoun moment being daypart noon season fall ampm clock fullclock iso numeric "
    "decade decadeword year joined frequency feast anniversary era qtok night zone year2 mil",
)
BEFORE, AFTER = 4, 2  # pieces of context
LONGEST = 40  # characters of a piece that is worth remembering
# A piece is a trigger, all vocabulary, partly vocabulary, or nothing.
_REGION = re.compile("[VM]*+T[VMT]*+")
_pieces: dict[str, str] = {}


class Region(NamedTuple):
    """Tokens of a stretch of text that holds a trigger, with some context."""

    tokens: list[str]
    offsets: list[int]
    classes: str


@cache
def triggers() -> frozenset[str]:
    return frozenset(alphabet()[name] for name in TRIGGERS)


@cache
def _words() -> frozenset[str]:
    """Classes of words and figures: what is more than a mark."""
    marks = {alphabet()[name] for name in ("comma", "dash", "open", "close", "possessive", "money", "veto")}
    return frozenset(alphabet().values()) - marks


class Starts:
    """Where pieces begin in the text."""

    __slots__ = ("lengths",)

    def __init__(self, pieces: list[str]) -> None:
        self.lengths = list(accumulate(map(len, pieces), initial=0))

    def __getitem__(self, piece: int) -> int:
        return self.lengths[piece] + piece  # and a blank before each but the first

    def __len__(self) -> int:
        return len(self.lengths)

    def piece(self, offset: int) -> int:
        """The piece that holds an offset."""
        return bisect_right(range(len(self)), offset, key=self.__getitem__) - 1


def _kind(piece: str) -> str:
    tokens, _ = tokenise(piece, False)
    classes = class_string(tokens, False)
    if not triggers().isdisjoint(classes):
        kind = "T"
    elif OTHER not in classes:
        kind = "V"
    else:
        kind = OTHER if _words().isdisjoint(classes) else "M"
    if len(piece) <= LONGEST:
        if len(_pieces) > 300_000:  # a long run over many languages shall not grow without end
            _pieces.clear()
        _pieces[piece] = kind
    return kind


def find(text: str, wrapped: bool) -> list[Region]:
    """The regions of a text, in order; contexts may overlap, expressions do not."""
    pieces = text.split(" ")
    kinds: list[str | None] = list(map(_pieces.get, pieces))
    if None in kinds:
        kinds = [kind or _pieces.get(piece) or _kind(piece) for kind, piece in zip(kinds, pieces, strict=True)]
    starts = Starts(pieces)
    marks = "".join(kinds)  # type: ignore[arg-type]
    names = [match.span() for match in feasts.pattern().finditer(text)]
    for start, end in reversed(names):
        first, last = starts.piece(start), starts.piece(end - 1) + 1
        marks = marks[:first] + "T" * (last - first) + marks[last:]
    return [_region(text, wrapped, starts, names, match.start(), match.end()) for match in _REGION.finditer(marks)]


def _region(
    text: str, wrapped: bool, starts: Starts, names: list[tuple[int, int]], first: int, last: int
) -> Region:
    """The pieces first..last (exclusive) with context, whose words say nothing of their own."""
    begin, end = starts[max(0, first - BEFORE)], starts[min(len(starts) - 1, last + AFTER)] - 1
    tokens, offsets = tokenise(text[begin:end], wrapped, begin)
    left, right = bisect_left(offsets, starts[first]), bisect_left(offsets, starts[last] - 1)
    classes = OTHER * left + class_string(tokens[left:right], False) + OTHER * (len(tokens) - right)
    if not names:
        return Region(tokens, offsets, classes)
    inside = names[bisect_left(names, (starts[first], 0)) : bisect_left(names, (starts[last], 0))]
    if inside:
        tokens, offsets, classes = feasts.merge(tokens, offsets, classes, inside)
    return Region(tokens, offsets, classes)


def whole(text: str) -> Region:
    """A message is one region, with all that counts in messages."""
    tokens, offsets = tokenise(text, False)
    classes = class_string(tokens, True)
    return Region(*feasts.merge(tokens, offsets, classes, [m.span() for m in feasts.pattern(True).finditer(text)]))
