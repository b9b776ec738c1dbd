"""Verb groups: chains such as "would not have been sent", with tense, voice and negation."""

from __future__ import annotations

import re
from itertools import pairwise

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


AFTER_TO = frozenset(("VERB", "BE", "HAVE", "NOUN", "ADJ", "ADV"))


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
    if kind == "base" and tags[head] == "PART":
        kind = "past"  # "was shut"
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
