"""When two claims about people speak of one person: spellings of a name, ages, roles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations

from checker.claims.rarity import shared, total
from checker.claims.sameness.common import one_sentence
from checker.claims.sameness.pairing import Pairing, ordered, telling
from checker.claims.sameness.spelling import (
    folded,
    letters,
    near_second,
    near_surname,
    resembles,
    sound,
    spelt_twice,
    tokens,
)
from checker.entities.gazetteer import transliterated
from checker.language.lexicon import items, table
from checker.records import Claim, key_of

CONFIDENCE = {
    "joining": 0.9,
    "transliteration": 0.9,
    "surname": 0.8,
    "slip": 0.7,
    "given name": 0.75,
    "second reference": 0.65,
    "one bearer": 0.6,
    "titled": 0.55,
    "stranger": 0.6,
}
STRANGERS = 0.15  # less sure across documents: two articles may name two people
MANY = 400  # pairs of one pair of spellings that are all worth a row; beyond, each claim is held against one


def pairs(claims: Sequence[Claim]) -> Iterator[Pairing]:
    """Pairs of claims of one aspect: name, age or role."""
    by_aspect: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=key_of):
        by_aspect[claim.aspect].append(claim)
    yield from names(by_aspect["name"])
    yield from ages(by_aspect["age"])
    yield from roles(by_aspect["role"])


# ------------------------------------------------------------------------------------------------------ names


def names(claims: Sequence[Claim]) -> Iterator[Pairing]:
    """Two spellings of one name, and the same spelling in other documents where it has a rival."""
    full: dict[str, list[Claim]] = defaultdict(list)
    short: list[Claim] = []
    for claim in claims:
        if claim.kind == "full":
            full[claim.wording].append(claim)
        elif claim.object != "stranger":
            short.append(claim)
    rivals: set[str] = set()
    for one, other, how in variants(full):
        found = [pairing for a, b in crossed(full[one], full[other]) if (pairing := _two_spellings(a, b, how))]
        if found:
            rivals.update((one, other))
        yield from found
    for wording in sorted(rivals):
        for a, b in crossed(full[wording], full[wording]):
            if key_of(a) < key_of(b):
                yield Pairing(a, b, ("name",), (), (), 0.9)
    yield from _one_bearer([claim for group in full.values() for claim in group])
    yield from _second_references(short, claims)
    yield from _elsewhere(short, claims)
    yield from _titled(short, claims)
    yield from _strangers(claims)


def variants(names: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Pairs of different prints of one name, and how they differ; found by shared parts, never all with all."""
    seen: set[tuple[str, str]] = set()
    for group in _blocks(sorted(names)).values():
        for one, other in combinations(group, 2):
            if (one, other) in seen:
                continue
            seen.add((one, other))
            how = spelt_twice(one, other)
            if how:
                yield one, other, how


def _blocks(names: Sequence[str]) -> dict[Hashable, list[str]]:
    blocks: dict[Hashable, list[str]] = defaultdict(list)
    for name in names:
        words = tokens(name)
        keys: set[Hashable] = {letters(" ".join(words)), ("likely", *(transliterated(word) for word in words))}
        if len(words) > 1:
            keys.add(("given", words[:-1], words[-1][:1]))
            keys.add(("surname", len(words), words[1:], sound(words[0])[:1]))
            if len(words) > 2:
                keys.add(("ends", words[0], words[-1]))
        for one in keys:
            blocks[one].append(name)
    return blocks


def _two_spellings(a: Claim, b: Claim, how: str) -> Pairing | None:
    if how not in ("joining", "transliteration"):
        if letters(a.wording) in b.context or letters(b.wording) in a.context:
            return None  # named side by side: two people
        if _man_and_woman(a, b):
            return None
    if how == "slip" and a.document != b.document:
        return None
    confidence = CONFIDENCE[how]
    if how == "joining" and folded(a.wording) == folded(b.wording):
        confidence = 0.6  # only diacritics or capitals
    matched = ["person"] if a.subject == b.subject else []
    differ = {"joining": "spelling", "transliteration": "transliteration"}.get(
        how, f"spelling of the {'surname' if how == 'slip' else how}"
    )
    if a.document != b.document and a.subject != b.subject:
        confidence -= STRANGERS
    if how in ("surname", "slip", "joining", "transliteration"):
        matched.append("given name")
    if how in ("given name", "joining", "transliteration"):
        matched.append("surname")
    return Pairing(a, b, tuple(matched), (), (differ,), confidence)


