"""Bytes to text, in the encodings that newsrooms really send; and which one it was."""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What a file says of itself in its first bytes, and what to do about it.
_MAGIC = (
    (b"%PDF-", "a PDF file; save it as .txt, .docx or .html"),
    (b"{\\rtf", "a rich-text file; save it as .txt, .docx or .html"),
    (b"\xd0\xcf\x11\xe0", "an old Office file; save it as .docx or .txt"),
    (b"PK\x03\x04", "a zip archive, not a text"),
    (b"\x89PNG", "an image, not a text"),
    (b"\xff\xd8\xff", "an image, not a text"),
    (b"GIF8", "an image, not a text"),
    (b"\x1f\x8b", "a compressed file, not a text"),
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
# One-byte encodings, the likeliest first: it wins where two read a text equally well.
_ONE_BYTE = ("cp1252", "mac_roman", "cp850", "cp1250", "latin-1")
_EXPECTED = frozenset("’‘“”–—…•€£¥°½¼¾×©®™\N{NO-BREAK SPACE}«»éèêëáàâäåãíìîïóòôöõøúùûüçñßÉÖÜÄÅØÇÁ")


class UnreadableError(Exception):
    """The bytes are no text; the message says what they seem to be."""


def decode(data: bytes) -> tuple[str, str]:
    """(text, encoding) of a file's bytes, newlines as they are.  Raises UnreadableError for what is no text."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(name), name.removesuffix("-sig")
            except UnicodeDecodeError as error:
                if name != "utf-8-sig":
                    raise UnreadableError(f"begins as {name.upper()}, but byte {error.start} is broken") from None
                data = data[len(bom) :]
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise UnreadableError(what)
    if b"\x00" in data[:65536]:
        return _unmarked_utf16(data)
    if len(_CONTROLS.findall(data, 0, 65536)) > min(len(data), 65536) // 50:
        raise UnreadableError("a binary file, not a text")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _legacy(data)


def _unmarked_utf16(data: bytes) -> tuple[str, str]:
    """UTF-16 without its mark: in English nearly every other byte is zero, and on one side only."""
    head = data[:65536]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = max(len(head) // 2, 1)
    for name, zeros, others in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if zeros > 0.4 * half and others < 0.05 * half:
            try:
                return data.decode(name), name
            except UnicodeDecodeError:
                break
    raise UnreadableError("a binary file, not a text")


def _legacy(data: bytes) -> tuple[str, str]:
    """What is not UTF-8 throughout: the encoding it names itself, broken UTF-8, or the likeliest one-byte encoding."""
    named = _CHARSET.search(data, 0, 4096)
    if named:
        name = named[1].decode("ascii").lower()
        try:
            codec = codecs.lookup(name).name
            if codec != "utf-8":
                return data.decode(codec), name
        except (LookupError, UnicodeError, ValueError):
            pass  # it does not keep what it says of itself
    multibyte = _MULTIBYTE.findall(data)
    stray = len(_HIGH.findall(data)) - sum(map(len, multibyte))
    if len(multibyte) > stray:
        return data.decode("utf-8", errors=_PATCH), "utf-8 with stray cp1252 bytes"
    sample = data[:200_000]
    best = max(_ONE_BYTE, key=lambda name: (_plausible(sample, name), -_ONE_BYTE.index(name)))
    return data.decode(best, errors="replace"), best


def _plausible(data: bytes, encoding: str) -> int:
    """How much a text looks like one when read so: expected signs, less the ones that cannot stand where they stand."""
    text = data.decode(encoding, errors="replace")
    score = 0
    before = " "
    for sign in text:
        if sign > "\x7f":
            score += 1 if sign in _EXPECTED else -3
            if sign.isupper() and before.islower():  # a capital inside a word: another encoding's apostrophe
                score -= 3
        before = sign
    return score


_PATCH = "factlint-stray-bytes"


def _patch(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error(_PATCH, _patch)
