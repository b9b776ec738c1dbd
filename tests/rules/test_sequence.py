"""Values in the order in which articles tell them."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import check
from checker.engine.sequence import carried, newer
from checker.records import Claim, Document, Options


def told(*tellings: tuple[int, int]) -> list[Claim]:
    """Claims of a day and a value, each in an article of its own."""
    return [
        Claim(
            number, 0, 0, "figure", 0, 1, str(value), 0, 0, 1, "body", 1,
            least=value, most=value, said_earliest=day, said_latest=day,
        )
        for number, (day, value) in enumerate(tellings)
    ]  # fmt: skip


def values(claims: Sequence[Claim]) -> list[float | None]:
    return [claim.least for claim in claims]


def test_an_older_value_told_again() -> None:
    claims = told((1, 41), (3, 74), (6, 41), (7, 80))
    assert values(carried(claims)) == [41, 41]
    assert values(newer(claims)) == [74]


@pytest.mark.parametrize(
    "tellings",
    [
        [(1, 41), (3, 74), (6, 80)],
        [(1, 41), (3, 41), (6, 74)],
        [(1, 41), (1, 74), (1, 41)],
        [(1, 41), (3, 74)],
        [],
    ],
)
def test_values_in_order(tellings: list[tuple[int, int]]) -> None:
    assert not carried(told(*tellings))
    assert not newer(told(*tellings))


def test_two_voices_are_two_sequences() -> None:
    claims = told((1, 41), (3, 74), (6, 41))
    claims[1] = msgspec.structs.replace(claims[1], source="police", party="police")
    assert not carried(claims)


@settings(deadline=None, max_examples=100)
@given(st.lists(st.tuples(st.integers(1, 9), st.integers(1, 4)), max_size=8))
def test_the_order_of_the_input_changes_nothing(tellings: list[tuple[int, int]]) -> None:
    claims = told(*tellings)
    turned = claims[::-1]
    assert {claim.document for claim in carried(claims)} == {claim.document for claim in carried(turned)}


def test_an_older_value_told_again_is_one_finding() -> None:
    told_on = {"2024-03-04": 41, "2024-03-06": 74, "2024-03-09": 41}
    documents = [
        Document.from_text(f"The earthquake killed {number} people in Ardal.", day, f"{day}.txt")
        for day, number in told_on.items()
    ]
    found = check(documents, options=Options(one_story=True)).findings
    assert [(one.name, one.finding_class, one.severity) for one in found] == [
        ("older-figure-still-carried", "update", "warning")
    ]