def _man_and_woman(a: Claim, b: Claim) -> bool:
    """Do their titles say so?"""
    return {a.qualifier, b.qualifier} == {"m", "f"}


def _one_bearer(full: Sequence[Claim]) -> Iterator[Pairing]:
    """ "Mayor Ana Ruizo" in one article and "Ana Ruyzes, the mayor" in another, neither of which knows the other."""
    known: dict[int, set[str]] = defaultdict(set)  # words that only one bearer in the article has
    blocks: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in full:
        given, surname = claim.modifiers[0], claim.modifiers[-1]
        known[claim.document].update((surname, f"{given} {surname}"))
        if claim.near and len(claim.modifiers) > 1:
            blocks[claim.modifiers[:-1], surname[0]].append(claim)
            blocks[given[0], claim.modifiers[1:]].append(claim)
    for group in blocks.values():
        for a, b in combinations(group, 2):
            if a.document == b.document or _man_and_woman(a, b):
                continue
            if spelt_twice(a.wording, b.wording) not in ("", "slip"):
                continue  # found by its letters alone
            called = shared(a.near, b.near)
            part = "surname" if a.modifiers[-1] != b.modifiers[-1] else "given name"
            here, there = ((c.modifiers[-1 if part == "surname" else 0]) for c in (a, b))
            strangers = not known[b.document] & _only(a, part) and not known[a.document] & _only(b, part)
            if called and strangers and resembles(here, there):
                same = "given name" if part == "surname" else "surname"
                differ = (f"spelling of the {part}",)
                yield Pairing(a, b, (same, *telling(called)), (), differ, CONFIDENCE["one bearer"])


def _only(claim: Claim, part: str) -> set[str]:
    """What an article would print that knew this bearer too."""
    given, surname = claim.modifiers[0], claim.modifiers[-1]
    return {surname} if part == "surname" else {f"{given} {surname}"}


