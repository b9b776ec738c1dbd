"""Words that say which of two dates came first: "before", "after", "then", "two days later"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from checker.claims.constructions.dates.calendar import comparable
from checker.claims.constructions.dates.dates import figure_of, printed
from checker.claims.constructions.frame.match import Group
from checker.claims.constructions.frame.roles import Roles
from checker.claims.constructions.passage.milestones import governor
from checker.claims.constructions.passage.referents import one_thing, subject_theme
from checker.claims.constructions.passage.wording import wording
from checker.claims.draft import Draft
from checker.claims.themes import verbs_of
from checker.language import Sentence, VerbGroup
from checker.language.morphology import verb_class
from checker.records import Time

REACH = 7  # tokens between a date and the connective behind it: "on 9 May, two days after"
OLDER_REACH = 10  # tokens between "older" and the date of what it is older than
BOUNDED = frozenset(("by", "until", "till", "to", "than", "since", "between", "and", "from"))
BREAKS = frozenset((":", '"', "“", "”", "(", ")"))


def sequence_groups(draft: Draft, roles: Roles, sentence: Sentence) -> Iterator[Group]:
    """Neighbouring dates of one sentence between which a word says what came first."""
    for one, other in pairwise(_dates(draft, sentence)):
        told = _order(draft, one, other, sentence)
        if told == 0:
            continue
        first, second = (one, other) if told > 0 else (other, one)
        yield from _group(roles, first, second)


def _dates(draft: Draft, sentence: Sentence) -> list[Time]:
    """The dates of a sentence that are printed with a figure."""
    times = draft.names.times_in(sentence.start, sentence.end)
    return [time for time in times if time.type == "DATE" and time.earliest is not None and printed(time)]


def _group(roles: Roles, first: Time, second: Time) -> Iterator[Group]:
    days = comparable(first, second)
    if days is not None:
        start, end = (roles.day(figure_of(time), span) for time, span in zip((first, second), days, strict=True))
        yield "order", [("start", start), ("end", end)]


def then_groups(draft: Draft, roles: Roles, number: int) -> Iterator[Group]:
    """ "He moved to Oslo in 1985. Later, in 1990, he": it opens with what followed on the one before."""
    sentences, lowers = draft.analysis.sentences, draft.analysis.lowers
    sentence = sentences[number]
    if not number or lowers[sentence.first] not in wording("then") or sentences[number - 1].scope != sentence.scope:
        return
    above, here = _dates(draft, sentences[number - 1]), _dates(draft, sentence)
    if len(above) == len(here) == 1:
        yield from _group(roles, above[0], here[0])


def _order(draft: Draft, one: Time, other: Time, sentence: Sentence) -> int:
    """1 when the words put the first date first, -1 when the second, 0 when they do not say."""
    analysis = draft.analysis
    left, right = analysis.token_at(one.end - 1) + 1, analysis.token_at(other.start)
    between = analysis.lowers[left:right]
    if not BREAKS.isdisjoint(between):
        return 0
    if ";" in between:
        return _before_that(draft, one, other, sentence)
    opener = analysis.lowers[sentence.first]
    if analysis.lowers[sentence.first : sentence.first + 2] == ["prior", "to"]:
        opener = "before"
    if opener in _joining() and len(verbs_of(draft, sentence.first, analysis.token_at(one.start))) <= 1:
        return _opened(draft, one, other, sentence, opener)
    if _by_the_time(draft, left, right, between):
        return 1
    connectives = _connectives(between)
    if len(connectives) == 1 and connectives[0][0] <= REACH:
        at, told = connectives[0]
        before = next((low for low in reversed(between[:at]) if low != ","), "")
        listed = between[-1] == ","  # "in 1998, 2004 and, after a replay, 2011"
        apart = listed or before in ("and", "as", "ever", "never", "long")
        if not apart and _plain(draft, left, left + at, right, one):
            return told
    return (
        _before_that(draft, one, other, sentence)
        or _older(draft, one, sentence, between)
        or _of_wounds(draft, one, sentence, between)
        or _punished(draft, one, sentence, left, right)
        or _then(draft, one, other, sentence, between)
    )


def _by_the_time(draft: Draft, left: int, right: int, between: Sequence[str]) -> bool:
    """ "began in May 2020, and two spans were up by the time the permit came in February 2021": told in the past."""
    if not any(tuple(between[at : at + 3]) == ("by", "the", "time") for at in range(len(between))):
        return False
    verbs = verbs_of(draft, left, right)
    return bool(verbs) and all(_happened(verb) and verb.tense == "past" for verb in verbs if verb.finite)


@cache
def _signs(first: str, second: str) -> dict[str, int]:
    """Word or pair of words → what it says of the date before it: 1 that it is the earlier of two, -1 the later."""
    return {word: sign for kind, sign in ((first, 1), (second, -1)) for word in wording(kind)}


def _joining() -> dict[str, int]:
    return _signs("comes-before", "comes-after")


def _connectives(lowers: Sequence[str]) -> list[tuple[int, int]]:
    """The place of each connective among some words (of its last word), and what it says."""
    joining = _joining()
    pairs = map(" ".join, pairwise(lowers))
    found = [(at + 1, joining[pair]) for at, pair in enumerate(pairs) if pair in joining]
    phrases = {place - 1 for place, _ in found}
    return found + [(at, joining[low]) for at, low in enumerate(lowers) if low in joining and at not in phrases]


def _plain(draft: Draft, left: int, connective: int, right: int, one: Time) -> bool:
    """Does the first date belong to the clause before the connective, and the second to the one it opens?"""
    analysis = draft.analysis
    main = verbs_of(draft, left, connective)
    if any(not verb.first <= connective < verb.last for verb in main) or any(
        analysis.tags[token] == "REL" for token in range(connective, right)
    ):
        return False
    behind = verbs_of(draft, connective + 1, right)
    if right - connective < 2:  # "after 1184, perhaps after 1194"
        return False
    if len(behind) > 1 or any(verb.negated or verb.modal or verb.infinitive for verb in behind):
        return False
    for token in range(connective + 1, right):
        if analysis.tags[token] == "CONJ" and any(verb.first > token for verb in behind):
            return False
    before = analysis.lowers[analysis.token_at(one.start) - 1]
    sentence = analysis.sentences[analysis.sentence_at(one.start)]
    verb = governor(draft, one, sentence)
    open_ended = (
        before in wording("end-date") or before in wording("begin-date") or before in ("by", "for", "to", "than")
    )
    return not open_ended and (verb is None or _happened(verb)) and analysis.tags[connective - 1] not in ("DET",)


def _happened(verb: VerbGroup) -> bool:
    return not (verb.infinitive or verb.negated or verb.modal)


def _opened(draft: Draft, one: Time, other: Time, sentence: Sentence, opener: str) -> int:
    """ "After leaving the navy in 1963 he opened a garage in 1965"."""
    analysis = draft.analysis
    left, right = analysis.token_at(one.end - 1) + 1, analysis.token_at(other.start)
    verb = governor(draft, other, sentence)
    if verb is None or not verb.finite or not _happened(verb) or verb.first < left:
        return 0
    stretch = range(left, max(verb.first, right))
    if any(analysis.tags[token] in ("REL", "SUB") or analysis.lowers[token] in _joining() for token in stretch):
        return 0
    before = analysis.lowers[right - 1]
    if before in wording("begin-date") or before in ("than", "by", "of") or len(verbs_of(draft, left, right)) > 1:
        return 0
    return -_joining()[opener]


def _before_that(draft: Draft, one: Time, other: Time, sentence: Sentence) -> int:
    """ "came back in 1996 to the village his family had fled in 1939": what had happened came before what happened."""
    verbs = governor(draft, one, sentence), governor(draft, other, sentence)
    if verbs[0] is None or verbs[1] is None:
        return 0
    saying = [v for v in verbs_of(draft, sentence.first, sentence.last) if v.finite and verb_class(v.lemma) == "say"]
    if saying and saying[0].first < verbs[1].first:
        return 0  # "added that it had saved": the tense is that of the report
    first, second = (_had(draft, verb) for verb in verbs if verb is not None)
    if first == second or not all(_happened(v) and v.lemma not in wording("expected") for v in verbs if v is not None):
        return 0
    plain, time = (verbs[1], one) if first else (verbs[0], other)
    before = draft.analysis.lowers[draft.analysis.token_at(time.start) - 1]
    if (
        not plain.finite
        or plain.tense != "past"
        or plain.aspect
        or verb_class(plain.lemma) == "say"
        or before in BOUNDED
    ):
        return 0
    had = other if second else one
    if draft.analysis.lowers[draft.analysis.token_at(had.start) - 1] in BOUNDED:
        return 0
    return 1 if first else -1


def _had(draft: Draft, verb: VerbGroup) -> bool:
    """ "had enrolled", "having enrolled"."""
    having = draft.analysis.lowers[verb.first] == "having"
    return having or (verb.finite and verb.tense == "past" and "perfect" in verb.aspect)


def _punished(draft: Draft, one: Time, sentence: Sentence, left: int, right: int) -> int:
    """ "was charged on 11 February in connection with the fire on 7 February"."""
    verb = governor(draft, one, sentence)
    lowers = draft.analysis.lowers[left:right]
    if verb is None or verb.lemma not in wording("punish") or not wording("crime-of") & set(lowers[:3]):
        return 0
    own = verbs_of(draft, left, right)
    if len(own) > 1 or "and" in lowers or any(v.infinitive or v.tense in ("future", "present") for v in own):
        return 0
    return -1


def _of_wounds(draft: Draft, one: Time, sentence: Sentence, between: Sequence[str]) -> int:
    """ "died on 6 May of injuries suffered in a crash on 2 May"."""
    verb = governor(draft, one, sentence)
    dead = verb is not None and verb.finite and verb.tense == "past" and verb.lemma in wording("dying")
    return -1 if dead and "and" not in between and wording("wounds") & set(between) else 0


def _older(draft: Draft, one: Time, sentence: Sentence, between: Sequence[str]) -> int:
    """ "Completed in 1962, the library is older than the hall, which dates from 1970": by what came about on each."""
    signs = _signs("older", "younger")
    told = [sign for word, sign in signs.items() if word in between]
    if len(told) != 1 or not wording("not-older").isdisjoint(between):
        return 0
    word = next(at for at, low in enumerate(between) if low in signs)
    if between[word] not in ("predates", "predated") and between[word + 1 : word + 2] != ["than"]:
        return 0
    behind = len(between) - word
    verb = governor(draft, one, sentence)
    return told[0] if behind <= OLDER_REACH and verb is not None and verb.lemma != "be" and _happened(verb) else 0


def _then(draft: Draft, one: Time, other: Time, sentence: Sentence, between: Sequence[str]) -> int:
    """ "qualified in 1972 and later, in 1979, moved", "wrote until 1980, then taught until 1990"."""
    verbs = governor(draft, one, sentence), governor(draft, other, sentence)
    if verbs[0] is None or verbs[1] is None or verbs[0].first >= verbs[1].first:
        return 0
    if not all(_happened(verb) and verb.tense != "future" for verb in verbs if verb is not None):
        return 0
    if not verbs[1].finite and draft.analysis.tags[verbs[1].first - 1] == "PREP":
        return 0  # "was convicted the next year of killing four women in 1989"
    if not one_thing(draft, subject_theme(draft, verbs[0], sentence), subject_theme(draft, verbs[1], sentence)):
        return 0
    said = set(between)
    if {"before", "earlier", "since", "had"} & said:
        return 0
    if said & wording("then"):
        return 1
    return int("after" in between and "and" in between[: between.index("after")])  # "and, after a year abroad, moved"
