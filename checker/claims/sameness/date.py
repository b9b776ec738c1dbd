"""When two dated events are one event: one kind of happening to one person or thing, that happens to it once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.claims.rarity import shared, total
from checker.claims.sameness.common import at_two_places, nested, one_sentence
from checker.claims.sameness.pairing import Pairing
from checker.claims.themes import words
from checker.records import Claim, ClaimKey, key_of

BASE = {"always": 0.75, "mostly": 0.6, "scheduled": 0.5, "deed": 0.3, "told": 0.5}
BESIDE = 1  # sentences over which "it" points back
AGAIN = 0.6  # the only event of its kind that the text has told of, pointed back to
NAMELESS = 0.15  # less sure where no name says which thing it is
NAMELESS_ELSEWHERE = 0.05  # the same of two articles, which share words besides
FIELD = 0.06  # surer for a partner or place that both give
WORDS = 0.03  # surer for each rare word that both sentences share, up to four
CROWDED = 200  # claims of one event and name that are still compared one by one
NEAR = {"scheduled": 45, "deed": 10}  # days within which a thing that is held or done again and again is one
DAYS_OF_A_MONTH = 32
YEAR_SLIP = 400  # days: a date with the wrong year is one event
MANY_YEARS = 366 * 5
ELSEWHERE = 0.15  # surer of a deed that two articles tell of: one article tells each deed once
DAYS = frozenset(("day", "daypart", "hour", "minute"))
TOLD_ALIKE = 2.0  # weight of shared words from which two articles tell of one deed
LEAST_WORDS = 1.2  # weight of shared words from which a thing without a name is one for two articles
DEFINITE = frozenset(("the", "this", "that", "his", "her", "its", "their"))


def pairs(claims: Sequence[Claim]) -> Iterator[Pairing]:
    """Two dates of one event."""
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=key_of):
        if claim.qualifier == "again":
            continue
        if claim.qualifier == "told":  # compared between articles only
            if claim.kind in DAYS:
                groups[claim.predicate, f"told {claim.object}"].append(claim)
            continue
        names = claim.modifiers or (f"{claim.document}:{claim.object}",)
        if claim.qualifier == "deed":
            names = (f"{claim.subject}:{claim.object}",)
        for name in names:
            groups[claim.predicate, name].append(claim)
        if not claim.modifiers and claim.kind in DAYS and claim.qualifier != "deed":
            groups[claim.predicate, f"the {claim.object}"].append(claim)
    yield from _told_again(claims)
    seen: set[tuple[ClaimKey, ClaimKey]] = set()
    for group in groups.values():
        if len(group) > CROWDED:
            continue
        often = _often(group)
        several = _often(group, 1)
        for a, b in combinations(group, 2):
            pair = (key_of(a), key_of(b))
            if pair in seen or (a.document in often and a.document == b.document):
                continue
            nameless = not a.modifiers or a.qualifier == "told"
            if a.document != b.document and nameless and {a.document, b.document} & several:
                continue
            seen.add(pair)
            pairing = compare(a, b)
            if pairing is not None:
                yield pairing


def _told_again(claims: Sequence[Claim]) -> Iterator[Pairing]:
    """ "The treaty, signed on 6 May", "within a month of the signing on 9 May": the only signing of the text."""
    told: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.qualifier != "again":
            told[claim.document, claim.predicate].append(claim)
    for again in claims:
        first = told.get((again.document, again.predicate), []) if again.qualifier == "again" else []
        days = {(one.event_earliest, one.event_latest) for one in first}
        if len(days) != 1 or first[0].start > again.start or first[0].status != again.status:
            continue
        in_days = again.kind in DAYS and first[0].kind in DAYS and not _far(first[0], again, NEAR["scheduled"])
        beside = again.sentence - first[0].sentence <= BESIDE
        pronoun = again.wording.lower().startswith("it ")
        known = beside and (in_days or again.kind == first[0].kind) if pronoun else in_days
        if first[0].frame == again.frame and known and not at_two_places(first[0], again):
            yield Pairing(first[0], again, ("event",), ("object",), (), AGAIN)


def _often(group: Sequence[Claim], most: int = 2) -> set[int]:
    """Documents that give this name and kind of event more days than `most`: it happens to it more than once."""
    days: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for claim in group:
        if claim.event_earliest is not None and claim.event_latest is not None:
            days[claim.document].add((claim.event_earliest, claim.event_latest))
    return {document for document, found in days.items() if _separate(found) > most}


def _separate(days: set[tuple[int, int]]) -> int:
    """How many of these spans of days stand apart from each other."""
    count, reached = 0, None
    for first, last in sorted(days, key=lambda span: span[1]):
        if reached is None or first > reached:
            count, reached = count + 1, last
    return count


def compare(a: Claim, b: Claim) -> Pairing | None:
    """The argument for one event, or None."""
    if one_sentence(a, b):
        return None
    if a.status != b.status or a.polarity != b.polarity or a.frame != b.frame:
        return None
    if a.frame != "calendar" and a.document != b.document:
        return None
    if a.qualifier in NEAR and _far(a, b, NEAR[a.qualifier]):
        return None
    if a.qualifier == "mostly" and _background(a, b):
        return None
    if a.qualifier == "deed" and (a.object != b.object or not a.subject or a.subject != b.subject):
        return None
    if a.qualifier == "told" and (a.document == b.document or not _told_alike(a, b)):
        return None
    matched, silent = ["event"], []
    confidence = BASE.get(a.qualifier, 0.5)
    if a.qualifier == "deed" and a.document != b.document:
        confidence += ELSEWHERE
    thing = _same_thing(a, b)
    if thing is None:
        return None
    matched.extend(thing)
    if "name" not in thing:
        confidence -= NAMELESS if a.document == b.document else NAMELESS_ELSEWHERE
    for field in ("subject", "place"):
        one, other = getattr(a, field), getattr(b, field)
        if one and other:
            if one != other and set(one.split()).isdisjoint(other.split()):
                return None
            matched.append(field)
            confidence += FIELD
        else:
            silent.append(field)
    confidence += WORDS * min(total(shared(a.context, b.context)), 4.0)
    return Pairing(a, b, tuple(matched), tuple(silent), (), min(0.95, confidence))


def _same_thing(a: Claim, b: Claim) -> list[str] | None:
    """What says that one thing undergoes both: names, its head; None when nothing does, or two things do."""
    left, right = set(a.modifiers), set(b.modifiers)
    if left and right:
        if not nested(left, right):
            return None
        if a.object != b.object and not (_is_name(a) or _is_name(b)):
            return None  # the plant and the shop of one company
        return ["name", "object"] if a.object == b.object else ["name"]
    if a.qualifier == "deed":
        return ["object"]
    if left or right or a.object != b.object:
        return None
    if a.document != b.document:  # the one of which two reports of a story tell
        near = a.kind in DAYS and b.kind in DAYS and not _far(a, b, NEAR["deed"])
        return ["object"] if near and total(shared(a.context, b.context)) >= LEAST_WORDS else None
    if a.predicate.startswith("happening:"):
        return None
    later = a if a.start > b.start else b
    return ["object"] if later.wording.split()[:1] and later.wording.split()[0].lower() in DEFINITE else None


def _told_alike(a: Claim, b: Claim) -> bool:
    """Do two articles tell of one deed on days near each other in words that few others share?"""
    return not _far(a, b, NEAR["deed"]) and total(shared(a.context, b.context)) >= TOLD_ALIKE


def _is_name(claim: Claim) -> bool:
    """Is its head one of its names, or "the company"?"""
    return any(name.startswith(claim.object) for name in claim.modifiers) or claim.object in words("named-by")


def _background(a: Claim, b: Claim) -> bool:
    """Is one of them an event of years ago, told beside one of these days?"""
    spans = sorted((c.event_earliest or 0, c.event_latest or 0) for c in (a, b))
    to_the_day = any(last - first < DAYS_OF_A_MONTH for first, last in spans)
    gap = spans[1][0] - spans[0][1]
    return gap > (YEAR_SLIP if to_the_day else MANY_YEARS if a.predicate.startswith("happening:") else gap)


def _far(a: Claim, b: Claim, days: int) -> bool:
    """Are both known to the day, and far from each other, or not known to the day?"""
    spans = [(c.event_earliest, c.event_latest) for c in (a, b)]
    if any(first is None or last is None or last - first > 7 for first, last in spans):
        return True
    (first, _), (second, _) = spans
    return first is None or second is None or abs(first - second) > days
