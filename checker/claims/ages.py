"""How old people are said to be: now, at their death, or at another time that the text tells of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from checker import patterns
from checker.claims.clauses import EMPTY_VERBS, clause_of
from checker.claims.draft import Draft
from checker.claims.names import Mention
from checker.claims.words import POSSESSIVES, content_words
from checker.entities.gazetteer import titles
from checker.language.lexicon import table
from checker.language.morphology import verb_class
from checker.records import Claim

NUMBER = r"(?P<age>\d{1,3}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?|[a-z]{3,9})"
FOLLOWS = r",|;|\)|\.(?:\s|$)|\n|$|\sand\b|\swhen\b|\sat\sthe\b|\s(?:on|in|last|next|this|from|of)\b"
# Behind a name: ", 37," ", aged 37," "(37)" ", now 37," ", who is 50,"; what follows shows that it is no score or date.
BEHIND = patterns.compile(
    r"(?:,\s(?:(?P<who>who\s(?:is|was|turned|turns|will\sbe|will\sturn|would\shave\s(?:turned|been))\s)|(?P<now>now|just|only|also|then|both)\s)?(?:aged\s|age\s)?"
    r"|\s\((?:aged\s)?|\s(?P<be>is|was|is\snow|turned|turns)\s(?:now\s|just\s|only\s|aged\s)?)"
    + NUMBER
    + rf"(?:\syears\sold)?(?=\s?(?P<after>{FOLLOWS}))",
    re.IGNORECASE,
)
# What is looked for in the whole text begins with a letter: that is found fastest, and what must stand before it is
# asked only there.
YEAR_OLD = patterns.compile(r"year(?<=[- ]year)s?[- ]old\b")  # behind the number, which is looked for only there
BEFORE_YEAR = patterns.compile(rf"\b{NUMBER}[- ]$")
AGED = patterns.compile(
    rf"\b(?:aged\s|at\s(?:the\s)?age\s(?:of\s)?|(?<=dies\s)at\s|(?<=died\s)at\s){NUMBER}\b(?![\w%-])", re.IGNORECASE
)
AT_START = patterns.compile(
    rf"A(?<!\wA)(?:t\s(?:just\s|only\s|the\sage\sof\s|age\s)?|ged\s){NUMBER},\s(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir)\s)?"
)
THE_SCULPTOR = patterns.compile(rf"The(?<!\wThe)\s(?:[a-z-]+\s)?(?P<noun>[a-z-]+),\s(?:aged\s)?{NUMBER},")
YEAR_PRINTED = patterns.compile(r"\d{4}|next year|two|three")
OLDEST = 122
YEAR = 365  # days
LOOK_BACK = 2  # sentences
DEATH = frozenset(("die", "pass", "succumb"))
APART = frozenset(("his", "her", "their", "whose"))  # "his brother, 13": not the one named


def age_claims(draft: Draft, people: Sequence[Mention]) -> list[Claim]:
    """Aspect age: subject the person; qualifier now, death or then; predicate what happened then."""
    lower = draft.analysis.lower
    rows = _behind_names(draft, people)
    taken = {(row.start, row.end) for row in rows}
    if "old" in lower:
        rows += [row for row in _year_olds(draft) if (row.start, row.end) not in taken]
    taken.update((row.start, row.end) for row in rows)
    if "aged" in lower or " age " in lower or "died at" in lower or "dies at" in lower:
        rows += [row for row in _aged(draft) if (row.start, row.end) not in taken]
    if ", " in lower:
        rows += [row for row in _described(draft) if (row.start, row.end) not in taken]
    if "at " in lower or "aged " in lower:
        rows += [row for row in _at_start(draft) if (row.start, row.end) not in taken]
    return rows


def _behind_names(draft: Draft, people: Sequence[Mention]) -> list[Claim]:
    text = draft.analysis.text
    rows = []
    for mention in people:
        person, end = mention.entity.id, mention.end
        if not person or text[end : end + 1] not in (",", " "):
            continue
        match = BEHIND.match(text, end)
        if match is None:
            continue
        age = number(match["age"])
        if age is not None and age < 10 and not match["age"].isdigit():
            continue  # "Taylor, one of", "was two on Monday"
        if age is None or (text[end : end + 2] == " (" and _listed(draft, end)):
            continue
        if text[end] == "," and match["after"] == "," and re.match(r",\s?\d", text[match.end() : match.end() + 3]):
            continue  # "Woods, 66, 71, 70": a card, not an age
        when = _when(draft, match)
        if when == "next":  # "who would have turned 38 in August" was 37
            age, when = age - 1, "now"
        rows.append(_row(draft, match.start("age"), match.end("age"), person, age, when))
    return rows


def _when(draft: Draft, match: re.Match[str]) -> str:
    """now, was (at death, or then), then, or next: the coming birthday's."""
    verb = (match["who"] or match["be"] or "").strip().lower()
    follows = match["after"].strip()
    if "wi" in verb or "wo" in verb:  # will, would have
        ahead = draft.names.times_in(match.end(), match.end() + 14)
        coming = bool(ahead) and ahead[0].grain in ("day", "week", "month") and not YEAR_PRINTED.search(ahead[0].text)
        return "next" if coming else "then"
    if "turn" in verb:  # "who turned 37 in May" is 37 still
        published = draft.document.published_earliest
        near = draft.names.times_in(match.end(), match.end() + 24)
        day = near[0].earliest if near else published
        recent = day is not None and published is not None and -YEAR < day - published < YEAR
        return "now" if recent or (not near and follows in (",", ".", ")")) else "then"
    if "was" in verb or (match["now"] or "").lower() == "then":
        return "was" if follows in (",", ".", ")", ";", "") else "then"
    return "then" if follows in ("when", "at the") else "now"


