"""The base form of a verb that no table has, from its ending and from what English prints."""

from __future__ import annotations

import pytest

from checker.language.morphology import unknown_verb


@pytest.mark.parametrize(
    ("form", "lemma", "kind"),
    [
        ("graduated", "graduate", "past"),
        ("pleased", "please", "past"),
        ("screwed", "screw", "past"),
        ("deleting", "delete", "ing"),
        ("banging", "bang", "ing"),
        ("overloaded", "overload", "past"),
        ("expropriated", "expropriate", "past"),
        ("glorified", "glorify", "past"),
        ("jutting", "jut", "ing"),
    ],
)
def test_base_forms(form: str, lemma: str, kind: str) -> None:
    assert unknown_verb(form) == (lemma, kind)


@pytest.mark.parametrize("word", ["red", "thing", "table", "often"])
def test_words_that_look_like_no_verb(word: str) -> None:
    assert unknown_verb(word) is None
