"""What looks like a figure and is none: years, days of months, clock times, designations, references, phone numbers."""
from __future__ import annotations

from functools import cache

from checker import days, patterns
from checker.language import Analysis
from checker.language.lexicon import table
from checker.quantities import cues
from checker.quantities.numerals import Numeral

_NAMES = tuple(map(str.lower, days.MONTHS))
MONTHS = frozenset((*_NAMES, *(name[:3] for name in _NAMES), "sept"))
MONTH = f"(?:{'|'.join(sorted(MONTHS, key=lambda name: (-len(name), name)))})"
TIME_WORD = patterns.compile(r"[ -](?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur)")
_DAY_AFTER = patterns.compile(
    rf"(?:st|nd|rd|th)?(?: (?:of )?|-){MONTH}(?![a-z])(?! (?:have|be|not|also|face|need|take))"
)
_DAY_BEFORE = patterns.compile(rf"(?<![a-z]){MONTH}(?:\.| \.)? (?:the )?(?:\d{{1,2}},? ?(?:and |-|–|to )?)?$")
_CLOCK = patterns.compile(
    r" ?(?:[ap]\.?m\b|o['’]clock|gmt\b|bst\b|(?:est|edt|cet)\b)|(?<=\d\d\d\d) ?hrs?\b|:\d\d"
    r"|\.\d\d ?(?:[ap]\.?m\b|gmt\b|bst\b)|h\d\d\b"
)
_PIECES = patterns.compile(r"(?:[-–/.:]\d+){2,}|/\d+|-\d{5,}|\.\d+\.|:\d")
_YEAR_RANGE = patterns.compile(r"[-–/]\d{2}(?:\d\d)?(?!\d|[,.]\d)")
_PHONE = patterns.compile(r"\+?\d[\d ()-]{7,}\d")


@cache
def references() -> tuple[frozenset[str], frozenset[str]]:
    """Words that turn the figure behind them into a name: any figure, or only when they are capitalised."""
    rows = table("quantity_references")
    return (
        frozenset(row["word"] for row in rows if row["when"] == "always"),
        frozenset(row["word"] for row in rows if row["when"] == "capital"),
    )


@cache
def _idioms() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Number word -> the words before it, and the words after it, that make an idiom of it."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    for row in table("number_idioms"):
        before, after = found.setdefault(row["word"], (set(), set()))
        (before if row["before"] else after).add(row["before"] or row["after"])
    return {word: (frozenset(before), frozenset(after)) for word, (before, after) in found.items()}


_NEXT = patterns.compile(r"[ \u00a0-](?:- )?([a-z]+)(?: ([a-z]+)(?: ([a-z]+))?)?|(['’]s)")


def idiomatic(lower: str, start: int, end: int) -> bool:
    """The number word at start..end is part of an idiom."""
    entry = _idioms().get(lower[start:end])
    if entry is None:
        return False
    before, after = entry
    if before:
        words = lower[max(0, start - 24) : start].split()
        led = words and (words[-1] in before or " ".join(words[-2:]) in before)
        if led and not lower.startswith((" of ", " in "), end):
            return True
    match = _NEXT.match(lower, end)
    if match is None:
        return False
    first, second, third, genitive = match.groups()
    if genitive:
        return "'s" in after
    return (
        first in after
        or (second is not None and f"{first} {second}" in after)
        or (third is not None and f"{first} {second} {third}" in after)
    )


_PAST = patterns.compile(r"\b(?:(?:half|quarter|minutes?)[ -](?:past|to)|(?:five|ten|twenty)[ -]past)[ -]$")
_HOUR = patterns.compile(r"(?! (?:[a-z]+s|[a-z]+ [a-z]+s|per|hundred|thousand|million)\b)[^a-z-]|$")


def hour(lower: str, start: int, end: int) -> bool:
    """The hour of a clock time in words, or a kind of game: "half past nine", "six-a-side"."""
    if lower.startswith((" o'clock", " o’clock", "-a-side", " a side"), end):
        return True
    if not lower.endswith(("past ", "to ", "past-", "to-"), 0, start):
        return False
    return _PAST.search(lower, max(0, start - 20), start) is not None and _HOUR.match(lower, end) is not None


def in_token(text: str, start: int) -> bool:
    """The digits at `start` go on from a letter, a designation's hyphen, a point, a slash or a sign of the web."""
    if start == 0:
        return False
    before = text[start - 1]
    if before == " ":
        return start > 1 and text[start - 2] == "©"
    if before in "\"'" and start > 1 and text[start - 2] == "=":
        return True  # an attribute of markup
    if before in "-‐‑–—":
        return start > 1 and (text[start - 2].isalnum() or text[start - 2] in ")]")
    if before == "+":
        return start > 1 and (text[start - 2].isalnum() or text[max(0, start - 5) : start - 1] in ("GMT ", "UTC "))
    if before in "./,:'’":
        return (start > 1 and text[start - 2].isdigit()) or (before == "/" and start > 1 and text[start - 2].isalnum())
    return before in "#@&_=%©^\\*"


