"""What a row has found in a skeleton: the figures of each role, and the looks round them that the resolvers share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

import msgspec

from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.frame.pattern import NEXT_SENTENCE, Row, cues, pieces, words
from checker.claims.constructions.frame.pieces import Slot, Words
from checker.claims.constructions.frame.roles import Roles
from checker.claims.constructions.frame.skeleton import Skeleton
from checker.records import Claim, Counted, Quantity

OF_THEM = frozenset(("them", "whom", "which", "those", "these"))

Group = tuple[str, list[tuple[str, Claim]]]


class Match(msgspec.Struct, frozen=True):
    """One match of one row."""

    row: Row
    skeleton: Skeleton
    roles: Roles
    found: dict[str, list[Figure]]
    first: int  # tokens of the skeleton that it covers
    last: int
    cued: bool = False  # does it have a word of a cue list

    def one(self, role: str) -> Figure:
        return self.found[role][0]

    def quantity(self, figure: Figure) -> Quantity | None:
        return self.roles.quantity(figure)

    def counted(self, figure: Figure) -> Counted | None:
        """What it counts, where that stands behind it: not what it only shares with an earlier figure."""
        quantity = self.quantity(figure)
        counted = quantity.counted if quantity else None
        return counted if counted and counted.start >= figure.start else None

    def words(self) -> list[str]:
        """The tokens that the match covers."""
        return self.skeleton.tokens[self.first : self.last]

    def before(self, figure: Figure, back: int = 1) -> str:
        at = figure.token - back
        return self.skeleton.tokens[at] if at >= 0 else ""

    def after(self, figure: Figure, ahead: int = 1) -> str:
        at = figure.token + ahead
        return self.skeleton.tokens[at] if at < len(self.skeleton.tokens) else ""

    def sentence(self) -> frozenset[str]:
        return self.skeleton.words

    def others(self) -> list[Figure]:
        """Figures of the skeleton that have no role."""
        mine = {figure.token for figures in self.found.values() for figure in figures}
        return [figure for figure in self.skeleton.figures if figure.token not in mine]


def read(row: Row, skeleton: Skeleton, roles: Roles, spans: Sequence[tuple[int, int]]) -> Match:
    """The figures of each role, by the tokens of each piece of the row's pattern."""
    by_role: dict[str, list[Figure]] = {}
    cued = False
    for piece, (first, last) in zip(pieces(row.source), spans, strict=True):
        if isinstance(piece, Slot):
            inside = [figure for figure in skeleton.figures if first <= figure.token < last]
            by_role.setdefault(piece.role, []).extend(inside)
        elif isinstance(piece, Words) and "@" in piece.name and first < last:
            cued = True
    return Match(row, skeleton, roles, by_role, spans[0][0], spans[-1][1], cued)


def window(row: Row, roles: Roles, line: Skeleton, found: dict[str, list[Figure]] | None = None) -> Match:
    """A match of the whole skeleton: for readers that ask for no frame of words."""
    return Match(row, line, roles, found or {}, 0, len(line.tokens))


def dimension(match: Match, figure: Figure) -> str:
    return match.roles.dimension(figure)


def alike(match: Match, figures: Iterable[Figure]) -> bool:
    """One kind and dimension for all."""
    kinds = {(figure.letter, dimension(match, figure)) for figure in figures}
    return len(kinds) == 1


def ranged(figures: Iterable[Figure]) -> bool:
    """Is any of them one end of a range?"""
    return any(figure.ranged for figure in figures)


def direction(match: Match) -> int:
    """1 when the words of the match tell of a rise, -1 of a fall, 0 of neither or of both."""
    up, down = directions()
    said = set(match.words())
    rises, falls = bool(said & up), bool(said & down)
    return 0 if rises == falls else (1 if rises else -1)


def torn(match: Match) -> bool:
    """Do its words tell of a rise and of a fall?"""
    up, down = directions()
    said = set(match.words())
    return bool(said & up) and bool(said & down)


@cache
def directions() -> tuple[frozenset[str], frozenset[str]]:
    """Words of rise, and of fall."""
    lists = cues()
    return (frozenset((*lists["up"], *lists["upnoun"], *lists["upadj"])),
            frozenset((*lists["down"], *lists["downnoun"], *lists["downadj"])))  # fmt: skip


def of_them(match: Match, figure: Figure) -> bool:
    """ "five of them": a figure that counts within another."""
    return match.after(figure) == "of" and match.after(figure, 2) in OF_THEM


def contrasted(match: Match, figure: Figure) -> bool:
    """ "from 35%", "compared with 20": a figure of another time."""
    last, earlier = match.before(figure), match.before(figure, 2)
    compared = earlier in ("compared", "down", "up") and last in ("with", "to", "on", "from", "by")
    if match.before(figure, 3) in ("add", "adds", "added", "adding"):
        return False  # "adds up to 45"
    return last in words("contrast") or compared


def all_but(match: Match, figure: Figure) -> bool:
    """ "all but 19 of the years": what is left out."""
    return match.before(figure) == "but" and match.before(figure, 2) in ("all", "none", "everything", "everyone")


def of_others(match: Match, figure: Figure) -> bool:
    """ "three of those injured": a figure that counts within what its own words tell of, not within an earlier one."""
    if match.after(figure) != "of" or match.after(figure, 2) not in ("those", "these"):
        return False
    analysis = match.roles.draft.analysis
    token = analysis.token_at(figure.end - 1) + 3
    return token < len(analysis.tags) and analysis.tags[token] in ("PART", "ING", "REL", "NOUN")


def is_change(match: Match, figure: Figure) -> bool:
    """ "a rise of 212", "up 212": it tells how far another figure moved."""
    if match.before(figure) == "of":
        return match.before(figure, 2) in {*cues()["upnoun"], *cues()["downnoun"]}
    return match.before(figure) in ("up", "down")


def rated(match: Match, figures: Sequence[Figure]) -> bool:
    """ "25 for each win and eight for a draw": figures for one of several, which are not added up."""
    tokens = match.skeleton.tokens
    return bool({"each", "apiece", "every"} & set(tokens[figures[0].token : figures[-1].token]))


def left_behind(match: Match, figures: Sequence[Figure]) -> bool:
    """ "including 21 for pay, and save 26", "15 for rail and 21 for pay, and 26 is owed": no part."""
    if len(figures) > 2 and "and" in match.skeleton.tokens[figures[0].token : figures[-2].token]:
        return True
    token = figures[-1].token - 1
    while match.skeleton.tokens[token] in words("before-change"):
        token -= 1
    return match.skeleton.tokens[token] not in (",", ";", "and", "plus", "or", "(", ":") and token > figures[-2].token


def noun(match: Match, figure: Figure) -> str:
    """The head of what it counts, or the word behind it; "" for what it only shares with an earlier figure."""
    quantity = match.quantity(figure)
    if quantity is not None and quantity.counted is not None:
        return quantity.counted.head if quantity.counted.start >= figure.start else ""
    word = match.after(figure)
    return word if word[:1].isalpha() and word[:1].islower() else ""


def counted_head(match: Match, figure: Figure) -> str:
    """The head of what it counts, where that is told right behind it; "" where it is left out."""
    counted = match.counted(figure)
    return counted.head if counted and counted.text else ""


def in_points(match: Match, figure: Figure) -> bool:
    """ "six points", "a 10-point lead", "three percentage points"."""
    return noun(match, figure) == "point" or match.after(figure).lstrip("-").startswith(("point", "percentage"))


def crosses(match: Match) -> bool:
    return NEXT_SENTENCE in match.words()
