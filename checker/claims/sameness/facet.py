"""When two answers to one question (`facets.tsv`) are of one bearer: "nobody was hurt", "two were burnt"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial

from checker.claims.nouns import generic_nouns
from checker.claims.sameness.common import at_two_places, nested, on_two_days, same_id
from checker.claims.sameness.pairing import Pairing
from checker.language.lexicon import word_class
from checker.records import Claim

BESIDE = 3  # sentences over which one carries on from another
NAMED = 8  # and over which a person that both name is the same
LARGEST_GROUP = 60
SURE = {"known": 0.75, "universal": 0.65, "pointing": 0.6}
PLACES = ("place:", "country:")
ENDURING = frozenset(("facet:candidacy", "facet:appeal", "facet:record"))  # the day told is that of the telling
CHARGED = frozenset(("facet:plea", "facet:verdict"))  # of several charges
PRONOUNS = frozenset(("he", "she", "they", "it"))
words = partial(word_class, "facet_words")


def pairs(claims: Sequence[Claim]) -> Iterator[Pairing]:
    """A yes and a no of one article."""
    groups: dict[tuple[int, str], tuple[list[Claim], list[Claim]]] = defaultdict(lambda: ([], []))
    for claim in claims:
        groups[claim.document, claim.predicate][claim.polarity == "-"].append(claim)
    for yes, no in groups.values():
        if len(yes) + len(no) <= LARGEST_GROUP:
            for a in yes:
                for b in no:
                    how = _one_bearer(a, b) if _told_again(a, b, yes, no) else ""
                    if how and not _apart(a, b):
                        silent = () if how == "known" else ("subject",)
                        matched = ("subject", "question") if how == "known" else ("question",)
                        yield Pairing(a, b, matched, silent, (), SURE[how])


SETTLED = "facet:settled-"


def _told_again(yes: Claim, no: Claim, all_yes: Sequence[Claim], all_no: Sequence[Claim]) -> bool:
    """Of yes and no told by a noun or an attribute: does it take up nothing else that the text tells?"""
    if not yes.predicate.startswith(SETTLED):
        return True
    first, later = (yes, no) if yes.start < no.start else (no, yes)
    agreeing = all_yes if later is yes else all_no
    return bool(later.counted_class) and not first.counted_class and all(one.counted_class for one in agreeing)


def _one_bearer(yes: Claim, no: Claim) -> str:
    """What makes the bearer one: both name it, one speaks of all or none, one points at the other; "" for nothing."""
    far = abs(yes.sentence - no.sentence)
    if yes.qualifier == no.qualifier == "known":
        return "known" if far <= NAMED and _one_name(yes.subject, no.subject) else ""
    if far > BESIDE or not far:
        return ""
    if (yes.qualifier == "all" and _others(yes, no)) or (no.qualifier == "all" and _others(no, yes)):
        return ""
    if no.qualifier == "none" and no.subject:
        return "universal" if no.subject in yes.near else ""  # "no children": among the 27 who were
    if no.qualifier == "none" or (yes.qualifier == "all" and no.qualifier != "all"):
        return "universal"
    if no.qualifier == "all" and yes.qualifier != "none":
        return "universal"
    first, later = (yes, no) if yes.start < no.start else (no, yes)
    if later.qualifier == "pointing" and first.qualifier in ("pointing", "known", "some"):
        if first.qualifier == "some" and not first.subject:
            return ""  # "two men"
        alike = (later.subject == first.subject and _one_thing(first, later)) or later.subject in PRONOUNS
        return "pointing" if alike or (first.qualifier == "known" and far == 1) else ""
    if first.qualifier == "pointing" and later.qualifier == "known":
        return "pointing" if far == 1 else ""
    return ""


def _one_thing(first: Claim, later: Claim) -> bool:
    """ "The bill" after "the water bill", not "the road bill"."""
    return nested(set(first.object.split()), set(later.object.split()))


def _others(everybody: Claim, some: Claim) -> bool:
    """ "All the passengers", "the pilot"."""
    one, other = everybody.object, some.object
    return bool(one and other) and one != other and not {one, other} & (generic_nouns() | words("whoever"))


def _one_name(one: str, other: str) -> bool:
    parts = [set(name.rpartition(":")[2].split("-")) for name in (one, other)]
    return same_id(one, other) or nested(*parts)


def _apart(yes: Claim, no: Claim) -> bool:
    """Do they tell of two times, places, or charges?"""
    if set(yes.modifiers) | set(no.modifiers):
        return True  # "later", "until": it has changed
    if yes.predicate in CHARGED and _other_charges(yes, no):
        return True
    spoken = [set(claim.wording.lower().split()) for claim in (yes, no)]
    if yes.predicate not in ENDURING and not words("turned").isdisjoint(spoken[0] ^ spoken[1]):
        return True  # "granted bail on appeal"
    opposites = (pair.split() for pair in words("opposites"))
    if any(one in spoken[k] and other in spoken[1 - k] for one, other in opposites for k in (0, 1)):
        return True
    ordinals = [said & words("ordinal") for said in spoken]
    if all(ordinals) and ordinals[0].isdisjoint(ordinals[1]):
        return True  # "over the first attack", "over the second"
    if at_two_places(yes, no):
        return True
    places = [{name for name in claim.names if name.startswith(PLACES)} for claim in (yes, no)]
    if all(places) and places[0].isdisjoint(places[1]):
        return True
    first, later = (yes, no) if yes.start < no.start else (no, yes)
    universal = not {"none", "all"}.isdisjoint((yes.qualifier, no.qualifier))
    if universal and (
        (later.place and later.place not in first.names)
        or later.definite
        or later.hedge in words("period") - {first.hedge}
    ):
        return True  # "in Texas last year": another event
    return yes.predicate not in ENDURING and yes.frame == no.frame and on_two_days(yes, no)


def _other_charges(yes: Claim, no: Claim) -> bool:
    """ "Guilty of four counts", "cleared of two"; "admitted theft", "denied assault"."""
    one, other, counts = set(yes.context), set(no.context), words("count")
    if not (one & counts and other & counts):
        return bool(one - counts and other - counts and not one & other)
    return not (yes.counted_text == no.counted_text == "all")
