"""When two quotations are one utterance in two wordings: one speaker, the same content words in the same order.

A quotation that stands word for word inside the other is no second wording, and two sentences of one speech are two
utterances, so the words that a pair shares must make up nearly all that the shorter one says.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from math import exp

from checker.claims.rarity import NAME, weight
from checker.claims.sameness.pairing import Pairing, telling
from checker.claims.sameness.spelling import longest
from checker.records import Claim, key_of

RARE = 0.75  # weight of a word that may bring two quotations together
CROWDED = 40  # a word that more quotations share brings nothing together
COPIES = frozenset(("headline", "standfirst", "caption"))  # say again what the body says
LEAST_COVERAGE = 0.6
LEAST_TOLD = 1.2  # weight of the shared words
LEAST_WORDED = 0.8  # of those that are no names
RUN = 3  # words of a run that may bring two quotations together
LEAST_WORDS = 7  # words of a quotation that is compared word for word
FEWEST_WORDS = 5  # and where one known speaker is quoted in two articles
SHORT = 4  # content words of a phrase whose words may change places: "cowardly and barbaric"
LEAST_VERBATIM = 0.75
CITED_REACH = 6  # quotations before one that "the phrase" may take up
CITED_SHARE = 0.6  # of the longer one's words
AGAIN_REACH = 3  # sentences over which a speaker's words are quoted a second time
AGAIN_SHARE = 0.7
AGAIN_LONGEST = 9  # words; a speech repeats longer runs for effect
FRAMED = 6  # words of a quotation that is known by what stands round it
NEGATIONS = frozenset(("not", "no", "never", "none", "nobody", "nothing"))
SUFFIXES = (
    "ational", "ations", "ating", "ated", "ates", "ate", "ation", "ities", "ility", "ments", "ment", "ingly", "ously",
    "fully", "ness", "ity", "ally",
    "ably", "ibly", "ance", "ence", "able", "ible", "ive", "ing", "ion", "ous", "ful", "ies", "ied",
    "ant", "ent", "al", "ly", "ed", "er", "es",
)  # fmt: skip


def pairs(claims: Sequence[Claim]) -> Iterator[Pairing]:
    """Quotations in two wordings, found by the rare words or the runs of words that they share."""
    rows = sorted(claims, key=key_of)
    seen: set[tuple[int, int]] = set()
    for numbers in (*_by_rare_word(rows).values(), *_by_run(rows).values()):
        if 1 < len(numbers) <= CROWDED:
            for left, right in combinations(numbers, 2):
                if left != right and (left, right) not in seen:
                    seen.add((left, right))
                    pairing = compare(rows[left], rows[right])
                    if pairing is not None:
                        yield pairing
    for left, right in _cited(rows):
        pairing = taken_up(rows[left], rows[right])
        if pairing is not None:
            yield pairing


def _cited(rows: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """Quotations that the text takes up again, and parts of sentences, each with those before it in its article."""
    for number, claim in enumerate(rows):
        if claim.qualifier == "cited" or claim.kind == "part":
            before = [n for n in range(max(0, number - CITED_REACH), number) if rows[n].document == claim.document]
            yield from ((n, number) for n in before)


def taken_up(earlier: Claim, cited: Claim) -> Pairing | None:
    """The argument for a quotation and "the phrase ..." that takes it up: whose it is said to be, and most words in one
    order; or the same words round it."""
    if cited.qualifier != "cited":
        return _said_again(earlier, cited)
    if earlier.sentence == cited.sentence or earlier.start > cited.start or contained(earlier.wording, cited.wording):
        return None
    said_by = {word for one in (earlier.source, earlier.subject) for word in re.split(r"[\W_]+", one.lower())}
    owner = set(cited.near) & said_by
    if cited.near and not owner:
        return None
    one, other = earlier.wording.split(), cited.wording.split()
    if negations(one) != negations(other):
        return None  # an answer taken back
    same = longest(one, other) / max(len(one), len(other))
    framed = bool(earlier.counted_text) and earlier.counted_text == cited.counted_text
    if same < CITED_SHARE and not (framed and not cited.near and max(len(one), len(other)) <= FRAMED):
        return None
    silent = () if owner else ("speaker",)
    words = telling(word for word in one if word in other)
    return Pairing(earlier, cited, (*(("speaker",) if owner else ()), *words), silent, ("wording",), 0.7)


def _said_again(earlier: Claim, later: Claim) -> Pairing | None:
    """The argument for a few words of one speaker's, quoted twice near each other inside the writer's own sentences."""
    if earlier.kind != "part" or not 0 < later.sentence - earlier.sentence <= AGAIN_REACH:
        return None
    speaker = same_speaker(earlier, later)
    if speaker is False or contained(earlier.wording, later.wording):
        return None
    one, other = earlier.wording.split(), later.wording.split()
    if negations(one) != negations(other):
        return None  # an answer taken back
    framed = bool(earlier.counted_text) and earlier.counted_text == later.counted_text
    same = longest(one, other)
    if same < 3 - framed or same < (CITED_SHARE if framed or speaker else AGAIN_SHARE) * max(len(one), len(other)):
        return None
    if max(len(one), len(other)) > AGAIN_LONGEST or not any(weight(word) for word in one if word in other):
        return None
    return Pairing(earlier, later, telling(word for word in one if word in other), ("speaker",), ("wording",), 0.55)


def _by_rare_word(rows: Sequence[Claim]) -> dict[str, list[int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for number, claim in enumerate(rows):
        for word in {stem(word) for word in claim.modifiers if weight(word) >= RARE}:
            holders[word].append(number)
    return holders


def _by_run(rows: Sequence[Claim]) -> dict[tuple[str, ...], list[int]]:
    """Quotations by every run of RUN words, however common the words."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, claim in enumerate(rows):
        words = claim.wording.split()
        if len(words) >= FEWEST_WORDS:
            for run in {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}:
                holders[run].append(number)
    return holders


