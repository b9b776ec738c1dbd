"""What the time stage costs: MB/s of news text, linear from 1 MB to 10 MB or not, and how often dateparser is asked.

    python bench/times.py [FILES...]

Without files the seeds are read again and again.  Only the stage itself is timed, on documents of an article's size
and, for linearity, on one text of 1 MB and one of 10 MB.
"""
from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import NamedTuple, cast

from checker.language import Analysis
from checker.records import Document
from checker.times import extract, unsettled

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
PUBLISHED = 739181  # 22 October 2024
MEGABYTE = 1_000_000


class Bare(NamedTuple):
    """The part of an analysis that the time stage reads."""

    document: Document


def analysis(text: str) -> Analysis:
    return cast(Analysis, Bare(Document(text, published_earliest=PUBLISHED, published_latest=PUBLISHED)))


def seconds(texts: list[str]) -> tuple[float, int]:
    """Processor time for all texts, and how many times were found."""
    documents = [analysis(text) for text in texts]
    began = time.process_time()
    found = sum(len(extract(document)) for document in documents)
    return time.process_time() - began, found


def main() -> None:
    paths = [Path(name) for name in sys.argv[1:]] or sorted(SEEDS.glob("*.txt"))
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in paths]
    size = sum(map(len, texts))
    cold, _ = seconds(texts)
    runs = [seconds(texts * max(1, MEGABYTE // size)) for _ in range(5)]
    spent, found = min(runs)
    total = size * max(1, MEGABYTE // size)
    print(f"{len(texts)} texts, {size / 1000:.0f} kB: {size / cold / MEGABYTE:.2f} MB/s the first time, then "
          f"{total / spent / MEGABYTE:.2f} MB/s or {spent / max(1, found) * 1e6:.0f} µs for each time found")
    whole = "\n\n".join(texts)
    rates = []
    for length in (MEGABYTE, 10 * MEGABYTE):
        text = (whole * (length // len(whole) + 1))[:length]
        spent, _ = min(seconds([text]) for _ in range(2))
        rates.append(spent / length * 1e9)
        print(f"one text of {length // MEGABYTE} MB: {length / spent / MEGABYTE:.2f} MB/s")
    print(f"10 MB costs {rates[1] / rates[0]:.2f} times as much a character as 1 MB")
    asked = len(unsettled.asked)
    print(f"dateparser was asked for {asked} prints: {100 * asked / max(1, found):.2f} in 100 of the times found")


if __name__ == "__main__":
    main()
