"""Which of two events came first, by a connective, a verb or an adverb: "she resigned after the bank collapsed"; "she
resigned. A day later the bank collapsed"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial

import msgspec

from checker import patterns
from checker.claims import phrases
from checker.claims.clauses import segment
from checker.claims.draft import Draft
from checker.claims.events import LONGEST
from checker.claims.happened import Happened, light, of_noun, of_verb
from checker.claims.themes import Theme, is_time, subject_of, verb_of
from checker.language import VerbGroup
from checker.language.lexicon import table, word_class
from checker.language.morphology import only_past, verb_class
from checker.language.parts import Sentence

BREAKS = frozenset(("PUNCT", "QUOTE"))
REACH = 22  # tokens of a clause behind its connective
NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "DET", "POSS"))
UNTOLD = frozenset(("NEG", "MODAL"))
POINTING = frozenset(("it", "this", "that"))
SPAN = r"(?:seconds?|moments?|minutes?|hours?|days?|nights?|weeks?|fortnight|months?|years?|decades?)"
PART = r"(?:day|morning|afternoon|evening|night|week|weekend|month|year|summer|season)"
COMPARED = r"(?<!\bon )(?<!\bthan )(?<!\bof )(?<!\bfrom )(?<!\bin )"  # "a fall on the previous month" is no event of it
LATER = patterns.compile(
    rf"\b(?:{SPAN} (?:later|afterwards?|after(?=[,.;]))|{COMPARED}"
    rf"the (?:following|next|same) {PART}(?<!same day)(?!['’]s)|"
    r"(?:soon|shortly|long) after(?:wards?)?(?=[,.;])|afterwards?|subsequently|thereafter|later(?=,| that)|"
    r"only then|then(?= \w))\b"
)
EARLIER = patterns.compile(
    rf"\b(?:{SPAN} (?:earlier|before(?:hand)?(?=[,.;]))|{COMPARED}the (?:previous|preceding|prior) {PART}(?!['’]s)|"
    rf"the {PART} before(?=[,.;])|beforehand|earlier(?=,| that))\b"
)
OPENS = patterns.compile(
    r"[\"“'(]?(?:(?:and|but|only|just|barely|about|some|less than|a|an|one|two|three|four|five|six|seven|eight|nine|"
    r"ten|several|few|\d+|half|couple|of|the) )*$"
)


SIGNS = {"behind": -1, "main": 1, "tense": 0}
words = partial(word_class, "order_words")


class Connective(msgspec.Struct, frozen=True):
    """A row of `connectives.tsv`."""

    sign: int  # -1 where the event behind came first, 1 where that of the main clause did
    then: str
    noun: bool


@cache
def connectives() -> dict[str, Connective]:
    """Word → its row."""
    return {
        row["word"]: Connective(SIGNS[row["first"]], row["then"], row["takes"] == "noun")
        for row in table("connectives")
    }


class Order(msgspec.Struct, frozen=True):
    """Two events in their order, and the words that tell it."""

    earlier: Happened
    later: Happened
    start: int
    end: int
    text: str = ""  # as it is printed, where that is more than the two events
    dated: bool = False  # told by their days


def told(draft: Draft) -> Iterator[Order]:
    """Every two events that the text puts in order by a connective, a verb or an adverb."""
    yield from (*_joined(draft), *_followed(draft), *_adverbial(draft), *_done_by_then(draft))


def _joined(draft: Draft) -> Iterator[Order]:
    """ "X after Y", "After Y, X", "X came before Y", "X only once Y"."""
    analysis = draft.analysis
    for token, sentence in draft.stated(connectives().keys()):
        if sentence.last - sentence.first > LONGEST or token + 2 >= sentence.last:
            continue
        low = analysis.lowers[token]
        begin = token + 1
        if connectives()[low].then:
            if analysis.lowers[begin] != connectives()[low].then:
                continue
            begin += 1
        if low == "time" and analysis.lowers[token - 2 : token] != ["by", "the"]:
            continue
        two = _two(draft, sentence, token, begin)
        if two is None:
            continue
        start, end = analysis.starts[token], analysis.ends[token]
        main, beside = two
        sign = connectives()[low].sign or main.gone_by - beside.gone_by  # "had collapsed when she resigned"
        if sign:
            yield Order(main, beside, start, end) if sign > 0 else Order(beside, main, start, end)


def _two(draft: Draft, sentence: Sentence, token: int, begin: int) -> tuple[Happened, Happened] | None:
    """The event of the main clause, and that behind the connective."""
    analysis = draft.analysis
    low = analysis.lowers[token]
    end = begin
    while end < min(sentence.last, token + REACH) and analysis.tags[end] not in BREAKS:
        if analysis.lowers[end] in ("after", "before", "until", "once", "that") or (end > begin and _opens(draft, end)):
            break
        end += 1
    if end - begin < 1 or end >= token + REACH or is_time(draft, begin):
        return None
    first = token
    while first > sentence.first and (analysis.lowers[first - 1] in words("leading") or is_time(draft, first - 1)):
        first -= 1
    opens = first == sentence.first or analysis.tags[first - 1] in (*BREAKS, "CONJ")
    fronted = opens or analysis.lowers[first - 1] == "that"
    main = _cleft(draft, first, end, sentence)
    if main is None and fronted:
        main = _main_behind(draft, end, sentence)
    if main is None and first > sentence.first:
        main = _main_before(draft, token, sentence, low in ("until", "till"))
    if main is None:
        return None
    other = subordinate(draft, begin, end, connectives()[low].noun)
    return (main, other) if other is not None else None


def _cleft(draft: Draft, first: int, end: int, sentence: Sentence) -> Happened | None:
    """ "It was only after the fire that the alarm sounded": the clause behind "that"."""
    analysis = draft.analysis
    if analysis.lowers[max(sentence.first, first - 2) : first] not in (["it", "was"], ["it", "is"]):
        return None
    that = next((at for at in range(first, sentence.last) if analysis.lowers[at] == "that"), None)
    return first_event(draft, that + 1, sentence) if that is not None else None


def _opens(draft: Draft, token: int) -> bool:
    """Does a coordinate clause of its own open at this token?"""
    return draft.analysis.tags[token] == "CONJ" and segment(draft.analysis, token)[0] == token


def _main_before(draft: Draft, token: int, sentence: Sentence, until: bool) -> Happened | None:
    """The event of the verb before the connective; that of the sentence before for "It came after"."""
    analysis = draft.analysis
    for at in range(token - 1, sentence.first - 1, -1):
        if analysis.tags[at] == "QUOTE" or analysis.words[at] in (";", ":"):
            return None
        verb = verb_of(draft, at)
        if verb is None:
            continue
        left = segment(analysis, verb.first)[0]
        if verb.lemma in words("naming") and verb.last == token:
            return None
        if verb.negated != until and (verb.negated or not _only(draft, verb, token)):
            return None
        if verb.infinitive:
            if verb.first == 0 or analysis.lowers[verb.first - 1] not in words("granting"):
                return None
        elif not _finite(draft, verb):
            return None
        if verb.negated:
            verb = msgspec.structs.replace(verb, negated=False)
        if verb.lemma in light() and verb.first > left and analysis.lowers[verb.first - 1] in POINTING:
            return _only_event(draft, analysis.sentence_at(analysis.starts[token]) - 1)
        return of_verb(draft, verb, left, token)
    return None


def _finite(draft: Draft, verb: VerbGroup) -> bool:
    """Is it a clause's own verb: also a past form that may be a participle, behind "and then"?"""
    if verb.finite or draft.analysis.lowers[verb.head] in only_past():
        return True
    before = verb.first - 1
    while before > 0 and draft.analysis.tags[before] == "ADV":
        before -= 1
    return not verb.infinitive and verb.tense in ("past", "none") and draft.analysis.tags[before] == "CONJ"


