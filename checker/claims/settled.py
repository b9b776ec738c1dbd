"""Yes and no told again by a noun, before a noun or of "it": "rejected the plan ... the approval of the plan", "the
newly approved plan"; the verbs are those of `contraries.tsv`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from checker.claims import outcomes, phrases
from checker.claims.clauses import segment
from checker.claims.contraries import Contrary, contraries, of_verb
from checker.claims.draft import Draft
from checker.claims.holders import Holder
from checker.claims.themes import owner
from checker.language import VerbGroup
from checker.language.lexicon import items, table, word_class
from checker.language.morphology import singular, verb_forms
from checker.records import Claim

NAME = "settled-"
POINTED = frozenset(("it", "this"))
DEFINITE = frozenset(("the", "this", "that", "its", "their", "his", "her"))


@cache
def nouns() -> dict[str, tuple[str, bool]]:
    """Noun → what it says of its theme, and whether it is so: "rejection" → ("approve", False)."""
    rows = [row for row in table("contraries") if row["form"] == "verb" and not row["about"]]
    return {noun: (row["class"], row["polarity"] == "+") for row in rows for noun in items(row["nouns"])}


@cache
def attributes() -> dict[str, tuple[str, bool]]:
    """Participle → what it says of the noun behind it: "the vetoed bill"."""
    found: dict[str, tuple[str, bool]] = {}
    named = {class_ for class_, _ in nouns().values()}
    for form, (lemma, kind) in verb_forms().items():
        if kind not in ("past", "participle"):
            continue
        for row in contraries("verb").get(lemma, ()):
            if row.name in named and not (row.behind or row.objects or row.about_subject):
                found[form] = (row.name, row.positive)
    return found


def settled_claims(draft: Draft) -> list[Claim]:
    """Aspect statement, kind "facet": predicate the class, polarity whether it is so, holder its theme; counted class
    "again" where a noun, an attribute or "it" takes it up."""
    plain = list(_of_verbs(draft))
    again = [*_of_nouns(draft), *_of_attributes(draft)] if plain else []
    if not again and not any(claim.counted_class for claim in plain):
        return []
    return plain + again


def _of_verbs(draft: Draft) -> Iterator[Claim]:
    """ "Rejected the plan", "the plan was approved", "killed it"."""
    analysis = draft.analysis
    named = {class_ for class_, _ in nouns().values()}
    for group in analysis.verb_groups:
        if group.lemma not in contraries("verb") or not group.finite or group.modal or group.tense == "future":
            continue
        left, right = segment(analysis, group.head)
        pointed = not group.passive and group.last < right and analysis.lowers[group.last] in POINTED
        row = _of_it(group) if pointed else of_verb(analysis, group, phrases.after(analysis, group.last, right))
        if row is None or row.about_subject or row.name not in named or (group.negated and not row.positive):
            continue
        if draft.telling(group.start) is None or (group.tense == "present" and "perfect" not in group.aspect):
            continue
        begin = group.last + len(row.behind)
        if pointed:
            holder: Holder | None = Holder("pointing", "it")
        elif group.passive:
            holder = outcomes.subject(draft, group)
        else:
            found = phrases.after(analysis, begin, right)
            holder = None if found is None else outcomes.thing(draft, found, begin)
        positive = row.positive and not group.negated
        yield from _claim(draft, group, (left, right), row.name, positive, holder, "again" if pointed else "")


def _of_it(group: VerbGroup) -> Contrary | None:
    """The row of "killed it"."""
    rows = (row for row in contraries("verb")[group.lemma] if not row.behind)
    return next((row for row in rows if not row.objects or "it" in row.objects), None)


def _of_nouns(draft: Draft) -> Iterator[Claim]:
    """ "The rejection of the plan", "the plan's approval"."""
    analysis = draft.analysis
    for token, sentence in draft.stated(nouns().keys()):
        theme = owner(draft, token, sentence.first, sentence.last)
        if theme is None or DEFINITE.isdisjoint(analysis.lowers[theme.first - 1 : theme.first + 1]):
            continue
        found = phrases.before(analysis, theme.last, theme.first)
        left, right = segment(analysis, token)
        if not word_class("facet_words", "seeking").isdisjoint(analysis.lowers[left:right]):
            continue
        if found is not None and analysis.tags[token] == "NOUN":
            name, positive = nouns()[analysis.lowers[token]]
            group = analysis.as_verb(token, analysis.lowers[token])
            holder = outcomes.thing(draft, found, found.first)
            yield from _claim(draft, group, (left, right), name, positive, holder, "again")


def _of_attributes(draft: Draft) -> Iterator[Claim]:
    """ "The newly approved plan"."""
    analysis = draft.analysis
    for token, sentence in draft.stated(attributes().keys()):
        first = token - 1
        while first > sentence.first and analysis.tags[first] == "ADV":
            first -= 1
        if analysis.lowers[first] not in DEFINITE or token + 1 >= sentence.last:
            continue
        found = phrases.after(analysis, token + 1, sentence.last)
        if found is not None and found.first == token + 1 and analysis.tags[token + 1] in ("NOUN", "ADJ", "PROPN"):
            name, positive = attributes()[analysis.lowers[token]]
            noun = singular(analysis.lowers[found.head])
            told = " ".join(word for word in draft.words[found.first : found.last] if word)
            holder = Holder("pointing", noun, told)
            group = analysis.as_verb(token, analysis.lowers[token])
            yield from _claim(draft, group, (first, found.last), name, positive, holder, "again")


def _claim(
    draft: Draft,
    group: VerbGroup,
    clause: tuple[int, int],
    name: str,
    positive: bool,
    holder: Holder | None,
    again: str,
) -> Iterator[Claim]:
    row = outcomes.row(draft, group, clause, NAME + name, positive, holder, again)
    if row is not None:
        yield row
