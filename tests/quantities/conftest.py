"""Shared reading of a text."""
from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.language import analyse
from checker.quantities import extract
from checker.records import Document, Quantity

Reader = Callable[[str], list[Quantity]]


def read(text: str) -> list[Quantity]:
    """Every figure of a text, without the help of the times room."""
    return extract(analyse(Document(text)), [])


@pytest.fixture
def figures() -> Reader:
    return read
