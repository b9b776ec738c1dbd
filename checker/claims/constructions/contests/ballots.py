"""Votes in whatever order they are told: both sides and the majority, and who is said to have won with how many."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from checker import patterns
from checker.claims.constructions.contests import results
from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.frame.match import OF_THEM, Group, Match, noun, ranged
from checker.claims.constructions.frame.pattern import NEXT_SENTENCE, Row, cues, pieces, words
from checker.claims.constructions.frame.pieces import Piece, Slot, matches
from checker.claims.constructions.frame.roles import Roles
from checker.claims.constructions.frame.skeleton import Skeleton
from checker.claims.draft import Draft
from checker.language import Analysis
from checker.language.lexicon import table

VOTES = Row("votes", "", ())
UNSURE = frozenset(("would", "could", "might", "may", "should", "if", "not", "never", "nearly", "almost", "without"))
UNANIMOUS = patterns.compile(r"\bunanimous(?:ly)?\b")
VOTED = patterns.compile(r"\b(?:votes?|voted|voting|ballot)\b")
EARLIER = patterns.compile(r"\b(?:earlier|previous|previously|last|another|before|then|later|overturn\w*|revers\w*)\b")
SCORE = patterns.compile(r"(?<![\d\-–.])(\d{1,3})[-–‐‑](\d{1,3})(?![\d\-–.]\d|[-–]\w)\b")
CAST = patterns.compile(r"\b(?:unanimous(?:ly)?|vot\w+|ballot|decision|ruling|ruled|verdict|tally|count|result)\W+"
                        r"(?:(?!after|following|despite|before|for|when)\w+\W+){0,3}$")  # fmt: skip
SPLIT = patterns.compile(r" ?-?(?:votes?|decision|ruling|verdict|majority|split|in favou?r|against)\b")
NEAR = 6  # times what lies between the sides
HELD_BEFORE = frozenset(("its", "their", "his", "her", "previous", "old"))
JOINED = frozenset((",", "and", "to", "while", "against", "-", "(", "with", ";"))


def votes(match: Match) -> list[Group]:
    """Votes for and against, and the majority."""
    majority = match.one("majority")
    sides = results.both(match, "for", "against")
    if (
        sides is None
        or majority.value is None
        or ranged((majority,))
        or _held_before(match.skeleton, majority)
        or noun(match, majority) in ("percent", "point", "%")
        or _of_another_time(match, majority)
        or not match.sentence() & words("voted-on")
        or any(match.before(match.one(role)) == "from" for role in ("for", "against") if role in match.found)
    ):
        return []
    if not _near(majority, match.found.get("for-against") or [match.one("for"), match.one("against")]):
        return []
    if any(noun(match, match.one(role)) in words("in-play") for role in ("for", "against") if role in match.found):
        return []  # "all out for 184, to lose by 55 runs"
    high, low = sides if (sides[0].value or 0) >= (sides[1].value or 0) else (sides[1], sides[0])
    return [("votes", [("for", high), ("against", low), ("majority", match.roles.plain(majority))])]


def _of_another_time(match: Match, majority: Figure) -> bool:
    """ "won by 812 votes in 2019 and held it with 18,230 to 15,410": is it told by a date and a verb of its own?"""
    sides = [figure.token for role, figures in match.found.items() if role != "majority" for figure in figures]
    first, last = (majority.token, min(sides)) if majority.token < min(sides) else (max(sides), majority.token)
    gap = range(first + 1, last)
    if {"second", "third", "final", "other"} & {match.skeleton.tokens[at] for at in gap}:
        return True  # "passed its first reading by 61 votes to 44 and its second with a majority of nine"
    times = [figure for figure in match.skeleton.figures if figure.token in gap and figure.time is not None]
    analysis = match.roles.draft.analysis
    acts = any(
        (group := analysis.verb_at.get(analysis.token_at(match.skeleton.starts[at]))) and group.finite for at in gap
    )
    return acts and (bool(times) or bool(words("another-time") & {match.skeleton.tokens[at] for at in gap}))


def votes_order(match: Match) -> list[Group]:
    """The votes of the side that won, and of the other: by the order that the outcome gives them."""
    sides = results.both(match, "more", "fewer")
    lead = match.skeleton.tokens[max(0, match.first - 4) : match.first]
    undone = words("not-carried") - frozenset(cues()["defeated"] if match.row.mode == "fell" else ())
    if sides is None or undone & {*lead, *match.words()}:
        return []
    if not words("voting") & match.sentence():
        return []
    if match.row.mode == "fell" and words("more-than-half") & match.sentence():
        return []  # "was rejected, with 54 in favour and 40 against, short of two-thirds"
    return [("votes-order", [("more", sides[0]), ("fewer", sides[1])])]


def votes_total(match: Match) -> list[Group]:
    """All who voted, and how they did."""
    total = match.one("total")
    cast = [match.one(role) for role in ("for", "against", "abstain") if role in match.found]
    if match.after(total) == "of" and match.after(total, 2) not in OF_THEM and total.token < cast[0].token:
        total, cast[0] = cast[0], total  # "ten of the 14 members backed it, three opposed it"
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


def majority_groups(roles: Roles, line: Skeleton) -> list[Group]:
    """The majority, where exactly two figures more are votes."""
    if "age" in line.words:
        return []
    figures = [figure for figure in line.figures if figure.letter in "NS"]
    majorities = _told(line, "majority") if len(figures) in (2, 3) else ()
    if len(majorities) != 1:
        return []
    majority = next((figure for figure in figures if figure.token in majorities and figure.letter == "N"), None)
    others = [figure for figure in figures if figure is not majority]
    if majority is None or {"to", "against", "-"} & set(line.tokens[majority.token + 1 : majority.token + 3]):
        return []  # "by 297 votes to 203"
    found: dict[str, list[Figure]] = {"majority": [majority]}
    if len(others) == 1 and others[0].pair and {"vote", "votes", "voted", "ballot", "-vote"} & line.words:
        found["for-against"] = others
    elif len(others) == 2 and _sides(line, others):
        found |= {"for": others[:1], "against": others[1:]}
    else:
        return []
    tokens = [figure.token for figure in (majority, *others)]
    match = Match(VOTES, line, roles, found, min(tokens), max(tokens) + 1, True)
    return votes(match) if _near(majority, others) else []


def _near(majority: Figure, others: Sequence[Figure]) -> bool:
    """Is it about what lies between the sides?  Without a frame of words a figure far from it is another vote's."""
    one, other = others[0].pair or (0, 0) if len(others) == 1 else (others[0].value or 0, others[1].value or 0)
    return 1 / NEAR <= (majority.value or 0) / (abs(one - other) or 1) <= NEAR


