"""What a change is reckoned from: when the amount that stands behind "from" or "against" is no earlier one of the same.

Papers set beside an amount and its change also what was hoped for ("compared with the average forecast of £4m"), what
is another thing ("against costs of £3m", "compared with £900 in London"), and what another change leads to ("and 9 per
cent below the average of 900").  An amount that says so of itself is no base, whatever the percentage comes to.
"""

from __future__ import annotations

from checker.claims.constructions.amounts.sincewhen import of_other_days
from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.frame.match import Match, counted_head, noun
from checker.claims.constructions.frame.pattern import NEXT_SENTENCE, words

REACH = 9  # tokens from a mark of comparison to its amount
BEHIND = 6  # tokens behind an amount that say when or where it was
TIMES = "TBYCD"
ENDS = frozenset((",", ";", ".", "(", ")", ":", NEXT_SENTENCE))
FINITE = frozenset(("VERB", "MODAL", "HAVE", "BE", "DO"))


def strange(match: Match, base: Figure, other: Figure, change: Figure) -> bool:
    """Is the amount before something else than the earlier amount of what the other is told of?"""
    if match.sentence() & words("reckoned-apart") or _own_pair(match, base, other):
        return True
    if any(figure.letter in "PG" and match.after(figure) in words("set-apart") for figure in (base, other)):
        return True  # "12 per cent below the norm": a change as well
    if match.after(base) in words("away-from"):
        return True  # "€0.40 above where it ended": a distance
    if _unlike_counts(match, base, other) or _another_length(match, base, other):
        return True
    at = _mark(match, base)
    if at is None:
        return _since_last(match, base, change)
    if match.after(base, at + 1 - base.token) in ("which", "whom"):
        return True
    if match.skeleton.tokens[at] == "after" and base.letter == change.letter == "P":
        return True  # "a rise of 2% after last year's 4%"
    return _named_apart(match, at, base, change) or _set_elsewhere(match, at, base)


def astray(match: Match, base: Figure, other: Figure, change: Figure) -> bool:
    """Is the change told of something else than the two amounts, or reckoned from something else than the base?"""
    return (
        _other_clause(match, base, other, change)
        or _nearer_change(match, base, other, change)
        or of_other_days(match, base, other, change)
    )


def _mark(match: Match, base: Figure) -> int | None:
    """The token of "from", "against", "below" before an amount, in its own phrase."""
    tokens = match.skeleton.tokens
    for at in range(base.token - 1, max(-1, base.token - 1 - REACH), -1):
        if tokens[at] in words("set-against"):
            return at
        if tokens[at] in ENDS:
            break
    return None


def _noun(match: Match, at: int) -> bool:
    """Is a token of the skeleton a word for a thing?"""
    line, analysis = match.skeleton, match.roles.draft.analysis
    if not line.tokens[at].replace("-", "").isalpha() or not line.tokens[at].islower():
        return False
    token = analysis.token_at(line.starts[at])
    return token >= 0 and analysis.tags[token] in ("NOUN", "PROPN", "NAME")


def _dated(match: Match) -> frozenset[int]:
    """Where words of dates begin: "January", "last year"."""
    line = match.skeleton
    found = match.roles.draft.names.times_in(line.starts[0], line.starts[-1] + 1)
    return frozenset(start for start in line.starts if any(time.start <= start < time.end for time in found))


def _same_word(one: str, other: str) -> bool:
    return one.rstrip("s") == other.rstrip("s")


def _named_apart(match: Match, at: int, base: Figure, change: Figure) -> bool:
    """ "against a target of £4m", "on revenue of £4m", "from Acme's £4m": a name of its own, which nothing else has."""
    tokens = match.skeleton.tokens
    phrase = range(at + 1, base.token)
    named = [tokens[place] for place in phrase]
    summit = set(named) & words("extreme-mark") or "record_of" in "_".join(named)
    if summit and at != change.token + 1:
        return True  # "slipped 0.3% to £38, down from a peak of £45"
    dated = _dated(match)
    for place in phrase:
        word = tokens[place]
        if match.skeleton.starts[place] in dated:
            continue
        aimed = word in words("aimed-at")
        if not aimed and (not _noun(match, place) or word in words("level") or word in words("period")):
            continue
        apart = [token for spot, token in enumerate(tokens) if spot not in phrase]
        if not any(_same_word(word, token) for token in apart):
            return True
    return False