def date_or_clock(lower: str, start: int, end: int, whole: bool) -> bool:
    """A day of a month or a clock time, in its own right or with its month beside it."""
    following = lower[end : end + 2]
    if following[:1] in _CLOCKS and (following[:1] != " " or following[1:] in _CLOCKS) and _CLOCK.match(lower, end):
        return True
    if not whole:
        return False
    if lower[end : end + 2].strip(" -")[:1] in _MONTH_LETTERS and _DAY_AFTER.match(lower, end):
        return True
    words = lower[max(0, start - 22) : start].rsplit(None, 1)
    last = words[-1].rstrip(".,") if words else "-"
    if last not in MONTHS and last not in _DAY_JOINTS and not last[:1].isdigit():
        return False
    return bool(words) and _DAY_BEFORE.search(lower, max(0, start - 22), start) is not None


_DAY_JOINTS = frozenset(["", "the", "and", "to", "-", "–"])
_CLOCKS = frozenset(" :.apohgbec")
_MONTH_LETTERS = frozenset("jfmasondrtn")


JOINTS = frozenset("-–/.:")


def pieces(lower: str, end: int) -> int:
    """Where a chain such as a date, a version, an address or a phone number ends; `end` when there is none."""
    match = _PIECES.match(lower, end)
    return match.end() if match else end


_YEAR_LEAD = frozenset(
    [
        "in",
        "since",
        "by",
        "until",
        "till",
        "during",
        "before",
        "after",
        "from",
        "of",
        "the",
        "year",
        "to",
        "early",
        "late",
        "mid",
        "spring",
        "summer",
        "autumn",
        "winter",
        "fall",
        "q1",
        "q2",
        "q3",
        "q4",
        "and",
        "for",
        "between",
        "around",
        "circa",
        "c.",
        "than",
        "its",
        "their",
        "his",
        "her",
        "our",
        "this",
        "a",
        "on",
        "at",
        "back",
    ]
)


def year(lower: str, start: int, end: int, numeral: Numeral) -> bool:
    """Four bare digits that read as a year, and nothing measured or counted behind them."""
    return (
        end - start == 4 and numeral.value is not None and 1500 <= numeral.value <= 2100 and lower[start:end].isdigit()
    )


def year_lead(lower: str, start: int) -> bool:
    """A word before a four-digit number that goes with years."""
    window = lower[max(0, start - 14) : start].split()
    return not window or window[-1].strip("(") in _YEAR_LEAD or window[-1].endswith(("(", ","))


def reference(analysis: Analysis, start: int) -> bool:
    """The word before makes it a name or a place in a text: "page 12", "Boeing 747", "Radio 4"."""
    word, left = _word_before(analysis.lower, start)
    if not word:
        return False
    always, capital = references()
    word = word.removesuffix("'s").removesuffix("’s")
    if len(word) > 4 and word[-1] == "s" and word[:-1] in always:
        return True  # "pages 12 to 15"
    word = word.rstrip(".")
    return word in always or (word in capital and _capital(analysis.text[left : left + 2]))


_OF_ALL = patterns.compile(r" of \d+\b(?! [a-z]+s\b)")  # "page 1 of 3"
_MORE = patterns.compile(r"(?:(?:, | and |, and | or )\d+(?![,.]?\d))+(?! [a-z]+s\b)")


def listed_on(lower: str, start: int, end: int) -> int:
    """Where a row of references ends: "pages 4, 5 and 6", "page 1 of 3"; `end` when there is none."""
    match = (_MORE if lower[start - 2 : start] == "s " else _OF_ALL).match(lower, end)
    return match.end() if match else end


_TYPE = patterns.compile(r"\d[A-Z0-9]* [A-Z][A-Za-z]{2,} $")


def named(text: str, start: int) -> bool:
    """A capitalised word stands before, and does not begin a sentence: "Xbox 360", "Arsenal 2"."""
    word, left = _word_before(text, start)
    return bool(word) and _capital(word[:2]) and word.isalnum() and not _sentence_start(text, left)


def typed(text: str, start: int) -> bool:
    """A type's number and name stand before: "the 737 MAX 8 jets"."""
    return text[start - 1 : start] == " " and _TYPE.search(text, max(0, start - 16), start) is not None


def _capital(beginning: str) -> bool:
    """ "Xbox", "iPhone"."""
    return not beginning.islower() and beginning[:1].isalpha()


_POINTERS = frozenset(
    ["the", "a", "an", "its", "their", "his", "her", "our", "this", "that", "each", "every", "new", "first", "last"]
)


