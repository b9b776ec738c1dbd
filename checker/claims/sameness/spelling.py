"""When two printed names are two spellings of one: pure functions over strings.

A spelling differs in letters; a nickname, a missing middle name or an initial does not make another spelling.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from checker import patterns
from checker.entities.gazetteer import transliterated
from checker.language.lexicon import table

SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
# Letters that no decomposition takes apart.
LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ð": "d",
        "þ": "th",
        "’": "'",
        "‘": "'",
        "ʼ": "'",
    }
)
# Small words inside names, whose capital is a matter of style.
PARTICLES = frozenset(
    (
        "de",
        "da",
        "di",
        "du",
        "van",
        "von",
        "der",
        "den",
        "la",
        "le",
        "al",
        "el",
        "bin",
        "ter",
        "of",
        "the",
        "and",
        "for",
        "in",
        "on",
        "to",
    )
)
AMERICAN = (
    (patterns.compile(r"our(?=s?$|ing|ed)"), "or"),
    (patterns.compile(r"tre(?=s?$)"), "ter"),
    (patterns.compile(r"ence$"), "ense"),
    (patterns.compile(r"is(?=(?:e|es|ed|ing|ation|ations)$)"), "iz"),
)
WORD = patterns.compile(r"[^\W_]+(?:'[^\W_]+)*", re.UNICODE)


def longest(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words of two wordings, or letters of two words, both have in one order."""
    row = [0] * (len(other) + 1)
    for item in one:
        last = 0
        for j, against in enumerate(other, 1):
            last, row[j] = row[j], last + 1 if item == against else max(row[j], row[j - 1])
    return row[-1]


@lru_cache(65536)
def folded(word: str) -> str:
    """Lower case, no diacritics, straight apostrophes."""
    plain = unicodedata.normalize("NFKD", word.lower().translate(LETTERS))
    return "".join(char for char in plain if not unicodedata.combining(char))


@lru_cache(65536)
def tokens(name: str) -> tuple[str, ...]:
    """The words of a printed name, folded; hyphenated parts apart, initials and "Jr" left out."""
    words = WORD.findall(folded(name))
    if words and words[-1] == "s" and name[-2:-1] in "'’":
        words.pop()
    kept = tuple(word for word in words if len(word) > 1 and word not in SUFFIXES)
    return kept or tuple(words)


@lru_cache(65536)
def letters(name: str) -> str:
    """All letters of a name in a row: "Suk Yeol", "Suk-yeol" and "Sukyeol" are equal in it."""
    return re.sub(r"[^a-z0-9]", "", folded(name)) or folded(name)


@lru_cache(65536)
def sound(word: str) -> str:
    """A folded word as it may be heard: Philip, Phillip; Jon, John; Stephen, Steven."""
    for pattern, becomes in _sounds():
        word = pattern.sub(becomes, word)
    return word


@cache
def _sounds() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((patterns.compile(row["pattern"]), row["becomes"]) for row in table("name_sounds"))


