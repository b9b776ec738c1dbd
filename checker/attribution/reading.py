"""`extract`: from cues to attributions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from checker.attribution.content import QUOTE_CLOSE, QUOTE_OPEN, SUBORDINATE, Reader
from checker.attribution.cues import ASIDE_CLASSES, Cue, Hit, all_lemmas, hits, media
from checker.attribution.quotes import quotes
from checker.attribution.source import noun_phrase, shared, subject
from checker.attribution.speakers import Speakers
from checker.language import Analysis, VerbGroup
from checker.records import Attribution, Entity, Time

Tokens = tuple[int, int]
NOUN_START = frozenset(("PROPN", "DET", "NOUN", "SUBJ", "PRON", "ADJ", "NUM", ""))


@dataclass(slots=True)
class Draft:
    """An attribution in tokens."""

    cue: Tokens
    row: Cue
    source: Tokens | None = None
    contents: list[Tokens] = field(default_factory=list)
    negated: bool = False
    quoted: bool = False
    modal: str = ""
    sentence: int = 0


def extract(analysis: Analysis, entities: list[Entity], times: list[Time]) -> list[Attribution]:
    """The attributions of a document, by cue; one a party where parties share a subject."""
    reader = Reader(analysis, quotes(analysis), _timed(analysis, times))
    drafts: list[Draft] = []
    number, sentences = 0, analysis.sentences
    for hit in hits(analysis):
        while number + 1 < len(sentences) and sentences[number].last <= hit.first:
            number += 1
        if sentences[number].scope == "furniture":
            continue
        draft = _draft(reader, hit, number)
        if draft is not None:
            drafts.append(draft)
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
    group = analysis.verb_at.get(hit.first)
    draft: Draft | None = None
    if hit.family.verbs and _is_verb(analysis, hit, group):
        draft = _verb(reader, hit, group, sentence.first, sentence.last)
    else:
        for row in hit.family.others:
            draft = READERS[row.form](reader, hit, row, sentence.first, sentence.last)
            if draft is not None:
                break
    if draft is not None:
        draft.sentence = number
        _widen(analysis, draft, sentence.first)
    return draft


def _widen(analysis: Analysis, draft: Draft, floor: int) -> None:
    """The cue takes in the adverbs before it ("flatly denied")."""
    first, last = draft.cue
    edge = draft.source[1] if draft.source is not None and draft.source[1] <= first else floor
    while first > edge and analysis.tags[first - 1] == "ADV" and analysis.lowers[first - 1] != "there":
        first -= 1
    draft.cue = (first, _medium(analysis, last, draft))


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


def _is_verb(analysis: Analysis, hit: Hit, group: VerbGroup | None) -> bool:
    if group is not None:
        return group.head == hit.first
    kind = hit.family.kind
    if hit.family.verbs[0].noun or kind not in ("s", "base", "preterite", "past") or not hit.first:
        return False
    before = analysis.words[hit.first - 1]
    if before in QUOTE_CLOSE or before in ",?!":
        return kind != "base"
    # "the commission says there was", "both men say that": no noun has that form
    return analysis.tags[hit.first - 1] in ("NOUN", "PROPN", "SUBJ", "PRON", "") or before == ")"


# ------------------------------------------------------------------------------------------------------- verbs


def _verb(reader: Reader, hit: Hit, group: VerbGroup | None, floor: int, limit: int) -> Draft | None:
    analysis = reader.analysis
    rows = hit.family.verbs
    first = group.first if group is not None else hit.first
    last = max(hit.last, group.last if group is not None else hit.last)
    if group is not None and group.infinitive:
        control = analysis.verb_at.get(first - 1)
        if control is None or not control.finite or control.lemma not in CONTROL:
            return None
        first, group = control.first, control  # "continued to call for"
    participle = group is not None and not group.finite
    passive = group is not None and group.passive and not participle
    draft = Draft(
        (first, last),
        rows[0],
        negated=group is not None and group.negated,
        modal=group.modal if group is not None else "",
    )
    if participle:
        if hit.family.kind != "ing":
            return None
        draft.source = _participle_subject(analysis, first, floor)
        if not any(t in analysis.verb_at and analysis.verb_at[t].finite for t in range(floor, first)):
            limit = _next_comma(analysis.words, last, limit)  # "Announcing the deal, the firm said": an opening adjunct
        return draft if draft.source is not None and _right(reader, draft, rows, limit, passive=False) else None
    if passive:
        return _passive(reader, draft, rows, floor, limit)
    inverted = _inverted(reader, draft, rows, floor, limit)
    if inverted:
        return draft
    aside_row = hit.family.aside
    draft.row = aside_row or rows[0]
    draft.source = subject(analysis, first, floor)
    if draft.source is None:
        return None
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


# Verbs that carry another verb's cue ("continued to call for", "went on to say").
CONTROL = frozenset(("continue", "begin", "go", "appear", "seem", "come", "have", "get", "proceed", "manage", "start"))


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
    if analysis.tags[k] in ("NOUN", "PROPN", "") and analysis.words[k] not in ",":
        return subject(analysis, first, floor)
    return shared(analysis, first, floor)


def _passive(reader: Reader, draft: Draft, rows: tuple[Cue, ...], floor: int, limit: int) -> Draft | None:
    """ "is believed to have left" has no source; "was rejected by X" has one."""
    analysis = reader.analysis
    lowers = analysis.lowers
    first, last = draft.cue
    patient = subject(analysis, first, floor)
    if patient is None:
        return None
    draft.row = rows[0]
    if last < limit and lowers[last] == "to" and rows[0].kind in PASSIVE_INFINITIVE:
        span = reader.after(last, limit, rows[0], True)
        if span is not None:
            draft.contents = [patient, span]
            return draft
    if last < limit and lowers[last] == "by":
        agent = _phrase_right(reader, last + 1, limit)
        if agent is not None:
            draft.source = agent
            draft.contents = [patient]
            that = agent[1]
            if that < limit and lowers[that] == "that":
                draft.contents.append((that, limit))
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
    source = _phrase_right(reader, k, limit)
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


def _phrase_right(reader: Reader, k: int, limit: int) -> Tokens | None:
    """The noun phrase that begins at `k`, with its apposition."""
    analysis = reader.analysis
    words, tags, lowers = analysis.words, analysis.tags, analysis.lowers
    start = k
    if tags[k] == "SUBJ" or lowers[k] in ("he", "she", "they", "it", "we", "i"):
        return k, k + 1
    while k < limit:
        tag = tags[k]
        if words[k] == "(":
            while k < limit and words[k] != ")":
                k += 1
            k += 1
            continue
        if reader.opens(k) and k > start and tags[k - 1] in ("POSS", "DET", "ADJ", "NOUN"):
            quote = reader.quote_at(k)  # a quoted name: "the institute's ‘Aid Tracker’"
            if quote is not None and quote.last - quote.first <= 8:
                k = quote.last
                continue
        if words[k] in QUOTE_OPEN or words[k] in ";:—–" or words[k] in QUOTE_CLOSE:
            break
        if k in reader.timed and k > start:
            break
        if words[k] == ",":
            following = k + 1
            if (
                following < limit
                and (
                    tags[following] == "DET"
                    or lowers[following] in APPOSED
                    or lowers[following].isdigit()
                    or tags[following] in ("NOUN", "ADJ", "PROPN", "")
                )
                and not reader.statement(following, _next_comma(words, following, limit))
            ):
                k = _next_comma(words, following, limit)
                continue
            if following < limit and lowers[following] in ("who", "whose"):
                k = _next_comma(words, following, limit)
                continue
            break
        if (
            tag in ("SUB", "MODAL")
            or (tag == "REL" and lowers[k] not in ("who", "whose"))
            or lowers[k] in ("as", "while", "when", "after", "before")
        ):
            break
        group = analysis.verb_at.get(k)
        if (
            group is not None
            and group.finite
            and not any(lowers[j] in ("who", "that", "which") for j in range(start, k))
        ):
            break
        if tag == "PREP" and lowers[k] not in ("of", "for", "from", "with", "at", "de") and k > start:
            break
        if tag == "TO":
            break
        k += 1
    while k > start and words[k - 1] in ",.":
        k -= 1
    return (start, k) if k > start else None


APPOSED = frozenset(
    ("a", "an", "the", "his", "her", "its", "their", "who", "whose", "which", "former", "chief", "head", "one")
)


def _next_comma(words: list[str], k: int, limit: int) -> int:
    while k < limit and words[k] not in (",", "”", "“", '"', ";"):
        k += 1
    return k


# ------------------------------------------------------------------------------------------------ other cues


def _according(reader: Reader, hit: Hit, row: Cue, floor: int, limit: int) -> Draft | None:
    analysis = reader.analysis
    draft = Draft((hit.first, hit.last), row)
    if row.kind == "if-confirmed":
        span = reader.trim(hit.last, limit) if hit.first == floor else _noun_before(reader, hit.first, floor)
        draft.contents = [span] if span is not None else []
        return draft if draft.contents else None
    if row.kind != "according" or (row.phrase == "per" and not _begins(analysis, hit.first, floor)):
        return None
    source = _phrase_right(reader, hit.last, limit)
    if source is None:
        return None
    draft.source = source
    end = source[1]
    if hit.first - floor <= 1:
        span = reader.trim(end, limit)
        if span is not None:
            draft.contents.append(_whole(reader, span))
        return draft if draft.contents else None
    span = reader.trim(floor, hit.first)
    if span is not None:
        draft.contents.append(_whole(reader, span))
    if end < limit and analysis.words[end] == "," and end + 1 < limit and reader.statement(end, limit):
        rest = reader.trim(end, limit)
        if rest is not None:
            draft.contents.append(_whole(reader, rest))
    return draft if draft.contents else None


def _noun_before(reader: Reader, edge: int, floor: int) -> Tokens | None:
    """The noun phrase that "if confirmed" hangs on, over a comma and a relative pronoun."""
    analysis = reader.analysis
    while edge > floor and (
        analysis.words[edge - 1] == "," or analysis.lowers[edge - 1] in ("which", "that", "and", "but")
    ):
        edge -= 1
    first = noun_phrase(analysis, edge, floor)
    for k in range(edge - 1, first if first is not None else edge, -1):
        if analysis.tags[k] == "PREP" and analysis.lowers[k] != "of":
            first = k + 1  # "alarm over |the reported move|, which if confirmed"
            break
    return (first, edge) if first is not None and first < edge else None


def _begins(analysis: Analysis, token: int, floor: int) -> bool:
    return token == floor or analysis.words[token - 1] in ",("


def _whole(reader: Reader, span: Tokens) -> Tokens:
    """With the rest of the quotations at its ends."""
    left, right = reader.quote_at(span[0]), reader.quote_at(span[1] - 1)
    return (min(span[0], left.first) if left else span[0]), (max(span[1], right.last) if right else span[1])


def _noun(reader: Reader, hit: Hit, row: Cue, floor: int, limit: int) -> Draft | None:
    """ "X's claim that ...", "no evidence that ...", "his promise to ..."."""
    analysis = reader.analysis
    lowers, tags = analysis.lowers, analysis.tags
    k = hit.last
    if k >= limit or (hit.first in analysis.verb_at and analysis.verb_at[hit.first].finite):
        return None
    draft = Draft((hit.first, hit.last), row)
    if row.kind == "no-evidence":
        if lowers[k] in ("of", "that", "to", "for") or reader.statement(k, limit):
            span = reader.trim(k, limit)
            draft.contents = [span] if span is not None else []
        left = hit.first - 1
        group = analysis.verb_at.get(left)
        if group is not None and group.lemma != "be":
            draft.source = subject(analysis, group.first, floor)
            draft.cue = (group.first, hit.last)
        return draft if draft.contents else None
    if "rest" in row.complements:
        if lowers[k] not in NOUN_PREPOSITIONS or k + 1 >= limit:
            return None
        draft.cue = (hit.first, k + 1)
        span = reader.trim(k + 1, reader.object_end(k + 1, limit))
    elif lowers[k] == "that" and "clause" in row.complements:
        span = reader.after(k, limit, row, False)
    elif lowers[k] == "to" and "infinitive" in row.complements and k in analysis.verb_at:
        span = reader.trim(k, limit)
    else:
        return None
    if span is None:
        return None
    draft.contents = [span]
    left = hit.first - 1
    while left > floor and tags[left] in ("ADJ", "NOUN", "NUM", "PART", "ADV") and left not in analysis.verb_at:
        left -= 1
    if tags[left] == "POSS":
        draft.source = subject(analysis, left, floor)
        draft.cue = (left, draft.cue[1])
    elif lowers[left] in ("his", "her", "their", "its"):
        draft.source = (left, left + 1)
        draft.cue = (left + 1, draft.cue[1])
    else:
        verb = left if left in analysis.verb_at else left - 1
        group = analysis.verb_at.get(verb)
        if group is None or not group.finite or group.lemma not in LIGHT:
            return None
        draft.source = subject(analysis, group.first, floor)
        draft.cue = (group.first, draft.cue[1])
        draft.negated = group.negated
        if draft.source is None:
            return None
    return draft


LIGHT = frozenset(
    (
        "make",
        "have",
        "give",
        "issue",
        "express",
        "offer",
        "get",
        "hold",
        "announce",
        "publish",
        "release",
        "raise",
        "voice",
        "repeat",
        "reject",
        "dismiss",
        "deny",
        "see",
        "find",
        "take",
        "reach",
        "draw",
        "face",
        "share",
        "send",
        "deliver",
        "air",
        "level",
        "launch",
        "pay",
        "cast",
        "show",
        "win",
        "lodge",
        "file",
        "register",
        "receive",
        "provide",
    )
)


def _adjective(reader: Reader, hit: Hit, row: Cue, floor: int, limit: int) -> Draft | None:
    """ "X is not aware of ...", "X is confident that ..."."""
    analysis = reader.analysis
    left = hit.first - 1
    while left >= floor and analysis.tags[left] in ("ADV", "NEG") and left not in analysis.verb_at:
        left -= 1
    group = analysis.verb_at.get(left) if left >= floor else None
    if group is None or group.lemma not in ("be", "become", "remain", "feel", "seem", "appear") or group.infinitive:
        return None
    k = hit.last
    if k >= limit:
        return None
    draft = Draft((group.first, hit.last), row, negated=group.negated and not row.phrase.startswith("not"))
    draft.source = subject(analysis, group.first, floor)
    if draft.source is None:
        return None
    span: Tokens | None = None
    lowers = analysis.lowers
    if "rest" in row.complements:
        span = reader.trim(k, reader.object_end(k, limit))
    elif lowers[k] in ("of", "about", "by", "with", "at", "over") and "object" in row.complements:
        span = reader.trim(k + 1, limit)
    elif (
        (lowers[k] == "to" and "infinitive" in row.complements)
        or lowers[k] in ("that", "whether", "how", "if", "why")
        or ("clause" in row.complements and analysis.tags[k] == "SUBJ")
    ):
        span = reader.trim(k, limit)
    if span is None:
        return None
    if lowers[draft.source[0]] in ("it", "this", "that") and row.kind in ("not-aware", "believe"):
        draft.source = None  # "it is not clear whether"
    draft.contents = [span]
    if draft.negated and row.phrase in ("aware", "certain", "sure", "clear", "convinced", "confident"):
        draft.row = row
    return draft


def _adverb(reader: Reader, hit: Hit, row: Cue, floor: int, limit: int) -> Draft | None:
    """ "allegedly", "reportedly": the clause round it, with no source."""
    analysis = reader.analysis
    words = analysis.words
    first = hit.first
    while first > floor and words[first - 1] not in ',;:()“”"—–' and analysis.tags[first - 1] not in ("SUB", "REL"):
        first -= 1
    last = hit.last
    while last < limit and words[last] not in ',;:()“”"—–.' and analysis.tags[last] not in ("SUB",):
        last += 1
    draft = Draft((hit.first, hit.last), row)
    draft.contents = [span for span in (reader.trim(first, hit.first), reader.trim(hit.last, last)) if span is not None]
    return draft if draft.contents else None


def _attribute(reader: Reader, hit: Hit, row: Cue, floor: int, limit: int) -> Draft | None:
    """ "the alleged deployment": the noun phrase, with no source."""
    analysis = reader.analysis
    tags = analysis.tags
    k = hit.last
    if hit.first in analysis.verb_at and analysis.verb_at[hit.first].finite:
        return None
    while k < limit and tags[k] in ("NOUN", "PROPN", "ADJ", "", "POSS"):
        k += 1
    span = reader.trim(hit.last, k)
    return Draft((hit.first, hit.last), row, contents=[span]) if span is not None else None


READERS = {
    "phrase": _according, "noun": _noun, "adjective": _adjective, "adverb": _adverb, "attribute": _attribute,
}  # fmt: skip


NOUN_PREPOSITIONS = frozenset(("about", "on", "of", "for", "over", "with", "to", "against", "at", "toward", "towards"))

# ----------------------------------------------------------------------------------------------- quotations


def _continue_quotes(reader: Reader, drafts: list[Draft]) -> None:
    """Quotations that stand in no content go on from the last speaker of their paragraph, or of the one before."""
    analysis = reader.analysis
    covered = sorted(span for draft in drafts for span in draft.contents)
    by_end: list[tuple[int, Draft]] = sorted(
        ((draft.cue[0], draft) for draft in drafts if draft.row.kind in ASIDE_CLASSES and draft.source),
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
