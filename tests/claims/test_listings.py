"""How many at most, and which by name."""

from __future__ import annotations

import pytest

from checker import Document, check
from tests.claims.reading import digested


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Anna Keller has visited only two cities.", [("limit", "place", 2.0)]),
        ("Anna Keller met just two envoys and only one rival.", [("limit", "person", 2), ("limit", "person", 1)]),
        ("Anna Keller has visited only two cities in Chad.", []),  # of how many elsewhere nothing is said
        ("Anna Keller will visit only two cities.", []),
        ("Anna Keller has visited two cities.", []),  # there may be more
        ("Anna Keller has visited Lyon, Paris and Nantes since May.", [("list", "place", 3)]),
        ("Anna Keller has met Tom Baker and Mary Kent.", [("list", "person", 2)]),
        ("Anna Keller has not visited Lyon, Paris and Nantes.", []),
        ("Anna Keller has visited Lyon.", []),
    ],
)
def test_limits_and_lists(text: str, told: list[tuple[str, str, float]]) -> None:
    assert [(row.qualifier, row.kind, row.value) for row in digested("listing", text)] == told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Keller visited only two cities. Then Keller visited Lyon, Paris and Nantes.", ["limit-below-list"]),
        ("Keller visited only two cities. Then Ruiz visited Lyon, Paris and Nantes.", []),
        ("Keller visited only two cities. Then Keller left Lyon, Paris and Nantes.", []),
        ("Keller met only two ministers. Then Keller visited Lyon, Paris and Nantes.", []),
    ],
)
def test_more_names_than_the_limit(text: str, found: list[str]) -> None:
    assert [finding.name for finding in check([Document.from_text(text, "2024-03-06")]).findings] == found
