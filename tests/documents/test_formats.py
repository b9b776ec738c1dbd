"""Markdown, HTML and Word pages as an editor would send them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from checker.documents import from_bytes, locate, published_iso, read
from checker.records import Document, Failure


def document(text: str, suffix: str) -> Document:
    found = from_bytes(text.encode(), "page" + suffix, suffix)
    assert isinstance(found, Document), found
    return found


def page(found: Document) -> list[tuple[str, int, str]]:
    return [(s.kind, s.paragraph, found.text[s.start : s.end]) for s in found.scopes]


QUAKE = """---
headline: "Quake kills 12 in Valdor"
standfirst: Governor says number could rise
date: 2024-03-06
tags: [quake, valdor]
---
At least **12 people** were killed when a [magnitude 6.1](https://example.org/q_1) earthquake
struck Valdor on Tuesday.

> The interior ministry put the number of dead at _nine_.

## The rescue

- Schools &amp; shops were closed.

![A street](street.jpg)

Reporting by Ana Sole
"""


def test_markdown() -> None:
    found = document(QUAKE, ".md")
    assert page(found) == [
        ("headline", 0, "Quake kills 12 in Valdor"),
        ("standfirst", 0, "Governor says number could rise"),
        ("body", 1, "At least 12 people were killed when a magnitude 6.1 earthquake struck Valdor on Tuesday."),
        ("body", 2, "The interior ministry put the number of dead at nine."),
        ("body", 3, "The rescue"),
        ("body", 4, "Schools & shops were closed."),
        ("furniture", 0, "Reporting by Ana Sole"),
    ]
    assert (published_iso(found), found.published_by) == ("2024-03-06", "metadata")
    assert locate(found, found.text.index("12 people")) == (7, 12, 1, "body")
    assert locate(found, found.text.index("Tuesday")) == (8, 18, 1, "body")
    assert locate(found, found.text.index("nine")) == (10, 52, 2, "body")


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("# Quake kills 12 #\n\nTwelve people died.", "Quake kills 12"),
        ("Quake kills 12\n===\n\nTwelve people died.", "Quake kills 12"),
        ("+++\ntitle = 'Quake kills 12'\n+++\nTwelve people died.", "Quake kills 12"),
        ("---\ntitle: >-\n  Quake kills 12\n---\nTwelve people died.", "Quake kills 12"),
        ("---\ntitle: Quake kills 12\n---\n# Again\n\nTwelve people died.", "Quake kills 12"),
        ("<!-- draft\n2 -->\nQuake kills 12\n\nTwelve people died in the town, he said.", "Quake kills 12"),
    ],
)
def test_headlines_of_markdown(text: str, headline: str) -> None:
    assert page(document(text, ".md"))[0] == ("headline", 0, headline)


def test_a_paragraph_a_line_in_markdown() -> None:
    text = "\n".join(f"The mayor of town {n} said that {n} people had been hurt in the storm. " * 3 for n in range(4))
    assert len(document(text, ".md").scopes) == 4


PAGE = """<!DOCTYPE html>
<html><head><title>Quake kills 12 in Valdor | Newswire</title>
<script type="application/ld+json">
{"@graph": [{"@type": "NewsArticle", "datePublished": "2024-03-06T10:00:00Z"}]}</script>
<style>p { color: red }</style></head>
<body><nav><ul><li>Home</li><li>World</li></ul></nav>
<article>
<h1>Quake kills 12 in&nbsp;Valdor</h1>
<p class="article__standfirst">Governor says number could rise</p>
<p class="byline">Ana Sole in Valdor</p>
<figure><img src="a.jpg"><figcaption>A street in Valdor on 5 March</figcaption></figure>
<p>At least <b>12 people</b> were killed when a magnitude&#32;6.1
   earthquake struck Valdor on Tuesday, the governor said in a statement that was sent to all the newspapers.</p>
<aside><p>Ten quakes that changed the world</p></aside>
<div class="ad-slot">Buy a car</div>
<p>The interior ministry put the number of dead at nine&mdash;and said that it had no other figure to give so far.
<p>Schools were closed.<br>Shops were open.</p>
</article>
<footer><p>&copy; 2024 Newswire</p></footer></body></html>
"""


def test_html() -> None:
    found = document(PAGE, ".html")
    assert [(kind, paragraph, text[:30]) for kind, paragraph, text in page(found)] == [
        ("headline", 0, "Quake kills 12 in\u00a0Valdor"),
        ("standfirst", 0, "Governor says number could ris"),
        ("furniture", 0, "Ana Sole in Valdor"),
        ("caption", 0, "A street in Valdor on 5 March"),
        ("body", 1, "At least 12 people were killed"),
        ("body", 2, "The interior ministry put the "),
        ("body", 3, "Schools were closed."),
        ("body", 4, "Shops were open."),
    ]
    assert (published_iso(found), found.published_by) == ("2024-03-06", "metadata")
    assert "magnitude 6.1 earthquake" in found.text
    assert locate(found, found.text.index("12 people")) == (12, 16, 1, "body")
    assert locate(found, found.text.index("earthquake")) == (13, 4, 1, "body")


@pytest.mark.parametrize(
    ("head", "iso"),
    [
        ('<meta property="article:published_time" content="2024-03-06T10:00:00+01:00">', "2024-03-06"),
        ('<meta name="date" content="6 March 2024">', "2024-03-06"),
        ('<meta name="date" content="soon">', None),
        ('<script type="application/ld+json">{"datePublished": </script>', None),
    ],
)
def test_publication_date_of_html(head: str, iso: str | None) -> None:
    text = f"<head><title>Quake</title>{head}</head><body><p>Twelve people died.</p></body>"
    found = document(text, ".html")
    assert published_iso(found) == iso
    assert page(found)[0] == ("headline", 0, "Quake")


def test_time_element() -> None:
    found = document("<h1>Quake</h1><time datetime='2024-03-06'>yesterday</time><p>Twelve people died.</p>", ".html")
    assert published_iso(found) == "2024-03-06"


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(*paragraphs: str, core: str = "") -> bytes:
    """A Word file; a paragraph is its style, a colon and its runs' XML or text."""
    body = ""
    for paragraph in paragraphs:
        style, _, words = paragraph.partition(": ")
        runs = words if words.startswith("<") else f"<w:r><w:t>{words}</w:t></w:r>"
        body += f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        if core:
            archive.writestr("docProps/core.xml", core)
    return buffer.getvalue()


CORE = """<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
 xmlns:dcterms="http://purl.org/dc/terms/"><cp:lastModifiedBy>{}</cp:lastModifiedBy>
 <dcterms:created>2013-12-23T23:15:00Z</dcterms:created><dcterms:modified>2024-03-06T09:00:00Z</dcterms:modified>
</cp:coreProperties>"""


def test_word() -> None:
    data = word(
        "Title: Quake kills 12",
        "Subtitle: Governor says number could rise",
        "Normal: <w:r><w:t>At least </w:t></w:r><w:del><w:r><w:delText>14</w:delText></w:r></w:del><w:ins><w:r>"
        "<w:t>12</w:t>"
        "</w:r></w:ins><w:r><w:t> people</w:t><w:br/><w:t>died.</w:t></w:r>",
        "Normal: ",
        "Caption: A street in Valdor",
        "Normal: Schools were closed.",
        core=CORE.format("Ana"),
    )
    found = from_bytes(data, "draft.docx", ".docx")
    assert isinstance(found, Document)
    assert page(found) == [
        ("headline", 0, "Quake kills 12"),
        ("standfirst", 0, "Governor says number could rise"),
        ("body", 1, "At least 12 people died."),
        ("caption", 0, "A street in Valdor"),
        ("body", 2, "Schools were closed."),
    ]
    assert (published_iso(found), found.published_by) == ("2024-03-06", "metadata")
    assert locate(found, found.text.index("Schools")) == (6, 1, 2, "body")


def test_the_date_of_a_template_is_not_the_articles() -> None:
    found = from_bytes(word("Normal: Twelve died.", core=CORE.format("")), "draft.docx", ".docx")
    assert isinstance(found, Document)
    assert published_iso(found) is None


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04 nothing", "a damaged Word file (File is not a zip file)"),
        (b"plain text", "a damaged Word file (File is not a zip file)"),
        (word("Normal: "), "empty file"),
        (word("Normal: <w:r>"), "a damaged Word file (mismatched tag: line 1, column"),
    ],
)
def test_damaged_word_files(data: bytes, message: str) -> None:
    found = from_bytes(data, "draft.docx", ".docx")
    assert isinstance(found, Failure)
    assert found.message.startswith(message)


def test_the_option_comes_before_metadata_and_metadata_before_the_folder(tmp_path: Path) -> None:
    (tmp_path / "quake.md").write_text(QUAKE)
    (tmp_path / "flood.txt").write_text("Flood\nPublished 3 May 2023\nTwelve people died in the flood, he said.")
    (tmp_path / "articles.toml").write_text(
        '["quake.md"]\npublished = 2024-01-01\n["flood.txt"]\npublished = 2023-05-04T10:00:00\n'
    )
    cases = [("quake.md", "2024-05-05", "option"), ("quake.md", None, "metadata"), ("flood.txt", None, "articles.toml")]
    for name, published, by in cases:
        found = read(tmp_path / name, published)
        assert isinstance(found, Document)
        assert found.published_by == by
