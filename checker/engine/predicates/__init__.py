"""The closed list of predicates and functions of the condition language.

Each takes values as `evaluate` makes them: claims of a role (a tuple of Claim), Interval, str, bool, tuple of str, or
None for unknown.  Each can be written over flat columns, so that a rule can also run as SQL.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from checker.engine.predicates import amounts, days, voices, wordings
from checker.engine.predicates.amounts import apart, interval
from checker.engine.predicates.voices import voice_key
from checker.engine.predicates.wordings import fold

__all__ = ["PREDICATES", "Predicate", "apart", "fold", "interval", "voice_key"]


class Predicate(NamedTuple):
    """`most` None takes any number of arguments; `says` is its line in the documentation."""

    function: Callable[..., Any]
    least: int
    most: int | None
    says: str


PREDICATES: dict[str, Predicate] = {
    "apart": Predicate(amounts.apart, 2, 2, "no value fits both"),
    "rival": Predicate(
        amounts.rival, 2, 2, "apart, or two unlike bounds of one direction, or roundings that only touch"
    ),
    "meets": Predicate(amounts.meets, 2, 2, "some value fits both"),
    "rounding": Predicate(amounts.rounding, 2, 2, "one is the other with fewer digits, as 293,000 of 293,264"),
    "transposed": Predicate(
        amounts.transposed, 2, 2, "one is the other with two digits turned round, as 1,847 of 1,487"
    ),
    "before": Predicate(amounts.before, 2, 2, "all of the first lies before all of the second"),
    "sum": Predicate(amounts.total, 1, None, "the sum of all claims of a role, or of several values"),
    "count": Predicate(amounts.count, 1, 1, "how many claims a role has"),
    "min": Predicate(amounts.smallest, 1, None, "the least of them"),
    "max": Predicate(amounts.largest, 1, None, "the greatest of them"),
    "abs": Predicate(amounts.absolute, 1, 1, "without its sign"),
    "fraction": Predicate(amounts.fraction, 1, 1, "7.5 percent as 0.075"),
    "number": Predicate(amounts.number, 1, 1, "the bare number, without what it counts or measures"),
    "rounded": Predicate(amounts.rounded, 1, 1, "widened by half: what rounding to whole numbers may print"),
    "about": Predicate(amounts.about, 2, 2, "widened by a share of itself: about(x, 0.02)"),
    "digits": Predicate(amounts.digits, 2, 2, "the first, as it may be printed with as many digits as the second"),
    "weekday": Predicate(days.weekday, 1, 1, "0 for Monday to 6 for Sunday, of one day of the calendar"),
    "year": Predicate(days.year, 1, 1, "the year or years of some days"),
    "clock": Predicate(days.clock, 1, 1, "minutes of a day as 14:05"),
    "in_unit": Predicate(amounts.in_unit, 2, 2, "the first, in the unit in which the second is printed"),
    "years": Predicate(days.years, 2, 2, "whole years between two days: birthdays passed"),
    "opposed": Predicate(voices.opposed, 2, 2, "one says yes and one says no, and both commit themselves"),
    "committed": Predicate(voices.committed, 1, 1, "its voice holds it certain or probable"),
    "retreats": Predicate(voices.retreats, 2, 2, "the second commits its voice to less than the first"),
    "same_voice": Predicate(voices.same_voice, 2, 2, "one party, source or narration speaks in both"),
    "same_party": Predicate(voices.same_party, 2, 2, "both are known to speak for one government or organisation"),
    "same_source": Predicate(voices.same_source, 2, 2, "both have the same source"),
    "same_sentence": Predicate(voices.same_sentence, 2, 2, "both stand in one sentence of one article"),
    "attributed": Predicate(voices.attributed, 1, 1, "a source is given"),
    "narrated": Predicate(voices.narrated, 1, 1, "the article says it in its own voice"),
    "folded": Predicate(wordings.folded, 1, 1, "a wording without case, accents and punctuation"),
    "spelling": Predicate(wordings.spelling, 2, 2, "edits from one wording to the other, case and accents aside"),
    "shared": Predicate(wordings.shared, 2, 2, "share of the shorter wording's words that the other has"),
    "words": Predicate(wordings.words, 1, 1, "how many words a wording has"),
    "initials": Predicate(wordings.initials, 1, 1, "the capitals of a name: ECB of European Central Bank"),
    "known": Predicate(wordings.known, 1, 1, "it is given"),
    "occurrences": Predicate(wordings.occurrences, 2, 2, "how often a regular expression is found in a print"),
    "contains": Predicate(wordings.contains, 2, 2, "the second stands in the first"),
}
