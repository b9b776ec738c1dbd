"""`analyse`: sentences, tokens with coarse tags, verb groups, in one linear pass each."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from operator import add

import msgspec

from checker import patterns
from checker.language.parts import Sentence, VerbGroup
from checker.language.sentences import split
from checker.language.tags import tag
from checker.language.verbs import group
from checker.records import Document, Scope

# A token is a number with what sticks to it, a dotted abbreviation, a word (hyphens and inner apostrophes stay), a
# possessive ending, or one other character; the blanks after it are matched with it.
TOKEN = patterns.compile(
    r"(?:[A-Za-z]{2,}+(?![\w’'‐‑&-])|[.,;:()\"“”!?]"  # by far the commonest, and the cheapest to see
    r"|(?:[A-Za-z]\.){2,}"
    r"|\d+(?:[.,:]\d+)*(?:-\w+(?:-\w+)*|[A-Za-z%]+)?"
    r"|[’'](?:s|S|ll|ve|re|m|d)\b"
    r"|[^\W\d_]\w*(?:(?:[-‐‑&]|[’'](?!(?:[sS]|ll|ve|re|m|d)\b))\w+)*"
    r"|[^\w\s]|_+|\w+)\s*+"
)
_BLANKS = patterns.compile(r"\s*")


class Analysis(msgspec.Struct, frozen=True):
    """What the later rooms read.  Token columns are parallel lists."""

    document: Document
    text: str
    lower: str  # as long as text
    sentences: list[Sentence]
    starts: list[int]
    ends: list[int]
    words: list[str]  # as printed
    lowers: list[str]
    # DET SUBJ PRON PREP CONJ SUB REL MODAL BE HAVE DO NEG TO ADV ADJ NUM VERB PART ING NOUN PROPN POSS PUNCT QUOTE
    tags: list[str]
    verb_groups: list[VerbGroup]
    verb_at: dict[int, VerbGroup]  # token → the group it belongs to
    # sentence → first tokens and ends of its clause-like stretches: filled by the claims room when it is asked
    stretches: dict[int, tuple[list[int], list[int]]] = msgspec.field(default_factory=dict)
    lemmas: list[str] = msgspec.field(default_factory=list)  # of each token, likewise

    def token_at(self, offset: int) -> int:
        """The token that holds `offset`, or the last that starts before it (0 at the least)."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def tokens_of(self, start: int, end: int) -> tuple[int, int]:
        """The tokens of the span start..end: the first, and the one behind the last."""
        return self.token_at(start), self.token_at(max(start, end - 1)) + 1

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence that holds `offset`, or the last that starts before it; -1 where there is none."""
        return bisect_right(self.sentences, offset, key=_start) - 1

    def as_verb(self, token: int, lemma: str, tense: str = "past") -> VerbGroup:
        """A word as a verb of its own, where no form tells it from a noun: "which hit"."""
        start, end = self.starts[token], self.ends[token]
        return VerbGroup(token, token + 1, token, start, end, lemma, tense, sentence=self.sentence_at(start))


def _start(sentence: Sentence) -> int:
    return sentence.start


def analyse(document: Document) -> Analysis:
    """Sentences, tokens, tags and verb groups of a document; linear in its length."""
    text = document.text
    lower = text.lower()
    plain = len(lower) == len(text) and "Σ" not in text
    if len(lower) != len(text):  # a few letters grow when lowered
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    begin = len(_BLANKS.match(text)[0])  # type: ignore[index]
    pieces: list[str] = TOKEN.findall(text, begin)
    starts = list(accumulate(map(len, pieces), initial=begin))
    starts.pop()
    words = list(map(str.rstrip, pieces))
    ends = list(map(add, starts, map(len, words)))
    # a letter's small form may depend on its neighbours (sigma): then the text's is cut
    lowers = list(map(str.lower, words)) if plain else [lower[a:b] for a, b in zip(starts, ends, strict=True)]
    scopes = document.scopes or (Scope(0, len(text), "body", 1),)
    sentences = split(text, scopes, starts)
    tags = tag(words, lowers, sentences)
    groups, verb_at = group(lowers, tags, starts, ends, sentences)
    return Analysis(document, text, lower, sentences, starts, ends, words, lowers, tags, groups, verb_at)
