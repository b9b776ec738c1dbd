"""What denials and dismissals point back to."""

from __future__ import annotations

import pytest

from checker.pipeline import digest
from checker.records import Document

SAID = "The union said the firm had sacked the drivers. "


def denied(text: str) -> list[tuple[str, str]]:
    """What each denial of a text denies, and the words that are marked."""
    claims = digest(Document.from_text(text, "2024-03-06")).claims
    return [(claim.predicate, claim.text) for claim in claims if claim.kind == "stance"]


@pytest.mark.parametrize(
    ("answer", "marked"),
    [
        ("The firm denied the claim.", "denied"),
        ("Its director called that a lie.", "called that a lie"),
        ("Its director described the report as nonsense.", "described the report as nonsense"),
        ("Its director said the report was untrue.", "the report was untrue"),
        ("Its director said no such thing had happened.", "no such thing"),
        ("Its director said nothing of the kind had happened.", "nothing of the kind"),
        ("“That is simply not true,” its director said.", "That is simply not true"),
        ("Its director said this had never happened.", "this had never happened"),
    ],
)
def test_what_is_dismissed(answer: str, marked: str) -> None:
    assert [text for _, text in denied(SAID + answer)] == [marked]


@pytest.mark.parametrize(
    "answer",
    [
        "Its director said the claim was true.",
        "Its director said that was not a lie.",
        "Its director called that a good idea.",
        "Its director said there was no such strike in 1990.",
        "Its director said it was not ready to talk.",
    ],
)
def test_what_is_no_denial(answer: str) -> None:
    assert denied(SAID + answer) == []


def test_that_is_what_was_said_last() -> None:
    text = "Rebels said they had taken the port. A doctor said the hospital had no beds. The mayor called that a lie."
    assert [predicate for predicate, _ in denied(text)] == ["have"]
