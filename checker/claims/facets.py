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
from checker.claims import phrases
from checker.claims.clauses import actor_id, event_of, place_of, segment
from checker.claims.draft import Draft
from checker.claims.polarity import EVERY, EVERYONE, NONE, REST, SOME, negation_of
from checker.language import Sentence, VerbGroup
from checker.language.lexicon import items, table, word_class
from checker.language.morphology import singular
from checker.records import Claim

REACH = 60  # characters before an anchor that a pattern may look at
FAR = 10  # tokens from an anchor back to the verb whose subject it tells of
AHEAD = 4  # tokens behind an anchor in which the verb stands whose subject it is
NEAR = 3  # tokens before an anchor in which a narrowing word stands
PRONOUNS = {"he": "he", "she": "she", "they": "they", "it": "it", "i": "i", "we": "we", "you": "you"}


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


class Holder(msgspec.Struct, frozen=True):
    """Of whom it is told: nobody ("none"), all, some who are not known, one who is known, or what a word points at."""

    kind: str  # none all some known pointing
    id: str = ""
    noun: str = ""  # by which it is told


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
    holder = _holder(draft, token, sentence, left, group, facet)
    inside = not facet.positive and not NEGATORS.isdisjoint(matched.split())
    denied = not inside and (holder.kind == "none" or _denied(draft, token, group, left, right, voice.polarity == "-"))
    if group is not None and not (denied or inside) and _only_wanted(group, matched):
        return None
    if denied and (facet.only or not (facet.positive or facet.binary) or _narrow(draft, token, left)):
        return None  # "was not acquitted": not convicted for that
    positive = (facet.positive != denied) or (inside and voice.polarity == "-")  # the voice turns what it refuses
    if facet.about == "event" and not positive and holder.kind != "none":
        holder = Holder("none")
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


def _holder(draft: Draft, token: int, sentence: Sentence, left: int, group: VerbGroup | None, facet: Facet) -> Holder:
    """Of whom the clause tells: its subject, or whom "his" means."""
    analysis = draft.analysis
    if facet.about == "event":  # "no children were among the casualties"
        found = phrases.before(analysis, group.first, left) if group is not None and group.first < token else None
        subject = None if found is None else of_phrase(draft, found, left)
        return subject if subject is not None and subject.kind == "none" else Holder("some")
    if facet.about == "owner":
        owned = _owner(draft, token, sentence)
        if owned is not None:
            return owned
    if facet.about == "object":
        object_ = next((t for t in range(token + 1, sentence.last) if analysis.lowers[t] in ("him", "her", "the")), -1)
        if object_ >= 0 and analysis.lowers[object_] == "the":
            found = phrases.after(analysis, object_, sentence.last)
            return Holder("some") if found is None else of_phrase(draft, found, object_)
        return Holder("some") if object_ < 0 else named_before(draft, object_, "he")
    if group is None:
        inside = phrases.before(analysis, token, left)
        main = main_subject(draft, sentence) if inside is None else None  # "Still unbeaten, Acton lead"
        return of_phrase(draft, inside, left) if inside is not None else main or Holder("some")
    first = group.first
    if group.first == token and group.passive and not group.finite:  # "residents injured in the blaze"
        inside = phrases.before(analysis, first, left, attached=False)
        if inside is not None:
            return of_phrase(draft, inside, left)
        # "wounded men"
        behind = phrases.after(analysis, token + 1, sentence.last)
        return Holder("some") if behind is None else of_phrase(draft, behind, left)
    before = first - 1
    while before > left and analysis.tags[before] in ("ADV", "NEG", "CONJ"):
        before -= 1
    low = analysis.lowers[before] if before >= sentence.first else ""
    if analysis.tags[before] == "REL" and before > sentence.first:
        found = phrases.before(analysis, before - (analysis.tags[before - 1] == "PUNCT"), sentence.first)
        whom = Holder("some") if found is None else of_phrase(draft, found, sentence.first)
        return Holder("some") if whom.kind == "none" else whom  # "no athletes who met the standard": others may
    if low in NONE or (low == "one" and analysis.lowers[before - 1] == "no"):
        return Holder("none")
    if low in EVERYONE:
        return Holder("all")
    if low in PRONOUNS and before >= left:
        return named_before(draft, before, PRONOUNS[low])
    if analysis.tags[before] == "ADJ" and analysis.lowers[before - 1] == "the":
        return Holder("pointing", low)  # "the general", "the accused"
    found = phrases.before(analysis, first, left)
    if not group.finite:
        return main_subject(draft, sentence) or Holder("some")
    if found is None:
        above = phrases.before(analysis, left - 1, sentence.first) if left - 1 > sentence.first else None
        main = main_subject(draft, sentence)
        return main or (Holder("some") if above is None else of_phrase(draft, above, sentence.first))
    return of_phrase(draft, found, left)


