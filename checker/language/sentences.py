"""Where sentences end: final punctuation that no abbreviation explains, and the ends of lines."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from checker import patterns
from checker.language.parts import Sentence
from checker.language.tags import closed_class
from checker.records import Scope

# Where a sentence may end: final punctuation, closing marks, white space; a line's end always does.
SENTENCE_END = patterns.compile(r"[.!?…\n](?:(?<=\n)\n*+|(?<!\n)[.!?…]*+[\"'”’)\]]*+(?=\s))")
ABBREVIATION = patterns.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Maj|Capt|Cmdr|Adm|Prof|Rev|Hon|Jr|Sr|Inc|Corp|Co|Ltd|No|vs|Mt|Ft|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|approx|est|fig|Gov|Pres|Supt|Det|Insp|Messrs|Bros|e\.g|i\.e)|\b[A-Za-z](?:\.[A-Za-z])*)\.$"
)
# An abbreviation that may end a sentence when a capital follows.
FINAL_ABBREVIATION = patterns.compile(r"(?:\b(?:a\.m|p\.m|U\.S|U\.N|U\.K|Inc|Corp|Co|Ltd|Jr|Sr|D\.C|E\.U)\.)$")


def split(text: str, scopes: tuple[Scope, ...], starts: list[int]) -> list[Sentence]:
    sentences: list[Sentence] = []
    last = 0
    for scope in scopes:
        begin = scope.start
        for match in SENTENCE_END.finditer(text, scope.start, scope.end):
            end = match.end()
            mark = match.start()
            if text[mark] != "\n" and not _ends(text, mark, end, scope.end):
                continue
            begins, ends = _trim(text, begin, end)
            begin = end
            if begins < ends:
                first = bisect_left(starts, begins, last)
                last = bisect_left(starts, ends, first)
                sentences.append(Sentence(begins, ends, first, last, scope.kind, scope.paragraph))
        begins, ends = _trim(text, begin, scope.end)
        if begins < ends:
            first = bisect_left(starts, begins, last)
            last = bisect_left(starts, ends, first)
            sentences.append(Sentence(begins, ends, first, last, scope.kind, scope.paragraph))
    return sentences


def _trim(text: str, begin: int, end: int) -> tuple[int, int]:
    """Without the white space at its edges."""
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    return begin, end


@lru_cache(maxsize=20_000)
def _abbreviation(chunk: str) -> str:
    """Whether what stands before a point is an abbreviation: "", "inner", or "final" where it may end a sentence."""
    if not ABBREVIATION.search(chunk):
        return ""
    return "final" if FINAL_ABBREVIATION.search(chunk) else "inner"


def _ends(text: str, mark: int, end: int, limit: int) -> bool:
    """Does the punctuation at `mark` end a sentence?"""
    follows = end
    while follows < limit and text[follows].isspace():
        follows += 1
    if follows >= limit:
        return True
    first = text[follows]
    opens = first in "\"'“‘([—–-$£€" or first.isupper() or first.isdigit()
    if text[mark] != ".":
        return opens
    short = _abbreviation(text[max(0, mark - 12) : mark + 1].rsplit(None, 1)[-1])
    if short:
        if short != "final":
            return False
        word = re.match(r"[\"'“‘(]*(\w+)", text[follows : follows + 24])
        # "5 p.m. The", "in the U.S. Police said": a closed-class word with a capital, where a name would go on
        return bool(
            word
            and word.group(1)[0].isupper()
            and (word.group(1).lower() in closed_class() or word.group(1) in ("Police", "Officials"))
        )
    return opens
