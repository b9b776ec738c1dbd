"""Units of measure and money: which surface after (or before) a figure is which unit, and what a unit is worth.

The tables are `rules/lexicon/unit_*.tsv`: quantulum3's (compiled), ours beside it, currencies, and conversion factors.
"""
from __future__ import annotations

import math
import re
from functools import cache, lru_cache
from typing import NamedTuple

from checker import patterns
from checker.kept import kept
from checker.language.lexicon import items, table


class Unit(NamedTuple):
    """A canonical unit.  value in the base unit of `dimension` = factor * value + offset."""

    name: str
    dimension: str
    factor: float = 1.0
    offset: float = 0.0
    rate: str = ""  # what it is per: "day", "share"
    shared: str = ""  # a currency word that several currencies share ("dollar"), which the article may settle


class Surfaces(NamedTuple):
    """Where a unit may be printed."""

    words: dict[str, Unit]  # lower case, plural forms included
    firsts: frozenset[str]  # first word of each of `words`
    symbols: dict[str, Unit]  # case as printed, with or without a space after the digits
    attached: dict[str, Unit]  # right behind the last digit only
    signs: dict[str, Unit]  # before the figure
    prefixes: frozenset[str]  # what longer ones of `words` begin with: "square" of "square mile"


PREFIXES = {
    "kilo": 1e3,
    "mega": 1e6,
    "giga": 1e9,
    "tera": 1e12,
    "peta": 1e15,
    "exa": 1e18,
    "zetta": 1e21,
    "yotta": 1e24,
    "milli": 1e-3,
    "micro": 1e-6,
    "nano": 1e-9,
    "pico": 1e-12,
    "femto": 1e-15,
    "atto": 1e-18,
    "centi": 1e-2,
    "deci": 1e-1,
    "hecto": 1e2,
    "deca": 1e1,
    "zepto": 1e-21,
    "yocto": 1e-24,
}
_IRREGULAR = {
    "foot": "feet",
    "inch": "inches",
    "century": "centuries",
    "penny": "pennies",
    "hertz": "hertz",
    "celsius": "celsius",
    "fahrenheit": "fahrenheit",
    "horsepower": "horsepower",
    "yen": "yen",
    "yuan": "yuan",
    "rand": "rand",
    "baht": "baht",
    "won": "won",
    "ringgit": "ringgit",
    "renminbi": "renminbi",
}


@cache
def factors() -> dict[str, tuple[str, float, float]]:
    """Unit name -> dimension, factor, offset."""
    return {
        row["unit"]: (row["dimension"], float(row["factor"]), float(row["offset"])) for row in table("unit_factors")
    }


def unit_named(name: str, dimension: str = "") -> Unit:
    """The unit of this canonical name; without a known factor it is a dimension of its own."""
    known = factors().get(name)
    if known:
        return Unit(name, *known)
    for prefix, scale in PREFIXES.items():
        base = factors().get(name[len(prefix) :]) if name.startswith(prefix) else None
        if base and base[2] == 0.0:
            return Unit(name, base[0], base[1] * scale)
    return Unit(name, name if not dimension or dimension == "dimensionless" else f"{dimension}:{name}")


def plurals(surface: str) -> set[str]:
    """The surface and its plurals: of its last word, of the word before "per" or "an"."""
    words = re.split(r"( )", surface)
    found = {surface}
    for at in {len(words) - 1, 0}:
        word = words[at]
        plural = _IRREGULAR.get(word)
        if plural is None:
            if not word.isalpha() or len(word) < 3 or word.endswith("s"):
                continue
            plural = word + ("es" if word.endswith(("sh", "ch", "x", "z")) else "s")
        found.add("".join([*words[:at], plural, *words[at + 1 :]]))
    return found


def _spell(words: dict[str, Unit], surface: str, unit: Unit) -> None:
    for form in plurals(surface.lower().replace("-", " ")):
        words.setdefault(form, unit)


