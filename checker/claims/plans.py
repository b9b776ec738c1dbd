"""Plans that somebody has or has not: "has no plans to close the branch", "plans to close the branch"."""

from __future__ import annotations

from functools import partial

from checker.claims import phrases
from checker.claims.draft import Draft
from checker.claims.events import LONGEST
from checker.claims.rarity import NAME
from checker.claims.themes import is_time, names, verb_of
from checker.language.lexicon import word_class
from checker.language.morphology import verb_class
from checker.language.parts import Sentence
from checker.records import Claim

REACH = 14  # tokens of what is planned
HOLDING = frozenset(("have", "be"))


words = partial(word_class, "plan_words")


def plan_claims(draft: Draft) -> list[Claim]:
    """Aspect plan: polarity whether there is one, predicate what is planned, modifiers the other words of it, subject
    whose plan it is, qualifier present or past."""
    analysis = draft.analysis
    rows = []
    for token, sentence in draft.stated(words("noun") | words("verb")):
        short = sentence.last - sentence.first <= LONGEST
        if short and words("change").isdisjoint(analysis.lowers[sentence.first : sentence.last]):
            row = _claim(draft, sentence, token)
            if row is not None:
                rows.append(row)
    return rows


def _claim(draft: Draft, sentence: Sentence, token: int) -> Claim | None:
    analysis = draft.analysis
    goal = _goal(draft, sentence, token + 1)
    if goal is None:
        return None
    at = token
    verb = verb_of(draft, token)
    negated = False
    if verb is None or verb.lemma not in words("verb"):
        if analysis.lowers[token] not in words("noun"):
            return None
        while at > sentence.first and analysis.tags[at - 1] in ("DET", "ADJ", "ADV", "NEG"):
            at -= 1
            negated = negated or analysis.lowers[at] == "no"
        verb = verb_of(draft, at - 1) if at > sentence.first else None
        if verb is None or verb.lemma not in HOLDING:
            return None
    if not verb.finite or verb.modal:
        return None
    negated = negated != verb.negated
    subject = phrases.before(analysis, verb.first, sentence.first)
    holder = tuple(sorted(set(names(draft, subject.first, verb.first)))) if subject is not None else ()
    predicate, told, last = goal
    start, end = verb.start, analysis.ends[token]
    voices = draft.voices(start, end)
    if not told or not voices or voices[0].certainty != "certain":
        return None
    return draft.claim(
        "plan",
        start,
        end,
        voices[0],
        polarity="-" if negated else "+",
        status="planned",
        predicate=predicate,
        subject=" ".join(holder),
        modifiers=told,
        context=holder,
        qualifier="past" if verb.tense == "past" else "present",
        counted_text=analysis.text[analysis.starts[token + 1] : analysis.ends[last - 1]],
    )


def _goal(draft: Draft, sentence: Sentence, token: int) -> tuple[str, tuple[str, ...], int] | None:
    """What is planned behind "to" or "of": its verb, the words behind it, and where it ends."""
    analysis = draft.analysis
    if token + 1 >= sentence.last or analysis.lowers[token] not in ("to", "of", "for"):
        return None
    verb = verb_of(draft, token + 1)
    if verb is None or verb.finite or verb.negated:
        return None
    last = verb.last
    while last < min(sentence.last, token + REACH) and analysis.tags[last] not in ("PUNCT", "QUOTE", "REL", "SUB"):
        last += 1
    told = {
        draft.words[at].removeprefix(NAME).removeprefix("name:")
        for at in range(verb.last, last)
        if not is_time(draft, at)
    }
    told.discard("")
    return verb_class(verb.lemma), tuple(sorted(told)), last
