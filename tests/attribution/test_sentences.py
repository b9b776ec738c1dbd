"""Who says what in the shapes that sentences of news have."""

from __future__ import annotations

from datetime import date

import pytest

from checker.attribution import extract
from checker.entities import extract as entities
from checker.language import analyse
from checker.records import Document
from checker.times import extract as times
from tests.attribution.test_voices import plain, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the subject: a contact clause, a quantity of people, an aside between dashes, a contraction
        (
            "Everyone I interviewed said her plans were costed.",
            ("Everyone I interviewed", "said", "her plans were costed"),
        ),
        (
            "Two men, both of whom say the road is unsafe, left.",
            ("both of whom", "say", "the road is unsafe"),
        ),
        (
            "Ruiz — a former coach — said the side was tired.",
            ("Ruiz — a former coach —", "said", "the side was tired"),
        ),
        ("She’s said that it would rain.", ("She", "’s said", "that it would rain")),
        # "as": the main clause is the content
        (
            "As many lawyers have pointed out, the act is old.",
            ("many lawyers", "have pointed out", "the act is old"),
        ),
        (
            "The ship was hit by a mine, as the navy has said.",
            ("the navy", "has said", "The ship was hit by a mine"),
        ),
        # inside a relative clause
        ("Farmers kept the maps, which she said were wrong.", ("she", "said", "were wrong")),
        ("It fell into what analysts described as a trap.", ("analysts", "described as", "a trap")),
        # a time or an adverb stands between the cue and the content
        ("She said there is a law that bans it.", ("She", "said", "there is a law that bans it")),
        ("“We lost,” she said quietly.", ("she", "said quietly", "“We lost,”")),
        (
            "Two men fled, according to a US research group.",
            ("a US research group", "according to", "Two men fled"),
        ),
        # the person told
        ("Hale told the BBC Michael Osei was late.", ("Hale", "told", "Michael Osei was late")),
        ("She told the court in Leeds she was hired.", ("She", "told", "she was hired")),
        ("The union asked members if they agreed.", ("The union", "asked", "if they agreed")),
        # documents speak with an object, people do not
        ("Polls show a close race.", ("Polls", "show", "a close race")),
        # who issues a statement says what it says
        (
            "The council issued a statement calling the test a breach.",
            ("The council", "issued a statement calling", "the test a breach"),
        ),
        # verbs that look like nouns
        (
            "Rents rose by a tenth, The Herald reports.",
            ("The Herald", "reports", "Rents rose by a tenth"),
        ),
        # "see", "regard"
        ("Voters see the deal as a trap.", ("Voters", "see", "the deal as a trap")),
        # nobody is named, and the cue takes in what "it" stands for
        ("It is unclear whether he left.", ("", "It is unclear", "whether he left")),
        ("There were rumours that he had left.", ("", "rumours", "that he had left")),
        # no comment
        ("The agent declined to comment.", ("The agent", "declined", "to comment")),
        (
            "The bank did not respond to requests for comment.",
            ("The bank", "did not respond", "to requests for comment"),
        ),
        # a passive with its agent
        ("The plan was rejected by the union.", ("the union", "was rejected by", "The plan")),
    ],
)
def test_source_cue_and_content(text: str, expected: tuple[str, str, str]) -> None:
    assert plain(text) == [expected]


@pytest.mark.parametrize(
    ("text", "sources", "contents"),
    [
        (
            "The mayor said the bridge would close and warned that traffic would suffer.",
            ["The mayor", "The mayor"],
            ["the bridge would close", "that traffic would suffer"],
        ),
        (
            "Osei urged members to vote, and criticised the delay.",
            ["Osei", "Osei"],
            ["to vote", "the delay"],
        ),
        (
            "The mayor said the roof had leaked, adding that nobody came.",
            ["The mayor", "The mayor"],
            ["the roof had leaked", "that nobody came"],
        ),
        (
            "He denied that he had gone, telling the court he was ill.",
            ["He", "He"],
            ["that he had gone", "he was ill"],
        ),
        (
            "“They are rich and famous,” said Dr Hale, adding that they own the city.",
            ["Dr Hale", "Dr Hale"],
            ["“They are rich and famous,”", "that they own the city"],
        ),
    ],
)
def test_a_speaker_goes_on(text: str, sources: list[str], contents: list[str]) -> None:
    rows = plain(text)
    assert [source for source, _, _ in rows] == sources
    assert [content for _, _, content in rows] == contents


