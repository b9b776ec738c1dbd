"""A document on its way to claims: what every kind of claim needs, and the one place that numbers them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import cache, cached_property
from typing import Any

import msgspec

from checker import patterns
from checker.claims.clauses import actor_id
from checker.claims.rarity import NAME
from checker.claims.spans import Index, Spans, index
from checker.claims.words import lemmas
from checker.language import Analysis, Sentence
from checker.language.lexicon import items, table
from checker.records import Attribution, Claim, Document, Entity, Span, Time


class Retraction(msgspec.Struct, frozen=True):
    """A row of `retraction.tsv`: words that take an older figure back; what stands beside is licensed to differ."""

    follows: re.Pattern[str]
    figure: bool  # only the figure next to the words is


@cache
def retractions() -> dict[str, list[Retraction]]:
    """Opening word → its rows."""
    found: dict[str, list[Retraction]] = {}
    for row in table("retraction"):
        for word in items(row["opens"]):
            found.setdefault(word, []).append(Retraction(patterns.compile(row["pattern"]), row["reach"] == "figure"))
    return found


class Voice(msgspec.Struct, frozen=True, gc=False):
    """Who says a span: one attribution with what it makes of its content, or the narration."""

    source: str = ""
    source_id: str = ""
    party: str = ""
    polarity: str = "+"
    certainty: str = "certain"
    status: str = ""
    cue: str = ""  # class of the cue
    attribution: int | None = None
    said: tuple[int | None, int | None] = (None, None)


NARRATION = Voice()
# "Nobody knows where the money went": the article says it.
NOBODY = frozenset(("nobody", "no one", "no-one", "none", "neither", "few", "everybody", "everyone"))
# Classes of cues that tell what somebody does about the content, not that he says it.
DEEDS = frozenset(("plan", "promise", "propose", "decide", "demand", "refuse"))


class Draft:
    """Collects the claims of one document; `claim` gives each its number."""

    def __init__(
        self,
        analysis: Analysis,
        times: Sequence[Time],
        entities: Sequence[Entity],
        attributions: Sequence[Attribution],
        number: int,
    ) -> None:
        self.analysis = analysis
        self.document: Document = analysis.document
        self.names: Index = index(entities, times)
        self.attributions = attributions
        self.contents = Spans((span, n) for n, one in enumerate(attributions) for span in one.content_spans)
        self.cues = Spans((span, n) for n, one in enumerate(attributions) for span in one.cue_spans)
        self.number = number
        self.claims: list[Claim] = []
        self._proposition = 0
        self._shared: dict[int, dict[str, Any]] = {}

    @cached_property
    def words(self) -> list[str]:
        """The content word of each token: its lemma, or the marked id of who acts where a name stands."""
        words = list(lemmas(self.analysis))
        for entity in self.names.entities:
            first, last = self.analysis.token_at(entity.start), self.analysis.token_at(entity.end - 1)
            if entity.kind == "person" and first:
                words[first - 1] = ""  # a title printed before the name ("Ms Solheim") is no word of its own
            words[first : last + 1] = [NAME + actor_id(entity)] * (last + 1 - first)
        return words

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Word, in lower case → the tokens where it stands."""
        found: dict[str, list[int]] = {}
        for token, low in enumerate(self.analysis.lowers):
            if low in found:
                found[low].append(token)
            else:
                found[low] = [token]
        return found

    @cached_property
    def timed(self) -> dict[int, bool]:
        """Token of a time expression → does one of these say when, and not only how long?"""
        found: dict[int, bool] = {}
        for time in self.names.times:
            dated = time.type in ("DATE", "TIME")
            for token in range(*self.analysis.tokens_of(time.start, time.end)):
                found[token] = dated or found.get(token, False)
        return found

    def of(self, words: Set[str]) -> list[int]:
        """The tokens that are one of some words, in text order."""
        return sorted(token for word in words & self.places.keys() for token in self.places[word])

    def stated(self, words: Set[str]) -> Iterator[tuple[int, Sentence]]:
        """`of` with the sentence of each token, in what the article tells itself."""
        for token in self.of(words):
            sentence = self.telling(self.analysis.starts[token])
            if sentence is not None:
                yield token, sentence

    def telling(self, offset: int) -> Sentence | None:
        """The sentence of an offset, where the article tells it itself: no furniture, no correction line."""
        number = self.analysis.sentence_at(offset)
        sentence = self.analysis.sentences[number] if number >= 0 else None
        return None if sentence is None or sentence.scope in ("furniture", "correction") else sentence

    def content(self, start: int, end: int) -> Span | None:
        """The smallest content span of an attribution that covers start..end."""
        spans = [span for _, n in self.contents.covering(start, end) for span in self.attributions[n].content_spans]
        around = [span for span in spans if span[0] <= start and end <= span[1]]
        return min(around, key=lambda span: span[1] - span[0], default=None)

    def quotation(self, offset: int) -> Span | None:
        """The words in quotation marks that an offset stands in."""
        numbers = sorted(n for _, n in self.contents.covering(offset, offset + 1) if self.attributions[n].quoted)
        spans = (span for n in numbers for span in self.attributions[n].content_spans)
        return next((span for span in spans if span[0] <= offset < span[1]), None)

    def voices(self, start: int, end: int) -> list[Voice]:
        """Who says the span: the innermost attribution that covers it, one voice for each of its shared sources."""
        covering = self.contents.covering(start, end)
        if not covering:
            return [NARRATION]
        smallest = min(covering)[0]
        voices = [self.voice(number) for size, number in sorted(covering) if size == smallest]
        named = [voice for voice in voices if voice.source]
        return named or voices

    def voice(self, number: int) -> Voice:
        """An attribution as a voice; an unnamed one ("reportedly") speaks for whom it is nested in."""
        att = self.attributions[number]
        source, source_id, party = att.source, att.source_id, att.party
        if source.lower() in NOBODY:
            return NARRATION
        if att.cue_class in DEEDS:  # who plans or promises does not say so: the voice is whoever tells of it
            source = source_id = party = ""
        parent = att.parent
        said = (att.said_earliest, att.said_latest)
        seen = {number}
        while not source and parent is not None and parent not in seen:
            seen.add(parent)
            above = self.attributions[parent]
            parent = above.parent
            if above.cue_class not in DEEDS:
                source, source_id, party = above.source, above.source_id, above.party
                said = said if said[0] is not None else (above.said_earliest, above.said_latest)
        return Voice(source, source_id, party, att.polarity, att.certainty, att.status, att.cue_class, number, said)

    def proposition(self) -> int:
        self._proposition += 1
        return self._proposition

    def _sentence(self, number: int) -> dict[str, Any]:
        """The fields that all claims of a sentence have alike; `names` are the ids of all entities in it."""
        if number not in self._shared:
            found = self.analysis.sentences[number]
            named = {one for e in self.names.entities_in(found.start, found.end) for one in (e.id, actor_id(e))}
            self._shared[number] = {
                "document": self.number,
                "sentence": number,
                "sentence_start": found.start,
                "sentence_end": found.end,
                "scope": found.scope,
                "paragraph": found.paragraph,
                "licensed": self.retracts(number),
                "names": tuple(sorted(named)),
            }
        return self._shared[number]

    @cached_property
    def _retracting(self) -> dict[int, list[tuple[int, int, bool]]]:
        """Sentence → the words by which it says of itself that a figure was replaced: start, end, reach."""
        analysis = self.analysis
        found: dict[int, list[tuple[int, int, bool]]] = {}
        for token in self.of(retractions().keys()):
            start = analysis.starts[token]
            for row in retractions()[analysis.lowers[token]]:
                if match := row.follows.match(analysis.lower, analysis.ends[token]):
                    found.setdefault(analysis.sentence_at(start), []).append((start, match.end(), row.figure))
        return found

    def retracts(self, sentence: int) -> bool:
        """Does this sentence take an older figure back?"""
        return self.analysis.sentences[sentence].scope == "correction" or sentence in self._retracting

    def _taken_back(self, sentence: int, start: int, end: int) -> bool:
        """Is it this figure of a retracting sentence that is replaced: any, or the one next to "had expected"?"""
        if self.analysis.sentences[sentence].scope == "correction":
            return True
        text = self.analysis.text
        return any(
            not figure or not any(map(str.isdigit, text[end:first] if end <= first else text[last:start]))
            for first, last, figure in self._retracting[sentence]
        )

    def claim(
        self,
        aspect: str,
        start: int,
        end: int,
        voice: Voice = NARRATION,
        *,
        proposition: int | None = None,
        event: Time | None = None,
        event_days: tuple[int | None, int | None] | None = None,
        frame: str = "",
        status: str = "",
        polarity: str = "+",
        **fields: object,
    ) -> Claim:
        """Adds one claim; the voice may turn its polarity and status (a denied claim is a claim of the contrary)."""
        document = self.document
        earliest, latest = event_days or ((event.earliest, event.latest) if event else (None, None))
        said = voice.said
        if said[0] is None or said[0] > (document.published_latest or said[0]):
            # what is printed has been said: "has until 9 July to act but is expected to sign"
            said = document.published_earliest, document.published_latest
        frame = frame or (event.frame if event else "") or ("calendar" if said[0] is not None else "document")
        if voice.polarity == "-":
            polarity = "-" if polarity == "+" else "+"
        sentence = self.analysis.sentence_at(start)
        shared = self._sentence(sentence)
        if aspect == "figure" and shared["licensed"] and not self._taken_back(sentence, start, end):
            shared = shared | {"licensed": False}
        row = Claim(
            id=len(self.claims),
            proposition=self.proposition() if proposition is None else proposition,
            aspect=aspect,
            start=start,
            end=end,
            text=self.analysis.text[start:end],
            event_earliest=earliest,
            event_latest=latest,
            said_earliest=said[0],
            said_latest=said[1],
            frame=frame,
            status=voice.status or status,
            polarity=polarity,
            certainty=voice.certainty,
            cue=voice.cue,
            source=voice.source,
            source_id=voice.source_id,
            party=voice.party or voice.source_id or (f"voice:{voice.source.lower()}" if voice.source else ""),
            **shared,
            **fields,  # type: ignore[arg-type]
        )
        self.claims.append(row)
        return row