@kept
def surfaces() -> Surfaces:
    """Every surface of every unit; our own rows come before quantulum3's."""
    words: dict[str, Unit] = {}
    symbols: dict[str, Unit] = {}
    attached: dict[str, Unit] = {}
    signs: dict[str, Unit] = {}
    _money(words, symbols, attached, signs)
    for row in table("unit_surfaces"):
        unit = unit_named(row["unit"])
        for surface in items(row["words"]):
            _spell(words, surface, unit)
        for symbol in items(row["symbols"]):
            symbols.setdefault(symbol, unit)
        for symbol in items(row["attached"]):
            attached.setdefault(symbol, unit)
    ambiguous = {row["surface"] for row in table("unit_ambiguous")}
    for row in table("unit_quantulum3"):
        if row["dimension"] in ("currency", "dimensionless"):
            continue
        unit = unit_named(row["name"], row["dimension"])
        for surface in items(row["surfaces"]):
            if surface not in ambiguous:
                _spell(words, surface, unit)
        for symbol in items(row["symbols"]):
            if len(symbol) > 1 and symbol not in ambiguous:
                symbols.setdefault(symbol, unit)
    firsts = frozenset(surface.split(" ", 1)[0] for surface in words)
    prefixes = {surface[:at] for surface in words for at, letter in enumerate(surface) if letter == " "}
    return Surfaces(words, firsts, symbols, attached, signs, frozenset(prefixes))


def _money(words: dict[str, Unit], symbols: dict[str, Unit], attached: dict[str, Unit], signs: dict[str, Unit]) -> None:
    ambiguous = {row["surface"] for row in table("unit_ambiguous")}
    for row in table("unit_currencies"):
        unit = Unit(
            row["name"],
            f"money:{row['code']}",
            shared=row["shared"] if row["shared"] in row["words"].split("|") else "",
        )
        plain = unit._replace(shared="")
        for surface in items(row["words"]):
            _spell(words, surface, unit if surface == row["shared"] else plain)
        for sign in items(row["signs"]):
            signs.setdefault(sign, unit if sign == "$" else plain)
            if len(sign) == 3 and sign == row["code"] and ("dollar" in unit.name or "peso" in unit.name):
                signs.setdefault(f"{sign}$", plain)
                signs.setdefault(f"{sign.lower()}$", plain)
                signs.setdefault(f"{sign.lower()} $", plain)
            if len(sign) > 1 and sign.endswith("$"):
                signs.setdefault(sign.lower() if len(sign) > 2 or sign == "C$" else sign, plain)
                if len(sign) > 2 or sign == "C$":  # "A $5 million deal" is no Australian dollar
                    signs.setdefault(f"{sign[:-1].lower()} $", plain)
                    signs.setdefault(f"{sign[:-1]} $", plain)
            elif len(sign) == 3 and sign.isalpha() and sign.lower() not in ambiguous:
                signs.setdefault(sign.lower(), plain)
                words.setdefault(sign.lower(), plain)
            if len(sign) > 1 or not (sign.isalpha() and sign.isascii()):
                symbols.setdefault(sign, unit if sign == "$" else plain)
        minor = Unit(row["minor_name"] or "", f"money:{row['code']}", 0.01)
        for surface in items(row["minor"]):
            _spell(words, surface, minor)
        for symbol in items(row["minor_symbols"]):
            attached.setdefault(symbol, minor)
    words.setdefault("pence", words["penny"])


@cache
def shared_currencies() -> dict[str, tuple[tuple[Unit, tuple[str, ...], re.Pattern[str]], ...]]:
    """A currency word that several currencies share -> each of them with the words that speak of its country."""
    found: dict[str, list[tuple[Unit, tuple[str, ...], re.Pattern[str]]]] = {}
    for row in table("unit_currencies"):
        if row["shared"] and row["countries"]:
            names = items(row["countries"])
            pattern = patterns.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
            found.setdefault(row["shared"], []).append((Unit(row["name"], f"money:{row['code']}"), names, pattern))
    return {word: tuple(rows) for word, rows in found.items()}


