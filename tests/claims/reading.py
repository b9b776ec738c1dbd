"""What the tests of this folder share: a text read as far as its claims, and the pairs that sameness makes of them."""

from __future__ import annotations

from pathlib import Path

from checker import attribution, entities, times
from checker.claims.draft import Draft
from checker.claims.events import event_claims
from checker.claims.people import people_claims
from checker.claims.quotes import quote_claims
from checker.claims.sameness import date, person, quote
from checker.claims.sameness.pairing import Pairing
from checker.language import analyse
from checker.pipeline import digest
from checker.records import Claim, Document

PUBLISHED = "2005-03-06"  # a Sunday
PEOPLE = ("name", "age", "role")


ROOMS = {
    "name": people_claims,
    "age": people_claims,
    "role": people_claims,
    "quote": quote_claims,
    "date": event_claims,
}


def claims(text: str, aspect: str, number: int = 0) -> list[Claim]:
    """The claims of one aspect in a text, published on PUBLISHED."""
    analysis = analyse(Document.from_text(text, PUBLISHED))
    when = times.extract(analysis)
    who = entities.extract(analysis)
    draft = Draft(analysis, when, who, attribution.extract(analysis, who, when), number)
    return [claim for claim in ROOMS[aspect](draft) if claim.aspect == aspect]


def digested(aspect: str, *texts: str, published: str = PUBLISHED) -> list[Claim]:
    """The claims of one aspect in some articles that went through every stage, as documents 0, 1 and so on."""
    found = [digest(Document.from_text(text, published), n).claims for n, text in enumerate(texts)]
    return [claim for claims in found for claim in claims if claim.aspect == aspect]


def section(file: str, name: str) -> list[str]:
    """The lines of one section of a file of this folder, behind "== name:"."""
    text = Path(__file__).with_name(file).read_text(encoding="utf-8")
    body = text.split(f"\n== {name}:")[1].split("\n==")[0]
    return [line for line in body.split("\n")[1:] if line.strip()]


def marked(file: str) -> list[tuple[str, bool]]:
    """The texts of a file of this folder: behind "+" those that are asked about, behind "-" those that are not."""
    lines = Path(__file__).with_name(file).read_text(encoding="utf-8").splitlines()
    return [(line[2:], line[0] == "+") for line in lines if line[:2] in ("+ ", "- ")]


def pairs(found: list[Claim]) -> list[Pairing]:
    """Pairings of claims of any of our aspects."""
    made = [*person.pairs([claim for claim in found if claim.aspect in PEOPLE])]
    made += quote.pairs([claim for claim in found if claim.aspect == "quote"])
    made += date.pairs([claim for claim in found if claim.aspect == "date"])
    return made


def disagree(pairing: Pairing) -> bool:
    """Do the two sides of a pair say two things?"""
    a, b = pairing.a, pairing.b
    if a.aspect == "age":
        return a.value != b.value
    if a.aspect == "date":
        one, other = (a.event_earliest or 0, a.event_latest or 0), (b.event_earliest or 0, b.event_latest or 0)
        return one[1] < other[0] or other[1] < one[0]
    return a.wording != b.wording


def questions(
    *texts: str, aspects: tuple[str, ...] = (*PEOPLE, "quote", "date"), sure: float = 0.5
) -> list[tuple[str, str]]:
    """What an editor would be asked about these articles: the two prints of every pair that disagrees."""
    found = [claim for n, text in enumerate(texts) for aspect in aspects for claim in claims(text, aspect, n)]
    asked = [pairing for pairing in pairs(found) if disagree(pairing) and pairing.confidence >= sure]
    sides = [sorted((pairing.a, pairing.b), key=lambda claim: (claim.document, claim.start)) for pairing in asked]
    return [(one.text, other.text) for one, other in sides]
