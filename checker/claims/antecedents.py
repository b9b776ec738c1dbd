"""What stands inside a clause or opens it: inserted phrases ("Eleven men, three of them teenagers, were held"), and
the date of what a relative clause hangs on: "the 2013 blast, in which 17 died", "the floods of May 2009, when"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from checker import patterns
from checker.language import Analysis
from checker.records import Time

RELATIVE = frozenset(("which", "that", "who", "when", "where"))
REACH = 8  # tokens before a relative clause within which its antecedent gives its date
YEAR = patterns.compile(r"\b(?:1\d|20)\d\d\b")


class Times(Protocol):
    """What finds the times of a span."""

    def times_in(self, start: int, end: int) -> Sequence[Time]: ...


def antecedent(analysis: Analysis, names: Times, left: int, own: Time | None) -> Time | None:
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


INSERTED = 9  # tokens that a phrase between commas may have
INSERTING = frozenset(("among", "including", "some", "most", "many", "mostly", "aged", "all", "both", "at"))


def inserted(analysis: Analysis, token: int, right: int) -> int:
    """The comma that closes the phrase which the comma at `token` opens between a subject and its verb; `token` where
    none is opened."""
    if analysis.words[token] != "," or token + 2 >= right:
        return token
    opens = analysis.lowers[token + 1] in INSERTING or analysis.tags[token + 1] == "NUM"
    for at in range(token + 1, min(right - 1, token + 1 + INSERTED)) if opens else ():
        group = analysis.verb_at.get(at)
        if group is not None and group.finite:
            return token
        if analysis.words[at] == ",":
            group = analysis.verb_at.get(at + 1)
            return at if group is not None and group.finite else token
    return token
