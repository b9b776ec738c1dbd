"""Number words to numbers: "two hundred and five", "five and a half million", "two-thirds", "tens of thousands".

The grammar reads tokens from left to right and keeps the longest reading that is a number; what is left over ("one, two
or three") is the next numeral's business.
"""
from __future__ import annotations

import math

from checker.quantities.numerals import Numeral, words

Token = tuple[str, int]  # word or dash, end offset in the run
Found = tuple[float | None, float | None, float | None, float, str, int]  # value low high step form tokens used
_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212")
_SCALES = ("scale", "hundred")


class _Reader:
    """A cursor over the tokens of one run."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.known = words()

    def kind(self, at: int) -> str:
        return self.known.get(self.tokens[at][0], ("", 0.0))[0] if at < len(self.tokens) else ""

    def value(self, at: int) -> float:
        return self.known[self.tokens[at][0]][1]

    def word(self, at: int) -> str:
        return self.tokens[at][0] if at < len(self.tokens) else ""

    def skip(self, at: int, *allowed: str) -> int:
        """Past dashes and the allowed joining words."""
        while at < len(self.tokens) and (self.word(at) in _DASHES or self.word(at) in allowed):
            at += 1
        return at

    def scales(self, at: int) -> tuple[float, int]:
        """The product of the magnitude words from `at`, and where they end; 1 when there are none."""
        factor, end = 1.0, at
        while self.kind(at) in _SCALES:
            factor *= self.value(at)
            end = at + 1
            at = self.skip(end)
        return factor, end

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
        start = (1.0, at) if self.kind(at) == "hundred" else self.below_hundred(at)
        if start is None:
            return None
        value, at = start
        following = self.skip(at)
        if self.kind(following) != "hundred":
            return value, at
        value, at = value * 100, following + 1
        rest = self.below_hundred(self.skip(at, "and"))
        if rest is None or self.kind(self.skip(rest[1])) == "hundred":
            return value, at
        return value + rest[0], rest[1]

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
            while self.kind(scaled) == "scale" or (self.kind(scaled) == "plural" and self.value(scaled) >= 1e3):
                scale *= self.value(scaled)
                after, scaled = scaled + 1, self.skip(scaled + 1)
            if scale >= last or (end is not None and (value * scale >= last or last <= 1)):
                break
            total, last, end = total + value * scale, scale, after
            if scale == 1.0:
                break
            at = self.skip(after, "and", ",")
            if self.word(after) == "," and self.kind(at) and not self._carries_on(at) and self.word(after + 1) != "and":
                break
        return (total, end) if end is not None else None

    def _carries_on(self, at: int) -> bool:
        """What follows a comma belongs to the number when it goes on downwards ("three million, two hundred ...")."""
        group = self.below_thousand(at)
        return group is not None and (self.kind(self.skip(group[1])) == "scale" or group[0] >= 100)

    def denominator(self, at: int, plural: bool) -> tuple[float, int] | None:
        """ "third", "quarters", "twenty-fifths", "hundredth"."""
        kind = self.kind(at)
        wanted = ("denominator", "ones") if plural else ("ordinal",)
        if kind == "ten" and self.kind(self.skip(at + 1)) in wanted and 0 < self.value(self.skip(at + 1)) < 10:
            end = self.skip(at + 1)
            return self.value(at) + self.value(end), end + 1
        if not plural and (kind in _SCALES or kind in ("unit", "ten")):
            whole = self.integer(at)
            if whole and whole[0] >= 100 and self.kind(self.skip(whole[1], "and")) in wanted:
                end = self.skip(whole[1], "and")
                return whole[0] + self.value(end), end + 1
        if kind in ("half", "quarter") and not plural:
            return self.value(at), at + 1
        if kind in wanted and (kind != "ones") and not (kind == "ordinal" and self.value(at) < 3):
            return self.value(at), at + 1
        return None

    def part(self, at: int) -> tuple[float, int] | None:
        """A fraction: "half", "a third", "three quarters", "two-thirds", "one twenty-fifth"."""
        if self.kind(at) == "half":
            return 0.5, at + 1
        if self.word(at) in ("a", "an"):
            found = self.denominator(self.skip(at + 1), plural=False)
            return (1 / found[0], found[1]) if found else None
        if self.word(at) == "one":
            found = self.denominator(self.skip(at + 1), plural=False)
            if found:
                return 1 / found[0], found[1]
        number = self.below_hundred(at)
        if number is None:
            return None
        found = self.denominator(self.skip(number[1]), plural=True)
        if found is None and self.kind(number[1] - 1) == "unit" and self.kind(at) == "ten" and number[1] - at == 2:
            return None
        return (number[0] / found[0], found[1]) if found else None


def longest(tokens: list[Token]) -> Numeral | None:
    """The longest number that the tokens begin with."""
    reader = _Reader(tokens)
    found = _vague(reader) or _dozens(reader) or _fraction(reader) or _ordinal(reader) or _mixed(reader)
    if found is None:
        return None
    value, low, high, step, form, used = found
    return Numeral(tokens[used - 1][1], value, low, high, step, step, form)


def _vague(reader: _Reader) -> Found | None:
    """ "tens of thousands": at least two of them; the value is the word's own (1,000 for "thousands")."""
    if reader.kind(0) != "plural":
        return None
    size, used = reader.value(0), 1
    while reader.word(used) == "of" or reader.kind(used) == "plural":
        following = used + (reader.word(used) == "of")
        if reader.kind(following) not in ("plural", "scale", "hundred"):
            break
        size *= reader.value(following)
        used = following + 1
    return None, 2 * size, None, size, "vague", used


