"""When two figures speak of one thing: what is counted, predicate, actor, place, time and the words around them.

A pair is *argued*: every field says that it matches, is silent, or differs.  Some differences end the argument (two
places, two years, planned and done, total and further); the others weigh (`rules/lexicon/sameness.tsv`), and the sum
becomes the confidence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations
from math import exp, log, log10

import msgspec

from checker.claims.nouns import alike, implied_counts
from checker.claims.rarity import NAME, shared, total, weight
from checker.claims.sameness.pairing import Key, Pairing, key, ordered, same_id
from checker.language.lexicon import table
from checker.records import Claim

COMPARED_KINDS = frozenset(("cardinal", "money", "percent", "measure", "range", "rate", "ratio", "age"))
DONE = frozenset(("done",))
OPEN = frozenset(("planned", "promised", "hypothetical"))
TELLING_COUNT = 1000  # a smaller bare number in a headline may be a name ("Apollo 13")
LEAD = 2  # paragraphs at the top, whose figures the rest tells again
HEADLINE_REACH = 3  # paragraphs in which a headline's figure is expected


Interval = tuple[float | None, float | None]


class Surroundings(msgspec.Struct, frozen=True):
    """What the other figures of a document say about one pair: support for a value, rivals beside it."""

    values: dict[tuple[int, object], dict[Interval, int]]  # (document, block) → interval → sentences with it
    crowd: dict[tuple[int, int, object], int]  # (document, sentence, block) → figures there
    spread: dict[tuple[int, str], int]  # (document, word) → sentences with figures that hold the word
    place: dict[Key, tuple[int, int]]  # claim → its place among the figures of its kind in the sentence, and how many


@cache
def weights() -> dict[str, float]:
    """Name of evidence → weight, of `sameness.tsv`."""
    return {row["evidence"]: float(row["weight"]) for row in table("sameness")}


def pairs(claims: Sequence[Claim]) -> Iterator[Pairing]:
    """Every two figures of one thing, with the argument; figures of one block only, never all with all."""
    usable = [
        claim
        for claim in claims
        if claim.kind in COMPARED_KINDS and claim.scope != "furniture" and claim.text.lower() != "one"
    ]  # "one of the leaders" counts nothing
    yield from scores(claims)
    around = surroundings(usable)
    seen: set[tuple[Key, Key]] = set()
    for block, group in blocks(usable).items():
        for a, b in candidates(group):
            pair = (key(a), key(b))
            if pair in seen or (a.proposition == b.proposition and a.document == b.document):
                continue
            seen.add(pair)
            pairing = compare(a, b, block, around)
            if pairing is not None:
                yield pairing


SCORE_CONFIDENCE = 0.7


def scores(claims: Sequence[Claim]) -> Iterator[Pairing]:
    """A headline's score that the article does not repeat, with the only other score near the top."""
    of: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind == "score" and claim.wording:
            of[claim.document].append(claim)
    for group in of.values():
        body = [claim for claim in group if claim.paragraph]
        top = [claim for claim in body if claim.paragraph <= LEAD]
        for head in (claim for claim in group if claim.scope == "headline"):
            if head.wording in {claim.wording for claim in body} or len({claim.wording for claim in top}) != 1:
                continue
            words = shared(head.context, top[0].context)
            if words and _whole(top[0]) and _one_slip(head.wording, top[0].wording):
                yield Pairing(*ordered(head, top[0]), ("kind", "words: " + _plain(words)), (), (), SCORE_CONFIDENCE)


def _whole(claim: Claim) -> bool:
    """Is it a result, and not a score on the way ("led 1-0 at the break")?"""
    return claim.predicate not in UNFINISHED


def _one_slip(a: str, b: str) -> bool:
    """Do two results share one of their numbers?  A slip changes one; two other numbers are another match."""
    return bool(set(a.split("-")) & set(b.split("-")))


UNFINISHED = frozenset(("lead", "trail", "score", "make", "go", "pull", "level", "equalise", "open", "take", "give"))


def _plain(words: Sequence[str]) -> str:
    return ", ".join(sorted((w.removeprefix(NAME) for w in words), key=lambda w: (-len(w), w))[:4])


SMALL_GROUP = 80  # figures of a kind that are all set against each other
COMMON = 30  # figures that may share a word before it says nothing


