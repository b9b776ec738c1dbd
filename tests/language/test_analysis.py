"""Sentences, tags and verb groups, as an editor would mark them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.language import Analysis, VerbGroup, analyse
from checker.records import Document


def read(text: str) -> Analysis:
    return analyse(Document(text))


def groups(text: str) -> dict[str, VerbGroup]:
    analysis = read(text)
    return {text[group.start : group.end]: group for group in analysis.verb_groups}


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Mr. Smith met Dr. Jones. They talked.", ["Mr. Smith met Dr. Jones.", "They talked."]),
        ("The U.S. Senate voted. It passed.", ["The U.S. Senate voted.", "It passed."]),
        ("The U.S. has voted. The U.N. and NATO met.", ["The U.S. has voted.", "The U.N. and NATO met."]),
        ("He left at 5 p.m. The train was late.", ["He left at 5 p.m.", "The train was late."]),
        ("“We won.” She smiled.", ["“We won.”", "She smiled."]),
        ("Growth was 2.5 per cent. Prices rose.", ["Growth was 2.5 per cent.", "Prices rose."]),
        ("Fire kills five\nFive people died.", ["Fire kills five", "Five people died."]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [text[s.start : s.end] for s in read(text).sentences] == sentences


@pytest.mark.parametrize(
    ("text", "words", "lemma", "tense"),
    [
        ("The storm has killed five people.", "has killed", "kill", "present"),
        ("Officials will close the bridge.", "will close", "close", "future"),
        ("The union did not sign the deal.", "did not sign", "sign", "past"),
        ("The plant was closed in May.", "was closed", "close", "past"),
        ("Ministers plan to cut taxes.", "to cut", "cut", "none"),
        ("The bank could have been sold.", "could have been sold", "sell", "present"),
        ("Shares won’t fall.", "won’t fall", "fall", "future"),
    ],
)
def test_verb_groups(text: str, words: str, lemma: str, tense: str) -> None:
    group = groups(text)[words]
    assert (group.lemma, group.tense) == (lemma, tense)


def test_what_a_verb_group_says() -> None:
    sold = groups("The bank could have been sold.")["could have been sold"]
    assert sold.passive
    assert sold.modal == "could"
    assert groups("The union did not sign the deal.")["did not sign"].negated
    assert not groups("The union signed the deal.")["signed"].negated
    assert groups("Ministers plan to cut taxes.")["to cut"].infinitive


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("The report said so.", "report", "NOUN"),
        ("The cut was deep.", "cut", "NOUN"),
        ("They cut taxes.", "cut", "VERB"),
        ("The storm hit the coast.", "hit", "VERB"),
        ("The school was shut.", "shut", "PART"),
        ("Thousands of injured men waited.", "injured", "ADJ"),
        ("Doctors treated the injured men.", "treated", "VERB"),
        ("Leeds beat Hull.", "Hull", "PROPN"),
        ("Korea’s army left.", "’s", "POSS"),
    ],
)
def test_tags(text: str, word: str, tag: str) -> None:
    analysis = read(text)
    assert analysis.tags[analysis.words.index(word)] == tag


@given(st.text(max_size=300))
def test_any_text_is_read_and_offsets_give_it_back(text: str) -> None:
    analysis = read(text)
    assert len(analysis.lower) == len(text)
    assert [text[a:b] for a, b in zip(analysis.starts, analysis.ends, strict=True)] == analysis.words
    assert analysis.starts == sorted(analysis.starts)
    for sentence in analysis.sentences:
        assert text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end] != ""
        assert all(sentence.start <= start < sentence.end for start in analysis.starts[sentence.first : sentence.last])


@given(
    st.lists(
        st.sampled_from(
            [
                "the",
                "troops",
                "were",
                "sent",
                "to",
                "Rome",
                ".",
                "He",
                "did",
                "not",
                "say",
                "so",
                "1,500",
                "U.S.",
                "’s",
                "“",
                "”",
                "will",
            ]
        ),
        max_size=40,
    )
)
def test_verb_groups_lie_inside_one_sentence_and_do_not_overlap(words: list[str]) -> None:
    analysis = read(" ".join(words))
    last = 0
    for group in analysis.verb_groups:
        sentence = analysis.sentences[group.sentence]
        assert sentence.first <= group.first < group.last <= sentence.last
        assert group.first >= last
        last = group.last