def _dozens(reader: _Reader) -> Found | None:
    """ "half a dozen", "three dozen", "a couple", "a pair"."""
    kind = reader.kind(0)
    if kind in ("dozen", "couple", "pair", "score"):
        size = reader.value(0)
        return size, size, size, size, "dozen" if kind == "score" else kind, 1
    number = (0.5, reader.skip(1, "a", "an")) if kind == "half" else reader.integer(0)
    if number is None:
        return None
    at = reader.skip(number[1])
    if reader.kind(at) != "dozen" and reader.word(at) not in ("dozens", "scores"):
        return None
    value = number[0] * reader.value(at)
    if number[0] >= 100 and reader.kind(number[1] - 1) == "unit":  # "three hundred and two dozen"
        value = number[0] - reader.value(number[1] - 1) * (1 - reader.value(at))
    return value, value, value, reader.value(at), "dozen", at + 1


def _fraction(reader: _Reader) -> Found | None:
    """ "two-thirds", "half a million", "three quarters of a million", "one hundred thirty-two fifths"."""
    part = reader.part(0)
    if part is None and reader.kind(0) == "quarter" and reader.kind(reader.skip(1, "of", "a")) == "scale":
        part = (0.25, 1)
    if part is None:
        return _improper(reader)
    value, used = part
    at = reader.skip(used, "of", "a", "an")
    if reader.kind(at) in _SCALES and (reader.word(at - 1) in ("a", "an") or at == reader.skip(used)):
        scale, used = reader.scales(at)
        step = scale / 10 if value == 0.5 else scale / 20
        return value * scale, value * scale, value * scale, step, "magnitude", used
    return value, value, value, 0.0, "fraction", used


def _improper(reader: _Reader) -> Found | None:
    """A whole number over a denominator: "one hundred and thirty fifths"."""
    number = reader.integer(0)
    if number is None:
        return None
    whole = _whole_and_part(reader)
    if whole is not None:
        return whole
    over, used = number
    found = reader.denominator(reader.skip(used), plural=True)
    last = used - 1
    if (
        found
        and reader.kind(last) == "ten"
        and reader.word(last - 1) != "and"
        and last > 0
        and found[1] == reader.skip(used) + 1
    ):
        # "one hundred thirty-fifths": the ten belongs to the denominator
        over, found = over - reader.value(last), (reader.value(last) + found[0], found[1])
    if found is None or over == 0:
        return None
    if found[0] in (2, 4) and over > 100 and over % 100 < found[0]:
        value = over - over % 100 + over % 100 / found[0]  # "one hundred and three quarters"
    else:
        value = over / found[0]
    return value, value, value, 0.0, "fraction", found[1]


