"""Descriptions: "South Korea's spy agency", "U.S. officials", "a senior presidential official", "the president"."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import compress

from checker.entities.gazetteer import Head, Person, heads, slug, titles, word_class
from checker.entities.model import Mention, Name
from checker.entities.people import title_keys
from checker.entities.resolve import of_state, state
from checker.language import Analysis
from checker.language.morphology import singular
from checker.records import Entity

MODIFIER_TAGS = frozenset(("ADJ", "NOUN", "PROPN", "POSS", "PART", "NUM", "", "ING"))
TIED_BY = frozenset(("of", "for", "at", "from", "with", "in"))
OF_STATE = word_class("presidential")
NAMED = frozenset(("person", "organisation", "name"))
SPEAKS = frozenset(("office", "spokes", "rank", "law"))
WHOSE = word_class("whose")
OF_SECRETS = frozenset(("intelligence", "spy", "secret", "security"))
DEFINITE = frozenset(("the", "that", "this"))
DASHES = frozenset(("—", "–", "-", "("))
REACH = 7  # tokens a description goes back from its head


@dataclass(slots=True)
class Role:
    first: int
    head: int
    person: Person | None
    body: Head | None
    party: str = ""
    country: str = ""  # of a sports team or an artist too, who speak for nobody
    open: bool = False  # of a government that the description does not name
    id: str = ""
    name: str = ""


@cache
def _role_words() -> dict[str, tuple[Person | None, Head | None]]:
    """Words that can head a description."""
    human = {word: row for word, row in titles().items() if row.kind not in ("modifier", "courtesy", "people", "kin")}
    bodies = {word: row for word, row in heads().items() if row.common}
    return {word: (human.get(word), bodies.get(word)) for word in human.keys() | bodies.keys()}


def roles(analysis: Analysis, mentions: list[Mention], people: list[Name]) -> list[Entity]:
    """The descriptions of the document as entities; those that can be tied to nothing are left out."""
    words, lowers, tags, starts, ends = analysis.words, analysis.lowers, analysis.tags, analysis.starts, analysis.ends
    covering = {token: mention for mention in mentions if mention.kind for token in range(mention.first, mention.last)}
    named = {mention.first for mention in mentions if mention.kind == "person"}
    found: list[Role] = []
    seen = -1
    wanted = _role_words()
    for head in list(compress(range(len(lowers)), map(wanted.__contains__, lowers))):
        person, body = wanted[lowers[head]]
        if head <= seen:
            continue
        inside = covering.get(head)
        if inside is not None and inside.kind != "name":
            continue
        if head + 1 < len(words) and (head + 1 in named or _goes_on(lowers, tags, head + 1)):
            continue
        role = _phrase(analysis, head, person, body, covering)
        if role is not None:
            found.append(role)
            seen = head
    _tie(analysis, found, mentions, people)
    home = _home(analysis, mentions, found)
    for mention in mentions if home else ():
        # "the Foreign Ministry" of a text about one government
        if mention.kind == "organisation" and mention.party == mention.id and of_state(analysis, mention):
            mention.party = home
    entities: list[Entity] = []
    book = Book(analysis, mentions, people)
    for role in found:
        if not role.party and role.open and home:
            role.party = home
        if not role.id:
            _identify(analysis, role, book)
        if role.id:
            if role.id.startswith("role:") and role.body is not None:
                book.bodies.setdefault(lowers[role.head], set()).add((role.head, role.id, role.party))
            start, end = starts[role.first], ends[role.head]
            text = analysis.text[start:end]
            kind = (
                "country"
                if role.id.startswith("country:")
                else "role"
                if role.person or not role.body
                else "organisation"
            )
            entities.append(Entity(start, end, text, role.id, kind, role.party, role.name, text))
    return entities


def _tie(analysis: Analysis, found: list[Role], mentions: list[Mention], people: list[Name]) -> None:
    """Appositions: "Yoon Suk Yeol, the South Korean president, ..." and "South Korea's spy agency, the NIS, ..."."""
    words, lowers = analysis.words, analysis.lowers
    begins = {mention.first: mention for mention in mentions if mention.kind in NAMED and mention.id}
    ends = {mention.last: mention for mention in mentions if mention.kind in NAMED and mention.id}
    named = {person.id: person for person in people}
    same: dict[str, list[Mention]] = {}
    for other in mentions:
        same.setdefault(other.id, []).append(other)
    for role in found:
        count, after = len(words), role.head + 1
        mention: Mention | None = None
        if after + 1 < count and words[after] == ",":
            begin = after + 1 + (lowers[after + 1] == "the")
            mention = begins.get(begin)
            if mention is not None and (mention.last >= count or words[mention.last] not in (",", ".", ")", "(")):
                mention = None
        if mention is None and role.first > 1 and words[role.first - 1] == ",":
            mention = ends.get(role.first - 1)
            if mention is not None and (
                after >= count or (words[after] not in (",", ".") and lowers[after] not in ("who", "of", "for", "at"))
            ):
                mention = None
        if mention is None or (lowers[role.first] in ("a", "an") and mention.kind != "person"):
            continue
        if mention.kind == "person" and role.person is not None:
            person = named.get(mention.id)
            if person is None or (person.party and role.party and person.party != role.party):
                continue
            person.titles |= title_keys(lowers[role.first : role.head + 1])
            person.party = person.party or role.party
            role.party = person.party
        elif mention.kind != "person" and role.body is not None and role.party and mention.party in ("", mention.id):
            for other in same[mention.id]:
                other.party = role.party
                other.kind = "organisation" if other.kind == "name" else other.kind
        else:
            continue
        role.id, role.name = mention.id, mention.name


def _goes_on(lowers: list[str], tags: list[str], after: int) -> bool:
    """Does the noun phrase go on, so that this word is not its head ("police officer", "party leader")?"""
    return (
        lowers[after] in titles()
        or lowers[after] in heads()
        or (tags[after] in ("NOUN", "") and lowers[after].isalpha())
    )


def _phrase(
    analysis: Analysis, head: int, person: Person | None, body: Head | None, covering: dict[int, Mention]
) -> Role | None:
    lowers, tags = analysis.lowers, analysis.tags
    floor = analysis.sentences[analysis.sentence_at(analysis.starts[head])].first if analysis.sentences else 0
    first = head
    owner: Mention | None = None
    while first > floor and head - first < REACH:
        left = first - 1
        mention = covering.get(left)
        if mention is not None:
            if mention.kind == "person" and tags[first] != "POSS":
                break
            if owner is None or (mention.kind in ("country", "demonym") and owner.kind in ("body", "organisation")):
                owner = mention  # "Russia's U.N. ambassador" speaks for Russia
            first = mention.first
            continue
        tag = tags[left]
        if tag == "DET":
            first = left
            if owner is None or left == floor or tags[left - 1] != "POSS":
                break
        elif (tag in MODIFIER_TAGS and lowers[left][:1].isalpha()) or tag == "POSS" or lowers[left] == "-":
            first = left
        else:
            break
    while first < head and tags[first] == "POSS":
        first += 1
    role = Role(first, head, person, body)
    speaks = (person is not None and person.kind in SPEAKS) or body is not None
    official = (person is not None and person.government) or (body is not None and body.government)
    if body is not None and not OF_SECRETS.isdisjoint(lowers[first:head]):
        official = True
    if owner is None:
        owner = _after(analysis, head, covering)
    if (
        lowers[head] == "office"
        and (owner is None or owner.kind != "person")
        and OF_STATE.isdisjoint(lowers[first:head])
    ):
        return None
    if owner is not None and owner.kind in ("country", "demonym", "place", "body", "organisation", "person"):
        _own(role, owner, official=official, speaks=speaks, lowers=lowers)
    elif owner is None:
        middle = lowers[first:head]
        if middle and tags[first] == "DET" and lowers[first] in WHOSE:
            return None
        foreign = any(word[0].isupper() for word in analysis.words[first + 1 : head]) or (
            tags[first] == "PROPN" and first < head
        )
        if ("country" in middle and "’s" in middle) or ("'s" in middle and "country" in middle):
            role.country = _last_country(analysis, first, covering)
            role.party = "gov:" + role.country if role.country and (official or speaks) else ""
        else:
            anonymous = person is None or person.kind != "office" or lowers[head] in ("official", "officials")
            of_state = speaks and not OF_STATE.isdisjoint(middle)
            role.open = (
                not foreign and (body is None or tags[first] == "DET") and ((official and anonymous) or of_state)
            )
    return role


def _own(role: Role, owner: Mention, *, official: bool, speaks: bool, lowers: list[str]) -> None:
    """The party of a description with an owner: a state's official, a body's spokesman."""
    if owner.kind in ("country", "demonym"):
        role.country = owner.id.removeprefix("country:")
        if official or (
            speaks
            and role.person is not None
            and (role.person.kind == "spokes" or lowers[role.head].startswith("leader"))
        ):
            role.party = "gov:" + role.country
    elif owner.kind == "place":
        capital = owner.known is not None and owner.known.kind == "capital"
        if official and capital and owner.known is not None:
            role.party = state(owner.known)
        elif speaks:  # a governor, a mayor, a city's police
            role.party = "gov:" + owner.id.removeprefix("place:")
    elif owner.kind == "person":
        if speaks and (role.body is not None or (role.person is not None and role.person.kind == "spokes")):
            role.party = owner.party
    elif owner.kind in ("body", "organisation"):
        role.party = owner.party or owner.id


def _after(analysis: Analysis, head: int, covering: dict[int, Mention]) -> Mention | None:
    """The owner that follows the head: "spokesman for the ministry", "president of South Korea"."""
    k = head + 1
    if k >= len(analysis.lowers) or analysis.lowers[k] not in TIED_BY:
        return None
    between = analysis.lowers[k]
    k += 1
    if k < len(analysis.lowers) and analysis.lowers[k] == "the":
        k += 1
    mention = covering.get(k)
    if (
        mention is None
        or mention.kind not in ("country", "body", "organisation", "place")
        or (between == "in" and mention.kind != "country")
    ):
        return None
    return mention if between in ("of", "for", "at", "from", "with") else None


def _last_country(analysis: Analysis, first: int, covering: dict[int, Mention]) -> str:
    """The only country named in this sentence before `first`, else in the sentence before."""
    number = analysis.sentence_at(analysis.starts[first])
    for place in (number, number - 1):
        if place < 0:
            break
        sentence = analysis.sentences[place]
        ids = {
            covering[k].id
            for k in range(sentence.first, min(sentence.last, first))
            if k in covering and covering[k].kind == "country"
        }
        if len(ids) == 1:
            return ids.pop().removeprefix("country:")
        if ids:
            break
    return ""


def _home(analysis: Analysis, mentions: list[Mention], found: list[Role]) -> str:
    """The government whose officials the text speaks of by default: the dateline's, or most officials'."""
    votes: Counter[str] = Counter(role.party for role in found if role.party.startswith("gov:"))
    votes.update(m.party for m in mentions if m.kind == "person" and m.title_head and m.party.startswith("gov:"))
    for mention in mentions[:6]:
        entry = mention.known
        follows = analysis.words[mention.last : mention.last + 5]
        dateline = analysis.words[mention.first].isupper() and any(word in DASHES for word in follows)
        if entry is not None and entry.kind == "capital" and dateline:
            votes[state(entry)] += 2
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[1][1] * 3 > ranked[0][1] * 2):
        return ""
    return ranked[0][0]


def _identify(analysis: Analysis, role: Role, book: Book) -> None:
    """An id: the state itself, a person with that title, a body of that kind, or the party and the kind of role."""
    low = analysis.lowers[role.head]
    lemma = singular(low)
    if role.body is not None and role.body.itself and role.party.startswith("gov:"):
        role.id = "country:" + role.party.removeprefix("gov:")
        return
    determiner = analysis.lowers[role.first]
    middle = analysis.lowers[role.first + 1 : role.head]
    bare = determiner in DEFINITE and all(word in titles() for word in middle)
    if role.person is not None and low == lemma and (bare or role.party) and determiner not in ("a", "an"):
        key = max(title_keys(analysis.lowers[role.first : role.head + 1]), key=len, default=low)
        fits = [p for p in book.titled.get(key, ()) if not role.party or not p.party or p.party == role.party]
        if len({p.id for p in fits}) == 1 and (
            role.person.kind in ("office", "rank") and (not role.party or fits[0].party == role.party)
        ):
            role.id, role.name = fits[0].id, fits[0].name
            role.party = role.party or fits[0].party
            return
    if role.body is not None and bare and not role.party:
        before = {(name, party) for last, name, party in book.bodies.get(low, ()) if last <= role.first}
        if len(before) == 1:
            role.id, role.party = before.pop()
        return
    if role.party:
        kind = role.body.kind if role.body is not None else lemma
        if (
            role.body is not None and "intelligence" in analysis.lowers[role.first : role.head]
        ) or "spy" in analysis.lowers[role.first : role.head]:
            kind = "intelligence" if role.body is not None else kind
        kind = _specific(analysis, role, kind)
        role.id = "role:" + slug(f"{role.party.removeprefix('gov:').removeprefix('org:')} {kind}")


def _specific(analysis: Analysis, role: Role, kind: str) -> str:
    """ "foreign ministry" and "defence ministry" are two."""
    left = analysis.lowers[role.head - 1] if role.head > role.first else ""
    return f"{left} {kind}" if kind in ("ministry", "minister", "department", "secretary") and left.isalpha() else kind


class Book:
    """Who bears a title, and which bodies end in a word."""

    def __init__(self, analysis: Analysis, mentions: list[Mention], people: list[Name]) -> None:
        self.titled: dict[str, list[Name]] = {}
        for person in people:
            for title in person.titles:
                self.titled.setdefault(title, []).append(person)
        self.bodies: dict[str, set[tuple[int, str, str]]] = {}
        for mention in mentions:
            if mention.kind in ("organisation", "body"):
                ends = {analysis.lowers[mention.last - 1], analysis.lowers[mention.first]}
                if mention.known is not None:
                    ends = {mention.known.name.lower().split(" ")[-1]}
                for word in ends:
                    self.bodies.setdefault(word, set()).add((mention.last, mention.id, mention.party))
