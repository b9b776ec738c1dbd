"""HTML cut into tags and text, in linear time whatever is broken in it (the standard library's parser is not)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from checker import patterns

_OPEN = patterns.compile(r"<(?:!--|[!?]|(/?)([A-Za-z][^\s/>]*))")
_REST = patterns.compile(r"""(?:[^>"']++|"[^"]*+"|'[^']*+')*+>""")
_ATTRIBUTE = patterns.compile(r"""([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?""")
_RAW = {
    name: patterns.compile(rf"</{name}(?![A-Za-z])", re.IGNORECASE)
    for name in ("script", "style", "title", "textarea")
}
_PATIENCE = 100  # tags with unbalanced quotation marks, before the marks are no longer heeded


class Tag(msgspec.Struct, frozen=True):
    name: str  # lower case
    inner: str  # attributes, unparsed
    at: int
    closes: bool = False

    def attributes(self) -> dict[str, str]:
        """Names (lower case) and values."""
        return {
            match[1].lower(): next((value for value in match.group(2, 3, 4) if value is not None), "")
            for match in _ATTRIBUTE.finditer(self.inner)
        }


class Raw(msgspec.Struct, frozen=True):
    """The content of a script, style, title or textarea element."""

    name: str
    start: int
    end: int


Span = tuple[int, int]


def tokens(text: str) -> Iterator[Tag | Raw | Span]:
    """Tags, raw content and spans of text, in order; comments and declarations are left out."""
    at = 0  # where the pending text begins
    search = 0
    patience = _PATIENCE
    last = text.rfind(">")
    comments = text.rfind("-->")
    while (opened := _OPEN.search(text, search)) and opened.start() < last:
        start = opened.start()
        if opened.group() == "<!--" and start < comments:
            end = text.index("-->", start) + 3
        elif opened[2] is None:
            end = text.index(">", start) + 1
        else:
            closed = _REST.match(text, opened.end()) if patience else None
            patience -= patience > 0 and not closed
            end = closed.end() if closed else text.find(">", opened.end()) + 1
            if not end:
                break
        if at < start:
            yield at, start
        at = search = end
        if opened[2] is None:
            continue
        name = opened[2].lower()
        inner = text[opened.end() : end - 1]
        yield Tag(name, inner, start, bool(opened[1]))
        if name in _RAW and not opened[1] and not inner.endswith("/"):
            closing = _RAW[name].search(text, end)
            stop = closing.start() if closing else end if name in ("title", "textarea") else len(text)
            yield Raw(name, end, stop)
            at = search = stop
    if at < len(text):
        yield at, len(text)
