"""Some out of a whole, and the share that they are: "half of them, 210", "64 members in the 60-seat house"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from checker import patterns
from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.frame.match import (
    OF_THEM,
    Group,
    Match,
    contrasted,
    dimension,
    is_change,
    noun,
    of_them,
    ranged,
    window,
)
from checker.claims.constructions.frame.pattern import NEXT_SENTENCE, Row, cues, words
from checker.claims.constructions.frame.roles import Roles, rounded
from checker.claims.constructions.frame.skeleton import Skeleton, numbers
from checker.claims.nouns import noun_classes

PART = Row("part-whole", "", ())
SHARE = Row("share-count", "", ())
NEAR = 2.5  # times what the share makes of the whole
FAR = 6.0  # the same, where the text says "nine, or 6 percent"
MANY = 100  # votes or pupils; of fewer the share may be of something else
MOST_APPOSED = 5  # tokens between a share and the number that it is
ATTEMPTS = patterns.compile(r"(\d{1,2})-(?:of|for)-(\d{1,2})$")
COMPARING = frozenset(
    ("more", "fewer", "less", "higher", "lower", "up", "down", "than", "points", "-point", "above", "below")
)
OWNERS = frozenset(("his", "her", "its", "their"))
MARKS = frozenset((",", "(", "-", ")", "or", ":"))
BACK = frozenset(("the", "them", "those", "these", "whom", "which"))
POSTS = frozenset(("jobs", "posts", "positions", "roles", "people", "workers", "employees", "staff", "redundancies"))
FIRST_WORDS = 3  # tokens at the head of a sentence
SHORT = 3  # letters of a word that says too little
REACH = 7  # tokens from a share to its whole
ALL = frozenset(("the", "its", "their", "all", "those", "these", "his", "her", "some", "about", "a", "total"))


def attempt_groups(roles: Roles, line: Skeleton) -> list[Group]:
    """ "on 8-of-13 shooting": shots made, and tried."""
    groups: list[Group] = []
    for token, start in zip(line.tokens, line.starts, strict=True):
        found = ATTEMPTS.match(token) if token[0].isdigit() else None
        if found:
            shots = [(start + found.start(side), start + found.end(side), float(found[side])) for side in (1, 2)]
            ends = [roles.span(first, last, (number, number), number) for first, last, number in shots]
            groups.append(("part-whole", [("part", ends[0]), ("whole", ends[1])]))
    return groups


def seat_groups(roles: Roles, line: Skeleton) -> list[Group]:
    """Members of a body of so many seats."""
    match = window(PART, roles, line)
    counted = numbers(line, "N")
    bodies = [figure for figure in counted if match.after(figure).removeprefix("-") in words("seated")]
    bodies = [figure for figure in bodies if match.after(figure)[:1] == "-" and match.before(figure) in ALL]
    parts = [figure for figure in counted if figure not in bodies and noun(match, figure) in words("seated")]
    if len(bodies) != 1 or len(parts) != 1 or NEXT_SENTENCE in line.tokens or _changing() & line.words:
        return []
    part, body = parts[0], bodies[0]
    between = line.tokens[min(part.token, body.token) : max(part.token, body.token)]
    if contrasted(match, part) or contrasted(match, body) or not words("seat-link") & {*between, match.before(body, 2)}:
        return []
    return [("part-whole", [("part", roles.plain(part)), ("whole", roles.plain(body))])]


def repeated_groups(roles: Roles, line: Skeleton) -> list[Group]:
    """ "Twelve people were held. Fifteen of those held ...": a whole taken up by a word that the text repeats."""
    if line.tokens.count(NEXT_SENTENCE) != 1:
        return []
    border = line.tokens.index(NEXT_SENTENCE)
    figures = numbers(line, "N")
    wholes = [figure for figure in figures if figure.token < border]
    parts = [figure for figure in figures if border < figure.token <= border + FIRST_WORDS]
    if len(wholes) != 1 or not parts or wholes[0].value is None or wholes[0].value < 2:
        return []
    whole, part = wholes[0], parts[0]
    behind = line.tokens[part.token + 1 : part.token + 4]
    if len(behind) < 3 or behind[0] != "of" or behind[1] not in BACK or not behind[2].isalpha():
        return []
    taken_up = behind[2] in line.tokens[whole.token + 1 : border] and len(behind[2]) > SHORT
    if not taken_up or contrasted(window(PART, roles, line), whole) or words("besides") & set(line.tokens[:border]):
        return []
    return [("part-whole", [("part", roles.plain(part)), ("whole", roles.plain(whole))])]


def shed_groups(roles: Roles, line: Skeleton) -> list[Group]:
    """ "cut 10% of its 900 staff. The 240 who are going ...": how many go, with the share of the whole that goes."""
    counted = numbers(line, "N")
    if len(counted) != 2 or words("shared-apart") & line.words:
        return []
    match = window(SHARE, roles, line)
    shares = [figure for figure in line.figures if _is_share(match, figure)]
    if len(shares) != 1:
        return []
    share, whole, part = shares[0], *counted
    tokens = line.tokens
    if not share.token < whole.token < part.token or match.after(share) != "of" or whole.token - share.token > REACH:
        return []
    lead, behind = tokens[whole.token + 1 : part.token], tokens[part.token + 1 : part.token + 6]
    going = bool(words("going") & set(tokens[: share.token])) and bool(words("going") & set(behind))
    if NEXT_SENTENCE in lead:
        opener = lead[lead.index(NEXT_SENTENCE) + 1 :]
        told = opener in (["the"], ["all"]) and (behind[0] in ("who", "whose", "to") or match.after(part) in POSTS)
    else:
        told = lead[-2:] == [",", "with"] and match.after(part) in POSTS
        told = told and not {"in", "at", "from"} & set(behind[: behind.index(",") if "," in behind else 5])
    if not going or not told or not _near(part, whole, share):
        return []
    return _shared(roles, line, part, whole, share)


def one_in_groups(roles: Roles, line: Skeleton) -> list[Group]:
    """ "found it in 60 of the 300 wells. One well in three ...": a share by the same noun opens the next sentence."""
    if line.tokens.count(NEXT_SENTENCE) != 1:
        return []
    border = line.tokens.index(NEXT_SENTENCE)
    shares = [figure for figure in line.figures if figure.letter in "RP" and figure.token > border]
    counted = numbers(line, "N")
    if len(shares) != 1 or len(counted) != 2 or any(figure.token > border for figure in counted):
        return []
    share, (part, whole) = shares[0], sorted(counted, key=lambda figure: figure.value or 0.0)
    opens = all(not token[0].isalnum() for token in line.tokens[border + 1 : share.token])
    head = noun(window(SHARE, roles, line), whole)
    if not opens or not head or head not in share.text.lower().split() or not _near(part, whole, share):
        return []
    if not (_out_of(line.tokens, part, whole) or _of_them(line.tokens, (part,), whole)):
        return []
    return _shared(roles, line, part, whole, share)


@cache
def _changing() -> frozenset[str]:
    return frozenset((*cues()["up"], *cues()["down"], "had"))


def share_count(match: Match) -> list[Group]:
    """Some out of a whole, and the share that they are."""
    part, whole, share = match.one("part"), match.one("whole"), match.one("share")
    if part.value is None or not whole.value or share.value is None or ranged((part, whole, share)):
        return []
    if dimension(match, part) != dimension(match, whole) or of_them(match, share):
        return []
    if part.token > whole.token and "with" in match.skeleton.tokens[whole.token : part.token]:
        classes = noun_classes()
        if classes.get(noun(match, part)) == "person" != classes.get(noun(match, whole), ""):
            return []  # "15 percent of its 200 branches, with 480 staff at risk"
    follows = match.after(share)
    if share.token > max(part.token, whole.token) and not _set_beside(match, max(part.token, whole.token), share):
        return []
    if match.before(part) in ("and", "but", "while") and match.before(part, 2) == ",":
        return []  # "half of the 80 are girls, and 60 have ..."
    if match.before(part) in ("to", "against") and match.before(part, 2)[:1] == part.letter:
        return []  # "voted 300 to 100, 75 percent of the 400 who took part"
    if follows in COMPARING:
        return []
    if follows == "of" and share.token > part.token and share.token > whole.token and match.after(share, 2) != "the":
        return []
    if (
        follows == "of"
        and match.after(share, 2) == "the"
        and match.after(share, 3) not in ("total", match.skeleton.tokens[whole.token])
    ):
        return []
    return share_group(match)


def _set_beside(match: Match, figures: int, share: Figure) -> bool:
    """Is a share told as that of the figures before it: "..., or 60%", "..., a pass rate of 60%"?  Of "nine of the ten
    districts, she had 60%" it is not: between the last mark and the share stand words of their own."""
    tokens = match.skeleton.tokens
    first = share.token
    while first > figures + 1 and tokens[first - 1] not in MARKS - {"or", ")"} | {NEXT_SENTENCE}:
        first -= 1
    between = tokens[first : share.token]
    if words("rate-noun") & set(between) or set(between) <= words("apposed"):
        return True
    if between[:1] and between[0] in ("giving", "leaving"):  # "won 520 of the 800 votes cast, giving her 65 percent"
        return bool(words("voted-for") & set(tokens[figures:first]))
    return bool(words("amounts-to") & set(between))


