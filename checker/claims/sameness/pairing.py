"""What every aspect's decision of sameness gives, and how pairs become slots."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import exp

import msgspec

from checker.claims.rarity import NAME
from checker.language.lexicon import table
from checker.records import Claim, ClaimKey, Match, key_of


class Pairing(msgspec.Struct, frozen=True):
    """Two claims that speak of one thing, and the evidence: names of fields in the reader's words."""

    a: Claim
    b: Claim
    matched: tuple[str, ...]
    silent: tuple[str, ...]
    differ: tuple[str, ...]
    confidence: float  # 0 to 1


LEAST = 0.2  # a pair less sure than this is none


@cache
def weights(name: str) -> dict[str, float]:
    """Name of evidence → weight, of one `sameness*.tsv`."""
    return {row["evidence"]: float(row["weight"]) for row in table(name)}


def confidence(weights: Mapping[str, float], evidence: Mapping[str, float]) -> float:
    """The weighed sum of the evidence and the base, on the logistic curve: 0 to 1."""
    return 1 / (1 + exp(-(weights["base"] + sum(weights.get(name, 0.0) * value for name, value in evidence.items()))))


def telling(words: Iterable[str]) -> tuple[str, ...]:
    """The longest of the words that two sides share, as a report tells them; () when there are none."""
    plain = sorted((word.removeprefix(NAME) for word in words), key=lambda word: (-len(word), word))
    return ("words: " + ", ".join(plain[:4]),) if plain else ()


def ordered(a: Claim, b: Claim) -> tuple[Claim, Claim]:
    return (a, b) if key_of(a) <= key_of(b) else (b, a)


def slots(pairings: Iterable[Pairing], first: int = 0) -> list[Match]:
    """Groups pairings into slots, surest first: a claim joins a slot only when it pairs with every claim there.

    Two claims that are silent where they differ from each other may both fit a third; so a slot is a clique, and a pair
    that fits no slot whole makes one of its own.  The result does not depend on the order of `pairings`.
    """
    known: dict[tuple[ClaimKey, ClaimKey], Pairing] = {}
    for pairing in pairings:
        a, b = ordered(pairing.a, pairing.b)
        pair = (key_of(a), key_of(b))
        if pair not in known or known[pair].confidence < pairing.confidence:
            known[pair] = pairing if a is pairing.a else msgspec.structs.replace(pairing, a=a, b=b)
    partners: dict[ClaimKey, set[ClaimKey]] = defaultdict(set)
    for left, right in known:
        partners[left].add(right)
        partners[right].add(left)
    members: list[set[ClaimKey]] = []
    of: dict[ClaimKey, list[int]] = defaultdict(list)
    for left, right in sorted(known, key=lambda pair: (-known[pair].confidence, pair)):
        if any(right in members[slot] for slot in of[left]):
            continue
        for slot in of[left] + of[right]:
            new = {left, right} - members[slot]
            if all(member in partners[one] for one in new for member in members[slot] if member != one):
                for one in new:
                    members[slot].add(one)
                    of[one].append(slot)
                break
        else:
            slot = len(members)
            members.append({left, right})
            of[left].append(slot)
            of[right].append(slot)
    rows: list[Match] = []
    for number, slot_members in enumerate(members):
        inside = sorted(slot_members)
        for i, left in enumerate(inside):
            for right in inside[i + 1 :]:
                pairing = known[left, right]
                rows.append(
                    Match(
                        first + number,
                        left,
                        right,
                        pairing.matched,
                        pairing.silent,
                        pairing.differ,
                        round(pairing.confidence, 3),
                    )
                )
    return rows


def chained(pairings: Iterable[Pairing], first: int = 0) -> list[Match]:
    """Groups pairings into slots by reachability: what one denial denies is one thing, however it is told elsewhere."""
    rows = sorted(
        (msgspec.structs.replace(p, a=ordered(p.a, p.b)[0], b=ordered(p.a, p.b)[1]) for p in pairings),
        key=lambda p: (key_of(p.a), key_of(p.b)),
    )
    root: dict[ClaimKey, ClaimKey] = {}

    def find(one: ClaimKey) -> ClaimKey:
        while root.setdefault(one, one) != one:
            root[one] = root[root[one]]
            one = root[one]
        return one

    for row in rows:
        left, right = find(key_of(row.a)), find(key_of(row.b))
        root[max(left, right)] = min(left, right)
    number: dict[ClaimKey, int] = {}
    for one in sorted(root):
        number.setdefault(find(one), first + len(number))
    return [
        Match(
            number[find(key_of(row.a))],
            key_of(row.a),
            key_of(row.b),
            row.matched,
            row.silent,
            row.differ,
            round(row.confidence, 3),
        )
        for row in rows
    ]


def by_aspect(claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[claim.aspect].append(claim)
    return groups
