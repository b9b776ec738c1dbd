"""The rows of `construction*.tsv`, compiled.

A pattern is words parted by spaces, matched against the skeleton of a sentence:
  word          that word; a|b any of these; under_score for a space within one; ? behind it: may be missing
  @name         any cue of that name in construction_cues.tsv; @name? may be missing
  <role:kind>   a figure of that kind (construction_kinds.tsv) in that role; <role:kind+> a list, <role:kind*> a run
  ..            up to three words without punctuation; ... up to eight; .... up to fourteen, commas allowed
  ||            the end of the sentence
  ^             the beginning of the (first) sentence
A filler passes over dates and durations (unless the row asks for dates) and over no other figure.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from checker.kept import kept
from checker.language.lexicon import items, table

# Kinds of figure that a slot may name, and the letters (figure.py) of each.
KINDS = {row["kind"]: row["letters"] for row in table("construction_kinds")}
DATED = frozenset(("day", "date", "year", "clock", "when"))
INDEX = r"\d+"
SLOT = re.compile(r"<([a-z\-]+):([a-z]+)([+*]?)>(\??)$")


class Row(msgspec.Struct, frozen=True):
    """One construction."""

    relation: str
    source: str  # its pattern as written
    expression: str  # compiled when a sentence first asks for it
    figures: int  # how many placeholders it needs at the least
    letters: tuple[str, ...]  # of each slot: the letters that fit
    need: frozenset[str]  # one of these words must stand in the sentence, as the text prints it; {""}: none is needed
    needs: tuple[frozenset[str], ...]  # of each of these sets one word must stand in the skeleton
    mode: str = ""
    crosses: bool = False


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one kind, of `construction_words.tsv`."""
    return frozenset(word for row in table("construction_words") if row["kind"] == kind for word in items(row["words"]))


DASHES = str.maketrans({"–": "-", "—": "-", "‐": "-", "‑": "-", "“": '"', "”": '"', "’": "'", "‘": "'"})


def plain(text: str) -> str:
    """Dashes and quotation marks as the keyboard has them."""
    return text.translate(DASHES)


@cache
def cues() -> dict[str, tuple[str, ...]]:
    """Name → words, of `construction_cues.tsv`; "@other" in a list takes in another."""
    rows: dict[str, list[str]] = {}
    for row in table("construction_cues"):
        rows.setdefault(row["name"], []).extend(items(plain(row["words"])))
    return {name: tuple(_flat(name, rows)) for name in rows}


def _flat(name: str, rows: dict[str, list[str]]) -> list[str]:
    words: list[str] = []
    for word in rows[name]:
        words += _flat(word[1:], rows) if word.startswith("@") else [word]
    return words


@cache
def _filler(most: int, dated: bool, commas: bool) -> str:
    stops = "" if commas else ","
    time = rf"|O{INDEX}" if dated else rf"|[TBYCDO]{INDEX}"
    return rf"(?:(?:[^\sA-Z¶{stops};:()\[\]\-\"]\S*{time}) ){{0,{most}}}?"


def _expanded(body: str, source: str) -> tuple[str, ...]:
    words: list[str] = []
    for word in body.split("|"):
        if word.startswith("@"):
            if word[1:] not in cues():
                raise ValueError(f"construction: no cue {word!r} in {source!r}")
            words += cues()[word[1:]]
        else:
            words.append(word)
    return tuple(words)


# Characters that no word has and that are no white space; below 256, where character sets compile fast.
TAG = [chr(code) for code in (*range(0x01, 0x09), *range(0x0E, 0x1C), *range(0x80, 0x85), *range(0x86, 0xA0))]
TAGS = r"[\x01-\x08\x0e-\x1b\x80-\x84\x86-\x9f]"


@cache
def tags() -> dict[str, str]:
    """Word → a character for each cue list that it stands in: the skeleton carries them before the word, so that the
    expression of a row need not spell the lists out."""
    found: dict[str, str] = {}
    for number, words in enumerate(cues().values()):
        for word in words:
            if word[0].isalpha() and "_" not in word:
                found[word] = found.get(word, "") + TAG[number]
    return found


@cache
def _tag_of() -> dict[str, str]:
    return {name: TAG[number] for number, name in enumerate(cues())}


