"""Numerals: from print to value, with what the print leaves open.

`read(text, position)` reads the longest numeral that begins at `position` of lower-case text.  The value is the printed
number with its magnitude word; `step` is the size of one unit of its last printed digit, and `form` names the row of
`rules/lexicon/exactness.tsv` that says how far the print can be from the truth.
"""
from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, lru_cache
from typing import NamedTuple

from checker import patterns
from checker.language.lexicon import table


class Numeral(NamedTuple):
    """One numeral as printed."""

    length: int  # characters read
    value: float | None  # None for a vague plural ("tens of thousands")
    low: float | None
    high: float | None
    step: float  # one unit of the last printed digit
    digit: float  # one unit of the last digit that is not zero
    form: str  # digits, words, decimal, magnitude, fraction, dozen, couple, multiple, vague, ordinal
    suffix: bool = False  # the magnitude is a letter that could be a unit as well ("5m")


@cache
def _listed() -> dict[str, tuple[str, float]]:
    return {row["word"]: (row["kind"], float(row["value"])) for row in table("number_words")}


def _joints() -> tuple[dict[str, float], dict[str, tuple[str, float]]]:
    """What "twentyfive" is made of: tens, and what may follow them."""
    tens = {word: value for word, (kind, value) in _listed().items() if kind == "ten"}
    small = {word: (kind, value) for word, (kind, value) in _listed().items() if 0 < value < 10}
    return tens, {word: row for word, row in small.items() if row[0] in ("unit", "ordinal")}


@cache
def words() -> dict[str, tuple[str, float]]:
    """Number word -> (kind, value): kinds unit, teen, ten, hundred, scale, dozen, ordinal, denominator, vague ...

    "twentyfive" is read as "twenty-five"."""
    tens, small = _joints()
    joined = {
        ten + word: ("teen" if kind == "unit" else kind, above + value)
        for ten, above in tens.items()
        for word, (kind, value) in small.items()
    }
    return joined | _listed()


def spelt(without: Collection[str]) -> str:
    """A regular expression for every number word but those of some kinds."""
    tens, small = _joints()
    listed = alternatives([word for word, (kind, _) in _listed().items() if kind not in without and word not in tens])
    return f"(?:{listed}|{alternatives(list(tens))}{alternatives(list(small))}?)"


def alternatives(strings: list[str]) -> str:
    """A regular expression for any of these strings that looks at each letter once."""
    tree: dict[str, dict] = {}  # type: ignore[type-arg]
    for string in strings:
        node = tree
        for letter in string:
            node = node.setdefault(letter, {})
        node[""] = {}

    def expression(node: dict[str, dict]) -> str:  # type: ignore[type-arg]
        branches = [re.escape(letter) + expression(node[letter]) for letter in sorted(node) if letter]
        if not branches:
            return ""
        joined = branches[0] if len(branches) == 1 and "" not in node else f"(?:{'|'.join(branches)})"
        return joined + "?" if "" in node else joined

    return expression(tree)


