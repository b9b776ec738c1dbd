"""What a printed figure allows: from numeral and hedge to an interval of values (`rules/lexicon/exactness.tsv`)."""
from __future__ import annotations

from functools import cache
from typing import NamedTuple

from checker.language.lexicon import items, table
from checker.quantities import units
from checker.quantities.numerals import Numeral, read


class Interval(NamedTuple):
    """The values that a print allows, in the base unit of the dimension; None is no limit on that side."""

    least: float | None
    most: float | None


class Margin(NamedTuple):
    """How far the truth may lie from the print on one side."""

    open: bool = False
    unit: bool = False  # half a unit of the last printed digit
    digit: bool = False  # half a unit of the last digit that is not zero
    percent: float = 0.0  # of the number

    def reach(self, value: float, numeral: Numeral) -> float:
        """The widest of what the side allows."""
        share = abs(value) * self.percent / 100
        return max(share, numeral.step / 2 if self.unit else 0.0, numeral.digit / 2 if self.digit else 0.0)


@cache
def margins() -> dict[str, tuple[Margin, Margin]]:
    """Form of numeral or class of hedge -> what may be missing below, and above."""
    return {row["print"]: (_margin(items(row["below"])), _margin(items(row["above"]))) for row in table("exactness")}


def _margin(rules: tuple[str, ...]) -> Margin:
    percent = next((float(rule[:-1]) for rule in rules if rule.endswith("%")), 0.0)
    return Margin("open" in rules, "half-unit" in rules, "half-digit" in rules, percent)


@cache
def exact() -> frozenset[str]:
    """The forms and hedges that allow nothing but the print."""
    return frozenset(name for name, both in margins().items() if both == (Margin(), Margin()))


def printed(value: float, numeral: Numeral, bound: str = "") -> Interval:
    """The interval in the printed unit: the numeral's own, or a bound's, which takes the number at its word."""
    if (bound or numeral.form) in exact():
        return Interval(value, value)
    below, above = margins()[bound or numeral.form]
    least = None if below.open else value - below.reach(value, numeral)
    return Interval(least, None if above.open else value + above.reach(value, numeral))


def interval(numeral: str, bound: str = "", unit: str = "") -> Interval:
    """What a figure printed as `numeral` allows, in the base unit of `unit`'s dimension.

    `bound` is a row of exactness.tsv ("about", "nearly", "over", "at-least", "up-to"); `unit` a canonical name.

    >>> interval("1.28 million")
    Interval(least=1275000.0, most=1285000.0)
    """
    found = read(numeral.strip().lower(), 0)
    if found is None or found.value is None:
        return Interval(None, None) if found is None else Interval(found.low, found.high)
    return scaled(printed(found.value, found, bound), units.named(unit))


def scaled(span: Interval, unit: units.Unit) -> Interval:
    """An interval in `unit` as one in the base unit of its dimension."""
    if unit.factor == 1.0 and unit.offset == 0.0:
        return span
    least, most = (None if end is None else unit.factor * end + unit.offset for end in span)
    return Interval(least, most)


def convert_interval(span: Interval, source: str, target: str) -> Interval:
    """An interval in one unit as one in another of the same dimension; ValueError when the dimensions differ."""
    least, most = (None if end is None else units.convert(end, source, target) for end in span)
    return Interval(least, most)
