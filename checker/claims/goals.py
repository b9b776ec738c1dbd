"""The minute of a match in which a player scored, or was sent off: "in the 27th minute", "a 27th-minute header"."""

from __future__ import annotations

from collections.abc import Set
from functools import cache

import msgspec

from checker import patterns
from checker.claims.clauses import clause_of, segment
from checker.claims.draft import Draft
from checker.claims.words import lemmas
from checker.language.lexicon import items, table
from checker.records import Claim, Entity

# Found by its letters first: the number before it is looked for only there.
MINUTE = patterns.compile(r"minute(?<=[- ]minute)s?\b")
ORDINAL = patterns.compile(r"\b(?:(?P<minute>\d{1,3})(?:st|nd|rd|th)|(?P<word>[a-z]{5,8}))[- ]$")
AFTER = patterns.compile(r"\b(?:after|on)\s(?:just\s|only\s)?(?P<minute>\d{1,3})(?P<word>)[- ]$")
BESIDE = 5  # tokens between a minute and whose it is: "Diallo's superb 27th-minute header"
LONGEST = 120  # minutes of a match
PLAYING = frozenset(
    ("beat", "win", "lose", "draw", "host", "face", "visit", "play", "defeat", "thrash", "lead", "trail")
)
AGENTS = frozenset(("by", "from", "through", "for"))


class _Named(msgspec.Struct, frozen=True):
    """A player named by tokens first..last (exclusive)."""

    entity: Entity
    first: int
    last: int


@cache
def kinds() -> dict[str, str]:
    """Word → the kind of moment it tells of, of goals.tsv."""
    return {word: row["class"] for row in table("goals") for word in items(row["words"])}


@cache
def ordinals() -> dict[str, int]:
    """ "seventh" → 7."""
    return {row["word"]: int(float(row["value"])) for row in table("number_words") if row["kind"] == "ordinal"}


def goal_claims(draft: Draft) -> list[Claim]:
    """Aspect minute: subject the player, predicate goal, off, card or change, value the minute; qualifier "several"
    where the sentence tells of more than one."""
    lower = draft.analysis.lower
    dated = [(found.end(), *minute) for found in MINUTE.finditer(lower) if (minute := _minute(lower, found.start()))]
    sides = _sides(draft) if dated else frozenset[str]()
    rows = (_claim(draft, start, end, minute, sides) for end, start, minute in dated)
    return [row for row in rows if row is not None]


def _minute(lower: str, end: int) -> tuple[int, int] | None:
    """Where the number before "minute" begins, and the minute: "27th-", "seventh ", "on 27 "."""
    number = ORDINAL.search(lower, max(0, end - 10), end) or AFTER.search(lower, max(0, end - 15), end)
    if number is None:
        return None
    minute = int(number["minute"]) if number["minute"] else ordinals().get(number["word"], 0)
    return (number.start("minute" if number["minute"] else "word"), minute) if 0 < minute <= LONGEST else None


def _claim(draft: Draft, start: int, end: int, minute: int, sides: Set[str]) -> Claim | None:
    analysis = draft.analysis
    sentence = draft.telling(start)
    if sentence is None:
        return None
    first, last = analysis.tokens_of(start, end)
    left, right = segment(analysis, first)
    words = {*analysis.lowers[left:right], *lemmas(analysis)[left:right]}
    his = any(
        kinds().get(word) == "ordinal" and analysis.lowers[token - 1] in ("his", "her")
        for token, word in enumerate(analysis.lowers[left + 1 : right], left + 1)
    )
    told = {kinds()[word] for word in words if word in kinds()}
    kind = next((one for one in ("off", "card", "change", "goal") if one in told), "")
    player = _player(draft, kind, sides, (left, first, last, right)) if kind else None
    if (
        kind and player is None and right < sentence.last and analysis.lowers[right] in ("when", "as", "after")
    ):  # "in the 27th minute, when Diallo scored"
        player = _player(draft, kind, sides, (right, right, right + 1, segment(analysis, right)[1]))
    if player is None or not player.id:
        return None
    return draft.claim(
        "minute",
        start,
        end,
        draft.voices(start, end)[0],
        subject=player.id,
        predicate=kind,
        counted_text=player.name or player.text,
        qualifier="several" if his or "several" in told else "",
        kind="ordinal",
        value=float(minute),
        least=float(minute),
        most=float(minute),
    )


def _player(draft: Draft, kind: str, sides: Set[str], span: tuple[int, int, int, int]) -> Entity | None:
    """ "Diallo's 27th-minute header", "a 27th-minute header by Diallo", "Diallo scored in the 27th minute"; of a card
    the one who is shown it."""
    analysis = draft.analysis
    left, first, last, right = span
    near = draft.names.entities_in(analysis.starts[left], analysis.ends[right - 1])
    players = [one for one in near if _is_player(one, sides)]
    inside = [_Named(one, *analysis.tokens_of(one.start, one.end)) for one in players]
    owning = [one for one in inside if "POSS" in analysis.tags[one.last - 1 : one.last + 1] and one.last <= first]
    acting = [one for one in inside if one.first > left and analysis.lowers[one.first - 1] in AGENTS]
    if owning and first - owning[-1].last < BESIDE:
        return owning[-1].entity
    behind = [one for one in acting if last <= one.first < last + BESIDE]
    if behind and kind == "goal":
        return behind[0].entity
    verb = clause_of(analysis, draft.names, first, last).verb
    if verb is not None and kind in ("off", "card") and not verb.passive:
        shown = [one for one in inside if one.first >= verb.last and one not in acting]
        if shown:
            return shown[0].entity  # "the referee sent off Diallo"
    told = [one for one in (*owning, *acting) if one.last <= first and kind == "goal"]
    if told:
        return max(told, key=lambda one: one.last).entity
    subjects = [one for one in inside if verb is not None and one.last <= verb.first and one not in owning]
    if subjects:
        return subjects[0].entity
    return inside[0].entity if len({one.entity.id for one in inside}) == 1 else None


def _is_player(entity: Entity, sides: Set[str]) -> bool:
    """A person, or a name of two words or more that no club bears."""
    if entity.kind not in ("person", "name") or not entity.id:
        return False
    if entity.id in sides or any(kinds().get(word) == "club" for word in entity.text.lower().split()):
        return False
    return entity.kind == "person" or " " in entity.text


def _sides(draft: Draft) -> set[str]:
    """Names that win, lose and play: clubs, whose goals are many."""
    found: set[str] = set()
    for group in draft.analysis.verb_groups:
        if group.lemma in PLAYING and group.finite:
            before = draft.names.entities_in(max(0, group.start - 30), group.start)
            found.update(one.id for one in before if one.end >= group.start - 2)
    return found
