"""The cue table: which words let somebody speak, and what that makes of the content."""

from __future__ import annotations

from functools import cache

import msgspec

from checker.language import Analysis
from checker.language.lexicon import items, table
from checker.language.morphology import _inflect, verb_forms

# Classes whose content may stand before the cue.
ASIDE_CLASSES = frozenset(
    (
        "say",
        "report",
        "tell",
        "believe",
        "find",
        "estimate",
        "allege",
        "expect",
        "suspect",
        "know",
        "confirm",
        "ask",
        "according",
    )
)


class Cue(msgspec.Struct, frozen=True):
    """A row of cue.tsv."""

    phrase: str
    words: tuple[str, ...]
    form: str  # verb phrase noun adjective adverb attribute
    kind: str  # its class: say deny confirm believe plan no-evidence ...
    direction: str
    complements: frozenset[str]
    recipient: bool
    polarity: str
    certainty: str
    status: str
    negated: str
    noun: bool = False  # its -s form is a plural noun as well ("claims")


class Hit(msgspec.Struct, frozen=True):
    """A cue in the text: tokens first..last (exclusive), with every row it may stand for."""

    first: int
    last: int
    rows: tuple[Cue, ...]
    kind: str  # of the verb form: base s past preterite participle ing; "" for other words


Entry = tuple[tuple[str, ...], str, tuple[Cue, ...]]  # words after the first, kind of the verb form, rows


@cache
def index() -> dict[str, tuple[Entry, ...]]:
    """First word as printed (lower case) → cues that begin with it, longest first."""
    rows: dict[tuple[str, str], list[Cue]] = {}
    for row in table("cue"):
        if row["class"] == "medium":
            continue
        words = tuple(row["phrase"].split())
        cue = Cue(
            row["phrase"], words, row["form"], row["class"], row["direction"], frozenset(items(row["complement"])),
            row["recipient"] == "yes", row["polarity"] or "+", row["certainty"] or "certain", row["status"],
            row["negated"], row["noun"] == "yes",
        )  # fmt: skip
        rows.setdefault((cue.phrase, cue.form), []).append(cue)
    known: dict[str, dict[str, str]] = {}
    for form, (lemma, kind) in verb_forms().items():
        known.setdefault(lemma, {})[form] = kind
    found: dict[str, dict[tuple[tuple[str, ...], str], list[Cue]]] = {}
    for (_, form), cues in rows.items():
        words = cues[0].words
        if form == "verb":
            forms = known.get(words[0]) or _inflect(words[0])
        elif form == "noun":
            forms = {words[0]: "", (words[0][:-1] + "ies" if words[0].endswith("y") else words[0] + "s"): "plural"}
        else:
            forms = {words[0]: ""}
        for first, kind in forms.items():
            found.setdefault(first, {}).setdefault((words[1:], kind), []).extend(cues)
    return {
        first: tuple(
            sorted(((rest, kind, tuple(cues)) for (rest, kind), cues in entries.items()), key=lambda e: -len(e[0]))
        )
        for first, entries in found.items()
    }


@cache
def media() -> frozenset[str]:
    """What something is said in: interview, statement ..."""
    return frozenset(row["phrase"] for row in table("cue") if row["form"] == "medium")


@cache
def documents() -> frozenset[str]:
    """What speaks for its owner: statement, report, estimate ..."""
    return frozenset(row["phrase"] for row in table("cue") if row["class"] == "medium")


@cache
def reporting() -> frozenset[str]:
    """Lemmas of verbs that can stand after what they report (", X said")."""
    return frozenset(
        row["phrase"]
        for row in table("cue")
        if row["form"] == "verb" and row["class"] in ASIDE_CLASSES and " " not in row["phrase"]
    )


@cache
def all_lemmas() -> frozenset[str]:
    """Lemmas of all verbs that are cues by themselves."""
    return frozenset(row["phrase"] for row in table("cue") if row["form"] == "verb" and row["class"] != "pseudo")


def hits(analysis: Analysis) -> list[Hit]:
    """Every cue of the table, in text order; the longest at a place, and none that a pseudo-cue covers."""
    lowers, tags = analysis.lowers, analysis.tags
    entries = index()
    count = len(lowers)
    out: list[Hit] = []
    done = 0
    for i in [i for i, low in enumerate(lowers) if low in entries]:
        if i < done:
            continue
        best: tuple[int, list[tuple[str, tuple[Cue, ...]]]] | None = None
        for rest, kind, rows in entries[lowers[i]]:
            end = i + 1
            for word in rest:
                if end < count and lowers[end] != word and tags[end] == "ADV" and end + 1 < count:
                    end += 1
                if end >= count or lowers[end] != word:
                    end = -1
                    break
                end += 1
            if end < 0:
                continue
            if best is None or end > best[0]:
                if best is not None:
                    continue
                best = (end, [(kind, rows)])
            elif end == best[0]:
                best[1].append((kind, rows))
        if best is None:
            continue
        end, groups = best
        rows = tuple(row for _, group in groups for row in group)
        if any(row.kind == "pseudo" for row in rows):
            done = end
            continue
        out.append(Hit(i, end, rows, groups[0][0]))
        if end > i + 1:
            done = end
    return out
