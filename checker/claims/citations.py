"""Quotations that the text itself takes up again: "the phrase “...”", "her description of it as “...”".

A noun of saying that points back, with or without its owner, says that what follows was said before, in those words.
"""

from __future__ import annotations

from functools import cache

import msgspec

from checker.claims.draft import Draft
from checker.language.lexicon import items, table
from checker.language.morphology import singular

BACK = 12  # tokens before the quotation in which the noun stands
AHEAD = 2  # and behind it: 'the "dark day" remark'
POINTING = frozenset(("the", "his", "her", "its", "their", "that", "this", "these", "those", "whose", "my", "our"))
FRAMING = frozenset(
    ("PUNCT", "QUOTE", "PREP", "DET", "SUBJ", "PRON", "HAVE", "BE", "SUB", "REL", "NOUN", "PROPN", "ADJ", "ADV", "TO")
)
SAYING = frozenset(("read", "say", "be", "have", "use", "include", "contain", "state", "call", "describe"))


class Citation(msgspec.Struct, frozen=True):
    """How a quotation is taken up again: whose words the text says they are, "" words where it does not say."""

    owner: tuple[str, ...]


@cache
def nouns() -> frozenset[str]:
    """What was said is called by these, of `citation_nouns.tsv`."""
    return frozenset(word for row in table("citation_nouns") for word in items(row["words"]))


def citation(draft: Draft, start: int, end: int) -> Citation | None:
    """The noun that points back with the quotation at start..end, or None."""
    analysis = draft.analysis
    first, last = analysis.tokens_of(start, end)
    sentence = analysis.sentences[analysis.sentence_at(start)]
    for token in range(last, min(sentence.last, last + AHEAD)):
        if analysis.tags[token] == "NOUN" and singular(analysis.lowers[token]) in nouns():
            return _owned(draft, first - 1, sentence.first)
    token = first - 1
    while token >= max(sentence.first, first - BACK):
        if analysis.tags[token] in ("NOUN", "PROPN", "VERB") and singular(analysis.lowers[token]) in nouns():
            found = _owned(draft, token, sentence.first)
            if found is not None:
                return found
        group = analysis.verb_at.get(token)
        if group is None and analysis.tags[token] not in FRAMING:
            return None
        if group is not None and group.lemma not in SAYING:
            return None
        token -= 1
    return None


def _owned(draft: Draft, noun: int, floor: int) -> Citation | None:
    """Whose the noun at a token is; None where it does not point back ("a statement")."""
    analysis = draft.analysis
    token = noun - 1
    while token >= floor and analysis.tags[token] in ("ADJ", "NOUN", "NUM", "QUOTE"):
        token -= 1
    if token < floor:
        return None
    if analysis.tags[token] == "POSS" or analysis.lowers[token] in ("'", "’"):
        owner = token - 1
        while owner >= floor and analysis.tags[owner] in ("NOUN", "PROPN", "ADJ"):
            owner -= 1
        return Citation(tuple(analysis.lowers[owner + 1 : token]))
    return Citation(()) if analysis.lowers[token] in POINTING else None
