"""What a denial denies: the propositions spelt out in it, or those that it points back to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence, Set
from functools import cache, partial

import msgspec

from checker.claims import phrases
from checker.claims.draft import Draft
from checker.claims.nouns import kind_of
from checker.claims.predications import Proposition, words_of
from checker.claims.rarity import NAME
from checker.claims.words import content_words
from checker.language import Analysis
from checker.language.lexicon import table, word_class
from checker.language.morphology import singular
from checker.records import Attribution, Span

LOOK_BACK = 3  # sentences that a general denial reaches back over


@cache
def general_nouns() -> frozenset[str]:
    """What a general denial points back with, of `denial_nouns.tsv`."""
    return frozenset(row["noun"] for row in table("denial_nouns"))


def denied(draft: Draft, attribution: Attribution, found: Sequence[Proposition]) -> list[Proposition]:
    """What a denial denies: the propositions spelt out in its content, else those its nouns point back to."""
    analysis = draft.analysis
    inside = [
        p
        for a, b in attribution.content_spans
        for p in found[bisect_left(found, a, key=_begin) : bisect_left(found, b, key=_begin)]
        if p.end <= b and not p.contrary
    ]
    content = _content_lemmas(draft, attribution.content_spans)
    specific, general = content - general_nouns(), bool(content & general_nouns())
    spelt_out = any(
        token in analysis.verb_at for a, b in attribution.content_spans for token in range(*analysis.tokens_of(a, b))
    )
    if spelt_out or (inside and (specific or not general)):
        return inside
    return pointed(draft, attribution, found, specific, general) or ([] if general else _thing(draft, attribution))


def pointed(
    draft: Draft,
    attribution: Attribution,
    found: Sequence[Proposition],
    specific: Set[str],
    general: bool,
    immediate: bool = False,
) -> list[Proposition]:
    """What words that point back stand for: the nearest propositions of others that fit the specific ones, all of them
    where the words are general; none where two readings remain.  An allegation is of deeds; "that" is what was said
    last."""
    cue = attribution.cue_spans[0][0]
    number = draft.analysis.sentence_at(cue)
    oldest = draft.analysis.sentences[max(0, number - LOOK_BACK)].start
    before = [
        p
        for p in found[bisect_left(found, oldest, key=_begin) : bisect_left(found, cue, key=_begin)]
        if p.hedged and number - LOOK_BACK <= p.sentence <= number and p.end <= cue
        and not p.contrary
        and not any(a <= p.start < b for a, b in attribution.content_spans)
    ]  # fmt: skip
    fitting = [p for p in before if not specific or specific & {p.theme, p.predicate, *_lemmas(draft, p)}]
    told = [p for p in fitting if p.told and p.status in ("", "done", "ongoing") and not _own(draft, p, attribution)]
    fitting = [p for p in told if p.alleged] or [p for p in told if p.actor and p.actor == attribution.party] or told
    if not fitting:
        return []
    deeds = fitting if immediate else [p for p in fitting if p.predicate not in STATES]
    nearest = max(p.sentence for p in deeds or fitting)
    kept = [p for p in fitting if p.sentence == nearest]
    keys = {(p.predicate, p.theme) for p in kept}
    return kept if general or len(keys) == 1 else []


OF_BEING = frozenset(("deny", "rule out", "confirm", "verify"))  # cues that say of a thing whether there is one


def _thing(draft: Draft, attribution: Attribution) -> list[Proposition]:
    """The being of a thing: "ruled out arson", "found no evidence of arson"."""
    if attribution.cue not in OF_BEING and attribution.cue_class != "no-evidence":
        return []
    analysis = draft.analysis
    start, end = attribution.content_spans[-1]
    first, last = analysis.tokens_of(start, end)
    if analysis.lowers[first] in ("of", "that"):
        first += 1
    thing = phrases.after(analysis, first, last)
    if thing is None or thing.first > first:
        return []
    words = words_of(draft, range(first, last))
    sentence = analysis.sentence_at(start)
    return [
        Proposition(
            start=analysis.starts[first],
            end=end,
            sentence=sentence,
            predicate="exist",
            actor="",
            theme=kind_of(thing.lemma),
            place="",
            status="",
            negated=False,
            first=first,
            last=last,
            text=analysis.text[start:end],
            core=words,
            context=words,
        )
    ]


STATES = frozenset(("have", "exist"))


class Dismissal(msgspec.Struct, frozen=True):
    """What is dismissed without a verb of denying, and the words that do it."""

    targets: list[Proposition]
    span: Span


def dismissed(draft: Draft, attribution: Attribution, found: Sequence[Proposition]) -> Dismissal | None:
    """What words without a verb of denying dismiss: "called that a lie", "said the report was untrue", "said no such
    deal had been signed"."""
    if attribution.cue_class in DENYING or not attribution.content_spans or not attribution.source:
        return None
    analysis = draft.analysis
    start, end = attribution.content_spans[0]
    first, last = analysis.tokens_of(start, end)
    while first < last and analysis.tags[first] in ("QUOTE", "PUNCT"):
        first += 1
    naming = attribution.cue in falsehoods("naming")
    if not naming and analysis.lowers[first : first + 1] == ["that"] and not _verb_next(analysis, first + 1):
        first += 1  # the conjunction
    such = _such(analysis, first, last)
    nouns: Set[str] = frozenset()
    if such is not None:
        nouns, behind = such
    else:
        pointer = _pointer(analysis, first, last)
        behind = (_named(analysis, pointer, last) if naming else _false(analysis, pointer, last)) if pointer else 0
    if not behind:
        return None
    nouns = nouns - general_nouns()
    targets = pointed(draft, attribution, found, nouns, not nouns, immediate=True)
    begin = attribution.cue_spans[0][0] if naming else analysis.starts[first]
    return Dismissal(targets, (begin, max(analysis.ends[behind - 1], begin + 1))) if targets else None


