"""One figure, step by step: sign and currency, age, range, unit, what it is not, what it counts."""
from __future__ import annotations

from checker import patterns
from checker.quantities import (
    ages,
    context,
    cues,
    currencies,
    guards,
    measures,
    millions,
    nouns,
    ranges,
    units,
    verdicts,
)
from checker.quantities.compounds import compound
from checker.quantities.draft import COUNT, MULTIPLE, Draft, Walk, shifted
from checker.quantities.numerals import ORDINAL_END, Numeral, words
from checker.quantities.ranges import Joined
from checker.quantities.units import Unit
from checker.records import Counted

_SIGN = patterns.compile(r"(?:(?:^|[\s(\[“\"'=<>:;,–—/])([-−–])|\b(minus|negative) |\A(-) )$")
_MARGIN = ("plus or ", "plus/", "plus-or-", "+/", "+ / ", "+")
_SIGNS = ("minus ", "negative ", "- ")
_DASHED = patterns.compile(r"(?<![\d\w]) ?([-−–]) $")
_BELOW = patterns.compile(r" below (?:zero|freezing)\b")
_AFTER_CODE = patterns.compile(r" (million|billion|trillion|crore|lakh)\b")
_TIMES = patterns.compile(
    r" times(?= (?:more|higher|larger|bigger|greater|the|that|its|their|his|her|less|lower|faster|stronger|what)\b"
    r"| over(?:[.,;]| (?:the|its|their) (?:[a-z-]+ ){0,2}?(?:limits?|levels?|average|norm|target|capacity)\b)"
    r"| as (?:many|much|likely|often|high|large|big|fast|long|[a-z]+(?: [a-z]+)? as)\b)"
)
_TIMES_DONE = patterns.compile(r" times(?![a-z-])")
_TO_THE = patterns.compile(r" (?:to|against) the (?:us |u\.s\. )?([a-z]+)\b")
_RICHTER = patterns.compile(r" on the (?:open-ended )?(?:richter|moment[ -]magnitude) scale\b")
_OF_MAGNITUDE = patterns.compile(r"\bmagnitude (?:(?:of|at|was|is|to|from) )?(?:only |just )?$")
_OFTEN = patterns.compile(
    r" times (?:an?|per|each|every) (second|minute|hour|day|night|week|month|year|season|game|match)\b"
)
_SUFFIX = patterns.compile(r"[- ]?(\+|(?<=-)plus|(?<= )plus|(?<=-)odd)(?= [a-z])")
_ATTRIBUTIVE = patterns.compile(r"(?:\b(?:an?|the|its|their|his|her|this|that|[a-z]+['’]s) )$")
_OF_THE = patterns.compile(r" of (?:the|a|an|his|her|their|its|that|this)\b")
_OF_THESE = patterns.compile(r" of (?:the|its|their|his|her|our|those|these|all)\b")
_DID = patterns.compile(r" (?:also )?[a-z]+ed ")
_AGE_GROUP = patterns.compile(r"[ -]age[ -](?:groups?|brackets?|ranges?)\b")
_OLD = 130  # years
_EXTENT = patterns.compile(r"-(?:high|tall|long|wide|deep|thick|heavy|square|strong|odd)(?= )")
_REACH = 40  # characters back to the word that says what a bare figure measures
_NEAR = 24  # characters between a unit and what it is of
_SPANS = frozenset(["second", "minute", "hour", "day", "week", "month", "quarter", "year", "season", "night"])


