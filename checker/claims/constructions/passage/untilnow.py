"""How long something has gone on, beside when it began: "has led the party for six years, since 1999", "has spent
six weeks in custody since his arrest on 3 February", "The strike, which began on 4 March, has now lasted two weeks"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.claims.constructions.dates.calendar import UNIT_DAYS, YEAR_PRINTED
from checker.claims.constructions.dates.dates import figure_of, length_of, printed
from checker.claims.constructions.frame.match import Group
from checker.claims.constructions.frame.roles import Roles
from checker.claims.constructions.passage.milestones import Milestone
from checker.claims.constructions.passage.wording import wording
from checker.claims.draft import Draft
from checker.claims.themes import verbs_of
from checker.language import Sentence
from checker.records import Time

SINCE_REACH = 12  # tokens between "since" and its date
FINE = ("day", "week", "fortnight", "month")
NO_LENGTH = frozenset(("last", "past", "within", "in", "every", "each", "another", "further"))


def since_groups(draft: Draft, roles: Roles, sentence: Sentence, told: Sequence[Milestone]) -> Iterator[Group]:
    """The one length and the one beginning of a sentence in the present perfect; what goes on ends on the day of
    publication."""
    document = draft.document
    published = document.published_earliest, document.published_latest
    if published[0] is None or published[1] is None or published[1] - published[0] > 1:
        return
    times = draft.names.times_in(sentence.start, sentence.end)
    lengths = [time for time in times if time.type == "DURATION" and time.number and time.unit in UNIT_DAYS]
    dates = [time for time in times if time.type == "DATE" and printed(time)]
    if len(lengths) != 1 or len(dates) != 1 or dates[0].frame != "calendar":
        return
    if not _lasting(draft, lengths[0], sentence):
        return
    begun, length = dates[0], lengths[0]
    days = _begun(begun, length, published[0])
    if days is None or not (_since(draft, begun, length) or _began(draft, begun, length, sentence, told)):
        return
    figure, unit = length_of(length), UNIT_DAYS[length.unit]
    number = (length.number or 0.0) * unit
    # whole years are counted up to the next: nine months and a half are nine, or ten
    least = (number - unit / 2 - 1) * (0.8 if length.mod else 1.0)
    bounds = least, None if length.mod == "MORE_THAN" else number + unit
    made = roles.made(figure, bounds, "", figure.value)
    start = roles.day(figure_of(begun), days)
    said = roles.span(length.start, length.end, wording="day of publication", days=(published[0], published[1]))
    yield "duration-span", [("duration", made), ("start", start), ("end", said)]


def _begun(begun: Time, length: Time, published: int) -> tuple[int, int] | None:
    """The days of a beginning that has passed; without a year only for lengths of less than one."""
    if begun.earliest is None or begun.latest is None or "/" in begun.value:
        return None
    if YEAR_PRINTED.search(begun.text):
        return (begun.earliest, begun.latest) if begun.latest <= published else None
    if begun.grain != "day" or length.unit not in FINE or (length.number or 0) * UNIT_DAYS[length.unit] > 330:
        return None
    move = 0 if begun.latest <= published else -365
    return (begun.earliest + move, begun.latest + move) if begun.latest + move <= published else None


def _lasting(draft: Draft, length: Time, sentence: Sentence) -> bool:
    """Is the length that of a deed in the present perfect: "has led it for six years", "have spent six years"?"""
    analysis = draft.analysis
    first, last = analysis.token_at(length.start), analysis.token_at(length.end - 1) + 1
    before = analysis.lowers[first - 1] if first > sentence.first else ""
    after = analysis.lowers[last] if last < sentence.last else ""
    if before in NO_LENGTH or after in wording("span-apart") or analysis.lowers[first] in NO_LENGTH:
        return False
    verbs = verbs_of(draft, sentence.first, sentence.last)
    perfect = [verb for verb in verbs if "perfect" in verb.aspect and verb.tense == "present"]
    leads = before in wording("until-now") or "-" in length.text or before in (",", "–", "—", "(")
    spent = any(verb.last == first or verb.last == first - 1 for verb in perfect if verb.lemma in wording("span-verb"))
    return bool(perfect) and (leads or spent)


def _since(draft: Draft, begun: Time, length: Time) -> bool:
    """ "since 1999", "since his arrest on 3 February", "ever since a fire in June 2019": with no "and" before it."""
    lowers, token = draft.analysis.lowers, draft.analysis.token_at(begun.start)
    near = lowers[max(0, token - SINCE_REACH) : token]
    if "since" not in near:
        return False
    since = token - 1 - near[::-1].index("since")
    if any(draft.analysis.words[at] in (",", ";", ":", ".") for at in range(since, token)):
        return False
    finite = [verb for verb in verbs_of(draft, since, token) if verb.finite]
    analysis = draft.analysis
    if length.start < begun.start:
        between = range(analysis.token_at(length.end - 1) + 1, since)
        own = 0
    else:
        between = range(analysis.token_at(begun.end - 1) + 1, analysis.token_at(length.start))
        own = 1  # "Since his election in 2015 he has spent"
    if length.start < begun.start and _since_then_only(draft, between):
        return False
    apart = any(analysis.tags[at] in ("CONJ", "REL") for at in (*between, *range(since, token)))
    verbs = [verb for verb in verbs_of(draft, between.start, between.stop) if verb.finite]
    return len(finite) <= 1 and len(verbs) <= own and not apart


def _since_then_only(draft: Draft, between: range) -> bool:
    """ "for ten straight weeks, the longest run since 2012", "something not seen since": the date is that of the last
    time."""
    lowers = draft.analysis.lowers[between.start : between.stop]
    words = [low for low in lowers if low not in ("ever", "continuously", "now", "almost")]
    held = any(low.endswith("est") or low in wording("last-time") for low in lowers)
    return held or ("," in words and words[-1] != ",")


def _began(draft: Draft, begun: Time, length: Time, sentence: Sentence, told: Sequence[Milestone]) -> bool:
    """ "The strike, which began on 4 March, has lasted a week", "has held it for 14 years, having won it in 2010"."""
    analysis = draft.analysis
    verbs = verbs_of(draft, sentence.first, sentence.last)
    having = [verb for verb in verbs if not verb.finite and "perfect" in verb.aspect]
    behind = [verb for verb in having if length.end < verb.start < begun.start and not verb.infinitive]
    if len(behind) == 1 and not any(v.start > behind[0].end and v.end < begun.start for v in verbs):
        return True
    starts = [one for one in told if one.time is begun and one.kind in ("begin", "halt") and one.verb is not None]
    relative = any(analysis.tags[one.verb.first - 1] == "REL" for one in starts if one.verb is not None)
    main = [verb for verb in verbs if verb.lemma == "last" and "perfect" in verb.aspect]
    return relative and bool(main)
