"""`extract`: candidates in one linear pass over the lower-case text, then work at the candidates only."""
from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from checker import patterns
from checker.language import Analysis
from checker.quantities import context, cues, currencies, figures, guards, units, verdicts, wordforms
from checker.quantities.candidates import ARTICLE, DIGIT, WORD, Candidate, candidates, codes
from checker.quantities.draft import COUNT, MULTIPLE, Draft
from checker.quantities.ellipsis import elliptic
from checker.quantities.figure import read_figure
from checker.quantities.numerals import ORDINAL_END, read, words
from checker.records import Quantity, Time

_FOLD = patterns.compile(r"[- ]?fold(?![a-z])")
_FOLDS = ("fold", "-fold", " fold")
_MINUTES = patterns.compile(r"[.·][0-5]\d")
_ORDINALS = frozenset("snrt")
_LONG = 9  # characters of a numeral that could be taken for a date, and of two of them
_LONGEST = 20
_MODEL = 3
_SCREEN = 2
_SCREENS = frozenset(["2K", "4K", "8K"])  # names of their resolution
_NUMERIC = patterns.compile(r"\d+(?:(\.)\d+|[-–]\d+)?")
_PENCE = patterns.compile(r"\d{1,4}p")  # no hour of the afternoon
_SUM = patterns.compile(r"\d{1,3}(?:(?:,\d{3})+\b|(?:\.\d+)?(?:bn|m|tn|-?(?: ?)(?:[mbtr]+illion|thousand))\b)")
_CLOSED = patterns.compile(r"\s*(?:$|[.,;?!)])")
_TOKEN_REST = patterns.compile(r"(?:[^\W_]|[.\-/:](?=[^\W_]))*")
_LARGE = ("hundred", "thousand", "million", "billion", "trillion")


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
        dates, date = self.dates, 0
        for candidate in candidates(self.analysis):
            start = candidate[0]
            if start < self.done:
                continue
            while date < len(dates) and dates[date][1] <= start:
                date += 1
            if date < len(dates) and dates[date][0] <= start and not self.measures(start, dates[date][1]):
                self.done = dates[date][1]
                continue
            self.candidate(candidate)
        return self.found

    def measures(self, start: int, end: int) -> bool:
        """A bare numeral that was taken for a date is a figure when it has a unit: "2000 milligrams", "$1.42"."""
        if start + len(self.text) - end <= _LONG and not (self.text[:start] + self.text[end:]).strip():
            return True  # a text that is nothing but this numeral
        if self.text[end - 1] == "p" and _PENCE.fullmatch(self.text, start, end):
            return True
        glued = self.text[end - 1].isdigit()
        if end - start > _LONGEST or not (glued or cues.last_word(self.lower, end) in words()):
            return False
        numeral = _NUMERIC.fullmatch(self.text, start, end)
        if numeral and (numeral[1] or units.before(self.text, start)):
            return True
        unit = units.after(self.text, self.lower, end, glued)
        if unit is None or unit[0].dimension == "time":
            return False
        return not (end - start == 4 and unit[0].dimension.startswith("money:"))  # "in 2010 dollars"

    def candidate(self, candidate: Candidate) -> None:
        start, kind, length = candidate
        if kind == DIGIT:
            self.digits(start)
        elif kind == WORD:
            self.words(start)
        elif kind == ARTICLE:
            wordforms.article(self, start, length)
        elif self.lower[start : start + length] not in codes():
            if length == 1 and self.text[start].isupper() and _SUM.match(self.lower, start + 1):
                self.digits(start + 1)  # "R500 million" in a text of South Africa, no "R2"
        elif units.before(self.text, start + length):
            self.digits(start + length)  # GBP5m
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
        if guards.in_token(text, start) and not self.listed(start) and not self.hashed_pounds(start):
            self.done = self.token_end(start)
            return
        numeral = read(lower, start)
        if numeral is None:
            self.done = start + 1
            return
        end = start + numeral.length
        plain = lower[start:end].isdigit()
        if numeral.length == _SCREEN and text[start:end] in _SCREENS and not units.before(text, start):
            self.done = end
            return
        if numeral.length == _MODEL and lower[start + 1] == "e" and len(lower) > _LONG:
            self.done = end  # "the 7e7" is no number of news
            return
        following = lower[end : end + 1]
        stop = guards.pieces(lower, end) if following in guards.JOINTS else end
        if stop != end and (plain or following not in "-–"):
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
        if numeral.form == "digits" and following in _ORDINALS and (match := ORDINAL_END.match(lower, end)):
            wordforms.ordinal(self, Draft(start, numeral, digit=True), match.end())
            return
        if lower.startswith(_FOLDS, end) and (fold := _FOLD.match(lower, end)) and numeral.value is not None:
            self.fold(Draft(start, numeral, digit=True), fold.end())
        else:
            read_figure(self, Draft(start, numeral, digit=True, year=year))

    def fold(self, draft: Draft, end: int) -> None:
        """ "tenfold", "a 10-fold rise"."""
        draft.unit, draft.kind, draft.end = MULTIPLE, "ratio", end
        draft.lead = context.lead(self.lower, draft.start)
        self.emit(draft)

    def listed(self, start: int) -> bool:
        """ "22,24,26": figures with nothing but a comma between them."""
        return self.text[start - 1] == "," and bool(self.found) and self.found[-1].end == start - 1

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
        printed = lower[start:end]
        if printed == "score" and not wordforms.twenty(self, start, end):
            return
        if printed == "scores" and not lower.startswith((" of ", ", of "), end):
            return  # "test scores fell"
        none = guards.idiomatic(lower, start, end)
        if none and printed == "one":
            none = units.after(text, lower, end, False) is None and verdicts.one_of_them(self, start, end) is None
        none = none or guards.hour(lower, start, end) or lower[end : end + 1].isdigit()  # Twenty20
        if none or wordforms.name(text, start, end):
            self.done = end
        elif numeral.form == "ordinal":
            if not wordforms.share(self, start, end, numeral):
                wordforms.ordinal(self, Draft(start, numeral), end)
        elif lower.startswith(_FOLDS, end) and (fold := _FOLD.match(lower, end)) and numeral.value is not None:
            self.fold(Draft(start, numeral), fold.end())
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
        elif lower.endswith("a ", 0, bare) and _takes_article(draft, lower):
            draft.start -= 2
            if draft.numeral_start == bare:
                draft.numeral_start = draft.start
        text, found = self.text, self.found
        if draft.counted is None and draft.unit is COUNT and draft.kind in ("cardinal", "range"):
            draft.counted = elliptic(self, draft)
            if found and draft.counted is None and draft.kind == "cardinal":
                figures.takes_unit(text, found[-1], draft)
        elif found and draft.kind in ("percent", "measure", "money") and not draft.sign:
            found[-1] = figures.shares_unit(text, found[-1], draft, bare) or found[-1]
        quantity = figures.make(text, draft)
        if found and draft.unit is COUNT:
            found[-1] = figures.shares_noun(text, found[-1], quantity) or found[-1]
        if found and lead.bound and (both := figures.both_bounds(text, found[-1], quantity)):
            found[-1] = both
        else:
            found.append(quantity)
        if draft.end > self.done:
            self.done = draft.end


def _takes_article(draft: Draft, lower: str) -> bool:
    """ "a dozen", "a million", "a third": the article says one."""
    start = draft.numeral_start
    if draft.numeral.form == "fraction":
        return lower.startswith(("half", "quarter"), start)
    return draft.numeral.form in ("dozen", "couple", "pair") or lower.startswith(_LARGE, start)


def extract(analysis: Analysis, times: Sequence[Time]) -> list[Quantity]:
    """Every figure of a document, ascending; a figure inside a date or clock time is none, a duration's is one."""
    found = _Walk(analysis, times).run()
    found.sort(key=attrgetter("start"))
    return found
