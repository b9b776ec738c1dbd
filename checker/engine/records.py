"""A rule as it is run, and what it finds.  Flat data: a compiled rule is stored as msgpack, never as pickle."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from checker.records import ClaimKey

# A node of a compiled condition: ["and", x, y], ["field", "a", "least"], ["call", "apart", x, y] ...
Node = list[Any]


class Rule(msgspec.Struct, frozen=True):
    """One rule file, compiled: names checked, condition and templates parsed."""

    id: str
    name: str
    kind: str  # pair relation slot
    severity: str  # by-class error warning note
    status: str  # stable preview
    what: str
    why: str
    help: str
    where: Node
    message: tuple[str | Node, ...]
    derivation: tuple[str | Node, ...] = ()
    finding_class: str = msgspec.field(default="", name="class")  # "" = decided by who says what, and when
    aspect: tuple[str, ...] = ()  # () = any
    relation: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    agree: tuple[str, ...] = ()
    instead_of: tuple[str, ...] = ()  # ids or names of rules that keep quiet about the same two claims
    confidence: float = 0.9  # of a relation; a pair's is that of its sameness
    symmetric: bool = True  # the condition reads the same with a and b exchanged
    roles: tuple[str, ...] = ()  # roles the condition looks at, in its order
    path: str = ""


class RuleSet(msgspec.Struct, frozen=True):
    """The rules of a run; later ones of the same id have replaced earlier ones."""

    rules: tuple[Rule, ...] = ()

    def only(self, names: Iterable[str]) -> RuleSet:
        """The rules with these ids or names; all stable ones when none are given."""
        wanted = {name.casefold() for name in names}
        if not wanted:
            return RuleSet(tuple(r for r in self.rules if r.status == "stable"))
        return RuleSet(tuple(r for r in self.rules if r.id.casefold() in wanted or r.name.casefold() in wanted))

    def find(self, name: str) -> Rule | None:
        """The rule of this id or name, whatever its capitals."""
        key = name.casefold()
        return next((r for r in self.rules if key in (r.id.casefold(), r.name.casefold())), None)


class Hit(msgspec.Struct, frozen=True):
    """A rule whose condition holds for these claims; `roles` names each claim's part in it (a, b; total, part ...)."""

    rule: Rule
    claims: tuple[ClaimKey, ...]
    roles: tuple[str, ...]
    confidence: float
    slot: int = -1
    same: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    differ: tuple[str, ...] = ()
