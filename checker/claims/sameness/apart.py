"""Differences after which two figures are about two things, whatever else they share."""

from __future__ import annotations

from collections.abc import Sequence, Set

from checker.claims.nouns import PARTS, alike, alike_things, implied_counts
from checker.claims.rarity import NAME
from checker.claims.sameness.common import in_headline, on_two_days, same_id
from checker.claims.sameness.counterparts import counterparts
from checker.claims.sameness.retaken import of_the_same, takes_up
from checker.claims.states import INHABITED_BY
from checker.records import Claim, key_of
from checker.slips import slip

COUNTED = frozenset(("", "percent"))  # doctors are no patients, and 90% of patients are not 90% of the time
OPEN = frozenset(("planned", "promised", "hypothetical"))
TWIN_WORDS = 2  # content words that two sentences hold at the least, to be one sentence told twice
FLOORS_APART = 3  # times by which a floor is beyond another
PERIODS = frozenset(("quarter", "month", "week", "quarterly", "monthly", "weekly", "daily"))
MEASURED = frozenset(("grow", "fall"))
MOVES = frozenset(("up", "down"))
WON = frozenset(("win", "gain"))
LOST = frozenset(("lose", "cut"))
PUNISHING = frozenset(("jail", "ban"))
PUNISHMENTS = frozenset((
    "jail", "prison", "sentence", "custody", "imprisonment", "probation", "detention", "ban", "suspension",
))  # fmt: skip
# Verbs of who is given a punishment, or of its length, which say nothing of another length of time.
SERVED = frozenset((
    "get", "receive", "give", "face", "serve", "hand", "spend", "order", "impose", "say", "cut", "fall",
))  # fmt: skip
# Qualifiers: of what comes one after the other, of some that were picked out, and of all that is no whole.
SERIAL = frozenset(("next", "further", "part", "some"))
PICKED = frozenset(("part", "some"))
PARTIAL = frozenset((
    "part", "offset", "some", "further", "another", "additional", "extra", "first", "last", "each", "remaining",
    "other", "more", "next", "half", "average", "for", "against", "abstain", "won", "lost",
    "case",
))  # fmt: skip


def are_twins(a: Claim, b: Claim) -> bool:
    """Are the two sentences one but for their figures?"""
    left, right = {w.removeprefix(NAME) for w in a.context}, {w.removeprefix(NAME) for w in b.context}
    return left == right and len(left) >= TWIN_WORDS