def share_group(match: Match) -> list[Group]:
    """The group of some, their whole and the share that they are."""
    part, whole, share = match.one("part"), match.one("whole"), match.one("share")
    if share.value is None or is_change(match, part) or _own_share(match, share):
        return []
    if share.token < whole.token < part.token and of_them(match, part) and match.after(part, 3).isalpha():
        return []  # "one in four of the 310 patients, 41 of them children"
    if share.token < part.token and match.before(part) == "," and not _near(part, whole, share):
        return []  # "inflation is 3.1%, four of the nine noted"
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


def _own_share(match: Match, share: Figure) -> bool:
    """ "..., with her best share, 71 percent", "held at 2%, four of the nine ...": the share of something else."""
    tokens = match.skeleton.tokens[: share.token]
    if _is_rate(tokens, share) and match.after(share, 2) in ("with", "as", "after"):
        return False  # "turnout rose to 62 percent, with 310 of the 500 ..."
    if tokens[-1:] == [","] and ((tokens[-2:-1] and tokens[-2] in words("rate-noun")) or _has_owner(tokens[:-1])):
        return True
    opens = match.before(share, 2) in (NEXT_SENTENCE, "")
    return match.before(share) in ("at", "to") and match.after(share) == "," and not opens


def _near(part: Figure, whole: Figure, share: Figure, most: float = NEAR) -> bool:
    """Is the share near enough to be that of the part?"""
    size = share.value or 0.0
    expected = (whole.value or 0.0) * (size / 100 if share.letter == "P" else size)
    return 1 / most < (part.value or 0.0) / (expected or 1.0) < most


