"""When two figures speak of one thing: what is counted, predicate, actor, place, time and the words around them.

A pair is *argued*: every field says that it matches, is silent, or differs.  Some differences end the argument (two
places, two years, planned and done, total and further); the others weigh (`rules/lexicon/sameness.tsv`), and the sum
becomes the confidence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations
from math import exp

import msgspec

from checker.claims.rarity import NAME, shared, total
from checker.claims.sameness.pairing import Key, Pairing, key
from checker.language.lexicon import table
from checker.records import Claim

COMPARED_KINDS = frozenset(("cardinal", "money", "percent", "measure", "range", "rate", "age"))
DONE = frozenset(("done", "ongoing"))
HEADLINE_REACH = 3  # paragraphs in which a headline's figure is expected


class Surroundings(msgspec.Struct, frozen=True):
    """What the other figures of a document say about one pair: support for a value, rivals beside it."""

    values: dict[
        tuple[int, object], dict[tuple[float | None, float | None], int]
    ]  # (document, block) → interval → sentences
    crowd: dict[tuple[int, int, object], int]  # (document, sentence, block) → figures there


@cache
def weights() -> dict[str, float]:
    """Name of evidence → weight, of `sameness.tsv`."""
    return {row["evidence"]: float(row["weight"]) for row in table("sameness")}


def pairs(claims: Sequence[Claim]) -> Iterator[Pairing]:
    """Every two figures of one thing, with the argument; figures of one block only, never all with all."""
    usable = [claim for claim in claims if claim.kind in COMPARED_KINDS and claim.scope != "furniture"]
    around = surroundings(usable)
    seen: set[tuple[Key, Key]] = set()
    for block, group in blocks(usable).items():
        for a, b in combinations(group, 2):
            pair = (key(a), key(b))
            if pair in seen or (a.proposition == b.proposition and a.document == b.document):
                continue
            seen.add(pair)
            pairing = compare(a, b, block, around)
            if pairing is not None:
                yield pairing


def block_of(claim: Claim) -> object:
    """What two figures must share to be of one kind."""
    if claim.dimension:
        return (claim.dimension, claim.unit.partition(" per ")[2])
    return claim.counted_class or claim.counted


def blocks(claims: Iterable[Claim]) -> dict[object, list[Claim]]:
    groups: dict[object, list[Claim]] = defaultdict(list)
    bare: list[Claim] = []
    for claim in claims:
        block = block_of(claim)
        if block:
            groups[block].append(claim)
        elif claim.scope == "headline":
            bare.append(claim)
    for group in list(groups.values()):
        if not group[0].dimension:
            group.extend(bare)  # "seen by 14m" counts what the body names
    return groups


def surroundings(claims: Iterable[Claim]) -> Surroundings:
    values: dict[tuple[int, object], dict[tuple[float | None, float | None], set[int]]] = defaultdict(
        lambda: defaultdict(set)
    )
    crowd: dict[tuple[int, int, object], set[tuple[float | None, float | None]]] = defaultdict(set)
    for claim in claims:
        block = block_of(claim)
        values[claim.document, block][claim.least, claim.most].add(claim.sentence)
        crowd[claim.document, claim.sentence, block].add((claim.least, claim.most))
    return Surroundings(
        {one: {interval: len(found) for interval, found in inner.items()} for one, inner in values.items()},
        {one: len(found) for one, found in crowd.items()},
    )


def compare(a: Claim, b: Claim, block: object, around: Surroundings) -> Pairing | None:
    """The argument for a pair, or None when the text tells the two apart."""
    if a.document == b.document and a.sentence == b.sentence:
        return None
    matched: list[str] = []
    silent: list[str] = []
    differ: list[str] = []
    evidence: dict[str, float] = defaultdict(float)

    if told_apart(a, b):
        return None
    _field("counted", _counted(a, b), matched, silent, differ, evidence)
    _field("predicate", _equal(a.predicate, b.predicate), matched, silent, differ, evidence)
    _field("subject", _equal(a.subject, b.subject), matched, silent, differ, evidence)
    _field("place", _equal(a.place, b.place), matched, silent, differ, evidence)
    _field("time", _times(a, b), matched, silent, differ, evidence)
    _field("modifiers", _modifiers(a, b), matched, silent, differ, evidence)
    words = shared(a.context, b.context)
    evidence["words"] = min(total(words), 5.0)
    if words:
        matched.append(
            "words: " + ", ".join(sorted((w.removeprefix(NAME) for w in words), key=lambda w: (-len(w), w))[:4])
        )
    if a.document == b.document:
        evidence["headline"] = float(_headline(a, b, block, around))
        evidence["supported"] = float(_both_supported(a, b, block, around))
    evidence["crowd"] = float(
        max(0, around.crowd.get((a.document, a.sentence, block), 1) - 1)
        + max(0, around.crowd.get((b.document, b.sentence, block), 1) - 1)
    )
    weight = weights()
    total_weight = weight["base"] + sum(weight.get(name, 0.0) * value for name, value in evidence.items())
    confidence = 1 / (1 + exp(-total_weight))
    if confidence < 0.2:
        return None
    return Pairing(a, b, tuple(matched), tuple(silent), tuple(differ), confidence)


def _field(
    name: str,
    verdict: float | None,
    matched: list[str],
    silent: list[str],
    differ: list[str],
    evidence: dict[str, float],
) -> None:
    """Files a verdict: above 0 matched, None silent, below 0 differs."""
    if verdict is None:
        silent.append(name)
    elif verdict > 0:
        matched.append(name)
        evidence[f"{name} matched"] = verdict
    else:
        differ.append(name)
        evidence[f"{name} differ"] = -verdict


def told_apart(a: Claim, b: Claim) -> bool:
    """Differences after which two figures are about two things, whatever else they share."""
    if a.place and b.place and a.place != b.place:
        return True
    if ":" in a.subject and ":" in b.subject and a.subject != b.subject:
        return True
    if (a.status in DONE) != (b.status in DONE):
        return True
    if {a.qualifier, b.qualifier} & PARTIAL and a.qualifier != b.qualifier:
        return True
    if (a.change in ("up", "down")) != (b.change in ("up", "down")):
        return True
    if a.change != b.change and {a.change, b.change} == {"up", "down"}:
        return True
    return a.frame == b.frame and _disjoint(a, b)


PARTIAL = frozenset(
    ("further", "another", "additional", "extra", "first", "last", "each", "remaining", "other", "more", "next", "half")
)


def _disjoint(a: Claim, b: Claim) -> bool:
    """Do the events lie on days that cannot be the same?"""
    if a.event_earliest is None or b.event_earliest is None or a.event_latest is None or b.event_latest is None:
        return False
    return a.event_latest < b.event_earliest or b.event_latest < a.event_earliest


def _equal(a: str, b: str) -> float | None:
    if not a or not b:
        return None
    return 1.0 if a == b else -1.0


def _counted(a: Claim, b: Claim) -> float | None:
    if a.dimension:
        return 0.5 if not (a.counted and b.counted) else (1.0 if a.counted == b.counted else -0.5)
    if not a.counted or not b.counted:
        return None
    return 1.0 if a.counted == b.counted else 0.5


def _times(a: Claim, b: Claim) -> float | None:
    if a.event_earliest is None or b.event_earliest is None:
        return None
    return 1.0


def _modifiers(a: Claim, b: Claim) -> float | None:
    left, right = set(a.modifiers), set(b.modifiers)
    if not left or not right:
        return None
    return 1.0 if left & right else -1.0


def _headline(a: Claim, b: Claim, block: object, around: Surroundings) -> bool:
    """A headline's figure that nothing else in the article supports, against one near its top."""
    head, other = (a, b) if a.scope in ("headline", "standfirst") else (b, a)
    if head.scope not in ("headline", "standfirst") or other.scope == head.scope:
        return False
    return 0 < other.paragraph <= HEADLINE_REACH


def _both_supported(a: Claim, b: Claim, block: object, around: Surroundings) -> bool:
    """Each value stands in two sentences or more: then they are two facts."""
    values = around.values.get((a.document, block), {})
    return values.get((a.least, a.most), 1) > 1 and values.get((b.least, b.most), 1) > 1
