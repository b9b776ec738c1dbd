"""Where clauses begin: a noun phrase and then a finite verb."""

from __future__ import annotations

from checker.language import Analysis

DASHES = frozenset("—–-―")
AHEAD = 16  # tokens to look for "that", an opening quotation mark, or the end of an aside


def finite_ahead(analysis: Analysis, k: int, limit: int) -> bool:
    """Does a clause begin at `k`: a noun phrase and then a finite verb?"""
    tags, verb_at, words, lowers = (
        analysis.tags,
        analysis.verb_at,
        analysis.words,
        analysis.lowers,
    )
    start = k
    if k + 1 < limit and (tags[k] == "SUBJ" or lowers[k] == "there") and k not in verb_at:
        if tags[k + 1] == "QUOTE":  # "said he “would fight”"
            return k + 2 in verb_at and verb_at[k + 2].finite
        return tags[k + 1] not in ("PUNCT", "PREP") or words[k + 1] in ("'s", "’s")
    relative = False
    while k < limit and k - start < 25:
        if tags[k] == "CONJ" and k + 1 in verb_at and verb_at[k + 1].finite and k > start:
            return False  # "called it a threat and vowed"
        group = verb_at.get(k)
        if group is not None and group.finite:
            if not relative or k == start:
                return k > start
            relative = False
            k = group.last
            continue
        if words[k] in ";:":
            return False
        if words[k] == ",":
            k = aside_end(analysis, k, limit)  # "Ruiz, the mayor, was"
            if k < 0:
                return False
            continue
        if lowers[k] in ("who", "which", "that", "whose"):
            if k == start:
                return False
            relative = True
        k += 1
    return False


def aside_end(analysis: Analysis, comma: int, limit: int) -> int:
    """The token after the comma that closes an aside with no verb of its own; -1 when there is none."""
    words, verb_at = analysis.words, analysis.verb_at
    for k in range(comma + 1, min(limit, comma + AHEAD)):
        if words[k] == ",":
            return k + 1
        if k in verb_at and verb_at[k].finite and analysis.lowers[k - 1] not in ("who", "which"):
            return -1
    return -1


def line_end(analysis: Analysis, token: int) -> int:
    """The token after the last of the line that holds `token`."""
    line = analysis.text.find("\n", analysis.starts[token])
    return len(analysis.words) if line < 0 else analysis.token_at(line) + 1
