"""What is told as still to come, with its date: "will open on 4 March", "is due to be heard in May", "the forthcoming
vote, on 3 March".  Whether that day had passed when the article came out is for the rule to ask."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from checker import patterns
from checker.claims import events
from checker.claims.clauses import noun_verbs
from checker.claims.constructions.dates.calendar import YEAR_PRINTED, published
from checker.claims.constructions.dates.dates import DIGITS, figure_of
from checker.claims.constructions.frame.match import Group
from checker.claims.constructions.frame.roles import Roles
from checker.claims.constructions.passage.milestones import STOPS, governor
from checker.claims.constructions.passage.wording import wording
from checker.claims.draft import Draft
from checker.claims.status import statuses
from checker.claims.themes import is_time, verb_of
from checker.language import Sentence, VerbGroup
from checker.language.lexicon import items, table
from checker.language.morphology import singular
from checker.records import Time

SEASON = patterns.compile(r"\s?[-–/]\s?\d\d")
STALE = 14  # days after a day without a year in which the text of a preview may still stand
AGES = 3 * 366  # days further back than which "will" is a story's, not a plan's
COARSE = frozenset(("year", "quarter", "season", "month"))
PLACING = frozenset(("of", "at", "to", "with"))  # what may stand between a verb and its year
OBJECT_REACH = 14  # tokens between a verb and its date
PLAN_REACH = 6  # tokens between "expects" and "to open"


def forecast_groups(draft: Draft, roles: Roles) -> Iterator[Group]:
    """The words that tell of something to come, its date, and the day on which that was said."""
    out = published(draft)
    if out is None:
        return
    for time in draft.names.times:
        if not _past(time, out[0], draft.analysis.text) or draft.quotation(time.start):
            continue  # a speaker counts from the day he spoke
        sentence = draft.telling(time.start)
        told = None if sentence is None else _told(draft, time, sentence)
        if sentence is None or told is None:
            continue
        said = _said(draft, time, sentence) or out
        words = roles.span(draft.analysis.starts[told[0]], draft.analysis.ends[told[1] - 1], wording="still to come")
        day = roles.span(words.start, words.end, wording="day of saying", days=said)
        yield "forecast", [("told", words), ("date", roles.day(figure_of(time))), ("said", day)]


def _past(time: Time, out: int, text: str) -> bool:
    """Is it a date that may have gone by: with a year, or so near that no other year is meant?"""
    if time.type not in ("DATE", "TIME") or time.frame != "calendar" or "/" in time.value or time.invalid:
        return False
    if time.earliest is None or time.latest is None or not out - AGES <= time.latest <= out:
        return False
    if YEAR_PRINTED.search(time.text):
        return SEASON.match(text, time.end) is None  # "2023-24" has not gone by with 2023
    return bool(DIGITS.search(time.text)) and time.grain == "day" and out - time.latest <= STALE


def _told(draft: Draft, time: Time, sentence: Sentence) -> tuple[int, int] | None:
    """The tokens of the words that put the date's event into the future."""
    analysis = draft.analysis
    token = analysis.token_at(time.start)
    for ahead in range(token - 1, max(sentence.first, token - 6) - 1, -1):  # "the forthcoming vote, on 3 March"
        if analysis.lowers[ahead] in wording("to-come"):
            return ahead, ahead + 1
        if analysis.tags[ahead] not in ("NOUN", "PROPN", "PREP", "PUNCT", "ADJ"):
            break
    verb = _verb(draft, time, sentence)
    if verb is None or verb.negated or verb.lemma in wording("looks-back") or not _to_come(draft, verb, sentence):
        return None
    if verb.aspect and "perfect" in verb.aspect and _lead(draft, token) != "by":
        return None  # "will have heard of the fire on 3 March" is a guess
    if not _belongs(draft, verb, time, sentence):
        return None
    alone = verb.lemma in ("will", "shall")  # "will open": a verb whose form is also an adjective's
    return verb.first, verb.last + alone


