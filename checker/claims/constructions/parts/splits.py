"""A head count and the groups that are all of it, in whatever order: "of the 12 two were men and ten women".

Groups that shut each other out and leave nobody over (`construction_complements.tsv`) are a reckoning of their own: one
figure near their sum that counts people of neither group is the whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.constructions.contests import results
from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.frame.match import Group, Match, window
from checker.claims.constructions.frame.pattern import NEXT_SENTENCE, Row, words
from checker.claims.constructions.frame.roles import Roles
from checker.claims.constructions.frame.skeleton import Skeleton, numbers
from checker.claims.constructions.parts import counts
from checker.claims.constructions.parts.sums import joined, person_behind, single

ROW = Row("split", "<total:count>", ())
NEAR = 0.67  # of the sum, or the sum of it
MOST_BETWEEN = 14  # tokens from one group to the next
OUTNUMBER = frozenset(("outnumber", "outnumbers", "outnumbered", "outnumbering"))
MORE = frozenset(("more", "fewer", "extra", "additional"))  # "two more women than before"
MADE_OF = frozenset(("of", "comprising", "containing", "including"))
POINTS_BACK = frozenset(("all", "the", "these", "those", "its", "their", "his", "her", "both", "of"))


def split_row(match: Match) -> list[Group]:
    """A row's head count and groups, unless one more person stands behind them: "six women, three men and a boy"."""
    return [] if single(match.skeleton, match.found["part"][-1], 1) else counts.split(match)


def split_groups(roles: Roles, line: Skeleton) -> list[Group]:
    """Every closed set of groups of a window with the head count near by."""
    blank = window(ROW, roles, line)
    figures = [figure for figure in numbers(line, "N") if blank.after(figure) not in MORE]
    if len(figures) < 3 or OUTNUMBER & line.words:
        return []
    for row in counts.complements():
        parts: list[Figure] = []
        groups: set[str] = set()
        for figure in figures:
            group = row.get(counts.group_noun(blank, figure))
            if group is None:
                continue
            if group in groups or (parts and figure.token - parts[-1].token > MOST_BETWEEN):
                parts = []
                break
            groups.add(group)
            parts.append(figure)
        if not parts:
            continue
        for one in (single(line, parts[0], -1), single(line, parts[-1], 1)):
            group = row.get(person_behind(line, one.token)) if one else None
            if one and (group is None or group in groups):
                parts = []  # "a driver, ten pupils and four teachers"
            elif one and group:
                groups.add(group)
                parts = sorted((*parts, one), key=lambda part: part.token)
        if len(parts) < 2 or "0" not in groups:
            continue
        made = _with_total(blank, parts, [figure for figure in figures if figure not in parts])
        if made:
            return made
    return []


def outnumbered_groups(roles: Roles, line: Skeleton) -> list[Group]:
    """ "Girls outnumber boys by 610 to 540", "by 610-540": the groups stand before their figures."""
    if not OUTNUMBER & line.words:
        return []
    blank, tokens = window(ROW, roles, line), line.tokens
    figures = [figure for figure in numbers(line, "N") if blank.after(figure) not in MORE]
    verb = next(at for at, token in enumerate(tokens) if token in OUTNUMBER)
    first = next((figure for figure in line.figures if figure.token > verb), None)
    if first is None or not any(_sides(row, tokens, verb) for row in counts.complements()):
        return []
    if first.pair:
        ends = [results.side(roles, first, place) for place in (0, 1)]
        parts = [
            Figure("N", end.start, end.end, end.text, value=end.value, least=end.least, most=end.most, token=at)
            for at, end in enumerate(ends, first.token)
        ]
    else:
        parts = [figure for figure in figures if figure.token > verb][:2]
        if len(parts) < 2 or tokens[parts[0].token + 1 : parts[1].token] not in (["to"], ["-"]):
            return []
    together = sum(part.value or 0.0 for part in parts)
    totals = [figure for figure in figures if figure not in parts and _of_people(blank, figure)]
    totals = [total for total in totals if NEAR < together / (total.value or 1.0) < 1 / NEAR]
    if len(totals) != 1:
        return []
    return [("split", [("total", roles.plain(totals[0])), *(("part", roles.plain(part)) for part in parts)])]