def _described(draft: Draft) -> list[Claim]:
    """ "The sculptor, 37, wept": of the one person named just before."""
    rows = []
    for match in THE_SCULPTOR.finditer(draft.analysis.text):
        age = number(match["age"])
        if age is not None and match["age"].isdigit() and match["noun"] in titles():
            person = _last_named(draft, match.start())
            if person:
                rows.append(_row(draft, match.start("age"), match.end("age"), person, age, "the"))
    return rows


def _listed(draft: Draft, end: int) -> bool:
    """Is "(67)" behind a name a minute, a count of runs, a party's votes?  It is where other brackets stand beside."""
    sentence = draft.analysis.sentences[draft.analysis.sentence_at(end)]
    inside = draft.analysis.text[sentence.start : sentence.end]
    return (
        len(re.findall(r"\(\d", inside)) > 1 or ":" in inside or not any(word.islower() for word in inside.split()[:9])
    )


def _year_olds(draft: Draft) -> list[Claim]:
    """ "37-year-old sculptor Ana Lee", "Lee, a 37-year-old sculptor", "The 37-year-old"."""
    analysis = draft.analysis
    rows = []
    for old in YEAR_OLD.finditer(analysis.lower):
        match = BEFORE_YEAR.search(analysis.lower, max(0, old.start() - 17), old.start())
        age = number(match["age"]) if match else None
        if match is None or age is None:
            continue
        person, sure = _bearer(draft, match.start(), old.end())
        if person:
            rows.append(_row(draft, *match.span("age"), person, age, "now" if sure else "the"))
        elif (row := _someone(draft, match.span("age"), old.end(), age)) is not None:
            rows.append(row)
    return rows


# Nouns by which one person may be called; the same for both articles where it is none of them.
SOMEONE = {"woman": "woman", "girl": "woman", "mother": "woman", "man": "man", "boy": "man", "father": "man"}


