"""Who says what: source, cue and content, wherever they stand in the sentence."""

from __future__ import annotations

from datetime import date

import pytest

from checker.attribution import extract, voice_at
from checker.entities import extract as entities
from checker.language import analyse
from checker.records import Attribution, Document
from checker.times import extract as times


def read(text: str) -> list[Attribution]:
    analysis = analyse(Document.from_text(text))
    return extract(analysis, entities(analysis), [])


def plain(text: str) -> list[tuple[str, str, str]]:
    """(source, cue, content) as printed."""
    return [
        (
            " ".join(text[a:b] for a, b in row.source_spans),
            " ".join(text[a:b] for a, b in row.cue_spans),
            " ... ".join(text[a:b] for a, b in row.content_spans),
        )
        for row in read(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # source first
        ("The mayor said that the bridge would reopen.", ("The mayor", "said", "that the bridge would reopen")),
        ("The mayor says the bridge is safe.", ("The mayor", "says", "the bridge is safe")),
        ("The firm told investors that sales fell.", ("The firm", "told", "that sales fell")),
        ("Farmers fear that the frost will return.", ("Farmers", "fear", "that the frost will return")),
        # content first
        ("The bridge would reopen, the mayor said.", ("the mayor", "said", "The bridge would reopen")),
        ("The bridge would reopen, said the mayor.", ("the mayor", "said", "The bridge would reopen")),
        ("“We won,” said Ana Ruiz, the captain.", ("Ana Ruiz, the captain", "said", "“We won,”")),
        ("“Why us?” she asked.", ("she", "asked", "“Why us?”")),
        # in the middle
        (
            "The bridge, the mayor said, would reopen in May.",
            ("the mayor", "said", "The bridge ... would reopen in May"),
        ),
        # an apposition belongs to the source, an aside does not
        (
            "Ana Ruiz, the captain, said her side was tired.",
            ("Ana Ruiz, the captain", "said", "her side was tired"),
        ),
        ("In Paris, the minister said that taxes rose.", ("the minister", "said", "that taxes rose")),
        # according to
        ("According to the police, two men fled.", ("the police", "According to", "two men fled")),
        ("Two men fled, according to the police.", ("the police", "according to", "Two men fled")),
        # estimates
        (
            "By the ministry's count, 40 homes burned.",
            ("the ministry", "By the ministry's count", "40 homes burned"),
        ),
        (
            "The coastguard put the number of missing at nine.",
            ("The coastguard", "put", "the number of missing at nine"),
        ),
        # in a statement
        (
            "Prices will rise, the bank said in a statement.",
            ("the bank", "said in a statement", "Prices will rise"),
        ),
        # shared subject, participle, infinitive under another verb
        (
            "The union continued to call for talks.",
            ("The union", "continued to call for", "talks"),
        ),
        # no source
        ("Two men allegedly fled.", ("", "allegedly", "Two men ... fled")),
        ("The ship is believed to have sunk.", ("", "is believed", "The ship ... to have sunk")),
        ("The ship, if confirmed, would be the oldest.", ("", "if confirmed", "The ship")),
        # objects
        ("The league rejected the claims.", ("The league", "rejected", "the claims")),
        ("The union vowed to strike.", ("The union", "vowed", "to strike")),
    ],
)
def test_source_cue_and_content(text: str, expected: tuple[str, str, str]) -> None:
    assert plain(text) == [expected]


def test_a_headline_with_a_colon() -> None:
    text = "Chile: copper output to fall\n\nOutput will fall by a tenth this year, a ministry report shows."
    assert plain(text)[0] == ("Chile", ":", "copper output to fall")


def test_a_quotation_runs_over_sentences_and_paragraphs() -> None:
    text = (
        "“The roof leaked for years,” Mr Osei said. “Nobody came. Nobody called.”\n\n"
        "“And then it fell in.”\n\nThe council has a new office."
    )
    rows = read(text)
    assert len(rows) == 1
    assert voice_at(rows, text.index("Nobody called"), text.index("Nobody called") + 6) == 0
    assert voice_at(rows, text.index("then it"), text.index("then it") + 4) == 0
    assert voice_at(rows, text.index("new office"), text.index("new office") + 3) is None


def test_a_voice_in_a_voice() -> None:
    text = "The agency told lawmakers that Ottawa planned to close two ports."
    outer, inner = read(text)
    assert inner.parent == 0
    assert outer.parent is None
    at = text.index("close")
    assert voice_at([outer, inner], at, at + 5) == 1
    assert inner.party == "gov:CA"


def test_parties_that_share_a_subject_give_one_row_each() -> None:
    text = "Both Oslo and Helsinki have denied the report."
    rows = read(text)
    assert [row.party for row in rows] == ["gov:NO", "gov:FI"]
    assert len({(row.source_spans, row.cue_spans, row.content_spans) for row in rows}) == 1


def test_the_narration_takes_over_after_a_cue() -> None:
    text = "Oslo could consider new ferries, a senior official told reporters."
    row = next(r for r in read(text) if r.cue == "tell")
    assert text[slice(*row.content_spans[0])] == "Oslo could consider new ferries"


@pytest.mark.parametrize(
    ("text", "pronoun", "identity"),
    [
        ("Ana Ruiz won the cup. She said it was luck.", "She", "person:ana-ruiz"),
        ("Ana Ruiz won. He said it was luck.", "He", ""),  # no man is named
        ("Tom Hale met Max Weber. He said it was late.", "He", ""),  # two men
        ("Norway’s Supreme Court met on Monday, it said in a statement.", "it", "org:supreme-court"),
        ("NATO said the drill was over. It said ships had left.", "It", "org:nato"),
    ],
)
def test_a_pronoun_has_one_referent_or_none(text: str, pronoun: str, identity: str) -> None:
    row = next(r for r in read(text) if r.source == pronoun)
    assert row.source_id == identity


def test_the_day_of_the_saying() -> None:
    text = "The mayor said on 4 March 2024 that the bridge closed on 1 May 2023."
    analysis = analyse(Document.from_text(text, date(2024, 3, 6)))
    row = extract(analysis, entities(analysis), times(analysis))[0]
    assert row.said_earliest == row.said_latest == date(2024, 3, 4).toordinal()


def test_an_official_is_not_the_president_he_represents() -> None:
    row = read("A senior official representing Peruvian President Ana Ruiz said that talks failed.")[0]
    assert row.source_id != "person:ana-ruiz"


@pytest.mark.parametrize(
    "text",
    [
        "The state of the roads is poor.",
        "Prices fell, that said.",
        "The blaze claimed the lives of two men.",
        "The team looked back on a long season.",
        "International financial reporting standards changed.",
        "He was found guilty of theft.",
    ],
)
def test_pseudo_cues_are_no_cues(text: str) -> None:
    assert read(text) == []
