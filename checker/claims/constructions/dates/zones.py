"""Time zones: what letters, cities and countries say of a clock, and how far it is ahead of UTC on a day."""

from __future__ import annotations

import datetime as dt
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from checker import patterns
from checker.entities.gazetteer import plain
from checker.kept import kept
from checker.language.lexicon import items, table

MIDDAY = dt.time(12)


class Zone(msgspec.Struct, frozen=True):
    """What a clock may follow: fixed minutes ahead of UTC, or the clocks of places, by IANA's names."""

    minutes: tuple[int, ...] = ()
    places: tuple[str, ...] = ()
    letters: bool = False

    @property
    def loose(self) -> bool:
        """Are its letters written all the year round, whatever the clocks do?"""
        if not self.letters or not self.places:
            return False
        return not self.minutes or min(self.minutes) == min(_year(self.places[0]))

    def ahead(self, day: int) -> frozenset[int]:
        """The minutes by which this clock may be ahead of UTC on a day; none where no such time is kept then."""
        kept_then = {one for place in self.places if (one := offset(place, day)) is not None}
        summer = self.minutes and kept_then and min(self.minutes) > max(kept_then)
        return frozenset() if summer else frozenset((*self.minutes, *kept_then))


@cache
def offset(place: str, day: int) -> int | None:
    """Minutes ahead of UTC at midday; None where the machine does not know the place."""
    try:
        ahead = dt.datetime.combine(dt.date.fromordinal(day), MIDDAY, ZoneInfo(place)).utcoffset()
    except ZoneInfoNotFoundError:
        return None
    return None if ahead is None else int(ahead.total_seconds() // 60)


@cache
def _year(place: str) -> tuple[int, ...]:
    """Its minutes ahead of UTC in January and in July."""
    days = dt.date(2024, 1, 1).toordinal(), dt.date(2024, 7, 1).toordinal()
    return tuple(one for day in days if (one := offset(place, day)) is not None) or (0,)


@cache
def lettered() -> dict[str, Zone]:
    """ "EST", "PACIFIC" → its zone, of `construction_zones.tsv`."""
    return {
        row["zone"]: Zone(tuple(int(one) for one in items(row["minutes"])), items(row["place"]), True)
        for row in table("construction_zones")
    }


SAINT = patterns.compile(r"\b(?:saint|st\.?) ")


def place_name(printed: str) -> str:
    """One spelling of a place: "Saint Petersburg", "St. Petersburg" and "St Petersburg"."""
    return SAINT.sub("st ", plain(printed))


@kept
def placed() -> dict[str, list[str]]:
    """City, state, country or demonym → the places whose clocks it may follow, of `place_zone.tsv`."""
    found: dict[str, set[str]] = {}
    codes: dict[str, set[str]] = {}
    for row in table("place_zone"):
        for name in items(row["places"]):
            group = codes if len(name) == 2 and name.isupper() else found
            group.setdefault(place_name(name), set()).add(row["zone"])
    for country in (*table("country"), *table("country_extra")):
        zones = codes.get(place_name(country["code"]), set())
        for column in ("names", "demonyms", "doubtful"):
            for name in items(country.get(column, "")):
                found.setdefault(place_name(name), set()).update(zones)
        for name in items(country["capitals"]):
            if place_name(name) not in found:  # small ones
                found[place_name(name)] = set(zones)
    return {name: sorted(zones) for name, zones in found.items() if zones}