def _held_before(line: Skeleton, majority: Figure) -> bool:
    """ "..., when its majority was 9,240": the one that it had, and not the one that it won."""
    tokens = line.tokens
    place = max((at for at in range(majority.token) if tokens[at] == "majority"), default=0)
    lead, behind = tokens[max(0, place - 6) : place], tokens[place + 1 : majority.token]
    if NEXT_SENTENCE in lead:
        lead = lead[lead.index(NEXT_SENTENCE) + 1 :]
    owned = bool(lead) and lead[-1] in HELD_BEFORE and bool({"was", "of", "stood"} & set(behind))
    return place > 0 and (owned or "had" in behind or bool(words("held-before") & set(lead)))


def _told(line: Skeleton, role: str) -> set[int]:
    """The tokens of the figures that a pattern gives a role."""
    return {
        first
        for pattern in _patterns().get(role, ())
        for spans in matches(pattern, line.line)
        for piece, (first, _) in zip(pattern, spans, strict=True)
        if isinstance(piece, Slot)
    }


@cache
def _patterns() -> dict[str, list[tuple[Piece, ...]]]:
    """Role → its patterns, of `construction_ballots.tsv`."""
    found: dict[str, list[tuple[Piece, ...]]] = {}
    for row in table("construction_ballots"):
        found.setdefault(row["role"], []).append(pieces(row["pattern"]))
    return found


def _sides(line: Skeleton, pair: Sequence[Figure]) -> bool:
    """Are these the votes of two sides: one is told to be, and so is the other or it is joined to the first?"""
    one, other = pair
    told = _told(line, "side")
    between = line.tokens[one.token + 1 : other.token]
    if not told & {one.token, other.token} or one.letter != other.letter or not one.value or not other.value:
        return False
    both = {one.token, other.token} <= told
    return both or (len(between) < 12 and bool(JOINED & set(between)) and NEXT_SENTENCE not in between)


def winner_groups(roles: Roles, line: Skeleton) -> list[Group]:
    """ "Lee had 14,200 votes and Ray 14,900. Lee was sworn in": the votes of the one who won, and of the other."""
    figures = [figure for figure in line.figures if figure.letter == "N" and not figure.ranged and figure.value]
    if len(figures) != 2 or not {"vote", "votes", "polled"} & line.words or not _sides(line, figures):
        return []
    analysis = roles.draft.analysis
    names = [_name(analysis, line, figure, figures) for figure in figures]
    for verb in analysis.verb_groups:
        if not line.starts[0] <= verb.start <= line.starts[-1]:
            continue
        if any(0 <= figure.start - verb.end <= 1 for figure in figures):
            continue  # "won 14,200 votes"
        outcome = _outcomes().get((verb.lemma, verb.passive))
        chain = set(analysis.lowers[max(0, verb.first - 3) : verb.last])
        if outcome is None or verb.negated or verb.modal or verb.infinitive or UNSURE & chain:
            continue
        subject = _before(analysis, verb.first)
        holder = [number for number, name in enumerate(names) if name and subject and name == subject]
        if len(holder) == 1 and names[0] != names[1]:
            own, other = figures[holder[0]], figures[1 - holder[0]]
            more, fewer = (own, other) if outcome else (other, own)
            return [("votes-order", [("more", roles.plain(more)), ("fewer", roles.plain(fewer))])]
    return []


@cache
def _outcomes() -> dict[tuple[str, bool], bool]:
    """(Verb, is it passive) → has its subject won."""
    active = dict.fromkeys(words("wins"), True) | dict.fromkeys(words("loses"), False)
    passive = dict.fromkeys(words("is-chosen"), True) | dict.fromkeys(words("is-beaten"), False)
    return {(word, False): won for word, won in active.items()} | {(word, True): won for word, won in passive.items()}