def _someone(draft: Draft, span: tuple[int, int], end: int, age: int) -> Claim | None:
    """ "A 61-year-old woman drowned in her car": somebody known by what happened, subject "someone:woman"."""
    analysis = draft.analysis
    first, token = analysis.tokens_of(span[0], end)
    sentence = analysis.sentences[analysis.sentence_at(span[0])]
    last = token
    while last < sentence.last and analysis.tags[last] in ("NOUN", "ADJ", "PROPN", "ING"):
        last += 1
    before = analysis.lowers[first - 1] if first > sentence.first else ""
    if last == token or before not in ("a", "an", "the") or sentence.scope == "furniture":
        return None
    noun = analysis.lowers[last - 1]
    if noun not in SOMEONE and noun not in titles():
        return None
    relative = last + 1 < sentence.last and analysis.lowers[last] == "who"
    verb = analysis.verb_at.get(last + 1) if relative else clause_of(analysis, draft.names, first, last).verb
    if verb is None or verb.negated or verb.modal or verb.lemma in EMPTY_VERBS or verb_class(verb.lemma) == "say":
        return None
    words = set(content_words(analysis, sentence.first, sentence.last)) - {noun, "year-old", verb_class(verb.lemma)}
    return _row(
        draft,
        *span,
        f"someone:{SOMEONE.get(noun, noun)}",
        age,
        "event",
        verb_class(verb.lemma),
        counted_text=analysis.text[analysis.starts[first - 1] : analysis.ends[last - 1]],
        context=tuple(sorted(words)),
        definite=before == "the",
    )


def _bearer(draft: Draft, start: int, end: int) -> tuple[str, bool]:
    """Whose age "37-year-old" is, and whether the phrase itself names the person; "" when it may be another's."""
    analysis = draft.analysis
    first, token = analysis.tokens_of(start, end)
    sentence = analysis.sentences[analysis.sentence_at(start)]
    while token < sentence.last and (analysis.tags[token] in ("NOUN", "PROPN", "ADJ", "PART", "NUM")):
        named = draft.names.entities_in(analysis.starts[token], analysis.ends[token])
        person = next((e for e in named if e.kind == "person"), None)
        if person is not None:
            return person.id, True
        token += 1
    if token + 1 < sentence.last and analysis.words[token] == ",":  # "a 37-year-old sculptor, Ana Lee,"
        ahead = [
            e
            for e in draft.names.entities_in(analysis.starts[token + 1], analysis.ends[token + 1])
            if e.kind == "person"
        ]
        if ahead and first > sentence.first and analysis.lowers[first - 1] in ("a", "an"):
            return ahead[0].id, True
    left = first - 1
    while left > sentence.first and analysis.tags[left] in ("DET", "ADJ", "ADV"):
        left -= 1
    if left > sentence.first and analysis.lowers[left] in (",", "is", "was"):
        named = draft.names.entities_in(sentence.start, analysis.ends[left - 1])
        before = [e for e in named if e.kind == "person" and e.end == analysis.ends[left - 1]]
        if before:
            return before[-1].id, analysis.lowers[left] != "was"
    definite = first > sentence.first and analysis.lowers[first - 1] == "the"
    if definite and _opens_clause(draft, first - 2, sentence.first):
        noun = analysis.lowers[token - 1] if token - 1 > first else ""
        if not noun or noun in titles() or analysis.tags[token - 1] == "PROPN":
            return _last_named(draft, start), False
    return "", False


def _opens_clause(draft: Draft, token: int, first: int) -> bool:
    """Does a subject begin behind this token?  An object ("praised the 37-year-old") is mostly somebody else."""
    analysis = draft.analysis
    while token >= first and analysis.tags[token] == "ADV":
        token -= 1
    if token < first or analysis.tags[token] in ("PUNCT", "QUOTE", "CONJ", "SUB"):
        return True
    verb = analysis.verb_at.get(token)
    return verb is not None and verb_class(verb.lemma) == "say"


def _last_named(draft: Draft, start: int) -> str:
    """The one person that the text speaks of just before: the nearest sentence that names anybody names nobody else."""
    analysis = draft.analysis
    number = analysis.sentence_at(start)
    here = analysis.sentences[number]
    if any(e.kind == "person" for e in draft.names.entities_in(here.start, start)):
        return ""
    for back in range(number - 1, number - LOOK_BACK - 2, -1):
        if back < 0 or analysis.sentences[back].scope != analysis.sentences[number].scope:
            return ""
        span = analysis.sentences[back]
        found = {e.id for e in draft.names.entities_in(span.start, min(span.end, start)) if e.kind == "person"}
        if found:
            return found.pop() if len(found) == 1 else ""
    return ""


