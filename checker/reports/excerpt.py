"""A sentence with words marked by carets below, cut to a width round the marks."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from checker import patterns

_WORD = patterns.compile(r"\S+")
_GAP = "..."

Mark = tuple[int, int]


def excerpt(sentence: str, marks: Sequence[Mark], width: int) -> list[tuple[str, str]]:
    """Lines of the sentence, each with its line of carets ("" where nothing in it is marked).

    Marks are offsets into the sentence.  A sentence wider than `width` keeps the marked words and, as room allows, the
    words nearest to them; what is left out shows as "...".  Marks too wide for one line go on in the next.
    """
    words = [match.span() for match in _WORD.finditer(sentence)]
    if not words:
        return []
    kept = _kept(sentence, words, marks, width)
    signs, under = _line(sentence, words, kept, marks)
    return _wrapped(signs, under, width)


def _kept(sentence: str, words: list[Mark], marks: Sequence[Mark], width: int) -> set[int]:
    """The words to show: the marked ones, and the nearest others that fit."""
    marked = {
        index for index, (start, end) in enumerate(words) if any(start < stop and begin < end for begin, stop in marks)
    }
    kept = marked or {0}
    total = columns(sentence[words[0][0] : words[-1][1]])
    if total <= width:
        return set(range(len(words)))
    size = sum(columns(sentence[slice(*words[index])]) + 1 for index in kept)
    room = width if size < width - 16 else size + 24  # long marks get a few words of company all the same
    distance = {index: min(abs(index - other) for other in kept) for index in _near(kept, len(words), room)}
    for index in sorted(distance, key=lambda index: (distance[index], index)):
        size += columns(sentence[slice(*words[index])]) + 1
        if size + (len(_GAP) + 1) * (_gaps(kept | {index}, len(words))) > room:
            break
        kept.add(index)
    return kept


def _near(kept: set[int], count: int, reach: int) -> list[int]:
    """Words not kept, within so many words of a kept one: more could never fit."""
    near: set[int] = set()
    for index in kept:
        near.update(range(max(index - reach, 0), min(index + reach + 1, count)))
    return sorted(near - kept)


def _gaps(kept: set[int], count: int) -> int:
    """How many times "..." stands in the line."""
    inner = sum(index + 1 not in kept and index + 1 < count for index in kept)
    return inner + (0 not in kept)


def _line(sentence: str, words: list[Mark], kept: set[int], marks: Sequence[Mark]) -> tuple[list[str], list[bool]]:
    """The signs of the line and which of them are marked."""
    signs: list[str] = []
    under: list[bool] = []

    def put(text: str, start: int | None) -> None:
        for offset, sign in enumerate(text):
            marked = start is not None and any(begin <= start + offset < stop for begin, stop in marks)
            signs.append(" " if sign.isspace() or not sign.isprintable() else sign)
            under.append(marked)

    before = -1
    for index in sorted(kept):
        start, end = words[index]
        if index != before + 1:
            put(f" {_GAP} " if signs else f"{_GAP} ", None)
        elif signs:
            put(" ", words[before][1])
        put(sentence[start:end], start)
        before = index
    if before + 1 < len(words):
        put(f" {_GAP}", None)
    return signs, under


def _wrapped(signs: list[str], under: list[bool], width: int) -> list[tuple[str, str]]:
    lines = []
    start = 0
    while start < len(signs):
        end, used, space = start, 0, -1
        while end < len(signs) and used + _columns(signs[end]) <= width:
            used += _columns(signs[end])
            space = end if signs[end] == " " else space
            end += 1
        if end < len(signs) and space > start:
            end = space
        end = max(end, start + 1)
        row = signs[start:end]
        carets = "".join(
            ("^" if mark else " ") * _columns(sign) for sign, mark in zip(row, under[start:end], strict=True)
        )
        lines.append(("".join(row).rstrip(), carets.rstrip()))
        start = end
        while start < len(signs) and signs[start] == " ":
            start += 1
    return lines


def columns(text: str) -> int:
    """Width of a text on a terminal."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(sign: str) -> int:
    if sign < "\u0300":
        return 1
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
