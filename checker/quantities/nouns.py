"""What a figure counts: the noun phrase behind it, its head, lemma and class.

A plural figure counts a plural: the head is the first plural noun behind the figure, or the last of a row of them
("weapons shipments"), for a plural subject is never followed by a verb in -s.  Words of closed classes end the phrase.
"""
from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache

from checker.language import Analysis
from checker.language.lexicon import table
from checker.language.morphology import unchanging, verb_forms
from checker.language.tags import closed_class
from checker.quantities import guards
from checker.records import Counted

_END = frozenset(["PREP", "SUB", "REL", "MODAL", "BE", "HAVE", "DO", "NEG", "TO", "SUBJ", "PRON", "QUOTE"])


@cache
def stops(kind: str) -> frozenset[str]:
    """The words of one kind of `rules/lexicon/noun_stops.tsv`."""
    return frozenset(row["word"] for row in table("noun_stops") if row["kind"] == kind)


_DETERMINERS, _NOT_PLURAL = stops("determiner"), stops("not-plural")
_ATTRIBUTIVE = stops("attributive")
_ADVERBS, _CASUALTIES = stops("after"), stops("casualty")
_UNMODIFYING = frozenset(["POSS", "CONJ", "PUNCT", "NUM"])
_POINTING = frozenset(["that", "this", "a", "an", "the", "their", "his", "her", "its"])
_ROUGHLY = frozenset(["about", "around", "roughly", "approximately", "some", "nearly", "almost", "over"])
_VOWELS = ("", "a", "e", "i", "o", "u")
_THREE = 3
_TELLING = stops("telling")
_SHORT, _SHORT_OF = stops("short"), frozenset(["of", ".", ",", ";"])
WALK = 9  # tokens looked at behind a figure


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
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith(("ches", "shes", "xes", "sses", "zzes")):
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=16384)
def is_plural(word: str) -> bool:
    """A lower-case word that reads as a plural noun."""
    if word in _lexicon()[0] or (word.endswith("men") and word[-4:-3] not in _VOWELS):  # no specimen
        return True
    return (
        len(word) > 2
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "ous"))
        and word not in _NOT_PLURAL
    )


def known(word: str) -> bool:
    """The lower-case word is a noun of the lexicon."""
    return word in _lexicon()[0] or lemma(word) in _lexicon()[1]


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
    analysis: Analysis,
    end: int,
    one: bool = False,
    of_only: bool = False,
    money: bool = False,
    single: bool = False,
    part: bool = False,
) -> Counted | None:
    """The noun phrase that a figure ending at `end` counts.

    one: the figure is one, and counts a singular; of_only: only "of ..." may follow (percentages, measures); money: or
    "in aid", "worth of assistance"; single: a word in -s behind the noun is its verb ("one slide says"); part: it may
    stand without "of" ("half the crowd").
    """
    if of_only and analysis.lower[end : end + 3] not in (" of", " in", " wo"):
        return None
    at = bisect_left(analysis.starts, end)
    tags, lowers = analysis.tags, analysis.lowers
    count = len(lowers)
    if at >= count:
        return None
    gap = analysis.text[end : analysis.starts[at]]
    if "\n" in gap:
        return None
    if lowers[at] in _SHORT and (at + 1 == count or lowers[at + 1] in _SHORT_OF):
        return None  # "one short of a majority"
    if lowers[at] in "-‐‑–" and at + 1 < count:
        return _phrase(analysis, at + 1, one=True)
    if analysis.text[end] in "-‐‑" and analysis.starts[at - 1] < end < analysis.ends[at - 1] and at > 0:
        return _hyphened(analysis, end + 1, at)
    if lowers[at] == "," and lowers[at + 1 : at + 2] == ["of"] and analysis.lower[end - 1] == "s":
        return _phrase(analysis, at + 2, one=False, after_of=True)  # "hundreds, if not thousands, of fans"
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
    return _phrase(analysis, at, one=one, single=single, after_of=part and lowers[at] in _POINTING)


