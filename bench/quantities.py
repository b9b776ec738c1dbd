"""How fast figures are read, on text you give it, and how often quantulum3 is asked.

    python bench/quantities.py [FILES...] [--profile]

FILES are plain text, or JSON lines with a `text` (default: the five seeds, repeated).  Prints the speed of the quantity
stage alone, the growth from one long line to a line ten times as long, the memory kept, and quantulum3's calls.
"""
from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from checker.language import Analysis, analyse
from checker.quantities import extract, fallback
from checker.records import Document, Time

SEEDS = Path(__file__).resolve().parent.parent / "seeds"


def texts(paths: list[Path]) -> list[str]:
    """The texts of these files; a `.jsonl` holds one a line."""
    if not paths:
        return [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))] * 40
    found = []
    for path in paths:
        content = path.read_text(encoding="utf-8")
        lines = content.splitlines() if path.suffix == ".jsonl" else []
        found += [json.loads(line)["text"] for line in lines if line.strip()] or [content]
    return found


def times_of(analysis: Analysis) -> list[Time]:
    from checker import times

    return times.extract(analysis)


def seconds(work: Callable[[], object], runs: int = 5) -> float:
    """The best of a few runs, in processor time: other work on the machine does not count."""
    best = float("inf")
    for _ in range(runs):
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--profile", action="store_true", help="where the time goes")
    args = parser.parse_args()
    articles = texts(args.files)
    size = sum(map(len, articles)) / 1e6
    read = [(analysis, times_of(analysis)) for analysis in (analyse(Document(text)) for text in articles)]
    figures = sum(len(extract(*pair)) for pair in read)
    spent = seconds(lambda: [extract(*pair) for pair in read])
    print(f"{len(articles)} texts, {size:.2f} MB, {figures} figures: {size / spent:.2f} MB/s")
    print(f"quantulum3 asked {fallback.calls()} times, 1 in {figures // max(1, fallback.calls())} figures at most")
    line = " ".join(text.replace("\n", " ") for text in articles)
    line = (line * (int(1e6 / len(line)) + 1))[:1_000_000]
    short, long = (analyse(Document(text)) for text in (line, line * 10))
    one, ten = seconds(lambda: extract(short, []), 1), seconds(lambda: extract(long, []), 1)
    print(f"one line of 1 MB {one:.2f} s, of 10 MB {ten:.2f} s: {ten / one:.1f} times as long")
    tracemalloc.start()
    for _ in range(3):
        extract(short, [])
    before = tracemalloc.get_traced_memory()[0]
    for _ in range(3):
        extract(short, [])
    kept = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    print(f"memory kept after three more readings of 1 MB: {kept / 1000:.0f} kB")
    if args.profile:
        profile = cProfile.Profile()
        profile.enable()
        for pair in read:
            extract(*pair)
        profile.disable()
        pstats.Stats(profile).sort_stats("tottime").print_stats(20)


if __name__ == "__main__":
    main()