def _whole_and_part(reader: _Reader) -> Found | None:
    """ "six million and two thirds": the part is of the magnitude, not of the unit."""
    at = next((i for i, token in enumerate(reader.tokens) if token[0] == "and"), 0)
    if at < 1 or reader.kind(at - 1) != "scale" or reader.value(at - 1) < 1e6:
        return None
    number, part = reader.integer(0), reader.part(at + 1)
    head = _Reader(reader.tokens[:at]).integer(0)
    if number is None or head is None or part is None or head[1] != at or part[0] >= 1:
        return None
    factor, end = reader.scales(reader.skip(part[1], "of", "a"))
    scale = factor if factor > 1 else reader.value(at - 1)
    value = head[0] + part[0] * scale
    return value, value, value, scale / 10, "magnitude", end if factor > 1 else part[1]


def _ordinal(reader: _Reader) -> Found | None:
    """ "first", "twenty-first", "one hundred and third"."""
    if reader.kind(0) == "ordinal":
        return reader.value(0), reader.value(0), reader.value(0), 1.0, "ordinal", 1
    at = reader.skip(1)
    if reader.kind(0) == "ten" and reader.kind(at) == "ordinal" and reader.value(at) < 10:
        value = reader.value(0) + reader.value(at)
        return value, value, value, 1.0, "ordinal", at + 1
    number = reader.integer(0)
    if number is None:
        return None
    whole, at = number[0], reader.skip(number[1], "and")
    if reader.kind(at) == "ordinal" and reader.value(at) >= 100 and reader.word(number[1]) != "and":
        value = whole * reader.value(at)  # "the two millionth visitor"
        return value, value, value, 1.0, "ordinal", at + 1
    if whole < 100:
        return None
    if reader.kind(at) == "ten" and reader.kind(reader.skip(at + 1)) == "ordinal":
        whole, at = whole + reader.value(at), reader.skip(at + 1)
    if reader.kind(at) != "ordinal" or reader.value(at) >= 100:
        return None
    value = whole + reader.value(at)
    return value, value, value, 1.0, "ordinal", at + 1


def _mixed(reader: _Reader) -> Found | None:
    """ "twelve", "six point five", "two and a half", "five and a half million", "a million and a half"."""
    number = reader.integer(0)
    if number is None:
        return None
    value, used = number
    if reader.word(used) == "point":
        found = _decimals(reader, value, used + 1)
        if found:
            return found
    scale = reader.value(used - 1) if reader.kind(used - 1) in ("scale", "plural") else 1.0
    at = reader.skip(used)
    part = reader.part(reader.skip(at + 1)) if reader.word(at) == "and" else None
    if part is None and reader.word(at) == "and" and reader.word(reader.skip(at + 1)) == "three":
        quarter = reader.skip(reader.skip(at + 1) + 1)  # "two and three-quarter hours"
        part = (0.75, quarter + 1) if reader.kind(quarter) == "quarter" else None
    if part is not None and part[0] < 1:
        value, used = value + part[0] * scale, part[1]
        factor, end = reader.scales(reader.skip(used))
        if factor > 1 and scale > 1:
            value = number[0] + part[0] * factor  # "one billion and a half million"
            return value, value, value, factor / 10, "magnitude", end
        if factor > 1:
            return value * factor, value * factor, value * factor, factor / 10, "magnitude", end
        return value, value, value, scale / 10 if scale > 1 else 0.5, "magnitude" if scale > 1 else "digits", used
    if scale >= 1e6 and value >= 1e6:
        return value, value, value, scale, "magnitude", used
    step = 10.0 ** (len(str(int(value))) - len(str(int(value)).rstrip("0"))) if 0 < value < 1e15 else 1.0
    return value, value, value, step, "words", used


def _decimals(reader: _Reader, value: float, at: int) -> Found | None:
    """ "point five", "point zero three", "point seventy-one", with a magnitude behind it."""
    figures, used = "", at
    while reader.kind(used) in ("unit", "ten", "teen"):
        number = reader.below_hundred(used)
        if number is None:
            break
        figures += f"{number[0]:.0f}"
        used = reader.skip(number[1])
    if not figures or len(figures) > 12:
        return None
    used = max(i for i in range(at, used + 1) if i == at or reader.word(i - 1) not in _DASHES)
    value, step = value + float(f"0.{figures}"), 10.0 ** -len(figures)
    factor, end = reader.scales(reader.skip(used))
    if factor > 1:
        return value * factor, value * factor, value * factor, step * factor, "magnitude", end
    return value, value, value, step, "decimal", used
