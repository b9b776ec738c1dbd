"""What part each line of an article plays on the page: headline, standfirst, body, caption, correction, furniture.

The shapes of lines are rows of `rules/lexicon/document_lines.tsv`; this module knows only where a row may apply and
how far it reaches.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, cached_property
from itertools import pairwise
from typing import NamedTuple

import msgspec

from checker import patterns
from checker.language.lexicon import items, table
from checker.records import Scope

LINE = patterns.compile(r"[^\r\n]+")
_BREAK = patterns.compile(r"\r\n|\r|\n")
_CLOSERS = "\"'”’»)]* \t"
_LONGEST_TITLE = 200
_LONGEST_LABEL = 300  # no furniture, caption credit or correction heading is longer; longer lines are not tried
_TAIL = 90
_MOST_TITLES = 12  # related headlines under one "Most read"


class Block(msgspec.Struct, frozen=True):
    """A paragraph as the file has it; `kind` is "" where only its wording can tell."""

    start: int
    end: int
    kind: str = ""


class _Row:
    """A row of the table; its pattern is compiled when a line first asks for it."""

    def __init__(self, row: dict[str, str]) -> None:
        self.kind = row["kind"]
        self.extent = row["extent"] or "line"  # line: it alone; titles: and the titles below; next: and the block below
        self.where = row["where"] or "any"  # any, top (before the first paragraph), last, below (not first), tail
        self.starts = items(row["starts"])
        self.pattern = row["pattern"]

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return patterns.compile(self.pattern)


class _Place(NamedTuple):
    """Where a line stands on its page: first, last, below a paragraph of the body."""

    first: bool
    last: bool
    below_body: bool


class _Rows:
    """The table, by the first words of lines."""

    def __init__(self) -> None:
        rows = [_Row(row) for row in table("document_lines")]
        self.tails = [row for row in rows if row.where == "tail"]
        self.any_line = [row for row in rows if "*" in row.starts]
        self.heads: dict[str, list[_Row]] = {}
        for row in rows:
            for word in row.starts if row.where != "tail" else ():
                self.heads.setdefault(word, []).append(row)

    def find(self, line: str, place: _Place) -> _Row | None:
        """The first row that fits a line; rows without a first word are tried only where they apply."""
        for row in self.heads.get(_key(line), ()):
            if row.compiled.match(line):
                return row
        end = line[-_TAIL:]
        for row in self.tails:
            if any(part in end for part in row.starts) and row.compiled.search(end):
                return row
        return next((row for row in self.any_line if _applies(row, place) and row.compiled.match(line)), None)


_FIRST_WORD = patterns.compile(r"[^\w©]*+(©|\d|[^\W\d_]+)")


def _key(line: str) -> str:
    """What `starts` of the table names: the first word, 0 for a digit, © for the sign, "." for no word at all."""
    match = _FIRST_WORD.match(line)
    if not match:
        return "."
    return "0" if match[1].isdigit() else match[1].lower()


@cache
def _rows() -> _Rows:
    return _Rows()


def blocks(text: str) -> list[Block]:
    """The paragraphs of a plain text: lines or, where lines are wrapped at a width, runs of them."""
    lines: list[tuple[int, int]] = []
    for match in LINE.finditer(text):
        line = match.group()
        kept = line.strip()
        if kept:
            start = match.start() + len(line) - len(line.lstrip())
            lines.append((start, start + len(kept)))
    if len(lines) < 4:
        return [Block(start, end) for start, end in lines]
    width = max(end - start for start, end in lines)
    if width > 120 or not _wrapped(text, lines, width):
        return [Block(start, end) for start, end in lines]
    joined: list[Block] = []
    for start, end in lines:
        previous = joined[-1] if joined else None
        if previous and not _blank_between(text, previous.end, start) and not _ends_paragraph(text, previous, width):
            joined[-1] = Block(previous.start, end)
        else:
            joined.append(Block(start, end))
    return joined


def _blank_between(text: str, end: int, start: int) -> bool:
    return len(_BREAK.findall(text, end, start)) > 1


def _ends_paragraph(text: str, block: Block, width: int) -> bool:
    """The last line of the block is short and closed: the next line begins another paragraph."""
    last = max(text.rfind("\n", block.start, block.end), text.rfind("\r", block.start, block.end), block.start - 1) + 1
    return block.end - last < 0.6 * width and is_closed(text[last : block.end])


def _wrapped(text: str, lines: list[tuple[int, int]], width: int) -> bool:
    """Lines were broken at a width: most that another line follows are full, and many of those begin in lower case."""
    pairs = full = lower = 0
    for (start, end), (follower, _) in pairwise(lines):
        if _blank_between(text, end, follower):
            continue
        pairs += 1
        full += end - start >= 0.6 * width
        lower += text[follower].islower() and not is_closed(text[start:end])
    return pairs >= 3 and full >= 0.6 * pairs and lower >= 0.25 * pairs


def is_closed(line: str) -> bool:
    """The line ends as a sentence does."""
    bare = line.rstrip(_CLOSERS)
    return bool(bare) and bare[-1] in ".!?…:;,"


_GOES_ON = ":;,=+(&"  # a line that ends so is cut, not closed
_INITIALS = patterns.compile(r"(?:\b[A-Z]\.){2,}$")


def is_title(line: str) -> bool:
    """The line could be a headline: short, and no closing punctuation but a question or exclamation mark."""
    if len(line) > _LONGEST_TITLE or not any(map(str.isalpha, line)):
        return False
    bare = line.rstrip(_CLOSERS)
    if not bare or bare[-1] in _GOES_ON:
        return False
    if bare[-1] == "." and not bare.endswith("..."):
        return bool(_INITIALS.search(bare)) and ". " not in bare
    return bare[-1] not in "!?" or (len(bare) <= 120 and not re.search(r"[.!?] ", bare))


def scopes(text: str, parts: Sequence[Block]) -> tuple[Scope, ...]:
    """The scopes of a document, in order; only body paragraphs are numbered."""
    if not parts:
        return ()
    if len(parts) == 1:
        # Whatever it looks like, the only line is what the article has to say.
        only = parts[0]
        kind = only.kind or "body"
        return (Scope(only.start, only.end, kind, int(kind == "body")),)
    kinds = _kinds(text, parts)
    if all(kind in ("furniture", "headline") for kind in kinds):
        kinds = ["body" if kind == "furniture" else kind for kind in kinds]  # an article says something
    found = []
    paragraph = 0
    for part, kind in zip(parts, kinds, strict=True):
        paragraph += kind == "body"
        found.append(Scope(part.start, part.end, kind, paragraph if kind == "body" else 0))
    return tuple(found)


def _kinds(text: str, parts: Sequence[Block]) -> list[str]:
    rows = _rows()
    given = any(part.kind == "headline" for part in parts)
    longest = max(part.end - part.start for part in parts)
    kinds: list[str] = []
    seen_headline, seen_body = given, False
    titles = 0  # how many more lines may be related headlines
    carried = ""  # the kind that a heading gives to the block below it
    for index, part in enumerate(parts):
        size = part.end - part.start
        kind = part.kind
        line = text[part.start : part.end] if size <= _LONGEST_LABEL else ""
        place = _Place(index == 0, index + 1 == len(parts), seen_body)
        row = rows.find(line, place) if line and not kind else None
        if not kind and carried and not (row and row.where in ("any", "tail")):
            kind = carried
        carried = ""
        if not kind and line:
            if row and _applies(row, place):
                kind = row.kind
                titles = _MOST_TITLES if row.extent == "titles" else 0
                carried = row.kind if row.extent == "next" else ""
            elif titles and is_title(line):
                kind = "furniture"
                titles -= 1
            elif not seen_body and is_title(line) and size < longest and index + 1 < len(parts):
                if not seen_headline:
                    kind, seen_headline = "headline", True
                elif not given and kinds[-1] == "headline" and not is_closed(line):
                    kind = "standfirst"
        kind = kind or "body"
        if kind == "body":
            seen_body, titles = True, 0
        kinds.append(kind)
    return kinds


def _applies(row: _Row, place: _Place) -> bool:
    if row.where == "top":
        return not place.below_body
    if row.where == "last":
        return place.last and place.below_body
    if row.where == "below":
        return not place.first
    return True
