"""The grammar of rules/lexicon/time_rules.tsv, compiled to regular expressions over strings of class characters.

A run of the text's class string is parsed once and remembered: runs such as "day month year" come again and again.
"""
from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from checker import patterns
from checker.kept import kept
from checker.language.lexicon import table
from checker.times.words import alphabet


class Node(NamedTuple):
    """What a rule made of tokens start..end (exclusive, counted from the run's first): its captures are token numbers
    or nodes."""

    make: str
    start: int
    end: int
    captures: tuple[tuple[str, int | Node], ...]


NUMBERS = frozenset(["number", "ordinal", "vague", "years-in-words"])  # nodes that are no times


class Rule(NamedTuple):
    level: int
    gives: str
    make: str
    message: bool
    expression: str
    first: frozenset[str]


# Compiled when first tried: one article needs a part of the grammar, and compiling is slow.
_compiled = cache(patterns.compile)


_PIECE = patterns.compile(r"^(?:(\w+):)?([\w$|]+)([?*+]?)$")


def _classes(names: str, macros: dict[str, str]) -> str:
    out = ""
    for name in names.split("|"):
        out += _classes(macros[name[1:]], macros) if name.startswith("$") else alphabet()[name]
    return out


def expression(source: str, macros: dict[str, str]) -> tuple[str, frozenset[str]]:
    """The regular expression of one pattern and the characters it can begin with."""
    out: list[str] = []
    pieces: list[tuple[str, str]] = []  # mark or characters, repetition
    for piece in source.split():
        if piece in ("(", "/"):
            out.append("(?:" if piece == "(" else "|")
            pieces.append((piece, ""))
        elif piece in ("(?=", "(?!") or re.fullmatch(r"\)[?*+]?", piece):
            out.append(piece)
            pieces.append((piece[0] if piece[0] == ")" else piece, piece[1:] if piece[0] == ")" else ""))
        else:
            found = _PIECE.match(piece)
            if not found:
                raise ValueError(f"time_rules: {piece!r} in {source!r}")
            chars = _classes(found[2], macros)
            out.append(f"(?P<{found[1]}>[{chars}]{found[3]})" if found[1] else f"[{chars}]{found[3]}")
            pieces.append((chars, found[3]))
    first, _, _ = _begins(pieces, 0)
    return "".join(out), frozenset(first)


def _begins(pieces: list[tuple[str, str]], at: int) -> tuple[set[str], bool, int]:
    """Of the group whose first piece is `at`: characters it can begin with, whether it can be empty, where it ends."""
    first: set[str] = set()
    empty = False  # some alternative can be empty
    open_ = True  # all pieces of this alternative so far can be empty
    while at < len(pieces):
        mark, repeat = pieces[at]
        if mark == ")":
            return first, empty or open_, at
        if mark == "/":
            empty, open_ = empty or open_, True
        elif mark in ("(", "(?=", "(?!"):
            inner, void, at = _begins(pieces, at + 1)
            if mark == "(" and open_:
                first |= inner
                open_ = void or pieces[at][1] in ("?", "*")
        elif open_:
            first |= set(mark)
            open_ = repeat in ("?", "*")
        at += 1
    return first, empty or open_, at


@kept
def rules() -> tuple[tuple[Rule, ...], ...]:
    """The rules of each level."""
    macros: dict[str, str] = {}
    out: list[list[Rule]] = [[], [], []]
    for row in table("time_rules"):
        if row["gives"] == "macro":
            macros[row["make"]] = row["pattern"]
            continue
        source, first = expression(row["pattern"], macros)
        level = int(row["level"])
        out[level].append(Rule(level, row["gives"], row["make"], row["mode"] == "message", source, first))
    return tuple(tuple(found) for found in out)


@cache
def _index(level: int, message: bool) -> dict[str, tuple[Rule, ...]]:
    """The rules of a level that can begin with a character."""
    out: dict[str, list[Rule]] = {}
    for rule in rules()[level]:
        if message or not rule.message:
            for char in rule.first:
                out.setdefault(char, []).append(rule)
    return {char: tuple(found) for char, found in out.items()}


@lru_cache(maxsize=50_000)
def parse(run: str, message: bool) -> tuple[Node, ...]:
    """The time expressions of a run of class characters, left to right."""
    parts: list[int | Node] = list(range(len(run)))
    for level in (0, 1, 2, 2):
        run, parts = _reduce(run, parts, _index(level, message))
    return tuple(part for part in parts if isinstance(part, Node) and part.make not in NUMBERS)


def inner(node: Node) -> list[Node]:
    """The expressions that a node was made of: what is left when the whole says no time."""
    return [item for _, item in node.captures if isinstance(item, Node) and item.make not in NUMBERS]


def _reduce(run: str, parts: list[int | Node], index: dict[str, tuple[Rule, ...]]) -> tuple[str, list[int | Node]]:
    """One level: at each place the longest match becomes one character."""
    out: list[str] = []
    kept: list[int | Node] = []
    at = 0
    while at < len(run):
        best: tuple[int, Rule, re.Match[str]] | None = None
        for rule in index.get(run[at], ()):
            found = _compiled(rule.expression).match(run, at)
            if found and found.end() > (best[0] if best else at):
                best = (found.end(), rule, found)
        if best is None:
            out.append(run[at])
            kept.append(parts[at])
            at += 1
            continue
        end, rule, found = best
        spans = [(name, found.span(name)) for name in found.re.groupindex]
        captures = tuple((name, parts[span[0]]) for name, span in spans if span[1] > span[0])
        first, last = parts[at], parts[end - 1]
        start = first.start if isinstance(first, Node) else first
        stop = last.end if isinstance(last, Node) else last + 1
        kept.append(Node(rule.make, start, stop, captures))
        out.append(alphabet()[rule.gives])
        at = end
    return "".join(out), kept
