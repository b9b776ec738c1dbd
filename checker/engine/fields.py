"""The fields of a claim that a rule may name, and how each is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import inf
from typing import Any

from checker.engine.speakers import inside
from checker.engine.values import Interval
from checker.records import Claim


def amount(claim: Claim) -> Interval | None:
    """What a figure allows; for a claim without a figure, the days it speaks of."""
    if claim.least is None and claim.most is None:
        return event(claim)
    low = -inf if claim.least is None else claim.least
    high = inf if claim.most is None else claim.most
    return Interval(low, high, claim.dimension)


def _days(claim: Claim, earliest: int | None, latest: int | None) -> Interval | None:
    if earliest is None and latest is None:
        return None
    frame = claim.frame if claim.frame == "calendar" else f"{claim.frame}:{claim.document}"
    return Interval(-inf if earliest is None else earliest, inf if latest is None else latest, "day", frame)


def event(claim: Claim) -> Interval | None:
    return _days(claim, claim.event_earliest, claim.event_latest)


def said(claim: Claim) -> Interval | None:
    return _days(claim, claim.said_earliest, claim.said_latest)


def nominal(claim: Claim) -> Interval | None:
    """The figure without its hedge, in the base unit of its dimension: 3,000 of "at least 3,000"."""
    least, most = claim.least, claim.most
    if least is None or most is None:
        one = most if least is None else least
        return None if one is None else Interval(one, one, claim.dimension)
    middle = (least + most) / 2
    return Interval(middle, middle, claim.dimension)


# Words that have a capital only where they open a sentence.
OPENERS = frozenset(
    (
        "The", "A", "An", "His", "Her", "Its", "Their", "Our", "My", "This", "That", "These", "Those", "One", "Two",
        "Three", "Some", "Several", "Many", "Most", "Other", "Another", "He", "She", "It", "They", "We", "Both",
        "Neither", "Local", "State", "Senior", "Former",
    )
)  # fmt: skip
SCOPE_WORDS = {"headline": "headline", "standfirst": "standfirst", "caption": "caption"}


def voice(claim: Claim) -> str:
    """Who says it, in the reader's words, as they stand inside a sentence."""
    first, _, rest = claim.source.partition(" ")
    if first in OPENERS:
        return f"{first.lower()} {rest}".rstrip()
    return inside(claim.source, claim.party) or SCOPE_WORDS.get(claim.scope, "the article")


# Names as DESIGN has them, beside the plain columns of Claim.
VIRTUAL: dict[str, Callable[[Claim], Any]] = {
    "amount": amount,
    "nominal": nominal,
    "event": event,
    "said": said,
    "voice": voice,
    "counted.class": lambda c: c.counted_class,
    "counted.text": lambda c: c.counted_text,
    "counted.head": lambda c: c.counted,
}
COLUMNS = tuple(Claim.__struct_fields__)
NAMES = (*COLUMNS, *VIRTUAL)


def _number(value: Any) -> Any:
    """Numbers of a claim enter arithmetic as points; text, truth and lists stay as they are."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return Interval(float(value), float(value))
    return value


def reader(name: str) -> Callable[[Claim], Any]:
    """The function that reads field `name` of a claim."""
    if name in VIRTUAL:
        return VIRTUAL[name]
    if name not in COLUMNS:
        raise KeyError(name)
    return lambda claim: _number(getattr(claim, name))


def of_role(claims: Sequence[Claim], read: Callable[[Claim], Any]) -> Any:
    """A field of a role: that of its one claim, or the one that all its claims share; else unknown."""
    if not claims:
        return None
    first = read(claims[0])
    return first if all(read(claim) == first for claim in claims[1:]) else None
