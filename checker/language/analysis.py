"""`analyse`: sentences, tokens with coarse tags, verb groups, in one linear pass each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from itertools import pairwise

import msgspec

from checker.language.lexicon import table
from checker.language.morphology import unknown_verb, verb_forms
from checker.records import Document, Scope

# A token is a number with what sticks to it, a dotted abbreviation, a word (hyphens and inner apostrophes stay), a
# possessive ending, or one other character.
TOKEN = re.compile(
    r"[A-Za-z]{2,}(?![\w’'‐‑&-])"  # by far the commonest, and the cheapest to see
    r"|(?:[A-Za-z]\.){2,}"
    r"|\d+(?:[.,:]\d+)*(?:-\w+(?:-\w+)*|[A-Za-z%]+)?"
    r"|[’'](?:s|S|ll|ve|re|m|d)\b"
    r"|[^\W\d_]\w*(?:(?:[-‐‑&]|[’'](?!(?:[sS]|ll|ve|re|m|d)\b))\w+)*"
    r"|[^\w\s]|_+|\w+"
)
# Where a sentence may end: final punctuation, closing marks, white space; a line's end always does.
SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s)|\n+")
ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Maj|Capt|Cmdr|Adm|Prof|Rev|Hon|Jr|Sr|Inc|Corp|Co|Ltd|No|vs|Mt|Ft|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|approx|est|fig|Gov|Pres|Supt|Det|Insp|Messrs|Bros|e\.g|i\.e)|\b[A-Za-z](?:\.[A-Za-z])*)\.$"
)
# An abbreviation that may end a sentence when a capital follows.
FINAL_ABBREVIATION = re.compile(r"(?:\b(?:a\.m|p\.m|U\.S|U\.N|U\.K|Inc|Corp|Co|Ltd|Jr|Sr|D\.C|E\.U)\.)$")


class Sentence(msgspec.Struct, frozen=True):
    """One sentence; `first`..`last` are its tokens, last exclusive."""

    start: int
    end: int
    first: int
    last: int
    scope: str
    paragraph: int


class VerbGroup(msgspec.Struct, frozen=True):
    """A chain such as "would not have been sent": tokens first..last (exclusive), its head and what the chain says."""

    first: int
    last: int
    head: int  # token of the main verb
    start: int
    end: int
    lemma: str
    tense: str  # past present future none
    aspect: str = ""  # perfect, progressive, or both joined by a space
    passive: bool = False
    modal: str = ""  # may might could would should must can; will is tense future
    negated: bool = False
    finite: bool = True
    infinitive: bool = False  # "to send"
    sentence: int = 0


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

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence that holds `offset`, or the last that starts before it; -1 where there is none."""
        return bisect_right(self.sentences, offset, key=_start) - 1


def _start(sentence: Sentence) -> int:
    return sentence.start


def analyse(document: Document) -> Analysis:
    """Sentences, tokens, tags and verb groups of a document; linear in its length."""
    text = document.text
    lower = text.lower()
    if len(lower) != len(text):  # a few letters grow when lowered
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    spans = [match.span() for match in TOKEN.finditer(text)]
    starts = [span[0] for span in spans]
    ends = [span[1] for span in spans]
    words = [text[a:b] for a, b in zip(starts, ends, strict=True)]
    lowers = [lower[a:b] for a, b in zip(starts, ends, strict=True)]
    scopes = document.scopes or (Scope(0, len(text), "body", 1),)
    sentences = _sentences(text, scopes, starts)
    tags = _tags(words, lowers, sentences)
    groups, verb_at = _verb_groups(lowers, tags, starts, ends, sentences)
    return Analysis(document, text, lower, sentences, starts, ends, words, lowers, tags, groups, verb_at)


# ------------------------------------------------------------------------------------------------- sentences


