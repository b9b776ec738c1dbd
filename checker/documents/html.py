"""HTML pages: the article's own words, each with its way back into the file; menus, adverts and scripts left out."""

from __future__ import annotations

import html
import json
from bisect import bisect_right
from functools import cache
from typing import Any

from checker import patterns
from checker.documents.layout import Block
from checker.documents.locate import line_starts
from checker.documents.markup import Raw, Tag, tokens
from checker.documents.page import Page, Pen
from checker.language.lexicon import table

_NEAR = 60  # how many open elements an end tag may close: keeps pages of nothing but start tags linear
_REFERENCE = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_PIECE = patterns.compile(rf"[ \t\n\f\r]+|{_REFERENCE}|[^ \t\n\f\r&]+(?: [^ \t\n\f\r&]+)*|&")


class _Table:
    """What elements, and the words of their class, id, role or itemprop, say of their content."""

    def __init__(self) -> None:
        rows = table("document_html")
        named: dict[str, list[str]] = {}
        for row in rows:
            if row["what"] == "name":
                named.setdefault(row["kind"], []).append(row["name"])
        self.tags = {row["name"]: row["kind"] for row in rows if row["what"] == "tag"}
        self.void = {row["name"] for row in rows if row["what"] == "void"}
        self.blocks = {row["name"] for row in rows if row["what"] == "block"}
        self.published = {row["name"] for row in rows if row["what"] == "published"}
        self.names = [
            (patterns.compile(rf"(?:^|[\s_-])(?:{'|'.join(words)})(?:$|[\s_-])"), kind) for kind, words in named.items()
        ]


@cache
def _table() -> _Table:
    return _Table()


def read(text: str) -> Page:
    """The page of an HTML file."""
    reader = _Reader(text)
    for token in tokens(text):
        if isinstance(token, tuple):
            reader.words(*token)
        elif isinstance(token, Raw):
            reader.raw(token)
        elif token.closes:
            reader.end(token.name)
        else:
            reader.begin(token)
    return reader.page()


