"""What an expression says, while it is being worked out, and the calendar it is worked out with."""
from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, date
from functools import lru_cache

LAST_DAY = date.max.toordinal()
MONTHS = ("", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")
# First month of a season on the northern half of the earth, where the agencies sit; winter begins in December of the
# year before in calendars but is written of as the winter of its January.
SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
UNIT_LETTER = {"year": "Y", "month": "M", "week": "W", "day": "D", "hour": "H", "minute": "M", "second": "S",
               "decade": "DE", "century": "CE", "quarter": "Q", "fortnight": "W", "night": "D", "weekend": "WE",
               "millennium": "ML", "semester": "M", "season": "SE", "term": "M"}
DATED = frozenset(["day", "week", "weekend", "month", "quarter", "year", "decade", "century", "fortnight"])
SUBDAY = frozenset(["hour", "minute", "second"])
MULTIPLE = {"fortnight": 2, "semester": 6, "decade": 10, "century": 100, "millennium": 1000}


class Reading:
    """One reading: TIMEX3 attributes and days.  Mutable until it becomes a Time."""

    __slots__ = (
        "anchor", "clock", "clock_told", "d", "end", "frame", "grain", "hi", "invalid", "lo", "m", "mod", "number",
        "part", "second", "start", "type", "unit", "value", "weekday", "weekday_at", "y", "zone",
    )  # fmt: skip

    def __init__(self, type_: str, value: str, grain: str = "", lo: int | None = None, hi: int | None = None,
                 anchor: str = "none") -> None:
        self.type = type_
        self.value = value
        self.grain = grain
        self.lo = lo
        self.hi = hi
        self.anchor = anchor
        self.frame = "calendar"
        self.mod = ""
        self.y: int | None = None
        self.m: int | None = None
        self.d: int | None = None
        self.weekday: int | None = None
        self.weekday_at: int | None = None
        self.clock: tuple[int, ...] | None = None
        self.clock_told: tuple[int, ...] | None = None  # of a day: the time of day that the story told just before
        self.zone = ""
        self.invalid = ""
        self.number: float | None = None
        self.unit = ""
        self.part = ""
        self.start: int | None = None
        self.end: int | None = None
        self.second: Reading | None = None  # the other end, where one rule reads both ("6-7 April", "1915-17")


@lru_cache(maxsize=20_000)
def iso(day: int) -> str:
    return date.fromordinal(day).isoformat()


def next_weekday(day: int, weekday: int) -> int:
    """The first day after `day` that is this day of the week (0 for Monday)."""
    return day + ((weekday - (day - 1)) % 7 or 7)


def ordinal(year: int, month: int, day: int) -> int | None:
    """The day's ordinal, or None when there is no such day."""
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return None


def month_length(year: int, month: int) -> int:
    return monthrange(year, month)[1]


def add_months(day: int, months: int) -> int | None:
    """The same day of the month so many months on, or that month's last."""
    if not 1 <= day <= LAST_DAY:
        return None
    at = date.fromordinal(day)
    index = at.year * 12 + at.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(at.day, month_length(year, month + 1))).toordinal()


def add(day: int, count: float, unit: str) -> int | None:
    """Calendar arithmetic: `count` units on (or back), None beyond the calendar."""
    count = count * MULTIPLE.get(unit, 1)
    if unit in ("year", "decade", "century", "millennium"):
        return add_months(day, round(count * 12)) if abs(count) < 10_000 else None
    if unit in ("month", "semester"):
        return add_months(day, round(count)) if abs(count) < 120_000 else None
    if unit == "quarter":
        return add_months(day, round(count * 3)) if abs(count) < 40_000 else None
    days = {"week": 7, "fortnight": 7, "day": 1, "night": 1, "weekend": 7, "hour": 1 / 24, "minute": 1 / 1440}.get(unit)
    if days is None or abs(count) > 1e8:
        return None
    moved = day + int(count * days)
    return moved if 1 <= moved <= LAST_DAY else None


def in_part(day: Reading, part: str) -> Reading:
    """ "early Thursday" of a calendar entry"""
    day.type, day.grain, day.value, day.part = "TIME", "daypart", f"{day.value}T{part}", part
    return day


def day_reading(day: int | None, anchor: str) -> Reading:
    if day is None or not 1 <= day <= LAST_DAY:
        return Reading("DATE", "XXXX-XX-XX", "day", anchor="none")
    out = Reading("DATE", iso(day), "day", day, day, anchor)
    at = date.fromordinal(day)
    out.y, out.m, out.d = at.year, at.month, at.day
    return out


