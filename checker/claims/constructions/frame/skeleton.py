"""A sentence with its figures and dates as placeholders: what the construction rows are matched against.

Tokens are lower-case words; a figure is a capital letter for its kind and its number in the sentence:
"sales rose P0 to M1 from M2 .".  Dates without a figure ("last year") stay words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

import msgspec

from checker import patterns
from checker.claims.constructions.frame.figure import Figure, factors, hedged
from checker.claims.constructions.frame.figures import SCORE
from checker.claims.constructions.frame.pattern import NEXT_SENTENCE, plain, words
from checker.claims.constructions.frame.pieces import Line
from checker.claims.draft import Draft
from checker.language import Analysis
from checker.records import Time

YEAR_TAIL = patterns.compile(r"-((?:1\d|20)\d\d|\d\d)$")
ONE_OF_A_LIST = frozenset(("in", "at", "from", "by", "to", "on", "for", "against", "abstained", "abstention", "near"))
PHRASE_ENDS = frozenset(("PREP", "TO", "PUNCT", "ADV", "CONJ", "SUB", "REL"))
GAPPED = frozenset((",", "and", ";", "while"))
NUMBER_TOKEN = patterns.compile(r"(?:\d{1,3}(?:,\d{3})+|\d{1,6})$")
ORDINAL_TOKEN = patterns.compile(r"\d{1,3}(?:st|nd|rd|th)$")


class Skeleton(msgspec.Struct, frozen=True):
    """The tokens that rows are matched against and the figures that placeholders among them stand for."""

    tokens: list[str]
    starts: list[int]  # offset in the text of each token
    figures: list[Figure]
    words: frozenset[str]
    line: Line


def numbers(line: Skeleton, letters: str) -> list[Figure]:
    """Its figures of some kinds that have a value and are no end of a range."""
    return [figure for figure in line.figures if figure.letter in letters and figure.value and not figure.ranged]


def skeleton(draft: Draft, spans: Sequence[tuple[int, int]], figures: Sequence[Figure]) -> Skeleton:
    """The skeleton of one sentence, or of two neighbours: `spans` are their tokens, `figures` theirs too."""
    analysis = draft.analysis
    starts, lowers = analysis.starts, analysis.lowers
    tokens: list[str] = []
    offsets: list[int] = []
    kept: list[Figure] = []
    place = 0
    for number, (first, last) in enumerate(spans):
        if number:
            tokens.append(NEXT_SENTENCE)
            offsets.append(starts[first] if first < len(starts) else 0)
        token = first
        while token < last:
            while place < len(figures) and figures[place].end <= starts[token]:
                place += 1
            stop = min(last, bisect_right(analysis.ends, figures[place].start)) if place < len(figures) else last
            if token < stop:  # words up to the next figure
                _write(analysis, token, stop, tokens, kept)
                offsets += starts[token:stop]
                token = stop
                continue
            figure = figures[place]
            if figure.letter == "N" and _announces_list(analysis, figure, token, last):
                tokens.append(lowers[token])
                offsets.append(starts[token])
                token += 1
                place += 1
                continue
            kept.append(msgspec.structs.replace(figure, token=len(tokens)))
            tokens.append(figure.letter + str(len(kept) - 1))
            offsets.append(figure.start)
            while token < last and starts[token] < figure.end:
                token += 1
            tail = analysis.ends[token - 1]
            if tail > figure.end:  # a token that goes on behind the figure: "10-point", "50-year-old"
                rest = plain(analysis.lower[figure.end : tail])
                score = SCORE.match(figure.text + rest) if figure.letter == "N" else None
                if score:  # "voted 200-150"
                    pair = (int(score[1]), int(score[2]))
                    kept[-1] = msgspec.structs.replace(
                        kept[-1], letter="S", end=tail, text=figure.text + rest, pair=pair
                    )
                    tokens[-1] = "S" + tokens[-1][1:]
                    continue
                until = YEAR_TAIL.match(rest) if figure.letter == "Y" and figure.time else None
                if until and figure.time:
                    tokens.append("-")
                    offsets.append(figure.end)
                    kept.append(_until(figure, until[1], len(tokens), analysis.text))
                    tokens.append(f"Y{len(kept) - 1}")
                    offsets.append(figure.end + 1)
                    continue
                tokens.append(rest)
                offsets.append(figure.end)
    return Skeleton(tokens, offsets, kept, frozenset(tokens), Line(tokens, kept))


def _write(analysis: Analysis, first: int, last: int, tokens: list[str], kept: list[Figure]) -> None:
    """Words that no room has read as figures, with what among them is one here: "doubled", "3-1", "and one in Hull"."""
    special = factors()
    for token, word in enumerate(analysis.lowers[first:last], first):
        if not word.isascii():
            word = plain(word)
        if word in special or word[0].isdigit() or word == "one":
            made = _special(word, tokens, analysis, token)
            if made is not None:
                kept.append(made)
                word = made.letter + str(len(kept) - 1)
        tokens.append(word)


def _announces_list(analysis: Analysis, figure: Figure, token: int, last: int) -> bool:
    """ "in three places: 600 in Bonn, ...": a number that counts the parts is none of them."""
    if figure.value is None or figure.value > 12 or figure.end > analysis.ends[token]:
        return False
    for ahead in range(token + 1, min(last - 1, token + 4)):
        if analysis.words[ahead] == ":":
            return any(
                analysis.words[at][0].isdigit() or analysis.words[at][0] in "£$€"
                for at in range(ahead + 1, min(last, ahead + 3))
            )
    return False


def _until(figure: Figure, digits: str, token: int, text: str) -> Figure:
    """The second year of "1950-1970" or "1950-70"."""
    year = (
        int(digits)
        if len(digits) == 4
        else int(figure.text[-4:-2] + digits)
        if figure.text[-4:].isdigit()
        else int(digits)
    )
    start, end = figure.end + 1, figure.end + 1 + len(digits)
    first, last = date(max(year, 1), 1, 1).toordinal(), date(max(year, 1), 12, 31).toordinal()
    frame = figure.time.frame if figure.time else "calendar"
    time = Time(start, end, text[start:end], "DATE", str(year), "", first, last, "year", frame, "absolute")
    return Figure("Y", start, end, time.text, time=time, token=token)


def _special(word: str, tokens: list[str], analysis: Analysis, token: int) -> Figure | None:
    """A word that is a figure of a construction: a factor, a score, an ordinal, a number that no room read."""
    text, at = analysis.text, analysis.starts[token]
    factor = factors().get(word)
    if factor is not None and factor.letter == "H" and tokens and tokens[-1] in words("will") and word != "half":
        factor = msgspec.structs.replace(factor, letter="K")
    if factor is not None and (factor.letter != "F" or _alone(analysis, token)):
        least, most = hedged(factor, tokens)
        return Figure(
            factor.letter,
            at,
            at + len(word),
            text[at : at + len(word)],
            value=factor.value,
            least=least,
            most=most,
            token=len(tokens),
        )
    if word == "one":  # "three in York and one in Hull"
        after = analysis.lowers[token + 1] if token + 1 < len(analysis.lowers) else ""
        if tokens and tokens[-1] in (",", "and", "plus") and after in ONE_OF_A_LIST:
            return Figure("N", at, at + 3, text[at : at + 3], value=1.0, least=1.0, most=1.0, token=len(tokens))
        return None
    if word[0].isdigit():
        score = SCORE.match(word)
        if score:
            pair = (int(score[1]), int(score[2]))
            return Figure("S", at, at + len(word), text[at : at + len(word)], pair=pair, token=len(tokens))
        if ORDINAL_TOKEN.match(word):
            value = float(re.sub(r"\D", "", word))
            return Figure(
                "O",
                at,
                at + len(word),
                text[at : at + len(word)],
                value=value,
                least=value,
                most=value,
                token=len(tokens),
            )
        named = token > 0 and analysis.words[token - 1][0].isupper()
        gapped = token > 1 and analysis.words[token - 2] in GAPPED  # "Cole scored 12 points, Marsh 10 and Paz eight"
        if NUMBER_TOKEN.match(word) and (not named or gapped) and tokens[-1:] != ["per"]:
            value = float(word.replace(",", ""))
            if not 1500 < value < 2100 or "," in word:
                return Figure("N", at, at + len(word), word, value=value, least=value, most=value, token=len(tokens))
    return None


def _alone(analysis: Analysis, token: int) -> bool:
    """ "a quarter," and "two-thirds)", "cut by a third to": a fraction of what stands before it, no ordinal."""
    after = analysis.words[token + 1] if token + 1 < len(analysis.words) else "."
    one = token > 0 and analysis.lowers[token - 1] in ("a", "one")
    if after in ",.)–—:;-":
        return "-" in analysis.words[token] or one
    by = analysis.lowers[token - 2] if one and token > 1 else analysis.lowers[token - 1] if token else ""
    return (one or "-" in analysis.words[token]) and by == "by" and analysis.tags[token + 1] in PHRASE_ENDS
