"""What undergoes an event: the subject or object of its verb, the owner of its noun, and whom a pronoun stands for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import msgspec

from checker.claims import phrases
from checker.claims.draft import Draft
from checker.claims.nouns import noun_classes
from checker.entities.gazetteer import titles
from checker.language import VerbGroup
from checker.language.lexicon import word_class
from checker.language.morphology import base_participles, only_past, singular

OWNERS = {"his": "m", "her": "f", "its": "", "their": ""}
PRONOUNS = {"he": "m", "she": "f", "it": ""}
APPOSITION = 16  # tokens between the commas of an apposition
LONGEST_TITLE = 8  # tokens of a title in quotation marks
VERB_BEFORE = frozenset(("its", "his", "her", "their", "the", "down", "through", "into", "out", "off", "up"))
NAMED = frozenset(("PROPN", "NOUN", "ADJ", "VERB", "PART", "ING"))


class Theme(msgspec.Struct, frozen=True):
    """A phrase: its head, the words of the names in it, and its tokens."""

    head: str
    names: tuple[str, ...]
    first: int
    last: int


words = partial(word_class, "event_words")


def is_time(draft: Draft, token: int, dated: bool = False) -> bool:
    """Does the token belong to a time expression; `dated`: to one that says when, not how long?"""
    return draft.timed.get(token, False) if dated else token in draft.timed


def theme(draft: Draft, first: int, last: int, lemma: str) -> Theme:
    """The phrase of tokens first..last; "the company" has the name of the body that the sentence before is about."""
    found = set(names(draft, first, last))
    if not found and lemma in words("named-by") and draft.analysis.lowers[first] == "the":
        found = _subject_before(draft, first)
    return Theme(lemma, tuple(sorted(found)), first, max(last, first + 1))


def _subject_before(draft: Draft, token: int) -> set[str]:
    """The names in the subject of the sentence before, when no person is among them."""
    analysis = draft.analysis
    number = analysis.sentence_at(analysis.starts[token]) - 1
    if number < 0 or analysis.sentences[number].scope != analysis.sentences[number + 1].scope:
        return set()
    sentence = analysis.sentences[number]
    verb = next(
        (t for t in range(sentence.first, sentence.last) if analysis.verb_at.get(t) is not None), sentence.first
    )
    if verb == sentence.first or analysis.tags[sentence.first] == "PREP":
        return set()
    inside = draft.names.entities_in(sentence.start, analysis.starts[verb])
    if any(entity.kind == "person" for entity in inside):
        return set()
    return set(names(draft, sentence.first, verb))


def names(draft: Draft, first: int, last: int) -> Iterator[str]:
    """The words of proper names among tokens first..last, lower case; titles and days are none."""
    analysis = draft.analysis
    for token in range(first, min(last, len(analysis.words))):
        low = analysis.lowers[token].rstrip(".")
        if len(low) < 2 or not analysis.words[token][0].isupper() or analysis.tags[token] not in NAMED:
            continue
        if low not in titles() and not is_time(draft, token):
            yield low


def verb_of(draft: Draft, token: int) -> VerbGroup | None:
    """The verb group of a token.  "May" inside a date is none; in "was set up" a form that is its own participle is."""
    analysis = draft.analysis
    verb = analysis.verb_at.get(token)
    low = analysis.lowers[token]
    if verb is None and low in base_participles() and token > 0 and _verb_place(draft, token):
        return analysis.as_verb(token, low)  # "which hit"
    if verb is None or is_time(draft, token):
        return None
    if verb.lemma == "be" and verb.last < len(analysis.lowers) and analysis.lowers[verb.last] in base_participles():
        head = verb.last
        return msgspec.structs.replace(verb, last=head + 1, head=head, lemma=analysis.lowers[head], passive=True)
    if verb.finite and verb.first == analysis.sentences[verb.sentence].first and verb.tense == "past":
        return msgspec.structs.replace(verb, finite=False, passive=True)  # "Founded in 1985, Acme has"
    if low in only_past():
        return verb  # "The fire, which nobody saw, broke out"
    if verb.finite and verb.tense == "past" and verb.last == verb.first + 1 < len(analysis.tags) and verb.first > 0:
        beside = analysis.words[verb.first - 1] in (",", "(", "–", "—") and analysis.tags[verb.last] in ("PREP", "ADV")
        return msgspec.structs.replace(verb, finite=False, passive=True) if beside else verb  # ", arrested on Monday,"
    return verb


def verbs_of(draft: Draft, first: int, last: int) -> list[VerbGroup]:
    """The verb groups that tokens first..last belong to, each once."""
    found = {verb.first: verb for token in range(first, last) if (verb := verb_of(draft, token)) is not None}
    return [found[at] for at in sorted(found)]


def _verb_place(draft: Draft, token: int) -> bool:
    """Does a word that may be noun or verb stand where a verb does?  "which hit", "the plant shut its doors"."""
    tags, lowers = draft.analysis.tags, draft.analysis.lowers
    follows = lowers[token + 1] if token + 1 < len(lowers) else ""
    return tags[token - 1] == "REL" or (tags[token - 1] in ("NOUN", "PROPN") and follows in VERB_BEFORE)


def partner_key(found: Theme) -> str:
    """What tells one partner from another: its names, or the common noun that heads it ("president of Norland")."""
    named = any(name.startswith(found.head) for name in found.names)
    return " ".join(found.names) if named else found.head


def quoted_title(draft: Draft, token: int, step: int) -> Theme | None:
    """The title between quotation marks that opens (step 1) or closes (step -1) at `token`: "opened 'Hill Days' in"."""
    analysis = draft.analysis
    if not 0 <= token < len(analysis.tags) or analysis.tags[token] != "QUOTE":
        return None
    end = token + step
    while 0 <= end < len(analysis.tags) and abs(end - token) <= LONGEST_TITLE and analysis.tags[end] != "QUOTE":
        end += step
    first, last = min(token, end) + 1, max(token, end)
    if not 0 <= end < len(analysis.tags) or analysis.tags[end] != "QUOTE" or last <= first:
        return None
    inside = [low for low in analysis.lowers[first:last] if low[0].isalnum()]
    capitals = sum(analysis.words[k][0].isupper() or analysis.words[k][0].isdigit() for k in range(first, last))
    if 2 * capitals <= len(inside) or not inside or not analysis.words[first][:1].isupper():
        return None
    return Theme(inside[-1], tuple(sorted(set(inside))), first, last)


def object_of(draft: Draft, verb: VerbGroup, right: int) -> Theme | None:
    """The phrase behind a verb, or behind its "as" or "to", with its "of ..."; None for a time."""
    lowers = draft.analysis.lowers
    marks = ("as", "to") if verb.passive else ("as",)  # "resigned as chairman", "was elected to parliament"
    begin = verb.last + 1 if verb.last < right and lowers[verb.last] in marks else verb.last
    title = quoted_title(draft, begin, 1)
    if title is not None:
        return title
    follows = phrases.after(draft.analysis, begin, right)
    if follows is None or is_time(draft, follows.first) or is_time(draft, follows.head):
        return None
    return theme(draft, follows.first, with_attachment(draft, follows, right), follows.lemma)


def with_attachment(draft: Draft, phrase: phrases.Phrase, right: int) -> int:
    """Where a phrase ends with its "of ..."."""
    analysis = draft.analysis
    end = phrase.last
    if end + 1 < right and analysis.lowers[end] == "of":
        more = phrases.after(analysis, end + 1, right)
        if more is not None and not is_time(draft, more.head):
            return more.last
    return end


def subject_of(draft: Draft, verb: VerbGroup, left: int) -> Theme | None:
    """The subject's phrase; a relative or personal pronoun stands for the one thing it can mean, and a participle
    ("Founded in 1985, Acme", "since joining Leeds in 1999") shares the subject of the clause beside it."""
    analysis = draft.analysis
    token = verb.first
    while token > left and analysis.tags[token - 1] in ("ADV", "NEG"):
        token -= 1
    sentence = analysis.sentences[verb.sentence]
    before = analysis.lowers[token - 1] if token > sentence.first else ""
    tag = analysis.tags[token - 1] if token > sentence.first else ""
    if not verb.finite and not verb.infinitive:
        if not before or (before in words("opener") and token - 1 == sentence.first):
            return _of_main_clause(draft, verb.last, sentence.last)
        if before in words("opener"):
            return _of_clause_before(draft, token - 1, sentence.first)
        if before == ",":
            return _across_commas(draft, token - 1, sentence.first)
        if before in ("(", "-", "–", "—"):
            return phrase_before(draft, token, sentence.first)
    if tag == "REL" and before in ("who", "which", "that"):
        return phrase_before(draft, token - 1, sentence.first, inner=before == "who")
    if before in PRONOUNS:
        return pronoun(draft, token - 1, PRONOUNS[before], verb.last)
    if tag in ("PRON", "SUBJ", "REL"):
        return None
    if before == "," and verb.finite:
        return _across_commas(draft, token - 1, sentence.first)
    if tag == "QUOTE":
        return quoted_title(draft, token - 1, -1)
    if tag == "CONJ":  # "was arrested on Monday and charged on Tuesday"
        return _of_clause_before(draft, token - 1, sentence.first)
    found = phrases.before(analysis, verb.first, left)
    return None if found is None else theme(draft, found.first, verb.first, found.lemma)


def _across_commas(draft: Draft, comma: int, left: int) -> Theme | None:
    """The subject of a verb behind a comma: before the pair of commas ("Ms Lee, 34, died"), else before the one comma
    ("the film, released in 1996")."""
    analysis = draft.analysis
    opening = next((t for t in range(comma - 1, max(left, comma - APPOSITION) - 1, -1) if analysis.words[t] == ","), -1)
    for token in (opening, comma):
        if token > left:
            found = phrase_before(draft, token, left, inner=True)
            if found is not None and not is_time(draft, found.first):
                return _also_called(draft, found, opening, comma) if token == opening else found
    return None


def _also_called(draft: Draft, found: Theme, opening: int, comma: int) -> Theme:
    """ "Her debut novel, Hill Days, was": a name in apposition is one of its names."""
    beside = draft.analysis.words[opening + 1 : comma]
    if not beside or not all(word[0].isupper() or word in ("of", "the", "and") for word in beside):
        return found
    both = {*found.names, *names(draft, opening + 1, comma)}
    return msgspec.structs.replace(found, names=tuple(sorted(both)))


def phrase_before(draft: Draft, token: int, left: int, inner: bool = False) -> Theme | None:
    """The phrase that ends before `token`, across one comma, dash or bracket; `inner` without what it is attached to
    ("the statement from Ms Lee, who")."""
    analysis = draft.analysis
    while token > left and analysis.tags[token - 1] in ("PUNCT", "PREP"):
        token -= 1
    title = quoted_title(draft, token - 1, -1)
    if title is not None:
        return title
    begin = left
    if inner:
        begin = token
        while begin > left and analysis.tags[begin - 1] not in ("PREP", "PUNCT", "CONJ", "QUOTE"):
            begin -= 1
    found = phrases.before(analysis, token, begin)
    return None if found is None else theme(draft, found.first, token, found.lemma)


def _of_main_clause(draft: Draft, behind: int, limit: int) -> Theme | None:
    """The named subject of the clause behind: "..., Acme has"."""
    analysis = draft.analysis
    for ahead in range(behind, limit):
        group = analysis.verb_at.get(ahead)
        if group is not None and group.finite and group.first == ahead:
            # "Since her arrest on Tuesday Ms Lee has": the time parts the two clauses
            begin = max([behind, *(token + 1 for token in range(behind, ahead) if is_time(draft, token))])
            main = phrases.before(analysis, ahead, begin)
            if main is None:
                return None
            found = theme(draft, main.first, ahead, main.lemma)
            return found if found.names else None
    return None


def _of_clause_before(draft: Draft, token: int, left: int) -> Theme | None:
    """The subject of the nearest finite verb before `token`."""
    analysis = draft.analysis
    while token > left:
        token -= 1
        group = analysis.verb_at.get(token)
        if group is not None and group.finite:
            return subject_of(draft, group, left) if group.first > left else None
    return None


def pronoun(draft: Draft, token: int, gender: str, behind: int) -> Theme | None:
    """What "it", "he", "his" stands for: the subject of the main clause behind ("Since it was founded in 1985, Acme
    has ..."), or the one person named just before."""
    analysis = draft.analysis
    number = analysis.sentence_at(analysis.starts[token])
    sentence = analysis.sentences[number]
    opener = sentence.first
    if token > opener and (analysis.lowers[opener] in words("opener") or analysis.tags[opener] in ("SUB", "PREP")):
        found = _of_main_clause(draft, behind, sentence.last)
        if found is not None:
            return found
    if not gender:
        opened = token > opener and analysis.lowers[token - 1] in words("opener")
        found = _of_clause_before(draft, token - 1, opener) if opened else None
        return found if found is None or analysis.lowers[token] != "it" or not _somebody(found) else None
    before = [e for e in draft.names.entities_in(sentence.start, analysis.starts[token]) if e.kind == "person" and e.id]
    if not before and number > 0 and analysis.sentences[number - 1].scope == sentence.scope:
        above = analysis.sentences[number - 1]
        before = [e for e in draft.names.entities_in(above.start, above.end) if e.kind == "person" and e.id]
    if len({e.id for e in before}) != 1:
        return None
    first, last = analysis.tokens_of(before[0].start, before[0].end)
    return theme(draft, first, last, analysis.lowers[last - 1])


def _somebody(found: Theme) -> bool:
    """ "The captain", so not what "it" stands for."""
    return noun_classes().get(singular(found.head)) == "person"


def owner(draft: Draft, noun: int, left: int, right: int) -> Theme | None:
    """What undergoes the event of a noun: "of X", "X's", "his", or the names inside its phrase."""
    analysis = draft.analysis
    if noun + 1 < right and analysis.lowers[noun + 1] == "of":
        title = quoted_title(draft, noun + 2, 1)
        if title is not None:
            return title
        behind = phrases.after(analysis, noun + 2, right)
        if behind is None or is_time(draft, behind.head):
            return None
        return theme(draft, behind.first, with_attachment(draft, behind, right), behind.lemma)
    before = noun - 1
    while before >= left and analysis.tags[before] in ("ADJ", "ADV", "PART"):
        before -= 1
    if before >= left and analysis.lowers[before] in OWNERS:
        return pronoun(draft, before, OWNERS[analysis.lowers[before]], noun + 1)
    inside = phrases.before(analysis, noun + 1, left)
    if inside is None or inside.first >= noun:
        return None
    owners = [token for token in range(inside.first, noun) if analysis.tags[token] == "POSS"]
    end = owners[-1] if owners else noun
    heads = [token for token in range(inside.first, end) if analysis.tags[token] in ("NOUN", "PROPN")]
    if not heads or is_time(draft, heads[-1]):
        return None
    return theme(draft, inside.first, end, singular(analysis.lowers[heads[-1]]))
