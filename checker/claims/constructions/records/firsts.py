"""What had not been since a time, and a later time at which it was: "its first loss since 1998 ... It last lost money
in 2009", "for the first time in 40 years ... The previous eruption was in 2006"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import msgspec

from checker import patterns
from checker.claims import phrases
from checker.claims.constructions.frame.match import Group
from checker.claims.constructions.frame.roles import Roles
from checker.claims.constructions.records.records import dated
from checker.claims.draft import Draft
from checker.claims.happened import deeds_of_noun, deeds_of_verb
from checker.claims.rarity import NAME
from checker.claims.themes import is_time, verb_of
from checker.language import Sentence, VerbGroup
from checker.language.lexicon import word_class
from checker.language.morphology import singular
from checker.records import Claim, Time

REACH = 6  # sentences over which the one is held against the other
PHRASE = 16  # tokens between "first" and its time, and between "last" and its
YEAR = 365
EARLIER = 60  # days by which the last time must lie before publication
SPAN = patterns.compile(r"P(\d+)(Y|DE)")
DAYS = {"Y": 365, "DE": 3650}
NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "ING"))
BEFORE = frozenset(("last", "previous", "previously", "recent"))
POINTING = frozenset(("there", "such", "so"))
NO_DEEDS = frozenset(("any", "light", "time", "last", "first", "be", "make", "have", "come", "take"))
words = partial(word_class, "record_words")


class Once(msgspec.Struct, frozen=True):
    """An event told as the first since, or the last: its deeds, the words that narrow it, its days and its tokens."""

    deeds: frozenset[str]
    narrowed: frozenset[str]
    said: frozenset[str]  # all content words up to the time
    sentence: int
    first: int
    last: int
    days: tuple[int, int]
    points: bool = False  # does it point back: "there", "such"


def first_groups(draft: Draft, roles: Roles) -> Iterator[Group]:
    """Every "first since" with the later times at which an article says that it was."""
    if draft.document.published_latest is None:
        return
    firsts = [one for at, sentence in draft.stated({"first", "since"}) if (one := _first(draft, at, sentence))]
    if not firsts:
        return
    lasts = [one for at, sentence in draft.stated(BEFORE) if (one := _last(draft, at, sentence))]
    for one in firsts:
        for other in lasts:
            if 0 < abs(one.sentence - other.sentence) <= REACH and _same(draft, one, other):
                yield "last-time", [("since", _role(draft, roles, one)), ("last", _role(draft, roles, other))]


def _role(draft: Draft, roles: Roles, told: Once) -> Claim:
    return roles.span(draft.analysis.starts[told.first], draft.analysis.ends[told.last - 1], days=told.days)


def _first(draft: Draft, at: int, sentence: Sentence) -> Once | None:
    """ "The first loss since 1998", "for the first time in 40 years", "has not won since 1998"."""
    analysis = draft.analysis
    lowers = analysis.lowers
    if lowers[at] == "since":
        back = range(at - 1, max(sentence.first, at - PHRASE) - 1, -1)
        verb = next((v for t in back if (v := verb_of(draft, t))), None)
        if verb is None or not verb.negated or "perfect" not in verb.aspect or is_time(draft, at):
            return None
        first, deeds, begin = verb.first, _of_verb(draft, verb, at), verb.last
    else:
        begin = at + 1
        first = at
        deeds = frozenset()
    span = _span(draft, begin, sentence)
    if span is None:
        return None
    end, time, days = span
    narrowed = {t for t in range(begin, end) if _narrows(draft, t)}
    if lowers[at] == "first":
        head = next((t for t in range(begin, end) if analysis.tags[t] in ("PREP", "PUNCT", "TO", "REL")), end) - 1
        if head < begin:  # "the eruption was the first since 1979"
            head = _subject(draft, at, sentence)
            narrowed |= {t for t in range(sentence.first, head) if analysis.tags[t] in NOMINAL}
        if head < sentence.first:
            return None
        if lowers[head] == "time":
            verb = next((v for t in range(at - 1, sentence.first - 1, -1) if (v := verb_of(draft, t))), None)
            if verb is None or verb.negated or lowers[at - 2] != "for":
                return None
            deeds = _of_verb(draft, verb, at)
            narrowed |= {t for t in range(verb.last, at) if _narrows(draft, t)}
        else:
            deeds = deeds_of_noun(lowers[head])
        narrowed -= {head}
    last = analysis.token_at(time.end - 1) + 1
    return _made(draft, deeds, narrowed, sentence, (first, last), days)


def _narrows(draft: Draft, token: int) -> bool:
    """May a token tell which: "quarterly loss", "at home"?"""
    tag = draft.analysis.tags[token]
    return (tag in NOMINAL or (tag == "ADV" and bool(draft.words[token]))) and not is_time(draft, token, dated=True)


def _of_verb(draft: Draft, verb: VerbGroup, limit: int) -> frozenset[str]:
    """The deeds of a verb and of the noun behind it: "made a loss", "held a strike"."""
    behind = phrases.after(draft.analysis, verb.last, limit)
    noun = deeds_of_noun(behind.lemma) if behind is not None and behind.first == verb.last else frozenset()
    return deeds_of_verb(draft, verb, limit) | noun


def _subject(draft: Draft, at: int, sentence: Sentence) -> int:
    """The head of what "was the first", or -1."""
    verb = next((v for t in range(at - 1, max(sentence.first, at - 7), -1) if (v := verb_of(draft, t))), None)
    if verb is None or verb.lemma != "be" or verb.negated:
        return -1
    found = phrases.before(draft.analysis, verb.first, sentence.first)
    return found.head if found is not None else -1


def _made(
    draft: Draft,
    deeds: frozenset[str],
    narrowed: set[int],
    sentence: Sentence,
    span: tuple[int, int],
    days: tuple[int, int],
) -> Once | None:
    analysis = draft.analysis
    deeds -= NO_DEEDS
    voice = draft.voices(analysis.starts[span[0]], analysis.ends[span[1] - 1])[0]
    if not deeds or voice.polarity == "-" or voice.certainty != "certain":
        return None
    told = frozenset(singular(analysis.lowers[t]) for t in narrowed if not deeds_of_noun(analysis.lowers[t]) & deeds)
    tokens = [t for t in range(sentence.first, span[1]) if draft.words[t] and not is_time(draft, t, dated=True)]
    said = {singular(analysis.lowers[t]) for t in tokens} | {draft.words[t].removeprefix(NAME) for t in tokens}
    low = analysis.lowers[sentence.first : span[1]]
    number = analysis.sentence_at(sentence.start)
    return Once(deeds, told, frozenset(said), number, *span, days, not POINTING.isdisjoint(low))


def _span(draft: Draft, begin: int, sentence: Sentence) -> tuple[int, Time, tuple[int, int]] | None:
    """The token of "since" or "in" behind a place, its time, and the days when it had last been."""
    analysis = draft.analysis
    published = draft.document.published_latest
    assert published is not None
    for at in range(begin, min(sentence.last, begin + PHRASE)):
        if analysis.words[at] in (";", ":", "–", "—", ".") or (analysis.tags[at] == "PUNCT" and at > begin + 1):
            return None
        if analysis.lowers[at] not in ("since", "in"):
            continue
        ahead = draft.names.times_in(analysis.ends[at], sentence.end)
        time = ahead[0] if ahead and analysis.token_at(ahead[0].start) - at < 4 else None
        if time is None:
            continue
        if analysis.lowers[at] == "since" and dated(time) and time.earliest is not None and time.latest is not None:
            return at, time, (time.earliest, time.latest)
        long = SPAN.fullmatch(time.value)
        if analysis.lowers[at] == "in" and long is not None:
            middle = published - int(long[1]) * DAYS[long[2]]
            off = YEAR + int(long[1]) * DAYS[long[2]] // 10
            return at, time, (middle - off, middle + off)
    return None


def _last(draft: Draft, at: int, sentence: Sentence) -> Once | None:
    """ "The company last made a loss in 2009", "the previous eruption was in 2006", "the last time it rained"."""
    analysis = draft.analysis
    published = draft.document.published_latest
    assert published is not None
    lowers = analysis.lowers
    if is_time(draft, at) or (lowers[at] == "recent" and lowers[at - 1] != "most"):
        return None
    start = analysis.ends[at]
    ahead = [time for time in draft.names.times_in(start, sentence.end) if dated(time)]
    if not ahead or ahead[0].earliest is None or ahead[0].latest is None:
        return None
    time, end = ahead[0], analysis.token_at(ahead[0].start)
    prepositions = ("in", "on", "during", ",", "back", "was", "of")
    if end - at > PHRASE or ahead[0].latest > published - EARLIER or lowers[end - 1] not in prepositions:
        return None
    verb = verb_of(draft, at + 1) if at + 1 < end else None
    inside = verb_of(draft, at)
    narrowed = {t for t in range(at + 1, end) if _narrows(draft, t)}
    if inside is not None or (verb is not None and lowers[at] in ("last", "previously")):
        verb = inside or verb
    elif lowers[at] == "last" and at > sentence.first and (before := verb_of(draft, at - 1)) is not None:
        verb = before
    else:
        verb = None
    deeds: frozenset[str] = frozenset()
    if verb is not None:
        if verb.negated or verb.modal:
            return None
        deeds = _of_verb(draft, verb, end)
    elif at + 1 < end:
        head = next((t for t in range(at + 1, end) if analysis.tags[t] not in NOMINAL), end) - 1
        if head <= at:
            return None
        if lowers[head] in ("time", "occasion"):
            inner = next((v for t in range(head + 1, end) if (v := verb_of(draft, t)) is not None), None)
            deeds = _of_verb(draft, inner, end) if inner is not None else deeds
        else:
            deeds = deeds_of_noun(lowers[head])
        narrowed -= {head}
    span = at, analysis.token_at(time.end - 1) + 1
    return _made(draft, deeds, narrowed, sentence, span, (ahead[0].earliest, ahead[0].latest))


def _same(draft: Draft, one: Once, other: Once) -> bool:
    """Are the two of one deed, and is neither narrowed by what the other has not?"""
    if not one.deeds & other.deeds:
        return False
    plain = words("plain") | words("period") | {"last", "first", "time", "previous", "recent", "such"}
    if not other.points and one.narrowed - plain - other.said:
        return False
    known = set(one.said) | plain - words("period")
    known |= {word for deed in other.deeds for word in deed.split()}  # "in the red"
    for number in range(max(0, min(one.sentence, other.sentence) - 1), max(one.sentence, other.sentence)):
        if number != other.sentence:
            sentence = draft.analysis.sentences[number]
            known |= {singular(low) for low in draft.analysis.lowers[sentence.first : sentence.last]}
            known |= {word.removeprefix(NAME) for word in draft.words[sentence.first : sentence.last]}
    analysis = draft.analysis
    sentence = analysis.sentences[other.sentence]
    for token in range(sentence.first, other.last):
        low = singular(analysis.lowers[token])
        content = analysis.tags[token] in NOMINAL and draft.words[token] and not is_time(draft, token, dated=True)
        if content and not {low, draft.words[token].removeprefix(NAME)} & known and not _names_deed(draft, token, one):
            return False
    return True


def _names_deed(draft: Draft, token: int, one: Once) -> bool:
    """Is the word a name of the deed itself, or of whoever is spoken of ("the company")?"""
    low = draft.analysis.lowers[token]
    return bool(deeds_of_noun(low) & one.deeds) or low in word_class("event_words", "named-by")
