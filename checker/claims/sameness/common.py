"""What any two claims, or two names of theirs, may have in common, whatever their aspect."""

from __future__ import annotations

from collections.abc import Set

from checker.records import Claim


def one_sentence(a: Claim, b: Claim) -> bool:
    return a.document == b.document and a.sentence == b.sentence


def in_headline(a: Claim, b: Claim) -> bool:
    """Does a headline, short of words as it is, tell one of the two?"""
    return "headline" in (a.scope, b.scope)


def on_two_days(a: Claim, b: Claim) -> bool:
    """Do the events lie on days that cannot be the same?"""
    if a.event_earliest is None or b.event_earliest is None or a.event_latest is None or b.event_latest is None:
        return False
    return a.event_latest < b.event_earliest or b.event_latest < a.event_earliest


def at_two_places(a: Claim, b: Claim) -> bool:
    """Does each give a place, and neither sentence name the other's?"""
    return bool(a.place and b.place) and a.place != b.place and a.place not in b.names and b.place not in a.names


def nested(one: Set[str], other: Set[str]) -> bool:
    """Are all words of the one among those of the other?  Of no words always."""
    return one <= other or other <= one


def same_id(a: str, b: str) -> bool:
    """One actor under two kinds of id: "person:hilda" where her title shows it, "name:hilda" or "hilda" where not, and
    "person:hilda-moen" or "name:hilda-moen" beside a bare "name:moen"."""
    left, right = a.rpartition(":")[2], b.rpartition(":")[2]
    if left == right:
        return True
    named = ("person:", "name:")
    return (a.startswith(named) and left.endswith(f"-{right}") and b.startswith("name:")) or (
        b.startswith(named) and right.endswith(f"-{left}") and a.startswith("name:")
    )
