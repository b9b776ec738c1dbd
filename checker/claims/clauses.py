"""Which verb governs a figure, who does it, to whom, where and when: reading the clause round a span of tokens."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

import msgspec

from checker.claims import phrases
from checker.claims.clause_days import antecedent, event_of
from checker.claims.nouns import PARTS
from checker.claims.spans import Index
from checker.claims.status import status_of
from checker.kept import kept
from checker.language import Analysis, VerbGroup
from checker.language.lexicon import items, table
from checker.language.morphology import singular, verb_class
from checker.records import Entity, Time

BREAKS = frozenset(";:—–()[]")
PLACE_PREPOSITIONS = frozenset(
    ("in", "at", "to", "into", "near", "across", "on", "inside", "outside", "around", "off", "from", "through", "along")
)
STRICT_PREPOSITIONS = frozenset(("in", "at", "near", "outside"))
# A copula says nothing of its own: "the toll is 12".
EMPTY_VERBS = frozenset(("be", "have", "do", "become", "remain", "seem", "appear", "stand", "put", "include"))


# Verbs that tell how many, not what happened: "the toll reached 12".
COUNTING = frozenset(
    ("rise", "reach", "put", "climb", "say", "report", "estimate", "jump", "pass", "exceed", "top", "hit")
)


class Clause(msgspec.Struct, frozen=True):
    """What the words round a figure or predicate say of it; unknown is "" or None."""

    verb: VerbGroup | None
    predicate: str = ""
    subject: str = ""  # Entity.id or lemma of the head
    object: str = ""
    place: str = ""
    status: str = ""
    negated: bool = False
    first: int = 0  # tokens of the clause
    last: int = 0
    event: Time | None = None
    is_subject: bool = False  # the span stands before its verb
    restricted: bool = False  # "20 people arrested in Rome were charged": a participle picks some out


@cache
def noun_verbs() -> dict[str, str]:
    """Nouns that name an event → the predicate class of its verb ("closure" → close), of `event_nouns.tsv`."""
    return {row["noun"]: row["class"] for row in table("event_nouns")}


@cache
def verb_phrases() -> dict[str, list[tuple[str, str, int]]]:
    """Verb → its nouns, the predicate class they make with it, and their reach, of `verb_phrases.tsv`."""
    found: dict[str, list[tuple[str, str, int]]] = {}
    for row in table("verb_phrases"):
        found.setdefault(row["verb"], []).append((row["noun"], row["class"], int(row["reach"])))
    return found


def phrase_class(analysis: Analysis, verb: VerbGroup, right: int) -> str:
    """The predicate class of a verb with the noun behind it ("claimed 12 lives"); "" where it has its own."""
    for noun, predicate, reach in verb_phrases().get(verb.lemma, ()):
        if any(singular(low) == noun for low in analysis.lowers[verb.last : min(right, verb.last + reach)]):
            return predicate
    return ""


def segment(analysis: Analysis, token: int, number: int | None = None) -> tuple[int, int]:
    """The tokens (last exclusive) of the clause-like stretch round `token`: between strong punctuation, quotation
    marks, and conjunctions that open a clause with a verb of its own.  `number` is its sentence, where it is known."""
    if number is None:
        number = analysis.sentence_at(analysis.starts[token])
    firsts, lasts = analysis.stretches.get(number) or _stretches(analysis, number)
    at = max(0, bisect_right(firsts, token) - 1)
    return firsts[at], max(lasts[at], token + 1)


def _stretches(analysis: Analysis, number: int) -> tuple[list[int], list[int]]:
    sentence = analysis.sentences[number]
    tags, words = analysis.tags, analysis.words
    firsts, lasts = [sentence.first], []
    for token, tag in enumerate(tags[sentence.first : sentence.last], sentence.first):
        breaks = tag == "QUOTE" or (tag == "PUNCT" and words[token] in BREAKS)
        if breaks or (tag in OPENERS and token > firsts[-1] and _opens(analysis, token, sentence.last)):
            lasts.append(token)
            firsts.append(token + 1 if breaks else token)
    lasts.append(sentence.last)
    analysis.stretches[number] = firsts, lasts
    return firsts, lasts


OPENERS = frozenset(("SUB", "REL", "CONJ", "PREP"))


def _opens(analysis: Analysis, token: int, limit: int) -> bool:
    """Does a clause of its own open at this token?"""
    tag = analysis.tags[token]
    if tag == "SUB" or (tag == "REL" and analysis.lowers[token] in ("who", "which", "that", "what")):
        return True
    low = analysis.lowers[token]
    if tag == "CONJ" and low in ("and", "but", "or"):
        # "and" before a subject and a finite verb, or straight before a finite verb, opens a clause
        ahead = token + 1
        for _ in range(5):
            if ahead >= limit or analysis.tags[ahead] in ("PUNCT", "QUOTE", "PREP", "CONJ"):
                return False
            group = analysis.verb_at.get(ahead)
            if group is not None:
                return group.finite
            ahead += 1
        return False
    return (
        tag == "PREP" and low in ("after", "before", "since", "as", "until") and _verb_soon(analysis, token + 1, limit)
    )


def _verb_soon(analysis: Analysis, token: int, limit: int) -> bool:
    for ahead in range(token, min(limit, token + 8)):
        if analysis.tags[ahead] in ("PUNCT", "QUOTE", "PREP"):
            return False
        group = analysis.verb_at.get(ahead)
        if group is not None:
            return group.finite or group.first == token
    return False


def clause_of(analysis: Analysis, names: Index, first: int, last: int, noun: str = "") -> Clause:
    """The clause of tokens first..last (exclusive): a figure with its counted noun, or a name."""
    left, right = segment(analysis, first)
    right = max(right, last)
    verb, is_subject, restricted = _governor(analysis, left, right, first, last)
    event_noun = _event_noun(analysis, left, right, first, last, noun)
    predicate = ""
    if verb is not None and verb.lemma not in EMPTY_VERBS:
        predicate = phrase_class(analysis, verb, right) or verb_class(verb.lemma)
    if event_noun and (not predicate or verb is None or verb.lemma in COUNTING):
        predicate = event_noun
    start, end = analysis.starts[left], analysis.ends[right - 1]
    doer = subject(analysis, names, verb, left, first, last, is_subject)
    return Clause(
        verb,
        predicate,
        doer,
        _object(analysis, names, verb, right, is_subject),
        place_of(analysis, names, left, right),
        status_of(analysis, verb, left, first, last),
        bool(verb and verb.negated) or _determiner_negates(analysis, first),
        left,
        right,
        antecedent(analysis, names, left, event_of(analysis, names, start, end, verb, first)),
        is_subject,
        restricted,
    )


def _governor(analysis: Analysis, left: int, right: int, first: int, last: int) -> tuple[VerbGroup | None, bool, bool]:
    """The verb group that the span depends on, whether the span is its subject, and whether a participle narrows it."""
    after = None
    token = last
    while token < right:
        group = analysis.verb_at.get(token)
        if group is not None:
            after = group
            break
        if analysis.tags[token] in ("PUNCT", "QUOTE", "CONJ") and (behind := inserted(analysis, token, right)) == token:
            break
        token = behind + 1 if analysis.tags[token] == "PUNCT" else token + 1
    before = None
    token = first - 1
    while token >= left:
        group = analysis.verb_at.get(token)
        if group is not None:
            before = group
            break
        token -= 1
    if after is not None and before is None and after.first - last <= 1 and may_be_participle(analysis, after):
        # "five people killed in Rome": a participle right behind its noun, where no verb of the clause's own follows
        main = _main_verb(analysis, after.last, right)
        return (after, True, False) if main is None else (main, True, True)
    if after is not None and not after.finite and after.passive and after.first - last <= 1:
        return after, True, False
    split = after is not None and after.first == last and after.tense == "past"
    if split and after is not None and before is not None and before.lemma == "be":
        whole = msgspec.structs.replace(  # "will be 68 percent owned by"
            after, passive=True, finite=before.finite, tense=before.tense, modal=before.modal, negated=before.negated
        )
        return whole, False, False
    if before is not None and (after is None or not _complement(analysis, before, after, first, last)):
        return before, False, False
    if after is not None:
        return after, True, False
    return before, False, False


INSERTED = 9  # tokens that a phrase between commas may have
INSERTING = frozenset(("among", "including", "some", "most", "many", "mostly", "aged", "all", "both", "at"))


def inserted(analysis: Analysis, token: int, right: int) -> int:
    """The comma that closes the phrase which the comma at `token` opens between a subject and its verb; `token` where
    none is opened."""
    if analysis.words[token] != "," or token + 2 >= right:
        return token
    opens = analysis.lowers[token + 1] in INSERTING or analysis.tags[token + 1] == "NUM"
    for at in range(token + 1, min(right - 1, token + 1 + INSERTED)) if opens else ():
        group = analysis.verb_at.get(at)
        if group is not None and group.finite:
            return token
        if analysis.words[at] == ",":
            group = analysis.verb_at.get(at + 1)
            return at if group is not None and group.finite else token
    return token


def may_be_participle(analysis: Analysis, group: VerbGroup) -> bool:
    """One past form before a preposition: "arrested in", which may be "who were arrested in"."""
    following = analysis.tags[group.last] if group.last < len(analysis.tags) else "PUNCT"
    return group.last == group.first + 1 and group.tense in ("past", "none") and following == "PREP"


def _main_verb(analysis: Analysis, token: int, right: int) -> VerbGroup | None:
    """The next finite verb group before punctuation or the clause's end."""
    while token < right and analysis.tags[token] not in ("PUNCT", "QUOTE", "REL"):
        group = analysis.verb_at.get(token)
        if group is not None and group.finite:
            return group
        token += 1
    return None


