"""Productions of durations with a fraction or a rest: "an hour and a half", "three quarters of an hour", "1/2 day"."""
from __future__ import annotations

from checker.times.durations import duration
from checker.times.grammar import Node
from checker.times.maker import Captures, Maker, makes
from checker.times.readings import Reading, duration_value

FRACTIONS = {"half": 0.5, "quarter": 0.25, "quarters": 0.25}
ORDER = ("year", "month", "week", "day", "hour", "minute", "second")


def whole_units(number: float, name: str) -> Reading:
    """A duration; half a month, which has no fixed length, is said in days."""
    if name == "hour" and number in (0.25, 0.75):
        return duration(number * 60, "minute")  # "three quarters of an hour"
    if name == "month" and number != int(number):
        name, number = "day", number * 30
    return duration(number, name)


def unit_name(mk: Maker, item: int | Node) -> str:
    """The unit that a token names; "second" is an ordinal elsewhere."""
    return "second" if mk.word(item) == "second" else str(mk.value(item))


def fraction_of(mk: Maker, item: int | Node) -> float | None:
    """A half, a quarter, 3/4."""
    word = mk.word(item)
    if "/" in word:
        over, _, under = word.partition("/")
        return int(over) / int(under) if under in ("2", "3", "4") and 0 < int(over) < int(under) else None
    return FRACTIONS.get(word)


@makes("fraction")
def fraction(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """half an hour, 1/4 hour, three quarters of an hour"""
    part = fraction_of(mk, c["f"])
    count = mk.number(c["n"]) if "n" in c else 1.0
    if part is None or count is None:
        return None
    return whole_units(part * count, unit_name(mk, c["u"]))


@makes("and-fraction")
def and_fraction(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """an hour and a half, one and a half years, one and three quarters of an hour"""
    part = fraction_of(mk, c["f"])
    count = mk.number(c["n"]) if "n" in c else 1.0
    times = mk.number(c["k"]) if "k" in c else 1.0
    if part is None or count is None or times is None:
        return None
    return whole_units(count + part * times, unit_name(mk, c["u"]))


@makes("and-minutes")
def and_minutes(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """one hour and thirty"""
    x, rest = mk.sub(c["x"]), mk.number(c["m"])
    if x is None or x.type != "DURATION" or x.number is None or x.unit != "hour" or rest is None:
        return None
    if x.number != int(x.number) or not 0 < rest < 60 or rest != int(rest):
        return None
    return duration(x.number * 60 + rest, "minute")


@makes("joined-unit")
def joined_unit(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """3.5years, 45s"""
    number, _, name = str(mk.value(c["j"])).partition(" ")
    return whole_units(float(number), name)


@makes("sum-of-more")
def sum_of_more(mk: Maker, c: Captures, node: Node) -> Reading | None:
    """2 years, 3 months and 4 days: each unit smaller than the one before"""
    parts = [mk.sub(c[name]) for name in ("x", "y", "z", "w") if name in c]
    date = time = ""
    last = -1
    for part in parts:
        if part is None or part.type != "DURATION" or part.number is None or part.mod or part.unit not in ORDER:
            return None
        place = ORDER.index(part.unit)
        if place <= last or part.lo is not None:
            return None
        last = place
        value = duration_value(part.number, part.unit)
        if value.startswith("PT"):
            time += value[2:]
        else:
            date += value[1:]
    return Reading("DURATION", f"P{date}{'T' if time else ''}{time}")
