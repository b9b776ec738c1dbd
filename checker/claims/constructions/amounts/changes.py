"""Changes and factors: an amount before, an amount after, and what the text makes of the two."""

from __future__ import annotations

from checker import patterns
from checker.claims.constructions.amounts.amounts import pair
from checker.claims.constructions.amounts.bases import astray, strange
from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.frame.match import Group, Match, dimension, direction, in_points, noun, ranged, torn
from checker.claims.constructions.frame.pattern import words
from checker.claims.constructions.frame.roles import rounded, widened
from checker.records import Claim
from checker.slips import last_digit

PRINTED = patterns.compile(r"([\d,]+)(?:\.(\d+))?(\D*)")  # whole number, decimals, word of magnitude

THOUSAND = 1000  # no number of so many leaves "per cent" out


def change(match: Match) -> list[Group]:
    """from, to and the change between them: in percent, in points, or in the unit itself."""
    claims = pair(match, match.one("from"), match.one("to"))
    figure = match.one("change")
    if claims is None or figure.value is None or torn(match) or ranged((figure,)):
        return []
    if match.sentence() & words("correcting"):
        return []  # "sales rose 5% from £3m to £4m, an earlier version said"
    start, end = claims
    if match.before(figure) in ("from", "to", "at", "against", "than", "under", "over"):
        return []  # a level, no change
    one, other = match.one("from"), match.one("to")
    if match.before(other) in ("from", "than", "against"):
        return []
    if strange(match, one, other, figure) or astray(match, one, other, figure):
        return []
    if _foreseen(match, one) or _foreseen(match, other):
        return []
    if start.dimension == "time" and (period(match, one) or period(match, other)):
        return []
    if one.letter == other.letter == "N" and match.sentence() & words("currency-named"):
        return []  # "the yen weakened 0.7% to 150.6 per dollar from 149.5"
    if {one.letter, other.letter} == {"P", "N"} and max(one.value or 0.0, other.value or 0.0) >= THOUSAND:
        return []
    if one.letter == other.letter == "P":
        start, end = (
            match.roles.made(one, share(match, one, other)),
            match.roles.made(other, share(match, other, one)),
        )
    elif one.letter != "P":
        start, end = _as_fine(match, one, other, start), _as_fine(match, other, one, end)
    if not start.value or not end.value or start.value < 0 or end.value < 0:
        return []
    sign = direction(match) or (1 if end.value > start.value else -1)
    relation, bounds, kind, value = "", rounded(figure, match.quantity(figure)), "percent", figure.value
    if figure.letter in "HF":
        if match.before(figure) not in ("by", "a", "one") or value >= 1:
            return []
        bounds, value = (95 * value, 105 * value), 100 * value  # "by half", "by a quarter"
    percents = start.dimension == "percent"
    if figure.letter == "G" or (figure.letter == "N" and percents and in_points(match, figure)):
        told = match.cued and not match.row.source  # by each figure for itself: a row may pass over another subject
        relation = "change-points" if percents else "points-of-amounts" if match.quantity(figure) and told else ""
        if figure.value < 1 and not any(map(str.isdigit, figure.text)):
            bounds = 0.8 * value, 1.2 * value  # "half a point", "a quarter-point"
    elif figure.letter in "PRHF":
        if match.after(figure) == "of" or in_points(match, figure):
            return []
        relation = "change-percent"
    elif match.row.relation == "change-amount" and figure.letter == one.letter:
        if figure.letter == "N" and not _one_noun(match, (figure, one, other)):
            return []
        relation, kind = "change-amount", start.dimension
        size = figure.most if figure.least is None else figure.least
        bounds = widened((figure.least, figure.most), min(last_digit(figure.value) / 2, 0.1 * abs(size or 0.0)))
        if dimension(match, figure) != start.dimension:
            return []
    if not relation:
        return []
    if sign < 0:
        bounds = (None if bounds[1] is None else -bounds[1], None if bounds[0] is None else -bounds[0])
    made = match.roles.made(figure, bounds, kind, sign * value)
    return [(relation, [("from", start), ("to", end), ("change", made)])]


def _foreseen(match: Match, figure: Figure) -> bool:
    """ "against the 598 million expected": no earlier amount."""
    for ahead in (1, 2, 3):
        word = match.after(figure, ahead)
        if word in words("foreseen"):
            return True
        if not word.isalpha():
            return False
    return False


def period(match: Match, figure: Figure) -> bool:
    """ "in the three months to May", "than in the previous three": when, not how long."""
    back = 1
    while match.before(figure, back) in words("of-period"):
        back += 1
    return back > 1 and match.before(figure, back) in ("in", "over", "during", "for", "of")


def _one_noun(match: Match, figures: tuple[Figure, ...]) -> bool:
    """Do counts of one sentence count one thing, as far as each tells what behind it?"""
    counted = [match.counted(figure) for figure in figures]
    return len({noun.head for noun in counted if noun and noun.text} - {"point"}) < 2


def _as_fine(match: Match, figure: Figure, beside: Figure, claim: Claim) -> Claim:
    """ "from 3 million to 2.4 million": a whole number beside one with decimals is as exact as that one."""
    one, other = match.quantity(figure), match.quantity(beside)
    if one is None or other is None or (one.hedge and figure.side != 3):
        return claim
    if figure.least is None or figure.most is None or not figure.value:
        return claim
    whole, fine = PRINTED.fullmatch(one.numeral), PRINTED.fullmatch(other.numeral)
    if whole is None or fine is None or whole[2] or not fine[2] or whole[3] != fine[3]:
        return claim
    scale = (figure.least + figure.most) / 2 / figure.value
    middle = figure.value * scale
    reach = middle / float(whole[1].replace(",", ""))
    reach *= 0.5 * 10.0 ** -len(fine[2])
    return match.roles.made(figure, (middle - reach, middle + reach))


def share(match: Match, figure: Figure, beside: Figure) -> tuple[float | None, float | None]:
    """A percentage before or after a change; small ones (a tax, an interest rate) are printed as they are."""
    least, most = rounded(figure, match.quantity(figure))
    if figure.least == figure.most and figure.value is not None and figure.value < 10:
        reach = 0.05 if "." in beside.text else 0.2
        return figure.value - reach, figure.value + reach
    return least, most


def ratio(match: Match) -> list[Group]:
    """from, to and the factor between them."""
    claims = pair(match, match.one("from"), match.one("to"))
    figure = match.one("ratio")
    if claims is None or figure.value is None or not claims[0].value or ranged((figure,)):
        return []
    if match.sentence() & words("correcting"):
        return []
    if figure.letter == "R" and match.before(figure) in ("of", "by"):
        return []  # "a drop of a fifth" is a change
    least, most = figure.least, figure.most
    if figure.letter in "RP":
        least, most = (None if least is None else least / 100), (None if most is None else most / 100)
    elif figure.letter == "N" and least is not None and most is not None:
        least, most = least * 0.9, most * 1.1
    if (
        figure.letter in "NR"
        and match.after(figure) not in ("times", "of")
        and noun(match, figure) not in ("", "times", "time", "fold", "the")
    ):
        return []
    if set(match.words()) & {"first", "second", "last", "latter", "other"} and figure.text.lower() == "half":
        return []
    made = match.roles.made(figure, (least, most), "", figure.value)
    return [("ratio", [("from", claims[0]), ("to", claims[1]), ("ratio", made)])]
