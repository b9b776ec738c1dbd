"""When two dated events are one event: one kind of happening to one person or thing, that happens to it once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.claims.rarity import shared, total
from checker.claims.sameness.pairing import Key, Pairing, key
from checker.records import Claim

CONFIDENCE = {"always": 0.85, "mostly": 0.7}
NAMELESS = 0.25  # less sure where no name says which thing it is
CROWDED = 200  # claims of one event and name that are still compared one by one


def pairs(claims: Sequence[Claim]) -> Iterator[Pairing]:
    """Two dates of one event."""
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=key):
        for name in claim.modifiers or (f"{claim.document}:{claim.object}",):
            groups[claim.predicate, name].append(claim)
    seen: set[tuple[Key, Key]] = set()
    for group in groups.values():
        if len(group) > CROWDED:
            continue
        often = _often(group)
        for a, b in combinations(group, 2):
            pair = (key(a), key(b))
            if pair in seen or (a.document in often and a.document == b.document):
                continue
            seen.add(pair)
            pairing = compare(a, b)
            if pairing is not None:
                yield pairing


def _often(group: Sequence[Claim]) -> set[int]:
    """Documents that give three or more days to this name and kind of event: it happens to it more than once."""
    days: dict[int, set[tuple[int | None, int | None]]] = defaultdict(set)
    for claim in group:
        days[claim.document].add((claim.event_earliest, claim.event_latest))
    return {document for document, found in days.items() if len(_separate(found)) > 2}


def _separate(days: set[tuple[int | None, int | None]]) -> list[tuple[int, int]]:
    """Days that no other of them meets."""
    kept: list[tuple[int, int]] = []
    for first, last in sorted((a, b) for a, b in days if a is not None and b is not None):
        if not kept or first > kept[-1][1]:
            kept.append((first, last))
    return kept


def compare(a: Claim, b: Claim) -> Pairing | None:
    """The argument for one event, or None."""
    if a.document == b.document and a.sentence == b.sentence:
        return None
    if a.status != b.status or a.polarity != b.polarity or a.frame != b.frame:
        return None
    if a.frame != "calendar" and a.document != b.document:
        return None
    matched, silent = ["event"], []
    confidence = min(CONFIDENCE.get(a.qualifier, 0.6), CONFIDENCE.get(b.qualifier, 0.6))
    left, right = set(a.modifiers), set(b.modifiers)
    if left and right:
        if not (left <= right or right <= left):
            return None
        matched.append("name")
    elif left or right or a.document != b.document or a.object != b.object:
        return None
    else:
        confidence -= NAMELESS
    if a.object == b.object:
        matched.append("object")
    elif a.object not in left and b.object not in right:
        return None  # the plant and the shop of one company
    for field in ("subject", "place"):
        one, other = getattr(a, field), getattr(b, field)
        if one and other:
            if one != other and not set(one.split()) & set(other.split()):
                return None
            matched.append(field)
        else:
            silent.append(field)
    words = total(shared(a.context, b.context))
    confidence += min(words, 4.0) * 0.03 - 0.06
    if confidence < 0.3:
        return None
    return Pairing(a, b, tuple(matched), tuple(silent), (), min(0.95, confidence))
