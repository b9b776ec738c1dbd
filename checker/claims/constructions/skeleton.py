"""A sentence with its figures and dates as placeholders: what the construction rows are matched against.

Tokens are lower-case words parted by one space; a figure is a capital letter for its kind and its number in the sentence:
"sales rose P0 to M1 from M2 .".  Dates without a figure ("last year") stay words.
"""
from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

import msgspec

from checker.claims.constructions.pattern import plain, tags
from checker.claims.draft import Draft
from checker.language import Analysis
from checker.language.lexicon import table
from checker.records import Quantity, Time

NEXT_SENTENCE = "¶"
DIGITS = re.compile(r"\d")
SCORE = re.compile(r"(\d{1,3})\s?[-–‐‑]\s?(\d{1,3})$")
RATE_TAIL = re.compile(r"(?<=\S)(?:(?: (?:an?|per|each|every) |-a-|/)[a-z ]+| (?:apiece|each|a head|a piece))$")
RELATIVE = re.compile(r"(.{1,30}?)[ -](year|month|week|day|hour|minute|decade)s? (?:ago|later|earlier|afterwards|after|before)$")
FROM_DATE = re.compile(r"(.{1,30}?)[ -](year|month|week|day)s? from (.+)$")
RANGE_JOINT = re.compile(r"\s?(?:-|–|—|\bto\b|\buntil\b|\btill\b|\bthrough\b|\band\b)\s?")
ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$")
SPACED = re.compile(r"\s[-–—]\s")
SECONDS = {"minute": 60.0, "hour": 3600.0, "day": 86400.0, "week": 604800.0, "month": 2629743.8, "year": 31556952.0, "decade": 315569520.0}
OUT_OF = re.compile(r"(\S+(?: \S+)?) (out of|in) (\S+(?: \S+)?)$")
FUTURE = frozenset(("will", "would", "to", "could", "may", "might", "should", "must", "can", "not", "nearly", "almost", "more"))
PLAYED = frozenset(("set", "frame", "game", "leg", "match", "rubber"))  # "by three sets to one in five sets"
YEAR_TAIL = re.compile(r"-((?:1\d|20)\d\d|\d\d)$")
# A comparison that a figure's span took for a hedge: "30% more than the 400", "twice as many as the 400".
COMPARISON = re.compile(r"(?:(?:more|less|fewer|higher|lower|greater|larger|bigger|smaller|better|worse) than|as (?:many|much|high|large|big) as|above|below|over|under)\b(?: the| its| their| a)?")
NUMBER_TOKEN = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d{1,6})$")
ORDINAL_TOKEN = re.compile(r"\d{1,3}(?:st|nd|rd|th)$")
# N count, M money, U measure, D duration, P percent, G percentage points, A age, S score, O ordinal, R fraction, K factor,
# V an anniversary, T day, B month or longer, Y year, C clock time
TIMES = "TBYC"


class Figure(msgspec.Struct, frozen=True):
    """One figure or date of a sentence."""

    letter: str
    start: int
    end: int
    text: str
    quantity: int = -1  # index of its Quantity, or -1
    side: int = 0  # 1 or 2: this end of a range
    time: Time | None = None
    value: float | None = None
    least: float | None = None
    most: float | None = None
    pair: tuple[int, int] | None = None  # both numbers of a score
    token: int = 0  # its place among the tokens of the skeleton
    unit: str = ""  # of a duration


class Skeleton(msgspec.Struct, frozen=True):
    """The line that rows are matched against and the figures that its placeholders stand for."""

    line: str
    figures: list[Figure]
    words: frozenset[str]
    letters: str  # of its figures, in order
    tokens: list[str]
    starts: list[int]  # offset in the text of each token


class Factor(msgspec.Struct, frozen=True):
    """A word that is a factor ("doubled"): its value and what it allows."""

    letter: str
    value: float
    least: float
    most: float


