"""Conversions, ranges, prices and averages: amounts that follow from each other."""

from __future__ import annotations

import math
from functools import cache

from checker.claims.constructions.amounts.bases import mean_apart
from checker.claims.constructions.frame.figure import MAGNITUDE, Figure
from checker.claims.constructions.frame.match import Group, Match, alike, dimension, noun, ranged
from checker.claims.constructions.frame.pattern import cues, words
from checker.claims.constructions.frame.roles import rounded, widened
from checker.claims.constructions.parts import counts
from checker.records import Claim
from checker.slips import last_digit

NEAR = 1.6  # times what is reckoned, or what is reckoned of it: what is farther off is an amount of something else
FAR = 2.2  # the same, where the text says that it reckons
ZEROS = (10.0, 100.0, 1000.0)
VAGUE_UNITS = {
    "gallon": 0.22,
    "pint": 0.22,
    "quart": 0.22,
    "fluid ounce": 0.06,
    "ton": 0.12,
    "tonne": 0.02,
    "nautical mile": 0.02,
}


def near(reckoned: float, told: float, most: float) -> bool:
    """May a told amount be what the others come to: is it so many times that at the most, or a power of ten away?"""
    if not reckoned or not told:
        return False
    factor = max(reckoned / told, told / reckoned)
    return factor < most or any(math.isclose(factor, zeros, rel_tol=0.15) for zeros in ZEROS)


def pair(match: Match, one: Figure, other: Figure) -> tuple[Claim, Claim] | None:
    """Two amounts of one dimension; a bare number takes the percent sign of its partner ("from 5 to 7 per cent")."""
    if one.value is None or other.value is None:
        return None
    if alike(match, (one, other)):
        return match.roles.plain(one), match.roles.plain(other)
    if one.letter == "N" and other.letter in "PUDAM":
        made = _elided(match, one, other)
        return None if made is None else (made, match.roles.plain(other))
    if other.letter == "N" and (one.letter in "PA" or (one.letter in "MU" and magnitude(match, other))):
        made = _elided(match, other, one)
        return None if made is None else (match.roles.plain(one), made)
    if (
        one.letter == other.letter == "M"
        and dimension(match, one).split("/")[0] == dimension(match, other).split("/")[0]
    ):
        quantity = match.quantity(one)  # "£120-£90 a night"
        unit = quantity.unit.split(" per ")[0] if quantity else ""
        if all((q := match.quantity(figure)) and q.unit.split(" per ")[0] == unit for figure in (one, other)):
            return (match.roles.made(one, (one.value, one.value), ""),
                    match.roles.made(other, (other.value, other.value), ""))  # fmt: skip
    return None


def _elided(match: Match, bare: Figure, full: Figure) -> Claim | None:
    """A bare number in the unit of its partner; None when it counts something, or when magnitude words differ."""
    quantity = match.quantity(bare)
    if (
        quantity is not None
        and quantity.counted is not None
        and bare.start < quantity.counted.start < quantity.counted.end <= full.start
    ):
        return None
    told = bool(magnitude(match, bare)) and match.counted(bare) is None  # "12.3 billion euros from 10.1 billion"
    if (
        (magnitude(match, full) and not told)
        or bare.value is None
        or full.value is None
        or not full.value
        or full.least is None
        or full.most is None
    ):
        return None
    if "temperature" in dimension(match, full) or (
        full.letter == "M" and "." not in full.text and bare.value > 0 and full.value > 1000 * bare.value
    ):
        return None
    scale = (full.least + full.most) / 2 / full.value
    return match.roles.made(bare, (bare.value * scale, bare.value * scale), dimension(match, full))


def conversion(match: Match) -> list[Group]:
    """One amount in two units."""
    ends = [("original", "converted")] + ([("high", "chigh")] if "high" in match.found else [])
    if len(ends) == 1 and ranged((match.one("original"), match.one("converted"))):
        return []
    groups: list[Group] = []
    for first, second in ends:
        one, other = match.one(first), match.one(second)
        a, b = match.quantity(one), match.quantity(other)
        if (
            a is None
            or b is None
            or a.dimension != b.dimension
            or a.unit == b.unit
            or one.value is None
            or other.value is None
        ):
            return []
        if match.row.mode == "hedged" and not b.hedge:
            return []  # "5 miles, 10 kilometres" may be a list
        if a.rate or b.rate or a.dimension.startswith(("money", "time", "percent", "age")):
            return []
        if match.before(one)[:1] == "U" or (match.before(one) == "and" and match.before(one, 2)[:1] == "U"):
            return []  # the second half of "5 feet 10 inches"
        if match.after(other) in ("per", "a", "an") or match.after(other)[:1] == "U":
            return []
        bounds = [_converted(match, figure) for figure in (one, other)]
        if a.dimension == "temperature" and _difference(match, one, other):
            return []
        groups.append(
            (
                "conversion",
                [("original", match.roles.made(one, bounds[0])), ("converted", match.roles.made(other, bounds[1]))],
            )
        )
    return groups


