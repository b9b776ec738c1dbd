"""What news says yes and no to in many words: was anybody hurt, arrested, insured, married (`facets.tsv`)?

A verb and its negation, or two contraries, are propositions (`propositions.py`).  Here are the questions that two
sentences answer in words that share nothing: "escaped without a scratch" and "was taken to hospital with burns".
One claim an answer: which question, yes or no, and of whom it is told.
"""

from __future__ import annotations

import re
from functools import cache, partial

import msgspec

from checker import patterns
from checker.claims.clause_days import event_of
from checker.claims.clauses import place_of, segment
from checker.claims.draft import Draft
from checker.claims.holders import Holder, holder_of
from checker.claims.polarity import NONE, REST, negation_of
from checker.language import Sentence, VerbGroup
from checker.language.lexicon import items, table, word_class
from checker.records import Claim

REACH = 60  # characters before an anchor that a pattern may look at
FAR = 10  # tokens from an anchor back to the verb whose subject it tells of
AHEAD = 4  # tokens behind an anchor in which the verb stands whose subject it is
NEAR = 3  # tokens before an anchor in which a narrowing word stands


class Facet(msgspec.Struct, frozen=True):
    """A row of `facets.tsv`."""

    name: str
    positive: bool
    only: bool  # told of it only where it is so: who was killed was hurt, who was not may have been
    binary: bool  # what is not so is the other: who had not been drinking was sober
    about: str
    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None


@cache
def facets() -> dict[str, tuple[Facet, ...]]:
    """Anchor → its rows."""
    found: dict[str, list[Facet]] = {}
    for row in table("facets"):
        before = patterns.compile(rf"(?:^|(?<=[^\w]))(?:{row['before']})\s*$") if row["before"] else None
        behind = patterns.compile(row["behind"]) if row["behind"] else None
        one = Facet(
            row["class"], row["sign"][0] == "+", row["sign"] == "+!", row["sign"] == "-=", row["about"], before, behind
        )
        for anchor in items(row["anchors"]):
            found.setdefault(anchor, []).append(one)
    return {anchor: tuple(rows) for anchor, rows in found.items()}


words = partial(word_class, "facet_words")


def facet_claims(draft: Draft) -> list[Claim]:
    """Aspect statement, kind "facet": predicate the question, polarity the answer, qualifier, subject and object the
    holder, definite where the sentence opens with a place of its own, context the words behind."""
    rows: list[Claim] = []
    told: set[tuple[int, str, bool]] = set()
    for token, sentence in draft.stated(facets().keys()):
        if _unsettled(draft, token):
            continue
        for facet in facets()[draft.analysis.lowers[token]]:
            matched = _matched(draft, token, sentence, facet)
            if matched is not None:
                row = _row(draft, token, sentence, facet, matched, told)
                rows.extend([row] if row is not None else [])
    return rows


def _matched(draft: Draft, token: int, sentence: Sentence, facet: Facet) -> str | None:
    """The words round an anchor that make it an answer, or None."""
    analysis = draft.analysis
    start, end = analysis.starts[token], analysis.ends[token]
    words_round = ["", ""]
    if facet.before is not None:
        before = facet.before.search(analysis.lower[max(sentence.start, start - REACH) : start])
        if before is None:
            return None
        words_round[0] = before[0]
    if facet.behind is not None:
        behind = facet.behind.match(analysis.lower, end)
        if behind is None:
            return None
        words_round[1] = behind[0]
    if analysis.lowers[token - 1] == "to" and not words_round[0] and analysis.tags[token] in ("VERB", "NOUN"):
        return None  # "his wish was to remain"
    return " ".join(words_round)


def _unsettled(draft: Draft, token: int) -> bool:
    """Does the clause suppose or ask, or tell of others?"""
    left, right = segment(draft.analysis, token)
    said = draft.analysis.lowers[left:right]
    return not words("open").isdisjoint(said) or not REST.isdisjoint(said)


def _narrow(draft: Draft, token: int, left: int) -> bool:
    """ "No serious injuries": there were others."""
    return not words("narrowing").isdisjoint(draft.analysis.lowers[max(left, token - NEAR) : token + 2])


