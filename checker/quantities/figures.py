"""From a finished draft to its `Quantity`: the interval as stated, and the one that the print allows."""
from __future__ import annotations

import msgspec

from checker.quantities import precision, units
from checker.quantities.draft import COUNT, Draft
from checker.quantities.precision import Interval
from checker.records import Quantity

_CHANGES = {"about": "~", "nearly": "~", "just-over": "~", "over": ">", "at-least": ">", "up-to": "<", "under": "<"}
_SHARED_UNIT = (" and ", " or ")
_SHARED_NOUN = frozenset(
    [" or ", ", if not ", " if not ", ", or even ", " or even ", ", or perhaps ", ", possibly ", ", perhaps "]
)
_SOFT = ("about", "nearly")  # hedges that apply to both ends of a range
_FLOOR = frozenset(["over", "at least"])
_CEILING = frozenset(["under", "up to"])


def make(text: str, draft: Draft) -> Quantity:
    """The record of a draft."""
    first, unit, lead, kind = draft.numeral, draft.unit, draft.lead, draft.kind
    hedge, bound = lead.hedge, lead.bound
    value, low, high = first.value, first.low, first.high
    low_closed = high_closed = True
    if not bound and draft.second is None and value is not None and first.form in precision.exact():
        span = Interval(value, value)
    elif draft.second is not None and draft.second.value is not None and value is not None:
        soft = bound if bound in _SOFT else ""
        span = Interval(
            precision.printed(value, first, soft).least, precision.printed(draft.second.value, draft.second, soft).most
        )
        value, high = None, draft.second.value
    elif value is None:  # "tens of thousands": the printed word's own number, and at least two of it
        value, hedge = first.step, hedge or "vague"
        span = Interval(value, None)
    else:
        span = precision.printed(value, first, bound)
        if bound in ("over", "just-over", "at-least"):
            high, low_closed = None, bound == "at-least"
        elif bound in ("up-to", "under"):
            low, high_closed = None, bound == "up-to"
    least, most = span if unit is COUNT else precision.scaled(span, unit)
    if kind == "ratio" and unit.dimension == "percent":
        least, most = (None if end is None else end * 100 for end in (least, most))
    if kind == "score":
        least = most = None  # a score is compared by its print
    change = lead.change if lead.change in ("up", "down") else _CHANGES.get(bound, "~" if hedge == "vague" else "=")
    return Quantity(
        draft.start,
        draft.end,
        text[draft.start : draft.end],
        text[draft.numeral_start : draft.numeral_end],
        value,
        low,
        high,
        low_closed and low is not None,
        high_closed and high is not None,
        unit.name,
        unit.dimension,
        least,
        most,
        draft.counted,
        kind,
        hedge,
        change,
        unit.rate or draft.rate,
        lead.qualifier,
    )


def _from(text: str, before: Quantity) -> bool:
    """The figure is what something moved from."""
    return text.endswith("from ", 0, before.start)


def shares_unit(text: str, before: Quantity, behind: Draft, bare: int) -> Quantity | None:
    """ "45 and 50 mg", "from 12 to 10 percent": the bare figure before has the unit of the one behind."""
    if before.unit or before.kind != "cardinal":
        return None
    between, unit = text[before.end : behind.start], behind.unit
    moved = between == " to " and _from(text, before)
    if not (moved or (between in _SHARED_UNIT and behind.start == bare)):
        return None  # a hedge begins a figure of its own, but for "from 5 to nearly 10 percent"
    if before.value is None or not before.numeral[:1].isdigit():
        return None
    if before.counted is not None and before.counted.start >= before.end:
        return None
    least, most = precision.scaled(Interval(before.least, before.most), unit)
    return msgspec.structs.replace(
        before, unit=unit.name, dimension=unit.dimension, least=least, most=most, kind=behind.kind, counted=None
    )


def takes_unit(text: str, before: Quantity, draft: Draft) -> None:
    """ "from 12 years to eight": the bare figure behind has the unit of the one before."""
    told = before.kind in ("measure", "percent") and before.unit
    if told and text[before.end : draft.start] == " to " and _from(text, before):
        draft.unit, draft.kind = units.named(before.unit), before.kind


def shares_noun(text: str, before: Quantity, behind: Quantity) -> Quantity | None:
    """ "from 10 to 12 ships", "hundreds, if not thousands, of fans": the bare figure before counts what the one behind
    counts."""
    counted = behind.counted
    if counted is None or counted.start < behind.end or before.unit or before.kind != "cardinal":
        return None
    between = text[before.end : behind.start]
    moved = between == " to " and _from(text, before)
    if not moved and between not in _SHARED_NOUN:
        return None
    if before.counted is not None and (not moved or before.counted.start >= before.end):
        return None
    return msgspec.structs.replace(before, counted=counted)


def both_bounds(text: str, a: Quantity, b: Quantity) -> Quantity | None:
    """ "more than 40 but less than 50": a floor and a ceiling of one figure."""
    low, high = (a, b) if a.hedge in _FLOOR else (b, a)
    if low.hedge not in _FLOOR or high.hedge not in _CEILING or (a.dimension and a.dimension != b.dimension):
        return None
    if text[a.end : b.start].strip(" ,") not in ("and", "but", "or", "yet", ""):
        return None
    floor, ceiling = low.low, high.high
    if floor is None or ceiling is None or floor >= ceiling:
        return None
    span = text[a.start : b.end]
    return msgspec.structs.replace(
        b,
        start=a.start,
        text=span,
        numeral=span,
        value=None,
        low=floor,
        high=ceiling,
        low_closed=low.low_closed,
        high_closed=high.high_closed,
        least=low.least,
        most=high.most,
        kind="range",
        hedge="",
        change="=",
    )