SPACE = r"[ \t\u00a0\u2009\u202f\u2007]"
DASH = r"[-\u2010-\u2015\u2212]"
# Every printed fraction sign with its value.
# "13st 4lb" is a weight.
ORDINAL_END = patterns.compile(r"(?:(?<=1)(?<!11)st(?! ?\d{1,2} ?lb)|(?<=2)nd|(?<=3)rd|th)(?![a-z])")
SIGNS = {
    "½": 0.5,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "¼": 0.25,
    "¾": 0.75,
    "⅕": 0.2,
    "⅖": 0.4,
    "⅗": 0.6,
    "⅘": 0.8,
    "⅙": 1 / 6,
    "⅚": 5 / 6,
    "⅐": 1 / 7,
    "⅛": 0.125,
    "⅜": 0.375,
    "⅝": 0.625,
    "⅞": 0.875,
    "⅑": 1 / 9,
    "⅒": 0.1,
}
# What fractions in digits divide by; 9/11 and 7/7 are dates.
_UNDER = frozenset([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 20, 24, 25, 30, 32, 40, 50, 60, 64, 100, 128, 1000])
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_DIGITS = patterns.compile(
    r"(?:(?P<continental>\d{1,3}(?:\.\d{3})+,\d{1,2}(?![\d,.]*\d))|"  # 1.111,11
    r"(?P<whole>\d{1,3}(?:,\d\d)+,\d{3}(?![\d])"  # Indian grouping: 12,34,567
    r"|\d{1,3}(?:\.\d{3}){2}(?![\d.])"  # 1.000.000
    r"|\d{1,3}(?P<comma>[,\u00a0\u2009\u202f’']| , )\d{3}(?:(?P=comma)\d{3})*(?!\d)"
    r"|[1-9]\d{0,2}(?:, 000)+(?!\d)"  # no number begins with 000: the space is a slip
    r"|[1-9]\d{0,2}(?: \d{3})+(?![\d,.]*\d)(?! ?%|[a-z])"
    r"|\d+)?)"
    # a point between spaces is tokenised text; a comma is a point where a share or a magnitude follows
    r"(?P<decimals>(?:[.·]| \. | point )\d+|,\d{1,2}(?= ?%| (?:million|billion|per ?cent|pct)\b))?"
    r"(?:(?P<raised>\^[-+−]{0,2}\d{1,3}(?![\d.]))"
    r"|(?P<power>[eE][+-]?\d{1,3}(?![\w])"
    r"| ?[x×*] ?(?:10 ?(?:\^ ?[-−+]?\d{1,2}|[-−]\d{1,2}|[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)|2 ?\^ ?\d{1,2})(?![\w,.]*\d))"
    rf"|(?P<sign>{SPACE}?[{''.join(SIGNS)}])"
    rf"|(?P<fraction>(?:(?:{SPACE}{{1,2}}|{SPACE}?{DASH}{SPACE}?|{SPACE}and{SPACE})(?P<over>\d{{1,3}}))?"
    rf"{SPACE}?[/⁄]{SPACE}?(?P<under>\d{{1,4}})(?![\d/,.]*\d)))?"
)


# The commonest numerals, which no fraction, power or further group can follow.
_PLAIN = patterns.compile(
    r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?= [(b-oq-wyz]|-?[a-df-wyz]|[%)\n]|[,.;:](?: ?[a-z]|\n|$)|$)"
)


def digits(text: str, position: int) -> Numeral | None:
    """A numeral in digits, without magnitude word: 1,500 · 3.75 · 12,34,567 · 7 3/4 · 1½ · 5.5e6."""
    if (plain := _PLAIN.match(text, position)) is not None and (known := _READ.get(plain[0])) is not None:
        return known
    match = _DIGITS.match(text, position)
    if match is None or match.end() == position:
        return None
    printed = match[0]
    if printed not in _READ:
        if len(_READ) > 20000:
            _READ.clear()
        _READ[printed] = _valued(match)
    return _READ[printed]


_LONGEST = 60  # digits of a number, or powers of ten, beyond which nothing is counted
_READ: dict[str, Numeral | None] = {}  # what each string of digits says, as news repeats its figures


def _valued(match: re.Match[str]) -> Numeral | None:
    position = match.start()
    whole, decimals = match["whole"], match["decimals"]
    if match["continental"]:
        whole, _, decimals = match["continental"].partition(",")
    if whole is None and decimals is None and match["sign"] is None:
        return None
    figures = whole if whole and whole.isdigit() else re.sub(r"\D", "", whole or "")
    if len(figures) > _LONGEST:
        return None
    try:
        value = float((figures or "0") + ("." + re.sub(r"\D", "", decimals) if decimals else ""))
    except (ValueError, OverflowError):
        return None
    decimals = re.sub(r"\D", "", decimals) if decimals else ""
    places = len(decimals)
    step, form = 10.0**-places, "decimal" if places else "digits"
    stripped = (figures + decimals).rstrip("0")
    digit = step * 10.0 ** (len(figures) + places - len(stripped)) if stripped else step
    if match["raised"]:
        return _raised(match, position, value)
    if match["power"]:
        exponent = re.sub(r"^(?:e| ?[x×*] ?(?:10|2) ?\^? ?)", "", match["power"])
        exponent = exponent.translate(_SUPERSCRIPT).replace("−", "-")
        if abs(int(exponent)) > _LONGEST:
            return None
        base = 2.0 if match["power"].lstrip(" x×*").startswith("2") else 10.0
        scale = base ** int(exponent)
        return Numeral(
            match.end() - position,
            value * scale,
            value * scale,
            value * scale,
            step * scale,
            digit * scale,
            "magnitude",
        )
    if match["sign"]:
        value += SIGNS[match["sign"][-1]]
        form = "digits" if value >= 1 else "fraction"
        if value < 1:
            step = digit = 0.0
    elif match["fraction"]:
        under = int(match["under"])
        if under not in _UNDER or (places and not match["over"]) or (figures[:1] == "0" and len(figures) > 1):
            return None
        if match["over"]:
            if int(match["over"]) >= under:
                return None
            value += int(match["over"]) / under * step  # of cents in "$5.63 1/2"
        else:
            value, form = value / under, "fraction"
            if value == 1:
                return None  # 7/7
            if value > 1 and under not in (2, 3, 4, 8, 16):
                return None  # 24/7
            step = digit = 0.0
    return Numeral(match.end() - position, value, value, value, step, digit, form)


