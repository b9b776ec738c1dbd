"""From a numeral on the page to a `Quantity`: sign, currency, unit, range, hedge, what is counted."""
from __future__ import annotations

import re

from checker.language import Analysis
from checker.quantities import context, guards, nouns, precision, units
from checker.quantities.context import Lead
from checker.quantities.numerals import DASH, SIGNS, Numeral, read
from checker.quantities.precision import Interval
from checker.quantities.units import Unit
from checker.records import Counted, Quantity

COUNT = Unit("", "")
_NO_LEAD = Lead(0, "", "", "", "=", "")
_SIGN = re.compile(r"(?:(?:^|[\s(\[“\"'=:;,–—/])([-−–])|\b(minus|negative) )$")
_CONNECT = re.compile(rf"(?: ?{DASH} ?(?:to )?| to | and | or |–)(?:[£$€¥₹]|us\$|a\$|rs\.? ?)?(?=[\da-z{''.join(SIGNS)}.])")
_RATIO = re.compile(r" (?:in every|out of every|out of|in) (?=[\da-z])")
_ARTICLE = re.compile(r"(?:of )?(?:an?|one) ")
_RATE = re.compile(r"(?:(?: an?| per| each| every) |-a-|/)([a-z]{2,16}?)s?(?![a-z])")
_ADDED = re.compile(r"(?: and | |, )(?=[\da-z])")


class Figure:
    """One figure while it is being read."""

    __slots__ = ("change", "counted", "end", "kind", "lead", "numeral", "second", "start", "unit")

    def __init__(self, start: int, numeral: Numeral) -> None:
        self.start = start
        self.end = start + numeral.length
        self.numeral = numeral
        self.second: Numeral | None = None
        self.unit = COUNT
        self.kind = ""
        self.lead = _NO_LEAD
        self.counted: Counted | None = None


def shifted(numeral: Numeral, factor: float) -> Numeral:
    """The numeral with a magnitude that is printed elsewhere ("5 to 7 million"), or with its sign."""
    value = None if numeral.value is None else numeral.value * factor
    low = None if numeral.low is None else numeral.low * factor
    high = None if numeral.high is None else numeral.high * factor
    form = "magnitude" if factor > 1 and numeral.form in ("digits", "decimal", "words") else numeral.form
    return numeral._replace(value=value, low=low, high=high, step=numeral.step * abs(factor),
                            digit=numeral.digit * abs(factor), form=form)


def make(
    analysis: Analysis,
    figure: tuple[int, int, int],  # start of the span, start and end of the numeral
    end: int,
    first: Numeral,
    second: Numeral | None,
    unit: Unit,
    kind: str,
    lead: Lead,
    counted: Counted | None,
) -> Quantity:
    """The record: intervals as stated and as the print allows them."""
    start, numeral_start, numeral_end = figure
    text = analysis.text
    value, low, high = first.value, first.low, first.high
    low_closed = high_closed = True
    hedge, bound = lead.hedge, lead.bound
    if second is not None and second.value is not None and value is not None:
        least = precision.printed(value, first, bound if bound in ("about", "nearly") else "").least
        most = precision.printed(second.value, second, bound if bound in ("about", "nearly") else "").most
        span, high, value = Interval(least, most), second.value, None
        kind = kind if kind == "score" else "range"
    elif first.form == "vague":
        span, high, hedge = Interval((first.low or 0.0) / 2, first.high), None, hedge or "vague"
        value = first.step
    else:
        assert value is not None
        span = precision.printed(value, first, bound)
        if bound in ("over", "just-over", "at-least"):
            high, low_closed = None, bound == "at-least"
        elif bound in ("up-to", "under"):
            low, high_closed = None, bound == "up-to"
        if bound == "just-over":
            low, high, low_closed = value, None, False
    if low is None:
        low_closed = False
    if high is None:
        high_closed = False
    least, most = precision.scaled(span, unit)
    if unit.dimension == "percent" and kind == "ratio":
        least, most = None if least is None else least * 100, None if most is None else most * 100
    change = lead.change if lead.change in ("up", "down") else _CHANGES.get(bound, "~" if hedge == "vague" else "=")
    if kind == "score":
        least = most = None
    return Quantity(start, end, text[start:end], text[numeral_start:numeral_end], value, low, high, low_closed, high_closed,
                    unit.name if kind != "ratio" or unit.dimension != "percent" or unit.name else "", unit.dimension,
                    least, most, counted, kind, hedge, change, unit.rate, lead.qualifier)


