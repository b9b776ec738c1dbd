"""An age beside a date of birth, wherever in a passage the two stand, and the day on which that age was reached."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from checker import patterns
from checker.claims.clauses import segment
from checker.claims.constructions.dates.calendar import YEAR_PRINTED, published
from checker.claims.constructions.dates.dates import figure_of, figures_of_time
from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.frame.match import Group
from checker.claims.constructions.frame.roles import Roles
from checker.claims.constructions.passage.milestones import Milestone, governor
from checker.claims.constructions.passage.referents import antecedent, one_thing, subject_theme
from checker.claims.constructions.passage.wording import wording
from checker.claims.draft import Draft
from checker.claims.themes import Theme
from checker.language import Sentence, VerbGroup
from checker.records import Claim, Quantity, Time

BOUNDS = frozenset(("until", "till", "since", "before", "after", "by"))  # before a date that is another
OLDEST = 125
RECENT = 60  # days before publication that are these days
DASH = patterns.compile(r" ?[-–—] ?")
BIRTHDAY = patterns.compile(r"(\d{1,3})(?:st|nd|rd|th) birthday$")


class Age(msgspec.Struct, frozen=True):
    """An age as told: whose it is, and of when, a date or the day of publication; `death` of an age at death."""

    figure: Figure
    who: Theme | None
    when: Time | None
    sentence: int
    death: bool = False
    now: bool = False
    back: bool = False  # "the 31-year-old": whoever was told of


def ages_of(draft: Draft, quantities: Sequence[Quantity], sentence: Sentence, number: int) -> list[Age]:
    """The ages of one sentence of which it is known when they were reached."""
    found: list[Age] = []
    for quantity in quantities:
        if _may_be_age(quantity):
            age = _age(draft, quantity, sentence, number)
            if age is not None:
                found.append(age)
    return found + [
        age
        for time in draft.names.times_in(sentence.start, sentence.end)
        for age in _birthday(draft, time, sentence, number)
    ]


def _birthday(draft: Draft, time: Time, sentence: Sentence, number: int) -> Iterator[Age]:
    """ "celebrated his 90th birthday on Sunday"."""
    ordinal = BIRTHDAY.match(time.text)
    verb = governor(draft, time, sentence, across=True) if ordinal is not None else None
    if ordinal is not None and verb is not None and not verb.negated:
        figure = Figure("A", time.start, time.end, time.text, value=float(ordinal[1]))
        own = [
            other for other in draft.names.times_in(sentence.start, sentence.end) if other is not time and _dated(other)
        ]
        if len(own) == 1:
            yield Age(figure, subject_theme(draft, verb, sentence), own[0], number)


def _may_be_age(quantity: Quantity) -> bool:
    value = quantity.value
    plain = quantity.kind in ("age", "ordinal") or (
        quantity.kind == "cardinal" and not quantity.unit and quantity.counted is None
    )
    old = quantity.kind == "measure" and quantity.unit == "year"
    return (plain or old) and not quantity.hedge and value is not None and 0 < value < OLDEST and value == int(value)


def _age(draft: Draft, quantity: Quantity, sentence: Sentence, number: int) -> Age | None:
    analysis = draft.analysis
    first, last = analysis.token_at(quantity.start), analysis.token_at(quantity.end - 1) + 1
    before = analysis.lowers[first - 1] if first > sentence.first else ""
    after = analysis.lowers[last] if last < sentence.last else ""
    figure = Figure("A", quantity.start, quantity.end, quantity.text, value=quantity.value)
    if quantity.kind == "ordinal" and after != "birthday":
        return None
    if quantity.kind == "measure" and not analysis.text.startswith((" old", "-old"), quantity.end):
        return None
    if quantity.kind == "cardinal" and before not in (",", "(", *wording("age-lead")):
        return None
    if before == "of" and "age" not in analysis.lowers[max(0, first - 2) : first]:
        return None  # "the youngest of seven", "a mother of two"
    if before == "the" and analysis.text.startswith("-old", quantity.end - 4) and first - 1 == sentence.first:
        return Age(figure, None, None, number, now=True, back=True) if _of_today(draft, sentence, last) else None
    if _beside_name(draft, first, last, sentence):
        who = antecedent(draft, first - 1, sentence.first)
        return Age(figure, who, None, number, now=True) if after != "when" else None
    if before in ("as", ":") and "age" in analysis.lowers[max(0, first - 3) : first]:  # "gave his age as 44"
        return Age(figure, None, None, number, now=True)
    verb = governor(draft, quantity, sentence, across=True)
    if verb is None and (before in wording("age-lead") or quantity.kind == "age"):
        return _of_noun(draft, figure, first, sentence, number)
    if verb is None or verb.negated or verb.modal:
        return None
    return _of_verb(draft, figure, verb, last, sentence, number)


def _of_today(draft: Draft, sentence: Sentence, last: int) -> bool:
    """Does a sentence that opens with "The 31-year-old" tell of these days, and of nothing long ago?"""
    published = draft.document.published_latest
    times = [time for time in draft.names.times_in(sentence.start, sentence.end) if _dated(time)]
    return published is not None and all(published - (time.earliest or 0) < RECENT for time in times)


def _beside_name(draft: Draft, first: int, last: int, sentence: Sentence) -> bool:
    """ "Piet Maas, 44, of Delft", "Piet Maas (44)", "Piet Maas, 44 (born": an age right behind a name."""
    analysis = draft.analysis
    if first - 2 < sentence.first or last >= sentence.last or analysis.words[first - 1] not in (",", "("):
        return False
    named = analysis.words[first - 2][:1].isupper() or analysis.tags[first - 2] == "NOUN"
    return named and analysis.words[last] in (",", ")", "(", ".", ";")


def _of_noun(draft: Draft, figure: Figure, first: int, sentence: Sentence, number: int) -> Age | None:
    """ "died 9 March 2024, aged 73", "a 50-year-old baker": no verb of its own; its person is the sentence's."""
    left = draft.analysis.lowers[sentence.first : first]
    died = bool({"died", "dies", "dead", "death"} & set(left))
    return Age(figure, None, None, number, death=died, now=not died)


