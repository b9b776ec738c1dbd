"""When things happened: an event that one person or thing undergoes once, with the day, month or year that it has.

Only events of `event_dates.tsv` and single happenings of `happenings.tsv` are read; a day of saying is none.
"""

from __future__ import annotations

from functools import cache

import msgspec

from checker import patterns
from checker.claims.clauses import EMPTY_VERBS, clause_of, segment
from checker.claims.draft import Draft
from checker.claims.themes import (
    Theme,
    is_time,
    names,
    object_of,
    owner,
    partner_key,
    quoted_title,
    subject_of,
    verb_of,
    words,
)
from checker.claims.words import content_words
from checker.language import Sentence, VerbGroup
from checker.language.lexicon import items, table
from checker.language.morphology import verb_class
from checker.records import Claim, Time

GRAINS = frozenset(("day", "daypart", "hour", "minute", "week", "weekend", "month", "quarter", "season", "year"))
BESIDE = frozenset(("PREP", "ADV", "PUNCT", "CONJ", "DET", "SUB"))  # what may stand before a time that opens a clause
LONGEST = 300  # tokens of a sentence that is read
STALE = 14  # days after its day in which the text of a preview may still stand in a report
YEAR = patterns.compile(r"\b(?:1\d|20)\d\d\b|['’]\d\d\b")
REACH = 6  # tokens behind a happening or its verb in which its place is named


class Kind(msgspec.Struct, frozen=True):
    """An event of the tables."""

    event: str
    theme: str
    once: str
    noun: str = ""


class Found(msgspec.Struct, frozen=True):
    """An event with what undergoes it and its other partner ("" when it has none)."""

    kind: Kind
    theme: Theme
    partner: str = ""
    verb: VerbGroup | None = None


@cache
def verbs() -> dict[str, Kind]:
    """Lemma of a verb, or of a verb and its particle ("set up"), → its event."""
    return _kinds("verbs")


@cache
def nouns() -> dict[str, Kind]:
    """Noun → its event."""
    return _kinds("nouns")


def _kinds(column: str) -> dict[str, Kind]:
    return {
        word: Kind(row["event"], row["theme"], row["once"], (*items(row["nouns"]), "")[0])
        for row in table("event_dates")
        for word in items(row[column])
    }


@cache
def happening_verbs() -> dict[str, Kind]:
    """Verb that tells of a happening → its event."""
    rows = table("happenings")
    return {verb: happenings()[items(row["nouns"])[0]] for row in rows for verb in items(row["verbs"])}


@cache
def happenings() -> dict[str, Kind]:
    """Noun of a happening → its event."""
    return {
        noun: Kind(f"happening:{row['event']}", "happening", row["once"], noun)
        for row in table("happenings")
        for noun in items(row["nouns"])
    }


def event_claims(draft: Draft) -> list[Claim]:
    """Aspect date: predicate the event, object the head of what undergoes it, modifiers the names in that, subject its
    other partner; the Time's span is marked, and its days are the event's."""
    rows = []
    for time in draft.names.times:
        if (
            time.type not in ("DATE", "TIME")
            or time.grain not in GRAINS
            or time.earliest is None
            or time.latest is None
        ):
            continue
        sentence = draft.telling(time.start)
        if sentence is not None and sentence.last - sentence.first <= LONGEST:  # a longer one is a table or a list
            row = _claim(draft, time, sentence)
            if row is not None:
                rows.append(row)
    return rows


