"""From hits to findings, whatever the order in which hits and articles came."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import msgspec

from checker import days
from checker.documents.locate import locate
from checker.engine import template
from checker.engine.evaluate import Roles, holds
from checker.engine.fields import voice
from checker.engine.predicates import fold, voice_key
from checker.engine.records import Hit, Rule
from checker.engine.run import Rows
from checker.engine.sides import partition
from checker.findings import classes
from checker.findings.facts import conflict, linked, one_fact
from checker.records import Claim, ClaimKey, Document, Finding, FindingClaim, Options, key_of

LEVEL = {"error": 2, "warning": 1, "note": 0}
STRENGTH = {"relation": 2, "pair": 1, "slot": 0}


class Reading(Rows, Protocol):
    @property
    def document(self) -> Document: ...


class House:
    """The documents and claims of one call, looked up by position."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.claims: dict[ClaimKey, Claim] = {}
        self.documents: dict[int, Document] = {}
        for position, reading in enumerate(readings):
            number = reading.claims[0].document if reading.claims else position
            self.documents[number] = reading.document
            for claim in reading.claims:
                self.claims[key_of(claim)] = claim

    def copies(self, hit: Hit) -> bool:
        """Does the hit hold an article against a copy of it?  Each copy has its own findings, and none across."""
        if hit.rule.kind != "pair":
            return False
        one, other = (self.documents[document] for document, _ in hit.claims)
        return one is not other and one.text == other.text

    def published(self, number: int) -> tuple[int | None, int | None]:
        document = self.documents.get(number)
        return (document.published_earliest, document.published_latest) if document else (None, None)

    def order(self, claim: Claim) -> tuple[Any, ...]:
        """The canonical order of claims: published, path, start; the text itself parts articles of one name and day."""
        document = self.documents[claim.document]
        first = document.published_earliest
        return (first is None, first or 0, document.path, claim.start, claim.end, document.text[:200], claim.id)


def finish(hits: Sequence[Hit], readings: Sequence[Reading], options: Options | None = None) -> list[Finding]:
    """The findings of these hits, gravest first in the order of the page."""
    house = House(readings)
    line = options.min_confidence if options else 0.0
    sure = [hit for hit in hits if hit.confidence >= line and all(key in house.claims for key in hit.claims)]
    kept = _once([hit for hit in sure if not house.copies(hit)], house)
    drafts = [draft for group in _facts(kept, house) for draft in _drafts(group, house)]
    made = [(draft, _finding(draft, house)) for draft in _unsaid(drafts)]
    made.sort(
        key=lambda pair: (-LEVEL[pair[1].severity], [house.order(c) for c in pair[0].everyone()[:2]], pair[1].rule)
    )
    return [finding for _, finding in made]


Place = tuple[int, int, int]


def _place(claim: Claim) -> Place:
    return (claim.document, claim.start, claim.end)


def _once(hits: Sequence[Hit], house: House) -> list[Hit]:
    """Of several rules about the same two places, those that no other one speaks for."""
    heard: dict[frozenset[Place], list[Rule]] = defaultdict(list)
    spots = [frozenset(_place(house.claims[key]) for key in hit.claims) for hit in hits]
    for hit, spot in zip(hits, spots, strict=True):
        heard[spot].append(hit.rule)
    # a slot speaks for the pairs within it
    wider = [(hit.rule, spot) for hit, spot in zip(hits, spots, strict=True) if hit.rule.kind == "slot"]
    wider = [(rule, spot) for rule, spot in wider if rule.instead_of]
    kept = []
    for hit, spot in zip(hits, spots, strict=True):
        if any(
            hit.rule.id in other.instead_of or hit.rule.name in other.instead_of
            for other in (*heard[spot], *(rule for rule, wide in wider if spot < wide))
            if other.id != hit.rule.id
        ):
            continue
        kept.append(hit)
    return kept


