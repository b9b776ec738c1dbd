"""Content that stands round a verb cue: before it, on both sides of it, or on the lines that follow it."""

from __future__ import annotations

from checker.attribution.clauses import DASHES, line_end
from checker.attribution.content import SUBORDINATE, Reader
from checker.attribution.cues import ASIDE_CLASSES, Cue
from checker.attribution.draft import Draft
from checker.attribution.right import next_comma
from checker.language import Analysis

CLAUSAL = frozenset(("clause", "quote"))
SPOKEN = frozenset(("say", "tell", "ask", "report"))
# What stands inside a relative clause ("ships that he said were late").
THOUGHTS = frozenset(("say", "report", "believe", "allege", "estimate", "suspect"))
RELATIVE = frozenset(("which", "that", "what", "who", "whom"))


def parenthetical(rows: tuple[Cue, ...]) -> bool:
    """Can one of the rows stand after or inside what it reports?"""
    for row in rows:  # noqa: SIM110  a generator takes longer than the question
        if row.kind in ASIDE_CLASSES and not row.complements.isdisjoint(CLAUSAL):
            return True
    return False


def around(reader: Reader, draft: Draft, rows: tuple[Cue, ...], floor: int, limit: int) -> bool:
    """Content of a cue that has none to its right in its own sentence."""
    if not parenthetical(rows) or draft.source is None:
        return False
    analysis, words = reader.analysis, reader.analysis.words
    last, edge = draft.cue[1], draft.source[0]
    if last >= limit - 1 and limit < len(words):
        if reader.opens(limit) and (
            words[last - 1] == ":" or rows[0].kind in SPOKEN
        ):  # "He said" and the quotation on a line of its own
            quote = reader.quote_at(limit)
            draft.contents = [(quote.first, quote.last)] if quote is not None else []
            return bool(draft.contents)
        if last < limit and words[last] == ":":  # "The mayor said:" and a paragraph without quotation marks
            draft.contents = [(limit, line_end(analysis, limit))]
            return True
    if edge <= floor or words[edge - 1] != ",":
        return False
    if any(row.recipient for row in rows):
        last = _told(analysis, last, limit)
    lead = reader.trim(floor, edge)
    if lead is None or not any("clause" in row.complements for row in rows):
        return False
    opens_content = analysis.tags[lead[0]] not in ("PREP", "SUB", "ING") and analysis.lowers[lead[0]] not in SUBORDINATE
    if _ends(analysis, last, limit) and opens_content:
        draft.contents.append(lead)
        return True
    if last < limit and words[last] == ",":  # "Rice, Blair said, ..."
        draft.contents.append(lead)
        resume(reader, draft, last, limit)
        return True
    return False


def _told(analysis: Analysis, k: int, limit: int) -> int:
    """The comma after the person told and the time ("he told me on Friday|,"), else `k`."""
    comma = next_comma(analysis.words, k, min(limit, k + LONGEST))
    told = any(token in analysis.verb_at for token in range(k, comma))
    return k if told or comma >= limit or analysis.words[comma] != "," else comma


LONGEST = 8  # tokens of a person told and a time


def as_reported(reader: Reader, draft: Draft, rows: tuple[Cue, ...], floor: int, limit: int) -> bool:
    """ "As Ruiz said, the bridge fell", "The bridge fell, as Ruiz said": the main clause is the content."""
    analysis, words, lowers = reader.analysis, reader.analysis.words, reader.analysis.lowers
    if draft.source is None:
        return False
    last, opening = draft.cue[1], draft.source[0] - 1
    if opening < floor or lowers[opening] != "as" or not parenthetical(rows):
        return False
    if not (_ends(analysis, last, limit) or words[last] in ",)"):
        return False
    comma = next_comma(words, last, limit)
    lead = reader.trim(floor, opening)
    if lead is None or all(analysis.tags[k] in ("CONJ", "ADV", "PUNCT") for k in range(*lead)):
        span = reader.trim(comma + 1, limit) if comma < limit and words[comma] == "," else None
        if span is not None:
            quote = reader.quote_at(span[1] - 1)
            draft.contents = [(span[0], max(span[1], quote.last) if quote is not None else span[1])]
        return span is not None
    if words[opening - 1] not in ",(" and words[opening - 1] not in DASHES:
        return False
    draft.contents = [lead]
    if last < limit and words[last] == ",":
        resume(reader, draft, last, limit)
    return True


def in_relative(reader: Reader, draft: Draft, rows: tuple[Cue, ...], floor: int, limit: int) -> bool:
    """ "ships, which he said |were late|", "what she described as |a trap|"."""
    analysis, lowers = reader.analysis, reader.analysis.lowers
    if draft.source is None or draft.source[0] <= floor or lowers[draft.source[0] - 1] not in RELATIVE:
        return False
    first, last = draft.cue
    if last >= limit:
        return False
    group = analysis.verb_at.get(last)
    span = None
    if group is not None and group.finite and not draft.negated and any(row.kind in THOUGHTS for row in rows):
        span = reader.trim(last, reader.clause_end(last, limit))
    elif lowers[last] == "as" and any("object" in row.complements for row in rows):
        span = reader.trim(last + 1, reader.object_end(last + 1, limit))
        draft.cue = (first, last + 1)
    draft.contents = [span] if span is not None else []
    return span is not None


def resume(reader: Reader, draft: Draft, comma: int, limit: int) -> None:
    """The rest of the sentence after ", X said,"."""
    analysis = reader.analysis
    k = comma + 1
    if k < limit and (analysis.tags[k] in ("CONJ",) and analysis.lowers[k] == "but"):
        return
    group = analysis.verb_at.get(k)
    if group is not None and not group.finite and not group.infinitive and not reader.opens(k):
        return
    after_quote = any(reader.closes(end) for _, end in draft.contents)
    if after_quote and k < limit and not reader.opens(k) and analysis.tags[k] in ("PREP", "SUB", "ADV", "REL"):
        return  # "“...,” he said, after a meeting in Oslo"
    span = reader.trim(k, limit)
    if span is not None:
        quote = reader.quote_at(span[0])
        draft.contents.append((span[0], max(span[1], quote.last)) if quote is not None else span)


def _ends(analysis: Analysis, k: int, limit: int) -> bool:
    """Does the sentence end at token `k`, or after an adjunct of time or place?"""
    return k >= limit or analysis.words[k] in ".;" or analysis.tags[k] in ("PREP", "ADV")
