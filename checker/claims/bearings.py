"""Where things lie by the compass: "20 km north-east of Halden", "the northern town of Halden", "Halden, in western
Norland"."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import msgspec

from checker.claims.clauses import clause_of
from checker.claims.draft import Draft
from checker.claims.events import LONGEST
from checker.claims.themes import names
from checker.claims.words import content_words
from checker.entities.gazetteer import plain
from checker.language.lexicon import items, table
from checker.language.morphology import singular
from checker.language.parts import Sentence
from checker.records import Claim

LONGEST_NAME = 4  # words of a place's name
NEAR = 24  # letters between a distance and its direction: "12 miles (19 km) to the south"
BETWEEN = 3  # tokens between "northern" and the name: "northern Norlandic port of"


class Located(msgspec.Struct, frozen=True):
    """What lies somewhere: its name's words, or the noun that heads it."""

    names: tuple[str, ...]
    head: str


@cache
def directions(kind: str) -> dict[str, str]:
    """Word of one class of compass.tsv → its point of the compass."""
    return {word: row["direction"] for row in table("compass") if row["class"] == kind for word in items(row["words"])}


def bearing_claims(draft: Draft) -> list[Claim]:
    """Aspect bearing: wording the point of the compass, object the words of the place it is told from, subject what
    lies there (modifiers its name's words), qualifier name, from or within, least and most the distance in metres where
    one is given."""
    rows = []
    for token, sentence in draft.stated(directions("point").keys() | directions("side").keys()):
        if sentence.last - sentence.first > LONGEST:
            continue
        low = draft.analysis.lowers[token]
        row = (_from_place if low in directions("point") else _on_side)(draft, sentence, token)
        row = row or _in_name(draft, sentence, token)
        if row is not None:
            rows.append(row)
    return rows


def _in_name(draft: Draft, sentence: Sentence, token: int) -> Claim | None:
    """ "Halden West", "North Station": a name of which the point of the compass is one word."""
    analysis = draft.analysis
    words = analysis.words
    first, last = token, token + 1
    while first > sentence.first and token - first < LONGEST_NAME and _capital(draft, first - 1, sentence):
        first -= 1
    while last < sentence.last and last - token < LONGEST_NAME and words[last][0].isupper():
        last += 1
    if not words[token][0].isupper() or last - first < 2:
        return None
    near = draft.names.entities_in(analysis.starts[first], analysis.ends[last - 1])
    if any(one.kind in ("country", "demonym", "place", "person") for one in near):
        return None  # North Korea is no slip for South Korea
    rest = tuple(analysis.lowers[at] for at in range(first, last) if at != token)
    low = analysis.lowers[token]
    point = directions("point").get(low) or directions("side")[low]
    return _claim(draft, sentence, (first, last), point, "name", " ".join(rest), Located((), ""))


def _capital(draft: Draft, token: int, sentence: Sentence) -> bool:
    """Is this word a part of a name?  The first of a sentence is only where it is no common word."""
    analysis = draft.analysis
    return analysis.words[token][0].isupper() and (token > sentence.first or analysis.tags[token] == "PROPN")


def _from_place(draft: Draft, sentence: Sentence, token: int) -> Claim | None:
    """ "32 km southwest of San Telmo"."""
    analysis = draft.analysis
    if token + 2 >= sentence.last or analysis.lowers[token + 1] not in ("of", "from"):
        return None
    begin = _behind_kind(draft, token + 2 + (analysis.lowers[token + 2] in ("the", "its")), sentence.last)
    place, end = _name(draft, begin, sentence.last)
    if not place:
        return None
    point, first = directions("point")[analysis.lowers[token]], token
    if token > sentence.first and point in ("east", "west") and analysis.lowers[token - 1] in ("north", "south"):
        point, first = f"{analysis.lowers[token - 1]}-{point}", token - 1
    distance = _distance(draft, first, sentence)
    start = first if distance is None else analysis.token_at(distance.start)
    located = _located(draft, start, sentence)
    return _claim(draft, sentence, (start, end), point, "from", plain(" ".join(place)), located, distance)


def _behind_kind(draft: Draft, begin: int, limit: int) -> int:
    """The token behind what kind of place it is: "of the old port town of Halden"."""
    lowers = draft.analysis.lowers
    for at in range(begin, min(limit - 1, begin + BETWEEN)):
        if draft.analysis.words[at][0].isupper():
            return begin
        if lowers[at] in directions("place") and (lowers[at + 1] == "of" or draft.analysis.words[at + 1][0].isupper()):
            return at + 1 + (lowers[at + 1] == "of")
    return begin


def _distance(draft: Draft, first: int, sentence: Sentence) -> Claim | None:
    """The length printed right before the direction: "12 miles (19 km) south", "about 12 miles to the south"."""
    starts = draft.analysis.starts
    near = [
        claim
        for claim in draft.claims
        if claim.aspect == "figure"
        and claim.dimension == "length"
        and sentence.start <= claim.start < starts[first] <= claim.end + NEAR
    ]
    near.sort(key=lambda claim: claim.start)
    for one, other in pairwise(near):
        if "," in draft.analysis.lower[one.end : other.start]:  # "at a depth of 30 km, 12 miles south of"
            near = [claim for claim in near if claim.start >= other.start]
    return near[0] if near else None


