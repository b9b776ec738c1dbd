"""Whom or what a verb of a passage is about, and whether two phrases of a passage stand for one person or thing."""

from __future__ import annotations

import msgspec

from checker.claims import phrases
from checker.claims.clauses import segment
from checker.claims.constructions.passage.wording import wording
from checker.claims.draft import Draft
from checker.claims.nouns import noun_classes
from checker.claims.themes import PRONOUNS, Theme, is_time, subject_of, theme
from checker.entities.gazetteer import titles
from checker.language import Sentence, VerbGroup
from checker.language.morphology import singular

SUBJECTS = frozenset((*PRONOUNS, "they"))
OWNERS = {"his": "he", "her": "she", "its": "it", "their": "they"}
PERSONAL = frozenset(("he", "she"))
RELATIVE = frozenset(("who", "which", "that"))
LEAD = 8  # tokens before a name: "His wife of 54 years, Lorraine"
OF_RELATIVE = frozenset(("whom", "which", "whose", "who", "where"))
BESIDE_VERB = frozenset(("due", "set", "expected", "scheduled", "planned", "first"))
DEFINITE = frozenset(("the", "this", "that", "his", "her", "its", "their"))


def subject_theme(draft: Draft, verb: VerbGroup, sentence: Sentence) -> Theme | None:
    """The subject's phrase or pronoun; what a verb leaves out stands in the clause beside it."""
    analysis = draft.analysis
    token = verb.first
    while token > sentence.first and (
        analysis.tags[token - 1] in ("ADV", "NEG", "BE") or analysis.lowers[token - 1] in BESIDE_VERB
    ):
        token -= 1  # "is due to be finished"
    before = analysis.lowers[token - 1] if token > sentence.first else ""
    if before in SUBJECTS:
        return pronoun(before, token - 1)
    if token < verb.first and (above := analysis.verb_at.get(token)) is not None and above.first == token:
        verb = above
    if before == "," and analysis.tags[verb.head] == "ING" and (main := beside(draft, verb, sentence)) is not None:
        return main  # "She was a judge for six years, joining in 2003"
    left = segment(analysis, verb.first, verb.sentence)[0]
    if "whose" in analysis.lowers[left : verb.first]:  # "the cinema, whose doors opened"
        return antecedent(draft, analysis.lowers.index("whose", left), sentence.first)
    found = subject_of(draft, verb, left)
    if found is not None:
        dated = [token for token in range(found.first, found.last) if is_time(draft, token)]
        if not dated:
            return found
        if dated[-1] + 1 < found.last == token:  # "and in 1910 its rival had closed"
            return msgspec.structs.replace(found, first=dated[-1] + 1)
    if verb.finite and found is None and token - 2 >= sentence.first and analysis.tags[token - 2] == "DET":
        return Theme(before, (), token - 1, token)  # "The patent was": a noun that looks like an adjective
    if before in RELATIVE or (not verb.finite and before in (",", "(")):
        return antecedent(draft, token - 1, sentence.first)
    if verb.finite and before not in ("and", "but", "or", "then", ",") and found is None:
        return None
    return beside(draft, verb, sentence)


def pronoun(low: str, token: int) -> Theme:
    return Theme(low, (), token, token + 1)


def antecedent(draft: Draft, token: int, left: int) -> Theme | None:
    """What "who", "which", "that" or "whose" points back to."""
    analysis = draft.analysis
    while token > left and analysis.tags[token - 1] in ("PUNCT", "PREP"):
        token -= 1
    found = phrases.before(analysis, token, left)
    if found is None and token > left and analysis.words[token - 1][:1].isalpha():
        return Theme(singular(analysis.lowers[token - 1]), (), token - 1, token)
    return None if found is None else theme(draft, found.first, found.last, found.lemma)


def beside(draft: Draft, verb: VerbGroup, sentence: Sentence) -> Theme | None:
    """The subject of the nearest finite verb before ("..., having begun in", "and closed in"), else of the next one
    behind ("After leaving the navy in 1963 he", "Founded by two brothers, the brewery")."""
    analysis = draft.analysis
    groups = [v for t in range(sentence.first, sentence.last) if (v := analysis.verb_at.get(t)) and v.first == t]
    before = [one for one in groups if one.last <= verb.first]
    behind = [one for one in groups if one.first >= verb.last]
    for near in (*reversed(before), *behind):
        if not near.finite or near.infinitive:
            continue
        token = near.first - 1
        while token > sentence.first and analysis.tags[token] in ("ADV", "NEG"):
            token -= 1
        if token < sentence.first:
            continue
        if near in before and (relative := _relative(draft, near, verb, sentence)):
            return antecedent(draft, relative, sentence.first)
        if analysis.lowers[token] in SUBJECTS:
            return pronoun(analysis.lowers[token], token)
        if analysis.lowers[token] in RELATIVE:
            return antecedent(draft, token, sentence.first)
        found = phrases.before(analysis, near.first, verb.last if near in behind else sentence.first)
        if found is not None and not is_time(draft, found.head):
            return theme(draft, found.first, found.last, found.lemma)
    return None


