"""Money in two currencies, and the rate between them that the text states: "100m yuan ($14m)", "$1 = 7.00 yuan"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from checker import patterns
from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.frame.match import Group
from checker.claims.constructions.frame.roles import Roles
from checker.claims.draft import Draft
from checker.records import Quantity

# "$1 = 7.00 yuan", "one dollar buys 7 yuan"
EQUALS = patterns.compile(r"\s?(?:=|is|was|equals|equalled|buys|bought|(?:is|was) worth|to)\s(?:about |around )?$")
# "7 yuan to the dollar", "7 yuan per dollar"
TO_ONE = patterns.compile(r" (?:to|per|for) (?:the |one |an? |each )?(?:us |u\.s\. )?([a-z]+)\b")
# "100 million yuan ($14 million)", "100 million yuan, or $14 million"
TOLD_AGAIN = patterns.compile(r",? ?(?:\(|or )(?:or |about |some |around |roughly )*$")

Money = tuple[Figure, Quantity]


def exchange_groups(draft: Draft, roles: Roles, figures: Sequence[Figure]) -> list[Group]:
    """Every amount told in a second currency whose rate the text states once."""
    money: list[Money] = []
    for figure in figures:
        quantity = roles.quantity(figure)
        if quantity is not None and quantity.dimension.startswith("money:") and quantity.value:
            money.append((figure, quantity))
    if len({quantity.dimension for _, quantity in money}) < 2:
        return []
    rates = _rates(draft, money)
    used = {figure.start for rate in rates.values() for figure in rate}
    groups: list[Group] = []
    for (one, first), (other, second) in pairwise(money):
        if {one.start, other.start} & used or not TOLD_AGAIN.fullmatch(draft.analysis.lower[one.end : other.start]):
            continue
        for (local, near), (foreign, far) in (((one, first), (other, second)), ((other, second), (one, first))):
            found = rates.get((near.dimension, far.dimension), [])
            if len({rate.value for rate in found}) == 1:
                told = (("local", local), ("foreign", foreign), ("rate", found[0]))
                groups.append(("exchange", [(role, roles.plain(figure)) for role, figure in told]))
    return groups


def _rates(draft: Draft, money: Sequence[Money]) -> dict[tuple[str, str], list[Figure]]:
    """(local currency, foreign currency) → the figures that say how much of the first one of the second is."""
    lower = draft.analysis.lower
    rates: dict[tuple[str, str], list[Figure]] = {}
    for (one, first), (other, second) in pairwise(money):
        if first.value == 1 and first.dimension != second.dimension and EQUALS.fullmatch(lower[one.end : other.start]):
            rates.setdefault((second.dimension, first.dimension), []).append(other)
    for figure, quantity in money:
        if match := TO_ONE.match(lower, figure.end):
            named = {other.dimension for _, other in money if match[1] in other.unit.split()}
            for foreign in named - {quantity.dimension}:
                rates.setdefault((quantity.dimension, foreign), []).append(figure)
    return rates
