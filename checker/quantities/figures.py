"""From a numeral on the page to a `Quantity`: sign, currency, unit, range, hedge, what is counted."""

from __future__ import annotations

import re

import msgspec

from checker.language import Analysis
from checker.quantities import guards, nouns, precision, units
from checker.quantities.context import Lead
from checker.quantities.numerals import DASH, SIGNS, Numeral, read
from checker.quantities.precision import Interval
from checker.quantities.units import Unit
from checker.records import Counted, Quantity

COUNT = Unit("", "")
_NO_LEAD = Lead(0, "", "", "", "=", "")
_SIGN = re.compile(r"(?:(?:^|[\s(\[“\"'=<>:;,–—/])([-−–])|\b(minus|negative) |\A(-) )$")
_CONNECT = re.compile(
    rf"(?: ?{DASH} ?(?:to )?| ?[~〜] ?| to | through | and (?:the )?| or | ?± ?| ?\+/[-–−] ?)(?:about |around |approximately |roughly |~ ?)?(?P<minus>[-−–](?=[\d£$€])|minus )?(?:[£$€¥₹]|us\$|a\$|rs\.? ?)?(?=[\da-z{''.join(SIGNS)}.])"
)
_RATIO = re.compile(r" (?:in every|out of every|out of|in) (?=[\da-z])")
_OVER = re.compile(r" over (?=[\da-z])")
_CLOSED = re.compile(r"\s*(?:$|[.,;?!)])")
_ARTICLE = re.compile(r"(?:of )?(?:an?|one) ")
_RATE = re.compile(
    r"(?:,? (?P<article>an?|per|each|every) | ?[-–] ?an? ?[-–] ?|/| (?=apiece))([a-z]{2,16})(?![a-z²³^]|[23]\b)(?! (?:earlier|ago|before|later|after|previously|from)\b)"
)
_SLASH = re.compile(r"/([^\W\d_]{1,4}(?:\^?[23]|[²³])?)(?!\w)")


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
    return numeral._replace(
        value=value, low=low, high=high, step=numeral.step * abs(factor), digit=numeral.digit * abs(factor), form=form
    )


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
    return Quantity(
        start,
        end,
        text[start:end],
        text[numeral_start:numeral_end],
        value,
        low,
        high,
        low_closed,
        high_closed,
        unit.name if kind != "ratio" or unit.dimension != "percent" or unit.name else "",
        unit.dimension,
        least,
        most,
        counted,
        kind,
        hedge,
        change,
        unit.rate,
        lead.qualifier,
    )


_CHANGES = {"about": "~", "nearly": "~", "just-over": "~", "over": ">", "at-least": ">", "up-to": "<", "under": "<"}


def shares_unit(text: str, before: Quantity, start: int, unit: Unit, kind: str) -> Quantity | None:
    """ "45 and 50 mg": the bare figure before has the unit of the one behind."""
    if (
        before.unit
        or before.kind != "cardinal"
        or text[before.end : start] not in (" and ", " or ")
        or before.value is None
    ):
        return None
    if (before.counted is not None and before.counted.start >= before.end) or not before.numeral[0].isdigit():
        return None
    least, most = precision.scaled(Interval(before.least, before.most), unit)
    return msgspec.structs.replace(
        before, unit=unit.name, dimension=unit.dimension, least=least, most=most, kind=kind, counted=None
    )


_FLOOR = frozenset(["over", "at least"])
_CEILING = frozenset(["under", "up to"])


def both_bounds(text: str, a: Quantity, b: Quantity) -> Quantity | None:
    """ "more than 40 but less than 50": a floor and a ceiling of one figure."""
    low, high = (a, b) if a.hedge in _FLOOR else (b, a)
    if low.hedge not in _FLOOR or high.hedge not in _CEILING or (a.dimension and a.dimension != b.dimension):
        return None
    if text[a.end : b.start].strip(" ,") not in ("and", "but", "or", "yet", ""):
        return None
    floor, ceiling = low.low, high.high
    if floor is None or ceiling is None or floor >= ceiling:
        return None
    return msgspec.structs.replace(
        b,
        start=a.start,
        text=text[a.start : b.end],
        numeral=text[a.start : b.end],
        value=None,
        low=floor,
        high=ceiling,
        low_closed=low.low_closed,
        high_closed=high.high_closed,
        least=low.least,
        most=high.most,
        kind="range",
        hedge="",
        change="=",
    )


_SIGN_TAILS = frozenset(["s", "e", "-"])


def sign(lower: str, start: int) -> int:
    """Where a minus before `start` begins, or -1."""
    if start < 1 or not (
        lower[start - 1] in "-−–" or (lower[start - 1] == " " and lower[start - 2 : start - 1] in _SIGN_TAILS)
    ):
        return -1
    match = _SIGN.search(lower, max(0, start - 10), start)
    if match is None:
        return -1
    return match.start(match.lastindex or 0)


_CONNECTING = frozenset(" -‐‑‒–—―−~〜±+")
_CONNECTING_LETTERS = frozenset("tao-‐‑‒–—―−~〜±+")