def _facts(hits: Sequence[Hit], house: House) -> list[list[Hit]]:
    """Hits of one fact: pair hits of one rule in one slot, or in slots that tell the same; others stand alone."""
    slots: dict[tuple[str, int], list[Hit]] = defaultdict(list)
    alone = []
    for hit in hits:
        if hit.rule.kind == "pair":
            slots[hit.rule.id, hit.slot].append(hit)
        else:
            alone.append([hit])
    by_rule: dict[str, list[list[Hit]]] = defaultdict(list)
    for (rule, _), group in slots.items():
        by_rule[rule] += linked(group)
    return [fact for groups in by_rule.values() for fact in one_fact(groups, house.claims, house.order)] + alone


class Draft(msgspec.Struct):
    """A finding in the making: whole claims, not yet their wire form."""

    rule: Rule
    sides: list[list[Claim]]
    context: list[Claim]
    roles: dict[ClaimKey, str]
    confidence: float
    same: tuple[str, ...]
    silent: tuple[str, ...]
    differ: tuple[str, ...]
    finding_class: str
    severity: str

    def everyone(self) -> list[Claim]:
        return [claim for side in self.sides for claim in side] + self.context


def _drafts(group: Sequence[Hit], house: House) -> list[Draft]:
    rule = group[0].rule
    if rule.kind == "pair":
        sides, context = _pair_sides(group, house)
        roles: dict[ClaimKey, str] = {}
    else:
        sides, context, roles = _role_sides(group[0], house)
    if len(sides) < 2 and rule.kind == "pair":
        return []
    best = max(group, key=lambda hit: (hit.confidence, len(hit.same), hit.same, hit.silent))
    finding_class = classes.class_of(rule.kind, rule.finding_class, sides, house.published)
    aspect = sides[0][0].aspect if sides and sides[0] else ""
    severity = rule.severity
    if severity == "by-class":
        severity = classes.severity_of(finding_class, sides, house.published, aspect)
    confidence = round(max(hit.confidence for hit in group), 3)
    return [
        Draft(rule, sides, context, roles, confidence, best.same, best.silent, best.differ, finding_class, severity)
    ]


def _pair_sides(group: Sequence[Hit], house: House) -> tuple[list[list[Claim]], list[Claim]]:
    rule = group[0].rule
    keys = {key for hit in group for key in hit.claims}
    claims = sorted((house.claims[key] for key in keys), key=house.order)
    rivals = {frozenset(hit.claims) for hit in group}

    def apart(x: Claim, y: Claim) -> bool:
        return frozenset((key_of(x), key_of(y))) in rivals or conflict(rule, x, y)

    return partition(claims, apart, key_of)


def _role_sides(hit: Hit, house: House) -> tuple[list[list[Claim]], list[Claim], dict[ClaimKey, str]]:
    """What the condition compares: its first role is one side, its other roles the second; other roles are context."""
    by_role: dict[str, list[Claim]] = defaultdict(list)
    named: dict[ClaimKey, str] = {}
    for role, key in zip(hit.roles, hit.claims, strict=True):
        if key not in named:
            by_role[role].append(house.claims[key])
            named[key] = role
    used = [role for role in hit.rule.roles if role in by_role]
    first = used[:1] or list(by_role)[:1]
    rest = [role for role in used if role not in first]
    split = [first, rest] if rest else [first]
    sides = [sorted((c for role in roles for c in by_role[role]), key=house.order) for roles in split if roles]
    if not rest and len(sides) == 1 and len(sides[0]) > 1:
        sides = [[claim] for claim in sides[0]]  # a role whose own claims cannot all hold
    sides.sort(key=lambda side: house.order(side[0]))
    context = sorted((c for role, cs in by_role.items() if role not in used for c in cs), key=house.order)
    return sides, context if used else [], named


