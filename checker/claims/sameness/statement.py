"""When two statements without figures are one proposition: same predicate, theme and actor, and the words around.

Only groups in which something can disagree are paired: a stance (a denial, a refusal to confirm), both polarities, or
what the article tells as a fact and, elsewhere, as somebody's word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.claims.nouns import kind_of
from checker.claims.rarity import NAME, shared, total
from checker.claims.sameness.pairing import Pairing, same_id
from checker.records import Claim

STANCE_BASE = 0.4  # predicate and theme match, and one of the two is a denial or the like that points at it
PLAIN_BASE = 0.1
ENTAILED_BASE = 0.4  # every word of the negated sentence stands in the other
RETOLD_BASE = 0.45
RETOLD_WORDS = 0.08  # for each rare word
RETOLD_SHARE = 0.65  # of the weight of the shorter statement's words
RETOLD_LEAST = 1.5
LARGEST_GROUP = 200  # statements of one predicate and theme; more are no single event


def pairs(claims: Sequence[Claim]) -> Iterator[Pairing]:
    groups: dict[tuple[str, str, bool], list[Claim]] = defaultdict(list)
    plain: dict[str, tuple[list[Claim], list[Claim]]] = defaultdict(lambda: ([], []))
    facts: dict[str, tuple[list[Claim], list[Claim]]] = defaultdict(lambda: ([], []))
    for claim in claims:
        if not claim.predicate:
            continue
        told = claim.status in ("", "done", "ongoing")
        if claim.object:
            groups[claim.predicate, claim.object, told].append(claim)  # a plan is denied as a plan
        if claim.kind != "stance" and told:
            plain[claim.predicate][claim.polarity == "-"].append(claim)
            if claim.polarity == "+":
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
        negated.qualifier == "narrow"
        or asserted.kind
        or (asserted.document == negated.document and asserted.sentence == negated.sentence)
    ):
        return None  # "did not leave without thanks": left
    if _apart(asserted, negated):
        return None
    said = {word.removeprefix(NAME) for word in (*asserted.near, *asserted.context)}
    given = said | {kind_of(word) for word in said}
    parts = [_parts(word) for word in asserted.near if word.startswith(NAME)]
    asked = [word for word in negated.near if word.removeprefix(NAME) != negated.predicate]
    for word in asked:
        plain = word.removeprefix(NAME)
        if plain in given or kind_of(plain) in given:
            continue
        own = _parts(word)
        if not (word.startswith(NAME) and any(own <= other or other <= own for other in parts)):
            return None  # it says more than the other
    named = sum(word.startswith(NAME) for word in asked)
    if not named and len(asked) < 2:
        return None
    matched, silent = ["predicate"], list[str]()
    for field in ("subject", "object", "place"):
        left, right = getattr(asserted, field), getattr(negated, field)
        (matched if left and left == right else silent).append(field)
    matched.extend(_told(asked))
    score = ENTAILED_BASE + 0.12 * total(asked) + (0.1 if "subject" in matched else 0.0)
    return Pairing(asserted, negated, tuple(matched), tuple(silent), (), min(0.95, score))


def retold(narrated: Claim, said: Claim) -> Pairing | None:
    """The argument for one proposition that an article tells itself and gives to somebody: most words are the same."""
    if narrated.kind or narrated.sentence == said.sentence or _apart(narrated, said):
        return None
    words = shared(narrated.near, said.near)
    common = total(words)
    others = [word for word in words if word.removeprefix(NAME) != narrated.predicate]
    if len(others) < 2 or common < RETOLD_LEAST or common < RETOLD_SHARE * min(total(narrated.near), total(said.near)):
        return None
    matched, silent = ["predicate"], list[str]()
    for field in ("subject", "object", "place"):
        left, right = getattr(narrated, field), getattr(said, field)
        (matched if left and left == right else silent).append(field)
    matched.extend(_told(others))
    return Pairing(narrated, said, tuple(matched), tuple(silent), (), min(0.95, RETOLD_BASE + RETOLD_WORDS * common))


def _told(words: Sequence[str]) -> list[str]:
    """The shared words as the reader sees them; names show in their own fields."""
    plain = sorted((word for word in words if not word.startswith(NAME)), key=lambda w: (-len(w), w))
    return ["words: " + ", ".join(plain[:4])] if plain else []


def _parts(name: str) -> set[str]:
    """The words of an id: "org:newport-crown-court" and "place:newport" may name one place."""
    return set(name.rpartition(":")[2].removeprefix(NAME).split("-"))


def _apart(a: Claim, b: Claim) -> bool:
    """Two subjects, two places, or two times that cannot be one."""
    if a.subject and b.subject and not same_id(a.subject, b.subject):
        return True
    if a.place and b.place and a.place != b.place and not (a.place in b.names or b.place in a.names):
        return True
    if a.frame != b.frame or None in (a.event_earliest, a.event_latest, b.event_earliest, b.event_latest):
        return False
    return a.event_latest < b.event_earliest or b.event_latest < a.event_earliest  # type: ignore[operator]


def compare(a: Claim, b: Claim) -> Pairing | None:
    """The argument for two of a group in which somebody takes a stance, or None when the text tells them apart."""
    stance = "stance" in (a.kind, b.kind)
    if _apart(a, b) or (not stance and a.polarity != b.polarity):
        return None
    matched, silent = ["predicate", "object"], list[str]()
    score = STANCE_BASE if stance else PLAIN_BASE
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
