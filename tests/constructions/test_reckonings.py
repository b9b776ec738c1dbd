"""Sums, splits, shares, votes, prices and lists in whatever order and words they are told."""

from __future__ import annotations

import pytest

from tests.constructions.reading import findings, groups, rows


@pytest.mark.parametrize(("relation", "fits", "broken"), rows("reckonings"))
def test_a_reckoning_is_silent_where_it_fits_and_found_where_it_does_not(
    relation: str, fits: str, broken: str
) -> None:
    assert [finding.message for finding in findings(fits)] == []
    assert [finding.message for finding in findings(broken)]
    assert relation in [name for name, _ in groups(broken)]


@pytest.mark.parametrize("cells", rows("no_reckonings"))
def test_figures_side_by_side_are_no_reckoning(cells: list[str]) -> None:
    assert [finding.message for finding in findings(cells[0])] == []


def test_a_hedge_makes_no_part_larger_than_its_whole() -> None:
    assert findings("Some 310 of the village's 290 people have signed.")
    assert findings("Some 300 of the village's 290 people have signed.") == []  # rounded


def test_votes_against_are_held_against_unanimity_only_of_the_same_vote() -> None:
    assert findings("The board voted unanimously to close the school. The vote was 7-2.")
    assert findings("The court ruled unanimously. An earlier vote had been 5-4.") == []


def test_a_bare_number_takes_up_the_count_before_it() -> None:
    assert findings("FIVE people have been charged. The six, all from Hull, are on bail.")
    assert findings("Some 12 firms were fined. The two who confessed paid less.") == []
    assert findings("Five people were held and two were hurt. The two are in hospital.") == []
