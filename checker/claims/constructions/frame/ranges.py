"""The two ends of a range as figures of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker import patterns
from checker.claims.constructions.frame.figure import Figure
from checker.records import Quantity

if TYPE_CHECKING:
    from checker.quantities.numerals import Numeral

JOINT = patterns.compile(r"\s?(?:-|–|—|‐|‑|\bto\b|\band\b|\bor\b)\s?(?=\D{0,4}[\da-z.½¼¾])")


def ends(quantity: Quantity, number: int, letter: str) -> list[Figure]:
    """Two figures for "20% to 27%", "between £25 and £50", each with what its own print allows; none where unclear."""
    from checker.quantities import precision, units

    text = quantity.text
    lower = text.lower()
    for joint in JOINT.finditer(lower):
        if joint.start() < 1:
            continue
        low, high = _numeral(lower[: joint.start()]), _numeral(lower[joint.end() :])
        if low is None or high is None or low.value is None or high.value is None:
            continue
        first, second = quantity.low, quantity.high
        if first is None or second is None:
            return []
        if low.value > high.value and first < second:  # printed the wrong way round
            first, second = second, first
        spaced = joint[0] != joint[0].strip() and joint[0].strip() in "-–—"  # "a party of 17 – nine adults": no range
        figures = []
        unit = units.named(quantity.unit) if quantity.unit else None
        for side, (printed, value, start, end) in enumerate(
            ((low, first, 0, joint.start()), (high, second, joint.end(), len(text))), 1
        ):
            scale = value / printed.value if printed.value else 1.0
            span = precision.printed(value, printed._replace(step=printed.step * scale, digit=printed.digit * scale))
            if unit is not None:
                span = precision.scaled(span, unit)
            start += quantity.start
            end += quantity.start
            words = text[start - quantity.start : end - quantity.start]
            where = (-1, 0) if spaced else (number, side)
            figures.append(Figure(letter, start, end, words, *where, None, value, *span))
        return figures
    return []


def _numeral(text: str) -> Numeral | None:
    """The first numeral of a piece of a figure's text, behind hedge and sign."""
    from checker.quantities import numerals

    for match in re.finditer(r"(?<![\w.])[\da-z½¼¾.]", text):
        found = numerals.read(text, match.start())
        if found is not None and found.value is not None:
            return found
    return None
