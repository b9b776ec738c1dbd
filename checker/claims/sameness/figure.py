"""When two figures speak of one thing: what is counted, predicate, actor, place, time and the words around them.

A pair is *argued*: every field says that it matches, is silent, or differs.  Some differences end the argument (two
places, two years, planned and done, total and further); the others weigh (`rules/lexicon/sameness.tsv`), and the sum
becomes the confidence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from checker.claims.rarity import NAME, weight
from checker.claims.sameness.apart import are_twins, told_apart
from checker.claims.sameness.common import in_headline, one_sentence
from checker.claims.sameness.evidence import argue
from checker.claims.sameness.pairing import LEAST, Pairing, confidence, weights
from checker.claims.sameness.score import results, scores
from checker.claims.sameness.surroundings import (
    Surroundings,
    blocks,
    in_parts,
    in_rows,
    other_changes,
    retold,
    surroundings,
)
from checker.records import Claim, ClaimKey, key_of
from checker.slips import slip

COMPARED_KINDS = frozenset(("cardinal", "money", "percent", "measure", "range", "rate", "ratio"))


def pairs(claims: Sequence[Claim]) -> Iterator[Pairing]:
    """Every two figures of one thing, with the argument; figures of one block only, never all with all."""
    usable = [
        claim
        for claim in claims
        if claim.kind in COMPARED_KINDS and claim.scope != "furniture" and claim.text.lower() != "one"
    ]  # "one of the leaders" counts nothing
    yield from scores(claims)
    yield from results(claims)
    around = surroundings(usable)
    seen: set[tuple[ClaimKey, ClaimKey]] = set()
    for block, group in blocks(usable).items():
        for a, b in candidates(group):
            pair = (key_of(a), key_of(b))
            if pair in seen or (a.proposition == b.proposition and a.document == b.document):
                continue
            seen.add(pair)
            pairing = compare(a, b, block, around)
            if pairing is not None:
                yield pairing


SMALL_GROUP = 80  # figures of a kind that are all set against each other


COMMON = 30  # figures that may share a word before it says nothing


def candidates(group: Sequence[Claim]) -> Iterable[tuple[Claim, Claim]]:
    """Pairs of a block worth arguing: all of a small one; of a large one those that share a telling word.

    So an article of any length costs in proportion to its figures: a word that more than a few figures share is no
    evidence, and is passed over.
    """
    if len(group) <= SMALL_GROUP:
        return combinations(group, 2)
    holders: dict[str, list[int]] = defaultdict(list)
    for number, claim in enumerate(group):
        for word in claim.context:
            if weight(word) >= 0.5:
                holders[word.removeprefix(NAME)].append(number)
    pairs = {pair for numbers in holders.values() if len(numbers) <= COMMON for pair in combinations(numbers, 2)}
    return ((group[a], group[b]) for a, b in sorted(pairs))


def compare(a: Claim, b: Claim, block: object, around: Surroundings) -> Pairing | None:
    """The argument for a pair, or None when the text tells the two apart."""
    if one_sentence(a, b) or told_apart(a, b):
        return None
    twins = are_twins(a, b)
    if twins and around.place[key_of(a)] != around.place[key_of(b)]:
        return None  # the first figure of a sentence is told again by the first of its twin
    if a.document == b.document and not twins and retold(a, b, block, around):
        return None
    if in_headline(a, b) and touches(a, b):
        return None  # a headline leaves "more than" out
    if in_parts(a, b, block, around) or (not twins and other_changes(a, b, block, around)):
        return None
    if not twins and not slip(a, b) and in_rows(a, b, block, around):
        return None
    argument = argue(a, b, block, around)
    if twins:
        argument.evidence |= {"twins": 1.0, "crowd": 0.0, "tables": 0.0, "rivals": 0.0, "scale apart": 0.0}
    elif touches(a, b):
        argument.evidence["touching"] = 1.0
    sure = confidence(weights("sameness"), argument.evidence)
    if sure < LEAST:
        return None
    return Pairing(a, b, tuple(argument.matched), tuple(argument.silent), tuple(argument.differ), sure)


def touches(a: Claim, b: Claim) -> bool:
    """Do the two only just exclude each other ("30", "more than 30")?  Loose talk, but in twins."""
    return (a.least is not None and a.least == b.most and not (a.low_closed and b.high_closed)) or (
        a.most is not None and a.most == b.least and not (a.high_closed and b.low_closed)
    )
