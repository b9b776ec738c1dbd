"""Last decisions on a figure: what a bare numeral is not, and of what kind a figure is in the end."""
from __future__ import annotations

from checker import patterns
from checker.quantities import ages, cues, ellipsis, guards, nouns, units
from checker.quantities.draft import COUNT, SHARE, Draft, Walk
from checker.records import Counted

_OF_WHAT = patterns.compile(r" (?:of|the|that|its|their|his|her|what|last|as)\b")
_BOUNDED = patterns.compile(r"\b(?:(?:more|less|fewer|higher|lower) than|above|below) $")
_EXTENT = 20
_RACES = frozenset([50, 60, 100, 110, 200, 400, 800, 1500, 3000, 5000, 10000])  # run "over 800m"
_DID = patterns.compile(r" (?:was|is|had|has|died|remains|remained|suffered|escaped|fled|survived)\b(?! not\b)")
_STOP = patterns.compile(r"[.!?:\n]")
_SENTENCE = 80  # characters between a figure and the one of those it counts
_OLDER = patterns.compile(r" (?:and|or) (?:over|older|above|up|under|younger|below)$")
_OLDEST = 130
_THOSE = frozenset(["those", "anyone", "everyone", "people", "all"])
_LIVED = frozenset(["day", "week", "month", "year"])
_SHORT = 24  # a text this short is a phrase or a headline's stub, where a bare number word stands for itself


def nothing(walk: Walk, draft: Draft) -> bool:
    """A bare numeral that is a year, a designation or a reference; the walk goes on behind it."""
    analysis, text = walk.analysis, walk.text
    start, end = draft.numeral_start, draft.end
    if draft.year and not _year_counts(walk, start, end) and not _BOUNDED.search(walk.lower, max(0, start - 12), start):
        walk.done = end
        return True
    if draft.digit and (stop := guards.designation(text, end)) != end:
        walk.done = walk.token_end(stop)
        return True
    whole = draft.numeral.form == "digits" and end - start <= 4 and (draft.numeral.value or 0) < 10000
    bare = draft.digit and (whole or (draft.numeral.form == "decimal" and abs(draft.numeral.value or 0) < 100))
    if draft.digit and guards.address(text, start, end):
        walk.done = end
        return True
    if guards.reference(analysis, start) or (
        bare
        and not text.startswith(" times", end)
        and (guards.typed(text, start) or (guards.named(text, start) and not nouns.counted(analysis, end)))
    ):
        walk.names.add(text[start:end])
        walk.done = guards.listed_on(walk.lower, start, end)
        return True
    if whole and guards.called(walk.lower, start) and not nouns.counted(analysis, end):
        walk.done = end
        return True
    if bare and end - start > 2 and text[start:end] in walk.names and guards.named_again(walk.lower, start):
        walk.done = end  # "the 787", once "the Boeing 787" was spoken of
        return True
    return False


def _year_counts(walk: Walk, start: int, end: int) -> bool:
    """Four digits like a year that count something: "1500 troops", "killed 1942 people"."""
    counted = nouns.counted(walk.analysis, end)
    if counted is None or counted.noun_class in ("event", "match", "award"):
        return False
    return counted.start - end == 1 and not guards.year_lead(walk.lower, start)