def _unsaid(drafts: Sequence[Draft]) -> list[Draft]:
    """What a stronger finding has not said already: a draft whose places all stand in a stronger one is dropped."""

    def strength(draft: Draft) -> tuple[int, int, float, int]:
        return (
            LEVEL[draft.severity],
            STRENGTH[draft.rule.kind],
            draft.confidence,
            len({_place(c) for c in draft.everyone()}),
        )

    ordered = sorted(drafts, key=lambda d: (*(-n for n in strength(d)), d.rule.id))
    seen: dict[Place, list[int]] = defaultdict(list)
    kept: list[Draft] = []
    places: list[dict[Place, int]] = []
    told: dict[tuple[str, int], list[int]] = defaultdict(list)  # by rule and document
    for draft in ordered:
        spots = {_place(claim): n for n, side in enumerate(draft.sides) for claim in side}
        if len(spots) > 1 and any(_covers(places[n], spots) for n in _candidates(seen, spots)):
            continue
        if len(spots) == 1 and any(kept[n].rule.id == draft.rule.id for n in _candidates(seen, spots)):
            continue
        if draft.rule.kind == "relation":  # of one article always
            alike = told[draft.rule.id, min(spots)[0]]
            if any(_within(spots, places[n]) for n in alike):
                continue
            alike.append(len(kept))
        for spot in spots:
            seen[spot].append(len(kept))
        kept.append(draft)
        places.append(spots)
    return kept


def _within(spots: Mapping[Place, int], others: Mapping[Place, int]) -> bool:
    """Does each place lie in or round one of the others ("30th anniversary", "the 30th anniversary")?"""
    return len(spots) == len(others) and all(
        any(a[0] == b[0] and (b[1] <= a[1] <= a[2] <= b[2] or a[1] <= b[1] <= b[2] <= a[2]) for b in others)
        for a in spots
    )


def _candidates(seen: Mapping[Place, Sequence[int]], spots: Mapping[Place, int]) -> set[int]:
    found: set[int] | None = None
    for spot in spots:
        here = set(seen.get(spot, ()))
        found = here if found is None else found & here
        if not found:
            return set()
    return found or set()


def _covers(strong: Mapping[Place, int], weak: Mapping[Place, int]) -> bool:
    """The stronger finding sets the same places against each other."""
    return len({strong[spot] for spot in weak if spot in strong}) > 1


def _finding(draft: Draft, house: House) -> Finding:
    rule = draft.rule
    roles = _bound(draft)
    special = {"sides": _sides(draft, house), "thing": _thing(draft), "carries": _carries(draft), "computed": ""}
    derivation = template.fill(rule.derivation, roles, special) if rule.derivation else ""
    if not derivation and rule.kind == "relation":
        derivation = template.computed(rule, roles)
    special["computed"] = derivation
    claims = [(claim, n) for n, side in enumerate(draft.sides) for claim in side]
    return Finding(
        rule=rule.id,
        name=rule.name,
        finding_class=draft.finding_class,
        severity=draft.severity,
        confidence=draft.confidence,
        message=template.fill(rule.message, roles, special),
        same=draft.same,
        silent=draft.silent,
        differ=draft.differ,
        derivation=derivation,
        fingerprint=_fingerprint(draft),
        claims=tuple(
            _shown(claim, side, draft, house) for claim, side in [*claims, *((c, None) for c in draft.context)]
        ),
    )


def _bound(draft: Draft) -> Roles:
    """The names a template may use."""
    if draft.rule.kind == "pair":
        return _speakers(draft)
    found: dict[str, tuple[Claim, ...]] = {}
    for claim in draft.everyone():
        role = draft.roles[key_of(claim)]
        found[role] = (*found.get(role, ()), claim)
    return found


SPOKEN_FOR = 6  # claims of a side that may speak for it in the question


def _speakers(draft: Draft) -> Roles:
    """The two claims that the question names: of different sides, held by somebody if possible, in the rule's order."""
    sides = [sorted(side, key=lambda claim: not claim.source)[:SPOKEN_FOR] for side in draft.sides[:2]]
    for one, other in ((sides[0], sides[1]), (sides[1], sides[0])):
        for a in one:
            for b in other:
                if holds(draft.rule.where, {"a": (a,), "b": (b,)}):
                    return {"a": (a,), "b": (b,)}
    return {"a": (sides[0][0],), "b": (sides[1][0],)}


