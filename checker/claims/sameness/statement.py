"""When two statements without figures are one proposition: same predicate, theme and actor, and the words around.

Only groups in which something can disagree are paired: a stance (a denial, a refusal to confirm), both polarities, or
what the article tells as a fact and, elsewhere, as somebody's word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from checker.claims.nouns import kind_of, noun_classes
from checker.claims.rarity import NAME, shared, total
from checker.claims.sameness import facet, plea
from checker.claims.sameness.common import at_two_places, nested, on_two_days, one_sentence, same_id
from checker.claims.sameness.pairing import Pairing, telling
from checker.records import Claim

TOLD = 0.5
DEED = 0.6
STANCE_BASE = 0.4  # predicate and theme match, and one of the two is a denial or the like that points at it
POINTED_BASE = 0.55  # and it points at what stands just before
PLAIN_BASE = 0.1
ENTAILED_BASE = 0.4  # every word of the negated sentence stands in the other
PLACES = ("place:", "country:")
ONE_KIND = frozenset(("soldier", "person", "vessel"))  # classes whose nouns stand for each other: troops and soldiers
OWNED = frozenset(("have",))  # what one has not another may have
PEOPLE = ("person:", "name:")
TOP = 4  # sentences of an article that tell of its own event
BESIDE = 3  # sentences over which one carries on from another
BESIDE_LEAST = 0.6
SPARING = frozenset(("narrow", "other"))  # negations that leave the event itself standing
RETOLD_BASE = 0.45
RETOLD_WORDS = 0.08  # for each rare word
RETOLD_SHARE = 0.65  # of the weight of the shorter statement's words
RETOLD_LEAST = 1.5
LARGEST_GROUP = 200  # statements of one predicate and theme; more are no single event


def pairs(claims: Sequence[Claim]) -> Iterator[Pairing]:
    told: set[tuple[int, int, int]] = set()  # what two sentences say to each other in one verb needs no second telling
    for pairing in _propositions([claim for claim in claims if claim.kind not in ("facet", "deed", "plea")]):
        if pairing.confidence >= TOLD:
            told.add(_sentences(pairing))
        yield pairing
    answers = facet.pairs([claim for claim in claims if claim.kind == "facet"])
    yield from (pairing for pairing in answers if _sentences(pairing) not in told)
    deeds = [claim for claim in claims if claim.kind == "deed"]
    yield from (pairing for pairing in _deeds(deeds) if _sentences(pairing) not in told)
    pleas = plea.pairs([claim for claim in claims if claim.kind == "plea"])
    yield from (pairing for pairing in pleas if _sentences(pairing) not in told)


def _deeds(claims: Sequence[Claim]) -> Iterator[Pairing]:
    """A deed that is told as done, and what is called alleged beside it."""
    groups: dict[tuple[int, str], tuple[list[Claim], list[Claim]]] = defaultdict(lambda: ([], []))
    for claim in claims:
        groups[claim.document, claim.predicate][bool(claim.cue)].append(claim)
    for done, alleged in groups.values():
        for a, b in product(done, alleged):
            if 0 < abs(a.sentence - b.sentence) <= BESIDE:
                yield Pairing(a, b, ("predicate",), ("subject",), (), DEED)


def _sentences(pairing: Pairing) -> tuple[int, int, int]:
    first, last = sorted((pairing.a.sentence, pairing.b.sentence))
    return pairing.a.document, first, last


def _propositions(claims: Sequence[Claim]) -> Iterator[Pairing]:
    groups: dict[tuple[str, str, bool], list[Claim]] = defaultdict(list)
    plain: dict[str, tuple[list[Claim], list[Claim]]] = defaultdict(lambda: ([], []))
    facts: dict[str, tuple[list[Claim], list[Claim]]] = defaultdict(lambda: ([], []))
    for claim in claims:
        if not claim.predicate:
            continue
        told = claim.status in ("", "done", "ongoing")
        if claim.object:
            groups[claim.predicate, claim.object, told].append(claim)  # a plan is denied as a plan
        stance = claim.kind == "stance"
        if told and not (stance and (claim.definite or claim.certainty != "certain")):
            plain[claim.predicate][claim.polarity == "-"].append(claim)
        if told and claim.kind in ("", "aside") and claim.polarity == "+":
            facts[claim.predicate][bool(claim.cue)].append(claim)
    for group in groups.values():
        if len(group) <= LARGEST_GROUP and any(claim.kind == "stance" for claim in group):
            yield from filter(None, (compare(a, b) for a, b in combinations(group, 2) if not _one(a, b)))
    for asserted, negated in plain.values():
        if len(asserted) <= LARGEST_GROUP and len(negated) <= LARGEST_GROUP:
            yield from filter(None, (entailed(a, b) for a in asserted for b in negated if not _one(a, b)))
    for narrated, said in facts.values():
        if len(narrated) <= LARGEST_GROUP and len(said) <= LARGEST_GROUP:
            yield from filter(None, (retold(a, b) for a in narrated for b in said if a.document == b.document))


def _one(a: Claim, b: Claim) -> bool:
    return a.document == b.document and a.proposition == b.proposition


def entailed(asserted: Claim, negated: Claim) -> Pairing | None:
    """The argument for "p" and "not q" where p says all that q says: then both cannot stand."""
    if (
        negated.qualifier in SPARING
        or asserted.qualifier == "other"
        or asserted.kind in ("aside", "stance")
        or one_sentence(asserted, negated)
    ):
        return None  # "did not leave without thanks": left
    if "contrary" in (asserted.kind, negated.kind) and (asserted.object != negated.object or not negated.object):
        return None  # "approved the loan", "rejected the offer"
    if negated.kind == "stance" and negated.object == asserted.object:
        return None  # told by `compare`
    if asserted.qualifier == negated.qualifier == "some" or _apart(asserted, negated):
        return None  # two divers came back, two did not
    asked = _words(negated)
    least = 2
    if asserted.qualifier == "all" and not asserted.subject and negated.subject.startswith(PEOPLE):
        doer = _parts(negated.subject)
        asked, least = [word for word in asked if _parts(word) != doer], 1  # everyone signed: so did she
    universal = negated.qualifier == "none" or asserted.qualifier == "all"
    beside = asserted.document == negated.document and abs(asserted.sentence - negated.sentence) <= BESIDE
    if _says(asserted, asked):
        few = len(asked) < least and not any(word.startswith(NAME) for word in asked)
        told = _of_one_event(asserted, negated, asked) if asserted.document != negated.document else beside
        if few and not (told and (universal or negated.definite) and _carries_on(asserted, negated)):
            return None
    elif not (beside and _carries_on(asserted, negated)):
        return None  # it says more than the other
    matched, silent = _fields(asserted, negated)
    matched.extend(_told(asked))
    score = ENTAILED_BASE + 0.12 * total(asked) + (0.1 if "subject" in matched else 0.0)
    if beside and (universal or asserted.definite or negated.definite):
        score = max(score, BESIDE_LEAST)
    return Pairing(asserted, negated, tuple(matched), tuple(silent), (), min(0.95, score))


def _fields(a: Claim, b: Claim) -> tuple[list[str], list[str]]:
    """The fields that two claims of one predicate share, and those that not both give alike."""
    matched, silent = ["predicate"], list[str]()
    for field in ("subject", "object", "place"):
        left, right = getattr(a, field), getattr(b, field)
        (matched if left and left == right else silent).append(field)
    return matched, silent


def _of_one_event(asserted: Claim, negated: Claim, asked: Sequence[str]) -> bool:
    """Do two articles of a story tell of its event: near their tops, or with a rare word for it ("in the blast")?"""
    if negated.qualifier != "none":
        return False
    return total(asked) >= 0.5 or max(asserted.sentence, negated.sentence) <= TOP


def _words(claim: Claim) -> list[str]:
    """What a statement says besides its verb."""
    return [word for word in claim.near if word.removeprefix(NAME) != claim.predicate]


def _says(claim: Claim, asked: Sequence[str]) -> bool:
    """Does a claim's sentence hold all of some words, by their kinds, a name by a part of it?"""
    said = {word.removeprefix(NAME) for word in (*claim.near, *claim.context)}
    kinds = {kind_of(word) for word in said}
    parts = [_parts(word) for word in claim.near if word.startswith(NAME)]
    for word in asked:
        plain = word.removeprefix(NAME)
        if plain in said or plain in kinds or (kind_of(plain) in ONE_KIND and kind_of(plain) in kinds):
            continue
        own = _parts(word)
        if not (word.startswith(NAME) and any(nested(own, other) for other in parts)):
            return False
    return True


