"""Which posts people are said to hold: "the finance director of Delta Foods", "the bank's treasurer"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from checker.claims.draft import Draft
from checker.claims.names import Mention
from checker.language import VerbGroup
from checker.language.lexicon import items, table
from checker.language.morphology import singular
from checker.records import Claim, Entity

NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "POSS", "PART", "NUM", "ING"))
FIELD = frozenset(("NOUN", "ADJ", "PROPN", "DET", "PART", "ING"))
COURTESY = frozenset(("mr", "mrs", "ms", "miss", "sir", "dame", "dr", "lord", "lady", "prof", "professor", "."))
PLACES = frozenset(("of", "at", "for", "with"))
DETERMINERS = frozenset(("the", "a", "an", "its", "their", "his", "her", "our", "this", "that"))
REACH = 9  # tokens before a name in which its post may stand
LONGEST = 4  # words of a post
LONGEST_NAME = 40  # letters of a country's name


class Post(msgspec.Struct, frozen=True):
    """One row of role.tsv that names a post or a head of posts."""

    name: str
    group: str
    kind: str
    beside: tuple[str, ...] = ()


class Held(msgspec.Struct, frozen=True):
    """A post as one phrase gives it: tokens first..last (exclusive)."""

    names: tuple[str, ...]
    group: str
    organisation: str
    first: int
    last: int


@cache
def posts() -> dict[tuple[str, ...], Post]:
    """Words of a post or head → its row."""
    return {
        tuple(words.split()): Post(row["name"], row["group"], row["kind"], items(row["with"]))
        for row in table("role")
        if row["kind"] in ("post", "head")
        for words in items(row["words"])
    }


@cache
def verb_posts() -> dict[str, Post]:
    """Verb → the post of who does it: chair, chairman."""
    rows = table("role")
    return {
        word: Post(row["name"], row["group"], "post")
        for row in rows
        if row["kind"] == "verb"
        for word in items(row["words"])
    }


@cache
def specialties() -> dict[str, str]:
    return {words: row["name"] for row in table("role") if row["kind"] == "specialty" for words in items(row["words"])}


@cache
def marks(kind: str) -> frozenset[str]:
    return frozenset(word for row in table("role") if row["kind"] == kind for word in items(row["words"]))


@cache
def ends() -> frozenset[str]:
    """Last words of posts: what makes it worth reading a phrase."""
    return frozenset(words[-1] for words in posts())


def role_claims(draft: Draft, people: Sequence[Mention]) -> list[Claim]:
    """Aspect role: subject the person, wording the post, object the organisation, kind the group of exclusive posts,
    near the posts that the person is said to take.  One claim a document for each post that a person is given."""
    rows: list[Claim] = []
    changes: dict[int, tuple[VerbGroup, ...]] = {}
    told: set[tuple[str, tuple[str, ...], str]] = set()
    for mention in people:
        entity, sentence = mention.entity, mention.sentence
        if not entity.id:
            continue
        for held in _held(draft, mention):
            if sentence not in changes:
                changes[sentence] = _changes(draft, sentence)
            fact = (entity.id, held.names, held.organisation)
            # "police named him as Paul Hill, a plumber" tells who he is
            called = draft.analysis.lowers[draft.analysis.token_at(mention.start) - 1] == "as"
            passing = [verb for verb in changes[sentence] if not (called and verb.lemma == "name")]
            if fact not in told and all(_held_before(held, verb) for verb in passing):
                told.add(fact)
                rows.append(_row(draft, entity, held, _next(draft, sentence, changes[sentence])))
    return rows


def _changes(draft: Draft, sentence: int) -> tuple[VerbGroup, ...]:
    """The verbs of a sentence by which a post passes from one to another."""
    span = draft.analysis.sentences[sentence]
    groups = {g.first: g for t in range(span.first, span.last) if (g := draft.analysis.verb_at.get(t)) is not None}
    return tuple(group for group in groups.values() if group.lemma in marks("change"))


def _held_before(held: Held, verb: VerbGroup) -> bool:
    """ "The finance chief, Ms Lee, will become", "Ms Lee, the finance chief, becoming": held until then.  A change in
    the past leaves open which post is told."""
    ahead = verb.tense == "future" or verb.infinitive or (not verb.finite and verb.tense != "past")
    return ahead and held.last <= verb.first and not verb.passive


def _next(draft: Draft, sentence: int, verbs: Sequence[VerbGroup]) -> tuple[str, ...]:
    """Posts named behind such verbs: what the person will be."""
    lowers, last = draft.analysis.lowers, draft.analysis.sentences[sentence].last
    behind = min((verb.last for verb in verbs), default=last)
    found = (_match(lowers, behind, token + 1)[1] for token in range(behind, last))
    return tuple(sorted({post.name for post in found if post is not None and post.kind == "post"}))


def _row(draft: Draft, entity: Entity, held: Held, ahead: tuple[str, ...]) -> Claim:
    analysis = draft.analysis
    start, end = analysis.starts[held.first], analysis.ends[held.last - 1]
    voices = draft.voices(start, end)
    return draft.claim(
        "role",
        start,
        end,
        voices[0],
        subject=entity.id,
        counted_text=entity.name or entity.text,
        wording=" and ".join(held.names),
        modifiers=held.names,
        object=held.organisation,
        kind=held.group,
        near=ahead,
    )


def _held(draft: Draft, mention: Mention) -> list[Held]:
    """The posts that stand beside one mention: before the name, behind it in apposition, or behind "is"."""
    analysis = draft.analysis
    sentence = analysis.sentences[mention.sentence]
    first = analysis.token_at(mention.start)
    last = first + 1
    while last < sentence.last and analysis.starts[last] < mention.end:
        last += 1
    found: list[Held | None] = []
    found.append(_before(draft, first, sentence.first))
    if last + 1 < sentence.last and analysis.words[last] == ",":
        found.append(read(draft, last + 1, _phrase_end(draft, last + 1, sentence.last)))
        if last + 3 < sentence.last and analysis.lowers[last + 1] == "who":
            found.append(_by_verb(draft, last + 2, sentence.last))
    verb = analysis.verb_at.get(last) if last < sentence.last else None
    plain = verb is not None and verb.lemma == "be" and verb.tense == "present" and not (verb.negated or verb.modal)
    if verb is not None and plain and verb.last < sentence.last:
        end = _phrase_end(draft, verb.last, sentence.last)
        # "is the treasurer", "is Norland's treasurer"
        if analysis.lowers[verb.last] in DETERMINERS or "POSS" in analysis.tags[verb.last : end]:
            found.append(read(draft, verb.last, end))
    return [held for held in found if held is not None]


def _by_verb(draft: Draft, token: int, limit: int) -> Held | None:
    """ "who chairs Delta Foods": the post that a verb names, in the third person and the present."""
    low = draft.analysis.lowers[token]
    post = verb_posts().get(low.removesuffix("s")) if low.endswith("s") else None
    if post is None:
        return None
    organisation = _organisation(draft, token + 1, _phrase_end(draft, token + 1, limit))
    return Held((post.name,), post.group, organisation, token, token + 1)


def _before(draft: Draft, first: int, left: int) -> Held | None:
    """ "Delta Foods chairman Sir Roger Utley"; "the chairman of Delta Foods, Roger Utley"."""
    analysis = draft.analysis
    end = first
    while end > left and analysis.lowers[end - 1] in COURTESY:
        end -= 1
    others = draft.names.entities_in(analysis.starts[max(left, first - REACH)], analysis.starts[first])
    left = max([left, *(analysis.token_at(e.end - 1) + 1 for e in others if e.kind == "person")])
    if end > left and singular(analysis.lowers[end - 1]) in ends():
        begin = end
        while begin > left and end - begin < REACH and _inside(draft, begin - 1):
            begin -= 1
        return read(draft, begin, end)
    if end - 1 <= left or analysis.words[end - 1] != ",":
        return None
    begin = end - 1
    while begin > left and end - begin < REACH + 4 and analysis.tags[begin - 1] not in ("PUNCT", "QUOTE"):
        if analysis.verb_at.get(begin - 1) is not None:
            break
        begin -= 1
    if analysis.lowers[begin] == "with":  # "with its treasurer, Ms Lee, leaving"
        begin += 1
    if analysis.lowers[begin] == "as":  # "As chairman of Delta, Ms Lee"
        return read(draft, begin + 1, end - 1)
    if analysis.lowers[begin] not in DETERMINERS and "POSS" not in analysis.tags[begin : end - 1]:
        return None
    return read(draft, begin, end - 1)


def _nominal(draft: Draft, token: int) -> bool:
    analysis = draft.analysis
    if analysis.words[token] in ("'", "’"):
        return token > 0 and analysis.starts[token] == analysis.ends[token - 1]
    # "US" at the head of a sentence looks like a pronoun
    return analysis.tags[token] in NOMINAL or analysis.words[token] in ("&", ".", "US")


def _inside(draft: Draft, token: int) -> bool:
    """May a token stand inside a post with what is before it?  "Trade and Industry", "Secretary of State"."""
    lowers = draft.analysis.lowers
    if lowers[token] == "of":
        return lowers[token - 1 : token + 2] == ["secretary", "of", "state"]
    return _nominal(draft, token) or lowers[token] == "and"


def _phrase_end(draft: Draft, token: int, limit: int) -> int:
    """Where an apposition ends: at punctuation, a relative, or a finite verb."""
    analysis = draft.analysis
    if limit > token and analysis.words[limit - 1] == ".":  # the sentence's, not an abbreviation's
        limit -= 1
    while token < limit:
        if analysis.tags[token] in ("PUNCT", "QUOTE", "REL", "SUB", "SUBJ") and not _nominal(draft, token):
            return token
        verb = analysis.verb_at.get(token)
        if verb is not None and verb.finite:
            return token
        token += 1
    return token


def read(draft: Draft, first: int, last: int) -> Held | None:
    """The post that tokens first..last name, with its organisation; None for none, or one of another time."""
    analysis = draft.analysis
    lowers = analysis.lowers
    while first < last and lowers[first] in DETERMINERS:
        first += 1
    middle = first
    while middle < last and _inside(draft, middle):
        middle += 1
    if middle == first or any(_part(lowers[token]) for token in range(first, middle)):
        return None
    begin, post = _match(lowers, first, middle)
    if post is None:
        return None
    rest = middle
    names = [post.name]
    head = begin
    if post.kind == "head":
        specialty, head = _specialty_before(draft, first, begin, post.group)
        if not specialty and rest < last and lowers[rest] in ("of", "for"):
            specialty, rest = _specialty_behind(draft, rest + 1, last)
        if not specialty or (lowers[begin] == "officer" and not (head > first and lowers[head - 1] == "chief")):
            return None
        names = [f"{specialty} {_head_name(post)}"]
    elif head - 1 > first and lowers[head - 1] in ("and", "/"):
        other, joined = _match(lowers, first, head - 1)
        if joined is not None and joined.kind == "post":
            names.insert(0, joined.name)
            head = other
    while head > first and lowers[head - 1] in marks("plain"):
        head -= 1
    organisation = _organisation(draft, first, head)
    if not organisation and rest < last and lowers[rest] in PLACES:
        end = rest + 1
        while end < last and (_nominal(draft, end) or lowers[end] in DETERMINERS or lowers[end] in ("and", "of")):
            end += 1
        organisation = _organisation(draft, rest + 1, end)
    if post.group == "rank" and not analysis.words[begin][0].isupper():
        return None
    group = post.group
    if post.name == "state minister" and organisation != "country:US":
        return None  # elsewhere the words stand before a field: "Secretary of State for Health"
    if names == ["president"] and (not organisation or organisation.startswith("country:")):
        group = "state"  # of a country, not of a company
    return Held(tuple(names), group, organisation, head, middle if rest == middle else rest)


def _head_name(post: Post) -> str:
    return "director" if post.group == "officer" else post.name


def _part(word: str) -> bool:
    """Does a word say that the post is not held now?  "ex-chairman", "former", "president-elect"."""
    other = marks("other-time")
    return word in other or word.partition("-")[0] in other or word.rpartition("-")[2] in ("elect", "designate")


def _match(lowers: list[str], first: int, last: int) -> tuple[int, Post | None]:
    """The longest post or head that ends at `last`, and where it begins."""
    for size in range(min(LONGEST, last - first), 0, -1):
        words = tuple(lowers[last - size : last])
        found = posts().get(words) or posts().get((*words[:-1], singular(words[-1])))
        if found is not None:
            return last - size, found
    return last, None


def _specialty_before(draft: Draft, first: int, last: int, group: str) -> tuple[str, int]:
    """ "operations" in "Delta Foods' operations director"; "trade industry" in "Trade and Industry Secretary"."""
    analysis = draft.analysis
    begin = last
    while begin > first and last - begin < 5:
        token = begin - 1
        low, word = analysis.lowers[token], analysis.words[token]
        if low in marks("plain"):
            break
        if low == "and":
            if begin == last or token == first:
                break
        elif low not in specialties():
            if analysis.tags[token] not in ("NOUN", "PROPN", "ADJ") or not word[0].isalpha():
                break
            if word[0].isupper() and (group != "minister" or _state(draft, token)):
                break
        begin = token
    while begin < last and analysis.lowers[begin] == "and":
        begin += 1
    return _canonical([analysis.lowers[token] for token in range(begin, last)]), begin


def _specialty_behind(draft: Draft, first: int, last: int) -> tuple[str, int]:
    """ "communications" in "head of communications at Delta Foods"; "" where a name stands there."""
    analysis = draft.analysis
    end = first
    while end < last and (analysis.tags[end] in FIELD or analysis.lowers[end] == "and"):
        end += 1
    words = [analysis.lowers[token] for token in range(first, end) if analysis.tags[token] != "DET"]
    names = [token for token in range(first, end) if analysis.words[token][0].isupper()]
    if not words or any(analysis.lowers[token] not in specialties() for token in names):
        return "", first - 1
    return _canonical(words), end


def _canonical(words: list[str]) -> str:
    """Synonyms of a field as one: "external affairs" and "foreign" are foreign."""
    kept = [word for word in words if word != "and"]
    whole = specialties().get(" ".join(kept))
    if whole:
        return whole
    return " ".join(sorted({specialties().get(word, word) for word in kept}))


def _state(draft: Draft, token: int) -> bool:
    """Is this word (part of) a country's name or demonym?"""
    start, end = draft.analysis.starts[token], draft.analysis.ends[token]
    near = draft.names.entities_in(max(0, start - LONGEST_NAME), end)
    return any(e.end > start and e.kind in ("country", "demonym") for e in near)


def _organisation(draft: Draft, first: int, last: int) -> str:
    """A country's id, else the words of a name; "" where no name stands ("the company's")."""
    analysis = draft.analysis
    if first >= last:
        return ""
    named = draft.names.entities_in(analysis.starts[first], analysis.ends[last - 1])
    states = [e for e in named if e.kind in ("country", "demonym")]
    tokens = [
        token
        for token in range(first, last)
        if (analysis.tags[token] in ("NOUN", "PROPN", "ADJ") and analysis.words[token][0].isalnum())
        or analysis.words[token] == "US"
    ]
    if not any(analysis.tags[token] == "PROPN" or analysis.words[token] == "US" for token in tokens):
        return ""
    if states and states[0].end >= analysis.starts[tokens[-1]]:
        return states[0].id
    return " ".join(analysis.lowers[token] for token in tokens)