def _has_owner(tokens: Sequence[str]) -> bool:
    """Do they end in a noun phrase of its own, ", his best score"?"""
    ends = range(len(tokens) - 2, max(0, len(tokens) - 5), -1)
    return any(tokens[at] in OWNERS and tokens[at - 1] in (",", "with", "and", "while") for at in ends)


def share_count_groups(roles: Roles, line: Skeleton) -> list[Group]:
    """A whole, some of it, and the share that stands beside them."""
    pair = _only_two(line, "N") or _only_two(line, "M")
    if not pair or words("shared-apart") & line.words:
        return []
    match = window(SHARE, roles, line)
    shares = [figure for figure in line.figures if _is_share(match, figure)]
    if len(shares) != 1:
        return []
    share, (part, whole) = shares[0], sorted(pair, key=lambda figure: figure.value or 0.0)
    within = _within(match, share, part, whole)
    if part.value == whole.value or not (within or _told_of(match, share, part, whole)):
        return []
    counted = noun(match, part)
    body = match.after(whole)[:1] == "-"  # "two-thirds of the 45-member caucus, 30 lawmakers"
    named = counted and counted not in words("people") and counted != noun(match, whole)
    if named and not (within or body or _elided(match, part)):
        return []
    slip = line.tokens[part.token + 1 : share.token] in ([",", "or"], ["or"], ["("]) and _elided(match, part)
    if not _near(part, whole, share, FAR if slip else NEAR):
        return []
    return _shared(roles, line, part, whole, share)


def _shared(roles: Roles, line: Skeleton, part: Figure, whole: Figure, share: Figure) -> list[Group]:
    return share_group(window(SHARE, roles, line, {"part": [part], "whole": [whole], "share": [share]}))


def _only_two(line: Skeleton, letter: str) -> list[Figure]:
    """The two figures of a kind in a window that has no more."""
    found = numbers(line, letter)
    return found if len(found) == 2 and all(figure.side == 0 for figure in found) else []


def _is_share(match: Match, figure: Figure) -> bool:
    before = match.before(figure)
    if not figure.value or figure.ranged or before in ("by", "down", "than"):
        return False
    if before == "up" and match.before(figure, 2) not in words("making-up"):
        return False
    if figure.letter in "HF":
        return figure.value < 1
    return figure.letter in "PR" and match.after(figure) not in ("point", "points", "-point")


def _elided(match: Match, part: Figure) -> bool:
    """ "210, were turned away", "passed by 150": what stands behind is no noun of its own."""
    return match.counted(part) is None


def _within(match: Match, share: Figure, part: Figure, whole: Figure) -> bool:
    """ "300 jobs, about 20 percent of its workforce of 1,500"."""
    tokens = match.skeleton.tokens
    if not part.token < share.token < whole.token or match.after(share) != "of":
        return False
    if match.before(whole) not in ("of", "'s", "its", "their", "the"):
        return False
    inner, lead = tokens[share.token + 2 : whole.token - 1], tokens[part.token + 1 : share.token]
    apposed = any(token in MARKS for token in lead[-2:]) and not MARKS & set(lead[:-2]) and len(lead) <= MOST_APPOSED
    return apposed and len(inner) < MOST_APPOSED and not MARKS & set(inner)


