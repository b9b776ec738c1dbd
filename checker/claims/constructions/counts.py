"""Totals, splits, shares, votes, leads and scores: counts that add up."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from checker.claims.constructions.figure import Figure
from checker.claims.constructions.match import (
    Group,
    Match,
    alike,
    all_but,
    contrasted,
    dimension,
    left_behind,
    noun,
    of_others,
    of_them,
    ranged,
    rated,
)
from checker.claims.constructions.pattern import cues, words
from checker.claims.constructions.roles import Roles, last_digit, rounded
from checker.claims.nouns import noun_classes
from checker.language.lexicon import items, table
from checker.records import Claim

MOST_AHEAD = 9  # tokens from a figure to the noun of its group
MOST_BACK = 5  # the same, where it stands before the figure
FAR = 10  # times its whole: no slip of a part is so great


@cache
def complements() -> list[dict[str, str]]:
    """Rows of `construction_complements.tsv`: noun → group, of groups that together are everybody."""
    rows = []
    for row in table("construction_complements"):
        nouns: dict[str, str] = {}
        for number, group in enumerate(row["groups"].split("/")):
            for word in items(group):
                nouns[word] = str(number)
        rows.append(nouns)
    return rows


@cache
def grouped() -> frozenset[str]:
    """Every noun of such a group."""
    return frozenset(word for row in complements() for word in row)


@cache
def moving() -> frozenset[str]:
    """Verbs of rise and fall: what stands beside them is compared, not added."""
    lists = cues()
    return frozenset((*lists["up"], *lists["down"])) - words("no-verb")


@cache
def together() -> dict[str, int]:
    """Word for so many together → how many, of `construction_groups.tsv`."""
    return {row["word"]: int(row["number"]) for row in table("construction_groups")}


def total_parts(match: Match) -> list[Group]:
    """A total and the parts that make it up."""
    total, parts = match.one("total"), match.found["part"]
    while parts and parts[0].letter != total.letter:
        parts = parts[1:]  # "three payments, of £300, £450 and £250"
    if total.value is None or len(parts) < 2 or ranged((total, *parts)) or any(part.value is None for part in parts):
        return []
    if not alike(match, (total, *parts)) or any(of_them(match, part) or all_but(match, part) for part in parts):
        return []
    if rated(match, parts) or (match.before(parts[0]) in ("while", "whereas") and total.token < parts[0].token):
        return []
    said = set(match.words())
    if any((part.value or 0) >= total.value for part in parts):
        return []
    if any(together().get(word, len(parts)) != len(parts) for word in said - {"both", "pair"}):
        return []  # "the trio", of whom two are told of
    at_most = match.row.mode == "at-most"
    if at_most and said & words("sample") and left_behind(match, parts):
        return []
    if not at_most and said & words("sample"):
        return []
    if said & moving() or any(contrasted(match, figure) for figure in (total, *parts)):
        return []
    if any(_joins_in(match, figure, total, parts) for figure in match.others()):
        return []
    if any(quantity.rate for figure in (total, *parts) if (quantity := match.quantity(figure))):
        return []
    if _goes_on(match, parts[-1]):
        return []
    if match.before(parts[-1]) in ("other", "remaining", "rest"):
        at_most = False
    claim = match.roles.made(total, (None, total.most)) if at_most else match.roles.plain(total)
    return [("total-parts", [("total", claim), *(("part", match.roles.plain(part)) for part in parts)])]


def _joins_in(match: Match, other: Figure, total: Figure, parts: list[Figure]) -> bool:
    """May a figure without a role be one more part, or another total?  Not when it stands before them and counts
    something else."""
    if other.letter != total.letter or dimension(match, other) != dimension(match, total):
        return False
    counted = noun(match, other)
    if other.value == len(parts):
        return False  # "the three towns"
    lead = match.skeleton.tokens[max(0, other.token - 4) : other.token]
    if lead and lead[-1] in ("the", "its", "'s", "their") and "of" in lead and (other.value or 0) > (total.value or 0):
        return False  # "83 of the 150"
    return (
        other.token > min(total.token, parts[0].token)
        or not counted
        or counted in {noun(match, figure) for figure in (total, *parts)}
    )


def _goes_on(match: Match, last: Figure) -> bool:
    """Does the list go on with something that is no figure ("... and one in Hull", "and a girl", "and the rest")?"""
    tokens = match.skeleton.tokens
    for at in range(last.token + 1, min(len(tokens) - 1, last.token + 10)):
        if tokens[at] in (".", "¶", ";", "-", ")"):
            return False
        if tokens[at] in ("and", ",") and tokens[at + 1] in words("one-more"):
            return True
    return False


def split(match: Match) -> list[Group]:
    """A head count and the groups that together are all of it."""
    total, parts = match.one("total"), match.found["part"]
    if total.value is None or ranged((total, *parts)) or any(part.value is None for part in parts):
        return []
    if (not of_them(match, parts[0]) and any(of_them(match, part) for part in parts)) or set(match.words()) & words(
        "besides"
    ):
        return []
    if group_noun(match, parts[0]) in words("game-won") or match.row.relation == "record":
        of_what = noun(match, total)
        played = {of_what, of_what + "s", *match.skeleton.tokens[max(0, total.token - 3) : total.token]}
        if of_what == "point" or not played & words("game-played"):
            return []  # "have 11, from three wins and two draws": points
    lead = match.skeleton.tokens[max(0, parts[0].token - 3) : parts[0].token]
    sample = bool({*match.words(), *lead} & words("sample"))
    if (
        match.row.relation == "record"
        or _nations(match, total, parts)
        or closed([group_noun(match, part) for part in parts], group_noun(match, total))
    ):
        whole = match.roles.made(total, (None, total.most)) if sample else match.roles.plain(total)
        return [("split", [("total", whole), *(("part", match.roles.plain(part)) for part in parts)])]
    return []


def group_noun(match: Match, part: Figure) -> str:
    """The noun of a group: "six men", "six of them men", "six of the nine judges are men", "of whom six are men"."""
    own = noun(match, part)
    if own in ("other", "others"):
        own = ""  # "the five others were men"
    if {own, own.removesuffix("s")} & grouped():
        return own
    if own and match.after(part) not in ("of", "were", "are", "was", "is"):
        return own
    for ahead in range(1, MOST_AHEAD):
        word = match.after(part, ahead)
        if word in (",", ":", ";", ".", "(", "-", "and", "¶"):
            break
        if word in grouped():
            return word
    for back in range(1, MOST_BACK):  # "men make up 14 of the 30 members and women 16"
        word = match.before(part, back)
        if not word or word[0].isupper() or word in (",", ":", ";", ".", "(", ")", "-", "and", "of", "¶"):
            break
        if word in grouped():
            return word
    return own


def _nations(match: Match, total: Figure, parts: list[Figure]) -> bool:
    """ "a crew of 12, eight Filipinos and four Greeks": nothing but nationalities."""
    if match.row.source.split(" ")[0] == "<total:count>":
        return False
    text = match.roles.draft.analysis.text
    return all(text[part.end : part.end + 2].strip().isupper() for part in parts)


def closed(nouns: list[str], whole: str) -> bool:
    """Do these groups make up everybody (men and women, passengers and crew), and is the whole none of them?"""
    for row in complements():
        groups = [row.get(word) or row.get(word.removesuffix("s")) for word in nouns]
        if None in groups:
            continue
        return len(set(groups)) == len(groups) and "0" in groups and len(groups) > 1 and row.get(whole) is None
    return False


def of_people(head: str) -> bool:
    """Can a count of these be divided into such groups?"""
    return noun_classes().get(head) == "person" or head in words("people") | words("collective")


def shares(match: Match) -> list[Group]:
    """Shares of one whole."""
    tokens = match.skeleton.tokens
    figures = [  # "two-thirds (64%)" is told once
        figure
        for figure in match.found["share"]
        if not (figure.letter == "R" and tokens[figure.token + 1 : figure.token + 2] == ["("])
    ]
    said = match.sentence()
    if (
        len(figures) < 2
        or ranged(figures)
        or said & words("several-answers")
        or any(contrasted(match, figure) for figure in figures)
    ):
        return []
    made_up = words("making-up") | {"vote", "voted", "take", "use", "uses"}
    if any(
        (match.before(figure) in ("by", "up", "down", "of") and match.before(figure, 2) not in made_up)
        or match.after(figure) in ("points", "point", "-point")
        for figure in figures
    ):
        return []
    if sum(figure.time is not None for figure in match.skeleton.figures) > 1:
        return []
    if sum(match.after(figure) == "of" for figure in figures) > 1:
        return []
    if match.row.mode == "vote" and _in_places(match, figures) > 1:
        return []  # "45% in Hull, 40% in York"
    if match.row.mode == "answers":
        figures = answers(match, figures)
        if not figures:
            return []
    if match.row.mode != "vote" and said & moving():
        return []
    return [
        ("shares", [("share", match.roles.made(figure, rounded(figure, match.quantity(figure)))) for figure in figures])
    ]


def _in_places(match: Match, figures: list[Figure]) -> int:
    """How many of some shares have a place of their own."""
    ends = [*(figure.token for figure in figures[1:]), len(match.skeleton.tokens)]
    return sum("in" in match.skeleton.tokens[figure.token : end] for figure, end in zip(figures, ends, strict=True))


def answers(match: Match, figures: Sequence[Figure]) -> list[Figure]:
    """Those that answer one question and shut each other out ("yes", "no", "undecided")."""
    spans = [*(figure.token for figure in figures), len(match.skeleton.tokens)]
    said = [frozenset(match.skeleton.tokens[a + 1 : min(b, a + 9)]) for a, b in pairwise(spans)]
    if len(said) > 2 and said[-1] & words("undecided"):
        return list(figures)
    for row in table("construction_answers"):
        yes, no = set(items(row["yes"])), set(items(row["no"]))
        neither = set(items(row["neither"])) | no | yes
        first = [number for number, answer in enumerate(said) if answer & yes and not answer & no]
        second = [number for number, answer in enumerate(said) if answer & no]
        if len(first) == 1 and second and first[0] not in second:
            return [figure for figure, answer in zip(figures, said, strict=True) if answer & neither]
    return []


def part_whole(match: Match) -> list[Group]:
    """Some out of a whole."""
    part, whole = match.one("part"), match.one("whole")
    if (
        part.value is None
        or whole.value is None
        or ranged((part, whole))
        or dimension(match, part) != dimension(match, whole)
        or of_others(match, part)
        or part.value > FAR * whole.value  # "at three centres, including 420 at the school" counts two things
    ):
        return []
    if match.after(part, 2) == "those" and match.after(part, 3) in words("of-others"):
        return []  # "Twelve were held. Thirty of those at the rally ..."
    quantity = match.quantity(whole)
    if part.letter == "M" and words("net-of") & match.sentence():
        return []  # "a profit of £3m, including £4m from the sale of land"
    if part.letter == "N":
        if match.after(whole)[:1] == "-" or (
            (quantity is None or quantity.counted is None)
            and match.after(whole) not in (",", ".", "who", "that", "were", "are", "had", "have")
        ):
            return []
        counted = noun(match, part)
        if match.row.mode == "acted" and not _verb_before(match, part):
            return []
        near = part.token == whole.token + 2 or match.row.mode in ("inside", "acted")
        if match.row.mode == "people":
            near = of_people(noun(match, whole)) and of_people(counted)
        own = match.quantity(part)
        if not near and own is not None and own.counted is not None and counted and counted != noun(match, whole):
            return []
        if match.after(whole) in ("per", "a") or (match.before(part) in ("over", "about") and part.most is None):
            return []
    claim = match.roles.plain(part)
    own = match.quantity(part)
    if own is not None and not own.hedge:
        return [("part-whole", [("part", claim), ("whole", match.roles.plain(whole))])]
    if part.most is not None and part.value > part.most / 2 and whole.most is not None and part.value > whole.most:
        # "some 310 of the 290": no hedge makes more than all of them of it, only rounding may
        least = part.value - last_digit(part.value) / 2
        claim = match.roles.made(part, (least, max(part.most, part.value)))
    return [("part-whole", [("part", claim), ("whole", match.roles.plain(whole))])]


def _verb_before(match: Match, figure: Figure) -> bool:
    """ "plans to close 40 of them"."""
    analysis = match.roles.draft.analysis
    return analysis.token_at(figure.start) - 1 in analysis.verb_at


def poll_lead(match: Match) -> list[Group]:
    """Two shares and the lead said to lie between them."""
    first, second, lead = match.one("first"), match.one("second"), match.one("lead")
    if None in (first.value, second.value, lead.value) or ranged((lead,)) or match.sentence() & words("moving-lead"):
        return []
    if first.letter not in "PN" or second.letter != "P" or contrasted(match, first):
        return []
    pointed = noun(match, lead) == "point" or match.after(lead).startswith(
        ("point", "-point", "percentage", "-percentage")
    )
    if sum(figure.letter == "P" for figure in match.others()) or (lead.letter == "N" and not pointed):
        return []
    margin = (None if lead.least is None else lead.least - 0.5, None if lead.most is None else lead.most + 0.5)
    return [("poll-lead", [
        ("first", match.roles.made(first, rounded(first, match.quantity(first)), "percent")),
        ("second", match.roles.made(second, rounded(second, match.quantity(second)), "percent")),
        ("lead", match.roles.made(lead, margin, "percent")),
    ])]  # fmt: skip


def both(match: Match, first: str, second: str) -> tuple[Claim, Claim] | None:
    """The two numbers of a score, or of two figures."""
    both = f"{first}-{second}"
    if both in match.found:
        score = match.one(both)
        return (side(match.roles, score, 0), side(match.roles, score, 1)) if score.pair else None
    one, other = match.one(first), match.one(second)
    if one.value is None or other.value is None or one.letter != other.letter:
        return None
    return match.roles.plain(one), match.roles.plain(other)


def side(roles: Roles, score: Figure, place: int) -> Claim:
    """The first or the second number of a score."""
    assert score.pair is not None
    cut = max(score.text.find(mark) for mark in "-–‐‑—")
    start, end = (score.start, score.start + cut) if place == 0 else (score.start + cut + 1, score.end)
    number = float(score.pair[place])
    return roles.span(start, end, (number, number), number)


def score_margin(match: Match) -> list[Group]:
    """Two scores and the distance said to lie between them."""
    sides = both(match, "winner", "loser")
    margin = match.one("margin")
    if sides is None or margin.value is None or ranged((margin,)) or match.sentence() & words("part-score"):
        return []
    if match.after(margin, 2) == "to":  # "by three sets to one"
        return []
    one, other = sides
    if one.value is not None and other.value is not None and one.value < other.value:
        one, other = other, one
    return [("score-margin", [("winner", one), ("loser", other), ("margin", match.roles.plain(margin))])]


def sets(match: Match) -> list[Group]:
    """A result in sets, and the sets played; of matches, which can be drawn, only more won than played is wrong."""
    sides = both(match, "won", "lost")
    played = match.one("sets")
    said = match.sentence()
    if sides is None or played.value is None or ranged((played,)) or said & words("best-of"):
        return []
    if sum(figure.letter == "S" for figure in match.skeleton.figures) > 1:
        return []  # the sets one by one (`scores.py`)
    won, lost = sides
    undrawn = said & {"drawn", "draw", "draws", "drew"} and said & {"none", "no", "without", "neither", "never"}
    if match.row.mode == "draws" and not undrawn:
        claim = match.roles.made(played, (None, played.most))
    else:
        claim = match.roles.plain(played)
    return [("sets", [("won", won), ("lost", lost), ("sets", claim)])]


def games(match: Match) -> list[Group]:
    """ "6-4 3-6 6-2 in three sets": the sets told, and their scores."""
    announced, scores = match.one("announced"), match.found["item"]
    if announced.value is None or ranged((announced,)):
        return []
    items_ = [("item", match.roles.span(score.start, score.end, wording=score.text)) for score in scores]
    return [("list-count", [("announced", match.roles.plain(announced)), *items_])]
