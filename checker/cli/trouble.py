"""One clear line on standard error for whatever goes wrong."""

from __future__ import annotations

import sys

CLEAN, FOUND, TROUBLE = 0, 1, 2


class Trouble(Exception):  # noqa: N818
    """The command cannot go on; the message is for its user."""


def complain(message: str) -> None:
    """One line on standard error, whatever the message holds, and below it the line of the file that it points into."""
    first, mark, shown = message.partition("\n  ")
    line = " ".join(first.split()) + mark + shown.rstrip()
    try:
        print(f"factlint: {line}", file=sys.stderr)
    except (OSError, UnicodeError):
        print(f"factlint: {line.encode('ascii', 'replace').decode()}", file=sys.stderr)


def internal(error: Exception) -> str:
    """What is said of an error that is ours."""
    return f"internal error: {type(error).__name__}: {error} (FACTLINT_DEBUG=1 shows where)"
