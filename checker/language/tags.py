"""Coarse tags without a tagger: closed classes by table, the rest by suffix and neighbours."""

from __future__ import annotations

from functools import cache
from itertools import compress
from operator import itemgetter, not_
from typing import NamedTuple

from checker.language.lexicon import table
from checker.language.morphology import unchanging, unknown_verb, verb_forms
from checker.language.parts import Sentence


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
APPOSITION = 10  # tokens between the commas of an apposition
POSSESSIVE = frozenset(("’s", "'s"))


class Form(NamedTuple):
    """What a word says of its tag before its neighbours are asked."""

    closed: str  # tag of the tables or of a mark, "" for the open classes
    settled: str  # the tag, where no neighbour can change it, else ""
    verb: str  # kind of the verb form that it may be, "" for none
    capital: bool


class _Forms(dict[str, Form]):
    """The form of every word that was asked for."""

    MOST = 200_000  # a long run over many languages shall not grow without end

    def __missing__(self, word: str) -> Form:
        if len(self) > self.MOST:
            self.clear()
        found = self[word] = _form(word, word.lower())
        return found


_forms = _Forms()


def _form(word: str, low: str) -> Form:
    closed = closed_class().get(low) or ("" if word[0].isalpha() else _mark(word, low))
    capital = word[0].isupper()
    verb = verb_forms().get(low)
    if closed:
        doing = closed == "ADJ" and verb is not None and verb[1] == "base"  # open, own, clear
        settled = word == low and low not in POSSESSIVE and not doing
        return Form(closed, closed if settled else "", "base" if doing else "", capital)
    if verb is None and low.endswith(("ed", "ing")) and "-" not in low:
        verb = unknown_verb(low)
    return Form("", "" if verb or capital else _open_class(low, capital), verb[1] if verb else "", capital)


def tag(words: list[str], lowers: list[str], sentences: list[Sentence]) -> list[str]:
    """One tag for each word."""
    forms = list(map(_forms.__getitem__, words))
    tags = list(map(itemgetter(1), forms))
    openers = {sentence.first for sentence in sentences}
    headlines = {t for one in sentences if one.scope == "headline" for t in range(one.first, one.last)}
    for i in list(compress(range(len(tags)), map(not_, tags))):
        closed, _, verb, capital = forms[i]
        opens = i in openers
        previous = tags[i - 1] if i and not opens else ""
        if closed and verb and _does(tags, forms, i, previous):
            tags[i] = "VERB"
        elif closed:
            tags[i] = _closed(closed, words[i], lowers, i, previous, opens, i in headlines)
        elif capital and not opens and previous != "QUOTE":
            tags[i] = "PROPN"
        elif verb == "ing":
            tags[i] = "ING"
        elif verb:
            tags[i] = _verb_or_noun(verb, previous, tags, forms, lowers, i, capital)
        else:
            tags[i] = _open_class(lowers[i], capital)
    return tags


def _does(tags: list[str], forms: list[Form], i: int, previous: str) -> bool:
    """Is a word that may be adjective or verb the verb: "will open", "they own 40 homes"?"""
    back = i - 1
    while back >= 0 and tags[back] in ("ADV", "NEG"):
        back -= 1
    follows = forms[i + 1].closed if i + 1 < len(forms) else ""
    left = tags[back] if previous and back >= 0 else ""
    if left == "DO":
        return back < i - 1  # "did not open", but "did better"
    return left in ("MODAL", "TO") or (left == "SUBJ" and follows in ("DET", "NUM", "PRON"))


def _closed(tag: str, word: str, lowers: list[str], i: int, previous: str, opens: bool, headline: bool) -> str:
    """The tag of a word of the tables that has a capital, or of a possessive ending."""
    low = lowers[i]
    if word != low and not opens and tag in ("ADJ", "ADV", "NOUN") and previous not in ("QUOTE", "PUNCT"):
        return "PROPN"
    if len(word) > 1 and word.isupper() and not headline and not opens and tag != "NUM":
        return "PROPN"  # the US, the WHO
    if tag == "MODAL" and word[0].isupper() and not opens and not headline and previous != "QUOTE":
        return "PROPN"  # Will Young, Theresa May
    if low in POSSESSIVE and previous not in ("SUBJ", "REL", "SUB") and lowers[i - 1] not in ("there", "here"):
        return "POSS"  # else a contraction: "he's leaving"
    return tag


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


def _closes_apposition(tags: list[str], lowers: list[str], comma: int) -> bool:
    """Is it the second comma round a name?"""
    opens = next((at for at in range(comma - 1, max(0, comma - APPOSITION), -1) if tags[at] == "PUNCT"), -1)
    return lowers[comma] == lowers[opens] == "," and tags[comma - 1] == "PROPN" and tags[opens - 1] in ("NOUN", "PROPN")


def _verb_or_noun(
    kind: str, previous: str, tags: list[str], forms: list[Form], lowers: list[str], i: int, capital: bool
) -> str:
    """The tag of a token that is a verb form by table or suffix, decided by its neighbours."""
    back = i - 1
    while back >= 0 and tags[back] in ("ADV", "NEG"):
        back -= 1
    left = tags[back] if back >= 0 and previous else ""
    follows = forms[i + 1].closed if i + 1 < len(tags) else ""
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
    same_past = kind == "base" and lowers[i] in unchanging()
    if same_past and left in ("BE", "HAVE"):
        return "PART"  # "was shut", "had cut"
    if follows in ("BE", "MODAL", "HAVE"):
        return "NOUN"
    takes_object = follows in ("DET", "SUBJ", "PRON", "NUM", "TO", "REL", "ADV") or (
        i + 1 < len(tags) and not follows and lowers[i + 1][:1].isalpha() and left in ("PROPN", "NOUN")
    ) or follows == "PREP"  # fmt: skip
    plural = back >= 0 and lowers[back].endswith("s") and left in ("NOUN", "PROPN")
    if kind == "s":
        if left == "PUNCT" and follows in ("REL", "TO"):
            return "VERB"  # "the agency, the NIS, claims that"
        if left == "PUNCT" and follows in ("DET", "NUM", "PRON") and _closes_apposition(tags, lowers, back):
            return "VERB"  # "the founder, Ana Ruiz, owns 38%"
        if follows == "ADV" and i + 2 < len(lowers) and lowers[i + 2] in verb_forms():
            return "NOUN"  # "media reports also indicate"
        agrees = left in ("SUBJ", "REL") or (left in ("PROPN", "NOUN") and not (plural and left == "NOUN"))
        return "VERB" if agrees and takes_object else "NOUN"
    if left in ("CONJ", "PUNCT") and follows in ("DET", "PRON", "NUM"):
        return "VERB"
    if same_past and left in ("NOUN", "PROPN", "REL") and follows in ("DET", "PRON", "NUM", "SUBJ"):
        return "VERB"  # "the storm hit the coast"
    return "VERB" if (plural or left == "SUBJ") and takes_object else ("PROPN" if capital else "NOUN")
