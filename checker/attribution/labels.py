"""Speakers without a verb: "Ukraine: first units in Kursk", "“...” — Ana Ruiz", "Stars need a rest - Ruddock"."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import compress

from checker.attribution.clauses import DASHES, line_end
from checker.attribution.content import Reader
from checker.attribution.cues import Cue, documents
from checker.attribution.draft import Draft
from checker.language import Analysis, Sentence
from checker.records import Entity

LABEL = Cue("", (), "label", "label", "both", frozenset(("clause", "quote")), False, "+", "certain", "", "")
SPEAKERS = frozenset(("person", "country", "organisation", "body", "role"))
LONGEST = 5  # tokens of a label
TRANSCRIPT = 2  # labels in capitals that make a transcript


def labels(reader: Reader, entities: Sequence[Entity]) -> list[Draft]:
    """The drafts of all labels of a document."""
    analysis = reader.analysis
    sentences = analysis.sentences
    colons = compress(analysis.starts, map(":".__eq__, analysis.words))
    with_colon = {analysis.sentence_at(start) for start in colons}
    ends: dict[int, Entity] = {}
    capitals: Counter[str] = Counter()
    if with_colon:
        ends = {entity.end: entity for entity in entities if entity.kind in SPEAKERS}
        capitals.update(_capital_label(analysis, sentences[number]) for number in with_colon)
    out: list[Draft] = []
    for number, sentence in enumerate(sentences):
        headline = sentence.scope == "headline"
        if sentence.scope == "furniture" or not (headline or number in with_colon):
            continue
        draft = _leading(reader, sentence, ends, capitals) if number in with_colon else None
        if draft is None and headline:
            draft = _trailing(reader, sentence, entities)
        if draft is not None:
            draft.sentence = number
            out.append(draft)
    out.extend(_signed(reader))
    return out


def _start(entity: Entity) -> int:
    return entity.start


def _first(analysis: Analysis, sentence: Sentence) -> int:
    """Where a line's label may begin: after the mark that opens a transcript's paragraph."""
    return sentence.first + (analysis.words[sentence.first] in '"“' and sentence.first + 1 < sentence.last)


def _colon(analysis: Analysis, sentence: Sentence) -> int:
    """The colon that ends a label at the start of a line, or -1."""
    words, first = analysis.words, _first(analysis, sentence)
    if sentence.first and "\n" not in analysis.text[analysis.ends[sentence.first - 1] : sentence.start]:
        return -1
    for k in range(first + 1, min(first + LONGEST + 1, sentence.last)):
        if words[k] == ":":
            spaced = k + 1 < sentence.last and analysis.starts[k + 1] > analysis.ends[k]
            return k if spaced else -1
        if not (words[k][0].isupper() or words[k] in ".’'()"):
            return -1
    return -1


def _capital_label(analysis: Analysis, sentence: Sentence) -> str:
    first = _first(analysis, sentence)
    label = analysis.words[first] if _colon(analysis, sentence) == first + 1 else ""
    return label if len(label) > 2 and label.isupper() else ""


def _leading(reader: Reader, sentence: Sentence, ends: dict[int, Entity], capitals: Counter[str]) -> Draft | None:
    analysis, first = reader.analysis, _first(reader.analysis, sentence)
    colon = _colon(analysis, sentence)
    if colon < 0:
        return None
    entity = ends.get(analysis.ends[colon - 1])
    label = analysis.words[first]
    known = entity is not None and entity.start <= analysis.starts[first]
    spoken = label.isupper() and sum(capitals.values()) - capitals[""] >= TRANSCRIPT and colon == first + 1
    paper = sentence.scope == "headline" and colon == first + 1 and analysis.lowers[first] in documents()
    if not (known or paper or (spoken and capitals[label])):
        return None
    limit = sentence.last if sentence.scope == "headline" else line_end(analysis, colon)
    span = reader.trim(colon + 1, limit)
    return Draft((colon, colon + 1), LABEL, (first, colon), [span]) if span is not None else None


def _trailing(reader: Reader, sentence: Sentence, entities: Sequence[Entity]) -> Draft | None:
    """A headline that ends in a dash and a name."""
    analysis = reader.analysis
    for k in range(sentence.last - 2, max(sentence.first, sentence.last - 5), -1):
        if analysis.words[k] not in DASHES or analysis.starts[k] == analysis.ends[k - 1]:
            continue
        place = bisect_left(entities, analysis.starts[k + 1], key=_start)
        if place < len(entities) and entities[place].end == sentence.end and entities[place].kind in SPEAKERS:
            span = reader.trim(sentence.first, k)
            return Draft((k, k + 1), LABEL, (k + 1, sentence.last), [span]) if span is not None else None
    return None


def _signed(reader: Reader) -> list[Draft]:
    """A quotation with a dash and a name after it, at the end of the line."""
    analysis = reader.analysis
    words = analysis.words
    out = []
    for quote in reader.quoted:
        dash = quote.last
        if dash + 1 >= len(words) or words[dash] not in DASHES or not words[dash + 1][0].isupper():
            continue
        end = dash + 1
        while end < len(words) and (words[end][0].isupper() or words[end] == ".") and end - dash <= LONGEST:
            if "\n" in analysis.text[analysis.ends[end - 1] : analysis.starts[end]]:
                break
            end += 1
        closes = end >= len(words) or "\n" in analysis.text[analysis.ends[end - 1] : analysis.starts[end]]
        if closes and quote.last - quote.first > LONGEST:
            draft = Draft((dash, dash + 1), LABEL, (dash + 1, end), [(quote.first, quote.last)])
            draft.sentence = max(0, analysis.sentence_at(analysis.starts[dash]))
            out.append(draft)
    return out
