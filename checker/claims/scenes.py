"""Where things happened: "crashed north of Halden", "his victory in Oslo", "Cork, the city of her birth"."""

from __future__ import annotations

from checker.claims.bearings import directions
from checker.claims.clauses import segment
from checker.claims.constructions.dates.zones import place_name
from checker.claims.draft import Draft
from checker.claims.events import LONGEST
from checker.claims.happened import Happened, of_noun, of_verb
from checker.claims.themes import is_time, verb_of
from checker.claims.words import content_words
from checker.language.parts import Sentence
from checker.records import Claim

AT = frozenset(("in", "at", "near", "outside"))
REACH = 14  # tokens from an event to its place
LONGEST_NAME = 3  # words of a place
SCENE = frozenset(("scene", "spot", "site"))
KINDS = frozenset(("city", "town", "village", "place", "port", "suburb"))
POINTING = frozenset(("that", "this", "the", "his", "her", "its", "their"))
PHRASE = frozenset(("NOUN", "PROPN", "ADJ", "DET", "POSS", "REL", "SUBJ"))
NO_PLACES = frozenset(("person", "organisation", "body", "demonym", "role"))


def scene_claims(draft: Draft) -> list[Claim]:
    """Aspect scene: wording the place or the point of the compass, object the place that point is told from; predicate
    the event, near what it is told by (`Happened.coded`); qualifier deed, noun or scene; modifiers its words as
    printed; definite where it points back."""
    rows = []
    for token, sentence in draft.stated(AT | directions("point").keys() | KINDS):
        if sentence.last - sentence.first > LONGEST or token + 1 >= sentence.last:
            continue
        low = draft.analysis.lowers[token]
        rows += (_in_place if low in AT else _apposed if low in KINDS else _by_compass)(draft, sentence, token)
    return rows


def _in_place(draft: Draft, sentence: Sentence, token: int) -> list[Claim]:
    place, end = _place(draft, token + 1, sentence.last)
    if not place:
        return []
    how = "near" if draft.analysis.lowers[token] in ("near", "outside") else ""
    return _told(draft, sentence, token, end, place, how)


def _by_compass(draft: Draft, sentence: Sentence, token: int) -> list[Claim]:
    """ "crashed 12 miles north of Halden"."""
    if token + 2 >= sentence.last or draft.analysis.lowers[token + 1] != "of":
        return []
    place, end = _place(draft, token + 2, sentence.last)
    point = directions("point")[draft.analysis.lowers[token]]
    return _told(draft, sentence, token, end, point, place) if place else []


def _apposed(draft: Draft, sentence: Sentence, token: int) -> list[Claim]:
    """ "Cork, the city of her birth", "Cork, the town where she was born"."""
    analysis = draft.analysis
    if token < sentence.first + 3 or analysis.lowers[token - 1] != "the" or analysis.words[token - 2] != ",":
        return []
    first = token - 3
    while first > sentence.first and analysis.words[first - 1][0].isupper() and analysis.tags[first - 1] == "PROPN":
        first -= 1
    place, end = _place(draft, first, token - 2)
    happened: Happened | None = None
    if end == token - 2 and analysis.lowers[token + 1] == "of":
        happened = of_noun(draft, token + 2, min(sentence.last, token + 6))
    elif end == token - 2 and analysis.lowers[token + 1] == "where":
        verb = next((v for at in range(token + 2, min(sentence.last, token + 8)) if (v := verb_of(draft, at))), None)
        happened = of_verb(draft, verb, token + 2, verb.last) if verb is not None else None
    return _row(draft, sentence, (first, end), place, "", happened, "noun", True)


def _place(draft: Draft, first: int, limit: int) -> tuple[str, int]:
    """The place that is named at a token, and where its name ends; "" for people, bodies and times."""
    analysis = draft.analysis
    last = first
    while last < limit and last - first < LONGEST_NAME and analysis.tags[last] == "PROPN" and not is_time(draft, last):
        last += 1
    if last == first or not analysis.words[first][0].isupper() or (last < limit and analysis.tags[last] == "POSS"):
        return "", first
    start, end = analysis.starts[first], analysis.ends[last - 1]
    if any(one.kind in NO_PLACES for one in draft.names.entities_in(start, end)):
        return "", first
    return place_name(analysis.text[start:end]), last


def _told(draft: Draft, sentence: Sentence, token: int, end: int, wording: str, place: str) -> list[Claim]:
    """The claims of the events that stand before a place in its clause: a noun's, and its verb's."""
    analysis = draft.analysis
    left = max(segment(analysis, token)[0], token - REACH)
    rows: list[Claim] = []
    for at in range(token - 1, left - 1, -1):
        if analysis.tags[at] == "QUOTE" or analysis.words[at] in (";", ":"):
            break
        verb = verb_of(draft, at)
        if verb is not None:
            happened = of_verb(draft, verb, left, token) if not verb.infinitive else None
            begin = happened.first if happened is not None else at
            return rows + _row(draft, sentence, (begin, end), wording, place, happened, "deed", False)
        if at == token - 1 and analysis.lowers[at] in SCENE:
            empty = frozenset[str]()
            happened = Happened(frozenset(("scene",)), empty, empty, empty, empty, at, token)
            return _row(draft, sentence, (at - 1, end), wording, place, happened, "scene", True)
        if not rows and analysis.tags[at] in ("NOUN", "ING") and not is_time(draft, at):
            first = at
            while first > left and analysis.tags[first - 1] in PHRASE:
                first -= 1
            definite = analysis.lowers[first] in POINTING
            happened = of_noun(draft, at, token, True)
            rows = _row(draft, sentence, (first, end), wording, place, happened, "noun", definite)
    return rows


def _row(
    draft: Draft,
    sentence: Sentence,
    span: tuple[int, int],
    wording: str,
    place: str,
    happened: Happened | None,
    how: str,
    definite: bool,
) -> list[Claim]:
    if happened is None or happened.several:
        return []
    analysis = draft.analysis
    start, end = analysis.starts[span[0]], analysis.ends[span[1] - 1]
    voice = draft.voices(start, end)[0]
    if voice.polarity == "-" or voice.certainty != "certain":
        return []
    days = [time for time in draft.names.times_in(sentence.start, sentence.end) if time.grain in ("day", "daypart")]
    told = {(day.earliest, day.latest) for day in days}
    row = draft.claim(
        "scene",
        start,
        end,
        voice,
        event_days=told.pop() if len(told) == 1 else None,
        frame="calendar",
        predicate=min(happened.deeds),
        subject=" ".join(sorted(happened.theme)),
        object=place,
        wording=wording,
        qualifier=how,
        modifiers=tuple(analysis.lowers[span[0] : span[1]]),
        near=happened.coded("1"),
        definite=definite,
        context=tuple(sorted(set(content_words(analysis, sentence.first, sentence.last)))),
    )
    return [row]
