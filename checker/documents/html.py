"""HTML pages: the article's own words, each with its way back into the file; menus, adverts and scripts left out."""
from __future__ import annotations

import html
import json
import re
from functools import cache
from html.parser import HTMLParser
from typing import Any

from checker.documents.page import Page, Pen
from checker.language.lexicon import table

_NEAR = 60  # how many open elements an end tag may close: keeps pages of nothing but start tags linear
_SPACE = re.compile(r"[ \t\n\f\r]+")


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
            (re.compile(rf"(?:^|[\s_-])(?:{'|'.join(words)})(?:$|[\s_-])"), kind) for kind, words in named.items()
        ]


@cache
def _table() -> _Table:
    return _Table()


def read(text: str) -> Page:
    """The page of an HTML file."""
    reader = _Reader()
    try:
        reader.feed(text)
        reader.close()
    except (AssertionError, ValueError, UnboundLocalError, IndexError):
        pass  # the standard parser gives up on some broken declarations; what it read until then stands
    return reader.page()


class _Reader(HTMLParser):
    """Follows the open elements; each has a kind that its content inherits: "" body, "skip", or a scope."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.table = _table()
        self.pens = {"page": Pen(), "article": Pen()}
        self.open: list[tuple[str, str]] = []
        self.inside = 0  # how many article or main elements are open
        self.space = False  # white space is owed before the next word
        self.dates: dict[str, str] = {}
        self.titles: dict[str, tuple[str, int, int]] = {}
        self.raw = ""  # a script or a title is being read
        self.buffer: list[str] = []

    @property
    def pen(self) -> Pen:
        return self.pens["article" if self.inside else "page"]

    @property
    def kind(self) -> str:
        return self.open[-1][1] if self.open else ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self._meta(values)
        if tag == "time" and self.kind != "skip" and values.get("datetime"):
            source = "itemprop" if "datePublished" in values.get("itemprop", "") else "time"
            self.dates.setdefault(source, values["datetime"])
        if tag in self.table.blocks or tag == "br":
            self._close()
        if tag in self.table.void:
            return
        if tag == "title" or (tag == "script" and "ld+json" in values.get("type", "")):
            self.raw, self.buffer = tag, []
        kind = self._kind(tag, values)
        self.open.append((tag, kind))
        self.inside += tag in ("article", "main")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in self.table.void:
            self.handle_endtag(tag)

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

    def handle_endtag(self, tag: str) -> None:
        if self.raw == tag:
            self._end_raw()
        deepest = len(self.open)
        near = range(deepest - 1, max(deepest - _NEAR, -1), -1)
        depth = next((number for number in near if self.open[number][0] == tag), None)
        if tag in self.table.blocks:
            self._close()
        if depth is None:
            return
        for name, _ in self.open[depth:]:
            self.inside -= name in ("article", "main")
        del self.open[depth:]

    def _end_raw(self) -> None:
        words = "".join(self.buffer)
        if self.raw == "script":
            found = _json_date(words)
            if found:
                self.dates.setdefault("json", found)
        self.raw = ""

    def _close(self) -> None:
        self.pen.close("" if self.kind == "skip" else self.kind)
        self.space = False

    def _meta(self, values: dict[str, str]) -> None:
        name = (values.get("property") or values.get("name") or values.get("itemprop") or "").lower()
        if name in self.table.published and values.get("content"):
            self.dates.setdefault("meta", values["content"])
        if name == "og:title" and values.get("content"):
            line, column = self.getpos()
            self.titles["meta"] = (values["content"], line, column + 1)

    def handle_data(self, data: str) -> None:
        if self.raw:
            self.buffer.append(data)
            if self.raw == "title" and data.strip() and "title" not in self.titles:
                line, column = self.getpos()
                self.titles["title"] = (data.strip(), line, column + 1)
        if self.kind == "skip" or self.raw:
            return
        line, column = self.getpos()
        at = 0
        for match in _SPACE.finditer(data):
            self._word(data[at : match.start()], line, column + 1)
            gap = match.group()
            breaks = gap.count("\n")
            column = len(gap) - gap.rfind("\n") - 1 if breaks else column + match.end() - at
            line += breaks
            at = match.end()
            self.space = True
        self._word(data[at:], line, column + 1)

    def _word(self, word: str, line: int, column: int) -> None:
        if not word:
            return
        pen = self.pen
        if self.space and pen.parts:
            pen.write(" ", line, max(column - 1, 1))
        self.space = False
        pen.write(word, line, column)

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name};")

    def _reference(self, reference: str) -> None:
        sign = html.unescape(reference)
        if self.raw:
            self.buffer.append(sign)
        elif self.kind != "skip":
            line, column = self.getpos()
            self._word(sign, line, column + 1)

    def page(self) -> Page:
        """The article element's words where there is one with text, else the page's."""
        for pen in self.pens.values():
            pen.close("" if self.kind == "skip" else self.kind)
        article, whole = self.pens["article"], self.pens["page"]
        size = sum(block.end - block.start for block in article.blocks)
        pen = article if size > 200 or not whole.blocks else whole
        published = next((self.dates[key] for key in ("json", "meta", "itemprop", "time") if key in self.dates), None)
        if any(block.kind == "headline" for block in pen.blocks):
            return pen.page(published)
        return self._titled(pen).page(published)

    def _titled(self, pen: Pen) -> Pen:
        """A page without <h1>: its og:title is the headline, else its <title>."""
        title = self.titles.get("meta") or self.titles.get("title")
        if not title or not pen.blocks:
            return pen
        words = _SPACE.sub(" ", title[0]).strip()
        first = pen.blocks[0]
        written = "".join(pen.written)
        if written[first.start : first.end] == words:
            return pen
        titled = Pen()
        titled.write(words, title[1], title[2])
        titled.close("headline")
        shift = titled.size
        titled.written += pen.written
        titled.blocks += [type(b)(b.start + shift, b.end + shift, b.kind) for b in pen.blocks]
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
