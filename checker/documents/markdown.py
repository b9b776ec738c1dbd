"""Markdown with front matter: the words without the marks, each with its way back into the file."""

from __future__ import annotations

import html
import re
from itertools import pairwise

from checker import patterns
from checker.documents import layout
from checker.documents.page import Page, Pen

_HEADLINE = ("headline", "title")
_STANDFIRST = ("standfirst", "subtitle", "subheadline", "dek", "description", "summary", "excerpt", "abstract")
_PUBLISHED = ("published", "date", "publishdate", "published_at", "pubdate", "publication_date")
_KEY = patterns.compile(r"([A-Za-z][\w -]*?)\s*[:=]\s*")

_FENCE = patterns.compile(r" {0,3}(```+|~~~+)")
_RULE = patterns.compile(r" {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,}|=+ *|:?-+:? *(?:\| *:?-+:? *)+\|?)$")
_PREFIX = patterns.compile(
    r"(?:[ \t]*>)*[ \t]*(?:#{1,6}[ \t]+|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?|\d{1,3}[.)][ \t]+(?=\S))?"
)
_HEADING = patterns.compile(r" {0,3}(#{1,6})[ \t]+")
_ITEM = patterns.compile(r"(?:[ \t]*>)*[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+\S")
_CLOSING_HASHES = patterns.compile(r"[ \t]+#+[ \t]*$")
# What a line's marks are; text between them is copied.
_MARK = patterns.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<image>!\[[^\[\]\n]{0,300}\]\([^()\s]{0,500}(?:\([^()\s]{0,200}\))?[^()\n]{0,200}\))"
    r"|(?P<link>\[(?P<words>[^\[\]\n]{1,500})\](?:\([^()\s]{0,500}(?:\([^()\s]{0,200}\))?[^()\n]{0,200}\)|\[[^\[\]\n]{0,100}\]))"
    r"|(?P<note>\[\^[^\[\]\s]{1,50}\]:?)"
    r"|(?P<address><(?:https?|mailto):[^<>\s]{1,500}>)"
    r"|(?P<tag></?[A-Za-z][^<>\n]{0,500}>)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<strong>\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|~~|`+)"
)
_COMMENT = patterns.compile(r"<!--.*?-->", re.DOTALL)
_NOT_NEWLINE = patterns.compile(r"[^\n]")


def read(text: str) -> Page:
    """The page of a Markdown file."""
    pen = Pen()
    if text.rfind("<!--") < text.rfind("-->"):  # an unclosed comment is left as it is
        text = _COMMENT.sub(lambda match: _NOT_NEWLINE.sub(" ", match.group()), text)
    lines = text.split("\n")
    body, published, headed = _front_matter(lines, pen)
    _body(lines, body, pen, headed)
    return pen.page(published)


def _front_matter(lines: list[str], pen: Pen) -> tuple[int, str | None, bool]:
    """Reads `key: value` between lines `---` (or `key = value` between `+++`).

    Gives the first line of the body, the date as written, and whether there was a headline.
    """
    fence = lines[0].strip()
    if fence not in ("---", "+++"):
        return 0, None, False
    end = next((number for number in range(1, min(len(lines), 500)) if lines[number].strip() in (fence, "...")), None)
    if end is None:
        return 0, None, False
    values: dict[str, tuple[str, int, int]] = {}
    for number in range(1, end):
        line = lines[number]
        match = _KEY.match(line)
        if not match:
            continue
        value, column = line[match.end() :].rstrip(), match.end()
        if value in (">", "|", ">-", "|-") and number + 1 < end:  # the value stands on the next line
            number += 1
            value, column = lines[number].strip(), len(lines[number]) - len(lines[number].lstrip())
        value, column = _unquoted(value, column)
        values.setdefault(match[1].lower(), (value, number + 1, column + 1))
    headed = False
    for names, kind in ((_HEADLINE, "headline"), (_STANDFIRST, "standfirst")):
        found = next((values[name] for name in names if values.get(name, ("",))[0]), None)
        if found:
            pen.write(*found)
            pen.close(kind)
            headed = headed or kind == "headline"
    published = next((values[name][0] for name in _PUBLISHED if values.get(name, ("",))[0]), None)
    return end + 1, published, headed


def _unquoted(value: str, column: int) -> tuple[str, int]:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1], column + 1
    return re.sub(r"\s#.*$", "", value), column


def _body(lines: list[str], first: int, pen: Pen, headed: bool) -> None:
    wrapped = _is_wrapped(lines[first:])
    fence = ""
    heading = ""  # the kind of the open block
    for number in range(first, len(lines)):
        line = lines[number]
        marker = _FENCE.match(line)
        if fence:
            fence = "" if marker and marker[1].startswith(fence) else fence
            continue
        if marker:
            pen.close(heading)
            heading, fence = "", marker[1]
            continue
        setext = bool(line.strip()) and set(line.strip()) <= {"="} and bool(pen.parts)
        if setext and not headed:
            pen.close("headline")
            headed = True
        if not line.strip() or _RULE.match(line):
            pen.close(heading)
            heading = ""
            continue
        title = _HEADING.match(line)
        if title or _ITEM.match(line) or not wrapped:
            pen.close(heading)
            heading = ""
        if title and title[1] == "#" and not headed:
            heading, headed = "headline", True
        if pen.parts:
            pen.write(" ", number, len(lines[number - 1]) + 1)
        _line(line, number + 1, pen)
        if title:
            pen.close(heading)
            heading = ""
    pen.close(heading)


def _is_wrapped(lines: list[str]) -> bool:
    """Lines that follow each other are one paragraph, as Markdown has it, unless each is a paragraph of its own."""
    text = "\n".join(lines)
    if len(text) > 2_000_000:
        return False
    runs = [line for line, after in pairwise(lines) if line.strip() and after.strip()]
    closed = sum(layout.is_closed(line) for line in runs)
    return not (runs and closed > 0.8 * len(runs) and max(map(len, runs)) > 120)


def _line(line: str, number: int, pen: Pen) -> None:
    """Writes one line without its marks."""
    prefix = _PREFIX.match(line)
    start = prefix.end() if prefix else 0
    end = len(line)
    if _HEADING.match(line):
        hashes = _CLOSING_HASHES.search(line)
        end = hashes.start() if hashes else end
    _inline(line, start, end, number, pen)


def _inline(line: str, start: int, end: int, number: int, pen: Pen) -> None:
    at = start
    for match in _MARK.finditer(line, start, end):
        pen.write(line[at : match.start()], number, at + 1)
        at = match.end()
        kind = match.lastgroup
        if kind == "escape":
            pen.write(line[match.end() - 1], number, match.end())
        elif match["link"]:
            _inline(line, *match.span("words"), number, pen)
        elif kind == "entity":
            pen.write(html.unescape(match.group()), number, match.start() + 1)
        elif kind == "address":
            pen.write(match.group()[1:-1], number, match.start() + 2)
    pen.write(line[at:end], number, at + 1)
