"""One report of many articles, whatever happens to one of them."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

import checker
from checker.cli import terminal
from checker.cli.trouble import internal
from checker.records import Document, DocumentSummary, Failure, Finding, Options, Report


def report(documents: Sequence[Document], against: Sequence[Document], options: Options) -> Report:
    """The report; an article that breaks a stage is named and left out, and the others are checked all the same."""
    if not documents:
        return Report()
    if options.each and not against:
        return _each(documents, options)
    try:
        return checker.check(documents, against=against, options=options)
    except Exception as error:
        if terminal.debugging():
            raise
        trouble = internal(error)
    sound, failures = _sound(documents)
    background, failed = _sound(against)
    if failures or failed:
        try:
            found = checker.check(sound, against=background, options=options) if sound else Report()
            return Report(found.documents, found.findings, (*failures, *failed, *found.errors))
        except Exception as error:
            trouble = internal(error)
    # No article alone does it: what can be told without comparing them is told.
    alone = _each(sound, msgspec.structs.replace(options, each=True))
    told = Failure(sound[0].path if sound else "", f"could not be compared with other articles: {trouble}")
    return Report(alone.documents, alone.findings, (*failures, *failed, *alone.errors, told))


def _sound(documents: Sequence[Document]) -> tuple[list[Document], list[Failure]]:
    """The documents that every stage can read alone."""
    sound, failures = [], []
    for document in documents:
        try:
            checker.check([document])
            sound.append(document)
        except Exception as error:
            failures.append(Failure(document.path, internal(error)))
    return sound, failures


def _each(documents: Sequence[Document], options: Options) -> Report:
    """Every article by itself, one after the other: no more than one is held in mind."""
    summaries: list[DocumentSummary] = []
    findings: list[Finding] = []
    errors: dict[Failure, None] = {}
    for document in terminal.progress(documents, "checking"):
        try:
            found = checker.check([document], options=options)
        except Exception as error:
            if terminal.debugging():
                raise
            errors.setdefault(Failure(document.path, internal(error)))
            continue
        number = len(summaries)
        summaries += [msgspec.structs.replace(summary, story=number) for summary in found.documents]
        findings += [_numbered(finding, number) for finding in found.findings]
        errors.update(dict.fromkeys(found.errors))
    return Report(tuple(summaries), tuple(findings), tuple(errors))


def _numbered(finding: Finding, number: int) -> Finding:
    """The finding with the position that its article has in the whole call."""
    claims = tuple(msgspec.structs.replace(claim, document=number) for claim in finding.claims)
    return msgspec.structs.replace(finding, claims=claims)
