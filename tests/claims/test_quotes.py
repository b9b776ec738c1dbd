"""Quotations: what stands between the marks, and when two are one utterance in two wordings."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.claims.quotes import content, normalised, spoken
from checker.claims.sameness.quote import contained, in_order, stem, word_for_word
from tests.claims.reading import claims, disagree, pairs, questions


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("“We will rebuild every house,” she said.", ["We will rebuild every house"]),
        ('He called it "a grave mistake by the bank".', ["a grave mistake by the bank"]),
        ("Minister 'ready to leave office'", ["ready to leave office"]),
        ("The workers' pay and the firm's offer are apart.", []),
        ("She said 'no' twice.", []),
        ('"We lost. We shall come back stronger."', ["We shall come back stronger"]),
    ],
)
def test_what_is_quoted(text: str, quotations: list[str]) -> None:
    assert [claim.text for claim in claims(text, "quote")] == quotations


ONE_UTTERANCE = [
    (
        "President Lind called it “an eruption that threatens air traffic far beyond the island”.",
        "“It is an eruption that threatens the traffic of the whole region beyond the island,” Mr Lind said.",
    ),
    (
        "“We won’t bow to blackmail,” President Lind said.",
        "President Lind said that Norland would “never bow to blackmailers”.",
    ),
    (
        "“Nobody at this bank knew anything about the missing funds,” Mr Brandt told the court.",
        "Mr Brandt said that “nobody at the bank knew anything about these missing funds”.",
    ),
]


@pytest.mark.parametrize(("one", "other"), ONE_UTTERANCE)
def test_one_utterance_in_two_wordings_across_articles(one: str, other: str) -> None:
    assert len(questions(one, other, aspects=("quote",))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # a part of it, word for word
        ("“We will rebuild every single house,” Ms Lind said.", "Ms Lind promised to “rebuild every single house”."),
        # two sentences of one speech
        ("“We will rebuild every house,” Ms Lind said.", "“We will pay the families,” Ms Lind said."),
        # two speakers
        (
            "“The hospital is short of nurses,” Ms Lind said.",
            "“The hospitals are not short of nurses,” Mr Brandt said.",
        ),
        ("“This was the best game of my life,” Ms Lind said.", "“We have the best fans,” Ms Lind said."),
    ],
)
def test_two_utterances(one: str, other: str) -> None:
    assert questions(one, other, aspects=("quote",)) == []


def test_in_one_article_a_splice_is_found() -> None:
    text = (
        "Vera Lind said the town was “thrilled to have bought the famous observatory”.\n\n"
        "“We are thrilled to have bought the old and famous observatory on the hill,” Vera Lind said."
    )
    assert questions(text, aspects=("quote",)) == [
        (
            "thrilled to have bought the famous observatory",
            "We are thrilled to have bought the old and famous observatory on the hill",
        )
    ]


@pytest.mark.parametrize(
    ("quotation", "words"),
    [("In principle, (Norland) doesn’t supply arms.", "in principle doesn't supply arms"), ("(But) we can", "we can")],
)
def test_what_an_editor_put_in_is_not_compared(quotation: str, words: str) -> None:
    assert normalised(spoken(quotation)) == words


def test_stems_join_parts_of_speech() -> None:
    assert stem("idly") == stem("idle")
    assert stem("flexibly") == stem("flexible")
    assert stem("threaten") != stem("threat")


PHRASES = st.lists(st.sampled_from(["river", "bank", "nurse", "pay", "vote", "rebuild", "storm"]), max_size=9)


@given(PHRASES, PHRASES)
@settings(deadline=None, max_examples=150)
def test_comparing_words_is_symmetric(one: list[str], other: list[str]) -> None:
    a, b = " ".join(one), " ".join(other)
    assert word_for_word(a, b) == pytest.approx(word_for_word(b, a)) or len(one) == len(other)
    assert contained(a, b) == contained(b, a)
    assert sorted(in_order(one, one)) == sorted(one)
    assert len(in_order(one, other)) <= min(len(one), len(other))


@given(st.permutations(range(4)))
@settings(deadline=None, max_examples=8)
def test_the_order_of_claims_does_not_matter(order: list[int]) -> None:
    texts = [text for pair in ONE_UTTERANCE[:2] for text in pair]
    found = [claim for n, text in enumerate(texts) for claim in claims(text, "quote", n)]
    mixed = [claim for n in order for claim in found if claim.document == n]

    def said(rows: list) -> set:  # type: ignore[type-arg]
        return {((p.a.document, p.a.id), (p.b.document, p.b.id), round(p.confidence, 3)) for p in pairs(rows)}

    assert said(found) == said(mixed)


@pytest.mark.parametrize("text", [text for pair in ONE_UTTERANCE for text in pair])
def test_a_text_beside_itself_agrees(text: str) -> None:
    twice = [claim for n in (0, 1) for claim in claims(text, "quote", n)]
    assert not [pairing for pairing in pairs(twice) if disagree(pairing)]


@given(st.text("\"“”'‘’ab cW.!?()[]\n", max_size=200))
@settings(deadline=None, max_examples=120)
def test_any_marks_can_be_read(text: str) -> None:
    for claim in claims(text, "quote"):
        assert claim.text
        assert claim.text == text[claim.start : claim.end]
    content(spoken(text))


@pytest.mark.parametrize(
    "text",
    [
        "The report said “dirty, dark and unsafe”. The trust said the report's words, “dirty, dark and cold”, hurt.",
        "The letter read: “Pay by Friday or we come back.” The words “Pay by Monday or we come back” were underlined.",
        "Mr Holt had promised “not one more cut to schools”. That vow of “not a single cut to schools” is broken.",
        "Judge Eva Lund called it “a disaster waiting to come”. Ms Lund described it as “an accident waiting to come”.",
    ],
)
def test_words_that_the_text_takes_up_again(text: str) -> None:
    assert len(questions(text, aspects=("quote",))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The report said “dirty, dark and unsafe”. The union said the mayor's words, “dirty, dark and cold”, hurt.",
        "The letter read: “Pay by Friday or we come back.” The words “Pay by Friday” were underlined.",
        "Judge Petra Lund spoke of “a disaster waiting to happen”. The miller saw “an accident waiting to happen”.",
    ],
)
def test_words_of_another_or_a_part_of_them(text: str) -> None:
    assert questions(text, aspects=("quote",)) == []
