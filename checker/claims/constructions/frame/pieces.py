"""The pieces of a pattern, and how a pattern is matched against a sentence without turning back.

A set of places among the tokens is one number, bit n of which stands for the place before token n.  A pass from the
last piece of a pattern to the first finds the places before each piece from which all the rest fits; then the pattern
is walked through, taking at each piece the first way that leads to such a place.  Words and lists take what they can
get, fillers as little as will do; matches go from left to right, and one begins where the one before it has ended.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Protocol

import msgspec

from checker.claims.constructions.frame.figure import Figure

STOPS = frozenset('¶;:()[]-"')  # no filler passes over a token that begins with one of these
TIMES = frozenset("TBYCDO")


class Line:
    """Where the tokens of a skeleton stand."""

    def __init__(self, tokens: Sequence[str], figures: Sequence[Figure]) -> None:
        self.length = len(tokens)
        self.tokens: dict[str, int] = {}
        self.letters: dict[str, int] = {}
        self.stops = 0
        bit = 1
        for token in tokens:
            self.tokens[token] = self.tokens.get(token, 0) | bit
            if token[0] in STOPS:
                self.stops |= bit
            bit <<= 1
        for figure in figures:
            self.letters[figure.letter] = self.letters.get(figure.letter, 0) | 1 << figure.token
        self.found: dict[str, list[tuple[int, int]]] = {}  # what `Words.places` has found here


class Piece(Protocol):
    """One piece of a pattern."""

    def need(self) -> frozenset[str]:
        """Words, or kinds of figure, one of which must stand in the sentence; none when it can do without."""

    def before(self, behind: int, line: Line) -> int:
        """The places from which it leads to one of those `behind` it."""

    def walk(self, at: int, behind: int, line: Line) -> int:
        """The first of the places behind it to which it leads from `at`, which is one of those before it."""


class Start(msgspec.Struct, frozen=True):
    """The beginning of the first sentence."""

    def need(self) -> frozenset[str]:
        return frozenset()

    def before(self, behind: int, line: Line) -> int:
        return behind & 1

    def walk(self, at: int, behind: int, line: Line) -> int:
        return at


class Filler(msgspec.Struct, frozen=True):
    """Up to so many words, as few as will do."""

    most: int
    commas: bool  # does it pass over commas
    passed: frozenset[str]  # the kinds of figure that it passes over

    def need(self) -> frozenset[str]:
        return frozenset()

    def before(self, behind: int, line: Line) -> int:
        stops = line.stops if self.commas else line.stops | line.tokens.get(",", 0)
        for letter, places in line.letters.items():
            if letter not in self.passed:
                stops |= places
        step = behind
        for _ in range(self.most):
            step = step >> 1 & ~stops
            behind |= step
        return behind

    def walk(self, at: int, behind: int, line: Line) -> int:
        return at + lowest(behind >> at)


class Words(msgspec.Struct, frozen=True):
    """Any of some words or phrases."""

    name: str
    cues: frozenset[str]  # single words of cue lists: tried first
    phrases: tuple[tuple[str, ...], ...]  # all others, the longest first
    optional: bool

    def need(self) -> frozenset[str]:
        return frozenset() if self.optional else self.cues.union(max(phrase, key=len) for phrase in self.phrases)

    def places(self, line: Line) -> list[tuple[int, int]]:
        """Their lengths and where they begin, in the order in which they are tried."""
        found = line.found.get(self.name)
        if found is None:
            tokens = line.tokens
            single = 0
            for word in self.cues & tokens.keys():
                single |= tokens[word]
            found = line.found[self.name] = [(1, single)] if single else []
            for phrase in self.phrases:
                if phrase[0] in tokens:
                    begins = tokens[phrase[0]]
                    for ahead, word in enumerate(phrase[1:], 1):
                        begins &= tokens.get(word, 0) >> ahead
                    if begins:
                        found.append((len(phrase), begins))
        return found

    def before(self, behind: int, line: Line) -> int:
        before = behind if self.optional else 0
        for length, places in self.places(line):
            before |= places & behind >> length
        return before

    def walk(self, at: int, behind: int, line: Line) -> int:
        for length, places in self.places(line):
            if places >> at & 1 and behind >> at + length & 1:
                return at + length
        return at


class Slot(msgspec.Struct, frozen=True):
    """A figure in a role, or a list of them."""

    role: str
    letters: str
    more: tuple[Piece, ...] = ()  # what each but the first figure of a list is told by, itself included

    def need(self) -> frozenset[str]:
        return frozenset(self.letters)

    def before(self, behind: int, line: Line) -> int:
        figures = 0
        for letter in self.letters:
            figures |= line.letters.get(letter, 0)
        if figures and self.more:
            again = self._again(behind, line)
            behind = again[0] if again else 0
        return figures & behind >> 1

    def walk(self, at: int, behind: int, line: Line) -> int:
        at += 1
        if self.more:
            again = self._again(behind, line)
            while again[0] >> at & 1:
                at = _walk(self.more, again, at, line)[-1]
        return at

    def _again(self, behind: int, line: Line) -> list[int]:
        """`_fits` of one figure more, after which the list goes on or ends at one of the places `behind` it."""
        while True:
            fits = _fits(self.more, behind, line)
            if not fits or not fits[0] & ~behind:
                return fits
            behind |= fits[0]


def matches(pattern: Sequence[Piece], line: Line) -> Iterator[list[tuple[int, int]]]:
    """The tokens of each piece, for every match."""
    fits = _fits(pattern, (2 << line.length) - 1, line)
    begin = 0
    while fits and fits[0] >> begin:
        begin += lowest(fits[0] >> begin)
        places = _walk(pattern, fits, begin, line)
        yield list(pairwise(places))
        begin = places[-1]


def lowest(places: int) -> int:
    """The first of some places."""
    return (places & -places).bit_length() - 1


def _fits(pattern: Sequence[Piece], behind: int, line: Line) -> list[int]:
    """Before each piece and behind the last, the places from which the rest leads `behind` it; []: none."""
    fits = [behind]
    for piece in reversed(pattern):
        behind = piece.before(behind, line)
        if not behind:
            return []
        fits.append(behind)
    fits.reverse()
    return fits


def _walk(pattern: Sequence[Piece], fits: Sequence[int], at: int, line: Line) -> list[int]:
    """The place before each piece and behind the last."""
    places = [at]
    for piece, behind in zip(pattern, fits[1:], strict=True):
        at = piece.walk(at, behind, line)
        places.append(at)
    return places
