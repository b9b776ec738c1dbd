"""Whether something is done, going on, planned, promised or only supposed: read off the verb and what governs it."""

from __future__ import annotations

from functools import cache

from checker.language import Analysis, VerbGroup
from checker.language.lexicon import table
from checker.language.morphology import singular


@cache
def statuses(form: str) -> dict[str, str]:
    """Lemma → status, of the rows of one form in `status.tsv`."""
    return {row["lemma"]: row["status"] for row in table("status") if row["form"] == form}


def status_of(analysis: Analysis, verb: VerbGroup | None, left: int, first: int, last: int) -> str:
    """done ongoing planned promised hypothetical, from the governing verb, what governs it, and nouns of plan; "" where
    nothing tells (no verb, a bare infinitive, the present of a state)."""
    nouns, verbs = statuses("noun"), statuses("verb")
    lowers, tags = analysis.lowers, analysis.tags
    if left < len(lowers) and lowers[left] in ("if", "unless", "whether"):
        return "hypothetical"
    if left + 1 < len(lowers) and lowers[left] in INVERTED and tags[left + 1] in ("PROPN", "SUBJ", "DET"):
        return "hypothetical"  # "Had the envoy left"
    for token in range(max(left, first - 5), min(len(lowers), last + 2)):
        if tags[token] in ("NOUN", "PROPN"):
            found = nouns.get(singular(lowers[token]))
            if found:
                return found
    if verb is None:
        return ""
    if not verb.finite and not verb.infinitive and not verb.passive:  # "could include sending": as the verb above it
        above = next((analysis.verb_at[t] for t in range(verb.first - 1, left - 1, -1) if t in analysis.verb_at), None)
        if above is not None and (above.modal or above.tense == "future"):
            return statuses("modal").get(above.modal, "planned")
    if verb.modal:
        return statuses("modal").get(verb.modal, "hypothetical")
    if verb.tense == "future":
        return "planned"
    if verb.infinitive:
        token = verb.first - 1
        while token >= 0 and tags[token] in ("ADV", "PUNCT"):
            token -= 1
        above = analysis.verb_at.get(token)
        for _ in range(6):  # the verb that governs "to ...", across its object: "asked Seoul to send"
            if above is not None or token < left or tags[token] in ("PUNCT", "QUOTE"):
                break
            found = statuses("adjective").get(lowers[token])
            if found:
                return found
            token -= 1
            above = analysis.verb_at.get(token)
        if above is None:
            return ""
        if above.lemma in ("be", "have"):
            return "planned"  # "is to cut", "has to pay"
        found = verbs.get(above.lemma)
        if found:
            return found
        return ""
    found = verbs.get(verb.lemma)
    if found and verb.lemma not in OUTCOMES:
        return found
    if "perfect" in verb.aspect or verb.tense == "past" or (verb.passive and not verb.finite):
        return "done"
    return "ongoing" if "progressive" in verb.aspect else ""


INVERTED = frozenset(("had", "were", "should"))
# Verbs that govern plans when an infinitive follows, and are deeds with an object of their own.
OUTCOMES = frozenset(("set", "agree", "decide", "order", "call", "offer", "ask"))
