"""When things happened: an event that one person or thing undergoes once, with the day, month or year that it has.

Only events of `event_dates.tsv` and single happenings of `happenings.tsv` are read; a day of saying is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from checker.claims import phrases
from checker.claims.clauses import Clause, clause_of, content_words, segment
from checker.claims.draft import NARRATION, Draft
from checker.entities.gazetteer import titles
from checker.language import VerbGroup
from checker.language.lexicon import items, table
from checker.language.morphology import singular, verb_class
from checker.records import Claim, Time

GRAINS = frozenset(("day", "daypart", "hour", "minute", "week", "weekend", "month", "quarter", "season", "year"))
OWNERS = {"his": "m", "her": "f", "its": "", "their": ""}
PRONOUNS = {"he": "m", "she": "f", "it": ""}


class Kind(msgspec.Struct, frozen=True):
    """An event of the tables."""

    event: str
    theme: str  # object subject both
    once: str  # always mostly


class Theme(msgspec.Struct, frozen=True):
    """What undergoes an event: its head, the words of the names in it, and its tokens."""

    head: str
    names: tuple[str, ...]
    first: int
    last: int


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one class of event_words.tsv."""
    return frozenset(word for row in table("event_words") if row["class"] == kind for word in items(row["words"]))


@cache
def verbs() -> dict[str, Kind]:
    """Lemma of a verb → its event."""
    return _kinds("verbs")


@cache
def nouns() -> dict[str, Kind]:
    """Noun → its event."""
    return _kinds("nouns")


def _kinds(column: str) -> dict[str, Kind]:
    rows = table("event_dates")
    return {word: Kind(row["event"], row["theme"], row["once"]) for row in rows for word in items(row[column])}


@cache
def happenings() -> dict[str, str]:
    return {noun: row["event"] for row in table("happenings") for noun in items(row["nouns"])}


def event_claims(draft: Draft) -> list[Claim]:
    """Aspect date: predicate the event, object the head of what undergoes it, modifiers the names in that; the Time's
    span is marked and its days are the event's."""
    rows = []
    for time in draft.names.times:
        if (
            time.type not in ("DATE", "TIME")
            or time.earliest is None
            or time.latest is None
            or time.grain not in GRAINS
        ):
            continue
        number = draft.analysis.sentence_at(time.start)
        if number < 0 or draft.analysis.sentences[number].scope in ("furniture", "correction"):
            continue
        row = _claim(draft, time, number)
        if row is not None:
            rows.append(row)
    return rows


def _claim(draft: Draft, time: Time, number: int) -> Claim | None:
    analysis = draft.analysis
    sentence = analysis.sentences[number]
    first, last = analysis.token_at(time.start), analysis.token_at(max(time.start, time.end - 1)) + 1
    left, right = segment(analysis, first)
    right = max(right, last)
    if first > left and analysis.lowers[first - 1] in words("outside"):
        return None
    if words("repeated").intersection(analysis.lowers[left:right]):
        return None
    found = _governed(draft, first, last, left, right, sentence.last)
    if found is None:
        return None
    kind, theme, actor, verb = found
    clause = clause_of(analysis, draft.names, theme.first, theme.last)
    status = _status(verb, clause)
    if status == "hypothetical" or (verb is not None and verb.negated):
        return None
    place = clause.place
    voices = draft.voices(time.start, time.end)
    return draft.claim(
        "date",
        time.start,
        time.end,
        voices[0] if voices else NARRATION,
        event=time,
        status=status,
        predicate=kind.event,
        subject=actor,
        object=theme.head,
        place=place,
        modifiers=theme.names,
        kind=time.grain,
        qualifier=kind.once,
        wording=analysis.text[analysis.starts[theme.first] : analysis.ends[theme.last - 1]],
        context=tuple(sorted(set(content_words(analysis, sentence.first, sentence.last)))),
    )


def _status(verb: VerbGroup | None, clause: Clause) -> str:
    if verb is None:
        return "done"
    if verb.modal:
        return "hypothetical"
    if verb.tense == "future" or verb.infinitive:
        return "planned"
    return "done" if verb.tense == "past" or "perfect" in verb.aspect or not verb.finite else "present"


Found = tuple[Kind, Theme, str, VerbGroup | None]


