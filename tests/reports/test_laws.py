"""What holds of every excerpt and every word of a report."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import checker
from checker.documents import from_text
from checker.records import Facts, Quantity, Time
from checker.reports import render_facts, words
from checker.reports.excerpt import columns, excerpt

SENTENCES = st.lists(st.text("abcXYZ019€’—.é\u4e2d\u0301", min_size=1, max_size=12), min_size=1, max_size=60).map(
    " ".join
)


@given(SENTENCES, st.data(), st.integers(30, 120))
@settings(deadline=None)
def test_carets_stand_below_the_marked_words(sentence: str, data: st.DataObject, width: int) -> None:
    start = data.draw(st.integers(0, len(sentence) - 1))
    end = data.draw(st.integers(start + 1, len(sentence)))
    assume(sentence[start:end].strip() == sentence[start:end])
    assume(columns(sentence[start:end]) > 0)
    marked = ""
    for text, carets in excerpt(sentence, [(start, end)], width):
        assert columns(text) <= width
        at = 0
        for sign in text:
            size = columns(sign)
            below = carets[at : at + size] if size else carets[at - 1 : at]
            if "^" in below:
                marked += sign
            at += size
    # Signs without width can fall between two columns; all others are marked exactly.
    assert [s for s in marked if columns(s) and s != " "] == [s for s in sentence[start:end] if columns(s) and s != " "]


@given(SENTENCES, st.integers(30, 120))
@settings(deadline=None)
def test_what_fits_is_shown_whole(sentence: str, width: int) -> None:
    if columns(sentence) <= width:
        assert excerpt(sentence, [(0, 1)], width)[0][0] == sentence.rstrip()


@given(st.text(max_size=300), st.integers(-5, 400), st.integers(-5, 400), st.integers(1, 200))
@settings(deadline=None)
def test_no_sentence_raises(sentence: str, start: int, end: int, width: int) -> None:
    excerpt(sentence, [(start, end)], width)


def test_a_very_long_sentence_costs_no_more_than_its_length() -> None:
    sentence = "word " * 200_000
    (line,) = excerpt(sentence, [(500_000, 500_004)], 100)
    assert line[0].startswith("... word")
    assert line[1].count("^") == 4


@given(st.integers(-(10**14), 10**14))
def test_whole_numbers_read_back(value: int) -> None:
    assert int(words.number(float(value)).replace(",", "")) == value


@given(st.dates(date(1000, 1, 1)), st.integers(0, 800))
def test_days_name_both_ends(first: date, length: int) -> None:
    try:
        last = first + timedelta(days=length)
    except OverflowError:
        return
    told = words.days([first.isoformat(), last.isoformat()])
    assert str(last.year) in told
    assert str(first.year) in told


@pytest.mark.parametrize(
    ("interval", "told"),
    [
        (None, ""),
        (("2024-03-06", "2024-03-06"), "6 March 2024"),
        (("2024-03-04", "2024-03-06"), "4 to 6 March 2024"),
        (("2024-02-28", "2024-03-06"), "28 February to 6 March 2024"),
        (("2023-12-30", "2024-01-02"), "30 December 2023 to 2 January 2024"),
        (("2024-01-01", "2024-12-31"), "2024"),
        (("2022-01-01", "2024-12-31"), "2022 to 2024"),
        ((None, "2024-03-06"), "until 6 March 2024"),
        (("2024-03-06", None), "since 6 March 2024"),
        ((None, None), ""),
    ],
)
def test_intervals_of_days(interval: tuple[str | None, str | None] | None, told: str) -> None:
    assert words.days(interval) == told


@pytest.mark.parametrize(
    ("published", "told"),
    [
        ("2024-03-06", "6 March 2024"),
        ("2024-03", "March 2024"),
        ("2024", "2024"),
        ("2024-03-04/2024-03-06", "4 to 6 March 2024"),
    ],
)
def test_publication_dates(published: str, told: str) -> None:
    assert words.day(published) == told


def test_facts_to_tick_off() -> None:
    text = "Quake kills 12\nAbout 1,500 people fled on Tuesday, 5 March 2024."
    document = from_text(text, "2024-03-06", "quake.txt")
    figure = Quantity(
        15, 26, "About 1,500", "1,500", 1500.0, 1500.0, 1500.0, True, True, "", "", 1350.0, 1650.0, None, hedge="about"
    )  # fmt: skip
    day = date(2024, 3, 5).toordinal()
    time = Time(43, 64, "Tuesday, 5 March 2024", "DATE", "2024-03-05", earliest=day, latest=day, grain="day")
    page = render_facts([(document, Facts("quake.txt", "2024-03-06", (figure,), (time,)))], "table")
    assert page == (
        "quake.txt, published 6 March 2024\n"
        "[ ] 2:1   par 1  About 1,500            1,500 (prints 1,350 to 1,650)\n"
        "[ ] 2:29  par 1  Tuesday, 5 March 2024  date 2024-03-05\n"
        "1 figure, 1 date or time.\n"
    )


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Rovers won 2-1.", "2-1 (score)"),
        ("Sales rose 25 percent in a year.", "25 percent up"),
        ("The bank is worth $1.8bn.", "$1,800,000,000"),
        ("Maria Keller, 27, won the race.", "aged 27"),
        ("The storm blew at 93 mph.", "93 miles per hour"),
        ("The bridge cost between 2 and 3 million euros.", "€2,000,000 to €3,000,000"),
        ("The house cost 300 million Swiss francs.", "300,000,000 Swiss francs"),
        ("Oil cost $50 a barrel.", "$50 a barrel"),
        ("It was 20 degrees Celsius.", "20 degrees Celsius"),
    ],
)
def test_figures_are_told_as_news_write_them(sentence: str, told: str) -> None:
    document = from_text(sentence, "2024-03-06", "a.txt")
    page = render_facts([(document, checker.extract(document))], "table")
    assert f"  {told}\n" in page
