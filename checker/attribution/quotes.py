"""Direct quotations: where they begin and end, over sentences and paragraphs."""

from __future__ import annotations

from itertools import compress

import msgspec

from checker.attribution.clauses import line_end
from checker.language import Analysis

OPENING = "“«„"
MARKS = frozenset("“”«»„\"'‘’")
CLOSING = "”»"
SINGLE_REACH = 120  # tokens within which single quotation marks are looked for
BEFORE_OPENING = " \t\n([{—–-/:"


class Quote(msgspec.Struct, frozen=True):
    """Tokens first..last (exclusive), marks included; `open` where a paragraph ends before the mark does."""

    first: int
    last: int
    open: bool


def quotes(analysis: Analysis) -> list[Quote]:
    """The quotations of a document, ascending and disjoint."""
    text, starts, ends, words = analysis.text, analysis.starts, analysis.ends, analysis.words
    out: list[Quote] = []
    began: int | None = None
    previous = 0
    skip = -1
    for i in list(compress(range(len(words)), map(MARKS.__contains__, words))):
        if i <= skip:
            continue
        mark, at = words[i], starts[i]
        last = i + 1
        if mark == "‘" and began is None:
            stop = _single(analysis, i)
            if stop is not None:
                out.append(Quote(i, stop, False))
                skip = stop - 1
            continue
        if mark in "'‘’":
            # '' is a double quotation mark of some wires; a single one may be an apostrophe
            if i + 1 < len(words) and words[i + 1] == mark and starts[i + 1] == ends[i]:
                last, skip = i + 2, i + 1
            else:
                continue
        if began is not None and "\n" in text[starts[previous] : at]:
            stop = line_end(analysis, previous)
            out.append(Quote(began, stop, True))
            began = None
        before = text[at - 1] if at else " "
        after = text[ends[last - 1]] if ends[last - 1] < len(text) else " "
        if mark in OPENING:
            opens = True
        elif mark in CLOSING:  # at the start of a line it is a slip for the opening one
            opens = began is None and before == "\n" and not after.isspace()
        elif before in BEFORE_OPENING and not after.isspace():
            opens = True
        elif after.isspace() or after in ",.;:?!)]":
            opens = False
        else:
            opens = began is None
        if opens:
            if began is not None:  # the mark at its end was left out
                out.append(Quote(began, i, True))
            began = i
        elif began is not None:
            out.append(Quote(began, last, False))
            began = None
        previous = i
    if began is not None:
        out.append(Quote(began, line_end(analysis, previous), True))
    return out


def _single(analysis: Analysis, first: int) -> int | None:
    """The token after the ’ that closes a quotation in single marks, on the same line; an apostrophe does not."""
    text, starts, ends, words = analysis.text, analysis.starts, analysis.ends, analysis.words
    fallback: int | None = None
    for k in range(first + 1, min(len(words), first + SINGLE_REACH)):
        if "\n" in text[ends[k - 1] : starts[k]] or words[k] == "‘":
            break
        if words[k] == "’" and (ends[k] >= len(text) or not text[ends[k]].isalnum()):
            if text[starts[k] - 1] in ",.!?…":
                return k + 1
            if fallback is None:
                fallback = k + 1
    return fallback
