"""The desk's page, word for word."""

from __future__ import annotations

import re

import msgspec
import pytest

from checker import reports
from checker.records import DocumentSummary, Report
from checker.reports.settle import settle

from .desk import DAYS, DEAD, HEADLINE, REPORT, SUM, SUMMARY

PAGE = """\
quake.md, published 6 March 2024

THE HEADLINE

 1  12 in the headline, nine below: which holds?
    warning  QTY005 headline-off-body, confidence 0.70
    a   quake.md:1, headline: the headline, 6 March 2024
          Quake kills 12 in Valdor
                      ^^
    b   quake.md:3, par 2: the article, 6 March 2024
          The interior ministry put the number of dead at nine.
                                                          ^^^^
    To settle: which part of the page (headline against text).

CANNOT BOTH BE RIGHT

 2  €4.8m, but the parts give €4.1m: which figure is wrong?
    error  SUM001 total-against-parts
    quake.md:3, par 2: the interior ministry, 6 March 2024 (total and parts)
      It said €4.8m had been paid out: €2.5m to families, €1.2m to hospitals and €0.4m to schools.
              ^^^^^                    ^^^^^              ^^^^^                  ^^^^^
    2.5 + 1.2 + 0.4 = 3.95 to 4.25 million; text says 4.8 million
    To settle: the total and the parts, all from the interior ministry.

 3  Is it Tuesday or 6 March?
    error  DAT001 weekday-date-mismatch
    quake.md:2, par 1: the governor, 6 March 2024 (weekday and date)
      ... when a magnitude 6.1 earthquake struck Valdor on Tuesday, 6 March, the governor said.
                                                           ^^^^^^^  ^^^^^^^
    6 March 2024 is a Wednesday
    To settle: the weekday and the date, both from the governor.

SOURCES DISAGREE

 4  people: 12 (the headline), at least 12 (the governor) or nine (the interior ministry)?
    note  QTY001 figures-disagree, confidence 0.80
    a   quake.md:1, headline: the headline, 6 March 2024
          Quake kills 12 in Valdor
                      ^^
        quake.md:2, par 1: the governor, 6 March 2024
          At least 12 people were killed when a magnitude 6.1 earthquake struck Valdor on ...
          ^^^^^^^^^^^
    b   quake.md:3, par 2: the interior ministry, 6 March 2024
          The interior ministry put the number of dead at nine.
                                                          ^^^^
    Same: killed, people. Silent: where.
    To settle: whose word it is (the headline and the governor against the interior ministry).

4 queries: 2 errors, 1 warning and 1 note.
Read: 8 figures, 3 dates and times, 3 names and 1 voice; compared 2 things told more than once and 2
  sums, shares and dates with their day; published 6 March 2024 (from its metadata); read as cp1252.
  Nothing to compare with: magnitude 6.1.
Not read: 1 file, named in the messages.
"""


def test_the_page() -> None:
    assert reports.render(REPORT, "text", width=100) == PAGE


def test_nothing_found_says_what_was_read() -> None:
    page = reports.render(Report((SUMMARY,)), "text")
    assert "Nothing found that cannot stand together.\nRead: 8 figures" in page


def test_nothing_read() -> None:
    assert "Nothing was read." in reports.render(Report(), "text")


@pytest.mark.parametrize("width", [60, 80, 100, 160])
def test_lines_fit_the_terminal(width: int) -> None:
    for line in reports.render(REPORT, "text", width=width).splitlines():
        assert len(line) <= width


def test_colours_change_no_words() -> None:
    coloured = reports.render(REPORT, "text", width=100, colour=True)
    assert "\033[1;31m" in coloured
    assert re.sub(r"\033\[[0-9;]*m", "", coloured) == PAGE


def test_headings_in_the_order_of_a_desk() -> None:
    findings = tuple(
        msgspec.structs.replace(DEAD, finding_class=kind) for kind in ("query", "update", "dispute", "contradiction")
    )
    page = reports.render(Report((SUMMARY,), (*findings, HEADLINE)), "text")
    headings = [line for line in page.splitlines() if line.isupper()]
    assert headings == ["THE HEADLINE", "CANNOT BOTH BE RIGHT", "SOURCES DISAGREE", "OVERTAKEN", "STYLE"]


def test_gravity_within_a_heading() -> None:
    grave = [
        msgspec.structs.replace(DAYS, severity=severity, message=severity.upper())
        for severity in ("note", "warning", "error")
    ]
    page = reports.render(Report((SUMMARY,), tuple(grave)), "text")
    assert page.index("ERROR") < page.index("WARNING") < page.index("NOTE")


def test_a_headline_of_another_article_is_no_trouble_of_the_headline() -> None:
    other = msgspec.structs.replace(HEADLINE.claims[1], document=1, path="other.md")
    finding = msgspec.structs.replace(HEADLINE, claims=(HEADLINE.claims[0], other))
    assert "THE HEADLINE" not in reports.render(Report((SUMMARY,), (finding,)), "text")


def test_long_sides_name_the_places_of_the_rest() -> None:
    claims = [
        msgspec.structs.replace(DEAD.claims[0], document=n, path=f"{n}.md", source=f"source {n}") for n in range(7)
    ]
    finding = msgspec.structs.replace(DEAD, claims=(*claims, DEAD.claims[2]))
    page = reports.render(Report((SUMMARY,), (finding,)), "text")
    assert "2.md:1, headline: source 2" in page
    assert "        and 4 more places\n" in page
    assert "3.md" not in page
    assert "whose word it is (source 0, source 1 and 5 more against the interior ministry)" in page


