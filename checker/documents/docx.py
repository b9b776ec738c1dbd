"""Word files: paragraphs with their styles, from the standard library's zip and XML readers.

A place in such a file is its paragraph (as the line) and the character in it (as the column).
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree

from checker.documents import layout, publication
from checker.documents.page import Page, Pen
from checker.records import Document, Failure

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TERMS = "{http://purl.org/dc/terms/}"
_EDITOR = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}lastModifiedBy"
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    ElementTree.ParseError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
)
_LARGEST = 200_000_000  # bytes of XML; more is no article
# Paragraph styles, by the start of their identifier in lower case and without spaces.
_STYLES = (
    ("title", "headline"),
    ("headline", "headline"),
    ("subtitle", "standfirst"),
    ("standfirst", "standfirst"),
    ("caption", "caption"),
)


def read(data: bytes, path: str, published: object = None) -> Document | Failure:
    """The article of a .docx file's bytes."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            page = _page(_part(archive, "word/document.xml"))
            modified = _modified(archive)
    except KeyError:
        return Failure(path, "not a Word file (no word/document.xml inside)")
    except _TooLargeError:
        return Failure(path, f"unpacks to more than {_LARGEST // 1_000_000} MB; no article is that long")
    except _DAMAGE as error:
        return Failure(path, f"a damaged Word file ({next(iter(str(error).splitlines()), type(error).__name__)})")
    if not page.text.strip():
        return Failure(path, "empty file")
    scopes = layout.scopes(page.text, page.blocks)
    given, by = publication.interval(published), "option"
    if not given:
        given, by = publication.lenient(modified), "metadata"
    earliest, latest, by = (*given, by) if given else publication.from_scopes(page.text, scopes)
    return Document(page.text, path, scopes, earliest, latest, by, "utf-8", page.anchors)


class _TooLargeError(Exception):
    pass


def _part(archive: zipfile.ZipFile, name: str) -> ElementTree.Element:
    if archive.getinfo(name).file_size > _LARGEST:
        raise _TooLargeError
    with archive.open(name) as part:
        content = part.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise _TooLargeError
    return ElementTree.fromstring(content)


def _modified(archive: zipfile.ZipFile) -> str | None:
    """When somebody last saved it; where nobody is named, it is only the date of its template."""
    try:
        core = _part(archive, "docProps/core.xml")
    except (KeyError, ElementTree.ParseError):
        return None
    if not (core.findtext(_EDITOR) or "").strip():
        return None
    return core.findtext(f"{_TERMS}modified") or core.findtext(f"{_TERMS}created")


def _page(root: ElementTree.Element) -> Page:
    pen = Pen()
    headed = False
    for number, paragraph in enumerate(_paragraphs(root), 1):
        style = _style(paragraph)
        kind = next((kind for name, kind in _STYLES if style.startswith(name)), "")
        if style in ("heading1", "berschrift1", "titre1") and not headed and not pen.blocks:
            kind = "headline"
        if kind == "headline":
            kind, headed = ("headline", True) if not headed else ("", True)
        pen.write("".join(_words(paragraph)), number, 1)
        pen.close(kind)
    return pen.page()


def _paragraphs(root: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """Every w:p in order; a text box's own paragraphs come after the one that holds it."""
    todo = [root]
    while todo:
        node = todo.pop()
        if node.tag == _FALLBACK:  # the same text again, for old programs
            continue
        if node.tag in (f"{_W}p", f"{_STRICT}p"):
            yield node
        todo.extend(reversed(node))


def _words(paragraph: ElementTree.Element) -> Iterator[str]:
    """The text of a paragraph's runs; deleted text is no w:t and is left out, inserted text is kept."""
    todo = list(reversed(paragraph))
    while todo:
        node = todo.pop()
        name = node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
        if name in ("p", "txbxContent", "Fallback", "moveFrom", "del", "instrText"):
            continue
        if name == "t":
            yield (node.text or "").replace("\n", " ")
        elif name in ("tab", "br", "cr"):
            yield " "
        elif name == "noBreakHyphen":
            yield "-"
        else:
            todo.extend(reversed(node))


def _style(paragraph: ElementTree.Element) -> str:
    for space in (_W, _STRICT):
        style = paragraph.find(f"{space}pPr/{space}pStyle")
        if style is not None:
            return (style.get(f"{space}val") or "").lower().replace(" ", "")
    return ""
