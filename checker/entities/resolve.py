"""From what each run was read as to entities: evidence of the whole document decides what one place leaves open."""

from __future__ import annotations

from itertools import pairwise

from checker import patterns
from checker.entities.gazetteer import Known, heads, slug, spelling, titles, word_class
from checker.entities.model import Mention, Name
from checker.entities.people import Index, gather, keys, name_words, title_keys
from checker.language import Analysis
from checker.language.morphology import verb_forms

OF_STATE = word_class("of-state")
LEGAL = word_class("legal-form")
IN_PLACE = word_class("place-preposition")
AS_ACTOR = word_class("actor-preposition")
STATE_NOUN = word_class("state-noun")
SAYING = word_class("speech")
ACRONYM = patterns.compile(r"[A-Z][A-Za-z&]*[A-Z]\Z|[A-Z]{2,}s?\Z|(?:[A-Z]\.){2,}\Z")


def resolve(analysis: Analysis, mentions: list[Mention]) -> list[Name]:
    """Settles every mention (kind, id, party, name; kind "" is nothing) and returns the people."""
    _parties(analysis, mentions)
    _promote(analysis, mentions)
    people = gather(analysis, mentions)
    index = Index(people)
    aliases = _organisations(analysis, mentions)
    index.others = {
        spelling(analysis.words[m.last - 1])
        for m in mentions
        if m.kind in ("name", "organisation") and m.last - m.first > 1
    }
    supported = _supported(mentions)
    inside = _inside(analysis, mentions)
    for mention in mentions:
        if mention.kind == "organisation":
            continue
        words = name_words(analysis, mention)
        if mention.kind == "known":
            _known(analysis, mention, index, words, supported)
        elif mention.kind == "name" and len(words) == 1 and index.knows_not(words[0]) and words[0] not in aliases:
            _plain_name(mention, words, inside)
        elif keys(words)[0]:
            _person_or_name(analysis, mention, index, words, aliases, inside)
        else:
            mention.kind = ""
    _join_headline(analysis, mentions)
    spread(mentions, index.people)
    return index.people


def _parties(analysis: Analysis, mentions: list[Mention]) -> None:
    """Whom a titled person speaks for: the state or body that is named just before the title."""
    lowers = analysis.lowers
    previous: Mention | None = None
    earlier: Mention | None = None
    for mention in mentions:
        if previous is not None and (
            mention.title_head or (mention.kind in ("person", "name") and previous.last == mention.first)
        ):
            begin = mention.first
            while begin > previous.last and (
                lowers[begin - 1].rstrip(".") in titles() or lowers[begin - 1] in (".", "-")
            ):
                begin -= 1
            gap = lowers[previous.last : begin]
            before = previous.first - 1
            if begin == mention.first == previous.last and before > 1 and lowers[before] in ("the", "to", "of"):
                before -= lowers[before] == "the"
                _deputed(analysis, earlier, mention, before)
            elif begin < mention.first and (not gap or gap in (["’s"], ["'s"], ["’"], ["'"])):
                mention.party = _party(previous, lowers[begin : mention.first])
        if mention.kind in ("known", "organisation"):
            earlier, previous = previous, mention


def _deputed(analysis: Analysis, owner: Mention | None, mention: Mention, link: int) -> None:
    """ "U.S. Ambassador to the U.N. Robert Wood": the title stands before "to", its owner before the title."""
    lowers = analysis.lowers
    begin = link
    while begin > 0 and lowers[begin - 1] in titles():
        begin -= 1
    if lowers[link] not in ("to", "of") or begin == link:
        return
    mention.title, mention.title_head = " ".join(lowers[begin:link]), lowers[link - 1]
    mention.kind = "person"
    if (
        owner is not None
        and begin - 1 <= owner.last <= begin
        and (owner.last == begin or lowers[owner.last] in ("’s", "'s"))
    ):
        mention.party = _party(owner, lowers[begin:link])


def _party(source: Mention, title: list[str]) -> str:
    if source.kind == "organisation":
        return source.party
    entry = source.known
    if entry is None or entry.kind == "city":
        return ""
    if entry.kind in ("body", "organisation"):
        return entry.party
    # a French striker does not speak for France
    return (
        state(entry)
        if any(
            word in titles() and (titles()[word].government or word in ("leader", "general", "king", "queen"))
            for word in title
        )
        else ""
    )


