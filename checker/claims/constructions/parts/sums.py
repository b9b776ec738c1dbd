"""A series of figures, and the figure near by that the text holds to be their sum, in whatever order and words.

The rows of `construction.tsv` read the frames in which a total stands with its parts; here nothing is asked of what
stands between them.  So the sum must be told to be one, or point at all of what the series counts
(`construction_totals.tsv`), and it must lie near the sum: a figure far from it is one of something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.frame.match import Group, Match, counted_head, dimension
from checker.claims.constructions.frame.pattern import NEXT_SENTENCE, Row, pieces, words
from checker.claims.constructions.frame.pieces import Slot, matches
from checker.claims.constructions.frame.roles import Roles
from checker.claims.constructions.frame.skeleton import Skeleton, numbers
from checker.claims.constructions.parts import counts
from checker.claims.nouns import noun_classes
from checker.language.lexicon import table

SUM = Row("total-parts", "", ())
CEILING = Row("total-parts", "", (), "at-most")
SPLIT = Row("split", "<total:count>", ())
NEAR = 0.67  # of the sum, or the sum of it
NEARBY = 2  # tokens before the last of a series that close it
MOST_BETWEEN = 12  # tokens between two figures of a series
JOINTS = frozenset((",", ";", "and", "plus", "&", "with", "while"))
LAST_JOINTS = JOINTS - {","}
HALVES = (("first", "second"), ("before", "after"), ("home", "away"), ("morning", "afternoon"))
ENDS = frozenset((",", ".", ";", ":", ")", "-", "to"))
CLOSING = frozenset(("other", "remaining", "rest", "final", "last", "remainder"))
BREAKS = frozenset((NEXT_SENTENCE, ":", "than", "every", "per", "more", "less", "fewer", "compared", "against"))


def sum_groups(roles: Roles, line: Skeleton) -> list[Group]:
    """Every series of a window with its sum."""
    figures = [figure for figure in numbers(line, "NMU") if not _rated(roles, figure)]
    totals = _totals(line) if len(figures) > 1 else {}
    groups: list[Group] = []
    if not totals:
        return groups
    for series in _series(roles, line, [figure for figure in figures if figure.token not in totals]):
        for total in figures:
            made = _made(roles, line, total, series, totals[total.token]) if total.token in totals else []
            if made:
                groups += made
                break
    return groups


def _rated(roles: Roles, figure: Figure) -> bool:
    quantity = roles.quantity(figure)
    return quantity is not None and bool(quantity.rate)


def _totals(line: Skeleton) -> dict[int, str]:
    """Token → force, of the figures that may be sums; "said" before "whole"."""
    found: dict[int, str] = {}
    for row in table("construction_totals"):
        source = row["pattern"]
        for spans in matches(pieces(source), line.line):
            for piece, (first, _) in zip(pieces(source), spans, strict=True):
                behind = line.tokens[first + 1] if first + 1 < len(line.tokens) else ""
                if behind[:1] == "-" and behind[1:] and behind[1:] not in words("strong"):
                    continue  # "the six-storey hotel"
                if isinstance(piece, Slot) and piece.role == "total":
                    found.setdefault(first, row["force"])
    return found


def _series(roles: Roles, line: Skeleton, figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Runs of figures of one kind that are joined by commas and "and"; "a woman" in them is a figure too."""
    run: list[Figure] = []
    for figure in (*figures, None):
        if figure is not None and run and joined(roles, line, run[-1], figure):
            run.append(figure)
            continue
        if run:
            first, last = single(line, run[0], -1), single(line, run[-1], 1)
            whole = [*([first] if first else []), *run, *([last] if last else [])]
            if len(whole) > 1 and (last or _closed(line, run)):
                yield whole
        run = [figure] if figure else []


def joined(roles: Roles, line: Skeleton, one: Figure, other: Figure) -> bool:
    between = line.tokens[one.token + 1 : other.token]
    if len(between) > MOST_BETWEEN or not JOINTS & set(between) or BREAKS & set(between):
        return False
    if "while" in between and line.tokens[other.token + 1] in ("was", "were", "are", "is", "had", "have"):
        return False  # "579 men and 233 women, while 88 were asleep"
    if (")" in between) != ("(" in between):  # "Hull (4), Derby (3)"
        return False
    if one.letter != other.letter or roles.dimension(one) != roles.dimension(other):
        return False
    if "of" in between[-4:] and between[-1] in ("the", "'s", "its", "their"):
        return False  # "77 of the team's 98"
    return between[-1] not in words("contrast")


def _closed(line: Skeleton, run: Sequence[Figure]) -> bool:
    """Does the last of a series stand behind "and"?"""
    return len(run) > 1 and bool(LAST_JOINTS & set(line.tokens[run[-2].token + 1 : run[-1].token]))


