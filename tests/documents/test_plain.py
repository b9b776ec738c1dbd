"""What part each line of a plain text plays, and where its offsets are."""

from __future__ import annotations

import datetime as dt

import pytest

from checker.documents import from_text, locate, published_iso
from checker.records import Document


def page(document: Document) -> list[tuple[str, int, str]]:
    return [(s.kind, s.paragraph, document.text[s.start : s.end]) for s in document.scopes]


AGENCY = """Flood closes coastal railway
Hundreds of passengers were stranded on Monday after the river Tarn burst its banks, the rail operator said.
Most Read from Newswire
How a village learned to live with water
Ten bridges that changed Europe
The operator said 14 trains were cancelled.
Reporting by Ana Sole; Editing by Tom Byrne
Most Read from Newswire Business
©2023 Newswire L.P."""


def test_agency_furniture_is_no_paragraph() -> None:
    kinds = [(kind, paragraph) for kind, paragraph, _ in page(from_text(AGENCY))]
    assert kinds == [
        ("headline", 0), ("body", 1), ("furniture", 0), ("furniture", 0), ("furniture", 0), ("body", 2),
        ("furniture", 0), ("furniture", 0), ("furniture", 0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "By Maria Lopez",
        "By Maria Lopez and Tom Byrne in Madrid",
        "BY MARIA LOPEZ",
        "Read more: Ten bridges that changed Europe",
        "READ MORE",
        "(Reporting by Ana Sole in Lisbon; Editing by Tom Byrne)",
        "Additional reporting by Ana Sole",
        "Copyright 2023 Newswire. All rights reserved.",
        "© 2023 Newswire",
        "Published: 3 May 2023 at 10:15",
        "Updated on Wednesday 3 May 2023",
        "3 min read",
        "2 hours ago",
        "Advertisement",
        "Related stories",
        "Sign up for our newsletter",
        "Ana Sole contributed to this report.",
        "This article was originally published by Newswire.",
        "***",
        "ENDS",
    ],
)
def test_furniture(line: str) -> None:
    text = f"Flood closes railway\nThe river Tarn burst its banks.\n{line}\nFourteen trains were cancelled on Monday."
    assert [kind for kind, _, _ in page(from_text(text))] == ["headline", "body", "furniture", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "By Friday, 14 trains had been cancelled.",
        "Most readers of the Tarn Gazette live in Albi.",
        "Read more widely, the verdict says nothing about costs.",
        "By 2020 Apple had sold a billion phones.",
        "Published figures for 2020 show a fall of 3 %.",
        "Related offences rose by 12 %.",
        "Corrections officers said three inmates were hurt.",
        "Updated figures are due on Monday.",
        "Above all, the minister wants calm.",
        "Pictures of the flood went round the world on Monday.",
        "Save the Children said 40 schools were closed.",
        "Copyright law is to be reformed by 2026.",
        "Share prices fell by 3 %.",
        "Top stories in the tower are to be closed to the public.",
        "Follow the money, the judge told the court.",
        "Comments made by the minister were widely shared.",
    ],
)
def test_what_only_looks_like_furniture_is_body(line: str) -> None:
    text = f"Flood closes railway\nThe river Tarn burst its banks.\n{line}\nFourteen trains were cancelled on Monday."
    assert [kind for kind, _, _ in page(from_text(text))] == ["headline", "body", "body", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "Correction: An earlier figure for the dead was wrong.",
        "An earlier version of this article said 14 people had died.",
        "CORRECTED: The number of dead is nine.",
        "This story has been corrected to give the right number of dead.",
        "(Corrects number of dead in paragraph 2)",
        "Editor's note: the figures were updated on Tuesday.",
        "Clarification: The match was played in Turin.",
    ],
)
def test_corrections(line: str) -> None:
    text = f"Flood closes railway\nThe river Tarn burst its banks.\n{line}"
    assert [kind for kind, _, _ in page(from_text(text))] == ["headline", "body", "correction"]