def main_subject(draft: Draft, sentence: Sentence) -> Holder | None:
    """The subject of the sentence's first finite verb: "Smith, 34, denied it and was freed"."""
    analysis = draft.analysis
    for token in range(sentence.first, sentence.last):
        group = analysis.verb_at.get(token)
        if group is not None and group.finite:
            found = phrases.before(analysis, group.first, sentence.first)
            if found is not None:
                return of_phrase(draft, found, sentence.first)
            low = analysis.lowers[group.first - 1] if group.first > sentence.first else ""
            return named_before(draft, group.first - 1, PRONOUNS[low]) if low in PRONOUNS else None
    return None


def of_phrase(draft: Draft, phrase: phrases.Phrase, left: int) -> Holder:
    analysis = draft.analysis
    first = phrase.first
    lowers = analysis.lowers[max(left, first - 2) : phrase.last]
    if not NONE.isdisjoint(lowers) or lowers[:2] == ["no", "one"]:
        kind = singular(analysis.lowers[phrase.head])
        return Holder("none", "" if kind in words("anybody") else kind)
    if not EVERY.isdisjoint(lowers):
        return Holder("all", noun=singular(analysis.lowers[phrase.head]))
    named = [
        entity
        for entity in draft.names.entities_in(analysis.starts[first], analysis.ends[phrase.last - 1])
        if entity.kind in ("person", "organisation", "name", "country", "body")
    ]
    if named and analysis.tags[phrase.head] == "PROPN":
        return Holder("known", actor_id(named[-1]))
    if analysis.tags[phrase.head] == "PROPN":
        return Holder("known", "name:" + analysis.lowers[phrase.head])
    head = singular(analysis.lowers[phrase.head])
    lowers_, tags = analysis.lowers[first : phrase.head], analysis.tags[first : phrase.head]
    determined = analysis.lowers[first] in ("the", "this", "that")
    numbers = [low for low, tag in zip(lowers_, tags, strict=True) if tag == "NUM" and not low.endswith("-old")]
    counted = bool(numbers) or analysis.lowers[first] in SOME
    if determined and not counted:
        return Holder("pointing", head, head)
    one = analysis.lowers[first] in ("a", "an", "one")
    return Holder("some", head if one else "", head)


def named_before(draft: Draft, token: int, pronoun: str) -> Holder:
    """Whom a pronoun means: the subject of the sentence before, or the one person named there who is not speaking, else
    what it points at."""
    analysis = draft.analysis
    number = analysis.sentence_at(analysis.starts[token])
    if pronoun not in ("he", "she"):
        return Holder("pointing", pronoun)
    for back in range(number, max(-1, number - 3), -1):
        sentence = analysis.sentences[back]
        end = min(sentence.end, analysis.starts[token])
        main = main_subject(draft, sentence) if back < number else None
        if main is not None and (main.kind == "known" or (main.kind == "pointing" and main.id not in PRONOUNS)):
            return main
        found = {
            e.id
            for e in draft.names.entities_in(sentence.start, end)
            if e.kind == "person" and e.id and not _speaks(draft, e.start)
        }
        if len(found) == 1:
            return Holder("known", found.pop())
        if found:
            break
    return Holder("pointing", pronoun)


def _speaks(draft: Draft, offset: int) -> bool:
    """Is who stands here the source of what the sentence says?"""
    return any(a <= offset < b for one in draft.attributions for a, b in one.source_spans)


OWNERS = {"his": "he", "her": "she"}


def _owner(draft: Draft, token: int, sentence: Sentence) -> Holder | None:
    """Whom "his" before a noun means, or whose name with "'s" stands there."""
    analysis = draft.analysis
    for at in range(token - 1, max(sentence.first, token - NEAR - 2) - 1, -1):
        if analysis.lowers[at] in OWNERS:
            main = main_subject(draft, sentence) if at > sentence.first + 1 else None
            if main is not None and main.kind == "known":
                return main
            return named_before(draft, at, OWNERS[analysis.lowers[at]])
        if analysis.lowers[at] in ("their", "its"):
            return named_before(draft, at, "they")
        if analysis.tags[at] == "POSS":
            found = phrases.before(analysis, at, sentence.first)
            return None if found is None else of_phrase(draft, found, sentence.first)
    return None
