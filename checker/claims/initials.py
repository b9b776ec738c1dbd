"""Abbreviations that the text introduces in brackets, and the initials of what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, partial

import msgspec

from checker import patterns
from checker.claims.draft import Draft
from checker.claims.sameness.spelling import distance
from checker.language.frequency import zipf
from checker.language.lexicon import table, word_class
from checker.language.morphology import singular
from checker.records import Claim

SHORT = r"(?:[A-Z]\.?){3,6}"
# "(NFA)", "(the NFA)", "("NFA")"; ", or NFA,", ", known as the NFA,"
BEHIND = patterns.compile(
    rf"\((?<=[\w’'] \()(?:the )?[\"“'‘]?({SHORT})s?[\"”'’]?\)"
    rf"|, (?:or|known as|abbreviated as|abbreviated to|known by its initials)(?: the)? ({SHORT})s?(?=[,.])"
)
# "the NFA, the National Flood Agency,"
APPOSED = patterns.compile(rf"\b({SHORT}), (the [A-Z][^,;()\n.]{{8,80}})[,.]")
BEFORE = patterns.compile(rf"\b({SHORT})s? \(((?:the )?[A-Z][^()\n]{{8,90}})\)")
WORD = patterns.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*|&")
STOP = patterns.compile(r"[.,;:()\"“”–—\d]")  # none of these stands inside a term
REACH = 100  # characters before a bracket in which the name stands
STRANGE = patterns.compile(r"[^\W\d_](?:[^\w\s’'&,-]|, )")  # what does not stand inside a name


class Introduced(msgspec.Struct, frozen=True):
    """An abbreviation with its name: where both stand, its letters, and the initials that come nearest to them."""

    start: int
    end: int
    letters: str
    initials: str
    name: str


words = partial(word_class, "initials")


def initial_claims(draft: Draft) -> list[Claim]:
    """Aspect initials: wording is the abbreviation, object the initials of its name, counted_text the name; and where
    the text later turns two letters of a known abbreviation round, that print of it."""
    rows = []
    found_here = list(introduced(draft))
    for found in (*found_here, *_turned(draft, found_here), *_unannounced(draft, found_here)):
        if draft.telling(found.start) is not None:
            rows.append(
                draft.claim(
                    "initials",
                    found.start,
                    found.end,
                    wording=found.letters,
                    object=found.initials,
                    counted_text=found.name,
                )
            )
    return rows


def introduced(draft: Draft) -> Iterator[Introduced]:
    """Every abbreviation that fits its name, or that one slip parts from it; the others are of another language."""
    text = draft.analysis.text
    if "(" not in text and ", or " not in text and "known " not in text and ", the " not in text:
        return
    for match in BEHIND.finditer(text):
        line = text.rfind("\n", 0, match.start()) + 1
        first = max(line, match.start() - REACH)
        yield from _read(draft, match, first, match.start())
    for match in (*BEFORE.finditer(text), *APPOSED.finditer(text)):
        yield from _read(draft, match, *match.span(2), whole=True)


def _turned(draft: Draft, known: Sequence[Introduced]) -> Iterator[Introduced]:
    """ "The Civil Aviation Board (CAB) ... the CBA said": a later print with two letters turned round, where no name
    gives it another meaning."""
    text = draft.analysis.text
    for one in known:
        if one.letters != one.initials or len(one.letters) < LEAST_TERM:
            continue
        for match in patterns.compile(rf"\b[{one.letters}]{{{len(one.letters)}}}\b").finditer(text, one.end):
            other = match[0]
            swapped = sorted(other) == sorted(one.letters) and distance(other, one.letters, 1) == 1
            if swapped and all(other not in (row.letters, row.initials) for row in known) and not is_known(other):
                yield Introduced(*match.span(), other, one.letters, one.name)
                break


LONE = patterns.compile(r"\b[A-Z]{3,6}\b")
LONG_NAME = patterns.compile(r"\b(?:[A-Z][a-z]+ )(?:(?:[A-Z][a-z]+|of|for|and|the|in|on) ){1,7}[A-Z][a-z]+")


def _unannounced(draft: Draft, known: Sequence[Introduced]) -> Iterator[Introduced]:
    """ "The National Fraud Office ... an NOF team": the initials of the one name of a body before, two of them turned
    round, that stand for nothing else."""
    text = draft.analysis.text
    printed = {match[0]: match for match in reversed(list(LONE.finditer(text)))}
    taken = {word for one in known for word in (one.letters, one.initials)}
    lone = {word: match for word, match in printed.items() if word not in taken and not is_known(word)}
    if not lone:
        return
    names = [(match, match[0].split()) for match in LONG_NAME.finditer(text)]
    for word, match in lone.items():
        near = {
            initials: (place, name)
            for place, name in names
            for initials in _initials(name)
            if sorted(initials) == sorted(word) and place.start() < match.start()
        }
        fitting = any(fits(word, name) for _, name in names)
        if len(near) != 1 or fitting:
            continue
        initials, (place, name) = near.popitem()
        body = not bodies().isdisjoint(part.lower() for part in name)
        if initials not in printed and distance(word, initials, 1) == 1 and body and _slip(draft, word, initials, name):
            beside = draft.analysis.sentence_at(match.start()) - draft.analysis.sentence_at(place.start()) <= 1
            yield Introduced((place if beside else match).start(), match.end(), word, initials, " ".join(name))


@cache
def bodies() -> frozenset[str]:
    """ "Agency", "office": what the names of bodies end in."""
    return frozenset(row["word"] for row in table("organisation_head"))


@cache
def is_known(letters: str) -> bool:
    """Is an abbreviation that of a body in our tables?"""
    return letters.lower() in {word.lower() for row in table("organisation") for word in row.values()}


def _read(draft: Draft, match: re.Match[str], first: int, last: int, whole: bool = False) -> Iterator[Introduced]:
    """What an abbreviation stands for, in the text from `first` to `last`: the name that ends there, or the `whole`."""
    text = draft.analysis.text
    number = match.lastindex if not whole and match.lastindex else 1
    letters = match[number].replace(".", "")
    names = [WORD.findall(text, first, last)] if whole else list(_names(text[first:last]))
    if whole and not all(_named(word) for word in names[0]):
        return
    found = _nearest(draft, letters, names) or (None if whole else _term(letters, text[first:last]))
    if found is None:
        return
    initials, name = found
    place = first if whole else _place(text, name, first, last)
    start, end = min(place, match.start(number)), max(last, match.end(number))
    yield Introduced(start, end, letters, initials, " ".join(name))


def _nearest(draft: Draft, letters: str, names: Sequence[Sequence[str]]) -> tuple[str, Sequence[str]] | None:
    """The name that the letters stand for, with its initials: they fit, or one slip parts them."""
    near = [(one, name) for name in names for one in _initials(name) if len(one) == len(letters)]
    slips = [(one, name) for one, name in near if distance(letters.lower(), one.lower(), 1) == 1]
    fitting = next((name for name in names if fits(letters, name)), None)
    for one, name in slips:
        # an exchange nearly always fits letters inside the words
        exchanged = sorted(one.lower()) == sorted(letters.lower())
        if (exchanged or fitting is None) and _slip(draft, letters, one, name):
            return one, name
    return None if fitting is None else (letters, fitting)


def _place(text: str, name: Sequence[str], first: int, last: int) -> int:
    """Where the words begin that end at `last`."""
    found = [match.start() for match in WORD.finditer(text, first, last)]
    return found[-len(name)] if len(found) >= len(name) else first


LEAST_TERM = 3  # words


def _term(letters: str, before: str) -> tuple[str, list[str]] | None:
    """The term in small letters before an abbreviation that has its initials in another order: no language writes
    "blood alcohol level" as BLA."""
    words_before = WORD.findall(before, max((m.end() for m in STOP.finditer(before)), default=0))
    for small in (False, True):  # "for" and "of" give a letter, or none
        kept = [word for word in words_before if small or word.lower() not in words("skipped")][-len(letters) :]
        heads = "".join(word[0].upper() for word in kept)
        told = [word for word in kept if word.lower() not in words("skipped")]
        plain = len(heads) == len(letters) >= LEAST_TERM and 2 * sum(word[0].islower() for word in told) > len(told)
        if plain and heads != letters and distance(heads, letters, 1) == 1 and sorted(heads) == sorted(letters):
            return heads, kept
    return None


def _named(word: str) -> bool:
    return word[0].isupper() or word in words("skipped")


def _names(before: str) -> Iterator[list[str]]:
    """The names that may end where `before` ends: the run of capitalised and small words there, longest first."""
    cut = max((m.end() for m in STRANGE.finditer(before)), default=0)
    run: list[str] = []
    for word in reversed(WORD.findall(before, cut)):
        if not _named(word):
            break
        run.insert(0, word)
    for first, word in enumerate(run):
        if word[0].isupper() and len(run) - first > 1:
            yield run[first:]


def fits(letters: str, name: Sequence[str]) -> bool:
    """Are the letters initials of the name's words in order, or, where every word gives one, letters in them too?"""
    return _reached(letters.lower(), name, inside=False) or _reached(letters.lower(), name, inside=True)