def _second_references(short: Sequence[Claim], claims: Sequence[Claim]) -> Iterator[Pairing]:
    """ "Ms Ruis" where the article has named one Ana Ruiz and no Ruis."""
    wanted = {claim.document for claim in short}
    full: dict[int, list[Claim]] = defaultdict(list)
    surnames: dict[int, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.document in wanted and claim.kind == "full":
            full[claim.document].append(claim)
            surnames[claim.document].update(claim.modifiers)
    for claim in short:
        word = claim.modifiers[-1]
        if word in surnames[claim.document]:
            continue
        near = near_second if claim.object == "agent" else near_surname
        alike = [
            other
            for other in full[claim.document]
            if near(word, other.modifiers[-1])
            and not _man_and_woman(claim, other)
            and letters(other.wording) not in claim.context
            and other.start < claim.start
        ]
        if len({other.modifiers for other in alike}) != 1:
            continue
        if not claim.object and len(word) < 6:
            continue  # without a title, a short word may be anything
        confidence = CONFIDENCE["second reference"] + (0.1 if claim.object else 0.0)
        yield Pairing(
            alike[0],
            claim,
            ("title",) if claim.object else (),
            ("given name",),
            ("spelling of the surname",),
            confidence,
        )


def _elsewhere(short: Sequence[Claim], claims: Sequence[Claim]) -> Iterator[Pairing]:
    """ "Mr Belsky" in one article and (Arkadiy) "Belskiy" in another: one surname from another script."""
    at_home = {(claim.document, claim.modifiers[-1]) for claim in claims if claim.kind == "full"}
    alone = [
        claim for claim in short if claim.object != "agent" and (claim.document, claim.modifiers[-1]) not in at_home
    ]
    likely = {transliterated(claim.modifiers[-1]) for claim in alone}
    of: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        surname = transliterated(claim.modifiers[-1])
        if surname in likely and len(surname) > 3:
            of[surname][claim.modifiers[-1]].append(claim)
    for spellings in of.values():
        for one, other in combinations(sorted(spellings), 2):
            for a, b in crossed(spellings[one], spellings[other]):
                if a.document != b.document and "surname" in (a.kind, b.kind):
                    yield Pairing(a, b, ("surname",), ("given name",), ("transliteration",), 0.65)


def _titled(short: Sequence[Claim], claims: Sequence[Claim]) -> Iterator[Pairing]:
    """ "Judge Ruizo" in one article and "Judge (Ana) Ruizoe" in another, neither of which knows the other."""
    known: dict[int, set[str]] = defaultdict(set)
    of: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        known[claim.document].update(claim.modifiers)
        for word in claim.near:
            of[word].append(claim)
    for a in short:
        for b in {key_of(other): other for word in a.near for other in of[word]}.values():
            here, there = a.modifiers[-1], b.modifiers[-1]
            if a.document == b.document or here in known[b.document] or there in known[a.document]:
                continue
            if near_second(here, there) and not _man_and_woman(a, b) and a.object != "agent":
                called = telling(shared(a.near, b.near))
                differ = ("spelling of the surname",)
                yield Pairing(a, b, called, ("given name",), differ, CONFIDENCE["titled"])


def _strangers(claims: Sequence[Claim]) -> Iterator[Pairing]:
    """ "Carrel said", where nobody but Linda Carrow was introduced, and she is not named again."""
    full = {(claim.document, claim.modifiers[-1]): claim for claim in reversed(claims) if claim.kind == "full"}
    for claim in claims:
        bearer = full.get((claim.document, claim.near[0])) if claim.object == "stranger" else None
        if bearer is not None:
            differ = ("surname",)
            yield Pairing(bearer, claim, ("first letter",), ("given name",), differ, CONFIDENCE["stranger"])


def crossed(left: Sequence[Claim], right: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Every claim of one with every claim of the other; when they are very many, each with one of the other's."""
    if len(left) * len(right) <= MANY:
        yield from ((a, b) for a in left for b in right)
        return
    yield from ((a, right[0]) for a in left)
    yield from ((left[0], b) for b in right[1:])


# --------------------------------------------------------------------------------------------- ages and roles

# How sure it is that two ages are of one time: now; at death; "was 44." (an obituary's, mostly); "the 44-year-old".
ONE_TIME = {
    ("now", "now"): 0.85,
    ("death", "death"): 0.85,
    ("death", "now"): 0.75,
    ("death", "was"): 0.75,
    ("was", "was"): 0.7,
    ("now", "the"): 0.6,
    ("death", "the"): 0.6,
    ("the", "the"): 0.6,
    ("then", "then"): 0.65,
}
DESCRIBED = 1.5  # weight of shared words from which somebody without a name is one
BIRTHDAY = 0.1  # less sure where two documents give ages a year apart, and again for each month between them


def ages(claims: Sequence[Claim]) -> Iterator[Pairing]:
    """Two ages of one person at one time."""
    of: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.subject:
            of[claim.subject].append(claim)
    for subject, group in of.items():
        if subject.startswith("someone:"):
            yield from _described(group)
            continue
        for a, b in _limited(group):
            confidence = ONE_TIME.get((a.qualifier, b.qualifier)) or ONE_TIME.get((b.qualifier, a.qualifier))
            if confidence is None or one_sentence(a, b):
                continue
            if a.qualifier == "then" and (a.predicate != b.predicate or not a.predicate or _apart_in_time(a, b)):
                continue
            if a.document != b.document and abs((a.value or 0) - (b.value or 0)) == 1:
                confidence -= BIRTHDAY * (1 + _months_between(a, b))
            yield Pairing(
                a, b, ("person", "time") if "the" not in (a.qualifier, b.qualifier) else ("person",), (), (), confidence
            )


def _described(group: Sequence[Claim]) -> Iterator[Pairing]:
    """Somebody without a name, to whom one thing happened: "a 61-year-old woman drowned", "the 16-year-old girl who
    drowned"; the only one of whom the article tells it."""
    told = Counter((claim.document, claim.predicate, claim.value) for claim in group)
    ages = Counter((document, predicate) for document, predicate, _ in told)
    for a, b in _limited(group):
        if a.predicate != b.predicate or (a.document == b.document and (a.sentence == b.sentence or not b.definite)):
            continue
        words = shared(a.context, b.context)
        single = a.document == b.document or max(ages[c.document, c.predicate] for c in (a, b)) == 1
        if single and total(words) >= DESCRIBED:
            sure = min(0.85, 0.5 + 0.05 * total(words))
            yield Pairing(a, b, ("predicate", *telling(words)), ("name",), (), sure)


def _months_between(a: Claim, b: Claim) -> float:
    if a.said_earliest is None or b.said_earliest is None:
        return 0.0
    return min(abs(a.said_earliest - b.said_earliest) / 30, 12.0)


def _apart_in_time(a: Claim, b: Claim) -> bool:
    if None in (a.event_earliest, a.event_latest, b.event_earliest, b.event_latest):
        return False
    return a.event_latest < b.event_earliest or b.event_latest < a.event_earliest  # type: ignore[operator]


def _limited(group: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """All pairs of a small group; of a large one, the first claim of each kind with all others."""
    if len(group) * len(group) <= 2 * MANY:
        yield from combinations(group, 2)
        return
    firsts: dict[Hashable, Claim] = {}
    for claim in group:
        firsts.setdefault((claim.value, claim.wording, claim.qualifier, claim.object), claim)
    chosen = {key_of(one) for one in firsts.values()}
    for one in firsts.values():
        for claim in group:
            if key_of(claim) != key_of(one) and (key_of(claim) not in chosen or key_of(one) < key_of(claim)):
                yield ordered(one, claim)


def roles(claims: Sequence[Claim]) -> Iterator[Pairing]:
    """Two posts of one person in one organisation that exclude each other."""
    of: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.subject and claim.kind:
            of[claim.subject, claim.kind].append(claim)
    for group in of.values():
        everywhere = {claim.object for claim in group if claim.object}
        both = {(one, other) for claim in group for one in claim.modifiers for other in claim.modifiers if one != other}
        for a, b in _limited(group):
            if one_sentence(a, b) or not exclusive(a, b, both):
                continue
            organisation = _same_organisation(a.object, b.object)
            if organisation is False or (organisation is None and len(everywhere) > 1):
                continue
            silent = () if organisation else ("organisation",)
            matched = ("person", "organisation") if organisation else ("person",)
            confidence = 0.8 if organisation else SILENT.get(a.kind, 0.55)
            if a.document != b.document:
                confidence -= 0.05
            yield Pairing(a, b, matched, silent, ("role",), confidence)


# How sure it is that two posts exclude each other when the text leaves the organisation out: a rank needs none, and a
# minister's country is mostly understood.
SILENT = {"rank": 0.75, "position": 0.75, "court": 0.75, "minister": 0.65, "state": 0.65}


def exclusive(a: Claim, b: Claim, both: set[tuple[str, str]]) -> bool:
    """Can one person not hold both posts?  Not when the text somewhere gives both, or one is part of the other."""
    for one in a.modifiers:
        for other in b.modifiers:
            x, y = set(one.split()), set(other.split())
            if x ^ y == {"deputy"}:
                continue
            if one in b.near or other in a.near:
                return False
            if x <= y or y <= x or (one, other) in both or other in beside(one) or one in beside(other):
                return False
    return True


@cache
def beside(post: str) -> frozenset[str]:
    """Posts that are often held with this one, or used for it."""
    return frozenset(other for row in table("role") if row["name"] == post for other in items(row["with"]))


def _same_organisation(one: str, other: str) -> bool | None:
    if not one or not other:
        return None
    a, b = set(one.split()), set(other.split())
    return a <= b or b <= a