def _aged(draft: Draft) -> list[Claim]:
    """ "has died of cancer aged 44", "elected in 1997 at the age of 24": of the subject of its clause."""
    analysis = draft.analysis
    rows = []
    for match in AGED.finditer(analysis.text):
        age = number(match["age"])
        if age is None:
            continue
        sentence = analysis.sentences[analysis.sentence_at(match.start())]
        first = analysis.token_at(match.start())
        if first > sentence.first and analysis.words[first - 1] in (",", "("):
            continue  # read behind its name, or somebody's whom nothing names
        verb = None
        for token in range(first - 1, sentence.first - 1, -1):
            if analysis.words[token] in (";", ":", "“", "”", '"'):
                break
            verb = analysis.verb_at.get(token)
            if verb is not None:
                break
        if verb is None:
            continue
        named = [e for e in draft.names.entities_in(sentence.start, verb.start) if e.kind == "person" and e.id]
        if len({e.id for e in named}) != 1:
            continue
        between = analysis.lowers[analysis.token_at(named[-1].end - 1) + 1 : verb.first]
        if APART.intersection(between):
            continue
        owner = analysis.lowers[analysis.token_at(named[-1].end - 1) + 1] if named[-1].end < verb.start else ""
        if owner in POSSESSIVES:
            continue
        death = verb.lemma in DEATH
        rows.append(
            _row(
                draft, match.start("age"), match.end("age"), named[-1].id, age, "death" if death else "then", verb.lemma
            )
        )
    return rows


def _at_start(draft: Draft) -> list[Claim]:
    """ "At 32, Ms Lee leads the team"."""
    rows = []
    for match in AT_START.finditer(draft.analysis.text):
        age = number(match["age"])
        named = [e for e in draft.names.entities_in(match.end() - 1, match.end() + 1) if e.kind == "person"]
        if age is None or not named or not named[0].id:
            continue
        first = draft.analysis.token_at(named[0].start)
        clause = clause_of(draft.analysis, draft.names, first, draft.analysis.token_at(named[0].end - 1) + 1)
        past = clause.verb is not None and clause.verb.tense == "past"
        when = "then" if past or clause.verb is None else "now"
        rows.append(_row(draft, match.start("age"), match.end("age"), named[0].id, age, when))
    return rows


def _row(
    draft: Draft,
    start: int,
    end: int,
    person: str,
    age: int,
    when: str,
    predicate: str = "",
    *,
    counted_text: str | None = None,
    context: tuple[str, ...] = (),
    definite: bool = False,
) -> Claim:
    voices = draft.voices(start, end)
    return draft.claim(
        "age",
        start,
        end,
        voices[0],
        subject=person,
        predicate=predicate,
        qualifier=when,
        kind="age",
        unit="year",
        value=float(age),
        low=float(age),
        high=float(age),
        least=float(age),
        most=float(age),
        counted_text=_name(draft, person) if counted_text is None else counted_text,
        context=context,
        definite=definite,
    )


def _name(draft: Draft, person: str) -> str:
    """The name that the reader knows the person by."""
    return next((entity.name or entity.text for entity in draft.names.entities if entity.id == person), "")


@cache
def words() -> dict[str, int]:
    """Number words of one word: "eight", "nineteen", "thirty"."""
    kinds = ("unit", "teen", "ten")
    return {row["word"]: int(float(row["value"])) for row in table("number_words") if row["kind"] in kinds}


@lru_cache(65536)
def number(text: str) -> int | None:
    """An age in digits or words, or None."""
    if text.isdigit():
        age = int(text)
    else:
        parts = [words().get(part) for part in text.lower().split("-")]
        if None in parts or not parts:
            return None
        age = sum(part for part in parts if part is not None)
    return age if 0 < age <= OLDEST else None