def _carries_on(asserted: Claim, negated: Claim) -> bool:
    """Does the later of two sentences add nothing to the earlier one but who it was: "the decision was taken" beside
    "no decision on the port", "a cyclist was hurt" beside "nobody was hurt"?"""
    if asserted.document != negated.document:
        return negated.qualifier == "none" and negated.predicate not in OWNED and _instance(asserted, negated)
    if asserted.qualifier == "all" and asserted.object and asserted.object == negated.object:
        names = {word for word in asserted.context if word.startswith(NAME)}
        return names <= {*negated.near, *negated.context}  # "all the pumps", "the pumps at the station"
    first, later = (asserted, negated) if asserted.start < negated.start else (negated, asserted)
    if any(one.startswith(PLACES) and one not in first.names for one in later.names):
        return False
    new = [word for word in later.context if word.removeprefix(NAME) != later.predicate]
    if later.definite and later.object and later.object == first.object:
        by_nobody = negated.qualifier == "none" and {kind_of(word) for word in negated.modifiers} == {negated.object}
        return by_nobody or _says(first, new)  # "no decision has been taken": by nobody at all
    if negated.qualifier != "none" or negated.predicate in OWNED or not _instance(asserted, negated):
        return False
    return _says(first, [word for word in new if word not in later.modifiers])


