"""Which currency a word is that several share: dollars of which country, pounds of money or of weight."""

from __future__ import annotations

import re

from checker.quantities import units
from checker.quantities.numerals import Numeral
from checker.quantities.units import Unit

# Shared currency words that mean one currency unless the article speaks of another's country.
_USUAL = frozenset(["dollar", "pound", "rupee", "won", "franc", "lira", "krona", "krone", "koruna"])
_PRICE = re.compile(
    r"\b(?:cost|costs|costing|price|priced|prices|paid|pay|pays|paying|spend|spent|spending|worth|fine|fined|earn|earned|earning|"
    r"salary|wage|wages|fee|fees|prize|sold|buy|bought|money|cash|budget|funding|profit|profits|sales|turnover|revenue|debt|loan|"
    r"grant|bid|offer|takeover|deal|bill|note|notes|reward|damages|compensation|tax|taxes|british|sterling)\b|£"
)
_WEIGHT = re.compile(
    r"\b(?:weigh\w*|weight|lose|lost|gain(?:ed)?|heavy|heavier|lighter|baby|bag|pounds of [a-z]+)\b|-pound"
)


def settle(text: str, lower: str, unit: Unit) -> Unit:
    """The currency of the one country among its users that the article speaks of; without one, the usual, if there is one."""
    rows = units.shared_currencies().get(unit.shared, ())
    if unit.shared == "dollar":
        if "us$" not in lower and "u.s. dollar" not in lower and "us dollar" not in lower:
            return unit
        # an article that marks American dollars means its own country's by the bare sign
        rows = tuple(row for row in rows if row[0].name != "dollar")
    if unit.shared == "pound" and ("£" in text or "brit" in lower):
        return unit
    spoken = [candidate for candidate, pattern in rows if pattern.search(lower)]
    if len(spoken) == 1:
        return spoken[0]
    return unit if unit.shared in _USUAL else Unit(unit.shared, f"money:{unit.shared}")


def pounds(text: str, lower: str, start: int, end: int, unit: Unit, kind: str, numeral: Numeral) -> tuple[Unit, str]:
    """ "25 pounds" of money or of weight, by the words around it and the article's other money."""
    window = lower[max(0, start - 60) : end + 50]
    british = "£" in text or "sterling" in lower or "pence" in lower
    large = numeral.form == "magnitude" and (numeral.value or 0) >= 1e5
    if british or large:
        weight = _WEIGHT.search(window) is not None and not large
    else:
        weight = _WEIGHT.search(window) is not None or not _PRICE.search(window) or "$" in window
    return (units.unit_named("pound-mass"), "measure") if weight else (unit, kind)
