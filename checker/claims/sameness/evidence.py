"""What speaks for and against two figures being one, field by field and word by word."""

from __future__ import annotations

from collections.abc import Sequence
from math import log, log10

import msgspec

from checker.claims.nouns import alike, alike_things, generic_nouns, implied_counts
from checker.claims.rarity import NAME, shared, total, weight
from checker.claims.sameness.apart import MOVES, PERIODS
from checker.claims.sameness.common import in_headline, same_id
from checker.claims.sameness.pairing import telling
from checker.claims.sameness.retaken import takes_up
from checker.claims.sameness.surroundings import (
    Surroundings,
    both_supported,
    companions,
    head_supported,
    supported,
    within_toll,
)
from checker.days import HISTORY
from checker.records import Claim, key_of
from checker.slips import slip, surprise

LEAD = 2  # paragraphs at the top, whose figures the rest tells again


HEADLINE_REACH = 3  # paragraphs in which a headline's figure is expected


# What a reader expects to be told of a figure; that nothing is said of the rest is no news.
ASKED = frozenset(("counted", "predicate", "subject", "place", "time"))


class Argument(msgspec.Struct):
    """What speaks for and against a pair, by field, and as evidence that is weighed."""

    matched: list[str]
    silent: list[str]
    differ: list[str]
    evidence: dict[str, float]

    def file(self, name: str, verdict: float | None) -> None:
        """Above 0 matched, None silent, below 0 differs."""
        if verdict is None:
            if name in ASKED:
                self.silent.append(name)
        elif verdict > 0:
            self.matched.append(name)
            self.evidence[f"{name} matched"] = verdict
        else:
            self.differ.append(name)
            self.evidence[f"{name} differ"] = -verdict


def argue(a: Claim, b: Claim, block: object, around: Surroundings) -> Argument:
    argument = Argument([], [], [], {})
    argument.file("counted", _counted(a, b))
    argument.file("predicate", _equal(a.predicate, b.predicate))
    argument.file("subject", _subject(a.subject, b.subject))
    argument.file("thing", _thing(a, b))
    argument.file("place", _equal(a.place, b.place))
    argument.file("time", _times(a, b))
    argument.file("modifiers", _modifiers(a, b))
    argument.file("status", _status(a, b))
    argument.file("change", _change(a, b))
    evidence = argument.evidence
    evidence["frame"] = float(
        {"predicate", "subject"} <= set(argument.matched) and not argument.differ and a.counted_class == b.counted_class
    )
    words = shared(a.context, b.context)
    near = shared(a.near, b.near)
    evidence["words"] = min(total(words), 6.0)
    evidence["telling words"] = min(sum(weight_here(word, a, b, around) for word in words), 4.0)
    evidence["near words"] = min(total(near), 4.0)
    argument.matched.extend(telling(words))
    kind = slip(a, b)
    one_noun = a.counted == b.counted != "" or kind == "thousand"  # "the $4m bridge" after "4 billion dollars"
    later = a if key_of(a) > key_of(b) else b
    kindred = one_noun or bool(a.dimension) or _counted(a, b) == 0.5
    told = _same_deed(a if later is b else b, later) and kindred if later.relative else one_noun
    evidence["definite"] = float(later.definite and (told or takes_up(a, b)))
    evidence["two voices"] = float(bool(a.source and b.source) and a.party != b.party)
    evidence["time of one"] = float((a.event_earliest is None) != (b.event_earliest is None))
    evidence["lead"] = float(min(a.paragraph, b.paragraph) <= LEAD and not in_headline(a, b))
    evidence["percent"] = float(a.dimension == "percent")
    evidence["bounds"] = float(_bounds(a, b))
    evidence["rate of one"] = float(bool(a.rate) != bool(b.rate) and not in_headline(a, b))
    evidence["place of one"] = float(bool(a.place) != bool(b.place) and not in_headline(a, b))
    evidence["near share"] = share(near, a.near, b.near)
    evidence["word share"] = share(words, a.context, b.context)
    evidence["scale apart"] = scale_apart(a, b)
    if kind:
        evidence[f"slip {kind}"] = surprise(a, b)
        argument.matched.append(f"slip {kind}")
    evidence["old of one"] = OLD_ELSEWHERE if kind and a.document != b.document else 1.0
    evidence["old of one"] *= _old(a, b) or _old(b, a)
    evidence["whole of one"] = float((a.qualifier == "whole") != (b.qualifier == "whole"))
    evidence["measured otherwise"] = float(_measured_otherwise(a, b))
    rivals = 0
    counting = a.counted if a.counted == b.counted and not a.dimension else ""
    for one in {a.document, b.document}:
        rivals = max(rivals, len(around.values.get((one, ("head", counting) if counting else block), {})))
    evidence["toll of one"] = float(_toll_of_one(a, b))
    evidence["rivals"] = min(2.5, log(max(1, rivals - 1)))
    if a.document == b.document:
        evidence |= _within(a, b, block, around)
    else:
        evidence["across"] = 1.0
        evidence["toll"] = float(_tolls(a, b))
        evidence["part of toll"] = float(
            _tolls(a, b) and kind != "turned" and (within_toll(a, around) or within_toll(b, around))
        )
        evidence["lasted otherwise"] = float(a.dimension == "time" and "predicate differ" in evidence)
    beside = [around.crowd.get((one.document, one.sentence, block), 1) - 1 for one in (a, b)]
    evidence["crowd"] = float(sum(beside))
    evidence["tables"] = float(min(beside) > 0)
    return argument