def _sentences(text: str, scopes: tuple[Scope, ...], starts: list[int]) -> list[Sentence]:
    spans: list[tuple[int, int, Scope]] = []
    for scope in scopes:
        begin = scope.start
        for match in SENTENCE_END.finditer(text, scope.start, scope.end):
            end = match.end()
            if text[match.start()] != "\n" and not _ends(text, match.start(), end, scope.end):
                continue
            spans.append((begin, end, scope))
            begin = end
        spans.append((begin, scope.end, scope))
    sentences: list[Sentence] = []
    last = 0
    for begin, end, scope in spans:
        while begin < end and text[begin].isspace():
            begin += 1
        while end > begin and text[end - 1].isspace():
            end -= 1
        if begin == end:
            continue
        first = bisect_left(starts, begin, last)
        last = bisect_left(starts, end, first)
        sentences.append(Sentence(begin, end, first, last, scope.kind, scope.paragraph))
    return sentences


def _ends(text: str, mark: int, end: int, limit: int) -> bool:
    """Does the punctuation at `mark` end a sentence?"""
    follows = end
    while follows < limit and text[follows].isspace():
        follows += 1
    if follows >= limit:
        return True
    first = text[follows]
    opens = first in "\"'“‘([—–-$£€" or first.isupper() or first.isdigit()
    if text[mark] != ".":
        return opens
    before = text[max(0, mark - 12) : mark + 1]
    if ABBREVIATION.search(before):
        if not FINAL_ABBREVIATION.search(before):
            return False
        word = re.match(r"[\"'“‘(]*(\w+)", text[follows : follows + 24])
        # "5 p.m. The", "in the U.S. Police said": a closed-class word with a capital, where a name would go on
        return bool(
            word
            and word.group(1)[0].isupper()
            and (word.group(1).lower() in closed_class() or word.group(1) in ("Police", "Officials"))
        )
    return opens


# ------------------------------------------------------------------------------------------------------ tags


@cache
def closed_class() -> dict[str, str]:
    """Lower-case word → tag of `words.tsv`."""
    tags = {row["word"]: row["tag"] for row in table("words")}
    tags.update({word.replace("'", "’"): tag for word, tag in tags.items() if "'" in word})
    return tags


ADJECTIVE_SUFFIX = ("ous", "ful", "ive", "able", "ible", "ical", "ish", "less", "ial", "ic", "ary", "ent", "ant", "al")
# Suffixes that look like an adjective's and are a noun's; single nouns of that kind stand in words.tsv.
NOUN_SUFFIX = ("ment", "dent", "cent", "lient")
NOMINAL = frozenset(("DET", "ADJ", "POSS", "NUM", "PREP"))
AUXILIARY = frozenset(("BE", "HAVE", "DO", "MODAL", "TO"))


def _tags(words: list[str], lowers: list[str], sentences: list[Sentence]) -> list[str]:
    closed = closed_class()
    forms = verb_forms()
    tags = [
        closed.get(low) or ("" if word[0].isalpha() else _mark(word, low))
        for word, low in zip(words, lowers, strict=True)
    ]
    openers = {sentence.first for sentence in sentences}
    headlines = {t for one in sentences if one.scope == "headline" for t in range(one.first, one.last)}
    for i, tag in enumerate(tags):
        word, low = words[i], lowers[i]
        previous = tags[i - 1] if i and i not in openers else ""
        if tag:
            if (
                word != low
                and i not in openers
                and tag in ("ADJ", "ADV", "NOUN")
                and previous not in ("QUOTE", "PUNCT")
            ):
                tags[i] = "PROPN"
            elif len(word) > 1 and word.isupper() and i not in headlines and i not in openers and tag != "NUM":
                tags[i] = "PROPN"  # the US, the WHO
            elif (
                tag == "MODAL" and word[0].isupper() and i not in openers and i not in headlines and previous != "QUOTE"
            ):
                tags[i] = "PROPN"  # Will Young, Theresa May
            elif (
                low in ("’s", "'s")
                and previous not in ("SUBJ", "REL", "SUB")
                and lowers[i - 1] not in ("there", "here")
            ):
                tags[i] = "POSS"  # else a contraction: "he's leaving"
            continue
        verb = forms.get(low)
        capital = word[0].isupper()
        if capital and i not in openers and previous != "QUOTE":
            tags[i] = "PROPN"
            continue
        if verb is None and low.endswith(("ed", "ing")) and "-" not in low:
            verb = unknown_verb(low)
        if verb is None:
            tags[i] = _open_class(low, capital)
            continue
        tags[i] = _verb_or_noun(verb[1], low, previous, tags, lowers, i, capital)
    return tags


