"""A figure while it is being read."""
from __future__ import annotations

from typing import Protocol

from checker.language import Analysis
from checker.quantities.context import NO_LEAD, Lead
from checker.quantities.currencies import Money
from checker.quantities.numerals import Numeral
from checker.quantities.units import Unit
from checker.records import Counted, Quantity

COUNT = Unit("", "")  # what bare figures are measured in
SHARE = Unit("", "percent")  # "a third of voters"
MULTIPLE = Unit("", "ratio")  # "twice", "threefold"


class Walk(Protocol):
    """What a figure needs of the walk through the text."""

    analysis: Analysis
    text: str
    lower: str
    found: list[Quantity]
    names: set[str]
    done: int
    money: Money

    def token_end(self, at: int) -> int: ...

    def emit(self, draft: Draft) -> None: ...


class Draft:
    """What is known so far; the steps of `figure.py` fill it in."""

    __slots__ = (
        "counted",
        "digit",
        "end",
        "kind",
        "lead",
        "minus",
        "numeral",
        "numeral_end",
        "numeral_start",
        "rate",
        "second",
        "sign",
        "start",
        "unit",
        "year",
    )

    def __init__(self, start: int, numeral: Numeral, *, digit: bool = False, year: bool = False) -> None:
        self.start = start  # of the span, which grows to the left with sign and currency
        self.numeral_start = start
        self.numeral_end = self.end = start + numeral.length
        self.numeral = numeral
        self.second: Numeral | None = None  # the upper end of a range
        self.unit = COUNT
        self.kind = "cardinal"
        self.lead: Lead = NO_LEAD
        self.counted: Counted | None = None
        self.digit = digit  # printed in digits
        self.year = year  # four digits that could be a year
        self.sign = False  # a currency sign stands before it
        self.minus = False
        self.rate = ""  # what a count is per: "2,400 skiers an hour"

    def share(self, numeral: Numeral, end: int) -> None:
        """Make it a share: "one in five", "a third"."""
        self.numeral, self.unit, self.kind = numeral, SHARE, "ratio"
        self.numeral_end = self.end = end


def shifted(numeral: Numeral, factor: float) -> Numeral:
    """The numeral with a magnitude that is printed elsewhere ("5 to 7 million"), or with its sign."""
    value = None if numeral.value is None else numeral.value * factor
    low = None if numeral.low is None else numeral.low * factor
    high = None if numeral.high is None else numeral.high * factor
    form = "magnitude" if factor > 1 and numeral.form in ("digits", "decimal", "words") else numeral.form
    return numeral._replace(
        value=value, low=low, high=high, step=numeral.step * abs(factor), digit=numeral.digit * abs(factor), form=form
    )


def point(value: float, length: int, form: str = "fraction") -> Numeral:
    """A numeral of one value that was worked out ("one in five")."""
    return Numeral(length, value, value, value, 0.0, 0.0, form)