@kept
def clause_verbs() -> frozenset[str]:
    """Lemmas of verbs that take a clause: "said", "believed", "found" (cues whose complement is a clause)."""
    return frozenset(
        row["phrase"] for row in table("cue") if row["form"] == "verb" and "clause" in row["complement"].split("|")
    )


def _complement(analysis: Analysis, before: VerbGroup, after: VerbGroup, first: int, last: int) -> bool:
    """Is the span the subject of `after` although the verb `before` stands to its left ("said five people died")?"""
    if before.lemma in clause_verbs() or any(
        analysis.tags[token] in ("PUNCT", "CONJ") for token in range(before.last, first)
    ):
        return True
    if first - before.last <= 2:
        return False  # right behind its verb: the object
    return after.finite and not (after.first - last <= 1 and may_be_participle(analysis, after))


EVENT_REACH = 14  # tokens from the figure back to the noun: "the death toll of the earthquake in Ardal has risen to 63"


def _event_noun(analysis: Analysis, left: int, right: int, first: int, last: int, noun: str) -> str:
    """The predicate class of a noun that names what happened: "the death toll", "a profit of"."""
    nouns = noun_verbs()
    if noun in nouns:
        return nouns[noun]
    before = range(first - 1, max(left - 1, first - EVENT_REACH), -1)
    if any(analysis.lowers[token] == "toll" for token in before):
        return nouns["toll"]  # "the toll in the sinking"
    for token in before:
        found = nouns.get(singular(analysis.lowers[token]))
        if found and analysis.tags[token] in ("NOUN", "PROPN", "ADJ"):
            return found
    for token in range(last, min(right, last + 4)):
        found = nouns.get(singular(analysis.lowers[token]))
        if found and analysis.tags[token] in ("NOUN", "PROPN", "ADJ"):
            return found
    return ""