def _only(draft: Draft, verb: VerbGroup, token: int) -> bool:
    """ "were told only until": "until" orders two events only behind a negation or "only"."""
    return "only" in draft.analysis.lowers[verb.first : token]


def _main_behind(draft: Draft, end: int, sentence: Sentence) -> Happened | None:
    """The main clause behind a clause that opens the sentence, up to its next comma."""
    analysis = draft.analysis
    if end >= sentence.last or analysis.words[end] != ",":
        return None
    return first_event(draft, end + 1, sentence)


def first_event(draft: Draft, first: int, sentence: Sentence) -> Happened | None:
    """The event of the first finite verb from a token on, up to the end of its clause."""
    analysis = draft.analysis
    for at in range(first, sentence.last):
        if analysis.tags[at] == "QUOTE" or analysis.words[at] in (";", ":"):
            return None
        verb = verb_of(draft, at)
        if verb is not None and _finite(draft, verb):
            found = of_verb(draft, verb, first, _end(draft, verb.last, sentence))
            if found is not None or verb_class(verb.lemma) != "say":
                return found
    return None


def _end(draft: Draft, token: int, sentence: Sentence) -> int:
    """Where a clause ends: at a stop, or where another opens."""
    analysis = draft.analysis
    while token < sentence.last and analysis.tags[token] not in BREAKS and not _opens(draft, token):
        if analysis.lowers[token] in connectives():
            break
        token += 1
    return token


