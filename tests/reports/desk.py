"""Reports made by hand, as the stages before would make them."""

from __future__ import annotations

from typing import Any

from checker.records import DocumentSummary, Failure, Finding, FindingClaim, Report

QUAKE = (
    "Quake kills 12 in Valdor\n"
    "At least 12 people were killed when a magnitude 6.1 earthquake struck Valdor on Tuesday, 6 March, the governor "
    "said.\n"
    "The interior ministry put the number of dead at nine. It said €4.8m had been paid out: €2.5m to families, €1.2m "
    "to hospitals and €0.4m to schools.\n"
)
LINES = QUAKE.split("\n")
DAY = ("2024-03-06", "2024-03-06")


def claim(text: str, line: int, sentence: str = "", **fields: Any) -> FindingClaim:
    """A claim of QUAKE; `sentence` is its sentence's first words where the line has several."""
    begin = sum(len(one) + 1 for one in LINES[: line - 1])
    row = LINES[line - 1]
    cut = row.index(sentence)
    whole = row[cut:] if sentence else row.split(" It said")[0]
    start = begin + cut + whole.index(text)
    known: dict[str, Any] = {
        "path": "quake.md", "start": start, "end": start + len(text), "text": text, "line": line,
        "column": start - begin + 1, "paragraph": line - 1, "scope": "body" if line > 1 else "headline",
        "sentence": {"start": begin + cut, "end": begin + cut + len(whole), "text": whole}, "side": 0, "role": None,
        "value": None, "low": None, "high": None, "least": None, "most": None, "unit": "", "counted": "", "hedge": "",
        "source": "", "party": "", "certainty": "certain", "polarity": "+", "status": "done", "event": None,
        "said": DAY,
    }  # fmt: skip
    return FindingClaim(**(known | fields))


DEAD = Finding(
    rule="QTY001", name="figures-disagree", finding_class="dispute", severity="note", confidence=0.8,
    message="people: 12 (the headline), at least 12 (the governor) or nine (the interior ministry)?",
    same=("killed", "people"), silent=("place",), fingerprint="aa",
    claims=(
        claim("12", 1),
        claim("At least 12", 2, source="the governor", counted="people", hedge="at least"),
        claim("nine", 3, side=1, source="the interior ministry", counted="dead"),
    ),
)  # fmt: skip
SUM = Finding(
    rule="SUM001", name="total-against-parts", finding_class="contradiction", severity="error",
    message="€4.8m, but the parts give €4.1m: which figure is wrong?", fingerprint="bb",
    derivation="2.5 + 1.2 + 0.4 = 3.95 to 4.25 million; text says 4.8 million",
    claims=tuple(
        claim(text, 3, "It said", side=side, role=role, source="the interior ministry")
        for text, side, role in [
            ("€4.8m", 0, "total"), ("€2.5m", 1, "part"), ("€1.2m", 1, "part"), ("€0.4m", 1, "part"),
        ]
    ),
)  # fmt: skip
DAYS = Finding(
    rule="DAT001", name="weekday-date-mismatch", finding_class="contradiction", severity="error",
    message="Is it Tuesday or 6 March?", fingerprint="cc", derivation="6 March 2024 is a Wednesday",
    claims=(
        claim("Tuesday", 2, role="weekday", source="the governor"),
        claim("6 March", 2, side=1, role="date", source="the governor"),
    ),
)  # fmt: skip
HEADLINE = Finding(
    rule="QTY005", name="headline-off-body", finding_class="contradiction", severity="warning", confidence=0.7,
    message="12 in the headline, nine below: which holds?", fingerprint="dd",
    claims=(claim("12", 1), claim("nine", 3, side=1)),
)  # fmt: skip
SUMMARY = DocumentSummary(
    "quake.md", "2024-03-06", {"figures": 8, "times": 3, "entities": 3, "voices": 1, "slots": 2, "relations": 2},
    "metadata", "cp1252", 0, "", ("magnitude 6.1",),
)  # fmt: skip
REPORT = Report((SUMMARY,), (DEAD, SUM, DAYS, HEADLINE), (Failure("none.txt", "no such file"),))
