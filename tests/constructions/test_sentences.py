"""How news English ties figures together: an editor adds texts to sentences.tsv, known_gaps.tsv and silent.tsv."""

from __future__ import annotations

import pytest

from tests.constructions.reading import findings, groups, rows


@pytest.mark.parametrize(("relation", "fits", "broken"), rows("sentences"))
def test_what_fits_is_silent_and_what_cannot_is_found(relation: str, fits: str, broken: str) -> None:
    assert [finding.message for finding in findings(fits)] == []
    assert [finding.message for finding in findings(broken)]
    assert relation in [name for name, _ in groups(broken)]


@pytest.mark.parametrize(("relation", "fits", "broken"), rows("known_gaps"))
def test_known_gaps_are_still_gaps(relation: str, fits: str, broken: str) -> None:
    assert [finding.message for finding in findings(fits)] == []
    if any(name == relation for name, _ in groups(broken)) and findings(broken):
        pytest.fail("found now: move this row to sentences.tsv")


@pytest.mark.parametrize(("why", "text"), rows("silent"))
def test_nothing_is_wrong(why: str, text: str) -> None:
    assert [finding.message for finding in findings(text)] == [], why