def _phrase(analysis: Analysis, at: int, one: bool, after_of: bool = False, single: bool = False) -> Counted | None:
    """The noun phrase that begins at token `at`; one: a singular head will do."""
    tags, lowers = analysis.tags, analysis.lowers
    last = min(len(lowers), at + WALK)
    first = head = before = -1
    quoted = False
    while at < last:
        word, tag = lowers[at], tags[at]
        if tag == "QUOTE" and head < 0 and (quoted or "QUOTE" in tags[at + 1 : at + 4]) and not after_of:
            quoted, at = not quoted, at + 1  # "eight "critical" faults"
            continue
        if tag == "NUM" and first >= 0 and lowers[at - 1] == "top":
            at += 1  # "three top 10 albums"
            continue
        if after_of and head < 0 and tag == "NUM" and not _numbered(word):
            first = -1 if lowers[at - 1] == "estimated" else first
            at += 1  # "200 of the 350 hostages"
            continue
        if after_of and first < 0 and word in _ROUGHLY and tags[at + 1 : at + 2] == ["NUM"]:
            at += 1  # "33 of about 100 hostages"
            continue
        if first < 0:
            if word in _DETERMINERS or (tag == "ADV" and _adverb(analysis, at)):
                if not after_of and (tag == "SUBJ" or word in _POINTING):
                    return None
                at += 1
                continue
            if word in _CASUALTIES and not after_of and not _continues(analysis, at + 1, one):
                return _made(analysis, at, at)
            if _ends(word, tag) or tag == "CONJ" or (tag == "NUM" and not _numbered(word)):
                break
            if tag == "VERB" and not is_plural(word) and not word.endswith("ed"):
                break
            if one and not after_of and _beats(analysis, at):
                break
            first = at
        elif head < 0 and _joins(analysis, at, last):
            at += 1
            continue
        elif _ends(word, tag) or tag in ("DET", "CONJ") or (tag == "NUM" and not _numbered(word)):
            break
        if at > first and not after_of and not known(word) and _finite(analysis, at, one, head):
            break
        if head < 0 and at > first and not is_plural(word) and _told_of(tags[at - 1 : at + 2]):
            break
        if head >= 0 and word in _CASUALTIES:
            break  # "12 people injured"
        if single and at > first and (tag == "VERB" or (is_plural(word) and _verb_like(analysis, at))):
            break
        following = tags[at + 1] if at + 1 < len(tags) else ""
        modifies = following == "NOUN" and (word in _ATTRIBUTIVE or (one and tag == "ADJ"))
        modifies = modifies or following == "POSS"
        if not single and is_plural(word) and not modifies:
            head = at
        elif head >= 0 or (tag == "VERB" and at > first and not word.endswith("ed")):
            break
        before = at
        at += 1
        if at < last and analysis.text.find("\n", analysis.ends[before], analysis.starts[at]) >= 0:
            break
    if head < 0 and first >= 0 and one:
        head = _singular(analysis, first, before)
    return _made(analysis, first, head) if head >= 0 else None


def _finite(analysis: Analysis, at: int, one: bool, head: int) -> bool:
    """A verb behind the noun: "the 1.3bn-euro plant employs", "2,000 drivers affect", "the two-bed flat cost £9"."""
    word, tag, before = analysis.lowers[at], analysis.tags[at], analysis.lowers[at - 1]
    if one and tag == "VERB" and is_plural(word):
        return True
    if head >= 0 and is_plural(word) and known(before):
        return verb_forms().get(word, ("", ""))[1] == "s"
    return one and word in unchanging() and known(before)


def _told_of(tags: list[str]) -> bool:
    """A verb form behind a noun that no noun follows: "3 tonnes of cocaine hidden in crates", "a 14-metre whale
    weighing 30 tonnes"."""
    before, tag, after = tags if len(tags) == _THREE else (*tags, "")
    if before not in ("NOUN", "PROPN"):
        return False
    if tag == "ING":
        return after in ("DET", "NUM", "PRON")  # not "a day of dog walking"
    return tag in ("VERB", "PART") and after not in ("NOUN", "ADJ")


def _beats(analysis: Analysis, at: int) -> bool:
    """A past that looks like its present, with its object: "the 37-year-old beat the champion"."""
    if analysis.lowers[at] not in unchanging() or at + 1 >= len(analysis.tags):
        return False
    return analysis.lowers[at + 1] in _POINTING or analysis.tags[at + 1] in ("PRON", "PROPN", "NUM")


def _adverb(analysis: Analysis, at: int) -> bool:
    """An adverb that is not also a noun of the lexicon ("family", "supply")."""
    return analysis.tags[at] == "ADV" and analysis.lowers[at] not in _lexicon()[1]


