"""Sun and moon, well enough to place the feasts that follow them: longitudes to a few hundredths of a degree.

Days are ordinals with a fraction, in universal time.  Series after Meeus, Astronomical Algorithms, ch. 25 and 47.
"""
from __future__ import annotations

from datetime import date
from functools import lru_cache
from itertools import pairwise
from math import radians, sin

from checker.times.calendars import new_moons

EPOCH = date(2000, 1, 1).toordinal() + 0.5
INDIA = 5.5 / 24
# Largest terms of the moon's longitude, in degrees, with their multiples of elongation, anomalies and latitude.
MOON = (
    (0, 0, 1, 0, 6.288774), (2, 0, -1, 0, 1.274027), (2, 0, 0, 0, 0.658314), (0, 0, 2, 0, 0.213618),
    (0, 1, 0, 0, -0.185116), (0, 0, 0, 2, -0.114332), (2, 0, -2, 0, 0.058793), (2, -1, -1, 0, 0.057066),
    (2, 0, 1, 0, 0.053322), (2, -1, 0, 0, 0.045758), (0, 1, -1, 0, -0.040923), (1, 0, 0, 0, -0.034720),
    (0, 1, 1, 0, -0.030383), (2, 0, 0, -2, 0.015327),
)  # fmt: skip


def sun(day: float) -> float:
    """Longitude of the sun, in degrees of the equinox of date."""
    t = (day - EPOCH) / 36525
    anomaly = radians(357.52911 + 35999.05029 * t)
    centre = (1.914602 - 0.004817 * t) * sin(anomaly) + 0.019993 * sin(2 * anomaly) + 0.000289 * sin(3 * anomaly)
    return (280.46646 + 36000.76983 * t + centre - 0.00569) % 360


def moon(day: float) -> float:
    """Longitude of the moon."""
    t = (day - EPOCH) / 36525
    angles = (297.8501921 + 445267.1114034 * t, 357.5291092 + 35999.0502909 * t,
              134.9633964 + 477198.8675055 * t, 93.2720950 + 483202.0175233 * t)  # fmt: skip
    shift = sum(size * sin(radians(sum(n * a for n, a in zip(term, angles, strict=True)))) for *term, size in MOON)
    return (218.3164477 + 481267.88123421 * t + shift) % 360


def sidereal_sun(day: float) -> float:
    """Longitude of the sun among the stars, as Indian calendars count it (Lahiri)."""
    return (sun(day) - 23.853 - 0.013969 * (day - EPOCH) / 365.25) % 360


@lru_cache(maxsize=500)
def tithi(year: int, month: int, number: int, hour: int) -> int | None:
    """The day, in India, that has at `hour` the lunar day `number` (1 to 30 from new moon) of a month (1 is Chaitra,
    the months running from new moon to new moon) that begins or ends in this year."""
    moons = [*new_moons(year - 1)[-4:], *new_moons(year)]
    months = sorted({round(found, 3) for found in moons})
    for first, after in pairwise(months):
        sign = int(sidereal_sun(first) // 30)
        if (sign + 1) % 12 + 1 != month or int(sidereal_sun(after) // 30) == sign:  # the second is an intercalary month
            continue
        found = day_of_tithi(int(first + INDIA), number, hour)
        if found is not None and date.fromordinal(found).year == year:
            return found
    return None


def day_of_tithi(first: int, number: int, hour: int) -> int | None:
    for day in range(first + max(0, number - 4), first + number + 4):
        at = day + hour / 24 - INDIA
        elongation = (moon(at) - sun(at)) % 360
        now = int(elongation // 12) + 1
        if now == number:
            return day
        if now > number and now - number < 10:
            return day - 1  # it began after the hour and was over before the next
    return None


@lru_cache(maxsize=500)
def sankranti(year: int, degrees: int) -> int | None:
    """The day, in India, on which the sun reaches a longitude among the stars; after sunset it is the next."""
    for day in range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1):
        sunset = day + 18 / 24 - INDIA
        if (sidereal_sun(sunset) - degrees) % 360 < 180 < (sidereal_sun(sunset - 1) - degrees) % 360:
            return day
    return None


@lru_cache(maxsize=500)
def crescent(start: int) -> int:
    """The first day of the Islamic month that a tabular calendar begins about `start`: the moon is new before sunset
    at Mecca on the eve, as the Saudi calendar wants it."""
    at = date.fromordinal(start)
    moons = [*new_moons(at.year - 1)[-3:], *new_moons(at.year), *new_moons(at.year + 1)[:3]]
    nearest = min(moons, key=lambda found: abs(found + 1.5 - start))
    local = nearest + 3 / 24
    return int(local) + (1 if local % 1 < 18 / 24 else 2)