def subordinate(draft: Draft, first: int, last: int, nouns_only: bool) -> Happened | None:
    """The event behind a connective: a clause, "winning the cup", or a noun ("the collapse of Norbank")."""
    analysis = draft.analysis
    found = [v for at in range(first, last) if (v := verb_of(draft, at)) is not None and v.first == at]
    finite = [verb for verb in found if verb.finite]
    if not found or (not finite and found[0].first > first) or nouns_only:
        noun = bool(found) and analysis.tags[found[0].first] == "ING" and analysis.tags[found[0].first - 1] in NOMINAL
        return None if finite else of_noun(draft, first, found[0].first if found and not noun else last)
    verb = found[0]
    if verb.first == first and analysis.tags[first] == "ING":
        return of_verb(draft, verb, first, last)
    if not verb.finite or len(finite) > 1 or not UNTOLD.isdisjoint(analysis.tags[first:last]):
        return None
    return of_verb(draft, verb, first, last)


def _done_by_then(draft: Draft) -> Iterator[Order]:
    """ "Having sold the bank, she left", "With the treaty signed, the king left"."""
    analysis = draft.analysis
    for token, sentence in draft.stated({"having", "with"}):
        if token != sentence.first or sentence.last - sentence.first > LONGEST:
            continue
        comma = next((at for at in range(token, sentence.last) if analysis.tags[at] in BREAKS), sentence.last)
        verb = next((v for at in range(token, comma) if (v := verb_of(draft, at)) is not None), None)
        if verb is None or (analysis.lowers[token] == "with" and analysis.lowers[verb.head - 1] == "with"):
            continue
        one = of_verb(draft, verb, token + (analysis.lowers[token] == "with"), comma)
        two = first_event(draft, comma + 1, sentence) if comma < sentence.last else None
        if one is not None and two is not None:
            yield Order(one, two, analysis.starts[token], analysis.ends[verb.last - 1])


def _followed(draft: Draft) -> Iterator[Order]:
    """ "His resignation followed the vote", "the vote was followed by his resignation"."""
    analysis = draft.analysis
    for verb in analysis.verb_groups:
        if verb.lemma not in words("causing") or not verb.finite or verb.negated or verb.modal:
            continue
        sentence = analysis.sentences[verb.sentence]
        if draft.telling(verb.start) is None:
            continue
        left, last = segment(analysis, verb.first)[0], _end(draft, verb.last, sentence)
        linked = "by" if verb.passive else "to" if verb.lemma == "lead" else ""
        if verb.lemma == "lead" and (verb.passive or analysis.lowers[verb.last : verb.last + 1] != ["to"]):
            continue
        begin = verb.last + (verb.last < last and analysis.lowers[verb.last] == linked)
        subject = subject_of(draft, verb, left)
        pointing = verb.first > left and analysis.lowers[verb.first - 1] in POINTING
        one = (
            _only_event(draft, verb.sentence - 1)
            if pointing
            else of_noun(draft, subject.first, verb.first, True) if subject is not None else None
        )  # fmt: skip
        other = of_noun(draft, begin, last)
        behind = phrases.after(analysis, verb.last, last)
        alone = not verb.passive and (behind is None or is_time(draft, behind.first))
        if one is None and subject is not None and alone:
            before = _before(draft, verb, sentence)
            if before is not None:
                yield Order(before, _likewise(before, subject), verb.start, verb.end)
        if one is not None and other is not None:
            first = (verb.lemma != "follow") != verb.passive
            yield Order(one, other, verb.start, verb.end) if first else Order(other, one, verb.start, verb.end)


