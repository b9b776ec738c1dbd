"""Figures in words that are no plain number: ordinals, multiples, shares, "both", "several hundred", names."""
from __future__ import annotations

import msgspec

from checker import patterns
from checker.language import Analysis
from checker.language.morphology import verb_forms
from checker.quantities import context, guards, measures, nouns, ranges, units
from checker.quantities.draft import MULTIPLE, SHARE, Draft, Walk, point
from checker.quantities.figure import read_figure
from checker.quantities.numerals import Numeral, words

SHARED = patterns.compile(
    r"\s*(?:$|[.,;?!)]|(?:of|as|less|more|fewer|higher|lower|larger|smaller|bigger|longer|shorter|faster|slower|cheaper"
    r"|in|to|from|since|on|over|compared)\b)"
)
_A = ("a ", "an ")
_OF_WHAT = patterns.compile(r" (?:the|that|its|their|his|her|what|last|as)\b")
_SEVERAL = patterns.compile(r"\b(?:several|a few|few|many|a couple|a couple of) $")
_UNTOLD = ("several ", "few ", "many ", "couple ", "couple of ")
_AND_PART = patterns.compile(r" [a-z]+ and an? (half|quarter)(?![a-z])")
_WORD = patterns.compile(r"[a-z]+")
_FINITE = frozenset(["SUBJ", "BE", "HAVE", "MODAL"])
_THINGS = frozenset(["NOUN", "PROPN", "ADJ", "POSS", "DET"])
_SHORT = 24  # a text this short is a phrase, where an ordinal stands for itself


def ordinal(walk: Walk, draft: Draft, stop: int) -> None:
    """ "first", "21st": a figure where it counts off things, not a rank of time or place in a name."""
    lower, start = walk.lower, draft.start
    walk.done = stop
    draft.numeral = draft.numeral._replace(form="ordinal")
    draft.kind, draft.end = "ordinal", stop
    between = "between" in lower[max(0, start - 12) : start]
    if between and (joined := ranges.second_numeral(walk.analysis, stop, draft.numeral, True)):
        draft.kind, draft.lead, draft.second = "range", context.lead(lower, start), joined.second
        draft.end = draft.numeral_end = joined.end
        draft.counted = nouns.counted(walk.analysis, draft.end)
        walk.emit(draft)
        return
    following = lower[stop : stop + 2]
    if following[:1] in ("-", "'", "’") and following[1:].isalpha():
        return
    draft.counted = counted = nouns.counted(walk.analysis, stop, one=True)
    if len(lower) > _SHORT:
        if counted is None or counted.noun_class == "time" or (not counted.noun_class and not draft.digit):
            return
        head = walk.text[counted.start : counted.end].rsplit(None, 1)[-1]
        if head[0].isupper():
            return  # the 13th Amendment
    if (draft.numeral.value or 0) > 31 or not guards.date_or_clock(lower, start, stop, True):
        walk.emit(draft)


def share(walk: Walk, start: int, end: int, numeral: Numeral) -> bool:
    """ "a fifth of voters": an ordinal behind an article that is a share."""
    lower = walk.lower
    if not lower.endswith(_A, 0, start) or (numeral.value or 0) < 3:
        return False
    begin = lower.rindex("a", 0, start)
    if not SHARED.match(lower, end) and not _changed(walk, begin, end):
        return False
    draft = Draft(begin, point(1 / (numeral.value or 1), end - begin))
    if (unit := measures.unit_after(walk.analysis, end, draft.numeral)) is not None and lower.startswith(" of a", end):
        draft.numeral_end = end
        read_figure(walk, draft)  # "a tenth of a second"
        return unit is not None
    draft.unit, draft.kind, draft.lead = SHARE, "ratio", context.lead(lower, begin)
    draft.counted = nouns.counted(walk.analysis, end)
    walk.emit(draft)
    return True


def quarter(walk: Walk, start: int) -> Numeral | None:
    """ "a quarter of", "a quarter-litre": not the quarter of a year."""
    text, lower = walk.text, walk.lower
    if not lower.startswith("quarter", start):
        return None
    article = lower.endswith("a ", 0, start)
    article = article and (
        SHARED.match(lower, start + 7) is not None or _led(lower, start) or _changed(walk, start - 2, start + 7)
    )
    hyphen = lower[start + 7 : start + 8] == "-" and units.after(text, lower, start + 7, False)
    return point(0.25, 7) if article or hyphen else None