def state(entry: Known) -> str:
    return "gov:" + entry.id.removeprefix("country:")


def _promote(analysis: Analysis, mentions: list[Mention]) -> None:
    """An unknown name of two or three words is a person's when its last word alone speaks or bears a title."""
    human: set[str] = set()
    for mention in mentions:
        if mention.kind in ("person", "name") and mention.last - mention.first == 1:
            after = analysis.lowers[mention.last] if mention.last < len(analysis.lowers) else ""
            if mention.kind == "person" or after in SAYING:
                human.add(analysis.words[mention.first])
    if not human:
        return
    for mention in mentions:
        if mention.kind == "name" and 2 <= mention.last - mention.first <= 4:
            words = name_words(analysis, mention)
            if words[-1] in human and (len(words[0]) < 3 or not ACRONYM.match(words[0])):
                mention.kind, mention.sure = "person", True


def _organisations(analysis: Analysis, mentions: list[Mention]) -> dict[str, Mention]:
    """Ids of organisations, and the short forms that the text itself introduces or that follow a full name."""
    aliases: dict[str, Mention] = {}
    words = analysis.words
    for place, mention in enumerate(mentions):
        if mention.kind == "organisation":
            parts = [word for word in words[mention.first : mention.last] if word != "."]
            while len(parts) > 1 and parts[-1].lower() in LEGAL:
                parts.pop()
            mention.name = " ".join(parts)
            mention.id = "org:" + slug(mention.name)
            if not mention.party and of_state(analysis, mention):
                mention.party = _owner(analysis, mentions, place)
            mention.party = mention.party or mention.id
            aliases.setdefault(parts[0], mention)
        elif mention.kind not in ("name", "known"):
            continue
        if mention.last + 2 < len(words) and words[mention.last] == "(" and words[mention.last + 2] == ")":
            _abbreviation(analysis, mention, words[mention.last + 1], aliases)
    return aliases


def of_state(analysis: Analysis, mention: Mention) -> bool:
    """Is a named body one of those that speak for the government of their country?"""
    low = analysis.lowers
    ends = [heads().get(low[mention.last - 1]), heads().get(low[mention.first])]
    ends += [heads().get(low[k - 1]) for k in range(mention.first + 1, mention.last) if low[k] in ("of", "for")]
    if any(head is not None and head.government for head in ends):
        return True
    return any(head is not None for head in ends) and not OF_STATE.isdisjoint(
        analysis.words[mention.first : mention.last]
    )


def _owner(analysis: Analysis, mentions: list[Mention], place: int) -> str:
    """The state named in a body's own name or just before it ("South Korea's National Intelligence Service")."""
    mention = mentions[place]
    for other in mentions[max(0, place - 2) : place + 3]:
        entry = other.known
        if entry is None or not entry.id.startswith("country:"):
            continue
        gap = analysis.lowers[other.last : mention.first]
        if mention.first <= other.first < mention.last or (other.last <= mention.first and gap in ([], ["’s"], ["'s"])):
            return state(entry)
    return ""


def _abbreviation(analysis: Analysis, mention: Mention, short: str, aliases: dict[str, Mention]) -> None:
    """ "National Intelligence Service (NIS)": the letters are initials of the name."""
    if mention.kind == "known" and (mention.known is None or mention.known.kind not in ("body", "organisation")):
        return
    letters = [char for char in short if char.isupper()]
    initials = [word[0] for word in analysis.words[mention.first : mention.last] if word[0].isupper()]
    if len(letters) < 2 or not ACRONYM.match(short):
        return
    if letters[0] == initials[0] and _within(letters, initials):
        if mention.kind == "name":
            mention.kind, mention.sure = "organisation", True
            mention.name = " ".join(analysis.words[mention.first : mention.last])
            mention.id = "org:" + slug(mention.name)
            mention.party = mention.id
        aliases[short] = mention


def _within(letters: list[str], initials: list[str]) -> bool:
    rest = iter(initials)
    return all(letter in rest for letter in letters)


