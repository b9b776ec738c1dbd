"""Tokens of a text and the classes of the words that time expressions are made of (rules/lexicon/time_words.tsv)."""
from __future__ import annotations

import re
from functools import cache
from itertools import accumulate, pairwise

from checker import patterns
from checker.language.lexicon import items, table

Value = int | float | str | tuple[int, ...] | None

OTHER = "."  # the class of what is no part of a time expression
# Classes of what the tokeniser reads as numbers; their values come from `number`.
NUMERIC = re.findall(
    r"\w+",
    "digit number bignum decimal dotclock year mil clock fullclock ordinal decade year2 iso isomonth numeric slash "
    "qtok joined joinedunit",
)
# Classes that other classes' rows make, and what `feasts` marks.
MADE = re.findall(
    r"\w+", "NUM ORD DAY WEEK MONTH YEAR SPAN DUR CLOCK SET ANN REFX RANGE PART DOT TU feast"
)
# Words that are times only in a message that is nothing but a time ("mon", "sec").
LOW = ("lowmonth", "lowweekday", "lowunit", "lowzone", "joinedunit", "edge", "dot", "filler")

# One token and the blank after it.  Plain words and marks come first, as they are the commonest by far, then dotted and
# joined forms.
_TOKEN = (
    r"(?:[a-z]{2,}+\b|[A-Z][a-z]{2,}+\b(?!\.)|[.,;:()\"“”!?–—-]"
    r"|[ap](?: m| \. m \.)(?!\w)|[aApP]\.[mM]\b\.?|[BbAaCc]\.[CcDd]\.(?:[Ee]\.)?|[oO]['’]clock"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\."
    r"|[QHq][1-4]\b|[^\W\d_]+"
    r"|\d{4}-\d\d?-\d\d?(?:T\d\d:?\d\d(?::?\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])"
    r"|\d{1,2}/\d{1,2}/\d{4}(?=[-–]\d)"
    r"|\d{1,2}(?:-\d{1,2}-|/\d{1,2}/|\.\d{1,2}\.)(?:\d{4}|\d\d)(?![\w])(?![-/.]\d)"
    r"|\d{1,4}/\d{1,4}(?![\w/])|[13]/[24](?=h\b)"
    r"|\d{1,2}(?::\d\d){1,2}(?:[aApP]\.?[mM]?\b\.?|h\b|hrs\b)?|\d{1,2}h\d\d\b"
    r"|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?"
    r"|\d+(?:\.\d+)?(?:[aApP]\.[mM]\b\.?|[^\W\d_]+)?"
    r"|['’]\d\ds?\b|['’][sS]\b"
    r"|.)"
)
TOKEN = patterns.compile(_TOKEN + r"[ \t\u00a0]?", re.S)
TOKEN_WRAPPED = patterns.compile(_TOKEN + r"(?:[ \t\u00a0]*\n(?![ \t]*\n)[ \t]*|[ \t\u00a0])?", re.S)


@cache
def alphabet() -> dict[str, str]:
    """One character for each class name."""
    names = dict.fromkeys([row["class"] for row in table("time_words")] + NUMERIC + MADE)
    pool = [chr(c) for c in [*range(0x41, 0x5B), *range(0x61, 0x7B), *range(0x30, 0x3A), *range(0xC0, 0x180)]]
    return dict(zip(names, pool, strict=False))


@cache
def known() -> dict[str, tuple[str, Value]]:
    """Class character and value of every listed word, in the cases it may have."""
    out: dict[str, tuple[str, Value]] = {}
    for row in table("time_words"):
        char = alphabet()[row["class"]]
        for item in items(row["words"]):
            word, _, raw = item.partition("=") if len(item) > 1 else (item, "", "")
            value: Value = int(raw) if re.fullmatch(r"-?\d+", raw) else raw
            forms = {"": (word, word.capitalize(), word.upper()), "capital": (word,), "lower": (word,)}[row["case"]]
            for form in forms:
                out[form] = (char, value)
                if row["class"] in ("month", "weakmonth", "weekday", "weakweekday") and len(word) < 6:
                    out[form + "."] = (char, value)
    return out


_DIGITS = patterns.compile(r"(?:['’]?\d|[QHq]\d$)[\x00-\x7f]*$")
_ORDINAL = patterns.compile(r"(\d{1,2})(?:st|nd|rd|th|ST|ND|RD|TH)$")
_CLOCK = patterns.compile(r"(\d{1,2})(?:[:h](\d\d))(?::(\d\d))?(?:\s?([ap])\.?m?\.?|h|hrs)?$", re.I)
_JOINED = patterns.compile(r"(\d{1,2}?)(?:[.](\d\d)|(\d\d))?\s?(a|p|h)\.?(m?)\.?$", re.I)
_JOINED_DAY = patterns.compile(
    r"\d{1,2}(?:st|nd|rd|th)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*$", re.I
)
_JOINED_UNIT = patterns.compile(r"(\d+(?:\.\d+)?)(y(?:ears?|rs?)|months?|mos?|w(?:eeks?|ks?)|d(?:ays?)?|h(?:ours?|rs?)"
                          r"|m(?:in(?:ute)?s?)?|sec(?:ond)?s?|[DWY])$")  # fmt: skip
_UNIT_LETTER = {"y": "year", "Y": "year", "w": "week", "W": "week", "d": "day", "D": "day", "h": "hour", "s": "second"}
_DECADE = patterns.compile(r"(\d{3}0|\d0)s$", re.I)


