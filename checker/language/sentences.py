"""Where sentences end: final punctuation that no abbreviation explains, and the ends of lines."""

from __future__ import annotations

import re
from bisect import bisect_left

from checker.language.parts import Sentence
from checker.language.tags import closed_class
from checker.records import Scope

# Where a sentence may end: final punctuation, closing marks, white space; a line's end always does.
SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s)|\n+")
ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Maj|Capt|Cmdr|Adm|Prof|Rev|Hon|Jr|Sr|Inc|Corp|Co|Ltd|No|vs|Mt|Ft|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|approx|est|fig|Gov|Pres|Supt|Det|Insp|Messrs|Bros|e\.g|i\.e)|\b[A-Za-z](?:\.[A-Za-z])*)\.$"
)
# An abbreviation that may end a sentence when a capital follows.
FINAL_ABBREVIATION = re.compile(r"(?:\b(?:a\.m|p\.m|U\.S|U\.N|U\.K|Inc|Corp|Co|Ltd|Jr|Sr|D\.C|E\.U)\.)$")


def split(text: str, scopes: tuple[Scope, ...], starts: list[int]) -> list[Sentence]:
    spans: list[tuple[int, int, Scope]] = []
    for scope in scopes:
        begin = scope.start
        for match in SENTENCE_END.finditer(text, scope.start, scope.end):
            end = match.end()
            if text[match.start()] != "\n" and not _ends(text, match.start(), end, scope.end):
                continue
            spans.append((begin, end, scope))
            begin = end
        spans.append((begin, scope.end, scope))
    sentences: list[Sentence] = []
    last = 0
    for begin, end, scope in spans:
        while begin < end and text[begin].isspace():
            begin += 1
        while end > begin and text[end - 1].isspace():
            end -= 1
        if begin == end:
            continue
        first = bisect_left(starts, begin, last)
        last = bisect_left(starts, end, first)
        sentences.append(Sentence(begin, end, first, last, scope.kind, scope.paragraph))
    return sentences


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
    before = text[max(0, mark - 12) : mark + 1]
    if ABBREVIATION.search(before):
        if not FINAL_ABBREVIATION.search(before):
            return False
        word = re.match(r"[\"'“‘(]*(\w+)", text[follows : follows + 24])
        # "5 p.m. The", "in the U.S. Police said": a closed-class word with a capital, where a name would go on
        return bool(
            word
            and word.group(1)[0].isupper()
            and (word.group(1).lower() in closed_class() or word.group(1) in ("Police", "Officials"))
        )
    return opens
