"""How many, at most, and which by name: "has visited only two cities" and "visited Lyon, Nice and Lille"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from checker.claims import phrases
from checker.claims.constructions.lists.items import INSIDE, JOINS, named, nearest
from checker.claims.draft import Draft
from checker.claims.themes import names
from checker.entities.gazetteer import first_names
from checker.language import VerbGroup
from checker.language.lexicon import items, table
from checker.records import Claim

PLACES = frozenset(("place", "country", "city"))
# What stands behind a count of all there are.
ENDS = frozenset((".", ",", ";", "!", "?", "and", "but", "since", "so", "”", '"', ")"))
FEWEST = 2  # names of a list


@cache
def kinds() -> dict[str, str]:
    """Noun → kind of the names that it counts, of listed_kinds.tsv."""
    return {noun: row["kind"] for row in table("listed_kinds") for noun in items(row["nouns"])}


def listing_claims(draft: Draft) -> list[Claim]:
    """Aspect listing: predicate the verb, subject and modifiers who acts, kind of what, value how many; qualifier
    "limit" where the text gives a number that is not passed, "list" where it gives names, of which there may be more.
    Reads the figure and statement claims made before."""
    rows = []
    for claim in tuple(draft.claims):
        made = _limit(draft, claim) if claim.aspect == "figure" else _list(draft, claim)
        rows += [made] if made is not None else []
    return rows


def _limit(draft: Draft, claim: Claim) -> Claim | None:
    """ "only two cities", "no more than two cities", with nothing behind that narrows them."""
    kind = kinds().get(claim.counted, "person" if claim.counted_class == "person" else "")
    only = claim.qualifier == "only" and not claim.hedge
    value = claim.value if only else claim.most if claim.least is None else None
    if not kind or value is None or claim.kind != "cardinal" or claim.modifiers:
        return None
    analysis = draft.analysis
    sentence = analysis.sentences[claim.sentence]
    token, behind = analysis.tokens_of(claim.start, claim.end)
    while behind < sentence.last and analysis.tags[behind] == "NOUN":
        behind += 1
    if behind < sentence.last and analysis.lowers[behind] not in ENDS:
        return None
    verb = _verb_before(draft, sentence.first, token)
    if verb is None or not set(analysis.tags[verb.last : token]) <= {"ADV", "NUM", "NOUN", "CONJ"}:
        return None
    return _claim(draft, claim, verb, claim.start, claim.end, "limit", kind, value)


def _verb_before(draft: Draft, first: int, token: int) -> VerbGroup | None:
    at = next((at for at in range(token - 1, first, -1) if draft.analysis.verb_at.get(at) is not None), None)
    return None if at is None else draft.analysis.verb_at[at]


def _list(draft: Draft, claim: Claim) -> Claim | None:
    """The names right behind the verb of a statement, where all are of one kind."""
    if claim.aspect != "statement" or claim.polarity != "+" or claim.kind:
        return None
    analysis = draft.analysis
    verb = analysis.verb_at.get(analysis.token_at(claim.start))
    if verb is None:
        return None
    last = end = verb.last
    limit = analysis.sentences[claim.sentence].last
    while end < limit and (
        analysis.words[end][0].isupper() or analysis.words[end] == "," or analysis.lowers[end] in (*INSIDE, *JOINS)
    ):
        end += 1
    while end > last and (analysis.words[end - 1] == "," or analysis.lowers[end - 1] in (*INSIDE, *JOINS)):
        end -= 1
    found = nearest(analysis, named(analysis, last, end), 0)
    kind, count = _kind(draft, found)
    if not kind or count < FEWEST:
        return None
    return _claim(draft, claim, verb, found[0][0], found[-1][1], "list", kind, float(count))


def _kind(draft: Draft, spans: list[tuple[int, int]]) -> tuple[str, int]:
    """The kind that most of the names are of, twice as many as are of another, and how many names there are."""
    told = [next(iter(_kinds(draft, *span)), "") for span in spans]
    votes = Counter("place" if kind in PLACES else kind for kind in told if kind)
    if not votes:
        return "", 0
    (kind, most), *others = votes.most_common()
    if others and 2 * others[0][1] > most:
        return "", 0
    return kind, len(spans)


def _kinds(draft: Draft, start: int, end: int) -> Iterator[str]:
    """What the name may be: as the text has it, or as English knows it."""
    text = draft.analysis.text[start:end]
    for entity in draft.names.entities_in(start, end):
        if entity.start == start and entity.end == end and entity.kind in (*PLACES, "person"):
            yield entity.kind
    if text in first_names() and not first_names()[text][1]:
        yield "person"


def _claim(
    draft: Draft, claim: Claim, verb: VerbGroup, start: int, end: int, how: str, kind: str, value: float
) -> Claim | None:
    """The claim of a verb in the active that says that something is so."""
    if not verb.finite or verb.passive or verb.negated or verb.modal or verb.tense == "future":
        return None
    analysis = draft.analysis
    actor = phrases.before(analysis, verb.first, analysis.sentences[claim.sentence].first)
    named_ = tuple(sorted(names(draft, actor.first, actor.last))) if actor is not None else ()
    if not named_ and not claim.subject:
        return None
    return draft.claim(
        "listing",
        start,
        end,
        draft.voices(start, end)[0],
        subject=claim.subject,
        predicate=verb.lemma,
        modifiers=named_,
        place=claim.place,
        event_days=(claim.event_earliest, claim.event_latest),
        frame=claim.frame,
        status=claim.status,
        kind=kind,
        qualifier=how,
        value=value,
        low=value,
        high=value if how == "limit" else None,
        least=value if how == "list" else None,
        most=value if how == "limit" else None,
        counted_text=analysis.text[verb.start : end],
    )