def _claim(draft: Draft, time: Time, sentence: Sentence) -> Claim | None:
    analysis = draft.analysis
    first, last = analysis.tokens_of(time.start, time.end)
    left, right = segment(analysis, first)
    title = quoted_title(draft, left - 1, -1)
    if title is not None and title.first - 1 > sentence.first:  # a title in quotation marks does not end the clause
        left = segment(analysis, title.first - 2)[0]
    right = max(right, last)
    since = _since(draft, first, left)
    before = analysis.lowers[first - 1] if first > left else ""
    if before == "of" and analysis.lowers[first - 2] not in happenings() and analysis.lowers[first - 2] not in nouns():
        return None  # "the actor of 2004"
    if before in words("outside") and since is None and _noun_behind(draft, last, right) is None:
        return None
    stop = next((token for token in range(last, min(right, last + 1)) if analysis.tags[token] == "PUNCT"), last + 1)
    if not words("repeated").isdisjoint(analysis.lowers[left:stop]):
        return None
    found = since or _governor(draft, first, last, left, right, sentence.last)
    if found is None:
        return None
    status = "done" if since else _status(draft, found, time)  # what lasts since a day has begun
    if status == "hypothetical" or (found.verb is not None and found.verb.negated):
        return None
    if status == "planned" and _comes_again(draft, time):
        return None
    theme = found.theme
    text = analysis.text[analysis.starts[theme.first] : analysis.ends[theme.last - 1]]
    voice = draft.voices(time.start, time.end)[0]
    if status == "done":  # "seeks to help all who have bought it since May": the plan is not what the date tells of
        voice = msgspec.structs.replace(voice, status="")
    return draft.claim(
        "date",
        time.start,
        time.end,
        voice,
        event=time,
        status=status,
        predicate=_event(found),
        subject=found.partner,
        object=theme.head,
        place=clause_of(analysis, draft.names, theme.first, theme.last).place,
        modifiers=theme.names,
        kind=time.grain,
        qualifier=found.kind.once,
        wording=text,
        counted_text=_thing(found, text),
        context=tuple(sorted(set(content_words(analysis, sentence.first, sentence.last)))),
    )


def _ahead(draft: Draft, time: Time) -> bool:
    published = draft.document.published_latest
    if published is None or time.earliest is None or time.frame != "calendar":
        return False
    return time.earliest > published


def _comes_again(draft: Draft, time: Time) -> bool:
    """Is it told as to come on a day gone by that has no year, so that the next such day may be meant: a weekday, a
    feast, a day and month further back than a preview gets copied?"""
    published = draft.document.published_earliest
    if published is None or time.latest is None or time.latest >= published or YEAR.search(time.text):
        return False
    return not any(map(str.isdigit, time.text)) or published - time.latest > STALE


def _event(found: Found) -> str:
    """The event's class; a trial that opens begins."""
    return "start" if found.kind.event == "open" and found.theme.head in words("proceeding") else found.kind.event


def _thing(found: Found, text: str) -> str:
    """The event in the reader's words: "closure of the Larkfield plant"."""
    noun = found.kind.noun.strip("-")
    text = text[:1].lower() + text[1:] if text.startswith(("The ", "A ", "An ", "His ", "Her ", "Its ")) else text
    if found.kind.theme == "happening" or not noun:
        return text
    return f"{noun} of {text}"


def _status(draft: Draft, found: Found, time: Time) -> str:
    """done, planned, hypothetical, or "" where the text does not say whether it came to that ("was to open")."""
    verb = found.verb
    if verb is None:
        return "planned" if found.kind.theme != "happening" and _ahead(draft, time) else "done"
    if verb.modal:
        return "hypothetical"
    if verb.tense == "future":
        return "planned"
    timetable = verb.finite and verb.tense == "present" and (not verb.aspect or "progressive" in verb.aspect)
    if timetable:  # "the trial opens on 5 May"; of a day gone by it is a headline's present
        published = draft.document.published_latest
        return "planned" if published is None or _ahead(draft, time) else "done"
    if not verb.infinitive:
        return "done"
    above = next((v for t in range(verb.first - 1, verb.first - 4, -1) if (v := verb_of(draft, t)) is not None), None)
    if above is not None and above.lemma in words("achieve"):
        return "done"  # "helped to found"
    return "planned" if draft.document.published_latest is None or _ahead(draft, time) else ""


