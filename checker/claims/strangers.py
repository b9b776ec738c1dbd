"""Second references to nobody: "Carrel told reporters" in an article that has introduced Linda Carrow and no Carrel.

A bare surname that does what people do, and that no full name introduces, may be a slip for somebody named shortly
before.  It is read as one only where the name before begins with the same letter and is either much like it, or never
used again and the only name about; where a text uses both often, it knows two people.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from checker.claims.draft import Draft
from checker.claims.misspelt import AGENTS, PLACING, acts, is_known, of_longer_name, verb_behind
from checker.claims.names import PLAIN, Mention
from checker.claims.sameness.spelling import longest, near_second, tokens
from checker.claims.themes import is_time
from checker.entities.gazetteer import known, titles
from checker.language.morphology import verb_forms
from checker.records import Claim

ADDRESS = PLAIN | {"dr", "prof", "professor", "judge"}
SHORTEST = 4  # letters of a surname
LIKE_REACH = 8  # sentences behind the full name in which a surname much like it is looked for
BARE_REACH = 1  # and any surname with its first letter
OFTEN = 3  # whom a text names so often it knows
ALIKE = 0.6  # share of the longer surname's letters that both have in one order
LEADING = frozenset(("under", "behind", "replacing", "succeeding", "joining"))


class _Bearer(msgspec.Struct, frozen=True):
    """Somebody introduced in full: where, and the surname."""

    mention: Mention
    surname: str
    person: bool  # known to be one
    again: bool  # the surname stands elsewhere too


def strangers(draft: Draft, people: Sequence[Mention], anybody: Sequence[Mention]) -> list[Claim]:
    """Aspect name, kind surname, object "stranger": one claim for each such print, subject whom it may stand for."""
    bearers = list(_bearers(draft, people, anybody))
    if not bearers:
        return []
    rows: list[Claim] = []
    told: set[str] = set()
    text = draft.analysis.text
    printed = [tokens(text[mention.start : mention.end]) for mention in (*people, *anybody)]
    named = {word for words in printed if len(words) > 1 for word in words}
    titled = {mention.start: mention.entity.title.lower().rstrip(".") for mention in people}
    addressed = {start for start, title in titled.items() if title in ADDRESS}  # "Ms Carrel", not "brother Maxime"
    initials = {bearer.surname[0].upper() for bearer in bearers}
    candidates = [token for token, word in enumerate(draft.analysis.words) if word[0] in initials]
    if len({bearer.surname for bearer in bearers}) == 1:  # whose else would "Mr Hobbs" be?
        at = draft.analysis.token_at
        candidates += [at(start) for start in addressed if at(start) not in candidates and _anew(draft, at(start))]
    for token in sorted(candidates):
        low = draft.analysis.lowers[token]
        if low in named or low in told:
            continue
        if draft.analysis.starts[token] not in addressed and not _surname(draft, token):
            continue
        told.add(low)
        found = [one for one in bearers if _may_mean(draft, token, one, bearers)]
        if not found and draft.analysis.starts[token] in addressed and _anew(draft, token):
            found = [one for one in bearers if _only(draft, token, one, bearers)]
        if len({one.surname for one in found}) == 1:
            analysis = draft.analysis
            rows.append(
                draft.claim(
                    "name",
                    analysis.starts[token],
                    analysis.ends[token],
                    subject=found[0].mention.entity.id,
                    wording=analysis.words[token],
                    kind="surname",
                    modifiers=tokens(analysis.words[token]),
                    object="stranger",
                    near=(found[0].surname,),
                )
            )
    return rows


def _bearers(draft: Draft, people: Sequence[Mention], anybody: Sequence[Mention]) -> Iterator[_Bearer]:
    """Those whose surname stands in one full name of the text and nowhere else."""
    text = draft.analysis.text
    seen: dict[str, set[str]] = {}
    first: dict[str, _Bearer] = {}
    for mention in (*people, *anybody):
        words = tokens(text[mention.start : mention.end])
        if len(words) > 1 and len(words[-1]) >= SHORTEST:
            seen.setdefault(words[-1], set()).add(" ".join(words))
            person = mention.entity.kind == "person"
            one = _Bearer(mention, words[-1], person, False)
            if words[-1] not in first or mention.start < first[words[-1]].mention.start:
                first[words[-1]] = one
    for surname, one in first.items():
        if len(seen[surname]) == 1:
            yield msgspec.structs.replace(one, again=len(draft.places.get(surname, ())) > 1)


def _surname(draft: Draft, token: int) -> bool:
    """Is this one capitalised word that acts as a person does, and no name of another kind?"""
    analysis = draft.analysis
    word, low = analysis.words[token], analysis.lowers[token]
    number = analysis.sentence_at(analysis.starts[token])
    if len(word) < SHORTEST or not word.replace("'", "").replace("’", "").isalpha() or word.isupper() or number < 0:
        return False
    sentence = analysis.sentences[number]
    opening = token == sentence.first or analysis.tags[token - 1] == "QUOTE"
    if sentence.scope != "body" or word in known() or low in titles():
        return False
    if opening and (is_known(low) or low.endswith("s")):
        return False  # at the head of a sentence "Gamers" is no name
    if of_longer_name(draft, token, sentence.first, sentence.last) or is_time(draft, token):
        return False
    if low in verb_forms() and analysis.tags[token] != "PROPN":
        return False
    if not opening and analysis.tags[token - 1] in ("NOUN", "ADJ", "PROPN", "POSS"):
        return False  # "her brother Daniel": told who it is
    behind = token + 1
    if behind + 1 < sentence.last and analysis.tags[behind] == "POSS":
        return analysis.words[behind + 1][:1].islower()  # not "Grauman's Theatre"
    if token > sentence.first and analysis.lowers[token - 1] in (AGENTS | PLACING):
        return False  # a body, as often as not
    return _leads(draft, token) or acts(draft, token, sentence.first, sentence.last)


def _leads(draft: Draft, token: int) -> bool:
    return token > 0 and draft.analysis.lowers[token - 1] in LEADING


def _tells(draft: Draft, token: int) -> bool:
    """Is the word the subject of a finite verb, or does somebody work "under" it?"""
    sentence = draft.analysis.sentences[draft.analysis.sentence_at(draft.analysis.starts[token])]
    return _leads(draft, token) or verb_behind(draft, token + 1, sentence.last) is not None


def _may_mean(draft: Draft, token: int, bearer: _Bearer, bearers: Sequence[_Bearer]) -> bool:
    """May the word at `token` be a slip for this surname?"""
    low = draft.analysis.lowers[token]
    number = draft.analysis.sentence_at(draft.analysis.starts[token])
    behind = number - bearer.mention.sentence
    if low[0] != bearer.surname[0] or draft.analysis.starts[token] < bearer.mention.end or behind < 1:
        return False
    if not bearer.person or near_second(low, bearer.surname):
        return False  # told as a spelling
    if low.startswith(bearer.surname) or bearer.surname.startswith(low):
        return False  # Orlov and Orlova, the Dansks
    if longest(low, bearer.surname) >= ALIKE * max(len(low), len(bearer.surname)):
        return behind <= LIKE_REACH and not (bearer.again and len(draft.places[low]) > 1)
    alone = all(one.surname == bearer.surname for one in bearers if abs(one.mention.sentence - number) <= BARE_REACH)
    once = len(draft.places[low]) < OFTEN and not low.endswith("people")
    return once and not is_known(low) and _tells(draft, token) and alone and not bearer.again and behind <= BARE_REACH


def _anew(draft: Draft, token: int) -> bool:
    """Does "Mr Hobbs" begin its clause, with no word before it that tells who he is: not "her deputy, Mr Hobbs"?"""
    analysis = draft.analysis
    first = analysis.sentences[analysis.sentence_at(analysis.starts[token])].first
    at = token - 1
    while at >= first and (analysis.words[at] == "." or analysis.lowers[at].rstrip(".") in ADDRESS):
        at -= 1
    if at > first and analysis.words[at] == ",":
        at -= 1
    return at < first or analysis.tags[at] not in ("NOUN", "ADJ", "PROPN", "CONJ", "POSS")


def _only(draft: Draft, token: int, bearer: _Bearer, bearers: Sequence[_Bearer]) -> bool:
    """Is this the one person that the text has introduced, right before, and never names again?"""
    low = draft.analysis.lowers[token]
    behind = draft.analysis.sentence_at(draft.analysis.starts[token]) - bearer.mention.sentence
    if near_second(low, bearer.surname) or low.startswith(bearer.surname) or bearer.surname.startswith(low):
        return False  # told as a spelling, or of one family
    once = len(draft.places[low]) < OFTEN and not bearer.again and bearer.person
    return once and len({one.surname for one in bearers}) == 1 and 1 <= behind <= BARE_REACH and len(low) >= SHORTEST
