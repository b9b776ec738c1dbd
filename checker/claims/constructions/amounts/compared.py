"""One thing at two times and the change told of it, in whatever order and words.

The rows of `construction.tsv` read the frames in which "from", "to" and the change stand; here each figure says for
itself what it is: the change by the word of rise or fall that it hangs on, the amounts by "from", "against", "to", or
by the dates and the words of time beside them (`earlier.py`).  What says too little, or more than two amounts of a
kind, is no group.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from checker.claims.constructions.amounts.amounts import pair
from checker.claims.constructions.amounts.changes import change as read_change
from checker.claims.constructions.amounts.earlier import mark, order_of, signs_of_time
from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.frame.match import Group, Match, counted_head, dimension, directions
from checker.claims.constructions.frame.pattern import NEXT_SENTENCE, Row, cues, words
from checker.claims.constructions.frame.roles import Roles
from checker.claims.constructions.frame.skeleton import Skeleton

CHANGE, AMOUNT, RATIO = Row("change", "", ()), Row("change-amount", "", ()), Row("ratio", "", ())
RESULTS = ([",", "at"], [":"], [",", "to"], ["-"], [",", "with"])
NEAR, FAR = 6, 14  # tokens from a comparison to what is compared, and to what it is compared with


def change_groups(roles: Roles, line: Skeleton) -> list[Group]:
    """Every change of a window with its two amounts."""
    hangs = {figure.token: spot for figure in line.figures if (spot := _hangs(roles, line, figure))}
    changes = [figure for figure in line.figures if figure.token in hangs]
    if len(changes) != 1:
        return []
    change = changes[0]
    found = _pair(roles, line, change)
    if found is None:
        return []
    first, last = hangs[change.token]
    if line.words & words("one-of-several") and "from" not in (mark(line, f, change) for f in found):
        return []  # "cut by 25 points, its third cut since February, when it was 4.35 percent"
    apart = {NEXT_SENTENCE, ";"} & set(line.tokens[min(f.token for f in found) : max(f.token for f in found)])
    if apart and line.tokens[first] in ("up", "down") and "from" not in (mark(line, f, change) for f in found):
        return []  # "now £1.35, up 5p; it was £1 in 2001": up from what is not said
    if _of_another(line, first, last, change, found):
        return []
    listed = change.letter == found[0].letter in "NMUD" and line.tokens[change.token - 1] not in ("by", "of")
    if listed and not any(mark(line, figure, change) for figure in found):
        return []  # "lost £2m in 2001, £3m in 2002 and £4m in 2003"
    start, end = found
    row = AMOUNT if change.letter == start.letter and change.letter in "NMUD" else CHANGE
    found_in = {"from": [start], "to": [end], "change": [change]}
    return read_change(Match(row, line, roles, found_in, first, last, True))


def ratio_groups(roles: Roles, line: Skeleton) -> list[Group]:
    """Every "halved" or "three times as many" of a window with its two amounts."""
    factors = [figure for figure in line.figures if _compares(line, figure)]
    if len(factors) != 1 or line.words & words("correcting"):
        return []
    factor = factors[0]
    found = _beside(roles, line, factor) or _pair(roles, line, factor)
    if found is None:
        return []
    start, end = found
    match = Match(RATIO, line, roles, {}, factor.token, factor.token + 1, True)
    claims = pair(match, start, end)
    if claims is None:
        return []
    least, most = factor.least, factor.most
    if factor.letter == "R":  # a quantity of the page: in percent
        least, most = (None if least is None else least / 100), (None if most is None else most / 100)
    made = roles.made(factor, (least, most), "", factor.value)
    return [("ratio", [("from", claims[0]), ("to", claims[1]), ("ratio", made)])]


def _hangs(roles: Roles, line: Skeleton, figure: Figure) -> tuple[int, int] | None:
    """The tokens of a change: the figure and the word of rise or fall before or behind it, with all between them."""
    if figure.letter not in "PGRFHNMUD" or figure.ranged or not figure.value:
        return None
    if figure.letter in "HFR" and figure.value >= 1:
        return None
    tokens, at = line.tokens, figure.token
    before = tokens[at - 1] if at else ""
    if before in ("to", "from", "at", "against"):
        return None
    points = figure.letter == "N" and tokens[at + 1 : at + 2] in (["points"], ["-point"], ["point"])
    amount = figure.letter in "NMUD" and not points
    for back in range(at - 1, max(-1, at - 5), -1):
        if tokens[back] in _words("moves") or (tokens[back] in _words("nouns") and before in words("of-change")):
            tied = before in ("by", "of", "up", "down") or (back == at - 1 and figure.letter in "MU")
            composed = tokens[back] == "up" and tokens[back - 1] in words("making-up")
            return (back, at + 1) if (tied or not amount) and not composed else None
        if tokens[back] not in words("before-change"):
            break
    if before == "by" and not amount:  # "raise the price of a stamp, now 40 cents, by 5 percent"
        for back in range(at - 2, max(-1, at - FAR - 2), -1):
            if tokens[back] in _words("verbs"):
                return back, at + 1
            if tokens[back] in (";", NEXT_SENTENCE):
                break
    for ahead in range(at + 1, min(len(tokens), at + 5)):
        word = tokens[ahead]
        if word in _words("adjectives") and not (amount and tokens[ahead + 1 : ahead + 2] == ["to"]):
            behind = tokens[ahead + 1] if ahead + 1 < len(tokens) else "."
            if word == "off" and figure.letter not in "PRF":
                return None  # "52 off 27 balls"
            if word in ("more", "less", "fewer") or not behind.islower() or behind in words("behind-change"):
                return at, ahead + 1
            return None  # "the 5% lower circuit"
        if word in _words("nouns") and not amount:
            return at, ahead + 1
        if not word.lstrip("-").isalpha() or word in words("behind-change"):
            break
    return None


def _compares(line: Skeleton, figure: Figure) -> bool:
    """Is it a factor of something: "halved", "double the", "half as many", "three times what it was", "or double"?"""
    if not figure.value or figure.ranged:
        return False
    if figure.letter == "K":
        return True
    if figure.letter not in "HRF":
        return False
    before = line.tokens[figure.token - 1] if figure.token else ""
    after = line.tokens[figure.token + 1] if figure.token + 1 < len(line.tokens) else "."
    if before == "in" and figure.value == 0.5 and after != "of":
        return bool(_words("verbs") & set(line.tokens[max(0, figure.token - 4) : figure.token]))  # "cut in half"
    if before in ("by", "in", "of", "first", "second", "last", "half"):
        return False
    if figure.letter == "H" and figure.value > 1 and after in (".", ",") and before in ("or", "almost", "nearly", ","):
        return True
    if after == "of":  # "60, a quarter of last year's 240"
        ahead = range(figure.token + 2, figure.token + 7)
        return before in (",", "(", "-", "is", "was") and any(other.token in ahead for other in line.figures)
    return after in words("compared-to")


def _pair(roles: Roles, line: Skeleton, change: Figure) -> tuple[Figure, Figure] | None:
    """The one pair of amounts of a window of which one comes before the other; None for none, or for several."""
    told = signs_of_time(roles, line, change)
    found = []
    for kind in _kinds(roles, line, change):
        if len(kind) != 2:
            continue
        one, other = kind
        if one.letter == "D" and "from" not in (mark(line, one, change), mark(line, other, change)):
            continue  # a sentence has lengths of time for many a reason
        order = order_of(line, change, told, one, other)
        if order and not _aims_elsewhere(line, change, kind) and _one_thing(line, one, other, change):
            found.append((one, other) if order > 0 else (other, one))
    return found[0] if len(found) == 1 else None


def _kinds(roles: Roles, line: Skeleton, change: Figure) -> Iterator[list[Figure]]:
    """The amounts of a window that may stand for the change, by dimension; counts by what they count, too."""
    match = Match(CHANGE, line, roles, {}, 0, 0, False)
    kinds: dict[tuple[str, str], list[Figure]] = {}
    for figure in line.figures:
        if (
            figure.token != change.token
            and figure.letter in "NMUPD"
            and figure.value
            and (not figure.ranged or line.tokens[figure.token - 1] in ("from", "to"))
            and not _same_change(line, change, figure)
        ):
            kinds.setdefault((figure.letter, dimension(match, figure).split("/")[0]), []).append(figure)
    for (letter, _), figures in kinds.items():
        if letter != "N":
            yield figures
            continue
        counted = {figure.token: counted_head(match, figure) for figure in figures}
        for thing in dict.fromkeys(filter(None, counted.values())):
            of_thing = [figure for figure in figures if counted[figure.token] in ("", thing)]
            if any(counted[figure.token] == thing for figure in of_thing):
                yield of_thing
        if not any(counted.values()):
            yield figures


def _aims_elsewhere(line: Skeleton, change: Figure, kind: list[Figure]) -> bool:
    """Does the change lead to another figure than these ("doubled to 7.5 million"), or is it told of another ("grossed
    $30 million, down 16 percent")?"""
    tokens = line.tokens
    for figure in line.figures:
        if figure.letter not in "NMUPD" or any(figure is one for one in kind):
            continue
        led = tokens[change.token + 1 : figure.token]
        if led and len(led) < FAR and led[-1] in ("to", "from", "at") and not {",", ";", "(", NEXT_SENTENCE} & set(led):
            return True
        between = tokens[figure.token + 1 : change.token]
        if between[:1] == [","] and len(between) < 4 and between[1:2] != ["and"] and figure.letter in "NMUP":
            return True
    return False


def _same_change(line: Skeleton, change: Figure, figure: Figure) -> bool:
    """ "lost 1.2%, or 90 points": the change over again."""
    if change.letter in "HKRF":
        return False
    low, high = sorted((change.token, figure.token))
    between = line.tokens[low + 1 : high]
    return between[:2] in ([",", "or"], ["or"], ["("]) and len(between) < 4


def _beside(roles: Roles, line: Skeleton, factor: Figure) -> tuple[Figure, Figure] | None:
    """ "300 cars, five times the output of the old one, which made 60"; "bought for £40 and sold for £120, three times
    what he gave": what stands right before a comparison is what is compared."""
    if factor.letter == "K":
        return None
    for kind in _kinds(roles, line, factor):
        near = [figure for figure in kind if 0 < factor.token - figure.token <= NEAR]
        behind = [figure.token - factor.token for figure in kind]
        if len(kind) == 2 and 1 < behind[0] < 5 and line.tokens[kind[0].token + 1 : kind[1].token] in RESULTS:
            return kind[0], kind[1]  # "half the usual 80mm, at 40mm"
        if len(kind) == 2 and behind[0] < 0 < behind[1] and line.tokens[kind[1].token - 1] in (":", ",", "-", "("):
            return _as_fits(kind[0], kind[1], factor)
        if len(kind) != 2 or len(near) != 1:
            continue
        (to,) = near
        (start,) = (figure for figure in kind if figure is not to)
        between = set(line.tokens[min(to.token, start.token) : max(to.token, start.token)])
        if between & {NEXT_SENTENCE, ";"} or abs(start.token - factor.token) > FAR or mark(line, to, factor) == "from":
            return None
        return start, to
    return None


def _as_fits(one: Figure, other: Figure, factor: Figure) -> tuple[Figure, Figure]:
    """ "£30, is now four times as high: £120", "£90, triple that of 2003, £30": told both ways, so what fits better."""
    grown = (other.value or 0.0) > (one.value or 0.0)
    return (one, other) if grown == ((factor.value or 1.0) > 1) else (other, one)


def _one_thing(line: Skeleton, one: Figure, other: Figure, change: Figure) -> bool:
    """Across two sentences: does the second take up what the first speaks of?"""
    if NEXT_SENTENCE not in line.tokens:
        return True
    border = line.tokens.index(NEXT_SENTENCE)
    first, second = line.tokens[:border], line.tokens[border + 1 :]
    if one.token < border < other.token:
        if change.token < border and second[:1] not in (["it"], ["they"]):
            return False
        opening = line.tokens[border + 1 : other.token]
        return bool(words("taking-up") & set(opening)) or _shares(first, opening)
    if other.token < border:
        return line.tokens[change.token - 1] in ("the", "that", "this") or second[:1] in (["it"], ["that"], ["this"])
    return second[:1] == ["it"] or second[:1] == ["they"]


def _shares(one: list[str], other: list[str]) -> bool:
    """A noun of some length in both."""
    shared = {word for word in set(one) & set(other) if len(word) > 4 and word.isalpha()}
    return bool(shared - words("behind-change"))


def _of_another(line: Skeleton, first: int, last: int, change: Figure, found: tuple[Figure, Figure]) -> bool:
    """Is the change told of something else than the amounts ("rose 5%, while profit rose to £3m from £2m")?"""
    tokens, own = line.tokens, set(line.tokens[first:last])
    low, high = sorted(figure.token for figure in found)
    moves = [
        at
        for at in range(max(0, min(first, low) - 12), max(last, high))
        if tokens[at] in _words("verbs") and not first - 1 <= at < last
    ]
    said = {tokens[at] for at in moves}
    up, down = directions()
    if (own & up and said & down) or (own & down and said & up):
        return True
    verb = first < change.token and "of" not in tokens[first : change.token]
    noun = not verb and bool(own & _words("nouns"))
    if high < first and tokens[last - 1] in ("more", "fewer", "less") and tokens[last : last + 1] != ["than"]:
        more = tokens[last : last + 1]  # "expects nine jets, and will fly 6% more seats"
        if (
            "".join(more).isalpha()
            and more[0] not in words("behind-change")
            and not set(more) & {*tokens[:first], *tokens[last + 1 :]}
        ):
            return True
    if noun and "as" in tokens[max(0, first - 2) : first]:
        return True  # "a response, defined as a cut of 50%, was seen in 175"
    if noun and tokens[last : last + 1] in (["in"], ["of"]) and first > low:
        return not _shares(tokens[:low], tokens[last : last + 5])
    between = range(last, low) if first < low else range(high + 1, first)
    clauses = [at for at in between if tokens[at] in ("and", "but", "while", "whereas")]
    if any(tokens[at + 1] not in words("goes-on") for at in clauses):
        return not noun or first < low
    return bool(moves) and verb


def _words(kind: str) -> frozenset[str]:
    return _lists()[kind]


@cache
def _lists() -> dict[str, frozenset[str]]:
    lists = cues()
    particles = {"up", "down", "higher", "lower"}
    return {
        "moves": frozenset((*lists["up"], *lists["down"], *words("shift"))),
        "verbs": frozenset((*lists["up"], *lists["down"], "went", "goes", "moved", "moves")) - particles,
        "nouns": frozenset((*lists["movenoun"], *words("shift"))),
        "adjectives": frozenset((*lists["moveadj"], "off")),
    }
