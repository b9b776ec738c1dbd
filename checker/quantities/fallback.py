"""quantulum3's parser, for a unit our tables do not know ("4e14 s−1", "3 Ω·m"): loaded and asked rarely."""
from __future__ import annotations

from functools import lru_cache

from checker import patterns
from checker.quantities import units
from checker.quantities.units import Unit

# A symbol is worth asking about when it holds a sign that words never hold.
_ODD = patterns.compile(
    r" ?([^\W\d_]{1,4}(?:[²³⁻⁰-⁹·^/µμΩÅ]|[−-]\d(?!\d))[^\s,;:()\[\]!?\"“”]{0,12}|[µμΩÅ]\w{0,3}|[kMGT]Ω)"
)
_calls = 0


def calls() -> int:
    """How often quantulum3 was asked since the start; bench/ prints it."""
    return _calls


def unit_after(text: str, end: int) -> tuple[Unit, int] | None:
    """The unit that quantulum3 reads behind a figure that ends at `end`."""
    following = text[end : end + 2]
    if not following or following[0] in ",.;)" or following.isspace():
        return None
    match = _ODD.match(text, end)
    if match is None or "://" in match[1]:
        return None
    symbol = match[1].rstrip(".")
    name = _ask(symbol)
    return (units.named(name), match.start(1) + len(symbol)) if name else None


@lru_cache(maxsize=512)
def _ask(symbol: str) -> str:
    """The name of the unit that a symbol stands for, "" when quantulum3 knows none."""
    global _calls
    _calls += 1
    try:
        from quantulum3 import parser

        found = parser.parse(f"7 {symbol}")
    except Exception:  # whatever its parser stumbles over, the text stays without a unit
        return ""
    if len(found) != 1 or found[0].value != 7 or found[0].span[1] < len(symbol) + 2:
        return ""
    name = found[0].unit.name
    return "" if name == "dimensionless" or name.startswith("per ") else str(name)