def _governed(draft: Draft, first: int, last: int, left: int, right: int, limit: int) -> Found | None:
    """The event at the time of tokens first..last: of the verb before it, of a noun, or of the verb behind."""
    analysis = draft.analysis
    verb = None
    for token in range(first - 1, left - 1, -1):
        verb = analysis.verb_at.get(token)
        if verb is not None:
            break
    if verb is not None:
        return _of_verb(draft, verb, left, first)
    noun = _noun_before(draft, first, left)
    if noun is not None:
        return _of_noun(draft, noun, left, first, limit)
    noun = _noun_behind(draft, last, right)
    if noun is not None:
        return _of_noun(draft, noun, left, limit, limit)
    if not all(analysis.tags[token] in ("PREP", "ADV", "PUNCT", "CONJ", "DET", "SUB") for token in range(left, first)):
        return None
    token = last  # "On 5 February the plant closed", "In 1985, she founded"
    while token < limit and analysis.words[token] not in (";", ":", "–", "—"):
        verb = analysis.verb_at.get(token)
        if verb is not None:
            return _of_verb(draft, verb, last, limit)
        token += 1
    return None


def _of_verb(draft: Draft, verb: VerbGroup, left: int, right: int) -> Found | None:
    """The event that a verb tells of; its theme by the verb's own frame."""
    analysis = draft.analysis
    if verb_class(verb.lemma) == "say":
        return None
    subject = _subject(draft, verb, left)
    kind = verbs().get(verb.lemma)
    if kind is None:
        happened = _happening(draft, verb, subject)
        return None if happened is None else (*happened, "", verb)
    follows = phrases.after(analysis, verb.last, right)
    if verb.lemma == "bear" and not verb.passive:
        return None
    if kind.theme == "subject" or verb.passive or follows is None or _is_time(draft, follows.first):
        theme = subject
        actor = ""
    else:
        theme = _theme(draft, follows.first, _with_attachments(draft, follows, right), follows.lemma)
        actor = " ".join(subject.names) if subject else ""
    if theme is None:
        return None
    if kind.theme in ("both", "subject") and follows is not None and not _is_time(draft, follows.first):
        actor = " ".join(_theme(draft, follows.first, follows.last, follows.lemma).names)
    return kind, theme, actor, verb


def _is_time(draft: Draft, token: int) -> bool:
    start = draft.analysis.starts[token]
    return bool(draft.names.times_in(start, start + 1))


def _happening(draft: Draft, verb: VerbGroup, subject: Theme | None) -> tuple[Kind, Theme] | None:
    """ "The quake struck Valdor on Tuesday"."""
    analysis = draft.analysis
    if subject is None or subject.head not in happenings() or verb.lemma not in words("happen") or verb.negated:
        return None
    names = set(subject.names) | set(_names(draft, verb.last, min(verb.last + 6, len(analysis.words))))
    if not names:
        return None
    theme = Theme(subject.head, tuple(sorted(names)), subject.first, subject.last)
    return Kind(f"happening:{happenings()[subject.head]}", "subject", "mostly"), theme


def _subject(draft: Draft, verb: VerbGroup, left: int) -> Theme | None:
    """The subject's phrase; a relative or personal pronoun stands for the one thing it can mean."""
    analysis = draft.analysis
    token = verb.first
    while token > left and analysis.tags[token - 1] in ("ADV", "NEG"):
        token -= 1
    sentence = analysis.sentences[verb.sentence]
    if token > sentence.first:
        before, tag = analysis.lowers[token - 1], analysis.tags[token - 1]
        if tag == "REL" and before in ("who", "which", "that"):
            return _phrase_before(draft, token - 1, sentence.first)
        if before in PRONOUNS:
            return _pronoun(draft, token - 1, PRONOUNS[before], verb.last)
        if not verb.finite and before in (",", "("):
            return _phrase_before(draft, token, sentence.first)
        if tag in ("PRON", "SUBJ"):
            return None
    found = phrases.before(analysis, verb.first, left)
    return None if found is None else _theme(draft, found.first, verb.first, found.lemma)


def _phrase_before(draft: Draft, token: int, left: int) -> Theme | None:
    """The phrase that ends before `token`, across one comma, dash or bracket."""
    analysis = draft.analysis
    while token > left and analysis.tags[token - 1] in ("PUNCT", "PREP"):
        token -= 1
    found = phrases.before(analysis, token, left)
    return None if found is None else _theme(draft, found.first, token, found.lemma)


