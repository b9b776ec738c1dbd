"""When two claims of aspect quote speak of one thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.claims.sameness.pairing import Pairing
from checker.records import Claim


def pairs(claims: Sequence[Claim]) -> Iterable[Pairing]:
    return ()
