"""Compiles quantulum3's unit tables (MIT licence) into `rules/lexicon/unit_quantulum3.tsv`.

    python bench/units_from_quantulum3.py            # writes the table
    python bench/units_from_quantulum3.py --check    # says whether the table is what quantulum3 has today

Run it when quantulum3 is updated; a test holds the two equal.  Names, dimensions (quantulum3: entities), surfaces and
symbols come over as they are, prefixed units spelt out; conversion factors are ours (`unit_factors.tsv`), as quantulum3
has none.
"""
from __future__ import annotations

import json
import sys
from pathlib import Path

TABLE = Path(__file__).resolve().parent.parent / "rules" / "lexicon" / "unit_quantulum3.tsv"
HEAD = """# Made by bench/units_from_quantulum3.py from quantulum3's unit tables (MIT licence); not edited by hand.
name\tdimension\tsurfaces\tsymbols
"""


def compiled() -> str:
    """The table as text."""
    import quantulum3
    from quantulum3.load import METRIC_PREFIXES

    folder = Path(quantulum3.__file__).parent
    units = json.loads((folder / "units.json").read_text(encoding="utf-8"))
    english = json.loads((folder / "_lang" / "en_US" / "units.json").read_text(encoding="utf-8"))
    for name, unit in english.items():
        units[name] = units.get(name, {}) | unit
    rows: dict[str, tuple[str, list[str], list[str]]] = {}
    for name, unit in units.items():
        surfaces, symbols = unit.get("surfaces", []), unit.get("symbols", [])
        if "entity" not in unit or not (surfaces or symbols):
            continue
        rows.setdefault(name, (unit["entity"], surfaces, symbols))
        for prefix in unit.get("prefixes", []):
            word = METRIC_PREFIXES[prefix]
            rows.setdefault(word + name, (unit["entity"], [word + s for s in surfaces], [prefix + s for s in symbols]))
    lines = ["\t".join((name, entity, "|".join(surfaces), "|".join(s for s in symbols if "|" not in s)))
             for name, (entity, surfaces, symbols) in sorted(rows.items())]
    return HEAD + "\n".join(lines) + "\n"


def main() -> None:
    text = compiled()
    if "--check" in sys.argv:
        same = TABLE.read_text(encoding="utf-8") == text
        print("equal" if same else "different")
        raise SystemExit(not same)
    TABLE.write_text(text, encoding="utf-8")
    print(f"{TABLE.name}: {text.count(chr(10)) - 2} units")


if __name__ == "__main__":
    main()
