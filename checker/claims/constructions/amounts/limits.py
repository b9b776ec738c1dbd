"""The least and the greatest of one thing, in whatever order: "start at £20 and go up to £45", "at most £15"."""

from __future__ import annotations

from itertools import pairwise

from checker import patterns
from checker.claims.constructions.amounts.amounts import magnitude, pair
from checker.claims.constructions.contests.results import side
from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.frame.match import Group, Match, window
from checker.claims.constructions.frame.pattern import NEXT_SENTENCE, Row, words
from checker.claims.constructions.frame.pieces import STOPS
from checker.claims.constructions.frame.roles import Bounds, Roles
from checker.claims.constructions.frame.skeleton import Skeleton
from checker.claims.constructions.parts.counts import moving
from checker.slips import digits

RANGE = Row("range", "", ())
SECOND = patterns.compile(r"-(\d[\d,]*(?:\.\d+)?)")
REACH = 6  # tokens before a figure in which its limit is told
MOST_BETWEEN = 9  # tokens between the two


def limit_groups(roles: Roles, line: Skeleton) -> list[Group]:
    """Every least and greatest of one kind that stand side by side in a sentence."""
    if NEXT_SENTENCE in line.tokens:
        return []
    match = window(RANGE, roles, line)
    groups = [group for figure in line.figures for group in (*_of_score(match, figure), *_of_price(match, figure))]
    for one, other in pairwise(line.figures):
        if min(one.value or 0, other.value or 0) <= 0 or other.token - one.token > MOST_BETWEEN:
            continue
        if _printed_as_range(match, one, other):
            sides: tuple[set[str], set[str]] = ({"low"}, {"high"})
        else:
            sides = _sides(line, one, 0), _sides(line, other, one.token + 1)
        if sides not in (({"low"}, {"high"}), ({"high"}, {"low"})):
            continue
        low, high = (one, other) if "low" in sides[0] else (other, one)
        alike = pair(match, low, high) and magnitude(match, low) == magnitude(match, high)
        if alike and _of_one_thing(match, one, other):
            groups.append(("range", [(role, roles.made(figure, _printed(match, figure)))
                                     for role, figure in (("low", low), ("high", high))]))  # fmt: skip
    return groups


def _of_score(match: Match, figure: Figure) -> list[Group]:
    """ "15-12 degrees": what looks like a score is a range before a unit."""
    if figure.letter != "S" or not figure.pair or match.after(figure) not in words("unit-behind"):
        return []
    if match.skeleton.words & words("no-range-of") or match.before(figure) in ("from", "by"):
        return []
    low, high = (side(match.roles, figure, place) for place in (0, 1))
    return [("range", [("low", low), ("high", high)])]


def _of_price(match: Match, figure: Figure) -> list[Group]:
    """ "Rs 512-485 a share": a second number behind a dash that is no range, since it is the smaller one."""
    after = match.after(figure)
    end = SECOND.fullmatch(after) if figure.letter == "M" and not figure.ranged else None
    if end is None or not figure.value or match.after(figure, 2) not in ("per", "a", "an", "each"):
        return []
    number = float(end[1].replace(",", ""))
    first = SECOND.fullmatch("-" + figure.text.split()[-1].lstrip("£$€¥₹"))
    if first is None or not number < float(first[1].replace(",", "")) < 2 * number:
        return []  # what the number behind the dash is, nobody knows
    start = match.skeleton.starts[figure.token + 1] + 1
    kind = match.quantity(figure)
    dimension = kind.dimension if kind else ""
    high = match.roles.span(start, start + len(end[1]), (number, number), number, dimension=dimension)
    return [("range", [("low", match.roles.made(figure, _printed(match, figure))), ("high", high)])]


def _printed_as_range(match: Match, one: Figure, other: Figure) -> bool:
    """ "30 to 20 people": two figures with nothing but "to" between them, where nobody wins and nothing falls."""
    line = match.skeleton
    if other.token != one.token + 2 or line.tokens[one.token + 1] != "to":
        return False
    quantity = match.quantity(other)
    if other.letter == "N" and not (quantity and quantity.counted and quantity.counted.text):
        return False
    if match.after(other) == "for":
        return False  # "57 percent to 43 percent for the bridge"
    if line.words & (moving() | words("no-range-of")) or match.before(one) in ("from", "by", "up", "down", "or"):
        return False
    if max(len(digits(figure.value or 0.0)[0]) for figure in (one, other)) > 2:
        return False  # ranges are round, results are not: "raised 64.8 million to 45.1 million"
    if any(word.startswith("out") and len(word) > len("out-") for word in line.words):
        return False  # "outraised them 64 million dollars to 45 million"
    return (other.value or 0.0) * 20 > (one.value or 0.0)


def _sides(line: Skeleton, figure: Figure, after: int) -> set[str]:
    """Is it told as a least, or as a greatest: by the words before it, and by those that its print takes in?"""
    first = max(after, figure.token - REACH)
    for at in range(figure.token - 1, first - 1, -1):
        if line.tokens[at][:1] in STOPS or line.tokens[at] == ",":
            first = at + 1
            break
    if line.tokens[first : first + 2] == ["at", "the"]:
        first += 3  # "£900 at the least and £200 ..."
    behind = line.tokens[figure.token + 1 : figure.token + 4]
    said = [*line.tokens[first : figure.token], *figure.text.lower().split(), *(behind if behind[:1] == ["at"] else ())]
    if line.tokens[figure.token - 1] == "from" and not line.words & moving() and behind[:1] == ["up"]:
        said.append("start_from")  # "from £10 up to a maximum of £35"
    if line.tokens[figure.token - 1] == "in":
        return set()  # "the highest in 12 years"
    phrases = {"_".join(said[at : at + length]) for at in range(len(said)) for length in (1, 2, 3)}
    return {side for side in ("low", "high") if phrases & words(f"{side}-limit")}


def _of_one_thing(match: Match, one: Figure, other: Figure) -> bool:
    """Nothing between or behind them says that they are of two things or two times."""
    tokens = match.skeleton.tokens
    between = tokens[one.token + 1 : other.token]
    if any((token[:1] in STOPS and token != "-") or token[:1] in "TBY" for token in between):
        return False
    if match.after(other) in words("more-than-it") or match.after(one) in words("more-than-it"):
        return False
    heads = {figure.counted.head for f in (one, other) if (figure := match.quantity(f)) and figure.counted}
    return len(heads) < 2


def _printed(match: Match, figure: Figure) -> Bounds:
    """What its digits allow, without "at least" and "up to"."""
    from checker.quantities import precision

    quantity = match.quantity(figure)
    if quantity is None or figure.ranged:
        return figure.least, figure.most
    bounds = precision.interval(quantity.numeral, "", quantity.unit)
    return bounds.least, bounds.most
