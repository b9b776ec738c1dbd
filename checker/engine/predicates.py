"""The closed list of predicates and functions of the condition language.

Each takes values as `evaluate` makes them: claims of a role (a tuple of Claim), Interval, str, bool, tuple of str, or
None for unknown.  Each can be written over flat columns, so that a rule can also run as SQL.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from math import isinf
from typing import Any, NamedTuple

from checker.engine import fields, values
from checker.engine.values import Interval
from checker.records import Claim

CERTAINTY = {"underspecified": 0, "possible": 1, "probable": 2, "certain": 3}
COMMITTED = ("certain", "probable")


class Predicate(NamedTuple):
    """`most` None takes any number of arguments; `says` is its line in the documentation."""

    function: Callable[..., Any]
    least: int
    most: int | None
    says: str


def interval(value: Any) -> Interval | None:
    """A value as an interval; a role only when it has exactly one claim."""
    if isinstance(value, Interval):
        return value
    if isinstance(value, tuple) and len(value) == 1 and isinstance(value[0], Claim):
        return fields.amount(value[0])
    return None


def intervals(value: Any) -> list[Interval | None]:
    """Of a role with several claims, the interval of each."""
    if isinstance(value, tuple) and not isinstance(value, Interval):
        return [fields.amount(v) for v in value if isinstance(v, Claim)]
    return [interval(value)]


def claim_of(value: Any) -> Claim | None:
    return value[0] if isinstance(value, tuple) and len(value) == 1 and isinstance(value[0], Claim) else None


def apart(x: Any, y: Any) -> bool | None:
    """Of roles with several claims: every one from every one."""
    answer: bool | None = None
    for one in intervals(x):
        for other in intervals(y):
            found = values.is_apart(one, other)
            if not found:
                return found
            answer = True
    return answer


def meets(x: Any, y: Any) -> bool | None:
    found = apart(x, y)
    return None if found is None else not found


UNLIKE_BOUNDS = 0.15  # by how much two bounds of one direction differ before they are two tellings


def rival(x: Any, y: Any) -> bool | None:
    """Two tellings of one figure that an editor cannot print side by side: `apart`, or two bounds of one direction
    ("up to 20 minutes", "up to 30 minutes"), or two roundings that only touch ("$1bn", "$2bn")."""
    found = apart(x, y)
    one, other = interval(x), interval(y)
    if found or one is None or other is None or not values.comparable(one, other):
        return found
    first, second = claim_of(x), claim_of(y)
    for left, right, low, high in ((one, other, second, first), (other, one, first, second)):
        if left.high == right.low and not isinf(left.high):
            if left.low < left.high and right.low < right.high:
                return True
            if (low is not None and not low.low_closed) or (high is not None and not high.high_closed):
                return True  # "30" and "more than 30"
    if isinf(one.high) and isinf(other.high):
        return _unlike(one.low, other.low)
    if isinf(one.low) and isinf(other.low):
        return _unlike(one.high, other.high)
    return found


def _unlike(x: float, y: float) -> bool:
    return not isinf(x) and not isinf(y) and abs(x - y) > UNLIKE_BOUNDS * max(abs(x), abs(y))


ROUNDED = 0.005  # a figure this near, with fewer digits, is the other one rounded


def rounding(x: Any, y: Any) -> bool | None:
    """One is the other with fewer digits: 293,000 and 293,264."""
    first, second = claim_of(x), claim_of(y)
    if first is None or second is None:
        return None
    one, other = interval(fields.nominal(first)), interval(fields.nominal(second))
    if one is None or other is None or not values.comparable(one, other) or not one.low or not other.low:
        return None
    a, b = one.low, other.low
    if abs(a - b) > ROUNDED * max(abs(a), abs(b)):
        return False
    coarse, fine = (a, b) if _significant(a) < _significant(b) else (b, a)
    return _significant(coarse) < _significant(fine) and abs(coarse - fine) <= _last_digit(coarse) / 2


def _significant(value: float) -> int:
    return len(f"{abs(value):.10g}".replace(".", "").strip("0"))


def before(x: Any, y: Any) -> bool | None:
    one, other = interval(x), interval(y)
    if one is None or other is None or not values.comparable(one, other):
        return None
    return values.below(one, other)


def total(*given: Any) -> Interval | None:
    parts = [i for value in given for i in intervals(value)]
    if not parts:
        return None
    result = parts[0]
    for part in parts[1:]:
        result = values.add(result, part)
    return result


def count(value: Any) -> Interval | None:
    return values.point(float(len(value))) if isinstance(value, tuple) and not isinstance(value, Interval) else None


def _extreme(pick: Callable[[Sequence[float]], float], given: Sequence[Any]) -> Interval | None:
    found = [i for value in given for i in intervals(value)]
    known = [i for i in found if i is not None]
    if not known or len(known) < len(found) or not all(values.comparable(known[0], i) for i in known):
        return None
    return Interval(pick([i.low for i in known]), pick([i.high for i in known]), known[0].dimension, known[0].frame)


def smallest(*given: Any) -> Interval | None:
    return _extreme(min, given)


def largest(*given: Any) -> Interval | None:
    return _extreme(max, given)


def absolute(x: Any) -> Interval | None:
    one = interval(x)
    if one is None or one.low >= 0:
        return one
    if one.high <= 0:
        return values.negative(one)
    return one._replace(low=0.0, high=max(-one.low, one.high))


def fraction(x: Any) -> Interval | None:
    """7.5 percent is 0.075; a plain number stays what it is."""
    one = interval(x)
    if one is None:
        return None
    if one.dimension == "percent":
        return Interval(one.low / 100, one.high / 100)
    return one._replace(dimension=None)


def number(x: Any) -> Interval | None:
    """Without its dimension, so that a count of items can be held against a count of people."""
    one = interval(x)
    return None if one is None else Interval(one.low, one.high)


def rounded(x: Any) -> Interval | None:
    """What a writer who rounds to whole numbers might print."""
    one = interval(x)
    return None if one is None else one._replace(low=one.low - 0.5, high=one.high + 0.5)


def about(x: Any, share: Any) -> Interval | None:
    """Widened by a share of itself on both sides: what a writer who rounds freely might print."""
    one, part = interval(x), interval(share)
    if one is None or part is None:
        return None
    margin = part.high * max(abs(one.low), abs(one.high))
    return one._replace(low=one.low - margin, high=one.high + margin)


def digits(x: Any, y: Any) -> Interval | None:
    """x as it may be printed with the precision of claim y: half a unit of y's last non-zero digit either way."""
    one, claim = interval(x), claim_of(y)
    if one is None or claim is None or claim.value is None:
        return one
    margin = 0.0
    scale = 1.0
    if claim.least is not None and claim.most is not None:
        margin = (claim.most - claim.least) / 2
        if claim.value:
            scale = abs((claim.least + claim.most) / 2 / claim.value) or 1.0
    if not margin:
        margin = _last_digit(claim.value) / 2 * scale
    return one._replace(low=one.low - margin, high=one.high + margin)


