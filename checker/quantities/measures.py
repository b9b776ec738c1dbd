"""The unit behind a figure and what it is per: "half an hour", "$70 a share", "30 C"."""
from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from checker import patterns
from checker.language import Analysis
from checker.language.lexicon import table
from checker.quantities import cues, fallback, millions, nouns, units
from checker.quantities.draft import Draft
from checker.quantities.numerals import SIGNS, Numeral, read
from checker.quantities.units import Unit
from checker.records import Quantity

# Dimensions that a rate may be per.
_PER = frozenset(["time", "length", "area", "mass", "volume", "energy", "data storage", "power"])
TEMPERATURES = ("temperature", "temperature degree")
_ARTICLE = patterns.compile(r"(?:of )?(?:an?|one) ")
_RATE = patterns.compile(
    r"(?: an? |,? (?:per|each|every) | ?[-–] ?an? ?[-–] ?|/| (?=apiece))([a-z]{2,16}(?:-hour)?)(?![a-z²³^]|[23]\b)"
    r"(?! (?:earlier|ago|before|later|after|previously|from)\b)"
)
_REGULAR = {
    "hourly": "hour",
    "nightly": "night",
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "annually": "year",
}
_REGULARLY = patterns.compile(
    rf" ({'|'.join(_REGULAR)})"
    r"(?=[.,;:)]|$| (?:to|from|in|for|by|and|or|on|at|since|but|until|with|while|during|between)\b)"
)
_SLASH = patterns.compile(r"/([^\W\d_]{1,4}(?:\^?[23]|[²³])?)(?!\w)")
_RATING = frozenset(" ,-–/")
_POWERS = {"2": "square ", "²": "square ", "3": "cubic ", "³": "cubic "}
_INCH = patterns.compile(r" (in)(?:\.?\s*$|\.?[,;)]|\.? (?:long|wide|tall|deep|thick|high|in diameter|x|by)\b)")
_NEXT_NUMERAL = patterns.compile(r"(?: ?[-–] ?| to | and )(?=\d)")
_TINY = patterns.compile(r" ?([afp]m)\b")
_TINIES = {"pm": "picometre", "fm": "femtometre", "am": "attometre"}
_SCALE = patterns.compile(r" (?:on|in) the (celsius|fahrenheit|kelvin) scale\b")
_COLD = patterns.compile(r"(?:(?:^|[\s(])[-−–]|\bminus )\d+(?:\.\d+)?$")
_SCALES_OF = patterns.compile(r"\d ?(?:c \(?[-−–]?\d+ ?f|f \(?[-−–]?\d+ ?c)\b")  # "-70C (-94F)"
_SCALES = {"celsius": "degree Celsius", "fahrenheit": "degree fahrenheit"}
_RUN = patterns.compile(r"\b(?:ran|runs?|running|races?|walk) (?:an? |the |his |her )?$")  # "ran 10k"
_RACE = patterns.compile(r" (?:run|race|runner|fun run|road race|walk|time trial)s?\b")
_SHORT_RUN = 4  # characters of "100k"
_OPENED = patterns.compile(r"(?:^|[\s(])['‘](?=\w)[^'’\n]*$")
_LINE = 100
_FEWEST_WON = 100  # less buys nothing
_BRIEF = 24  # a text this short is a phrase
_QUOTED = 400  # characters in which a quotation mark that closes had to open


@cache
def rates() -> frozenset[str]:
    """Nouns that a rate may be per."""
    return frozenset(row["noun"] for row in table("unit_rates"))


