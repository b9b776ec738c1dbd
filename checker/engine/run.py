"""The runner: which rules hold for which claims.  It sees flat rows only, never text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Protocol

from checker.engine import fields, sequence
from checker.engine.evaluate import Roles, holds
from checker.engine.predicates import apart, voice_key
from checker.engine.records import Hit, Rule, RuleSet
from checker.engine.sides import partition
from checker.engine.values import Interval, is_apart
from checker.language.lexicon import table
from checker.records import Claim, ClaimKey, Match, Relation, key_of


class Rows(Protocol):
    """What a run needs of a document: its claims and the relations among them."""

    @property
    def claims(self) -> Sequence[Claim]: ...
    @property
    def relations(self) -> Sequence[Relation]: ...


def index(readings: Iterable[Rows]) -> dict[ClaimKey, Claim]:
    """Every claim by document and id."""
    return {key_of(claim): claim for reading in readings for claim in reading.claims}


def run(rules: RuleSet, readings: Sequence[Rows], matches: Sequence[Match]) -> list[Hit]:
    """The hits of every rule, in no particular order; `findings.finish` puts them in order."""
    kinds: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules.rules:
        kinds[rule.kind].append(rule)
    claims = index(readings)
    hits: list[Hit] = []
    if kinds["pair"]:
        hits += pairs(kinds["pair"], claims, matches)
    if kinds["relation"]:
        for reading in readings:
            hits += relations(kinds["relation"], claims, reading.relations)
    if kinds["slot"]:
        hits += slots(kinds["slot"], claims, matches)
    return hits


def known(value: Any) -> bool:
    return value is not None and value != "" and value != ()


def agree(x: Any, y: Any) -> bool:
    """Not in disagreement: equal, one in the other, or one unknown."""
    if not known(x) or not known(y) or x == y:
        return True
    if isinstance(x, Interval) and isinstance(y, Interval):
        return is_apart(x, y) is not True
    if isinstance(x, str) and isinstance(y, str):
        one, other = set(x.split()), set(y.split())
        return one <= other or other <= one
    if isinstance(x, tuple) and isinstance(y, tuple):
        return set(x) <= set(y) or set(y) <= set(x)
    return False


Filter = Callable[[Claim, Claim], bool]


def comparable(rule: Rule) -> Filter:
    """`same` and `agree` of a rule as one test of two claims."""
    return _filter(rule.same, rule.agree)


@cache
def _filter(equal: tuple[str, ...], agreeing: tuple[str, ...]) -> Filter:
    same = [fields.reader(name) for name in equal]
    alike = [fields.reader(name) for name in agreeing]

    def test(a: Claim, b: Claim) -> bool:
        for read in same:
            value = read(a)
            if not known(value) or value != read(b):
                return False
        return all(agree(read(a), read(b)) for read in alike)

    return test


def pairs(rules: Sequence[Rule], claims: Mapping[ClaimKey, Claim], matches: Sequence[Match]) -> list[Hit]:
    """Pair rules over the pairs that sameness has made."""
    by_aspect: dict[str, list[tuple[Rule, Filter]]] = defaultdict(list)
    everywhere: list[tuple[Rule, Filter]] = []
    for rule in rules:
        row = (rule, comparable(rule))
        for aspect in rule.aspect:
            by_aspect[aspect].append(row)
        if not rule.aspect:
            everywhere.append(row)
    hits = []
    for match in matches:
        a, b = claims.get(match.a), claims.get(match.b)
        if a is None or b is None or a.licensed or b.licensed:
            continue
        for rule, fits in (*by_aspect[a.aspect], *everywhere):
            if not fits(a, b):
                continue
            for one, other in ((a, b),) if rule.symmetric else ((a, b), (b, a)):
                if holds(rule.where, {"a": (one,), "b": (other,)}):
                    hits.append(_pair_hit(rule, one, other, match))
                    break
    return hits


def _pair_hit(rule: Rule, a: Claim, b: Claim, match: Match) -> Hit:
    return Hit(
        rule,
        (key_of(a), key_of(b)),
        ("a", "b"),
        match.confidence,
        match.slot,
        match.matched,
        match.silent,
        match.differ,
    )


def relations(rules: Sequence[Rule], claims: Mapping[ClaimKey, Claim], rows: Sequence[Relation]) -> list[Hit]:
    """Relation rules over the groups that the text ties together."""
    by_relation: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        for name in rule.relation:
            by_relation[name].append(rule)
    hits = []
    for name, roles in groups_of(claims, rows):
        if corrected(name, roles):
            continue
        for rule in by_relation[name]:
            if holds(rule.where, roles):
                hits.append(_group_hit(rule, roles, -1))
    return hits


@cache
def _reckoned() -> frozenset[str]:
    """Relations that hold although the text takes one of their claims back."""
    return frozenset(row["relation"] for row in table("relation_roles") if row["corrected"] == "reckoned")


def corrected(relation: str, roles: Roles) -> bool:
    """Does the text itself correct what is tied together here?"""
    taken_back = any(claim.licensed for members in roles.values() for claim in members)
    return taken_back and relation not in _reckoned()


def groups_of(claims: Mapping[ClaimKey, Claim], rows: Iterable[Relation]) -> list[tuple[str, Roles]]:
    """The groups that a text ties together: the relation, and the claims in its roles."""
    groups: dict[tuple[int, int, str], dict[str, list[Claim]]] = {}
    for row in rows:
        claim = claims.get((row.document, row.claim))
        if claim is not None:
            group = groups.setdefault((row.document, row.group, row.relation), {})
            group.setdefault(row.role, []).append(claim)
    return [
        (name, {role: tuple(members) for role, members in group.items()}) for (_, _, name), group in groups.items()
    ]


def _group_hit(rule: Rule, roles: Roles, slot: int, confidence: float | None = None) -> Hit:
    members = [(role, key_of(claim)) for role, claims in roles.items() for claim in claims]
    sure = rule.confidence if confidence is None else min(confidence, rule.confidence)
    return Hit(rule, tuple(key for _, key in members), tuple(role for role, _ in members), sure, slot)


def slots(rules: Sequence[Rule], claims: Mapping[ClaimKey, Claim], matches: Sequence[Match]) -> list[Hit]:
    """Slot rules over all claims about one thing; a claim that nothing was compared with is a slot of one."""
    by_aspect: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        for aspect in rule.aspect:
            by_aspect[aspect].append(rule)
    hits = []
    for slot, members, confidence in slots_of(claims, matches):
        if members[0].aspect in by_aspect:
            hits += _slot_hits(by_aspect[members[0].aspect], members, slot, confidence)
    return hits


def slots_of(
    claims: Mapping[ClaimKey, Claim], matches: Sequence[Match]
) -> Iterator[tuple[int, Sequence[Claim], float]]:
    """The claims about one thing, with the number of the slot and the least confidence that they are; -1 for those
    that nothing was compared with."""
    members: dict[int, dict[ClaimKey, Claim]] = defaultdict(dict)
    confidence: dict[int, float] = {}
    for match in matches:
        for key in (match.a, match.b):
            if key in claims:
                members[match.slot][key] = claims[key]
        confidence[match.slot] = min(confidence.get(match.slot, 1.0), match.confidence)
    for slot, found in members.items():
        yield slot, [found[key] for key in sorted(found)], confidence[slot]
    matched = {key for found in members.values() for key in found}
    for key, claim in claims.items():
        if key not in matched:
            yield -1, [claim], 1.0


def roles_of(rule: Rule, claims: Sequence[Claim]) -> dict[str, tuple[Claim, ...]]:
    """The parts of a slot that the rule names, each with its claims."""
    return {role: PARTS[role](claims) for role in rule.roles}


def _slot_hits(rules: Sequence[Rule], claims: Sequence[Claim], slot: int, confidence: float) -> list[Hit]:
    if any(claim.licensed for claim in claims):
        return []
    hits = []
    for rule in rules:
        roles = roles_of(rule, claims)
        if holds(rule.where, roles):
            used = {role: found for role, found in roles.items() if role != "all"} or {"all": tuple(claims)}
            hits.append(_group_hit(rule, used, slot, confidence))
    return hits


def _ranked(claims: Sequence[Claim]) -> list[list[Claim]]:
    """The values of a slot, those first that most tellings have."""
    if len(claims) < 2:
        return []
    sides, _ = partition(
        claims, lambda x, y: apart((x,), (y,)) is True, lambda c: (c.least, c.most, c.event_earliest, c.event_latest)
    )
    return sorted(sides, key=lambda side: -len({(voice_key(c), c.document, c.sentence) for c in side}))


def majority(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of the value that more tellings have than any other."""
    ranked = _ranked(claims)
    return tuple(ranked[0]) if len(ranked) > 1 and len(ranked[0]) > len(ranked[1]) else ()