@cache
def _words(body: str) -> str:
    """The expression of a word, of any of several, and of cue lists."""
    explicit: list[str] = []
    tagged = ""
    for word in body.split("|"):
        if word.startswith("@"):
            tagged += _tag_of()[word[1:]]
            explicit += [w for w in cues()[word[1:]] if not w[0].isalpha() or "_" in w]
        else:
            explicit.append(word)
    branches = [rf"{TAGS}*[{tagged}]\S*"] if tagged else []
    for word in sorted(set(explicit), key=len, reverse=True):
        branches.append(f" {TAGS}*".join(re.escape(part) for part in word.split("_")))
    lead = f"{TAGS}*" if any(word[0].isalpha() or word[0] == "-" for word in explicit) and not tagged else ""
    if tagged:
        branches = [branches[0], *(f"{TAGS}*{branch}" for branch in branches[1:])]
    return lead + (branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})")


@cache
def _slot(role: str, number: int, letters: str, many: str, dated: bool) -> str:
    group = f"{role.replace('-', '_')}__{number}"
    figure = f"[{letters}]{INDEX} "
    if not many:
        return f"(?P<{group}>{figure})"
    if many == "*":
        return rf"(?P<{group}>{figure}(?:(?:, and |, |and )?{figure})+)"
    gap = _filler(9, dated, False)
    lead = _filler(6, dated, False)
    joint = rf"(?:, and |, plus |, with |, |; and |; |and |plus |& ){lead}"
    return rf"(?P<{group}>{figure}(?:{gap}{joint}{figure})+)"


def compile_row(relation: str, source: str, mode: str = "") -> Row:
    """One row of the table; ValueError names what is wrong in it."""
    pieces = plain(source).split()
    slots = [SLOT.match(piece) for piece in pieces]
    dated = any(slot and slot[2] in DATED for slot in slots)
    out: list[str] = []
    letters: list[str] = []
    figures = 0
    needs: list[frozenset[str]] = []
    named = 0
    for piece, slot in zip(pieces, slots, strict=True):
        if piece in ("..", "...", "...."):
            out.append(_filler({"..": 3, "...": 8, "....": 14}[piece], dated, piece == "...."))
        elif piece == "||":
            out.append("(?:[.!] )?(?:[”\"’'] )?¶ (?:[\"'] )?")
        elif piece == "^":
            out.append("^")
        elif slot:
            if slot[2] not in KINDS:
                raise ValueError(f"construction: no kind {slot[2]!r} in {source!r}; there are {', '.join(KINDS)}")
            compiled = _slot(slot[1], named, KINDS[slot[2]], slot[3], dated)
            named += 1
            out.append(f"(?:{compiled})?" if slot[4] else compiled)
            if not slot[4]:
                letters.append(KINDS[slot[2]])
                figures += 2 if slot[3] else 1
        else:
            optional = piece.endswith("?") and len(piece) > 1
            body = piece[:-1] if optional else piece
            choices = _expanded(body, source)
            group = f"?P<cue__{named}>" if "@" in body else "?:"
            named += 1
            out.append(f"(?:({group}{_words(body)}) )" + ("?" if optional else ""))
            if not optional:
                needs.append(frozenset(word.replace("_", " ").split(" ")[0] for word in choices))
    # the requirement that rules out most sentences: words before punctuation, few before many
    # (dashes and what stands behind a figure in one word, "-point", are the skeleton's own)
    printed = [need for need in needs if not any(word[0] in "-\"'" for word in need)]
    real = [need for need in printed if not need & COMMON] or printed
    need = min(real, key=len) if real else frozenset(("",))
    text = "".join(out)
    if not text.startswith("^"):
        text = "(?:(?<= )|^)" + text
    return Row(relation, source, text, figures, tuple(letters), need, tuple(needs), mode, "||" in pieces)


COMMON = frozenset(
    (
        "the",
        "a",
        "an",
        "of",
        "to",
        "in",
        "and",
        ",",
        "(",
        ")",
        "from",
        "for",
        "by",
        "on",
        "at",
        "or",
        "–",
        "-",
        "—",
        "was",
        "is",
        "with",
    )
)


@cache
def compiled(expression: str) -> re.Pattern[str]:
    """The regular expression of a row; roles are groups "role__n", cues "cue__n"."""
    return re.compile(expression)


@kept
def rows() -> tuple[Row, ...]:
    """Every row of `construction.tsv`, in its order."""
    return tuple(compile_row(row["relation"], row["pattern"], row.get("mode", "")) for row in table("construction"))
