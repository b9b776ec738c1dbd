"""Propositions without a figure: what is said to have happened, what is denied, and what a denial points back to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

import msgspec

from checker.claims import phrases
from checker.claims.clauses import (
    EMPTY_VERBS,
    Index,
    clause_verbs,
    may_be_participle,
    noun_verbs,
    place_of,
    segment,
    subject,
)
from checker.claims.draft import Draft, Voice
from checker.claims.nouns import kind_of, noun_classes
from checker.claims.polarity import is_narrow, is_negated
from checker.claims.rarity import NAME
from checker.claims.spans import Spans
from checker.claims.status import status_of
from checker.claims.words import content_words
from checker.language import Analysis, VerbGroup
from checker.language.lexicon import table
from checker.language.morphology import singular, verb_class
from checker.records import Attribution, Claim, Span

LOOK_BACK = 3  # sentences that a general denial reaches back over


class Proposition(msgspec.Struct, frozen=True, gc=False):
    """Something said to be so: a verb or an event noun with its actor and theme."""

    start: int  # the verb group or noun
    end: int
    sentence: int
    predicate: str
    actor: str
    theme: str  # class of the theme's noun, else its lemma
    place: str
    status: str
    negated: bool
    first: int
    last: int
    text: str
    hedged: bool = False  # attributed or hedged: what "these reports" may mean
    told: bool = True  # of a finite verb, a perfect ("to have sent") or an event noun: no purpose ("to replenish")
    core: tuple[str, ...] = ()  # what it says, without adjuncts behind commas: content words, names as ids, sorted
    alleged: bool = False  # called alleged or reported: what "these allegations" means first


@cache
def general_nouns() -> frozenset[str]:
    """What a general denial points back with, of `denial_nouns.tsv`."""
    return frozenset(row["noun"] for row in table("denial_nouns"))


def statement_claims(draft: Draft) -> list[Claim]:
    """Claims of all propositions of the document, then of what its denials deny."""
    found = propositions(draft)
    rows: list[Claim] = []
    denials = Spans((span, 0) for one in draft.attributions if one.cue_class in STANCES for span in one.content_spans)
    for proposition in found:
        if denials.covering(proposition.start, proposition.end):
            continue  # told once, as what the denial denies
        number = draft.proposition()
        if draft.cues.overlaps(proposition.start, proposition.end):
            continue
        for voice in draft.voices(proposition.start, proposition.end):
            rows.append(_row(draft, proposition, voice, number, proposition.start, proposition.end))
    for index, attribution in enumerate(draft.attributions):
        if attribution.cue_class in STANCES:
            rows.extend(_stance(draft, index, attribution, found))
    return rows


STANCES = frozenset(("deny", "not-deny", "not-verify", "confirm", "no-evidence", "not-aware"))


def _row(draft: Draft, found: Proposition, voice: Voice, number: int, start: int, end: int) -> Claim:
    return draft.claim(
        "statement",
        start,
        end,
        voice,
        proposition=number,
        subject=found.actor,
        predicate=found.predicate,
        object=found.theme,
        place=found.place,
        status=found.status,
        polarity="-" if found.negated else "+",
        qualifier="narrow" if found.negated and is_narrow(draft.analysis, found.first, found.last) else "",
        wording=found.text,
        context=context_words(draft, found.first, found.last),
        near=found.core,
        kind="" if found.told else "aside",
    )


def propositions(draft: Draft) -> list[Proposition]:
    """Every proposition of the text, in text order."""
    analysis = draft.analysis
    rows = [row for group in analysis.verb_groups if (row := _of_verb(draft, group)) is not None]
    nouns = noun_verbs()
    for token in draft.of({low for low in draft.places if singular(low) in nouns}):
        if analysis.tags[token] in phrases.HEADS:
            row = _of_noun(draft, token, nouns[singular(analysis.lowers[token])])
            if row is not None:
                rows.append(row)
    rows.sort(key=lambda row: (row.start, row.end))
    return rows


def _of_verb(draft: Draft, group: VerbGroup) -> Proposition | None:
    analysis = draft.analysis
    presence = group.lemma == "be" and _presence(draft, group)
    if not presence and (group.lemma in EMPTY_VERBS or group.lemma in clause_verbs()):
        return None
    predicate = "send" if presence else verb_class(group.lemma)
    sentence = analysis.sentences[group.sentence]
    if sentence.scope in ("furniture", "correction"):
        return None
    left, right = segment(analysis, group.first, group.sentence)
    doer = phrases.before(analysis, group.first, left) or _antecedent(analysis, group, sentence.first)
    follows = None if presence else phrases.after(analysis, group.last, right)
    passive = group.passive
    if follows is None and not (group.finite or passive):
        return None  # "to send": what stands before it is not what is sent
    theme = doer if passive or follows is None else follows
    actor = None if passive else doer
    if theme is None:
        return None
    acting = _actor_id(draft, actor) if actor else ""
    if actor and not acting and analysis.tags[actor.head] == "PROPN" and sentence.scope != "headline":
        acting = "name:" + analysis.lowers[actor.head]  # a name that only its capital shows
    if not acting:  # "North Korean troops were sent": the actor is inside the theme
        acting = _actor_id(draft, theme, inside=True)
    if not acting and group.infinitive:
        acting = _party(subject_of(analysis, draft.names, group, left, theme))
    place = place_of(analysis, draft.names, left, right)
    status = status_of(analysis, group, left, group.first, group.last)
    return Proposition(
        group.start, group.end, group.sentence, predicate, acting, _theme_kind(draft, theme, right), place, status,
        is_negated(analysis, group, left), left, right, analysis.text[group.start : group.end],
        _hedged(draft, group.start, group.end),
        _told(analysis, group, left), core_words(draft, group, doer, right),
        not ALLEGED.isdisjoint(analysis.lowers[max(left, group.first - 1) : group.last]),
    )  # fmt: skip


def _antecedent(analysis: Analysis, group: VerbGroup, first: int) -> phrases.Phrase | None:
    """Whom "who" or "which" before the verb stands for."""
    token = group.first - 1
    if token <= first or analysis.lowers[token] not in ("who", "which", "that"):
        return None
    if analysis.tags[token - 1] == "PUNCT":
        token -= 1
    return phrases.before(analysis, token, first)


def core_words(draft: Draft, group: VerbGroup, doer: phrases.Phrase | None, right: int) -> tuple[str, ...]:
    """The words of subject, verb and what follows it up to a comma or another verb; names as their ids."""
    analysis = draft.analysis
    last = group.last
    while last < right and analysis.tags[last] != "PUNCT" and last not in analysis.verb_at:
        last += 1
    told = [*range(group.first, last)]
    if doer is not None:
        behind = range(doer.last, group.first)  # "a date for the trial": what depends on the noun, up to a mark or a verb
        end = next((t for t in behind if analysis.tags[t] == "PUNCT" or t in analysis.verb_at), group.first)
        told.extend(range(doer.first, max(doer.last, end)))
    return _sorted([draft.words[t] for t in told if analysis.lowers[t] not in ALLEGED])  # not how it is said


def context_words(draft: Draft, first: int, last: int) -> tuple[str, ...]:
    """The content words of tokens first..last, sorted; names as the ids of who acts."""
    return _sorted(draft.words[first:last])


def _sorted(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted({*words} - {""}))


def _told(analysis: Analysis, group: VerbGroup, left: int) -> bool:
    """Does the group tell what happened?  No purpose, no gerund, no participle behind its noun ("filled with")."""
    if may_be_participle(analysis, group) and any(
        t in analysis.verb_at and analysis.verb_at[t].finite for t in range(left, group.first)
    ):
        return False
    return group.finite or "perfect" in group.aspect


ALLEGED = frozenset(
    ("allegedly", "reportedly", "purportedly", "supposedly", "alleged", "reported", "purported", "supposed")
)


def _presence(draft: Draft, group: VerbGroup) -> bool:
    """ "The troops were in Rome": a copula before a place tells of an arrival."""
    analysis = draft.analysis
    if group.last >= len(analysis.tags) or analysis.lowers[group.last] != "in":
        return False
    end = analysis.ends[min(group.last + 3, len(analysis.ends) - 1)]
    return any(e.kind in ("place", "country") for e in draft.names.entities_in(analysis.starts[group.last], end))


LOADS = frozenset(("shipment",))
LOAD_REACH = 8  # tokens behind "containers" in which their load is named


def _theme_kind(draft: Draft, theme: phrases.Phrase, right: int) -> str:
    """The kind of the theme; of containers and shipments, of what they hold ("containers filled with arms")."""
    kind = kind_of(theme.lemma)
    if kind in LOADS:
        analysis = draft.analysis
        for token in range(theme.last, min(right, theme.last + LOAD_REACH)):
            load = noun_classes().get(singular(analysis.lowers[token]), "")
            if analysis.tags[token] == "NOUN" and load and load not in ("person", *LOADS):
                return load
    return kind


def _of_noun(draft: Draft, token: int, predicate: str) -> Proposition | None:
    """An event noun with a theme: "the dispatch of troops", "troop deployment"."""
    analysis = draft.analysis
    number = analysis.sentence_at(analysis.starts[token])
    sentence = analysis.sentences[number]
    if sentence.scope in ("furniture", "correction"):
        return None
    theme = None
    if token + 1 < sentence.last and analysis.lowers[token + 1] == "of":
        theme = phrases.after(analysis, token + 2, sentence.last)
    inside = phrases.before(analysis, token, sentence.first, attached=False)
    if theme is None and inside is not None and inside.last == token and inside.head == token - 1:
        theme = inside
    if theme is None:
        return None
    left, right = segment(analysis, token)
    place = place_of(analysis, draft.names, left, right)
    whole = phrases.before(analysis, token + 1, left, attached=False) or theme
    actor = _actor_id(draft, whole) or _actor_id(draft, theme)
    start, end = analysis.starts[token], analysis.ends[token]
    return Proposition(
        start, end, number, predicate, actor, kind_of(theme.lemma), place, "done", False, left, right,
        analysis.text[start:end], _hedged(draft, start, end), True, (),
        not ALLEGED.isdisjoint(analysis.lowers[max(sentence.first, token - 4) : token]),
    )  # fmt: skip


def _actor_id(draft: Draft, phrase: phrases.Phrase, inside: bool = False) -> str:
    """Who acts in a phrase; `inside` only who stands before its head ("North Korean" troops)."""
    analysis = draft.analysis
    end = analysis.starts[phrase.head] if inside else analysis.ends[phrase.last - 1]
    found = [e for e in draft.names.entities_in(analysis.starts[phrase.first], end) if e.end <= end]
    return next((_party(e.party or e.id) for e in found if e.kind != "place"), "")


def subject_of(analysis: Analysis, names: Index, group: VerbGroup, left: int, theme: phrases.Phrase) -> str:
    """The actor of an infinitive, by the verb above it."""
    found = subject(analysis, names, group, left, theme.first, theme.last, False)
    return found if ":" in found else ""


def _party(known: str) -> str:
    """A country that acts is its government."""
    return "gov:" + known.removeprefix("country:") if known.startswith("country:") else known


def _hedged(draft: Draft, start: int, end: int) -> bool:
    return bool(draft.contents.covering(start, end))


# --------------------------------------------------------------------------------------------- stances


def _stance(draft: Draft, number: int, attribution: Attribution, found: Sequence[Proposition]) -> list[Claim]:
    """One row for each proposition that a denial (or a refusal to deny, to verify ...) is about."""
    voice = draft.voice(number)
    cue = attribution.cue_spans[0]
    targets = denied(draft, attribution, found)
    rows = []
    for target in targets:
        rows.append(
            draft.claim(
                "statement",
                cue[0],
                cue[1],
                voice,
                subject=target.actor,
                predicate=target.predicate,
                object=target.theme,
                place=target.place,
                status=target.status,
                polarity="-" if target.negated else "+",
                wording=attribution.cue,
                kind="stance",
                context=context_words(draft, target.first, target.last),
            )
        )
    return rows


def denied(draft: Draft, attribution: Attribution, found: Sequence[Proposition]) -> list[Proposition]:
    """What a denial denies: the propositions spelt out in its content, else those its nouns point back to."""
    analysis = draft.analysis
    inside = [
        p
        for a, b in attribution.content_spans
        for p in found[bisect_left(found, a, key=_begin) : bisect_left(found, b, key=_begin)]
        if p.end <= b
    ]
    content = _content_lemmas(draft, attribution.content_spans)
    specific = content - general_nouns()
    spelt_out = any(
        token in analysis.verb_at
        for a, b in attribution.content_spans
        for token in range(analysis.token_at(a), analysis.token_at(max(a, b - 1)) + 1)
    )
    if spelt_out or (inside and not (content & general_nouns() and not specific)):
        return inside
    number = analysis.sentence_at(attribution.cue_spans[0][0])
    oldest = analysis.sentences[max(0, number - LOOK_BACK)].start
    cue = attribution.cue_spans[0][0]
    before = [
        p
        for p in found[bisect_left(found, oldest, key=_begin) : bisect_left(found, cue, key=_begin)]
        if p.hedged and number - LOOK_BACK <= p.sentence <= number and p.end <= cue
        and not any(a <= p.start < b for a, b in attribution.content_spans)
    ]  # fmt: skip
    fitting = [p for p in before if not specific or specific & {p.theme, p.predicate, *_lemmas(draft, p)}]
    told = [p for p in fitting if p.told and p.status in ("", "done", "ongoing") and not _own(draft, p, attribution)]
    fitting = [p for p in told if p.alleged] or [p for p in told if p.actor and p.actor == attribution.party] or told
    if not fitting:
        return []
    nearest = max(p.sentence for p in fitting)
    kept = [p for p in fitting if p.sentence == nearest]
    keys = {(p.predicate, p.theme) for p in kept}
    return kept if content & general_nouns() or len(keys) == 1 else []


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
        first, last = analysis.token_at(a), analysis.token_at(max(a, b - 1)) + 1
        words.update(word.removeprefix(NAME) for word in content_words(analysis, first, last))
        words.update(low for low in analysis.lowers[first:last] if low in general_nouns())
    return words


def _lemmas(draft: Draft, proposition: Proposition) -> set[str]:
    return {word.removeprefix(NAME) for word in content_words(draft.analysis, proposition.first, proposition.last)}
