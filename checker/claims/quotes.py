"""Direct quotations: one claim for each quoted sentence or part of one, and speaker."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from checker import patterns
from checker.claims.citations import citation
from checker.claims.clauses import segment
from checker.claims.draft import NARRATION, Draft, Voice
from checker.claims.rarity import NAME
from checker.kept import kept
from checker.language.lexicon import table
from checker.language.morphology import singular, verb_forms
from checker.records import Claim, Span

LEAST_WORDS = 3
# Opening and closing marks of one kind; a single mark opens behind a space and closes before one, so that an apostrophe
# does neither.  A quotation ends with its paragraph.
QUOTED = patterns.compile(
    r"[“\"‘'](?:(?<=“)([^“”\n]+)(?:”|\n|$)"
    r"|(?<=\")(?<![\w\"].)(?=[\w(\[$£€'‘…])([^\"\n]+)(?:\"|\n|$)"
    r"|(?<=[‘'])(?<![\w’'\"“].)(?=[A-Za-z(])([^‘\n\"“”]{2,400}?)(?:[’'](?![\w])))"
)
SENTENCE = patterns.compile(r"[^.!?…]+(?:[.!?…]+(?![\s\"'”’)]|$)[^.!?…]*)*[.!?…]*")
WORD = patterns.compile(r"[^\W_]+(?:['’\-‑][^\W_]+)*")
EDITED = patterns.compile(r"[(\[][^)\]]*[)\]]")  # what an editor put in
SPLIT = patterns.compile(r"n['’]t\b|['’](?:s|re|ve|ll|d|m)\b")
EMPTY_TAGS = frozenset(
    ("DET", "SUBJ", "PRON", "PREP", "CONJ", "SUB", "REL", "BE", "HAVE", "DO", "TO", "POSS", "MODAL", "NEG")
)


def quote_claims(draft: Draft) -> list[Claim]:
    """Aspect quote: wording is the normalised words in order, modifiers the lemmas of its content words in order;
    qualifier "cited" where the text takes it up again as words said before, near the words for whose they are; thing
    the writer's words before a part of a sentence."""
    rows = []
    speakers = Speakers(draft)
    for start, end in quotations(draft):
        voice = speakers.of(start, end)
        cited = citation(draft, start, end)
        for first, last in sentences(draft.analysis.text, start, end):
            words = spoken(draft.analysis.text[first:last])
            if len(words) < LEAST_WORDS:
                continue
            lemmas = content(words)
            if not lemmas:
                continue
            rows.append(
                draft.claim(
                    "quote",
                    first,
                    last,
                    voice,
                    subject=voice.source_id or voice.party,
                    wording=normalised(words),
                    modifiers=lemmas,
                    kind="whole" if _whole(draft.analysis.text, start, first, last, end) else "part",
                    context=tuple(sorted(set(lemmas))),
                    qualifier="cited" if cited else "",
                    near=cited.owner if cited else (),
                    counted_text=_frame(draft, start, end),
                    thing=_leading(draft, start, first, voice),
                )
            )
    return rows


def _frame(draft: Draft, start: int, end: int) -> str:
    """The words right before and behind a part of a sentence that is quoted: "had ... of"."""
    analysis = draft.analysis
    first, last = analysis.tokens_of(start, end)
    first -= 1
    while first >= 0 and analysis.tags[first] == "QUOTE":
        first -= 1
    while last < len(analysis.tags) and analysis.tags[last] == "QUOTE":
        last += 1
    if first < 0 or last >= len(analysis.tags) or "PUNCT" in (analysis.tags[first], analysis.tags[last]):
        return ""
    return f"{analysis.lowers[first]} ... {analysis.lowers[last]}"