def test_a_heading_of_a_correction_reaches_over_the_paragraph_below() -> None:
    text = "Flood closes railway\nThe river burst its banks.\nCorrection\nThe number of dead was wrong. It is nine."
    assert [kind for kind, _, _ in page(from_text(text))] == ["headline", "body", "correction", "correction"]


@pytest.mark.parametrize(
    "line",
    [
        "Photo: A train stands in the water near Albi",
        "FILE PHOTO: A train stands in the water near Albi, May 2, 2023. REUTERS/Ana Sole",
        "A train stands in the water near Albi. (AP Photo/Ana Sole)",
        "A train stands in the water near Albi (Getty Images)",
        "Picture credit: Ana Sole",
    ],
)
def test_captions(line: str) -> None:
    text = f"Flood closes railway\nThe river Tarn burst its banks.\n{line}\nFourteen trains were cancelled on Monday."
    assert [kind for kind, _, _ in page(from_text(text))] == ["headline", "body", "caption", "body"]


def test_a_name_of_the_publication_at_the_end_is_furniture() -> None:
    assert page(from_text("Flood closes railway\nThe river burst its banks.\nTHE HERALD"))[-1][0] == "furniture"


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Twelve killed in quake\nAt least 12 people were killed on Tuesday, the governor said.", True),
        ("Was it an earthquake?\nAt least 12 people were killed on Tuesday, the governor said.", True),
        ("“We are ready”\nThe minister of defence said on Tuesday that the army was ready.", True),
        ("Troops arrive in U.K.\nThe first soldiers landed on Tuesday, the ministry of defence said.", True),
        ("Twelve people were killed.\nThe governor said on Tuesday that the number could rise.", False),
        ("VALDOR, May 2 — Twelve people died.\nThe governor said on Tuesday that it could rise.", False),
    ],
)
def test_headline_of_plain_text(text: str, headline: bool) -> None:
    assert (page(from_text(text))[0][0] == "headline") is headline


def test_a_deck_below_the_headline_is_a_standfirst() -> None:
    text = (
        "Twelve killed in quake\nGovernor says number could rise\nAt least 12 people were killed on Tuesday, he said."
    )
    assert [kind for kind, _, _ in page(from_text(text))] == ["headline", "standfirst", "body"]


@pytest.mark.parametrize("text", ["Quake kills 12", "By John Smith", "© 2023 Newswire", "3 min read", "Photo: 12 men"])
def test_the_only_line_is_the_article(text: str) -> None:
    assert page(from_text(text)) == [("body", 1, text)]


def test_lines_wrapped_at_a_width_are_one_paragraph() -> None:
    text = (
        "Quake kills twelve\n\n"
        "At least 12 people were killed when an earthquake struck the town\n"
        "of Valdor on Tuesday, the governor of the region told reporters in\n"
        "the capital.\n\n"
        "The interior ministry put the number of dead at nine and said that\n"
        "rescue teams had been sent to the villages in the north of the\n"
        "region.\n"
    )
    document = from_text(text)
    assert [(kind, paragraph) for kind, paragraph, _ in page(document)] == [("headline", 0), ("body", 1), ("body", 2)]
    assert locate(document, text.index("capital")) == (5, 5, 1, "body")


def test_a_list_of_short_lines_is_a_paragraph_a_line() -> None:
    text = "Cup draw\nThe draw was made in Leeds.\nAlton v Marsh\nBury v Hale\nCorby v Ely\nDover v Hythe\nEpsom v Diss"
    assert len(from_text(text).scopes) == 7


def test_windows_newlines() -> None:
    text = "Quake kills 12\r\n\r\nTwelve people died.\r\nThe governor spoke on Tuesday.\r\n"
    document = from_text(text)
    assert [text[s.start : s.end] for s in document.scopes] == [
        "Quake kills 12", "Twelve people died.", "The governor spoke on Tuesday."
    ]  # fmt: skip
    assert locate(document, text.index("governor")) == (4, 5, 2, "body")