def compare(a: Claim, b: Claim) -> Pairing | None:
    """The argument for one utterance, or None."""
    if a.document == b.document and a.paragraph == b.paragraph and abs(a.sentence - b.sentence) <= 1:
        return None  # one speech, which may repeat itself: "Not to a Hale. Not to a Ruiz."
    speaker = same_speaker(a, b)
    if speaker is False or contained(a.wording, b.wording) or _overlap(a, b):
        return None
    shared = in_order(a.modifiers, b.modifiers)
    if max(len(a.modifiers), len(b.modifiers)) <= SHORT:
        against = {stem(word) for word in b.modifiers}
        shared = [word for word in a.modifiers if stem(word) in against]
    told = sum(weight(word) for word in shared)
    size = min(_size(a), _size(b))
    coverage = told / size if size else 0.0
    repeated = a.document == b.document and not _copy(a, b)  # a speaker who says much says some of it twice
    alike = (
        len(shared) >= (4 if repeated and not speaker else 3 if repeated or coverage < 0.9 else 2)
        and told >= LEAST_TOLD
        and sum(weight(word) for word in shared if not word.startswith(NAME)) >= LEAST_WORDED
        and coverage >= (0.75 if repeated else LEAST_COVERAGE)
        and compact(a.modifiers, shared)
        and compact(b.modifiers, shared)
    )
    score = -3.2 + 4.0 * coverage + 0.6 * min(told, 4.0)
    if not alike:
        verbatim = word_for_word(a.wording, b.wording, LEAST_WORDS if repeated or not speaker else FEWEST_WORDS)
        if verbatim < LEAST_VERBATIM:
            return None
        score = -3.2 + 5.0 * verbatim
    if speaker is None:
        score -= 1.2
    if repeated:
        score -= 0.7
    matched = ("words: " + ", ".join(word.removeprefix(NAME) for word in shared[:6]),)
    return Pairing(
        a,
        b,
        (("speaker", *matched) if speaker else matched),
        () if speaker else ("speaker",),
        ("wording",),
        1 / (1 + exp(-score)),
    )


