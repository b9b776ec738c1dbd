"""What the passes over one document hand to each other."""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.entities.gazetteer import Known


@dataclass(slots=True)
class Run:
    """A run of capitalised tokens, first..last (exclusive)."""

    first: int
    last: int
    opens: bool  # begins its sentence, where a capital proves nothing
    headline: bool = False  # in a line in title case, where no capital proves anything
    hit: tuple[int, Known] | None = None  # the known name that it begins with: its end, what it is
    cut: bool = False  # without the word that it began with, so that `hit` is to be looked up again


@dataclass(slots=True)
class Mention:
    """A stretch of tokens with what it was read as; mutable until the document is resolved."""

    first: int
    last: int
    kind: str  # known person organisation name
    known: Known | None = None
    title: str = ""  # as printed, lower case, nearest the name last: "south korean president"
    title_head: str = ""
    sure: bool = False  # evidence of its own that it is what `kind` says
    opens: bool = False
    party: str = ""
    id: str = ""
    name: str = ""


@dataclass(slots=True)
class Name:
    """One person of the document: all mentions that share an id."""

    words: tuple[str, ...]  # as printed in full
    keys: tuple[str, ...]  # normalised, without initials and suffix
    initials: tuple[str, ...] = ()
    suffix: str = ""
    gender: str = ""
    party: str = ""
    titles: set[str] = field(default_factory=set)
    id: str = ""
    name: str = ""
