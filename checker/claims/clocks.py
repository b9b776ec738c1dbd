"""Times of day at which things happened: "the quake struck at 5:42 a.m.", "the fire broke out on Friday evening"."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from checker import patterns
from checker.claims import phrases
from checker.claims.clauses import EMPTY_VERBS, phrase_class, segment
from checker.claims.draft import Draft
from checker.claims.events import BESIDE, LONGEST, happening_verbs, happenings
from checker.claims.themes import Theme, subject_of, theme, verb_of, words
from checker.claims.words import content_words
from checker.language.lexicon import items, table
from checker.language.morphology import verb_class
from checker.language.parts import Sentence, VerbGroup
from checker.records import Claim, Time

HOUR, DAY = 60, 24 * 60  # minutes
PARTS = {"MO": (0, 12 * HOUR), "AF": (12 * HOUR, 18 * HOUR), "EV": (17 * HOUR, DAY)}  # of a day, as TIMEX3 values end
# How exact a printed time of day is: minutes that divide it → minutes by which it may be off.
EXACT = ((60, 15), (30, 10), (15, 8), (10, 5), (5, 3), (1, 1))
NEAR = 24  # letters between a time of day and its day: "at around 7:15 a.m. on Friday"
ABOUT = 15  # minutes by which "around 7:15" may be off
HEDGE = patterns.compile(r"\b(?:around|about|approximately|roughly|some|circa|nearly|almost|shortly|just)\b[^.;]{0,9}$")
SIDE = patterns.compile(
    r"\b(?:shortly|just|soon|minutes|moments)\s(?P<side>before|after)\s$"
    r"|\b(?P<open>before|after|by|until|till|from|since|between)\s(?:about\s|around\s)?$"
)
HALF = patterns.compile(r"(?:[1-9]|1[0-2])(?:[:.]\d\d)?$")  # "5.30" may be morning or evening
UNIVERSAL = frozenset(("GMT", "UTC", "Z", "UT"))
ANOTHER = frozenset(
    ("another", "second", "third", "next", "later", "further", "subsequent", "new", "previous", "earlier", "two")
)


def clock_claims(draft: Draft) -> list[Claim]:
    """Aspect clock: predicate the event, object the head of what undergoes it, modifiers the names in that, least and
    most minutes after midnight, unit "utc" where they are told in universal time."""
    rows = []
    for time in draft.names.times:
        part = PARTS.get(time.value.rpartition("T")[2]) if time.grain == "daypart" else None
        if time.clock is None and part is None:
            continue
        sentence, minutes = draft.telling(time.start), part or _minutes(draft, time)
        if sentence is None or minutes is None or sentence.last - sentence.first > LONGEST:
            continue
        row = _claim(draft, time, sentence, minutes)
        if row is not None:
            rows.append(row)
    return rows + zone_claims(draft)


# What stands between "5:30 pm" and "0930 GMT".
ZONED = patterns.compile(r"(?:\s+local(?:\stime)?)?\s*[(,]\s*(?:or\s+)?$")


def zone_claims(draft: Draft) -> list[Claim]:
    """ "5:30 pm (0930 GMT)": what a time of the place is in universal time; wording its minutes after midnight."""
    rows = []
    for local, time in pairwise(draft.names.times):
        between = draft.analysis.lower[local.end : time.start]
        if local.clock is None or time.clock is None or time.zone not in UNIVERSAL or local.zone in UNIVERSAL:
            continue
        sentence = draft.telling(time.start)
        if sentence is None or not ZONED.match(between) or HALF.match(local.text):
            continue
        rows.append(
            draft.claim(
                "clock",
                time.start,
                time.end,
                draft.voices(time.start, time.end)[0],
                predicate=ZONE,
                wording=str(local.clock),
                counted_text=local.text,
                kind="clock",
                unit="utc",
                least=float(time.clock),
                most=float(time.clock),
                value=float(time.clock),
                context=tuple(sorted(set(content_words(draft.analysis, sentence.first, sentence.last)))),
            )
        )
    return rows


ZONE = "zone"  # the predicate of such a claim: it is of the clock, not of an event


def _minutes(draft: Draft, time: Time) -> tuple[int, int] | None:
    """First and last minute that the print allows; None where morning and evening, or before and after, are open."""
    if time.clock is None or HALF.match(time.text):
        return None
    before = draft.analysis.lower[max(0, time.start - 28) : time.start]
    side = SIDE.search(before)
    if side is not None and side["open"]:
        return None
    off = next(off for minutes, off in EXACT if time.clock % minutes == 0)
    if HEDGE.search(before) or time.mod:
        off = max(off, ABOUT)
    least, most = time.clock - off, time.clock + off
    if side is not None:
        least, most = (least - off, time.clock) if side["side"] == "before" else (time.clock, most + off)
    return least, most


def _claim(draft: Draft, time: Time, sentence: Sentence, minutes: tuple[int, int]) -> Claim | None:
    analysis = draft.analysis
    first, last = analysis.tokens_of(time.start, time.end)
    left, _ = segment(analysis, first)
    verb = _governor(draft, first, last, left, sentence)
    if verb is None or verb.negated or verb.modal or verb.tense == "future" or verb_class(verb.lemma) == "say":
        return None
    subject = _happening(draft, verb, sentence) or subject_of(draft, verb, max(left, sentence.first))
    if subject is None or not ANOTHER.isdisjoint(analysis.lowers[subject.first : subject.last]):
        return None
    event = _event(draft, verb, subject)
    if not event:
        return None
    beside = draft.names.times_in(max(0, time.start - NEAR), time.end + NEAR)
    dated = any(one.grain in ("day", "daypart") or one.weekday is not None for one in beside)
    return draft.claim(
        "clock",
        time.start,
        time.end,
        draft.voices(time.start, time.end)[0],
        event_days=(time.earliest, time.latest) if dated else None,
        frame=time.frame,
        predicate=event,
        object=subject.head,
        modifiers=subject.names,
        counted_text=analysis.text[analysis.starts[subject.first] : analysis.ends[subject.last - 1]],
        kind="clock",
        unit="utc" if time.zone in UNIVERSAL else "local",
        least=float(minutes[0]),
        most=float(minutes[1]),
        value=float(sum(minutes) / 2),
        context=tuple(sorted(set(content_words(analysis, sentence.first, sentence.last)))),
    )


def _governor(draft: Draft, first: int, last: int, left: int, sentence: Sentence) -> VerbGroup | None:
    """The verb whose time of day it is: the nearest before it in its clause, else the first behind a fronted one."""
    analysis = draft.analysis
    for token in range(first - 1, left - 1, -1):
        verb, group = verb_of(draft, token), analysis.verb_at.get(token)
        if verb is not None and verb.finite:
            return verb
        if verb is not None and group is not None and group.finite and _happening(draft, group, sentence):
            return group  # "The quake, which nobody had expected, struck at"
    if not all(analysis.tags[token] in BESIDE for token in range(left, first)):
        return None
    for token in range(last, sentence.last):
        if analysis.words[token] in (";", ":", "–", "—") or analysis.tags[token] == "REL":
            return None
        verb = verb_of(draft, token)
        if verb is not None and verb.finite:
            return verb
    return None


def _happening(draft: Draft, verb: VerbGroup, sentence: Sentence) -> Theme | None:
    """ "The quake, which the survey measured at 6.9, struck": the happening that opens the sentence does that."""
    if verb.passive or not _does(verb):
        return None
    phrase = phrases.after(draft.analysis, sentence.first, verb.first)
    if phrase is None or phrase.first != sentence.first or phrase.lemma not in happenings():
        return None
    return theme(draft, phrase.first, phrase.last, phrase.lemma)


def _event(draft: Draft, verb: VerbGroup, subject: Theme) -> str:
    """What happened, under one name for all words of it; "" where nothing tells what undergoes it."""
    kind = happenings().get(subject.head)
    if kind is not None:
        return kind.event if _does(verb) and not verb.passive else ""
    phrase = phrase_class(draft.analysis, verb, verb.last + PHRASE)
    if phrase:
        return f"{phrase}:"
    if verb.lemma in EMPTY_VERBS or not (subject.names or draft.analysis.lowers[subject.first] == "the"):
        return ""
    return f"{verb_class(verb.lemma)}:{'passive' if verb.passive else ''}"


PHRASE = 3  # tokens behind a verb that may make a phrase with it: "came into force"


def _does(verb: VerbGroup) -> bool:
    """Is it what happenings do: strike, break out, hit?"""
    return verb.lemma in words("happen") or verb.lemma in starting() or verb.lemma in happening_verbs()


@cache
def starting() -> frozenset[str]:
    """Verbs of a beginning: "the fire broke out", "the quake began"."""
    rows = [row for row in table("event_dates") if row["event"] == "start"]
    return frozenset(verb.partition(" ")[0] for row in rows for verb in items(row["verbs"]))
