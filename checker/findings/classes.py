"""What a finding is, and how grave: the table of docs/rules.md, decided here and nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

from checker.days import HISTORY
from checker.engine.predicates import voice_key
from checker.engine.predicates.voices import one_voice
from checker.language.lexicon import table
from checker.records import Claim
from checker.slips import slip

Sides = Sequence[Sequence[Claim]]
Published = Callable[[int], tuple[int | None, int | None]]  # days of publication of a document, by position


@cache
def _changing() -> frozenset[tuple[str, str]]:
    return frozenset((row["field"], row["value"]) for row in table("changing"))


def can_change(claim: Claim) -> bool:
    """A running count, a plan, a stance: a later telling may supersede it; not what is told of long ago."""
    told, said = claim.event_latest, claim.said_earliest
    if claim.frame == "calendar" and told is not None and said is not None and told < said - HISTORY:
        return False
    return not _changing().isdisjoint(
        (("status", claim.status), ("predicate", claim.predicate), ("aspect", claim.aspect))
    )


def voices(sides: Sides) -> list[set[str]]:
    """Who stands on each side.  Narration that repeats what one source alone says in its article has that voice."""
    found = []
    for side in sides:
        heard: set[str] = set()
        for claim in side:
            own = voice_key(claim)
            if not own:
                others = {voice_key(c) for c in side if c.document == claim.document and voice_key(c)}
                own = others.pop() if len(others) == 1 else ""
            heard.add(own)
        found.append(heard)
    return found


def class_of(kind: str, declared: str, sides: Sides, published: Published) -> str:
    """contradiction, dispute, update or query, in DESIGN's order."""
    if declared:
        return declared
    if kind == "relation" or len(sides) < 2:
        return "contradiction"
    heard = voices(sides)
    shared = any(one & other for i, one in enumerate(heard) for other in heard[i + 1 :])
    named = [[claim for claim in side if claim.source] for side in sides]
    shared = shared or (len(sides) == 2 and any(one_voice(a, b) for a in named[0] for b in named[1]))
    if not shared:
        return "contradiction" if _copied_wrong(sides) else "dispute"
    if all(can_change(claim) for side in sides for claim in side) and in_sequence(sides, published):
        return "update"
    return "contradiction"


def _copied_wrong(sides: Sides) -> bool:
    """Is one side the other a thousand times, or do two digits change places ("1,847", "1,487")?  That is a slip of the
    pen, whoever is quoted; digits turned round, but for two sources that one article sets against each other."""
    return any(
        claim.aspect == other.aspect == "figure"
        and (kind := slip(claim, other)) in ("turned", "thousand")
        and not (kind == "turned" and claim.document == other.document and claim.source and other.source)
        for n, side in enumerate(sides)
        for claim in side
        for later in sides[n + 1 :]
        for other in later
    )


def told(claim: Claim, published: Published) -> tuple[int, int] | None:
    """When it was said; the day of publication when the text names none."""
    if claim.said_earliest is not None and claim.said_latest is not None:
        return claim.said_earliest, claim.said_latest
    if claim.frame != "calendar":
        return None
    first, last = published(claim.document)
    return (first, last) if first is not None and last is not None else None


def dated(claim: Claim, published: Published) -> bool:
    """The text itself tells when it was said, and it is not just the day of publication."""
    if claim.said_earliest is None or claim.said_latest is None:
        return False
    return (claim.said_earliest, claim.said_latest) != published(claim.document)


def in_sequence(sides: Sides, published: Published) -> bool:
    """The sides were said on days that follow each other; a side's undated claims are left to its dated ones."""
    spans = []
    frames = {
        claim.frame if claim.frame == "calendar" else f"{claim.frame}:{claim.document}" for s in sides for claim in s
    }
    if len(frames) > 1:
        return False
    for side in sides:
        chosen = [c for c in side if dated(c, published)] or list(side)
        days = [told(claim, published) for claim in chosen]
        known = [day for day in days if day is not None]
        if len(known) < len(days):
            return False
        spans.append((min(day[0] for day in known), max(day[1] for day in known)))
    spans.sort()
    return all(earlier[1] < later[0] for earlier, later in pairwise(spans))


GRAVITY = ("note", "warning", "error")


def severity_of(finding_class: str, sides: Sides, published: Published, aspect: str) -> str:
    """error, warning or note of a finding whose rule leaves it to the class.

    What one article alone has wrong does not become lighter because others repeat it.
    """
    found = [_severity(finding_class, sides, published, aspect)]
    documents = {claim.document for side in sides for claim in side}
    for document in documents if len(documents) > 1 else ():
        here = [[claim for claim in side if claim.document == document] for side in sides]
        here = [side for side in here if side]
        if len(here) > 1:
            found.append(_severity(finding_class, here, published, aspect))
    return max(found, key=GRAVITY.index)


def _severity(finding_class: str, sides: Sides, published: Published, aspect: str) -> str:
    documents = {claim.document for side in sides for claim in side}
    across = len(documents) > 1
    if finding_class == "contradiction":
        return "warning" if across else "error"
    if finding_class == "update":
        return "note" if across or _sequence_told(sides, published) else "warning"
    if finding_class == "dispute":
        return _dispute(sides, documents)
    return "warning" if aspect == "name" and not across else "note"


def _sequence_told(sides: Sides, published: Published) -> bool:
    """Every claim of the older sides says when it was said: the text tells the change itself.

    A count that rises from day to day needs no more; a stance turned round does ("changed its mind"), and where the
    text has such a word its claims are licensed and there is no finding.
    """
    if any(claim.aspect == "statement" for side in sides for claim in side):
        return False

    def latest(side: Sequence[Claim]) -> int:
        days = [told(claim, published) for claim in side if dated(claim, published)] or [
            told(claim, published) for claim in side
        ]
        return max((day[1] for day in days if day is not None), default=0)

    newest = max(sides, key=latest)
    return all(dated(claim, published) for side in sides if side is not newest for claim in side)


def _dispute(sides: Sides, documents: set[int]) -> str:
    """A note where every article that takes part tells both sides and names who holds them."""
    for document in documents:
        here = [[claim for claim in side if claim.document == document] for side in sides]
        if any(not side or not any(claim.source for claim in side) for side in here):
            return "warning"
    return "note"