def read_figure(walk: Walk, draft: Draft) -> None:
    """Read what stands around the numeral, and emit the figure when it is one."""
    _currency(walk, draft)
    if draft.numeral.suffix and not draft.sign:
        draft.numeral, draft.end = measures.letter(
            walk.analysis, walk.found, draft.numeral_start, draft.numeral, draft.end
        )
        draft.numeral_end = draft.end
    elif draft.digit and (larger := millions.spaced(walk.analysis, draft.numeral, draft.end, draft.sign)):
        draft.numeral, draft.end = larger
        draft.numeral_end = draft.end
    _minus(walk, draft)
    draft.lead = context.lead(walk.lower, draft.start)
    age = ages.old(walk.lower, draft.end, draft.numeral)
    if age is not None:
        _age(walk, draft, age)
        return
    following = walk.lower[draft.end : draft.end + 2]
    if (following[:1] in ("+", "-") or following == " p") and (
        suffix := _SUFFIX.match(walk.lower, draft.end)
    ):  # "15-plus years", "40-odd ships"
        hedge, bound = ("over", "over") if suffix[1] in ("plus", "+") else ("about", "about")
        draft.lead = draft.lead._replace(hedge=draft.lead.hedge or hedge, bound=draft.lead.bound or bound)
        draft.end = suffix.end()
    unit = None if draft.sign else measures.unit_after(walk.analysis, draft.end, draft.numeral)
    joined = ranges.second_numeral(
        walk.analysis, unit[1] if unit else draft.end, draft.numeral, draft.lead.join == "between"
    )
    if joined is not None and _range(walk, draft, joined, unit):
        return
    _unit(walk, draft, unit)
    if draft.unit is COUNT and not draft.sign and not draft.year:
        if (parted := ranges.one_in(walk.analysis, draft.end, draft.numeral)) is not None:
            numeral, stop, draft.counted = parted
            draft.share(numeral, stop)
            walk.emit(draft)
            return
        share = ranges.ratio(walk.lower, draft.end, draft.numeral)
        if share is not None and not guards.reference(walk.analysis, draft.start):  # not "photo 1 of 12"
            draft.share(*share)
            if not _DID.match(walk.lower, draft.end):  # "one in 10 recognised Ana Ruiz"
                draft.counted = nouns.counted(walk.analysis, draft.end)
            walk.emit(draft)
            return
    if draft.unit is COUNT and verdicts.nothing(walk, draft):
        return
    _whole_unit(walk, draft)
    _counted(walk, draft)
    if verdicts.settled(walk, draft):
        walk.emit(draft)
    else:
        walk.done = max(walk.done, draft.end)


def _currency(walk: Walk, draft: Draft) -> None:
    """The sign before, with magnitudes that only money has ("$1MM", "$2.2T", "30 MUSD")."""
    text, start = walk.text, draft.numeral_start
    if (code := currencies.magnified(text, start, draft.end)) is not None:
        factor, draft.unit, at, end = code
        draft.numeral, draft.kind, draft.sign = shifted(draft.numeral, factor), "money", True
        draft.start, draft.end = min(draft.start, at), max(draft.end, end)
        return
    if not draft.digit and (start == 0 or text[start - 1].isspace()):
        return
    found = units.before(text, start)
    if found is None and start > 1 and text[start - 1] in "-−":
        found = units.before(text, start - 1)
    if found is None or (walk.found and found[1] < walk.found[-1].end):
        return
    draft.unit, draft.start = found
    draft.kind, draft.sign = "money", True
    for mark, factor in (("MM", 1e6), ("T", 1e12)):
        if text.startswith(mark, draft.end) and not text[draft.end + len(mark) : draft.end + len(mark) + 1].isalnum():
            draft.numeral = shifted(draft.numeral, factor)
            draft.end = draft.numeral_end = draft.end + len(mark)


def _minus(walk: Walk, draft: Draft) -> None:
    lower, text, start = walk.lower, walk.text, draft.start
    at = -1
    if start and (lower[start - 1] in "-−–" or lower.endswith(_SIGNS, 0, start)):
        match = _SIGN.search(lower, max(0, start - 10), start)
        if match and lower.endswith(_MARGIN, 0, match.start(match.lastindex or 0)):
            match = None  # "plus or minus 3 points"
        at = match.start(match.lastindex or 0) if match else -1
    if at < 0 and draft.sign and draft.numeral_start > start and text[draft.numeral_start - 1] in "-−":
        at = draft.numeral_start - 1
    if at >= 0:
        _negate(draft, at)