def _leading(draft: Draft, start: int, first: int, voice: Voice) -> str:
    """The content words of the writer's clause before a quotation, but for who speaks: "the delay was ..."."""
    if first > start:
        return ""  # a later sentence of it
    token = draft.analysis.tokens_of(start, start + 1)[0] - 1
    left = segment(draft.analysis, token)[0] if token > 0 else token
    spoken_by = set(WORD.findall(voice.source.lower()))
    told = (draft.words[at] for at in range(left, token) if draft.analysis.lowers[at] not in spoken_by)
    return " ".join(word.removeprefix(NAME) for word in told if word)


def quotations(draft: Draft) -> Iterator[Span]:
    """What stands between quotation marks, without them."""
    text = draft.analysis.text
    for match in QUOTED.finditer(text):
        number = match.lastindex
        if number is None:
            continue
        start, end = match.span(number)
        while start < end and not text[start].isalnum() and text[start] not in "([$£€":
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if end - start < 8 or end - start > 3000:
            continue
        if draft.telling(start) is not None:
            yield start, end


def sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of a quotation, without their final punctuation."""
    for match in SENTENCE.finditer(text, start, end):
        first, last = match.span()
        while first < last and text[first].isspace():
            first += 1
        while last > first and not text[last - 1].isalnum() and text[last - 1] not in ")]%":
            last -= 1
        if last > first:
            yield first, last


def spoken(quotation: str) -> list[str]:
    """The words of a quotation as printed, without what an editor put in brackets."""
    if "(" in quotation or "[" in quotation:
        quotation = EDITED.sub(" ", quotation)
    return WORD.findall(quotation)


def normalised(words: Sequence[str]) -> str:
    """The words of a quotation as they are compared: lower case, straight apostrophes, no punctuation."""
    return " ".join(words).lower().replace("’", "'").replace("‑", "-")


def content(words: Sequence[str]) -> tuple[str, ...]:
    """Lemmas of the content words, in order; a capitalised word inside the sentence is marked as a name."""
    found = [_lemma(word if position else word[:1].lower() + word[1:]) for position, word in enumerate(words)]
    return tuple(word for word in found if word)


@lru_cache(65536)
def _lemma(word: str) -> str:
    """A word's lemma, marked when it is a name; "" when it has no content."""
    low = word.lower().replace("’", "'")
    if "'" in low:
        low = SPLIT.sub("", low)
    if len(low) < 2 or low in stopwords():
        return ""
    if word[0].isupper() and not word.isupper():
        return NAME + singular(low)
    form = verb_forms().get(low)
    return form[0] if form else singular(low)


@kept
def stopwords() -> frozenset[str]:
    return frozenset(row["word"] for row in table("words") if row["tag"] in EMPTY_TAGS) | {"wo", "ca", "can", "cannot"}


def _whole(text: str, start: int, first: int, last: int, end: int) -> bool:
    """Is this a full sentence of the speaker's, not a few words inside the writer's own sentence?"""
    return text[first].isupper() and (first > start or last + 1 < end or text[min(last, len(text) - 1)] in ",.!?…")


class Speakers:
    """Who speaks: the attribution that holds the quotation, else the only one of its sentence."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        spans = sorted(
            (a, b, number) for number, att in enumerate(draft.attributions) for a, b in att.content_spans if b > a
        )
        self.starts = [a for a, _, _ in spans]
        self.spans = spans
        self.cues: dict[int, list[int]] = {}
        for number, att in enumerate(draft.attributions):
            if att.cue_spans and att.source:
                sentence = draft.analysis.sentence_at(att.cue_spans[0][0])
                self.cues.setdefault(sentence, []).append(number)

    def of(self, start: int, end: int) -> Voice:
        middle = (start + end) // 2
        best: tuple[int, int] | None = None
        at = bisect_right(self.starts, middle)
        for a, b, number in self.spans[max(0, at - 12) : at]:
            if a <= middle < b and self.draft.voice(number).source and (best is None or b - a < best[0]):
                best = (b - a, number)
        if best is not None:
            return self.draft.voice(best[1])
        beside = self.cues.get(self.draft.analysis.sentence_at(start), [])
        return self.draft.voice(beside[0]) if len(beside) == 1 else NARRATION
