"""Hypothesis strategies: figures and dates as news prints them, claims, sentences that express a claim, articles."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

import msgspec
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from checker.days import MONTHS
from checker.records import Claim

WORDS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


class Printed(NamedTuple):
    """A value as it is printed, and the values that the print allows."""

    text: str
    value: float
    least: float | None
    most: float | None


class PrintedDay(NamedTuple):
    text: str
    day: date


class Sentence(NamedTuple):
    """A sentence and the claim in it: who says that how many of what did what, where."""

    text: str
    figure: Printed
    noun: str
    verb: str
    place: str
    source: str


class Article(NamedTuple):
    text: str
    published: date
    sentences: tuple[Sentence, ...]


def in_words(number: int) -> str:
    """0 to 99 in words."""
    if number < 20:
        return WORDS[number]
    tens, ones = divmod(number, 10)
    return TENS[tens] + (f"-{WORDS[ones]}" if ones else "")


def spellings(number: int) -> tuple[str, ...]:
    """The forms of one number at the same precision: 1,500 · 1500; 12 · twelve."""
    forms = [f"{number:,}"]
    if number >= 1000:
        forms.append(str(number))
    if number < 100:
        forms.append(in_words(number))
    return tuple(forms)


HEDGES = {
    "": (0.0, 0.0),
    "at least ": (0.0, None),
    "up to ": (None, 0.0),
    "about ": (-0.1, 0.1),
}


@st.composite
def quantities(draw: st.DrawFn, least: int = 2, most: int = 5000, hedged: bool = True) -> Printed:
    """Whole numbers in any form, with or without a hedge."""
    number = draw(st.integers(least, most))
    text = draw(st.sampled_from(spellings(number)))
    hedge = draw(st.sampled_from(sorted(HEDGES))) if hedged else ""
    low, high = HEDGES[hedge]
    return Printed(
        hedge + text,
        float(number),
        None if low is None else number * (1 + low),
        None if high is None else number * (1 + high),
    )


@st.composite
def dates(draw: st.DrawFn, first: date = date(1950, 1, 1), last: date = date(2030, 12, 31)) -> PrintedDay:
    """Days of the calendar in the forms of news."""
    day = draw(st.dates(first, last))
    month = MONTHS[day.month - 1]
    forms = (f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}", day.isoformat())
    return PrintedDay(draw(st.sampled_from(forms)), day)


NOUNS = {"people": "person", "passengers": "passenger", "houses": "house", "soldiers": "soldier", "miners": "miner"}
PLACES = ("Ardal", "Cork", "Osaka", "Lima", "Tarnow")
SOURCES = ("the mayor", "police", "the union", "the company", "an aid agency")
VERBS = {"killed": "die", "injured": "injure", "evacuated": "evacuate", "arrested": "arrest", "rescued": "rescue"}


@st.composite
def sentences(draw: st.DrawFn) -> Sentence:
    """ "About 40 miners were rescued in Lima, the union said." """
    figure = draw(quantities())
    noun = draw(st.sampled_from(sorted(NOUNS)))
    verb = draw(st.sampled_from(sorted(VERBS)))
    place = draw(st.sampled_from(PLACES))
    source = draw(st.sampled_from(("", *SOURCES)))
    said = f", {source} said" if source else ""
    text = f"{figure.text} {noun} were {verb} in {place}{said}."
    return Sentence(text[0].upper() + text[1:], figure, noun, verb, place, source)


@st.composite
def articles(draw: st.DrawFn, most: int = 4) -> Article:
    """Sentences in paragraphs, under a day of publication."""
    told = tuple(draw(st.lists(sentences(), min_size=1, max_size=most)))
    published = draw(st.dates(date(2000, 1, 1), date(2030, 12, 31)))
    return Article("\n\n".join(sentence.text for sentence in told), published, told)


# ------------------------------------------------------------------------------------------------- claims

# Units of one dimension, with their worth in its base unit: what a claim may be converted between.
UNITS = {
    "length": {"metre": 1.0, "kilometre": 1000.0, "foot": 0.3048, "mile": 1609.344},
    "mass": {"kilogram": 1.0, "tonne": 1000.0, "pound": 0.45359237},
    "": {"": 1.0},
    "money:EUR": {"euro": 1.0},
    "percent": {"percent": 1.0},
}
DAY = date(2024, 3, 6).toordinal()


@st.composite
def claims(
    draw: st.DrawFn, aspect: str = "figure", document: int = 0, number: int = 0, dimension: str | None = None
) -> Claim:
    """A row as `checker.claims` makes it, of any content; small numbers, so that two of them often meet.

    `dimension` is one of `UNITS`; None takes any.
    """
    if dimension is None:
        dimension = draw(st.sampled_from(sorted(UNITS)))
    unit = draw(st.sampled_from(sorted(UNITS[dimension])))
    worth = UNITS[dimension][unit]
    value = float(draw(st.integers(1, 6)))
    margin = draw(st.sampled_from((0.0, 0.5)))
    day = DAY + draw(st.integers(0, 2))
    said = DAY + draw(st.integers(0, 2))
    source = draw(st.sampled_from(("", "the mayor", "police")))
    words = draw(st.sampled_from(("We will rebuild", "We shall rebuild", "Ana Ruiz", "Ana Ruis")))
    start = draw(st.integers(0, 50))
    return Claim(
        document=document, id=number, proposition=number, aspect=aspect, start=start, end=start + 1, text=f"{value:g}",
        sentence=number, sentence_start=0, sentence_end=60,
        scope=draw(st.sampled_from(("headline", "body", "caption"))), paragraph=draw(st.integers(0, 2)),
        subject=draw(st.sampled_from(("", "country:FR", "country:PE"))),
        predicate=draw(st.sampled_from(("die", "send"))),
        object="person", place=draw(st.sampled_from(("", "place:cork"))), counted="person", counted_text="people",
        counted_class="person", kind="cardinal", hedge="about" if margin else "", value=value, low=value, high=value,
        unit=unit, dimension=dimension, least=(value - margin) * worth, most=(value + margin) * worth, wording=words,
        event_earliest=day, event_latest=day + draw(st.integers(0, 1)), said_earliest=said, said_latest=said,
        status=draw(st.sampled_from(("done", "planned"))), polarity=draw(st.sampled_from("+-")),
        certainty=draw(st.sampled_from(("certain", "probable", "underspecified"))), source=source,
        party=f"voice:{source}" if source else "",
    )  # fmt: skip


@st.composite
def pairs(draw: st.DrawFn, aspect: str = "figure") -> tuple[Claim, Claim]:
    """Two claims about one thing, in one article or two."""
    other = draw(st.sampled_from((0, 1)))
    return draw(claims(aspect)), draw(claims(aspect, other, 0 if other else 1))


@st.composite
def slots(draw: st.DrawFn, aspect: str, most: int = 5) -> tuple[Claim, ...]:
    """Claims about one thing, in articles of one story."""
    dimension = draw(_dimensions())
    return tuple(draw(claims(aspect, number % 3, number, dimension)) for number in range(draw(st.integers(1, most))))


@st.composite
def groups(draw: st.DrawFn, roles: tuple[str, ...], several: tuple[str, ...]) -> dict[str, tuple[Claim, ...]]:
    """Claims in the roles of a relation; a role may be missing, and those named in `several` may hold up to three."""
    dimension = draw(_dimensions())
    found = {}
    for place, role in enumerate(roles):
        count = draw(st.sampled_from((2, 1, 3, 0) if role in several else (1, 1, 1, 0)))
        found[role] = tuple(draw(claims("relation", 0, place, dimension)) for _ in range(count))
    return found


def _dimensions() -> SearchStrategy[str | None]:
    """One for all claims that are told together, or now and then any for each."""
    return st.sampled_from((None, *sorted(UNITS)))


def converted(claim: Claim, unit: str) -> Claim:
    """The same amount printed in another unit of its dimension; what is compared stays as it is."""
    factor = UNITS[claim.dimension][claim.unit] / UNITS[claim.dimension][unit]

    def scaled(value: float | None) -> float | None:
        return None if value is None else value * factor

    value = scaled(claim.value)
    fields: dict[str, Any] = {"unit": unit, "value": value, "low": scaled(claim.low), "high": scaled(claim.high)}
    return msgspec.structs.replace(claim, text=f"{value:g}", **fields)
