"""Abbreviations that the text introduces in brackets, and the initials of what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from checker import patterns
from checker.claims.draft import Draft
from checker.claims.rarity import zipf
from checker.claims.sameness.spelling import distance
from checker.language.lexicon import items, table
from checker.language.morphology import singular
from checker.records import Claim

SHORT = r"(?:[A-Z]\.?){3,6}"
BEHIND = patterns.compile(rf"\((?<=[\w’'] \()({SHORT})s?\)")
BEFORE = patterns.compile(rf"\b({SHORT})s? \(((?:the )?[A-Z][^()\n]{{8,90}})\)")
WORD = patterns.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*|&")
REACH = 100  # characters before a bracket in which the name stands
STRANGE = patterns.compile(r"[^\W\d_](?:[^\w\s’'&,-]|, )")  # what does not stand inside a name


class Introduced(msgspec.Struct, frozen=True):
    """An abbreviation with its name: where it stands, its letters, and the initials that come nearest to them."""

    start: int
    end: int
    letters: str
    initials: str
    name: str


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one class of initials.tsv."""
    return frozenset(word for row in table("initials") if row["class"] == kind for word in items(row["words"]))


def initial_claims(draft: Draft) -> list[Claim]:
    """Aspect initials: wording is the abbreviation, object the initials of its name, counted_text the name."""
    rows = []
    for found in introduced(draft):
        sentence = draft.analysis.sentence_at(found.start)
        if sentence >= 0 and draft.analysis.sentences[sentence].scope not in ("furniture", "correction"):
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
    if "(" not in text:
        return
    for match in BEHIND.finditer(text):
        before = text[max(0, match.start() - REACH) : match.start()].rpartition("\n")[2]
        yield from _read(draft, match, before)
    for match in BEFORE.finditer(text):
        yield from _read(draft, match, match[2], whole=True)


def _read(draft: Draft, match: re.Match[str], before: str, whole: bool = False) -> Iterator[Introduced]:
    letters = match[1].replace(".", "")
    names = [list(WORD.findall(before))] if whole else list(_names(before))
    if not names or (whole and not all(_named(word) for word in names[0])):
        return
    start, end = match.span(1)
    near = [(one, name) for name in names for one in _initials(name) if len(one) == len(letters)]
    slips = [(one, name) for one, name in near if distance(letters.lower(), one.lower(), 1) == 1]
    fitting = next((name for name in names if fits(letters, name)), None)
    for one, name in slips:
        # an exchange nearly always fits letters inside the words
        exchanged = sorted(one.lower()) == sorted(letters.lower())
        if (exchanged or fitting is None) and _slip(draft, letters, one, name):
            yield Introduced(start, end, letters, one, " ".join(name))
            return
    if fitting is not None:
        yield Introduced(start, end, letters, letters, " ".join(fitting))


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
    if not words("translated").isdisjoint(lowers):
        return False
    if not all(low in zipf() or singular(low) in zipf() for low in lowers):
        return False
    place = text.find(" ".join(name))
    inside = draft.names.entities_in(place, place + len(" ".join(name))) if place >= 0 else ()
    return not any(entity.kind in ("country", "demonym", "place", "person") for entity in inside)
