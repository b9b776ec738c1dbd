"""Totals and their parts, head counts and their groups, some of a whole: counts that add up."""

from __future__ import annotations

from functools import cache

from checker.claims.constructions.contests import games
from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.frame.match import (
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
from checker.claims.constructions.frame.pattern import cues, words
from checker.claims.constructions.parts.addends import among, no_sum, only_some, unclosed
from checker.claims.nouns import noun_classes
from checker.language.lexicon import items, table
from checker.slips import last_digit

MOST_AHEAD = 9  # tokens from a figure to the noun of its group
MOST_BACK = 5  # the same, where it stands before the figure
NEAR = 3  # times its whole: no slip of a part is greater
FAR = 10  # the same, right before its whole, where a nought may be lost
LAST_WORDS = 6  # tokens behind the last part in which "both" may stand
BESIDE = 4  # tokens of "45 of the country's 32"


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
    if not alike(match, (total, *parts)) or any(_some_of_it(match, part) for part in parts):
        return []
    if rated(match, parts) or (match.before(parts[0]) in ("while", "whereas") and total.token < parts[0].token):
        return []
    said = set(match.words())
    if any((part.value or 0) >= total.value for part in parts) or no_sum(match, total, parts):
        return []
    if any(together().get(word, len(parts)) != len(parts) for word in said - {"both", "pair"}):
        return []  # "the trio", of whom two are told of
    if words("overlapping") & set(match.skeleton.tokens[parts[0].token : parts[-1].token + LAST_WORDS]):
        return []  # "96 were about noise, 71 about dogs and 58 about both"
    if games.of_games(match, parts):
        return _record("total-parts", match, total, parts)
    at_most = match.row.mode == "at-most" or among(match, total, parts)
    at_most = at_most or (total.token > parts[-1].token and only_some(match, total))
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
    elif match.row.mode != "at-most" and unclosed(match, total, parts):
        at_most = True
    claim = match.roles.made(total, (None, total.most)) if at_most else match.roles.plain(total)
    return [("total-parts", [("total", claim), *(("part", match.roles.plain(part)) for part in parts)])]


def _some_of_it(match: Match, part: Figure) -> bool:
    """ "five of them", "£3m of it", "all but 19"."""
    of_it = match.after(part) == "of" and match.after(part, 2) in ("it", "this", "that")
    return of_it or of_them(match, part) or all_but(match, part)


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
    for at in range(last.token + 1, min(len(tokens) - 2, last.token + 10)):
        if tokens[at] in (".", "¶", ";", "-", ")"):
            return False
        if tokens[at] not in ("and", ",", "with", "plus"):
            continue
        behind = at + 1 + (tokens[at + 1] in ("the", "a", "an"))
        if (tokens[at] != "with" and tokens[at + 1] in words("one-more")) or tokens[behind] in words("a-few"):
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
    if games.of_games(match, parts):
        of_what = noun(match, total)
        played = {of_what, of_what + "s", *match.skeleton.tokens[max(0, total.token - 3) : total.token]}
        if of_what == "point" or not played & words("game-played"):
            return []  # "have 11, from three wins and two draws": points
        return _record("split", match, total, parts)
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


def _record(relation: str, match: Match, total: Figure, parts: list[Figure]) -> list[Group]:
    """Games played, and those won, drawn and lost; where not every outcome is told, only more of them are wrong."""
    told, every = games.filled(match, parts)
    if len(told) < 2 or games.to_come(match, total):
        return []
    whole = match.roles.plain(total) if every else match.roles.made(total, (None, total.most))
    return [(relation, [("total", whole), *(("part", match.roles.plain(part)) for part in told)])]


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


def part_whole(match: Match) -> list[Group]:
    """Some out of a whole."""
    part, whole = match.one("part"), match.one("whole")
    if (
        part.value is None
        or whole.value is None
        or ranged((part, whole))
        or dimension(match, part) != dimension(match, whole)
        or of_others(match, part)
        or part.value > (FAR if 0 < whole.token - part.token < BESIDE else NEAR) * whole.value
    ):
        return []  # "at three centres, including 420 at the school" counts two things
    if part.value > whole.value and of_them(match, part) and _of_earlier(match, part, whole):
        return []
    if part.token > whole.token and noun(match, whole) in words("holds-many") and _counts_people(match, part):
        return []  # "ten families, 14 of them children"
    if match.after(part, 2) == "those" and match.after(part, 3) in words("of-others"):
        return []  # "Twelve were held. Thirty of those at the rally ..."
    if whole.text.lower() == "both":
        return []  # "a majority of both votes and districts, but only four of them"
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
        lived_in = match.before(whole) == "of" and match.before(whole, 2) in words("peopled")
        bare = part.token == whole.token + 2 and not lived_in  # "in a village of 90, 120 tourists"
        near = bare or match.row.mode in ("inside", "acted")
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


def _counts_people(match: Match, part: Figure) -> bool:
    behind = [match.after(part, ahead) for ahead in range(1, MOST_BACK)]
    return any(noun_classes().get(word.removesuffix("s")) == "person" or word in grouped() for word in behind)


def _of_earlier(match: Match, part: Figure, whole: Figure) -> bool:
    """ "made 96 in eight overs, 24 of them in the last": may "them" be what another figure before it counts?"""
    earlier = [other for other in match.skeleton.figures if other.token < part.token and other is not whole]
    sizes = [max(other.value or 0.0, *(other.pair or (0,))) for other in earlier if other.letter in "NS"]
    if any("and" in match.skeleton.tokens[other.token : whole.token] for other in earlier):
        sizes.append((whole.value or 0.0) + sum(sizes))  # "nine sixes and 11 fours, 14 of them ..."
    return any(size >= (part.value or 0.0) for size in sizes)


def _verb_before(match: Match, figure: Figure) -> bool:
    """ "plans to close 40 of them"."""
    analysis = match.roles.draft.analysis
    return analysis.token_at(figure.start) - 1 in analysis.verb_at