class _Reader:
    """Follows the open elements; each has a kind that its content inherits: "" body, "skip", or a scope."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = line_starts(text)
        self.table = _table()
        self.article, self.whole = Pen(), Pen()
        self.open: list[tuple[str, str]] = []
        self.inside = 0  # how many article or main elements are open
        self.space = -1  # where the white space stands that is owed before the next word
        self.dates: dict[str, str] = {}
        self.titles: dict[str, tuple[str, int]] = {}
        self.json = False  # the script that follows is linked data

    @property
    def pen(self) -> Pen:
        return self.article if self.inside else self.whole

    @property
    def kind(self) -> str:
        return self.open[-1][1] if self.open else ""

    def begin(self, tag: Tag) -> None:
        name, values = tag.name, tag.attributes() if tag.inner else {}
        if name == "meta":
            self._meta(values, tag.at)
        elif name == "time" and self.kind != "skip" and values.get("datetime"):
            source = "itemprop" if "datePublished" in values.get("itemprop", "") else "time"
            self.dates.setdefault(source, values["datetime"])
        self.json = name == "script" and "ld+json" in values.get("type", "")
        if name in self.table.blocks or name == "br":
            self._close()
            # A paragraph ends where the next block begins.
            while self.open and self.open[-1][0] == "p" and name != "br":
                self.open.pop()
        if name in self.table.void or tag.inner.endswith("/"):
            return
        self.open.append((name, self._kind(name, values)))
        self.inside += name in ("article", "main")

    def _kind(self, tag: str, values: dict[str, str]) -> str:
        inherited = self.kind
        if inherited in ("skip", "headline", "caption"):
            return inherited
        kind = self.table.tags.get(tag, "")
        if tag == "header" and self.inside:
            kind = ""  # of the article, not of the site
        if "hidden" in values or "display:none" in values.get("style", "").replace(" ", ""):
            kind = "skip"
        if not kind and tag not in ("html", "body", "main", "article"):
            words = " ".join(values.get(name, "") for name in ("class", "id", "role", "itemprop")).lower()
            if words.strip():
                kind = next((kind for pattern, kind in self.table.names if pattern.search(words)), "")
        return kind or inherited

    def end(self, name: str) -> None:
        if name in self.table.blocks:
            self._close()
        deepest = len(self.open)
        near = range(deepest - 1, max(deepest - _NEAR, -1), -1)
        depth = next((number for number in near if self.open[number][0] == name), None)
        if depth is None:
            return
        self.inside -= sum(opened in ("article", "main") for opened, _ in self.open[depth:])
        del self.open[depth:]

    def raw(self, token: Raw) -> None:
        words = self.text[token.start : token.end]
        if token.name == "script" and self.json:
            found = _json_date(words)
            if found:
                self.dates.setdefault("json", found)
        elif token.name == "title" and words.strip():
            self.titles.setdefault("title", (words, token.start + len(words) - len(words.lstrip())))

    def _close(self) -> None:
        self.pen.close("" if self.kind == "skip" else self.kind)
        self.space = -1

    def _meta(self, values: dict[str, str], at: int) -> None:
        name = (values.get("property") or values.get("name") or values.get("itemprop") or "").lower()
        if name in self.table.published and values.get("content"):
            self.dates.setdefault("meta", values["content"])
        if name == "og:title" and values.get("content", "").strip():
            self.titles["meta"] = (values["content"], at)

    def words(self, start: int, end: int) -> None:
        """A span of text: white space becomes one space, references their signs."""
        if self.kind == "skip":
            return
        pen = self.pen
        for match in _PIECE.finditer(self.text, start, end):
            piece, at = match.group(), match.start()
            if piece[0] in " \t\n\f\r":
                self.space = at
                continue
            if self.space >= 0 and pen.parts:
                pen.write(" ", *self._place(self.space))
            self.space = -1
            pen.write(html.unescape(piece) if piece[0] == "&" else piece, *self._place(at))

    def _place(self, at: int) -> tuple[int, int]:
        line = bisect_right(self.starts, at)
        return line, at - self.starts[line - 1] + 1

    def page(self) -> Page:
        """The article element's words where there is one with text, else the page's."""
        self._close()
        self.article.close()
        self.whole.close()
        size = sum(block.end - block.start for block in self.article.blocks)
        pen = self.article if size > 200 or not self.whole.blocks else self.whole
        published = next((self.dates[key] for key in ("json", "meta", "itemprop", "time") if key in self.dates), None)
        if not any(block.kind == "headline" for block in pen.blocks):
            pen = self._titled(pen)
        return pen.page(published)

    def _titled(self, pen: Pen) -> Pen:
        """A page without <h1>: its og:title is the headline, else its <title>."""
        title = self.titles.get("meta") or self.titles.get("title")
        if not title or not pen.blocks:
            return pen
        words = " ".join(html.unescape(title[0]).split())
        if not words or pen.first() == words:
            return pen
        titled = Pen()
        titled.write(words, *self._place(title[1]))
        titled.close("headline")
        shift = titled.size
        titled.written += pen.written
        titled.blocks += [Block(block.start + shift, block.end + shift, block.kind) for block in pen.blocks]
        titled.anchors += [(at + shift, line, column) for at, line, column in pen.anchors]
        return titled


def _json_date(words: str) -> str | None:
    """`datePublished` of a JSON-LD script."""
    if "datePublished" not in words:
        return None
    try:
        todo: list[Any] = [json.loads(words)]
    except (ValueError, RecursionError):
        return None
    while todo:
        node = todo.pop()
        if isinstance(node, dict):
            found = node.get("datePublished")
            if isinstance(found, str) and found:
                return found
            todo.extend(node.values())
        elif isinstance(node, list):
            todo.extend(node)
    return None
