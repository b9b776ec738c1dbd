"""The figures of a document as the constructions see them: ranges as two, factors, dates; none inside another."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from checker import patterns
from checker.claims.constructions.dates.dates import figures_of_time
from checker.claims.constructions.frame.elided import with_money
from checker.claims.constructions.frame.figure import Factor, Figure, factors, hedged
from checker.claims.constructions.frame.pattern import plain, words
from checker.claims.constructions.frame.ranges import ends
from checker.claims.draft import Draft
from checker.records import Quantity

SCORE = patterns.compile(r"(\d{1,3})\s?[-–‐‑]\s?(\d{1,3})$")
RATE_TAIL = patterns.compile(r"(?<=\S)(?:(?: (?:an?|per|each|every) |-a-|/)[a-z ]+| (?:apiece|each|a head|a piece))$")
SPACED = patterns.compile(r"\s[-–—]\s")
OUT_OF = patterns.compile(r"(\S+(?: \S+)?) (out of|in) (\S+(?: \S+)?)$")
SMALL = patterns.compile(r"(?:one|two|three|four|five|six|seven|eight|nine) out of (?:four|five|six|eight|ten|10)$")
# A comparison that a figure's span took for a hedge: "30% more than the 400", "twice as many as the 400".
COMPARISON = patterns.compile(
    r"(?:(?:more|less|fewer|higher|lower|greater|larger|bigger|smaller|better|worse) than|"
    r"as (?:many|much|high|large|big) as|"
    r"above|below|over|under)\b(?: the| its| their| a)?"
)
COMPARED = patterns.compile(
    r"(?:%|\d|per cent|percent|times|twice|half|double|triple|treble|third|quarter|points?|fold)$"
)
SUMMED = patterns.compile(r"\b(?:adds?|added|adding)$")  # "adds up to £45m" is no bound
# Of an interest rate: "half a point", "a quarter of a point", "three-quarters of a point".
POINT_PARTS = patterns.compile(
    r"\b(?:(?:a |one )?(?P<half>half)|(?P<three>three)[ -]quarters|(?:a |one )?quarter)(?: of)?(?: an?| one)? point\b"
)
PERCENT = patterns.compile(r"%|per ?cent")
POINT_REACH = 160  # characters
DIVISOR = 100.0


def letter_of(quantity: Quantity) -> str:
    """The letter of a figure's kind."""
    if quantity.kind == "ordinal":
        return "O"
    if quantity.kind == "score":
        return "S"
    if quantity.kind == "age":
        return "A"
    dimension = quantity.dimension
    if dimension == "percentage point":
        return "G"
    if quantity.kind == "ratio":
        if quantity.counted is not None and quantity.counted.head == "point":
            return "U"  # "half a point" is no half of what there was
        return "R" if dimension in ("percent", "") else "U"
    if dimension == "percent":
        return "P"
    if dimension.startswith("money"):
        return "M"
    if dimension == "time":
        return "D"
    return "U" if dimension else "N"


def figures_of(draft: Draft, quantities: Sequence[Quantity]) -> list[Figure]:
    """Every figure and every date with a figure of the document, ascending, none inside another."""
    found: list[Figure] = []
    for number, quantity in enumerate(quantities):
        if _divides(draft, quantity):
            continue
        if quantity.dimension == "ratio":
            found += _factor(draft, quantity, number)
        else:
            found += _figures(draft, quantity, number)
    found += _point_parts(draft)
    for time in draft.names.times:
        found += figures_of_time(time)
    found.sort(key=_place)
    kept: list[Figure] = []
    for figure in found:
        if kept and figure.start < kept[-1].end:
            # a date beats the number in it, a figure the shorter one in it
            if figure.time is not None and kept[-1].time is None:
                kept[-1] = figure
            continue
        kept.append(figure)
    return with_money(draft, quantities, kept)


def _divides(draft: Draft, quantity: Quantity) -> bool:
    """ "22 per lakh", "5.5 per 100,000 people": what an amount is told for so many of is no amount."""
    if quantity.kind != "cardinal" or (quantity.value or 0.0) < DIVISOR:
        return False
    return draft.analysis.lower.endswith(("per ", "per\u00a0"), 0, quantity.start)