def month_reading(year: int, month: int, anchor: str) -> Reading:
    out = Reading("DATE", f"{year:04d}-{month:02d}", "month", anchor=anchor)
    if 1 <= year <= MAXYEAR:
        out.lo, out.hi = date(year, month, 1).toordinal(), date(year, month, month_length(year, month)).toordinal()
    out.y, out.m = year, month
    return out


def year_reading(year: int, anchor: str) -> Reading:
    if year < 1:
        return bc_reading(1 - year)
    out = Reading("DATE", f"{year:04d}", "year", anchor=anchor)
    if year <= MAXYEAR:
        out.lo, out.hi = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    out.y = year
    return out


def bc_reading(year: int) -> Reading:
    """A year before Christ; its days are counted back in mean Gregorian years."""
    out = Reading("DATE", f"BC{year:04d}", "year", int(-year * 365.2425) + 1, int((1 - year) * 365.2425), "absolute")
    out.y = 1 - year
    return out


def week_reading(day: int, anchor: str) -> Reading:
    """The ISO week that holds the day."""
    if not 8 <= day <= LAST_DAY - 8:
        return Reading("DATE", "XXXX-WXX", "week")
    year, week, weekday = date.fromordinal(day).isocalendar()
    out = Reading("DATE", f"{year:04d}-W{week:02d}", "week", day - weekday + 1, day - weekday + 7, anchor)
    out.y = year
    return out


def weekend_reading(day: int, anchor: str) -> Reading:
    out = week_reading(day, anchor)
    if out.lo is not None:
        out.value += "-WE"
        out.lo += 5
        out.grain = "day"
    return out


def decade_reading(year: int, anchor: str) -> Reading:
    """The ten years that begin with `year`."""
    out = Reading("DATE", f"{year // 10:03d}", "decade", anchor=anchor)
    out.lo, out.hi = ordinal(year, 1, 1), ordinal(year + 9, 12, 31)
    out.y = year
    return out


def century_reading(number: int, anchor: str) -> Reading:
    """The nth century in common use: the 19th is 1800 to 1899."""
    out = Reading("DATE", f"{number - 1:02d}", "century", anchor=anchor)
    out.lo, out.hi = ordinal(max(1, number * 100 - 100), 1, 1), ordinal(number * 100, 12, 31)
    out.y = number * 100 - 100
    return out


def quarter_reading(year: int, quarter: int, anchor: str) -> Reading:
    first, last = month_reading(year, quarter * 3 - 2, anchor), month_reading(year, quarter * 3, anchor)
    first.value, first.grain, first.hi, first.m = f"{year:04d}-Q{quarter}", "quarter", last.hi, quarter * 3 - 2
    return first


def half_reading(year: int, half: int, anchor: str) -> Reading:
    first, last = month_reading(year, half * 6 - 5, anchor), month_reading(year, half * 6, anchor)
    first.value, first.grain, first.hi = f"{year:04d}-H{half}", "season", last.hi
    return first


def season_reading(year: int, season: str, anchor: str) -> Reading:
    """A season; its days are wide, because north and south and sky and weather differ on where it begins."""
    month = SEASON_MONTH[season]
    out = Reading("DATE", f"{year:04d}-{season}", "season", anchor=anchor)
    if season == "WI":
        out.lo, out.hi = ordinal(year - 1, 11, 15), ordinal(year + 1, 3, 31)
    else:
        out.lo, out.hi = ordinal(year, month - 1, 15), ordinal(year, month + 3, month_length(year, month + 3))
    out.y, out.m = year, month
    return out


def span_of(grain: str, day: int, anchor: str) -> Reading:
    """The day, week, month ... that holds `day`."""
    at = date.fromordinal(day)
    if grain in ("week", "fortnight"):
        return week_reading(day, anchor)
    if grain == "weekend":
        return weekend_reading(day, anchor)
    if grain in ("month", "semester"):
        return month_reading(at.year, at.month, anchor)
    if grain == "quarter":
        return quarter_reading(at.year, (at.month + 2) // 3, anchor)
    if grain == "year":
        return year_reading(at.year, anchor)
    if grain == "decade":
        return decade_reading(at.year // 10 * 10, anchor)
    if grain == "century":
        return century_reading(at.year // 100 + 1, anchor)
    return day_reading(day, anchor)


def duration_value(number: float | None, unit: str) -> str:
    """P2Y, PT5H, PXM ..."""
    letter = UNIT_LETTER.get(unit, "X")
    time = "T" if unit in ("hour", "minute", "second") else ""
    if number is None:
        return f"P{time}X{letter[0] if unit not in ('decade', 'century') else letter}"
    number *= MULTIPLE.get(unit, 1)
    letter = {"decade": "Y", "century": "Y", "millennium": "Y"}.get(unit, letter)
    return f"P{time}{number:.10g}{letter}" if number < 1e9 else f"P{time}{number:.0f}{letter}"