def _raised(match: re.Match[str], position: int, base: float) -> Numeral | None:
    """ "1.1^23"."""
    exponent = match["raised"][1:].replace("−", "-")
    try:
        value = base ** int(exponent[-(len(exponent.lstrip("+-")) + (exponent[:1] == "-" and exponent[1:2] != "-")) :])
    except (OverflowError, ZeroDivisionError):
        return None
    return Numeral(match.end() - position, value, value, value, abs(value), abs(value), "digits")


_WORD = patterns.compile(r"[a-z]+")
_NEXT_WORD = patterns.compile(
    rf"(?:{SPACE}+(?:(?:and|&|of){SPACE}+)?(?:an?{SPACE}+)?|{SPACE}*\n?{SPACE}*{DASH}{SPACE}*(?:and{DASH})?(?:an?{DASH})?"
    rf"|,{SPACE}+)([a-z]+)"
)
_MAGNITUDE = patterns.compile(rf"(?:{SPACE}+|{SPACE}?{DASH}{SPACE}?|(?<=\d))([a-z]+)")  # "£5million" in tabloids
_SUFFIX = patterns.compile(rf"{SPACE}{{0,2}}([a-z]{{1,4}})(?![a-z0-9])")
_MOST_WORDS = 25  # of one number


@cache
def _scales() -> frozenset[str]:
    """Words that may stand behind a number as its magnitude."""
    kinds = ("scale", "hundred", "dozen", "plural")
    return frozenset(word for word, (kind, _) in words().items() if kind in kinds) - {"tens", "scores"}


def _run(text: str, position: int) -> str:
    """The number words that stand at `position` and go on from there, as printed."""
    known = words()
    match = _WORD.match(text, position)
    count = end = 0
    while match and match[match.lastindex or 0] in known and count < _MOST_WORDS:
        end, count = match.end(), count + 1
        match = _NEXT_WORD.match(text, end)
    return text[position:end] if end else ""


@cache
def suffixes() -> dict[str, tuple[float, bool]]:
    """Magnitude suffix -> (value, it may also be a unit: "5m")."""
    return {row["suffix"]: (float(row["value"]), row["also_unit"] == "yes") for row in table("number_suffixes")}


def read(text: str, position: int) -> Numeral | None:
    """The longest numeral at `position` of lower-case `text`, or None."""
    first = text[position : position + 1]
    if first.isdigit() or first in SIGNS or first in ".·":
        found = digits(text, position)
        if found is None:
            return None
        end = position + found.length
        if text.startswith("and", end + 1) and found.form == "digits" and (part := _AND_PART.match(text, end)):
            found = _and_part(found, part)
        return _scaled(text, position, found)
    run = _run(text, position)
    return _read_run(run) if run else None


_AND_PART = patterns.compile(r"[ -]and[ -](?:an?[ -](half|quarter)|(three)[ -]quarters|(two)[ -]thirds)(?![a-z])")
_PARTS = {"half": 0.5, "quarter": 0.25, "three": 0.75, "two": 2 / 3}