def _before(draft: Draft, verb: VerbGroup, sentence: Sentence) -> Happened | None:
    """The event of the clause before a verb, else the one that the sentence before tells."""
    analysis = draft.analysis
    left = segment(analysis, verb.first)[0]
    for at in range(left - 1, sentence.first - 1, -1):
        above = verb_of(draft, at)
        if above is not None and _finite(draft, above):
            return of_verb(draft, above, segment(analysis, above.first)[0], left)
    return _only_event(draft, verb.sentence - 1)


def _likewise(before: Happened, subject: Theme) -> Happened:
    """What somebody else did, or what befell another: "Dorn resigned; Keller followed"."""
    words = frozenset((*subject.names, subject.head))
    names = frozenset(subject.names)
    return Happened(before.deeds, words, frozenset(), words, names, subject.first, subject.last)


def _adverbial(draft: Draft) -> Iterator[Order]:
    """ "X and moments later Y", "X first and Y afterwards", "X. The following day, Y." """
    analysis = draft.analysis
    for number in sorted({analysis.sentence_at(sentence.start) for _, sentence in draft.stated(words("shifting"))}):
        sentence = analysis.sentences[number]
        if sentence.last - sentence.first > LONGEST:
            continue
        for pattern, sign in ((LATER, 1), (EARLIER, -1)):
            match = pattern.search(analysis.lower, sentence.start, sentence.end)
            if match is None:
                continue
            token = analysis.token_at(match.start())
            two = _in_sentence(draft, sentence, token)
            if two is None and _apart(draft, sentence, token):
                before, own = _only_event(draft, number - 1), _only_event(draft, number)
                two = (before, own) if before is not None and own is not None else None
            if two is not None:
                one, other = two if sign > 0 else two[::-1]
                yield Order(one, other, match.start(), match.end())


def _apart(draft: Draft, sentence: Sentence, token: int) -> bool:
    """Does the adverb stand at the beginning of its sentence, or of its one clause's end?"""
    analysis = draft.analysis
    if OPENS.match(analysis.lower[sentence.start : analysis.starts[token]]):
        return True
    return not any(analysis.tags[at] == "CONJ" for at in range(sentence.first, token))


def _in_sentence(draft: Draft, sentence: Sentence, token: int) -> tuple[Happened, Happened] | None:
    """The events before and behind the "and" (or comma) of the adverb's clause."""
    analysis = draft.analysis
    for at in range(token, sentence.first, -1):
        if analysis.lowers[at] not in ("and", "but", ";") and not (analysis.words[at] == "," and at == token - 1):
            continue
        other = first_event(draft, at + 1, sentence)
        if other is None or not any(verb_of(draft, one) for one in range(at + 1, other.last)):
            continue
        for before in range(at - 1, sentence.first - 1, -1):
            verb = verb_of(draft, before)
            if verb is not None and _finite(draft, verb):
                one = of_verb(draft, verb, segment(analysis, verb.first)[0], at)
                return (one, other) if one is not None else None
        return None
    return None


def _only_event(draft: Draft, number: int) -> Happened | None:
    """The one event that a sentence tells; None where it tells of several, or orders them."""
    analysis = draft.analysis
    if number < 0 or number >= len(analysis.sentences):
        return None
    sentence = analysis.sentences[number]
    if sentence.scope in ("furniture", "correction", "headline") or sentence.last - sentence.first > LONGEST:
        return None
    if any(low in ("after", "before", "once", "until") for low in analysis.lowers[sentence.first : sentence.last]):
        return None
    found = []
    for at in range(sentence.first, sentence.last):
        verb = verb_of(draft, at)
        if verb is None or verb.first != at or not verb.finite:
            continue
        event = of_verb(draft, verb, segment(analysis, at)[0], _end(draft, verb.last, sentence))
        found += [event] if event is not None else []
    return found[0] if len(found) == 1 else None