def _mark(word: str, low: str) -> str:
    """The tag of a token that begins with no letter."""
    if word[0].isdigit():
        return "NUM"
    return "QUOTE" if word[0] in '"“”‘' else "PUNCT"


def _open_class(low: str, capital: bool) -> str:
    if low.endswith("ly") and len(low) > 4:
        return "ADV"
    if not capital and len(low) > 4 and low.endswith(ADJECTIVE_SUFFIX) and not low.endswith(NOUN_SUFFIX):
        return "ADJ"
    return "PROPN" if capital else "NOUN"


def _verb_or_noun(kind: str, low: str, previous: str, tags: list[str], lowers: list[str], i: int, capital: bool) -> str:
    """The tag of a token that is a verb form by table or suffix, decided by its neighbours."""
    back = i - 1
    while back >= 0 and tags[back] in ("ADV", "NEG"):
        back -= 1
    left = tags[back] if back >= 0 and previous else ""
    follows = tags[i + 1] if i + 1 < len(tags) else ""
    if kind == "ing":
        return "ING"
    if kind in ("past", "preterite", "participle"):
        if left in ("DET", "POSS", "ADJ") or (left in ("PREP", "NUM") and not follows and kind != "preterite"):
            # "the injured men", "of reported cases": a participle in front of a noun
            if follows in ("", "ADJ"):
                return "ADJ"
            return "NOUN" if left == "DET" and follows in ("BE", "HAVE", "VERB") else "PART"
        if left in ("BE", "HAVE") or kind == "participle":
            return "PART"
        return "VERB"
    if left in ("TO", "MODAL", "DO", "SUBJ") or (left == "REL" and kind == "s"):
        return "VERB"
    if left in NOMINAL:
        return "NOUN"
    if follows in ("BE", "MODAL", "HAVE"):
        return "NOUN"
    takes_object = follows in ("DET", "SUBJ", "PRON", "NUM", "TO", "REL", "ADV") or (
        i + 1 < len(tags) and not follows and lowers[i + 1][:1].isalpha() and left in ("PROPN", "NOUN")
    ) or follows == "PREP"  # fmt: skip
    plural = back >= 0 and lowers[back].endswith("s") and left in ("NOUN", "PROPN")
    if kind == "s":
        if left == "PUNCT" and follows in ("REL", "TO"):
            return "VERB"  # "the agency, the NIS, claims that"
        if follows == "ADV" and i + 2 < len(lowers) and lowers[i + 2] in verb_forms():
            return "NOUN"  # "media reports also indicate"
        agrees = left in ("SUBJ", "REL") or (left in ("PROPN", "NOUN") and not (plural and left == "NOUN"))
        return "VERB" if agrees and takes_object else "NOUN"
    if left in ("CONJ", "PUNCT") and follows in ("DET", "PRON", "NUM"):
        return "VERB"
    return "VERB" if (plural or left == "SUBJ") and takes_object else ("PROPN" if capital else "NOUN")


# ----------------------------------------------------------------------------------------------- verb groups

CHAIN = frozenset(("MODAL", "BE", "HAVE", "DO", "NEG", "VERB", "PART", "ING"))
CHAIN_OPENERS = CHAIN - {"NEG"} | {"TO"}
FUTURE = frozenset(("will", "shall", "'ll", "’ll", "won't", "won’t", "ll"))
MODAL_LEMMA = {"can": "can", "cannot": "can", "ca": "can", "wo": "will"}


def _verb_groups(
    lowers: list[str], tags: list[str], starts: list[int], ends: list[int], sentences: list[Sentence]
) -> tuple[list[VerbGroup], dict[int, VerbGroup]]:
    groups: list[VerbGroup] = []
    verb_at: dict[int, VerbGroup] = {}
    number, free, limit = -1, 0, 0
    for i in [token for token, tag in enumerate(tags) if tag in CHAIN_OPENERS]:
        if i < free:
            continue  # inside the group before
        while i >= limit and number + 1 < len(sentences):
            number += 1
            limit = sentences[number].last
        if i < sentences[number].first or i >= limit:
            continue
        if tags[i] == "TO" and (i + 1 >= limit or tags[i + 1] not in AFTER_TO):
            continue
        group = _chain(lowers, tags, starts, ends, i, limit, number)
        if group is None:
            continue
        groups.append(group)
        for token in range(group.first, group.last):
            verb_at[token] = group
        free = group.last
    return groups, verb_at