def _negate(draft: Draft, at: int) -> None:
    draft.numeral = shifted(draft.numeral, -1.0)._replace(form=draft.numeral.form)
    draft.start, draft.minus = min(draft.start, at), True


def _age(walk: Walk, draft: Draft, age: tuple[Unit, int]) -> None:
    lower = walk.lower
    draft.unit, draft.end = age
    draft.kind = "age"
    did = lower.endswith("the ", 0, draft.start) and _DID.match(lower, draft.end)  # "the 75-year-old presented a show"
    if lower[draft.end : draft.end + 1] == " " and draft.end > draft.numeral_end and not did:
        draft.counted = nouns.counted(walk.analysis, draft.end, one=True)
    walk.emit(draft)


# -------------------------------------------------------------------------------------------------------- ranges


def _range(walk: Walk, draft: Draft, joined: Joined, unit: tuple[Unit, int] | None) -> bool:
    """The figure is a range, a margin or a score (or a chain that is none): emitted or passed over."""
    lower, text = walk.lower, walk.text
    first, second, start, stop, joint = joined
    a, b = first.value or 0.0, second.value or 0.0
    if joint == "to" and ranges.moved(walk.text, lower, draft, joined, unit):
        if draft.lead.join == "from":
            draft.numeral = first  # "rose from 5 to 7 million": of one magnitude
        return False
    ranged = cues.pattern("ranged", after=r" [-−–]?$")
    if joint == "to" and a > b and ranged.search(lower, max(0, draft.start - 24), draft.start):
        first, second, a, b = second, first, b, a
    plain = lower[start:stop].isdigit()
    if draft.year and plain and stop - start in (2, 4) and not draft.sign:
        walk.done = stop  # 1914-18
        return True
    if ORDINAL_END.match(lower, stop) or guards.date_or_clock(lower, start, stop, plain and b <= 31):
        if joint != "and":
            walk.done = stop
        return joint != "and"
    if second.suffix and not draft.sign and units.before(text, start) is None:
        second, stop = measures.letter(walk.analysis, walk.found, start, second, stop)
        b = second.value or 0.0
    following = measures.unit_after(walk.analysis, stop, second)
    age = ages.old(lower, stop, second)
    if not (age or following or unit or draft.sign) and b < _OLD and ages.led(lower, draft.numeral_start):
        age = units.unit_named("year of age"), stop  # "aged 25 to 49"
    elif not (age or following or unit or draft.sign) and b < _OLD and _AGE_GROUP.match(lower, stop):
        age = units.unit_named("year of age"), stop  # "the 18-24 age group"
    measured = following or age or unit or draft.sign
    if joint == "-" and not measured and _hyphened(walk, draft, first, second, stop):
        return True
    if not measured and guards.reference(walk.analysis, draft.numeral_start):
        walk.done = stop  # "pages 12 to 15", "at number seven or eight"
        return True
    if joint == "±":
        first, second = (first._replace(value=v, low=v, high=v, form="digits") for v in (a - abs(b), a + abs(b)))
    elif a >= b or (unit is not None and (following is None or following[0].dimension != unit[0].dimension)):
        return False
    draft.numeral, draft.second, draft.numeral_end, draft.end = first, second, stop, stop
    if age is not None:
        _age(walk, draft, age)
        return True
    if following is not None and (not draft.sign or following[0].dimension == draft.unit.dimension):
        draft.unit, draft.end = following
    draft.kind = "range"
    if following is None and unit is None and (more := _TIMES.match(lower, draft.end)):  # "four to five times more"
        draft.unit, draft.end = MULTIPLE, more.end()
        walk.emit(draft)
        return True
    _pounds(walk, draft)
    _whole_unit(walk, draft)
    _counted(walk, draft)
    walk.emit(draft)
    return True


