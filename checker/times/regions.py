"""Where in a text times may stand: a cheap pass over its blank-separated pieces, before any is read closely."""
from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from checker import patterns
from checker.times import feasts
from checker.times.words import OTHER, alphabet, class_string, known, tokenise

# A piece with one of these classes may be a time.
TRIGGERS = re.findall(
    r"\w+",
    "month weakmonth weekday weakweekday weekdays unit century quarter deictic tonight present presentadj pastref "
    "overnight twilight recent past futurenoun moment being daypart noon season fall ampm clock fullclock iso numeric "
    "decade decadeword year joined frequency feast anniversary era qtok night zone year2 mil slash fy half isomonth "
    "workday campaign time",
)
BEFORE, AFTER = 4, 2  # pieces of context
LONGEST = 40  # characters of a piece that is worth remembering
# A piece is a trigger, all vocabulary, partly vocabulary, or nothing.
# In capitals; in small letters (":" for nothing) a feast's name may begin in it.
HEADS = {"T": "t", "V": "v", "M": "m", OTHER: ":"}
_HEAD = patterns.compile("[tvm:]")
_REGION = patterns.compile("[VM]*+T[VMT]*+")
# Words of two letters or more between marks that no token of a time is joined by.
_PLAIN = patterns.compile(r"(?:[(\n\"“]*+[A-Za-z]{2,}+(?:['’]s\b)?+[-.,;:!?)\n\"”]*+)++\Z")
_LETTERS = patterns.compile("[A-Za-z]{2,}+")


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


def _kind(piece: str) -> str:
    kind = OTHER  # as most pieces that come for the first time
    if not _no_time(piece):
        kind = _kind_of_classes(class_string(tokenise(piece, False, 0, len(piece))[0], False))
    if not piece.islower() and feasts.heads().search(piece):
        kind = HEADS[kind]
    return kind


class _Kinds(dict[str, str]):
    """The kind of each piece that has come."""

    def __missing__(self, piece: str) -> str:
        kind = _kind(piece)
        if len(piece) <= LONGEST:
            if len(self) > 300_000:  # a long run over many languages shall not grow without end
                self.clear()
            self[piece] = kind
        return kind


_pieces = _Kinds()


def _no_time(piece: str) -> bool:
    """Whether no word of a piece of mere words and marks is one that times are made of."""
    if piece.isalpha():
        return piece not in known()
    return _PLAIN.match(piece) is not None and known().keys().isdisjoint(_LETTERS.findall(piece))


def _kind_of_classes(classes: str) -> str:
    if not triggers().isdisjoint(classes):
        return "T"
    if OTHER not in classes:
        return "V"
    return OTHER if _words().isdisjoint(classes) else "M"


def find(text: str, wrapped: bool) -> list[Region]:
    """The regions of a text, in order; contexts may overlap, expressions do not, and the context's words say nothing of
    their own."""
    pieces = text.split(" ")
    marks = "".join(map(_pieces.__getitem__, pieces))
    lengths = list(accumulate(map(len, pieces), initial=0))  # of the pieces before each, without their blanks
    names: list[tuple[int, int]] = []
    heads = [match.start() for match in _HEAD.finditer(marks)]
    if heads:
        marks = marks.upper().replace(HEADS[OTHER], OTHER)
        names = _names(text, lengths, heads)
        for start, end in names:
            first, last = _piece(lengths, start), _piece(lengths, end - 1) + 1
            marks = marks[:first] + "T" * (last - first) + marks[last:]
    out: list[Region] = []
    count = len(pieces)
    for match in _REGION.finditer(marks):
        first, last = match.span()
        begin = first - BEFORE if first > BEFORE else 0
        end = last + AFTER if last + AFTER < count else count
        start, opens, closes = lengths[begin] + begin, lengths[first] + first, lengths[last] + last
        tokens, offsets = tokenise(text, wrapped, start, lengths[end] + end - 1)
        left, right = bisect_left(offsets, opens), bisect_left(offsets, closes - 1)
        classes = OTHER * left + class_string(tokens[left:right], False) + OTHER * (len(tokens) - right)
        if names and (inside := names[bisect_left(names, (opens, 0)) : bisect_left(names, (closes, 0))]):
            tokens, offsets, classes = feasts.merge(tokens, offsets, classes, inside)
        out.append(Region(tokens, offsets, classes))
    return out


def _piece(lengths: list[int], offset: int) -> int:
    """The piece that holds an offset of the text."""
    return bisect_right(range(len(lengths)), offset, key=lambda piece: lengths[piece] + piece) - 1


def _names(text: str, lengths: list[int], heads: list[int]) -> list[tuple[int, int]]:
    """Where feasts are named, given the pieces in which one may begin."""
    names: list[tuple[int, int]] = []
    free = 0
    for head in heads:
        begin, end = max(free, lengths[head] + head), lengths[head + 1] + head + 1
        while begin < end and (found := feasts.pattern().search(text, begin, end + feasts.longest())):
            if found.start() >= end:
                break  # the next piece's
            names.append(found.span())
            begin = free = found.end()
    return names


def whole(text: str) -> Region:
    """A message is one region, with all that counts in messages."""
    tokens, offsets = tokenise(text, False, 0, len(text))
    classes = class_string(tokens, True)
    return Region(*feasts.merge(tokens, offsets, classes, [m.span() for m in feasts.pattern(True).finditer(text)]))