_CHANGES = {"about": "~", "nearly": "~", "just-over": "~", "over": ">", "at-least": ">", "up-to": "<", "under": "<"}


def sign(lower: str, start: int) -> int:
    """Where a minus before `start` begins, or -1."""
    match = _SIGN.search(lower, max(0, start - 10), start)
    if match is None:
        return -1
    return match.start(1) if match[1] else match.start(2)


def second_numeral(analysis: Analysis, at: int, first: Numeral, join: str) -> tuple[Numeral, Numeral, int, int, str] | None:
    """The other end of a range or the other half of a score: first, second, its start and end, and what joins them."""
    lower = analysis.lower
    match = _CONNECT.match(lower, at)
    if match is None:
        return None
    joint = match[0].strip(" £$€¥₹").split(" ")[0]
    start = match.end()
    second = read(lower, start)
    if second is None or second.value is None or first.value is None or second.form in ("ordinal", "vague") != (first.form == "ordinal"):
        return None
    value = first.value
    if joint == "and" and join != "between":
        return None
    if joint == "or" and not (value < second.value <= 2 * value + 1 and second.value < 1000):
        return None
    if joint not in ("to", "and", "or") and not (lower[at - 1].isdigit() or lower[at - 1] in "%mnk" or second.form == "words"):
        return None
    if second.form == "magnitude" and first.form != "magnitude" and value < 1000:
        mantissa = read(re.split(r"[ a-z-]", lower[start : start + second.length])[0] or lower[start : start + second.length].split()[0], 0)
        if mantissa and mantissa.value and value <= mantissa.value:
            first = shifted(first, second.value / mantissa.value)
    return first, second, start, start + second.length, joint


def ratio(lower: str, end: int, first: Numeral) -> tuple[Numeral, int] | None:
    """ "one in five", "three out of 10" as a share."""
    match = _RATIO.match(lower, end)
    if match is None or first.value is None or first.form not in ("digits", "words"):
        return None
    under = read(lower, match.end())
    if under is None or not under.value or under.form not in ("digits", "words", "magnitude") or under.value <= first.value:
        return None
    stop = match.end() + under.length
    if match[0] == " in " and (under.value > 1000 and under.value % 1000 or not _share_like(first.value, under.value)):
        return None
    if guards.TIME_WORD.match(lower, stop) or lower[stop : stop + 1] in "%:-" and lower[stop : stop + 1]:
        return None
    value = first.value / under.value
    return Numeral(stop, value, value, value, value, value, "fraction"), stop


def _share_like(part: float, whole: float) -> bool:
    return part == 1 or (part < 10 and whole in (3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000))


def unit_after(analysis: Analysis, end: int, numeral: Numeral) -> tuple[Unit, int] | None:
    """The unit behind a figure, over an article after a fraction ("half an hour")."""
    lower = analysis.lower
    glued = lower[end - 1].isdigit() or lower[end - 1] in SIGNS
    found = units.after(analysis.text, lower, end, glued)
    if found is None and numeral.form == "fraction" and lower[end : end + 1] in (" ", "-"):
        match = _ARTICLE.match(lower, end + 1)
        if match is not None:
            found = units.after(analysis.text, lower, match.end() - 1, False)
    return found


def rate(lower: str, unit: Unit, end: int) -> tuple[Unit, int]:
    """ "$70 a share", "40p per litre", "5 litres/second"."""
    match = _RATE.match(lower, end)
    if match is None or unit.rate:
        return unit, end
    word = nouns.lemma(match[1])
    if word not in guards.RATES:
        return unit, end
    return units.per(unit, word), match.end()
