"""Propositions without figures, and what negates them."""

from __future__ import annotations

import pytest

from checker import check
from checker.pipeline import digest
from checker.records import Document


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Ana Ruiz met Ivo Marek.", "+"),
        ("Ana Ruiz never met Ivo Marek.", "-"),
        ("Ana Ruiz never even met Ivo Marek.", "-"),
        ("Ana Ruiz has never met Ivo Marek.", "-"),
        ("Ana Ruiz did not meet Ivo Marek.", "-"),
    ],
)
def test_never_negates(text: str, polarity: str) -> None:
    claims = digest(Document.from_text(text, "2024-03-06")).claims
    assert [claim.polarity for claim in claims if claim.aspect == "statement"] == [polarity]


def test_never_against_the_assertion() -> None:
    text = "Ana Ruiz never signed the Halden treaty. Ana Ruiz signed the Halden treaty in Vienna."
    found = check([Document.from_text(text, "2024-03-06")]).findings
    assert [one.name for one in found] == ["assertion-against-negation"]
