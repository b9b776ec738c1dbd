"""Other calendars that feasts follow: Easter, the Hebrew and the Islamic year, the new moon."""
from __future__ import annotations

from datetime import date, timedelta
from math import radians, sin


def easter(year: int) -> date:
    """Western Easter (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return date(year, month, (h - m + r + month + 19) % 32)


def orthodox_easter(year: int) -> date:
    """Eastern Easter, in the Gregorian calendar (Meeus)."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def islamic(year: int, month: int, day: int) -> int:
    """Ordinal of a day of the tabular Islamic calendar (epoch 16 July 622 Julian = ordinal 227015)."""
    return day + 29 * (month - 1) + month // 2 + (year - 1) * 354 + (3 + 11 * year) // 30 + 227014


HEBREW_EPOCH = -1_373_427  # ordinal of 1 Tishri of year 1


def _elapsed(year: int) -> int:
    """Days from the epoch to the mean new year, moved off the days on which it may not fall."""
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    day = 29 * months + parts // 25920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


def hebrew_new_year(year: int) -> int:
    """Ordinal of 1 Tishri of a Hebrew year (Reingold and Dershowitz)."""
    before, this, after = _elapsed(year - 1), _elapsed(year), _elapsed(year + 1)
    delay = 2 if after - this == 356 else 1 if this - before == 382 else 0
    return HEBREW_EPOCH + this + delay


def hebrew(month: str, year: int) -> int:
    """Ordinal of 1 Tishri, 15 Nisan or 25 Kislev in a Gregorian year."""
    autumn = hebrew_new_year(year + 3761)
    if month == "nisan":
        return autumn - 163
    if month == "kislev":
        heshvan = 30 if (hebrew_new_year(year + 3762) - autumn) % 10 == 5 else 29
        return autumn + 30 + heshvan + 24
    return autumn


def new_moons(year: int) -> list[float]:
    """The new moons of a year as ordinals with a fraction of a day, in universal time, true to some minutes (Meeus)."""
    first = int((year - 2000) * 12.3685)
    out = []
    for k in range(first - 1, first + 15):
        t = k / 1236.85
        day = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t
        sun = radians(2.5534 + 29.1053567 * k)
        moon = radians(201.5643 + 385.81693528 * k + 0.0107582 * t * t)
        latitude = radians(160.7108 + 390.67050284 * k - 0.0016118 * t * t)
        day += -0.4072 * sin(moon) + 0.17241 * sin(sun) + 0.01608 * sin(2 * moon) + 0.01039 * sin(2 * latitude)
        day += 0.00739 * sin(moon - sun) - 0.00514 * sin(moon + sun) + 0.00208 * sin(2 * sun)
        out.append(day - 1721424.5)  # ordinal of midnight
    return out


def lunar_new_year(year: int) -> int | None:
    """The new moon, on Beijing's calendar, between 21 January and 20 February."""
    first, last = date(year, 1, 21).toordinal(), date(year, 2, 20).toordinal()
    return next((int(moon + 8 / 24) for moon in new_moons(year) if first <= int(moon + 8 / 24) <= last), None)


def diwali(year: int) -> int | None:
    """The evening before the new moon, in India, between mid-October and mid-November."""
    first, last = date(year, 10, 16).toordinal(), date(year, 11, 14).toordinal()
    sunset = 5.5 / 24 - 17.5 / 24
    return next((int(moon + sunset) for moon in new_moons(year) if first <= int(moon + sunset) <= last), None)