# What stands behind a figure up to the next space or mark; the bound keeps text without spaces linear.
_CHUNK = patterns.compile(r"[ \t\u00a0\u2009\u202f]?(?:[-\u2010-\u2013] ?)?\[?([^\s,;:()\[\]!?—]{1,40})")
_WORDS = patterns.compile(
    r"[ \t\u00a0\u2009\u202f]*\n?[ \t]*([-\u2010-\u2013]?)[ \t\u00a0]?([a-z°%$€£][a-z.²³]*(?:['’]s)?)(?!\d)"
)
_LABEL = patterns.compile(r" ?[\[({<]([^\s\])}>\d]{1,6})[\])}>]")
_FIRST = patterns.compile(r"[a-z°%$€£][a-z.²³]*")


def after(text: str, lower: str, end: int, glued: bool) -> tuple[Unit, int] | None:
    """The unit printed behind a figure that ends at `end`, and where it ends.  `glued`: the figure ends in a digit."""
    match = _CHUNK.match(text, end)
    if match is None:
        label = _LABEL.match(text, end)  # "20 (kg)"
        unit = surfaces().symbols.get(label[1]) if label and glued else None
        return (unit, label.end()) if label and unit else None
    start = match.start(1)
    is_word, exact, symbol = _looked_up(match[1], glued and start == end)
    found = _words(lower, end) if is_word else None
    if exact is not None and (found is None or start + exact[1] > found[1]):
        return exact[0], start + exact[1]  # km², km/h: longer than the word they begin with
    if found is not None or symbol is None:
        return found
    return symbol[0], start + symbol[1]


Printed = tuple[Unit, int] | None  # a unit and the length of its symbol


@lru_cache(maxsize=8192)
def _looked_up(chunk: str, touching: bool) -> tuple[bool, Printed, Printed]:
    """Whether a surface in words may begin with this chunk, the symbol that it is, and the one that it begins with."""
    known = surfaces()
    match = _FIRST.match(chunk.lower())
    is_word = match is not None and match[0].rstrip(".") in known.firsts
    exact = chunk.rstrip(".,\"”’'")
    unit = known.symbols.get(exact) if not exact.isalpha() else None
    return is_word, (unit, len(exact)) if unit else None, _symbol(chunk, touching)


def _words(lower: str, end: int) -> tuple[Unit, int] | None:
    known = surfaces()
    best, surface, at = None, "", end
    while (match := _WORDS.match(lower, at)) is not None:
        word = match[2]
        bare = word.rstrip(".")
        if bare.endswith(("'s", "’s")):
            bare = bare[:-2]
        for form, stop in ((word, match.end(2)), (bare, match.start(2) + len(bare))):
            unit = known.words.get(f"{surface} {form}" if surface else form)
            if unit is not None:
                best = unit, stop
                break
        surface = f"{surface} {bare}" if surface else bare
        if surface not in known.prefixes:
            break
        at = match.start(2) + len(bare)
    return best


_SYMBOL = patterns.compile(r"[^\W\d_]+|[%‰$€£¥₹₩₽°º˚℃℉\"'″′’”¢٪％﹪₪₴₺₦฿₫₱₿]+")


def _before_hyphen(chunk: str) -> str:
    head, _, tail = chunk.partition("-")
    return head if tail.isalpha() else ""


def _symbol(chunk: str, touching: bool) -> tuple[Unit, int] | None:
    """The unit whose symbol `chunk` begins with, and the symbol's length."""
    known = surfaces()
    for symbol in (chunk, chunk.rstrip(".+\"”’'"), chunk.split("/", 1)[0], _before_hyphen(chunk)):
        if touching and symbol in known.attached:
            return known.attached[symbol], len(symbol)
        if symbol in known.symbols:
            return known.symbols[symbol], len(symbol)
    match = _SYMBOL.match(chunk)
    if match is None or match[0].isalpha():
        return None
    symbol = match[0]
    for length in range(len(symbol), 0, -1):
        unit = known.symbols.get(symbol[:length]) or (known.attached.get(symbol[:length]) if touching else None)
        if unit and not (unit.dimension.startswith("money:") and chunk[length : length + 1].isdigit()):
            return unit, length
    return None