def _located(draft: Draft, token: int, sentence: Sentence) -> Located:
    """What stands before: "Halden, 20 km north of", "a village 20 km north of"; else the clause's subject."""
    analysis = draft.analysis
    at = token
    while (
        at > sentence.first
        and analysis.tags[at - 1] in ("ADV", "ADJ", "DET", "PREP")
        and analysis.lowers[at - 1] != "of"
    ):
        at -= 1
    if at > sentence.first and analysis.words[at - 1] in (",", "("):
        at -= 1
    if at > sentence.first and analysis.tags[at - 1] in ("NOUN", "PROPN"):
        first = at - 1
        while first > sentence.first and at - first < LONGEST_NAME and analysis.words[first - 1][0].isupper():
            if analysis.tags[first - 1] != "PROPN":
                break
            first -= 1
        named = tuple(names(draft, first, at))
        if named and analysis.tags[at - 1] == "PROPN":
            return Located(named, "")
        if at == token:
            return Located((), singular(analysis.lowers[at - 1]))
    clause = clause_of(analysis, draft.names, token, token + 1)
    return Located((), clause.subject.rpartition(":")[2])


def _on_side(draft: Draft, sentence: Sentence, token: int) -> Claim | None:
    """ "the northern city of Halden", "Halden, in northern Norland"."""
    analysis = draft.analysis
    point = directions("side")[analysis.lowers[token]]
    if analysis.words[token][0].isupper() and token > sentence.first:
        return None  # "Northern Rivers" is a name
    for at in range(token + 1, min(sentence.last - 1, token + 1 + BETWEEN)):
        if analysis.lowers[at] in directions("place"):
            inner, end = _name(draft, at + 1 + (analysis.lowers[at + 1] == "of"), sentence.last)
            if not inner:
                return None
            within = _container(draft, token + 1, at)
            return _claim(draft, sentence, (token, end), point, "within", within, Located(inner, ""))
        if analysis.tags[at] not in ("ADJ", "PROPN", "NOUN"):
            break
    around, end = _name(draft, token + 1, sentence.last)
    at = token - 1
    if not around or at <= sentence.first or analysis.lowers[at] != "in":
        return None
    apposed = analysis.words[at - 1] == ","
    last = at - apposed
    first = last
    while first > sentence.first and last - first < LONGEST_NAME and analysis.tags[first - 1] == "PROPN":
        first -= 1
    inner = tuple(names(draft, first, last))
    told = apposed or first == sentence.first or analysis.lowers[first - 1] in ("in", "at", "near", "from", "to")
    if not inner or not told:  # "met Mr Hale in western Norland"
        return None
    return _claim(draft, sentence, (first, end), point, "within", _container(draft, token + 1, end), Located(inner, ""))


def _container(draft: Draft, first: int, last: int) -> str:
    """The country of some tokens, by its id, else their names; "" where nothing is named."""
    analysis = draft.analysis
    if first >= last:
        return ""
    inside = draft.names.entities_in(analysis.starts[first], analysis.ends[last - 1])
    country = next((e.id for e in inside if e.kind in ("country", "demonym")), "")
    return country or " ".join(names(draft, first, last))


def _name(draft: Draft, first: int, limit: int) -> tuple[tuple[str, ...], int]:
    """The words of the name that begins at a token, and where it ends."""
    analysis = draft.analysis
    last = first
    while last < limit and last - first < LONGEST_NAME and analysis.words[last][0].isupper():
        last += 1
    return tuple(names(draft, first, last)), last


def _claim(
    draft: Draft,
    sentence: Sentence,
    span: tuple[int, int],
    point: str,
    how: str,
    place: str,
    located: Located,
    distance: Claim | None = None,
) -> Claim:
    analysis = draft.analysis
    start, end = analysis.starts[span[0]], analysis.ends[span[1] - 1]
    clause = clause_of(analysis, draft.names, *span)
    times = draft.names.times_in(sentence.start, sentence.end)
    clocks = {f"{time.clock // 60}:{time.clock % 60:02}" for time in times if time.clock is not None}
    told = set(content_words(analysis, sentence.first, span[0])) | set(content_words(analysis, span[1], sentence.last))
    return draft.claim(
        "bearing",
        start,
        end,
        draft.voices(start, end)[0],
        wording=point,
        object=place,
        subject=" ".join(located.names) or located.head,
        modifiers=located.names,
        predicate=clause.predicate,
        qualifier=how,
        least=distance.least if distance is not None else None,
        most=distance.most if distance is not None else None,
        value=distance.value if distance is not None else None,
        unit=distance.unit if distance is not None else "",
        context=tuple(sorted(told)),
        near=tuple(sorted(clocks)),
    )
