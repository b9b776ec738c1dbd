"""What a bare figure counts by the words before it: "kills 12", "the toll rose to 48", "and another 3,000"."""
from __future__ import annotations

import re

from checker import patterns
from checker.quantities import cues, nouns
from checker.quantities.draft import Draft, Walk
from checker.records import Counted

_PARENT = patterns.compile(r"\b(?:father|mother|dad|mum|mom|parent|grandfather|grandmother)-?s? of $")
_CLAUSE = 120  # characters from the beginning of a sentence to what its subject came to
_OF_THEM = patterns.compile(r" of (?:them|whom|which|those)\b")


def elliptic(walk: Walk, draft: Draft) -> Counted | None:
    """What a bare figure counts by the words before it: "kills 12", "1,500 soldiers ... and another 3,000"."""
    lower, start, end = walk.lower, draft.start, draft.end
    if draft.rate or short(lower, end):
        return None  # "40 per minute"; "48 seats, three short of a majority" is how many they lack
    if lower.endswith(" out of ", 0, start) and walk.found and (whole := walk.found[-1].counted) is not None:
        return whole if whole.end == start - len(" out of ") else None  # "900 votes out of 12,000 cast"
    behind = nouns.tag_after(walk.analysis, end) if lower[end : end + 1] == " " else ""
    if behind in ("NOUN", "PROPN", "ADJ", "NUM"):
        return None  # it counts something of its own, which we could not read
    window = lower[max(0, start - 90) : start]
    if "toll" in window or "number of" in window:
        tolls = list(cues.pattern("toll").finditer(window))
        if tolls and not re.search(r"[.;]", window[tolls[-1].end() :]):
            return Counted(end, end, "", "person", (), "person")
    if cues.last_word(lower, start) in cues.words("casualty"):
        return Counted(end, end, "", "person", (), "person")
    if "number of " in window and cues.last_word(lower, start) in cues.words("numbered"):
        at = lower.rfind("number of ", 0, start)
        if not re.search(r"[.;]", lower[at:start]):
            return nouns.counted(walk.analysis, at + len("number"))  # "the number of cases rose to 40"
    if (subject := _subject(walk, start)) is not None:
        return subject
    if window.endswith("of "):
        if _PARENT.search(window):
            return Counted(end, end, "", "child", (), "person")  # "a father of three"
        if crowd := cues.pattern("gathering", after=r" of $").search(window):
            return Counted(end, end, "", crowd[0].removesuffix(" of "), (), "person")  # "a crowd of 6,000"
    pointed = _OF_THEM.match(lower, end) is not None
    for previous in reversed(walk.found[-3:]):
        if not pointed and lower.endswith("including ", 0, previous.start):
            continue  # "1,139 people, including 36 children ... 71 were foreigners"
        if (
            previous.counted is not None
            and previous.kind in ("cardinal", "range")
            and previous.numeral.lower() != "both"
        ):
            between = walk.text[previous.end : start][:241]
            far = "\n" in between or len(between) > 240
            if far or (re.search(r"[.!?;] ", between) and draft.lead.qualifier != "further"):
                return None
            return previous.counted
    return None


def short(lower: str, end: int) -> bool:
    """The figure is what is wanting, or what is more: "48 seats, one short of a majority", "two clear of the field"."""
    following = lower[end + 1 : end + 9].split(" ", 2)
    return following[0] in nouns.stops("short") and following[1:2] == ["of"]


_NO_COUNT = ("", "match", "money", "share", "time")  # classes whose change is told in something else
# What may stand between a subject and its verb: "visitors to the park have since fallen".
_OF_SUBJECT = (
    r"(?: (?:in|at|on|from|across|among|for|with|to|this|last) [\w’' -]{1,40}?)?"
    r"(?: (?:has|have|had|also|then|nearly|almost|more than|will|would|could|is|are|was|were|expected|to|since))* "
)


def _subject(walk: Walk, start: int) -> Counted | None:
    """The sentence's subject, where a verb of change or amount leads from it to the figure: "visitors fell to 300"."""
    lower, analysis = walk.lower, walk.analysis
    to = cues.last_word(lower, start) in cues.words("numbered")
    if not to and not cues.pattern("moves", after=r" $").search(lower, max(0, start - 16), start):
        return None
    at = analysis.sentence_at(start)
    if at < 0 or start - analysis.sentences[at].start > _CLAUSE:
        return None
    begin = analysis.sentences[at].start
    if (crowd := cues.pattern("gathering", after=_OF_SUBJECT).search(lower, begin, start)) is not None:
        told = cues.pattern("amounted").match(lower, crowd.end()) and ";" not in lower[crowd.end() : start]
        name = max((word for word in cues.words("gathering") if crowd[0].startswith(word)), key=len)
        if told:  # "the population shrank to 9.7 million"
            return Counted(start, start, "", nouns.lemma(name.rsplit(" ", 1)[-1]), (), "person")
    counted = nouns.counted(analysis, begin)
    if counted is None or counted.noun_class in _NO_COUNT or counted.end >= start:
        return None
    between = lower[counted.end : start]
    if ";" in between or not cues.pattern("amounted", before=_OF_SUBJECT).match(between):
        return None
    return counted