def candidates(group: Sequence[Claim]) -> Iterable[tuple[Claim, Claim]]:
    """Pairs of a block worth arguing: all of a small one; of a large one those that share a telling word.

    So an article of any length costs in proportion to its figures: a word that more than a few figures share is no
    evidence, and is passed over.
    """
    if len(group) <= SMALL_GROUP:
        return combinations(group, 2)
    holders: dict[str, list[int]] = defaultdict(list)
    for number, claim in enumerate(group):
        for word in claim.context:
            if weight(word) >= 0.5:
                holders[word.removeprefix(NAME)].append(number)
    pairs = {pair for numbers in holders.values() if len(numbers) <= COMMON for pair in combinations(numbers, 2)}
    return ((group[a], group[b]) for a, b in sorted(pairs))


def block_of(claim: Claim) -> object:
    """What two figures must share to be of one kind."""
    if claim.dimension:
        return (claim.dimension, "" if claim.rate else claim.unit.partition(" per ")[2])
    return claim.counted_class or claim.counted


def blocks(claims: Iterable[Claim]) -> dict[object, list[Claim]]:
    groups: dict[object, list[Claim]] = defaultdict(list)
    bare: list[Claim] = []
    for claim in claims:
        block = block_of(claim)
        if block:
            groups[block].append(claim)
        elif claim.scope == "headline" and claim.kind == "cardinal" and (claim.value or 0) >= TELLING_COUNT:
            bare.append(claim)
    for group in list(groups.values()):
        if not group[0].dimension:
            group.extend(bare)  # "seen by 14m" counts what the body names
    return groups


def surroundings(claims: Iterable[Claim]) -> Surroundings:
    values: dict[tuple[int, object], dict[Interval, set[int]]] = defaultdict(lambda: defaultdict(set))
    crowd: dict[tuple[int, int, object], set[Interval]] = defaultdict(set)
    spread: dict[tuple[int, str], set[int]] = defaultdict(set)
    rows: dict[tuple[int, int, object], list[Key]] = defaultdict(list)
    for claim in claims:
        block = block_of(claim)
        rows[claim.document, claim.sentence, block].append(key(claim))
        values[claim.document, block][claim.least, claim.most].add(claim.sentence)
        if claim.counted:
            values[claim.document, ("head", claim.counted)][claim.least, claim.most].add(claim.sentence)
        crowd[claim.document, claim.sentence, block].add((claim.least, claim.most))
        for word in claim.context:
            spread[claim.document, word.removeprefix(NAME)].add(claim.sentence)
    return Surroundings(
        {one: {interval: len(found) for interval, found in inner.items()} for one, inner in values.items()},
        {one: len(found) for one, found in crowd.items()},
        {one: len(found) for one, found in spread.items()},
        {one: (rank, len(row)) for row in rows.values() for rank, one in enumerate(row)},
    )


def compare(a: Claim, b: Claim, block: object, around: Surroundings) -> Pairing | None:
    """The argument for a pair, or None when the text tells the two apart."""
    if (a.document == b.document and a.sentence == b.sentence) or told_apart(a, b):
        return None
    twins = are_twins(a, b)
    if twins and around.place[key(a)] != around.place[key(b)]:
        return None  # the first figure of a sentence is told again by the first of its twin
    argument = argue(a, b, block, around)
    if twins:
        argument.evidence |= {"twins": 1.0, "crowd": 0.0, "tables": 0.0, "rivals": 0.0, "scale apart": 0.0}
    elif touches(a, b):
        argument.evidence["touching"] = 1.0
    weight = weights()
    total_weight = weight["base"] + sum(weight.get(name, 0.0) * value for name, value in argument.evidence.items())
    confidence = 1 / (1 + exp(-total_weight))
    if confidence < 0.2:
        return None
    return Pairing(a, b, tuple(argument.matched), tuple(argument.silent), tuple(argument.differ), confidence)


TWIN_WORDS = 2  # content words that two sentences hold at the least, to be one sentence told twice


def are_twins(a: Claim, b: Claim) -> bool:
    """Are the two sentences one but for their figures?"""
    left, right = {w.removeprefix(NAME) for w in a.context}, {w.removeprefix(NAME) for w in b.context}
    return left == right and len(left) >= TWIN_WORDS


