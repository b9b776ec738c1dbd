"""Cues that are verbs: where their subject and their content stand."""

from __future__ import annotations

from checker.attribution.content import QUOTE_CLOSE, QUOTE_OPEN, SUBORDINATE, Reader
from checker.attribution.cues import ASIDE_CLASSES, Cue, Hit, all_lemmas, word_class
from checker.attribution.draft import Draft, Tokens
from checker.attribution.right import next_comma, phrase_right
from checker.attribution.source import shared, subject
from checker.language import Analysis, VerbGroup

NOUN_START = frozenset(("PROPN", "DET", "NOUN", "SUBJ", "PRON", "ADJ", "NUM", ""))


def is_verb(analysis: Analysis, hit: Hit, group: VerbGroup | None) -> bool:
    if group is not None:
        return group.head == hit.first
    kind = hit.family.kind
    if not analysis.words[hit.first].islower() and not (
        kind == "s" and analysis.sentences[analysis.sentence_at(analysis.starts[hit.first])].scope == "headline"
    ):
        return False
    if "_" in hit.family.rest:
        return True
    if kind == "base" and hit.first and analysis.lowers[hit.last : hit.last + 1] == ["that"]:
        before_adverb = hit.first - 1
        while before_adverb > 0 and analysis.tags[before_adverb] == "ADV":
            before_adverb -= 1
        return _plural(analysis, before_adverb)  # "Police estimate that", but "the fear that"
    if hit.family.verbs[0].noun or kind not in ("s", "base", "preterite", "past") or not hit.first:
        return False
    before = analysis.words[hit.first - 1]
    if before in QUOTE_CLOSE or before in ",?!":
        return kind != "base"
    # "the commission says there was", "both men say that": no noun has that form
    return analysis.tags[hit.first - 1] in ("NOUN", "PROPN", "SUBJ", "PRON", "") or before == ")"


def _plural(analysis: Analysis, token: int) -> bool:
    low = analysis.lowers[token]
    return low in PLURALS or (analysis.tags[token] in ("NOUN", "PROPN", "") and low.endswith("s"))


PLURALS = word_class("plural")


def read_verb(reader: Reader, hit: Hit, group: VerbGroup | None, floor: int, limit: int) -> Draft | None:
    analysis = reader.analysis
    rows = hit.family.verbs
    first = group.first if group is not None else hit.first
    last = max(hit.last, group.last if group is not None else hit.last)
    if group is not None and group.infinitive:
        control = analysis.verb_at.get(first - 1)
        if control is None and first > 1 and analysis.lowers[first - 1] == "on":
            control = analysis.verb_at.get(first - 2)  # "went on to say"
        if control is None or not control.finite or control.lemma not in CONTROL:
            return None
        first, group = control.first, control  # "continued to call for"
    contracted = False
    participle = group is not None and not group.finite
    if participle and first > floor + 1 and analysis.tags[first - 1] == "POSS" and analysis.tags[first - 2] == "SUBJ":
        first, participle, contracted = first - 1, False, True  # "he’s denouncing"
    passive = group is not None and group.passive and not participle and not contracted
    draft = Draft(
        (first, last),
        rows[0],
        negated=group is not None and group.negated,
    )
    if participle:
        if hit.family.kind != "ing":
            return None
        if last < limit and analysis.tags[last] in ("NOUN", "") and not any(row.kind == "say" for row in rows):
            return None  # "defending champion", "supporting evidence"
        draft.source = _participle_subject(analysis, first, floor)
        if not any(t in analysis.verb_at and analysis.verb_at[t].finite for t in range(floor, first)):
            # "Announcing the deal, the firm said": an opening adjunct
            comma = next_comma(analysis.words, last, limit)
            draft.source = draft.source or _main_subject(analysis, comma + 1, limit)
            limit = comma
        return draft if draft.source is not None and _right(reader, draft, rows, limit, passive=False) else None
    if passive:
        draft.passive = True
        return _passive(reader, draft, rows, floor, limit)
    if first == floor and _announced(reader, draft, rows, limit):
        return draft
    inverted = _inverted(reader, draft, rows, floor, limit)
    if inverted:
        return draft
    aside_row = hit.family.aside
    draft.row = aside_row or rows[0]
    draft.source = subject(analysis, first, floor)
    if draft.source is None:
        return None
    if analysis.tags[draft.source[0]] == "REL" or analysis.lowers[draft.source[0]] in ("who", "which"):
        limit = _clause_limit(analysis, last, limit)
    if analysis.lowers[draft.source[0]] in NOBODY or (first > floor and analysis.lowers[first - 1] == "nor"):
        draft.negated = not draft.negated  # "neither side confirmed", "neither confirmed nor denied"
    if rows[0].kind == "seem":
        return _seeming(reader, draft, rows, floor, limit)
    edge = draft.source[0]
    parenthetical = any(row.kind in ASIDE_CLASSES and row.complements & {"clause", "quote"} for row in rows)
    left = (
        reader.before(edge, floor)
        if any("clause" in row.complements and row.kind in ASIDE_CLASSES for row in rows)
        else None
    )
    if left is not None:
        aside = last < limit and analysis.words[last] == ","
        if aside or not _right(reader, draft, rows, limit, passive=False):
            draft.contents.append(left)
            if aside:
                _resume(reader, draft, last, limit)
            return draft
        if draft.contents:
            return draft
    if not draft.contents and not _right(reader, draft, rows, limit, passive=False):
        if last >= limit - 1 and limit < len(analysis.words) and reader.opens(limit) and parenthetical:
            quote = reader.quote_at(limit)  # "He said" and the quotation on a line of its own
            if quote is not None:
                draft.contents.append((quote.first, quote.last))
                return draft
        if parenthetical and _ends(analysis, last, limit) and edge > floor and analysis.words[edge - 1] == ",":
            lead = reader.trim(floor, edge)
            if (
                lead is not None
                and analysis.tags[lead[0]] not in ("PREP", "SUB", "ING")
                and analysis.lowers[lead[0]] not in SUBORDINATE
            ):
                draft.contents.append(lead)
                return draft
        # "Rice, Blair said, ...": a parenthesis inside its content
        if (
            last < limit
            and analysis.words[last] == ","
            and edge > floor
            and analysis.words[edge - 1] == ","
            and rows[0].kind in ASIDE_CLASSES
        ):
            lead = reader.trim(floor, edge)
            if lead is not None:
                draft.contents.append(lead)
                _resume(reader, draft, last, limit)
                return draft
        return None
    return draft


