"""Names spelt two ways, two ages, two posts: what is one person, and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import checker
from checker.claims.sameness.spelling import distance, near_given, near_surname, spelt_twice
from tests.claims.reading import claims, disagree, pairs, questions

PEOPLE = ("name", "age", "role")


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Kim Chol Su", "Kim Chol-su", "joining"),
        ("Omar al-Hariri", "Omar Al Hariri", "joining"),
        ("Søren Kjær", "Soren Kjaer", "joining"),
        ("Arkadiy Belskiy", "Arkady Belsky", "transliteration"),
        ("Sergei Petrov", "Sergey Petrov", "transliteration"),
        ("Ana Ruiz", "Ana Ruis", "surname"),
        ("Paul Whitfield", "Paul Whitfeld", "surname"),
        ("Jon Marsh", "John Marsh", "given name"),
        ("Stephen Marsh", "Steven Marsh", "given name"),
        ("Catherine Hill", "Katherine Hill", "given name"),
        ("Alistair Bell", "Alastair Bell", "given name"),
    ],
)
def test_one_name_in_two_spellings(one: str, other: str, how: str) -> None:
    assert spelt_twice(one, other) == how
    assert spelt_twice(other, one) == how


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("John Marsh", "Joan Marsh"),
        ("Mario Conti", "Maria Conti"),
        ("Robert Hill", "Roberta Hill"),
        ("Paul Murray", "Andy Murray"),
        ("Paul Murray", "Paul Murphy"),
        ("William Brown", "Bill Brown"),
        ("George W. Hill", "George Hill"),
        ("Mary Ann Hill", "Mary Hill"),
        ("ANA RUIZ", "Ana Ruiz"),
        ("Ana O’Neill", "Ana O'Neill"),
        ("Ana Ruiz", "Ana Ruiz"),
        ("Tom Clark", "Tom Clarks"),
        ("Ed Lee", "Ed Lea"),
    ],
)
def test_two_names_or_one_spelling(one: str, other: str) -> None:
    assert spelt_twice(one, other) == ""
    assert spelt_twice(other, one) == ""


@pytest.mark.parametrize(
    ("text", "prints"),
    [
        ("Governor Ana Ruiz opened the bridge on Friday. Ms Ruis thanked the workers.", ("Ana Ruiz", "Ruis")),
        ("The coach Stephen Marsh praised them. Steven Marsh said they would win.", ("Stephen Marsh", "Steven Marsh")),
        (
            "Elizabeth Fraser wrote the book. Elisabeth Fraser will sign copies of it.",
            ("Elizabeth Fraser", "Elisabeth Fraser"),
        ),
    ],
)
def test_a_name_spelt_two_ways_in_one_article(text: str, prints: tuple[str, str]) -> None:
    assert questions(text, aspects=PEOPLE) == [prints]


@pytest.mark.parametrize(
    "text",
    [
        "Governor Ana Ruiz opened the bridge on Friday. Ruiz thanked the workers.",
        "Steve Davis met Steve Davies in the final. Steve Davis won by two frames.",
        "Judge Maria Conti adjourned the case. Her husband Mario Conti left the court.",
        "Prime Minister Ana Ruiz met Tom Reyes. Mr Reyes and Ms Ruiz signed the treaty.",
    ],
)
def test_two_people_are_not_one(text: str) -> None:
    assert questions(text, aspects=PEOPLE) == []


def test_a_name_across_articles() -> None:
    one = "President Volodymyr Koval spoke in Kyiv on Monday."
    other = "President Volodymir Koval left on Tuesday."
    assert questions(one, other, aspects=("name",)) == [("Volodymyr Koval", "Volodymir Koval")]


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Henrik Dahl, 37, won the regatta. Mr Dahl, 41, wept.", ("37", "41")),
        ("Henrik Dahl, aged 37, won the regatta. Mr Dahl, now 41, wept.", ("37", "41")),
        ("Henrik Dahl, a 37-year-old sculptor, won the regatta. Mr Dahl, who is 41, wept.", ("37", "41")),
        ("The 37-year-old sculptor Henrik Dahl won the regatta. Mr Dahl, 41, wept.", ("37", "41")),
        ("The novelist Edith Berg has died aged 78. Ms Berg, 81, had been ill for years.", ("78", "81")),
        ("Henrik Dahl, 37, has run ten races. The 39-year-old will run again in May.", ("37", "39")),
    ],
)
def test_two_ages_of_one_person(text: str, ages: tuple[str, str]) -> None:
    assert questions(text, aspects=("age",)) == [ages]


@pytest.mark.parametrize(
    "text",
    [
        "Henrik Dahl, 37, won the regatta. His brother Paul Dahl, 41, wept.",
        "Henrik Dahl was 19 when he bought a boat. Mr Dahl, now 44, owns nine of them.",
        "Henrik Dahl learned to sail at the age of 8. At 32, Mr Dahl is sailing round the world.",
        "Henrik Dahl was 20 at the time of the shipwreck. Mr Dahl, who is 50, has written a book.",
        "Tiger Reed, 66, 71, 70, leads by two. Tiger Reed, 29, smiled.",
        "Henrik Dahl, 37, praised the 19-year-old. Mr Dahl said the 19-year-old was the future.",
        "Henrik Dahl, one of three brothers, won the regatta. Mr Dahl, 41, wept.",
    ],
)
def test_ages_of_two_times_or_two_people(text: str) -> None:
    assert questions(text, aspects=("age",)) == []


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "John Hale, the legal director of Delta Foods, left. Mr Hale, Delta Foods' marketing director, too.",
            ("legal director", "marketing director"),
        ),
        (
            "Delta Foods chairman John Hale said so. Mr Hale, chief executive of Delta Foods, agreed.",
            ("chairman", "chief executive"),
        ),
        (
            "Foreign Minister Carl Lindgren left for Paris. Carl Lindgren, the finance minister, spoke there.",
            ("Foreign Minister", "finance minister"),
        ),
        (
            "John Hale, head of communications at Delta Foods, said so. Mr Hale, Delta Foods' treasurer, agreed.",
            ("head of communications", "treasurer"),
        ),
    ],
)
def test_two_posts_that_exclude_each_other(text: str, roles: tuple[str, str]) -> None:
    assert questions(text, aspects=("role",)) == [roles]


@pytest.mark.parametrize(
    "text",
    [
        "John Hale, chairman and chief executive of Delta Foods, said so. Delta Foods chairman John Hale agreed.",
        "John Hale, chairman of Delta Foods, said so. Mr Hale, finance director of Sigma Bank, agreed.",
        "John Hale, the former chairman of Delta Foods, said so. Mr Hale, Delta Foods' finance director, agreed.",
        "John Hale, a director of Delta Foods, said so. Mr Hale, Delta Foods' finance director, agreed.",
        "John Hale was named chief executive of Delta Foods. Mr Hale, the finance director of Delta Foods, smiled.",
        "Delta Foods' chief financial officer John Hale said so. Mr Hale, finance director of Delta Foods, agreed.",
        "Trade Secretary Carl Lindgren left. Trade and Industry Secretary Carl Lindgren spoke there.",
        "President Carl Lindgren spoke. Mr Lindgren, commander of the guard, left.",
    ],
)
def test_posts_that_one_person_may_hold(text: str) -> None:
    assert questions(text, aspects=("role",)) == []


NAMES = st.from_regex(r"[A-Z][a-z]{2,9}( [A-Z][a-z]{1,8}){1,2}", fullmatch=True)
WORDS = st.text("abcdefghijklmnopqrstuvwxyzäéøñ'-", max_size=12)


@given(NAMES, NAMES)
@settings(deadline=None, max_examples=200)
def test_spelling_is_symmetric_and_never_raises(one: str, other: str) -> None:
    assert spelt_twice(one, other) == spelt_twice(other, one)
    assert spelt_twice(one, one) == ""


@given(WORDS, WORDS)
@settings(deadline=None, max_examples=200)
def test_near_is_symmetric(one: str, other: str) -> None:
    assert near_surname(one, other) == near_surname(other, one)
    assert near_given(one, other) == near_given(other, one)
    assert distance(one, other) == distance(other, one)
    assert distance(one, one) == 0


ARTICLES = [
    "Governor Ana Ruiz, 44, opened the bridge. Ms Ruis, 47, thanked Stephen Marsh, the bank's treasurer.",
    "Steven Marsh, chairman of the bank, met Ana Ruiz, 44. Mr Marsh, 61, said little.",
    "Marsh, the bank's finance director, is 61. Ana Ruis was not there.",
]


@given(st.permutations(range(len(ARTICLES))))
@settings(deadline=None, max_examples=6)
def test_the_order_of_claims_does_not_matter(order: list[int]) -> None:
    found = [claim for n, text in enumerate(ARTICLES) for aspect in PEOPLE for claim in claims(text, aspect, n)]
    mixed = [claim for n in order for claim in found if claim.document == n][::-1]

    def said(rows: list) -> set:  # type: ignore[type-arg]
        return {
            (frozenset(((p.a.document, p.a.id), (p.b.document, p.b.id))), round(p.confidence, 3)) for p in pairs(rows)
        }

    assert said(found) == said(mixed)


@pytest.mark.parametrize(
    "text", ["Governor Ana Ruiz, 44, opened the bridge. Ms Ruiz, chairman of the bank, left.", ARTICLES[1]]
)
def test_a_text_beside_itself_agrees(text: str) -> None:
    twice = [claim for n in (0, 1) for aspect in PEOPLE for claim in claims(text, aspect, n)]
    alone = [claim for claim in twice if claim.document == 0]
    across = [p for p in pairs(twice) if p.a.document != p.b.document and disagree(p)]
    within = [p for p in pairs(alone) if disagree(p)]
    assert not across or within


@given(st.text(max_size=300))
@settings(deadline=None, max_examples=60)
def test_any_text_can_be_read(text: str) -> None:
    pairs([claim for aspect in PEOPLE for claim in claims(text, aspect)])


@pytest.mark.parametrize(
    ("text", "prints"),
    [
        ("Petr Dansk leads the union. Danzk said the strike would go on.", ("Petr Dansk", "Danzk")),
        ("Piotr Wolczak struck twice. Later Wolcazk limped off.", ("Piotr Wolczak", "Wolcazk")),
        ('Nora Hartwell chairs the inquiry. "We will finish in May," said Hartwel.', ("Nora Hartwell", "Hartwel")),
        ("Erik Lundmark drew the map. A sketch by Lundmrak was sold.", ("Erik Lundmark", "Lundmrak")),
        ("Karin Vogt won the race in Halden. Karin Vogdt will ride again in May.", ("Karin Vogt", "Karin Vogdt")),
    ],
)
def test_a_bare_surname_one_slip_from_the_only_bearer(text: str, prints: tuple[str, str]) -> None:
    assert questions(text, aspects=PEOPLE) == [prints]


@pytest.mark.parametrize(
    "text",
    [
        "Petr Dansk leads the union. The Dansks live by the lake. Dansk's wife is ill.",
        "Petr Dansk leads the union. He lives in Danzk. Danzk said no to the road.",
        "Petr Dansk leads the union. Danzk Steel said it would close.",
        "Petr Dansk met Olga Danzk. Danzk said the strike would go on.",
        "Petr Dansk leads the union. Dansk and Danzk said the strike would go on.",
        "Marat Orlov won in straight sets. Orlova lost.",
        "Rosa Marsh spoke for an hour. March was cold.",
        "Tim Barker wrote the report. Bakers said flour was dear.",
    ],
)
def test_a_word_near_a_surname_that_is_no_slip(text: str) -> None:
    assert questions(text, aspects=PEOPLE) == []


def test_one_letter_in_a_short_surname_is_another_person_in_another_article() -> None:
    assert spelt_twice("Karin Vogt", "Karin Vogdt") == "slip"
    assert spelt_twice("Karin Vogt", "Karin Voss") == ""
    assert questions("Karin Vogt won the race.", "Karin Vogdt sold her farm.", aspects=PEOPLE) == []


def test_a_surname_between_two_lists_is_its_only_bearer() -> None:
    found = claims("Rosa Lind, 27, won. Tom Hale lost to Ana Ruiz. Lind, 29, wept.", "age")
    assert {claim.subject for claim in found} == {"person:rosa-lind"}


def test_a_post_behind_an_owner() -> None:
    text = "Interior Minister Anna Berg said taxes would fall. Anna Berg is Norland's finance minister."
    assert questions(text, aspects=PEOPLE) == [("Interior Minister", "finance minister")]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Rosa Lind, 27, won. Lind, 29, wept.", "Rosa Lind"),
        ("Health Minister Rosa Lind won. Justice Minister Rosa Lind wept.", "Rosa Lind"),
    ],
)
def test_the_question_names_the_person(text: str, asked: str) -> None:
    report = checker.check([checker.Document.from_text(text)])
    assert [finding.message.startswith(asked) for finding in report.findings] == [True]


@pytest.mark.parametrize(
    ("text", "prints"),
    [
        ("Mayor Ida Lindqvist left early. Lundberg told reporters she was ill.", ("Ida Lindqvist", "Lundberg")),
        ("Mayor Ida Renshaw left early. Rensham told reporters she was ill.", ("Ida Renshaw", "Rensham")),
        ("Ida Renshaw left on Friday. Ms Corvin thanked the crew.", ("Ida Renshaw", "Corvin")),
        ('Ida Renshaw wrote to the crew. "Good luck," Ms Corvin wrote.', ("Ida Renshaw", "Corvin")),
    ],
)
def test_a_surname_that_nobody_introduced(text: str, prints: tuple[str, str]) -> None:
    assert questions(text, aspects=PEOPLE) == [prints]


@pytest.mark.parametrize(
    "text",
    [
        "Ida Renshaw left on Friday. Her deputy, Ms Corvin, thanked the crew.",
        "Ida Renshaw left on Friday. Ms Renshaw thanked the crew.",
        "Ida Renshaw left on Friday with Jo Lenz. Ms Corvin thanked the crew.",
    ],
)
def test_a_surname_that_may_be_of_another(text: str) -> None:
    assert questions(text, aspects=PEOPLE) == []