def touches(a: Claim, b: Claim) -> bool:
    """Do the two only just exclude each other ("30", "more than 30")?  Loose talk, but in twins."""
    return (a.least is not None and a.least == b.most and not (a.low_closed and b.high_closed)) or (
        a.most is not None and a.most == b.least and not (a.high_closed and b.low_closed)
    )


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
    if words:
        argument.matched.append("words: " + _plain(words))
    evidence["definite"] = float((a if key(a) > key(b) else b).definite and a.counted == b.counted != "")
    evidence["names apart"] = float(min(len(set(a.names) - set(b.names)), len(set(b.names) - set(a.names)), 3))
    evidence["names shared"] = float(min(len(set(a.names) & set(b.names)), 3))
    evidence["time of one"] = float((a.event_earliest is None) != (b.event_earliest is None))
    evidence["lead"] = float(min(a.paragraph, b.paragraph) <= LEAD and "headline" not in (a.scope, b.scope))
    evidence["percent"] = float(a.dimension == "percent")
    evidence["bounds"] = float(_bounds(a, b))
    evidence["rate of one"] = float(bool(a.rate) != bool(b.rate) and "headline" not in (a.scope, b.scope))
    evidence["place of one"] = float(bool(a.place) != bool(b.place) and "headline" not in (a.scope, b.scope))
    evidence["near share"] = share(near, a.near, b.near)
    evidence["word share"] = share(words, a.context, b.context)
    evidence["scale apart"] = scale_apart(a, b)
    rivals = 0
    counting = a.counted if a.counted == b.counted and not a.dimension else ""
    for one in {a.document, b.document}:
        rivals = max(rivals, len(around.values.get((one, ("head", counting) if counting else block), {})))
    evidence["rivals"] = min(2.5, log(max(1, rivals - 1)))
    if a.document == b.document:
        evidence["headline"] = float(_headline(a, b))
        evidence["unsupported headline"] = evidence["headline"] * (not _head_supported(a, b, block, around))
        evidence["unsupported"] = float(not _supported(a, block, around) and not _supported(b, block, around))
        evidence["supported"] = float(_both_supported(a, b, block, around))
    else:
        evidence["across"] = 1.0
    beside = [around.crowd.get((one.document, one.sentence, block), 1) - 1 for one in (a, b)]
    evidence["crowd"] = float(sum(beside))
    evidence["tables"] = float(min(beside) > 0)
    return argument


def share(words: Sequence[str], a: Sequence[str], b: Sequence[str]) -> float:
    """How much of the poorer side's telling words the two share, 0 to 1."""
    least = min(total(a), total(b))
    return min(1.0, total(words) / least) if least >= 0.5 else 0.0


FREE_SCALE = 0.3  # powers of ten that two counts of one thing may lie apart before it speaks against them


def scale_apart(a: Claim, b: Claim) -> float:
    """Powers of ten between two figures beyond a factor of two, at most 3; 0 for a slip of exactly a thousand."""
    left, right = _middle(a), _middle(b)
    if not left or not right or left * right < 0:
        return 0.0
    powers = abs(log10(left / right))
    if abs(powers - 3) < 0.03:
        return 0.0
    return min(3.0, max(0.0, powers - FREE_SCALE))


def _middle(claim: Claim) -> float | None:
    ends = [end for end in (claim.least, claim.most) if end is not None]
    return sum(ends) / len(ends) if ends else None


def weight_here(word: str, a: Claim, b: Claim, around: Surroundings) -> float:
    """The weight of a shared word, less where many other sentences with figures hold it too."""
    plain = word.removeprefix(NAME)
    elsewhere = around.spread.get((a.document, plain), 1) + around.spread.get((b.document, plain), 1)
    beyond = (elsewhere / 2 if a.document == b.document else elsewhere) - 2
    return weight(word) / (1 + max(0.0, beyond))


def told_apart(a: Claim, b: Claim) -> bool:
    """Differences after which two figures are about two things, whatever else they share."""
    if _elsewhere(a.place, b.place, a, b):
        return True
    if not a.dimension and a.counted and b.counted and alike(a.counted, b.counted) < 0:
        return True  # doctors are no patients
    if (a.framed and a.place not in b.names and not b.place) or (b.framed and b.place not in a.names and not a.place):
        return True  # "At its Lyon works ..." beside the whole
    if ":" in a.subject and ":" in b.subject and _elsewhere(a.subject, b.subject, a, b):
        return True
    if "headline" not in (a.scope, b.scope) and {a.status, b.status} & DONE and {a.status, b.status} & OPEN:
        return True  # done and planned; a headline's tense says nothing
    if a.predicate in MEASURED and b.predicate in MEASURED and a.thing and b.thing and alike(a.thing, b.thing) < 0:
        return True  # profits fell 93%, sales fell 9%
    if a.predicate != b.predicate and {a.predicate, b.predicate} <= implied_counts().keys():
        return True  # the killed are not the injured
    if (a.qualifier == "from") != (b.qualifier == "from"):
        return True  # the figure left behind, and the one that holds
    if a.dimension == "percent" and PERIODS & set(a.near) != PERIODS & set(b.near):
        return True  # growth in the quarter is no growth in the year
    named = ":" in a.subject and ":" in b.subject and not same_id(a.subject, b.subject)
    if named and a.predicate == b.predicate not in MEASURED:
        return True  # two did the same
    if a.qualifier == b.qualifier and a.qualifier in SERIAL and not are_twins(a, b):
        return True  # "the next two decades", "the next four years": one after the other
    if a.qualifier != b.qualifier and {a.qualifier, b.qualifier} & PARTIAL and not _adds_to_whole(a, b):
        return True
    if {a.change, b.change} == {"up", "down"} or (a.rate and b.rate and a.rate != b.rate):
        return True
    return a.frame == b.frame and _disjoint(a, b)