def compact(words: Sequence[str], shared: Sequence[str]) -> bool:
    """Do the shared words stand together, not strewn over a long sentence that is about something else?"""
    wanted = {stem(word) for word in shared}
    places = [place for place, word in enumerate(words) if stem(word) in wanted]
    if len(places) < len(shared):
        return False
    width = min(places[i + len(shared) - 1] - places[i] for i in range(len(places) - len(shared) + 1)) + 1
    return width <= 1.7 * len(shared) + 2


def word_for_word(one: str, other: str, least: int = 7) -> float:
    """The share of the shorter one's words, common ones too, that the other has in the same order; 0 for short ones."""
    short, long = sorted((one.split(), other.split()), key=len)
    if len(short) < least or len(long) > 2 * len(short) + 4:
        return 0.0
    if len(short) < LEAST_WORDS and negations(short) != negations(long):
        return 0.0
    known = set(long)
    if sum(word in known for word in short) < LEAST_VERBATIM * len(short):
        return 0.0
    return longest(short, long) / len(short)


def negations(words: Sequence[str]) -> int:
    """How many words of it say no."""
    return sum(word in NEGATIONS or word.endswith("n't") for word in words)


def same_speaker(a: Claim, b: Claim) -> bool | None:
    """None when one of them is not named."""
    if {a.source.lower(), b.source.lower()} == {"he", "she"}:
        return False
    if not (a.source or a.subject) or not (b.source or b.subject):
        return None
    if a.subject and b.subject:
        if a.subject == b.subject or _surname_of(a.subject, b.subject):
            return True
        if a.party and a.party == b.party and not (_person(a) and _person(b)):
            return True
        return False if ":" in a.subject and ":" in b.subject and _person(a) and _person(b) else None
    return True if a.source.casefold() == b.source.casefold() else None


def _surname_of(one: str, other: str) -> bool:
    """ "person:lee" is person:ana-lee in an article that names nobody in full."""
    short, long = sorted((one, other), key=len)
    kind, _, name = short.partition(":")
    return kind == "person" and "-" not in name and long.startswith("person:") and long.endswith(f"-{name}")


def _person(claim: Claim) -> bool:
    return claim.subject.startswith("person:")


def _copy(a: Claim, b: Claim) -> bool:
    return (a.scope in COPIES) != (b.scope in COPIES)


def _overlap(a: Claim, b: Claim) -> bool:
    return a.document == b.document and a.start < b.end and b.start < a.end


def _size(claim: Claim) -> float:
    return sum(weight(word) for word in claim.modifiers)


def contained(one: str, other: str) -> bool:
    """Does one stand word for word in the other?"""
    short, long = sorted((one, other), key=len)
    return f" {short} " in f" {long} "


def in_order(a: Sequence[str], b: Sequence[str]) -> list[str]:
    """The heaviest run of words, in the order of both, that two quotations share by stem."""
    left, right = [stem(word) for word in a], [stem(word) for word in b]
    common = set(left) & set(right)
    rows = [i for i, word in enumerate(left) if word in common]
    columns = [j for j, word in enumerate(right) if word in common]
    best: list[list[tuple[float, tuple[int, ...]]]] = [[(0.0, ())] * (len(columns) + 1) for _ in range(len(rows) + 1)]
    for i, row in enumerate(rows, 1):
        for j, column in enumerate(columns, 1):
            found = max(best[i - 1][j], best[i][j - 1])
            if left[row] == right[column]:
                value, path = best[i - 1][j - 1]
                worth = min(weight(a[row]), weight(b[column])) + 0.001
                found = max(found, (value + worth, (*path, row)))
            best[i][j] = found
    return [a[row] for row in best[-1][-1][1]]


@lru_cache(65536)
def stem(word: str) -> str:
    """Without the endings that make one root another part of speech: secure, security; idle, idly; Korea, Korean."""
    if word.startswith(NAME):
        word = word[1:]
        if len(word) > 6 and word.endswith(("n", "s", "h")):
            return word.rstrip("nsh").rstrip("aei")
        return word.rstrip("aei") if len(word) > 5 else word
    if len(word) < 5:
        return word.rstrip("ey") if len(word) > 3 else word
    for ending in SUFFIXES:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    bare = word.rstrip("eyi")
    return bare if len(bare) >= 3 else word