def second_numeral(
    analysis: Analysis, at: int, first: Numeral, join: str
) -> tuple[Numeral, Numeral, int, int, str] | None:
    """The other end of a range or the other half of a score: first, second, its start and end, and what joins them."""
    lower = analysis.lower
    if lower[at : at + 1] not in _CONNECTING or (
        lower[at : at + 1] == " " and lower[at + 1 : at + 2] not in _CONNECTING_LETTERS
    ):
        return None
    match = _CONNECT.match(lower, at)
    if match is None:
        return None
    joint = match[0].strip(" £$€¥₹").split(" ")[0].replace("through", "to")
    start = match.end()
    second = read(lower, start)
    if (
        second is None
        or second.value is None
        or first.value is None
        or second.form == "vague"
        or (second.form == "ordinal") != (first.form == "ordinal")
    ):
        return None
    value = first.value
    if joint == "and" and join != "between":
        return None
    if joint == "or" and not (value < second.value <= 2 * value + 1 and second.value < 1000):
        return None
    if joint not in ("to", "and", "or", "~", "±", "+/-") and not (
        lower[at - 1].isdigit() or lower[at - 1] in "%mnk" or second.form == "words"
    ):
        return None
    if second.value is None:
        return None
    if second.form == "magnitude" and first.form != "magnitude" and value < 1000:
        mantissa = read(
            re.split(r"[ a-z-]", lower[start : start + second.length])[0]
            or lower[start : start + second.length].split()[0],
            0,
        )
        if mantissa and mantissa.value and value <= mantissa.value:
            first = shifted(first, second.value / mantissa.value)
    end = start + second.length
    if match["minus"]:
        second = shifted(second, -1.0)._replace(form=second.form)
    return first, second, start, end, joint


def ratio(lower: str, end: int, first: Numeral) -> tuple[Numeral, int] | None:
    """ "one in five", "three out of 10" as a share."""
    match = _RATIO.match(lower, end)
    if match is None and first.value and (over := _OVER.match(lower, end)):
        under = read(lower, over.end())
        if (
            under
            and under.value
            and under.value > 1
            and first.form in ("digits", "words")
            and _CLOSED.match(lower, over.end() + under.length)
        ):
            value = first.value / under.value
            return Numeral(0, value, value, value, value, value, "fraction"), over.end() + under.length
    if match is None or first.value is None or first.form not in ("digits", "words"):
        return None
    under = read(lower, match.end())
    if (
        under is None
        or not under.value
        or under.form not in ("digits", "words", "magnitude")
        or under.value <= first.value
    ):
        return None
    stop = match.end() + under.length
    if match[0] == " in " and (
        (under.value > 1000 and under.value % 1000) or not _share_like(first.value, under.value)
    ):
        return None
    if guards.TIME_WORD.match(lower, stop) or (lower[stop : stop + 1] in "%:-" and lower[stop : stop + 1]):
        return None
    value = first.value / under.value
    return Numeral(stop, value, value, value, value, value, "fraction"), stop


def _share_like(part: float, whole: float) -> bool:
    return part == 1 or (part < 10 and whole in (3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000))


_INCH = re.compile(r" (in)(?:\.?\s*$|\.?[,;)]|\.? (?:long|wide|tall|deep|thick|high|in diameter|x|by)\b)")


def _stands(analysis: Analysis, end: int, numeral: Numeral) -> bool:
    """One sign behind the digits is a unit: not the s of a decade, not a closing quotation mark."""
    mark, text = analysis.text[end], analysis.text
    if mark == "s":
        return numeral.form == "decimal"
    left = text.rfind("\n", 0, end) + 1
    if mark in '"”':
        return text.count('"', left, end) % 2 == 0 and text.count("“", left, end) == text.count("”", left, end)
    if mark in "'’":
        return text[end + 1 : end + 2].isdigit() or not text[end + 1 : end + 2].strip() or text[end : end + 2] == "''"
    return True


def unit_after(analysis: Analysis, end: int, numeral: Numeral) -> tuple[Unit, int] | None:
    """The unit behind a figure, over an article after a fraction ("half an hour")."""
    lower = analysis.lower
    glued = lower[end - 1].isdigit() or lower[end - 1] in SIGNS
    found = units.after(analysis.text, lower, end, glued)
    if (
        found is not None
        and found[0].name in ("second", "inch", "foot")
        and found[1] == end + 1
        and not _stands(analysis, end, numeral)
    ):
        return None
    if found is None and glued and (inch := _INCH.match(lower, end)):
        return units.unit_named("inch"), inch.end(1)
    if found is None and numeral.form == "fraction" and lower[end : end + 1] in (" ", "-"):
        match = _ARTICLE.match(lower, end + 1)
        if match is not None:
            found = units.after(analysis.text, lower, match.end() - 1, False)
    return found


_RATING = frozenset(" ,-–/")


def rate(text: str, lower: str, unit: Unit, end: int) -> tuple[Unit, int]:
    """A unit with all that it is per."""
    if lower[end : end + 1] not in _RATING:
        return unit, end
    for _ in range(2):
        unit, stop = _rate(text, lower, unit, end)
        if stop == end:
            break
        end = stop
    return unit, end


def _rate(text: str, lower: str, unit: Unit, end: int) -> tuple[Unit, int]:
    """ "$70 a share", "40p per litre", "5 micrograms per gram", "50 m/s"."""
    if unit.name.count(" per ") > 1 or not unit.name:
        return unit, end
    match = _RATE.match(lower, end)
    if match is not None:
        word = nouns.lemma(match[2])
        known = units.surfaces().words.get(match[2])
        if known is not None and known.dimension in guards.PER and not known.rate:
            word = known.name
        elif word == "apiece":
            word = "piece"
        if word in guards.RATES or (known is not None and word == known.name):
            return units.per(unit, word), match.end()
    match = _SLASH.match(text, end)
    if match is not None:
        known = units.surfaces().symbols.get(match[1])
        power = {"2": "square ", "²": "square ", "3": "cubic ", "³": "cubic "}.get(match[1][-1], "")
        if known is None and power:
            known = units.surfaces().symbols.get(match[1].rstrip("23²³^"))
        if known is not None and not known.rate:
            name = known.name if known.name.startswith(power) else power + known.name
            return units.per(unit, name), match.end()
    return unit, end