def single(line: Skeleton, end: Figure, step: int) -> Figure | None:
    """ "a woman and" before a series of people, ", and a child" behind it: one more."""
    tokens = line.tokens
    ahead = range(end.token - 1, max(-1, end.token - 6), -1) if step < 0 else range(end.token + 1, end.token + 6)
    for at in ahead:
        if at >= len(tokens) - 1 or tokens[at] in (".", NEXT_SENTENCE, ";", ":"):
            return None
        joined = tokens[at - 1] == "and" if step > 0 else any(t in (",", "and") for t in tokens[at : end.token])
        if step > 0 and tokens[at] in ("a", "an") and not joined:
            return None  # "two children, a son and a daughter"
        if tokens[at] in ("a", "an", "one") and joined and person_behind(line, at):
            start = line.starts[at]
            return Figure("N", start, start + len(tokens[at]), tokens[at], value=1.0, least=1.0, most=1.0, token=at)
    return None


def person_behind(line: Skeleton, article: int) -> str:
    """The person of "a girl", "a young girl", "a seven-year-old girl"."""
    for word in line.tokens[article + 1 : article + 4]:
        if _person(word) or not (word[0].isalpha() and word not in JOINTS):
            return word if _person(word) else ""
    return ""


def _person(word: str) -> bool:
    return noun_classes().get(word) == "person" or word in counts.grouped()


def _made(roles: Roles, line: Skeleton, total: Figure, series: list[Figure], force: str) -> list[Group]:
    first, last = min(total.token, series[0].token), max(total.token, series[-1].token) + 1
    closing = is_closed(line, series)
    inside = series[0].token < total.token < series[-1].token
    if total in series or (_of_which(line, total) and not closing) or (inside and not _of_which(line, total)):
        return []
    together = sum(part.value or 0.0 for part in series)
    if not total.value or not NEAR < together / total.value < 1 / NEAR:
        return []
    if force == "after" and total.token < series[-1].token:
        return []
    if force == "whole" and NEXT_SENTENCE in line.tokens[total.token : series[0].token]:
        return []
    behind = total.token > series[-1].token
    row = SUM if (behind and force == "whole") or closing or force in ("said", "after") else CEILING
    match = Match(row, line, roles, {"total": [total], "part": series}, first, last)
    if dimension(match, total) != dimension(match, series[0]):
        return []
    if force == "whole" and _other_thing(match, total):
        return []
    nouns = [_noun(match, part) for part in series]
    whole = _noun(match, total)
    if behind and total.letter == "N" and counts.closed(nouns, whole):
        if whole and not counts.of_people(whole):
            return []  # "seven women and five men heard 13 counts"
        return counts.split(Match(SPLIT, line, roles, match.found, first, last))
    if total.letter == "N" and not _same_things(match, whole, nouns):
        return []
    return counts.total_parts(match)


def is_closed(line: Skeleton, parts: Sequence[Figure]) -> bool:
    """Is nothing left over: "the other 12", "12 before the break and 14 after it"?"""
    tokens = line.tokens
    one = set(tokens[parts[-2].token : parts[-1].token])
    if CLOSING & set(tokens[max(parts[-2].token, parts[-1].token - NEARBY) : parts[-1].token]):
        return True
    last = next((at for at in range(parts[-1].token, len(tokens)) if tokens[at] in ENDS), len(tokens))
    other = set(tokens[parts[-1].token : last])
    return len(parts) == 2 and any(a in one and b in other for a, b in HALVES)


def _of_which(line: Skeleton, total: Figure) -> bool:
    """ "31 of the 38": not all parts need be told."""
    back = total.token - 1
    if {"out", "of"} <= set(line.tokens[max(0, back - 6) : back - 1]):
        return True  # "2,000 out of a total force of 10,000"
    if back > 1 and line.tokens[back] in ("the", "its", "their", "these", "those", "all"):
        back -= 1
    return (
        back > 0
        and line.tokens[back] == "of"
        and (line.tokens[back - 1] == "out" or line.tokens[back - 1][0].isupper())
    )


def _other_thing(match: Match, total: Figure) -> bool:
    """ "the 500 jobs to go now", "the £60m plant": what stands behind it makes it another thing."""
    if total.letter != "N":
        after = match.after(total)
        behind = after[:1].isalpha() and after[:1].islower() and after not in words("behind-sum")
        return behind and match.before(total, 2) not in ("towards", "toward", "of", "from")
    counted = match.counted(total)
    if counted is None:
        return False
    analysis = match.roles.draft.analysis
    token = analysis.token_at(counted.end - 1) + 1
    return token < len(analysis.lowers) and analysis.lowers[token] in words("narrowing")


def _noun(match: Match, figure: Figure) -> str:
    """The head of what stands behind it; "" where it is left out."""
    if match.quantity(figure) is None:
        return match.after(figure)
    return counted_head(match, figure)  # "a workforce of 890" has none behind it


def _same_things(match: Match, whole: str, parts: Sequence[str]) -> bool:
    """Does the whole count what the series counts?"""
    told = {part for part in parts if part}
    if not whole or whole in told:
        return True
    if not told:  # "of the new beds, 48 ..., 22 ... and 15"
        return bool({whole, whole + "s"} & set(match.skeleton.tokens[: match.last]) - {""})
    classes = noun_classes()
    return bool(classes.get(whole)) and all(classes.get(part) == classes[whole] for part in told)