def subject(
    analysis: Analysis, names: Index, verb: VerbGroup | None, left: int, first: int, last: int, is_subject: bool
) -> str:
    """The actor: an entity in the subject's noun phrase, else the lemma of its head."""
    span_names = names.entities_in(analysis.starts[first], analysis.ends[last - 1])
    if is_subject or verb is None:
        return next((actor_id(e) for e in span_names if e.kind in ACTORS), "")
    if verb.passive:
        return ""
    if verb.first <= left:
        return ""
    end = verb.first
    if verb.infinitive:  # "expects Pyongyang to send": who stands between the verbs; else the subject of the verb above
        above = next((analysis.verb_at[t] for t in range(end - 1, left - 1, -1) if t in analysis.verb_at), None)
        if above is not None and not names.entities_in(analysis.ends[above.last - 1], analysis.starts[end]):
            end = above.first
    phrase = phrases.before(analysis, end, left)
    begin = phrase.first if phrase is not None else left
    if phrase is not None and phrase.lemma in PARTS:
        return phrase.lemma  # "Norbil's car division lost": not all of Norbil
    # "US carmaker Norbil": the name comes last
    head = _actors(names, analysis.starts[begin], analysis.starts[end])[-1:]
    before = _actors(names, analysis.starts[left], analysis.starts[begin])
    if before and begin > left and analysis.words[begin - 1] == "," and all(one.startswith("country:") for one in head):
        return before[-1]  # "Norbil, another US carmaker, said"
    if actors := head or before:
        return actors[0]
    for token in range(verb.first - 1, left - 1, -1):
        if analysis.tags[token] == "PROPN" and analysis.sentences[verb.sentence].scope != "headline":
            return "name:" + analysis.lowers[token]  # a name that only its capital shows
        if analysis.tags[token] in ("NOUN", "PROPN"):
            return singular(analysis.lowers[token])
        if analysis.tags[token] in ("PUNCT", "SUBJ"):
            break
    return ""