def _since_last(match: Match, base: Figure, change: Figure) -> bool:
    """ "fell 3% to 612, the fewest since 2002, when there were 596": the amount of the last time that it was so."""
    between = match.skeleton.tokens[change.token : base.token]
    if "since" not in between or between.index("since") < 2:
        return False
    return any(word.endswith("est") or word in ("most", "least", "first") for word in between[: between.index("since")])


def _set_elsewhere(match: Match, at: int, base: Figure) -> bool:
    """ "compared with £900 in London", "against 6,000 at its other plant", "compared with £28 nationally"."""
    tokens = match.skeleton.tokens
    if tokens[at] in ("from", "after") or tokens[at - 1] in ("up", "down"):
        return False
    place = base.token + 1
    while place < len(tokens) and place < base.token + 4 and (
        tokens[place].startswith("-") or tokens[place] in words("per-unit") or _counts(match, base, tokens[place])
    ):  # fmt: skip
        place += 1
    behind = tokens[place : place + BEHIND]
    if not behind or behind[0] in ENDS:
        return False
    if behind[0] in words("at-large"):
        return True
    if behind[0] not in words("own-scene"):
        return False
    dated = _dated(match)
    for at, word in enumerate(behind[1:], place + 1):
        if word in ENDS:
            break
        told = word in words("period") or word in words("earlier-scene")
        if told or match.skeleton.starts[at] in dated or word[:1] in TIMES:
            return False
    return True


def _counts(match: Match, figure: Figure, word: str) -> bool:
    counted = match.counted(figure)
    return counted is not None and word in (counted.head, *counted.text.lower().split())


def _unlike_counts(match: Match, base: Figure, other: Figure) -> bool:
    """ "up 9% to 12,400, compared with 31,000 cars", "to 7,480.30 after nine weekly gains": the base alone says what it
    counts, and nothing before it is that."""
    if not base.letter == other.letter == "N" or base.token < other.token:
        return False
    head = counted_head(match, base)
    if not head or counted_head(match, other):
        return False
    tokens = match.skeleton.tokens
    return not any(_same_word(head, word) for word in tokens[: base.token])


def _another_length(match: Match, base: Figure, other: Figure) -> bool:
    """ "£900m in the quarter, from £1.8bn in the first half"."""
    wholes = [_of_whole(match, figure) for figure in (base, other)]
    if wholes == [True, False]:
        return True  # "first-half revenue of £310m, compared with £640m in the whole of 2023"
    lengths = [_length(match, figure) for figure in (base, other)]
    return all(lengths) and lengths[0] != lengths[1]


def _of_whole(match: Match, figure: Figure) -> bool:
    behind = match.skeleton.tokens[figure.token + 1 : figure.token + 5]
    return behind[:1] in (["in"], ["for"], ["over"], ["across"]) and not {"whole", "full", "entire", "all"}.isdisjoint(
        behind
    )


def _length(match: Match, figure: Figure) -> str:
    """The stretch of time that an amount is told of: "quarter"."""
    tokens = match.skeleton.tokens
    behind = tokens[figure.token + 1 : figure.token + 1 + BEHIND]
    for place, word in enumerate(behind):
        if word in ENDS or word[:1] in "NMUP":
            break
        if word in ("in", "for", "during", "over"):
            return _stretch(match, figure.token + 2 + place)
    return ""


def _stretch(match: Match, first: int) -> str:
    """ "quarter" of "the first quarter", "half" of "the second half", which is a figure elsewhere."""
    line = match.skeleton
    texts = {figure.token: figure.text.lower() for figure in line.figures}
    for at in range(first, min(len(line.tokens), first + 3)):
        word = texts.get(at, line.tokens[at]).rpartition(" ")[2]
        if word in words("stretch"):
            return word
    return ""


def _own_pair(match: Match, base: Figure, other: Figure) -> bool:
    """ "£46m on sales up from £300m to £330m": the base goes with another amount, by a noun of its own."""
    tokens = match.skeleton.tokens
    behind = tokens[base.token + 1 : base.token + 3]
    paired = len(behind) == 2 and behind[0] == "to" and behind[1][:1] == base.letter
    if paired and base.token + 2 != other.token:
        return True
    lead = tokens[max(0, base.token - 3) : base.token]
    return other.token < base.token - 3 and lead[1:] in (["up", "from"], ["down", "from"]) and (
        _noun(match, base.token - 3) and lead[0] not in words("level") and lead[0] not in words("period")
    )  # fmt: skip