def _clause_limit(analysis: Analysis, k: int, limit: int) -> int:
    """Where a relative clause gives way to the verb of its main clause ("a group that wants to sell, |is in debt")."""
    for token in range(k, limit - 1):
        group = analysis.verb_at.get(token + 1)
        if analysis.words[token] == "," and group is not None and group.finite:
            return token
    return limit


def _ends(analysis: Analysis, k: int, limit: int) -> bool:
    """Does the sentence end at token `k`, or after an adjunct of time or place?"""
    return k >= limit or analysis.words[k] in ".;" or analysis.tags[k] in ("PREP", "ADV")


def _seeming(reader: Reader, draft: Draft, rows: tuple[Cue, ...], floor: int, limit: int) -> Draft | None:
    """ "X appears to have left": no source; the whole clause is the content."""
    patient = draft.source
    k = draft.cue[1]
    inner = reader.analysis.verb_at.get(k)
    if inner is not None and inner.infinitive and inner.lemma in all_lemmas():
        return None  # "appeared to mock": the mocking is the cue
    if patient is None or not _right(reader, draft, rows, limit, passive=True):
        return None
    if reader.analysis.lowers[patient[0]] not in ("it", "there"):
        draft.contents.insert(0, patient)
    draft.source = None
    return draft


NOBODY = word_class("nobody")
# Verbs that carry another verb's cue ("continued to call for", "went on to say").
CONTROL = word_class("control")


def _right(reader: Reader, draft: Draft, rows: tuple[Cue, ...], limit: int, *, passive: bool) -> bool:
    """Content to the right, by the first row that fits it."""
    k = draft.cue[1]
    lowers = reader.analysis.lowers
    wants = k < limit and lowers[k] == "to"
    ordered = sorted(rows, key=lambda row: ("infinitive" in row.complements) != wants)
    for row in ordered:
        span = reader.after(k, limit, row, passive)
        if span is not None:
            draft.row = row
            draft.contents.append(span)
            return True
    return False


def _resume(reader: Reader, draft: Draft, comma: int, limit: int) -> None:
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


def _participle_subject(analysis: Analysis, first: int, floor: int) -> Tokens | None:
    """ "..., saying" has the subject of the clause before it; "a letter saying" the letter."""
    k = first - 1
    if k < floor:
        return None
    if analysis.tags[k] in ("ADJ", "DET", "POSS", "NUM"):
        return None  # "financial reporting standards"
    if analysis.tags[k] in ("NOUN", "PROPN", "") and analysis.words[k] not in ",":
        return subject(analysis, first, floor)
    return shared(analysis, first, floor)


