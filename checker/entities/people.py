"""Who is who: full names, second references, transliterations and near spellings of one document."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from checker.entities.gazetteer import first_names, slug, spelling, titles, word_class
from checker.entities.model import Mention, Name
from checker.entities.names import PARTICLES, SUFFIXES
from checker.language import Analysis

LIMITING = word_class("limiting")
MOST_ALIKE = 20  # people of one surname that are compared
MIN_NEAR = 4  # letters a word needs before one letter more or less can be a slip


def name_words(analysis: Analysis, mention: Mention) -> tuple[str, ...]:
    if mention.last - mention.first == 1:
        return (analysis.words[mention.first],)
    return tuple(word for word in analysis.words[mention.first : mention.last] if word != ".")


@cache
def keys(words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """Normalised name words (hyphens split), initials in the middle, and suffix of a name."""
    found: list[str] = []
    initials: list[str] = []
    suffix = ""
    for place, word in enumerate(words):
        if word in SUFFIXES:
            suffix = word.rstrip(".").lower()
        elif len(word.rstrip(".")) == 1 and 0 < place < len(words) - 1:
            initials.append(word[0].lower())
        else:
            found.extend(spelling(part) for part in word.replace("‐", "-").replace("‑", "-").split("-") if part)
    return tuple(found), tuple(initials), suffix


def gather(analysis: Analysis, mentions: list[Mention]) -> list[Name]:
    """The people that are named in full somewhere in the document."""
    people: list[Name] = []
    by_end: dict[tuple[str, str], list[Name]] = {}
    for mention in mentions:
        if mention.kind != "person" or mention.last - mention.first < 2:
            continue
        words = name_words(analysis, mention)
        parts, initials, suffix = keys(words)
        if len(parts) < 2:
            continue
        person = next((p for p in by_end.get((parts[0], parts[-1]), ()) if _same(p, parts, initials, suffix)), None)
        if person is None:
            person = Name(words, parts, initials, suffix, _gender(words, mention))
            people.append(person)
            by_end.setdefault((parts[0], parts[-1]), []).append(person)
        elif len(initials) > len(person.initials):
            person.initials = initials
        _learn(person, mention)
    _near(people)
    _number(people)
    return people


def _same(person: Name, parts: tuple[str, ...], initials: tuple[str, ...], suffix: str) -> bool:
    """Same first and last name: nothing between them may differ."""
    if person.suffix != suffix:
        return False
    if person.initials and initials and person.initials != initials:
        return False
    middle, other = person.keys[1:-1], parts[1:-1]
    if middle == other:
        return True
    # "Hillary Rodham Clinton" is Hillary Clinton; of "Kim Jong Un" nothing can be left out
    return not (middle and other) and person.words[0] in first_names() and len(person.words[0]) > 3


@cache
def _modifiers() -> frozenset[str]:
    return frozenset(word for word, row in titles().items() if row.kind == "modifier") | {"vice", "deputy"}


def title_keys(phrase: Sequence[str]) -> set[str]:
    """Under what a title is looked up: "foreign minister" also as "minister"; a vice president is no president."""
    words = [word for word in phrase if word in titles()]
    if not words:
        return set()
    tail = words[-1:]
    while len(tail) < len(words) and words[-len(tail) - 1] in _modifiers():
        tail.insert(0, words[-len(tail) - 1])
    found = {" ".join(tail)}
    if LIMITING.isdisjoint(tail):
        found.add(tail[-1])
    return found


def _learn(person: Name, mention: Mention) -> None:
    if mention.title_head:
        person.titles |= title_keys(mention.title.split() or [mention.title_head])
        person.gender = person.gender or titles()[mention.title_head].gender
    if mention.party and not person.party:
        person.party = mention.party


def _gender(words: tuple[str, ...], mention: Mention) -> str:
    if mention.title_head and titles()[mention.title_head].gender:
        return titles()[mention.title_head].gender
    return first_names().get(words[0], ("", False))[0]


def _near(people: list[Name]) -> None:
    """One person in two spellings: all words equal but one, and that one letter apart."""
    alike: dict[tuple[object, ...], list[Name]] = {}  # names that share all words but the one at a place
    for person in people:
        size = len(person.keys)
        for place in range(size):
            rest = person.keys[:place] + person.keys[place + 1 :]
            group = alike.setdefault((size, place, person.suffix, rest), [])
            for other in group[:MOST_ALIKE]:
                pair = other.keys[place], person.keys[place]
                if pair[0] != pair[1] and near(*pair) and not _both_given(other, person, pair):
                    person.keys = other.keys
                    break
            group.append(person)


def _both_given(a: Name, b: Name, pair: tuple[str, str]) -> bool:
    """ "Joan" and "John" are two given names, so two people; surnames one letter apart are a slip."""
    if pair[0] != a.keys[0]:
        return False
    return a.words[0] in first_names() and b.words[0] in first_names()


@cache
def near(a: str, b: str) -> bool:
    """One letter added, left out, replaced, or two neighbours swapped; long enough words only."""
    if min(len(a), len(b)) < MIN_NEAR or abs(len(a) - len(b)) > 1 or a[0] != b[0]:
        return False
    if len(a) > len(b):
        a, b = b, a
    k = 0
    while k < len(a) and a[k] == b[k]:
        k += 1
    if len(a) < len(b):
        return a[k:] == b[k + 1 :]
    return a[k + 1 :] == b[k + 1 :] or (a[k : k + 2] == b[k : k + 2][::-1] and a[k + 2 :] == b[k + 2 :])


def _number(people: list[Name]) -> None:
    """Stable ids: the normalised name; initials only where they tell two people of one text apart."""
    groups: dict[tuple[tuple[str, ...], str], list[Name]] = {}
    for person in people:
        groups.setdefault((person.keys, person.suffix), []).append(person)
    for (parts, suffix), group in groups.items():
        apart = len({person.initials for person in group if person.initials}) > 1
        for person in group:
            middle = person.initials if apart else ()
            person.id = "person:" + slug(" ".join((parts[0], *middle, *parts[1:], suffix)))
            person.name = " ".join(group[0].words)


class Index:
    """Which person a short mention stands for."""

    def __init__(self, people: list[Name]) -> None:
        self.surname: dict[str, list[Name]] = {}
        self.given: dict[str, list[Name]] = {}
        self.letters: dict[str, set[str]] = {}  # first letter → surnames
        self.people = people
        self.ends: dict[tuple[str, str], Name] = {}  # first and last word as printed
        for person in people:
            if person.words[0] in first_names():
                self.ends.setdefault((person.words[0], person.words[-1]), person)
        self.others: set[str] = set()
        for person in people:
            self._add(person)

    def _add(self, person: Name) -> None:
        self.letters.setdefault(person.keys[-1][:1], set()).add(person.keys[-1])
        for last in {person.keys[-1], *keys(person.words)[0][-1:]}:  # of two spellings both
            self.surname.setdefault(last, []).append(person)
        if len(person.keys) > 1:
            self.surname.setdefault(" ".join(person.keys), []).append(person)
        for tail in range(1, len(person.keys) - 1):  # "van Dyke", "Garcia Marquez", "Lewis-Francis"
            self.surname.setdefault(" ".join(person.keys[tail:]), []).append(person)
        if len(person.keys) > 1:
            self.given.setdefault(person.keys[0], []).append(person)

    def add(self, words: tuple[str, ...], mention: Mention, *, apart: bool) -> Name:
        """A person whose first name the text does not give ("Mr Smith")."""
        parts, initials, suffix = keys(words)
        gender = titles()[mention.title_head].gender if mention.title_head else ""
        prefix = f"{mention.title_head}-" if apart and mention.title_head else ""
        person = Name(words, parts, initials, suffix, gender)
        person.id = "person:" + prefix + slug(" ".join((*parts, suffix)))
        person.name = " ".join(words)
        _learn(person, mention)
        self.people.append(person)
        self._add(person)
        return person

    def knows_not(self, word: str) -> bool:
        """Is a single word no surname and no first name of anybody here?"""
        if "-" in word or word[-1] == ".":
            return False
        key = spelling(word)
        return key not in self.surname and key not in self.given and bool(key)

    def find(self, words: tuple[str, ...], mention: Mention) -> tuple[Name | None, bool]:
        """The one person a short name can stand for, and whether there was any candidate at all."""
        parts, _, suffix = keys(words)
        if not parts:
            return None, False
        key = " ".join(part for part in parts if part not in PARTICLES) if len(parts) > 1 else parts[0]
        found = self.surname.get(" ".join(parts)) or self.surname.get(key)
        if not found:
            found = [p for p in self.given.get(parts[0], ()) if len(parts) == 1 and self._by_given(p, mention)]
        if not found:
            return None, False
        if not mention.title_head and " ".join(parts) in self.others:
            return None, True
        gender = titles()[mention.title_head].gender if mention.title_head else ""
        fit = [
            p for p in found if not (gender and p.gender and p.gender != gender) and (not suffix or p.suffix == suffix)
        ]
        if len({p.id for p in fit}) > 1 and mention.title_head and titles()[mention.title_head].kind != "courtesy":
            phrase = " ".join(mention.title.split())
            titled = [p for p in fit if phrase in p.titles] or [p for p in fit if mention.title_head in p.titles]
            fit = titled if len({p.id for p in titled}) == 1 else fit
        ids = {p.id for p in fit}
        return (fit[0] if len(ids) == 1 else None), True

    @staticmethod
    def _by_given(person: Name, mention: Mention) -> bool:
        """ "Yoon" for Yoon Suk Yeol; "Sir Alex" for Alex Ferguson; "Hillary" for Hillary Clinton."""
        if person.words[0] not in first_names() or len(person.keys) > 2:
            return True
        return not mention.title_head or mention.title_head in (
            "sir",
            "dame",
            "lady",
            "lord",
            "king",
            "queen",
            "prince",
            "princess",
        )

    def slip(self, words: tuple[str, ...]) -> Name | None:
        """The one person of whose surname a titled single name is a near spelling ("Ms Ruis" for Ana Ruiz)."""
        if len(words) != 1:
            return None
        part = keys(words)[0]
        if len(part) != 1 or len(part[0]) < MIN_NEAR:
            return None
        alike = [surname for surname in self.letters.get(part[0][0], ()) if near(surname, part[0])]
        found = {p.id: p for surname in alike for p in self.surname[surname]}
        return next(iter(found.values())) if len(found) == 1 else None
