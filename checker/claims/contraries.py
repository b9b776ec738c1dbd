"""Verbs and states that say yes and no to one thing: "approved" and "voted down", "open" and "locked"."""

from __future__ import annotations

from functools import cache

import msgspec

from checker.claims import phrases
from checker.language import Analysis, VerbGroup
from checker.language.lexicon import items, table


class Contrary(msgspec.Struct, frozen=True):
    """A row of `contraries.tsv`."""

    behind: tuple[str, ...]  # the words that follow the verb
    name: str  # what is said, of `class`
    positive: bool
    objects: frozenset[str]
    about_subject: bool


@cache
def contraries(form: str) -> dict[str, tuple[Contrary, ...]]:
    """First word → the rows of one form that begin with it, longest first."""
    found: dict[str, list[Contrary]] = {}
    for row in table("contraries"):
        if row["form"] == form:
            first, *behind = row["phrase"].split()
            about = row["about"] == "subject" or form == "state"
            one = Contrary(tuple(behind), row["class"], row["polarity"] == "+", frozenset(items(row["object"])), about)
            found.setdefault(first, []).append(one)
    return {
        first: tuple(sorted(rows, key=lambda row: (-len(row.behind), not row.objects))) for first, rows in found.items()
    }


def of_verb(analysis: Analysis, group: VerbGroup, theme: phrases.Phrase | None) -> Contrary | None:
    """The row of a verb with the words behind it."""
    for row in contraries("verb").get(group.lemma, ()):
        end = group.last + len(row.behind)
        if tuple(analysis.lowers[group.last : end]) == row.behind and (
            not row.objects or (theme is not None and theme.lemma in row.objects)
        ):
            return row
    return None


def of_state(analysis: Analysis, group: VerbGroup, right: int) -> Contrary | None:
    """The row of what stands behind "was": "was open", "were not locked"."""
    token = group.head if group.passive else group.last
    while token < right and analysis.tags[token] in ("ADV", "NEG"):
        token += 1
    rows = contraries("state").get(analysis.lowers[token], ()) if token < right else ()
    return next(iter(rows), None)
