"""What the engine costs: a pair rule over 100, 10,000 and 1,000,000 claims, and the rules of one article.

    python bench/engine.py [--most 1000000]

Prints the time a claim and the time a claim and log2 n: the second stays level when the cost is n log n plus findings.
"""

from __future__ import annotations

import argparse
import random
import time
from math import log2

from checker import engine
from checker.engine.compiler import compile_file
from checker.engine.join import join
from checker.engine.records import Rule
from checker.language.lexicon import rules_folder
from checker.records import Claim, Match, Relation

PREDICATES = ("die", "injure", "arrest", "pay", "build", "sell", "vote", "send")


def archive(n: int, rng: random.Random) -> list[Claim]:
    """Claims of many stories: each thing is told about eight times, and once in fifty times with another figure."""
    rows = []
    for number in range(n):
        story = rng.randrange(max(1, n // 8))
        true = story * 7919 % 5000 + 10
        value = float(true + (rng.random() < 0.02) * rng.randint(1, 9))
        rows.append(
            Claim(
                document=number // 10, id=number % 10, proposition=number, aspect="figure", start=0, end=1, text="1",
                sentence=0, sentence_start=0, sentence_end=1, scope="body", paragraph=1,
                predicate=PREDICATES[story % 8], object=f"thing-{story}", counted="person", counted_class="person",
                value=value, low=value, high=value, least=value, most=value,
            )
        )  # fmt: skip
    return rows


def joined(n: int, rule: Rule) -> None:
    claims = archive(n, random.Random(n))
    start = time.perf_counter()
    found = sum(1 for _ in join(claims, rule))
    took = time.perf_counter() - start
    print(
        f"{n:>9,} claims  {took:8.3f} s  {1e6 * took / n:6.2f} µs a claim  {1e6 * took / n / log2(n):6.3f} by log2 n"
        f"  {found:,} pairs found"
    )


class Article:
    """A reading with figures, statements and relations, as a 4 kB article has them."""

    def __init__(self, rng: random.Random) -> None:
        self.claims = [
            Claim(
                document=0, id=number, proposition=number, aspect="figure" if number % 3 else "statement", start=number,
                end=number + 1, text=str(number), sentence=number, sentence_start=0, sentence_end=9, scope="body",
                paragraph=number, predicate=rng.choice(PREDICATES), least=float(number), most=float(number),
            )
            for number in range(60)
        ]  # fmt: skip
        self.relations = [Relation(n, "total-parts", role, n + i) for n in range(8) for i, role in enumerate(
            ("total", "part", "part"))]  # fmt: skip


def article(rounds: int = 200) -> None:
    rng = random.Random(1)
    reading = Article(rng)
    matches = [Match(n, (0, n), (0, n + 20), ("predicate",), (), (), 0.6) for n in range(30)]
    start = time.perf_counter()
    rules, _ = engine.load()
    print(f"load {len(rules.rules)} rules: {1000 * (time.perf_counter() - start):.2f} ms")
    engine.run(rules, [reading], matches)
    start = time.perf_counter()
    for _ in range(rounds):
        hits = engine.run(rules, [reading], matches)
    took = (time.perf_counter() - start) / rounds
    print(f"run on one article (60 claims, 30 pairs, 8 groups): {1000 * took:.3f} ms, {len(hits)} hits")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--most", type=int, default=1_000_000)
    most = parser.parse_args().most
    rule = compile_file(rules_folder() / "figures" / "figures-disagree.yaml")
    import msgspec

    rule = msgspec.structs.replace(rule, same=("predicate", "object", "counted_class"))
    article()
    for n in (100, 10_000, 1_000_000):
        if n <= most:
            joined(n, rule)


if __name__ == "__main__":
    main()
