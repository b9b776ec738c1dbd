"""Cues that are no verbs: "according to", "X's claim that", "is not aware of", "allegedly", "the alleged"."""

from __future__ import annotations

import msgspec

from checker.attribution.clauses import finite_ahead
from checker.attribution.content import Reader
from checker.attribution.cues import Cue, Hit, denying, word_class
from checker.attribution.draft import Draft, Tokens
from checker.attribution.right import phrase_right
from checker.attribution.source import noun_phrase, subject
from checker.language import Analysis


def _according(reader: Reader, hit: Hit, row: Cue, floor: int, limit: int) -> Draft | None:
    analysis = reader.analysis
    draft = Draft((hit.first, hit.last), row)
    if row.kind == "if-confirmed":
        span = reader.trim(hit.last, limit) if hit.first == floor else _noun_before(reader, hit.first, floor)
        draft.contents = [span] if span is not None else []
        return draft if draft.contents else None
    if row.kind != "according" or (row.phrase == "per" and not _begins(analysis, hit.first, floor)):
        return None
    source = phrase_right(reader, hit.last, limit)
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


def _reckoning(reader: Reader, hit: Hit, row: Cue, floor: int, limit: int) -> Draft | None:
    """ "By the ministry's count, 12 died": the owner is the source, the rest of the sentence the content."""
    analysis = reader.analysis
    tags = analysis.tags
    owner = hit.first - 1
    while owner > floor and tags[owner] in ("ADJ", "NOUN") and hit.first - owner < 4:
        owner -= 1
    if tags[owner] != "POSS":
        return None
    first = owner
    while first > floor and owner - first < 8 and tags[first - 1] in ("DET", "PROPN", "NOUN", "ADJ"):
        first -= 1
    if first <= floor or first == owner or analysis.lowers[first - 1] not in ("by", "in", "on"):
        return None
    first -= 1
    draft = Draft((first, hit.last), row, (first + 1, owner))
    span = reader.trim(hit.last, limit) if first == floor else reader.trim(floor, first)
    draft.contents = [_whole(reader, span)] if span is not None else []
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
    while k < limit and (k in reader.timed or (tags[k] == "PREP" and k + 1 in reader.timed)):
        k += 1  # "comments on Tuesday about"
    if k >= limit or (
        lowers[k] not in FOLLOWS and tags[k] != "BE" and row.kind != "no-evidence" and len(row.words) == 1
    ):
        return None  # by far the commonest
    if hit.first in analysis.verb_at and analysis.verb_at[hit.first].finite:
        return None
    draft = Draft((hit.first, k), row)
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
        tied = len(row.words) > 1  # "objection to" brings its own
        first = k if tied else k + 1
        if (not tied and lowers[k] not in NOUN_PREPOSITIONS) or first >= limit:
            return None
        draft.cue = (hit.first, first)
        span = reader.trim(first, reader.object_end(first, limit))
    elif tags[k] == "BE" and row.kind == "estimate" and tags[hit.first - 1] in ("POSS", "ADJ"):
        draft.cue = (hit.first, k + 1)  # "the UN's estimate is 300"
        span = reader.trim(k + 1, limit)
    elif lowers[k] == "that" and "clause" in row.complements:
        span = None if _relative(analysis, k + 1, limit) else reader.after(k, limit, row, False)
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
        if group is not None and group.lemma in denying():
            return None  # "denied the claim that": the denial has it
        if group is None or not group.finite or group.lemma not in LIGHT:
            return _unowned(reader, draft, left, limit) if lowers[k] == "that" else None
        draft.source = subject(analysis, group.first, floor)
        draft.cue = (group.first, draft.cue[1])
        draft.negated = group.negated
        if draft.source is None:
            return None
    return draft


def _relative(analysis: Analysis, k: int, limit: int) -> bool:
    """ "an idea that just worked": the verb follows at once."""
    while k < limit and analysis.tags[k] == "ADV":
        k += 1
    return k in analysis.verb_at and analysis.verb_at[k].finite


def _unowned(reader: Reader, draft: Draft, before: int, limit: int) -> Draft | None:
    """ "rumours that he left": nobody is named, and nobody committed to it."""
    analysis = reader.analysis
    if draft.row.phrase not in UNOWNED or not finite_ahead(analysis, draft.contents[0][0] + 1, limit):
        return None
    first = before + 1
    if analysis.lowers[before] in ("a", "an"):
        first = before
    draft.cue = (first, draft.cue[1])
    draft.row = msgspec.structs.replace(draft.row, certainty="underspecified")
    return draft


LIGHT = word_class("light-verb")
UNOWNED = word_class("unowned")


def _adjective(reader: Reader, hit: Hit, row: Cue, floor: int, limit: int) -> Draft | None:
    """ "X is not aware of ...", "X is confident that ..."."""
    analysis = reader.analysis
    left = hit.first - 1
    while left >= floor and analysis.tags[left] in ("ADV", "NEG") and left not in analysis.verb_at:
        left -= 1
    group = analysis.verb_at.get(left) if left >= floor else None  # "are convinced" is one group
    if (
        group is None
        or (
            group.lemma not in ("be", "become", "remain", "feel", "seem", "appear")
            and not (group.passive and group.head == hit.first)
        )
        or group.infinitive
    ):
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
        or ("clause" in row.complements and analysis.tags[k] not in NO_CLAUSE and finite_ahead(analysis, k, limit))
    ):
        span = reader.trim(k, limit)
    if span is None:
        return None
    if lowers[draft.source[0]] in ("it", "this", "that") and row.kind in ("not-aware", "believe"):
        draft.cue = (draft.source[0], draft.cue[1])  # "it is not clear whether"
        draft.source = None
    draft.contents = [span]
    return draft


def _adverb(reader: Reader, hit: Hit, row: Cue, floor: int, limit: int) -> Draft | None:
    """ "allegedly", "reportedly": the clause round it, with no source."""
    analysis = reader.analysis
    words = analysis.words
    first = hit.first
    # in "suspended him for allegedly selling it" only the selling is alleged
    floor = first if analysis.tags[first - 1] == "PREP" else floor
    while first > floor and words[first - 1] not in ',;:()“”"—–' and analysis.tags[first - 1] not in ("SUB", "REL"):
        first -= 1
    last = hit.last + (hit.first == floor and hit.last < limit and words[hit.last] == ",")
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
    "phrase": _according,
    "document": _reckoning, "noun": _noun, "adjective": _adjective, "adverb": _adverb, "attribute": _attribute,
}  # fmt: skip


NO_CLAUSE = frozenset(("PREP", "SUB", "PUNCT", "QUOTE", "TO", "CONJ", "ADV", "REL"))
NOUN_PREPOSITIONS = word_class("noun-preposition")
FOLLOWS = NOUN_PREPOSITIONS | {"that", "to"}