AFTER_TO = frozenset(("VERB", "BE", "HAVE", "NOUN", "ADV"))


def _chain(
    lowers: list[str], tags: list[str], starts: list[int], ends: list[int], first: int, limit: int, number: int
) -> VerbGroup | None:
    """The verb group that begins at token `first`, or None ("to" before a noun)."""
    forms = verb_forms()
    parts: list[int] = []
    i = first
    infinitive = tags[first] == "TO"
    if infinitive:
        i += 1
        while i < limit and tags[i] in ("ADV", "NEG"):
            i += 1
        if i >= limit or not (tags[i] in ("VERB", "BE", "HAVE", "DO") or forms.get(lowers[i], ("", ""))[1] == "base"):
            return None
        parts.append(i)
        i += 1
    while i < limit:
        tag = tags[i]
        if tag in CHAIN and tag != "NEG":
            last = tags[parts[-1]] if parts else ""
            # a main verb closes the chain, unless what it follows is an auxiliary
            if parts and last not in ("MODAL", "BE", "HAVE", "DO"):
                break
            parts.append(i)
            i += 1
        elif tag in ("ADV", "NEG") and parts and tags[parts[-1]] in ("MODAL", "BE", "HAVE", "DO"):
            ahead = i
            while ahead < limit and tags[ahead] in ("ADV", "NEG"):
                ahead += 1
            if ahead < limit and tags[ahead] in CHAIN:
                i = ahead
            else:
                break
        else:
            break
    if not parts:
        return None
    last_part = parts[-1]
    end = last_part + 1
    negated = any(
        tags[k] == "NEG" or lowers[k].endswith(("n't", "n’t", "cannot")) for k in range(first, min(limit, end + 1))
    )
    if tags[first] in ("ING", "TO", "PART"):  # "of not directly supplying", "not to go"
        behind = first - 1
        while behind > 0 and tags[behind] == "ADV":
            behind -= 1
        negated = negated or (behind >= 0 and tags[behind] == "NEG" and tags[behind - 1] not in AUXILIARY)
    if end < limit and tags[end] == "NEG":
        end += 1
    head = last_part
    known = forms.get(lowers[head]) or unknown_verb(lowers[head])
    lemma = known[0] if known else {"BE": "be", "HAVE": "have", "DO": "do"}.get(tags[head], lowers[head])
    kind = known[1] if known else ""
    lead = parts[0]
    lead_low = lowers[lead]
    modal = ""
    aspect = []
    passive = False
    if tags[lead] == "MODAL":
        modal = "will" if lead_low in FUTURE else MODAL_LEMMA.get(lead_low, re.sub(r"n[’']t$", "", lead_low))
    tense = _tense(tags[lead], lead_low, kind, modal)
    for left, right in pairwise(parts):
        if tags[left] == "HAVE":
            aspect.append("perfect")
        if tags[left] == "BE" and tags[right] == "ING":
            aspect.append("progressive")
        if tags[left] == "BE" and tags[right] in ("PART", "VERB") and kind in ("past", "participle"):
            passive = True
    finite = not infinitive and not (len(parts) == 1 and tags[head] in ("ING", "PART"))
    return VerbGroup(
        first, end, head, starts[first], ends[end - 1], lemma, "none" if infinitive or not finite else tense,
        " ".join(aspect), passive or (tags[head] == "PART" and len(parts) == 1), "" if modal == "will" else modal,
        negated, finite, infinitive, number,
    )  # fmt: skip


PAST_AUXILIARY = frozenset(word + ending for word in ("was", "were", "had", "did") for ending in ("", "n't", "n’t"))


def _tense(tag: str, low: str, kind: str, modal: str) -> str:
    if modal == "will":
        return "future"
    if tag == "MODAL":
        return "present"
    if tag in ("BE", "HAVE", "DO"):
        return "past" if low in PAST_AUXILIARY else "present"
    return "past" if kind in ("past", "preterite", "participle") else "present"
