"""Values of a slot in the order in which they were told: what an article still carries after a newer one was known."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from checker.engine.predicates import apart, voice_key
from checker.records import Claim

MOST = 40  # tellings of a slot that are looked at


def _before(a: Claim, b: Claim) -> bool:
    """Told on an earlier day of the calendar, in another article."""
    if a.document == b.document or a.frame != "calendar" or b.frame != "calendar":
        return False
    return a.said_latest is not None and b.said_earliest is not None and a.said_latest < b.said_earliest


def _apart(a: Claim, b: Claim) -> bool:
    return apart((a,), (b,)) is True


def _sequences(claims: Sequence[Claim]) -> tuple[set[int], set[int]]:
    """Places of the claims whose value was told, then replaced, then told again; and of those that replaced it."""
    carried: set[int] = set()
    newer: set[int] = set()
    voices: dict[str, list[int]] = {}
    for place, claim in enumerate(claims[:MOST]):
        voices.setdefault(voice_key(claim), []).append(place)
    for places in voices.values():
        if len(places) < 3:
            continue
        for one, other in combinations(places, 2):
            for first, last in ((one, other), (other, one)):
                if not _before(claims[first], claims[last]) or _apart(claims[first], claims[last]):
                    continue
                between = [
                    middle
                    for middle in places
                    if _before(claims[first], claims[middle])
                    and _before(claims[middle], claims[last])
                    and _apart(claims[first], claims[middle])
                    and _apart(claims[middle], claims[last])
                ]
                if between:
                    carried |= {first, last}
                    newer.update(between)
    return carried - newer, newer


def carried(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The tellings of a value that one voice gives again after it has given a newer one."""
    found = _sequences(claims)[0]
    return tuple(claims[place] for place in sorted(found))


def newer(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """What was told between two tellings of an older value."""
    found = _sequences(claims)[1]
    return tuple(claims[place] for place in sorted(found))
