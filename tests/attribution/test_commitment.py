"""What a cue commits its source to: polarity, certainty (FactBank) and status."""

from __future__ import annotations

import pytest

from checker.attribution import hedged
from checker.language import analyse
from checker.records import Document
from tests.attribution.test_voices import read


@pytest.mark.parametrize(
    ("text", "polarity", "certainty", "status"),
    [
        ("The coach said that the match was off.", "+", "certain", ""),
        ("The coach confirmed the transfer.", "+", "certain", ""),
        ("The coach denied the transfer.", "-", "certain", ""),
        ("The coach dismissed the rumours.", "-", "certain", ""),
        ("The coach has categorically refuted the claims.", "-", "certain", ""),
        # not denials
        ("The coach did not deny the reports.", "+", "underspecified", ""),
        ("The coach declined to comment on the transfer.", "+", "underspecified", ""),
        ("The coach is not aware of the transfer.", "+", "underspecified", ""),
        ("The coach said nothing, but there is no evidence that he left.", "+", "underspecified", ""),
        ("The club has not verified the transfer.", "+", "underspecified", ""),
        ("The club did not confirm the transfer.", "+", "underspecified", ""),
        ("Neither the club nor the coach confirmed the transfer.", "+", "underspecified", ""),
        ("It is unclear whether the coach will stay.", "+", "underspecified", ""),
        # weaker than said
        ("Doctors believe that the drug works.", "+", "probable", ""),
        ("Doctors do not believe that the drug works.", "-", "probable", ""),
        ("Doctors suspect that the drug works.", "+", "possible", ""),
        ("The drug reportedly works.", "+", "probable", ""),
        ("The drug is believed to work.", "+", "probable", ""),
        # not yet done
        ("The council pledged to rebuild the school.", "+", "certain", "promised"),
        ("The council plans to rebuild the school.", "+", "certain", "planned"),
        ("The council refused to rebuild the school.", "-", "certain", ""),
        ("Parents urged the council to rebuild the school.", "+", "certain", "planned"),
        ("The deal, if confirmed, would be the largest.", "+", "underspecified", "hypothetical"),
    ],
)
def test_commitment(text: str, polarity: str, certainty: str, status: str) -> None:
    row = read(text)[-1]
    assert (row.polarity, row.certainty, row.status) == (polarity, certainty, status)


@pytest.mark.parametrize(
    ("text", "word", "certainty"),
    [
        ("The ship may reach Oslo.", "Oslo", "possible"),
        ("The ship will likely reach Oslo.", "Oslo", "probable"),
        ("The ship reached Oslo.", "Oslo", "certain"),
        ("The ship reached Oslo, but it could sink.", "Oslo", "certain"),
        ("The ship reached Oslo in May.", "Oslo", "certain"),
    ],
)
def test_hedges_of_the_speaker(text: str, word: str, certainty: str) -> None:
    start = text.index(word)
    assert hedged(analyse(Document.from_text(text)), start, start + len(word)) == certainty
