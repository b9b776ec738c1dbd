"""The calendar's English names, and days as the records number them (`datetime.date.toordinal`)."""

from __future__ import annotations

from datetime import date

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
HISTORY = 60  # days before the telling, from which what happened is history: those hurt have been counted


def iso(ordinal: int | None) -> str | None:
    """2024-10-22, or None for what is no day of the calendar."""
    if ordinal is None or not 1 <= ordinal <= date.max.toordinal():
        return None
    return date.fromordinal(ordinal).isoformat()
