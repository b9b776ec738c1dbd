"""One claim a figure and source: what is counted, what is said of it, by whom, of when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from checker import patterns
from checker.claims import phrases
from checker.claims.clauses import ACTORS, Clause, actor_id, clause_of, noun_verbs
from checker.claims.draft import Draft
from checker.claims.nouns import HOLLOW, counting_nouns, implied_counts, kin
from checker.claims.qualifiers import (
    DEFINITE,
    LINKS,
    NEAR,
    OPENING,
    is_difference,
    joined,
    of_all_kinds,
    own_qualifier,
    qualifier_of,
)
from checker.claims.relatives import relative_of, said_with
from checker.claims.sameness.counterparts import sides
from checker.claims.states import INHABITED_BY, count_of, lives_in, state_of
from checker.claims.words import content_words
from checker.language import Analysis
from checker.language.morphology import singular, verb_class, verb_forms
from checker.quantities import units
from checker.quantities.nouns import stops
from checker.records import Claim, Quantity


def figure_claims(draft: Draft, quantities: Sequence[Quantity]) -> list[list[Claim]]:
    """The claims of each quantity, in the order of `quantities`: one a source, or none."""
    return [_claims(draft, quantity) for quantity in quantities]


def adopt_voices(draft: Draft) -> None:
    """A headline or narration that repeats a figure of one source's, and of no other's, speaks with its voice."""
    told: dict[tuple[object, ...], set[tuple[str, str, str]]] = defaultdict(set)
    for claim in draft.claims:
        if claim.aspect == "figure" and claim.source:
            for exactly in (True, False):
                told[_figure(claim, exactly)].add((claim.source, claim.source_id, claim.party))
    for number, claim in enumerate(draft.claims):
        if claim.aspect != "figure" or claim.source:
            continue
        # a headline leaves noun and verb out; the body must repeat them
        voices = told.get(_figure(claim, claim.scope not in ("headline", "standfirst")), set())
        if len({party for _, _, party in voices}) == 1:
            source, source_id, party = min(voices)
            draft.claims[number] = msgspec.structs.replace(claim, source=source, source_id=source_id, party=party)


def _figure(claim: Claim, exactly: bool) -> tuple[object, ...]:
    kept = (claim.counted, claim.predicate, claim.thing.rpartition(" ")[2]) if exactly else ()
    return claim.dimension, claim.counted_class, claim.low, claim.high, claim.status in ("planned", "promised"), *kept


def _claims(draft: Draft, quantity: Quantity) -> list[Claim]:
    analysis = draft.analysis
    if quantity.kind in ("money", "percent") and quantity.counted and quantity.counted.start == quantity.end + 1:
        quantity = msgspec.structs.replace(quantity, counted=None)  # "a £2m contract": `thing` says what it is of
    if quantity.counted and quantity.counted.text == "times":
        quantity = msgspec.structs.replace(quantity, counted=None)  # "shot three times": the verb says what was done
    hyphen = analysis.text[quantity.end : quantity.end + 1] == "-"
    if hyphen and quantity.counted and not stops("telling").isdisjoint(quantity.counted.modifiers[:1]):
        return []  # a four-way race is no four races
    end = max(quantity.end, quantity.counted.end if quantity.counted else 0)
    first, last = analysis.tokens_of(quantity.start, end)
    noun = quantity.counted.head if quantity.counted else ""
    clause = clause_of(analysis, draft.names, first, last, noun)
    actor = _actor(draft, quantity, clause)
    definite = is_definite(analysis, first)
    taking_up = definite and not picked_out(analysis, last)
    amount = without_rate(quantity)
    thing = thing_of(analysis, clause, quantity, first, last)
    context = context_of(analysis, quantity.start, end)
    near = near_words(analysis, clause, first, last)
    amount = exceeding(analysis, amount, first)
    predicate, counted_class = clause.predicate, quantity.counted.noun_class if quantity.counted else ""
    counting = "" if quantity.dimension else count_of(analysis, first, last)
    state = counting or (state_of(analysis, clause, first, last) if not quantity.dimension else "")
    behind = analysis.lowers[min(last, len(analysis.lowers) - 1)] == "the"  # "to 41 the number killed"
    if counting in implied_counts() and (behind or noun in UNCOUNTED):
        predicate, noun = counting, implied_counts()[counting]
        thing = counted_class = noun  # "two more bodies, raising to 41 the number killed"
    elif state and noun not in counting_nouns():
        predicate = state
        if quantity.counted is None:
            counted_class = _implied(quantity, clause, state)
    elif not quantity.dimension and noun in ("", "person") and lives_in(analysis, first):
        predicate, noun, counted_class = INHABITED_BY, "person", "person"
    elif quantity.counted is None and _watched(analysis, first):
        predicate, counted_class = "attend", "person"
    elif quantity.counted is None:
        counted_class = _implied(quantity, clause)
    elif noun in counting_nouns():
        predicate, counted_class = counting_nouns()[noun]
        noun = thing = counted_class  # "12 deaths" are 12 people
    told = relative_of(analysis, last) if definite else None
    deed, status = predicate, clause.status
    if told is not None:  # "will spend the $45,000 she won": the amount that she won
        taken = told.passive and told.lemma == "give" and analysis.tags[last] == "SUBJ"
        deed = "receive" if taken else verb_class(told.lemma)
        status = "done" if told.tense == "past" or "perfect" in told.aspect else ""
        if quantity.counted is None and analysis.lowers[last] == "who" and not quantity.dimension:
            noun = thing = counted_class = "person"  # "of the 18 who started"
    elif quantity.dimension == "time" and noun and (done := verb_of(noun)):
        deed = done  # "after 17 hours of negotiations"
    picked = own_qualifier(analysis, quantity) or ("total" if counting else "")
    all_of = picked == "some" and analysis.lowers[max(0, first - 1)] == "all" and not picked_out(analysis, last)
    if all_of and (quantity.value or 0.0) > SMALL:
        picked = ""  # "all 460 of the workers"
    if quantity.dimension != "percent" and is_difference(analysis, clause, first, counted_class):
        picked = "offset"
    return [
        draft.claim(
            "figure",
            quantity.start,
            quantity.end,
            voice,
            subject=actor or ("" if counting else clause.subject),
            predicate=deed,
            object=clause.object,
            place=clause.place,
            counted=noun,
            counted_text=quantity.counted.text if quantity.counted else "",
            counted_class=counted_class,
            modifiers=quantity.counted.modifiers if quantity.counted else (),
            qualifier=picked
            or qualifier_of(analysis, clause, first, definite)
            or joined(analysis, first)
            or of_all_kinds(analysis, quantity, first, clause.first),
            kind="ordinal" if analysis.lowers[max(0, first - 1)] in NUMBERED else quantity.kind,
            hedge=quantity.hedge,
            value=quantity.value,
            low=quantity.low,
            high=quantity.high,
            low_closed=quantity.low_closed,
            high_closed=quantity.high_closed,
            unit=quantity.unit + (f" per {quantity.rate}" if quantity.rate else ""),
            dimension=amount.dimension,
            least=amount.least,
            most=amount.most,
            rate=quantity.rate,
            thing=thing,
            change=quantity.change,
            event=clause.event,
            status=status,
            polarity="-" if clause.negated and told is None else "+",
            context=context,
            wording=score_of(quantity),
            near=near,
            definite=definite,
            taking_up=taking_up,
            relative=() if told is None else (deed, *said_with(analysis, told)),
            framed=bool(clause.place) and is_framed(draft, quantity.start, clause.place),
            opening=opening(draft, quantity.start),
        )
        for voice in draft.voices(quantity.start, end)
    ]


SMALL = 10  # "all three of the parties" may be any three
UNCOUNTED = frozenset(("", "person", "dead", "killed", "number", "toll"))  # a bare figure, by the noun it may be given


def verb_of(noun: str) -> str:
    """The predicate of a noun that names a deed: talks, negotiation, deliberation; "" for any other."""
    stem = noun.removesuffix("ation")
    verb = f"{stem}ate" if stem != noun else ""
    return noun_verbs().get(noun, "") or (verb_class(verb) if verb in verb_forms() or verb.endswith("ate") else "")


def _watched(analysis: Analysis, first: int) -> bool:
    """ "in front of 14,216": a bare figure there is a crowd."""
    return tuple(analysis.lowers[max(0, first - 3) : first]) == ("in", "front", "of")


def _implied(quantity: Quantity, clause: Clause, predicate: str = "") -> str:
    whole = quantity.kind == "cardinal" and not quantity.unit and (quantity.value or 0.5).is_integer()
    return implied_counts().get(predicate or clause.predicate, "") if whole else ""


def _actor(draft: Draft, quantity: Quantity, clause: Clause) -> str:
    """The country or organisation inside the counted phrase: "1,500 North Korean troops"."""
    if quantity.counted is None:
        return ""
    inside = draft.names.entities_in(quantity.counted.start, quantity.counted.end)
    return next((actor_id(e) for e in inside if e.kind in ACTORS and e.kind != "person"), "")


def context_of(analysis: Analysis, start: int, end: int) -> tuple[str, ...]:
    """The content words of the sentence, without those of the span itself, sorted."""
    sentence = analysis.sentences[analysis.sentence_at(start)]
    left, right = analysis.tokens_of(start, end)
    words = content_words(analysis, sentence.first, left) + content_words(analysis, right, sentence.last)
    return tuple(sorted(set(words)))


DASHES = patterns.compile(r"\s*[-‐‑–—]\s*|\s+to\s+")


def score_of(quantity: Quantity) -> str:
    """A score with the greater number first: "1-3" and "3-1" tell one result."""
    if quantity.kind != "score":
        return ""
    parts = DASHES.split(quantity.numeral)
    return "-".join(sorted(parts, key=lambda part: -int(part) if part.isdigit() else 0))


class Amount(msgspec.Struct, frozen=True):
    dimension: str
    least: float | None
    most: float | None


def without_rate(quantity: Quantity) -> Amount:
    """Money "a barrel" or "a year" as money: the rate is told apart by `rate`, and a headline leaves it out."""
    if not quantity.rate or not quantity.dimension.startswith("money:"):
        return Amount(quantity.dimension, quantity.least, quantity.most)
    rated, plain = units.named(quantity.unit), units.named(quantity.unit.partition(" per ")[0])
    scale = plain.factor / rated.factor if rated.factor else 1.0
    least = None if quantity.least is None else quantity.least * scale
    most = None if quantity.most is None else quantity.most * scale
    return Amount(quantity.dimension.partition("/")[0], least, most)


# Verbs whose object is a mark that was left behind: "cases pass 8,000"; those that nothing but a figure follows
# ("exceeded", "topped") are hedges of the figure itself (hedges.tsv).
PASSING = frozenset(("pass", "passes", "passed", "passing", "top", "tops", "surpasses", "surpassing"))


def exceeding(analysis: Analysis, amount: Amount, first: int) -> Amount:
    """An amount that was passed is a lower bound."""
    if not first or analysis.lowers[first - 1] not in PASSING or amount.least is None:
        return amount
    return msgspec.structs.replace(amount, most=None)


# Verbs whose subject is what the figure measures: "revenue fell 5%", "the toll reached 40", "the house cost £1m".
MEASURING = frozenset(
    ("grow", "fall", "cost", "worth", "reach", "total", "stand", "be", "measure", "rise", "hit", "remain", "exceed")
)
THING_REACH = 3  # tokens between the noun and its figure: "the threshold to as much as"


def thing_of(analysis: Analysis, clause: Clause, quantity: Quantity, first: int, last: int) -> str:
    """The noun that the figure is an amount of: what it counts, what stands beside it, or the measured subject."""
    if quantity.counted is not None and not quantity.dimension:
        return quantity.counted.head
    last = _behind_brackets(analysis, last)
    follows = phrases.after(analysis, last, min(clause.last, last + 5)) if last < clause.last else None
    if follows is not None and analysis.tags[last] in ("NOUN", "ADJ") and follows.first == last:
        return follows.lemma
    token = first - 1
    for _ in range(THING_REACH):
        if token <= clause.first or (
            analysis.lowers[token] not in LINKS and analysis.tags[token] not in ("DET", "ADV", "ADJ")
        ):
            break
        token -= 1
    token = _of_place(analysis, token, clause.first)
    if token < first - 1 and token >= clause.first and analysis.tags[token] in ("NOUN", "PROPN"):
        return _told(analysis, token, clause.first)
    verb = clause.verb
    if verb is not None and not clause.is_subject and verb_class(verb.lemma) in MEASURING:
        doer = phrases.before(analysis, verb.first, clause.first)
        if doer is not None:
            return _told(analysis, doer.head, clause.first)
    return quantity.counted.head if quantity.counted is not None else ""


def _of_place(analysis: Analysis, token: int, left: int) -> int:
    """The noun that a name of a place hangs on: "the price of a flat sold in Halden was ..."; else the token itself."""
    at = token
    while at > left and analysis.tags[at] == "PROPN":
        at -= 1
    if at == token or analysis.lowers[at] not in PLACED:
        return token
    at -= 1
    while at > left and analysis.tags[at] in ("PART", "ADV"):
        at -= 1
    if at > left and analysis.verb_at.get(at) is not None and analysis.tags[at - 1] == "NOUN":
        at -= 1
    return at if at >= left and analysis.tags[at] == "NOUN" else token


PLACED = frozenset(("in", "at", "near", "across", "outside"))


def _told(analysis: Analysis, head: int, left: int) -> str:
    """The lemma of a noun; of a hollow one with the noun or owner before it: "vacancy rate", "norland rate"."""
    lemma = singular(analysis.lowers[head])
    token = head - 1
    while token > left and analysis.tags[token] == "POSS":
        token -= 1
    if lemma not in HOLLOW or token < left:
        return lemma
    word = singular(analysis.lowers[token])
    tells = analysis.tags[token] in ("NOUN", "PROPN") or word in kin() or word in sides()
    return f"{word} {lemma}" if tells else lemma


CONVERSION = 8  # tokens that brackets behind a figure may hold: "a $10bn (£5.2bn) bid"


def _behind_brackets(analysis: Analysis, token: int) -> int:
    if token < len(analysis.lowers) and analysis.lowers[token] == "(":
        for end in range(token + 1, min(token + CONVERSION, len(analysis.lowers) - 1)):
            if analysis.lowers[end] == ")":
                return end + 1
    return token


PICKING = frozenset(("PREP", "REL", "TO", "ING", "PART", "SUBJ", "PRON", "DET", "PROPN", "NOUN", "ADJ"))


def picked_out(analysis: Analysis, last: int) -> bool:
    """Does what stands behind the noun say which of them: "the 14 in the north", "the three men who fled"?"""
    return last < len(analysis.tags) and analysis.tags[last] in PICKING and last not in analysis.verb_at


def is_definite(analysis: Analysis, first: int) -> bool:
    """Does a definite determiner stand before the figure, but for adjectives: "the first three", "their new 20"?"""
    token = first - 1
    while token > 0 and analysis.tags[token] == "ADJ":
        token -= 1
    return token >= 0 and (analysis.lowers[token] in DEFINITE or analysis.tags[token] == "POSS")


FRAMES = frozenset(("in", "at", "across", "near", "around", "outside", "inside", "on"))
FRAME = 6  # tokens that an opening phrase of place may have


def is_framed(draft: Draft, start: int, place: str) -> bool:
    """Does the sentence open with a phrase that names the place?"""
    analysis = draft.analysis
    sentence = analysis.sentences[analysis.sentence_at(start)]
    last = min(sentence.last, sentence.first + FRAME) - 1
    if analysis.lowers[sentence.first] not in FRAMES:
        return False
    return any(entity.id == place for entity in draft.names.entities_in(sentence.start, analysis.ends[last]))


def opening(draft: Draft, start: int) -> str:
    """The value of a month, quarter or year that the sentence opens with."""
    analysis = draft.analysis
    sentence = analysis.sentences[analysis.sentence_at(start)]
    last = min(sentence.last, sentence.first + OPENING) - 1
    for time in draft.names.times_in(sentence.start, analysis.ends[last]):
        if time.grain in PERIODS and time.type == "DATE" and time.start < start:
            return time.value
    return ""


PERIODS = frozenset(("month", "quarter", "half", "season", "year", "decade"))


# "number two", "level 3": a rank or a label, not a count
NUMBERED = frozenset(
    ("number", "no", "level", "stage", "phase", "chapter", "part", "group", "division", "grade", "tier", "channel")
)


def near_words(analysis: Analysis, clause: Clause, first: int, last: int) -> tuple[str, ...]:
    """The content words of the clause within a few tokens of the figure, sorted."""
    left, right = max(clause.first, first - NEAR), min(clause.last, last + NEAR)
    return tuple(sorted(set(content_words(analysis, left, first) + content_words(analysis, last, right))))
