"""A record, and a figure of the same thing beyond it: "its lowest since 2000 ... In 2008 it stood at 7.3 percent", "the
tallest building in the city ... the neighbouring tower, which rises to 230 metres"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from checker.claims.clauses import segment
from checker.claims.constructions.frame.match import Group
from checker.claims.constructions.frame.roles import Roles
from checker.claims.constructions.records.records import (
    LONG,
    SCOPE,
    SIDES,
    Best,
    dated,
    fits,
    reached,
    record_at,
    superlatives,
    words,
)
from checker.claims.draft import Draft
from checker.claims.nouns import noun_classes
from checker.claims.rarity import NAME
from checker.claims.superlatives import kin
from checker.claims.themes import Theme, is_time, names, subject_of, verb_of
from checker.language import Sentence
from checker.language.lexicon import items, table, word_class
from checker.language.morphology import singular
from checker.records import Claim

REACH = 8  # sentences over which a record is held against a figure
EARLIER = 60  # days by which an older figure must lie before the record
OFF = 3.0  # times beyond which a figure is of something else


def record_groups(draft: Draft, roles: Roles) -> Iterator[Group]:
    """Every record with each other figure of the same thing in its scope; the smallest of all is told as negative."""
    figures = [one for one in draft.claims if one.aspect == "figure" and one.least is not None and one.most is not None]
    if len(figures) < 2 or draft.document.published_latest is None:
        return
    for token, sentence in draft.stated({*superlatives(), *SIDES, "record"}):
        best = record_at(draft, token, sentence, figures)
        if best is None:
            continue
        for other in figures:
            near = other.sentence != best.sentence and abs(other.sentence - best.sentence) <= REACH
            if near and other.sentence != best.figure.sentence and _rivals(draft, best, other):
                told = roles.span(draft.analysis.starts[best.first], draft.analysis.ends[best.last - 1],
                                  _signed(best, best.figure), dimension=other.dimension)  # fmt: skip
                beyond = roles.span(other.start, other.end, _signed(best, other), dimension=other.dimension)
                yield "record-beyond", [("record", told), ("other", beyond)]


def _signed(best: Best, figure: Claim) -> tuple[float, float]:
    assert figure.least is not None
    assert figure.most is not None
    return (figure.least, figure.most) if best.measure.sign > 0 else (-figure.most, -figure.least)


def _rivals(draft: Draft, best: Best, other: Claim) -> bool:
    """Is another figure of what the record is measured in, in its scope, of the same thing?"""
    figure = best.figure
    if not fits(draft, best.measure, other) or not reached(draft, other) or other.hedge in ("up to", "under"):
        return False
    if figure.dimension != other.dimension and "age" not in best.measure.dimensions:
        return False
    if not figure.least or not other.most or not 1 / OFF < other.most / figure.least < OFF:
        return False
    sentence = draft.analysis.sentences[other.sentence]
    if not words("another").isdisjoint(draft.analysis.lowers[sentence.first : sentence.last]):
        return False
    if other.polarity == "-" or other.certainty != "certain" or (other.rate and other.rate != figure.rate):
        return False
    return _before(draft, best, other) if best.since is not None else _beside(draft, best, other)


def _before(draft: Draft, best: Best, other: Claim) -> bool:
    """Of an older day within the scope in time, and told of the same thing?"""
    assert best.since is not None
    sentence = draft.analysis.sentences[other.sentence]
    if other.status in ("planned", "hypothetical"):
        return False
    times = [time for time in draft.names.times_in(sentence.start, sentence.end) if dated(time)]
    if len({(time.earliest, time.latest) for time in times}) != 1:
        return False
    assert times[0].earliest is not None
    assert times[0].latest is not None
    if times[0].earliest <= best.since or times[0].latest > best.upto - EARLIER:
        return False
    return _borne(draft, best, sentence) or (
        _narrowed(draft, best) <= _said(draft, sentence) and _of_it(draft, best, other, sentence)
    )


def _of_it(draft: Draft, best: Best, other: Claim, sentence: Sentence) -> bool:
    """Does a sentence come back to what was measured: "the figure", its own name, "the previous high"?"""
    analysis = draft.analysis
    told = {best.sentence, best.figure.sentence}
    known = {word.removeprefix(NAME) for number in told for word in _content(draft, number)}
    known |= {name for number in told for name in _names(draft, analysis.sentences[number])}
    known |= {word for row in table("record_words") if row["class"] == "kin" for word in items(row["words"])
              if not known.isdisjoint(items(row["words"]))}  # fmt: skip
    if not _names(draft, sentence) <= known | _place_names(draft, sentence, best):
        return False
    at = analysis.token_at(other.start)
    left = segment(analysis, at)[0]
    before = (v for token in range(at - 1, sentence.first - 1, -1) if (v := verb_of(draft, token)) is not None)
    verb = next((v for v in before if v.finite), None)
    left = min(left, verb.first) if verb is not None else left
    if verb is None or verb.modal or verb.negated:
        return False
    subject = subject_of(draft, verb, sentence.first)
    right = segment(analysis, at)[1]
    if any(_new(draft, token, known) for token in (*range(left, verb.first), *range(verb.last, right))):
        return False  # "among women", "in the north"
    if subject is None:
        return analysis.lowers[verb.first - 1] in ("it", "they") and other.sentence - best.sentence in (1, 2)
    return _names_it(draft, subject, known)


def _names_it(draft: Draft, subject: Theme, known: set[str]) -> bool:
    lowers = draft.analysis.lowers[subject.first : subject.last]
    beside = {singular(low) for at, low in enumerate(lowers, subject.first) if not is_time(draft, at)}
    beside -= words("plain") | {subject.head, "in", "on", "at"}
    head = subject.head in words("points") or subject.head in known
    return head and all(low in known or not low.isalpha() for low in beside)


def _said(draft: Draft, sentence: Sentence) -> set[str]:
    """The words of a sentence, as nouns and as content words."""
    analysis = draft.analysis
    return {low for at in range(sentence.first, sentence.last)
            for low in (singular(analysis.lowers[at]), draft.words[at].removeprefix(NAME))}  # fmt: skip


def _narrowed(draft: Draft, best: Best) -> set[str]:
    """What a record is narrowed by, before its head and behind it: "the tallest residential building", "the lowest in a
    by-election since 2001"; not the place, nor what only says that it was recorded."""
    analysis = draft.analysis
    own = analysis.sentences[best.sentence]
    end = next((t for t in range(best.last, own.last) if analysis.tags[t] in ("PUNCT", "QUOTE", "SUB", "REL", "CONJ")),
               own.last)  # fmt: skip
    begin = best.first + 1 + (analysis.lowers[best.first + 1] == "most")
    nouns = [t for t in range(begin, end) if analysis.tags[t] in ("NOUN", "ADJ", "PROPN", "ING")
             and not is_time(draft, t) and analysis.lowers[t] not in superlatives()]  # fmt: skip
    long = {analysis.lowers[t] for t in nouns if LONG.fullmatch(analysis.lowers[t])}
    said = {singular(analysis.lowers[t]) for t in nouns if draft.words[t]} - long
    above = best.figure.sentence
    plain = words("points") | words("plain") | words("ever") | words_of_places()
    plain |= _said(draft, analysis.sentences[above]) if above != best.sentence else set()
    places = {singular(analysis.lowers[t]) for t in nouns if draft.words[t].startswith(NAME)}
    return said - plain - places - {best.head if best.since is not None else ""}


