"""What a text says to be so without a figure: the verbs and event nouns of its clauses, with who, what and where."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from checker.claims import phrases
from checker.claims.clauses import EMPTY_VERBS, clause_verbs, noun_verbs, place_of, segment
from checker.claims.contraries import contraries, of_state, of_verb
from checker.claims.draft import Draft
from checker.claims.nouns import kind_of
from checker.claims.predications import (
    ALLEGED,
    STATE_VERBS,
    Predication,
    Proposition,
    actor_in,
    is_hedged,
    tells_presence,
    words_of,
)
from checker.language import Analysis, Sentence, VerbGroup
from checker.language.morphology import base_participles, singular, unchanging, verb_class

# Verbs that only carry an event noun: "made three arrests", "no injuries were reported".
LIGHT_VERBS = frozenset(("make", "report", "record", "carry", "suffer", "sustain", "hold", "take", "confirm"))
FINDING = frozenset(("find", "see", "hear", "show", "notice", "detect"))  # with a thing, not a clause: "found no drugs"


def propositions(draft: Draft) -> list[Proposition]:
    """Every proposition of the text, in text order."""
    analysis = draft.analysis
    groups = [*(_whole(analysis, group) for group in analysis.verb_groups), *unmarked(draft)]
    rows = [row for group in groups for row in _of_verb(draft, group)]
    nouns = noun_verbs()
    for token, sentence in draft.stated({low for low in draft.places if singular(low) in nouns}):
        if analysis.tags[token] in phrases.HEADS:
            row = _of_noun(draft, token, sentence, nouns[singular(analysis.lowers[token])])
            if row is not None:
                rows.append(row)
    rows.sort(key=lambda row: (row.start, row.end, row.contrary))
    return rows


def _whole(analysis: Analysis, group: VerbGroup) -> VerbGroup:
    """The group with a participle that looks like a noun: "had run", "has cut"."""
    head = group.last
    if group.lemma != "have" or head >= len(analysis.lowers) or analysis.lowers[head] not in base_participles():
        return group
    lemma, end = analysis.lowers[head], analysis.ends[head]
    return msgspec.structs.replace(group, last=head + 1, head=head, end=end, lemma=lemma, aspect="perfect")


def unmarked(draft: Draft) -> Iterator[VerbGroup]:
    """Verbs whose past is their base form, read as nouns: "set fire to" in a clause that has no other verb."""
    analysis = draft.analysis
    for token, sentence in draft.stated(unchanging()):
        if token in analysis.verb_at or token == sentence.first or analysis.tags[token - 1] not in SUBJECTS:
            continue
        left, right = segment(analysis, token)
        if left < token and not any(t in analysis.verb_at and analysis.verb_at[t].finite for t in range(left, right)):
            yield analysis.as_verb(token, analysis.lowers[token])


SUBJECTS = frozenset(("NOUN", "PROPN", "PRON", "SUBJ"))


def _of_verb(draft: Draft, group: VerbGroup) -> Iterator[Proposition]:
    """What a verb says, and what it says yes or no to: "rejected" tells of something that was not approved."""
    analysis, lemma = draft.analysis, group.lemma
    finds = lemma in FINDING and not draft.cues.overlaps(group.start, group.end)
    plain = lemma not in EMPTY_VERBS and (finds or lemma not in clause_verbs())
    light = lemma in LIGHT_VERBS
    states = lemma in STATE_VERBS or group.passive
    if not (plain or light or states or lemma == "have" or lemma in contraries("verb")):
        return
    if analysis.sentences[group.sentence].scope in ("furniture", "correction"):
        return
    left, right = segment(analysis, group.first, group.sentence)
    state = of_state(analysis, group, right) if states else None
    exists = lemma == "be" and group.first > left and analysis.lowers[group.first - 1] == "there"
    if lemma == "be" and tells_presence(draft, group):
        predicate = "send"
    elif lemma == "have" and group.last < right and analysis.tags[group.last] in ("DET", "NOUN"):
        predicate = "have"
    else:
        predicate = "exist" if exists else verb_class(lemma) if plain else ""
    if not (predicate or light or state or lemma in contraries("verb")):
        return
    read = Predication(draft, group, left, right)
    theme = read.theme
    if theme is None and not (group.passive and group.finite):
        return
    event = noun_verbs().get(theme.lemma, "") if theme and (exists or light) else ""
    contrary = state or of_verb(analysis, group, theme)
    if contrary is not None and not (read.denied and not contrary.positive):
        yield read.proposition(contrary.name, read.of(contrary), contrary)
    if event and theme:
        made = read.proposition(event, {theme.head, *range(group.first, group.last)})
        yield msgspec.structs.replace(made, theme="")
    elif predicate:
        yield read.proposition(predicate)


def _of_noun(draft: Draft, token: int, sentence: Sentence, predicate: str) -> Proposition | None:
    """An event noun with a theme: "the dispatch of troops", "troop deployment"."""
    analysis = draft.analysis
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
    actor = actor_in(draft, whole) or actor_in(draft, theme)
    start, end = analysis.starts[token], analysis.ends[token]
    return Proposition(
        start, end, analysis.sentence_at(start), predicate, actor, kind_of(theme.lemma), place, "done", False,
        left, right, analysis.text[start:end], is_hedged(draft, start, end), True, (),
        not ALLEGED.isdisjoint(analysis.lowers[max(sentence.first, token - 4) : token]),
        context=words_of(draft, range(left, right)),
    )  # fmt: skip