def _verb_like(analysis: Analysis, at: int) -> bool:
    """A word in -s behind a singular that nothing of the same phrase follows."""
    after = analysis.tags[at + 1] if at + 1 < len(analysis.tags) else ""
    return after not in ("NOUN", "PROPN", "ADJ", "POSS") and analysis.lowers[at + 1 : at + 2] not in (["'"], ["’"])


def _ends(word: str, tag: str) -> bool:
    """A token that no noun phrase goes on with."""
    return tag in _END or word in _ADVERBS or not (word[0].isalpha() or _numbered(word))


def _numbered(word: str) -> bool:
    """A plural that begins with its number: "12 Boeing 787s", "two 19-year-olds"; no decade."""
    if word[-1] != "s" or not word[0].isdigit():
        return False
    return word.endswith("-olds") or (word[:-1].isdigit() and len(word) == 4)


def _joins(analysis: Analysis, at: int, last: int) -> bool:
    """A token between two words of one phrase: "world's largest", "small, friendly", "defensive and offensive"."""
    word, tags = analysis.lowers[at], analysis.tags
    following = tags[at + 1] if at + 1 < last else ""
    if word == ",":
        return tags[at - 1] == "ADJ" and following in ("ADJ", "ADV")
    return tags[at] == "POSS" or (word in ("and", "or") and following in ("ADJ", "NOUN"))


def _singular(analysis: Analysis, first: int, last: int) -> int:
    """The head of a phrase without a plural: its last word that can be a noun, -1 when none can."""
    tags, lowers = analysis.tags, analysis.lowers
    head = last
    while head > first and (
        _adverb(analysis, head)
        or tags[head] in ("POSS", "CONJ", "VERB")
        or (lowers[head].endswith("ed") and tags[head] != "NOUN")
    ):
        head -= 1
    if tags[head] == "PROPN":
        head = _bearer(analysis, first, head)
    none = _adverb(analysis, head) or tags[head] in ("POSS", "PART", "VERB")
    return -1 if none and not is_plural(lowers[head]) else head


def _bearer(analysis: Analysis, first: int, name: int) -> int:
    """The noun before a name that ends at `name`: "four-time champion Ana Ruiz" is a champion; else the name."""
    at = name
    while at > first and analysis.tags[at] == "PROPN":
        at -= 1
    word = analysis.lowers[at]
    return at if analysis.tags[at] == "NOUN" and noun_class(word, word) == "person" else name


def tag_after(analysis: Analysis, end: int) -> str:
    """The tag of the token behind `end`, "" at the end of the text."""
    at = bisect_left(analysis.starts, end)
    return analysis.tags[at] if at < len(analysis.tags) else ""


def words_lower(analysis: Analysis, at: int) -> bool:
    """The word is printed in lower case: a common noun or adjective."""
    return analysis.words[at][:1].islower()


def _hyphened(analysis: Analysis, start: int, at: int) -> Counted | None:
    """ "a 20-member panel" counts members; "a three-legged dog" dogs, which the hyphened word tells of."""
    found = _phrase(analysis, at, one=True)
    if found is None or found.start - analysis.ends[at - 1] > 1:
        return None
    piece = analysis.lower[start : analysis.ends[at - 1]]
    if piece == "strong":  # "a 20,000-strong crowd"
        return found
    if not piece[:1].isalpha():
        return None
    if piece not in _TELLING and piece not in closed_class() and not piece.endswith(("ed", "ing", "ly")):
        noun, text = lemma(piece), analysis.text[start : start + len(piece)]
        return Counted(start, start + len(piece), text, noun, (), noun_class(noun, noun))
    text = analysis.text[start : found.end]
    return Counted(start, found.end, text, found.head, (piece, *found.modifiers), found.noun_class)


def _continues(analysis: Analysis, at: int, one: bool) -> bool:
    """A plural noun follows at once ("12 injured passengers"), or one does ("a 12-year-old disabled boy")."""
    if one and analysis.tags[at : at + 1] == ["NOUN"]:
        return True
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
    kind = "person" if word in _CASUALTIES or word.endswith("-olds") else noun_class(noun, text)
    modifiers = [analysis.lowers[i] for i in range(first, head) if analysis.tags[i] not in _UNMODIFYING]
    return Counted(start, end, text, noun, tuple(modifiers), kind)
