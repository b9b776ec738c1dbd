"""When two statements without figures are one proposition: same predicate, theme and actor, and the words around.

Only groups in which something can disagree are paired: a stance (a denial, a refusal to confirm) or both polarities.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from checker.claims.rarity import NAME, shared, total
from checker.claims.sameness.pairing import Pairing
from checker.records import Claim

STANCE_BASE = 0.55  # predicate and theme match, and one of the two is a denial or the like that points at it
PLAIN_BASE = 0.1  # two plain sentences, one negated, need names and words besides
PLAIN_WORDS = 2.0  # weight of shared words that two plain sentences need at the least
LARGEST_GROUP = 200  # statements of one predicate and theme; more are no single event


def pairs(claims: Sequence[Claim]) -> Iterator[Pairing]:
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.predicate and claim.object and claim.status in ("", "done", "ongoing"):
            groups[claim.predicate, claim.object].append(claim)
    for group in groups.values():
        if not _worth(group) or len(group) > LARGEST_GROUP:
            continue
        for a, b in combinations(group, 2):
            if a.proposition == b.proposition and a.document == b.document:
                continue
            pairing = compare(a, b)
            if pairing is not None:
                yield pairing


def _worth(group: Iterable[Claim]) -> bool:
    return any(claim.kind == "stance" for claim in group) or len({claim.polarity for claim in group}) > 1


def compare(a: Claim, b: Claim) -> Pairing | None:
    """The argument for one pair of a group, or None when the text tells them apart."""
    matched, silent = ["predicate", "object"], []
    stance = "stance" in (a.kind, b.kind)
    score = STANCE_BASE if stance else PLAIN_BASE
    if not stance and a.polarity != b.polarity and a.sentence == b.sentence and a.document == b.document:
        return None
    for name, left, right, worth in (
        ("subject", a.subject, b.subject, 0.2),
        ("place", a.place, b.place, 0.1),
    ):
        if not left or not right:
            silent.append(name)
        elif left == right:
            matched.append(name)
            score += worth
        elif name == "subject" or not (left in b.names or right in a.names):
            return None
    if None not in (a.event_earliest, a.event_latest, b.event_earliest, b.event_latest) and a.frame == b.frame:
        if a.event_latest < b.event_earliest or b.event_latest < a.event_earliest:  # type: ignore[operator]
            return None
        matched.append("time")
        score += 0.1
    words = shared(a.context, b.context)
    weight = total(words)
    if not stance and a.polarity != b.polarity:
        named = any(word.startswith(NAME) for word in words)
        if not named or weight < PLAIN_WORDS:
            return None
    score += min(0.5, 0.13 * weight)
    if words:
        matched.append(
            "words: " + ", ".join(sorted((w.removeprefix(NAME) for w in words), key=lambda w: (-len(w), w))[:4])
        )
    return Pairing(a, b, tuple(matched), tuple(silent), (), min(0.95, score))
