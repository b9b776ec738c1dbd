"""What is told as done, and elsewhere as not done yet: "has yet to sign the bill ... since he signed it last week".

Deeds by class (`outcomes.tsv`); their answers are paired as those of `facets.py`, for here too it matters of whom or
what it is told.
"""

from __future__ import annotations

from functools import cache

import msgspec

from checker.claims import holders, phrases
from checker.claims.clause_days import event_of
from checker.claims.clauses import place_of, segment
from checker.claims.draft import Draft
from checker.claims.holders import PRONOUNS, Holder
from checker.claims.polarity import NONE
from checker.language import VerbGroup
from checker.language.lexicon import items, table, word_class
from checker.language.morphology import unchanging, verb_forms
from checker.records import Claim

REACH = 10  # tokens behind a verb in which its object stands
BEHIND = 4  # tokens behind a verb in which the word stands that makes it this deed
YET = frozenset(("yet", "still"))
OWING = frozenset(("has", "have", "is", "are", "remains", "remain"))
STAYING = frozenset(("remain", "stay"))
BEARING = STAYING | {"be"}  # what a state stands behind
POINTED = {"it": "it", "him": "he", "her": "she", "them": "they"}
FOR_WHOM = frozenset(("to", "on", "at", "for", "between", "from", "near", "by", "because"))


class Outcome(msgspec.Struct, frozen=True):
    """A deed that a verb tells of: its class, the words that must stand behind, whether its subject undergoes it."""

    name: str
    behind: tuple[str, ...]
    of_subject: bool


@cache
def outcomes() -> dict[str, tuple[Outcome, ...]]:
    """Lemma → its deeds, those with words behind first."""
    found: dict[str, list[Outcome]] = {}
    for row in table("outcomes"):
        own = set(items(row["self"]))
        for phrase in items(row["verbs"]):
            first, *behind = phrase.split()
            found.setdefault(first, []).append(Outcome(row["class"], tuple(behind), first in own))
    return {lemma: tuple(sorted(rows, key=lambda row: -len(row.behind))) for lemma, rows in found.items()}


@cache
def undone() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word of a state → the words behind it with the class of the deed that would end it."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in table("outcomes"):
        for phrase in items(row["undone"]):
            first, *behind = phrase.split()
            found.setdefault(first, []).append((tuple(behind), row["class"]))
    for form, (lemma, kind) in verb_forms().items():
        deeds = [one for one in outcomes().get(lemma, ()) if not one.behind]
        if deeds and kind in ("past", "participle"):
            found.setdefault("un" + form, []).append(((), deeds[0].name))
    return {first: tuple(rows) for first, rows in found.items()}


def outcome_claims(draft: Draft) -> list[Claim]:
    """Aspect statement, kind "facet": predicate the deed, polarity whether it is done, holder what it is done to."""
    rows = []
    for group in draft.analysis.verb_groups:
        may_tell = group.lemma in outcomes() or group.lemma in BEARING or group.passive
        if not may_tell or draft.telling(group.start) is None:
            continue
        one = _of_deed(draft, group) or _of_state(draft, group)
        rows.extend([one] if one is not None else [])
    return rows


def _of_deed(draft: Draft, group: VerbGroup) -> Claim | None:
    """ "Signed the bill", "the bill has not been signed", "is yet to be signed"."""
    analysis = draft.analysis
    near = analysis.lowers[group.last : group.last + BEHIND]
    deed = next((one for one in outcomes().get(group.lemma, ()) if set(one.behind) <= set(near)), None)
    if deed is None:
        return None
    never = "never" in analysis.lowers[max(0, group.first - 1) : group.last]
    owing = group.infinitive and not YET.isdisjoint(analysis.lowers[max(0, group.first - 1) : group.first + 1])
    owing = owing and not OWING.isdisjoint(analysis.lowers[max(0, group.first - 3) : group.first])
    perfect = "perfect" in group.aspect and group.tense == "present"
    past = group.tense == "past" or (group.tense == "present" and group.lemma in unchanging())  # "he put"
    if owing or never or (group.negated and perfect and not group.modal):
        positive = False
    elif group.finite and not group.negated and not group.modal and (past or perfect):
        positive = True
    else:
        return None
    left, right = segment(analysis, group.head)
    limit = analysis.sentences[group.sentence].last
    of_subject = group.passive or (deed.of_subject and _object(draft, group, deed, limit) is None)
    holder = subject(draft, group) if of_subject else _object(draft, group, deed, limit)
    right = next((t for t in range(group.last, right) if analysis.words[t] == ","), right)
    return row(draft, group, (left, right), "outcome-" + deed.name, positive, holder)