def _relative(draft: Draft, near: VerbGroup, verb: VerbGroup, sentence: Sentence) -> int:
    """The token of "whom" where a clause in commas stands before a verb: "his wife, whom he married in 1957, died"."""
    analysis = draft.analysis
    if not verb.finite or analysis.lowers[verb.first - 1] != ",":
        return 0
    for token in range(near.first - 1, sentence.first, -1):
        if analysis.lowers[token] in OF_RELATIVE:
            while analysis.tags[token - 1] == "PREP":  # "with whom"
                token -= 1
            return token if analysis.lowers[token - 1] == "," else 0
        if analysis.words[token] in (",", ";", ":"):
            return 0
    return 0


def one_thing(draft: Draft, one: Theme | None, other: Theme | None, living: bool = False) -> bool:
    """Do two phrases of neighbouring sentences stand for one person or thing?  `living`: it is born, or dies."""
    if one is None or other is None:
        return False
    a, b = (one, other) if one.first <= other.first else (other, one)
    if a.first == b.first or a.last == b.last:
        return True
    if b.head in SUBJECTS or a.head in SUBJECTS:
        return _by_pronoun(draft, a, b, living)
    if a.names and b.names:
        shared = set(a.names) & set(b.names)
        return bool(shared) and (a.head == b.head or set(a.names) <= set(b.names) or set(b.names) <= set(a.names))
    opener = draft.analysis.lowers[b.first]
    definite = opener in DEFINITE
    if a.head == b.head:
        return bool(a.names) == bool(b.names) or definite
    if (living or is_person(draft, a)) and is_person(draft, b):  # "Ibsen Karlow ... The poet"
        return definite and opener not in OWNERS and not others_between(draft, a, b)
    return False


def _by_pronoun(draft: Draft, a: Theme, b: Theme, living: bool) -> bool:
    """Is a pronoun the other phrase, or the other pronoun's?  A name behind a pronoun may be meant by it."""
    if a.head in SUBJECTS and b.head in SUBJECTS:
        starts = draft.analysis.starts
        apart = draft.analysis.sentence_at(starts[a.first]) != draft.analysis.sentence_at(starts[b.first])
        return a.head == b.head and (a.head in PERSONAL or not apart)
    told, phrase = (a, b) if a.head in SUBJECTS else (b, a)
    if told.head in PERSONAL and _of_family(draft, phrase):
        return False
    if told.head in PERSONAL and phrase.head in wording("kin-he" if told.head == "she" else "kin-she"):
        return False
    if OWNERS.get(draft.analysis.lowers[phrase.first]) == told.head:
        return False  # "her husband" is not she
    if told is a and not phrase.names and not (living and is_person(draft, phrase)):
        return False  # "he" told first is no "singer" told later, and never a "city"
    if told is a and "POSS" in draft.analysis.tags[phrase.first : phrase.last]:
        return False  # nor "the singer's family"
    if told.head in PERSONAL:
        return (living or is_person(draft, phrase)) and not others_between(draft, a, b)
    return not is_person(draft, phrase) or told.head == "they"


def _of_family(draft: Draft, phrase: Theme) -> bool:
    """ "His brother, Carl", "Her husband, the painter Otto Bell": a name beside a word of kin that has an owner."""
    analysis = draft.analysis
    if phrase.first < 1 or analysis.lowers[phrase.first - 1] != ",":
        return False
    first = analysis.sentences[analysis.sentence_at(analysis.starts[phrase.first])].first
    lead = analysis.lowers[max(first, phrase.first - LEAD) : phrase.first - 1]
    return any(low in OWNERS for low in lead) and not wording("kin").isdisjoint(lead)


def is_person(draft: Draft, phrase: Theme) -> bool:
    """Is it a name of a person, or a noun for one?"""
    noun_class = noun_classes().get(phrase.head)
    titled = phrase.head in titles() and noun_class != "place"  # "City Hall chief" begins with a place
    if phrase.head in PERSONAL or titled or noun_class in ("person", "soldier"):
        return True
    analysis = draft.analysis
    inside = draft.names.entities_in(analysis.starts[phrase.first], analysis.ends[phrase.last - 1])
    kinds = ("person", "role")
    return any(
        entity.kind in kinds
        and analysis.lower[entity.start : entity.end].split()[-1].rstrip(".") in (phrase.head, *phrase.names)
        for entity in inside
        if entity.end >= analysis.ends[phrase.last - 1] or "of" in analysis.lowers[phrase.first : phrase.last]
    )


def others_between(draft: Draft, a: Theme, b: Theme) -> bool:
    """Is another person named between two phrases?"""
    analysis = draft.analysis
    known = {*a.names, *b.names}
    inside = draft.names.entities_in(analysis.ends[a.last - 1], analysis.starts[b.first])
    return any(
        entity.kind == "person" and known.isdisjoint(analysis.text[entity.start : entity.end].lower().split())
        for entity in inside
    )