def _last_digit(value: float) -> float:
    """The worth of the last non-zero digit: 100 for 1,500; 0.1 for 2.5."""
    if not value or isinf(value):
        return 0.0
    text = f"{abs(value):.10f}".rstrip("0")
    whole, _, decimals = text.partition(".")
    if decimals:
        return float(10.0 ** -len(decimals))
    return float(10 ** (len(whole) - len(whole.rstrip("0"))))


def _day(x: Any) -> date | None:
    one = interval(x)
    if one is None or one.low != one.high or isinf(one.low) or one.frame not in ("", "calendar"):
        return None
    try:
        return date.fromordinal(int(one.low))
    except (ValueError, OverflowError):
        return None


def weekday(x: Any) -> Interval | None:
    """0 for Monday to 6 for Sunday; unknown unless x is one day of the calendar."""
    day = _day(x)
    return values.point(float(day.weekday())) if day else None


def _calendar(x: Any) -> tuple[date, date] | None:
    one = interval(x)
    if one is None or isinf(one.low) or isinf(one.high) or one.frame not in ("", "calendar"):
        return None
    try:
        return date.fromordinal(int(one.low)), date.fromordinal(int(one.high))
    except (ValueError, OverflowError):
        return None


def clock(x: Any) -> str | None:
    one = interval(x)
    if one is None or isinf(one.low) or isinf(one.high):
        return None
    ends = [f"{round(end) % 1440 // 60:02}:{round(end) % 60:02}" for end in (one.low, one.high)]
    return ends[0] if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"


