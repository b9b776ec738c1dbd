"""What must hold of any check, whatever the articles."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

import checker
from checker import Document, Finding, Options

DAY = dt.date(2024, 3, 6)
# Three stories of two articles each; every second one disagrees with the first.
STORIES = [
    [
        "Quake kills nine in Valdor\nA strong earthquake killed nine people in Valdor on Tuesday, Governor Ana Ruiz "
        "said. Rescue teams from Lisbon and Madrid searched the ruins of the Santa Clara hospital.",
        "Valdor quake\nThe earthquake in Valdor killed 31 people, the interior ministry said. Governor Ana Ruis "
        "thanked the teams from Madrid and Lisbon at the Santa Clara hospital.",
    ],
    [
        "Norbank bids for Halden Foods\nNorbank has offered 4.2bn euros for Halden Foods, its chairman Ole Berg said. "
        "The bid of 4.2bn euros values Halden Foods too low, the union in Oslo said.",
        "Halden Foods rejects Norbank\nHalden Foods said Norbank had offered 3.6bn euros for Halden Foods. Ole Berg of "
        "Norbank denied that he had offered 3.6bn euros. The union in Oslo was pleased.",
    ],
    [
        "Rovers beat Albion\nRovers beat Albion 3-1 in Porto on Saturday before 31,000 spectators, coach Ivo "
        "Marek said. Keeper Dino Juric saved a penalty at the Estrela stadium.",
        "Albion lose in Porto\nAlbion lost to Rovers in Porto before 24,500 spectators at the Estrela stadium. Keeper "
        "Dino Juric did not save a penalty, coach Ivo Marek said.",
    ],
]
ARTICLES = [text for story in STORIES for text in story]
indices = st.lists(st.integers(0, len(ARTICLES) - 1), min_size=1, max_size=4, unique=True)


def documents(numbers: Sequence[int]) -> list[Document]:
    return [Document.from_text(ARTICLES[n], published=DAY, path=f"{n}.txt") for n in numbers]


def facts(findings: Sequence[Finding]) -> set[tuple[object, ...]]:
    """Findings without the positions that depend on the order of the call."""
    return {
        (
            one.rule,
            one.finding_class,
            one.severity,
            one.fingerprint,
            tuple((claim.path, claim.start, claim.side) for claim in one.claims),
        )
        for one in findings
    }


def across(findings: Sequence[Finding]) -> list[Finding]:
    return [one for one in findings if len({claim.document for claim in one.claims}) > 1]


@settings(deadline=None, max_examples=25)
@given(indices, st.randoms(use_true_random=False))
def test_the_order_of_the_articles_changes_no_finding(numbers: list[int], random: object) -> None:
    shuffled = list(numbers)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert facts(checker.check(documents(numbers)).findings) == facts(checker.check(documents(shuffled)).findings)


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 2), st.integers(0, 2))
def test_an_article_of_another_story_changes_nothing(story: int, other: int) -> None:
    if story == other:
        return
    alone = checker.check(documents([2 * story, 2 * story + 1]))
    joined = checker.check(documents([2 * story, 2 * story + 1, 2 * other]))
    kept = [one for one in joined.findings if any(claim.document < 2 for claim in one.claims)]
    assert facts(alone.findings) == facts(kept)


@settings(deadline=None, max_examples=len(ARTICLES))
@given(st.sampled_from(ARTICLES))
def test_a_text_beside_itself_disagrees_with_nothing_more(text: str) -> None:
    alone = checker.check([Document.from_text(text, published=DAY)])
    both = checker.check([Document.from_text(text, published=DAY)] * 2, options=Options(one_story=True))
    assert {one.rule for one in both.findings} == {one.rule for one in alone.findings}
    assert not [one for one in across(both.findings) if one.rule not in {two.rule for two in alone.findings}]


@settings(deadline=None, max_examples=25)
@given(indices)
def test_the_same_text_gives_the_same_findings(numbers: list[int]) -> None:
    assert checker.check(documents(numbers)) == checker.check(documents(numbers))


@settings(deadline=None, max_examples=25)
@given(indices)
def test_every_place_gives_back_its_text(numbers: list[int]) -> None:
    read = documents(numbers)
    for one in checker.check(read).findings:
        for claim in one.claims:
            text = read[claim.document].text
            assert text[claim.start : claim.end] == claim.text
            sentence = claim.sentence
            assert text[int(sentence["start"]) : int(sentence["end"])] == sentence["text"]


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=200))
def test_any_text_is_checked(text: str) -> None:
    report = checker.check([Document.from_text(text)])
    assert not report.errors


@settings(deadline=None, max_examples=30)
@given(
    st.lists(
        st.sampled_from(
            [
                "the",
                "5",
                ".",
                "said",
                "people",
                ",",
                "killed",
                "1,500",
                "%",
                "on",
                "Tuesday",
                "“",
                "”",
                "2024",
                "$",
                "in",
                "Rome",
                "not",
                "\n",
            ]
        ),
        max_size=40,
    )
)
def test_any_pile_of_words_is_checked(words: list[str]) -> None:
    assert not checker.check([Document.from_text(" ".join(words))]).errors