def _supported(mentions: list[Mention]) -> set[str]:
    return {
        m.known.id
        for m in mentions
        if m.known is not None and not m.known.doubtful and m.known.id.startswith("country:")
    }


def _known(analysis: Analysis, mention: Mention, index: Index, words: tuple[str, ...], supported: set[str]) -> None:
    entry = mention.known
    assert entry is not None
    # "Washington" in a text about Denzel Washington
    if len(words) == 1 and entry.kind in ("city", "capital") and index.people and not entry.id.endswith(("US", "GB")):
        before = analysis.lowers[mention.first - 1] if mention.first else ""
        person, _ = index.find(words, mention)
        if person is not None and before not in IN_PLACE and spelling(words[0]) == person.keys[-1]:
            mention.kind, mention.id, mention.name, mention.party = "person", person.id, person.name, person.party
            return
    if entry.doubtful and entry.id not in supported and not (entry.kind == "city" and _in_place(analysis, mention)):
        mention.kind = ""
        return
    mention.id, mention.name, mention.party = entry.id, entry.name, entry.party
    if entry.kind == "capital":
        if _acts(analysis, mention):
            mention.kind = "country"
        else:
            mention.kind, mention.id, mention.party = "place", "place:" + slug(entry.name), ""
    elif entry.kind == "city":
        mention.kind = "place"
        if _club(analysis, mention):
            mention.kind, mention.id = "name", "name:" + slug(entry.name)
    else:
        mention.kind = "country" if entry.kind == "government" else entry.kind


def _club(analysis: Analysis, mention: Mention) -> bool:
    """Is the city the subject of an act, so that a club or a company of that name is meant ("Toyota will recall")?"""
    group = analysis.verb_at.get(mention.last)
    if group is None or not group.finite or group.passive or group.lemma in ("be", "have", "lie"):
        return False
    return mention.last - mention.first == 1 and (mention.first == 0 or analysis.tags[mention.first - 1] != "PREP")


def _in_place(analysis: Analysis, mention: Mention) -> bool:
    return mention.first > 0 and analysis.lowers[mention.first - 1] in IN_PLACE


def _acts(analysis: Analysis, mention: Mention) -> bool:
    """Does the capital stand for the government: subject of a verb, partner of "with", owner of policy?"""
    lowers, tags = analysis.lowers, analysis.tags
    first, after = mention.first, mention.last
    count = len(lowers)
    back = first - 1
    if back > 0 and lowers[back] in ("and", "or"):  # "Moscow and Pyongyang": the first of the pair decides
        while back > 0 and (lowers[back] in ("and", "or", ",", "both") or tags[back] == "PROPN"):
            back -= 1
    left = lowers[back] if back >= 0 else ""
    if after < count and tags[after] == "POSS":
        return any(low in STATE_NOUN for low in lowers[after + 1 : after + 4])
    if left in IN_PLACE or (after < count and lowers[after] == "-"):
        return False
    if left in AS_ACTOR or (left == "to" and back > 0 and lowers[back - 1] == "according"):
        return True
    end = after
    while end < count and (lowers[end] in ("and", "or") or (tags[end] == "PROPN" and lowers[end - 1] in ("and", "or"))):
        end += 1
    while end < count and tags[end] == "ADV":
        end += 1
    if end >= count:
        return False
    group = analysis.verb_at.get(end)
    if left == "of" or (back >= 0 and tags[back] == "PREP"):
        return False
    if group is not None:
        return group.finite and not group.passive and group.lemma not in ("be", "have", "lie", "host")
    form = verb_forms().get(lowers[end])
    if form and form[1] == "base" and end - after > 1 and tags[end] != "PREP":
        return True  # "Moscow and Kyiv deny"
    return lowers[end] in SAYING or bool(form and form[1] in ("s", "past") and tags[end] in ("VERB", "MODAL"))


