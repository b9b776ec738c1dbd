"""Two amounts of one kind of which one has no "million": "between $26 and $31 million", "from €12m to €3.5"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from checker import patterns
from checker.claims.constructions.amounts.amounts import magnitude
from checker.claims.constructions.amounts.earlier import mark
from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.frame.match import Group, Match, dimension, window
from checker.claims.constructions.frame.pattern import NEXT_SENTENCE, Row, words
from checker.claims.constructions.frame.pieces import STOPS
from checker.claims.constructions.frame.roles import Roles
from checker.claims.constructions.frame.skeleton import Skeleton

LOST = Row("magnitude", "", ())
NOWHERE = Figure("N", 0, 0, "", token=-99)  # no change stands beside the two
NUMBER = patterns.compile(r"\d[\d,]*(?:\.\d+)?")
NO_PRICE = patterns.compile(r"[£$€¥₹]\d+\.\d")  # prices have two decimals, or none
LEAST_OF_ROW = 3
CLOSE = 8  # tokens between two amounts of a row
SERIES = frozenset((",", "and", "but"))
QUOTES = frozenset('"“”')
REST = frozenset(("remaining", "other", "rest", "another", "further", "balance"))
FAR = 14  # tokens between two amounts that are compared
THOUSAND = 1000.0
ALIKE = 10.0  # times one may be the other, once both have the magnitude


def magnitude_groups(roles: Roles, line: Skeleton) -> list[Group]:
    """Amounts that are compared, or the ends of a range, where one has a word of magnitude and the other should."""
    match = window(LOST, roles, line)
    return [group for amounts in _kinds(match) for group in _lost(match, amounts)]


def _kinds(match: Match) -> Iterator[list[Figure]]:
    """The amounts of a window by unit; a bare number with a decimal goes with each."""
    kinds: dict[str, list[Figure]] = {}
    bare = [figure for figure in match.skeleton.figures if figure.letter == "N" and _bare(match, figure)]
    for figure in match.skeleton.figures:
        quantity = match.quantity(figure)
        counted = figure.letter == "N" and magnitude(match, figure)
        if quantity and not quantity.rate and (figure.letter in "MU" or counted) and NUMBER.search(figure.text):
            kinds.setdefault(quantity.unit, []).append(figure)
    for amounts in kinds.values():
        yield sorted([*amounts, *bare], key=lambda figure: figure.token)


def _lost(match: Match, amounts: list[Figure]) -> list[Group]:
    """The one amount without a magnitude, with a neighbour that has one."""
    lost = [figure for figure in amounts if not magnitude(match, figure)]
    if len(lost) != 1 or len(amounts) < 2 or _spoken(match.roles, lost[0]):
        return []
    (bare,) = lost
    line = match.skeleton
    sure = _no_price(line, bare) or _one_row(match, amounts) or _rest(match, amounts, bare)
    if NEXT_SENTENCE in line.tokens and not (sure or _goes_on(line)):
        return []
    for one, other in pairwise(amounts):
        full = one if other is bare else other
        if bare not in (one, other) or not (sure or _alike(bare, full)) or not _one_kind(match, bare, full):
            continue
        if _one_range(match, one, other) or sure or (not bare.side and not full.side and _compared(match, one, other)):
            number = _printed(bare)
            made = match.roles.made(bare, (number, number), dimension(match, full), number)
            return [("magnitude", [("bare", made), ("full", match.roles.plain(full))])]
    return []


def _bare(match: Match, figure: Figure) -> bool:
    """ "to 3.2 million from 2.8": a number with a decimal counts nothing of its own."""
    alone = not figure.side and match.counted(figure) is None
    return "." in figure.text and alone and bool(NUMBER.fullmatch(figure.text))


def _no_price(line: Skeleton, figure: Figure) -> bool:
    """ "sales of £41.5": a sign before one decimal, where no price of one thing is spoken of."""
    return bool(NO_PRICE.fullmatch(figure.text)) and not line.words & words("price-of-one")


def _rest(match: Match, amounts: list[Figure], bare: Figure) -> bool:
    """ "of the cost, £45 is borrowed and the remaining £12 million ...": both are of one sum."""
    if len(amounts) != 2 or amounts[0] is not bare or NEXT_SENTENCE in match.skeleton.tokens:
        return False
    full = amounts[1]
    ahead = {match.before(full), match.before(full, 2)}
    one_sum = bool(words("one-sum") & match.sentence()) and not words("price-of-one") & match.sentence()
    return one_sum and bool(REST & ahead) and "." not in bare.text and _alike(bare, full)


def _printed(figure: Figure) -> float:
    """The number as it stands, without a magnitude."""
    found = NUMBER.search(figure.text)
    return float(found[0].replace(",", "")) if found else 0.0


def _alike(bare: Figure, full: Figure) -> bool:
    """Are the two near each other once both have the magnitude?  A million and a dollar may be meant so."""
    one, other = _printed(bare), _printed(full)
    return 0 < one < THOUSAND and other > 0 and 1 / ALIKE <= one / other <= ALIKE


def _one_kind(match: Match, bare: Figure, full: Figure) -> bool:
    """One unit, or none beside the bare number; "$1" may be a dollar."""
    a, b = match.quantity(bare), match.quantity(full)
    if bare.side or bare.letter == "N":
        return True
    return bool(a and b and a.unit == b.unit) and _printed(bare) > 1


def _one_range(match: Match, one: Figure, other: Figure) -> bool:
    """ "$26 to $31 million": the sign at both ends, the magnitude at one.  In "$26 to 31 million" sign and magnitude
    enclose the two; "26 to 31 million dollars" has both where the range is over, and nobody misreads it."""
    if not (one.side == 1 and other.side == 2 and one.quantity == other.quantity and one.letter == "M"):
        return False
    signed = not any(figure.text[0].isdigit() for figure in (one, other))
    return signed and match.skeleton.tokens[other.token - 1] in ("to", "and", "-")


def _compared(match: Match, one: Figure, other: Figure) -> bool:
    """ "from X to Y", "X against Y", "X, compared with Y", "Y to X from Y"."""
    tokens = match.skeleton.tokens
    between = tokens[one.token + 1 : other.token]
    if len(between) > FAR or any(token[:1] in STOPS for token in between if token not in (NEXT_SENTENCE, "(")):
        return False
    led = tokens[one.token - 1] if one.token else ""
    if between == ["to"] or (led in ("from", "between") and between[-1:] in (["to"], ["and"])):
        return True
    return mark(match.skeleton, other, NOWHERE) == "from"


def _goes_on(line: Skeleton) -> bool:
    """ "That was up from $2.9 a year earlier": a second sentence that compares the first."""
    behind = line.tokens[line.tokens.index(NEXT_SENTENCE) + 1 :]
    return (
        behind[:1] in (["that"], ["this"], ["it"])
        and sum(figure.letter in "MUN" for figure in line.figures) < LEAST_OF_ROW
    )


def _one_row(match: Match, amounts: list[Figure]) -> bool:
    """ "$2 million in 2021, $3 million in 2022 and $4 in 2023": a row of three or more of one kind."""
    if len(amounts) < LEAST_OF_ROW or len({figure.letter for figure in amounts}) > 1:
        return False
    tokens = match.skeleton.tokens
    gaps = [tokens[one.token + 1 : other.token] for one, other in pairwise(amounts)]
    last = set(gaps[-1]) & {"and", "but"}
    return bool(last) and all(len(gap) < CLOSE and set(gap) & SERIES and not set(gap) & STOPS for gap in gaps)


def _spoken(roles: Roles, figure: Figure) -> bool:
    """In a quotation: what is said is not said again for the desk."""
    span = roles.draft.quotation(figure.start)
    if span is None:
        return False
    before = roles.draft.analysis.text[max(0, span[0] - 1) : figure.start]
    marks = sum(char in QUOTES for char in before)
    return marks == 0 or marks % 2 == 1  # two before it enclose a title: "Old Lane" took $31.5