def _hyphened(walk: Walk, draft: Draft, first: Numeral, second: Numeral, stop: int) -> bool:
    """Bare figures with a hyphen between them: a score, or a name such as "5-HT2"."""
    lower, text = walk.lower, walk.text
    a, b = first.value or 0.0, second.value or 0.0
    if ranges.score(lower, draft.start, stop, a, b) or ranges.fixture(walk.analysis, draft.start, stop, a, b):
        if text[stop : stop + 1] in ("-", "–", "/") and text[stop + 1 : stop + 2].isalnum():
            walk.done = walk.token_end(stop)
            return True
        draft.numeral, draft.second = (first, second) if a <= b else (second, first)
        draft.numeral_end = draft.end = stop
        draft.kind, draft.lead = "score", context.NO_LEAD
        walk.emit(draft)
        return True
    if lower[stop : stop + 1].isalpha():
        walk.done = walk.token_end(stop)
        return True
    return False


# ---------------------------------------------------------------------------------------------------------- unit


def _unit(walk: Walk, draft: Draft, found: tuple[Unit, int] | None) -> None:
    lower = walk.lower
    if draft.sign:
        again = units.after(walk.text, lower, draft.end, draft.digit)  # "$5 Canadian dollars", "$5 USD"
        named = again is not None and walk.text[again[1] - 1].isalpha()  # "$5 $10" are two figures
        if (
            again is not None
            and named
            and again[0].dimension.startswith("money:")
            and (draft.unit.shared or again[0].dimension == draft.unit.dimension)
        ):
            if draft.unit.shared and not again[0].shared:
                draft.unit = again[0]
            draft.end = again[1]
        return
    if found is not None:
        draft.unit, draft.end = found
        dimension = draft.unit.dimension
        draft.kind = (
            "money"
            if dimension.startswith("money:")
            else ("percent" if dimension in ("percent", "percentage point") else "measure")
        )
        _pounds(walk, draft)
        if draft.kind == "money" and (scale := _AFTER_CODE.match(lower, draft.end)):  # "75 USD million"
            draft.numeral, draft.end = shifted(draft.numeral, words()[scale[1]][1]), scale.end()
        if dimension in measures.TEMPERATURES and not draft.minus:
            start = draft.numeral_start
            if dash := _DASHED.search(lower, max(0, start - 4), start):
                _negate(draft, dash.start(1))
    if found is None and not draft.digit and measures.absolute_zero(walk.lower, draft):
        return
    if found is None and draft.digit and (
        _RICHTER.match(lower, draft.end) or _magnitude(lower, draft.start - draft.lead.length)
    ):
        draft.unit, draft.kind = units.unit_named("magnitude"), "measure"
        return
    times = found is None and lower.startswith(" times ", draft.end)
    if times and (often := _OFTEN.match(lower, draft.end)):  # "four times a week"
        draft.unit, draft.kind, draft.end = units.per(Unit("count", "count"), often[1]), "rate", often.end()
        return
    if times and (more := _TIMES.match(lower, draft.end)):  # "three times more"
        draft.unit, draft.kind, draft.end = MULTIPLE, "ratio", more.end()
        draft.numeral_end = max(draft.numeral_end, draft.start + 1)
    degrees = draft.digit and (found is None or draft.unit.dimension in measures.TEMPERATURES)
    if degrees and lower.startswith(" below ", draft.end) and (below := _BELOW.match(lower, draft.end)):
        _negate(draft, draft.start)
        draft.end = below.end()
        if found is None:
            draft.unit, draft.kind = units.unit_named("degree"), "measure"


def _uncounted(walk: Walk, draft: Draft) -> None:
    """How often ("shot three times"), or per what ("40 per minute", "7.12 to the dollar")."""
    lower, end = walk.lower, draft.end
    if lower.startswith(" times", end) and (often := _TIMES_DONE.match(lower, end)):
        draft.counted = Counted(end + 1, often.end(), walk.text[end + 1 : often.end()], "time", (), "")
    elif lower.startswith(" per ", end):
        draft.rate = measures.often(lower, end)
    elif draft.digit and (coin := _TO_THE.match(lower, end)):
        known = units.surfaces().words.get(coin[1])
        draft.rate = known.name if known and known.dimension.startswith("money:") else ""