@cache
def factors() -> dict[str, Factor]:
    """Word → factor, of `construction_factors.tsv`."""
    return {
        row["word"]: Factor(row["letter"], float(row["value"]), float(row["least"]), float(row["most"]))
        for row in table("construction_factors")
    }


@cache
def _hedges() -> dict[str, str]:
    """Word before a factor → over, nearly, about."""
    return {row["word"]: row["hedge"] for row in table("construction_hedges")}


def letter_of(quantity: Quantity) -> str:
    """The letter of a figure's kind."""
    if quantity.kind == "ordinal":
        return "O"
    if quantity.kind == "score":
        return "S"
    if quantity.kind == "age":
        return "A"
    dimension = quantity.dimension
    if quantity.unit == "percentage point":
        return "G"
    if quantity.kind == "ratio":
        return "R" if dimension in ("percent", "") else "U"
    if dimension == "percent":
        return "P"
    if dimension.startswith("money"):
        return "M"
    if dimension == "time":
        return "D"
    return "U" if dimension else "N"


def letter_of_time(time: Time) -> str:
    """The letter of a date or clock time; "" for what stays words."""
    if time.type == "TIME" and time.clock is not None:
        return "C"
    if time.type != "DATE" or not DIGITS.search(time.text):
        return ""
    if time.number is not None and "anniversar" in time.text.lower():
        return "V"
    if time.earliest is None and not time.invalid:
        return ""
    if time.grain == "day":
        return "T"
    return "Y" if time.grain == "year" else "B"


def figures_of(draft: Draft, quantities: Sequence[Quantity]) -> list[Figure]:
    """Every figure and every date with a figure of the document, ascending, none inside another."""
    found: list[Figure] = []
    for number, quantity in enumerate(quantities):
        if quantity.dimension == "ratio":
            found += _factor(draft, quantity, number)
        else:
            found += _figures(quantity, number)
    taken = {(figure.start, figure.end) for figure in found}
    for time in draft.names.times:
        distance = RELATIVE.match(time.text.lower())
        if distance:
            found += _distance(time, distance)
            continue
        if time.type == "DATE" and (counted := FROM_DATE.match(time.text)):
            found += _from_date(time, counted)
            continue
        if time.type == "DATE" and "/" in time.value and (halves := _halves(time)):
            found += halves
            continue
        letter = letter_of_time(time)
        if letter and (time.start, time.end) not in taken:
            value = time.number if letter == "V" else None
            found.append(Figure(letter, time.start, time.end, time.text, time=time, value=value, least=value, most=value))
    found.sort(key=_place)
    kept: list[Figure] = []
    for figure in found:
        if kept and figure.start < kept[-1].end:
            # a date beats the number in it, a figure the shorter one in it
            if figure.time is not None and kept[-1].time is None:
                kept[-1] = figure
            continue
        kept.append(figure)
    return kept


def _factor(draft: Draft, quantity: Quantity, number: int) -> list[Figure]:
    """ "almost doubled", "three times": a factor by its word, or by its number."""
    words = plain(quantity.text.lower()).split()
    factor = factors().get(words[-1]) if words else None
    value = quantity.value
    if factor is None:
        if value is None or value <= 0:
            return []
        factor = Factor("H", value, value * 0.9, value * 1.1)
    before = plain(draft.analysis.lower[max(0, quantity.start - 40) : quantity.start]).replace(",", " , ").split()
    if factor.letter == "H" and before and before[-1] in FUTURE and words[-1] != "half":
        factor = msgspec.structs.replace(factor, letter="K")  # "will double"
    least, most = _hedged(factor, [*before, *words[:-1]])
    return [Figure(factor.letter, quantity.start, quantity.end, quantity.text, number, value=factor.value, least=least, most=most)]


