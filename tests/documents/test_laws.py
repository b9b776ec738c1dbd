"""What holds of every document, whatever its text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.documents import from_bytes, from_text, locate
from checker.documents.locate import offset_of, position
from checker.records import Document, Failure

WORDS = st.text("ab Z1.,’—&<>*_#[]()-\n\r\t\u00a0é!", max_size=300)
SUFFIXES = (".txt", ".md", ".html", ".docx", "")


@given(WORDS)
@settings(deadline=None)
def test_scopes_are_ordered_and_lie_within_the_text(text: str) -> None:
    document = from_text(text)
    assert document.text is text
    end, paragraph = 0, 0
    for scope in document.scopes:
        assert end <= scope.start < scope.end <= len(text)
        assert text[scope.start : scope.end].strip() == text[scope.start : scope.end]
        end = scope.end
        paragraph += scope.kind == "body"
        assert scope.paragraph == (paragraph if scope.kind == "body" else 0)


@given(WORDS)
@settings(deadline=None)
def test_every_word_has_a_scope(text: str) -> None:
    document = from_text(text)
    covered = {at for scope in document.scopes for at in range(scope.start, scope.end)}
    assert all(at in covered for at, sign in enumerate(text) if not sign.isspace())


@given(WORDS, st.data())
@settings(deadline=None)
def test_locate_is_a_naive_count(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, max(len(text) - 1, 0)))
    line, column, *_ = locate(from_text(text), offset)
    before = (text[:offset] + "x").replace("\r\n", " \n")
    if text[offset - 1 : offset + 1] == "\r\n":  # between the two, the line has not ended yet
        before = text[: offset - 1].replace("\r\n", " \n") + "zx"
    before = before.replace("\r", "\n")
    assert line == before.count("\n") + 1
    assert column == len(before) - (before.rfind("\n") + 1)


@given(WORDS, st.data())
@settings(deadline=None)
def test_line_and_column_lead_back_to_the_offset(text: str, data: st.DataObject) -> None:
    document = from_text(text)
    offset = data.draw(st.integers(0, len(text)))
    assert offset_of(document, *position(document, offset)) == offset


@given(st.binary(max_size=400), st.sampled_from(SUFFIXES))
@settings(deadline=None, max_examples=200)
def test_any_bytes_are_read_or_refused_in_one_line(data: bytes, suffix: str) -> None:
    check_any(data, suffix)


@given(WORDS, st.sampled_from(SUFFIXES))
@settings(deadline=None, max_examples=200)
def test_any_text_is_read_or_refused_in_one_line(text: str, suffix: str) -> None:
    check_any(text.encode(), suffix)


PIECES = """<p>|</p>|<h1>|</h1>|<article>|</article>|<!--|-->|<![CDATA[|<!x|<?|&amp;|&#0;|&|<title>|</title>|</script>
|<script type="ld+json">|{"datePublished": 3}|<div class=byline|<div hidden>|>|</|---\n|title: x\n|date: y\n
|**|_|# |\n|\n\n|```\n|[a](b)|![|word |12 people. |<meta name=date content=2024-02-30>|<time datetime=1>"""
MARKUP = st.lists(st.sampled_from([*PIECES.split("|")]), max_size=40).map("".join)


@given(MARKUP, st.sampled_from((".html", ".md")))
@settings(deadline=None, max_examples=300)
def test_broken_markup_is_read_or_refused_in_one_line(text: str, suffix: str) -> None:
    check_any(text.encode(), suffix)


def check_any(data: bytes, suffix: str) -> None:
    found = from_bytes(data, "page" + suffix, suffix)
    if isinstance(found, Failure):
        assert found.message
        assert "\n" not in found.message
        return
    assert isinstance(found, Document)
    assert list(found.anchors) == sorted(found.anchors)
    assert found.anchors[0][0] == 0
    for scope in found.scopes:
        assert found.text[scope.start : scope.end].strip()
        line, column, *_ = locate(found, scope.start)
        assert line >= 1
        assert column >= 1


PLAIN_WORD = st.text("abcdefgXYZ0123456789é’", min_size=1, max_size=8)
INLINE = st.one_of(
    PLAIN_WORD,
    PLAIN_WORD.map("**{}**".format),
    PLAIN_WORD.map("_{}_".format),
    PLAIN_WORD.map("[{}](https://example.org/a_b)".format),
    PLAIN_WORD.map("`{}`".format),
)
LINE = st.builds(
    str.__add__, st.sampled_from(["", "> ", "- ", "## ", "  ", "3. "]), st.lists(INLINE, min_size=1).map(" ".join)
)
MARKDOWN = st.lists(st.one_of(LINE, st.just("")), min_size=1, max_size=8).map("\n".join)

TAGGED = st.one_of(
    PLAIN_WORD,
    PLAIN_WORD.map("<b>{}</b>".format),
    PLAIN_WORD.map("<a href='x>y'>{}</a>".format),
    PLAIN_WORD.map("&amp;{}".format),
    PLAIN_WORD.map("{}<!-- no -->".format),
    st.just("<br>"),
    st.just("\n  "),
)
HTML = st.lists(
    st.builds(
        "<{0}>{1}</{0}>{2}".format,
        st.sampled_from(["p", "div", "li", "h1", "h2", "aside", "script", "figcaption"]),
        st.lists(TAGGED, max_size=6).map(" ".join),
        st.sampled_from(["", "\n", " \n\n"]),
    ),
    min_size=1,
    max_size=8,
).map("".join)


@pytest.mark.parametrize(("suffix", "pages"), [(".md", MARKDOWN), (".html", HTML)])
def test_every_word_of_marked_up_text_is_found_at_its_place_in_the_file(
    suffix: str, pages: st.SearchStrategy[str]
) -> None:
    @given(pages)
    @settings(deadline=None, max_examples=150)
    def holds(text: str) -> None:
        document = from_bytes(text.encode(), "page" + suffix, suffix)
        if isinstance(document, Failure):
            return
        lines = text.split("\n")
        for offset, sign in enumerate(document.text):
            if sign.isspace():
                continue
            line, column, *_ = locate(document, offset)
            assert lines[line - 1][column - 1] == sign, (offset, document.text)

    holds()


def test_one_line_of_ten_megabytes(tmp_path: Path) -> None:
    text = "The mayor said 12 people were hurt on Tuesday. " * 220_000
    document = from_text(text)
    assert [(s.kind, s.end) for s in document.scopes] == [("body", len(text) - 1)]
    for offset in range(0, len(text), 50_021):
        assert locate(document, offset) == (1, offset + 1, 1, "body")


@pytest.mark.parametrize("suffix", [".md", ".html"])
@pytest.mark.parametrize(
    "unit", ["<p>word ", "<a href='", "<!-- ", "[a](", "![", "**a ", "&#x", "<div class=byline>", "word\n\n", "<", "`"]
)
def test_long_pages_are_read_in_linear_time(suffix: str, unit: str) -> None:
    import time

    begun = time.process_time()
    from_bytes((unit * (1_000_000 // len(unit))).encode(), "page" + suffix, suffix)
    assert time.process_time() - begun < 12
