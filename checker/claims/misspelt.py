"""Second references one slip away from the one name they can stand for: "Danzk said" of Petr Dansk.

A surname that no title and no given name announces is no entity.  It is read here where it does what a person does, is
no word or name that is known otherwise, and stands beside the name it resembles in no sentence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from checker.claims.draft import Draft
from checker.claims.names import Mention
from checker.claims.sameness.spelling import near_second, tokens
from checker.claims.words import POSSESSIVES
from checker.entities.gazetteer import common_words, first_names, heads, known, titles
from checker.language.frequency import zipf
from checker.language.morphology import singular, verb_class, verb_forms
from checker.language.parts import VerbGroup
from checker.records import Claim

LONG = 6  # letters of a surname in which two may have changed places
SHORTEST = 4  # letters of a surname; shorter ones are near too many words
AGENTS = frozenset(("by", "from", "against", "with"))  # a person behind them, or a body; no place
PLACING = frozenset(("in", "at", "near", "the", "a", "an", "into", "outside", "around", "this", "that", "these"))
JOINING = frozenset(("and", "&", "or", "-", "–", "/"))


def misspelt(draft: Draft, people: Sequence[Mention]) -> list[Claim]:
    """Aspect name, kind surname, object "agent": one claim for each such print, subject whom it may stand for."""
    analysis = draft.analysis
    bearers: dict[str, dict[str, Mention]] = defaultdict(dict)
    introduced: set[str] = set()
    for mention in people:
        words = tokens(analysis.text[mention.start : mention.end])
        introduced.update(words)
        if len(words) > 1 and len(words[-1]) >= SHORTEST:
            bearers[words[-1]].setdefault(" ".join(words), mention)
    by_letter: dict[str, list[str]] = defaultdict(list)
    for surname in bearers:
        by_letter[surname[0]].append(surname)
    initials = {letter.upper() for letter in by_letter}
    found: dict[str, list[int]] = defaultdict(list)
    for token in [token for token, word in enumerate(analysis.words) if word[0] in initials]:
        word = analysis.words[token]
        if len(word) < SHORTEST or not word[1:].islower():
            continue
        low = analysis.lowers[token]
        if low not in introduced and any(near_second(low, one) for one in by_letter[low[0]]):
            found[low].append(token)
    rows = []
    for low, places in found.items():
        near = [one for one in by_letter[low[0]] if near_second(low, one)]
        if len(near) != 1 or len(bearers[near[0]]) != 1 or is_known(low):
            continue
        (bearer,) = bearers[near[0]].values()
        # two letters that changed places in a long and unknown word: it need do nothing to be the name
        turned = len(low) >= LONG and low not in zipf() and sorted(low) == sorted(near[0])
        row = _row(draft, bearer, near[0], places, turned)
        if row is not None:
            rows.append(row)
    return rows


def _row(draft: Draft, bearer: Mention, surname: str, places: Sequence[int], turned: bool) -> Claim | None:
    """The first place where the word is a person, when it is nowhere anything else; one that is the surname with two
    letters `turned` need not do what people do."""
    analysis = draft.analysis
    lowers = analysis.lowers
    person = None
    for token in places:
        number = analysis.sentence_at(analysis.starts[token])
        if number < 0:
            return None
        sentence = analysis.sentences[number]
        if sentence.scope == "furniture":
            continue
        if surname in lowers[sentence.first : sentence.last]:
            return None  # the text keeps the two apart
        if of_longer_name(draft, token, sentence.first, sentence.last):
            return None
        if token > sentence.first and lowers[token - 1] in PLACING:
            return None
        if (
            person is None
            and analysis.starts[token] > bearer.end
            and (turned or acts(draft, token, sentence.first, sentence.last))
        ):
            person = token
    if person is None:
        return None
    start, end = analysis.starts[person], analysis.ends[person]
    return draft.claim(
        "name",
        start,
        end,
        subject=bearer.entity.id,
        wording=analysis.words[person],
        kind="surname",
        modifiers=tokens(analysis.words[person]),
        object="agent",
    )


def of_longer_name(draft: Draft, token: int, first: int, last: int) -> bool:
    """Does the word stand in a name of several words, or is it a thing of another kind?"""
    analysis = draft.analysis
    named = draft.names.entities_in(analysis.starts[token], analysis.ends[token])
    if any(e.kind not in ("person", "name") or " " in e.text for e in named):
        return True
    behind = analysis.words[token + 1] if token + 1 < last else ""
    if behind[:1].isupper():
        return True
    if token == first:
        return False
    before = analysis.words[token - 1]
    if before[:1].isupper() and token - 1 > first and analysis.lowers[token - 1] not in titles():
        return True
    return before[:1].isupper() and before in first_names()


def acts(draft: Draft, token: int, first: int, last: int) -> bool:
    """Does the word do what people do, or have done to them what is done to people?"""
    analysis = draft.analysis
    if speaks(draft, token, first, last) or _described(draft, token + 1, last):
        return True
    if token + 2 < last and analysis.lowers[token + 1] in POSSESSIVES and analysis.tags[token + 1] == "POSS":
        return True
    if token > first and analysis.lowers[token - 1] in AGENTS:
        return True
    if token > first and analysis.lowers[token - 1] in JOINING:
        return False  # one of several
    return verb_behind(draft, token + 1, last) is not None


def _described(draft: Draft, behind: int, last: int) -> bool:
    """ "Danzk, 41, said", "Danzk, who"."""
    analysis = draft.analysis
    if behind + 2 >= last or analysis.words[behind] != ",":
        return False
    aged = analysis.words[behind + 1].isdigit() and analysis.words[behind + 2] == ","
    return aged or analysis.lowers[behind + 1] == "who"


def speaks(draft: Draft, token: int, first: int, last: int) -> bool:
    """ "Danzk said", "said Danzk"."""
    said = verb_behind(draft, token + 1, last)
    before = draft.analysis.verb_at.get(token - 1) if token > first else None
    return any(group is not None and verb_class(group.lemma) == "say" for group in (said, before))


def verb_behind(draft: Draft, behind: int, last: int) -> VerbGroup | None:
    """The finite verb that begins here, behind adverbs."""
    analysis = draft.analysis
    while behind < last and analysis.tags[behind] in ("ADV", "NEG"):
        behind += 1
    group = analysis.verb_at.get(behind)
    return group if group is not None and group.finite and group.first == behind else None


@cache
def is_known(word: str) -> bool:
    """Is a folded word a word of English, or a name of another kind that the tables know?"""
    title = word.capitalize()
    return (
        word in common_words()
        or (singular(word) != word and (singular(word) in common_words() or singular(word) in zipf()))
        or word in verb_forms()
        or word in titles()
        or word in heads()
        or title in known()
        or title in first_names()
    )
