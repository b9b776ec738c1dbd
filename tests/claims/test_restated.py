"""One utterance of an article quoted twice, but for the words in one place; and two utterances that are built alike."""

from __future__ import annotations

import pytest

from checker.claims.sameness.restated import fitted, pairs
from tests.claims.reading import digested

RESTATED = [
    '"This is a dark day for the village," Ann Pole told the crowd. Some 200 came. Ms Pole said it was '
    '"a black day for the village".',
    'Mr Weiss said the bridge was "an accident waiting to happen". Twelve people died. Mr Weiss wrote that the bridge '
    'was "a disaster waiting to happen".',
    'The results were "a bitter disappointment to investors", Leo Brandt said. Shares fell. "They are a bitter blow to '
    'investors," Mr Brandt told analysts.',
    'The minister said the closure was "painful and avoidable". Six shops stand empty. "The closure was painful but '
    'unavoidable," she told the council.',
    'The minister admitted "a grave error of judgment". In her letter she had spoken of "a serious error in judgment".',
]


@pytest.mark.parametrize("text", RESTATED)
def test_one_utterance_but_for_one_place(text: str) -> None:
    assert len(list(pairs(digested("quote", text)))) == 1


BUILT_ALIKE = [
    '"We need more nurses," Ms Dole said. Wards are full. "We need more doctors," Ms Dole said.',
    '"He was a wonderful father," Ms Hart said. He was 44. "He was a wonderful husband," Ms Hart said.',
    'Ms Dole said she was "proud of her record". "I am proud of my record," Ms Dole told the paper.',
    '"It was a great day for the club," Marek said. "It was a great day for my family too," Marek said.',
    'Critics call the law "an attack on the courts". Supporters call it "a defence of the courts".',
    'The bank said profit was "in line with expectations". It said revenue was "ahead of expectations".',
    '"This is about safety," Ms Lund said. The road is steep. "This is not about money," Ms Lund said.',
]


@pytest.mark.parametrize("text", BUILT_ALIKE)
def test_two_utterances_that_are_built_alike(text: str) -> None:
    assert list(pairs(digested("quote", text))) == []


def test_two_wordings_lie_on_each_other_but_for_one_place() -> None:
    fit = fitted(["a", "dark", "day", "for", "us"], ["it", "was", "a", "black", "day", "for", "us", "all"])
    assert fit is not None
    assert (fit.before, fit.one, fit.other, fit.behind) == (("a",), ("dark",), ("black",), ("day", "for", "us"))
    assert fitted(["one", "two"], ["three", "four"]) is None
