"""The noun phrase that speaks, where it stands to the right of its cue ("...," said X, the mayor)."""

from __future__ import annotations

from checker.attribution.content import QUOTE_CLOSE, QUOTE_OPEN, Reader
from checker.attribution.cues import word_class
from checker.attribution.draft import Tokens


def phrase_right(reader: Reader, k: int, limit: int) -> Tokens | None:
    """The noun phrase that begins at `k`, with its apposition."""
    analysis = reader.analysis
    words, tags, lowers = analysis.words, analysis.tags, analysis.lowers
    start = k
    if k >= limit:
        return None
    if tags[k] == "SUBJ" or lowers[k] in ("he", "she", "they", "it", "we", "i"):
        return k, k + 1
    while k < limit:
        tag = tags[k]
        if words[k] == "(":
            while k < limit and words[k] != ")":
                k += 1
            k += 1
            continue
        if reader.opens(k) and k > start and tags[k - 1] in ("POSS", "DET", "ADJ", "NOUN"):
            quote = reader.quote_at(k)  # a quoted name: "the institute's ‘Aid Tracker’"
            if quote is not None and quote.last - quote.first <= 8:
                k = quote.last
                continue
        if words[k] in QUOTE_OPEN or words[k] in ";:—–" or words[k] in QUOTE_CLOSE:
            break
        if k in reader.timed and k > start:
            break
        if words[k] == ",":
            following = k + 1
            if (
                following < limit
                and (
                    tags[following] == "DET"
                    or lowers[following] in APPOSED
                    or lowers[following].isdigit()
                    or tags[following] in ("NOUN", "ADJ", "PROPN", "")
                )
                and not reader.statement(following, next_comma(words, following, limit))
            ):
                k = next_comma(words, following, limit)
                continue
            if following < limit and lowers[following] in ("who", "whose"):
                k = next_comma(words, following, limit)
                continue
            break
        if (
            tag in ("SUB", "MODAL")
            or (tag == "REL" and lowers[k] not in ("who", "whose"))
            or lowers[k] in ("as", "while", "when", "after", "before")
        ):
            break
        group = analysis.verb_at.get(k)
        if (
            group is not None
            and group.finite
            and not (lowers[start] in ("a", "an") and lowers[k] == group.lemma)  # "a US research group"
            and not any(lowers[j] in ("who", "that", "which") for j in range(start, k))
        ):
            break
        if tag == "PREP" and lowers[k] not in ("of", "for", "from", "with", "at", "de") and k > start:
            break
        if tag == "TO":
            break
        k += 1
    k = min(k, limit)
    while k > start and (words[k - 1] in ",." or tags[k - 1] in ("PREP", "DET", "CONJ")):
        k -= 1
    return (start, k) if k > start else None


APPOSED = word_class("apposition")


def next_comma(words: list[str], k: int, limit: int) -> int:
    while k < limit and words[k] not in (",", "”", "“", '"', ";"):
        k += 1
    return k