def _verb_next(analysis: Analysis, token: int) -> bool:
    return token in analysis.verb_at or analysis.lowers[token : token + 1] == ["never"]


DENYING = frozenset(("deny", "not-deny", "not-verify", "confirm", "no-evidence", "not-aware"))


falsehoods = partial(word_class, "falsehoods")


def _such(analysis: Analysis, first: int, last: int) -> tuple[Set[str], int] | None:
    """The noun of "no such deal", none for "nothing of the kind", and the token behind the words; None for others."""
    for token in range(first, min(last, first + 3)):
        words = analysis.lowers[token : token + 4]
        if words[:2] == ["no", "such"]:
            end = token + 2
            while end < last and analysis.tags[end] in ("NOUN", "ADJ", "ING"):
                end += 1
            return ({singular(analysis.lowers[end - 1])} if end > token + 2 else frozenset()), end
        if words[:3] == ["nothing", "of", "the"] and words[3:] and words[3] in falsehoods("such"):
            return frozenset(), token + 4
    return None


def _pointer(analysis: Analysis, first: int, last: int) -> int:
    """The token behind "that", "the claims", "these reports"; 0 where no such words stand there."""
    token = first
    while token < last and analysis.tags[token] in ("DET", "POSS", "ADJ", "PRON"):
        token += 1
    if token < last and singular(analysis.lowers[token]) in general_nouns():
        return token + 1
    return token if token > first and singular(analysis.lowers[token - 1]) in general_nouns() else 0


def _named(analysis: Analysis, token: int, last: int) -> int:
    """The token behind the word by which a thing is called false, or 0."""
    words = falsehoods("false")
    return next((t + 1 for t in range(token, min(last, token + PREDICATE + 2)) if analysis.lowers[t] in words), 0)


def _false(analysis: Analysis, token: int, last: int) -> int:
    """The token behind the words that say, behind a pointer, that it is not so; or 0."""
    group = analysis.verb_at.get(token) or (analysis.verb_at.get(token + 1) if token + 1 < last else None)
    if group is None:
        return 0
    never = group.negated or not {"never", "not"}.isdisjoint(analysis.lowers[token : group.last + 2])
    if group.lemma in falsehoods("happen"):
        return group.last if never else 0
    if group.lemma != "be" and not group.passive:
        return 0
    words = falsehoods("true" if never else "false")
    predicate = range(group.head if group.passive else group.last, min(last, group.last + PREDICATE))
    return next((t + 1 for t in predicate if analysis.lowers[t] in words), 0)


PREDICATE = 5  # tokens behind "was" in which it is called false: "an outright and wicked lie"


def _own(draft: Draft, proposition: Proposition, attribution: Attribution) -> bool:
    """Does who denies say the proposition himself?  A denial points back to what others say."""
    who = {attribution.party, attribution.source_id} - {""}
    return any({v.party, v.source_id} & who for v in draft.voices(proposition.start, proposition.end))


def _begin(proposition: Proposition) -> int:
    return proposition.start


def _content_lemmas(draft: Draft, spans: Sequence[Span]) -> set[str]:
    analysis = draft.analysis
    words: set[str] = set()
    for a, b in spans:
        first, last = analysis.tokens_of(a, b)
        words.update(word.removeprefix(NAME) for word in content_words(analysis, first, last))
        words.update(low for low in analysis.lowers[first:last] if low in general_nouns())
    return words


def _lemmas(draft: Draft, proposition: Proposition) -> set[str]:
    return {word.removeprefix(NAME) for word in content_words(draft.analysis, proposition.first, proposition.last)}