def _distance(time: Time, found: re.Match[str]) -> list[Figure]:
    """ "twelve days later": the duration in it; the word behind stays a word."""
    from checker.quantities import numerals

    numeral = numerals.read(found[1], 0)
    if numeral is None or numeral.value is None or numeral.length != len(found[1]):
        return []
    seconds = numeral.value * SECONDS[found[2]]
    end = time.start + len(found[0]) - len(found[0].split(" ")[-1]) - 1
    return [Figure("D", time.start, end, time.text[: end - time.start], -1, 0, None, numeral.value, seconds, seconds, unit=found[2])]


def _from_date(time: Time, found: re.Match[str]) -> list[Figure]:
    """ "64 days from November 21, 1948", where a span is told: the duration, and the day it is counted from."""
    length = _distance(time, found)
    if not length or time.earliest is None or time.latest is None or length[0].value is None:
        return []
    days = round(length[0].value * SECONDS[found[2].lower()] / 86400)
    at = time.start + found.start(3)
    day = msgspec.structs.replace(time, start=at, text=found[3], value="", earliest=time.earliest - days, latest=time.latest - days)
    end = at - len(" from ")
    first = msgspec.structs.replace(length[0], end=end, text=time.text[: end - time.start])
    return [first, Figure("T" if time.grain == "day" else "Y", at, time.end, day.text, time=day)]


def _halves(time: Time) -> list[Figure]:
    """Both ends of "November 21, 1948 to January 31, 1949"."""
    values = time.value.split("/")
    joint = RANGE_JOINT.search(time.text)
    days = [_days(value) for value in values]
    if joint is None or len(days) != 2 or None in days:
        return []
    figures = []
    for span, (start, end) in zip(days, ((0, joint.start()), (joint.end(), len(time.text))), strict=True):
        assert span is not None
        text = time.text[start:end]
        if not DIGITS.search(text):
            return []
        half = msgspec.structs.replace(
            time, start=time.start + start, end=time.start + end, text=text, earliest=span[0], latest=span[1], weekday=None
        )
        figures.append(Figure(span[2], half.start, half.end, text, time=half))
    return figures


