"""The day in an agency's dateline: "HARBOUR CITY, May 11 —" above a text that was printed the day after."""
from __future__ import annotations

from datetime import date

from checker import patterns
from checker.records import Document
from checker.times.readings import MONTHS, ordinal

LONGEST = 3  # days between the dateline and print: a weekend
_MONTH = "|".join(rf"{name[:3]}(?:{name[3:]}|t?\.)?" for name in MONTHS[1:])
_DAY = patterns.compile(
    rf"[A-Z][^\n!?;:]{{1,60}}?[ (](?:(?P<month>{_MONTH}) (?P<day>\d\d?)|(?P<day_>\d\d?) (?P<month_>{_MONTH}))"
    r"(?:, \d{4})?\)?(?: \([^()\n]{2,30}\))? ?(?:--|[-–—])(?!\d)"
)


def day_of_writing(document: Document, pub: int) -> int:
    """The day that "today" means: the dateline's where one stands shortly before publication, else publication's."""
    begins = [scope.start for scope in document.scopes if scope.kind == "body"][:1] or [0]
    found = _DAY.match(document.text, begins[0], begins[0] + 120)
    if found is None:
        return pub
    name, day = found["month"] or found["month_"], int(found["day"] or found["day_"])
    month = next(number for number, full in enumerate(MONTHS) if full and name.startswith(full[:3]))
    year = date.fromordinal(pub).year
    days = (ordinal(year, month, day), ordinal(year - 1, month, day))
    return next((found for found in days if found is not None and 0 <= pub - found <= LONGEST), pub)
