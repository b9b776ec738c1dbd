"""One figure in two units: "5 feet 2 inches", "2 hours 10 minutes", "11 stone 4lb", "a dollar and 42 cents"."""
from __future__ import annotations

from checker import patterns
from checker.quantities import units
from checker.quantities.numerals import Numeral, read
from checker.quantities.units import Unit

_SMALLER = patterns.compile(r"(?:,? and |, |-(?=\d{1,2}\b)| ?)(?=[\da-z])")
_CLOSE_INCH = patterns.compile(r"(?=[ ,.;)]|$)")
_INCH = patterns.compile(r" ?in(?:\.|\b)(?! (?:the|a|an|his|her|their|its|this|that)\b| \d)")
_CLOSE = patterns.compile(r"\s*(?:$|[.,;?!)])")
_IMPERIAL = frozenset(["inch", "foot", "yard", "mile", "ounce", "pound-mass", "stone"])
# Durations are told in a unit and the next smaller one.
_LASTING = {"year": "month", "week": "day", "day": "hour", "hour": "minute", "minute": "second"}
# "3 years, 2 months, 14 days and 16 hours" is a row that no single unit holds exactly.
_CHAIN = patterns.compile(r",? (?:and )?(?:\d+|[a-z]+) (?:day|hour|minute|second)s?\b")
_CHAINED = patterns.compile(r"\b(?:year|month|week|day|hour)s?,? (?:and )?(?:\d+|[a-z]+) [a-z]+$")
_MINOR = 0.01  # cents, pence: the hundredth of a currency


def compound(text: str, lower: str, end: int, unit: Unit, numeral: Numeral) -> tuple[int, Unit, Numeral]:
    """The whole figure: where it ends, its unit (the smallest printed; money keeps the larger) and its numeral."""
    while numeral.value is not None and numeral.form != "magnitude":
        found = _smaller(text, lower, end, unit)
        if found is None:
            break
        less, smaller, end, step = found
        ratio = smaller.factor / unit.factor
        if unit.dimension.startswith("money:"):
            value = numeral.value + less * ratio
            return end, unit, numeral._replace(value=value, low=value, high=value, step=ratio, digit=ratio)
        value = round(numeral.value / ratio + less, 9)
        form = "digits" if step == 1.0 else "decimal"
        numeral = numeral._replace(value=value, low=value, high=value, step=step, digit=step, form=form)
        unit = smaller
    return end, unit, numeral


def _chained(lower: str, end: int, stop: int) -> bool:
    """Durations go on behind `stop`, or before the unit that ends at `end`."""
    return bool(_CHAIN.match(lower, stop) or _CHAINED.search(lower, max(0, end - 48), end))


def _smaller(text: str, lower: str, end: int, unit: Unit) -> tuple[float, Unit, int, float] | None:
    """The amount of a smaller unit of the same dimension that stands right behind, and its step."""
    money = unit.dimension.startswith("money:")
    time = unit.name in _LASTING
    if not (money and unit.factor == 1.0) and not time and unit.dimension not in ("length", "mass"):
        return None
    match = _SMALLER.match(lower, end)
    less = read(lower, match.end()) if match else None
    if match is None or less is None or less.value is None or less.form not in ("digits", "words", "decimal"):
        return None
    if less.form == "decimal" and unit.name != "minute":
        return None
    tail = match.end() + less.length
    found = units.after(text, lower, tail, lower[tail - 1].isdigit())
    if unit.name == "foot" and match[0] == "-":
        found = (units.unit_named("inch"), tail) if _CLOSE_INCH.match(lower, tail) else None  # "6-foot-4"
    if found is None and unit.name == "foot" and (inch := _INCH.match(lower, tail)):
        found = units.unit_named("inch"), inch.end()
    if money and less.value < 100:
        joined = match[0].strip()
        if found is None and (joined == "and" or (not joined and less.value >= 10)) and _CLOSE.match(lower, tail):
            found = unit._replace(factor=_MINOR), tail
        elif found is not None and found[0].factor == _MINOR:
            found = found[0]._replace(dimension=unit.dimension), found[1]
    if found is None or found[0].factor >= unit.factor or found[0].dimension != unit.dimension:
        return None
    if time and (found[0].name != _LASTING[unit.name] or _chained(lower, end, found[1])):
        return None
    if not money and (found[0].name in _IMPERIAL) != (unit.name in _IMPERIAL):
        return None  # "1 metre and 1 foot" are two figures
    if not money and less.value * found[0].factor >= unit.factor * (3 if unit.name == "yard" else 1):
        return None
    return less.value, found[0], found[1], less.step if less.form == "decimal" else 1.0
