"""Totals, splits, shares, votes, leads and scores: counts that add up."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from checker.claims.constructions.figure import Figure
from checker.claims.constructions.match import (
    Group,
    Match,
    alike,
    contrasted,
    dimension,
    noun,
    of_them,
    ranged,
)
from checker.claims.constructions.pattern import cues, words
from checker.claims.constructions.roles import rounded
from checker.language.lexicon import items, table
from checker.records import Claim


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
def moving() -> frozenset[str]:
    """Verbs of rise and fall: what stands beside them is compared, not added."""
    lists = cues()
    return frozenset((*lists["up"], *lists["down"])) - words("no-verb")


def total_parts(match: Match) -> list[Group]:
    """A total and the parts that make it up."""
    total, parts = match.one("total"), match.found["part"]
    while parts and parts[0].letter != total.letter:
        parts = parts[1:]  # "three payments, of £300, £450 and £250"
    if total.value is None or len(parts) < 2 or ranged((total, *parts)) or any(part.value is None for part in parts):
        return []
    if not alike(match, (total, *parts)) or any(of_them(match, part) for part in parts):
        return []
    said = set(match.words())
    if any((part.value or 0) >= total.value for part in parts):
        return []
    at_most = match.row.mode == "at-most"
    if not at_most and (said & words("sample") or (match.row.mode == "three" and len(parts) < 3)):
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
    if len({of_them(match, part) for part in parts}) > 1 or set(match.words()) & (words("sample") | words("besides")):
        return []
    if (
        match.row.relation == "record"
        or _nations(match, total, parts)
        or _closed([_group_noun(match, part) for part in parts], noun(match, total))
    ):
        return [
            ("split", [("total", match.roles.plain(total)), *(("part", match.roles.plain(part)) for part in parts)])
        ]
    return []


def _group_noun(match: Match, part: Figure) -> str:
    """The noun of a group: "six men", "six of them men", "of whom six are men"."""
    own = noun(match, part)
    if any(own in row or own.removesuffix("s") in row for row in complements()):
        return own
    for ahead in range(1, 5):
        word = match.after(part, ahead)
        if any(word in row for row in complements()):
            return word
    return own


def _nations(match: Match, total: Figure, parts: list[Figure]) -> bool:
    """ "a crew of 12, eight Filipinos and four Greeks": nothing but nationalities."""
    if match.row.source.split(" ")[0] == "<total:count>":
        return False
    text = match.roles.draft.analysis.text
    return all(text[part.end : part.end + 2].strip().isupper() for part in parts)


def _closed(nouns: list[str], whole: str) -> bool:
    """Do these groups make up everybody (men and women, passengers and crew), and is the whole none of them?"""
    for row in complements():
        groups = [row.get(word) or row.get(word.removesuffix("s")) for word in nouns]
        if None in groups:
            continue
        return len(set(groups)) == len(groups) and "0" in groups and len(groups) > 1 and row.get(whole) is None
    return False


def shares(match: Match) -> list[Group]:
    """Shares of one whole."""
    figures = match.found["share"]
    said = match.sentence()
    if (
        len(figures) < 2
        or ranged(figures)
        or said & words("several-answers")
        or any(contrasted(match, figure) for figure in figures)
    ):
        return []
    made_up = ("make", "makes", "made", "making")
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
    if match.row.mode == "answers":
        figures = _answers(match, figures)
        if not figures:
            return []
    if match.row.mode != "vote" and said & moving():
        return []
    return [
        ("shares", [("share", match.roles.made(figure, rounded(figure, match.quantity(figure)))) for figure in figures])
    ]


def _answers(match: Match, figures: list[Figure]) -> list[Figure]:
    """Those that answer one question and shut each other out ("yes", "no", "undecided")."""
    spans = [*(figure.token for figure in figures), len(match.skeleton.tokens)]
    said = [frozenset(match.skeleton.tokens[a + 1 : min(b, a + 9)]) for a, b in pairwise(spans)]
    if len(said) > 2 and said[-1] & words("undecided"):
        return figures
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
    ):
        return []
    quantity = match.quantity(whole)
    if part.letter == "N":
        if match.after(whole)[:1] == "-" or (
            (quantity is None or quantity.counted is None)
            and match.after(whole) not in (",", ".", "who", "that", "were", "are", "had", "have")
        ):
            return []
        counted = noun(match, part)
        near = part.token == whole.token + 2
        own = match.quantity(part)
        if not near and own is not None and own.counted is not None and counted and counted != noun(match, whole):
            return []
        if match.after(whole) in ("per", "a") or (match.before(part) in ("over", "about") and part.most is None):
            return []
    return [("part-whole", [("part", match.roles.plain(part)), ("whole", match.roles.plain(whole))])]


def share_count(match: Match) -> list[Group]:
    """Some out of a whole, and the share that they are."""
    part, whole, share = match.one("part"), match.one("whole"), match.one("share")
    if part.value is None or not whole.value or share.value is None or ranged((part, whole, share)):
        return []
    if dimension(match, part) != dimension(match, whole) or of_them(match, share):
        return []
    follows = match.after(share)
    if follows in (
        "more",
        "fewer",
        "less",
        "higher",
        "lower",
        "up",
        "down",
        "than",
        "points",
        "-point",
        "above",
        "below",
    ):
        return []
    if follows == "of" and share.token > part.token and share.token > whole.token and match.after(share, 2) != "the":
        return []
    if (
        follows == "of"
        and match.after(share, 2) == "the"
        and match.after(share, 3) not in ("total", match.skeleton.tokens[whole.token])
    ):
        return []
    bounds = rounded(share, match.quantity(share))
    percent = share.value if share.letter == "P" else share.value * 100
    if share.letter in "HKF":
        if share.value >= 1:
            return []
        bounds = 100 * share.value * 0.95, 100 * share.value * 1.05
    return [("share-count", [
        ("part", match.roles.plain(part)), ("whole", match.roles.plain(whole)),
        ("share", match.roles.made(share, bounds, "percent", percent)),
    ])]  # fmt: skip


def poll_lead(match: Match) -> list[Group]:
    """Two shares and the lead said to lie between them."""
    first, second, lead = match.one("first"), match.one("second"), match.one("lead")
    if None in (first.value, second.value, lead.value) or ranged((lead,)):
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


def votes(match: Match) -> list[Group]:
    """Votes for and against, and the majority."""
    majority = match.one("majority")
    sides = _two(match, "for", "against")
    if (
        sides is None
        or majority.value is None
        or ranged((majority,))
        or noun(match, majority) in ("percent", "point", "%")
    ):
        return []
    high, low = sides if (sides[0].value or 0) >= (sides[1].value or 0) else (sides[1], sides[0])
    return [("votes", [("for", high), ("against", low), ("majority", match.roles.plain(majority))])]


def _two(match: Match, first: str, second: str) -> tuple[Claim, Claim] | None:
    """The two numbers of a score, or of two figures."""
    both = f"{first}-{second}"
    if both in match.found:
        score = match.one(both)
        if score.pair is None:
            return None
        cut = max(score.text.find(mark) for mark in "-–‐‑—")
        high, low = score.pair
        return (match.roles.span(score.start, score.start + cut, (float(high), float(high)), float(high)),
                match.roles.span(score.start + cut + 1, score.end, (float(low), float(low)), float(low)))  # fmt: skip
    one, other = match.one(first), match.one(second)
    if one.value is None or other.value is None or one.letter != other.letter:
        return None
    return match.roles.plain(one), match.roles.plain(other)


def votes_total(match: Match) -> list[Group]:
    """All who voted, and how they did."""
    total = match.one("total")
    cast = [match.one(role) for role in ("for", "against", "abstain") if role in match.found]
    if total.value is None or any(figure.value is None for figure in cast) or ranged((total, *cast)):
        return []
    said = match.sentence()
    if said & (words("besides") | words("not-all")):
        return []
    if any(
        figure.letter == "N" and figure.token > match.first and figure.token < match.last for figure in match.others()
    ):
        return []
    between = match.skeleton.tokens[min(total.token, cast[0].token) : cast[0].token]
    told = (
        noun(match, total) == "vote"
        or said & {"all", "present", "cast"}
        or (len(cast) == 3 and words("whole-vote") & set(between))
    )
    whole = told or total.token > cast[-1].token
    claim = match.roles.plain(total) if whole else match.roles.made(total, (None, total.most))
    return [("votes-total", [("total", claim), *(("vote", match.roles.plain(figure)) for figure in cast)])]


def score_margin(match: Match) -> list[Group]:
    """Two scores and the distance said to lie between them."""
    sides = _two(match, "winner", "loser")
    margin = match.one("margin")
    if sides is None or margin.value is None or ranged((margin,)) or match.sentence() & words("part-score"):
        return []
    one, other = sides
    if one.value is not None and other.value is not None and one.value < other.value:
        one, other = other, one
    return [("score-margin", [("winner", one), ("loser", other), ("margin", match.roles.plain(margin))])]


def sets(match: Match) -> list[Group]:
    """A result in sets, and the sets played; of matches, which can be drawn, only more won than played is wrong."""
    sides = _two(match, "won", "lost")
    played = match.one("sets")
    said = match.sentence()
    if sides is None or played.value is None or ranged((played,)) or said & words("best-of"):
        return []
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
