"""The command line: nothing but wiring.  Exit status 0, 1 (something found that `--fail-on` names) or 2 (trouble)."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from checker.cli.trouble import TROUBLE, Trouble, complain, internal

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command; never raises, never prints a traceback."""
    # Python's default collects some two hundred times while one article is checked, 30 ms of a cold start.
    gc.set_threshold(100_000, 20, 20)
    try:
        from checker.cli.options import parse

        command = parse(sys.argv[1:] if argv is None else argv)
        status = command()
        sys.stdout.flush()
        return status
    except Trouble as trouble:
        complain(str(trouble))
        return TROUBLE
    except BrokenPipeError:
        # Whoever read the output has enough; nothing is left to be flushed at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return TROUBLE
    except KeyboardInterrupt:
        complain("interrupted")
        return TROUBLE
    except Exception as error:
        if os.environ.get("FACTLINT_DEBUG"):
            raise
        complain(internal(error))
        return TROUBLE