def unit_after(analysis: Analysis, end: int, numeral: Numeral) -> tuple[Unit, int] | None:
    """The unit behind a figure that ends at `end`, and where it ends."""
    text, lower = analysis.text, analysis.lower
    glued = lower[end - 1].isdigit() or lower[end - 1] in SIGNS
    of = end + 3 if numeral.form == "vague" and lower.startswith(" of ", end) else end  # "thousands of acres"
    found = units.after(text, lower, of, glued)
    if found is not None:
        unit, stop = found
        if unit.dimension == "time" and lower.startswith((" full-", " whole-"), end):
            return None  # "12 full-year reports"
        if unit.name in ("second", "inch", "foot") and stop == end + 1 and not _stands(text, end, numeral):
            return None
        if text[stop - 1] in "CFK" and len(text[end:stop].strip(" -")) == 1 and not _warm(lower, end, stop):
            return None
        if unit.name == "ampere" and text[stop - 1] == "A" and not _electric(lower, end, stop):
            return None
        if lower.startswith("won", stop - 3) and (numeral.value or 0) < _FEWEST_WON:
            return None  # "the seven won the cup"
        if unit.name == "mark" and lower.startswith("mark", stop - 4) and " the " in lower[max(0, end - 16) : end]:
            return None  # "above the 25,000 mark"
        cents = text[end:stop] == "c" and unit.dimension.startswith("money:")
        if cents and not _RATE.match(lower, stop) and _warm(lower, end, stop):
            return units.unit_named("degree Celsius"), stop
        if unit.name == "degree" and (scale := _SCALE.match(lower, stop)):
            return units.unit_named("kelvin" if scale[1] == "kelvin" else _SCALES[scale[1]]), stop
        return found
    if glued and lower.startswith(" in", end) and (inch := _INCH.match(lower, end)):
        return units.unit_named("inch"), inch.end(1)
    if glued and numeral.form == "decimal" and (tiny := _TINY.match(lower, end)):  # no clock time: "2.123 pm"
        return units.unit_named(_TINIES[tiny[1]]), tiny.end()
    if numeral.form == "fraction" and lower[end : end + 1] in (" ", "-") and (match := _ARTICLE.match(lower, end + 1)):
        return units.after(text, lower, match.end() - 1, False)
    return fallback.unit_after(text, end) if glued else None


def _warm(lower: str, start: int, stop: int) -> bool:
    """Words of warmth, a minus sign, or both scales stand around the figure that ends at `start`."""
    if _COLD.search(lower, max(0, start - 16), start) or _SCALES_OF.search(lower, max(0, start - 16), stop + 12):
        return True
    window = lower[max(0, start - 60) : stop + 40]
    return "°" in window or cues.pattern("warm").search(window) is not None


def _electric(lower: str, start: int, stop: int) -> bool:
    """A is amperes in a text of nothing else, or beside words of electricity: not the rating 12A."""
    return len(lower) <= _BRIEF or cues.near("electric", lower, start - _LINE, min(len(lower), stop + _LINE))


def _stands(text: str, end: int, numeral: Numeral) -> bool:
    """One sign behind the digits is a unit: not the s of a decade, not a closing quotation mark."""
    mark = text[end]
    if mark == "s":
        return numeral.form == "decimal"
    if mark in '"”':
        left = max(text.rfind("\n", max(0, end - _QUOTED), end) + 1, end - _QUOTED, 0)
        return text.count('"', left, end) % 2 == 0 and text.count("“", left, end) == text.count("”", left, end)
    if mark in "'’" and _OPENED.search(text, max(0, end - _LINE), end):
        return False  # 'to grow in 2005'
    if mark in "'’":
        following = text[end + 1 : end + 2]
        return following.isdigit() or not following.strip() or text[end : end + 2] == "''"
    return True


def absolute_zero(lower: str, draft: Draft) -> bool:
    """ "absolute zero" is a temperature."""
    if draft.numeral.value != 0 or not lower.endswith("absolute ", 0, draft.start):
        return False
    draft.start -= 9
    draft.unit, draft.kind = units.unit_named("kelvin"), "measure"
    return True


