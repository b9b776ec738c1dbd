"""Options of every command."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from functools import partial
from typing import NoReturn

from checker.cli.trouble import Trouble

Command = Callable[[], int]

CLASSES = ("contradiction", "dispute", "update", "query")
SEVERITIES = ("error", "warning", "note")

_ABOUT = """Finds where news articles contradict themselves, each other, or what was published before.

Articles are .txt, .md, .html and .docx files, folders of them, or - for standard input."""
_STATUS = """exit status: 0 nothing found that --fail-on names; 1 something found; 2 something could not be
read or run (the rest was still checked)"""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Trouble(f"{message} ('{self.prog} --help' lists the options)")


def parse(argv: Sequence[str]) -> Command:
    """The command that these arguments ask for."""
    parser = _Parser(prog="factlint", description=_ABOUT, epilog=_STATUS, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and stop")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    for add in (_check, _facts, _rules, _explain, _debug):
        add(commands)
    options = parser.parse_args(argv)
    if options.command is None:
        parser.print_help()
        return lambda: 0
    return partial(options.run, options)


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from importlib.metadata import PackageNotFoundError, version

        try:
            number = version("factlint")
        except PackageNotFoundError:  # a checkout that was never installed
            number = "(not installed)"
        print(f"factlint {number}")
        parser.exit()


Commands = "argparse._SubParsersAction[_Parser]"


def _check(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = commands.add_parser("check", help="report what cannot stand together", epilog=_STATUS)
    _articles(parser)
    parser.add_argument("--format", choices=("text", "json", "concise"), default="text", help="default: text")
    parser.add_argument(
        "--fail-on",
        choices=(*CLASSES, *SEVERITIES),
        default="error",
        metavar="WHAT",
        help=f"exit 1 on findings of this class ({', '.join(CLASSES)}) or of this severity and above "
        f"({', '.join(SEVERITIES)}); default: error",
    )
    parser.add_argument(
        "--min-confidence", type=_share, metavar="N", help="show findings of at least this confidence, 0 to 1"
    )
    parser.add_argument("--each", action="store_true", help="check every article by itself")
    parser.add_argument(
        "--against",
        action="append",
        default=[],
        metavar="PATH",
        help="background to compare with (may be repeated); what it says among itself is not reported",
    )
    parser.add_argument(
        "--rule", action="append", default=[], metavar="RULE", help="run only this rule (may be repeated)"
    )
    parser.set_defaults(run=_run("check"))


def _facts(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = commands.add_parser("facts", help="list every figure and date with its normalised value")
    _articles(parser)
    parser.add_argument("--format", choices=("table", "jsonl"), default="table", help="default: table")
    parser.set_defaults(run=_run("facts"))


def _rules(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = commands.add_parser("rules", help="list the rules, test their examples, begin a new one")
    what = parser.add_subparsers(dest="what", metavar="list|test|new", parser_class=_Parser)
    what.add_parser("list", help="one line a rule (the default)").set_defaults(run=_run("rules"))
    test = what.add_parser("test", help="run the examples of rule files")
    test.add_argument("paths", nargs="*", metavar="PATH", help="rule files or folders; default: ours and the project's")
    test.set_defaults(run=_run("rules_test"))
    new = what.add_parser("new", help="print a rule file to fill in")
    new.add_argument("id", nargs="?", help="a stable code, such as DESK001; made when left out")
    new.add_argument("name", nargs="?", help="what is flagged: weekday-date-mismatch")
    new.add_argument("--kind", choices=("pair", "relation", "slot"), default="pair", help="default: pair")
    new.set_defaults(run=_run("rules_new"))
    parser.set_defaults(run=_run("rules"))


def _explain(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = commands.add_parser("explain", help="what a rule finds, why it matters, and its examples")
    parser.add_argument("rule", metavar="RULE", help="its code or name")
    parser.set_defaults(run=_run("explain"))


def _debug(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = commands.add_parser("debug", help="how a phrase is read, and why each rule did or did not fire on it")
    parser.add_argument("text", nargs="+", metavar="TEXT", help="a phrase or some sentences; one paragraph each")
    parser.add_argument("--rule", action="append", default=[], metavar="RULE", help="tell of this rule only")
    parser.add_argument("--published", type=_date, metavar="DATE", help="the day they were published")
    parser.set_defaults(run=_run("debug"))


def _articles(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="articles, folders of them, or - for standard input; without any, the current folder",
    )
    parser.add_argument(
        "--published",
        type=_date,
        metavar="DATE",
        help="the day the (only) article was published: 2024-10-22, or '22 October 2024'",
    )


def _run(name: str) -> Callable[[argparse.Namespace], int]:
    """A command, imported when it runs."""

    def run(options: argparse.Namespace) -> int:
        from checker.cli import commands

        command: Callable[[argparse.Namespace], int] = getattr(commands, name)
        return command(options)

    return run


def _share(word: str) -> float:
    try:
        share = float(word)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"'{word}' is no number from 0 to 1")
    return share


def _date(word: str) -> str:
    """One day, as 2024-10-22 or written out; a month or a year alone dates no article."""
    from checker.documents import interval
    from checker.documents.publication import from_prose, is_date_line

    try:
        found = interval(word)
    except ValueError:
        found = from_prose(word.strip()) if is_date_line(word.strip()) else None
        if found is not None:
            from datetime import date

            word = date.fromordinal(found[0]).isoformat()
    if found is None or found[0] != found[1]:
        raise argparse.ArgumentTypeError(f"'{word}' is no date; write it as 2024-10-22")
    return word
