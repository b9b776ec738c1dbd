"""What a text tells as done, and what those who did it deny."""

from __future__ import annotations

import pytest

from checker.claims.sameness.plea import pairs
from checker.records import Claim
from tests.claims.reading import digested

TOLD_AND_DENIED = [
    "The two brothers set fire to the mill for the insurance. Nobody was inside. Both men have pleaded not guilty.",
    "Leo Hart stole £43,000 from the club over three seasons. The money is gone. Hart, 58, denies theft.",
    "Dana Orlo punched a steward at the gate. The match was stopped. Orlo has denied the charge.",
    "The nurse falsified the records of nine patients. The ward was closed. She has pleaded not guilty.",
    "The couple smuggled rare birds in suitcases. Officers found 40 eggs. The pair deny all charges.",
]


@pytest.mark.parametrize("text", TOLD_AND_DENIED)
def test_a_deed_told_as_a_fact_is_denied(text: str) -> None:
    assert len(list(pairs(_pleas(text)))) == 1


NO_FACT_DENIED = [
    "Prosecutors said Hart met the men in a bar. They talked. He stole £40,000 from the till. Hart denies theft.",
    "Thieves stole £40,000 from the till. Hart denies theft.",
    "Hart is accused of stealing £43,000. The money is gone. Hart, 58, denies theft.",
    "Hart stole £40,000 from the club in 2009 and was jailed for a year. He denies a new charge of theft.",
    "Two men set fire to the mill. Leo Hart, 40, has pleaded not guilty.",
    "Leo Hart punched a steward. Dana Orlo denies assault.",
    "The dog attacked a girl. Its owner denied the charge.",
    "Orlo shot wide. He denied the allegation that he dived.",
]


@pytest.mark.parametrize("text", NO_FACT_DENIED)
def test_no_fact_is_denied(text: str) -> None:
    assert list(pairs(_pleas(text))) == []


def _pleas(text: str) -> list[Claim]:
    return [claim for claim in digested("statement", text) if claim.kind == "plea"]