def _of_verb(draft: Draft, figure: Figure, verb: VerbGroup, last: int, sentence: Sentence, number: int) -> Age | None:
    analysis = draft.analysis
    who = subject_theme(draft, verb, sentence)
    if verb.lemma == "bear":  # "At 34, Ms Ruiz, who was born in 1970, is the youngest"
        present = any(
            group.finite and group.tense == "present" and not group.aspect
            for at in range(sentence.first, sentence.last)
            if (group := analysis.verb_at.get(at)) is not None
        )
        return Age(figure, who, None, number, now=True) if present else None
    clause = [analysis.lowers[at] for at in range(last, min(last + 2, sentence.last))]
    if "when" in clause or "as" in clause[:1]:
        dates = [time for time in draft.names.times_in(figure.end, sentence.end) if _dated(time)]
        dates = [time for time in dates if (at := governor(draft, time, sentence)) is None or at.lemma != "bear"]
        stop = next((at for at in range(last, sentence.last) if analysis.words[at] in (";", ":")), sentence.last)
        inside = [time for time in dates if analysis.token_at(time.start) < stop]
        bounded = any(
            analysis.lowers[at - 1] in BOUNDS or not {"and", "but"}.isdisjoint(analysis.lowers[last:at])
            for at in (analysis.token_at(time.start) for time in inside)
        )  # "was 17 when she left and by 1965 was singing"
        return Age(figure, who, inside[0], number) if len(inside) == 1 and not bounded else None
    own = [
        time
        for time in draft.names.times_in(sentence.start, sentence.end)
        if _dated(time)
        and (governs := governor(draft, time, sentence)) is not None
        and governs.first == verb.first
        and analysis.lowers[min(analysis.token_at(time.end - 1) + 1, sentence.last - 1)] != "baby"
        and not (time.end <= verb.start and _of_birth(draft, time, sentence))
    ]
    if verb.lemma == "die" or (verb.lemma == "live" and analysis.lowers[verb.last] == "to"):
        return Age(figure, who, own[0] if len(own) == 1 else None, number, death=True)
    if verb.lemma in ("be", "turn") or _at_age(draft, figure) or analysis.text.startswith(" birthday", figure.end):
        if len(own) == 1:
            return Age(figure, who, own[0], number)
        if not own and verb.lemma == "be" and verb.tense == "present" and not verb.aspect:
            return Age(figure, who, None, number, now=True)
    opens = _at_age(draft, figure) and analysis.token_at(figure.start) - draft.analysis.sentences[number].first == 1
    if opens and not own and verb.finite and verb.tense == "present":  # "At 80 she swims daily"
        return Age(figure, who, None, number, now=True)
    old = figure.text.endswith("old") or analysis.text.startswith(("-old", " old"), figure.end)
    return Age(figure, who, None, number, now=True) if old and not own and verb.tense == "present" else None


def _of_birth(draft: Draft, time: Time, sentence: Sentence) -> bool:
    """ "Born in Halden on 3 March 1922, she first saw the sea at nine": the day of birth is not that of the deed."""
    analysis = draft.analysis
    for at in range(analysis.token_at(time.start) - 1, sentence.first - 1, -1):
        if analysis.lowers[at] == "born":
            return True
        if analysis.tags[at] in ("PUNCT", "VERB", "BE"):
            return False
    return False


def _at_age(draft: Draft, figure: Figure) -> bool:
    """ "at the age of 40", "aged 40"."""
    first = draft.analysis.token_at(figure.start)
    return bool({"aged", "age", "at"} & set(draft.analysis.lowers[max(0, first - 3) : first + 1]))


