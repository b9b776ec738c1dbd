"""The runner: which rules hold for which claims.  It sees flat rows only, never text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol

from checker.engine import fields
from checker.engine.evaluate import Roles, holds
from checker.engine.predicates import apart, voice_key
from checker.engine.records import ClaimKey, Hit, Rule, RuleSet
from checker.engine.sides import partition
from checker.engine.values import Interval, is_apart
from checker.records import Claim, Match, Relation


class Rows(Protocol):
    """What a run needs of a document: its claims and the relations among them."""

    @property
    def claims(self) -> Sequence[Claim]: ...
    @property
    def relations(self) -> Sequence[Relation]: ...


def key_of(claim: Claim) -> ClaimKey:
    return (claim.document, claim.id)


def index(readings: Iterable[Rows]) -> dict[ClaimKey, Claim]:
    """Every claim by document and id."""
    return {(claim.document, claim.id): claim for reading in readings for claim in reading.claims}


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
    same = [fields.reader(name) for name in rule.same]
    alike = [fields.reader(name) for name in rule.agree]

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
    groups: dict[tuple[int, int, str], dict[str, list[Claim]]] = {}
    for row in rows:
        claim = claims.get((row.document, row.claim))
        if claim is not None:
            group = groups.setdefault((row.document, row.group, row.relation), {})
            group.setdefault(row.role, []).append(claim)
    by_relation: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        for name in rule.relation:
            by_relation[name].append(rule)
    hits = []
    for (_, _, name), group in groups.items():
        if any(claim.licensed for members in group.values() for claim in members):
            continue
        roles: Roles = {role: tuple(members) for role, members in group.items()}
        for rule in by_relation[name]:
            if holds(rule.where, roles):
                hits.append(_group_hit(rule, roles, -1))
    return hits


def _group_hit(rule: Rule, roles: Roles, slot: int, confidence: float | None = None) -> Hit:
    members = [(role, key_of(claim)) for role, claims in roles.items() for claim in claims]
    sure = rule.confidence if confidence is None else min(confidence, rule.confidence)
    return Hit(rule, tuple(key for _, key in members), tuple(role for role, _ in members), sure, slot)


def slots(rules: Sequence[Rule], claims: Mapping[ClaimKey, Claim], matches: Sequence[Match]) -> list[Hit]:
    """Slot rules over all claims about one thing; a claim that nothing was compared with is a slot of one."""
    members: dict[int, dict[ClaimKey, Claim]] = defaultdict(dict)
    confidence: dict[int, float] = {}
    for match in matches:
        for key in (match.a, match.b):
            if key in claims:
                members[match.slot][key] = claims[key]
        confidence[match.slot] = min(confidence.get(match.slot, 1.0), match.confidence)
    hits = []
    aspects = {aspect for rule in rules for aspect in rule.aspect}
    matched = {key for found in members.values() for key in found}
    for key, claim in claims.items():
        if claim.aspect in aspects and key not in matched:
            members[-1 - len(members)] = {key: claim}
    for slot, found in members.items():
        everyone = [found[key] for key in sorted(found)]
        wanted = [rule for rule in rules if not rule.aspect or everyone[0].aspect in rule.aspect]
        if not wanted or any(claim.licensed for claim in everyone):
            continue
        roles = slot_roles(everyone)
        for rule in wanted:
            if holds(rule.where, roles):
                used = {role: roles[role] for role in rule.roles if role != "all"} or {"all": roles["all"]}
                hits.append(_group_hit(rule, used, slot, confidence.get(slot)))
    return hits


def slot_roles(claims: Sequence[Claim]) -> Roles:
    """The claims of a slot by the part they play: where they stand, who says them, how many say so."""
    sides, _ = partition(
        claims, lambda x, y: apart((x,), (y,)) is True, lambda c: (c.least, c.most, c.event_earliest, c.event_latest)
    )
    ranked = sorted(sides, key=lambda side: -len({(voice_key(c), c.document, c.sentence) for c in side}))
    alone = ranked[1:] if len(ranked) > 1 and len(ranked[0]) > len(ranked[1]) else []

    def those(test: Callable[[Claim], bool]) -> tuple[Claim, ...]:
        return tuple(claim for claim in claims if test(claim))

    return {
        "all": tuple(claims),
        "headline": those(lambda c: c.scope == "headline"),
        "standfirst": those(lambda c: c.scope == "standfirst"),
        "caption": those(lambda c: c.scope == "caption"),
        "body": those(lambda c: c.scope == "body"),
        "majority": tuple(ranked[0]) if alone else (),
        "outlier": tuple(claim for side in alone for claim in side),
        "asserted": those(lambda c: c.polarity == "+"),
        "denied": those(lambda c: c.polarity == "-"),
        "narrated": those(lambda c: not c.source),
        "attributed": those(lambda c: bool(c.source)),
        "first": tuple(claims[:1]),
        "rest": tuple(claims[1:]),
    }
