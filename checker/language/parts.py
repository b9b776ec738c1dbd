"""What a text is cut into: sentences and verb groups."""

from __future__ import annotations

import msgspec


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """One sentence; `first`..`last` are its tokens, last exclusive."""

    start: int
    end: int
    first: int
    last: int
    scope: str
    paragraph: int


class VerbGroup(msgspec.Struct, frozen=True, gc=False):
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