def _verb(draft: Draft, time: Time, sentence: Sentence) -> VerbGroup | None:
    """The verb of a date, across a clock time ("at 7am on 10 March") and a noun in -ing ("a meeting on")."""
    analysis = draft.analysis
    found = governor(draft, time, sentence)
    if found is not None and not _noun(draft, found):
        return found
    for token in range(analysis.token_at(time.start) - 1, sentence.first - 1, -1):
        if analysis.words[token] in STOPS or analysis.tags[token] in ("REL", "SUB", "CONJ"):
            return None
        verb = verb_of(draft, token)
        if verb is not None and not _noun(draft, verb):
            return verb
    return None


def _noun(draft: Draft, verb: VerbGroup) -> bool:
    """ "the meeting", "an extraordinary hearing"."""
    tags = draft.analysis.tags
    return tags[verb.head] == "ING" and verb.first > 0 and tags[verb.first - 1] in ("DET", "ADJ", "POSS")


def _lead(draft: Draft, token: int) -> str:
    """The preposition of a date."""
    lowers = draft.analysis.lowers
    while token > 0 and lowers[token - 1] in ("the", "about", "around"):
        token -= 1
    return lowers[token - 1] if token > 0 else ""


def _to_come(draft: Draft, verb: VerbGroup, sentence: Sentence) -> bool:
    """ "will open", "is to open", "expects to open"; not "was to open", "is likely to have opened"."""
    if verb.tense == "future":
        return True
    if not verb.infinitive or verb.aspect:
        return False
    analysis = draft.analysis
    for token in range(verb.first - 1, max(sentence.first, verb.first - PLAN_REACH) - 1, -1):
        above = analysis.verb_at.get(token)
        if above is None:
            if analysis.tags[token] in ("PUNCT", "QUOTE", "REL", "SUB", "CONJ"):
                return False
            continue
        if above.negated or above.modal or "perfect" in above.aspect or above.tense not in ("present", "future"):
            return False
        between = analysis.lowers[above.last : verb.first]
        if above.lemma == "be":
            return not between or any(statuses("adjective").get(low) == "planned" for low in between)
        if above.lemma == "go":
            return "progressive" in above.aspect and not between
        planned = statuses("verb").get(above.lemma) in ("planned", "promised")
        # "is forecast to grow" is no appointment
        return planned and (above.lemma not in wording("foreseen") or _lemma(draft, verb) is not None)
    return False


def _belongs(draft: Draft, verb: VerbGroup, time: Time, sentence: Sentence) -> bool:
    """Is the date that of the verb, not of a noun beside it ("will discuss the fire on 3 March")?"""
    analysis = draft.analysis
    token = analysis.token_at(time.start)
    if _has_its_day(draft, verb, time, sentence):
        return False
    lead = _lead(draft, token)
    if time.start < verb.start:
        return token == sentence.first or (lead in (*wording("date-lead"), "") and _of_subject(draft, token, sentence))
    begin = token
    while begin > verb.last and (analysis.lowers[begin - 1] == lead or analysis.tags[begin - 1] in ("DET", "ADV")):
        begin -= 1
        if analysis.lowers[begin] == lead:
            break
    while begin > verb.last and analysis.tags[begin - 1] == "PUNCT":
        begin -= 1
    particle = begin == verb.last + 1 and analysis.tags[verb.last] in ("PREP", "ADV", "PART", "ADJ")
    if begin <= verb.last or particle:  # right behind the verb: "will open March 4"
        return lead in wording("date-lead") or token == verb.last
    if lead not in wording("date-lead") or begin - verb.last > OBJECT_REACH:
        return False
    told = _lemma(draft, verb)
    inside = analysis.lowers[verb.last + (told.count(" ") if told else 0) : begin]  # without "into force"
    apart = wording("compared") | wording("cause") | _past_events()
    if not apart.isdisjoint(map(singular, inside)) or any(
        analysis.tags[at] in ("REL", "SUB", "PUNCT", "QUOTE") for at in range(verb.last, begin)
    ):
        return False
    if time.grain in COARSE and (
        _lemma(draft, verb) is None
        or any(analysis.tags[at] == "PREP" and analysis.lowers[at] not in PLACING for at in range(verb.last, begin))
    ):
        return False  # "will cover losses in 2023": a year is the verb's own only where it begins, ends, is held
    return _no_event(draft, verb, begin)