def letter(
    analysis: Analysis, found: Sequence[Quantity], start: int, numeral: Numeral, end: int
) -> tuple[Numeral, int]:
    """A magnitude of one letter: "5m people" is a count, "100m sprint" a length, "300K" may be a temperature."""
    text, lower = analysis.text, analysis.lower
    mark = text[end - 1]
    if mark == "k" and (_RUN.search(lower, max(0, start - 16), start) or _RACE.match(lower, end)):
        plain = read(lower[start : end - 1], 0)
        far = plain is None or end - start > _SHORT_RUN or units.after(text, lower, end, False)
        return (numeral, end) if far or plain is None else (plain, end - 1)
    if mark == "b" and numeral.value is not None and numeral.value >= 1e12:
        mark = "m"  # "1500 b" are no billions
    elif mark == "K" and numeral.form == "magnitude" and _warm(lower, start, end):
        plain = read(lower[start : end - 1], 0)
        return (plain, end - 1) if plain else (numeral, end)
    if mark != "m" or (text[end - 1] == "m" and units.after(text, lower, end, False)):
        return numeral, end  # "7.5m euro", "2m tonnes"
    following = _NEXT_NUMERAL.match(lower, end)
    second = read(lower, following.end()) if following else None
    shared = following.end() + second.length if following and second and second.suffix else end
    if (_counts(analysis, end) or _counts(analysis, shared)) and text[end - 1] == "m":
        return numeral, end  # "1.5m-2m doses": both or neither
    at = end - 1
    while at > start and not lower[at - 1].isalnum():
        at -= 1
    plain = read(lower[start:at], 0)
    if at == end - 1 and plain and millions.millions(analysis, found, start, end, plain.value or 0.0):
        return numeral, end
    return (plain, start + plain.length) if plain else (numeral, end)


def _counts(analysis: Analysis, end: int) -> bool:
    """What stands behind a figure is counted, and not run over ("100m final")."""
    counted = nouns.counted(analysis, end)
    if counted is None or counted.noun_class in ("match", "event"):
        return False
    return not counted.text.endswith(("final", "race", "relay", "hurdles", "heats", "sprints"))


def rate(text: str, lower: str, unit: Unit, end: int) -> tuple[Unit, int]:
    """A unit with all that it is per, and where that ends."""
    for _ in range(2):
        if lower[end : end + 1] not in _RATING or not unit.name or unit.name.count(" per ") > 1:
            break
        unit, stop = _rate(text, lower, unit, end)
        if stop == end:
            break
        end = stop
    return unit, end


def often(lower: str, end: int) -> str:
    """What a count is per, behind its noun: "2,400 skiers an hour", "500 eggs a week"; "" for nothing."""
    if lower[end : end + 1] not in _RATING:
        return ""
    if regular := _REGULARLY.match(lower, end):
        return _REGULAR[regular[1]]
    match = _RATE.match(lower, end)
    known = units.surfaces().words.get(match[1]) if match else None
    if match and known is not None:
        told = known.dimension == "time" or (known.dimension.startswith("money:") and match[0].startswith(" per "))
        return known.name if told and not known.rate else ""  # "7.12 per dollar", no "12 a dollar"
    return match[1] if match and match[1] in rates() else ""


def _bits(text: str, unit: Unit, end: int, of: str) -> Unit:
    """What runs in a second is told in bits where the b is small: "56 kb per second"."""
    if of == "second" and unit.name.endswith("byte") and text[end - 1] == "b":
        return units.unit_named(unit.name.removesuffix("byte") + "bit")
    return unit


def _rate(text: str, lower: str, unit: Unit, end: int) -> tuple[Unit, int]:
    if regular := _REGULARLY.match(lower, end):
        return units.per(unit, _REGULAR[regular[1]]), regular.end(1)
    match = _RATE.match(lower, end)
    if match is not None:
        known = units.surfaces().words.get(match[1].replace("-", " "))
        if known is not None and known.dimension in _PER and not known.rate:
            same = known.name == unit.name  # "half an hour, an hour and a half"
            return (unit, end) if same else (units.per(_bits(text, unit, end, known.name), known.name), match.end())
        word = "piece" if match[1] == "apiece" else nouns.lemma(match[1])
        if unit.dimension == "time" and nouns.noun_class(word, word) == "person" and " per " not in match[0]:
            return unit, end  # "every 11 minutes a woman dies"
        if word in rates():
            return units.per(unit, word), match.end()
    match = _SLASH.match(text, end) if text[end] == "/" else None
    if match is not None:
        symbol, power = match[1], _POWERS.get(match[1][-1], "")
        known = units.surfaces().symbols.get(symbol)
        if known is None and power:
            known = units.surfaces().symbols.get(symbol.rstrip("23²³^"))
        if known is not None and not known.rate:
            name = known.name if known.name.startswith(power) else power + known.name
            return units.per(unit, name), match.end()
    return unit, end