def told_apart(a: Claim, b: Claim) -> bool:
    """Differences after which two figures are about two things, whatever else they share."""
    if _elsewhere(a.place, b.place, a, b):
        return True
    if a.dimension in COUNTED and a.counted and b.counted and alike(a.counted, b.counted) < 0:
        return True  # doctors are no patients
    if a.document == b.document and {a.counted_class, b.counted_class} == {"person", "soldier"}:
        return True  # some of the dead were soldiers
    if _of_two_compounds(a.modifiers, b.modifiers) or (counterparts(a, b) and not are_twins(a, b)):
        return True  # long-haul jets are no short-haul jets, and gross is not net
    if (a.framed and a.place not in b.names and not b.place) or (b.framed and b.place not in a.names and not a.place):
        return True  # "At its Lyon works ..." beside the whole
    headline = in_headline(a, b)
    if not headline and ":" in a.subject and ":" in b.subject and _elsewhere(a.subject, b.subject, a, b):
        return True
    unlike = "done" in (a.status, b.status) and not OPEN.isdisjoint((a.status, b.status))
    if unlike and not headline and slip(a, b) != "thousand" and not takes_up(a, b):
        return True  # done and planned; a headline's tense says nothing
    if a.predicate != b.predicate and a.kind == b.kind == "ratio":
        return True  # served twice, broke three times
    measured = not headline and ({a.predicate, b.predicate} <= MEASURED or (" " in a.thing and " " in b.thing))
    if measured and a.thing and b.thing and alike_things(a.thing, b.thing) < 0:
        return True  # profits fell 93%, sales fell 9%
    if a.predicate != b.predicate and {a.predicate, b.predicate} <= implied_counts().keys() and not of_the_same(a, b):
        return True  # the killed are not the injured
    if _won_and_lost(a, b) or _won_and_lost(b, a):
        return True  # the seats of one party won, and those of another lost
    if _of_all_kinds(a, b) or _of_all_kinds(b, a):
        return True  # what a home costs, and what a flat
    if a.dimension == b.dimension == "time" and _is_term(a) != _is_term(b) and a.predicate != b.predicate:
        lasting = b if _is_term(a) else a
        if lasting.predicate and lasting.predicate not in SERVED:
            return True  # how long the theft went on, and how long the sentence is
    if a.dimension == b.dimension == "time" and a.unit != b.unit and _one_length(a, b):
        return True  # "a six-week strike" lasted 46 days
    if INHABITED_BY in (a.predicate, b.predicate) and a.predicate != b.predicate and a.predicate and b.predicate:
        return True  # the people of a town are not those who left it
    if (a.qualifier == "from") != (b.qualifier == "from"):
        return True  # the figure left behind, and the one that holds
    if a.dimension == "percent" and PERIODS & set(a.near) != PERIODS & set(b.near):
        return True  # growth in the quarter is no growth in the year
    left, right = _named_subject(a, b), _named_subject(b, a)
    if left and right and not same_id(left, right) and _deeds_of_two(a, b, left, right):
        return True  # two did the same
    untold = headline and "" in (a.subject, b.subject)  # of nobody, a headline tells what its story tells
    if not untold and (a.subject in PARTS) != (b.subject in PARTS):
        return True  # the group lost less than its car division
    serial = SERIAL if a.document == b.document else SERIAL - {"part", "some"}
    if a.qualifier == b.qualifier and a.qualifier in serial and not are_twins(a, b):
        return True  # "the next two decades", "the next four years": one after the other
    if a.document != b.document and _of_two_days(a, b) and slip(a, b) != "turned":
        return True  # what the index lost on Monday and what it lost on Tuesday
    partial = {a.qualifier, b.qualifier} & PARTIAL
    picked = partial == PICKED and not _fewer(a, b)
    spared = picked or _adds_to_whole(a, b) or _outgrows(a, b, partial) or _one_deed(a, b, partial)
    if a.qualifier != b.qualifier and partial and not spared:
        return True
    if _floors(a, b) and a.document == b.document:
        return True
    if {a.change, b.change} == {"up", "down"} or (a.rate and b.rate and a.rate != b.rate):
        return True
    return not headline and a.frame == b.frame and on_two_days(a, b) and not _so_far(a, b)


def _one_length(a: Claim, b: Claim) -> bool:
    """Is the one the other told in a coarser unit, whose last one was begun and not full?"""
    if not a.value or not b.value or a.least is None or b.least is None:
        return False
    coarse, fine = (a, b) if a.least / a.value > b.least / b.value else (b, a)
    unit = (coarse.least or 0.0) / (coarse.value or 1.0)
    return abs((fine.least or 0.0) - (coarse.least or 0.0)) < unit


def _won_and_lost(a: Claim, b: Claim) -> bool:
    """A margin is one, whoever tells it."""
    return a.counted == b.counted != "" and a.predicate in WON and b.predicate in LOST and b.qualifier != "offset"


def _of_all_kinds(a: Claim, b: Claim) -> bool:
    return a.qualifier == "overall" != b.qualifier and b.thing != "" and a.thing != b.thing


def _is_term(claim: Claim) -> bool:
    """Is it the length of a punishment?"""
    return claim.predicate in PUNISHING or not PUNISHMENTS.isdisjoint((*claim.thing.split(), *claim.near))


def _so_far(a: Claim, b: Claim) -> bool:
    """Does an article tell the number of the dead, the arrested up to its day, and another up to another?"""
    tolls = a.document != b.document and a.predicate == b.predicate in implied_counts()
    return tolls and "total" in (a.qualifier, b.qualifier)


def _floors(a: Claim, b: Claim) -> bool:
    """ "in at least two states", "in more than 20 states": who knows of 20 does not say two."""
    if a.most is not None or b.most is not None or not a.least or not b.least:
        return False
    return max(a.least, b.least) >= FLOORS_APART * min(a.least, b.least) > 0


