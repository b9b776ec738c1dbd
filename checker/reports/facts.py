"""Every figure and date of a document with its normalised value, in the order of the text, to be ticked off."""

from __future__ import annotations

from datetime import date

from checker.documents.locate import locate
from checker.records import Document, Facts, Quantity, Time
from checker.reports import words
from checker.reports.excerpt import columns
from checker.reports.paint import Paint

_SIGN = {"percent": " %", "": ""}


def render(document: Document, facts: Facts, *, width: int = 100, colour: bool = False) -> str:
    """A title and one line a figure or date."""
    paint = Paint(colour)
    published = f", published {words.day(facts.published)}" if facts.published else ", no publication date"
    lines = [paint(f"{facts.path}{published}", "bold")]
    mentions: list[tuple[int, str, str]] = [
        *((quantity.start, quantity.text, figure(quantity)) for quantity in facts.quantities),
        *((time.start, time.text, moment(time)) for time in facts.times),
    ]
    rows = []
    for start, text, value in sorted(mentions):
        line, column, paragraph, scope = locate(document, start)
        rows.append((f"{line}:{column}", f"par {paragraph}" if paragraph else scope, " ".join(text.split()), value))
    sizes = [min(max((columns(row[n]) for row in rows), default=0), 38) for n in range(3)]
    for row in rows:
        cells = [cell + " " * (size - columns(cell)) for cell, size in zip(row, sizes, strict=False)]
        lines.append(f"[ ] {cells[0]}  {paint(cells[1], 'dim')}  {cells[2]}  {paint(row[3], 'mark')}")
    times = words.count(len(facts.times), "date or time", "dates and times")
    lines.append(f"{words.count(len(facts.quantities), 'figure')}, {times}.")
    return "\n".join(line.rstrip() for line in lines) + "\n"


def figure(quantity: Quantity) -> str:
    """What a figure is taken to say: its value or interval, unit, and what it counts."""
    unit = _SIGN.get(quantity.unit, f" {quantity.unit}")
    stated = _interval(quantity.low, quantity.high, quantity.low_closed, quantity.high_closed) + unit
    if quantity.rate:
        stated += f" per {quantity.rate}"
    if quantity.counted:
        stated += f" {quantity.counted.text}"
    extra = []
    if (quantity.least, quantity.most) != (quantity.low, quantity.high) and quantity.dimension in ("", "percent"):
        extra.append(f"prints {_interval(quantity.least, quantity.most, True, True)}")
    if quantity.kind not in ("cardinal", "percent", "money", "measure", "range"):
        extra.append(quantity.kind)
    if quantity.change in ("up", "down"):
        extra.append(quantity.change)
    return f"{' '.join(stated.split())}" + (f" ({'; '.join(extra)})" if extra else "")


def _interval(low: float | None, high: float | None, low_closed: bool, high_closed: bool) -> str:
    if low is None and high is None:
        return "unknown"
    if low == high and low is not None:
        return words.number(low)
    if low is None:
        return f"{'at most' if high_closed else 'under'} {words.number(high or 0)}"
    if high is None:
        return f"{'at least' if low_closed else 'more than'} {words.number(low)}"
    return f"{words.number(low)} to {words.number(high)}"


def moment(time: Time) -> str:
    """What a time is taken to say: TIMEX3 value, and the days it covers."""
    said = f"{time.type.lower()} {time.value}" + (f" {time.mod.lower().replace('_', ' ')}" if time.mod else "")
    if time.invalid:
        return f"{said} (cannot be: {time.invalid})"
    if time.type not in ("DATE", "TIME") or (time.earliest is None and time.latest is None):
        return said
    if time.frame != "calendar":
        return f"{said} (counted from the unknown day of publication)"
    covered = words.days([_day(time.earliest), _day(time.latest)])
    return f"{said} ({covered})" if covered and time.value != _day(time.earliest) else said


def _day(ordinal: int | None) -> str | None:
    if ordinal is None or not 1 <= ordinal <= date.max.toordinal():
        return None
    return date.fromordinal(ordinal).isoformat()