def _reached(letters: str, name: Sequence[str], inside: bool) -> bool:
    """Letter by letter: `inside`, a word may give further letters, but only small words are left out; else any are."""
    heads = [word[0].lower() if word != "&" else "a" for word in name]
    if letters[:1] != heads[0]:
        return False
    after = {(0, 1)}  # the word that gave the last letter, and how much of it is used
    for letter in letters[1:]:
        before, after = after, set()
        for number, used in before:
            rest = name[number].lower().find(letter, used) if inside else -1
            if rest >= 0:
                after.add((number, rest + 1))
            for ahead in range(number + 1, len(name)):
                if heads[ahead] == letter:
                    after.add((ahead, 1))
                if inside and name[ahead][0].isupper():
                    break
    small = words("skipped")
    return any(not inside or all(word in small for word in name[number + 1 :]) for number, _ in after)


def _initials(name: Sequence[str]) -> list[str]:
    """The initials of the capitalised words, and of all words."""
    capitals = "".join(word[0] for word in name if word[0].isupper())
    whole = "".join(word[0].upper() for word in name if word != "&")
    return [capitals] if capitals == whole else [capitals, whole]


def _slip(draft: Draft, letters: str, near: str, name: Sequence[str]) -> bool:
    """Is the difference a slip, not the abbreviation of another language?  The right one stands elsewhere in the text;
    or the wrong one stands nowhere else, and the name is of plain English words."""
    text = draft.analysis.text
    if re.search(rf"\b{re.escape(near)}\b", text):
        return True
    if len(re.findall(rf"\b{re.escape(letters)}\b", text)) > 1:
        return False
    lowers = [word.lower().replace("’", "'").removesuffix("'s").rstrip("'") for word in name]
    chance = len(letters) < LONG or sorted(letters) == sorted(near)  # all letters but one are no other language's
    if chance and not words("translated").isdisjoint(lowers) and not _parted(letters, near, name):
        return False
    if not all(low in zipf() or singular(low) in zipf() for low in lowers):
        return False
    place = text.find(" ".join(name))
    inside = draft.names.entities_in(place, place + len(" ".join(name))) if place >= 0 else ()
    return not any(
        entity.kind in ("country", "demonym", "place", "person") and entity.id not in words("english")
        for entity in inside
    )


LONG = 4  # letters of an abbreviation that is hardly like another by chance


def _parted(letters: str, near: str, name: Sequence[str]) -> bool:
    """Do the two letters that changed places belong to words with a small one between them?  Another language turns
    "National Front" round, not what stands before "for" and behind it."""
    if sorted(letters) != sorted(near):
        return False
    place = next(n for n, (one, other) in enumerate(zip(letters, near, strict=True)) if one != other)
    giving = [n for n, word in enumerate(name) if len(near) == len(name) or word[0].isupper()]
    return place + 1 < len(giving) and giving[place + 1] > giving[place] + 1
