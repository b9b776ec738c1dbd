"""Regular expressions that stay compiled between runs: `patterns.compile` for `re.compile`.

Compiling the few hundred expressions of the rooms is a quarter of a cold start.  What `re` makes of one is a list of
numbers, the code of its matcher, which expression, flags and Python's version decide alone; it is kept in the user's
cache folder.  The matcher checks every code that it is given, and what is amiss (another Python, a damaged file) ends
in `re.compile`: this module may be slower than `re`, never different.
"""

from __future__ import annotations

import atexit
import re
import sys
from array import array
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from checker import kept

MOST = 2000  # expressions in the file; when changed code has left more behind, it begins anew


class Code(msgspec.Struct, frozen=True, array_like=True):
    """What `re` makes of one expression."""

    flags: int
    numbers: bytes  # of the matcher's machine, 32 bits each
    groups: int
    names: dict[str, int]  # of groups


class Machine(NamedTuple):
    """What stands behind `re`; no part of its public face, so nothing is taken for granted."""

    parser: Any
    compiler: Any
    matcher: Any


@cache
def _machine() -> Machine | None:
    """None where Python has another."""
    try:
        return Machine(import_module("re._parser"), import_module("re._compiler"), import_module("_sre"))
    except ImportError:
        return None


def _path() -> Path:
    """One file for each version of Python and of the matcher's code."""
    machine = _machine()
    magic = machine.matcher.MAGIC if machine else 0
    return kept.folder() / f"patterns-{sys.implementation.cache_tag}-{magic}.msgpack"


_known: dict[str, Code] | None = None  # the codes of the file, and those made since
_new: list[str] = []  # keys of those made since


def _codes() -> dict[str, Code]:
    global _known
    if _known is None:
        try:
            _known = msgspec.msgpack.decode(kept.load(_path()) or b"\x80", type=dict[str, Code])
        except msgspec.DecodeError:
            _known = {}
    return _known


def compile(expression: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]:
    """`re.compile` of a string, read where it is kept; re.error for an expression that is none."""
    machine = _machine()
    if machine is None:
        return re.compile(expression, flags)
    key = f"{int(flags)} {expression}"
    codes = _codes()
    try:
        if key not in codes:
            codes[key] = _code(machine, expression, int(flags))
            if not _new:
                atexit.register(_store)
            _new.append(key)
        return _pattern(machine, expression, codes[key])
    except re.error:
        raise
    except Exception:  # whatever an unknown Python does here, `re` itself knows how
        codes.pop(key, None)
        return re.compile(expression, flags)


def _code(machine: Machine, expression: str, flags: int) -> Code:
    tree = machine.parser.parse(expression, flags)
    numbers = array("I", machine.compiler._code(tree, flags)).tobytes()
    return Code(int(flags | tree.state.flags), numbers, tree.state.groups - 1, dict(tree.state.groupdict))


def _pattern(machine: Machine, expression: str, code: Code) -> re.Pattern[str]:
    groups: list[str | None] = [None] * (code.groups + 1)
    for name, number in code.names.items():
        groups[number] = name
    numbers = array("I", code.numbers).tolist()
    made: re.Pattern[str] = machine.matcher.compile(
        expression, code.flags, numbers, code.groups, code.names, tuple(groups)
    )
    return made


def _store() -> None:
    """At the end of a process that made new ones."""
    codes = _codes()
    if len(codes) > MOST:
        codes = {key: codes[key] for key in _new if key in codes}
    kept.store(_path(), msgspec.msgpack.encode(codes))
