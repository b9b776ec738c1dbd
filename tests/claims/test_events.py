"""Dated events: which day belongs to which event, and when two are one event."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.claims.reading import claims, disagree, pairs, questions


@pytest.mark.parametrize(
    ("text", "event", "day"),
    [
        ("The Halden bridge was opened in 1934.", "open", "1934"),
        ("The closure of the Larkfield plant on 9 January surprised the town.", "close", "9 January"),
        ("Founded in 1985, Acme Foods employs 300 people.", "found", "1985"),
        ("On Monday the Larkfield plant closed.", "close", "Monday"),
        ("Monday's closure of the Larkfield plant surprised the town.", "close", "Monday"),
        ("Edith Berg, who was born in 1940, won the prize.", "bear", "1940"),
        ("Edith Berg stepped down in May.", "resign", "May"),
        ("A quake struck Valdor on Tuesday.", "happening:earthquake", "Tuesday"),
        ("The Halden bridge will be opened on 1 March.", "open", "1 March"),  # a preview, left as it was
        ("The Halden bridge will be opened on 1 February 2024.", "open", "1 February 2024"),
    ],
)
def test_the_day_of_an_event(text: str, event: str, day: str) -> None:
    assert [(claim.predicate, claim.text) for claim in claims(text, "date")] == [(event, day)]


@pytest.mark.parametrize(
    "text",
    [
        "Edith Berg said on Monday that the plant was closed.",  # a day of saying
        "The Larkfield plant has been closed since 1997.",
        "The Larkfield plant will stay open until 2009.",
        "The Larkfield plant was not closed on Monday.",
        "The Larkfield plant might close in May.",
        "The festival opens every May.",
        "The Halden bridge will be opened on 1 February.",  # of next year, when it is told in March
        "The Halden bridge will be opened on New Year's Day.",
    ],
)
def test_no_day_of_an_event(text: str) -> None:
    assert claims(text, "date") == []


ONE_EVENT = """
The Larkfield plant in Derby closed on 3 January. The closure of the Larkfield plant on 9 January surprised the town.
Edith Berg was arrested in Derby on Monday. After her arrest on Tuesday Ms Berg asked for a lawyer.
Acme Foods was founded in 1985 by two sisters. When it was founded in 1988, Acme Foods had one oven.
The treaty was signed in Vienna on 5 May 1994. The treaty was signed in Vienna on 7 May 1994, the archive says.
Edith Berg, who was elected in 1997, is a lawyer. Ms Berg - who was elected in 1996 in Derby - has two sons.
Hurricane Dora hit Belport on Sunday. Hurricane Dora struck Belport on Friday.
The trial of Carla Voss opened on 3 January. The trial of Carla Voss began on 5 January.
Peter Grant joined Derby Rovers in 1999. Since joining Derby Rovers in 2001 Grant has scored 40 goals.
"""


@pytest.mark.parametrize("text", ONE_EVENT.strip().split("\n"))
def test_one_event_on_two_dates(text: str) -> None:
    assert len(questions(text, aspects=("date",))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The treaty was signed in Vienna on 5 May 1994. The treaty was signed in Vienna in May 1994, the archive says.",
        "The Halden bridge opened in 1931. The Halden tunnel opened in 1913.",
        "A man was arrested on Monday. A man was arrested on Tuesday.",
        "Acme Foods opened a plant in Leeds in 1998. Acme Foods opened a plant in Derby in 1999.",
        "Edith Berg became a minister in 1997. Ms Berg became president in 1999.",
        "Mr Berg resigned as chairman in 1990. Berg resigned as director in 1999.",
        "The Larkfield plant will close in May. The Larkfield plant closed in March.",
        "The volcano Arapi erupted in 1902. The volcano Arapi erupted again in 1980.",
        "Edith Berg was born in 1956. Her son Paul Berg was born in 1985.",
        "Derby Rovers signed Peter Grant in July. Derby Rovers signed Tom Blake in August.",
        "Larkfield opened in 1990. Larkfield opened in 1995. Larkfield opened in 1999.",
    ],
)
def test_two_events(text: str) -> None:
    assert questions(text, aspects=("date",)) == []


WORDS = re.findall(r"\S+", "The plant closed on Monday in 1985 , . Acme who was its arrest of it since May and")

TWO_ARTICLES = """
People died when an earthquake hit Norland on Wednesday. | They searched after Tuesday's earthquake in Norland.
The 2009 earthquake in Larkfield killed 300 people. | An earthquake in Larkfield in 2008 killed more than 300.
A bomb exploded outside the Valdor barracks on Friday. | The Valdor barracks bombing on Thursday killed three.
A train crashed near Valdor on Monday morning. | The crash near Valdor on Saturday was the worst in ten years.
Carla Voss, 34, died on Saturday in a Derby hospital. | Carla Voss died in Derby on Friday, her family said.
The ferry Larkfield Star sank on 16 April. | The Larkfield Star capsized on 15 April off Valdor.
Norland declared independence in 1991. | Norland, which declared independence in 1992, is poor.
Norland Studios opened "Larkfield Days" on 5 July 2004. | The studio opened "Larkfield Days" on 9 July 2004.
"""


@pytest.mark.parametrize("texts", TWO_ARTICLES.strip().split("\n"))
def test_one_event_on_two_dates_in_two_articles(texts: str) -> None:
    one, other = texts.split(" | ")
    assert len(questions(one, other, aspects=("date",))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("An earthquake struck Norland on Wednesday.", "An earthquake in Norland in 1999 killed 300."),
        ("A train crashed near Valdor on Monday.", "A train crashed near Larkfield on Sunday."),
        ("The summit opened on Monday in Valdor.", "The summit ended on Wednesday in Valdor."),
        ("Carla Voss was arrested on Monday.", "Carla Voss was arrested in 2003 for theft."),
        ("Monday's attack in Valdor killed two.", "Tuesday's attack in Larkfield killed four."),
    ],
)
def test_events_that_two_articles_keep_apart(one: str, other: str) -> None:
    assert questions(one, other, aspects=("date",)) == []


ARTICLES = [
    "The Larkfield plant in Derby closed on 3 January. Edith Berg was arrested on Monday.",
    "The closure of the Larkfield plant on 9 January surprised the town.",
    "After her arrest on Tuesday Ms Berg asked for a lawyer. The Larkfield plant closed on 8 January.",
]


@given(st.permutations(range(len(ARTICLES))))
@settings(deadline=None, max_examples=6)
def test_the_order_of_claims_does_not_matter(order: list[int]) -> None:
    found = [claim for n, text in enumerate(ARTICLES) for claim in claims(text, "date", n)]
    mixed = [claim for n in order for claim in found if claim.document == n]

    def said(rows: list) -> set:  # type: ignore[type-arg]
        return {((p.a.document, p.a.id), (p.b.document, p.b.id), round(p.confidence, 3)) for p in pairs(rows)}

    assert said(found)
    assert said(found) == said(mixed)


@pytest.mark.parametrize("text", ARTICLES)
def test_a_text_beside_itself_agrees(text: str) -> None:
    twice = [claim for n in (0, 1) for claim in claims(text, "date", n)]
    assert not [pairing for pairing in pairs(twice) if disagree(pairing)]


@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=20,
    )
)
@settings(deadline=None, max_examples=100)
def test_any_words_can_be_read(words: list[str]) -> None:
    pairs(claims(" ".join(words), "date"))
