"""`extract`: candidates in one linear pass over the lower-case text, then work at the candidates only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from checker.language import Analysis
from checker.quantities import context, currencies, figures, guards, nouns, units
from checker.quantities.compounds import compound
from checker.quantities.context import Lead
from checker.quantities.figures import COUNT
from checker.quantities.numerals import SIGNS, Numeral, alternatives, read, words
from checker.quantities.units import Unit
from checker.records import Counted, Quantity, Time

_ORDINAL = re.compile(r"(?:st|nd|rd|th)(?![a-z])")
_PLAIN_WORDS = frozenset(["one"])
_AGE_UNIT = re.compile(
    r"(?:[ \u00a0]|[-‐‑– ]{1,3})?(year|month|week|day|hour|yr|y)s?(?:[ -]*(?:olds?|of age)(?![a-z])|[ -]?o(?:ld)?(?![a-z])|/o(?![a-z]))"
)
_AGE_LEAD = re.compile(
    r"(?:\baged?|\bages|\bat the age of|\bage of|\bturn(?:ed|s|ing)?|\bat age)(?: of)?(?: (?:only|just|about|around|between))? $"
)
_AGE_LETTERS = frozenset("ymwdh")
_AGE_WORDS = frozenset(
    [
        "aged",
        "age",
        "ages",
        "of",
        "turned",
        "turns",
        "turning",
        "turn",
        "only",
        "just",
        "about",
        "around",
        "between",
        "at",
    ]
)
_MULTIPLES = {
    "twice": 2.0,
    "thrice": 3.0,
    "doubled": 2.0,
    "doubling": 2.0,
    "double": 2.0,
    "tripled": 3.0,
    "trebled": 3.0,
    "triple": 3.0,
    "treble": 3.0,
    "quadrupled": 4.0,
    "halved": 0.5,
    "halving": 0.5,
    "tripling": 3.0,
}
_FOLD = re.compile(r"[- ]?fold(?![a-z])")
_IMPLIED = re.compile(
    r"\b(?:kill(?:s|ed|ing)?|injur(?:e|es|ed|ing)|wound(?:s|ed|ing)|hurt(?:s)?|arrest(?:s|ed|ing)?|deaths? toll|dead|left|leav(?:e|es|ing)|"
    r"toll|casualties|fatalities|deaths|victims|injured)\b"
)
_TOLL = re.compile(
    r"\b(?:death toll|toll|number of (?:the )?(?:dead|deaths|victims|casualties|fatalities|injured|people killed))\b[^.;]{0,60}$"
)


@cache
def candidates() -> re.Pattern[str]:
    """The first character or word of every numeral, with the character before it."""
    starters = [w for w in (*words(), *_MULTIPLES, "both") if words().get(w, ("",))[0] not in ("denominator",)]
    codes = alternatives(
        sorted(
            {
                sign.lower()
                for sign in units.surfaces().signs
                if sign.isalpha() and sign.isascii() and " " not in sign and len(sign) < 5
            }
        )
    )
    return re.compile(
        rf"[^a-z0-9](?:\d|(?:{codes})(?=\d)|[{''.join(SIGNS)}]|{alternatives(starters)}(?:fold)?(?![a-z]))"
    )


class _Reading:
    """The walk through one text."""

    def __init__(self, analysis: Analysis, times: Sequence[Time]) -> None:
        self.analysis = analysis
        self.text, self.lower = analysis.text, analysis.lower
        self.dates = [(t.start, t.end) for t in times if t.type in ("DATE", "TIME")]
        self.settled = bool(times)
        self.found: list[Quantity] = []
        self.done = 0  # nothing before this offset is read again

    def run(self) -> list[Quantity]:
        lower, dates, date = self.lower, self.dates, 0
        if lower and not lower[0].isspace():
            lead = candidates().match("\n" + lower[:40])
            if lead:
                self.candidate(0)
        for match in candidates().finditer(lower):
            start = match.start() + 1
            if start < self.done:
                continue
            while date < len(dates) and dates[date][1] <= start:
                date += 1
            if date < len(dates) and dates[date][0] <= start:
                self.done = dates[date][1]
                continue
            self.candidate(start)
        return self.found

    def candidate(self, start: int) -> None:
        first = self.lower[start]
        if first.isdigit() or first in SIGNS:
            self.digits(start)
        elif (code := _CODE.match(self.lower, start)) is not None:
            if units.before(self.text, code.end()):
                self.digits(code.end())
            else:
                self.done = self._token_end(start)
        else:
            self.words(start)

    # ---------------------------------------------------------------- digits

    def digits(self, start: int) -> None:
        text, lower = self.text, self.lower
        if start and text[start - 1] == "." and (start == 1 or text[start - 2] in " (\n$£€-–"):
            start -= 1  # .5
        if guards.in_token(text, start) and not (
            text[start - 1] == "," and self.found and self.found[-1].end == start - 1
        ):
            self.done = self._token_end(start)
            return
        numeral = read(lower, start)
        if numeral is None:
            self.done = start + 1
            return
        end = start + numeral.length
        plain = lower[start:end].isdigit()
        stop = guards.pieces(lower, end)
        if stop != end and not (lower[end] in "-–" and not plain):
            self.done = self._token_end(stop)
            return
        if plain:
            stop = guards.telephone(text, start, end)
            if stop != end:
                self.done = max(end, stop)
                return
        whole = plain and numeral.value is not None and numeral.value <= 31
        if guards.date_or_clock(lower, start, end, whole) or (plain and guards.list_number(text, start, end)):
            self.done = end
            return
        isyear = plain and guards.year(lower, start, end, numeral)
        if isyear:
            stop = guards.year_range(lower, end)
            if stop != end:
                self.done = stop
                return
        if plain and (match := _ORDINAL.match(lower, end)):
            self.ordinal(start, end, match.end(), numeral)
            return
        self.figure(start, numeral, isyear)

    def _token_end(self, at: int) -> int:
        match = _TOKEN_REST.match(self.text, at)
        return match.end() if match else at

    # ----------------------------------------------------------------- words

    def words(self, start: int) -> None:
        text, lower = self.text, self.lower
        if start and text[start - 1] in "-‐‑'’/@#_&" and start > 1 and text[start - 2].isalnum():
            self.done = start + 1
            return
        numeral = read(lower, start)
        if (
            numeral is None
            and lower.startswith("quarter", start)
            and (
                (_SHARE.match(lower, start + 7) and lower[max(0, start - 2) : start] == "a ")
                or (lower[start + 7 : start + 8] == "-" and units.after(text, lower, start + 7, False))
            )
        ):
            numeral = Numeral(7, 0.25, 0.25, 0.25, 0.25, 0.25, "fraction")
        if numeral is None:
            self._multiple(start)
            return
        end = start + numeral.length
        self.done = max(self.done, start + 1)
        if guards.idiomatic(lower, start, end) and not (
            lower[start:end] == "one" and units.after(text, lower, end, False)
        ):
            self.done = end
            return
        if self._name(start, end) or (numeral.form == "ordinal" and self._share(start, end, numeral)):
            self.done = max(self.done, end)
            return
        fold = _FOLD.match(lower, end)
        if fold and numeral.value is not None:
            unit = Unit("", "ratio")
            self._emit(start, start, fold.end(), fold.end(), numeral, None, unit, "ratio", self._lead(start), None)
            return
        if numeral.form == "ordinal":
            self.ordinal(start, end, end, numeral)
            return
        if numeral.form in ("couple", "pair") and not lower.startswith(" of", end) and not _CLOSED.match(lower, end):
            return
        if (vague := _SEVERAL.search(lower, max(0, start - 10), start)) and lower[start:end] in _SIZES:
            numeral = Numeral(
                end - vague.start(1), None, 2 * (numeral.value or 0), None, numeral.value or 0, 1.0, "vague"
            )
            start = vague.start(1)
        self.figure(start, numeral, False)

    def _share(self, start: int, end: int, numeral: Numeral) -> bool:
        """ "a fifth of voters": an ordinal that is a share."""
        if (
            self.lower[max(0, start - 2) : start] != "a "
            or not _SHARE.match(self.lower, end)
            or (numeral.value or 0) < 3
        ):
            return False
        value = 1 / (numeral.value or 1)
        numeral = Numeral(numeral.length + 2, value, value, value, value, value, "fraction")
        self._emit(
            start - 2,
            start - 2,
            end,
            end,
            numeral,
            None,
            Unit("", "percent"),
            "ratio",
            self._lead(start - 2),
            nouns.counted(self.analysis, end),
        )
        return True

    def _name(self, start: int, end: int) -> bool:
        """A capitalised number word inside a name: "Radio Four", "Big Five", "Six Nations"."""
        text = self.text
        if not text[start].isupper() or (text[start:end].isupper() and end - start > 1):
            return False
        before = text[max(0, start - 2) : start].strip()
        if start == 0 or not before or before[-1] in ".!?:\"“‘(—–\n'" or "\n" in text[max(0, start - 2) : start]:
            return False
        return not self._title(start)

    def _title(self, start: int) -> bool:
        """The line has most of its words capitalised: a headline in title case."""
        left, right = self.text.rfind("\n", 0, start) + 1, self.text.find("\n", start)
        line = self.text[left : right if right >= 0 else left + 200][:200].split()
        return sum(word[0].isupper() or word[0].isdigit() for word in line) > 0.6 * len(line)

    def _multiple(self, start: int) -> None:
        lower = self.lower
        match = _WORD.match(lower, start)
        word = match[0] if match else ""
        end = start + max(1, len(word))
        self.done = end
        if word == "both":
            self._both(start, end)
            return
        if word.endswith("fold") and (inner := read(lower[start : end - 4], 0)) is not None:
            self._emit(start, start, end, end, inner, None, Unit("", "ratio"), "ratio", self._lead(start), None)
            return
        value = _MULTIPLES.get(word)
        if value is None:
            return
        if word in ("double", "triple", "treble") and not _OF_WHAT.match(lower, end):
            return
        numeral = Numeral(end - start, value, value, value, value, value, "multiple")
        lead = self._lead(start)
        if word.startswith(("hal",)):
            lead = lead._replace(change="down")
        elif word.endswith(("ed", "ing")):
            lead = lead._replace(change="up")
        self._emit(start, start, end, end, numeral, None, Unit("", "ratio"), "ratio", lead, None)

    def _both(self, start: int, end: int) -> None:
        numeral = Numeral(4, 2.0, 2.0, 2.0, 1.0, 1.0, "words")
        counted = nouns.counted(self.analysis, end)
        self._emit(start, start, end, end, numeral, None, COUNT, "cardinal", figures._NO_LEAD, counted)

    # --------------------------------------------------------------- figures

    def ordinal(self, start: int, end: int, stop: int, numeral: Numeral) -> None:
        lower = self.lower
        self.done = stop
        lead = self._lead(start)
        if lead.ordinal == "between" and (
            joined := figures.second_numeral(self.analysis, stop, numeral._replace(form="ordinal"), "between")
        ):
            self._emit(
                start,
                start,
                joined[3],
                joined[3],
                numeral,
                joined[1],
                COUNT,
                "range",
                lead,
                nouns.counted(self.analysis, joined[3]),
            )
            return
        if lower[stop : stop + 1] in ("-", "'", "’") and lower[stop + 1 : stop + 2].isalpha():
            return
        if guards.date_or_clock(lower, start, stop, True) and (numeral.value or 0) <= 31:
            return
        counted = nouns.counted(self.analysis, stop, one=True)
        if counted is None and lower[start:stop] == "second" and self.found and self.found[-1].end == start - 1:
            return
        if len(lower) > 24 and (
            counted is None
            or counted.noun_class in ("", "time")
            or (lower[start].isalpha() and self.text[counted.end - 1 - len(counted.text.split()[-1]) + 1].isupper())
        ):
            return  # an ordinal is a figure where it counts off things
        numeral = numeral._replace(form="ordinal")
        self._emit(start, start, end, stop, numeral, None, COUNT, "ordinal", figures._NO_LEAD, counted)

    def _lead(self, start: int) -> Lead:
        return context.lead(self.lower, start) or figures._NO_LEAD

    def figure(self, start: int, numeral: Numeral, isyear: bool) -> None:
        text, lower, analysis = self.text, self.lower, self.analysis
        digit = lower[start].isdigit() or lower[start] in SIGNS or lower[start] == "."
        numeral_start, numeral_end = start, start + numeral.length
        end = numeral_end
        currency = units.before(text, start) if digit or (start and not text[start - 1].isspace()) else None
        if currency is not None and self.found and currency[1] < self.found[-1].end:
            currency = None
        if currency is None and start > 1 and text[start - 1] in "-−" and (inner := units.before(text, start - 1)):
            currency = inner
        unit, kind = COUNT, "cardinal"
        span = start
        if currency is not None:
            unit, span, kind = currency[0], currency[1], "money"
        if currency is not None and text.startswith("MM", end) and not text[end + 2 : end + 3].isalpha():
            numeral, end = figures.shifted(numeral, 1e6), end + 2
        if (
            text[end - 1] == "K"
            and currency is None
            and numeral.form == "magnitude"
            and _WARM.search(lower, max(0, start - 60), start)
        ):
            numeral, end = read(lower[start : end - 1], 0) or numeral, end - 1
        # a letter that is a magnitude or a unit: "5m people" or a length
        if numeral.suffix and currency is None:
            numeral, end = self._letter(start, numeral, end)
            numeral_end = end
        if (
            currency is not None
            and currency[1] < start
            and text.startswith("T", end)
            and not text[end + 1 : end + 2].isalnum()
        ):
            numeral, end = figures.shifted(numeral, 1e12), end + 1
            numeral_end = end
        minus = figures.sign(lower, span)
        if minus < 0 and currency is not None and start > span and text[start - 1] in "-−":
            minus = start - 1
        if minus >= 0:
            numeral = figures.shifted(numeral, -1.0)._replace(form=numeral.form)
            span = min(span, minus)
        age = (
            _AGE_UNIT.match(lower, end)
            if numeral.form != "fraction" and not _AGE_LETTERS.isdisjoint(lower[end : end + 4])
            else None
        )
        second: Numeral | None = None
        lead = self._lead(span)
        after: tuple[Unit, int] | None = None
        if age is None:
            after = figures.unit_after(analysis, end, numeral) if currency is None else None
            joined = figures.second_numeral(analysis, after[1] if after else end, numeral, lead.ordinal)
            if joined is not None:
                done = self._range(span, start, end, numeral, joined, after, unit, lead, isyear)
                if done:
                    return None
        if age is not None:
            return self._age(span, start, end, numeral, None, age, lead)
        if currency is None and after is None:
            share = figures.ratio(lower, end, numeral)
            if share is not None and not isyear:
                part, stop = share
                counted = nouns.counted(analysis, stop)
                self._emit(span, start, stop, stop, part, None, Unit("", "percent"), "ratio", lead, counted)
                return None
        if currency is not None:
            after_money = units.after(text, lower, end, digit)
            if after_money is not None and after_money[0].dimension.startswith("money:"):
                if after_money[0].name != unit.name and unit.shared:
                    unit = after_money[0] if not after_money[0].shared else unit
                end = after_money[1]
        elif (
            after is not None
            and text[after[1] - 1] in "CFK"
            and text[end : after[1]].strip() in "CFK"
            and not _WARM.search(lower, max(0, start - 60), min(len(lower), after[1] + 40))
        ):
            after = None
        elif after is not None:
            unit, end = after
            if (
                minus < 0
                and unit.dimension in ("temperature", "temperature degree")
                and (dash := _DASHED.search(lower, max(0, start - 4), start))
            ):
                numeral, span = figures.shifted(numeral, -1.0)._replace(form=numeral.form), dash.start(1)
            kind = (
                "money"
                if unit.dimension.startswith("money:")
                else "percent"
                if unit.dimension in ("percent", "percentage point")
                else "measure"
            )
            if unit.name == "pound sterling" and unit.shared:
                unit, kind = currencies.pounds(text, lower, span, end, unit, kind, numeral)
        if (
            after is not None
            and unit.dimension in ("temperature", "temperature degree")
            and (below := _BELOW.match(lower, end))
        ):
            numeral, end = figures.shifted(numeral, -1.0)._replace(form=numeral.form), below.end()
        if digit and after is None and currency is None and (below := _BELOW.match(lower, end)):
            numeral, end, unit, kind = (
                figures.shifted(numeral, -1.0)._replace(form=numeral.form),
                below.end(),
                units.unit_named("degree"),
                "measure",
            )
        if isyear and after is None and currency is None and not self._year_counts(start, end):
            self.done = end
            return None
        if digit and after is None and currency is None and self._designation(start, end, numeral):
            return None
        if unit is COUNT and guards.reference(
            analysis,
            span if minus >= 0 else start,
            digit
            and numeral.form == "digits"
            and (numeral.value or 0) < 10000
            and "," not in text[start:end]
            and end - start <= 4,
        ):
            if not (digit and nouns.counted(analysis, end)):
                self.done = end
                return None
        if unit.shared:
            unit = currencies.settle(text, lower, unit)
        if unit is not COUNT:
            end, unit, numeral = compound(text, lower, end, unit, numeral)
            unit, end = figures.rate(text, lower, unit, end)
        counted = self._counted(unit, kind, numeral, end, numeral_end)
        if counted is not None and unit is not COUNT and counted.start - end < 24 and not unit.rate:
            per, stop = figures.rate(text, lower, unit, counted.end)  # "20 gallons of fuel a day"
            if per.rate in guards.SPANS:
                unit = per
        if lead.hedge == "over" and unit.dimension == "time" and self._during(span, lead):
            lead = lead._replace(hedge="", bound="", length=0)
        if kind == "cardinal" and numeral.form == "fraction":
            kind = "ratio"
            unit = Unit("", "percent")
            if (
                not digit
                and counted is None
                and not _OF_WHAT.match(lower, end)
                and not lead.hedge
                and len(lower) > 24
                and lower[start:end] in ("half", "quarter")
            ):
                self.done = end
                return None
        if lower[start:end] in _PLAIN_WORDS and minus < 0 and not self._one_counts(start, end, counted):
            self.done = end
            return None
        if (
            unit is COUNT
            and lower[max(0, start - 12) : start].split()[-1:]
            and lower[max(0, start - 12) : start].split()[-1] in _AGE_WORDS
            and _AGE_LEAD.search(lower, max(0, start - 34), start)
            and (numeral.value or 999) < 130
            and counted is None
        ) or (unit is COUNT and digit and self._apposed_age(start, end, numeral)):
            unit, kind = units.unit_named("year of age"), "age"
        if unit.dimension.count("/") or unit.rate:
            kind = "rate" if kind == "measure" else kind
        self._emit(span, numeral_start, numeral_end, end, numeral, None, unit, kind, lead, counted)

    def _during(self, span: int, lead: Lead) -> bool:
        """ "over two years" is how long something took, unless a word before makes it a bound ("for over two years")."""
        start = span - lead.length
        if not self.lower.startswith("over ", start):
            return False
        before = self.lower[max(0, start - 12) : start].split()
        return lead.qualifier in ("last", "next", "first") or not before or before[-1] not in _BOUNDING

    def _letter(self, start: int, numeral: Numeral, end: int) -> tuple[Numeral, int]:
        """ "100m sprint" is a length, "5m people" a count."""
        if self.lower[end - 1] != "m" or self.text[end - 1] == "M":
            return numeral, end
        counted = nouns.counted(self.analysis, end)
        if (
            counted is not None
            and counted.noun_class not in ("match", "event")
            and not counted.text.endswith(("final", "race", "relay"))
        ):
            return numeral, end
        at = end - 1
        while at > start and not self.lower[at - 1].isalnum():
            at -= 1
        plain = read(self.lower[start:at], 0)
        return (plain, start + plain.length) if plain else (numeral, end)

    def _range(
        self,
        span: int,
        start: int,
        end: int,
        first: Numeral,
        joined: tuple[Numeral, Numeral, int, int, str],
        after: tuple[Unit, int] | None,
        unit: Unit,
        lead: Lead,
        isyear: bool,
    ) -> bool:
        lower, text = self.lower, self.text
        first, second, second_start, stop, joint = joined
        if lead.ordinal == "from" and joint == "to" and self._moves(span):
            return False
        a, b = first.value or 0.0, second.value or 0.0
        if joint in ("±", "+/-"):
            return self._margin(span, start, first, second, stop, lead)
        if a > b and joint == "to" and _RANGED.search(lower, max(0, start - 24), start):
            first, second, a, b = second, first, b, a
        if isyear and stop - second_start in (2, 4) and lower[second_start:stop].isdigit() and unit is COUNT:
            self.done = stop
            return True
        if _ORDINAL.match(lower, stop) or guards.date_or_clock(
            lower, second_start, stop, b <= 31 and lower[second_start:stop].isdigit()
        ):
            if joint != "and":
                self.done = stop
            return joint != "and"
        if second.suffix and unit is COUNT and units.before(text, second_start) is None:
            second, stop = self._letter(second_start, second, stop)
            b = second.value or 0.0
        age = _AGE_UNIT.match(lower, stop)
        following = figures.unit_after(self.analysis, stop, second)
        hyphen = joint not in ("to", "and", "or")
        if following is None and age is None and unit is COUNT and after is None:
            if hyphen and a == int(a) and b == int(b) and (a >= b or self._score_cue(span, stop)) and max(a, b) < 200:
                if text[stop : stop + 1] in "-–/" and text[stop + 1 : stop + 2].isalnum():
                    self.done = self._token_end(stop)
                    return True
                score = second if second.value is not None else first
                low, high = (first, score) if a <= b else (score, first)
                self._emit(span, start, stop, stop, low, high, COUNT, "score", figures._NO_LEAD, None)
                return True
            if lower[stop : stop + 1].isalpha() and hyphen:
                self.done = self._token_end(stop)
                return True
        if after is not None and following is not None and after[0].dimension != following[0].dimension:
            return False
        if after is not None and following is None:
            return False
        if joint == "to" and unit is COUNT and after is None and following is None and a >= b:
            return False
        if a >= b:
            return False
        if age is not None:
            self._age(span, start, stop, first, second, age, lead)
            return True
        kind = "money" if unit is not COUNT else "range"
        if following is not None:
            unit, end = following if unit is COUNT or following[0].dimension == unit.dimension else (unit, stop)
            if unit.shared == "pound":
                unit, kind = currencies.pounds(text, lower, span, end, unit, kind, second)
        else:
            end = stop
        if unit.shared:
            unit = currencies.settle(text, lower, unit)
        unit, end = figures.rate(text, lower, unit, end) if unit is not COUNT else (unit, end)
        counted = self._counted(unit, kind, second, end, end)
        self._emit(span, start, stop, end, first, second, unit, "range", lead, counted)
        return True

    def _margin(self, span: int, start: int, first: Numeral, second: Numeral, stop: int, lead: Lead) -> bool:
        """ "9.8 ± 0.1 metres"."""
        following = figures.unit_after(self.analysis, stop, second)
        unit, end = following or (COUNT, stop)
        unit, end = figures.rate(self.text, self.lower, unit, end)
        if unit.shared == "pound":
            unit, _ = currencies.pounds(self.text, self.lower, span, end, unit, "range", first)
        value, reach = first.value or 0.0, second.value or 0.0
        low, high = (first._replace(value=v, low=v, high=v, form="digits") for v in (value - reach, value + reach))
        self._emit(
            span, start, stop, end, low, high, unit, "range", lead, self._counted(unit, "range", second, end, end)
        )
        return True

    def _score_cue(self, start: int, end: int) -> bool:
        cue = _SCORE.search(self.lower, max(0, start - 40), start) or _SCORE.match(self.lower, end)
        return cue is not None

    def _moves(self, start: int) -> bool:
        """A verb of change stands before "from"."""
        return _MOVE.search(self.lower, max(0, start - 60), start) is not None

    def _age(
        self,
        span: int,
        start: int,
        numeral_end: int,
        first: Numeral,
        second: Numeral | None,
        match: re.Match[str],
        lead: Lead,
    ) -> None:
        name = {"yr": "year", "y": "year"}.get(match[1], match[1])
        unit = units.unit_named(f"{name} of age")
        counted = (
            nouns.counted(self.analysis, match.end(), one=True)
            if self.lower[match.end() : match.end() + 1] == " "
            else None
        )
        self._emit(span, start, numeral_end, match.end(), first, second, unit, "age", lead, counted)

    def _apposed_age(self, start: int, end: int, numeral: Numeral) -> bool:
        """ "Ana Ruiz, 34, said": a name, a comma, a small figure, a comma."""
        text = self.text
        if numeral.form != "digits" or end - start > 3 or not 0 < (numeral.value or 0) < 120:
            return False
        if (
            text[start - 2 : start] == ", "
            and start > 3
            and (text[end : end + 1] in (",", ".", ";", ")") or text[end : end + 5] == " and ")
        ):
            left = text.rfind(" ", 0, start - 2) + 1
            return text[left : left + 1].isupper() and not text[left : start - 2].isupper()
        return (
            text[start - 1 : start] == "("
            and text[end : end + 1] == ")"
            and start > 3
            and text[start - 3].islower()
            and self._name_before(start - 2)
        )

    def _name_before(self, at: int) -> bool:
        words_before = self.text[max(0, at - 40) : at].split()
        return len(words_before) >= 2 and all(word[:1].isupper() for word in words_before[-2:])

    def _year_counts(self, start: int, end: int) -> bool:
        """Four digits like a year that count something: "1500 troops", "killed 1942 people"."""
        counted = nouns.counted(self.analysis, end)
        if counted is None or counted.noun_class in ("event", "match", "award") or guards.year_lead(self.lower, start):
            return False
        return self.text[counted.start - 1] != "-" and counted.start - end == 1

    def _designation(self, start: int, end: int, numeral: Numeral) -> bool:
        """Letters right behind the digits that are no unit: "3D", "4x4", "1990s"."""
        text = self.text
        following = text[end : end + 1]
        if following.isalpha() or following == "_":
            self.done = self._token_end(end)
            return True
        if following in ("'", "’") and text[end + 1 : end + 2] == "s" and not text[end + 2 : end + 3].isalpha():
            self.done = end + 2
            return True
        return False

    def _counted(self, unit: Unit, kind: str, numeral: Numeral, end: int, numeral_end: int) -> Counted | None:
        if unit is COUNT:
            one = (numeral.value is not None and abs(numeral.value) <= 1) or numeral.form == "fraction"
            return nouns.counted(self.analysis, end, one=one)
        if self.lower[numeral_end : numeral_end + 1] in ("-", "‐", "–") and self.lower[end : end + 1] == " ":
            return nouns.counted(self.analysis, end, one=True)
        return nouns.counted(self.analysis, end, one=True, of_only=True, money=unit.dimension.startswith("money:"))

    def _one_counts(self, start: int, end: int, counted: Counted | None) -> bool:
        if len(self.lower) < 24:
            return True
        return counted is not None

    # -------------------------------------------------------------- emission

    def _emit(
        self,
        span: int,
        numeral_start: int,
        numeral_end: int,
        end: int,
        first: Numeral,
        second: Numeral | None,
        unit: Unit,
        kind: str,
        lead: Lead,
        counted: Counted | None,
    ) -> None:
        if lead.bound in ("", "about") and (behind := context.trail(self.lower, end)):
            lead = lead._replace(hedge=behind[0], bound=behind[1], length=0)
            end = behind[2]
        start = span - lead.length
        if (
            lead.length == 0
            and self.lower[max(0, span - 2) : span] == "a "
            and (
                first.form in ("dozen", "couple", "fraction")
                or self.text[span:numeral_end]
                .lower()
                .startswith(("hundred", "thousand", "million", "billion", "trillion"))
            )
        ):
            start = span - 2
            numeral_start = min(numeral_start, start) if numeral_start == span else numeral_start
        if counted is None and unit is COUNT and kind in ("cardinal", "range"):
            counted = self._elliptic(span, end, lead)
        if unit is not COUNT and kind in ("percent", "measure", "money") and self.found and lead.length == 0:
            self.found[-1] = figures.shares_unit(self.text, self.found[-1], span, unit, kind) or self.found[-1]
        quantity = figures.make(
            self.analysis, (start, numeral_start, numeral_end), end, first, second, unit, kind, lead, counted
        )
        if self.found and lead.bound and (joined := figures.both_bounds(self.text, self.found[-1], quantity)):
            self.found[-1] = joined
        else:
            self.found.append(quantity)
        self.done = max(self.done, end)

    def _elliptic(self, start: int, end: int, lead: Lead) -> Counted | None:
        """ "kills 12", "1,500 soldiers ... and another 3,000"."""
        window = self.lower[max(0, start - 90) : start]
        if ("toll" in window or "number of" in window) and _TOLL.search(window):
            return Counted(end, end, "", "person", (), "person")
        before = self.lower[max(0, start - 26) : start].split()
        if before and _IMPLIED.fullmatch(before[-1]) and before[-1] not in ("left", "dead", "injured", "deaths"):
            return Counted(end, end, "", "person", (), "person")
        previous = next(
            (q for q in reversed(self.found[-3:]) if q.counted is not None and q.kind in ("cardinal", "range")), None
        )
        if previous is None or previous.counted is None:
            return None
        between = self.text[previous.end : start]
        if "\n" in between or len(between) > 240:
            return None
        if _STOP.search(between) and lead.qualifier not in ("further",):
            return None
        return previous.counted


_SEVERAL = re.compile(r"\b(several|a few|few|many) $")
_SIZES = frozenset(
    [
        "hundred",
        "thousand",
        "million",
        "billion",
        "trillion",
        "dozen",
        "hundred thousand",
        "hundred million",
        "hundred billion",
    ]
)
_RANGED = re.compile(r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|anything) from [-−–]?$")
_TOKEN_REST = re.compile(r"(?:[^\W_]|[.\-/:](?=[^\W_]))*")
_WORD = re.compile(r"[a-z]+")
_OF_WHAT = re.compile(r" (?:of|the|that|its|their|his|her|what|last|as)\b")
_BOUNDING = frozenset(
    [
        "for",
        "lasted",
        "lasts",
        "lasting",
        "took",
        "takes",
        "take",
        "taking",
        "after",
        "is",
        "was",
        "were",
        "been",
        "spent",
        "spend",
        "of",
        "with",
        "by",
        "waited",
        "well",
        "just",
        "and",
        "age",
        "aged",
        "already",
        "now",
    ]
)
_CODE = re.compile(r"[a-z]{1,4}(?=\d)")
_CLOSED = re.compile(r"\s*(?:$|[.,;?!)])")
_BELOW = re.compile(r" (below (?:zero|freezing))\b")
_SHARE = re.compile(r"\s*(?:$|[.,;?!)]|of\b|as\b|less\b|more\b|in\b|to\b|from\b|since\b|on\b|over\b|compared\b)")
_WARM = re.compile(
    r"temperature|degree|\bhot|\bcold|\bheat|°|\bwarm|weather|freez|boil|celsius|fahrenheit|\bcool|\bfrost|mercury|outside|thermo|oven|fever|climate|\bhighs?\b|\blows?\b"
)
_DASHED = re.compile(r"(?<![\d\w]) ?([-−–]) $")
_STOP = re.compile(r"[.!?;] ")
_SCORE = re.compile(
    r"(?: (?:win|victory|defeat|loss|lead|draw|deficit|score|scoreline|thrashing|advantage|aggregate|triumph|rout|against|over|at|half)\b|"
    r".*\b(?:won|win|beat|beaten|lost|lose|losing|winning|lead|led|leading|drew|draw|trail|trailed|trailing|score|scored|defeat|defeated|ahead|victory|level)\b)"
)
_MOVE = re.compile(
    r"\b(?:rose|rise|rises|risen|rising|fell|fall|falls|fallen|falling|grew|grow|grown|increase[ds]?|increasing|decrease[ds]?|drop(?:s|ped)?|declin\w+|climb\w*|"
    r"jump\w*|cut|cuts|cutting|reduc\w+|rais\w+|lower\w*|up|down|slip\w*|slid|plung\w+|surg\w+|soar\w*|tumbl\w+|shrank|shrunk|chang\w+|revis\w+|widen\w*|narrow\w*|expand\w*|went|go|gone|downgrad\w+|upgrad\w+|swell\w*|swollen)\b[^.;]*$"
)


def extract(analysis: Analysis, times: Sequence[Time]) -> list[Quantity]:
    """Every figure of a document, ascending; a figure inside a date or clock time is none, a duration's is one."""
    found = _Reading(analysis, times).run()
    found.sort(key=lambda q: q.start)
    return found