@pytest.mark.parametrize(
    ("published", "iso"),
    [
        (None, None),
        (dt.date(2024, 3, 6), "2024-03-06"),
        (dt.datetime(2024, 3, 6, 22, 10), "2024-03-06"),
        (dt.datetime(2024, 3, 6, 22, 10, tzinfo=dt.UTC), "2024-03-06"),
        ("2024-03-06", "2024-03-06"),
        ("2024-03-06T22:10:00Z", "2024-03-06"),
        ("2024-03", "2024-03"),
        ("2024", "2024"),
    ],
)
def test_publication_date_given(published: object, iso: str | None) -> None:
    assert published_iso(from_text("Quake kills 12", published)) == iso


@pytest.mark.parametrize("nonsense", ["yesterday", "2024-13-01", "2024-02-30", "", "31/12/2024", 3.5])
def test_nonsense_publication_dates(nonsense: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_text("Quake kills 12", nonsense)


BODY = "Twelve people died when the river burst its banks, the governor said."


@pytest.mark.parametrize(
    ("text", "iso", "by"),
    [
        (f"Flood\nPublished: 3 May 2023 at 10:15\n{BODY}", "2023-05-03", "dateline"),
        (f"Flood\n{BODY}\nUpdated May 3, 2023 4:12 p.m. ET", "2023-05-03", "dateline"),
        (f"Flood\nMay 3, 2023\n{BODY}", "2023-05-03", "dateline"),
        (f"Flood\nALBI, 3 May 2023 (Newswire)\n{BODY}", "2023-05-03", "dateline"),
        (f"Flood\nAlbi, Wednesday 3 May 2023 – The Tarn Courier\n{BODY}", "2023-05-03", "dateline"),
        (f"Flood\nPORT ARDEN, Texas, May 3, 2023 (Newswire)\n{BODY}", "2023-05-03", "dateline"),
        (f"Flood\nWednesday, 3 May 2023\n{BODY}", "2023-05-03", "dateline"),
        (f"Flood\nALBI, France, May 3, 2023 (Newswire) - {BODY}\n{BODY}", "2023-05-03", "dateline"),
        (f"Flood\nALBI, May 3 (Newswire) - {BODY}\n© 2023 Newswire", "2023-05-03", "dateline"),
        (f"Flood\nALBI, May 3 (Newswire) - {BODY}\n{BODY}", None, ""),
        (f"Flood\nAlbi (Newswire), 3 May 2023 — {BODY}\n{BODY}", None, ""),
        (f"Flood\nAlbi, 3 May 2023 (Newswire) — {BODY}\n{BODY}", "2023-05-03", "dateline"),
        (f"Flood\nMay 3, 2011 — the day of the last flood — {BODY}\n{BODY}", None, ""),
        (f"Flood\nOn May 3, 2011, the Tarn - a river - {BODY}\n{BODY}", None, ""),
        (f"Flood\n{BODY}\n© 2023 Newswire", "2023", "copyright"),
        (f"Flood\nOn 3 May 2023 {BODY}\n{BODY}", None, ""),
        (f"Flood\n{BODY} It had last done so on May 3, 2011.\n{BODY}", None, ""),
    ],
)
def test_publication_date_on_the_page(text: str, iso: str | None, by: str) -> None:
    document = from_text(text)
    assert (published_iso(document), document.published_by) == (iso, by)


@pytest.mark.parametrize(
    ("published", "clock"),
    [
        (dt.date(2024, 3, 6), None),
        (dt.datetime(2024, 3, 6, 22, 10, 5), 22 * 3600 + 10 * 60 + 5),
        ("2024-03-06T22:10:00Z", 22 * 3600 + 10 * 60),
        ("2024-03-06", None),
        ("2024", None),
        (None, None),
    ],
)
def test_the_time_of_day_of_publication(published: object, clock: int | None) -> None:
    assert from_text("Quake kills 12", published).published_clock == clock
