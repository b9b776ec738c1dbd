"""Laws that hold for every figure: reading back, equal precision, surroundings, conversion, and never an exception."""
from __future__ import annotations

import math
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from checker.quantities import Interval, convert, convert_interval, interval, numerals, units
from checker.testing.strategies import TENS, WORDS
from tests.quantities.conftest import read

LAW = settings(deadline=None, max_examples=150)


def in_words(n: int) -> str:
    """British English, as news spells it: two million, three hundred and five."""
    if n < 20:
        return WORDS[n]
    if n < 100:
        return TENS[n // 10] + (f"-{WORDS[n % 10]}" if n % 10 else "")
    if n < 1000:
        return f"{WORDS[n // 100]} hundred" + (f" and {in_words(n % 100)}" if n % 100 else "")
    for size, word in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if n >= size:
            rest = n % size
            return f"{in_words(n // size)} {word}" + (
                f" {'and ' if rest < 100 else ''}{in_words(rest)}" if rest else ""
            )
    raise AssertionError(n)


def indian(n: int) -> str:
    digits = str(n)
    head, tail = digits[:-3], digits[-3:]
    groups = []
    while head:
        groups.insert(0, head[-2:])
        head = head[:-2]
    return ",".join([*groups, tail])


WHOLE = {
    "digits": str,
    "comma": lambda n: f"{n:,}",
    "narrow space": lambda n: f"{n:,}".replace(",", "\u202f"),
    "no-break space": lambda n: f"{n:,}".replace(",", "\u00a0"),
    "Indian": indian,
    "words": in_words,
}


@LAW
@given(st.integers(0, 10**10), st.sampled_from(sorted(WHOLE)))
@example(100, "words")
@example(1_000_305, "words")
@example(123456, "Indian")
def test_a_whole_number_in_any_form_reads_back(n: int, form: str) -> None:
    printed = WHOLE[form](n)
    found = numerals.read(printed, 0)
    assert found is not None
    assert (found.length, found.value) == (len(printed), n)
    if n < 10**6:
        assert interval(printed) == Interval(n, n), "all digits or number words are exact"


@LAW
@given(st.integers(1, 9999), st.integers(0, 2))
def test_a_magnitude_in_any_form_gives_the_same_value_and_interval(n: int, places: int) -> None:
    mantissa = f"{n / 10**places:.{places}f}"
    forms = [f"{mantissa} million", f"{mantissa}m", f"{mantissa}mn", f"{mantissa}-million", f"{mantissa}\u00a0million"]
    spans = {interval(form) for form in forms}
    assert len(spans) == 1
    [span] = spans
    assert span.least is not None
    assert span.most is not None
    value = float(mantissa) * 1e6
    assert math.isclose(span.most - span.least, 1e6 / 10**places, rel_tol=1e-9)
    assert span.least <= value <= span.most


@LAW
@given(st.integers(1, 10**6), st.sampled_from(["about", "over", "at-least", "up-to", "nearly", "under"]))
def test_a_hedge_never_excludes_what_it_must_allow(n: int, bound: str) -> None:
    exact, hedged = interval(str(n)), interval(str(n), bound)
    assert (hedged.least is None) == (bound in ("up-to", "under"))
    assert (hedged.most is None) == (bound in ("over", "at-least"))
    assert hedged.least is None or hedged.least <= n == exact.least
    assert hedged.most is None or hedged.most >= n == exact.most


SIGNED = st.builds(lambda n, places: f"{n / 10**places:.{places}f}", st.integers(0, 10**7), st.integers(0, 3))
RENDERED = {
    "£{}": ("pound sterling", 1),
    "€{}m": ("euro", 1e6),
    "${} billion": ("dollar", 1e9),
    "{} percent": ("percentage", 1),
    "{}%": ("percentage", 1),
    "{} kilometres": ("kilometre", 1),
    "{}kg": ("kilogram", 1),
    "{} barrels a day": ("barrel per day", 1),
    "−{}°C": ("degree Celsius", -1),
    "{} people": ("", 1),
}
AROUND = [
    ("", ""),
    ("Officials said ", " on top of that."),
    ("(", ")"),
    ("“It was ", "”, she said."),
    ("Earlier:\n", "\nThe end"),
]


@LAW
@given(SIGNED, st.sampled_from(sorted(RENDERED)), st.sampled_from(AROUND))
@example("1", "{} people", ("", ""))
def test_a_figure_in_any_surroundings_is_read_the_same(printed: str, template: str, around: tuple[str, str]) -> None:
    unit, factor = RENDERED[template]
    year = len(printed) == 4 and printed.isdigit() and "people" in template
    found = read(around[0] + template.format(printed) + around[1])
    if year or (printed.startswith("0") and len(printed) > 1 and "." not in printed):
        return
    assert len(found) == 1
    [q] = found
    assert q.unit == unit
    assert q.value is not None
    assert math.isclose(q.value, float(printed) * factor, rel_tol=1e-12, abs_tol=1e-12)


@LAW
@given(
    st.integers(1, 500),
    st.integers(1, 500),
    st.sampled_from(["between {} and {} ships", "{}-{} ships", "{} to {} ships"]),
)
def test_a_range_keeps_both_ends(a: int, step: int, template: str) -> None:
    b = a + step
    [q] = read(f"The port expects {template.format(a, b)} this week.")
    assert (q.kind, q.low, q.high, q.value) == ("range", a, b, None)
    assert (q.least, q.most) == (a, b)


CONVERTIBLE = sorted(units.factors())


@LAW
@given(st.floats(-1e9, 1e9), st.sampled_from(CONVERTIBLE), st.data())
def test_conversion_there_and_back(value: float, source: str, data: st.DataObject) -> None:
    dimension = units.factors()[source][0]
    target = data.draw(st.sampled_from([u for u in CONVERTIBLE if units.factors()[u][0] == dimension]))
    back = convert(convert(value, source, target), target, source)
    scale = abs(value) + 1e3 / abs(units.factors()[source][1])
    assert math.isclose(back, value, rel_tol=1e-9, abs_tol=1e-9 * scale)
    span = convert_interval(Interval(value, None), source, target)
    assert span.most is None


@pytest.mark.parametrize(
    ("value", "source", "target", "result"),
    [
        (1, "mile", "kilometre", 1.609344),
        (100, "degree Celsius", "degree fahrenheit", 212),
        (0, "kelvin", "degree Celsius", -273.15),
        (1, "acre", "square metre", 4046.8564224),
        (1, "stone", "pound-mass", 14),
        (1, "barrel", "gallon", 42),
        (60, "mile per hour", "kilometre per hour", 96.56064),
        (1, "kilowatt hour", "megajoule", 3.6),
        (1, "litre per minute", "litre per hour", 60),
        (250, "penny", "pound sterling", 2.5),
        (1, "gigabyte", "megabyte", 1000),
    ],
)
def test_known_conversions(value: float, source: str, target: str, result: float) -> None:
    assert math.isclose(convert(value, source, target), result, rel_tol=1e-9)


@pytest.mark.parametrize(
    ("source", "target"), [("euro", "dollar"), ("mile", "hour"), ("percentage", "percentage point")]
)
def test_what_does_not_convert(source: str, target: str) -> None:
    with pytest.raises(ValueError, match=source):
        convert(1, source, target)


PIECES = st.sampled_from(
    [
        "5",
        "1,500",
        "2004",
        "one",
        "half",
        "a",
        "and",
        "million",
        "%",
        "$",
        "£",
        "-",
        "–",
        ",",
        ".",
        "/",
        "to",
        "between",
        "about",
        "more",
        "than",
        "km",
        "°C",
        "m",
        "ten",
        "third",
        "of",
        "½",
        "×10",
        "^",
        "''",
        '"',
        "\n",
        " ",
        "\u00a0",
        "people",
        "K",
        "old",
        "year",
        "1e9",
        "±",
        "per",
        "(",
        ")",
        "İ",
        "ﬁ",
        "٣",
        "²",
        "dozen",
        "both",
        "US$",
        "p",
        "feet",
        "inches",
        ":",
        "00",
        "i",
        "over",
        "in",
    ]
)


@settings(deadline=None, max_examples=300)
@given(
    st.one_of(
        st.text(max_size=60), st.lists(PIECES, max_size=14).map(" ".join), st.lists(PIECES, max_size=14).map("".join)
    )
)
@example("9" * 400)
@example("1" + ",000" * 200)
@example("one " * 60)
@example("İ 5 km")
@example("5 x10-999")
@example("1e999 people")
@example("0±-1")
def test_no_string_raises_and_every_span_is_sound(text: str) -> None:
    end = 0
    with patch("checker.quantities.fallback._ask", return_value=""):  # quantulum3 takes seconds to load
        found = read(text)
    for q in found:
        assert 0 <= q.start < q.end <= len(text)
        assert text[q.start : q.end] == q.text
        assert q.start >= 0
        assert q.end >= end or q.kind == "range"
        end = q.end
        for low, high in ((q.low, q.high), (q.least, q.most)):
            assert low is None or high is None or low <= high


def test_reading_is_the_same_twice() -> None:
    text = "At least 12 people and 9 dogs crossed 3.5 miles of ice for £4m."
    assert read(text) == read(text)
