"""What a figure counts: the noun phrase behind it, its head, lemma and class.

A plural figure counts a plural: the head is the first plural noun behind the figure, or the last of a row of them
("weapons shipments"), for a plural subject is never followed by a verb in -s.  Words of closed classes end the phrase.
"""
from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache

from checker.language import Analysis
from checker.language.lexicon import table
from checker.quantities import guards
from checker.records import Counted

_END = frozenset(["PREP", "SUB", "REL", "MODAL", "BE", "HAVE", "DO", "NEG", "TO", "SUBJ", "PRON", "QUOTE"])
_VERBAL = frozenset(["VERB"])
_DETERMINERS = frozenset(
    [
        "the",
        "a",
        "an",
        "its",
        "their",
        "his",
        "her",
        "our",
        "your",
        "my",
        "this",
        "these",
        "those",
        "that",
        "all",
        "any",
        "some",
        "such",
        "own",
        "other",
        "both",
        "same",
        "more",
        "most",
        "less",
        "least",
        "very",
    ]
)
# Words in -s that are no plural nouns.
_NOT_PLURAL = frozenset(
    [
        "is",
        "was",
        "has",
        "does",
        "this",
        "its",
        "us",
        "his",
        "as",
        "yes",
        "plus",
        "less",
        "always",
        "perhaps",
        "besides",
        "towards",
        "afterwards",
        "nowadays",
        "overseas",
        "across",
        "versus",
        "thus",
        "gross",
        "previous",
        "various",
        "serious",
        "famous",
        "religious",
        "dangerous",
        "numerous",
        "indoors",
        "outdoors",
        "upwards",
        "downwards",
        "forwards",
        "backwards",
        "sometimes",
        "minus",
        "whereas",
        "alas",
        "hers",
        "ours",
        "theirs",
        "unless",
        "ones'",
        "vs",
        "percents",
        "apiece",
        "times",
    ]
)
_ADVERBS = frozenset(
    [
        "ago",
        "later",
        "earlier",
        "old",
        "away",
        "long",
        "high",
        "tall",
        "wide",
        "deep",
        "apart",
        "together",
        "alone",
        "more",
        "less",
        "each",
        "overall",
        "worldwide",
        "nationwide",
        "here",
        "there",
        "now",
        "then",
        "today",
        "yesterday",
        "tomorrow",
        "tonight",
        "already",
        "still",
        "also",
        "only",
        "just",
        "again",
        "so",
        "too",
        "very",
        "not",
        "almost",
        "about",
        "instead",
        "ahead",
        "apiece",
        "altogether",
        "either",
        "even",
        "ever",
        "soon",
        "yet",
        "abroad",
        "longer",
        "further",
        "else",
        "aged",
        "after",
    ]
)
# Participles that stand for the people they happened to ("12 killed").
_CASUALTIES = frozenset(
    ["killed", "dead", "injured", "wounded", "hurt", "missing", "arrested", "detained", "hospitalised", "hospitalized"]
)
WALK = 9


@cache
def _lexicon() -> tuple[dict[str, str], dict[str, str]]:
    """Irregular plural -> lemma; lemma -> class."""
    plurals: dict[str, str] = {}
    classes: dict[str, str] = {}
    for row in table("noun_classes"):
        classes[row["lemma"]] = row["class"]
        if row["plural"]:
            plurals[row["plural"]] = row["lemma"]
    return plurals, classes


@lru_cache(maxsize=16384)
def lemma(word: str) -> str:
    """Singular of a lower-case noun: irregular ones from the table, the rest by rule."""
    plurals, classes = _lexicon()
    if word in plurals:
        return plurals[word]
    if not is_plural(word) or word in classes:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zzes")):
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=16384)
def is_plural(word: str) -> bool:
    """A lower-case word that reads as a plural noun."""
    if word in _lexicon()[0]:
        return True
    return (
        len(word) > 2
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "ous"))
        and word not in _NOT_PLURAL
    )


@lru_cache(maxsize=16384)
def noun_class(head: str, phrase: str) -> str:
    """The class of the longest part of the phrase that the lexicon knows, else of the head."""
    classes = _lexicon()[1]
    words = phrase.lower().split()
    for start in range(max(0, len(words) - 3), len(words) - 1):
        known = classes.get(" ".join([*words[start:-1], head]))
        if known is not None:
            return known
    return classes.get(head, "")


