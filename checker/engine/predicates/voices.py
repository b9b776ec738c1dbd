"""Predicates over who says it and how sure of it they are."""

from __future__ import annotations

from typing import Any

from checker.engine.predicates.amounts import claim_of
from checker.language.lexicon import word_class
from checker.records import Claim

CERTAINTY = {"underspecified": 0, "possible": 1, "probable": 2, "certain": 3}
COMMITTED = ("certain", "probable")


def opposed(a: Any, b: Any) -> bool | None:
    one, other = claim_of(a), claim_of(b)
    if one is None or other is None:
        return None
    return one.polarity != other.polarity and one.certainty in COMMITTED and other.certainty in COMMITTED


def committed(a: Any) -> bool | None:
    one = claim_of(a)
    return None if one is None else one.certainty in COMMITTED


def retreats(a: Any, b: Any) -> bool | None:
    """b commits its voice to less than a does."""
    one, other = claim_of(a), claim_of(b)
    if one is None or other is None:
        return None
    return CERTAINTY.get(other.certainty, 0) < CERTAINTY.get(one.certainty, 0)


def voice_key(claim: Claim) -> str:
    """Whose word it is: the party, else the source by name; "" for narration, one voice in whatever article."""
    return claim.party or claim.source_id or claim.source.casefold()


def same_voice(a: Any, b: Any) -> bool | None:
    one, other = claim_of(a), claim_of(b)
    if one is None or other is None:
        return None
    return one_voice(one, other)


def one_voice(one: Claim, other: Claim) -> bool:
    """Is it one's word, by its full name or by a shorter one?"""
    return voice_key(one) == voice_key(other) or _same_again(one, other)


def _same_again(one: Claim, other: Claim) -> bool:
    """ "The ministry" in an article that has "the defence ministry" speak."""
    if one.document != other.document or one.source_id or other.source_id:
        return False
    short, long = sorted((one.source.casefold().split(), other.source.casefold().split()), key=len)
    again = len(short) == 2 and short[0] == "the" and short[1] in word_class("cue_word", "body")
    return again and len(long) > 2 and long[0] == "the" and long[-1] == short[1]


def same_party(a: Any, b: Any) -> bool | None:
    one, other = claim_of(a), claim_of(b)
    if one is None or other is None or not (one.party and other.party):
        return None
    return one.party == other.party


def same_source(a: Any, b: Any) -> bool | None:
    one, other = claim_of(a), claim_of(b)
    if one is None or other is None or not (one.source and other.source):
        return None
    if one.source_id and other.source_id:
        return one.source_id == other.source_id
    return one.source.casefold() == other.source.casefold()


def same_sentence(a: Any, b: Any) -> bool | None:
    one, other = claim_of(a), claim_of(b)
    if one is None or other is None:
        return None
    return (one.document, one.sentence) == (other.document, other.sentence)


def attributed(a: Any) -> bool | None:
    one = claim_of(a)
    return None if one is None else bool(one.source)


def narrated(a: Any) -> bool | None:
    one = claim_of(a)
    return None if one is None else not one.source