def _within(a: Claim, b: Claim, block: object, around: Surroundings) -> dict[str, float]:
    """What counts between two sentences of one article only: another article names, counts and dates in its own way."""
    agree, clash = companions(a, b, block, around)
    headline = float(_headline(a, b))
    told_below = head_supported(a, b, block, around) if headline else False
    return {
        "period of one": float(bool(PERIODS & set(a.context)) != bool(PERIODS & set(b.context))),
        "opening of one": float(a.opening != b.opening),
        "names apart": float(min(len(set(a.names) - set(b.names)), len(set(b.names) - set(a.names)), 3)),
        "companions agree": float(min(agree, 2)),
        "companions clash": float(min(clash, 2)),
        "headline": headline,
        "unsupported headline": headline * (not told_below),
        "supported headline": headline * told_below,
        "part of toll": headline * told_below * (_tolls(a, b) and (within_toll(a, around) or within_toll(b, around))),
        "headline time": headline * (a.dimension == "time"),
        "unsupported": float(not supported(a, block, around) and not supported(b, block, around)),
        "supported": float(both_supported(a, b, block, around)),
    }


def share(words: Sequence[str], a: Sequence[str], b: Sequence[str]) -> float:
    """How much of the poorer side's telling words the two share, 0 to 1."""
    least = min(total(a), total(b))
    return min(1.0, total(words) / least) if least >= 0.5 else 0.0


FREE_SCALE = 0.3  # powers of ten that two counts of one thing may lie apart before it speaks against them
SAME_DIGITS = 0.01  # powers of ten: how exactly a slip of a thousand keeps its digits


def scale_apart(a: Claim, b: Claim) -> float:
    """Powers of ten between two figures beyond a factor of two, at most 3; 0 for a slip of exactly a thousand."""
    left, right = _middle(a), _middle(b)
    if not left or not right or left * right < 0:
        return 0.0
    powers = abs(log10(left / right))
    if abs(powers - 3) < SAME_DIGITS:
        return 0.0
    return min(3.0, max(0.0, powers - FREE_SCALE))


OLD_ELSEWHERE = 0.4  # of a slip between two articles: one of them may tell history without its date


def _same_deed(first: Claim, later: Claim) -> bool:
    """Does "the $45,000 she won" tell nothing but what an earlier sentence does: "won $40,000 in the lottery"?"""
    return first.predicate == later.predicate and set(later.relative) <= {*first.context, *first.near, first.predicate}


def _old(a: Claim, b: Claim) -> bool:
    """Is the first told of long ago, and the second of no time: of what the article is about?"""
    return (
        b.event_earliest is None
        and a.event_latest is not None
        and b.said_earliest is not None
        and a.frame == b.frame
        and a.event_latest < b.said_earliest - HISTORY
    )


