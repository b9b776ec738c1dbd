"""From drafts in tokens to attributions: who the source is, what negation makes of the cue, when it was said."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from checker.attribution.cues import REPORTING
from checker.attribution.referents import PRONOUNS, Referents, head
from checker.entities.gazetteer import titles
from checker.language import Analysis
from checker.records import Attribution, Entity, Span, Time

if TYPE_CHECKING:
    from checker.attribution.draft import Draft
    from checker.attribution.quotes import Quote

VOICES = frozenset(("country", "person", "organisation", "body", "role"))
# Nested in what another says, these classes are a voice of their own where their source is named.
WEAK = frozenset(
    (
        "plan",
        "report",
        "confirm",
        "believe",
        "expect",
        "find",
        "propose",
        "decide",
        "refuse",
        "decline",
        "no-evidence",
        "not-aware",
        "suspect",
        "doubt",
    )
)


class Speakers:
    """Resolves the sources of one document."""

    def __init__(
        self,
        analysis: Analysis,
        entities: Sequence[Entity],
        times: Sequence[Time],
        drafts: list[Draft],
        quoted: Sequence[Quote],
    ) -> None:
        self.inside = [(analysis.starts[quote.first], analysis.ends[quote.last - 1]) for quote in quoted]
        self.analysis = analysis
        self.entities = entities
        self.starts = [entity.start for entity in entities]
        self.times = times
        self.time_starts = [time.start for time in times]
        self.drafts = drafts
        self.referents = Referents(
            analysis,
            entities,
            [self._chars(span) for draft in drafts if draft.source is not None for span in draft.contents],
        )

    def attributions(self) -> list[Attribution]:
        out: list[Attribution] = []
        for draft in self.drafts:
            out.extend(self._records(draft))
        return _settle(out, self.inside)

    def _records(self, draft: Draft) -> list[Attribution]:
        analysis = self.analysis
        row = draft.row
        polarity, certainty = row.polarity, row.certainty
        if draft.negated:
            if row.negated == "underspecified":
                polarity, certainty = "+", "underspecified"
            elif row.negated == "-":
                polarity = "-" if polarity == "+" else "+"
            elif row.negated == "+":
                polarity = "+"
        if draft.passive and certainty == "certain" and draft.source is None:
            certainty = "probable"  # "is said to be ill"
        contents = tuple(sorted(self._chars(span) for span in draft.contents))
        voices = self._voices(draft)
        for _, spans, entity in voices:
            if spans and not self._in_quote(spans[0][0]):
                self.referents.spoke(draft.sentence, spans[0], entity)
        earliest, latest = self._said(draft)
        quoted = any(analysis.words[k] in '“"”' for first, last in draft.contents for k in (first, last - 1))
        records = []
        for text, spans, entity in voices:
            records.append(
                Attribution(
                    spans,
                    (self._chars(draft.cue),),
                    contents,
                    text,
                    entity.id if entity else "",
                    entity.party if entity else "",
                    row.phrase,
                    row.kind,
                    polarity,
                    certainty,
                    row.status,
                    None,
                    quoted,
                    earliest,
                    latest,
                )
            )
        return records

    def _in_quote(self, offset: int) -> bool:
        place = bisect_right(self.inside, (offset, len(self.analysis.text))) - 1
        return place >= 0 and offset < self.inside[place][1]

    def _chars(self, span: tuple[int, int]) -> Span:
        return self.analysis.starts[span[0]], self.analysis.ends[span[1] - 1]

    def _voices(self, draft: Draft) -> list[tuple[str, tuple[Span, ...], Entity | None]]:
        """The sources of a draft: text, spans, entity; several for parties that share a subject."""
        if draft.source is None:
            return [("", (), None)]
        start, end = self._chars(draft.source)
        while end > start and self.analysis.text[end - 1] in ", ":
            end -= 1
        text = self.analysis.text[start:end]
        inside = self._inside(start, end)
        low = text.lower()
        if low in ("who", "which", "that"):
            before = self._before(start)
            return [(before.text if before else text, ((start, end),), before)]
        if low in PRONOUNS:
            return [(text, ((start, end),), self.referents.find(low, start, draft.sentence))]
        parties = _coordinated(self.analysis.text, start, end, inside)
        if len(parties) > 1:
            return [(self.analysis.text[e.start : e.end], ((start, end),), e) for e in parties]
        return [(text, ((start, end),), head(self.analysis, draft.source, inside))]

    def _inside(self, start: int, end: int) -> list[Entity]:
        k = bisect_left(self.starts, start)
        found = []
        while k < len(self.entities) and self.entities[k].start < end:
            if self.entities[k].end <= end:
                found.append(self.entities[k])
            k += 1
        return found

    def _before(self, start: int) -> Entity | None:
        """The entity that ends just before `start`, over a comma at most."""
        k = bisect_left(self.starts, start) - 1
        if k >= 0 and 0 <= start - self.entities[k].end <= 2:
            return self.entities[k]
        return None

    def _said(self, draft: Draft) -> tuple[int | None, int | None]:
        """The day of the saying: a date in the clause of the cue, outside the content."""
        sentence = self.analysis.sentences[draft.sentence]
        k = bisect_left(self.time_starts, sentence.start)
        best: Time | None = None
        cue_start, cue_end = self._chars(draft.cue)
        spans = [self._chars(span) for span in draft.contents]
        while k < len(self.times) and self.times[k].start < sentence.end:
            time = self.times[k]
            k += 1
            if time.type != "DATE" or time.earliest is None or time.grain not in ("day", "daypart", "week", ""):
                continue
            if any(first <= time.start < last for first, last in spans):
                continue
            if best is None or _distance(time, cue_start, cue_end) < _distance(best, cue_start, cue_end):
                best = time
        return (best.earliest, best.latest) if best is not None else (None, None)


def _distance(time: Time, start: int, end: int) -> int:
    return start - time.end if time.end <= start else time.start - end


def _coordinated(text: str, start: int, end: int, inside: list[Entity]) -> list[Entity]:
    """ "Both Moscow and Pyongyang": the entities that "and" joins, when they are all that the phrase holds."""
    outer: list[Entity] = []
    for entity in inside:
        if entity.id and entity.kind in VOICES and (not outer or entity.start >= outer[-1].end):
            outer.append(entity)
        elif outer and entity.kind == "person" and entity.id and entity.end == outer[-1].end:
            outer[-1] = entity
    if (
        len(outer) < 2
        or _bare(text[outer[-1].end : end])
        or not _bare(text[start : outer[0].start]) <= {"both", "neither"}
    ):
        return []
    gaps = [_bare(text[a.end : b.start]) for a, b in pairwise(outer)]
    if not all(gap <= {"and", "nor", "or", ","} for gap in gaps) or not gaps[-1] & {"and", "nor"}:
        return []
    return outer


def _bare(text: str) -> set[str]:
    """The words of a gap between names, without articles and titles."""
    words = re.findall(r"[^\W\d_]+|,", text.lower())
    return {word for word in words if word not in ("the", "a", "an") and word not in titles()}


def _settle(attributions: list[Attribution], quoted: list[Span]) -> list[Attribution]:
    """Sorted by cue, each with its parent; without what a speaker says of his own thoughts ("I think", "he said he
    hoped"), which is a part of his words."""
    attributions.sort(key=lambda a: a.cue_spans[0])
    parents = _parents(attributions)
    kept = []
    place = 0
    for attribution, parent in zip(attributions, parents, strict=True):
        start = attribution.cue_spans[0][0]
        while place < len(quoted) and quoted[place][1] <= start:
            place += 1
        in_quote = place < len(quoted) and quoted[place][0] <= start
        above = attributions[parent] if parent is not None else None
        if (in_quote or above is not None) and not _strong(attribution, above, in_quote=in_quote):
            continue
        kept.append(attribution)
    if len(kept) < len(attributions):
        parents = _parents(kept)
    return [
        row if parent is None else msgspec.structs.replace(row, parent=parent)
        for row, parent in zip(kept, parents, strict=True)
    ]


OTHERS = frozenset(("he", "she"))


def _strong(attribution: Attribution, above: Attribution | None, *, in_quote: bool) -> bool:
    """Is it a voice of its own inside another's words?"""
    noun = attribution.source.lower() not in PRONOUNS
    named = bool(attribution.source_id) and noun
    if in_quote:  # "I" and "we" are the speaker, "he" is somebody else
        other = named or attribution.source.lower() in OTHERS
        return other and attribution.cue_class in REPORTING
    told = above is not None and above.cue_class == "according" and noun and bool(attribution.source)
    return attribution.cue_class in REPORTING or ((named or told) and attribution.cue_class in WEAK)


def _parents(attributions: list[Attribution]) -> list[int | None]:
    """Of each, sorted by cue, the innermost attribution whose content holds its cue."""
    contents = sorted(
        (first, -last, number) for number, a in enumerate(attributions) for first, last in a.content_spans
    )
    out: list[int | None] = []
    stack: list[tuple[int, int]] = []  # end, number
    place = 0
    for attribution in attributions:
        start, end = cue = attribution.cue_spans[0]
        while place < len(contents) and contents[place][0] <= start:
            first, last, owner = contents[place]
            while stack and stack[-1][0] <= first:
                stack.pop()
            stack.append((-last, owner))
            place += 1
        while stack and stack[-1][0] <= start:
            stack.pop()
        parent: int | None = None
        for last, owner in reversed(stack):
            if last >= end and attributions[owner].cue_spans[0] != cue:
                parent = owner
                break
        out.append(parent)
    return out