def _and_part(found: Numeral, part: re.Match[str]) -> Numeral:
    """ "11 and a half"."""
    value = (found.value or 0.0) + _PARTS[part[part.lastindex or 0]]
    return Numeral(found.length + len(part[0]), value, value, value, 0.1, 0.1, "digits")


def _scaled(text: str, position: int, found: Numeral) -> Numeral:
    """`found` with the magnitude that follows it: "1.28 million", "5bn", "3 hundred thousand"."""
    end = position + found.length
    following = text[end : end + 1]
    if not following or not (
        following.isalpha() or (following in _BEFORE_MAGNITUDE and text[end + 1 : end + 2] in _MAGNITUDES)
    ):
        return found
    length, factor, letter = found.length, 1.0, False
    while (match := _MAGNITUDE.match(text, end)) is not None and match[1] in _scales():
        factor *= words()[match[1]][1]
        end = match.end()
        length = end - position
    if factor == 1.0 and (match := _SUFFIX.match(text, end)) is not None and match[1] in suffixes():
        factor, letter = suffixes()[match[1]]
        length = match.end() - position
        # a letter after a space is a unit more often than a magnitude ("5 m", "3 k")
        if (
            match[0][0] != match[1][0]
            and len(match[1]) == 1
            and text[match.end() : match.end() + 1] not in ("", ".", ",", "?")
        ):
            return found
    if factor == 1.0 or found.value is None:
        return found
    if factor >= 1e6 and not letter and (part := _part_of(text, end)):
        value = (found.value + part[0]) * factor
        return Numeral(part[1] - position, value, value, value, factor / 10, factor / 10, "magnitude")
    if not letter and factor > 1000.0 and (rest := _REST.match(text, end)) and found.form == "digits":
        tail = read(text, rest.end())  # "6 crore 20 lakh"
        if tail and tail.value and tail.form == "magnitude" and not tail.suffix and tail.value < factor:
            value = found.value * factor + tail.value
            return Numeral(rest.end() + tail.length - position, value, value, value, tail.step, tail.digit, "magnitude")
    if factor in (100.0, 1000.0) and (rest := _REST.match(text, end)) and found.value == int(found.value):
        tail = read(text, rest.end())
        if (
            tail
            and tail.value
            and tail.value < factor
            and tail.form in ("digits", "words", "magnitude")
            and tail.value == int(tail.value)
        ):
            value = found.value * factor + tail.value
            return Numeral(rest.end() + tail.length - position, value, value, value, tail.step, tail.digit, "words")
    value = found.value * factor
    return Numeral(length, value, value, value, found.step * factor, found.digit * factor, "magnitude", letter)


def _part_of(text: str, end: int) -> tuple[float, int] | None:
    """ "3 million and a half": the part of the magnitude that follows "and", and where it ends."""
    if not text.startswith(" and ", end):
        return None
    at = end + 5
    article = _ARTICLE.match(text, at)
    if article:
        at = article.end()
    if article and text.startswith("quarter", at):
        return 0.25, at + 7
    found = read(text, at)
    if found is None or found.value is None:
        return None
    if article and found.form in ("ordinal", "fraction") and (found.value > 2 or found.value == 0.5):
        return (found.value if found.value < 1 else 1 / found.value), at + found.length
    return (found.value, at + found.length) if found.form == "fraction" and found.value < 1 else None


_ARTICLE = patterns.compile(r"(?:an?|one) ")
_BEFORE_MAGNITUDE = frozenset(" \t\u00a0\u2009\u202f\u2007-\u2010\u2011\u2012\u2013\u2014")
_MAGNITUDES = frozenset("htmbqlcdk -\u00a0")
_REST = patterns.compile(
    r" (?:and )?(?=\d{1,3}(?!\d|[,.]\d)|one|two|three|four|five|six|seven|eight|nine|t|el)"
)  # "4 thousand 3 hundred and 21"
_TOKEN = patterns.compile(r"[a-z]+|&|[-\u2010-\u2015\u2212,]")


@lru_cache(maxsize=8192)
def _read_run(run: str) -> Numeral | None:
    """The longest reading of a run of number words ("two hundred and five", "five and a half million")."""
    from checker.quantities.number_words import longest

    tokens = [(match[0].replace("&", "and"), match.end()) for match in _TOKEN.finditer(run)]
    return longest(tokens)