def _of_two_days(a: Claim, b: Claim) -> bool:
    """Movements of a day, or the points of an index, in articles of two days."""
    moves = bool({a.predicate, b.predicate} & MEASURED or {a.change, b.change} & MOVES)
    if not (a.counted == "point" or (a.dimension == "percent" and moves)):
        return False
    if None in (a.said_earliest, a.said_latest, b.said_earliest, b.said_latest) or a.frame != b.frame:
        return False
    return a.said_latest < b.said_earliest or b.said_latest < a.said_earliest  # type: ignore[operator]


def _deeds_of_two(a: Claim, b: Claim, left: str, right: str) -> bool:
    """Did two actors do the same, or a headline's actor one thing and the text's another?  A headline's verb is its
    own; but before a firm's name a country is mostly its attribute, not the actor."""
    if in_headline(a, b):
        told = a.document != b.document and (_named(left, b) or _named(right, a))  # who buys, and who is bought
        return "country:" not in left + right and not told and not _shortened(left, right)
    return a.predicate == b.predicate or (left.startswith("person:") and right.startswith("person:"))


def _shortened(left: str, right: str) -> bool:
    """May the one be the other's short name, as a headline gives it: "Nordbank" for Nordbank Holding, "K&B"?"""
    one, other = (name.rpartition(":")[2].split("-") for name in (left, right))
    return set(one) <= set(other) or set(other) <= set(one) or any(len(part) == 1 for part in one + other)


def _named_subject(claim: Claim, other: Claim) -> str:
    """The id of its actor, which a headline without capitals to tell by may get from the other's names; "" none."""
    if ":" in claim.subject or not claim.subject:
        return claim.subject
    return next((name for name in other.names if name.rpartition(":")[2] == claim.subject), "")


def _outgrows(a: Claim, b: Claim, partial: Set[str]) -> bool:
    """Is a part in the text more than the headline's whole?"""
    if partial != {"part"} or not in_headline(a, b):
        return False
    part, whole = (a, b) if a.qualifier == "part" else (b, a)
    return "headline" in whole.scope and (part.value or 0.0) > (whole.value or 0.0)


def _one_deed(a: Claim, b: Claim, partial: Set[str]) -> bool:
    """ "17 of the inmates were caught" tells of the catching what "21 inmates were caught" does; but after 21 were
    caught, fewer "of the inmates" are some of those.  Two digits turned round are no part of anything."""
    told = partial == {"some"} and a.predicate == b.predicate != "" and not _fewer(a, b)
    return a.counted == b.counted != "" and (told or (not partial - PICKED and slip(a, b) == "turned"))


def _fewer(a: Claim, b: Claim) -> bool:
    """Does an article come back to fewer of those whom it told of?"""
    first, later = (a, b) if key_of(a) < key_of(b) else (b, a)
    return later.qualifier == "some" and a.document == b.document and (later.value or 0.0) < (first.value or 0.0)


def _adds_to_whole(a: Claim, b: Claim) -> bool:
    """An addition beside a whole: not rivals, but the one must not exceed the other."""
    return {a.qualifier, b.qualifier} in ({"further", ""}, {"further", "total"})


def _of_two_compounds(a: Sequence[str], b: Sequence[str]) -> bool:
    """Do two compound modifiers part in their first half only?"""
    heads = {tail: head for head, _, tail in (word.partition("-") for word in a) if tail}
    return any(tail and heads.get(tail, head) != head for head, _, tail in (word.partition("-") for word in b))


def _elsewhere(left: str, right: str, a: Claim, b: Claim) -> bool:
    """Two known ids, neither of which the other's sentence names."""
    return bool(left and right and not same_id(left, right) and not _named(left, b) and not _named(right, a))


def _named(one: str, claim: Claim) -> bool:
    """Does the sentence of `claim` name this id, or a name that stands in it?"""
    parts = set(one.partition(":")[2].split("-"))
    return one in claim.names or any(word.removeprefix(NAME) in parts for word in claim.context)
