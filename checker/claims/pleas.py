"""Deeds that a text tells as done, and that those who did them deny: "the brothers set fire to the mill ... both men
have pleaded not guilty".

The deed counts only where no sentence before or beside it is given to anybody: what prosecutors tell goes on over
sentences.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import msgspec

from checker.claims import phrases
from checker.claims.deeds import deed_of, is_told, nouns, settled
from checker.claims.draft import Draft, Voice
from checker.claims.holders import Holder, named_before, of_phrase
from checker.claims.propositions import unmarked
from checker.language import VerbGroup
from checker.language.lexicon import word_class
from checker.language.morphology import singular
from checker.records import Claim

PRONOUNS = frozenset(("he", "she", "they", "both"))
BEHIND = 7  # tokens behind a verb in which what is denied stands
NAMED = 4  # tokens before it that name who denies
GIVEN = 4  # sentences over which what somebody tells may go on
ALL = ""  # a plea to whatever is charged
words = partial(word_class, "deed_words")


class Plea(msgspec.Struct, frozen=True):
    """Who denies, which class of deeds (all, where it does not say), and the tokens."""

    whom: Holder
    several: bool
    kind: str
    first: int
    last: int
    source: str


def plea_claims(draft: Draft) -> list[Claim]:
    """Aspect statement, kind "plea": predicate the class of the deed; subject, object and qualifier who did it or
    denies it; polarity "-" for the denial."""
    if draft.places.keys().isdisjoint(words("denying")) or settled(draft):
        return []
    deeds = list(_deeds(draft))
    pleas = [*_pleas(draft), *_denials(draft)] if deeds else []
    kinds = {kind for _, kind, _, _ in deeds}
    rows: list[Claim] = []
    for plea in pleas:
        voice = Voice(source=plea.source, source_id=plea.whom.id, polarity="-", cue="deny")
        for kind in sorted(kinds if plea.kind == ALL else kinds & {plea.kind}):
            rows.append(_row(draft, plea.first, plea.last, voice, kind, plea.whom, plea.several))
    if rows:
        for group, kind, whom, several in deeds:
            rows.append(_row(draft, group.first, group.last, Voice(), kind, whom, several))
    return rows


def _deeds(draft: Draft) -> Iterator[tuple[VerbGroup, str, Holder, bool]]:
    """The deeds that the article tells itself, with who did them."""
    analysis = draft.analysis
    given = {analysis.sentence_at(one.cue_spans[0][0]) for one in draft.attributions if one.cue_spans and one.source}
    for group in (*analysis.verb_groups, *unmarked(draft)):
        kind = deed_of(draft, group)
        if not kind or draft.telling(group.start) is None or not is_told(draft, group):
            continue
        if not given.isdisjoint(range(group.sentence - GIVEN, group.sentence + 2)):
            continue
        who = _subject(draft, group)
        if who is not None:
            yield group, kind, who[0], who[1]


def _pleas(draft: Draft) -> Iterator[Plea]:
    """ "Have pleaded not guilty", "denies arson", "maintains his innocence"."""
    analysis = draft.analysis
    for group in analysis.verb_groups:
        if group.lemma not in words("pleading") or group.modal or draft.telling(group.start) is None:
            continue
        behind = analysis.lowers[group.last : group.last + BEHIND]
        if group.lemma == "plead":
            said = analysis.lowers[group.head + 1 : group.head + 3]
            kind = ALL if said == ["not", "guilty"] or said[:1] == ["innocent"] else None
        else:
            kind = ALL if "innocence" in behind and not group.negated else None
        who = _subject(draft, group) if kind is not None else None
        if kind is not None and who is not None:
            first = max(analysis.sentences[group.sentence].first, group.first - NAMED)
            source = analysis.text[analysis.starts[first] : group.start].strip(" ,.")
            yield Plea(*who, kind, group.first, group.last, source)


def _denials(draft: Draft) -> Iterator[Plea]:
    """ "Hart, 58, denies theft", "the pair deny all charges"."""
    analysis = draft.analysis
    for one in draft.attributions:
        if one.cue != "deny" or not (one.source_spans and one.content_spans):
            continue
        begin = analysis.tokens_of(*one.content_spans[0])[0]
        said = [singular(low) for low in analysis.lowers[begin : begin + BEHIND]]
        kinds = [nouns()[low] for low in said if low in nouns()]
        if not kinds and words("charge").isdisjoint(said):
            continue
        first, last = analysis.tokens_of(*one.source_spans[0])
        comma = next((token for token in range(first, last) if analysis.words[token] == ","), last)
        who = (named_before(draft, first, analysis.lowers[first]), analysis.lowers[first] == "they")
        if analysis.lowers[first] not in PRONOUNS:
            found = phrases.before(analysis, comma, first)
            if found is None:
                continue
            who = _told_by(draft, found, first)
        cue = analysis.tokens_of(*one.cue_spans[0])
        yield Plea(*who, kinds[0] if kinds else ALL, *cue, one.source)


def _told_by(draft: Draft, found: phrases.Phrase, first: int) -> tuple[Holder, bool]:
    """Whom a phrase means, and whether it is several."""
    head = draft.analysis.lowers[found.head]
    holder = of_phrase(draft, found, first)
    known = msgspec.structs.replace(holder, noun=found.lemma)
    return holder if holder.kind == "none" else known, singular(head) != head or found.lemma in words("group")


def _subject(draft: Draft, group: VerbGroup) -> tuple[Holder, bool] | None:
    """Who does what a verb tells, and whether they are several."""
    analysis = draft.analysis
    first = analysis.sentences[group.sentence].first
    token = group.first - 1
    while token > first and analysis.tags[token] == "ADV":
        token -= 1
    low = analysis.lowers[token]
    if low in PRONOUNS:
        return named_before(draft, token, low), low in ("they", "both")
    found = phrases.before(analysis, token + 1, first)
    if found is None and analysis.words[token] == ",":  # "Hart, 58, denies"
        opening = next((t for t in range(token - 1, first, -1) if analysis.words[t] == ","), token)
        found = phrases.before(analysis, opening, first)
    return _told_by(draft, found, first) if found is not None else None


def _row(
    draft: Draft, first: int, last: int, voice: Voice, kind: str, whom: Holder, several: bool
) -> Claim:
    starts, ends = draft.analysis.starts, draft.analysis.ends
    return draft.claim(
        "statement",
        starts[first],
        ends[last - 1],
        voice,
        predicate="plea:" + kind,
        kind="plea",
        subject=whom.id if whom.kind == "known" else "",
        object=whom.noun,
        qualifier="several" if several else whom.kind,
        wording=kind,
    )