def _actors(names: Index, start: int, end: int) -> list[str]:
    """Ids of all that may act, in text order; nothing that stands inside a longer name ("Bank of America")."""
    found = names.entities_in(start, end)
    outer = [
        one
        for one in found
        if not any(o.start <= one.start and one.end <= o.end and o.end - o.start > one.end - one.start for o in found)
    ]
    return [actor for one in outer if (actor := actor_id(one)) and not actor.startswith("place:")]


ACTORS = frozenset(("country", "demonym", "organisation", "person", "body"))


def actor_id(entity: Entity) -> str:
    """The id of who acts: a country under all its names, its capital and its people."""
    if entity.party.startswith("gov:") and entity.kind not in ("person", "organisation"):
        return "country:" + entity.party.removeprefix("gov:")
    return capitals().get(entity.id, entity.id)


@kept
def capitals() -> dict[str, str]:
    """Entity.id of a capital as a place → that of its country; who does something there is the government."""
    return {
        "place:" + capital.lower().replace(" ", "-"): "country:" + row["code"]
        for row in table("country")
        for capital in items(row["capitals"])
    }


def _object(analysis: Analysis, names: Index, verb: VerbGroup | None, right: int, is_subject: bool) -> str:
    """The entity that the verb is done to, where it is one."""
    if verb is None or not is_subject or verb.last >= right:
        return ""
    found = names.entities_in(analysis.starts[verb.last], analysis.ends[right - 1])
    return next((e.id for e in found if e.kind in ("organisation", "person", "body")), "")


def place_of(analysis: Analysis, names: Index, left: int, right: int) -> str:
    """The place of the clause: a place behind a preposition, or any other name but a person's behind "in" or "at"."""
    start, end = analysis.starts[left], analysis.ends[right - 1]
    for entity in names.entities_in(start, end):
        if entity.kind in ("person", "demonym", "role"):
            continue
        token = analysis.token_at(entity.start) - 1
        while token >= left and analysis.tags[token] in ("DET", "ADJ"):
            token -= 1
        if token < left:
            continue
        low = analysis.lowers[token]
        if token and analysis.lowers[token - 1] == "according":
            continue
        if low in (PLACE_PREPOSITIONS if entity.kind in ("place", "country") else STRICT_PREPOSITIONS):
            return entity.id
    return ""


def _determiner_negates(analysis: Analysis, first: int) -> bool:
    return first > 0 and analysis.lowers[first - 1] in ("no", "neither", "nor", "without")
