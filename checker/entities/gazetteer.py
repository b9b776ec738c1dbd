"""Names that the tables know: states, capitals, demonyms, bodies, cities, given names, titles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

import msgspec

from checker import patterns
from checker.kept import kept
from checker.language.analysis import TOKEN
from checker.language.lexicon import items, table


class Known(msgspec.Struct, frozen=True, array_like=True):
    """A name of the tables.  `kind`: country demonym capital government city body organisation."""

    kind: str
    id: str
    party: str = ""
    name: str = ""
    doubtful: bool = False  # counts only where the text supports it


class Person(msgspec.Struct, frozen=True):
    """A row of title.tsv."""

    kind: str  # courtesy office spokes rank law trade sport kin people modifier
    gender: str = ""
    government: bool = False


class Head(msgspec.Struct, frozen=True):
    """A row of organisation_head.tsv."""

    kind: str
    government: bool = False  # speaks for the government of its country
    itself: bool = False  # is the government
    common: bool = False  # also a description in small letters


@kept
def known() -> dict[str, msgspec.Raw]:
    """First word → the names that begin with it (`beginning` unpacks them: an article needs few of thousands)."""
    found: dict[tuple[str, ...], Known] = {}

    def put(name: str, entry: Known) -> None:
        words = (name,) if name.isascii() and name.isalpha() else tuple(map(str.rstrip, TOKEN.findall(name)))
        if words:
            found[words] = entry

    for row in table("entity_city"):
        for column in ("cities", "doubtful"):
            for city in items(row[column]):
                put(city, Known("city", "place:" + slug(city), "", city, column == "doubtful"))
    rows = {row["code"]: row["name"] for row in table("country")}
    for row in (*table("country"), *table("country_extra")):
        code = row["code"]
        name = rows.get(code) or items(row["names"])[0]
        country, government = f"country:{code}", f"gov:{code}"
        for capital in items(row["capitals"]):
            put(capital, Known("capital", country, government, capital))
        for names, kind in ((row["demonyms"], "demonym"), (row["names"], "country")):
            for item in items(names):
                put(item, Known(kind, country, government if kind == "country" else "", name))
        for item in items(row.get("government", "")):
            put(item, Known("government", country, government, item))
        for item in items(row.get("doubtful", "")):
            kind = "demonym" if item in items(row["demonyms"]) else "country"
            put(item, Known(kind, country, government if kind == "country" else "", name, True))
    for row in table("organisation"):
        spellings = items(row["names"])
        for item in spellings:
            put(item, Known(row["kind"], row["id"], row["party"] or row["id"], spellings[0]))
    index: dict[str, list[tuple[tuple[str, ...], Known]]] = {}
    for words, entry in found.items():
        index.setdefault(words[0], []).append((words, entry))
    encode = msgspec.msgpack.encode
    return {first: msgspec.Raw(encode(sorted(rest, key=lambda pair: -len(pair[0])))) for first, rest in index.items()}


_names = msgspec.msgpack.Decoder(tuple[tuple[tuple[str, ...], Known], ...])


@cache
def beginning(word: str) -> tuple[tuple[tuple[str, ...], Known], ...]:
    """The names that begin with this word, longest first."""
    packed = known().get(word)
    return () if packed is None else _names.decode(packed)


def match(words: Sequence[str], first: int, limit: int) -> tuple[int, Known] | None:
    """The longest known name that begins at token `first`: its end (exclusive) and what it is."""
    for name, entry in beginning(words[first]):
        end = first + len(name)
        if end <= limit and (len(name) == 1 or tuple(words[first:end]) == name):
            return end, entry
    return None


@kept
def first_names() -> dict[str, tuple[str, bool]]:
    """Given name → gender ("m", "f" or "" for both) and whether it is doubtful as a name."""
    found = {}
    for row in table("entity_first_name"):
        gender = "" if row["gender"] == "u" else row["gender"]
        for name in items(row["names"]):
            found[name] = (gender, bool(row["doubtful"]))
    return found


@cache
def word_class(name: str) -> frozenset[str]:
    """The words of one class of entity_word.tsv."""
    return frozenset(word for row in table("entity_word") if row["class"] == name for word in items(row["words"]))


@kept
def common_words() -> frozenset[str]:
    """English words that are hardly ever surnames."""
    return frozenset(word for row in table("entity_common_word") for word in items(row["words"]))


@cache
def titles() -> dict[str, Person]:
    """Lower-case word for a person → what it tells."""
    return {row["word"]: Person(row["class"], row["gender"], row["government"] == "yes") for row in table("title")}


@cache
def heads() -> dict[str, Head]:
    """Lower-case last word of an organisation's name → what it tells."""
    return {
        row["word"]: Head(row["class"], bool(row["government"]), row["government"] == "itself", row["common"] == "yes")
        for row in table("organisation_head")
    }


@cache
def plain(text: str) -> str:
    """Lower case, without diacritics and with straight apostrophes."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFD", text.lower().replace("’", "'"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@cache
def _transliterations() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((patterns.compile(row["pattern"]), row["becomes"]) for row in table("entity_transliteration"))


@cache
def transliterated(word: str) -> str:
    """A word in small letters without diacritics, in the one spelling that ids use."""
    for pattern, becomes in _transliterations():
        word = pattern.sub(becomes, word)
    return word


@cache
def spelling(word: str) -> str:
    """One spelling for the transliterations of a name: "Zelenskiy" and "Zelenskyy" give "zelensky"."""
    return transliterated(plain(word).replace("'", ""))


@cache
def slug(name: str) -> str:
    """A name as part of an id: "Yoon Suk-yeol" → "yoon-suk-yeol"."""
    if name.isascii() and name.isalpha():
        return name.lower()  # thousands of cities are one plain word
    return "-".join(re.findall(r"[^\W_]+", plain(name).replace("'", "").replace(".", "")))
