"""Is one figure the other with a slip of the pen or the keyboard?  Figures of two things are so alike by chance only.

Slips of copying keep the length of a number: two digits change places (1,847 and 1,487), or one digit is another (225
and 235); or they drop or add a nought (200,000 and 20,000), or three of them (4.5 million and 4.5 billion).
"""

from __future__ import annotations

from functools import lru_cache
from math import isinf

from checker.records import Claim

PLACES = 12  # digits behind the point that a printed number may have
LEAST_OF_THOUSANDS = 1e6  # below a million no word of magnitude is exchanged for another


def slip(a: Claim, b: Claim) -> str:
    """Says "turned" where two digits changed places, "digit" where one of a longer number is another, "nought" where
    one was dropped or added, "thousand" where million stands for billion, "" else."""
    if _plain(a) != _plain(b) or a.value is None or b.value is None or a.value == b.value:
        return ""
    left, right = digits(a.value), digits(b.value)
    if left[1] != right[1]:
        if left[0] != right[0]:
            return ""
        noughts = abs(left[1] - right[1])
        if noughts == 3:
            largest = max(abs(a.value), abs(b.value))
            told = len(left[0]) > 1 or a.dimension.startswith("money")
            return "thousand" if told and largest >= LEAST_OF_THOUSANDS else ""
        return "nought" if noughts == 1 and len(left[0]) > 1 else ""
    size = max(len(left[0]), len(right[0]))
    one, other = left[0].ljust(size, "0"), right[0].ljust(size, "0")
    apart = [place for place in range(size) if one[place] != other[place]]
    if len(apart) == 2 and one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]:
        return "turned"
    return "digit" if len(apart) == 1 and size > 2 else ""


def _plain(claim: Claim) -> str:
    """The unit without its rate: "$38 a share" is told again as "$38"."""
    return claim.unit.partition(" per ")[0]


def surprise(a: Claim, b: Claim) -> float:
    """How far from chance such a likeness is: 0.5 for numbers of two digits, of which one in ninety pairs is turned
    round, 1 for longer ones; of those a thousand times another, 0.5 for one digit only."""
    size = max(len(digits(one.value)[0]) for one in (a, b) if one.value is not None)
    short = SHORT - 1 if slip(a, b) == "thousand" else SHORT
    return 1.0 if size > short else 0.5


SHORT = 2


@lru_cache(4096)
def digits(value: float) -> tuple[str, int]:
    """The significant digits of a number and its order of magnitude: 48,000 is ("48", 4)."""
    plain = f"{abs(value):.{PLACES}f}"
    whole, _, part = plain.partition(".")
    whole = whole.lstrip("0")
    order = len(whole) - 1 if whole else len(part.lstrip("0")) - len(part) - 1
    return (whole + part).strip("0") or "0", order


def last_digit(value: float) -> float:
    """The worth of the last digit that is not zero: 100 for 1,500, 0.1 for 2.5."""
    if not value or isinf(value):
        return 0.0
    told, order = digits(value)
    return float(10.0 ** (order - len(told) + 1))
