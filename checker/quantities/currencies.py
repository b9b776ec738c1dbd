"""Which currency a word is that several share: dollars of which country, pounds of money or of weight."""
from __future__ import annotations

import re
from functools import cached_property

from checker import patterns
from checker.quantities import cues, units
from checker.quantities.numerals import Numeral
from checker.quantities.units import Unit

# Shared currency words that mean one currency unless the article speaks of another's country.
_USUAL = frozenset(["dollar", "pound", "rupee", "won", "franc", "lira", "krona", "krone", "koruna"])


_MAGNITUDES = ("M", "B", " M", " B")
_CODE_BEFORE = patterns.compile(r"(?<![A-Za-z])([MB])([A-Z]{3}) $")
_CODE_BEHIND = patterns.compile(r" ?([MB])([A-Z]{3})\b")


def magnified(text: str, start: int, end: int) -> tuple[float, Unit, int, int] | None:
    """A code with a magnitude before it, as accounts have it ("30 MUSD", "MSEK 120"): factor, currency, start, end."""
    code = None
    if text.startswith(_MAGNITUDES, end):
        code = _CODE_BEHIND.match(text, end)
    elif start > 4 and text[start - 2].isupper():
        code = _CODE_BEFORE.search(text, max(0, start - 6), start)
    unit = units.surfaces().signs.get(code[2]) if code else None
    if code is None or unit is None:
        return None
    return 1e9 if code[1] == "B" else 1e6, unit, code.start(), code.end()


class Money:
    """What an article's own words say about its money; each question is answered once."""

    def __init__(self, text: str, lower: str) -> None:
        self.text, self.lower = text, lower
        self._settled: dict[str, Unit] = {}

    @cached_property
    def british(self) -> bool:
        return "£" in self.text or "sterling" in self.lower or "pence" in self.lower

    @cached_property
    def marks_american(self) -> bool:
        """It marks American dollars, so that a bare sign is its own country's."""
        return "us$" in self.lower or "u.s. dollar" in self.lower or "us dollar" in self.lower

    def settle(self, unit: Unit) -> Unit:
        """The currency of the one country among its users that the article speaks of; else the usual one."""
        if unit.shared not in self._settled:
            self._settled[unit.shared] = self._settle(unit)
        return self._settled[unit.shared]

    def _settle(self, unit: Unit) -> Unit:
        rows = units.shared_currencies().get(unit.shared, ())
        if unit.shared == "dollar":
            if not self.marks_american:
                return unit
            rows = tuple(row for row in rows if row[0].name != "dollar")
        if unit.shared == "pound" and (self.british or "brit" in self.lower):
            return unit
        spoken = [candidate for candidate, names, pattern in rows if self._speaks_of(names, pattern)]
        if len(spoken) == 1:
            return spoken[0]
        return unit if unit.shared in _USUAL else Unit(unit.shared, f"money:{unit.shared}")

    def _speaks_of(self, names: tuple[str, ...], pattern: re.Pattern[str]) -> bool:
        """One of the names stands in the article; the quick look would find it within a word as well."""
        return any(map(self.lower.__contains__, names)) and pattern.search(self.lower) is not None

    def pounds(self, start: int, end: int, unit: Unit, kind: str, numeral: Numeral) -> tuple[Unit, str]:
        """ "25 pounds" of money or of weight, by the words around it and the article's other money."""
        window = self.lower[max(0, start - 60) : end + 50]
        heavy = cues.pattern("weight").search(window) is not None or "-pound" in window or "pounds of" in window
        if numeral.form == "magnitude" and (numeral.value or 0) >= 1e5:
            weight = False
        elif self.british:
            weight = heavy
        else:
            weight = heavy or "$" in window or not cues.pattern("price").search(window)
        return (units.unit_named("pound-mass"), "measure") if weight else (unit, kind)
