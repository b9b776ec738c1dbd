"""Where figures may begin: every digit, number word, article of a unit and currency code, by a look at each token."""
from __future__ import annotations

import re
from functools import cache
from itertools import compress, count

from checker import patterns
from checker.language import Analysis
from checker.language.lexicon import table
from checker.quantities import cues, units
from checker.quantities.numerals import SIGNS, alternatives, spelt

DIGIT, WORD, ARTICLE, CODE = "digit", "word", "article", "code"
_ARTICLES = frozenset(["a", "an"])
_SPANS = frozenset(["hour", "day", "week", "month", "year", "decade", "century"])
_MOST = 50_000  # tokens kept with what begins in them; news has fewer

Candidate = tuple[int, str, int]  # where a figure may begin, its kind, and the length of an article or a code


class _Openings(dict[str, tuple[Candidate, ...]]):
    """Lower-case token -> the figures that may begin in it; places are those in the token."""

    def __missing__(self, token: str) -> tuple[Candidate, ...]:
        if len(self) > _MOST:
            self.clear()
        measured = ((0, ARTICLE, 0),) if token in _one()[0] else ()
        found = self[token] = measured or tuple(_opening(match) for match in _pattern().finditer("\n" + token))
        return found


def _opening(match: re.Match[str]) -> Candidate:
    kind = match.lastgroup or DIGIT
    return match.start(), kind, len(match[kind])


@cache
def _pattern() -> re.Pattern[str]:
    """A first character or word, with the character before it."""
    listed = spelt(("denominator", "point", "ones"))
    return patterns.compile(
        rf"[^a-z0-9](?:(?P<{DIGIT}>[\d{''.join(SIGNS)}])|(?P<{CODE}>[a-z]{{1,4}})(?=\d)"
        rf"|(?P<{WORD}>{listed})(?![a-z]))"
    )


_openings = _Openings()


@cache
def _one() -> tuple[frozenset[str], re.Pattern[str]]:
    """ "a mile": the first words of units of which an article says one, and the units."""
    names = [row["unit"] for row in table("unit_articles")]
    firsts = frozenset(name.split(" ")[0] for name in names) | _SPANS
    lasting = rf"(?:{'|'.join(sorted(_SPANS))})(?: and an? (?:half|quarter))?"  # "an hour and a half"
    return firsts, patterns.compile(rf" (?:{alternatives(names)}|{lasting})(?![a-z])")


def candidates(analysis: Analysis) -> list[Candidate]:
    """The candidates of a text, from left to right."""
    lower, starts, lowers = analysis.lower, analysis.starts, analysis.lowers
    measure = _one()[1]
    listed: list[Candidate] = []
    for token in compress(count(), map(_openings.__getitem__, lowers)):
        for offset, kind, length in _openings[lowers[token]]:
            start = starts[token] + offset
            if kind == ARTICLE:
                if not token or (word := lowers[token - 1]) not in _ARTICLES:
                    continue
                start, length = starts[token - 1], len(word)
                bare = lowers[token] in _SPANS and lowers[token + 1 : token + 2] != ["and"]
                if bare and lowers[token - 2] not in cues.words("span-lead"):
                    continue  # "a year" tells when, "more than a year" how long
                if not measure.match(lower, start + length):
                    continue
            elif not offset and start and (before := lower[start - 1]).isalnum() and before.isascii():
                continue  # goes on from the token before
            listed.append((start, kind, length))
    return listed


@cache
def codes() -> frozenset[str]:
    """Currency codes in small letters, which count where they touch a digit: GBP5m."""
    upper = (sign for sign in units.surfaces().signs if sign.isascii() and sign.isalpha() and sign.isupper())
    known = {sign.lower() for sign in upper if 1 < len(sign) < 5}
    return frozenset(known | {"rs"}) - {"try", "all", "cup", "top"}