def number(core: str) -> tuple[str, Value]:
    """Class name and value of a token that holds digits."""
    if core.isdigit():
        value = int(core[:12])
        if len(core) <= 2:
            return ("digit" if value <= 31 else "number"), value
        if len(core) == 4:
            if 1000 <= value <= 2199:
                return "year", value
            if value // 100 < 24 and value % 100 < 60:
                return "mil", value
        return "number", value
    if core[0] in "'’":
        rest = core[1:]
        if rest.endswith("s") and rest[:2].isdigit():
            return "decade", int(rest[:2])
        return ("year2", int(rest)) if rest.isdigit() else ("possessive", None)
    if len(core) == 2 and core[0] in "QHq":
        return "qtok", core.upper()
    if len(core) == 2 and core[1] in "QH" and core[0] in ("1234" if core[1] == "Q" else "12"):
        return "qtok", core[::-1]  # 3Q, 1H
    if found := _ORDINAL.match(core):
        value = int(found[1])
        return ("ordinal", value) if 0 < value <= 99 else ("number", value)
    if _JOINED_DAY.match(core):
        return "joined", core
    if found := _DECADE.match(core):
        return "decade", int(found[1])
    if re.match(r"\d{4}-\d\d?-\d", core):
        return "iso", core
    if re.fullmatch(r"\d{1,2}([-/.])\d{1,2}\1\d{2,4}", core):
        return "numeric", core
    if re.fullmatch(r"\d{1,2}/\d{1,2}", core):
        return "slash", core
    if re.fullmatch(r"\d{1,2}/\d{4}|\d{4}/\d{1,2}", core):
        return "isomonth", core
    if found := _CLOCK.match(core):
        hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
        if hour > 24 or minute > 59 or second > 59:
            return "", None
        if not found[4]:
            return "clock", (hour, minute, second) if found[3] else (hour, minute)
        half = 12 if found[4] in "pP" else 0
        return ("fullclock", (hour % 12 + half, minute)) if 0 < hour <= 12 else ("clock", (hour, minute))
    if found := _JOINED.match(core):
        hour, minute = int(found[1]), int(found[2] or found[3] or 0)
        if minute > 59 or hour > 24:
            return "", None
        if found[4] in "hH":
            return ("clock", (hour, minute)) if hour < 24 and not found[5] else ("", None)
        if not found[5] and not found[4].islower():
            return "", None
        half = 12 if found[4] in "pP" else 0
        return ("fullclock", (hour % 12 + half, minute)) if 0 < hour <= 12 else ("fullclock", (hour, minute))
    if found := _JOINED_UNIT.match(core):
        name = "month" if found[2].startswith("mo") else _UNIT_LETTER.get(found[2][0], "minute")
        return "joinedunit", f"{found[1]} {name}"
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", core):
        return "bignum", float(core.replace(",", ""))
    if re.fullmatch(r"\d{1,2}\.\d\d", core) and int(core[-2:]) < 60 and int(core[:-3]) < 25:
        return "dotclock", float(core)
    if re.fullmatch(r"\d+\.\d+", core):
        return "decimal", float(core)
    return "", None


VALUES: dict[str, Value] = {}
# Class characters of tokens as they stand in texts, worked out once for each spelling: in news, and in messages, where
# more words count.
_NEWS: dict[str, str] = {}
_MESSAGE: dict[str, str] = {}


def class_string(tokens: list[str], message: bool) -> str:
    """One class character for each token."""
    known_classes = _MESSAGE if message else _NEWS
    classes = list(map(known_classes.get, tokens))
    if None not in classes:
        return "".join(classes)  # type: ignore[arg-type]
    for index, char in enumerate(classes):
        if char is None:
            classes[index] = known_classes.get(tokens[index]) or _classify(tokens[index], message)
    return "".join(classes)  # type: ignore[arg-type]


def trim() -> None:
    """Between documents: a long run over many languages shall not grow without end."""
    if len(_NEWS) > 300_000:
        for store in (_NEWS, _MESSAGE, VALUES):
            store.clear()


@cache
def _low() -> frozenset[str]:
    return frozenset(alphabet()[name] for name in LOW)


def _classify(token: str, message: bool) -> str:
    core = token.strip()
    char, value = OTHER, None
    if core:
        found = known().get(core)
        if found is not None:
            char, value = found
        elif _DIGITS.match(core):
            name, value = number(core)
            char = alphabet().get(name, OTHER)
    VALUES[token] = value
    _MESSAGE[token] = char
    _NEWS[token] = OTHER if char in _low() else char
    return (_MESSAGE if message else _NEWS)[token]


def tokenise(text: str, wrapped: bool, begin: int, end: int) -> tuple[list[str], list[int]]:
    """Tokens of text[begin:end] with the blank that follows each, and where each begins (one more than tokens)."""
    tokens: list[str] = (TOKEN_WRAPPED if wrapped else TOKEN).findall(text, begin, end)
    return tokens, list(accumulate(map(len, tokens), initial=begin))


def is_wrapped(text: str) -> bool:
    """Whether lines are broken at a fixed width, so that an expression may go on in the next line."""
    lines = text[:20000].split("\n")
    pairs = [(a, b) for a, b in pairwise(lines) if a.strip() and b.strip()]
    if len(pairs) < 3:
        return False
    broken = sum(45 <= len(a) <= 100 and a.rstrip()[-1] not in ".!?:\"”" for a, _ in pairs)
    return broken * 2 > len(pairs)
