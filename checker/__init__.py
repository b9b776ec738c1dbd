"""factlint: finds where news articles contradict themselves, each other, or what was published before.

    >>> import checker
    >>> report = checker.check([checker.Document.from_text("...", published=None)])

All that is not named here is private.
"""
from checker.pipeline import check, extract, read
from checker.records import (
    Attribution,
    Claim,
    Document,
    Entity,
    Facts,
    Failure,
    Finding,
    FindingClaim,
    Options,
    Quantity,
    Relation,
    Report,
    Time,
)

__all__ = [
    "Attribution",
    "Claim",
    "Document",
    "Entity",
    "Facts",
    "Failure",
    "Finding",
    "FindingClaim",
    "Options",
    "Quantity",
    "Relation",
    "Report",
    "Time",
    "check",
    "extract",
    "read",
]
