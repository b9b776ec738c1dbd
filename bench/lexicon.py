"""Every row of every lexicon with how often it occurs in the seeds and in other news.

    python bench/lexicon.py NEWS...            # files or folders of other news (.txt, .md, or .jsonl with a "text")
    python bench/lexicon.py NEWS... --only     # just the rows that occur in the seeds and nowhere else

A row that fires on the seeds and nowhere else was made for them: remove it, or say why it is true of English.
A row's key is its first column: a word or phrase (found as whole words, without case, also in its plural), a list of
them, or a pattern where the column is called so.
"""
from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from checker.language.lexicon import items, rules_folder, table

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|[^\w\s]|\d+")
LONGEST = 6  # words of the longest phrase that is counted


def texts(paths: list[Path]) -> Iterator[str]:
    for path in paths:
        if path.is_dir():
            yield from texts(sorted(p for p in path.rglob("*") if p.suffix in (".txt", ".md", ".jsonl")))
        elif path.suffix == ".jsonl":
            for line in path.read_text(encoding="utf-8").splitlines():
                yield json.loads(line)["text"]
        else:
            yield path.read_text(encoding="utf-8")


def phrases(text: str) -> Counter[str]:
    """All runs of one to LONGEST words, lower case."""
    words = [word.lower() for word in WORD.findall(text)]
    return Counter(" ".join(words[i : i + n]) for n in range(1, LONGEST + 1) for i in range(len(words) - n + 1))


def normal(phrase: str) -> str:
    return " ".join(word.lower() for word in WORD.findall(phrase))


def count(column: str, key: str, found: Counter[str], text: str) -> int:
    if column in ("pattern", "regex"):
        try:
            return len(re.findall(key, text, re.IGNORECASE))
        except re.error:
            return 0
    forms = {form for one in items(key) or (key,) for form in (normal(one), normal(one) + "s")}
    return sum(found[form] for form in forms)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", nargs="+", type=Path)
    parser.add_argument("--only", action="store_true", help="only rows that occur in the seeds and nowhere else")
    args = parser.parse_args()
    seeds, news = "\n\n".join(texts([SEEDS])), "\n\n".join(texts(args.news))
    in_seeds, in_news = phrases(seeds), phrases(news)
    for path in sorted((rules_folder() / "lexicon").glob("*.tsv")):
        rows = table(path.stem)
        column = next(iter(rows[0])) if rows else ""
        for row in rows:
            here = count(column, row[column], in_seeds, seeds)
            there = count(column, row[column], in_news, news)
            if not args.only or (here and not there):
                print(f"{path.stem}\t{row[column]}\tseeds {here}\tother news {there}")


if __name__ == "__main__":
    main()