def _converted(match: Match, figure: Figure) -> tuple[float | None, float | None]:
    """What a converted amount allows: half a unit of its last digit other than zero, at the least 1.5 and at the most
    6 per cent; as much more as the unit itself is vague (a gallon or a ton of which country)."""
    quantity = match.quantity(figure)
    assert quantity is not None
    assert figure.value is not None
    least, most = figure.least, figure.most
    if quantity.hedge and not figure.side:
        from checker.quantities import precision

        # a hedge holds for both amounts alike: what is compared is the print
        least, most = precision.interval(quantity.numeral, "", quantity.unit)
    if least is None or most is None:
        return least, most
    if quantity.dimension == "temperature":
        scale = 5 / 9 if "ahrenheit" in quantity.unit else 1.0
        return widened((least, most), scale * min(max(last_digit(figure.value) / 2, 0.5), 1.0))
    size = abs(least + most) / 2
    scale = size / abs(figure.value) if figure.value else 1.0
    reach = min(max(last_digit(figure.value) / 2 * scale, 0.015 * size), 0.06 * size)
    small = 0.5 * scale if abs(figure.value) < 10 and float(figure.value).is_integer() else 0.0
    vague = VAGUE_UNITS.get(quantity.unit.split(" per ")[0], 0.0) * size
    return widened((least, most), max(reach, small) + vague)


def _difference(match: Match, one: Figure, other: Figure) -> bool:
    """Is a temperature a difference of temperatures ("a rise of 2C (3.6F)")?  When the sum fits so, it is read so."""
    a, b = match.quantity(one), match.quantity(other)
    if a is None or b is None or one.value is None or other.value is None or min(one.value, other.value) < 0:
        return False
    scale = [5 / 9 if "ahrenheit" in q.unit else 1.0 for q in (a, b)]
    fits = abs(one.value * scale[0] - other.value * scale[1]) <= 0.12 * abs(one.value * scale[0]) + 0.3
    at = one.token
    before = match.skeleton.tokens[max(0, at - 3) : at]
    return fits or (bool(words("difference") & set(before)) and "to" not in before)


@cache
def _ranging() -> frozenset[str]:
    """Words before which "from" opens a range."""
    return words("spanning").union(cues()["range"])


def range_(match: Match) -> list[Group]:
    """The two ends of a range."""
    low, high = match.one("low"), match.one("high")
    if low.value is None or high.value is None or low.text.startswith("0") or high.text.startswith("0"):
        return []  # "2200 and 0700" are hours
    if low.value < 0 or high.value < 0 or 0 < high.value < low.value / 20:
        return []  # order below zero is told both ways; a gap so wide is a misread magnitude
    first = match.skeleton.tokens[match.first - 1] if match.first else ""
    earlier = match.skeleton.tokens[max(0, match.first - 4) : match.first]
    if words("no-range") & {first, *earlier}:
        return []
    opener = match.skeleton.tokens[match.first]
    before = match.before(low)
    if opener != "between" and (
        (before == "from" and not set(match.words()) & (_ranging()))
        or first in ("from", "by", "between")
        or match.sentence() & counts.moving()
    ):
        return []
    claims = pair(match, low, high)
    if claims is None or (match.before(high) == "-" and high.start - low.end > 1):
        return []
    one, other = noun(match, low), noun(match, high)
    if low.letter == high.letter == "N" and one not in ("", "and", "to", "-", other):
        return []
    if (
        low.letter == high.letter == "N"
        and match.skeleton.tokens[match.first] != "between"
        and "aged" not in match.words()
        and not match.cued
    ):
        return []
    if magnitude(match, high) and not magnitude(match, low):
        return []  # "between $40 and $25 million": what the first lacks is not known
    if (
        match.after(high) in ("and", ",")
        and match.skeleton.tokens[match.first] == "between"
        and match.after(high, 2)[:1] == high.letter
    ):
        return []  # a list of three
    # the one end is above the other as printed, whatever rounding allows
    ends = [match.roles.made(figure, (claim.value, claim.value), claim.dimension, claim.value)
            if claim.least is None or claim.most is None
            else match.roles.made(figure, ((claim.least + claim.most) / 2,) * 2, claim.dimension)
            for figure, claim in ((low, claims[0]), (high, claims[1]))]  # fmt: skip
    return [("range", [("low", ends[0]), ("high", ends[1])])]