def distance(a: str, b: str, most: int = 2) -> int:
    """Edits (insert, delete, replace, swap of neighbours) from a to b; `most` + 1 when there are more."""
    if abs(len(a) - len(b)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        older, before = before, row
        row = [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if older and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


@lru_cache(65536)
def near_surname(a: str, b: str) -> bool:
    """May two folded surnames be one, written twice?  Equal ones are not asked about."""
    if a == b:
        return False
    if transliterated(a) == transliterated(b) or a.replace("'", "") == b.replace("'", ""):
        return True
    short = min(len(a), len(b))
    if short < 4 or a[0] != b[0] or _inflected(a, b):
        return False
    if sound(a) == sound(b):
        return True
    edits = distance(a, b)
    return (edits == 1 and short >= 5) or (edits == 2 and short >= 9 and a[:2] == b[:2])


def _inflected(a: str, b: str) -> bool:
    """A plural or a derived word ("the Clarkes", "Gaullist") is no second spelling."""
    short, long = sorted((a, b), key=len)
    stem = short.removesuffix("s")
    if long in (f"{stem}er", f"{stem}ers"):
        return True  # the Islands, an Islander
    return long.startswith(short) and long[len(short) :] in ("s", "es", "s'", "n", "an")


@lru_cache(65536)
def near_second(a: str, b: str) -> bool:
    """May a surname alone be a slip for one that the same text prints in full?  One text tells of fewer people than all
    texts, so that four letters are enough."""
    if a == b or _feminine(a, b):
        return False
    return near_surname(a, b) or _slip(a, b)


def _slip(a: str, b: str) -> bool:
    """One letter too many, one too few, or two swapped, inside a word; or two slips in a long one."""
    short = min(len(a), len(b))
    if short < 4 or a[0] != b[0] or _inflected(a, b):
        return False
    if distance(a, b, 1) == 1:
        return (len(a) != len(b) and a[-1] == b[-1]) or sorted(a) == sorted(b)
    return short >= 7 and a[:2] == b[:2] and a[-1] == b[-1] and distance(a, b) == 2


@lru_cache(65536)
def resembles(a: str, b: str) -> bool:
    """May two folded words be one name, where all else says so: one skeleton of consonants, two or three slips, or one
    long beginning?  Short forms (Chris, Christopher) and pairs of man and woman (Paul, Paula) may not."""
    short, long = sorted((a, b), key=len)
    if a == b or len(short) < 3 or a[0] != b[0] or long.startswith(short) or _feminine(a, b) or _inflected(a, b):
        return False
    if near_surname(a, b) or _slip(a, b) or (_skeleton(a) == _skeleton(b) and a[-1] + b[-1] not in GENDERED):
        return True
    edits = distance(a, b, 3)
    return (edits == 2 and len(short) >= 6) or (edits == 3 and len(short) >= 8) or (len(long) >= 7 and a[:4] == b[:4])


GENDERED = frozenset(("ao", "oa", "ae", "ea", "io", "oi"))  # last letters of Mario and Maria, Andrea and Andre


def _skeleton(word: str) -> str:
    """The consonants that are heard: Huq and Haque are both h-k."""
    return re.sub(r"(.)\1+", r"\1", re.sub(r"(?<!^)[aeiouyhw]", "", sound(word.replace("q", "k").replace("ck", "k"))))


@lru_cache(65536)
def near_given(a: str, b: str) -> bool:
    """May two folded given names be one, written twice?  John and Jon may, John and Joan, Mario and Maria may not."""
    if a == b:
        return False
    if transliterated(a) == transliterated(b):
        return True
    short = min(len(a), len(b))
    if short < 3 or a[-1] + b[-1] in GENDERED or _feminine(a, b):
        return False
    if sound(a) == sound(b):
        return True
    # one slip inside a long name
    return short >= 5 and a[:1] == b[:1] and a[-2:] == b[-2:] and distance(a, b, 1) == 1


def _feminine(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return long.startswith(short) and long[len(short) :] in ("a", "e", "ia", "ina", "ne", "ette", "na")


@lru_cache(65536)
def dialect(a: str, b: str) -> bool:
    """British and American: defence, defense; centre, center; a body's name follows the house style."""
    return _american(a) == _american(b)


def _american(word: str) -> str:
    for british, american in AMERICAN:
        word = british.sub(american, word)
    return word


def spelt_twice(one: str, other: str) -> str:
    """How two full names differ in spelling alone: "joining" (hyphen, space, capitals, diacritics), "transliteration",
    "surname", "slip" (in the surname; enough within one text only) or "given name"; "" when they are one spelling, or
    two names."""
    if one == other:
        return ""
    a, b = tokens(one), tokens(other)
    if a == b:
        capitals = not (_shouted(one) or _shouted(other))
        return "" if _plain(one, capitals) == _plain(other, capitals) else "joining"
    if not a or not b:
        return ""
    if letters(" ".join(a)) == letters(" ".join(b)):
        return "joining"
    if len(a) != len(b) or len(a) < 2:
        return ""
    apart = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if all(transliterated(x) == transliterated(y) for x, y in apart):
        return "transliteration"
    if len(apart) != 1 or dialect(*apart[0]):
        return ""
    if a[-1] != b[-1]:
        if near_surname(a[-1], b[-1]):
            return "surname"
        return "slip" if _slip(a[-1], b[-1]) and not _feminine(a[-1], b[-1]) else ""
    # a changed middle name is judged as strictly as a given one
    return "given name" if near_given(*apart[0]) else ""


def _plain(name: str, capitals: bool) -> str:
    """As printed, but for what type-setting changes: curly marks, no-break hyphens, stops, and capitals all through."""
    words = re.findall(r"[^\W_]+|-", name.replace("‐", "-").replace("‑", "-"))
    kept = [word.lower() if word.lower() in PARTICLES else word for word in words if len(word) > 1 or word == "-"]
    while kept and kept[-1].lower() in (*SUFFIXES, "s"):
        kept.pop()
    return " ".join(kept) if capitals else " ".join(kept).lower()


def _shouted(name: str) -> bool:
    return any(word.isupper() and len(word) > 3 for word in WORD.findall(name))
