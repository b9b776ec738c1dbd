"""What a bare figure counts by the words before it: "kills 12", "the toll rose to 48", "and another 3,000"."""
from __future__ import annotations

import re

from checker.quantities import cues, nouns
from checker.quantities.draft import Draft
from checker.quantities.figure import Walk
from checker.records import Counted


def elliptic(walk: Walk, draft: Draft) -> Counted | None:
    """What a bare figure counts by the words before it: "kills 12", "1,500 soldiers ... and another 3,000"."""
    lower, start, end = walk.lower, draft.start, draft.end
    if lower[end : end + 1] == " " and nouns.tag_after(walk.analysis, end) in ("NOUN", "PROPN", "ADJ", "NUM"):
        return None  # it counts something of its own, which we could not read
    window = lower[max(0, start - 90) : start]
    if "toll" in window or "number of" in window:
        tolls = list(cues.pattern("toll").finditer(window))
        if tolls and not re.search(r"[.;]", window[tolls[-1].end() :]):
            return Counted(end, end, "", "person", (), "person")
    if cues.last_word(lower, start) in cues.words("casualty"):
        return Counted(end, end, "", "person", (), "person")
    for previous in reversed(walk.found[-3:]):
        if (
            previous.counted is not None
            and previous.kind in ("cardinal", "range")
            and previous.numeral.lower() != "both"
        ):
            between = walk.text[previous.end : start][:241]
            far = "\n" in between or len(between) > 240
            if far or (re.search(r"[.!?;] ", between) and draft.lead.qualifier != "further"):
                return None
            return previous.counted
    return None
