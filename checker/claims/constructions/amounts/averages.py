"""A sum, what it is shared among, and what each comes to, in whatever order: "£9m, or £2,000 for each of 4,500 farms".

What each gets says of what it is ("per farm", "for every one of the 2.6m inhabitants") or that it is an average.  One
figure must count that, and one other be the sum.  An average told far from the quotient is one of something else.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.constructions.amounts.amounts import FAR, NEAR, near
from checker.claims.constructions.amounts.bases import mean_apart
from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.frame.match import Group, Match, contrasted, counted_head, dimension, directions, noun
from checker.claims.constructions.frame.pattern import NEXT_SENTENCE, Row, words
from checker.claims.constructions.frame.roles import Bounds, Roles, widened
from checker.claims.constructions.frame.skeleton import Skeleton
from checker.claims.constructions.parts.sums import joined
from checker.claims.nouns import noun_classes
from checker.slips import last_digit

ROW = Row("average", "", ())
REACH = 0.04  # the most by which a rounded average may miss
PER = frozenset(("a", "an", "per", "every", "each"))
AVERAGE = frozenset(("average", "averaging", "averages", "averaged", "mean"))
MOST_BACK = 5  # tokens from "average" to its figure


def average_groups(roles: Roles, line: Skeleton) -> list[Group]:
    """The average of a window with its sum and its number, or with the series that it is of."""
    match = Match(ROW, line, roles, {}, 0, len(line.tokens), True)
    figures = [figure for figure in line.figures if figure.letter in "MND" and figure.value and not figure.ranged]
    told = [(one, per) for one in figures if one.letter != "D" and one.value != 1 and (per := _per(match, one))]
    if len(told) > 1:
        told = [(one, per) for one, per in told if per not in words("period")]  # "£36m a year ... £60,000 per inmate"
    if len(told) != 1:
        return _one_for_every(match, figures)
    mean, per = told[0]
    others = [figure for figure in figures if figure is not mean and figure.value != 1]
    if per == "average":
        made = _of_series(match, mean, others)
        if made:
            return made
    if words("not-shared") & line.words or contrasted(match, mean):
        return []
    numbers = [figure for figure in others if _counts(match, figure, mean, per)]
    totals = [figure for figure in others if figure not in numbers and _like(match, figure, mean)]
    if len(numbers) != 1 or len(totals) != 1 or len(others) > 3:
        return []
    number, total = numbers[0], totals[0]
    if mean_apart(match, mean, total):
        return []
    if per == "average" and match.counted(total) is None and total.letter == "N" and not _same_stretch(match, total):
        return []  # "averaging 24 points over eight games, has 211 this season"
    reckoned = bool(words("comes-to") & set(line.tokens[max(0, mean.token - MOST_BACK) : mean.token]))
    if not reckoned and not _tied(match, mean, number, per):
        return []
    if not near((total.value or 0.0) / (number.value or 1.0), mean.value or 0.0, FAR if reckoned else NEAR):
        return []
    return _group(match, total, number, mean)


def _per(match: Match, figure: Figure) -> str:
    """What an amount is for one of: "farm", "each", "average"; "" where it is no average."""
    tokens = match.skeleton.tokens
    after = tokens[figure.token + 1 : figure.token + 5]
    quantity = match.quantity(figure)
    if after[:1] == ["for"] and len(after) > 2 and after[1] in ("each", "every"):
        return "each" if after[2] in ("one", "of", "man") or after[2][0] == "N" else after[2]
    if after[:1] and after[0] in words("one-of-all"):
        return "each"
    at = 0
    while at < len(after) - 1 and at < 2 and after[at] not in PER and after[at].isalpha():
        at += 1  # "11,000 dollars per pupil", "15,000 fans a night"
    if at + 1 < len(after) and after[at] in PER and after[at + 1].isalpha():
        return after[at + 1]
    if quantity is not None and quantity.rate:
        return "each" if quantity.rate in words("one-of-all") else quantity.rate
    up, down = directions()  # "the Dow Jones industrial average dropped 95 points"
    for token in reversed(tokens[max(0, figure.token - MOST_BACK) : figure.token]):
        if token in AVERAGE:
            return "average"
        if not token.isalpha() or token in up | down or token in ("the", "to", "from", "than", "above", "below", "by"):
            break
    last = all(other.token <= figure.token for other in match.skeleton.figures)
    return "average" if last and match.before(figure) in ("was", "is") and "average" in tokens[:12] else ""


def _counts(match: Match, figure: Figure, mean: Figure, per: str) -> bool:
    """Does a figure count what the average is for one of?"""
    if figure.letter == "D":
        quantity = match.quantity(figure)
        return quantity is not None and quantity.unit == per
    if figure.letter != "N" or (figure.value or 0.0) < 2:
        return False
    head = counted_head(match, figure)
    if not head:
        crowd = per == "each" and match.before(figure) == "of" and match.before(figure, 2) in words("peopled")
        return crowd and mean.letter == "M"
    if per in ("each", "average"):
        return mean.letter == "M" or head != noun(match, mean)
    return per == head or _of_one_kind(per, head)


def _of_one_kind(one: str, other: str) -> bool:
    """Is the one a wider or another word for the other: inmate and prisoner, unit and cottage?"""
    classes = noun_classes()
    if {one, other} <= words("homes") or (one in words("any-thing") and classes.get(other) != "person"):
        return True
    return one not in words("homes") and classes.get(one) == classes.get(other) == "person"


def _like(match: Match, figure: Figure, mean: Figure) -> bool:
    """May it be the sum: money of money, runs of runs?"""
    if figure.letter != mean.letter:
        return False
    if dimension(match, figure).split("/")[0] != dimension(match, mean).split("/")[0]:
        return False
    quantity = match.quantity(figure)
    if quantity is not None and quantity.rate and quantity.rate not in words("period"):
        return False
    own = counted_head(match, mean)
    elided = match.counted(figure) is None and figure.letter == "N"
    return mean.letter == "M" or not own or elided or own in (noun(match, figure), noun(match, figure) + "s")


def _same_stretch(match: Match, total: Figure) -> bool:
    """ "211 in that span", "129 in all": a sum that leaves its noun out is that of the games of the average."""
    behind = match.skeleton.tokens[total.token + 1 : total.token + 5]
    return behind[:1] in (["in"], ["over"], ["across"], ["during"]) and bool(words("same-stretch") & set(behind[1:]))


def _tied(match: Match, mean: Figure, number: Figure, per: str) -> bool:
    """Does the average stand right behind a mark, or take its number in: "£150 for each of the 2.6m"?"""
    tokens = match.skeleton.tokens
    lead = tokens[max(0, mean.token - MOST_BACK) : mean.token]
    within = 0 < number.token - mean.token < 9 and "of" in tokens[mean.token : number.token]
    over = 0 < number.token - mean.token < 7 and bool(
        {"over", "in", "across", "through", "during"} & set(tokens[mean.token : number.token])
    )
    return (within and per == "each") or (over and per == "average") or bool(lead and lead[-1] in (",", "-", "(", ":"))


def _group(match: Match, total: Figure, number: Figure, mean: Figure) -> list[Group]:
    quantity = match.quantity(mean)
    bounds = _printed(match, total)
    if quantity is None or mean.value is None or None in bounds:
        return []
    value = float(number.value or 0.0)
    size = (number.least, number.most) if number.letter == "N" else (value, value)
    kind = dimension(match, total).split("/")[0]
    return [("average", [
        ("total", match.roles.made(total, bounds, kind)),
        ("number", match.roles.made(number, size, "", value)),
        ("average", match.roles.made(mean, _rounded(match, mean), kind)),
    ])]  # fmt: skip


def _printed(match: Match, figure: Figure) -> Bounds:
    """What its print allows, without what it is for one of."""
    from checker.quantities import precision

    quantity = match.quantity(figure)
    if quantity is None or figure.dimension:
        return figure.least, figure.most
    span = precision.interval(quantity.numeral, quantity.hedge, quantity.unit.split(" per ")[0])
    return span.least, span.most


def _rounded(match: Match, mean: Figure) -> Bounds:
    """The same for a figure that was divided: it may be rounded to its last digit that is not zero."""
    least, most = _printed(match, mean)
    scale = (least + most) / 2 / mean.value if least is not None and most is not None and mean.value else 1.0
    value = mean.value or 0.0
    return widened((least, most), min(last_digit(value) / 2, REACH * value) * scale)


def _of_series(match: Match, mean: Figure, others: Sequence[Figure]) -> list[Group]:
    """ "at £300, £340 and £380, ... the bids averaging £340"."""
    series = [figure for figure in others if figure.letter == mean.letter and figure.dimension == mean.dimension]
    series = [figure for figure in series if dimension(match, figure) == dimension(match, mean)]
    numbers = [figure for figure in others if figure not in series]
    if mean.letter != "M":
        announced = [figure for figure in series if figure.value == len(series) - 1 and match.counted(figure)]
        series = [figure for figure in series if figure not in announced]
        numbers += announced
    roles, line = match.roles, match.skeleton
    series = _run(roles, line, series)
    told = any(figure.value == len(series) for figure in numbers)
    if len(series) < 2 or not (told or len(series) > 2) or words("weighted") & match.sentence():
        return []
    sizes = [figure.value or 0.0 for figure in series]
    if not min(sizes) / NEAR < (mean.value or 0.0) < max(sizes) * NEAR:
        return []
    ends = [_printed(match, figure) for figure in series]
    if any(least is None or most is None for least, most in ends):
        return []
    total = sum(figure.value or 0.0 for figure in series)
    start, end = series[0].start, series[-1].end
    span = sum(least or 0.0 for least, _ in ends), sum(most or 0.0 for _, most in ends)
    count = float(len(series))
    return [("average", [
        ("total", roles.span(start, end, span, total, dimension=dimension(match, mean))),
        ("number", roles.span(start, end, (count, count), count)),
        ("average", roles.made(mean, _rounded(match, mean))),
    ])]  # fmt: skip


def _run(roles: Roles, line: Skeleton, figures: Sequence[Figure]) -> list[Figure]:
    """The longest series among some figures."""
    runs: list[list[Figure]] = [[]]
    for figure in figures:
        if runs[-1] and not joined(roles, line, runs[-1][-1], figure):
            runs.append([])
        runs[-1].append(figure)
    return max(runs, key=len)


def _one_for_every(match: Match, figures: Sequence[Figure]) -> list[Group]:
    """ "6,000 people share 12 doctors, one for every 500"."""
    tokens = match.skeleton.tokens
    counted = [figure for figure in figures if figure.letter == "N"]
    means = [
        figure for figure in counted
        if (match.before(figure) in ("every", "each") and {"one"} & {*tokens[max(0, figure.token - 5) : figure.token]})
        or (match.before(figure) == "every" and any(f.value == 1 and 0 < figure.token - f.token < 5 for f in counted))
    ]  # fmt: skip
    others = [figure for figure in counted if figure not in means and figure.value != 1]
    if len(means) != 1 or len(others) != 2 or NEXT_SENTENCE in tokens:
        return []
    number, total = sorted(others, key=lambda figure: figure.value or 0.0)
    if not near((total.value or 0.0) / (number.value or 1.0), means[0].value or 0.0, FAR):
        return []
    return _group(match, total, number, means[0])
