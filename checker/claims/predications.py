"""One verb group with its phrases, read as a proposition: who, what, where, when, and whether it is so."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

import msgspec

from checker.claims import phrases
from checker.claims.clause_days import event_of
from checker.claims.clauses import may_be_participle, place_of, segment, subject
from checker.claims.contraries import Contrary
from checker.claims.draft import Draft
from checker.claims.nouns import kind_of, noun_classes
from checker.claims.polarity import EVERYONE, negation_of, quantity_of, sparing
from checker.claims.rarity import NAME
from checker.claims.spans import Index
from checker.claims.status import status_of, statuses
from checker.language import Analysis, VerbGroup
from checker.language.morphology import singular
from checker.records import Span, Time


class Proposition(msgspec.Struct, frozen=True, gc=False):
    """Something said to be so: a verb or an event noun with its actor and theme."""

    start: int  # the verb group or noun
    end: int
    sentence: int
    predicate: str
    actor: str
    theme: str  # class of the theme's noun, else its lemma
    place: str
    status: str
    negated: bool
    first: int
    last: int
    text: str
    hedged: bool = False  # attributed or hedged: what "these reports" may mean
    told: bool = True  # of a finite verb, a perfect ("to have sent") or an event noun: no purpose ("to replenish")
    core: tuple[str, ...] = ()  # what it says, without adjuncts behind commas: content words, names as ids, sorted
    alleged: bool = False  # called alleged or reported: what "these allegations" means first
    event: Time | None = None
    quantity: str = ""  # of how many it tells: all none some other
    definite: bool = False  # its theme points back: "the deal"
    contrary: bool = False  # read off a verb or state that says yes or no to it ("rejected": not approved)
    who: tuple[str, ...] = ()  # the words of its actor and theme, sorted
    context: tuple[str, ...] = ()  # all words of its clause and of the "when ..." behind it, sorted


ALLEGED = frozenset(
    ("allegedly", "reportedly", "purportedly", "supposedly", "alleged", "reported", "purported", "supposed")
)
STATE_VERBS = frozenset(("be", "remain", "stay", "stand"))


class Predication:
    """A verb group with its phrases, for the propositions that are read off it."""

    def __init__(self, draft: Draft, group: VerbGroup, left: int, right: int) -> None:
        analysis = draft.analysis
        self.draft, self.group, self.left, self.right = draft, group, left, right
        sentence = analysis.sentences[group.sentence]
        self.limit = _circumstance(analysis, right, sentence.last)
        self.doer = (
            phrases.before(analysis, group.first, left)
            or _antecedent(analysis, group, sentence.first)
            or _accused(analysis, group, left)
        )
        presence = group.lemma == "be" and tells_presence(draft, group)
        follows = (
            None if presence or group.lemma in STATE_VERBS - {"be"} else phrases.after(analysis, group.last, right)
        )
        bare = follows is None and not (
            group.finite or group.passive
        )  # "to send": what precedes it is not what is sent
        self.theme = None if bare else self.doer if group.passive or follows is None else follows
        self.denied = negation_of(analysis, group, left, right)
        self.everyone = not EVERYONE.isdisjoint(analysis.lowers[left : group.first])

    def of(self, contrary: Contrary) -> set[int]:
        """The tokens of a verb or state and what belongs to it: "voted down", "was open"."""
        group = self.group
        own = set(range(group.first, group.last + max(len(contrary.behind), group.lemma in STATE_VERBS)))
        return own | {self.theme.head} if contrary.objects and self.theme else own  # "denied the charges"

    def proposition(self, predicate: str, own: Collection[int] = (), contrary: Contrary | None = None) -> Proposition:
        """The clause as a proposition; tokens of its `own` are what says the predicate, no part of the rest."""
        draft, group, left, right = self.draft, self.group, self.left, self.right
        analysis, doer, theme = draft.analysis, self.doer, self.theme
        about = contrary is not None and contrary.about_subject
        actor = None if group.passive or (about and group.lemma in STATE_VERBS) else doer
        behind = contrary.behind if contrary else ()
        object_ = (
            doer if about else (phrases.after(analysis, group.last + len(behind), right) if behind else None) or theme
        )
        acting = actor_in(draft, actor) if actor else ""
        capital = actor is not None and analysis.tags[actor.head] == "PROPN"
        if actor and capital and not acting and analysis.sentences[group.sentence].scope != "headline":
            acting = "name:" + analysis.lowers[actor.head]  # a name that only its capital shows
        if (
            not acting and object_ and not self.everyone
        ):  # "North Korean troops were sent": the actor is inside the theme
            acting = actor_in(draft, object_, inside=True)
        if not acting and group.infinitive and object_:
            acting = _party(subject_of(analysis, draft.names, group, left, object_))
        said = [*self._core(), *(range(right, self.limit) if self.denied else ())]
        inside = draft.content(group.start, group.end)
        return Proposition(
            start=group.start,
            end=group.end,
            sentence=group.sentence,
            predicate=predicate,
            actor=acting,
            theme=_theme_kind(draft, object_, right) if object_ else "",
            place=place_of(analysis, draft.names, left, right),
            status=self._status(),
            negated=bool(self.denied) or (contrary is not None and not contrary.positive),
            first=left,
            last=right,
            text=analysis.text[group.start : group.end],
            hedged=inside is not None,
            told=_told(analysis, group, left),
            core=words_of(draft, [t for t in said if t not in own and analysis.lowers[t] not in ALLEGED]),
            alleged=not ALLEGED.isdisjoint(analysis.lowers[max(left, group.first - 1) : group.last]),
            event=self._event(),
            quantity=self._quantity(actor, object_),
            definite=object_ is not None and _points_back(analysis, object_),
            contrary=contrary is not None,
            who=words_of(draft, [t for one in (doer, object_) if one for t in range(one.first, one.last)]),
            context=self._context(own, inside),
        )

    def _status(self) -> str:
        """What the verb says is done; who planned a bombing has planned it."""
        analysis, group = self.draft.analysis, self.group
        found = status_of(analysis, group, self.left, group.first, group.last)
        own = found == statuses("verb").get(group.lemma) and not (group.modal or group.infinitive)
        if own and self.theme is not None and self.theme is not self.doer:
            return "done" if group.tense == "past" or "perfect" in group.aspect else ""
        return found

    def _event(self) -> Time | None:
        """The day of what is told, where the clause gives one day."""
        names, analysis = self.draft.names, self.draft.analysis
        if not names.times:
            return None
        start, end = analysis.starts[self.left], analysis.ends[self.right - 1]
        days = [time for time in names.times_in(start, end) if time.type in ("DATE", "TIME")]
        return event_of(analysis, names, start, end, self.group) if len(days) == 1 else None

    def _context(self, own: Collection[int], inside: Span | None) -> tuple[str, ...]:
        """The words of the clause, without who says it, and the names before it in what is said."""
        draft = self.draft
        first, last = draft.analysis.sentences[self.group.sentence].first, self.limit
        if inside is not None:
            first = max(first, bisect_left(draft.analysis.starts, inside[0]))
            last = min(last, bisect_left(draft.analysis.starts, inside[1]))
        told = [t for t in range(max(self.left, first), last) if t not in own and t not in draft.timed]
        told.extend(t for t in range(first, self.left) if draft.words[t].startswith(NAME) and t not in draft.timed)
        return words_of(draft, told)

    def _quantity(self, actor: phrases.Phrase | None, theme: phrases.Phrase | None) -> str:
        analysis = self.draft.analysis
        if self.denied == "none":
            return "other" if sparing(analysis, self.left, self.right) else "none"
        if self.everyone:
            return "all"
        return quantity_of(analysis, actor) or quantity_of(analysis, theme)

    def _core(self) -> Iterator[int]:
        """The tokens of subject, verb and what follows it up to a comma or another verb."""
        analysis, group, doer = self.draft.analysis, self.group, self.doer
        last = group.last
        while last < self.right and analysis.tags[last] != "PUNCT":
            if last in analysis.verb_at and not (analysis.tags[last] == "ING" and analysis.tags[last - 1] == "DET"):
                break  # but not at "the bombing"
            last += 1
        yield from range(group.first, last)
        if doer is not None:  # and "a date for the trial": what depends on the noun, up to a mark or a verb
            behind = range(doer.last, group.first)
            end = next((t for t in behind if analysis.tags[t] == "PUNCT" or t in analysis.verb_at), group.first)
            yield from range(doer.first, max(doer.last, end))


CIRCUMSTANCE = frozenset(("when", "after", "as", "while", "where", "before"))


def _circumstance(analysis: Analysis, right: int, limit: int) -> int:
    """Where a clause ends with its "when a wall fell"."""
    if right < limit and analysis.lowers[right] in CIRCUMSTANCE:
        return min(limit, segment(analysis, right)[1])
    return right


POINTING = frozenset(("the", "this", "that", "these", "those"))


def _points_back(analysis: Analysis, phrase: phrases.Phrase) -> bool:
    """ "The deal", with nothing that tells it from another."""
    if phrase.last - phrase.first != 2 or analysis.lowers[phrase.first] not in POINTING:
        return False
    return phrase.last >= len(analysis.tags) or analysis.lowers[phrase.last] not in phrases.ATTACHING


def _antecedent(analysis: Analysis, group: VerbGroup, first: int) -> phrases.Phrase | None:
    """Whom "who" or "which" before the verb stands for, or who stands before an apposition ("Keller, 41, denied")."""
    token = group.first - 1
    if token > first and analysis.words[token] == ",":
        opening = token - 1
        while opening > first and analysis.words[opening] != "," and opening not in analysis.verb_at:
            opening -= 1
        return phrases.before(analysis, opening, first) if analysis.words[opening] == "," else None
    if token <= first or analysis.lowers[token] not in ("who", "which", "that"):
        return None
    if analysis.tags[token - 1] == "PUNCT":
        token -= 1
    return phrases.before(analysis, token, first)


def _accused(analysis: Analysis, group: VerbGroup, left: int) -> phrases.Phrase | None:
    """Whose deed "of planning" is: the object of "accused", the subject of "was accused"."""
    of = group.first - 1
    if group.finite or of <= left or analysis.lowers[of] not in ("of", "for"):
        return None
    above = analysis.verb_at.get(of - 1)
    if above is None:
        return phrases.before(analysis, of, left)
    doer = phrases.before(analysis, above.first, left) or _antecedent(analysis, above, left)
    return doer if above.passive else None


def words_of(draft: Draft, tokens: Sequence[int]) -> tuple[str, ...]:
    """The content words of some tokens, sorted; names as the ids of who acts."""
    return tuple(sorted({draft.words[token] for token in tokens} - {""}))


def _told(analysis: Analysis, group: VerbGroup, left: int) -> bool:
    """Does the group tell what happened?  No purpose, no gerund, no participle behind its noun ("filled with")."""
    if may_be_participle(analysis, group) and any(
        t in analysis.verb_at and analysis.verb_at[t].finite for t in range(left, group.first)
    ):
        return False
    return group.finite or "perfect" in group.aspect


def tells_presence(draft: Draft, group: VerbGroup) -> bool:
    """ "The troops were in Rome": a copula before a place tells of an arrival."""
    analysis = draft.analysis
    if group.last >= len(analysis.tags) or analysis.lowers[group.last] != "in":
        return False
    end = analysis.ends[min(group.last + 3, len(analysis.ends) - 1)]
    return any(e.kind in ("place", "country") for e in draft.names.entities_in(analysis.starts[group.last], end))


LOADS = frozenset(("shipment",))
LOAD_REACH = 8  # tokens behind "containers" in which their load is named


def _theme_kind(draft: Draft, theme: phrases.Phrase, right: int) -> str:
    """The kind of the theme; of containers and shipments, of what they hold ("containers filled with arms")."""
    kind = kind_of(theme.lemma)
    if kind in LOADS:
        analysis = draft.analysis
        for token in range(theme.last, min(right, theme.last + LOAD_REACH)):
            load = noun_classes().get(singular(analysis.lowers[token]), "")
            if analysis.tags[token] == "NOUN" and load and load not in ("person", *LOADS):
                return load
    return kind


def actor_in(draft: Draft, phrase: phrases.Phrase, inside: bool = False) -> str:
    """Who acts in a phrase; `inside` only who stands before its head ("North Korean" troops)."""
    analysis = draft.analysis
    end = analysis.starts[phrase.head] if inside else analysis.ends[phrase.last - 1]
    found = [e for e in draft.names.entities_in(analysis.starts[phrase.first], end) if e.end <= end]
    return next((_party(e.party or e.id) for e in found if e.kind != "place"), "")


def subject_of(analysis: Analysis, names: Index, group: VerbGroup, left: int, theme: phrases.Phrase) -> str:
    """The actor of an infinitive, by the verb above it."""
    found = subject(analysis, names, group, left, theme.first, theme.last, False)
    return found if ":" in found else ""


def _party(known: str) -> str:
    """A country that acts is its government."""
    return "gov:" + known.removeprefix("country:") if known.startswith("country:") else known


def is_hedged(draft: Draft, start: int, end: int) -> bool:
    return bool(draft.contents.covering(start, end))
