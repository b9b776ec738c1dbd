"""From drafts in tokens to attributions: who the source is, what negation makes of the cue, when it was said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from checker.language import Analysis
from checker.records import Attribution, Entity, Span, Time

if TYPE_CHECKING:
    from checker.attribution.quotes import Quote
    from checker.attribution.reading import Draft

HE, SHE = frozenset(("he", "his")), frozenset(("she", "her"))
THEY, IT = frozenset(("they", "their", "both")), frozenset(("it", "its"))
PRONOUNS = HE | SHE | THEY | IT
# Nested in what another says, these classes are a voice of their own, the weak ones where their source is named.
REPORTING = frozenset(("say", "tell", "deny", "allege", "accuse", "according", "promise", "demand", "estimate", "ask"))
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
BACK = 2  # sentences a pronoun looks back


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
        self.previous: list[Entity] = []  # of the last source that is a person

    def attributions(self) -> list[Attribution]:
        out: list[Attribution] = []
        for draft in self.drafts:
            out.extend(self._records(draft))
        return _nest(_without_weak(_nest(out), self.inside))

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
        contents = tuple(sorted(self._chars(span) for span in draft.contents))
        voices = self._voices(draft)
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
        if low in HE | SHE | IT | THEY:
            return [(text, ((start, end),), self._pronoun(low, start))]
        parties = _coordinated(self.analysis.text, start, end, inside)
        if len(parties) > 1:
            return [(self.analysis.text[e.start : e.end], ((start, end),), e) for e in parties]
        return [(text, ((start, end),), _head(inside, self.analysis.text, start))]

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

    def _pronoun(self, low: str, start: int) -> Entity | None:
        """The one possible referent in the sentence before the pronoun, else in the two sentences before; else none."""
        if low in THEY:
            return None
        kinds = ("person",) if low in HE or low in SHE else ("organisation", "body", "country", "role")
        number = self.analysis.sentence_at(start)
        k = bisect_left(self.starts, start) - 1
        for back in range(BACK + 1):
            if number - back < 0:
                break
            begin = self.analysis.sentences[number - back].start
            found: dict[str, Entity] = {}
            while k >= 0 and self.entities[k].start >= begin:
                entity = self.entities[k]
                if entity.kind in kinds and entity.end <= start:
                    if low in IT and entity.kind == "role" and not entity.id.startswith("country"):
                        pass
                    else:
                        found[entity.id or entity.text] = entity
                k -= 1
            if len(found) == 1:
                entity = next(iter(found.values()))
                return entity if entity.id else None
            if found:
                return None
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


def _head(inside: list[Entity], text: str, start: int) -> Entity | None:
    """The entity that a source noun phrase names: the person in it, else the widest that begins it."""
    if not inside:
        return None
    people = [entity for entity in inside if entity.kind == "person" and entity.id]
    if (
        people
        and "’s" not in text[people[0].end : people[0].end + 2]
        and "'s" not in text[people[0].end : people[0].end + 2]
    ):
        return people[0]
    wide = [entity for entity in inside if entity.kind in ("role", "organisation", "body", "country")]
    return wide[0] if wide and wide[0].start - start <= 30 else None


def _coordinated(text: str, start: int, end: int, inside: list[Entity]) -> list[Entity]:
    """ "Both Moscow and Pyongyang": the entities that "and" joins, when they are all that the phrase holds."""
    parties = [e for e in inside if e.kind in ("country", "person", "organisation", "body", "role") and e.id]
    outer: list[Entity] = []
    for entity in parties:
        if not outer or entity.start >= outer[-1].end:
            outer.append(entity)
    if len(outer) < 2:
        return []
    gaps = [text[a.end : b.start].strip().lower() for a, b in pairwise(outer)]
    if any(gap not in ("and", ",", ", and", "and the", ", the", "or", "nor") for gap in gaps) or (
        "and" not in gaps[-1] and "nor" not in gaps[-1]
    ):
        return []
    if text[outer[-1].end : end].strip() or text[start : outer[0].start].strip().lower() not in (
        "",
        "both",
        "the",
        "neither",
        "both the",
    ):
        return []
    return outer


def _without_weak(attributions: list[Attribution], quoted: list[Span]) -> list[Attribution]:
    """Leaves out what a speaker says of his own thoughts ("I think", "he said he hoped"): it is part of what he says."""
    kept = []
    place = 0
    for attribution in attributions:
        start = attribution.cue_spans[0][0]
        while place < len(quoted) and quoted[place][1] <= start:
            place += 1
        in_quote = place < len(quoted) and quoted[place][0] <= start
        if (in_quote or attribution.parent is not None) and not _strong(attribution, in_quote=in_quote):
            continue
        kept.append(attribution)
    return kept


def _strong(attribution: Attribution, *, in_quote: bool) -> bool:
    named = bool(attribution.source_id) and attribution.source.lower() not in PRONOUNS
    if in_quote:
        return named and attribution.cue_class in REPORTING
    return attribution.cue_class in REPORTING or (named and attribution.cue_class in WEAK)


def _nest(attributions: list[Attribution]) -> list[Attribution]:
    """Sorted by cue, each with the innermost attribution whose content holds its cue."""
    attributions.sort(key=lambda a: a.cue_spans[0])
    contents = sorted(
        (first, -last, number) for number, a in enumerate(attributions) for first, last in a.content_spans
    )
    out: list[Attribution] = []
    stack: list[tuple[int, int]] = []  # end, number
    place = 0
    for attribution in attributions:
        start, end = attribution.cue_spans[0]
        while place < len(contents) and contents[place][0] <= start:
            first, last, owner = contents[place]
            while stack and stack[-1][0] <= first:
                stack.pop()
            stack.append((-last, owner))
            place += 1
        while stack and stack[-1][0] <= start:
            stack.pop()
        parent = next(
            (
                owner
                for last, owner in reversed(stack)
                if last >= end and attributions[owner].cue_spans != attribution.cue_spans
            ),
            None,
        )
        same = attribution.parent == parent
        out.append(attribution if same else msgspec.structs.replace(attribution, parent=parent))
    return out