def _governor(draft: Draft, first: int, last: int, left: int, right: int, limit: int) -> Found | None:
    """The event at the time of tokens first..last: of the verb before it, of a noun, or of the verb behind."""
    analysis = draft.analysis
    noun = _noun_behind(draft, last, right)
    if noun is not None:
        return _of_noun(draft, noun, left, limit)
    definite = first - 3 >= left and analysis.tags[first - 1] == "PREP" and analysis.lowers[first - 3] == "the"
    if definite and analysis.lowers[first - 2] in nouns():  # "within a month of the signing on 9 May"
        return _of_noun(draft, first - 2, left, first)
    opens = first - 2 >= left and analysis.tags[first - 1] == "PREP" and analysis.tags[first - 2] == "CONJ"
    for token in range(first - 1, left - 1 if not opens else first, -1):
        if is_time(draft, token, dated=True):
            break  # what stands further left has a time of its own
        verb = verb_of(draft, token)
        if verb is not None and (verb.finite or analysis.lowers[verb.head] not in happenings()):
            return _of_verb(draft, verb, left, first)
    noun = _noun_before(draft, first, left)
    if noun is not None:
        return _of_noun(draft, noun, left, first)
    if not opens and not all(analysis.tags[token] in BESIDE for token in range(left, first)):
        return None
    for token in range(last, limit):  # "On 5 February the plant closed", "In 1985, she founded"
        if analysis.words[token] in (";", ":", "–", "—"):
            return None
        verb = verb_of(draft, token)
        if verb is not None:
            return _of_verb(draft, verb, last, limit)
    return None


def _since(draft: Draft, first: int, left: int) -> Found | None:
    """ "has been chairman since 1994", "has lived in Norland since 1994", "dates from 1994"."""
    analysis = draft.analysis
    if first - 2 < left or analysis.lowers[first - 1] not in ("since", "from"):
        return None
    verb = next((v for t in range(first - 2, left - 1, -1) if (v := verb_of(draft, t)) is not None), None)
    if verb is None or verb.negated or verb.passive:
        return None
    if analysis.lowers[first - 1] == "from":
        kind = verbs().get(f"{verb.lemma} from") if verb.last == first - 1 else None
        theme = subject_of(draft, verb, left) if kind is not None else None
        return Found(kind, theme, "", verb) if kind is not None and theme is not None else None
    theme = subject_of(draft, verb, left)
    if theme is None or "perfect" not in verb.aspect or not theme.names:
        return None
    partner = object_of(draft, verb, first - 1)
    told = partner_key(partner) if partner is not None else " ".join(sorted(set(names(draft, verb.last, first - 1))))
    event = "become" if verb.lemma == "be" else f"since:{verb_class(verb.lemma)}"
    return Found(Kind(event, "subject-object", "mostly"), theme, told, verb) if told else None


def _of_verb(draft: Draft, verb: VerbGroup, left: int, right: int) -> Found | None:
    """The event that a verb tells of; its theme by the verb's own frame."""
    kind, width = _verb_kind(draft, verb)
    if verb.lemma == "be" and verb.last + 1 == right and draft.analysis.lowers[verb.last] == "on":
        dated = subject_of(draft, verb, left)  # "the vote is on Sunday"
        kind = verbs()["hold"] if dated is not None and dated.head in words("dated") else None
    if kind is None and verb_class(verb.lemma) == "say":
        return None
    if kind is None:
        subject = subject_of(draft, verb, left)
        return _happening(draft, verb, subject) or _deed(draft, verb, subject, right)
    if verb.lemma == "bear" and not verb.passive:
        return None
    subject = subject_of(draft, verb, left)
    follows = object_of(draft, msgspec.structs.replace(verb, last=verb.last + width) if width else verb, right)
    own = verb.passive or kind.theme not in ("object", "either") or (kind.theme == "either" and follows is None)
    theme, partner = (subject, follows) if own else (follows, subject)
    if theme is None and own and kind.theme != "subject-object" and draft.analysis.lowers[verb.first - 1] == "it":
        # "When it opened in 1931": that of which the text has told it
        return Found(Kind(kind.event, kind.theme, "again"), Theme("", (), verb.first - 1, verb.last), "", verb)
    if theme is None:
        return None
    if not theme.names and verb.lemma in happening_verbs():
        return _happening(draft, verb, theme)
    if not theme.names and kind.once == "scheduled":  # "the concert will be held in Hyde Park on"
        beside = {*names(draft, verb.last, verb.last + width + 2 * REACH)}
        theme = msgspec.structs.replace(theme, names=tuple(sorted(beside)))
    if kind.event == "start" and theme.head in happenings():  # "the fire at the mill broke out"
        kind = happenings()[theme.head]
        theme = msgspec.structs.replace(theme, head=kind.event)
    told = ""
    if partner is not None:  # "the studio" may be any of those named
        told = partner_key(partner) if own else " ".join(partner.names)
    if kind.theme == "subject-object" and not told:
        return None
    return Found(kind, theme, told, verb)