def _point_parts(draft: Draft) -> list[Figure]:
    """Parts of a percentage point, where the sentence or the next one has percentages."""
    lower = draft.analysis.lower
    found: list[Figure] = []
    if "half" not in lower and "quarter" not in lower:
        return found
    for match in POINT_PARTS.finditer(lower):
        if PERCENT.search(lower, max(0, match.start() - POINT_REACH), match.end() + POINT_REACH):
            value = 0.5 if match["half"] else 0.75 if match["three"] else 0.25
            text = draft.analysis.text[match.start() : match.end()]
            found.append(Figure("G", match.start(), match.end(), text, value=value, least=value, most=value))
    return found


def _factor(draft: Draft, quantity: Quantity, number: int) -> list[Figure]:
    """ "almost doubled", "three times": a factor by its word, or by its number."""
    printed = plain(quantity.text.lower()).split()
    factor = factors().get(printed[-1]) if printed else None
    value = quantity.value
    if factor is None:
        if value is None or value <= 0:
            return []
        factor = Factor("H", value, value * 0.9, value * 1.1)
    before = plain(draft.analysis.lower[max(0, quantity.start - 40) : quantity.start]).replace(",", " , ").split()
    if factor.letter == "H" and before and before[-1] in words("will") and printed[-1] != "half":
        factor = msgspec.structs.replace(factor, letter="K")  # "will double"
    least, most = hedged(factor, [*before, *printed[:-1]])
    return [
        Figure(
            factor.letter,
            quantity.start,
            quantity.end,
            quantity.text,
            number,
            value=factor.value,
            least=least,
            most=most,
        )
    ]


def _place(figure: Figure) -> tuple[int, int]:
    return figure.start, -figure.end


def _figures(draft: Draft, quantity: Quantity, number: int) -> list[Figure]:
    letter = letter_of(quantity)
    start, end, text = quantity.start, quantity.end, quantity.text
    if (
        quantity.kind == "ratio"
        and letter == "R"
        and (parts := OUT_OF.match(text.lower()))
        and not (quantity.counted is None and SMALL.match(text.lower()))
        and (parts[2] == "out of" or (quantity.counted is not None and quantity.counted.head in words("played")))
    ):
        return _both(quantity, parts.span(1), parts.span(3))  # "30 out of 200"
    spaced = SPACED.search(text) if quantity.value is None else None
    if spaced:
        # "a party of 17 – nine adults", "36 – 50% – are empty": two figures with a dash between them, no range
        return _both(quantity, (0, spaced.start()), (spaced.end(), len(text)))
    score = SCORE.match(text) if letter in "SN" or quantity.kind == "range" else None
    if score and letter in "SN":
        return [Figure("S", start, end, text, number, pair=(int(score[1]), int(score[2])))]
    if quantity.kind == "range" and quantity.value is None:
        return ends(quantity, number, letter)
    before = draft.analysis.lower[max(0, start - 16) : start].rstrip()
    comparison = (
        COMPARISON.match(text.lower()) if quantity.hedge and letter in "NMUP" and COMPARED.search(before) else None
    )
    if comparison or (SUMMED.search(before) and text.lower().startswith("up to")):
        from checker.quantities import precision

        numeral = text.find(quantity.numeral)
        if numeral > 0:
            sign = start + len(text[:numeral].rstrip("£$€¥₹")) if text[numeral - 1] in "£$€¥₹" else start + numeral
            bounds = precision.interval(quantity.numeral, "", quantity.unit)
            return [
                Figure(
                    letter,
                    sign,
                    end,
                    text[sign - start :],
                    number,
                    3,
                    value=quantity.value,
                    least=bounds.least,
                    most=bounds.most,
                )
            ]
    if quantity.rate:
        tail = RATE_TAIL.search(text.lower())
        if tail:
            end, text = start + tail.start(), text[: tail.start()]
    return [Figure(letter, start, end, text, number, value=quantity.value, least=quantity.least, most=quantity.most)]


def _both(quantity: Quantity, *spans: tuple[int, int]) -> list[Figure]:
    """The two numbers in the print of one quantity, each for itself; none where one of them cannot be read."""
    from checker.quantities import numerals

    figures = []
    for start, end in spans:
        text = quantity.text[start:end]
        numeral = numerals.read(text.lower().lstrip("£$€¥ "), 0)
        if numeral is None or numeral.value is None:
            return []
        letter = "P" if text.endswith(("%", "per cent", "percent")) else "M" if text[0] in "£$€¥" else "N"
        value, at = numeral.value, quantity.start + start
        figures.append(Figure(letter, at, at + len(text), text, value=value, least=value, most=value))
    return figures
