"""Which of two things is told to have more of what can be measured: "Kora Bridge is longer than Vanna Bridge", "Norbank
employs fewer people than Sudbank", and what follows from several of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from checker.claims import phrases
from checker.claims.clause_days import event_of
from checker.claims.clauses import segment
from checker.claims.comparatives import adjectives, comparatives, comparing_forms, comparing_verbs
from checker.claims.draft import Draft
from checker.claims.rarity import NAME
from checker.claims.themes import is_time, subject_of, with_attachment
from checker.language import VerbGroup
from checker.language.morphology import singular, verb_class, verb_forms
from checker.language.parts import Sentence
from checker.records import Claim

NOMINAL = frozenset(("NOUN", "ADJ"))
COPULAS = frozenset(("be", "remain", "stand"))
MARKS = frozenset(("more", "fewer", "less"))
DEGREE = 6  # tokens between a verb and its comparative: "two and a half inches taller"
DEGREES = frozenset(("ADV", "NUM", "NOUN", "DET", "ADJ", "CONJ", "NEG"))
COUNTED = 3  # tokens between "more" and "than": "more domestic passengers than"
OPEN = frozenset(("if", "whether", "unless", "like", "think", "thought", "expect", "here", "?"))
SHORT_OF = frozenset(("nearly", "almost"))  # "almost as tall as" is less
STOPS = frozenset((*",;:()–—", "that"))
OF = frozenset(("of", "in", "for"))
DEFINITE = frozenset(("the", "this", "these", "its", "his", "her", "their"))
VERBAL = frozenset(("VERB", "BE", "HAVE", "DO", "MODAL", "PART", "ING", "SUBJ"))
LONGEST_CHAIN = 12  # links that are followed from one thing to another
MOST_LINKS = 60  # a text with more of them is no article
FAR = 2  # sentences over which one comparison carries on from another


class Scope(msgspec.Struct, frozen=True):
    """Of what a comparison is told: links with one scope can be chained, others cannot."""

    dimension: str
    tense: str
    beside: tuple[str, ...]  # the other content words of the clause: when and where
    day: tuple[int | None, int | None]


class Link(msgspec.Struct, frozen=True):
    """One comparison: `above` has at least `least` steps more of the dimension than `below`, and at most `most`; a step
    is whatever difference is worth telling."""

    scope: Scope
    above: tuple[str, ...]  # words by which each is told, in the order of print
    below: tuple[str, ...]
    least: float  # 1 more, 0 as much or no less
    most: float | None  # 0 as much; None open
    start: int
    end: int
    sentence: int
    starts: tuple[int, ...]  # where the comparisons stand that it follows from


class Told(msgspec.Struct, frozen=True):
    """The words of a comparison: tokens first..last (exclusive), whether the subject has more, by how much, of what."""

    first: int
    last: int
    dimensions: tuple[tuple[str, bool], ...]
    least: float = 1.0
    most: float | None = None
    verb: VerbGroup | None = None  # a verb that compares by itself: "outnumber"
    nouns: tuple[int, int] = (0, 0)  # tokens of what "there are more" of


def comparison_claims(draft: Draft) -> list[Claim]:
    """Aspect comparison: predicate the dimension, subject and object the two things in the order of their last words,
    least and most by how many steps the first has more of it than the second, kind the tense, near the other words of
    the clause, modifiers where the comparisons stand that it follows from.  A claim for each comparison, and for what
    several of one place imply."""
    links = list(_links(draft))
    rows = []
    for link in (*links, *_implied(links)):
        voice = draft.voices(link.start, link.end)[0]
        if voice.polarity == "-" or voice.certainty != "certain":
            continue
        turned = link.above[::-1] > link.below[::-1]
        one, other = (link.below, link.above) if turned else (link.above, link.below)
        bounds = (
            (None if link.most is None else 0.0 - link.most, 0.0 - link.least) if turned else (link.least, link.most)
        )
        rows.append(
            draft.claim(
                "comparison",
                link.start,
                link.end,
                voice,
                predicate=link.scope.dimension,
                subject=" ".join(one),
                object=" ".join(other),
                low=bounds[0],
                high=bounds[1],
                least=bounds[0],
                most=bounds[1],
                kind=link.scope.tense,
                near=link.scope.beside,
                wording=draft.analysis.text[link.start : link.end],
                modifiers=tuple(map(str, link.starts)),
                event_days=link.scope.day,
            )
        )
    return rows


def _links(draft: Draft) -> Iterator[Link]:
    for token, sentence in draft.stated({"than", "as", *comparing_forms()}):
        told = _told(draft, token, sentence)
        if told is not None:
            yield from _linked(draft, told, token, sentence)


def _told(draft: Draft, token: int, sentence: Sentence) -> Told | None:
    low = draft.analysis.lowers[token]
    if low == "than":
        return _more(draft, token, sentence)
    if low == "as":
        return _as_much(draft, token, sentence)
    verb = draft.analysis.verb_at.get(token) or _bare(draft, token)
    if verb.head != token or verb.passive or verb.negated:
        return None
    return Told(verb.first, verb.last, ((comparing_verbs()[verb.lemma], True),), verb=verb)


def _bare(draft: Draft, token: int) -> VerbGroup:
    """ "Men outnumber women", where no form tells the verb from a noun, but the word is none."""
    lemma, kind = verb_forms()[draft.analysis.lowers[token]]
    return draft.analysis.as_verb(token, lemma, "past" if kind == "past" else "present")


def _more(draft: Draft, than: int, sentence: Sentence) -> Told | None:
    """ "Taller than", "no less expensive than", "more than", "fewer domestic passengers than"."""
    lowers, tags = draft.analysis.lowers, draft.analysis.tags
    at = than - 1
    by_more = lowers[at - 1] in MARKS
    dimensions = comparatives().get(lowers[at], ()) if by_more or lowers[at] not in adjectives() else ()
    first, nouns = at - by_more, (0, 0)
    if not dimensions:
        first = at
        while (
            first > sentence.first
            and than - first <= COUNTED
            and lowers[first] not in MARKS
            and tags[first] in NOMINAL
        ):
            first -= 1
        nouns = (first + 1, than)
        dimensions = ((" ".join(singular(low) for low in lowers[first + 1 : than]), True),)
        by_more = lowers[first] in MARKS
        if not by_more:
            return None
    if by_more and lowers[first] != "more":
        dimensions = _turned(dimensions)
    if lowers[first - 1] == "no":
        return Told(first - 1, than + 1, _turned(dimensions), 0.0)
    return Told(first, than + 1, dimensions, nouns=nouns)


def _as_much(draft: Draft, token: int, sentence: Sentence) -> Told | None:
    """ "As tall as", "almost as old as", "twice as long as", "not as wide as"."""
    lowers, tags = draft.analysis.lowers, draft.analysis.tags
    if token + 2 >= sentence.last or lowers[token + 2] != "as" or lowers[token + 1] not in adjectives():
        return None
    dimensions = comparatives()[lowers[token + 1]]
    turned = _turned(dimensions)
    before = lowers[token - 1]
    if before in SHORT_OF or before == "not":
        return Told(token - 1, token + 3, turned)
    if before == "least" and lowers[token - 2] == "at":
        return Told(token - 2, token + 3, dimensions, 0.0)
    if before == "half":
        return Told(token - 1, token + 3, turned)
    if before == "twice" or (before == "times" and tags[token - 2] == "NUM"):
        return Told(token - 1, token + 3, dimensions)
    verb = draft.analysis.verb_at.get(token - 1)
    if verb is not None and verb.negated:
        return Told(token, token + 3, turned)
    return Told(token, token + 3, dimensions, 0.0, 0.0) if before in ("just", "exactly") or verb is not None else None


def _linked(draft: Draft, told: Told, token: int, sentence: Sentence) -> Iterator[Link]:
    """A link for each dimension, and for each of the things behind."""
    analysis = draft.analysis
    left, right = segment(analysis, token)
    verb = told.verb or _verb(draft, told, left)
    if (
        verb is None
        or verb.modal
        or verb.passive
        or not verb.finite
        or not OPEN.isdisjoint(analysis.lowers[left:right])
    ):
        return
    if verb.negated and analysis.lowers[token] == "than":
        told = msgspec.structs.replace(told, dimensions=_turned(told.dimensions), least=0.0)  # "is not taller than"
    found = _existing(draft, told, verb) or _subject(draft, verb, left)
    others = list(_others(draft, told.last, sentence.last, found[1])) if found is not None else []
    if found is None or not others:
        return
    (first, above), last = found, others[-1][0]
    start, end = analysis.starts[first], analysis.ends[last - 1]
    beside, day = _beside(draft, sentence, first, last, verb)
    for dimension, up in _dimensions(told, verb):
        scope = Scope(dimension, verb.tense, beside, day)
        for _, below in others:
            if not (set(above) <= set(below) or set(below) <= set(above)):
                one, other = (above, below) if up else (below, above)
                number = analysis.sentence_at(start)
                yield Link(scope, one, other, told.least, told.most, start, end, number, (analysis.starts[token],))


def _turned(dimensions: Sequence[tuple[str, bool]]) -> tuple[tuple[str, bool], ...]:
    return tuple((dimension, not up) for dimension, up in dimensions)


def _verb(draft: Draft, told: Told, left: int) -> VerbGroup | None:
    """The verb before a comparative, with at most its degree between."""
    analysis = draft.analysis
    for at in range(told.first - 1, max(left, told.first - DEGREE) - 1, -1):
        verb = analysis.verb_at.get(at)
        if verb is not None or analysis.tags[at] not in DEGREES:
            return verb
    return None


def _dimensions(told: Told, verb: VerbGroup) -> tuple[tuple[str, bool], ...]:
    """What is compared; of a verb with "more" what it does more of: "employs more people than"."""
    if told.verb is not None or told.nouns == (0, 0):
        return told.dimensions if told.verb is not None or verb.lemma in COPULAS else ()
    if verb.lemma in COPULAS:
        return tuple(("number", up) for _, up in told.dimensions)
    kind = verb_class(verb.lemma)
    return tuple((f"{kind} {noun}".strip(), up) for noun, up in told.dimensions)


def _existing(draft: Draft, told: Told, verb: VerbGroup) -> tuple[int, tuple[str, ...]] | None:
    """ "There are more women than men": the women."""
    if told.nouns[0] == told.nouns[1] or draft.analysis.lowers[verb.first - 1] != "there" or verb.lemma != "be":
        return None
    return verb.first - 1, tuple(word for word in draft.words[slice(*told.nouns)] if word)


def _subject(draft: Draft, verb: VerbGroup, left: int) -> tuple[int, tuple[str, ...]] | None:
    subject = subject_of(draft, verb, left)
    if subject is None:
        return None
    words = _thing(draft, subject.first, subject.last)
    return (subject.first, words) if words else None


def _thing(draft: Draft, first: int, last: int) -> tuple[str, ...]:
    """The words of what is compared: a name, a definite thing, or a kind; none of any other, and none of a time."""
    analysis = draft.analysis
    if is_time(draft, first) or "NUM" in analysis.tags[first:last]:
        return ()
    plain = (word.removeprefix(NAME).rpartition(":")[2].split("-") for word in draft.words[first:last] if word)
    words = tuple(dict.fromkeys(part for parts in plain for part in parts))
    head = next((at for at in range(first, last) if analysis.tags[at] == "PREP"), last) - 1
    known = analysis.tags[head] == "PROPN" or analysis.lowers[first] in DEFINITE
    return words if known or singular(analysis.lowers[head]) != analysis.lowers[head] else ()


def _others(draft: Draft, token: int, right: int, above: Sequence[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """What stands behind "than", each with the token where it ends: one thing, or a list of names."""
    analysis = draft.analysis
    pointing = token + 1 < right and analysis.lowers[token] in ("that", "those") and analysis.lowers[token + 1] in OF
    behind = phrases.after(analysis, token + 2 * pointing, right)
    if behind is None or behind.first != token + 2 * pointing:
        return
    last = with_attachment(draft, behind, right)
    words = _thing(draft, behind.first, last)
    if not words or not _ends(draft, last):
        return
    yield last, (above[0], *words) if pointing and words[0] != above[0] else words
    while last + 1 < right and (analysis.words[last] == "," or analysis.lowers[last] == "and"):
        more = phrases.after(analysis, last + 1 + (analysis.lowers[last + 1] == "and"), right)
        if more is None or analysis.tags[more.first] != "PROPN" or more.last in analysis.verb_at:
            return
        last = more.last
        words = _thing(draft, more.first, last)
        if words:
            yield last, words


def _ends(draft: Draft, token: int) -> bool:
    """Does nothing follow that takes the comparison further: "than Leeds did in May"?"""
    return token >= len(draft.analysis.tags) or draft.analysis.tags[token] not in VERBAL


def _beside(
    draft: Draft, sentence: Sentence, first: int, last: int, verb: VerbGroup
) -> tuple[tuple[str, ...], tuple[int | None, int | None]]:
    """The other content words of the comparison, and its day: between the commas round it, and what opens the sentence
    ("In winter, ...")."""
    analysis = draft.analysis
    left, right = first, last
    begin, end = segment(analysis, first)[0], segment(analysis, last - 1)[1]
    while left > begin and analysis.words[left - 1] not in STOPS:
        left -= 1
    while right < end and analysis.words[right] not in STOPS:
        right += 1
    opens = range(0)
    if left > sentence.first and analysis.tags[sentence.first] in ("PREP", "SUB"):
        comma = next((at for at in range(sentence.first, left) if analysis.words[at] == ","), sentence.first)
        opens = range(sentence.first, comma)
    around = (*opens, *range(left, first), *range(last, right))
    beside = {draft.words[at] or (analysis.lowers[at] if analysis.tags[at] == "NUM" else "") for at in around}
    days = [event_of(analysis, draft.names, analysis.starts[a], analysis.ends[b - 1], verb) for a, b in
            ((left, right), (opens.start, opens.stop)) if b > a]  # fmt: skip
    day = next((one for one in days if one is not None), None)
    return tuple(sorted(beside - {""})), (day.earliest, day.latest) if day is not None else (None, None)


def _implied(links: Sequence[Link]) -> Iterator[Link]:
    """What follows from two or more comparisons of one place and scope: the shortest way from one thing to another."""
    if len(links) < 2 or len(links) > MOST_LINKS:
        return
    steps = [*links, *(msgspec.structs.replace(x, above=x.below, below=x.above) for x in links if x.most is not None)]
    told: set[tuple[object, ...]] = set()
    for step in steps:
        ways = [step]
        for way in ways:
            if len(way.starts) >= LONGEST_CHAIN:
                continue
            for further in steps:
                if further.scope != way.scope or further.above != way.below or further.starts[0] in way.starts:
                    continue
                key = (step.scope, step.above, further.below)
                if further.below == step.above or key in told or not _beside_each_other(way, further):
                    continue
                joined = _joined(way, further)
                told.add(key)
                if joined.most is not None:  # as much: told both ways
                    told.add((step.scope, further.below, step.above))
                ways.append(joined)
                yield joined


def _beside_each_other(one: Link, other: Link) -> bool:
    return abs(one.sentence - other.sentence) <= FAR


def _joined(one: Link, other: Link) -> Link:
    return Link(
        one.scope,
        one.above,
        other.below,
        max(one.least, other.least),
        0.0 if one.most == other.most == 0.0 else None,
        min(one.start, other.start),
        max(one.end, other.end),
        min(one.sentence, other.sentence),
        (*one.starts, *other.starts),
    )