def _pronoun(draft: Draft, token: int, gender: str, behind: int) -> Theme | None:
    """What "it", "he", "his" stands for: the subject of the main clause behind ("Since it was founded in 1985, Acme
    has ..."), or the one person named just before."""
    analysis = draft.analysis
    number = analysis.sentence_at(analysis.starts[token])
    sentence = analysis.sentences[number]
    opener = sentence.first
    if analysis.lowers[opener] in words("opener") or analysis.tags[opener] in ("SUB", "PREP"):
        for ahead in range(behind, sentence.last):
            group = analysis.verb_at.get(ahead)
            if group is not None and group.finite and group.first == ahead:
                main = phrases.before(analysis, ahead, behind)
                theme = None if main is None else _theme(draft, main.first, ahead, main.lemma)
                return theme if theme is not None and theme.names else None
    before = [e for e in draft.names.entities_in(sentence.start, analysis.starts[token]) if e.kind == "person" and e.id]
    if not before and number > 0 and analysis.sentences[number - 1].scope == sentence.scope:
        above = analysis.sentences[number - 1]
        before = [e for e in draft.names.entities_in(above.start, above.end) if e.kind == "person" and e.id]
    if not gender or len({e.id for e in before}) != 1:
        return None
    first, last = analysis.token_at(before[0].start), analysis.token_at(before[0].end - 1) + 1
    return _theme(draft, first, last, analysis.lowers[last - 1])


def _noun_before(draft: Draft, first: int, left: int) -> int | None:
    """An event noun that the time belongs to: "the closure of the plant on 7 February"."""
    analysis = draft.analysis
    for token in range(first - 1, left - 1, -1):
        tag = analysis.tags[token]
        if tag in ("PUNCT", "QUOTE", "CONJ", "SUB", "REL") and token != left:
            return None
        if tag in ("NOUN", "PROPN") and (analysis.lowers[token] in nouns() or analysis.lowers[token] in happenings()):
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


def _of_noun(draft: Draft, noun: int, left: int, right: int, limit: int) -> Found | None:
    """The event of a noun, with what undergoes it: "of X", "X's", "his", or the names inside its phrase."""
    analysis = draft.analysis
    low = analysis.lowers[noun]
    if low in happenings():
        names = _names(draft, max(left, noun - 4), noun) + _names(draft, noun + 1, min(limit, noun + 7))
        if not names:
            return None
        kind = Kind(f"happening:{happenings()[low]}", "subject", "mostly")
        return kind, Theme(low, tuple(sorted(set(names))), noun, noun + 1), "", None
    kind = nouns()[low]
    before = noun - 1
    while before >= left and analysis.tags[before] in ("ADJ", "ADV", "PART"):
        before -= 1
    if before >= left and analysis.lowers[before] in OWNERS:
        theme = _pronoun(draft, before, OWNERS[analysis.lowers[before]], noun + 1)
        return None if theme is None else (kind, theme, "", None)
    if noun + 1 < limit and analysis.lowers[noun + 1] == "of":
        behind = phrases.after(analysis, noun + 2, limit)
        if behind is None:
            return None
        theme = _theme(draft, behind.first, _with_attachments(draft, behind, min(right, limit)), behind.lemma)
        return kind, theme, "", None
    inside = phrases.before(analysis, noun + 1, left)
    if inside is None or inside.first >= noun:
        return None
    first = inside.first
    owners = [token for token in range(first, noun) if analysis.tags[token] == "POSS"]
    owned = [token for token in owners if analysis.lowers[token] not in OWNERS]
    end = owned[-1] if owned else noun
    head = next((t for t in range(end - 1, first - 1, -1) if analysis.tags[t] in ("NOUN", "PROPN")), -1)
    if head < 0:
        return None
    return kind, _theme(draft, first, end, singular(analysis.lowers[head])), "", None


def _with_attachments(draft: Draft, phrase: phrases.Phrase, right: int) -> int:
    """Where a phrase ends with its "of ..."."""
    analysis = draft.analysis
    end = phrase.last
    if end + 1 < right and analysis.lowers[end] == "of":
        more = phrases.after(analysis, end + 1, right)
        if more is not None:
            return more.last
    return end


def _theme(draft: Draft, first: int, last: int, lemma: str) -> Theme:
    return Theme(lemma, tuple(sorted(set(_names(draft, first, last)))), first, max(last, first + 1))


def _names(draft: Draft, first: int, last: int) -> list[str]:
    """The words of proper names among tokens first..last, lower case; titles and days are none."""
    return list(_proper(draft, first, last))


def _proper(draft: Draft, first: int, last: int) -> Iterator[str]:
    analysis = draft.analysis
    for token in range(first, min(last, len(analysis.words))):
        low = analysis.lowers[token].rstrip(".")
        capital = analysis.words[token][:1].isupper()
        if not capital or analysis.tags[token] not in ("PROPN", "NOUN", "ADJ", "VERB", "PART", "ING"):
            continue
        if len(low) > 1 and low not in titles() and not _is_time(draft, token):
            yield low
