"""Verb groups: chains such as "would not have been sent", with tense, voice and negation."""

from __future__ import annotations

import re
from functools import cache
from itertools import compress

from checker.language.morphology import unknown_verb, verb_forms
from checker.language.parts import Sentence, VerbGroup
from checker.language.tags import AUXILIARY

CHAIN = frozenset(("MODAL", "BE", "HAVE", "DO", "NEG", "VERB", "PART", "ING"))
CHAIN_OPENERS = CHAIN - {"NEG"} | {"TO"}
FUTURE = frozenset(("will", "shall", "'ll", "’ll", "won't", "won’t", "ll"))
MODAL_LEMMA = {"can": "can", "cannot": "can", "ca": "can", "wo": "will"}


def group(
    lowers: list[str], tags: list[str], starts: list[int], ends: list[int], sentences: list[Sentence]
) -> tuple[list[VerbGroup], dict[int, VerbGroup]]:
    groups: list[VerbGroup] = []
    verb_at: dict[int, VerbGroup] = {}
    number, free, begin, limit = -1, 0, 0, 0
    for i in compress(range(len(tags)), map(CHAIN_OPENERS.__contains__, tags)):
        if i < free:
            continue  # inside the group before
        while i >= limit and number + 1 < len(sentences):
            number += 1
            limit = sentences[number].last
            begin = sentences[number].first
        if i < begin or i >= limit:
            continue
        tag = tags[i]
        if tag == "TO" and (i + 1 >= limit or tags[i + 1] not in AFTER_TO):
            continue
        if tag in MAIN:
            group = _single(lowers, tags, starts, ends, i, limit, number)
        else:
            chain = _chain(lowers, tags, starts, ends, i, limit, number)
            if chain is None:
                continue
            group = chain
        groups.append(group)
        free = group.last
        for token in range(i, free):
            verb_at[token] = group
    return groups, verb_at


MAIN = frozenset(("VERB", "PART", "ING"))  # a verb of these closes its chain: it is followed by no other
BETWEEN = frozenset(("ADV", "NEG"))  # what may stand inside a chain
AUXILIARIES = frozenset(("MODAL", "BE", "HAVE", "DO"))  # what the next verb of a chain may follow
AFTER_TO_VERB = frozenset(("VERB", "BE", "HAVE", "DO"))
AUXILIARY_LEMMA = {"BE": "be", "HAVE": "have", "DO": "do"}
PASTS = frozenset(("past", "preterite", "participle"))
NO_FORM = ("", "")
NEGATIONS = ("n't", "n’t", "cannot")
AFTER_TO = frozenset(("VERB", "BE", "HAVE", "NOUN", "ADJ", "ADV"))


def _single(
    lowers: list[str], tags: list[str], starts: list[int], ends: list[int], first: int, limit: int, number: int
) -> VerbGroup:
    """The group of a main verb without auxiliaries."""
    low, tag = lowers[first], tags[first]
    end = first + 1
    negated = low.endswith(NEGATIONS)
    if end < limit:
        if tags[end] == "NEG":
            negated = True
            end += 1
        elif lowers[end].endswith(NEGATIONS):
            negated = True
    lemma, kind = _verb(low)
    if tag == "VERB":
        tense = "past" if kind in PASTS else "present"
        return VerbGroup(first, end, first, starts[first], ends[end - 1], lemma, tense, "", False, "", negated, True,
                         False, number)  # fmt: skip
    negated = negated or _negated_before(tags, first)
    return VerbGroup(first, end, first, starts[first], ends[end - 1], lemma, "none", "", tag == "PART", "", negated,
                     False, False, number)  # fmt: skip


@cache
def _verb(low: str) -> tuple[str, str]:
    """Lemma and kind of a form; a word that is no verb is its own lemma."""
    return verb_forms().get(low) or unknown_verb(low) or (low, "")


@cache
def _is_negative(low: str) -> bool:
    return low.endswith(NEGATIONS)


def _negated_before(tags: list[str], first: int) -> bool:
    """ "of not directly supplying", "not to go" """
    behind = first - 1
    while behind > 0 and tags[behind] == "ADV":
        behind -= 1
    return behind >= 0 and tags[behind] == "NEG" and tags[behind - 1] not in AUXILIARY


def _chain(
    lowers: list[str], tags: list[str], starts: list[int], ends: list[int], first: int, limit: int, number: int
) -> VerbGroup | None:
    """The verb group that begins with an auxiliary or "to" at token `first`, or None ("to" before a noun)."""
    lead = tags[first]
    infinitive = lead == "TO"
    i = first
    if infinitive:
        i += 1
        while i < limit and tags[i] in BETWEEN:
            i += 1
        if i >= limit:
            return None
        lead = tags[i]
        if lead not in AFTER_TO_VERB and verb_forms().get(lowers[i], NO_FORM)[1] != "base":
            return None
    begin = head = i  # of the chain proper
    last = lead
    aspect = ""
    passive_by = False  # "be" before what may be a participle
    i += 1
    while last in AUXILIARIES and i < limit:  # a main verb closes the chain
        tag = tags[i]
        if tag in BETWEEN:
            ahead = i + 1
            while ahead < limit and tags[ahead] in BETWEEN:
                ahead += 1
            if ahead >= limit or tags[ahead] not in CHAIN:
                break
            i, tag = ahead, tags[ahead]
        elif tag not in CHAIN:
            break
        if last == "HAVE":
            aspect = f"{aspect} perfect".lstrip()
        elif last == "BE":
            if tag == "ING":
                aspect = f"{aspect} progressive".lstrip()
            passive_by = passive_by or tag in ("PART", "VERB")
        head, last = i, tag
        i += 1
    end = head + 1
    reach = end + 1 if end < limit else limit
    negated = "NEG" in tags[first:reach] or any(map(_is_negative, lowers[first:reach]))
    if infinitive:
        negated = negated or _negated_before(tags, first)
    if end < limit and tags[end] == "NEG":
        end += 1
    lemma, kind = _verb(lowers[head])
    if not kind:
        lemma = AUXILIARY_LEMMA.get(last, lemma)
    if kind == "base" and last == "PART":
        kind = "past"  # "was shut"
    modal = _modal(lowers[begin]) if lead == "MODAL" else ""
    alone = head == begin
    finite = not infinitive and not (alone and last in ("ING", "PART"))
    return VerbGroup(
        first, end, head, starts[first], ends[end - 1], lemma,
        _tense(lead, lowers[begin], kind, modal) if finite else "none",
        aspect, (passive_by and kind in ("past", "participle")) or (alone and last == "PART"),
        "" if modal == "will" else modal, negated, finite, infinitive, number,
    )  # fmt: skip


@cache
def _modal(low: str) -> str:
    return "will" if low in FUTURE else MODAL_LEMMA.get(low, re.sub(r"n[’']t$", "", low))


PAST_AUXILIARY = frozenset(word + ending for word in ("was", "were", "had", "did") for ending in ("", "n't", "n’t"))


def _tense(tag: str, low: str, kind: str, modal: str) -> str:
    if modal == "will":
        return "future"
    if tag == "MODAL":
        return "present"
    if tag in ("BE", "HAVE", "DO"):
        return "past" if low in PAST_AUXILIARY else "present"
    return "past" if kind in PASTS else "present"
