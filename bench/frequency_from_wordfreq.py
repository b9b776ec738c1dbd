"""Writes rules/lexicon/frequency.tsv: how common the commonest English words are (Zipf scale, one decimal).

    python bench/frequency_from_wordfreq.py        # needs `pip install wordfreq`

Zipf 6 is once in a thousand words, Zipf 3 once in a million.  Words that are not in the table are rarer than its last.
"""
from __future__ import annotations

from pathlib import Path

import wordfreq

TABLE = Path(__file__).resolve().parent.parent / "rules" / "lexicon" / "frequency.tsv"
COUNT = 12_000


def main() -> None:
    words = [word for word in wordfreq.top_n_list("en", COUNT * 2) if word.isalpha() and word.isascii()][:COUNT]
    rows = [f"{word}\t{wordfreq.zipf_frequency(word, 'en'):.1f}" for word in words]
    note = (
        f"# The {COUNT} commonest English words on the Zipf scale, from wordfreq (Apache-2.0); "
        "made by bench/frequency_from_wordfreq.py"
    )
    TABLE.write_text("\n".join([note, "word\tzipf", *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
