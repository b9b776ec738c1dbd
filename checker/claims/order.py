"""Which of two events came first, as one sentence tells it: "the minister resigned after the bank collapsed"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from checker.claims.clauses import EMPTY_VERBS, clause_verbs, noun_verbs, segment
from checker.claims.draft import Draft
from checker.claims.events import LONGEST, happening_verbs, happenings, nouns, verbs
from checker.claims.rarity import NAME
from checker.claims.themes import PRONOUNS, is_time, names, pronoun, verb_of
from checker.language import VerbGroup
from checker.language.morphology import singular, verb_class
from checker.language.parts import Sentence
from checker.records import Claim

CONNECTIVES = frozenset(("after", "before"))
BREAKS = frozenset(("PUNCT", "QUOTE"))
REACH = 22  # tokens of a clause behind its connective
UNTOLD = frozenset(("NEG", "MODAL"))


class Happened(msgspec.Struct, frozen=True):
    """An event as it can be told elsewhere: its kind, the names in its clause, the other words, and its tokens."""

    predicate: str
    names: tuple[str, ...]
    words: tuple[str, ...]
    first: int
    last: int


def order_claims(draft: Draft) -> list[Claim]:
    """Aspect order: predicate and modifiers are kind and names of the event that came first, object and context those
    of the second, near the other words of both; qualifier says which of the kinds, by the alphabet, came first."""
    read = ((sentence, token) for token, sentence in draft.stated(CONNECTIVES))
    short = (_claim(draft, *one) for one in read if one[0].last - one[0].first <= LONGEST)
    return [row for row in short if row is not None]


def _claim(draft: Draft, sentence: Sentence, token: int) -> Claim | None:
    analysis = draft.analysis
    told = _two(draft, sentence, token)
    if told is None or told[0].predicate == told[1].predicate:
        return None
    earlier, later = told if analysis.lowers[token] == "before" else told[::-1]
    start, end = analysis.starts[token], analysis.ends[token]
    voices = draft.voices(start, end)
    if not voices or voices[0].polarity == "-" or voices[0].certainty != "certain":
        return None
    return draft.claim(
        "order",
        start,
        end,
        voices[0],
        predicate=earlier.predicate,
        object=later.predicate,
        modifiers=earlier.names,
        context=later.names,
        near=tuple(f"1{word}" for word in earlier.words) + tuple(f"2{word}" for word in later.words),
        qualifier="forwards" if earlier.predicate < later.predicate else "backwards",
        wording=_wording(draft, earlier, later, analysis.lowers[token]),
    )


def _wording(draft: Draft, earlier: Happened, later: Happened, connective: str) -> str:
    """The two events as printed, round their connective."""
    text, starts, ends = draft.analysis.text, draft.analysis.starts, draft.analysis.ends
    one, other = (earlier, later) if connective == "before" else (later, earlier)
    first, second = (text[starts[each.first] : ends[each.last - 1]] for each in (one, other))
    return f"{first.rstrip(',')} {connective} {second}"


def _two(draft: Draft, sentence: Sentence, token: int) -> tuple[Happened, Happened] | None:
    """The event of the main clause, and that behind the connective."""
    analysis = draft.analysis
    end = token + 1
    while end < min(sentence.last, token + REACH) and analysis.tags[end] not in BREAKS:
        if analysis.lowers[end] in CONNECTIVES:
            return None
        end += 1
    if end - token < 2 or end >= token + REACH:
        return None
    main = _main_behind(draft, end, sentence) if token == sentence.first else _main_before(draft, token, sentence)
    if main is None:
        return None
    verb, first, last = main
    own = set(_subject(draft, verb, first))
    if not own:
        return None
    one = _of_verb(draft, verb, first, last, own)
    other = _subordinate(draft, token + 1, end, own)
    return (one, other) if one is not None and other is not None else None


def _main_before(draft: Draft, token: int, sentence: Sentence) -> tuple[VerbGroup, int, int] | None:
    """The finite verb before the connective, in whose clause it stands, with the clause's tokens."""
    for at in range(token - 1, sentence.first - 1, -1):
        if draft.analysis.tags[at] == "QUOTE" or draft.analysis.words[at] in (";", ":"):
            return None
        if verb_of(draft, at) is not None:
            verb = verb_of(draft, at)
            assert verb is not None
            left = segment(draft.analysis, verb.first)[0]
            return (verb, left, token) if verb.finite else None
    return None


