"""What holds whatever the figures are: sums, changes, conversions, dates and ages that fit are silent."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.engine.values import Interval
from checker.records import Claim
from tests.constructions.reading import findings, groups

DAYS = st.dates(date(1950, 1, 1), date(2004, 12, 31))
COUNTS = st.integers(2, 900)
LAW = settings(deadline=None, max_examples=40)


def bounds(claim: Claim) -> Interval:
    return Interval(
        float("-inf") if claim.least is None else claim.least, float("inf") if claim.most is None else claim.most
    )


@given(st.text(max_size=300))
@LAW
def test_no_text_raises(text: str) -> None:
    groups(text)


WORDS = [
    "rose",
    "fell",
    "from",
    "to",
    "12",
    "£3m",
    "40%",
    "of",
    "the",
    "20",
    "men",
    "and",
    "5",
    "women",
    ",",
    "(",
    ")",
    ":",
    "–",
    "in",
    "1950",
    "6",
    "July",
    "total",
    "each",
    "or",
    "3-1",
    "votes",
    "doubled",
    ".",
]


@given(st.lists(st.sampled_from(WORDS), max_size=40))
@LAW
def test_no_heap_of_figures_raises(words: list[str]) -> None:
    groups(" ".join(words))


@given(COUNTS, COUNTS, COUNTS, st.integers(1, 50))
@LAW
def test_a_total_is_the_sum_of_its_parts(a: int, b: int, c: int, off: int) -> None:
    text = "The firm sold {} boats in all: {} in May, {} in June and {} in July."
    assert findings(text.format(a + b + c, a, b, c)) == []
    off = min(off, (a + b + c) // 2)  # a total far from its parts is one of something else
    assert findings(text.format(a + b + c + off, a, b, c))


@given(st.integers(100, 9000), st.integers(-60, 200))
@LAW
def test_a_change_printed_as_it_rounds_is_silent(start: int, percent: int) -> None:
    end = round(start * (1 + percent / 100))
    printed = round(100 * (end - start) / start)
    if printed == 0:
        return
    verb = "rose" if end > start else "fell"
    assert findings(f"The number of visitors {verb} by {abs(printed)}% from {start:,} to {end:,}.") == []
    far = abs(printed) + 20
    assert findings(f"The number of visitors {verb} by {far}% from {start:,} to {end:,}.")


@given(
    st.integers(3, 3000),
    st.sampled_from([("miles", "km", 1.609344), ("feet", "metres", 0.3048), ("kg", "lb", 2.20462)]),
)
@LAW
def test_a_conversion_printed_as_it_rounds_is_silent(value: int, units: tuple[str, str, float]) -> None:
    one, other, factor = units
    converted = value * factor
    printed = f"{converted:.1f}" if converted < 10 else f"{round(converted):,}"
    assert findings(f"The cable is {value:,} {one} ({printed} {other}) longer now.") == []
    assert findings(f"The cable is {value:,} {one} ({round(converted * 1.5) + 2:,} {other}) longer now.")


@given(DAYS, st.integers(1, 6))
@LAW
def test_a_date_has_one_weekday(day: date, off: int) -> None:
    text = f"The inquest opened on {{}} {day.day} {day:%B %Y}."
    assert findings(text.format(f"{day:%A}")) == []
    assert findings(text.format(f"{day + timedelta(off):%A}"))


@given(st.dates(date(1930, 1, 1), date(1985, 12, 31)), st.integers(2, 15))
@LAW
def test_an_age_is_the_birthdays_passed(birth: date, off: int) -> None:
    said = date(2005, 2, 22)
    age = said.year - birth.year - ((said.month, said.day) < (birth.month, birth.day))
    text = f"Ana Ruiz, {{}}, who was born on {birth.day} {birth:%B %Y}, was elected."
    assert findings(text.format(age)) == []
    assert findings(text.format(age + off))


@given(DAYS, st.integers(2, 90), st.integers(3, 30))
@LAW
def test_days_are_counted_with_or_without_both_ends(start: date, length: int, off: int) -> None:
    end = start + timedelta(length)
    text = f"The strike lasted {{}} days, from {start.day} {start:%B %Y} to {end.day} {end:%B %Y}."
    assert findings(text.format(length)) == []
    assert findings(text.format(length + 1)) == []
    assert findings(text.format(length + off))


@given(COUNTS, COUNTS)
@LAW
def test_claims_of_a_group_know_their_bounds(a: int, b: int) -> None:
    for _, roles in groups(f"The vote was {a + b} to {b}, a majority of {a}."):
        for claims in roles.values():
            assert all(bounds(claim).low <= bounds(claim).high for claim in claims)


@given(st.integers(1950, 2004), st.integers(1, 40))
@LAW
def test_an_anniversary_is_a_difference_of_years(year: int, number: int) -> None:
    first = year - number
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number // 10 != 1 else 0, "th")
    text = f"The service in {year} marked the {{}} anniversary of the {first} flood."
    assert findings(text.format(f"{number}{suffix}")) == []
    assert findings(text.format(f"{number + 50}th"))
