"""Order told by what was so at the time, and by who was first: "the hall was already empty when the roof fell", "she
was still in office when the bank failed", "the ring, the first of the items to be found"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from checker.claims import phrases
from checker.claims.clauses import segment
from checker.claims.draft import Draft
from checker.claims.events import LONGEST
from checker.claims.happened import Happened, deeds_of_verb
from checker.claims.nouns import noun_classes
from checker.claims.order import Order, subordinate
from checker.claims.themes import Theme, is_time, subject_of, theme, verb_of
from checker.language import Sentence, VerbGroup
from checker.language.lexicon import items, table
from checker.language.morphology import singular

BEARING = frozenset(("be", "remain", "stay", "lie", "have"))
AT_THE_TIME = frozenset(("when", "as"))  # and "by the time"
REACH = 8  # tokens between a state and the word that tells at what time
NEAR = 3  # tokens from a verb to its "still"
OTHERS = frozenset(("of", "to"))


class State(msgspec.Struct, frozen=True):
    """A row of `standing.tsv`: its words, the events that brought it about, those that end it."""

    behind: tuple[str, ...]
    began: frozenset[str]
    ended: frozenset[str]
    of_others: bool


AT_A_PLACE = State((), frozenset(("arrive", "reach", "enter")), frozenset(("leave",)), of_others=False)
PLACED = frozenset(("at", "in", "inside"))
PLACES = frozenset(("building", "place", "home", "vehicle", "vessel", "aircraft"))
LONGEST_PLACE = 6  # tokens of "the old mill"


@cache
def states() -> dict[str, tuple[State, ...]]:
    """First word → its states, longest first."""
    found: dict[str, list[State]] = {}
    for row in table("standing"):
        for words in items(row["states"]):
            first, *behind = words.split()
            one = State(tuple(behind), frozenset(items(row["began"])), frozenset(items(row["ended"])), bool(row["of"]))
            found.setdefault(first, []).append(one)
    return {first: tuple(sorted(rows, key=lambda row: -len(row.behind))) for first, rows in found.items()}


def told(draft: Draft) -> Iterator[Order]:
    """The orders of two events that these words tell."""
    yield from _standing(draft)
    yield from _ranked(draft)


def _standing(draft: Draft) -> Iterator[Order]:
    """ "Was already empty when the roof fell", "when the roof fell, the hall was still full"."""
    analysis = draft.analysis
    for token, sentence in draft.stated({"still", "already"}):
        if sentence.last - sentence.first > LONGEST:
            continue
        verb = next((v for at in (*range(token + 1, token - NEAR, -1),) if (v := verb_of(draft, at)) is not None), None)
        if verb is None or not verb.finite or verb.modal or verb.tense != "past":
            continue
        if verb.negated or not (verb.lemma in BEARING or verb.passive or "progressive" in verb.aspect):
            continue
        found = _state(draft, max(verb.last, token + 1) if verb.lemma in BEARING else verb.head, sentence)
        if found is None:
            continue
        state, end = found
        still = analysis.lowers[token] == "still"
        beside = _meanwhile(draft, end, verb, sentence)
        deeds = state.ended if still else state.began
        if not deeds or beside is None:
            continue
        own = _event(deeds, subject_of(draft, verb, segment(analysis, verb.first)[0]), verb.first, end)
        if state.of_others:
            own = msgspec.structs.replace(own, theme=frozenset())
        start, stop = analysis.starts[verb.first], analysis.ends[end - 1]
        text = analysis.text[analysis.starts[min(own.first, beside.first)] : analysis.ends[max(end, beside.last) - 1]]
        yield Order(beside, own, start, stop, text) if still else Order(own, beside, start, stop, text)


def _event(deeds: frozenset[str], about: Theme | None, first: int, last: int) -> Happened:
    """An event by its names and what it befell."""
    if about is None:
        return Happened(deeds, frozenset(), frozenset(), frozenset(), frozenset(), first, last)
    words = frozenset((*about.names, singular(about.head)))
    begin = about.first if about.first < first else first
    return Happened(deeds, words, frozenset(), words, frozenset(about.names), begin, last)


def _state(draft: Draft, token: int, sentence: Sentence) -> tuple[State, int] | None:
    """The state told at a token, and where its words end."""
    lowers = draft.analysis.lowers
    while token < sentence.last and draft.analysis.tags[token] in ("ADV", "DET"):
        token += 1
    for state in states().get(lowers[token], ()) if token < sentence.last else ():
        end = token + 1 + len(state.behind)
        if tuple(lowers[token + 1 : end]) == state.behind:
            return state, end
    if token + 2 < sentence.last and lowers[token] in PLACED and draft.analysis.tags[token + 1] == "DET":
        place = phrases.after(draft.analysis, token + 1, min(sentence.last, token + 1 + LONGEST_PLACE))
        if place is not None and not is_time(draft, place.head) and noun_classes().get(place.lemma) in PLACES:
            return AT_A_PLACE, place.last
    return None


def _meanwhile(draft: Draft, end: int, verb: VerbGroup, sentence: Sentence) -> Happened | None:
    """The event of the "when ..." behind a state, or of that which opens its sentence."""
    analysis = draft.analysis
    for at in range(end, min(sentence.last, end + REACH)):
        if analysis.tags[at] in ("QUOTE", "CONJ") or analysis.words[at] in (";", ":"):
            return None
        begin = _opens(draft, at)
        if begin:
            stop = begin
            while stop < sentence.last and analysis.tags[stop] not in ("PUNCT", "QUOTE"):
                stop += 1
            return subordinate(draft, begin, stop, nouns_only=False)
    begin = _opens(draft, sentence.first)
    comma = next((t for t in range(sentence.first, verb.first) if analysis.words[t] == ","), 0)
    return subordinate(draft, begin, comma, nouns_only=False) if begin and comma else None


def _opens(draft: Draft, token: int) -> int:
    """The token behind "when", "as" or "by the time"; 0 where none of them stands here."""
    lowers = draft.analysis.lowers
    if lowers[token] in AT_THE_TIME:
        return token + 1
    return token + 3 if lowers[token : token + 3] in (["by", "the", "time"], ["at", "the", "time"]) else 0


def _ranked(draft: Draft) -> Iterator[Order]:
    """ "X was the first to resign", "the ring, the last of the items to be found": before, or after, any other's."""
    analysis = draft.analysis
    for token, sentence in draft.stated({"first", "last"}):
        if analysis.lowers[token - 1] != "the" or token + 2 >= sentence.last:
            continue
        if analysis.lowers[token + 1] not in OTHERS:
            continue  # "the first woman to lead": of women
        above = next((v for at in range(token - 2, token - 4, -1) if (v := verb_of(draft, at)) is not None), None)
        deed = _deed(draft, token, sentence)
        if deed is None or deed.negated:
            continue
        if above is not None and above.lemma == "be" and above.finite and not (above.negated or above.modal):
            about = subject_of(draft, above, segment(analysis, above.first)[0])
            first = above.first
        elif analysis.words[token - 2] == ",":
            found = phrases.before(analysis, token - 2, sentence.first)
            about = theme(draft, found.first, found.last, found.lemma) if found is not None else None
            first = token - 1
        else:
            continue
        if about is None:
            continue
        deeds = deeds_of_verb(draft, deed, sentence.last)
        own, other = _event(deeds, about, first, deed.last), _event(deeds, None, deed.first, deed.last)
        start, end = analysis.starts[token - 1], analysis.ends[deed.last - 1]
        text = analysis.text[analysis.starts[own.first] : end]
        first_of_all = analysis.lowers[token] == "first"
        yield Order(own, other, start, end, text) if first_of_all else Order(other, own, start, end, text)


def _deed(draft: Draft, token: int, sentence: Sentence) -> VerbGroup | None:
    """What they were first or last to do: "to resign", "of the items to be found", "of the three recovered"."""
    for at in range(token + 1, min(sentence.last, token + REACH)):
        if draft.analysis.tags[at] in ("PUNCT", "QUOTE", "CONJ"):
            return None
        verb = verb_of(draft, at)
        if verb is not None:
            return verb if verb.infinitive or not verb.finite else None
    return None
