"""Ages: "12 years old", "a 12-year-old", "aged 34", "Ana Ruiz, 34, said"."""
from __future__ import annotations

from functools import cache

from checker import patterns
from checker.quantities import cues, nouns, units
from checker.quantities.numerals import Numeral
from checker.quantities.units import Unit

_UNIT = patterns.compile(
    r"(?:[ \u00a0]|[-‐‑– ]{1,3})?(year|month|week|day|hour|yr|y)s?"
    r"(?:[ -]*(?:olds?|of age)(?![a-z])|[ -]?o(?:ld)?(?![a-z])|/o(?![a-z]))"
)
_LETTERS = frozenset("ymwdh")
_OLDEST = 130
_LAST_HOUR = 24  # "died at 24" may be a clock time, "died at 72" not
_DIED = patterns.compile(r"\b(?:died|dies|dead|passed away)\b[^.;:\n]* at $")
_YOUNGEST = 1  # "he was one" is no age
_WHO = patterns.compile(
    r"\b(?:s?he|who)(?:['’]s| is| was| were| are| had been| will be| would be| has just turned)"
    r"(?: (?:now|then|only|just|still|about|around|almost|nearly|barely|already))? $"
)
_BE = frozenset(["is", "was", "are", "were", "be", "been", "he's", "she's", "he’s", "she’s", "who's", "who’s"])
_BE_TAILS = frozenset(["now", "then", "only", "just", "still", "about", "around", "almost", "nearly", "barely"])
_CLOSED = patterns.compile(r"\s*(?:$|[.,;:!?)”\"]| (?:when|and|at the time|but|then|or|while|with|years?)\b)")
_HE = patterns.compile(r",? (?:s?he|his|her|i)\b")
_PERSON_OF = patterns.compile(r"\b(?:man|woman|boy|girl|youth|teenager|lad|youngster|pensioner|child) of $")
_AGE_IS = patterns.compile(  # "the average age of a buyer is now 36"
    r"\b(?:average|median|mean|typical|minimum|maximum|retirement|pension|legal) age\b"
    r"(?: (?:of|for|at|in) [^.;,\n]{1,50})?"
    r" (?:is|was|were|are|be|been|to|at)(?: now| then| only| just| still| about| around)? $"
)
_BOTH = patterns.compile(r", (?:both|each|all|now|then|then only|also|only|just) $")


@cache
def _before() -> frozenset[str]:
    """Words right before a figure that may tell an age."""
    return _BE | _BE_TAILS | cues.words("age-lead")


def old(lower: str, end: int, numeral: Numeral) -> tuple[Unit, int] | None:
    """The unit of an age behind a figure that ends at `end`: "year of age", and where it ends."""
    if numeral.form == "fraction" or _LETTERS.isdisjoint(lower[end : end + 4]):
        return None
    match = _UNIT.match(lower, end)
    if match is None:
        return None
    name = "year" if match[1] in ("yr", "y") else match[1]
    return units.unit_named(f"{name} of age"), match.end()


def named(text: str, lower: str, start: int, end: int, numeral: Numeral, counts: bool) -> bool:
    """A bare figure that is an age by the words before it or by its place behind a name; counts: a noun follows."""
    if numeral.value is None or not 0 < numeral.value < _OLDEST:
        return False
    last = "" if counts else cues.last_word(lower, start)
    if last in _before() and (led(lower, start) or _told(lower, start, end, last, numeral)):
        return True
    return numeral.form == "digits" and end - start <= 3 and _apposed(text, lower, start, end)


def led(lower: str, start: int) -> bool:
    """Words of age stand before: "aged 34", "the age of 12", "turned 40", "children under 5"."""
    if cues.last_word(lower, start) not in cues.words("age-lead"):
        return False
    return cues.pattern("age-before", after=r"\s$").search(lower, max(0, start - 34), start) is not None


def _told(lower: str, start: int, end: int, last: str, numeral: Numeral) -> bool:
    """ "she was 92", "at 16, he left", "died at 71", "a woman of 29"."""
    left = max(0, start - 34)
    value = numeral.value or 0.0
    if last == "at":
        if numeral.form == "digits" and value > _LAST_HOUR and _DIED.search(lower, max(0, start - 60), start):
            return True
        return value > 2 and _HE.match(lower, end) is not None
    if value <= _YOUNGEST or _CLOSED.match(lower, end) is None:
        return False
    if _AGE_IS.search(lower, max(0, start - 90), start):
        return True
    if last == "of":
        return _PERSON_OF.search(lower, left, start) is not None
    return (last in _BE or last in _BE_TAILS) and _WHO.search(lower, left, start) is not None


def _apposed(text: str, lower: str, start: int, end: int) -> bool:
    """ "Ana Ruiz, 34, said", "Ana Ruiz (34)", "the driver, 34, was held", "the twins, both 17"."""
    if start < 4:
        return False
    closed = text[end : end + 1] in (",", ".", ";", ")") or text[end : end + 5] == " and "
    if text[start - 2 : start] == ", " and closed:
        near = max(0, start - 40)
        left = max(text.rfind(" ", near, start - 2), text.rfind("\n", near, start - 2)) + 1
        if text[left : left + 1].isupper():
            return not text[left : start - 2].isupper()
        word = lower[left : start - 2]
        return text[end : end + 1] == "," and not nouns.is_plural(word) and nouns.noun_class(word, word) == "person"
    if closed and text[start - 1] == " " and _BOTH.search(lower, max(0, start - 12), start):
        return text[end : end + 1] in (",", ".", ";", ")") and int(text[start:end]) > _YOUNGEST
    if text[start - 2 : start] != " (" or text[end : end + 1] != ")" or not text[start - 3].islower():
        return False
    words = text[max(0, start - 40) : start - 2].split()
    return len(words) >= 2 and all(word[:1].isupper() for word in words[-2:])