def _dated(time: Time) -> bool:
    return time.type == "DATE" and time.earliest is not None and time.latest is not None and time.frame == "calendar"


def age_groups(
    draft: Draft, roles: Roles, ages: Sequence[Age], passage: Sequence[Milestone], here: int
) -> Iterator[Group]:
    """Each age with the one birth of its person; one of the two stands in the sentence `here`."""
    if not ages:
        return
    told_in = {here, *(age.sentence for age in ages)}
    passage = [*passage, *(one for n in told_in for one in lives_of(draft, draft.analysis.sentences[n], n))]
    births = [one for one in passage if one.kind == "birth" and YEAR_PRINTED.search(one.time.text)]
    for age in ages:
        near = [one for one in births if here in (one.sentence, age.sentence)]
        own = [one for one in near if _same(draft, age, one, ages, births)]
        if len({one.time.start for one in own}) != 1 or own[0].time.frame != "calendar":
            continue
        said = _said(draft, roles, age, passage)
        if said is not None and not _inside(age.figure, own[0].time):
            value = age.figure.value or 0.0
            made = roles.made(age.figure, (value, value), "", value)
            yield "age-birth", [("age", made), ("birth", roles.day(own[0].figure)), ("said", said)]


def lives_of(draft: Draft, sentence: Sentence, number: int) -> list[Milestone]:
    """ "Lucia Banti (1921-2004), soprano": birth and death of whom the years stand behind."""
    found: list[Milestone] = []
    analysis = draft.analysis
    times = draft.names.times_in(sentence.start, sentence.end)
    pairs = [figures_of_time(time) for time in times if "/" in time.value]
    pairs += [
        [figure_of(one), figure_of(other)]
        for one, other in pairwise(times)
        if DASH.fullmatch(analysis.text, one.end, other.start) and _dated(one) and _dated(other)
    ]
    for figures in pairs:
        if len(figures) != 2 or any(one.time is None for one in figures) or not YEAR_PRINTED.search(figures[0].text):
            continue
        token = analysis.token_at(figures[0].start) - 1
        if token < sentence.first + 1 or analysis.words[token] not in ("(", ","):
            continue
        people = draft.names.entities_in(sentence.start, figures[0].start)
        held = antecedent(draft, token, sentence.first)
        named = any(one.kind == "person" for one in people)
        if held is None or not named or "from" in analysis.lowers[token - 2 : token]:
            continue
        for kind, figure in zip(("birth", "death"), figures, strict=True):
            assert figure.time is not None
            found.append(Milestone(kind, figure.time, held, None, number))
    return found


def _inside(figure: Figure, time: Time) -> bool:
    return time.start < figure.end and figure.start < time.end


def _same(draft: Draft, age: Age, birth: Milestone, ages: Sequence[Age], births: Sequence[Milestone]) -> bool:
    """Is it the age of whom the birth is told?"""
    if age.who is not None and birth.thing is not None and one_thing(draft, age.who, birth.thing, living=True):
        return True
    alone = len(ages) == 1 and len({one.time.start for one in births}) == 1
    if age.back:
        return alone and _only_one(draft, age, birth)
    if age.sentence != birth.sentence or not alone:
        return False
    return (age.who is None or birth.thing is None) and _one_person(draft, age.sentence, age.sentence)


def _only_one(draft: Draft, age: Age, birth: Milestone) -> bool:
    """May "the 31-year-old" be only he whose birth was told in the sentence before, as of today: by a "date of birth"
    ("was born in 1950" may open the story of a life)?"""
    told_before = birth.sentence <= age.sentence and birth.verb is None
    return told_before and _one_person(draft, birth.sentence, age.sentence)


def _one_person(draft: Draft, first: int, last: int) -> bool:
    """Do the sentences from the first to the last name nobody, or one person and none of the family?"""
    one, other = draft.analysis.sentences[first], draft.analysis.sentences[last]
    people = {entity.id for entity in draft.names.entities_in(one.start, other.end) if entity.kind == "person"}
    return len(people) <= 1 and wording("kin").isdisjoint(draft.analysis.lowers[one.first : other.last])


def _said(draft: Draft, roles: Roles, age: Age, passage: Sequence[Milestone]) -> Claim | None:
    """The day of an age."""
    if age.when is not None:
        return roles.day(figure_of(age.when))
    deaths = [one for one in passage if one.kind == "death" and _dated(one.time)]
    if deaths and len({one.time.start for one in deaths}) == 1 and (age.death or age.now):
        return roles.day(deaths[0].figure)
    days = published(draft)
    if age.death or not age.now or days is None:
        return None
    sentence = draft.analysis.sentences[age.sentence]
    left = segment(draft.analysis, draft.analysis.token_at(age.figure.start))[0]
    if wording("gone") & set(draft.analysis.lowers[max(left, sentence.first) : sentence.last]):
        return None
    return roles.span(age.figure.start, age.figure.end, wording="day of publication", days=days)
