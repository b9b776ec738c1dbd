"""How long one article takes from a cold process, beside the time Python itself needs to start.

    python bench/coldstart.py [--runs 10] [--limit SECONDS]

Prints the median of each and their ratio; with --limit, ends with status 1 when the article takes longer.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = ROOT / "seeds" / "000_91c603a40f21b190.txt"


def median(command: list[str], runs: int, environment: dict[str, str]) -> float:
    """Seconds of wall clock, the first run (which fills the caches) left out."""
    taken = []
    for _ in range(runs + 1):
        begun = time.perf_counter()
        done = subprocess.run(command, capture_output=True, env=environment)
        taken.append(time.perf_counter() - begun)
        if done.returncode not in (0, 1):
            sys.exit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr.decode()[-500:]}")
    return statistics.median(taken[1:])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--limit", type=float, help="seconds")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        # Byte code is kept, as in every installation, whatever the calling environment says.
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        environment |= {"PYTHONPYCACHEPREFIX": folder, "PYTHONPATH": str(ROOT)}
        empty = median([sys.executable, "-c", "pass"], options.runs, environment)
        article = median([sys.executable, "-m", "checker.cli", "check", str(ARTICLE)], options.runs, environment)
    print(f"python -c pass     {empty * 1000:7.1f} ms")
    print(f"factlint check     {article * 1000:7.1f} ms   {article / empty:.1f} times as long")
    return int(options.limit is not None and article > options.limit)


if __name__ == "__main__":
    raise SystemExit(main())