def magnitude(match: Match, figure: Figure) -> str:
    """The word of magnitude in its print: "million" of "$26 million"."""
    quantity = match.quantity(figure)
    text = figure.text if ranged((figure,)) or quantity is None else quantity.numeral
    found = MAGNITUDE.search(text.lower())
    return found[1] if found else ""


def unit_price(match: Match) -> list[Group]:
    """How many, at what price, for what sum."""
    number, price, total = match.one("number"), match.one("price"), match.one("total")
    if ranged((number, price, total)) or not (number.value and price.value and total.value):
        return []
    apart = words("priced-apart") & match.sentence()
    if apart - ({"average"} if match.before(price) == "of" and match.before(price, 2) == "average" else set()):
        return []
    if match.after(total) in ("in", "on") and match.after(total, 2) not in ("all", "total", "the", "its"):
        return []  # "£300 in rent"
    per, sum_ = match.quantity(price), match.quantity(total)
    if (
        per is None
        or sum_ is None
        or (sum_.rate and (sum_.rate not in words("period") or number.letter == "D"))
        or match.after(total) in ("each", "apiece", "per", "profit", "loss", "gain")
        or total.value < price.value
    ):
        return []
    money = per.dimension.split("/")[0]
    if money != sum_.dimension.split("/")[0] or not money.startswith("money"):
        return []
    count = match.quantity(number)
    if count is not None and count.rate != sum_.rate and count.rate:
        return []  # "5,000 barrels a day ... £8m a year"
    if number.letter == "D":
        if count is None or per.rate != count.unit:
            return []
    elif per.rate in words("period") and per.rate != noun(match, number):
        return []
    from checker.quantities import units

    name = per.unit.split(" per ")[0]
    factor = units.named(name).factor if name else 1.0
    size = (per.least, per.most) if not per.rate else (price.value * factor, price.value * factor)
    least, most = total.least, total.most
    if sum_.rate:  # "£24,000 a year"
        least = most = total.value * units.named(sum_.unit.split(" per ")[0]).factor
    if least is not None and most is not None and least == most:
        reach = min(last_digit(least) / 2, 0.01 * abs(least))
        least, most = least - reach, most + reach
    value = float(number.value or 0)
    bounds = (number.least, number.most) if number.letter == "N" else (value, value)
    return [("unit-price", [
        ("number", match.roles.made(number, bounds, "", value)),
        ("price", match.roles.made(price, size, money)),
        ("total", match.roles.made(total, (least, most), money)),
    ])]  # fmt: skip


def average(match: Match) -> list[Group]:
    """A sum, a number, and the average that comes of them."""
    total, number, mean = match.one("total"), match.one("number"), match.one("average")
    if ranged((total, number, mean)) or not (total.value and number.value and mean.value):
        return []
    if total.letter != mean.letter or total.letter == "P" or match.before(mean) in ("every", "each", "per"):
        return []
    a, b, n = match.quantity(total), match.quantity(mean), match.quantity(number)
    if a is None or b is None or n is None or a.rate or b.dimension.split("/")[0] != a.dimension:
        return []
    if mean_apart(match, mean, total):
        return []
    if total.letter == "N" and noun(match, number) == noun(match, total):
        return []
    if None in (n.least, n.most, a.least, a.most) or total.value < mean.value:
        return []
    value = float(number.value)
    bounds = (n.least, n.most) if number.letter == "N" else (value, value)
    if b.rate and b.rate not in words("one-of-all"):
        return []
    printed = (b.least, b.most) if b.rate else rounded(mean, b)
    return [("average", [
        ("total", match.roles.plain(total)),
        ("number", match.roles.made(number, bounds, "", value)),
        ("average", match.roles.made(mean, printed, a.dimension)),
    ])]  # fmt: skip
