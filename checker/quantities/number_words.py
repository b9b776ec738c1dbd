"""Number words to numbers: "two hundred and five", "five and a half million", "two-thirds", "tens of thousands".

The grammar reads tokens from left to right and keeps the longest reading that is a number; what is left over ("one, two
or three") is the next numeral's business.
"""
from __future__ import annotations

import math

from checker.quantities.numerals import Numeral, words

Token = tuple[str, int]  # word or dash, end offset in the run
_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212")


class _Reader:
    """A cursor over the tokens of one run."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.known = words()

    def kind(self, at: int) -> str:
        if at >= len(self.tokens):
            return ""
        return self.known.get(self.tokens[at][0], ("", 0.0))[0]

    def value(self, at: int) -> float:
        return self.known[self.tokens[at][0]][1]

    def word(self, at: int) -> str:
        return self.tokens[at][0] if at < len(self.tokens) else ""

    def skip(self, at: int, *allowed: str) -> int:
        """Past dashes and the allowed joining words."""
        while at < len(self.tokens) and (self.word(at) in _DASHES or self.word(at) in allowed):
            at += 1
        return at

    def below_hundred(self, at: int) -> tuple[float, int] | None:
        kind = self.kind(at)
        if kind == "ten":
            following = self.skip(at + 1)
            if self.kind(following) == "unit" and self.value(following) > 0:
                return self.value(at) + self.value(following), following + 1
            return self.value(at), at + 1
        return (self.value(at), at + 1) if kind in ("unit", "teen") else None

    def below_thousand(self, at: int) -> tuple[float, int] | None:
        """ "two hundred and five", "fifteen hundred", "hundred and one" (the article stands before the run)."""
        if self.kind(at) == "hundred":
            start: tuple[float, int] | None = (1.0, at)
        else:
            start = self.below_hundred(at)
        if start is None:
            return None
        value, at = start
        following = self.skip(at)
        if self.kind(following) != "hundred":
            return value, at
        value, at = value * 100, following + 1
        rest = self.below_hundred(self.skip(at, "and"))
        return (value + rest[0], rest[1]) if rest and self.kind(self.skip(rest[1])) != "hundred" else (value, at)

    def integer(self, at: int) -> tuple[float, int] | None:
        """Groups of falling magnitude: "two million, three hundred thousand and five"."""
        total, last, end = 0.0, math.inf, None
        while True:
            group = self.below_thousand(at)
            if group is None and self.kind(at) == "scale" and end is None:
                group = (1.0, at)
            if group is None:
                break
            value, after = group
            scale, scaled = 1.0, self.skip(after)
            while self.kind(scaled) == "scale":
                scale *= self.value(scaled)
                after, scaled = scaled + 1, self.skip(scaled + 1)
            if scale >= last or (end is not None and value * scale >= last) or (end is not None and last <= 1):
                break
            total, last, end = total + value * scale, scale, after
            if scale == 1.0:
                break
            at = self.skip(after, "and", ",")
            if self.word(after) == "," and self.kind(at) and not self._ends_in_scale(at) and self.word(after + 1) != "and":
                break
        return (total, end) if end is not None else None

    def _ends_in_scale(self, at: int) -> bool:
        """What follows a comma belongs to the number when it carries on downwards ("three million, two hundred ...")."""
        group = self.below_thousand(at)
        return bool(group) and (self.kind(self.skip(group[1])) == "scale" or group[0] >= 100)  # type: ignore[index]

    def part(self, at: int) -> tuple[float, int] | None:
        """A fraction below one: "half", "a third", "three quarters", "two-thirds"."""
        kind = self.kind(at)
        if kind in ("half", "denominator"):
            return (1 / self.value(at), at + 1) if kind == "half" else None
        if self.word(at) in ("a", "an"):
            at, one = at + 1, 1.0
        else:
            number = self.below_hundred(at)
            if number is None:
                return None
            one, at = number
        at = self.skip(at)
        kind = self.kind(at)
        if kind in ("half", "denominator", "quarter") or (kind == "ordinal" and one == 1 and self.value(at) > 2):
            return one / self.value(at), at + 1
        if kind == "ten" and self.kind(at + 2) in ("ordinal", "denominator") and self.word(at + 1) in _DASHES and one == 1:
            return one / (self.value(at) + self.value(at + 2)), at + 3
        return None


def longest(tokens: list[Token]) -> Numeral | None:
    """The longest number that the tokens begin with."""
    reader = _Reader(tokens)
    found = _vague(reader) or _dozens(reader) or _fraction(reader) or _ordinal(reader) or _mixed(reader)
    if found is None:
        return None
    value, low, high, step, form, used = found
    return Numeral(tokens[used - 1][1], value, low, high, step, step, form)


Found = tuple[float | None, float | None, float | None, float, str, int]


def _vague(reader: _Reader) -> Found | None:
    """ "tens of thousands": from two units of the smaller word up to, not including, the next larger of the first."""
    if reader.kind(0) != "plural":
        return None
    value, used = reader.value(0), 1
    size = value
    while reader.word(used) == "of" or reader.kind(used) == "plural":
        following = used + (reader.word(used) == "of")
        if reader.kind(following) not in ("plural", "scale", "hundred"):
            break
        size *= reader.value(following)
        used = following + 1
    high = size * (1000 if value >= 1000 and used == 1 else 10) if value != 12 else size * 10
    return None, 2 * size, high, size, "vague", used


def _dozens(reader: _Reader) -> Found | None:
    """ "half a dozen", "three dozen", "a couple", "a score"."""
    number = (0.5, reader.skip(1, "a", "an")) if reader.kind(0) == "half" else reader.integer(0)
    kind = reader.kind(0)
    if number is None and kind in ("dozen", "couple", "pair"):
        size = reader.value(0)
        used = 1
        return size, size, size, size, kind, used
    if number is None:
        return None
    at = reader.skip(number[1], "a")
    if reader.kind(at) not in ("dozen", "pair") or (number[1] != at and reader.word(at - 1) == "a" and number[0] != 0.5):
        return None
    value = number[0] * reader.value(at)
    return value, value, value, reader.value(at), "dozen", at + 1


def _fraction(reader: _Reader) -> Found | None:
    """ "two-thirds", "half a million", "three quarters of a million" (the last of it is read by `_mixed`)."""
    part = reader.part(0)
    if part is None and reader.kind(0) in ("quarter", "ordinal"):
        return None
    if part is None:
        return None
    value, used = part
    at = reader.skip(used, "of", "a", "an")
    if reader.kind(at) in ("scale", "hundred") and (reader.word(at - 1) in ("a", "an") or at == reader.skip(used)):
        scale = 1.0
        while reader.kind(at) in ("scale", "hundred"):
            scale *= reader.value(at)
            used, at = at + 1, reader.skip(at + 1)
        step = scale / 10 if value == 0.5 else scale / 20
        return value * scale, value * scale, value * scale, step, "magnitude", used
    return value, value, value, value, "fraction", used


def _ordinal(reader: _Reader) -> Found | None:
    """ "first", "twenty-first", "one hundred and third"."""
    if reader.kind(0) in ("ordinal", "rank"):
        value = reader.value(0)
        return value, value, value, 1.0, "ordinal", 1
    if reader.kind(0) == "ten" and reader.kind(reader.skip(1)) in ("ordinal", "rank") and 0 < reader.value(reader.skip(1)) < 10:
        at = reader.skip(1)
        value = reader.value(0) + reader.value(at)
        return value, value, value, 1.0, "ordinal", at + 1
    number = reader.integer(0)
    if number is None or number[0] < 100:
        return None
    at = reader.skip(number[1], "and")
    if reader.kind(at) == "ten" and reader.kind(reader.skip(at + 1)) == "ordinal":
        value = number[0] + reader.value(at) + reader.value(reader.skip(at + 1))
        return value, value, value, 1.0, "ordinal", reader.skip(at + 1) + 1
    if reader.kind(at) == "ordinal":
        value = number[0] + reader.value(at)
        return value, value, value, 1.0, "ordinal", at + 1
    return None


def _mixed(reader: _Reader) -> Found | None:
    """ "twelve", "two and a half", "five and a half million", "a million and a half"."""
    number = reader.integer(0)
    if number is None:
        return None
    value, used = number
    scale = 1.0
    if reader.kind(used - 1) in ("scale",):
        scale = reader.value(used - 1)
    form, step = "words", 1.0
    at = reader.skip(used)
    if reader.word(at) == "and":
        part = reader.part(at + 1)
        if part is None and reader.kind(at + 1) in ("quarter",):
            part = None
        if part is None and reader.word(at + 1) == "a" and reader.kind(at + 2) in ("half", "quarter", "ordinal"):
            part = 1 / reader.value(at + 2), at + 3
        if part is not None and part[0] < 1:
            value, used = value + part[0] * scale, part[1]
            following = reader.skip(used)
            form, step = "digits", 0.5
            if scale == 1.0 and reader.kind(following) in ("scale", "hundred"):
                factor = 1.0
                while reader.kind(following) in ("scale", "hundred"):
                    factor *= reader.value(following)
                    used, following = following + 1, reader.skip(following + 1)
                return value * factor, value * factor, value * factor, factor / 10, "magnitude", used
            if scale > 1.0:
                return value, value, value, scale / 10, "magnitude", used
            return value, value, value, step, form, used
    if scale >= 1e6 and value >= 1e6:
        return value, value, value, scale, "magnitude", used
    step = 10.0 ** (len(str(int(value))) - len(str(int(value)).rstrip("0"))) if 0 < value < 1e15 else 1.0
    return value, value, value, step, form, used
