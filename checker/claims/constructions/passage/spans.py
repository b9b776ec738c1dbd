"""How long something lasted, beside when it began and when it ended, wherever the three stand in a passage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.claims.constructions.dates.calendar import UNIT_DAYS, allowance, one_of_several
from checker.claims.constructions.dates.dates import figures_of_time, length_of
from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.frame.match import Group
from checker.claims.constructions.frame.roles import DAY, Roles
from checker.claims.constructions.passage.milestones import governor
from checker.claims.constructions.passage.referents import one_thing, subject_theme
from checker.claims.constructions.passage.stretches import Span, Stretch, elaborated, weekdays_only
from checker.claims.constructions.passage.wording import wording
from checker.claims.draft import Draft
from checker.claims.themes import Theme, is_time
from checker.language import Sentence, VerbGroup
from checker.language.morphology import singular, verb_class, verb_forms
from checker.records import Quantity, Time

WEEK = 7.0
ADJACENT = 4  # tokens between a length and its dates
HEDGES = {"LESS_THAN": (0.8, 1.0), "MORE_THAN": (1.0, None), "APPROX": (0.85, 1.15), "EQUAL_OR_MORE": (1.0, None)}

Part = tuple[float | None, float | None, str]  # least and most days of a length, and its smallest unit


def spans_of(draft: Draft, quantities: Sequence[Quantity], sentence: Sentence, number: int) -> list[Span]:
    """The lengths of one sentence that are of a whole."""
    found: list[Span] = []
    found += distances_of(draft, sentence, number)
    times = draft.names.times_in(sentence.start, sentence.end)
    for time in times:
        if any(_meet(time, span.figure) for span in found):
            continue
        if time.type == "DURATION" and time.number and time.unit in UNIT_DAYS:
            figure = length_of(time)
            found += _whole(draft, figure, _allowed(figure, time, _finest(time)), sentence, number)
    for quantity in quantities:
        if (
            quantity.dimension != "time"
            or quantity.value is None
            or quantity.unit not in UNIT_DAYS
            or any(_meet(quantity, span.figure) for span in found)
            or any(_meet(quantity, time) for time in times)
        ):
            continue
        figure = Figure("D", quantity.start, quantity.end, quantity.text, value=quantity.value, unit=quantity.unit)
        bounds = tuple(None if end is None else end / DAY for end in (quantity.least, quantity.most))
        found += _whole(draft, figure, (bounds[0], bounds[1], quantity.unit), sentence, number)
    return found


def distances_of(draft: Draft, sentence: Sentence, number: int) -> list[Span]:
    """ "two days later", "three years after": lengths from one date to another."""
    found: list[Span] = []
    analysis = draft.analysis
    for time in draft.names.times_in(sentence.start, sentence.end):
        if time.type == "DURATION" and time.number and time.unit in UNIT_DAYS:
            last = analysis.token_at(time.end - 1) + 1
            if last < sentence.last and analysis.lowers[last] in wording("distance"):
                found.append(_span(length_of(time), time, number))
        elif time.type in ("DATE", "TIME"):
            for figure in figures_of_time(time):
                if figure.letter == "D" and figure.unit in UNIT_DAYS and figure.least is not None:
                    found.append(_span(figure, time, number))
    return found


def _span(figure: Figure, time: Time, number: int) -> Span:
    least, most, unit = allowance(*_allowed(figure, time, figure.unit))
    return Span(figure, least, most, unit, number)


def _allowed(figure: Figure, time: Time, unit: str) -> Part:
    """The days that a hedge leaves to a length ("almost three weeks"), and the unit it is known to."""
    low, high = HEDGES.get(time.mod if time.type == "DURATION" else "", (1.0, 1.0))
    length = (figure.value or 0.0) * UNIT_DAYS[figure.unit]
    return length * low, None if high is None else length * high, unit


def _meet(one: Figure | Quantity | Time, other: Figure | Quantity | Time) -> bool:
    return one.start < other.end and other.start < one.end


def _finest(time: Time) -> str:
    """ "seven hours and 15 minutes" is known to the minute."""
    return next((unit for mark, unit in (("M", "minute"), ("H", "hour")) if "T" in time.value and mark in time.value),
                time.unit)  # fmt: skip


def _whole(draft: Draft, figure: Figure, part: Part, sentence: Sentence, number: int) -> Iterator[Span]:
    analysis = draft.analysis
    first, last = analysis.token_at(figure.start), analysis.token_at(figure.end - 1) + 1
    before = analysis.lowers[first - 1] if first > sentence.first else ""
    after = analysis.lowers[last] if last < sentence.last else ""
    if "old" in figure.text or analysis.text.startswith(("-old", " old"), figure.end):
        return
    if one_of_several(analysis.lower, figure):
        return
    partial = wording("part-span") & {before, *analysis.lowers[first:last]}
    if partial or after in wording("span-apart"):
        return
    named = _named(draft, figure, first, last, sentence)
    # "have six weeks to reply"
    given = after == "to" and _lemma_before(draft, first, sentence) in wording("span-given")
    if not named and not given and not _led(draft, figure, first, sentence):
        named = _ahead_of_dates(draft, figure, last, sentence)
        if not named:
            return
    named = named or ("given" if given else "")
    least, most, unit = allowance(*part)
    yield Span(figure, least, most, unit, number, named)


def _lemma_before(draft: Draft, first: int, sentence: Sentence) -> str:
    """The verb before a length."""
    token = first - 1
    while token > sentence.first and draft.analysis.lowers[token] in wording("mere"):
        token -= 1
    tags = draft.analysis.tags
    if tags[token] == "NOUN" and tags[token - 1] != "PREP":  # "giving visitors three weeks to see it"
        token -= 1 + (tags[token - 1] in ("DET", "ADJ"))
    low = draft.analysis.lowers[token]
    return verb_forms().get(low, (low, ""))[0] if token >= sentence.first else ""


def _ahead_of_dates(draft: Draft, figure: Figure, last: int, sentence: Sentence) -> str:
    """ "the five-day Halden Open, from Thursday to Sunday": the noun of a length that its dates stand right behind."""
    analysis = draft.analysis
    if "-" not in figure.text or figure.unit not in ("day", "week", "night"):
        return ""
    token = last
    while token < sentence.last and analysis.tags[token] in ("ADJ", "NOUN", "PROPN", "ING", "NUM"):
        token += 1
    noun = singular(analysis.lowers[token - 1])
    opened = analysis.words[token] in (",", "(") or analysis.lowers[token] in ("from", "held", "running")
    dates = [time for time in draft.names.times_in(figure.end, sentence.end) if time.type == "DATE"]
    near = bool(dates) and analysis.token_at(dates[0].start) - token <= 2
    promised = noun in wording("span-promised") and not analysis.words[token - 1][0].isupper()
    return noun if token > last and opened and near and not promised else ""


def _led(draft: Draft, figure: Figure, first: int, sentence: Sentence) -> bool:
    """ "lasted", "for", "after", "a total of", "spent": what stands before the length of a whole."""
    analysis = draft.analysis
    token = first - 1
    while token > sentence.first and (
        analysis.tags[token] in ("ADV", "ADJ") or analysis.lowers[token] in wording("mere")
    ):
        token -= 1
    if token < sentence.first:
        return False
    low = analysis.lowers[token]
    if low in (",", ":", "–", "—", "-") and token == first - 1:  # "from 1977 to 1985: eight years for a leaflet"
        ahead = next((at for at in range(first, sentence.last) if analysis.starts[at] >= figure.end), sentence.last - 1)
        return is_time(draft, token - 1) and analysis.lowers[ahead] in wording("span-apposed")
    return low in wording("span-lead") or verb_forms().get(low, (low, ""))[0] in wording("span-verb")


def _named(draft: Draft, figure: Figure, first: int, last: int, sentence: Sentence) -> str:
    """ "his 14-year tenure", "the six-hour outage", "her 11 years at the helm", "a ten-day festival"."""
    analysis = draft.analysis
    compound = "-" in figure.text or analysis.words[last - 1].startswith("-")
    owned = analysis.lowers[first - 1] in wording("owner") if first > sentence.first else False
    single = singular(analysis.lowers[last - 1]) == analysis.lowers[last - 1] and (figure.value or 0) > 1
    if not compound and not single:  # "a thirty year truce" is one
        return "years" if owned else ""
    head = last
    while head < sentence.last and analysis.tags[head] in ("ADJ", "NOUN", "PART", "ING") and head < last + 3:
        if analysis.tags[head] == "NOUN" and (head + 1 >= sentence.last or analysis.tags[head + 1] != "NOUN"):
            break
        head += 1
    noun = singular(analysis.lowers[head]) if head < sentence.last else ""
    if not noun.isalpha() or noun in wording("span-promised") or is_time(draft, head):
        return ""
    return noun if owned or noun in wording("span-noun") else ""


def tied(draft: Draft, span: Span, found: Stretch) -> bool:
    """Does one sentence tell the length of what began and ended, not of another thing beside it?"""
    analysis = draft.analysis
    if span.sentence != found.sentence:
        return True
    sentence = analysis.sentences[span.sentence]
    first, last = analysis.token_at(span.figure.start), analysis.token_at(span.figure.end - 1) + 1
    if "again" in analysis.lowers[last : analysis.token_at(found.start.start)]:
        return False  # "ten days in June and again from 3 July to 9 July"
    if first > 1 and analysis.lowers[first - 2 : first] in (["of", "a"], ["of", "an"]):
        return False  # "three years of a five-year sentence"
    state = analysis.lowers[last : last + 4]
    if analysis.lowers[first - 1] == "after" and state[:1] == ["in"] and wording("held-in").isdisjoint(state):
        return False  # "after 70 years in the same family"
    one = governor(draft, span.figure, sentence, across=True)
    if one is not None and one.lemma in wording("promise"):
        # "opens on 3 May and closes on 10 May, giving visitors a week to see it"
        return (
            span.named == "given"
            and not one.finite
            and one_thing(draft, subject_theme(draft, one, sentence), _subject(draft, found.end, sentence))
        )
    if span.figure.end < found.start.start and found in elaborated(draft, span, sentence, span.sentence):
        return True
    if _of_another_clause(draft, span, found, one, sentence):
        return False
    near = sorted([(span.figure.start, span.figure.end), (found.start.start, found.end.end)])
    between = range(analysis.token_at(near[0][1] - 1) + 1, analysis.token_at(near[1][0]))
    if len(between) <= ADJACENT and not any(analysis.verb_at.get(token) for token in between):
        return True
    if analysis.lowers[analysis.token_at(span.figure.start) - 1] in ("a", "an") and span.named:
        return span.named == found.thing
    other = governor(draft, found.start, sentence, across=True)
    if one is None or other is None or one.first == other.first:
        return True
    bare = not one.finite or analysis.lowers[one.first] == "being"
    if bare and verb_class(one.lemma) == verb_class(other.lemma):  # "shut ... after being closed for"
        return True
    began = subject_theme(draft, other, sentence)
    for verb in (one, *_beside_span(draft, span, found)):  # "kept the ferries tied up for"
        thing = subject_theme(draft, verb, sentence)
        if one_thing(draft, thing, began) or (thing is not None and thing.head == found.thing):
            return True
    return False


def _subject(draft: Draft, figure: Figure, sentence: Sentence) -> Theme | None:
    """What the verb of a date is told of."""
    verb = governor(draft, figure, sentence, across=True)
    return subject_theme(draft, verb, sentence) if verb is not None else None


def _of_another_clause(draft: Draft, span: Span, found: Stretch, verb: VerbGroup | None, sentence: Sentence) -> bool:
    """ "was chair for three years and a director from 1990 to 2001", "closed in 1990 after 40 years and reopened in":
    is the length that of another deed, or of what came before the stretch?"""
    analysis = draft.analysis
    if span.figure.start > found.start.end:
        token = analysis.token_at(span.figure.start) - 1
        beside = range(analysis.token_at(found.start.end - 1) + 1, token)
        behind = found.start.end < span.figure.start < found.end.start
        return behind and analysis.lowers[token] == "after" and not any(analysis.verb_at.get(at) for at in beside)
    ends = [governor(draft, side, sentence, across=True) for side in (found.start, found.end)]
    between = analysis.lowers[analysis.token_at(span.figure.end - 1) + 1 : analysis.token_at(found.start.start)]
    return "and" in between and verb is not None and verb.finite and ends[0] == ends[1] and not lasts(draft, span)


def _beside_span(draft: Draft, span: Span, found: Stretch) -> list[VerbGroup]:
    """The finite verbs between the dates and the length."""
    analysis = draft.analysis
    ends = (
        sorted((found.end.end, span.figure.start))
        if found.end.end <= span.figure.start
        else (span.figure.end, found.start.start)
    )
    first, last = (analysis.token_at(end) for end in ends)
    groups = {v.first: v for token in range(first, last) if (v := analysis.verb_at.get(token)) is not None and v.finite}
    return list(groups.values())


def lasts(draft: Draft, span: Span) -> bool:
    """ "It took three years", "That lasted"."""
    analysis = draft.analysis
    sentence = analysis.sentences[span.sentence]
    verb = governor(draft, span.figure, sentence, across=True)
    return verb is not None and verb.lemma in wording("span-verb") - {"be", "serve", "run"}


def span_groups(roles: Roles, spans: Sequence[Span], stretches: Sequence[Stretch]) -> Iterator[Group]:
    """The one length and the one stretch of a passage; of several nobody knows which belong together."""
    if len(spans) != 1 or len({(one.start.start, one.end.start) for one in stretches}) != 1:
        return
    span, found = spans[0], stretches[0]
    if any(_meet(side, span.figure) for side in (found.start, found.end)):
        return
    clocks = found.start.time is not None and found.start.time.clock is not None
    ends = found.start.time, found.end.time
    week = ends[0] is not None and ends[1] is not None and weekdays_only(ends[0], ends[1])
    if week and (span.unit not in ("day", "night") or span.most is None or span.most > WEEK):
        return  # "a ten-day fair, from Thursday to Sunday" ends a week later
    short = span.unit in ("minute", "hour")
    if short != clocks and (short or (span.most or 9.0) < 1):
        return
    made = roles.made(span.figure, (span.least, span.most), "", span.figure.value)
    sides = [
        roles.made(figure, days, "", days[0] * 24) if clocks else roles.day(figure, (int(days[0]), int(days[1])))
        for figure, days in zip((found.start, found.end), found.days, strict=True)
    ]
    yield "duration-span", [("duration", made), ("start", sides[0]), ("end", sides[1])]