def _name(analysis: Analysis, line: Skeleton, figure: Figure, figures: Sequence[Figure]) -> str:
    """The last name before a figure, and behind the figure before it."""
    back = max((other.end for other in figures if other.end <= figure.start), default=line.starts[0])
    token = analysis.token_at(figure.start) - 1
    while token >= 0 and analysis.starts[token] >= back and not _is_name(analysis, token):
        if analysis.words[token] in ".;:":
            return ""
        token -= 1
    return analysis.lowers[token] if token >= 0 and analysis.starts[token] >= back else ""


def _before(analysis: Analysis, verb: int) -> str:
    """The name that is the subject of a verb: the nearest before it in its sentence, over an age and a comma."""
    first = analysis.sentences[analysis.sentence_at(analysis.starts[verb])].first
    for token in range(verb - 1, first - 1, -1):
        if _is_name(analysis, token):
            return analysis.lowers[token]
        if analysis.words[token][0].isalpha() and analysis.tags[token] not in ("ADV", "NUM"):
            break
    if analysis.lowers[verb - 1] not in (",", "and", ")"):
        return ""
    names = [token for token in range(first, verb) if _is_name(analysis, token) and not _is_name(analysis, token + 1)]
    return analysis.lowers[names[0]] if names else ""  # "Lee, with 412 votes, was elected"


def _is_name(analysis: Analysis, token: int) -> bool:
    return analysis.words[token][0].isupper() and analysis.tags[token] in ("PROPN", "NOUN")


def turnout_groups(roles: Roles, line: Skeleton) -> list[Group]:
    """Those who voted each way, and all who could, or did: "seven for and five against on the 11-member board"."""
    told_of = words("voting") | {"ballots", "split", "abstained", "dissented", "dissenting"}
    if not told_of & line.words or words("odds") & line.words:
        return []
    figures = {figure.token: figure for figure in line.figures if figure.letter == "N" and not figure.ranged}
    told = {role: _told(line, role) & figures.keys() for role in ("for", "against", "abstain", "body", "all")}
    wholes = told["all"] or told["body"] - told["for"] - told["against"] - told["abstain"]
    scores = [figure for figure in line.figures if figure.letter == "S" and figure.pair]
    if len(wholes) != 1:
        return []
    total = figures[next(iter(wholes))]
    told["abstain"] -= told["for"] | told["against"] | wholes
    abstained = [figures[token] for token in sorted(told["abstain"])]
    if len(scores) == 1 and len(abstained) < 2:
        votes = list(
            results.both(Match(VOTES, line, roles, {"for-against": scores}, 0, 0, True), "for", "against") or ()
        )
    else:
        yes, no = told["for"] - told["against"] - wholes, told["against"] - told["for"] - wholes
        if len(yes) != 1 or len(no) != 1 or len(abstained) > 1:
            return []
        votes = [roles.plain(figures[token]) for token in sorted(yes | no)]
    others = [figure for token, figure in figures.items() if token not in wholes | told["abstain"]]
    if not votes or len(others) != (0 if scores else 2) or {"absent", "including", "majority", "rest"} & line.words:
        return []
    votes += [roles.plain(figure) for figure in abstained]
    whole = roles.plain(total) if told["all"] and abstained else roles.made(total, (None, total.most))
    return [("votes-total", [("total", whole), *(("vote", vote) for vote in votes)])]


def unanimous_groups(draft: Draft, roles: Roles) -> list[Group]:
    """ "The vote was unanimous, 5-4": votes against what nobody is said to have opposed."""
    analysis = draft.analysis
    groups: list[Group] = []
    if "unanimous" not in analysis.lower:
        return groups
    for told in UNANIMOUS.finditer(analysis.lower):
        place = analysis.sentence_at(told.start())
        sentence = analysis.sentences[place]
        end = sentence.end
        if place + 1 < len(analysis.sentences) and analysis.sentences[place + 1].paragraph == sentence.paragraph:
            end = analysis.sentences[place + 1].end
        stretch = analysis.lower[sentence.start : end]
        scores = list(SCORE.finditer(analysis.lower, sentence.start, end))
        before = analysis.lower[sentence.start : told.start()].split()[-3:]
        if len(scores) != 1 or (UNSURE | {"had"}) & set(before) or not VOTED.search(stretch) or EARLIER.search(stretch):
            continue
        score = scores[0]
        if not CAST.search(analysis.lower[max(0, score.start() - 60) : score.start()]) and not SPLIT.match(
            analysis.lower, score.end()
        ):
            continue  # "the 7-2 favourite", "a 3-1 defeat"
        nobody = roles.span(*told.span(), (0.0, 0.0), 0.0)
        fewer = min((1, 2), key=lambda group: int(score[group]))
        number = float(score[fewer])
        groups.append(("unanimous", [
            ("told", nobody), ("against", roles.span(*score.span(fewer), (number, number), number)),
        ]))  # fmt: skip
    return groups