def test_what_a_voice_commits_to() -> None:
    denied = msgspec.structs.replace(DEAD.claims[2], polarity="-", certainty="probable", status="planned")
    page = reports.render(Report((SUMMARY,), (msgspec.structs.replace(DEAD, claims=(DEAD.claims[0], denied)),)), "text")
    assert "the interior ministry (denies it, as probable, as planned), 6 March 2024" in page


def test_a_handful_of_places_is_named() -> None:
    claims = [msgspec.structs.replace(DEAD.claims[0], document=n, path=f"{n}.md", source="police") for n in range(6)]
    page = reports.render(
        Report((SUMMARY,), (msgspec.structs.replace(DEAD, claims=(*claims, DEAD.claims[2])),)), "text"
    )
    assert "also 4.md:1 (police), 5.md:1 (police)" in page


def test_one_person_is_one_voice() -> None:
    one = msgspec.structs.replace(DEAD.claims[1], source="President Ruiz", voice="person:ruiz")
    other = msgspec.structs.replace(DEAD.claims[2], source="Ms Ruiz", voice="person:ruiz")
    assert "whose word" not in settle(msgspec.structs.replace(DEAD, claims=(one, other)))


def test_a_capital_of_the_sentence_is_not_that_of_the_source() -> None:
    police = msgspec.structs.replace(DEAD.claims[2], source="Police", voice="voice:police")
    named = msgspec.structs.replace(DEAD.claims[1], source="Shell", voice="voice:shell")
    told = settle(msgspec.structs.replace(DEAD, claims=(named, police)))
    assert "whose word it is (Shell against police)" in told


def test_fields_are_told_in_plain_words() -> None:
    finding = msgspec.structs.replace(
        DEAD,
        same=("counted", "predicate", "words: interior, said, number"),
        silent=("place", "time"),
        differ=("status",),
    )
    page = " ".join(reports.render(Report((SUMMARY,), (finding,)), "text").split())
    assert (
        "Same: what is counted, what happened, the words “interior”, “number”. Silent: where, when. "
        "Differing: whether it is done or planned." in page
    )


def test_roles_are_told_in_plain_words() -> None:
    ages = [
        msgspec.structs.replace(DAYS.claims[0], role=role, text=text, source="")
        for role, text in (("birth", "1955"), ("said", "Tuesday"), ("age", "46"))
    ]
    told = settle(msgspec.structs.replace(DAYS, claims=tuple(ages)))
    assert told == "To settle: the year of birth and the age, both from the article."


def test_stories_are_explained_in_a_line_each() -> None:
    documents = [
        DocumentSummary(path, "2024-03-06", {"figures": 1}, story=story, story_by=by)
        for path, story, by in [("wire/a.txt", 0, "share Valdor, Ruiz"), ("b.txt", 0, ""), ("c.txt", 1, "")]
    ]
    page = reports.render(Report(tuple(documents), (SUM,)), "text")
    assert page.startswith("3 articles\n")
    assert "Compared: a.txt and b.txt: share Valdor, Ruiz.\nCompared: each by itself: c.txt.\n" in page
    assert "a.txt: 1 figure; published 6 March 2024.\n" in page


def test_an_undated_article_says_so() -> None:
    page = reports.render(Report((DocumentSummary("a.txt", None, {"figures": 1}),)), "text")
    assert "no publication date: bare weekdays and days are compared inside the article only" in page


def test_concise() -> None:
    lines = reports.render(REPORT, "concise").splitlines()
    assert lines[0] == (
        "quake.md:1:13: QTY001 note: people: 12 (the headline), at least 12 (the governor) or nine (the interior "
        "ministry)? "
        "[12: the headline, 2024-03-06 at quake.md:1:13; At least 12: the governor, 2024-03-06 at quake.md:2:1 | "
        "nine: the interior ministry, 2024-03-06 at quake.md:3:49]"
    )
    assert len(lines) == 4


def test_json_reads_back() -> None:
    text = reports.render(REPORT, "json")
    assert msgspec.json.decode(text, type=Report) == REPORT
    plain = msgspec.json.decode(text)
    assert set(plain) >= {"documents", "findings", "errors"}
    assert plain["findings"][0]["class"] == "dispute"
    assert plain["findings"][0]["claims"][2]["said"] == ["2024-03-06", "2024-03-06"]


def test_what_would_settle_it_names_no_winner() -> None:
    for finding in (DEAD, SUM, DAYS, HEADLINE):
        page = reports.render(Report((SUMMARY,), (finding,)), "text")
        last = page[page.index("To settle:") :].split("\n\n")[0]
        assert not re.search(r"\b(right|correct|true|wrong)\b", last)


def test_many_articles_are_counted_together() -> None:
    documents = [
        DocumentSummary(
            f"{n}.txt", None if n else "2024-03-06", {"figures": 2}, story=n, encoding="cp1252" if n == 7 else "utf-8"
        )
        for n in range(30)
    ]
    page = reports.render(Report(tuple(documents)), "text")
    assert "Read: 30 articles with 60 figures; 29 without a publication date; read 7.txt as cp1252.\n" in page
    assert "each by itself: 0.txt, 1.txt" in page
    assert "11.txt and 18 more." in page
