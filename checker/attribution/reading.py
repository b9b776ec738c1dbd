"""`extract`: from cues to attributions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from checker.attribution.content import Reader
from checker.attribution.cues import ASIDE_CLASSES, Hit, hits, media
from checker.attribution.draft import Draft
from checker.attribution.labels import labels
from checker.attribution.phrases import READERS
from checker.attribution.quotes import quotes
from checker.attribution.speakers import Speakers
from checker.attribution.verbhood import is_verb
from checker.attribution.verbs import read_verb
from checker.language import Analysis
from checker.records import Attribution, Entity, Time

WINDOW = 150  # tokens round a cue that are its own, in sentences without end


def extract(analysis: Analysis, entities: list[Entity], times: list[Time]) -> list[Attribution]:
    """The attributions of a document, by cue; one a party where parties share a subject."""
    reader = Reader(analysis, quotes(analysis), _timed(analysis, times), entities)
    drafts: list[Draft] = []
    number, sentences = 0, analysis.sentences
    for hit in hits(analysis):
        while number + 1 < len(sentences) and sentences[number].last <= hit.first:
            number += 1
        if sentences[number].scope == "furniture" or not (hit.family.reports or reader.quote_at(hit.first) is None):
            continue
        draft = _draft(reader, hit, number)
        if draft is not None:
            _speak_on(reader, drafts, draft)
            drafts.append(draft)
    drafts.extend(labels(reader, entities))
    drafts.sort(key=lambda draft: draft.cue)
    _continue_quotes(reader, drafts)
    return Speakers(analysis, entities, times, drafts, reader.quoted).attributions()


def _timed(analysis: Analysis, times: Sequence[Time]) -> set[int]:
    """Tokens of dates and clock times."""
    found: set[int] = set()
    for time in times:
        if time.type in ("DATE", "TIME"):
            k = bisect_left(analysis.starts, time.start)
            while k < len(analysis.starts) and analysis.starts[k] < time.end:
                found.add(k)
                k += 1
    return found


def _draft(reader: Reader, hit: Hit, number: int) -> Draft | None:
    analysis = reader.analysis
    sentence = analysis.sentences[number]
    if hit.last > sentence.last:
        return None
    floor, limit = max(sentence.first, hit.first - WINDOW), min(sentence.last, hit.last + WINDOW)
    group = analysis.verb_at.get(hit.first)
    draft: Draft | None = None
    verb = bool(hit.family.verbs) and is_verb(analysis, hit, group)
    if not verb or (group is not None and group.passive):  # "is convinced" is an adjective if that fits
        for row in hit.family.others:
            draft = READERS[row.form](reader, hit, row, floor, limit)
            if draft is not None:
                break
    if draft is None and verb:
        draft = read_verb(reader, hit, group, floor, limit)
    if draft is not None:
        quote = reader.quote_at(hit.first)
        if quote is not None:  # what is said within a quotation stands in it
            draft.contents = [span for span in draft.contents if span[0] >= quote.first]
            if not draft.contents:
                return None
        draft.sentence = number
        _widen(analysis, draft, floor)
    return draft


def _speak_on(reader: Reader, drafts: list[Draft], draft: Draft) -> None:
    """A cue right after the content of another, over "and" or a comma, has its source ("..., adding that")."""
    analysis = reader.analysis
    edge = first = draft.cue[0]
    while edge and (analysis.tags[edge - 1] == "CONJ" or analysis.words[edge - 1] == ","):
        edge -= 1
    if (edge == first and not reader.closes(first)) or draft.source is None or draft.source[0] > first:
        return
    for other in reversed(drafts):
        if other.sentence != draft.sentence:
            break
        if other.source is None or draft.source[0] < other.cue[0] < draft.source[1]:
            continue
        ends = [last for _, last in other.contents]
        if other.source[0] > other.cue[0]:
            ends.append(other.source[1])  # "“...,” said Ruiz, adding that"
        if edge in ends or edge + 1 in ends:
            draft.source = other.source  # of the outermost that ends here


def _widen(analysis: Analysis, draft: Draft, floor: int) -> None:
    """The cue takes in the adverbs round it ("flatly denied", "said sarcastically") and the colon after it."""
    first, last = draft.cue
    edge = draft.source[1] if draft.source is not None and draft.source[1] <= first else floor
    while first > edge and analysis.tags[first - 1] == "ADV" and analysis.lowers[first - 1] != "there":
        first -= 1
    last = _adverbs(analysis, last, draft)
    last = _medium(analysis, last, draft)
    if last < len(analysis.words) and analysis.words[last] == ":" and analysis.starts[last] == analysis.ends[last - 1]:
        last += 1
    draft.cue = (first, last)


def _adverbs(analysis: Analysis, last: int, draft: Draft) -> int:
    """ "said |sarcastically|.", but "says |too| much is made of it"."""
    tags, k = analysis.tags, last
    while k < len(tags) and tags[k] == "ADV" and not any(first <= k < end for first, end in draft.contents):
        k += 1
    ends = k >= len(tags) or tags[k] in ("PUNCT", "QUOTE", "PREP", "REL", "SUB")
    return k if ends else last


def _medium(analysis: Analysis, last: int, draft: Draft) -> int:
    """... and the medium after it ("said in an interview"), when the content stands elsewhere."""
    lowers, tags = analysis.lowers, analysis.tags
    if (
        last + 2 >= len(lowers)
        or lowers[last] not in ("in", "on")
        or tags[last + 1] != "DET"
        or draft.row.form != "verb"
    ):
        return last
    for k in range(last + 2, min(last + 6, len(lowers))):
        if lowers[k] in media():
            inside = any(first <= k < end for first, end in draft.contents)
            return last if inside else k + 1
        if tags[k] not in ("ADJ", "NOUN", "PROPN", ""):
            break
    return last


def _continue_quotes(reader: Reader, drafts: list[Draft]) -> None:
    """Quotations that stand in no content go on from the last speaker of their paragraph, or of the one before."""
    analysis = reader.analysis
    outside = [draft for draft in drafts if reader.quote_at(draft.cue[0]) is None]
    covered = sorted(span for draft in outside for span in draft.contents)
    by_end: list[tuple[int, Draft]] = sorted(
        ((draft.cue[0], draft) for draft in outside if draft.row.kind in ASIDE_CLASSES and draft.source),
        key=lambda pair: pair[0],
    )
    place = cover = reach = 0
    last: Draft | None = None
    for quote in reader.quoted:
        while cover < len(covered) and covered[cover][0] <= quote.first:
            reach = max(reach, covered[cover][1])
            cover += 1
        while place < len(by_end) and by_end[place][0] < quote.first:
            last = by_end[place][1]
            place += 1
        if reach > quote.first or quote.last - quote.first < 6:
            continue
        if cover < len(covered) and covered[cover][0] < quote.last:
            continue
        if not _full(analysis, quote.first):
            continue
        here = analysis.sentences[analysis.sentence_at(analysis.starts[quote.first])].paragraph
        speaker = last
        if speaker is not None and analysis.sentences[speaker.sentence].paragraph < here - 1:
            speaker = None
        ahead = by_end[place][1] if place < len(by_end) else None
        same = ahead is not None and analysis.sentences[ahead.sentence].paragraph == here
        if same and ahead is not None and (speaker is None or analysis.sentences[speaker.sentence].paragraph != here):
            speaker = ahead
        if speaker is not None:
            speaker.contents.append((quote.first, quote.last))


def _full(analysis: Analysis, token: int) -> bool:
    """Does the quotation begin a sentence?"""
    sentence = analysis.sentences[analysis.sentence_at(analysis.starts[token])]
    return token - sentence.first <= 1
