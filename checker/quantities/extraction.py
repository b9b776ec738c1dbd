"""`extract`: candidates in one linear pass over the lower-case text, then work at the candidates only."""
from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from checker.language import Analysis
from checker.language.lexicon import table
from checker.quantities import context, currencies, figures, guards, units, wordforms
from checker.quantities.draft import COUNT, MULTIPLE, Draft
from checker.quantities.ellipsis import elliptic
from checker.quantities.figure import read_figure
from checker.quantities.numerals import ORDINAL_END, SIGNS, alternatives, read, spelt
from checker.records import Quantity, Time

_FOLD = re.compile(r"[- ]?fold(?![a-z])")
_ARTICLE = re.compile(r"(an?) ")
_MINUTES = re.compile(r"[.·][0-5]\d")
_ORDINALS = frozenset("snrt")
_LONG = 9  # characters of a numeral that could be taken for a date, and of two of them
_LONGEST = 16
_MODEL = 3
_NUMERIC = re.compile(r"\d+(?:(\.)\d+|[-–]\d+)?")
_PENCE = re.compile(r"\d{1,4}p")  # no hour of the afternoon
_CODE = re.compile(r"[a-z]{1,4}(?=\d)")
_CLOSED = re.compile(r"\s*(?:$|[.,;?!)])")
_TOKEN_REST = re.compile(r"(?:[^\W_]|[.\-/:](?=[^\W_]))*")
_LARGE = ("hundred", "thousand", "million", "billion", "trillion")


@cache
def candidates() -> re.Pattern[str]:
    """The first character or word of every numeral, with the character before it."""
    measures = alternatives([row["unit"] for row in table("unit_articles")])
    either = rf"{spelt(('denominator', 'point', 'ones'))}|an? {measures}"
    return re.compile(rf"[^a-z0-9](?:[\d{''.join(SIGNS)}]|{_CODE.pattern}|(?:{either})(?![a-z]))")


@cache
def _codes() -> frozenset[str]:
    """Currency codes in small letters, which count where they touch a digit: GBP5m."""
    upper = (sign for sign in units.surfaces().signs if sign.isascii() and sign.isalpha() and sign.isupper())
    codes = {sign.lower() for sign in upper if 1 < len(sign) < 5}
    return frozenset(codes | {"rs"}) - {"try", "all", "cup", "top"}