def settled(walk: Walk, draft: Draft) -> bool:
    """Last decisions on kind; False when it is no figure after all."""
    lower, numeral = walk.lower, draft.numeral
    start, end, unit = draft.numeral_start, draft.end, draft.unit
    printed = lower[start : draft.numeral_end]
    if draft.lead.hedge == "over" and _not_above(lower, draft):
        draft.lead = draft.lead._replace(hedge="", bound="", length=0)
    if draft.kind == "cardinal" and numeral.form == "fraction":
        if walk.text[end : end + 1] == "-" and walk.text[end + 1 : end + 2].isalpha():
            return False  # half-decent
        draft.kind, draft.unit = "ratio", SHARE
        untold = not draft.lead.hedge and draft.lead.qualifier != "only"
        if printed in ("half", "quarter") and draft.counted is None and untold:
            return len(lower) <= _SHORT or _OF_WHAT.match(lower, end) is not None
    if unit is COUNT and draft.counted is None and draft.kind == "cardinal" and cues.last_word(lower, start) == "top":
        return False  # a rank: "the top 10"
    if printed == "one" and unit is COUNT and not draft.minus and len(lower) > _SHORT:
        draft.counted = one_of_them(walk, start, draft.numeral_end) or draft.counted
        of = lower.startswith(" of ", end)
        if not of and draft.counted is not None and draft.counted.start > start and _DID.match(lower, end):
            return False  # "one remains"
        if ellipsis.short(lower, end):
            return True
        if draft.counted is None or (of and not nouns.is_plural(draft.counted.text.rsplit(None, 1)[-1].lower())):
            return False  # a pronoun: "one of them", "one of fear"
        if of and draft.lead.bound == "about":
            draft.lead = draft.lead._replace(hedge="", bound="", length=0)  # "perhaps one of the best"
    if (
        unit is COUNT
        and draft.kind == "cardinal"
        and (
            ages.named(walk.text, lower, start, end, numeral, draft.counted is not None)
            or (draft.counted is None and _old(walk, draft))
        )
    ):
        draft.unit, draft.kind = units.unit_named("year of age"), "age"
    elif unit is COUNT and draft.kind == "cardinal" and draft.counted is None and _age_list(walk, draft):
        draft.unit, draft.kind = units.unit_named(walk.found[-1].unit), "age"
    elif unit.dimension == "time" and unit.name in _LIVED and cues.last_word(lower, start) == "aged":
        draft.unit, draft.kind = units.unit_named(f"{unit.name} of age"), "age"  # "aged 18 months"
    if draft.kind == "measure" and draft.unit.rate:
        draft.kind = "rate"
    return True


def one_of_them(walk: Walk, start: int, end: int) -> Counted | None:
    """What one of those just counted is: "three men were held and one was charged"."""
    lower = walk.lower
    if not walk.found or not lower.endswith((" and ", " but ", "; "), 0, start) or not _DID.match(lower, end):
        return None
    before = walk.found[-1]
    counted = before.counted
    if before.kind != "cardinal" or counted is None or (before.value or 0) <= 1 or start - before.end > _SENTENCE:
        return None
    same = counted.noun_class in ("person", "soldier") and not _STOP.search(lower, before.end, start)
    return counted if same else None


def _old(walk: Walk, draft: Draft) -> bool:
    """ "people 65 and older", "adults 60 and over": an age with its bound, behind those who have it."""
    if draft.numeral.form != "digits" or not 0 < (draft.numeral.value or 0) < _OLDEST:
        return False
    bound = _OLDER.search(walk.lower, draft.numeral_end, draft.end)
    if bound is None:
        return False
    word = cues.last_word(walk.lower, draft.numeral_start)
    return word in _THOSE or (nouns.is_plural(word) and nouns.noun_class(nouns.lemma(word), word) == "person")


def _age_list(walk: Walk, draft: Draft) -> bool:
    """ "aged 4, 7 and 11"."""
    if not walk.found or walk.found[-1].kind != "age" or walk.found[-1].end < draft.start - 7:
        return False
    between = walk.text[walk.found[-1].end : draft.start]
    return between.strip(" ,") in ("", "and", "or") and between[-1:] == " " and walk.found[-1].text.isdigit()


def _not_above(lower: str, draft: Draft) -> bool:
    """ "over two years" is how long, "over 800m" how far, "a row over £2m" about what; a word before makes it a bound
    ("for over two years")."""
    start = draft.start - draft.lead.length
    if not lower.startswith("over ", start):
        return False
    before, unit = cues.last_word(lower, start), draft.unit
    few = (draft.numeral.value or 0) <= _EXTENT
    if few and draft.counted is not None and draft.counted.head in cues.words("extent"):
        return before not in cues.words("bounding")  # "120 rooms over nine floors"
    if before in cues.words("matter") or (draft.kind == "money" and before in cues.words("matter-money")):
        return True
    if unit.dimension != "time" and not (unit.name == "metre" and (draft.numeral.value or 0) in _RACES):
        return False
    return draft.lead.qualifier in ("last", "next", "first") or before not in cues.words("bounding")