def _instance(asserted: Claim, negated: Claim) -> bool:
    """Is whom the one tells of among those of whom the other says that there was none?"""
    if negated.object:
        return negated.object == asserted.object
    return noun_classes().get(asserted.object, "person") in ("", "person")


def retold(narrated: Claim, said: Claim) -> Pairing | None:
    """The argument for one proposition that an article tells itself and gives to somebody: most words are the same."""
    if narrated.kind or narrated.sentence == said.sentence or _apart(narrated, said):
        return None
    words = _alike(narrated.near, said.near)
    common = total(words)
    others = [word for word in words if word.removeprefix(NAME) != narrated.predicate]
    if len(others) < 2 or common < RETOLD_LEAST or common < RETOLD_SHARE * min(total(narrated.near), total(said.near)):
        return None
    matched, silent = _fields(narrated, said)
    matched.extend(_told(others))
    return Pairing(narrated, said, tuple(matched), tuple(silent), (), min(0.95, RETOLD_BASE + RETOLD_WORDS * common))


def _alike(one: Sequence[str], other: Sequence[str]) -> list[str]:
    """The shared words; a surname is its person's name."""
    words = shared(one, other)
    given = [_parts(word) for word in other if word.startswith(NAME)]
    names = (word for word in one if word.startswith(NAME) and word not in words)
    return words + [word for word in names if any(nested(_parts(word), parts) for parts in given)]


def _pointing(stance: Claim, other: Claim) -> bool:
    """Does a denial point back to this very sentence ("called that a lie")?"""
    return (
        stance.kind == "stance"
        and stance.definite
        and stance.document == other.document
        and 0 <= stance.sentence - other.sentence <= BESIDE
    )


def _told(words: Sequence[str]) -> tuple[str, ...]:
    """The shared words as the reader sees them; names show in their own fields."""
    return telling(word for word in words if not word.startswith(NAME))


def _parts(name: str) -> set[str]:
    """The words of an id: "org:newport-crown-court" and "place:newport" may name one place."""
    return set(name.rpartition(":")[2].removeprefix(NAME).split("-"))


def _apart(a: Claim, b: Claim) -> bool:
    """Two subjects, two places, or two times that cannot be one."""
    if a.subject and b.subject and not same_id(a.subject, b.subject):
        return True
    return at_two_places(a, b) or (a.frame == b.frame and on_two_days(a, b))


def compare(a: Claim, b: Claim) -> Pairing | None:
    """The argument for two of a group in which somebody takes a stance, or None when the text tells them apart."""
    stance = "stance" in (a.kind, b.kind)
    if _apart(a, b) or (not stance and a.polarity != b.polarity):
        return None
    if any(one.kind == "aside" and not one.cue for one in (a, b)):
        return None  # "a bidding war": nobody says that they bid
    matched, silent = ["predicate", "object"], list[str]()
    score = STANCE_BASE if stance else PLAIN_BASE
    if _pointing(a, b) or _pointing(b, a):
        score = POINTED_BASE
    for field, worth in (("subject", 0.2), ("place", 0.1)):
        left, right = getattr(a, field), getattr(b, field)
        if left and left == right:
            matched.append(field)
            score += worth
        else:
            silent.append(field)
    words = shared(a.context, b.context)
    score += min(0.5, 0.13 * total(words))
    matched.extend(_told(words))
    return Pairing(a, b, tuple(matched), tuple(silent), (), min(0.95, score))