def _main_behind(draft: Draft, end: int, sentence: Sentence) -> tuple[VerbGroup, int, int] | None:
    """The main clause behind a clause that opens the sentence, up to its next comma."""
    analysis = draft.analysis
    if end >= sentence.last or analysis.words[end] != ",":
        return None
    last = end + 1
    while last < sentence.last and analysis.tags[last] not in BREAKS:
        last += 1
    verb = next((v for at in range(end + 1, last) if (v := verb_of(draft, at)) is not None), None)
    return (verb, end + 1, last) if verb is not None and verb.finite else None


def _subject(draft: Draft, verb: VerbGroup, first: int) -> Iterator[str]:
    """The names or words of a verb's subject; a pronoun stands for the one person it can mean."""
    analysis = draft.analysis
    before = verb.first - 1
    if before >= first and analysis.lowers[before] in PRONOUNS:
        meant = pronoun(draft, before, PRONOUNS[analysis.lowers[before]], verb.last)
        yield from meant.names if meant is not None else ()
    else:
        found = list(names(draft, first, verb.first))
        yield from found or _words(draft, first, verb.first)


def _subordinate(draft: Draft, first: int, last: int, own: set[str]) -> Happened | None:
    """The event behind a connective: a clause, "winning the cup", or a noun ("the collapse of Norbank")."""
    analysis = draft.analysis
    if is_time(draft, first):
        return None
    found = [v for at in range(first, last) if (v := verb_of(draft, at)) is not None and v.first == at]
    if not found:
        return _of_noun(draft, first, last)
    verb = found[0]
    if verb.first == first and analysis.tags[first] == "ING":
        return _of_verb(draft, verb, first, last, own)
    if not verb.finite or len(found) > 1:
        return None
    pronoun_before = analysis.lowers[verb.first - 1] in PRONOUNS or analysis.lowers[verb.first - 1] == "they"
    return _of_verb(draft, verb, first, last, own if pronoun_before else set())


def _of_verb(draft: Draft, verb: VerbGroup, first: int, last: int, subject: set[str]) -> Happened | None:
    analysis = draft.analysis
    if verb.negated or verb.modal or verb.lemma in EMPTY_VERBS or verb.lemma in clause_verbs():
        return None
    if verb_class(verb.lemma) == "say" or not UNTOLD.isdisjoint(analysis.tags[first:last]):
        return None
    kind = verbs().get(verb.lemma) or happening_verbs().get(verb.lemma)
    predicate = kind.event if kind is not None else verb_class(verb.lemma)
    named = {*names(draft, first, last), *subject}
    others = {word for word in _words(draft, first, last, verb) if word not in named}
    return Happened(predicate, tuple(sorted(named)), tuple(sorted(others)), first, last)


def _of_noun(draft: Draft, first: int, last: int) -> Happened | None:
    """An event noun with its names."""
    analysis = draft.analysis
    for token in range(first, last):
        low = analysis.lowers[token]
        kind = nouns().get(low) or happenings().get(low)
        predicate = kind.event if kind is not None else noun_verbs().get(singular(low), "")
        if predicate and analysis.tags[token] in ("NOUN", "PROPN", "ING"):
            named = tuple(sorted(set(names(draft, first, last))))
            others = {*_words(draft, first, token), *_words(draft, token + 1, last)}
            return Happened(predicate, named, tuple(sorted(others)), first, last) if named or others else None
    return None


def _words(draft: Draft, first: int, last: int, verb: VerbGroup | None = None) -> Iterator[str]:
    """The content words but names, adverbs, times and the verb itself."""
    analysis = draft.analysis
    for token in range(first, last):
        word = draft.words[token]
        if not word or word.startswith(NAME) or analysis.tags[token] == "ADV" or is_time(draft, token):
            continue
        if verb is None or not verb.first <= token < verb.last:
            yield word