class _Walk:
    """The way through one text, from left to right; `done` is where the next figure may begin."""

    def __init__(self, analysis: Analysis, times: Sequence[Time]) -> None:
        self.analysis = analysis
        self.text, self.lower = analysis.text, analysis.lower
        self.dates = [(time.start, time.end) for time in times if time.type in ("DATE", "TIME")]
        self.money = currencies.Money(analysis.text, analysis.lower)
        self.found: list[Quantity] = []
        self.names: set[str] = set()  # numerals that were the name of something ("Boeing 787")
        self.done = 0

    def run(self) -> list[Quantity]:
        lower, dates, date = self.lower, self.dates, 0
        starts = [0] if candidates().match("\n" + lower[:40]) else []
        starts += [match.start() + 1 for match in candidates().finditer(lower)]
        for start in starts:
            if start < self.done:
                continue
            while date < len(dates) and dates[date][1] <= start:
                date += 1
            if date < len(dates) and dates[date][0] <= start and not self.measures(start, dates[date][1]):
                self.done = dates[date][1]
                continue
            self.candidate(start)
        return self.found

    def measures(self, start: int, end: int) -> bool:
        """A bare numeral that was taken for a date is a figure when it has a unit: "2000 milligrams", "$1.42"."""
        if start + len(self.text) - end <= _LONG and not (self.text[:start] + self.text[end:]).strip():
            return True  # a text that is nothing but this numeral
        if self.text[end - 1] == "p" and _PENCE.fullmatch(self.text, start, end):
            return True
        if end - start > _LONGEST or not self.text[end - 1].isdigit():
            return False
        numeral = _NUMERIC.fullmatch(self.text, start, end)
        if numeral and (numeral[1] or units.before(self.text, start)):
            return True
        unit = units.after(self.text, self.lower, end, True)
        if unit is None or unit[0].dimension == "time":
            return False
        return not (end - start == 4 and unit[0].dimension.startswith("money:"))  # "in 2010 dollars"

    def candidate(self, start: int) -> None:
        first = self.lower[start]
        if first.isdigit() or first in SIGNS:
            self.digits(start)
        elif first == "a" and (article := _ARTICLE.match(self.lower, start)):
            wordforms.article(self, start, len(article[1]))
        elif (code := _CODE.match(self.lower, start)) is None:
            self.words(start)
        elif code[0] not in _codes():
            return
        elif units.before(self.text, code.end()):
            self.digits(code.end())  # GBP5m
        else:
            self.done = self.token_end(start)

    def token_end(self, at: int) -> int:
        match = _TOKEN_REST.match(self.text, at)
        return match.end() if match else at

    def digits(self, start: int) -> None:
        """A numeral in digits: what is none is passed over here, what goes on is read by `read_figure`."""
        text, lower = self.text, self.lower
        if start and text[start - 1] == "." and (start == 1 or text[start - 2] in " (\n$£€-–"):
            start -= 1  # .5
        listed = text[start - 1] == "," and self.found and self.found[-1].end == start - 1  # "22,24,26"
        if guards.in_token(text, start) and not listed and not self.hashed_pounds(start):
            self.done = self.token_end(start)
            return
        numeral = read(lower, start)
        if numeral is None:
            self.done = start + 1
            return
        end = start + numeral.length
        plain = lower[start:end].isdigit()
        if numeral.length == _MODEL and lower[start + 1] == "e" and len(lower) > _LONG:
            self.done = end  # "the 7e7" is no number of news
            return
        stop = guards.pieces(lower, end)
        if stop != end and (plain or lower[end] not in "-–"):
            self.done = self.token_end(stop)
            return
        if plain and (stop := guards.telephone(text, start, end)) != end:
            self.done = max(end, stop)
            return
        day = plain and numeral.value is not None and numeral.value <= 31
        clock = numeral.form != "decimal" or _MINUTES.match(lower, end - 3)  # 10.30 pm, not 2.1 pm
        if (clock and guards.date_or_clock(lower, start, end, day)) or (plain and guards.list_number(text, start, end)):
            self.done = end
            return
        year = plain and guards.year(lower, start, end, numeral)
        if year and (stop := guards.year_range(lower, end)) != end:
            self.done = stop
            return
        if numeral.form == "digits" and lower[end : end + 1] in _ORDINALS and (match := ORDINAL_END.match(lower, end)):
            wordforms.ordinal(self, Draft(start, numeral, digit=True), match.end())
            return
        read_figure(self, Draft(start, numeral, digit=True, year=year))

    def hashed_pounds(self, start: int) -> bool:
        """ "#11.2 million": wires that have no pound sign print the hash."""
        if self.text[start - 1] != "#" or (start > 1 and self.text[start - 2].isalnum()):
            return False
        numeral = read(self.lower, start)
        return numeral is not None and numeral.form == "magnitude" and not numeral.suffix

    def words(self, start: int) -> None:
        """A numeral in words."""
        text, lower = self.text, self.lower
        if start > 1 and text[start - 1] in "-‐‑'’/@#_&" and text[start - 2].isalnum():
            self.done = start + 1
            return
        if start > 1 and lower[start - 2].isdigit() and lower[start - 1] == " " and lower.startswith(_LARGE, start):
            self.done = start + 1  # the magnitude of a numeral that was none
            return
        numeral = read(lower, start) or wordforms.quarter(self, start)
        if numeral is None:
            wordforms.multiple(self, start)
            return
        end = start + numeral.length
        self.done = start + 1
        one = lower[start:end] == "one"
        if lower[start:end] == "score" and not wordforms.twenty(self, start, end):
            return
        idiom = guards.idiomatic(lower, start, end) and not (one and units.after(text, lower, end, False))
        if idiom or wordforms.name(text, start, end):
            self.done = end
        elif numeral.form == "ordinal":
            if not wordforms.share(self, start, end, numeral):
                wordforms.ordinal(self, Draft(start, numeral), end)
        elif (fold := _FOLD.match(lower, end)) and numeral.value is not None:
            draft = Draft(start, numeral)
            draft.unit, draft.kind, draft.end, draft.lead = MULTIPLE, "ratio", fold.end(), context.lead(lower, start)
            self.emit(draft)
        elif numeral.form not in ("couple", "pair") or lower.startswith(" of", end) or _CLOSED.match(lower, end):
            read_figure(self, wordforms.several(self, start, numeral))

    def emit(self, draft: Draft) -> None:
        """Add hedge, article and the noun of an earlier figure, and keep the record."""
        lower, lead = self.lower, draft.lead
        if lead.bound in ("", "about") and (behind := context.trail(lower, draft.end)):
            lead = lead._replace(hedge=behind[0], bound=behind[1], length=0)
            draft.end = behind[2]
        draft.lead = lead
        bare = draft.start
        if lead.length:
            draft.start -= lead.length
        elif lower[max(0, bare - 2) : bare] == "a " and _takes_article(draft, lower):
            draft.start -= 2
            if draft.numeral_start == bare:
                draft.numeral_start = draft.start
        if draft.counted is None and draft.unit is COUNT and draft.kind in ("cardinal", "range"):
            draft.counted = elliptic(self, draft)
        if self.found and draft.kind in ("percent", "measure", "money") and not lead.length:
            earlier = self.found[-1]
            self.found[-1] = figures.shares_unit(self.text, earlier, bare, draft.unit, draft.kind) or earlier
        quantity = figures.make(self.text, draft)
        if self.found and lead.bound and (both := figures.both_bounds(self.text, self.found[-1], quantity)):
            self.found[-1] = both
        else:
            self.found.append(quantity)
        self.done = max(self.done, draft.end)


def _takes_article(draft: Draft, lower: str) -> bool:
    """ "a dozen", "a million", "a third": the article says one."""
    start = draft.numeral_start
    if draft.numeral.form == "fraction":
        return lower.startswith(("half", "quarter"), start)
    return draft.numeral.form in ("dozen", "couple", "pair") or lower.startswith(_LARGE, start)


def extract(analysis: Analysis, times: Sequence[Time]) -> list[Quantity]:
    """Every figure of a document, ascending; a figure inside a date or clock time is none, a duration's is one."""
    found = _Walk(analysis, times).run()
    found.sort(key=lambda quantity: quantity.start)
    return found
