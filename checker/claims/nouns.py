"""Classes of counted nouns: which of them may name the same things."""

from __future__ import annotations

from functools import cache

from checker.language.lexicon import items, table

# Nouns that say nothing of a figure without the word before them: "the jobless rate", "Norland's rate".
HOLLOW = frozenset(("rate", "ratio", "margin", "index", "yield"))
# Heads of what is a part of a firm, a force or an office.
PARTS = frozenset(("division", "unit", "arm", "subsidiary", "segment", "business", "branch", "affiliate", "department"))


@cache
def noun_classes() -> dict[str, str]:
    """Lemma → class ("soldier" for troop, soldier, personnel), of `noun_classes.tsv`."""
    return {row["lemma"]: row["class"] for row in table("noun_classes")}


MEMBERS = {"military unit": "soldier", "unit": "soldier"}  # a class of groups → the class of who is in them


@cache
def generic_nouns() -> frozenset[str]:
    """Nouns that may stand for any member of their class, of `generic_nouns.tsv`."""
    return frozenset(row["lemma"] for row in table("generic_nouns"))


@cache
def kin() -> dict[str, frozenset[str]]:
    """Noun → the kinds of `noun_kin.tsv` that it names: an inmate and a prisoner are one, a doctor is no patient."""
    found: dict[str, set[str]] = {}
    for row in table("noun_kin"):
        for noun in items(row["nouns"]):
            found.setdefault(noun, set()).add(row["kind"])
    return {noun: frozenset(kinds) for noun, kinds in found.items()}


def akin(a: str, b: str) -> bool:
    none: frozenset[str] = frozenset()
    return not kin().get(a, none).isdisjoint(kin().get(b, none))


def kind_of(lemma: str) -> str:
    """What a noun is joined by: its class where the class means one kind of thing, else the noun itself.

    "person" is too wide a class (doctors are no patients): there only the generic nouns share it.
    """
    noun_class = noun_classes().get(lemma, "")
    noun_class = MEMBERS.get(noun_class, noun_class)
    if noun_class == "person":
        return "person" if lemma in generic_nouns() else lemma
    return noun_class or lemma


def alike(a: str, b: str) -> float:
    """1 the same noun, 0.5 two nouns of one kind or a generic one beside a special one, -1 two kinds."""
    if a == b:
        return 1.0
    if akin(a, b):
        return 0.5
    classes = noun_classes()
    left, right = classes.get(a, ""), classes.get(b, "")
    if {left, right} == {"person", "soldier"}:
        return 0.5 if (a if left == "person" else b) in generic_nouns() else -1.0
    if not left or left != right:
        return -1.0
    if left != "person":
        return 0.5
    return 0.5 if a in generic_nouns() or b in generic_nouns() else -1.0


def alike_things(a: str, b: str) -> float:
    """As `alike`, of what figures are amounts of: a hollow noun says which only by the word before it ("vacancy rate"
    is no "jobless rate"); left bare, it may be either."""
    (left, _, head), (right, _, other) = a.rpartition(" "), b.rpartition(" ")
    if head != other:
        return alike(head, other)
    return 1.0 if not left or not right or left == right or akin(left, right) else -1.0


@cache
def implied_counts() -> dict[str, str]:
    """Predicate → class of what its bare figure counts ("quake kills 12"), of `implied_counts.tsv`."""
    return {row["class"]: row["counted_class"] for row in table("implied_counts")}


@cache
def counting_nouns() -> dict[str, tuple[str, str]]:
    """Noun of what happened to people → its predicate, and the class of who is counted ("12 deaths": 12 died)."""
    rows = table("implied_counts")
    return {noun: (row["class"], row["counted_class"]) for row in rows for noun in items(row["nouns"])}