def in_unit(x: Any, y: Any) -> Interval | None:
    """An amount in the unit in which claim y is printed."""
    one, claim = interval(x), claim_of(y)
    if one is None or claim is None or not claim.value or claim.least is None or claim.most is None:
        return None
    if claim.dimension == "temperature":
        scale, zero = (5 / 9, 459.67 * 5 / 9) if "ahrenheit" in claim.unit else (1.0, 273.15)
        return Interval((one.low - zero) / scale, (one.high - zero) / scale)
    scale = (claim.least + claim.most) / 2 / claim.value
    return Interval(one.low / scale, one.high / scale) if scale > 0 else None


def year(x: Any) -> Interval | None:
    days = _calendar(x)
    return Interval(float(days[0].year), float(days[1].year)) if days else None


def _completed(start: date, end: date) -> int:
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))


def years(x: Any, y: Any) -> Interval | None:
    """Birthdays passed between some day of x and some day of y."""
    first, last = _calendar(x), _calendar(y)
    if first is None or last is None:
        return None
    return Interval(float(_completed(first[1], last[0])), float(_completed(first[0], last[1])))


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
    return None if one is None or other is None else voice_key(one) == voice_key(other)


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


def fold(text: str) -> str:
    """Letters and digits only, without case, accents or punctuation; words parted by one space."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(letters.split())


def folded(x: Any) -> str | None:
    return fold(x) if isinstance(x, str) and x else None


def edits(x: str, y: str) -> int:
    """Letters to insert, delete, change or exchange with their neighbour (optimal string alignment)."""
    if len(x) > 80 or len(y) > 80:
        return 0 if x == y else 80
    previous: list[int] = []
    row = list(range(len(y) + 1))
    for i, c in enumerate(x, 1):
        before_previous, previous, row = previous, row, [i]
        for j, d in enumerate(y, 1):
            cost = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (c != d))
            if i > 1 and j > 1 and c == y[j - 2] and x[i - 2] == d:
                cost = min(cost, before_previous[j - 2] + 1)
            row.append(cost)
    return row[-1]


def spelling(x: Any, y: Any) -> Interval | None:
    """Edits between two wordings, case, accents and punctuation aside."""
    if not (isinstance(x, str) and isinstance(y, str) and x and y):
        return None
    return values.point(float(edits(fold(x), fold(y))))


def words(x: Any) -> Interval | None:
    return values.point(float(len(fold(x).split()))) if isinstance(x, str) else None


def shared(x: Any, y: Any) -> Interval | None:
    """Share of the words of the shorter wording that the other has too."""
    if not (isinstance(x, str) and isinstance(y, str)):
        return None
    one, other = fold(x).split(), fold(y).split()
    if not one or not other:
        return None
    short, long = (one, set(other)) if len(one) <= len(other) else (other, set(one))
    return values.point(sum(w in long for w in short) / len(short))


def initials(x: Any) -> str | None:
    """First letters of the capitalised words: "European Central Bank" gives "ECB"."""
    if not isinstance(x, str) or not x:
        return None
    return "".join(word[0] for word in x.replace("-", " ").split() if word[:1].isupper())


def known(x: Any) -> bool:
    return x is not None and x != "" and x != ()


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


def occurrences(x: Any, pattern: Any) -> Interval | None:
    if not (isinstance(x, str) and isinstance(pattern, str)):
        return None
    return values.point(float(sum(1 for _ in _pattern(pattern).finditer(x))))


def contains(x: Any, y: Any) -> bool | None:
    """The words of y stand in x, in one piece."""
    if isinstance(x, tuple) and not isinstance(x, Interval):
        return y in x
    if not (isinstance(x, str) and isinstance(y, str)):
        return None
    return f" {fold(y)} " in f" {fold(x)} "


PREDICATES: dict[str, Predicate] = {
    "apart": Predicate(apart, 2, 2, "no value fits both"),
    "rival": Predicate(rival, 2, 2, "apart, or two unlike bounds of one direction, or roundings that only touch"),
    "meets": Predicate(meets, 2, 2, "some value fits both"),
    "rounding": Predicate(rounding, 2, 2, "one is the other with fewer digits, as 293,000 of 293,264"),
    "before": Predicate(before, 2, 2, "all of the first lies before all of the second"),
    "sum": Predicate(total, 1, None, "the sum of all claims of a role, or of several values"),
    "count": Predicate(count, 1, 1, "how many claims a role has"),
    "min": Predicate(smallest, 1, None, "the least of them"),
    "max": Predicate(largest, 1, None, "the greatest of them"),
    "abs": Predicate(absolute, 1, 1, "without its sign"),
    "fraction": Predicate(fraction, 1, 1, "7.5 percent as 0.075"),
    "number": Predicate(number, 1, 1, "the bare number, without what it counts or measures"),
    "rounded": Predicate(rounded, 1, 1, "widened by half: what rounding to whole numbers may print"),
    "about": Predicate(about, 2, 2, "widened by a share of itself: about(x, 0.02)"),
    "digits": Predicate(digits, 2, 2, "the first, as it may be printed with as many digits as the second"),
    "weekday": Predicate(weekday, 1, 1, "0 for Monday to 6 for Sunday, of one day of the calendar"),
    "year": Predicate(year, 1, 1, "the year or years of some days"),
    "clock": Predicate(clock, 1, 1, "minutes of a day as 14:05"),
    "in_unit": Predicate(in_unit, 2, 2, "the first, in the unit in which the second is printed"),
    "years": Predicate(years, 2, 2, "whole years between two days: birthdays passed"),
    "opposed": Predicate(opposed, 2, 2, "one says yes and one says no, and both commit themselves"),
    "committed": Predicate(committed, 1, 1, "its voice holds it certain or probable"),
    "retreats": Predicate(retreats, 2, 2, "the second commits its voice to less than the first"),
    "same_voice": Predicate(same_voice, 2, 2, "one party, source or narration speaks in both"),
    "same_party": Predicate(same_party, 2, 2, "both are known to speak for one government or organisation"),
    "same_source": Predicate(same_source, 2, 2, "both have the same source"),
    "same_sentence": Predicate(same_sentence, 2, 2, "both stand in one sentence of one article"),
    "attributed": Predicate(attributed, 1, 1, "a source is given"),
    "narrated": Predicate(narrated, 1, 1, "the article says it in its own voice"),
    "folded": Predicate(folded, 1, 1, "a wording without case, accents and punctuation"),
    "spelling": Predicate(spelling, 2, 2, "edits from one wording to the other, case and accents aside"),
    "shared": Predicate(shared, 2, 2, "share of the shorter wording's words that the other has"),
    "words": Predicate(words, 1, 1, "how many words a wording has"),
    "initials": Predicate(initials, 1, 1, "the capitals of a name: ECB of European Central Bank"),
    "known": Predicate(known, 1, 1, "it is given"),
    "occurrences": Predicate(occurrences, 2, 2, "how often a regular expression is found in a print"),
    "contains": Predicate(contains, 2, 2, "the second stands in the first"),
}
