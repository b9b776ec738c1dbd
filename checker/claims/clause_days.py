"""The day of what a clause tells: its own, not that of a saying; for a relative clause that of what it hangs on ("the
2013 blast, in which 17 died", "the floods of May 2009, when")."""

from __future__ import annotations

from checker import patterns
from checker.claims.spans import Index
from checker.language import Analysis, VerbGroup
from checker.language.morphology import verb_class
from checker.records import Time

RELATIVE = frozenset(("which", "that", "who", "when", "where"))
REACH = 8  # tokens before a relative clause within which its antecedent gives its date
YEAR = patterns.compile(r"\b(?:1\d|20)\d\d\b")
COMPARED = frozenset(("from", "than", "against", "with"))
SAYING = 3  # tokens between "said" and its day: "said on Monday"


def _of_saying(analysis: Analysis, time: Time, verb: VerbGroup | None) -> bool:
    """ "won the vote, the commission said on Monday": the day is not that of the win."""
    token = analysis.token_at(time.start)
    for before in range(token - 1, max(-1, token - 1 - SAYING), -1):
        group = analysis.verb_at.get(before)
        if group is not None:
            return group is not verb and verb_class(group.lemma) == "say"
        if analysis.tags[before] == "PUNCT":
            return False
    return False


def _of_another(analysis: Analysis, time: Time, figure: int) -> bool:
    """ "The lowest since independence in 1944", and for the 77 of "77 percent, down from 81 percent in April 2011": is
    it a day that the clause's figure, which stands at a token, is only compared with?"""
    told = False
    for before in range(analysis.token_at(time.start) - 1, -1, -1):
        low, tag = analysis.lowers[before], analysis.tags[before]
        if low == "since":
            return True
        if tag in ("PUNCT", "QUOTE", "VERB", "BE") or before <= figure:
            return False
        told = told or tag == "NUM"
        if told and low in COMPARED and figure >= 0:
            return True
    return False


def event_of(
    analysis: Analysis, names: Index, start: int, end: int, verb: VerbGroup | None, figure: int = -1
) -> Time | None:
    """The day or span of the clause's event: the DATE or TIME nearest to its verb that does not belong to a saying, nor
    to what the figure at token `figure` is compared with."""
    candidates = [
        t
        for t in names.times_in(start, end)
        if t.type in ("DATE", "TIME")
        and t.earliest is not None
        and not _of_another(analysis, t, figure)
        and not _of_saying(analysis, t, verb)
    ]
    if not candidates:
        return None
    if verb is None or len(candidates) == 1:
        return candidates[0]
    middle = (verb.start + verb.end) // 2
    return min(candidates, key=lambda t: (abs((t.start + t.end) // 2 - middle), t.start))


def antecedent(analysis: Analysis, names: Index, left: int, own: Time | None) -> Time | None:
    """The time of a clause that opens at `left`: its own, or for a relative clause that names no year its antecedent's:
    "the 1987 loss of the ferry, in which 50 died shortly before Christmas"."""
    if left == 0 or analysis.lowers[left] not in RELATIVE or (own is not None and YEAR.search(own.text)):
        return own
    sentence = analysis.sentences[analysis.sentence_at(analysis.starts[left])]
    first = max(sentence.first, left - REACH)
    for time in reversed(names.times_in(analysis.starts[first], analysis.starts[left])):
        if time.type != "DATE" or time.earliest is None or (own is not None and not YEAR.search(time.text)):
            continue
        between = range(analysis.token_at(time.end - 1) + 1, left)
        return own if any(_finite(analysis, token) for token in between) else time
    return own


def _finite(analysis: Analysis, token: int) -> bool:
    group = analysis.verb_at.get(token)
    return group is not None and group.finite
