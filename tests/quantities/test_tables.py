"""The tables hold together: names, references, and quantulum3's table as quantulum3 has it."""
from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from checker.language.lexicon import items, table
from checker.quantities import fallback, precision, units

BENCH = Path(__file__).resolve().parents[2] / "bench"


@pytest.mark.slow
def test_the_compiled_table_is_quantulum3s() -> None:
    script = runpy.run_path(str(BENCH / "units_from_quantulum3.py"))
    assert script["TABLE"].read_text(encoding="utf-8") == script["compiled"](), "run bench/units_from_quantulum3.py"


def test_every_hedge_has_a_row_of_exactness() -> None:
    assert {row["bound"] for row in table("hedges")} <= set(precision.margins())


def test_base_units_have_factor_one() -> None:
    by_dimension: dict[str, list[float]] = {}
    for dimension, factor, offset in units.factors().values():
        if not offset:
            by_dimension.setdefault(dimension, []).append(factor)
    assert [d for d, factors in by_dimension.items() if 1.0 not in factors] == []


def test_no_row_is_there_twice() -> None:
    for name, key in (
        ("unit_factors", "unit"),
        ("unit_surfaces", "unit"),
        ("unit_currencies", "code"),
        ("noun_classes", "lemma"),
        ("number_words", "word"),
        ("quantity_changes", "phrase"),
        ("quantity_qualifiers", "phrase"),
    ):
        keys = [row[key] for row in table(name)]
        assert sorted({k for k in keys if keys.count(k) > 1}) == [], name


def test_our_surfaces_are_the_units_they_say() -> None:
    known = units.surfaces()
    for row in table("unit_surfaces"):
        for surface in items(row["words"]):
            assert surface.lower().replace("-", " ") in known.words


def test_quantulum3_is_asked_only_for_odd_symbols() -> None:
    before = fallback.calls()
    for tail in (" men", "kg", "%", " people/day", "-year-old", "m people", " MW of power", "th century"):
        assert fallback.unit_after(f"5{tail}", 1) is None
    assert fallback.calls() == before