def _tolls(a: Claim, b: Claim) -> bool:
    """Do both tell how many people were killed, hurt, arrested, came?  An event has one such number at a time."""
    return (
        a.predicate == b.predicate in implied_counts()
        and a.counted_class == b.counted_class
        and not {a.qualifier, b.qualifier} - {"", "total"}
        and all(not one.counted or one.counted in generic_nouns() for one in (a, b))
    )


def _toll_of_one(a: Claim, b: Claim) -> bool:
    """The dead of the one beside those aboard, or living there, of the other."""
    told = {a.predicate, b.predicate}
    counts = told & implied_counts().keys()
    counting = not a.dimension and not in_headline(a, b)
    # who comes to a march also marches
    return counting and len(told) == 2 and len(counts) == 1 and "" not in told and counts != {"attend"}


UNMEASURED = ("", "percent", "time")  # dimensions of which the noun beside the figure says little


def _measured_otherwise(a: Claim, b: Claim) -> bool:
    """The depth of the one, the distance of the other."""
    measure = a.dimension not in UNMEASURED and not a.dimension.startswith("money")
    return measure and a.thing != b.thing and bool(a.thing and b.thing) and alike_things(a.thing, b.thing) < 0


def _middle(claim: Claim) -> float | None:
    ends = [end for end in (claim.least, claim.most) if end is not None]
    return sum(ends) / len(ends) if ends else None


def weight_here(word: str, a: Claim, b: Claim, around: Surroundings) -> float:
    """The weight of a shared word, less where many other sentences with figures hold it too."""
    plain = word.removeprefix(NAME)
    elsewhere = around.spread.get((a.document, plain), 1) + around.spread.get((b.document, plain), 1)
    beyond = (elsewhere / 2 if a.document == b.document else elsewhere) - 2
    return weight(word) / (1 + max(0.0, beyond))


def _equal(a: str, b: str) -> float | None:
    if not a or not b:
        return None
    return 1.0 if a == b else -1.0


def _subject(a: str, b: str) -> float | None:
    """An id and the bare name that stands in it ("monsanto" in a headline) are one."""
    if not a or not b:
        return None
    return 1.0 if same_id(a, b) else -1.0


def _thing(a: Claim, b: Claim) -> float | None:
    if not a.dimension or not a.thing or not b.thing:
        return None
    return max(-1.0, alike_things(a.thing, b.thing))


def _counted(a: Claim, b: Claim) -> float | None:
    if not a.counted or not b.counted:
        return 0.5 if a.dimension or a.counted_class == b.counted_class != "" else None
    return alike(a.counted, b.counted)


def _times(a: Claim, b: Claim) -> float | None:
    if a.event_earliest is None or b.event_earliest is None:
        return None
    return 1.0


def _modifiers(a: Claim, b: Claim) -> float | None:
    left, right = set(a.modifiers), set(b.modifiers)
    if not left or not right:
        return None
    return 1.0 if left & right else -1.0


def _change(a: Claim, b: Claim) -> float | None:
    """A rise beside a level speaks of two things; a headline leaves the verb out."""
    if (a.change in MOVES) == (b.change in MOVES) or in_headline(a, b):
        return None
    return -1.0


def _bounds(a: Claim, b: Claim) -> bool:
    """Two bounds of one direction, which a third value may fit both."""
    return (a.most is None and b.most is None) or (a.least is None and b.least is None)


def _status(a: Claim, b: Claim) -> float | None:
    if not a.status or not b.status or in_headline(a, b):
        return None
    return 1.0 if a.status == b.status else -1.0


def _headline(a: Claim, b: Claim) -> bool:
    """A headline's figure that nothing else in the article supports, against one near its top."""
    head, other = (a, b) if a.scope in ("headline", "standfirst") else (b, a)
    if head.scope not in ("headline", "standfirst") or other.scope == head.scope:
        return False
    return 0 < other.paragraph <= HEADLINE_REACH
