"""Cues that are verbs: where their subject and their content stand."""

from __future__ import annotations

from checker.attribution.asides import around, as_reported, in_relative, parenthetical, resume
from checker.attribution.content import QUOTE_CLOSE, QUOTE_OPEN, Reader
from checker.attribution.cues import ASIDE_CLASSES, Cue, Hit, all_lemmas, documents, media, word_class
from checker.attribution.draft import Draft, Tokens
from checker.attribution.right import next_comma, phrase_right
from checker.attribution.source import CONTRACTED, shared, subject
from checker.attribution.verbhood import agrees
from checker.language import Analysis, VerbGroup

NOUN_START = frozenset(("PROPN", "DET", "NOUN", "SUBJ", "PRON", "ADJ", "NUM", ""))


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
    if first > floor + 1 and analysis.words[first - 1] in CONTRACTED and analysis.tags[first - 2] == "SUBJ":
        if last < limit and analysis.lowers[last] == "by":
            return None  # "it's reported by"
        contracted = participle  # "he’s denouncing", "she's said"
        first, participle = first - 1, False
    if participle and hit.family.kind in ("past", "preterite") and _floats(analysis, first, last, limit):
        participle, contracted = False, True
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
        if draft.source is None or not _right(reader, draft, rows, limit, passive=False):
            return None
        _issued(analysis, draft, floor)
        return draft
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
    draft.source = _named(reader, subject(analysis, first, floor))
    if draft.source is None:
        return None
    if (
        analysis.tags[draft.source[0]] == "REL"
        or analysis.lowers[draft.source[0]] in ("who", "which")
        or analysis.lowers[draft.source[1] - 1] == "whom"
    ):
        limit = _clause_limit(analysis, last, limit)
    if analysis.lowers[draft.source[0]] in NOBODY or (first > floor and analysis.lowers[first - 1] == "nor"):
        draft.negated = not draft.negated  # "neither side confirmed", "neither confirmed nor denied"
    if not agrees(analysis, hit, draft.source):
        return None
    if rows[0].kind == "seem":
        return _seeming(reader, draft, rows, floor, limit)
    if in_relative(reader, draft, rows, floor, limit) or as_reported(reader, draft, rows, floor, limit):
        return draft
    left = reader.before(draft.source[0], floor)
    if left is not None:
        quoted = reader.closes(left[1]) or reader.closes(left[1] - 1)
        # "“...,” he continued", but "The plant, he said, will close"
        if not parenthetical(rows) or not (quoted or any("clause" in row.complements for row in rows)):
            left = None
    if left is not None and last < limit and analysis.words[last] == ",":
        draft.contents.append(left)
        resume(reader, draft, last, limit)
        return draft
    if _right(reader, draft, rows, limit, passive=False):
        return draft
    if left is not None:
        draft.contents.append(left)
        return draft
    return draft if around(reader, draft, rows, floor, limit) or _declined(reader, draft, hit, limit) else None


def _declined(reader: Reader, draft: Draft, hit: Hit, limit: int) -> bool:
    """ "declined |to comment|"."""
    if draft.row.kind != "decline":
        return False
    span = reader.trim(hit.first + 1, reader.object_end(hit.last, limit))
    draft.cue = (draft.cue[0], hit.first + 1)
    draft.contents = [span] if span is not None else []
    return span is not None


def _named(reader: Reader, source: Tokens | None) -> Tokens | None:
    """A subject without the day before it ("On |Tuesday| Sir Alan said")."""
    if source is None:
        return None
    first, last = source
    tags, lowers = reader.analysis.tags, reader.analysis.lowers
    dated = first - 1 in reader.timed or (first and tags[first - 1] == "PREP") or lowers[first] in ("last", "this")
    if dated and first in reader.timed:
        while first < last - 1 and (first in reader.timed or tags[first] == "CONJ"):
            first += 1
    return (first, last) if tags[first] != "POSS" else source


def _floats(analysis: Analysis, first: int, last: int, limit: int) -> bool:
    """ "The three all |agreed| that": a past form after a quantifier, which the tags take for a participle."""
    return first > 0 and analysis.lowers[first - 1] in QUANTIFIERS and last < limit and analysis.lowers[last] == "that"


QUANTIFIERS = word_class("quantifier")


def _clause_limit(analysis: Analysis, k: int, limit: int) -> int:
    """Where a relative clause gives way to the verb of its main clause ("a group that wants to sell, |is in debt")."""
    for token in range(k, limit - 1):
        group = analysis.verb_at.get(token + 1)
        if analysis.words[token] == "," and group is not None and group.finite:
            return token
    return limit


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


def _ordered(rows: tuple[Cue, ...], following: str) -> list[Cue]:
    """The rows by how well the word after the cue fits their complement."""
    bare, told = following == "to", following in ("that", "whether")
    return sorted(
        rows,
        key=lambda row: (
            ("infinitive" in row.complements) != bare,
            told and "clause" not in row.complements,
            told and row.kind not in ASIDE_CLASSES,
        ),
    )


def _right(reader: Reader, draft: Draft, rows: tuple[Cue, ...], limit: int, *, passive: bool) -> bool:
    """Content to the right, by the first row that fits it."""
    k = draft.cue[1]
    lowers = reader.analysis.lowers
    ordered = _ordered(rows, lowers[k] if k < limit else "") if len(rows) > 1 else rows
    for row in ordered:
        if "record" in row.complements and not _document(reader.analysis, draft.source):
            continue
        span = reader.after(k, limit, row, passive)
        if span is not None:
            if "_" in row.words and span[1] < limit and lowers[span[1]] == row.words[-1]:
                span = span[0], reader.object_end(span[1] + 1, limit)  # "see it |as| a trap"
            draft.row = row
            draft.contents.append(span)
            return True
    return False


def _document(analysis: Analysis, source: Tokens | None) -> bool:
    """Does a document speak ("polls show a lead")?"""
    return source is not None and any(analysis.lowers[k] in documents() for k in range(*source))


def _issued(analysis: Analysis, draft: Draft, floor: int) -> None:
    """ "The council issued a statement calling ...": who issues it speaks, and the cue begins there."""
    if draft.source is None or draft.source[1] != draft.cue[0] or analysis.lowers[draft.cue[0] - 1] not in media():
        return
    group = analysis.verb_at.get(draft.source[0] - 1)
    if group is None or not group.finite or group.lemma not in LIGHT:
        return
    issuer = subject(analysis, group.first, floor)
    if issuer is not None:
        draft.source, draft.cue = issuer, (group.first, draft.cue[1])


LIGHT = word_class("light-verb")


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
            draft.cue = (first, last + 1)
            draft.contents = [patient]
            that = agent[1]
            if that < limit and lowers[that] == "that":
                draft.contents.append((that, limit))
            return draft
    suspected = rows[0].kind == "suspect" and last < limit and lowers[last] == "of"
    if suspected or (rows[0].kind in ("accuse", "judge") and last < limit and lowers[last] in ("as", "of", "for")):
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
