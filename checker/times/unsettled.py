"""dateparser, for dates in a form that the grammar takes no stand on ("14april 2015", "Sep-23-2020"):
asked for short candidates only, never to search, and once for each print."""
from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from checker.times.grammar import Node
from checker.times.maker import Captures, Maker, makes
from checker.times.readings import Reading, day_reading

asked: list[str] = []  # what dateparser was asked since the start, for bench/times.py


@lru_cache(maxsize=4096)
def ask(text: str) -> int | None:
    """The day that dateparser reads in a full date, as an ordinal."""
    import dateparser

    asked.append(text)
    settings = {"STRICT_PARSING": True, "PARSERS": ["absolute-time"]}
    try:
        found = dateparser.parse(text, languages=["en"], settings=settings)
    except Exception:  # whatever a parser of free text stumbles over, the date stays unread
        return None
    return found.date().toordinal() if isinstance(found, datetime) else None


@makes("unsettled")
def unsettled(mk: Maker, c: Captures, node: Node) -> Reading | None:
    day = ask("".join(mk.raw(i) for i in range(node.start, node.end)).strip())
    return day_reading(day, "absolute") if day is not None else None