def _main_subject(analysis: Analysis, floor: int, limit: int) -> Tokens | None:
    """The subject of the first finite verb from token `floor` on."""
    for k in range(floor, limit):
        group = analysis.verb_at.get(k)
        if group is not None and group.finite:
            return subject(analysis, group.first, floor)
    return None


def _passive(reader: Reader, draft: Draft, rows: tuple[Cue, ...], floor: int, limit: int) -> Draft | None:
    """ "is believed to have left" has no source; "was rejected by X" has one."""
    analysis = reader.analysis
    lowers = analysis.lowers
    first, last = draft.cue
    patient = subject(analysis, first, floor)
    if patient is None or lowers[patient[0]] in ("who", "which", "that"):
        return None
    draft.row = rows[0]
    if last < limit and lowers[last] == "to" and last in analysis.verb_at and rows[0].kind in PASSIVE_INFINITIVE:
        span = reader.after(last, limit, rows[0], True)
        if span is not None:
            draft.contents = [patient, span]
            return draft
    if last < limit and lowers[last] == "by":
        agent = phrase_right(reader, last + 1, limit)
        if agent is not None:
            draft.source = agent
            draft.contents = [patient]
            that = agent[1]
            if that < limit and lowers[that] == "that":
                draft.contents.append((that, limit))
            return draft
    if rows[0].kind in ("accuse", "judge") and last < limit and lowers[last] in ("as", "of", "for"):
        span = reader.trim(last + 1, reader.object_end(last + 1, limit))  # "was accused of theft"
        if span is not None:
            draft.cue = (first, last + 1)
            draft.contents = [patient, span]
            return draft
    told = [row for row in rows if row.kind == "tell"]
    if told and last < limit and lowers[last] == "that":
        return None
    if last < limit and lowers[last] == "that" and rows[0].kind in PASSIVE_INFINITIVE:
        span = reader.after(last, limit, rows[0], True)
        if span is not None:
            draft.contents = [span]
            return draft
    return None


PASSIVE_INFINITIVE = frozenset(
    (
        "say",
        "report",
        "believe",
        "expect",
        "estimate",
        "allege",
        "find",
        "know",
        "confirm",
        "suspect",
        "accuse",
        "plan",
        "demand",
        "judge",
    )
)


def _announced(reader: Reader, draft: Draft, rows: tuple[Cue, ...], limit: int) -> bool:
    """ "Said Ruiz: “...”"."""
    last = draft.cue[1]
    if rows[0].kind != "say" or last >= limit or reader.analysis.tags[last] not in NOUN_START:
        return False
    source = phrase_right(reader, last, limit)
    if source is None or source[1] + 1 >= limit or reader.analysis.words[source[1]] != ":":
        return False
    quote = reader.quote_at(source[1] + 1)
    span = (quote.first, quote.last) if quote is not None else reader.trim(source[1] + 1, limit)
    if span is None:
        return False
    draft.source = source
    draft.contents.append(span)
    return True


def _inverted(reader: Reader, draft: Draft, rows: tuple[Cue, ...], floor: int, limit: int) -> bool:
    """ "...," said X."""
    analysis = reader.analysis
    first, last = draft.cue
    if first <= floor or rows[0].kind not in ASIDE_CLASSES:
        return False
    mark = analysis.words[first - 1]
    if mark not in QUOTE_CLOSE and mark not in ",?!" and not reader.closes(first):
        return False
    k = last
    while k < limit and analysis.tags[k] == "ADV":
        k += 1
    if (
        k >= limit
        or analysis.tags[k] not in NOUN_START
        or k in reader.timed
        or analysis.lowers[k] == "that"
        or analysis.words[k] in QUOTE_OPEN
    ):
        return False
    if not analysis.words[k][0].isalnum():
        return False
    left = reader.before(first, floor)
    if left is None:
        return False
    source = phrase_right(reader, k, limit)
    if source is None:
        return False
    draft.source = source
    draft.contents.append(left)
    after = source[1]
    if (
        after < limit
        and analysis.words[after] in ",:"
        and after + 1 < limit
        and analysis.words[after + 1] in QUOTE_OPEN
    ):
        quote = reader.quote_at(after + 1)
        if quote is not None:
            draft.contents.append((after + 1, quote.last))
    return True
