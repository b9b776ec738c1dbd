"""The cue table: which words let somebody speak, and what that makes of the content."""

from __future__ import annotations

from functools import cache
from itertools import compress

import msgspec

from checker.kept import kept
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


# Nested in what another says, these classes are a voice of their own; within a quotation no other is.
REPORTING = frozenset(("say", "tell", "deny", "allege", "accuse", "according", "promise", "demand", "estimate", "ask"))
GAP = 12  # tokens that a gap in a phrase may be long


class Cue(msgspec.Struct, frozen=True, array_like=True):
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


class Family(msgspec.Struct, frozen=True, array_like=True):
    """All rows that the same words can stand for."""

    rest: tuple[str, ...]  # the words after the first
    kind: str  # of the verb form: base s past preterite participle ing; "" for other words
    verbs: tuple[Cue, ...]
    others: tuple[Cue, ...]
    pseudo: bool
    reports: bool  # may be a voice within a quotation

    @property
    def aside(self) -> Cue | None:
        """The verb row whose content may stand before the cue."""
        for row in self.verbs:
            if row.kind in ASIDE_CLASSES:
                return row
        return None


class Hit(msgspec.Struct, frozen=True):
    """A cue in the text: tokens first..last (exclusive)."""

    first: int
    last: int
    family: Family


# The cue that a word is alone, and longer ones by their second word.
Entry = tuple[Family | None, dict[str, tuple[Family, ...]]]


@cache
def word_class(name: str) -> frozenset[str]:
    """The words of one class of cue_word.tsv."""
    return frozenset(word for row in table("cue_word") if row["class"] == name for word in items(row["words"]))


@kept
def index() -> dict[str, msgspec.Raw]:
    """First word as printed (lower case) → its `Entry`, packed: an article needs few of them."""
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
    found: dict[str, dict[tuple[str, ...], list[tuple[str, Cue]]]] = {}
    for (_, form), cues in rows.items():
        words = cues[0].words
        if form == "verb":
            forms = known.get(words[0]) or _inflect(words[0])
        elif form == "noun":
            forms = {words[0]: "", (words[0][:-1] + "ies" if words[0].endswith("y") else words[0] + "s"): ""}
        else:
            forms = {words[0]: ""}
        for first, kind in forms.items():
            found.setdefault(first, {}).setdefault(words[1:], []).extend((kind, cue) for cue in cues)
    entries = {}
    for first, families in found.items():
        single: Family | None = None
        longer: dict[str, list[Family]] = {}
        for rest, pairs in families.items():
            if rest:
                longer.setdefault(rest[0], []).append(_family(rest, pairs))
            else:
                single = _family(rest, pairs)
        by_second = {second: sorted(group, key=lambda family: -len(family.rest)) for second, group in longer.items()}
        entries[first] = msgspec.Raw(msgspec.msgpack.encode((single, by_second)))
    return entries


_entries = msgspec.msgpack.Decoder(Entry)


@cache
def entry(word: str) -> Entry:
    """The cues that begin with a word of `index`."""
    found: Entry = _entries.decode(index()[word])
    return found


def _family(rest: tuple[str, ...], pairs: list[tuple[str, Cue]]) -> Family:
    return Family(
        rest,
        next((kind for kind, cue in pairs if cue.form == "verb"), ""),
        tuple(cue for _, cue in pairs if cue.form == "verb"),
        tuple(cue for _, cue in pairs if cue.form not in ("verb", "hedge")),
        any(cue.kind == "pseudo" for _, cue in pairs),
        any(cue.kind in REPORTING for _, cue in pairs),
    )


@kept
def media() -> frozenset[str]:
    """What something is said in: interview, statement ..."""
    return frozenset(row["phrase"] for row in table("cue") if row["form"] == "medium")


@kept
def documents() -> frozenset[str]:
    """What speaks for its owner: statement, report, estimate ..."""
    return frozenset(row["phrase"] for row in table("cue") if row["form"] in ("medium", "document"))