def _row(
    draft: Draft, token: int, sentence: Sentence, facet: Facet, matched: str, told: set[tuple[int, str, bool]]
) -> Claim | None:
    analysis = draft.analysis
    start, end = analysis.starts[token], analysis.ends[token]
    left, right = segment(analysis, token, analysis.sentence_at(start))
    group = _governor(draft, token, left)
    voice = draft.voices(start, end)[0]
    if voice.certainty != "certain" or (voice.polarity == "-" and facet.about == "owner"):
        return None  # who refuses to say how his wife came has one
    holder = holder_of(draft, token, sentence, left, group, facet.about)
    inside = not facet.positive and not NEGATORS.isdisjoint(matched.split())
    denied = not inside and (holder.kind == "none" or _denied(draft, token, group, left, right, voice.polarity == "-"))
    if group is not None and not (denied or inside) and _only_wanted(group, matched):
        return None
    if denied and (facet.only or not (facet.positive or facet.binary) or _narrow(draft, token, left)):
        return None  # "was not acquitted": not convicted for that
    positive = (facet.positive != denied) or (inside and voice.polarity == "-")  # the voice turns what it refuses
    if facet.about == "event" and not positive and holder.kind != "none":
        holder = Holder("none")
    if denied and facet.about == "event" and not matched.strip():
        if group is not None and group.lemma in words("withholding"):
            return None  # "has given no casualties": it does not say
        holder = _of_kind(draft, token, left, holder)
    key = (sentence.start, facet.name, positive)
    if key in told:
        return None
    told.add(key)
    first = min(group.start, start) if group is not None and group.first >= left else start
    day = event_of(analysis, draft.names, analysis.starts[left], analysis.ends[right - 1], group)
    return draft.claim(
        "statement",
        first,
        max(end, first + 1),
        voice,
        predicate="facet:" + facet.name,
        subject=holder.id,
        object=holder.noun,
        qualifier=holder.kind,
        polarity="+" if positive else "-",
        kind="facet",
        wording=" ".join(analysis.lowers[left:right]),
        place=place_of(analysis, draft.names, sentence.first, sentence.last),
        event=day,
        hedge=day.grain if day is not None else "",
        definite=_elsewhere(draft, sentence),
        counted_text="all" if WHOLE & set(analysis.lowers[left:right]) else "",
        modifiers=tuple(sorted(words("change") & set(analysis.lowers[left:right]))),
        near=tuple(sorted({draft.words[t] for t in range(left, right)} - {""})),
        context=tuple(sorted({draft.words[t] for t in range(token + 1, right)} - {""})),
    )


def _of_kind(draft: Draft, token: int, left: int, holder: Holder) -> Holder:
    """ "No military casualties": the word between "no" and its noun tells of which kind there are none."""
    analysis = draft.analysis
    if holder.kind != "none" or holder.id or token - 2 < left or analysis.lowers[token - 2] not in NONE:
        return holder
    told = draft.words[token - 1] if analysis.tags[token - 1] in ("ADJ", "NOUN") else ""
    return Holder("none", told) if told else holder


def _elsewhere(draft: Draft, sentence: Sentence) -> bool:
    """Does the sentence open with a place or a thing of its own: "In Leith, nobody was hurt"?"""
    analysis = draft.analysis
    if analysis.tags[sentence.first] != "PREP":
        return False
    comma = next((t for t in range(sentence.first, sentence.last) if analysis.words[t] == ","), sentence.first)
    return "PROPN" in analysis.tags[sentence.first : comma]


def _only_wanted(group: VerbGroup, matched: str) -> bool:
    """ "A chance to seal the deal"; not where the row itself tells of what somebody will do."""
    return (group.infinitive or group.modal not in ("", "would")) and AHEAD_WORDS.isdisjoint(matched.split())


AHEAD_WORDS = frozenset(("to", "will", "would"))


def _governor(draft: Draft, token: int, left: int) -> VerbGroup | None:
    """The verb that the anchor belongs to or stands behind."""
    for at in range(token, max(left, token - FAR) - 1, -1):
        group = draft.analysis.verb_at.get(at)
        if group is not None and (group.finite or group.infinitive or at == token):
            return group
    return None


WHOLE = frozenset(("all", "each", "both", "every"))
NEGATORS = frozenset(("not", "no", "without", "never", "refused", "declined", "innocent", "of"))
FAILING = frozenset(("fail", "refuse", "decline", "avoid", "rule", "escape", "neglect"))


def _denied(draft: Draft, token: int, group: VerbGroup | None, left: int, right: int, by_voice: bool) -> bool:
    """Does the clause deny what the anchor says: its verb is negated, its noun has a "no", the verb above failed?  What
    the voice denies ("ruled out seeking") is no negation of the clause's own."""
    analysis = draft.analysis
    lowers = analysis.lowers
    if "guilty" in lowers[left:token]:
        return False  # "has pleaded not guilty to causing the deaths"
    close = lowers[max(left, token - NEAR) : token]
    if "no" in close or "without" in close:
        return True
    if token not in analysis.verb_at:  # "foul play was not suspected"
        ahead = next(
            (analysis.verb_at[t] for t in range(token + 1, min(right, token + AHEAD)) if t in analysis.verb_at), None
        )
        if ahead is not None and ahead.finite and ahead.negated:
            return True
    if group is None or by_voice:
        return "not" in close or "never" in close
    if negation_of(analysis, group, left, right):
        return True
    above = next((analysis.verb_at[t] for t in range(group.first - 1, left - 1, -1) if t in analysis.verb_at), None)
    return above is not None and not group.finite and (above.lemma in FAILING or above.negated)