def _changed(walk: Walk, start: int, end: int) -> bool:
    """A change of a share, with nothing behind that the figure could count: "sales were up a fifth and costs fell"."""
    if context.lead(walk.lower, start).change not in ("up", "down"):
        return False
    return nouns.tag_after(walk.analysis, end) not in ("NOUN", "PROPN", "ADJ", "NUM", "")


def _led(lower: str, start: int) -> bool:
    """Words of amounts stand before: "barely a quarter wanted a vote"."""
    lead = context.lead(lower, start)
    return lead.hedge != "" or lead.qualifier == "only"


def twenty(walk: Walk, start: int, end: int) -> bool:
    """ "a score of ships": a score that is counted in, not one of a match ("a score of 3-2")."""
    lower = walk.lower
    counted = lower.startswith(" of ", end) and not lower[end + 4 : end + 5].isdigit()
    return counted and lower[max(0, start - 2) : start] == "a "


def article(walk: Walk, start: int, length: int) -> None:
    """ "a mile away": an article that says one of a unit; as a rate ("40p a mile") it belongs to the figure before."""
    walk.done = start + length
    more = _AND_PART.match(walk.lower, start + length)
    draft = Draft(start, point(1.5 if more and more[1] == "half" else 1.25 if more else 1.0, length, "words"))
    count = len(walk.found)
    read_figure(walk, draft)
    if more and len(walk.found) > count:  # "a mile and a half"
        last = walk.found[-1]
        walk.found[-1] = msgspec.structs.replace(last, end=more.end(), text=walk.text[last.start : more.end()])
        walk.done = more.end()


def several(walk: Walk, start: int, numeral: Numeral) -> Draft:
    """ "several hundred", "a few thousand": at least two of them; any other numeral as it is."""
    lower = walk.lower
    match = _SEVERAL.search(lower, max(0, start - 13), start) if lower.endswith(_UNTOLD, 0, start) else None
    first = lower[start : start + numeral.length].split()[0]
    if match is None or words().get(first, ("", 0.0))[0] not in ("hundred", "scale", "dozen"):
        return Draft(start, numeral)
    size = numeral.value or 0.0
    length = numeral.length + start - match.start()
    return Draft(match.start(), Numeral(length, None, 2 * size, None, size, 1.0, "vague"))


def multiple(walk: Walk, start: int) -> None:
    """ "twice", "doubled", "threefold", "both"; a word that is none of them is passed over."""
    lower = walk.lower
    match = _WORD.match(lower, start)
    word = match[0] if match else ""
    walk.done = end = start + max(1, len(word))
    kind, value = words().get(word, ("", 0.0))
    if kind == "both":
        draft = Draft(start, Numeral(4, 2.0, 2.0, 2.0, 1.0, 1.0, "words"))
        if nouns.tag_after(walk.analysis, end) in _THINGS and not _floating(walk.analysis, start):
            draft.counted = nouns.counted(walk.analysis, end)
            following = _WORD.match(lower, end + 1)
            if draft.counted is not None or following is None or following[0] not in verb_forms():
                walk.emit(draft)  # not "both began"
        return
    lead = context.lead(lower, start)
    if kind == "multiple" and (word not in ("double", "triple", "treble") or _OF_WHAT.match(lower, end)):
        draft = Draft(start, point(value, end - start, "multiple"))
        if word.endswith(("ed", "ing")):
            lead = lead._replace(change="up" if value > 1 else "down")
    else:
        return
    draft.unit, draft.kind, draft.lead = MULTIPLE, "ratio", lead
    walk.emit(draft)


def _floating(analysis: Analysis, start: int) -> bool:
    """A "both" of the subject: "who both ended their runs", "they have both reduced prices"."""
    before = analysis.token_at(start) - 1
    return before >= 0 and (analysis.tags[before] in _FINITE or analysis.lowers[before] == "who")


def name(text: str, start: int, end: int) -> bool:
    """A capitalised number word inside a name: "Radio Four", "Big Five", "Six Nations"."""
    if not text[start].isupper() or (text[start:end].isupper() and end - start > 1):
        return False
    before = text[max(0, start - 2) : start]
    if "\n" in before or not before.strip() or before.strip()[-1] in ".!?:\"“‘(—–'":
        return False
    return not _title(text, start)


def _title(text: str, start: int) -> bool:
    """The line has most of its words capitalised: a headline in title case."""
    left = text.rfind("\n", max(0, start - 100), start) + 1
    left = left if left else max(0, start - 100)
    right = text.find("\n", start, start + 100)
    line = text[left : right if right >= 0 else start + 100].split()
    return sum(word[0].isupper() or word[0].isdigit() for word in line) > 0.6 * len(line)
