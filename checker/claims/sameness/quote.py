"""When two quotations are one utterance in two wordings: one speaker, the same content words in the same order.

A quotation that stands word for word inside the other is no second wording, and two sentences of one speech are two
utterances, so the words that a pair shares must make up nearly all that the shorter one says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from math import exp

from checker.claims.rarity import NAME, weight
from checker.claims.sameness.pairing import Pairing, key, ordered
from checker.records import Claim

RARE = 0.75  # weight of a word that may bring two quotations together
CROWDED = 40  # a word that more quotations share brings nothing together
COPIES = frozenset(("headline", "standfirst", "caption"))  # say again what the body says
LEAST_COVERAGE = 0.6
SUFFIXES = (
    "ational", "ations", "ation", "ities", "ility", "ments", "ment", "ingly", "ously", "fully", "ness", "ity", "ally",
    "ance", "ence", "able", "ible", "ive", "ing", "ion", "ous", "ful", "ies", "ied",
    "ant", "ent", "al", "ly", "ed", "er", "es",
)  # fmt: skip


def pairs(claims: Sequence[Claim]) -> Iterator[Pairing]:
    """Quotations in two wordings, found by the rare words that they share."""
    rows = sorted(claims, key=key)
    holders: dict[str, list[int]] = defaultdict(list)
    for number, claim in enumerate(rows):
        for word in dict.fromkeys(claim.modifiers):
            if weight(word) >= RARE:
                holders[stem(word)].append(number)
    seen: set[tuple[int, int]] = set()
    for numbers in holders.values():
        if 1 < len(numbers) <= CROWDED:
            for i, left in enumerate(numbers):
                for right in numbers[i + 1 :]:
                    if left != right and (left, right) not in seen:
                        seen.add((left, right))
                        pairing = compare(rows[left], rows[right])
                        if pairing is not None:
                            yield pairing


def compare(a: Claim, b: Claim) -> Pairing | None:
    """The argument for one utterance, or None."""
    speaker = same_speaker(a, b)
    if speaker is False or contained(a.wording, b.wording) or _overlap(a, b):
        return None
    if a.polarity != b.polarity and a.document == b.document:
        return None
    shared = in_order(a.modifiers, b.modifiers)
    told = sum(weight(word) for word in shared)
    size = min(_size(a), _size(b))
    coverage = told / size if size else 0.0
    if len(shared) < 2 or coverage < LEAST_COVERAGE or told < 1.2:
        return None
    if len(shared) < 3 and coverage < 0.9:
        return None
    if a.document == b.document and not _copy(a, b) and coverage < 0.75:
        return None
    score = -3.2 + 4.0 * coverage + 0.6 * min(told, 4.0)
    if speaker is None:
        score -= 1.0
    if a.document == b.document and not _copy(a, b):
        score -= 0.7  # a speaker who says much says some of it twice
    first, second = ordered(a, b)
    matched = ("words: " + ", ".join(word.removeprefix(NAME) for word in shared[:6]),)
    return Pairing(
        first,
        second,
        (("speaker", *matched) if speaker else matched),
        () if speaker else ("speaker",),
        ("wording",),
        1 / (1 + exp(-score)),
    )


def same_speaker(a: Claim, b: Claim) -> bool | None:
    """None when one of them is not named."""
    if not (a.source or a.subject) or not (b.source or b.subject):
        return None
    if a.subject and b.subject:
        if a.subject == b.subject:
            return True
        if a.party and a.party == b.party and not (_person(a) and _person(b)):
            return True
        return False if ":" in a.subject and ":" in b.subject and _person(a) and _person(b) else None
    return True if a.source.casefold() == b.source.casefold() else None


def _person(claim: Claim) -> bool:
    return claim.subject.startswith("person:")


def _copy(a: Claim, b: Claim) -> bool:
    return (a.scope in COPIES) != (b.scope in COPIES)


def _overlap(a: Claim, b: Claim) -> bool:
    return a.document == b.document and a.start < b.end and b.start < a.end


def _size(claim: Claim) -> float:
    return sum(weight(word) for word in claim.modifiers)


def contained(one: str, other: str) -> bool:
    """Does one stand word for word in the other?"""
    short, long = sorted((one, other), key=len)
    return f" {short} " in f" {long} "


def in_order(a: Sequence[str], b: Sequence[str]) -> list[str]:
    """The heaviest run of words, in the order of both, that two quotations share by stem."""
    left, right = [stem(word) for word in a], [stem(word) for word in b]
    common = set(left) & set(right)
    rows = [i for i, word in enumerate(left) if word in common]
    columns = [j for j, word in enumerate(right) if word in common]
    best: list[list[tuple[float, tuple[int, ...]]]] = [[(0.0, ())] * (len(columns) + 1) for _ in range(len(rows) + 1)]
    for i, row in enumerate(rows, 1):
        for j, column in enumerate(columns, 1):
            found = max(best[i - 1][j], best[i][j - 1])
            if left[row] == right[column]:
                value, path = best[i - 1][j - 1]
                worth = min(weight(a[row]), weight(b[column])) + 0.001
                found = max(found, (value + worth, (*path, row)))
            best[i][j] = found
    return [a[row] for row in best[-1][-1][1]]


@cache
def stem(word: str) -> str:
    """Without the endings that make one root another part of speech: secure, security; idle, idly; Korea, Korean."""
    if word.startswith(NAME):
        word = word[1:]
        if len(word) > 6 and word.endswith(("n", "s", "h")):
            return word.rstrip("nsh").rstrip("aei")
        return word.rstrip("aei") if len(word) > 5 else word
    if len(word) < 5:
        return word.rstrip("ey") if len(word) > 3 else word
    for ending in SUFFIXES:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    bare = word.rstrip("eyi")
    return bare if len(bare) >= 3 else word