def _of_subject(draft: Draft, token: int, sentence: Sentence) -> bool:
    """May a date before the verb be its day: "The hearing on 3 March will", "On 3 March the court will"; not where it
    tells who the subject is ("holders on the register on 3 March will")."""
    analysis = draft.analysis
    at = token - 1
    while at > sentence.first and (analysis.tags[at] in ("PREP", "DET", "ADV") or is_time(draft, at)):
        at -= 1
    if at <= sentence.first or analysis.tags[at] in ("PUNCT", "QUOTE", "CONJ", "SUB"):
        return True
    noun = singular(analysis.lowers[at])
    return noun in events.nouns() or noun in events.happenings() or noun in noun_verbs()


def _has_its_day(draft: Draft, verb: VerbGroup, time: Time, sentence: Sentence) -> bool:
    """ "will be paid on 28 March to holders at the close on 29 February": another day stands nearer to the verb."""
    for other in draft.names.times_in(sentence.start, sentence.end):
        if other is time or other.type != "DATE" or other.earliest is None or other.latest is None:
            continue
        between = range(verb.last, draft.analysis.token_at(other.start))
        own = not any((above := verb_of(draft, token)) is not None and above.finite for token in between)
        if time.end <= verb.start and verb.end <= other.start and own:
            return True  # "holders of record on 29 February will be paid on 28 March"
        if verb.end <= other.start and other.end <= time.start and time.earliest is not None:
            first, last = draft.analysis.token_at(other.end - 1) + 1, draft.analysis.token_at(time.start)
            listed = set(draft.analysis.lowers[first:last]) <= {"and", ",", "or", "to", "(", "the", "on"}
            if not listed and not other.earliest <= time.earliest <= other.latest:
                return True
    return False


def _lemma(draft: Draft, verb: VerbGroup) -> str | None:
    """The verb, or the verb with its particle, where it tells of something that happens on a date."""
    for width in (2, 1, 0):
        key = " ".join((verb.lemma, *draft.analysis.lowers[verb.last : verb.last + width]))
        if key in _scheduled():
            return key
    return None


@cache
def _scheduled() -> frozenset[str]:
    """Verbs of beginnings and ends and of events with a day of their own."""
    rows = [word for row in table("milestones") for word in items(row["verbs"])]
    return frozenset((*(word.lstrip("+") for word in rows), *events.verbs(), *wording("scheduled")))


@cache
def _past_events() -> frozenset[str]:
    """Nouns of what nobody plans ("crash", "murder"): a date behind one is its own."""
    lone = [word for row in table("event_names") if row["lone"] for word in items(row["nouns"])]
    return frozenset(lone) - wording("planned-event")


def _no_event(draft: Draft, verb: VerbGroup, begin: int) -> bool:
    """Is the noun before the date none that has a date of its own?  "At a meeting on 3 March" tells what is to come,
    "will contest the election on 3 March" may, "will debate the strike on 3 March" does not."""
    analysis = draft.analysis
    noun = singular(analysis.lowers[begin - 1])
    if noun in wording("looks-back"):
        return False
    first = begin - 1
    while first > verb.last and analysis.tags[first - 1] in ("NOUN", "PROPN", "ADJ", "NUM", "POSS"):
        first -= 1
    definite = not wording("back").isdisjoint(analysis.lowers[first - 1 : first + 1])
    while first > verb.last and analysis.tags[first - 1] == "DET":
        first -= 1
    event = noun in events.nouns() or noun in events.happenings() or noun in noun_verbs()
    if first > verb.last:
        return analysis.lowers[first - 1] != "of" or not (definite and event)
    return not (definite and event) or _lemma(draft, verb) is not None


def _said(draft: Draft, time: Time, sentence: Sentence) -> tuple[int, int] | None:
    """The day of the saying, where the text gives it; before another date of its sentence nothing is sure."""
    said = draft.voices(time.start, time.end)[0].said
    if said[0] is not None and said[1] is not None:
        return said[0], said[1]
    assert time.earliest is not None
    before = [
        other
        for other in draft.names.times_in(sentence.start, sentence.end)
        if other.frame == "calendar" and other.type == "DATE" and other.latest is not None
        and other.latest < time.earliest and other is not time and draft.contents.covering(time.start, time.end)
    ]  # fmt: skip
    return (before[0].earliest or 0, before[0].latest or 0) if before else None
