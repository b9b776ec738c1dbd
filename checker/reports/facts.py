"""Every figure and date of a document with its normalised value, in the order of the text, to be ticked off."""

from __future__ import annotations

import re
from collections.abc import Callable

from checker import days
from checker.documents.locate import locate
from checker.engine import units
from checker.records import Document, Facts, Quantity, Time
from checker.reports import words
from checker.reports.excerpt import columns
from checker.reports.paint import Paint


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
    """What a figure is taken to say, as news write it: $1,800,000,000, 25 percent up, aged 27, 2-1."""
    if quantity.kind == "score":
        return f"{'-'.join(re.findall(r'[0-9]+', quantity.numeral or quantity.text)) or quantity.text} (score)"
    stated = _stated(quantity)
    if quantity.change in ("up", "down"):
        stated += f" {quantity.change}"
    if quantity.rate:
        stated += f" a {quantity.rate}"
    if quantity.counted and quantity.kind not in ("age", "ordinal"):
        stated += f" {'of ' if quantity.unit else ''}{quantity.counted.text}"
    extra = []
    within = quantity.dimension in ("", "percent") and (quantity.least, quantity.most) != (None, None)
    if within and (quantity.least, quantity.most) != (quantity.low, quantity.high):
        extra.append(f"prints {_interval(quantity.least, quantity.most, True, True)}")
    if quantity.kind not in ("cardinal", "percent", "money", "measure", "range", "age", "ordinal"):
        extra.append(quantity.kind)
    return f"{' '.join(stated.split())}" + (f" ({'; '.join(extra)})" if extra else "")


def _stated(quantity: Quantity) -> str:
    """Value or interval with its unit."""
    amount = _interval(quantity.low, quantity.high, quantity.low_closed, quantity.high_closed)
    if quantity.kind == "age" or quantity.unit == "year of age":
        return f"aged {amount}"
    currency = quantity.dimension.partition("money:")[2].partition("/")[0]
    if currency:
        return _interval(
            quantity.low, quantity.high, quantity.low_closed, quantity.high_closed, lambda n: units.money(n, currency)
        )
    if quantity.kind == "ordinal" and quantity.low == quantity.high and quantity.low is not None:
        return f"number {amount}"
    return f"{amount} {units.prose(quantity.unit, one=quantity.low == quantity.high == 1)}".rstrip()


def _interval(
    low: float | None, high: float | None, low_closed: bool, high_closed: bool, write: Callable[[str], str] = str
) -> str:
    """A number or from-to; `write` puts the sign of a currency to each."""

    def told(value: float) -> str:
        return write(words.number(value))

    if low is None and high is None:
        return "unknown"
    if low == high and low is not None:
        return told(low)
    if low is None:
        return f"{'at most' if high_closed else 'under'} {told(high or 0)}"
    if high is None:
        return f"{'at least' if low_closed else 'more than'} {told(low)}"
    return f"{told(low)} to {told(high)}"


def moment(time: Time) -> str:
    """What a time is taken to say: TIMEX3 value, and the days it covers."""
    said = f"{time.type.lower()} {time.value}" + (f" {time.mod.lower().replace('_', ' ')}" if time.mod else "")
    if time.invalid:
        return f"{said} (cannot be: {time.invalid})"
    if time.type not in ("DATE", "TIME") or (time.earliest is None and time.latest is None):
        return said
    if time.frame != "calendar":
        return f"{said} (counted from the unknown day of publication)"
    covered = words.days([days.iso(time.earliest), days.iso(time.latest)])
    return f"{said} ({covered})" if covered and time.value != days.iso(time.earliest) else said