def counted(
    analysis: Analysis, end: int, one: bool = False, of_only: bool = False, money: bool = False
) -> Counted | None:
    """The noun phrase that a figure ending at `end` counts.

    one: the figure is one, and counts a singular; of_only: only "of ..." may follow (percentages, measures); money: or
    "in aid", "worth of assistance".
    """
    at = bisect_left(analysis.starts, end)
    tags, lowers = analysis.tags, analysis.lowers
    count = len(lowers)
    if at >= count:
        return None
    gap = analysis.text[end : analysis.starts[at]]
    if "\n" in gap:
        return None
    if lowers[at] in "-‐‑–" and at + 1 < count:
        return _phrase(analysis, at + 1, one=True)
    if analysis.text[end] in "-‐‑" and analysis.starts[at - 1] < end < analysis.ends[at - 1] and at > 0:
        return _hyphened(analysis, end + 1, at)
    if lowers[at] == "of" and tags[at] == "PREP":
        return _phrase(analysis, at + 1, one=True, after_of=True)
    if of_only:
        if lowers[at] == "worth" and at + 1 < count and lowers[at + 1] == "of":
            return _phrase(analysis, at + 2, one=True, after_of=True)
        if (
            lowers[at] != "in"
            or not money
            or at + 1 >= count
            or tags[at + 1] in ("DET", "POSS", "PROPN", "NUM", "ING")
            or lowers[at + 1] in guards.MONTHS
            or not words_lower(analysis, at + 1)
        ):
            return None
        return _phrase(analysis, at + 1, one=True, after_of=True)
    return _phrase(analysis, at, one=one)


def _phrase(analysis: Analysis, at: int, one: bool, after_of: bool = False) -> Counted | None:
    tags, lowers, words = analysis.tags, analysis.lowers, analysis.words
    last = min(len(lowers), at + WALK)
    first, head, before = -1, -1, at
    while at < last:
        word, tag = lowers[at], tags[at]
        if first < 0 and (word in _DETERMINERS or tag == "ADV"):
            if not after_of and (
                tag == "SUBJ" or word in ("that", "this", "a", "an", "the", "their", "his", "her", "its")
            ):
                return None
            at += 1
            continue
        if tag == "POSS" and head < 0 and first >= 0:
            at += 1
            continue
        if (
            word == ","
            and head < 0
            and first >= 0
            and tags[at - 1] == "ADJ"
            and at + 1 < last
            and tags[at + 1] in ("ADJ", "ADV")
        ):
            at += 1
            continue
        if (
            tag in _END
            or word in _ADVERBS
            or (tag == "DET" and first >= 0)
            or not (word[0].isalpha() or (tag == "NUM" and first >= 0 and head < 0))
        ):
            break
        if tag == "CONJ":
            if head < 0 and first >= 0 and word in ("and", "or") and at + 1 < last and tags[at + 1] in ("ADJ", "NOUN"):
                at += 1
                continue
            break
        if tag == "NUM" and (first < 0 or word.isdigit()):
            break
        if first < 0:
            if word in _CASUALTIES and not after_of and not _continues(analysis, at + 1):
                return _made(analysis, at, at)
            if tag == "VERB" and not is_plural(word) and not word.endswith("ed"):
                break
            first = at
        plural = is_plural(word) and not (at + 1 < len(tags) and tags[at + 1] == "POSS")
        if plural:
            head = at
        elif head >= 0 or (tag in _VERBAL and at > first and not word.endswith("ed")):
            break
        before = at
        at += 1
        if analysis.text[analysis.ends[at - 1] : analysis.starts[at] if at < len(lowers) else None].find("\n") >= 0:
            break
    if head < 0 and first >= 0 and one:
        head = before
        while head > first and (
            tags[head] in ("ADV", "POSS", "CONJ", "VERB") or (words[head].endswith("ed") and tags[head] != "NOUN")
        ):
            head -= 1
        if tags[head] in ("ADV", "POSS", "PART", "VERB") and not is_plural(lowers[head]):
            return None
    if head < 0:
        return None
    return _made(analysis, first, head)


def words_lower(analysis: Analysis, at: int) -> bool:
    """The word is printed in lower case: a common noun or adjective."""
    return analysis.words[at][:1].islower()


def _hyphened(analysis: Analysis, start: int, at: int) -> Counted | None:
    """ "two-door version": the first word of what is counted hangs on the figure by a hyphen."""
    found = _phrase(analysis, at, one=True)
    if found is None or found.start - analysis.ends[at - 1] > 1:
        return None
    piece = analysis.lower[start : analysis.ends[at - 1]]
    if not piece[:1].isalpha():
        return None
    text = analysis.text[start : found.end]
    return Counted(start, found.end, text, found.head, (piece, *found.modifiers), found.noun_class)


def _continues(analysis: Analysis, at: int) -> bool:
    """A plural noun follows at once ("12 injured passengers")."""
    for position in range(at, min(at + 3, len(analysis.lowers))):
        if analysis.tags[position] in _END or not analysis.lowers[position][0].isalpha():
            return False
        if is_plural(analysis.lowers[position]):
            return True
    return False


def _made(analysis: Analysis, first: int, head: int) -> Counted:
    start, end = analysis.starts[first], analysis.ends[head]
    text = analysis.text[start:end]
    word = analysis.lowers[head]
    noun = lemma(word.rsplit("-", 1)[-1] if word.count("-") == 1 and not _lexicon()[1].get(word) else word)
    kind = "person" if word in _CASUALTIES else noun_class(noun, text)
    modifiers = tuple(
        analysis.lowers[i] for i in range(first, head) if analysis.tags[i] not in ("POSS", "CONJ", "PUNCT")
    )
    return Counted(start, end, text, noun, modifiers, kind)