@kept
def reporting() -> frozenset[str]:
    """Lemmas of verbs that can stand after what they report (", X said")."""
    return frozenset(
        row["phrase"]
        for row in table("cue")
        if row["form"] == "verb" and row["class"] in ASIDE_CLASSES and " " not in row["phrase"]
    )


@kept
def denying() -> frozenset[str]:
    """Lemmas of verbs that deny what their object says ("rejected the claim that")."""
    return frozenset(row["phrase"] for row in table("cue") if row["form"] == "verb" and row["class"] == "deny")


@kept
def telling() -> frozenset[str]:
    """Lemmas of verbs that do nothing but tell: ", telling" is no circumstance of what was said before it."""
    told = (row["phrase"] for row in table("cue") if row["form"] == "verb" and row["class"] == "tell")
    return frozenset((*told, "say", "add"))


@kept
def speaking() -> frozenset[str]:
    """Lemmas of verbs that tell what somebody said, without those of deeds and findings."""
    deeds = {"pseudo", "plan", "decide", "consider", "ruling", "find", "propose", "refuse", "seem"}
    return frozenset(row["phrase"] for row in table("cue") if row["form"] == "verb" and row["class"] not in deeds)


@kept
def all_lemmas() -> frozenset[str]:
    """Lemmas of all verbs that are cues by themselves."""
    return frozenset(row["phrase"] for row in table("cue") if row["form"] == "verb" and row["class"] != "pseudo")


def hits(analysis: Analysis) -> list[Hit]:
    """Every cue of the table, in text order; the longest at a place, and none that a pseudo-cue covers."""
    lowers, tags, count = analysis.lowers, analysis.tags, len(analysis.lowers)
    entries = index()
    out: list[Hit] = []
    done = 0
    for i in list(compress(range(len(lowers)), map(entries.__contains__, lowers))):
        if i < done:
            continue
        family, longer = entry(lowers[i])
        end = i + 1
        if longer and end < count and (lowers[end] in longer or "_" in longer or tags[end] == "ADV"):
            found = _longest(analysis, i + 1, longer)
            if found is not None:
                end, family = found
                done = end
        if family is not None and not family.pseudo and (family.verbs or family.others):
            out.append(Hit(i, end, family))
    return out


def _longest(analysis: Analysis, k: int, longer: dict[str, tuple[Family, ...]]) -> tuple[int, Family] | None:
    """The longest phrase that goes on at token `k`: the token after it, and the phrase."""
    lowers = analysis.lowers
    if k >= len(lowers):
        return None
    families = longer.get(lowers[k])
    if families is None and k + 1 < len(lowers) and analysis.tags[k] == "ADV":
        families = longer.get(lowers[k + 1])
    if families is None:
        families = longer.get("_", ())
    for family in families:
        end = _match(analysis, k, family.rest)
        if end:
            return end, family
    return None


def _match(analysis: Analysis, end: int, rest: tuple[str, ...]) -> int:
    """The token after the words of `rest`, between which adverbs may stand; 0 where they do not follow."""
    lowers, tags = analysis.lowers, analysis.tags
    count = len(lowers)
    for place, word in enumerate(rest):
        if word == "_":
            return _gap(analysis, end, rest[place + 1])
        if end + 1 < count and lowers[end] != word and tags[end] == "ADV":
            end += 1
        if end >= count or lowers[end] != word:
            return 0
        end += 1
    return end


def _gap(analysis: Analysis, end: int, word: str) -> int:
    """`end` when `word` follows before any verb ("see the deal as a trap"; "put the toll at nine" with a figure)."""
    for k in range(end, min(end + GAP, len(analysis.lowers) - 1)):
        if analysis.lowers[k] == word and k > end:
            return end if word != "at" or any(tag == "NUM" for tag in analysis.tags[k + 1 : k + 6]) else 0
        if (k in analysis.verb_at and analysis.verb_at[k].finite) or analysis.words[k] in ",.;":
            return 0
    return 0
