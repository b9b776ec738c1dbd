"""A count that takes up an earlier one: "all 14 animals" after "a dozen elephants"."""

from __future__ import annotations

from checker.claims.nouns import akin, alike, generic_nouns, noun_classes
from checker.language.morphology import verb_class, verb_forms
from checker.records import Claim, key_of

REACH = 3  # sentences over which a count is taken up


def takes_up(a: Claim, b: Claim) -> bool:
    """Does the later count stand for those of the earlier, by their noun or a wider one?"""
    first, later = (a, b) if key_of(a) < key_of(b) else (b, a)
    if not later.taking_up or first.definite or first.qualifier == "joined" or a.document != b.document:
        return False
    if not a.counted or not b.counted:
        return False
    if not 0 < later.sentence - first.sentence <= REACH:
        return False
    wider = later.counted in generic_nouns() or later.counted == noun_classes().get(first.counted, "")
    kindred = akin(first.counted, later.counted) or (wider and alike(a.counted, b.counted) > 0)
    return first.counted == later.counted or kindred


def of_the_same(a: Claim, b: Claim) -> bool:
    """Does it say of those it takes up what the earlier tells: "all four injured men" after "three were injured"?"""
    first, later = (a, b) if key_of(a) < key_of(b) else (b, a)
    known = {verb_class(verb_forms()[word][0]) for word in later.modifiers if word in verb_forms()}
    return first.predicate in known and takes_up(a, b)