def _person_or_name(
    analysis: Analysis,
    mention: Mention,
    index: Index,
    words: tuple[str, ...],
    aliases: dict[str, Mention],
    inside: frozenset[str],
) -> None:
    short = len(words) == 1 and ACRONYM.match(words[0])
    if short and mention.kind == "person" and titles()[mention.title_head].kind != "courtesy":
        mention.kind = "name"  # "the coach of the FA"
    alias = aliases.get(words[0]) if len(words) == 1 else None
    if alias is not None and mention.kind != "person" and alias.first != mention.first:
        _be(mention, alias)
        return
    person, candidates = index.find(words, mention) if len(words) < 2 or mention.kind != "person" else (None, False)
    if mention.kind == "person" and len(words) > 1 and person is None:
        person = _full(index, words)
    if person is None and mention.kind == "person" and not candidates:
        person = index.slip(words) if mention.title_head else None
        if person is None and (mention.sure or mention.title_head):
            person = index.add(words, mention, apart=False)
    elif (
        person is None
        and mention.kind == "person"
        and candidates
        and titles().get(mention.title_head or "")
        and not _several(index, words)
    ):
        person = index.add(words, mention, apart=True)  # "Mrs Clinton" where only a man of that name is known
    if person is not None:
        mention.kind, mention.id, mention.name = "person", person.id, person.name
        if mention.title_head:
            person.titles |= title_keys(mention.title.split() or [mention.title_head])
        person.party = person.party or mention.party
        return
    if mention.kind == "person":
        mention.id = ""
        return
    if candidates:
        mention.kind, mention.id = "person", ""
        return
    _plain_name(mention, words, inside)


def _inside(analysis: Analysis, mentions: list[Mention]) -> frozenset[str]:
    """Single words that are names inside a sentence, and never in small letters: names where they open one too."""
    words = {analysis.words[m.first] for m in mentions if m.kind == "name" and not m.opens and m.last - m.first == 1}
    return frozenset(word for word in words if len(word) > 1) - {
        word.capitalize() for word in {word.lower() for word in words} & set(analysis.words)
    }


def _plain_name(mention: Mention, words: tuple[str, ...], inside: frozenset[str]) -> None:
    """A name of nothing known; a single word that opens its sentence is none, unless it is one inside another."""
    opens = mention.opens and words[0] not in inside
    if len(words) == 1 and (opens or len(words[0]) == 1 or words[0].lower() in titles()):
        mention.kind = mention.id = ""
        return
    mention.id, mention.name = "name:" + slug(" ".join(words)), " ".join(words)
    if ACRONYM.match(words[0]) and len(words) == 1:
        mention.kind, mention.id = "organisation", "org:" + slug(words[0])
        mention.party = mention.id


def _several(index: Index, words: tuple[str, ...]) -> bool:
    return len({p.id for p in index.surname.get(" ".join(keys(words)[0]), ())}) > 1


def _full(index: Index, words: tuple[str, ...]) -> Name | None:
    parts, initials, suffix = keys(words)
    for person in index.surname.get(parts[-1], ()) if parts else ():
        printed = keys(person.words)
        if person.words == words or (
            printed[0] == parts
            and printed[2] == suffix
            and not (initials and person.initials and initials != person.initials)
        ):
            return person
    found = index.ends.get((words[0], words[-1]))
    return found if found is not None and found.suffix == suffix else None


def _be(mention: Mention, other: Mention) -> None:
    if other.known is not None:
        mention.kind, mention.id = other.known.kind, other.known.id
        mention.party, mention.name = other.known.party, other.known.name
    else:
        mention.kind, mention.id, mention.party, mention.name = "organisation", other.id, other.party, other.name


def _join_headline(analysis: Analysis, mentions: list[Mention]) -> None:
    """ "Mark" "Rutte" side by side in a headline are one mention."""
    for left, right in pairwise(mentions):
        if left.kind == right.kind == "person" and left.id == right.id and left.last == right.first:
            if analysis.starts[right.first] - analysis.ends[left.last - 1] > 1:
                continue
            right.first = left.first
            left.kind = ""


def spread(mentions: list[Mention], people: list[Name]) -> None:
    """A person speaks for the same party at every mention."""
    party: dict[str, str] = {}
    for person in people:
        if person.party:
            party.setdefault(person.id, person.party)
    for mention in mentions:
        if mention.kind == "person":
            mention.party = party.get(mention.id, "")