def _days(value: str) -> tuple[int, int, str] | None:
    """First and last day of an ISO date, month or year, and its letter."""
    found = ISO.match(value)
    if found is None:
        return None
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    try:
        if day:
            at = date(year, month, day).toordinal()
            return at, at, "T"
        if month:
            following = date(year + month // 12, month % 12 + 1, 1)
            return date(year, month, 1).toordinal(), following.toordinal() - 1, "B"
        return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal(), "Y"
    except ValueError:
        return None


def _place(figure: Figure) -> tuple[int, int]:
    return figure.start, -figure.end


def _figures(quantity: Quantity, number: int) -> list[Figure]:
    letter = letter_of(quantity)
    start, end, text = quantity.start, quantity.end, quantity.text
    if quantity.kind == "ratio" and letter == "R" and (parts := OUT_OF.match(text.lower())) and (
        parts[2] == "out of" or quantity.counted is not None and quantity.counted.head in PLAYED
    ):
        return _parts(quantity, number, parts)
    spaced = SPACED.search(text) if quantity.value is None else None
    if spaced:
        return _apart(quantity, spaced)
    score = SCORE.match(text) if letter in "SN" or quantity.kind == "range" else None
    if score and letter in "SN":
        return [Figure("S", start, end, text, number, pair=(int(score[1]), int(score[2])))]
    if quantity.kind == "range" and quantity.value is None:
        from checker.claims.constructions.ranges import ends

        return ends(quantity, number, letter)
    comparison = COMPARISON.match(text.lower()) if quantity.hedge and letter in "NMUP" else None
    if comparison:
        from checker.quantities import precision

        numeral = text.find(quantity.numeral)
        if numeral > 0:
            sign = start + len(text[:numeral].rstrip("£$€¥₹")) if text[numeral - 1] in "£$€¥₹" else start + numeral
            bounds = precision.interval(quantity.numeral, "", quantity.unit)
            return [Figure(letter, sign, end, text[sign - start :], number, 3, value=quantity.value, least=bounds.least, most=bounds.most)]
    if quantity.rate:
        tail = RATE_TAIL.search(text.lower())
        if tail:
            end, text = start + tail.start(), text[: tail.start()]
    return [Figure(letter, start, end, text, number, value=quantity.value, least=quantity.least, most=quantity.most)]


def _apart(quantity: Quantity, dash: re.Match[str]) -> list[Figure]:
    """ "a party of 17 – nine adults", "36 – 50% – are empty": two figures with a dash between them, no range."""
    from checker.quantities import numerals

    figures = []
    for start, end in ((0, dash.start()), (dash.end(), len(quantity.text))):
        text = quantity.text[start:end]
        numeral = numerals.read(text.lower().lstrip("£$€¥ "), 0)
        if numeral is None or numeral.value is None:
            return []
        letter = "P" if text.endswith(("%", "per cent", "percent")) else "M" if text[0] in "£$€¥" else "N"
        at = quantity.start + start
        figures.append(Figure(letter, at, at + len(text), text, -1, 0, None, numeral.value, numeral.value, numeral.value))
    return figures


def _parts(quantity: Quantity, number: int, found: re.Match[str]) -> list[Figure]:
    """ "30 out of 200": both numbers."""
    from checker.quantities import numerals

    figures = []
    for group in (1, 3):
        numeral = numerals.read(found[group], 0)
        if numeral is None or numeral.value is None:
            return []
        start, end = quantity.start + found.start(group), quantity.start + found.end(group)
        text = quantity.text[found.start(group) : found.end(group)]
        figures.append(Figure("N", start, end, text, -1, 0, None, numeral.value, numeral.value, numeral.value))
    return figures


def skeleton(draft: Draft, spans: Sequence[tuple[int, int]], figures: Sequence[Figure]) -> Skeleton:
    """The skeleton of one sentence, or of two neighbours: `spans` are their tokens, `figures` theirs too."""
    analysis = draft.analysis
    starts, lowers = analysis.starts, analysis.lowers
    tokens: list[str] = []
    offsets: list[int] = []
    kept: list[Figure] = []
    place = 0
    special = factors()
    for number, (first, last) in enumerate(spans):
        if number:
            tokens.append(NEXT_SENTENCE)
            offsets.append(starts[first] if first < len(starts) else 0)
        token = first
        while token < last:
            at = starts[token]
            while place < len(figures) and figures[place].end <= at:
                place += 1
            if place < len(figures) and figures[place].start < analysis.ends[token] and at < figures[place].end:
                figure = figures[place]
                if figure.letter == "N" and _announces_list(analysis, figure, token, last):
                    tokens.append(lowers[token])
                    offsets.append(at)
                    token += 1
                    place += 1
                    continue
                kept.append(msgspec.structs.replace(figure, token=len(tokens)))
                tokens.append(figure.letter + str(len(kept) - 1))
                offsets.append(figure.start)
                while token < last and starts[token] < figure.end:
                    token += 1
                tail = analysis.ends[token - 1]
                if tail > figure.end:  # a token that goes on behind the figure: "10-point", "50-year-old"
                    rest = plain(analysis.lower[figure.end : tail])
                    until = YEAR_TAIL.match(rest) if figure.letter == "Y" and figure.time else None
                    if until and figure.time:
                        tokens.append("-")
                        offsets.append(figure.end)
                        kept.append(_until(figure, until[1], len(tokens), analysis.text))
                        tokens.append(f"Y{len(kept) - 1}")
                        offsets.append(figure.end + 1)
                        continue
                    tokens.append(rest)
                    offsets.append(figure.end)
                continue
            word = lowers[token]
            if not word.isascii():
                word = plain(word)
            made = _special(word, tokens, analysis, token) if word in special or word[0].isdigit() else None
            if made is None:
                tokens.append(word)
            else:
                kept.append(made)
                tokens.append(made.letter + str(len(kept) - 1))
            offsets.append(at)
            token += 1
    marks = tags()
    line = " ".join(marks.get(token, "") + token for token in tokens) + " "
    return Skeleton(line, kept, frozenset(tokens), "".join(f.letter for f in kept), tokens, offsets)


def _announces_list(analysis: Analysis, figure: Figure, token: int, last: int) -> bool:
    """ "in three places: 600 in Bonn, ...": a number that counts the parts is none of them."""
    if figure.value is None or figure.value > 12 or figure.end > analysis.ends[token]:
        return False
    for ahead in range(token + 1, min(last - 1, token + 4)):
        if analysis.words[ahead] == ":":
            return any(analysis.words[at][0].isdigit() or analysis.words[at][0] in "£$€" for at in range(ahead + 1, min(last, ahead + 3)))
    return False


def _until(figure: Figure, digits: str, token: int, text: str) -> Figure:
    """The second year of "1950-1970" or "1950-70"."""
    year = int(digits) if len(digits) == 4 else int(figure.text[-4:-2] + digits) if figure.text[-4:].isdigit() else int(digits)
    start, end = figure.end + 1, figure.end + 1 + len(digits)
    first, last = date(max(year, 1), 1, 1).toordinal(), date(max(year, 1), 12, 31).toordinal()
    frame = figure.time.frame if figure.time else "calendar"
    time = Time(start, end, text[start:end], "DATE", str(year), "", first, last, "year", frame, "absolute")
    return Figure("Y", start, end, time.text, time=time, token=token)


def _special(word: str, tokens: list[str], analysis: Analysis, token: int) -> Figure | None:
    """A word that is a figure of a construction: a factor, a score, an ordinal in digits, a bare number that no room has read."""
    text, at = analysis.text, analysis.starts[token]
    factor = factors().get(word)
    if factor is not None and factor.letter == "H" and tokens and tokens[-1] in FUTURE and word != "half":
        factor = msgspec.structs.replace(factor, letter="K")
    if factor is not None and (factor.letter != "F" or _alone(analysis, token)):
        least, most = _hedged(factor, tokens)
        return Figure(factor.letter, at, at + len(word), text[at : at + len(word)], value=factor.value, least=least, most=most, token=len(tokens))
    if word[0].isdigit():
        score = SCORE.match(word)
        if score:
            pair = (int(score[1]), int(score[2]))
            return Figure("S", at, at + len(word), text[at : at + len(word)], pair=pair, token=len(tokens))
        if ORDINAL_TOKEN.match(word):
            value = float(re.sub(r"\D", "", word))
            return Figure("O", at, at + len(word), text[at : at + len(word)], value=value, least=value, most=value, token=len(tokens))
        if NUMBER_TOKEN.match(word) and not (token and analysis.words[token - 1][0].isupper()):
            value = float(word.replace(",", ""))
            if not 1500 < value < 2100 or "," in word:
                return Figure("N", at, at + len(word), word, value=value, least=value, most=value, token=len(tokens))
    return None


def _alone(analysis: Analysis, token: int) -> bool:
    """ "a quarter," and "two-thirds)": a fraction of what stands before it, no ordinal."""
    after = analysis.words[token + 1] if token + 1 < len(analysis.words) else "."
    return after in ",.)–—" and ("-" in analysis.words[token] or token > 0 and analysis.lowers[token - 1] in ("a", "one"))


def _hedged(factor: Factor, tokens: list[str]) -> tuple[float | None, float | None]:
    """What "more than doubled", "almost doubled", "roughly doubled" allow."""
    hedge = next((_hedges()[word] for word in reversed(tokens[-3:]) if word in _hedges()), "")
    if hedge == "over":  # "more than halved" is less than half
        return (None, factor.value) if factor.letter == "K" and factor.value < 1 else (factor.value, None)
    if hedge == "nearly":
        return (factor.value * 0.75, factor.most) if factor.value >= 1 else (factor.least, factor.value * 1.3)
    if hedge == "about":
        return min(factor.least, factor.value * 0.75), max(factor.most, factor.value * 1.3)
    return factor.least, factor.most