def _verb_kind(draft: Draft, verb: VerbGroup) -> tuple[Kind | None, int]:
    """The event of a verb with its particle ("set up"), else of the verb; and the tokens of the particle."""
    lowers = draft.analysis.lowers
    for width in (2, 1):
        found = verbs().get(" ".join((verb.lemma, *lowers[verb.last : verb.last + width])))
        if found is not None:
            return found, width
    return verbs().get(verb.lemma), 0


def _happening(draft: Draft, verb: VerbGroup, subject: Theme | None) -> Found | None:
    """ "The quake struck Valdor on Tuesday"."""
    if subject is None or verb.negated:
        return None
    kind = happening_verbs().get(verb.lemma)
    if kind is None and verb.lemma in words("happen"):
        lowers = draft.analysis.lowers  # "Hurricane Dora" names its kind first
        noun = next((low for low in (subject.head, *lowers[subject.first : subject.last]) if low in happenings()), "")
        kind = happenings().get(noun)
    if kind is None:
        return None
    beside = set(subject.names).union(names(draft, verb.last, verb.last + REACH))
    theme = Theme(kind.event, tuple(sorted(beside)), subject.first, max(subject.first + 1, verb.first))
    return Found(kind, theme, "", verb)


def _deed(draft: Draft, verb: VerbGroup, subject: Theme | None, right: int) -> Found | None:
    """Anything else that one did, to a thing or without one: it may be done again, so sameness asks for more, and most
    where the doer has no name."""
    if verb.lemma in EMPTY_VERBS or subject is None or not verb.finite:
        return None
    done_to = object_of(draft, verb, right)
    named = bool(subject.names) and done_to is not None
    kind = Kind(f"deed:{verb_class(verb.lemma)}", "subject-object", "deed" if named else "told")
    return Found(kind, done_to or subject, " ".join(subject.names) if named else "", verb)


def _noun_before(draft: Draft, first: int, left: int) -> int | None:
    """An event noun that the time belongs to: "the closure of the plant on 7 February"."""
    analysis = draft.analysis
    for token in range(first - 1, left - 1, -1):
        tag, low = analysis.tags[token], analysis.lowers[token]
        if tag in ("PUNCT", "QUOTE", "CONJ", "SUB", "REL") and token != left:
            return None
        if tag in ("NOUN", "PROPN", "ING") and (low in nouns() or low in happenings()):
            return token
    return None


def _noun_behind(draft: Draft, last: int, right: int) -> int | None:
    """ "Monday's closure of the plant", "the 1997 election of"."""
    analysis = draft.analysis
    for token in range(last, min(right, last + 4)):
        if analysis.lowers[token] in nouns() or analysis.lowers[token] in happenings():
            return token
        if analysis.tags[token] not in ("POSS", "NOUN", "PROPN", "ADJ"):
            return None
    return None


def _of_noun(draft: Draft, noun: int, left: int, right: int) -> Found | None:
    analysis = draft.analysis
    low = analysis.lowers[noun]
    if low in happenings():
        beside = {*names(draft, max(left, noun - 4), noun), *names(draft, noun + 1, min(right, noun + 1 + REACH))}
        return Found(happenings()[low], Theme(happenings()[low].event, tuple(sorted(beside)), noun, noun + 1))
    kind = nouns()[low]
    theme = owner(draft, noun, left, right)
    if theme is None and analysis.lowers[noun - 1] == "the" and kind.theme != "subject-object":
        # "the signing on 9 May": the one that the text has told of
        return Found(Kind(kind.event, kind.theme, "again"), Theme("", (), noun - 1, noun + 1))
    if theme is None or kind.theme == "subject-object" or is_time(draft, theme.first):
        return None
    return Found(kind, theme)