PERIODS = frozenset(("quarter", "month", "week", "quarterly", "monthly", "weekly", "daily"))
SERIAL = frozenset(("next", "further", "part"))
MEASURED = frozenset(("grow", "fall"))


def _adds_to_whole(a: Claim, b: Claim) -> bool:
    """An addition beside a whole: not rivals, but the one must not exceed the other."""
    return {a.qualifier, b.qualifier} in ({"further", ""}, {"further", "total"})


def _elsewhere(left: str, right: str, a: Claim, b: Claim) -> bool:
    """Two known ids, neither of which the other's sentence names."""
    return bool(left and right and not same_id(left, right) and not _named(left, b) and not _named(right, a))


def _named(one: str, claim: Claim) -> bool:
    """Does the sentence of `claim` name this id, or a name that stands in it?"""
    parts = set(one.partition(":")[2].split("-"))
    return one in claim.names or any(word.removeprefix(NAME) in parts for word in claim.context)


PARTIAL = frozenset(
    (
        "part",
        "further",
        "another",
        "additional",
        "extra",
        "first",
        "last",
        "each",
        "remaining",
        "other",
        "more",
        "next",
        "half",
        "for",
        "against",
        "abstain",
        "won",
        "lost",
    )
)


def _disjoint(a: Claim, b: Claim) -> bool:
    """Do the events lie on days that cannot be the same?"""
    if a.event_earliest is None or b.event_earliest is None or a.event_latest is None or b.event_latest is None:
        return False
    return a.event_latest < b.event_earliest or b.event_latest < a.event_earliest


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
    return max(-1.0, alike(a.thing, b.thing))


def _counted(a: Claim, b: Claim) -> float | None:
    if not a.counted or not b.counted:
        return 0.5 if a.dimension else None
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


MOVES = frozenset(("up", "down"))


def _change(a: Claim, b: Claim) -> float | None:
    """A rise beside a level speaks of two things; a headline leaves the verb out."""
    if (a.change in MOVES) == (b.change in MOVES) or "headline" in (a.scope, b.scope):
        return None
    return -1.0


def _bounds(a: Claim, b: Claim) -> bool:
    """Two bounds of one direction, which a third value may fit both."""
    return (a.most is None and b.most is None) or (a.least is None and b.least is None)


def _status(a: Claim, b: Claim) -> float | None:
    if not a.status or not b.status or "headline" in (a.scope, b.scope):
        return None
    return 1.0 if a.status == b.status else -1.0


def _headline(a: Claim, b: Claim) -> bool:
    """A headline's figure that nothing else in the article supports, against one near its top."""
    head, other = (a, b) if a.scope in ("headline", "standfirst") else (b, a)
    if head.scope not in ("headline", "standfirst") or other.scope == head.scope:
        return False
    return 0 < other.paragraph <= HEADLINE_REACH


def _head_supported(a: Claim, b: Claim, block: object, around: Surroundings) -> bool:
    """Does the body hold a figure that fits the headline's?"""
    head = a if a.scope in ("headline", "standfirst") else b
    return any(
        meets(head.least, head.most, least, most)
        for (least, most), count in around.values.get((a.document, block), {}).items()
        if (least, most) != (head.least, head.most) or count > 1
    )


def _supported(claim: Claim, block: object, around: Surroundings) -> bool:
    return around.values.get((claim.document, block), {}).get((claim.least, claim.most), 1) > 1


def meets(least: float | None, most: float | None, other_least: float | None, other_most: float | None) -> bool:
    return not (
        (most is not None and other_least is not None and most < other_least)
        or (least is not None and other_most is not None and other_most < least)
    )


def _both_supported(a: Claim, b: Claim, block: object, around: Surroundings) -> bool:
    """Each value stands in two sentences or more: then they are two facts."""
    values = around.values.get((a.document, block), {})
    return values.get((a.least, a.most), 1) > 1 and values.get((b.least, b.most), 1) > 1
