"""When two minutes are of one moment of a match: the only goal that a player has in each of two reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.claims.sameness.common import same_id
from checker.claims.sameness.pairing import Pairing
from checker.records import Claim, key_of

ONLY = 0.7
REST = 0.65  # the one of several that the other report does not have


def pairs(claims: Sequence[Claim]) -> Iterator[Pairing]:
    """In two articles, of one player and kind."""
    kinds: dict[str, dict[int, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in sorted(claims, key=key_of):
        kinds[claim.predicate][claim.document].append(claim)
    for told in kinds.values():
        for here, there in combinations(told.values(), 2):
            for player in sorted({claim.subject for claim in here}):
                yield from _one_player(
                    [claim for claim in here if claim.subject == player],
                    [claim for claim in there if same_id(claim.subject, player)],
                )


def _one_player(here: Sequence[Claim], there: Sequence[Claim]) -> Iterator[Pairing]:
    left, right = {claim.value for claim in here}, {claim.value for claim in there}
    several = any(claim.qualifier == "several" for claim in (*here, *there))
    if len(left) != len(right) or len(left - right) != 1 or (several and len(left) == 1):
        return
    sure = ONLY if len(left) == 1 else REST
    for a in here:
        for b in there:
            if a.value not in right and b.value not in left:
                yield Pairing(a, b, ("person", "predicate"), (), (), sure)
