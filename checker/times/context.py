"""What an expression is read against: the publication day, the story's last anchored time, the tense of its clause."""
from __future__ import annotations

import re
from functools import cache

from checker.language.lexicon import items, table
from checker.times.readings import Reading

_STOP = re.compile(r"[.!?;:\n\"“”](?!\d)")


@cache
def _cues() -> re.Pattern[str]:
    groups = []
    for row in table("time_cues"):
        words = sorted(items(row["cue"]), key=len, reverse=True)
        groups.append(f"(?P<{row['direction']}>{'|'.join(map(re.escape, words))})")
    # "be" makes a participle part of what is still to come: "should be completed in October".
    future, past = f"{groups[0][:-1]}|be \\w+)", f"{groups[1][:-1]}|\\w{{3,}}ed)"
    return re.compile(rf"(?<![\w'’])(?:{future}|{past})(?!\w)", re.I)


class Context:
    """The references of one document; `anchor` moves along the story."""

    __slots__ = (
        "anchor", "clock", "day_seen", "end", "message", "months_first", "narrative",
        "pending", "phrase", "pub", "start", "text", "time_anchor",
    )  # fmt: skip

    def __init__(self, text: str, pub: int | None, clock: int | None, message: bool) -> None:
        self.text = text
        self.pub = pub
        self.clock = clock
        self.message = message
        self.narrative = False
        self.pending: int | None = None  # a year far from the story's, which a second one near it would confirm
        self.phrase = False  # nothing but a time, as in a calendar entry
        self.day_seen = False  # in the run in hand
        self.months_first: bool | None = None  # order of day and month in the text's numeric dates; None unknown
        self.anchor: Reading | None = None  # the last time with days in the calendar
        self.time_anchor: Reading | None = None  # the last single day
        self.start = 0  # of the expression in hand
        self.end = 0

    def tense(self) -> str:
        """future, past or "" for the clause round the expression in hand."""
        start, end = self.start, self.end
        before = self.text[max(0, start - 90) : start]
        cuts = [stop.end() for stop in _STOP.finditer(before)]
        if cuts:
            before = before[cuts[-1] :]
        last = ""
        for found in _cues().finditer(before):
            last = found.lastgroup or ""
        if last:
            return last
        after = self.text[end : end + 70]
        if cut := _STOP.search(after):
            after = after[: cut.start()]
        ahead = _cues().search(after)
        return ahead.lastgroup or "" if ahead else ""
