"""Claims made by hand, for rooms that see flat rows only."""

from __future__ import annotations

from typing import Any, NamedTuple

import msgspec

from checker.records import Claim, Document, Match, Relation, Scope


class Reading(NamedTuple):
    """The part of a Reading that engine and findings look at."""

    document: Document
    claims: list[Claim]
    relations: list[Relation]


class Desk:
    """One article: `say` writes a sentence with one claim in it."""

    def __init__(self, number: int = 0, path: str = "draft.txt", published: int | None = 738_951) -> None:
        self.number, self.path, self.published = number, path, published
        self.text = ""
        self.claims: list[Claim] = []
        self.relations: list[Relation] = []

    def say(self, sentence: str, mark: str, value: float | None = None, **fields: Any) -> Claim:
        """A claim at `mark` in a new sentence; `value` makes an exact figure, `least` and `most` an interval."""
        start = len(self.text)
        at = start + sentence.index(mark)
        self.text += sentence + "\n\n"
        given: dict[str, Any] = {"aspect": "figure", "scope": "body", "predicate": "kill", "counted": "person"}
        if value is not None:
            given |= {"value": value, "low": value, "high": value, "least": value, "most": value}
        if self.published is not None:
            given |= {"said_earliest": self.published, "said_latest": self.published}
        given |= fields
        claim = Claim(
            document=self.number, id=len(self.claims), proposition=len(self.claims), start=at, end=at + len(mark),
            text=mark, sentence=len(self.claims), sentence_start=start, sentence_end=start + len(sentence),
            paragraph=len(self.claims) + 1, **given,
        )  # fmt: skip
        self.claims.append(claim)
        return claim

    def tie(self, relation: str, **roles: Claim | list[Claim]) -> None:
        group = len({row.group for row in self.relations})
        for role, given in roles.items():
            for claim in given if isinstance(given, list) else [given]:
                self.relations.append(Relation(group, relation, role, claim.id, self.number))

    def reading(self) -> Reading:
        document = Document(
            self.text, self.path, (Scope(0, len(self.text), "body", 1),), self.published, self.published, "option"
        )
        return Reading(document, self.claims, self.relations)


def match(a: Claim, b: Claim, confidence: float = 0.8, slot: int = 0) -> Match:
    first, second = sorted(((a.document, a.id), (b.document, b.id)))
    return Match(slot, first, second, ("predicate", "counted"), ("place",), (), confidence)


def every_pair(claims: list[Claim], confidence: float = 0.8) -> list[Match]:
    return [match(a, b, confidence) for i, a in enumerate(claims) for b in claims[i + 1 :]]


def changed(claim: Claim, **fields: Any) -> Claim:
    return msgspec.structs.replace(claim, **fields)