def _told_of(match: Match, share: Figure, part: Figure, whole: Figure) -> bool:
    """Is the share said of the part, and the part one of the whole?"""
    tokens = match.skeleton.tokens
    anchor = whole if part.token < whole.token < share.token and _out_of(tokens, part, whole) else part
    first, last = sorted((share.token, anchor.token))
    between = list(tokens[first + 1 : last])
    if anchor is whole or between[:1] == ["of"]:  # "340 of the club's 800 members, 30%", "40% of the homes, 120 of 300"
        mark = next((at for at, token in enumerate(between) if token in MARKS), len(between))
        if not {"were", "was", "are", "is"} & set(between[:mark]):
            between = between[mark:]
    apposed = len(between) <= MOST_APPOSED and bool(MARKS & set(between)) and set(between) <= words("apposed")
    if apposed and (tokens[share.token - 1 : share.token] == [";"] or match.after(share, 3) in words("whole-noun")):
        return whole.token < share.token  # "it has 2,000 pupils; 25 percent, or 500, ...", "a fifth of the population"
    if match.before(share) == "up" and part.token < whole.token < share.token and _out_of(tokens, part, whole):
        return NEXT_SENTENCE not in tokens  # "with 36 of 120 seats, women make up 30 percent of parliament"
    own = match.after(share, 2) in OWNERS and match.before(share) in ("or", "(")
    if share.token > part.token and match.after(share) == "of" and match.after(share, 2) not in BACK and not own:
        return False  # "two of the 12 were British, a quarter of the company's dancers"
    named = match.before(share) == "of" and match.before(share, 2) in words("rate-noun")
    named = named or match.after(share) in words("rate-noun") or match.after(share, 2) in words("rate-noun")
    if apposed and "or" in between and whole.token < part.token < share.token and match.counted(part) is None:
        return NEXT_SENTENCE not in tokens  # "inspected 250 kitchens and closed 50, or 20 per cent"
    if _is_rate(tokens, share) and share.token < part.token and _out_of(tokens, part, whole):
        return (whole.value or 0.0) >= MANY and not words("counted-so-far") & set(tokens[part.token :])
    opener = tokens.index(NEXT_SENTENCE) + 1 if NEXT_SENTENCE in tokens else len(tokens)
    pointed = opener <= share.token <= opener + 3 and bool(
        {"that", "this", "it", "at"} & set(tokens[opener : opener + 4])
    )
    if not (apposed or named or pointed):
        return False
    if named and _elided(match, part) and NEXT_SENTENCE not in tokens:
        return True  # "taken by 200 and passed by 150, a rate of 75%"
    return _out_of(tokens, part, whole) or _out_of(tokens, share, whole) or _of_them(tokens, (share, part), whole)


def _is_rate(tokens: Sequence[str], share: Figure) -> bool:
    """ "turnout was 62 percent", "the pass rate rose to 80 percent": the share of what the text goes on to count."""
    for token in reversed(tokens[max(0, share.token - 5) : share.token]):
        if token in words("rate-noun"):
            return True
        if not token.isalpha():
            return False
    return False


def _out_of(tokens: Sequence[str], some: Figure, whole: Figure) -> bool:
    """ "210 of the 340", "of the 340, 210", "half of the club's 340"."""
    if list(tokens[some.token + 1 : whole.token]) in (["of"], ["out", "of"]):
        return True
    lead = list(tokens[max(0, whole.token - 5) : whole.token])
    while lead and lead[-1] in ALL:
        lead.pop()
    if lead and lead[-1] == "'s":
        return "of" in lead
    if lead and some.token == whole.token - 1 - (tokens[whole.token - 1] in ALL):
        return True  # "half the 60 crew"
    return bool(lead) and lead[-1] in ("of", "from", "among") and abs(some.token - whole.token) > 1


def _of_them(tokens: Sequence[str], some: Sequence[Figure], whole: Figure) -> bool:
    """ "340 applied, and half of them", "taken by 340 and passed by 210"."""
    for figure in some:
        ahead = [token for token in tokens[max(0, figure.token - 3) : figure.token] if token != ","]
        if len(ahead) > 1 and ahead[-2] == "of" and ahead[-1] in OF_THEM:
            return figure.token > whole.token
        behind = tokens[figure.token + 1 : figure.token + 3]
        if len(behind) == 2 and behind[0] == "of" and behind[1] in OF_THEM:
            return figure.token > whole.token
    return False
