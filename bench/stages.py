"""How fast each stage reads: MB of text a second and milliseconds an article of 4 kB, one process, median of rounds.

    python bench/stages.py NEWS...            # files or folders (.txt, .md, .jsonl with "text"); default: the seeds
    python bench/stages.py NEWS... --rounds 5

The first round warms the tables and is not counted.  Shared machines are noisy: compare ratios within one run.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from lexicon import SEEDS, texts

import checker
from checker import attribution, claims, entities, quantities, times
from checker.language import analyse


def once(documents: list[checker.Document]) -> dict[str, float]:
    """Seconds spent in each stage over all documents."""
    spent: dict[str, float] = defaultdict(float)
    clock = time.perf_counter

    def each(stage: str, work: Callable[..., Any], *given: Sequence[Any]) -> list[Any]:
        """What the stage makes of every document, one after the other: the stage alone."""
        began = clock()
        made = [work(*row) for row in zip(*given, strict=True)]
        spent[stage] += clock() - began
        return made

    analyses = each("language", analyse, documents)
    timexes = each("times", times.extract, analyses)
    figures = each("quantities", quantities.extract, analyses, timexes)
    names = each("entities", entities.extract, analyses)
    voices = each("attribution", attribution.extract, analyses, names, timexes)
    each("claims", claims.extract, analyses, timexes, figures, names, voices, range(len(documents)))
    began = clock()
    for document in documents:
        checker.check([document])
    spent["whole check"] += clock() - began
    return spent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    documents = [checker.Document.from_text(text) for text in texts(args.news or [SEEDS])]
    size = sum(len(document.text) for document in documents)
    once(documents)
    rounds = [once(documents) for _ in range(args.rounds)]
    print(f"{len(documents)} articles, {size / 1e6:.2f} MB, median of {args.rounds} rounds (least to most)")
    for stage in rounds[0]:
        seconds = [one[stage] for one in rounds]
        middle = statistics.median(seconds)
        per = [one / size * 4e6 for one in (middle, min(seconds), max(seconds))]
        speed = size / middle / 1e6
        print(f"{stage:12} {speed:7.2f} MB/s   {per[0]:6.2f} ms a 4 kB article ({per[1]:.2f} to {per[2]:.2f})")


if __name__ == "__main__":
    main()
