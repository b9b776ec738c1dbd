"""One figure, date or factor word of a sentence, as the constructions see it."""

from __future__ import annotations

from functools import cache

import msgspec

from checker import patterns
from checker.language.lexicon import table
from checker.records import Time

# N count, M money, U measure, D duration, P percent, G percentage points, A age, S score, O ordinal, R fraction,
# K a change by a factor, H so many times as much, F a fraction that stands alone, V an anniversary,
# T day, B month or longer, Y year, C clock time


class Figure(msgspec.Struct, frozen=True, gc=False):
    """One figure or date of a sentence."""

    letter: str
    start: int
    end: int
    text: str
    quantity: int = -1  # index of its Quantity, or -1
    side: int = 0  # 1 or 2: this end of a range; 3: what is left of a span without its comparison
    time: Time | None = None
    value: float | None = None
    least: float | None = None
    most: float | None = None
    pair: tuple[int, int] | None = None  # both numbers of a score
    token: int = 0  # its place among the tokens of the skeleton
    unit: str = ""  # of a duration
    dimension: str = ""  # taken over from an amount before it

    @property
    def ranged(self) -> bool:
        """Is it one end of a range?"""
        return self.side in (1, 2)


class Factor(msgspec.Struct, frozen=True):
    """A word that is a factor ("doubled"): its value and what it allows."""

    letter: str
    value: float
    least: float
    most: float


# The word of magnitude in a numeral: "million" of "26 million".
MAGNITUDE = patterns.compile(r"(?<![a-z])(hundred|thousand|million|billion|trillion|lakh|crore|[kmb]|mn|bn|tn)\b")


@cache
def factors() -> dict[str, Factor]:
    """Word → factor, of `construction_factors.tsv`."""
    return {
        row["word"]: Factor(row["letter"], float(row["value"]), float(row["least"]), float(row["most"]))
        for row in table("construction_factors")
    }


@cache
def _hedges() -> dict[str, str]:
    """Word before a factor → over, nearly, about."""
    return {row["word"]: row["hedge"] for row in table("construction_hedges")}


def hedged(factor: Factor, tokens: list[str]) -> tuple[float | None, float | None]:
    """What "more than doubled", "almost doubled", "roughly doubled" allow."""
    hedge = next((_hedges()[word] for word in reversed(tokens[-3:]) if word in _hedges()), "")
    if hedge == "over":  # "more than halved" is less than half
        return (None, factor.value) if factor.letter == "K" and factor.value < 1 else (factor.value, None)
    if hedge == "nearly":
        return (factor.value * 0.75, factor.most) if factor.value >= 1 else (factor.least, factor.value * 1.3)
    if hedge == "about":
        return min(factor.least, factor.value * 0.75), max(factor.most, factor.value * 1.3)
    return factor.least, factor.most