def _other_clause(match: Match, base: Figure, other: Figure, change: Figure) -> bool:
    """ "jumped 6% after it lifted its dividend to 22 cents from 18", "up from 12 cents, after profit rose 21%"."""
    line, analysis = match.skeleton, match.roles.draft.analysis
    low, high = sorted((base.token, other.token))
    first, last = (change.token, low) if change.token < low else (high, change.token)
    if change.token > low and change.token < high:
        first, last = sorted((change.token, other.token))
    if change.token > high and match.before(change) in ("the", "that", "this"):
        return False  # "and the mayor hailed the 20 percent fall"
    if change.token > high:  # a clause in commas is over before the change
        first = max((at for at in range(first, last) if line.tokens[at] in ENDS), default=first)
    between = range(first + 1, last)
    dated, opened = _dated(match), -1
    for at in between:
        word = line.tokens[at]
        if word in words("opens-clause") or word in ("and", "but"):
            opened = at
        elif opened >= 0:
            token = analysis.token_at(line.starts[at])
            tag = analysis.tags[token] if token >= 0 else ""
            was = tag == "BE" and line.tokens[opened] == "when"  # "since 1990, when there were 900"
            moved = (tag in FINITE and not was) or (tag == "ING" and word not in words("to-mark"))
            if line.tokens[opened] in ("and", "but"):  # "and his rounds fell to", not "and now stands at"
                moved = moved and any(_noun(match, thing) for thing in range(opened + 1, at))
            if moved and (at > opened + 1 or tag == "ING"):
                return True
            if change.token > high and _noun(match, at) and not (word in words("period") or line.starts[at] in dated):
                return True
        if word in words("taking-to") and not set(line.tokens[at + 1 : at + 2]) & words("any-thing-moved"):
            return change.token < low
        if word == "," and change.token < low and _goes_on(match, at + 1):
            return True
    return False


def _goes_on(match: Match, at: int) -> bool:
    """ "the price rose 6%, lifting takings to £640m": a participle with a thing of its own."""
    line, analysis = match.skeleton, match.roles.draft.analysis
    token = analysis.token_at(line.starts[at]) if at + 1 < len(line.tokens) else -1
    if token < 0 or analysis.tags[token] != "ING" or line.tokens[at] in words("to-mark"):
        return False
    place = at + 1 + (line.tokens[at + 1] in ("the", "its", "their", "his", "her"))
    word = line.tokens[place]
    if word in words("level") or not _noun(match, place):
        return False
    return not any(_same_word(word, earlier) for earlier in line.tokens[:at])


def _nearer_change(match: Match, base: Figure, other: Figure, change: Figure) -> bool:
    """ "4 per cent fewer than in April and 9 per cent below the average of 900": the base is that of the other one."""
    tokens = match.skeleton.tokens
    return any(
        change.token < figure.token < base.token
        and figure.token != other.token
        and figure.letter in "PRGF"
        and (match.after(figure) in words("set-apart") or match.before(figure) in ("up", "down"))
        and tokens[figure.token - 1] not in ("or", "(")
        for figure in match.skeleton.figures
    )


def mean_apart(match: Match, mean: Figure, total: Figure) -> bool:
    """Is an average told of something else than the sum: of another time ("against an average of £3m over five years"),
    of another thing ("with average sales of £2m, were sold for £9m"), or by dismissals (runs at 38.8)?"""
    line, analysis = match.skeleton, match.roles.draft.analysis
    tokens = line.tokens
    if match.after(mean) == "for" and match.after(mean, 2) in ("those", "these"):
        return True
    told_of = mean.quantity >= 0 and match.after(mean) in ("", ".", ",", ";", ":", "and", "with", "in", "including")
    if told_of and noun(match, total) in words("by-innings"):
        return True
    if total.token < mean.token and words("other-clause") & set(tokens[total.token : mean.token]):
        return True
    told = False
    for at in range(mean.token - 1, max(-1, mean.token - 1 - REACH), -1):
        word = tokens[at]
        if word in words("averaged"):
            told = True
            things = {one for one in tokens[at + 1 : mean.token] if one in words("of-each")}
            if not things <= {*tokens[:at], *tokens[mean.token + 1 :]}:
                return True
        against = word in words("contrast") or word in words("away-from")
        if told and (against or (word in ("with", "to") and tokens[at - 1] in ("compared", "compares"))):
            return True
        token = analysis.token_at(line.starts[at])
        if word in ENDS or (word[:1] in "NMUP" and word not in words("averaged")) or analysis.tags[token] in FINITE:
            break
    return False
