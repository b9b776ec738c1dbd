"""What became of the people that a figure counts, where the verb beside it says little: "32 were feared missing",
"eleven are known to have died", "raising to 41 the number of people killed", "a town of 68,000"."""

from __future__ import annotations

from functools import cache

from checker.claims.clauses import Clause
from checker.claims.nouns import counting_nouns, implied_counts
from checker.language import Analysis
from checker.language.lexicon import items, table
from checker.language.morphology import singular, verb_class, verb_forms

REACH = 3  # tokens between a verb and the state, or the verb that it leads to: "are now known to have died"
COUNT_REACH = 7  # tokens behind a figure that end in what was counted: "to 41 the number of people confirmed killed"
LINK_REACH = 4  # tokens between what was counted and how many: "has now risen to"
COUNTS = frozenset(("number", "toll", "total", "tally", "count"))
INHABITED = frozenset(
    ("town", "city", "village", "island", "community", "hamlet", "suburb", "borough", "municipality", "settlement")
)
INHABITED_BY = "live"  # the predicate of a population
BEING = frozenset(
    ("be", "remain", "leave", "become", "fear", "report", "believe", "presume", "list", "feel", "declare")
)
LEADING = frozenset(
    ("know", "believe", "fear", "think", "report", "say", "presume", "understand", "confirm", "expect", "estimate")
)  # "are known to have died": what the verb behind them says
ROOM = "accommodate"
MAKING = frozenset(("design", "build", "make", "mean", "intend", "plan", "equip"))
HOLDING = frozenset(("hold", "house", "accommodate", "seat", "take", "carry"))
APPROXIMATE = frozenset(("about", "around", "some", "roughly", "almost", "nearly", "just", "over", "more", "than"))


@cache
def states() -> dict[tuple[str, ...], str]:
    """The words of a state → its predicate, of `states.tsv`."""
    return {tuple(phrase.split()): row["class"] for row in table("states") for phrase in items(row["phrases"])}


def state_of(analysis: Analysis, clause: Clause, first: int, last: int) -> str:
    """The predicate of what became of those counted by tokens first..last, or of how many there is room for, or ""."""
    if _room(analysis, clause, first):
        return ROOM
    return _led_to(analysis, clause, first) or _state(analysis, clause, first, last)


def count_of(analysis: Analysis, first: int, last: int) -> str:
    """The predicate of a figure that is itself the number of the dead, the arrested ..., or ""."""
    return _count_behind(analysis, last) or _count_before(analysis, first)


def _room(analysis: Analysis, clause: Clause, first: int) -> bool:
    """ "Built for 480", "designed to hold up to 480", "a capacity of 480": what there is room for, not who is there."""
    lowers = analysis.lowers
    token = first - 1
    while token > clause.first and (lowers[token] in APPROXIMATE or lowers[token] in ("up", "to", "only", "just")):
        token -= 1
    if lowers[token] == "of":
        return lowers[token - 1] == "capacity"
    if lowers[token] == "for":
        return _made(analysis, token - 1)
    group = analysis.verb_at.get(token)
    return group is not None and group.infinitive and group.lemma in HOLDING and _made(analysis, group.first - 1)


def _made(analysis: Analysis, token: int) -> bool:
    group = analysis.verb_at.get(token)
    return group is not None and group.lemma in MAKING


def _led_to(analysis: Analysis, clause: Clause, first: int) -> str:
    verb = clause.verb
    if verb is None or not clause.is_subject or verb.first < first or verb.lemma not in LEADING or not verb.passive:
        return ""
    for token in range(verb.last, min(clause.last, verb.last + REACH)):
        group = analysis.verb_at.get(token)
        if group is not None:
            return verb_class(group.lemma) if group.infinitive else ""
    return ""


def _state(analysis: Analysis, clause: Clause, first: int, last: int) -> str:
    """ "were feared missing", "are still in custody", and "left two prisoners dead", "feared 32 missing"."""
    verb = clause.verb
    lowers = analysis.lowers
    if verb is None or verb.lemma not in BEING or verb.negated:
        return ""
    begin = verb.last if clause.is_subject and verb.first >= last else last
    for token in range(begin, min(clause.last, begin + REACH)):
        for size in (3, 2, 1):
            found = states().get(tuple(lowers[token : token + size]))
            if found is not None:
                return found
        if analysis.tags[token] != "ADV":
            break
    return ""


def _count_behind(analysis: Analysis, last: int) -> str:
    """ "to 41 the number of people killed", "to 46 the number detained"."""
    lowers = analysis.lowers
    if last + 1 >= len(lowers) or lowers[last] != "the":
        return ""
    heads = [token for token in range(last + 1, last + 4) if token < len(lowers) and lowers[token] in COUNTS]
    if not heads:
        return ""
    for token in range(heads[0], min(len(lowers), heads[0] + COUNT_REACH)):
        if analysis.tags[token] in ("PUNCT", "QUOTE"):
            break
        if token > heads[0] and (found := _befallen(analysis, token)):
            return found
    return ""


def _count_before(analysis: Analysis, first: int) -> str:
    """ "bringing the number of confirmed dead to 33", "the number of people detained stood at 46"."""
    lowers = analysis.lowers
    begin = max(0, first - COUNT_REACH - LINK_REACH)
    heads = [token for token in range(begin, first - 2) if lowers[token] in COUNTS and lowers[token + 1] == "of"]
    if not heads or first - heads[-1] > COUNT_REACH + LINK_REACH:
        return ""
    for token in range(first - 1, heads[-1] + 1, -1):
        if found := _befallen(analysis, token):
            between = range(token + 1, first)
            return found if len(between) <= LINK_REACH and not any(_breaks(analysis, one) for one in between) else ""
    return ""


def _breaks(analysis: Analysis, token: int) -> bool:
    return analysis.tags[token] in ("PUNCT", "QUOTE", "NUM", "REL", "CONJ")


def _befallen(analysis: Analysis, token: int) -> str:
    """What a word says has become of people: "dead", "detained", "wounded"; "" for another word."""
    word = analysis.lowers[token]
    if (noun := counting_nouns().get(singular(word))) is not None:
        return noun[0]
    if (word,) in states():
        return states()[word,]
    group = analysis.verb_at.get(token)
    lemma = group.lemma if group is not None else verb_forms().get(word, ("",))[0]
    return verb_class(lemma) if verb_class(lemma) in implied_counts() else ""


def lives_in(analysis: Analysis, first: int) -> bool:
    """ "a town of about 68,000": a bare figure there is its people."""
    token = first - 1
    while token > 1 and analysis.lowers[token] in APPROXIMATE:
        token -= 1
    return token > 1 and analysis.lowers[token] == "of" and singular(analysis.lowers[token - 1]) in INHABITED