_SIGN_ENDS = frozenset("#$£€¥₹₩₽₺₪₴₦₱₫฿₸₾₼৳₿₡₭₮￥￡＄元₵¢")


def before(text: str, start: int) -> tuple[Unit, int] | None:
    """The currency sign printed before a figure that starts at `start`, and where the sign starts."""
    if start < 1:
        return None
    at = start
    if text[at - 1] in " \u00a0":
        at -= 1
        if at and text[at - 1] in " \u00a0":
            at -= 1
        if not at:
            return None
    if text[at - 1] in _SIGN_ENDS:
        signs = surfaces().signs
        for length in range(min(6, at), 0, -1):
            sign = text[at - length : at]
            if sign in signs and not (sign[0].isalpha() and at > length and text[at - length - 1].isalnum()):
                return signs[sign], at - length
        return None
    if text[at - 2 if at > 2 else 0 : at] not in _sign_tails():
        return None
    signs = surfaces().signs
    left = text.rfind(" ", max(0, at - 12), at) + 1 or max(0, at - 12)
    sign = text[left:at].lstrip("(\"“‘'[-\n")
    if sign in signs:
        return signs[sign], at - len(sign)
    if sign not in _second_words() or left == 0:
        return None
    sign = text[max(0, text.rfind(" ", max(0, left - 14), left - 1) + 1) : at]
    return (signs[sign], at - len(sign)) if sign in signs else None


@cache
def _sign_tails() -> frozenset[str]:
    """The last two characters of signs, the space or bracket before a sign of one character among them."""
    signs = surfaces().signs
    alone = {before + sign for sign in signs if len(sign) == 1 for before in ("", *" \n(\"“‘'[-")}
    return frozenset({sign[-2:] for sign in signs} | alone)


@cache
def _second_words() -> frozenset[str]:
    """Last words of signs of two words ("malaysian ringgit 5")."""
    return frozenset(sign.rsplit(" ", 1)[1] for sign in surfaces().signs if " " in sign)


def convert(value: float, source: str, target: str) -> float:
    """`value` of unit `source` in unit `target`; ValueError when their dimensions differ (currencies never convert)."""
    a, b = named(source), named(target)
    if a.dimension != b.dimension:
        raise ValueError(f"{source} is {a.dimension or 'a count'}, {target} is {b.dimension or 'a count'}")
    return (a.factor * value + a.offset - b.offset) / b.factor


@cache
def _money_units() -> dict[str, Unit]:
    known = surfaces()
    return {
        unit.name: unit
        for unit in (*known.signs.values(), *known.words.values())
        if unit.dimension.startswith("money:")
    }


@lru_cache(maxsize=1024)
def named(name: str) -> Unit:
    """The unit of a canonical name, "x per y" included."""
    if not name:
        return Unit("", "")
    if " per " in name and name not in factors():
        upper, under = name.split(" per ", 1)
        return per(named(upper), under)
    return _money_units().get(name) or unit_named(name)


def per(unit: Unit, of: str) -> Unit:
    """`unit` a `of`: "dollar per share", "litre per second"; rates of time and length convert."""
    name = f"{unit.name} per {of}" if unit.name else f"per {of}"
    if name in factors():
        return unit_named(name)._replace(rate=of)
    base = factors().get(of)
    if base and base[2] == 0.0 and math.isfinite(base[1]) and unit.offset == 0.0 and base[0] != "percent":
        return Unit(name, f"{unit.dimension}/{base[0]}", unit.factor / base[1], 0.0, of)
    return Unit(name, f"{unit.dimension}/{of}", unit.factor, unit.offset, of)
