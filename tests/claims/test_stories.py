"""Which articles tell one story, and why."""

from __future__ import annotations

import datetime as dt

from checker import Document, check

QUAKE = (
    "Quake kills nine in Valdor\nA strong earthquake killed nine people in Valdor on Tuesday, Governor Ana Ruiz said. "
    "Rescue teams from Lisbon and Madrid searched the ruins of the Santa Clara hospital."
)
QUAKE_LATER = (
    "Valdor quake toll rises\nThe earthquake in Valdor killed 31 people, Governor Ana Ruiz said on Thursday. "
    "Teams from Madrid and Lisbon found nobody alive in the Santa Clara hospital."
)
TAKEOVER = (
    "Norbank bids for Halden Foods\nNorbank has offered 4.2bn euros for Halden Foods, its chairman Ole Berg said. "
    "The union of food workers in Oslo opposes the bid."
)


def documents(*rows: tuple[str, dt.date]) -> list[Document]:
    return [Document.from_text(text, published=day) for text, day in rows]


def test_articles_of_one_event_are_one_story_and_others_are_not() -> None:
    day = dt.date(2024, 3, 6)
    report = check(documents((QUAKE, day), (QUAKE_LATER, day + dt.timedelta(days=2)), (TAKEOVER, day)))
    stories = [one.story for one in report.documents]
    assert stories[0] == stories[1] != stories[2]
    assert "Ana Ruiz" in report.documents[0].story_by
    assert "3 days" in report.documents[0].story_by


def test_the_same_words_a_year_later_are_another_story() -> None:
    report = check(documents((QUAKE, dt.date(2023, 3, 6)), (QUAKE_LATER, dt.date(2024, 3, 8))))
    assert len({one.story for one in report.documents}) == 2


def test_a_rising_toll_across_articles_is_an_update() -> None:
    day = dt.date(2024, 3, 6)
    report = check(documents((QUAKE, day), (QUAKE_LATER, day + dt.timedelta(days=2))))
    across = [one for one in report.findings if len({claim.document for claim in one.claims}) > 1]
    assert [one.finding_class for one in across] == ["update"]
    assert across[0].severity == "note"


def test_two_tellings_on_two_days_need_less_likeness_than_two_in_a_month() -> None:
    first = (
        "Ferry runs aground off Halden\nA ferry with 131 passengers ran aground off Halden in fog, coastguards said. "
        "Captain Ole Berg of the Northern Line had radioed for help from the Storvik lighthouse."
    )
    other = (
        "'We sang to keep the children calm'\nIt took four hours before lifeboats came to Halden. Ole Berg walked the "
        "deck with a torch, said Ana Ruiz, a teacher from Storvik. The Northern Line has offered a refund. "
        "Soup, blankets and dry socks waited in the parish hall, where volunteers lit the stove and children drew "
        "ships. A retired baker brought forty loaves. Insurers, lawyers and engineers are expected next week."
    )
    day = dt.date(2024, 3, 6)
    assert len({one.story for one in check(documents((first, day), (other, day))).documents}) == 1
    later = day + dt.timedelta(days=20)
    assert len({one.story for one in check(documents((first, day), (other, later))).documents}) == 2
