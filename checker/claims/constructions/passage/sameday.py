"""One event with two dates in a passage: "was shot dead on 17 October ... before the killing, on 19 October"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from checker.claims.clauses import EMPTY_VERBS, noun_verbs
from checker.claims.constructions.dates.calendar import YEAR_PRINTED
from checker.claims.constructions.dates.dates import figure_of, printed
from checker.claims.constructions.frame.match import Group
from checker.claims.constructions.frame.roles import Roles
from checker.claims.constructions.passage.milestones import governor
from checker.claims.constructions.passage.referents import is_person, one_thing, subject_theme
from checker.claims.constructions.passage.wording import wording
from checker.claims.draft import Draft
from checker.claims.happened import ROOT, deeds_of_noun, deeds_of_verb
from checker.claims.themes import OWNERS, PRONOUNS, Theme, is_time, names, object_of, verb_of, words
from checker.language import Sentence, VerbGroup
from checker.language.lexicon import items, table
from checker.language.morphology import verb_class
from checker.records import Time

GRAINS = {"day": "day", "daypart": "day", "minute": "day", "hour": "day", "month": "month", "year": "year"}
DATE_REACH = 8  # tokens between a noun and its date: "the killing, on 19 October", "the blast at the mill on 5 May"
BEFORE_NOUN = 4  # tokens between a date and the noun that it stands before
MODIFYING = frozenset(("NOUN", "PROPN", "ADJ", "NUM", "ING"))
ATTACHED = frozenset(("PREP", "DET", "NOUN", "PROPN", "ADJ", "POSS"))
TURNS = frozenset(("before", "after", "since", "until"))  # another event opens
NEAR = 8  # tokens before a date among which "second" or "another" makes it another event
PLACE = 5  # tokens behind a noun that say where: "at the alley"
YEAR = 365
FAR = {"day": 45, "month": 400, "year": 366 * 4}  # days beyond which two dates are two events


class Telling(msgspec.Struct, frozen=True):
    """A dated mention of an event: the classes that it may be of, and what it befalls."""

    events: frozenset[str]
    time: Time
    things: tuple[Theme, ...]
    sentence: int
    back: bool  # does it point back to an event that was told: "the killing", "when the storm came ashore"
    noun: int = -1  # the token of its noun
    verb: int = -1  # the token of its verb


@cache
def _events(column: str) -> dict[str, frozenset[str]]:
    """Verb with its particle, or noun → classes of `event_names.tsv`."""
    found: dict[str, set[str]] = {}
    for row in table("event_names"):
        for word in items(row[column]):
            found.setdefault(word, set()).add(row["event"])
    return {word: frozenset(events) for word, events in found.items()}


@cache
def _lone() -> frozenset[str]:
    return frozenset(row["event"] for row in table("event_names") if row["lone"])


@cache
def _once() -> frozenset[str]:
    """Events that come once to each thing, however far apart two dates of one lie."""
    return frozenset(row["event"] for row in table("event_dates") if row["once"] == "always") - {"kill", "execute"}


def tellings_of(draft: Draft, sentence: Sentence, number: int) -> list[Telling]:
    """The dated events of one sentence."""
    found: list[Telling] = []
    for time in draft.names.times_in(sentence.start, sentence.end):
        if time.type not in ("DATE", "TIME") or time.grain not in GRAINS or "/" in time.value:
            continue
        if time.earliest is None or time.latest is None or not (printed(time) or time.weekday is not None):
            continue
        telling = _of_noun(draft, time, sentence, number) or _of_verb(draft, time, sentence, number)
        if telling is not None:
            found.append(telling)
    return found


def _of_noun(draft: Draft, time: Time, sentence: Sentence, number: int) -> Telling | None:
    """ "the killing, on 19 October", "his death in 1965", "the 1987 fire"."""
    analysis = draft.analysis
    first, last = analysis.token_at(time.start), analysis.token_at(time.end - 1) + 1
    back = not wording("back").isdisjoint(analysis.lowers[max(sentence.first, first - 1) : first + 1])
    if last < sentence.last and analysis.lowers[last] in ("'s", "’s"):  # "Monday's shooting"
        back, last = True, last + 1
    for token in range(last, min(sentence.last, last + BEFORE_NOUN)) if back else ():
        behind = analysis.tags[token + 1] if token + 1 < sentence.last else ""
        ends = behind == "PUNCT" and analysis.lowers[token] in _events("nouns")  # "the first round,"
        if analysis.tags[token] not in MODIFYING and not ends:
            break
        compound = behind in MODIFYING and verb_of(draft, token + 1) is None
        if not compound and (events := _of_name(analysis.lowers[token])):
            return Telling(events, time, (), number, True, token)  # "the 5 May presidential vote"
    for token in range(first - 1, max(sentence.first, first - DATE_REACH - 1) - 1, -1):
        low = analysis.lowers[token]
        if low == "date" and token > sentence.first and _events("nouns").get(analysis.lowers[token - 1]):
            continue  # "a trial date of 8 September"
        events = _of_name(low)
        if events and analysis.tags[token] in ("NOUN", "ING", "PROPN"):
            if analysis.tags[token] == "ING" and analysis.tags[token + 1] in ("NOUN", "PROPN"):
                return None  # "the touring Australians"
            back = token > sentence.first and analysis.lowers[token - 1] in wording("back")
            return Telling(events, time, (), number, back, token)
        if low in TURNS or (low not in (",", "(") and analysis.tags[token] not in ATTACHED):
            return None
    return None


def _of_name(low: str) -> frozenset[str]:
    """The classes of a noun: of the table, and of the verb that it is made of ("closure")."""
    verb = noun_verbs().get(low)
    told = {one for one in deeds_of_noun(low) if one[0] != ROOT}
    return _events("nouns").get(low, frozenset()) | (frozenset((verb,)) if verb else frozenset()) | told


def _of_verb(draft: Draft, time: Time, sentence: Sentence, number: int) -> Telling | None:
    analysis = draft.analysis
    verb = governor(draft, time, sentence)
    if verb is None or verb.negated or verb.modal:
        return None
    verb = _above(draft, verb, sentence)
    if not verb.finite and analysis.tags[verb.first - 1] == "DET":
        return None  # "the touring Australians"
    before = analysis.lowers[analysis.token_at(time.start) - 1]
    events = _of_lemma(draft, verb)
    if not events or before in ("by", "since", "until", "till", "before", "after", "from", "than"):
        return None
    follows = object_of(draft, verb, sentence.last)
    subject = subject_theme(draft, verb, sentence)
    if subject is not None and verb.lemma in wording("takes-place") and (of_noun := _events("nouns").get(subject.head)):
        # "the trial opens on 8 May", "a referendum will be held on"
        return Telling(of_noun, time, (), number, _definite(draft, subject), subject.last - 1)
    things = tuple(one for one in (subject, follows) if one is not None)
    left = verb.first - 1
    while left > sentence.first and analysis.tags[left] not in ("SUB", "REL", "PUNCT", "CONJ", "PREP"):
        left -= 1
    own = not any(analysis.verb_at.get(at) for at in range(left + 1, verb.first))  # not "The book that made her was"
    low = analysis.lowers[left] if own else ""
    ahead = analysis.lowers[verb.first - 2 : verb.first]
    apposed = not verb.finite or ahead in ([",", "first"], [",", "originally"])
    told = apposed and bool(things) and _definite(draft, things[0])
    return Telling(events, time, things, number, low in wording("back-clause") or told, -1, verb.first)


def _above(draft: Draft, verb: VerbGroup, sentence: Sentence) -> VerbGroup:
    """ "will publish its results before markets open on 4 May": the verb of the clause above a clause that only says
    when on the day."""
    analysis = draft.analysis
    left = verb.first - 1
    while left > sentence.first and analysis.tags[left] in ("NOUN", "DET", "ADJ"):
        left -= 1
    if analysis.lowers[left] not in ("before", "after", "when") or verb.lemma not in ("open", "close"):
        return verb
    for token in range(left - 1, sentence.first - 1, -1):
        above = verb_of(draft, token)
        if above is not None and above.finite:
            return above
    return verb


def _of_lemma(draft: Draft, verb: VerbGroup) -> frozenset[str]:
    lowers = draft.analysis.lowers
    for width in (3, 2, 1, 0):
        found = _events("verbs").get(" ".join((verb.lemma, *lowers[verb.last : verb.last + width])))
        if found:
            return found | {verb_class(verb.lemma)}
    if verb.lemma in EMPTY_VERBS or verb_class(verb.lemma) == "say":
        return frozenset()
    deeds = deeds_of_verb(draft, verb, len(lowers))
    return frozenset(one for one in deeds if one[0] != ROOT) | {verb_class(verb.lemma)}


def sameday_groups(draft: Draft, roles: Roles, told: Sequence[Telling], here: int) -> Iterator[Group]:
    """A mention that points back, and the one event of its class that was told before it."""
    for later in told:
        if not later.back or later.sentence != here:
            continue
        before = [
            one
            for one in told
            if one.time.end <= later.time.start
            and (one.verb < 0 or one.verb != later.verb)
            and one.events & later.events
        ]
        if not before or not _clear(draft, before[0], later):
            continue
        first = before[0]
        if len({(one.time.earliest, one.time.latest) for one in before}) > 1 or not _one_event(draft, first, later):
            continue
        days = [roles.day(figure_of(first.time)), roles.day(figure_of(later.time), _near(first.time, later.time))]
        yield "event-days", [("first", days[0]), ("second", days[1])]


def _clear(draft: Draft, first: Telling, later: Telling) -> bool:
    """Do no words say that there were two ("the second attack", "another"), and are the dates of one kind?"""
    one, other = first.time, later.time
    grains = GRAINS[one.grain], GRAINS[other.grain]
    if not (printed(one) and printed(other)):
        return _same_week(draft, first, later)
    dated = all(YEAR_PRINTED.search(time.text) for time in (one, other))
    if (
        one.frame != other.frame
        or (grains[0] != grains[1] and not dated)
        or one.text == other.text
        or (first.sentence == later.sentence and other.start - one.end < 4)
    ):
        return False
    assert one.earliest is not None
    assert other.earliest is not None
    apart = abs(one.earliest - _near(one, other)[0])
    if not first.events & later.events & _once() and apart > max(FAR[g] for g in grains):
        return False
    analysis = draft.analysis
    begin = analysis.token_at(other.start)
    sentence = analysis.sentences[later.sentence]
    if any(
        low in wording("several") and not is_time(draft, token)
        for token, low in enumerate(analysis.lowers[sentence.first : sentence.last], sentence.first)
    ):
        return False
    return wording("two-events").isdisjoint(analysis.lowers[max(analysis.token_at(one.end), begin - NEAR) : begin + 3])


def _near(one: Time, other: Time) -> tuple[int, int]:
    """The days of the second: without a printed year, those that are nearest to the first."""
    assert one.earliest is not None
    assert other.earliest is not None
    assert other.latest is not None
    printed = any(YEAR_PRINTED.search(time.text) for time in (one, other))
    if printed or one.frame != "calendar" or GRAINS[other.grain] != "day":
        return other.earliest, other.latest
    move = min((0, -YEAR, YEAR), key=lambda move: abs(one.earliest - other.earliest - move))  # type: ignore[operator]
    return other.earliest + move, other.latest + move


def _same_week(draft: Draft, first: Telling, later: Telling) -> bool:
    """Two weekdays: of one event only where the second mention says of what ("Monday's shooting at the alley")."""
    one, other = first.time, later.time
    if printed(one) or printed(other) or later.noun < 0 or one.weekday is None or one.weekday == other.weekday:
        return False
    analysis = draft.analysis
    sentence, above = analysis.sentences[later.sentence], analysis.sentences[first.sentence]
    if later.sentence == first.sentence or "another" in analysis.lowers[sentence.first : sentence.last]:
        return False
    if not (wording("two-events") | wording("several")).isdisjoint(analysis.lowers[sentence.first : later.noun + 2]):
        return False
    behind = analysis.lowers[later.noun + 1 : min(sentence.last, later.noun + PLACE)]
    told = analysis.lowers[above.first : above.last]
    return (
        len(behind) > 2
        and behind[0] in ("at", "in", "on", "of", "near")
        and behind[1] == "the"
        and any(
            draft.words[at] and analysis.lowers[at] in told
            for at in range(later.noun + 3, min(sentence.last, later.noun + PLACE))
        )
    )


def _one_event(draft: Draft, first: Telling, later: Telling) -> bool:
    if later.noun >= 0:
        return _same_names(draft, first, later) and _same_owner(draft, first, later)
    for thing in later.things[:1]:
        definite = _definite(draft, thing) or thing.head in ("it", "they", "he", "she")
        if not first.things and first.events & later.events & _lone() and definite and not thing.names:
            return True
        for other in first.things:
            if one_thing(draft, thing, other):
                return True
            lone = first.events & later.events & _lone()  # "Hurricane Odette ... the storm": hardly two in a passage
            if lone and definite and not thing.names and is_person(draft, thing) == is_person(draft, other):
                return True
    return False


def _same_owner(draft: Draft, first: Telling, later: Telling) -> bool:
    """ "its founding": is the subject of that sentence what the first telling was of?  True where there is none."""
    analysis = draft.analysis
    if analysis.lowers[later.noun - 1] not in OWNERS or first.sentence == later.sentence:
        return True
    sentence = analysis.sentences[later.sentence]
    verbs = (analysis.verb_at[at] for at in range(sentence.first, later.noun) if at in analysis.verb_at)
    verb = next((verb for verb in verbs if verb.finite), None)
    subject = subject_theme(draft, verb, sentence) if verb is not None else None
    if subject is None or not first.things or analysis.lowers[subject.first] in PRONOUNS:
        return True
    several = subject.head not in analysis.lowers[subject.first : subject.last]
    if several and analysis.lowers[later.noun - 1] != "their":
        return True  # "deposits made before its collapse"
    named = subject.head in words("named-by") and not subject.names
    return named or any(one_thing(draft, subject, thing) for thing in first.things)


def _definite(draft: Draft, thing: Theme) -> bool:
    return bool(wording("back") & set(draft.analysis.lowers[max(0, thing.first - 1) : thing.last]))


def _same_names(draft: Draft, first: Telling, later: Telling) -> bool:
    """ "the signing of the second protocol": names behind the noun must have been told."""
    analysis = draft.analysis
    sentence = analysis.sentences[later.sentence]
    begin = analysis.token_at(later.time.start)
    of = (
        range(later.noun + 1, begin)
        if later.noun < begin
        else range(later.noun + 1, min(sentence.last, later.noun + 5))
    )
    own = set(names(draft, of.start, of.stop)) if "of" in analysis.lowers[of.start : of.stop] else set()
    above = analysis.sentences[first.sentence]
    return own <= set(names(draft, above.first, above.last))
