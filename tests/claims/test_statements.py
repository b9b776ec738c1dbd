"""Propositions without figures: what negates them, what they say yes or no to, and which of them contradict."""

from __future__ import annotations

import pytest

from checker import Options, check
from checker.pipeline import digest
from checker.records import Claim, Document

PUBLISHED = "2024-03-06"


def statements(text: str) -> list[Claim]:
    return [claim for claim in digest(Document.from_text(text, PUBLISHED)).claims if claim.aspect == "statement"]


def rules(*texts: str) -> list[str]:
    """The names of the rules that ask about these articles of one story."""
    documents = [Document.from_text(text, PUBLISHED, f"{number}.txt") for number, text in enumerate(texts)]
    return [one.name for one in check(documents, options=Options(one_story=len(texts) > 1)).findings]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Ana Ruiz met Ivo Marek.", "+"),
        ("Ana Ruiz never met Ivo Marek.", "-"),
        ("Ana Ruiz never even met Ivo Marek.", "-"),
        ("Ana Ruiz has never met Ivo Marek.", "-"),
        ("Ana Ruiz did not meet Ivo Marek.", "-"),
        ("Ana Ruiz met nobody.", "-"),
        ("Nobody met Ivo Marek.", "-"),
        ("Ana Ruiz met no fewer than three ministers.", "+"),
        ("Nobody met no ministers.", "-"),
    ],
)
def test_what_negates(text: str, polarity: str) -> None:
    assert [claim.polarity for claim in statements(text)] == [polarity]


@pytest.mark.parametrize(
    ("text", "predicate", "polarity"),
    [
        ("Parliament voted down the bill.", "approve", "-"),
        ("Parliament approved the bill.", "approve", "+"),
        ("The jury acquitted Ivo Marek.", "convict", "-"),
        ("The gate was locked.", "open", "-"),
        ("There were no arrests.", "arrest", "-"),
        ("Police made no arrests.", "arrest", "-"),
        ("No injuries were reported.", "injure", "-"),
    ],
)
def test_what_a_verb_says_yes_or_no_to(text: str, predicate: str, polarity: str) -> None:
    assert (predicate, polarity) in [(claim.predicate, claim.polarity) for claim in statements(text)]


def test_what_was_not_rejected_need_not_have_been_approved() -> None:
    assert "approve" not in [claim.predicate for claim in statements("Parliament did not vote down the bill.")]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz never signed the Halden treaty. Ana Ruiz signed the Halden treaty in Vienna.",
        "A cyclist was injured when a wall fell in Leith. Nobody was hurt.",
        "There were no arrests. Officers arrested a young man.",
        "The divers found no survivors in the wreck. The divers found two survivors in the wreck.",
        "No decision has been taken on the terminal. The decision was taken in secret.",
        "The Senate approved the Halden treaty. The Senate voted down the Halden treaty.",
        "All passengers survived the Halden crash. Four passengers died in the Halden crash.",
        "Everyone signed the Halden letter. Ana Ruiz did not sign the Halden letter.",
    ],
)
def test_both_cannot_be(text: str) -> None:
    assert rules(text) == ["assertion-against-negation"]


@pytest.mark.parametrize(
    "text",
    [
        "A driver was injured when a truck rolled near Orlo. Nobody else was hurt.",
        "A cyclist was injured on the A9. In a fire in Leith nobody was hurt.",
        "Nobody was hurt when a car hit a wall in Perth. A man was hurt when a bus rolled in Fife.",
        "Two passengers survived the Halden crash. Four passengers died in the Halden crash.",
        "Parliament voted down the school bill. Parliament approved the pension bill.",
        "The council took no decision on the stadium. The council took a decision on the school.",
        "He had no licence. The restaurant has a licence.",
    ],
)
def test_both_may_be(text: str) -> None:
    assert rules(text) == []


def test_nobody_in_one_article_and_somebody_in_another() -> None:
    safe = "A blast tore through a fertiliser plant in Belmar on Tuesday. No one was injured in the blast."
    hurt = "Six workers were injured in a blast at a fertiliser plant in Belmar on Tuesday."
    assert "assertion-against-negation" in rules(safe, hurt)