def outlier(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """All that stand against the majority."""
    ranked = _ranked(claims)
    alone = len(ranked) > 1 and len(ranked[0]) > len(ranked[1])
    return tuple(claim for side in ranked[1:] for claim in side) if alone else ()


def _those(test: Callable[[Claim], bool]) -> Callable[[Sequence[Claim]], tuple[Claim, ...]]:
    return lambda claims: tuple(claim for claim in claims if test(claim))


# The claims of a slot by the part they play: where they stand, who says them, how many say so.
PARTS: dict[str, Callable[[Sequence[Claim]], tuple[Claim, ...]]] = {
    "all": tuple,
    "headline": _those(lambda claim: claim.scope == "headline"),
    "standfirst": _those(lambda claim: claim.scope == "standfirst"),
    "body": _those(lambda claim: claim.scope == "body"),
    "caption": _those(lambda claim: claim.scope == "caption"),
    "majority": majority,
    "outlier": outlier,
    "asserted": _those(lambda claim: claim.polarity == "+"),
    "denied": _those(lambda claim: claim.polarity == "-"),
    "narrated": _those(lambda claim: not claim.source),
    "attributed": _those(lambda claim: bool(claim.source)),
    "first": lambda claims: tuple(claims[:1]),
    "rest": lambda claims: tuple(claims[1:]),
    "carried": sequence.carried,
    "newer": sequence.newer,
}
