"""Superlatives and firsts: who is "the tallest tower in the city", "the first woman to lead the bank"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial

import msgspec

from checker.claims import phrases
from checker.claims.draft import Draft
from checker.claims.nouns import noun_classes
from checker.claims.rarity import NAME
from checker.claims.themes import is_time, names
from checker.claims.words import POSSESSIVES
from checker.language import Analysis
from checker.language.frequency import zipf
from checker.language.lexicon import items, table, word_class
from checker.language.morphology import singular
from checker.language.parts import Sentence
from checker.records import Claim

COPULAS = frozenset(("be", "become", "remain"))
MARKS = frozenset(("most", "only"))
NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "NUM", "ING", "PART"))
SHORTEST = 6  # letters of a superlative in -est
REACH = 24  # tokens of a scope
NEAR = 2  # tokens round a superlative and its bearer in which a word of doubt counts
DETERMINERS = frozenset(("the", "a", "an"))


class Superlative(msgspec.Struct, frozen=True):
    """What is the most or the first: its tokens, the quality, the rank in it, the words of the thing and its scope."""

    first: int
    last: int
    quality: str
    rank: int
    head: str
    scope: tuple[str, ...]


words = partial(word_class, "superlatives")


@cache
def ranks() -> dict[str, int]:
    """ "second" → 2."""
    return {row["words"]: int(row["value"]) for row in table("superlatives") if row["class"] == "rank"}


@cache
def kin(kind: str) -> dict[str, str]:
    """Head or quality → the one that stands for all of its meaning."""
    rows = (items(row["words"]) for row in table("superlatives") if row["class"] == kind)
    return {word: row[0] for row in rows for word in row}


@cache
def quality(low: str) -> str:
    """The superlative that a word is, else "": its comparative ("taller"), or its adjective in -y, is a word."""
    ranked = low.partition("-")
    if ranked[0] in ranks() and ranked[2]:
        return quality(ranked[2])
    if not low.endswith("est") or len(low) < SHORTEST or low in words("ending"):
        return ""
    stem = low[:-4] if low[-4] == low[-5] else low[:-4] + "y"  # wettest, busiest
    known = low[:-2] + "r" in zipf() or ((low.endswith("iest") or low[-4] == low[-5]) and stem in zipf())
    return low if known else ""


def superlative_claims(draft: Draft) -> list[Claim]:
    """Aspect superlative: predicate the quality, value the rank, counted the head, modifiers the words of thing and
    scope, subject who or what it is, `context` the words of its name."""
    analysis = draft.analysis
    rows = []
    marks = {*MARKS, *ranks(), "any", *(low for low in draft.places if low.endswith("est") and quality(low))}
    for at, sentence in draft.stated(marks):
        lowers = analysis.lowers[sentence.first : sentence.last]
        row = _claim(draft, sentence, at, not words("undone").isdisjoint(lowers))
        if row is not None:
            rows.append(row)
    return rows


def _claim(draft: Draft, sentence: Sentence, at: int, passes: bool) -> Claim | None:
    """The claim of a superlative; `passes`: its sentence tells that one changes hands, which a first does not."""
    analysis = draft.analysis
    read = _compared if analysis.lowers[at] == "any" else _superlative
    found = read(draft, sentence, at)
    if found is None or (passes and found.quality != "rank"):
        return None
    bearer = _bearer(draft, sentence, found)
    if bearer is None:
        return None
    first, last, tense = bearer
    around = analysis.lowers[max(sentence.first, min(first, found.first) - NEAR) : max(last, found.last) + NEAR]
    if read is _compared:
        around = [low for low in around if low not in analysis.lowers[found.first : found.last]]  # "longer than any"
    if not words("unsure").isdisjoint(around) or (found.quality != "rank" and not words("near").isdisjoint(around)):
        return None
    name = tuple(names(draft, first, last)) or _titled(draft, first, last, found.head)
    start, end = analysis.starts[found.first], analysis.ends[found.last - 1]
    voices = draft.voices(start, end)
    if not name or not voices or voices[0].polarity == "-" or voices[0].certainty != "certain":
        return None
    return draft.claim(
        "superlative",
        start,
        end,
        voices[0],
        subject=" ".join(sorted(name)),
        predicate=kin("quality").get(found.quality, found.quality),
        value=float(found.rank),
        least=float(found.rank),
        most=float(found.rank),
        counted=found.head,
        modifiers=found.scope,
        qualifier=tense,
        wording=analysis.text[analysis.starts[first] : analysis.ends[last - 1]],
        counted_text=analysis.text[start:end],
        context=tuple(sorted(set(name))),
    )


def _titled(draft: Draft, first: int, last: int, head: str) -> tuple[str, ...]:
    """ "The Captain", where it is a pub and no person."""
    if noun_classes().get(head, "") in ("person", "soldier", "leader"):
        return ()
    words = draft.analysis.words[first:last]
    return tuple(word.lower() for word in words[1:] if word[0].isupper()) if words[0].lower() == "the" else ()


def _superlative(draft: Draft, sentence: Sentence, at: int) -> Superlative | None:
    """The superlative at a token with noun and scope: "the tallest tower in the city", "the city's tallest tower"."""
    analysis = draft.analysis
    lowers, tags = analysis.lowers, analysis.tags
    low = lowers[at]
    first, rank, rest = at - 1, 1, at + 1
    if low in ranks():
        rank, told = ranks()[low], "rank"
        if quality(lowers[at + 1]) if at + 1 < sentence.last else "":
            told, rest = quality(lowers[at + 1]), at + 2
    elif low == "most":
        if at + 1 >= sentence.last or lowers[at + 1] not in words("more"):
            return None
        told, rest = lowers[at + 1], at + 2
    else:
        told = "only" if low == "only" else quality(low)
        rank = ranks().get(low.partition("-")[0], 1)
        if at > sentence.first and lowers[at - 1] in ranks():
            return None  # read at its ordinal
    if first < sentence.first:
        return None
    owner: list[str] = []
    begin = first
    if lowers[first] != "the":
        if lowers[first] not in POSSESSIVES:
            return None
        while first > sentence.first and (tags[first - 1] in ("PROPN", "NOUN", "ADJ") or first == at - 1):
            first -= 1
        owner = list(draft.words[first : at - 1])
        begin = first
        if first > sentence.first and lowers[first - 1] in DETERMINERS:
            first -= 1
    if first > sentence.first and lowers[first - 1] == "of" and lowers[first - 2] in words("among"):
        return None
    if first > sentence.first and lowers[first - 1] in words("among"):
        return None
    after = rest
    while after < sentence.last and tags[after] in NOMINAL:
        after += 1
    head = after - 1
    if head < rest or tags[head] not in ("NOUN", "ING") or singular(lowers[head]) != lowers[head]:
        return None  # "the tallest towers" are several
    last = _end(draft, after, sentence)
    if last is None or any(is_time(draft, token) for token in (at, head)):
        return None
    if not owner and last == after:
        return None  # "the tallest tower": of what, the context tells
    pair = " ".join(lowers[head - 1 : head + 1])
    own = {head - 1, head} if head > rest and pair in kin("head") else {head}  # "public house"
    noun = kin("head").get(pair if len(own) > 1 else lowers[head], lowers[head])
    owners = range(begin, at - 1) if owner else range(0)
    told_of = _scope(draft, [*owners, *(token for token in range(rest, last) if token not in own)])
    return Superlative(first, last, told, rank, noun, told_of) if told_of else None


def _compared(draft: Draft, sentence: Sentence, at: int) -> Superlative | None:
    """ "longer than any other bridge in Norland"; from its "is" on, so that who is longer stands before it."""
    analysis = draft.analysis
    lowers = analysis.lowers
    more = at - 2
    if more <= sentence.first or lowers[at - 1] != "than" or at + 2 >= sentence.last or lowers[at + 1] != "other":
        return None
    told = lowers[more][:-1] + "st" if lowers[more].endswith("er") else lowers[more]
    if lowers[more].endswith("er") and not quality(told):
        return None
    first = more
    if not lowers[more].endswith("er"):
        if told not in words("more") or lowers[more - 1] != "more":
            return None
        first = more - 1
    phrase = phrases.after(analysis, at + 2, sentence.last)
    last = _end(draft, phrase.last, sentence) if phrase is not None and phrase.first == at + 2 else None
    if phrase is None or last is None:
        return None
    noun = kin("head").get(phrase.lemma, phrase.lemma)
    scope = _scope(draft, [token for token in range(at + 2, last) if token != phrase.head])
    return Superlative(first, last, told, 1, noun, scope) if scope else None


def _scope(draft: Draft, tokens: Sequence[int]) -> tuple[str, ...]:
    """The words of a scope, sorted: a time as its value, "the city" as the place named last before it."""
    found: set[str] = set()
    named = any(draft.words[token].startswith(NAME) for token in tokens)
    for token in tokens:
        start, end = draft.analysis.starts[token], draft.analysis.ends[token]
        time = next((one for one in draft.names.times_in(start, end)), None) if is_time(draft, token) else None
        word = _word(draft, token)
        if time is not None:
            found.add(time.value)
        elif word in words("place"):
            found |= set() if named else set(_place_before(draft, start)) or {word}
        elif word:
            found.add(word.removeprefix(NAME))
    return tuple(sorted(found))


def _place_before(draft: Draft, offset: int) -> list[str]:
    """The words of the place that the text named last."""
    places = [one for one in draft.names.entities if one.end <= offset and one.kind in ("place", "country")]
    if not places:
        return []
    first, last = draft.analysis.token_at(places[-1].start), draft.analysis.token_at(places[-1].end - 1)
    return [word.removeprefix(NAME) for word in draft.words[first : last + 1] if word]


def _word(draft: Draft, token: int) -> str:
    """A token as part of a scope: its content word; a numeral as printed."""
    return draft.words[token] or (draft.analysis.lowers[token] if draft.analysis.tags[token] == "NUM" else "")


def _end(draft: Draft, token: int, sentence: Sentence) -> int | None:
    """Where the scope ends: at a stop, a dash or a quotation mark, or before "and" and a verb; None when a clause goes
    on to narrow it, or a pronoun leaves open which it is ("in its history")."""
    analysis = draft.analysis
    begin = token
    while token < sentence.last and analysis.tags[token] not in ("PUNCT", "QUOTE"):
        tag, low = analysis.tags[token], analysis.lowers[token]
        group = analysis.verb_at.get(token)
        if tag in ("REL", "SUB", "SUBJ", "PRON") or low in ("its", "his", "her", "their", "our", "my", "this", "that"):
            return None
        if tag == "CONJ" and _verb_follows(analysis, token + 1, sentence.last):
            break
        if group is not None and group.finite:
            return None if token > begin and group.lemma not in COPULAS else token
        token += 1
    return token if token - begin <= REACH else None


def _verb_follows(analysis: Analysis, token: int, limit: int) -> bool:
    while token < limit and analysis.tags[token] == "ADV":
        token += 1
    group = analysis.verb_at.get(token) if token < limit else None
    return group is not None and group.finite


def _bearer(draft: Draft, sentence: Sentence, found: Superlative) -> tuple[int, int, str] | None:
    """Who or what it is, with the tense of "is" or "was": the subject of a copula, or the name it stands beside."""
    analysis = draft.analysis
    before = found.first - 1
    if before < sentence.first:
        return _behind(draft, sentence, found) or _told(draft, sentence, found)
    group = analysis.verb_at.get(before)
    if group is not None:
        if group.lemma not in COPULAS or group.negated or group.modal or not group.finite or group.last != found.first:
            return None
        subject = phrases.before(analysis, group.first, sentence.first, attached=False)
        if subject is None or not _named(draft, subject.first, group.first, sentence):
            return None
        tense = "become" if group.lemma == "become" else group.tense
        return subject.first, group.first, tense
    if analysis.words[before] != "," or before - 1 < sentence.first:
        return None
    behind = analysis.words[found.last] if found.last < sentence.last else ""
    if behind not in (",", ".", "") and analysis.tags[found.last] != "PUNCT":
        return None
    name = phrases.before(analysis, before, sentence.first, attached=False)
    if name is None or not _named(draft, name.first, before, sentence):
        return None
    return name.first, before, "present"


def _behind(draft: Draft, sentence: Sentence, found: Superlative) -> tuple[int, int, str] | None:
    """ "The first woman to lead the bank, Ana Ruiz, said": the name behind the comma."""
    analysis = draft.analysis
    if found.last >= sentence.last or analysis.words[found.last] != ",":
        return None
    name = phrases.after(analysis, found.last + 1, sentence.last)
    if (
        name is None
        or not _named(draft, name.first, name.last, sentence)
        or analysis.words[name.last : name.last + 1] != [","]
    ):
        return None
    return name.first, name.last, "present"


def _told(draft: Draft, sentence: Sentence, found: Superlative) -> tuple[int, int, str] | None:
    """ "The city's tallest building is Lantern Court"."""
    analysis = draft.analysis
    group = analysis.verb_at.get(found.last)
    if group is None or group.lemma not in COPULAS or group.negated or group.modal or not group.finite:
        return None
    name = phrases.after(analysis, group.last, sentence.last)
    if name is None or not _named(draft, name.first, name.last, sentence):
        return None
    return name.first, name.last, group.tense


def _named(draft: Draft, first: int, last: int, sentence: Sentence) -> bool:
    """Is the phrase one name, and no part of a list ("Ruiz and Lee")?"""
    analysis = draft.analysis
    if first >= last or not analysis.words[last - 1][0].isupper() or is_time(draft, last - 1):
        return False
    opener = first - 1
    return opener < sentence.first or (
        analysis.tags[opener] != "CONJ" and analysis.lowers[opener] not in ("of", "for", "in", "than", "like")
    )