def _magnitude(lower: str, start: int) -> bool:
    """The word stands before the figure and its hedge, which begin at `start`: "put its magnitude at about 6.1"."""
    left = max(0, start - _REACH)
    return "magnitude" in lower[left:start] and _OF_MAGNITUDE.search(lower, left, start) is not None


def _pounds(walk: Walk, draft: Draft) -> None:
    if draft.unit.shared == "pound":
        numeral = draft.second or draft.numeral
        draft.unit, draft.kind = walk.money.pounds(draft.start, draft.end, draft.unit, draft.kind, numeral)


def _whole_unit(walk: Walk, draft: Draft) -> None:
    """The unit with its currency settled, its smaller unit behind it, and what it is per."""
    if draft.unit is COUNT:
        return
    text, lower = walk.text, walk.lower
    if draft.unit.shared:
        draft.unit = walk.money.settle(draft.unit)
    if draft.second is None:
        draft.end, draft.unit, draft.numeral = compound(text, lower, draft.end, draft.unit, draft.numeral)
    draft.unit, draft.end = measures.rate(text, lower, draft.unit, draft.end)


def _counted(walk: Walk, draft: Draft) -> None:
    """What the figure counts, or what its unit is of; "20 gallons of fuel a day" finds its rate behind that."""
    analysis, lower, unit = walk.analysis, walk.lower, draft.unit
    if draft.lead.bound in ("", "about") and (behind := context.trail(lower, draft.end)):  # "10 or so men"
        draft.lead = draft.lead._replace(hedge=behind[0], bound=behind[1], length=0)
        draft.end = behind[2]
    numeral = draft.second or draft.numeral
    if unit is COUNT:
        single = numeral.value == 1 and numeral.form in ("words", "digits")
        part = numeral.form == "fraction"  # "half the world's population"
        one = single or part or (numeral.value is not None and abs(numeral.value) < 1)
        draft.counted = nouns.counted(analysis, draft.end, one=one, single=single, part=part)
        if draft.counted is None:
            _uncounted(walk, draft)
        of = draft.counted is not None and lower.startswith(" of ", draft.end)
        if of and not draft.lead.qualifier and _OF_THESE.match(lower, draft.end):
            draft.lead = draft.lead._replace(qualifier="part")  # "200 of the 350 hostages"
        if draft.counted is not None and draft.counted.end > draft.end:
            draft.rate = measures.often(lower, draft.counted.end)
        return
    if lower[draft.numeral_end : draft.numeral_end + 1] in ("-", "‐", "–"):
        end = extent.end() if (extent := _EXTENT.match(lower, draft.end)) else draft.end  # "a two-metre-high wall"
        if lower[end : end + 1] == " ":
            draft.counted = nouns.counted(analysis, end, one=True)
            return
    if unit.dimension == "time" and _OF_THE.match(lower, draft.end):
        return  # "within 48 hours of the game"
    money = unit.dimension.startswith("money:")
    draft.counted = nouns.counted(analysis, draft.end, one=True, of_only=True, money=money)
    if draft.counted is None and draft.kind in ("money", "percent") and not unit.rate:
        close = lower[draft.end : draft.end + 1] == " "
        if close and _ATTRIBUTIVE.search(lower, max(0, draft.start - 12), draft.start):
            draft.counted = nouns.counted(analysis, draft.end, one=True)  # "a £2m contract", "its 3% rise"
        return
    if draft.counted is not None and not unit.rate and draft.counted.start - draft.end < _NEAR:
        per, _ = measures.rate(walk.text, lower, unit, draft.counted.end)
        if per.rate in _SPANS or lower.startswith(" per ", draft.counted.end):  # "0.8g of alcohol per litre"
            draft.unit = per
