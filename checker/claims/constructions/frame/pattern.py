"""The rows of `construction*.tsv` and the language of their patterns.

A pattern is words parted by spaces, matched against the skeleton of a sentence (`pieces.py`):
  word          that word; a|b any of these; under_score for a space within one; ? behind it: may be missing
  @name         any cue of that name in construction_cues.tsv; @name? may be missing
  <role:kind>   a figure of that kind (construction_kinds.tsv) in that role; <role:kind+> a list, <role:kind*> a run
  ..            up to three words without punctuation; ... up to eight; .... up to fourteen, commas allowed
  ||            the end of the sentence
  ^             the beginning of the (first) sentence
A filler passes over dates and durations (unless the row asks for dates) and over no other figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from checker import patterns
from checker.claims.constructions.frame.pieces import TIMES, Filler, Line, Piece, Slot, Start, Words
from checker.claims.rarity import UNKNOWN_ZIPF
from checker.kept import kept
from checker.language.frequency import zipf
from checker.language.lexicon import items, kinds, table

# Kinds of figure that a slot may name, and the letters (figure.py) of each.
KINDS = {row["kind"]: row["letters"] for row in table("construction_kinds")}
DATED = frozenset(("day", "date", "year", "clock", "when"))
SLOT = patterns.compile(r"<([a-z\-]+):([a-z]+)([+*]?)>$")
ALWAYS = 9.0  # Zipf frequency of what no word matches
FILLERS = {"..": 3, "...": 8, "....": 14}
JOINTS = ",_and|,_plus|,_with|,|;_and|;|and|plus|&"  # of a list
NEXT_SENTENCE = "¶"


class Row(msgspec.Struct, frozen=True):
    """One construction."""

    relation: str
    source: str  # its pattern as written
    needs: tuple[int, ...]  # as `Table.offers` numbers them, the rarest first
    mode: str = ""
    crosses: bool = False


class Table(msgspec.Struct, frozen=True):
    """The rows in their order, and which needs of theirs a word or a kind of figure meets."""

    rows: tuple[Row, ...]
    offers: dict[str, list[int]]


def words(kind: str) -> frozenset[str]:
    """The words of one kind, of `construction_words.tsv`."""
    return kinds("construction_words")[kind]


DASHES = str.maketrans({"–": "-", "—": "-", "‐": "-", "‑": "-", "“": '"', "”": '"', "’": "'", "‘": "'"})


def plain(text: str) -> str:
    """Dashes and quotation marks as the keyboard has them."""
    return text.translate(DASHES)


@cache
def cues() -> dict[str, tuple[str, ...]]:
    """Name → words, of `construction_cues.tsv`; "@other" in a list takes in another."""
    rows: dict[str, list[str]] = {}
    for row in table("construction_cues"):
        rows.setdefault(row["name"], []).extend(items(plain(row["words"])))
    return {name: tuple(_flat(name, rows)) for name in rows}


def _flat(name: str, rows: dict[str, list[str]]) -> list[str]:
    words: list[str] = []
    for word in rows[name]:
        words += _flat(word[1:], rows) if word.startswith("@") else [word]
    return words


@cache
def _words(body: str, optional: bool = False) -> Words:
    """The words and phrases of "a|b|under_score|@cues"."""
    cued: set[str] = set()
    others: set[str] = set()
    for word in body.split("|"):
        if word.startswith("@"):
            for cue in cues()[word[1:]]:
                (cued if cue[0].isalpha() and "_" not in cue else others).add(cue)
        else:
            others.add(word)
    phrases = sorted((tuple(phrase.split("_")) for phrase in others - cued), key=len, reverse=True)
    return Words(body, frozenset(cued), tuple(phrases), optional)


@cache
def pieces(source: str) -> tuple[Piece, ...]:
    """A pattern in its pieces; ValueError names what is wrong in it."""
    written = plain(source).split()
    slots = [SLOT.match(piece) for piece in written]
    passed = frozenset("O") if any(slot and slot[2] in DATED for slot in slots) else TIMES
    return tuple(
        part for piece, slot in zip(written, slots, strict=True) for part in _parts(piece, slot, passed, source)
    )


def _parts(piece: str, slot: re.Match[str] | None, passed: frozenset[str], source: str) -> Iterator[Piece]:
    if slot:
        role, kind, many = slot.groups()
        if kind not in KINDS:
            raise ValueError(f"construction: no kind {kind!r} in {source!r}; there are {', '.join(KINDS)}")
        joint: dict[str, tuple[Piece, ...]] = {
            "": (),
            "*": (_words(",_and|,|and", True),),
            "+": (Filler(9, False, passed), _words(JOINTS), Filler(6, False, passed)),
        }
        yield Slot(role, KINDS[kind], (*joint[many], Slot(role, KINDS[kind])) if many else ())
    elif piece in FILLERS:
        yield Filler(FILLERS[piece], piece == "....", passed)
    elif piece == "||":
        for body in (".|!", "”|\"|’|'", NEXT_SENTENCE, "\"|'"):
            yield _words(body, body != NEXT_SENTENCE)
    elif piece == "^":
        yield Start()
    else:
        optional = piece.endswith("?") and len(piece) > 1
        body = piece[:-1] if optional else piece
        for word in body.split("|"):
            if word.startswith("@") and word[1:] not in cues():
                raise ValueError(f"construction: no cue {word!r} in {source!r}")
        yield _words(body, optional)


@kept
def constructions() -> Table:
    """`construction.tsv`.  A row needs a figure for each of its slots, and a word of each choice that is no option."""
    rows: list[Row] = []
    numbers: dict[frozenset[str], int] = {}
    offers: dict[str, list[int]] = {}
    for line in table("construction"):
        needs = sorted({need for piece in pieces(line["pattern"]) if (need := piece.need())}, key=_frequency)
        for need in needs:
            if need not in numbers:
                numbers[need] = len(numbers)
                for offer in need:
                    offers.setdefault(offer, []).append(numbers[need])
        numbered = tuple(numbers[need] for need in needs)
        crosses = "||" in line["pattern"].split()
        rows.append(Row(line["relation"], line["pattern"], numbered, line.get("mode", ""), crosses))
    return Table(tuple(rows), offers)


def _frequency(need: frozenset[str]) -> tuple[float, list[str]]:
    """How often it is met in print; a figure or a mark of punctuation more often than any word."""
    return sum(10 ** (zipf().get(word, UNKNOWN_ZIPF) if word.islower() else ALWAYS) for word in need), sorted(need)


@cache
def _by_rarest() -> dict[int, int]:
    """Need → the rows of which it is the rarest; a set of rows or of needs is one number, a bit for each."""
    found: dict[int, int] = {}
    for number, row in enumerate(constructions().rows):
        found[row.needs[0]] = found.get(row.needs[0], 0) | 1 << number
    return found


@cache
def _crossing() -> int:
    """The rows that read two sentences."""
    return sum(row.crosses << number for number, row in enumerate(constructions().rows))


@cache
def _offer(offer: str) -> tuple[int, int]:
    """The needs that a word or a kind of figure meets, and the rows of which it meets the rarest."""
    met = opened = 0
    for need in constructions().offers[offer]:
        met |= 1 << need
        opened |= _by_rarest().get(need, 0)
    return met, opened


@cache
def _needs() -> list[int]:
    """The needs of each row."""
    return [sum(1 << need for need in row.needs) for row in constructions().rows]


def candidates(line: Line, crossing: bool) -> list[Row]:
    """The rows that find all their words and kinds of figure in a sentence, in their order."""
    met = opened = 0
    found: list[Row] = []
    for offer in (line.tokens.keys() | line.letters.keys()) & constructions().offers.keys():
        here, open_ = _offer(offer)
        met |= here
        opened |= open_
    opened &= _crossing() if crossing else ~_crossing()
    rows, needs, unmet = constructions().rows, _needs(), ~met
    while opened:
        number = opened.bit_length() - 1
        if not needs[number] & unmet:
            found.append(rows[number])
        opened ^= 1 << number
    return found[::-1]
