"""What holds for every text."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.attribution import voice_at
from checker.attribution.cues import index
from checker.language.lexicon import table
from tests.attribution.test_voices import read

WORDS = [
    "said",
    "denied",
    "the",
    "mayor",
    "Oslo",
    "that",
    "“",
    "”",
    '"',
    ",",
    ".",
    ":",
    "—",
    "who",
    "to",
    "and",
    "according",
    "allegedly",
    "is",
    "believed",
    "did not",
    "Ana Ruiz",
    "plans",
    "claims",
    "\n\n",
    "he",
    "it",
    "on Monday",
    "neither",
    "nor",
    "no evidence",
    "put",
    "at",
    "nine",
    "’s",
    "report",
    "(",
    ")",
    "‘",
    "''",
    "if confirmed",
    "seems",
    "by",
    "in a statement",
]
news = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)


@settings(deadline=None, max_examples=200)
@given(st.one_of(news, st.text(max_size=200)))
def test_spans_lie_in_the_text_and_parents_hold_their_children(text: str) -> None:
    rows = read(text)
    for number, row in enumerate(rows):
        for first, last in (*row.source_spans, *row.cue_spans, *row.content_spans):
            assert 0 <= first < last <= len(text)
        assert row.polarity in "+-"
        assert row.certainty in ("certain", "probable", "possible", "underspecified")
        if row.parent is not None:
            assert row.parent != number
            assert any(a <= row.cue_spans[0][0] and row.cue_spans[0][1] <= b for a, b in rows[row.parent].content_spans)


@settings(deadline=None, max_examples=100)
@given(news)
def test_a_voice_holds_what_it_says(text: str) -> None:
    rows = read(text)
    for row in rows:
        for first, last in row.content_spans:
            place = voice_at(rows, first, last)
            assert place is not None
            assert any(a <= first and last <= b for a, b in rows[place].content_spans)


@settings(deadline=None, max_examples=60)
@given(news)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read(text) == read(text)


def test_every_row_of_the_table_is_well_formed() -> None:
    for row in table("cue"):
        assert row["form"] in (
            "verb",
            "phrase",
            "noun",
            "adjective",
            "adverb",
            "attribute",
            "hedge",
            "medium",
            "document",
        )
        if row["class"] not in ("pseudo", "medium"):
            assert row["polarity"] in ("+", "-")
            assert row["certainty"] in ("certain", "probable", "possible", "underspecified")
            assert row["status"] in ("", "planned", "promised", "hypothetical")
    assert "said" in index()


def test_a_sentence_without_end_costs_no_more_than_its_length() -> None:

    def spent(size: int) -> float:
        text = "Mr Osei said that, and who said he did not " * size
        began = time.process_time()
        read(text)
        return time.process_time() - began

    spent(50)
    assert spent(2000) < 40 * max(spent(200), 0.01)