def _sides(draft: Draft, house: House) -> str:
    """12 (headline), at least 12 (the governor) or nine (the interior ministry)"""
    everyone = [claim for side in draft.sides for claim in side]
    across = len({claim.document for claim in everyone}) > 1
    keys = {voice_key(claim) for claim in everyone}
    one_voice = len(keys) == 1 and (keys != {""} or (not across and len({voice(claim) for claim in everyone}) == 1))
    said = []
    for side in draft.sides:
        tellings: dict[str, list[str]] = {}
        for claim in side:
            who = voice(claim)
            if across and not claim.source:
                who = house.documents[claim.document].path.rsplit("/", 1)[-1]
            told = tellings.setdefault(template.inside(claim), [])
            if who not in told:
                told.append(who)
        said.append(
            template.listed(
                [text + ("" if one_voice else f" ({_few(who)})") for text, who in list(tellings.items())[:2]],
                "and",
            )
        )
    return template.listed(said, "or")


def _carries(draft: Draft) -> str:
    """Is there an article that tells one side only?"""
    everywhere = {claim.document for side in draft.sides for claim in side}
    told = all({claim.document for claim in side} == everywhere for side in draft.sides)
    return "both are told" if told else "does the copy carry both?"


def _few(words: Sequence[str]) -> str:
    return ", ".join(words[:2]) + (f" and {len(words) - 2} more" if len(words) > 2 else "")


def _thing(draft: Draft) -> str:
    """What is counted or told of, in the fullest words that one of the claims has for it; "" when none has any."""
    claims = draft.everyone()
    counted = max((claim.counted_text for claim in claims), key=lambda text: (len(text), text), default="")
    return counted or next((claim.object for claim in claims if claim.object and ":" not in claim.object), "")


def _normal(claim: Claim) -> tuple[Any, ...]:
    """A claim without its place: the same fact in a moved or re-wrapped paragraph stays the same."""
    return (
        claim.aspect, claim.subject, claim.predicate, claim.object, claim.place, claim.counted, claim.dimension,
        claim.least, claim.most, claim.polarity, claim.status, voice_key(claim), fold(claim.wording),
        claim.event_earliest, claim.event_latest,
    )  # fmt: skip


def _fingerprint(draft: Draft) -> str:
    sides = sorted(sorted({repr(_normal(claim)) for claim in side}) for side in draft.sides)
    return hashlib.blake2b(repr((draft.rule.id, sides)).encode(), digest_size=8).hexdigest()


def _iso(earliest: int | None, latest: int | None, frame: str) -> tuple[str | None, str | None] | None:
    if frame != "calendar" or (earliest is None and latest is None):
        return None
    return days.iso(earliest), days.iso(latest)


def _shown(claim: Claim, side: int | None, draft: Draft, house: House) -> FindingClaim:
    document = house.documents[claim.document]
    line, column, paragraph = _located(document, claim)
    return FindingClaim(
        path=document.path, start=claim.start, end=claim.end, text=claim.text, line=line, column=column,
        paragraph=paragraph, scope=claim.scope,
        sentence={
            "start": claim.sentence_start, "end": claim.sentence_end,
            "text": document.text[claim.sentence_start : claim.sentence_end],
        },
        side=side, role=draft.roles.get(key_of(claim)) if draft.rule.kind != "pair" else None,
        value=claim.value, low=claim.low, high=claim.high, least=claim.least, most=claim.most, unit=claim.unit,
        counted=claim.counted_text or claim.counted, hedge=claim.hedge, source=claim.source, party=claim.party,
        certainty=claim.certainty, polarity=claim.polarity, status=claim.status,
        event=_iso(claim.event_earliest, claim.event_latest, claim.frame),
        said=_iso(claim.said_earliest, claim.said_latest, claim.frame),
        document=claim.document,
        voice=voice_key(claim),
    )  # fmt: skip


def _located(document: Document, claim: Claim) -> tuple[int, int, int]:
    line, column, _, _ = locate(document, claim.start)
    return line, column, claim.paragraph
