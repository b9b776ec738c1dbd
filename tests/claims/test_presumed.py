"""What is claimed and rejected, and then taken for granted by a noun."""

from __future__ import annotations

import pytest

from checker.claims.sameness.statement import pairs
from checker.records import Claim
from tests.claims.reading import digested

PRESUMED = [
    "She claims managers told staff to backdate reports, a charge the operator rejects. The backdating of the reports "
    "is being examined by the regulator.",
    "The union says the firm destroyed the time sheets. The company denies it. The destruction of the time sheets has "
    "shocked MPs.",
    "Villagers say soldiers burned their crops, which the army denies. Rain is due. The burning of the crops has left "
    "200 families hungry.",
]


@pytest.mark.parametrize("text", PRESUMED)
def test_a_rejected_claim_is_taken_for_granted(text: str) -> None:
    assert len(list(pairs(_deeds(text)))) == 1


NOT_PRESUMED = [
    "She claims managers backdated the reports, a charge the firm rejects. The alleged backdating of the reports is "
    "being examined.",
    "She claims managers backdated reports, a charge the firm rejects. The backdating of reports is a crime.",
    "The union says the firm destroyed the sheets. The company denies it. The union said the destruction of the sheets "
    "was a scandal.",
    "The union says the firm closed the depot. The mayor rejected calls for a boycott. The closure of the depot cost "
    "40 jobs.",
    "The union says the firm cut the pay of drivers. The company denies it. If the cutting of the pay is proved, fines "
    "follow.",
]


@pytest.mark.parametrize("text", NOT_PRESUMED)
def test_nothing_rejected_is_taken_for_granted(text: str) -> None:
    assert list(pairs(_deeds(text))) == []


def _deeds(text: str) -> list[Claim]:
    return [claim for claim in digested("statement", text) if claim.kind == "deed"]
