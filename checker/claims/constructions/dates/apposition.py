"""One day named twice in a breath: "yesterday, 20 October", "two days ago, on 16 March", "on 5 July, next week", "last
week's hearing on 4 March", "today (Wednesday)"."""

from __future__ import annotations

from itertools import pairwise

from checker import patterns
from checker.claims.constructions.dates.calendar import YEAR_PRINTED
from checker.claims.constructions.dates.dates import figure_of
from checker.claims.constructions.frame.match import Group
from checker.claims.constructions.frame.roles import Roles
from checker.claims.draft import Draft
from checker.records import Time

DEICTIC = frozenset(("today", "yesterday", "tomorrow", "last", "this", "next"))
LATER = frozenset(("earlier", "later"))  # "earlier this month"
DAYS = frozenset(("today", "yesterday", "tomorrow", "tonight"))
OF_A_DAY = frozenset(("daypart", "hour", "minute"))
GRAINS = frozenset(("day", "week", "month", "year"))
# How many days more a distance leaves on either side, by its unit: "two weeks ago" may be eleven days.
SLACK = {"day": 1, "week": 4, "fortnight": 4, "month": 10}
WEEK = 1  # a week may begin on Sunday
YEAR = 365
OPENS = patterns.compile(r"(?:,| \(| [-–—]) ?(?:(?:on|in) )?(?:the )?|['’]s (?:[a-z-]+ ){1,3}(?:on |in |\()")
CLOSES = patterns.compile(r"[,).;:!?]| [-–—]|\s*(?:\n|$)")
LISTS = patterns.compile(r",? (?:and|or) (?:on |in )?")  # "won last year, in 2021 and in 2019"
AGO = patterns.compile(r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+) (\w+?)s? ago$")


def apposition_groups(draft: Draft, roles: Roles) -> list[Group]:
    """What stands in apposition to a word that counts from the day of publication, where that day is known."""
    document, text = draft.document, draft.analysis.text
    if document.published_earliest is None or document.published_earliest != document.published_latest:
        return []
    groups: list[Group] = []
    times = draft.names.times
    listed = {
        side.start for pair in pairwise(times) if LISTS.fullmatch(text, pair[0].end, pair[1].start) for side in pair
    }
    for one, other in pairwise(times):
        told, named = (one, other) if _deictic(one) else (other, one)
        if not _deictic(told) or named.frame != told.frame or (one is named and _named(named) is None):
            continue
        if not OPENS.fullmatch(text, one.end, other.start) or not CLOSES.match(text, other.end):
            continue
        if {one.start, other.start} & listed or draft.quotation(told.start):
            continue  # a speaker counts from the day he spoke
        spoken = figure_of(told)
        if named.weekday is not None and named.weekday_span == (named.start, named.end):
            if told.grain in ("day", *OF_A_DAY) and told.earliest == told.latest:
                weekday = float(named.weekday)
                spelt = roles.span(named.start, named.end, (weekday, weekday), weekday)
                groups.append(("weekday-date", [("weekday", spelt), ("date", roles.day(spoken))]))
            continue
        days, printed = _days(told), _named(named)
        if days is not None and printed is not None:
            date = roles.day(figure_of(named), _near(named, printed, days))
            groups.append(("deictic-date", [("told", roles.day(spoken, days)), ("date", date)]))
    return groups


def _deictic(time: Time) -> bool:
    words = time.text.lower().split()
    if time.anchor == "publication" and time.grain in OF_A_DAY and time.weekday is None:
        # "at 8am tomorrow", "last night"
        return words[0] in DAYS or words[-1] in DAYS or words[:2] == ["last", "night"]
    if time.anchor != "publication" or time.grain not in GRAINS or time.weekday is not None:
        return False
    if words[0] in DEICTIC or words[-1] in DEICTIC or (words[0] in LATER and words[1:2] == ["this"]):
        return not any(map(str.isdigit, time.text)) and (time.grain == "day" or words[-1] in (time.grain, *DEICTIC))
    return AGO.match(time.text.lower()) is not None


def _days(time: Time) -> tuple[int, int] | None:
    """The days that the words leave; None for years ago, which are told by the year (`jubilees.py`)."""
    days = time.days
    if days is None:
        return None
    if time.grain in OF_A_DAY and time.text.lower().startswith("last"):
        return days[0], days[0] + 1
    ago = AGO.match(time.text.lower())
    unit = ago[1] if ago else ""
    slack = SLACK.get(unit) if ago else WEEK if time.grain == "week" else 0
    if slack is None:
        return None
    if unit == "day" and time.text.lower().startswith(("two ", "three ", "2 ", "3 ", "a ", "one ")):
        slack = 0
    return days[0] - slack, days[1] + slack


def _named(time: Time) -> tuple[int, int] | None:
    """The days of a date by its name."""
    if time.grain not in ("day", "month", "year") or _deictic(time) or "/" in time.value or time.type != "DATE":
        return None
    return None if time.text.split()[0].lower() in DEICTIC | LATER else time.days


def _near(named: Time, days: tuple[int, int], told: tuple[int, int]) -> tuple[int, int]:
    """Without a printed year, the such date that is nearest to what the words tell."""
    if YEAR_PRINTED.search(named.text):
        return days
    moves = [(days[0] + move, days[1] + move) for move in (-2 * YEAR, -YEAR, 0, YEAR)]
    return days if _gap(days, told) == 0 else min(moves, key=lambda one: _gap(one, told))


def _gap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)
