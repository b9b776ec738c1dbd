"""Figures as claims in a role: the figure's own claim where it says enough, else one made for the group."""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.constructions.frame.figure import Figure
from checker.claims.draft import Draft
from checker.records import Claim, Quantity

DAY = 86400.0
Bounds = tuple[float | None, float | None]


class Roles:
    """Makes the claims of one document's groups; the same role of the same span is made once."""

    def __init__(self, draft: Draft, quantities: Sequence[Quantity], figures: Sequence[Sequence[Claim]]) -> None:
        self.draft = draft
        self.quantities = quantities
        self.figures = figures
        self._made: dict[tuple[object, ...], Claim] = {}

    def quantity(self, figure: Figure) -> Quantity | None:
        return self.quantities[figure.quantity] if figure.quantity >= 0 else None

    def dimension(self, figure: Figure) -> str:
        """Its own dimension, or the one taken over from an amount before it; "" for a count."""
        quantity = self.quantity(figure)
        return figure.dimension or (quantity.dimension if quantity else "")

    def own(self, figure: Figure) -> Claim | None:
        """The claim that its quantity made, when the figure is all of it."""
        if figure.quantity < 0 or figure.side:
            return None
        quantity, claims = self.quantities[figure.quantity], self.figures[figure.quantity]
        if not claims or quantity.end != figure.end:
            return None
        return claims[0]

    def plain(self, figure: Figure) -> Claim:
        """The figure as it stands."""
        return (None if figure.dimension else self.own(figure)) or self.made(figure, (figure.least, figure.most))

    def made(self, figure: Figure, bounds: Bounds, dimension: str | None = None, value: float | None = None) -> Claim:
        """The figure with bounds of the group's own."""
        quantity = self.quantity(figure)
        if dimension is None:
            dimension = self.dimension(figure)
        key = (figure.start, figure.end, bounds, dimension, value)
        if key not in self._made:
            own = self.figures[figure.quantity][0] if quantity and self.figures[figure.quantity] else None
            self._made[key] = self.draft.claim(
                "relation", figure.start, figure.end, self.draft.voices(figure.start, figure.end)[0],
                value=figure.value if value is None else value, least=bounds[0], most=bounds[1], dimension=dimension,
                unit=quantity.unit if quantity else "", kind=quantity.kind if quantity else "",
                hedge=quantity.hedge if quantity else "", counted=own.counted if own else "",
                counted_text=own.counted_text if own else "", counted_class=own.counted_class if own else "",
            )  # fmt: skip
        return self._made[key]

    def day(self, figure: Figure, days: tuple[int | None, int | None] | None = None) -> Claim:
        """A date."""
        time = figure.time
        if days is None:
            days = (time.earliest, time.latest) if time else (None, None)
        key = ("day", figure.start, figure.end, days)
        if key not in self._made:
            self._made[key] = self.draft.claim(
                "relation", figure.start, figure.end, self.draft.voices(figure.start, figure.end)[0], event_days=days,
                wording=time.invalid if time else "", frame=time.frame if time else "",
            )  # fmt: skip
        return self._made[key]

    def span(self, start: int, end: int, bounds: Bounds = (None, None), value: float | None = None, wording: str = "",
             days: tuple[int | None, int | None] | None = None, dimension: str = "") -> Claim:  # fmt: skip
        """Words in a role: a weekday, an item of a list, the day of publication."""
        key = ("span", start, end, bounds, wording, days, dimension)
        if key not in self._made:
            self._made[key] = self.draft.claim(
                "relation", start, end, self.draft.voices(start, end)[0], value=value, least=bounds[0], most=bounds[1],
                dimension=dimension, wording=wording, event_days=days, frame="calendar" if days else "",
            )  # fmt: skip
        return self._made[key]


def step(figure: Figure, quantity: Quantity | None) -> float:
    """One unit of its last printed digit, in the printed unit."""
    from checker.quantities import numerals

    if quantity is None or figure.value is None:
        return 0.0
    text = quantity.numeral if figure.side in (0, 3) else figure.text
    found = numerals.read(text.lower().lstrip("£$€¥ "), 0)
    if found is None or not found.value:
        return 0.0
    return abs(found.step * figure.value / found.value)


def widened(bounds: Bounds, margin: float) -> Bounds:
    least, most = bounds
    return (None if least is None else least - margin, None if most is None else most + margin)


def rounded(figure: Figure, quantity: Quantity | None) -> Bounds:
    """What the print allows, at the least half a unit of its last digit: for figures that were computed."""
    least, most = figure.least, figure.most
    if least is None or most is None or figure.letter == "R":
        return least, most
    half = step(figure, quantity) / 2 or 0.5
    scale = abs((least + most) / 2 / figure.value) if figure.value else 1.0
    reach = half * scale
    if most - least < 2 * reach:
        middle = (least + most) / 2
        return middle - reach, middle + reach
    return least, most