def test_a_paragraph_after_a_colon_is_content() -> None:
    text = "The governor added:\n\nIt is late. She knows nothing.\n\nThe storm passed."
    assert plain(text) == [("The governor", "added:", "It is late. She knows nothing.")]


def test_thoughts_within_a_quotation_do_not_end_it() -> None:
    text = "“We lost,” Ana Ruiz said. “I think that it was the heat, which I know is no excuse. We were tired.”"
    rows = read(text)
    assert len(rows) == 1
    assert [text[a:b] for a, b in rows[0].content_spans][-1].endswith("We were tired.”")


def test_what_nobody_said_commits_nobody() -> None:
    row = read("The court looked into allegations that Ruiz had avoided tests.")[0]
    assert (row.source, row.certainty) == ("", "underspecified")


@pytest.mark.parametrize("verb", ["denied", "dismissed", "rejected"])
def test_a_denied_suggestion_is_no_statement_of_the_denier(verb: str) -> None:
    rows = read(f"The firm {verb} suggestions that it was for sale.")
    assert [(row.cue_class, row.polarity) for row in rows] == [("deny", "-")]


def test_the_day_is_no_part_of_the_speaker() -> None:
    text = "On Tuesday Sir Alan Hale said the roof leaked."
    analysis = analyse(Document.from_text(text, date(2024, 3, 6)))
    row = extract(analysis, entities(analysis), times(analysis))[0]
    assert text[slice(*row.source_spans[0])] == "Sir Alan Hale"


def test_who_answers_is_not_who_is_asked_about() -> None:
    text = "Ana Ruiz spoke to Tom Hale on Monday.\n\nAsked if Max Weber would play, he said it was late."
    row = next(r for r in read(text) if r.source == "he")
    assert row.source_id == "person:tom-hale"


@pytest.mark.parametrize(
    ("text", "identity"),
    [
        ("Figures from the Bank of England showed that lending fell.", "org:bank-of-england"),
        ("Research by Dr Ana Ruiz shows that bees sleep.", "person:ana-ruiz"),
    ],
)
def test_a_document_speaks_for_its_makers(text: str, identity: str) -> None:
    assert read(text)[0].source_id == identity


@pytest.mark.parametrize(
    "text",
    [
        "Critical swing states like Ohio decide.",
        "The plane appeared in the sky.",
        "The firm will continue in its role.",
        "He had an idea that just worked.",
        "The firm offers loans to farmers.",
        "Osei claimed the first set.",
        "It is a club likened to a school.",
        "The firm was fined for the prices it charged.\n\n“A sad day” is the motto.",
    ],
)
def test_no_cues(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "identity"),
    [
        (
            "Tom Hale spoke on Monday. “It was late,” Tom Hale said. “We left. We ran. We fell. We slept. We rose.”\n\n"
            "“It was cold,” he added.",
            "person:tom-hale",
        ),
        ("“It was late,” said Tom Hale, a lawyer and manager of a club. “It was cold,” he added.", "person:tom-hale"),
        ("Tom Hale said it was late. A club spokesman denied the report. “It was cold,” he added.", ""),
    ],
)
def test_a_pronoun_looks_back_over_quotations(text: str, identity: str) -> None:
    row = next(r for r in read(text) if r.source == "he")
    assert row.source_id == identity


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("“He said the books were false,” Moore said.", {"He", "Moore"}),
        ("“I said the books were false,” Moore said.", {"Moore"}),
        ("“We told them the books were false,” Moore said.", {"Moore"}),
    ],
)
def test_within_a_quotation_somebody_else_may_speak(text: str, sources: set[str]) -> None:
    analysis = analyse(Document.from_text(text))
    assert {one.source for one in extract(analysis, entities(analysis), times(analysis))} == sources