def _sides(row: dict[str, str], tokens: Sequence[str], verb: int) -> bool:
    """Do two groups that are everybody stand before and behind the verb?"""
    before = [row[token] for token in tokens[max(0, verb - 4) : verb] if token in row]
    behind = [row[token] for token in tokens[verb + 1 : verb + 4] if token in row]
    return len(before) == len(behind) == 1 and before != behind and "0" in before + behind


def _of_people(blank: Match, figure: Figure) -> bool:
    counted = blank.counted(figure)
    return counted is not None and counts.of_people(counted.head)


def _with_total(blank: Match, parts: list[Figure], others: Sequence[Figure]) -> list[Group]:
    """The groups with the one head count that may be their sum."""
    together = sum(part.value or 0.0 for part in parts)
    most = max(part.value or 0.0 for part in parts)
    totals = [other for other in others if other.value and other.value > most and _whole(blank, other, parts)]
    if len(totals) != 1 or not NEAR < together / (totals[0].value or 1.0) < 1 / NEAR:
        return []
    total = totals[0]
    if any(
        joined(blank.roles, blank.skeleton, part, other) for part in parts for other in others if other is not total
    ):
        return []  # "... and 100 juniors"
    first, last = min(total.token, parts[0].token), max(total.token, parts[-1].token) + 1
    found = {"total": [total], "part": parts}
    return counts.split(Match(ROW, blank.skeleton, blank.roles, found, first, last))


def _whole(blank: Match, total: Figure, parts: Sequence[Figure]) -> bool:
    """May it be the number of all of them?"""
    tokens = blank.skeleton.tokens
    counted = blank.counted(total)
    head = counted.head if counted else ""
    behind = blank.after(total)
    body = behind[:1] == "-" and behind[1:] in words("strong")
    within = parts[0].token < total.token < parts[-1].token
    if head and not body and not within and not counts.of_people(head):
        return False
    if behind[:1] == "-" and not body:
        return False  # "the six-storey hotel"
    first, last = parts[0].token, parts[-1].token
    if total.token > last:  # "..., and all six"
        if blank.before(total) in words("amounting") or behind == "strong":
            return True
        opener = {blank.before(parts[0]), blank.before(parts[0], 2)}
        if head in words("seated") and blank.before(total) in ("has", "have", "had") and MADE_OF & opener:
            return True  # "made up of seven men and four women, has 11 members"
        opening = tokens[max(0, total.token - 3) : total.token]
        while opening and opening[-1] in POINTS_BACK:
            opening.pop()
        return len(opening) < min(3, total.token) and (not opening or opening[-1] not in words("agent"))
    if total.token > first:  # "three of the nine hostages are women and four are men"
        return blank.before(total) in POINTS_BACK | {"'s"} and "of" in tokens[max(0, total.token - 5) : total.token]
    between = tokens[total.token + 1 : first]
    if NEXT_SENTENCE in between:  # "Two were women ..."
        own = blank.quantity(parts[0])
        return own is None or own.counted is None or own.counted.start > parts[0].end + 1
    lead = [word for word in between if word not in words("lead-in")]
    return not lead or lead[-1] in (",", "(", ":", "-", ";") or not _acts(blank, total, parts[0])


def _acts(blank: Match, total: Figure, part: Figure) -> bool:
    """Does a verb stand between them that says more than that the ones are the others?"""
    analysis = blank.roles.draft.analysis
    first, last = analysis.token_at(total.start) + 1, analysis.token_at(part.start)
    return any(
        (at in analysis.verb_at or analysis.tags[at] in ("VERB", "PART"))
        and analysis.lowers[at] not in words("consist")
        for at in range(first, last)
    )
