"""Bare numbers that are amounts by the one before them: "90 million euros: 40 million from Spain, ..."."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from checker.claims.constructions.frame.figure import MAGNITUDE, Figure
from checker.claims.draft import Draft
from checker.records import Quantity


def with_money(draft: Draft, quantities: Sequence[Quantity], figures: Sequence[Figure]) -> list[Figure]:
    """The figures, where a number with a word of size that counts nothing takes the currency told before it."""
    found: list[Figure] = []
    money: Figure | None = None
    analysis = draft.analysis
    for figure in figures:
        if figure.letter == "M" and not figure.ranged and figure.quantity >= 0:
            money = figure if _sized(quantities[figure.quantity]) else None
        together = money is not None and analysis.sentence_at(money.start) == analysis.sentence_at(figure.start)
        if money is not None and together and figure.letter == "N" and _bare(figure, quantities):
            found.append(_paid(figure, money, quantities[money.quantity]))
        else:
            found.append(figure)
    return found


def _sized(quantity: Quantity) -> bool:
    return MAGNITUDE.search(quantity.numeral.lower()) is not None


def _bare(figure: Figure, quantities: Sequence[Quantity]) -> bool:
    """A number with a word of size and no noun behind it."""
    if figure.quantity < 0 or figure.side or not figure.value:
        return False
    quantity = quantities[figure.quantity]
    counted = quantity.counted
    alone = counted is None or counted.start < figure.start or not counted.text
    return quantity.kind == "cardinal" and alone and not quantity.rate and _sized(quantity)


def _paid(figure: Figure, money: Figure, quantity: Quantity) -> Figure:
    """The number as an amount of that currency."""
    if not money.value or money.least is None or money.most is None:
        return figure
    scale = (money.least + money.most) / 2 / money.value
    least, most = (None if bound is None else bound * scale for bound in (figure.least, figure.most))
    return msgspec.structs.replace(figure, letter="M", least=least, most=most, dimension=quantity.dimension)