def named_again(lower: str, start: int) -> bool:
    """The word before points at one thing, not at a number of them: "the 787"."""
    word, _ = _word_before(lower, start)
    return word in _POINTERS or word.endswith(("'s", "’s"))


def _word_before(text: str, start: int) -> tuple[str, int]:
    """The word that a space parts from `start`, and where it begins."""
    if start < 3 or text[start - 1] not in " \u00a0":
        return "", start
    words = text[max(0, start - 28) : start - 1].rsplit(None, 1)
    word = words[-1].lstrip("(\"“‘'[") if words else ""
    return word, start - 1 - len(word)


def _sentence_start(text: str, at: int) -> bool:
    before = text[max(0, at - 3) : at].rstrip(" \"“‘'(")
    return at == 0 or not before or before[-1] in ".!?\n:" or "\n" in text[max(0, at - 3) : at]


def list_number(text: str, start: int, end: int) -> bool:
    """ "1. Mix the flour" at the start of a line, "2) ... 3) ..." in a sentence."""
    if end - start > 2:
        return False
    if text[start - 2 : start] in _STOPS and text[end : end + 2] == ". " and text[end + 2 : end + 3].isupper():
        return True  # "Do this: 1. Open the box. 2. Close it."
    if start == 0 or text[start - 1] == "\n":
        named = text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
        return text[end : end + 2] in (". ", ") ") or (named and _in_row(text, start, int(text[start:end])))
    if text[start - 1] == "(" and text[end : end + 1] == ")":
        before = text[max(0, start - 6) : start - 1].rstrip()  # "for two reasons: (1) ... and (2) ..."
        return not before[-1:].isalnum() or before.endswith((" and", " or"))
    closed = text[end : end + 3].lstrip(" ").startswith(")")
    return closed and "(" not in text[max(0, start - 40) : start]


def _in_row(text: str, start: int, number: int) -> bool:
    """The line before begins with the number before, or the next line with the next: "3 Ana Ruiz (Peru)"."""
    end = start
    while text.startswith("\n", end - 1) and end > 0:
        end -= 1  # past empty lines
    left = text.rfind("\n", max(0, end - _ROW), end) + 1
    if _begins(text, left, number - 1):
        return True
    right = text.find("\n", start, start + _ROW)
    while right >= 0 and text.startswith("\n", right):
        right += 1
    return right >= 0 and _begins(text, right, number + 1)


def _begins(text: str, at: int, number: int) -> bool:
    printed = f"{number} "
    return number >= 0 and text.startswith(printed, at)


_STOPS = frozenset([". ", ": ", "? ", "! "])
_ROW = 160  # characters of a line in a list
_ADDRESS = patterns.compile(
    r" (?:(?:[A-Z]|\d+(?:st|nd|rd|th)\b)[\w.’'-]* ){1,3}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Square|Place|Way|Terrace|Close|Crescent|Court)\b"
)
_ZIP = patterns.compile(r"\b[A-Z]{2} $")


def address(text: str, start: int, end: int) -> bool:
    """ "10 Downing Street", "PA 23456"."""
    if text[end : end + 1] == " " and text[end + 1 : end + 2].isupper() and _ADDRESS.match(text, end):
        return True
    return end - start == 5 and text[start:end].isdigit() and _ZIP.search(text, max(0, start - 4), start) is not None


def telephone(text: str, start: int, end: int) -> int:
    """Where a phone number that begins here ends; `end` when it is none."""
    if (text[start] == "0" and end - start >= 2) or (start > 0 and text[start - 1] == "+"):
        match = _PHONE.match(text, start)
        if match is not None:
            return match.end()
        return -1 if text[start] == "0" and end - start >= 2 and text[start:end].isdigit() else end
    return end


def called(lower: str, start: int) -> bool:
    """The number that somebody is to call: "call the police on 101", "dial 999"."""
    if lower.endswith(" on ", 0, start):
        calling = cues.pattern("calling", after=r" [^.;\n]{1,70} on $")
        return calling.search(lower, max(0, start - 90), start) is not None
    return cues.last_word(lower, start) in cues.words("calling")


def year_range(lower: str, end: int) -> int:
    match = _YEAR_RANGE.match(lower, end)
    return match.end() if match else end


def designation(text: str, end: int) -> int:
    """Where letters that are no unit go on from the digits ("3D", "4x4", "1990s"); `end` when there are none."""
    following = text[end : end + 1]
    if text.startswith(("-in-", "-of-", "-for-", "-a-side", "-something"), end):
        return end + 4  # a 1-in-100-year flood, 24-of-31 passing
    if following.isalpha() or following == "_":
        return end + 1
    if following in ("'", "’") and text[end + 1 : end + 2] == "s" and not text[end + 2 : end + 3].isalpha():
        return end + 2
    return end