def _new(draft: Draft, token: int, known: set[str]) -> bool:
    """Is a token a noun that the record's sentence has not, and that may tell of something else?"""
    analysis = draft.analysis
    if analysis.tags[token] not in ("NOUN", "ADJ") or is_time(draft, token) or not draft.words[token]:
        return False
    word = singular(analysis.lowers[token])
    plain = words("plain") | words("points") | words_of_places()
    return word.isalpha() and not {word, analysis.lowers[token]} & (known | plain)


def _borne(draft: Draft, best: Best, sentence: Sentence) -> bool:
    """Does a sentence say of another bearer what the record is told of: "youngest mayor ever elected in Tarnow", "at 20
    he was elected mayor of the town"?"""
    analysis = draft.analysis
    own = analysis.sentences[best.sentence]
    end = next((t for t in range(best.last, own.last) if analysis.tags[t] in ("PUNCT", "QUOTE")), own.last)
    told = {draft.words[t].removeprefix(NAME) for t in range(best.first, end) if not is_time(draft, t)} - {""}
    here = {word.removeprefix(NAME) for word in draft.words[sentence.first : sentence.last] if word}
    told -= {analysis.lowers[best.first + 1], analysis.lowers[best.first], "ever", "record"}
    missing = {word for word in told - here if not (word.startswith("place:") and words_of_places() & here)}
    return len(told) > len(missing) + 1 and not missing and bool(best.head) and best.head in here


def _content(draft: Draft, number: int) -> list[str]:
    sentence = draft.analysis.sentences[number]
    return [word for word in draft.words[sentence.first : sentence.last] if word]


def _names(draft: Draft, sentence: Sentence) -> set[str]:
    opener = sentence.first + (draft.analysis.tags[sentence.first] != "PROPN")
    return set(names(draft, opener, sentence.last))


def _place_names(draft: Draft, sentence: Sentence, best: Best) -> set[str]:
    """The names of a sentence that says that its place lies in that of the record ("in the north of the state")."""
    lowers = draft.analysis.lowers
    scope = lowers[best.first : best.last + SCOPE]
    inside = words_of_places() & set(lowers[sentence.first : sentence.last]) & set(scope)
    return _names(draft, sentence) if inside else set()


@cache
def words_of_places() -> frozenset[str]:
    return word_class("superlatives", "place")


def _beside(draft: Draft, best: Best, other: Claim) -> bool:
    """Is it the figure of another thing of its kind, told to stand where the record does?"""
    analysis = draft.analysis
    sentence = analysis.sentences[other.sentence]
    lowers = set(analysis.lowers[sentence.first : sentence.last])
    bearer = analysis.sentences[best.figure.sentence]
    new = _names(draft, sentence) - _names(draft, bearer)
    if not _narrowed(draft, best) - {best.head} <= _said(draft, sentence):
        return False
    if not new or "age" in best.measure.dimensions or not (kinds := _kinds(best.head)):
        return False
    here = words("beside") & lowers or best.scope & {w.removeprefix(NAME) for w in _content(draft, other.sentence)}
    like = any(kinds & _kinds(singular(low)) for low in lowers)
    return bool(here) and like and not _elsewhere(draft, sentence, bearer)


def _kinds(noun: str) -> set[str]:
    found = {kin("head").get(noun, noun), noun_classes().get(noun, noun)}
    return found - {"", "person", "place"} if noun else set()


def _elsewhere(draft: Draft, sentence: Sentence, bearer: Sentence) -> bool:
    """Is a place named that the record's sentence has not?"""
    kinds = ("place", "country", "city")
    known = {one.id for one in draft.names.entities_in(bearer.start, bearer.end)}
    return any(
        one.kind in kinds and one.id not in known and not is_time(draft, draft.analysis.token_at(one.start))
        for one in draft.names.entities_in(sentence.start, sentence.end)
    )