def _of_state(draft: Draft, group: VerbGroup) -> Claim | None:
    """ "Remains closed", "is still in custody"."""
    analysis = draft.analysis
    token = group.last
    still = group.lemma in STAYING
    while token < len(analysis.tags) and analysis.tags[token] == "ADV":
        still, token = still or analysis.lowers[token] == "still", token + 1
    still = still or "still" in analysis.lowers[group.first : group.last]
    bearing = group.lemma in BEARING
    told = group.finite and group.tense == "present" and not (group.negated or group.modal)
    if not told or not still or not (bearing or group.passive):
        return None
    head = token if bearing else group.head
    lowers = analysis.lowers
    for behind, name in undone().get(lowers[head] if head < len(lowers) else "", ()):
        end = head + 1 + len(behind)
        if tuple(lowers[head + 1 : end]) == behind and (end >= len(lowers) or lowers[end] not in FOR_WHOM):
            return row(draft, group, segment(analysis, group.head), "outcome-" + name, False, subject(draft, group))
    return None


def subject(draft: Draft, group: VerbGroup) -> Holder | None:
    """What the subject of a verb is, where the text knows it."""
    analysis = draft.analysis
    sentence = analysis.sentences[group.sentence]
    token = group.first - 1
    while token > sentence.first and (analysis.tags[token] in ("ADV", "NEG") or analysis.lowers[token] in OWING):
        token -= 1
    low = analysis.lowers[token] if token >= sentence.first else ""
    if low in PRONOUNS:
        return holders.named_before(draft, token, low)
    found = phrases.before(analysis, token + 1, sentence.first)
    if found is None and analysis.words[token] == "," and group.finite:  # "the panel, cut from its frame, has"
        return holders.main_subject(draft, sentence)
    return None if found is None else thing(draft, found, sentence.first)


def _object(draft: Draft, group: VerbGroup, deed: Outcome, limit: int) -> Holder | None:
    """What stands behind the verb, its particle or noun, and a preposition that these need."""
    analysis = draft.analysis
    token, right = group.last, min(limit, group.last + REACH)
    while deed.behind and token < right and not set(deed.behind).isdisjoint(analysis.lowers[token:right]):
        if analysis.tags[token] == "DET" and analysis.lowers[token + 1] not in deed.behind:
            break  # "put the fire out"
        token += 1
    if deed.behind and token < right and analysis.tags[token] in ("PREP", "TO"):
        token += 1
    if token < right and analysis.lowers[token] in POINTED:
        low = analysis.lowers[token]
        bare = low != "her" or token + 1 >= right or analysis.tags[token + 1] not in ("NOUN", "ADJ", "PROPN")
        return holders.named_before(draft, token, POINTED[low]) if bare else None
    found = phrases.after(analysis, token, right)
    return None if found is None else thing(draft, found, token)


def thing(draft: Draft, phrase: phrases.Phrase, left: int) -> Holder:
    """What a phrase names, with all its words: the road bill is not the water bill."""
    holder = holders.of_phrase(draft, phrase, left)
    told = " ".join(word for word in draft.words[phrase.first : phrase.last] if word)
    return msgspec.structs.replace(holder, noun=told) if holder.kind == "pointing" else holder


def row(
    draft: Draft, group: VerbGroup, clause: tuple[int, int], name: str, positive: bool, holder: Holder | None,
    again: str = "",
) -> Claim | None:
    """The claim, where the thing is one that the text knows, and all of it is meant."""
    analysis = draft.analysis
    said = analysis.lowers[clause[0] : clause[1]]
    voice = draft.voices(group.start, group.end)[0]
    if holder is None or holder.kind not in ("known", "pointing") or not NONE.isdisjoint(said):
        return None
    narrowing = word_class("facet_words", "partly") | word_class("facet_words", "open")
    if not narrowing.isdisjoint(said) or voice.certainty != "certain" or voice.polarity == "-":
        return None
    ends = analysis.starts[clause[0]], analysis.ends[clause[1] - 1]
    sentence = analysis.sentences[group.sentence]
    return draft.claim(
        "statement",
        group.start,
        group.end,
        voice,
        predicate="facet:" + name,
        counted_class=again,
        subject=holder.id,
        object=holder.noun,
        qualifier=holder.kind,
        polarity="+" if positive else "-",
        kind="facet",
        wording=" ".join(said),
        place=place_of(analysis, draft.names, sentence.first, sentence.last),
        event=event_of(analysis, draft.names, *ends, group) if positive else None,
        near=tuple(sorted({draft.words[t] for t in range(*clause)} - {""})),
        context=tuple(sorted({draft.words[t] for t in range(group.last, clause[1])} - {""})),
    )
