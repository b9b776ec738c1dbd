"""What each command does with its options."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from checker.cli import articles, checking, settings, terminal
from checker.cli.options import SEVERITIES
from checker.cli.trouble import CLEAN, FOUND, TROUBLE, Trouble, complain, internal
from checker.records import Failure, Finding, Options, Report


def check(options: argparse.Namespace) -> int:
    """`factlint check`: the report, and a status that says whether it holds what `--fail-on` names."""
    from checker import reports

    if options.against and not options.paths:
        raise Trouble("no article to check: name it before --against")
    drafts = articles.gather(options.paths or ["."], options.published)
    background = articles.gather(options.against, without=drafts.documents) if options.against else articles.Gathered()
    fields: dict[str, object] = {
        "each": options.each,
        "rules": tuple(options.rule),
        "rule_folders": settings.rule_folders(),
    }
    if options.min_confidence is not None:
        fields["min_confidence"] = options.min_confidence
    chosen = Options(**fields)  # type: ignore[arg-type]
    settings.known_rules(chosen)
    report = checking.report(drafts.documents, background.documents, chosen)
    failures = (*drafts.failures, *background.failures, *report.errors)
    report = Report(report.documents, report.findings, failures)
    status = TROUBLE if failures else FOUND if any(_counts(f, options.fail_on) for f in report.findings) else CLEAN
    terminal.write(
        reports.render(report, options.format, width=terminal.width(), colour=terminal.colour()),
        machine=options.format == "json",
    )
    sys.stdout.flush()
    _told(list(dict.fromkeys(failures)))  # below the page, where they are seen
    return status


def _counts(finding: Finding, fail_on: str) -> bool:
    """`fail_on` is a class, or the least severity that counts."""
    if fail_on in SEVERITIES:
        return SEVERITIES.index(finding.severity) <= SEVERITIES.index(fail_on)
    return finding.finding_class == fail_on


def facts(options: argparse.Namespace) -> int:
    """`factlint facts`: written article by article, so that a long run shows at once."""
    import checker
    from checker import reports

    gathered = articles.gather(options.paths or ["."], options.published)
    failures = list(gathered.failures)
    machine = options.format == "jsonl"
    first = True
    for document in terminal.progress(gathered.documents, "reading"):
        try:
            found = checker.extract(document)
        except Exception as error:
            if terminal.debugging():
                raise
            failures.append(Failure(document.path, internal(error)))
            continue
        page = reports.render_facts(
            [(document, found)], options.format, width=terminal.width(), colour=terminal.colour()
        )
        terminal.write(page if machine or first else "\n" + page, machine=machine)
        first = False
    for failure in failures:
        complain(f"{failure.path}: {failure.message}")
    return TROUBLE if failures else CLEAN


def rules(options: argparse.Namespace) -> int:
    """`factlint rules`: one line a rule."""
    from checker.engine import load

    found, failures = load(settings.rule_folders())
    rows = [(rule.id, rule.name, rule.finding_class or rule.severity, rule.status, rule.what) for rule in found.rules]
    sizes = [max((len(row[n]) for row in rows), default=0) for n in range(4)]
    for row in rows:
        cells = [cell.ljust(size) for cell, size in zip(row, sizes, strict=False)]
        terminal.write("  ".join([*cells, " ".join(row[4].split())]) + "\n")
    return _told(failures)


def rules_test(options: argparse.Namespace) -> int:
    """`factlint rules test`: the examples of rule files, and what is wrong with those that do not behave."""
    from checker.engine.examples import test_rules

    paths = options.paths or (
        [str(folder) for folder in settings.rule_folders()] and [_ours(), *settings.rule_folders()]
    )
    report = test_rules(paths)
    for case in report.wrong:
        should = "should be flagged" if case.expected else "should pass"
        reason = f": {case.reason}" if case.reason else ""
        terminal.write(f"{case.rule} {case.group} {case.number}, {should}{reason}\n    {' / '.join(case.texts)}\n")
    for case in report.closed:
        terminal.write(f"{case.rule} {case.group} {case.number} behaves today: move it to flags or passes\n")
    if report.failures and not report.cases:
        return _told(report.failures)
    counted = len(report.cases) - len(report.gaps) - len(report.closed)
    terminal.write(f"{counted} examples, {len(report.wrong)} wrong; {len(report.gaps)} known gaps\n")
    status = _told(report.failures)
    return status or (FOUND if report.wrong or report.closed else CLEAN)


def _ours() -> str:
    from checker.language.lexicon import rules_folder

    return str(rules_folder())


def rules_new(options: argparse.Namespace) -> int:
    """`factlint rules new`: the skeleton of a rule file."""
    from checker.engine import load
    from checker.engine.catalogue import named, skeleton

    taken = {rule.id for rule in load(settings.rule_folders())[0].rules}
    try:
        code, name = named([word for word in (options.id, options.name) if word], taken)
    except ValueError as error:
        raise Trouble(str(error)) from None
    terminal.write(skeleton(code, name, options.kind))
    return CLEAN


def explain(options: argparse.Namespace) -> int:
    """`factlint explain RULE`."""
    from checker.engine import load
    from checker.engine.catalogue import explain as page
    from checker.engine.catalogue import find
    from checker.engine.loading import unknown_rule

    folders = settings.rule_folders()
    entry = find(options.rule, folders)
    if entry is None:
        raise Trouble(f"{options.rule}: {unknown_rule(options.rule, load(folders)[0])}")
    terminal.write(page(entry))
    return CLEAN


def debug(options: argparse.Namespace) -> int:
    """`factlint debug TEXT...`."""
    from checker.engine.debugging import debug as derivation

    if not any(text.strip() for text in options.text):
        raise Trouble("nothing to read: give a phrase or a sentence in quotation marks")
    folders = settings.rule_folders()
    settings.known_rules(Options(rules=options.rule, rule_folders=folders))
    terminal.write(derivation("\n".join(options.text), options.published, options.rule, folders))
    return CLEAN


def _told(failures: Sequence[Failure]) -> int:
    for failure in failures:
        complain(f"{failure.path}: {failure.message}")
    return TROUBLE if failures else CLEAN
