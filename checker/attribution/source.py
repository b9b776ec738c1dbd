"""The noun phrase that speaks: the subject of a cue, found by walking left from its verb group."""

from __future__ import annotations

from checker.attribution.clauses import DASHES
from checker.attribution.cues import word_class
from checker.entities.gazetteer import titles
from checker.language import Analysis

NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "NUM", "DET", "POSS", "", "PART", "ING"))
PRONOUN = word_class("pronoun")
RELATIVE = frozenset(("who", "which", "that"))
SIDE = frozenset(("PREP", "ADV", "SUB", "ING", "NEG"))
CONTRACTED = frozenset(("'s", "’s"))
QUOTE_MARKS = frozenset('“”"«»„')
NO_PREPOSITION = word_class("no-preposition")
LIMIT = 40  # tokens a noun phrase goes back


def subject(analysis: Analysis, verb: int, floor: int) -> tuple[int, int] | None:
    """Tokens (first, end) of the subject of the verb group that begins at `verb`, not before token `floor`."""
    lowers, tags, words, verb_at = analysis.lowers, analysis.tags, analysis.words, analysis.verb_at
    end = verb
    while end > floor and tags[end - 1] in ("ADV", "NEG") and lowers[end - 1] not in PRONOUN:
        end -= 1
    if end <= floor:
        return None
    left = end - 1
    if lowers[left] in RELATIVE and tags[left] in ("REL", "DET", "SUBJ", "PRON", "SUB"):
        return left, end
    if lowers[left] == "whom" and left - 1 > floor and lowers[left - 1] == "of":
        return noun_phrase(analysis, left - 1, floor) or left, end  # "two men, both of whom said"
    if tags[left] in ("SUBJ", "PRON") or lowers[left] in PRONOUN:
        if lowers[left] in ("him", "them", "me"):
            first = noun_phrase(analysis, left, floor) if tags[left - 1] in ("PREP", "TO") else None
            return (first, end) if first is not None else None  # "those close to him said"
        return left, end
    if (words[left] in CONTRACTED or tags[left] in ("BE", "HAVE")) and left > floor and tags[left - 1] == "SUBJ":
        return left - 1, left  # "he’s denouncing"
    if tags[left] == "CONJ":
        return shared(analysis, left, floor)
    if words[left] == ",":
        return _across_comma(analysis, left, floor)
    if words[left] in DASHES:
        return _across_dashes(analysis, left, floor, end)
    if words[left] in QUOTE_MARKS or words[left] in ":;":
        return None
    contact = verb_at.get(left)
    if contact is not None and contact.finite and contact.first - 2 >= floor and tags[contact.first - 1] == "SUBJ":
        before = contact.first - 2  # "everyone |I asked| said"
        first = before if lowers[before] in PRONOUN else noun_phrase(analysis, before + 1, floor)
        return (first, end) if first is not None else None
    first = noun_phrase(analysis, end, floor)
    return (first, end) if first is not None else None


def shared(analysis: Analysis, conjunction: int, floor: int) -> tuple[int, int] | None:
    """ "X met the envoys and said": the subject of the verb group before the conjunction."""
    token = conjunction - 1
    while token >= floor:
        group = analysis.verb_at.get(token)
        if group is not None and group.finite:
            found = subject(analysis, group.first, floor)
            if found is not None:
                return found
        token = token - 1 if group is None else group.first - 1
    return None


def _across_dashes(analysis: Analysis, dash: int, floor: int, end: int) -> tuple[int, int] | None:
    """ "Ruiz — the governor — said": over what two dashes enclose, with no verb but in a relative clause."""
    words, verb_at, lowers = analysis.words, analysis.verb_at, analysis.lowers
    other = dash - 1
    while other > floor and words[other] in DASHES:
        other -= 1  # "--" is two marks
    inner = other
    while other > floor and dash - other < LIMIT and words[other] not in DASHES:
        if words[other] in QUOTE_MARKS:
            return None
        other -= 1
    if words[other] not in DASHES:
        return None
    opening = other + 1
    while other > floor and words[other - 1] in DASHES:
        other -= 1
    told = any(k in verb_at and verb_at[k].finite for k in range(opening, inner + 1))
    if (told and lowers[opening] not in RELATIVE) or words[other - 1] in ",.;:":
        return None
    main = noun_phrase(analysis, other, floor)
    return (main, end) if main is not None else None


def _across_comma(analysis: Analysis, comma: int, floor: int) -> tuple[int, int] | None:
    """ "Ruiz, the governor, said": over an apposition or an aside to the noun phrase before it."""
    words, tags, lowers = analysis.words, analysis.tags, analysis.lowers
    other = comma - 1
    while other >= floor and words[other] != ",":
        if words[other] in QUOTE_MARKS:
            return None
        other -= 1
    if other < floor:
        return shared(analysis, comma, floor)
    opening = other + 1
    if opening >= comma:
        return None
    main = noun_phrase(analysis, other, floor)
    if main is None:
        return None
    while main - 2 >= floor and words[main - 1] == "," and tags[main - 2] == "PROPN" and tags[main] in ("DET", "NUM"):
        outer = noun_phrase(analysis, main - 1, floor)
        if outer is None:
            break
        main = outer
    if tags[opening] in SIDE and lowers[opening] not in RELATIVE:
        return main, other
    return main, comma + 1


def noun_phrase(analysis: Analysis, end: int, floor: int) -> int | None:
    """Where the noun phrase that ends before token `end` begins."""
    lowers, tags, words, verb_at = analysis.lowers, analysis.tags, analysis.words, analysis.verb_at
    k = end - 1
    low_limit = max(floor, end - LIMIT)
    while k >= low_limit:
        tag = tags[k]
        if words[k] == ")":
            back = k
            while back > low_limit and words[back] != "(":
                back -= 1
            if words[back] != "(":
                break
            k = back - 1
            continue
        if tag in ("VERB", "PART") and _reduced(analysis, k, low_limit):
            k -= 1
            continue
        if tag in ("PART", "ING", "NOUN", "ADJ") and k in verb_at and verb_at[k].finite:
            break
        if tag in NOMINAL and (words[k][0].isalnum() or tag == "POSS" or words[k] in "$£€%&’'."):
            k -= 1
            continue
        if words[k] == "." and k > low_limit and words[k - 1][0].isupper() and len(words[k - 1]) < 5:
            k -= 1  # "Rep.", "J."
            continue
        if (
            tag in ("PREP", "TO")
            and k > floor
            and (tags[k - 1] in ("NOUN", "PROPN", "", "PRON", "NUM", "PART") or lowers[k - 1] in titles())
            and lowers[k] not in NO_PREPOSITION
        ):
            k -= 1
            continue
        if tag == "CONJ" and lowers[k] in ("and", "or", "nor") and k > floor and tags[k - 1] in ("NOUN", "PROPN", ""):
            k -= 1
            continue
        if tag == "QUOTE" and words[k] in '”"' and k > low_limit:  # a quoted word inside the phrase
            back = k - 1
            while back > low_limit and words[back] not in '“"' and k - back < 6:
                back -= 1
            if words[back] in '“"' and back > low_limit and tags[back - 1] in ("DET", "POSS", "ADJ", "NOUN"):
                k = back - 1
                continue
        break
    first = k + 1
    relative = _relative(analysis, first, floor)
    if relative is not None:
        return relative
    if all(tags[t] in ("ADJ", "ADV", "PART", "ING") for t in range(first, end)):
        return None  # no noun
    if first > floor and lowers[first - 1] in ("neither", "both", "no"):
        first -= 1
    while (
        first < end
        and lowers[first] not in ("neither", "both", "no")
        and (tags[first] in ("CONJ", "PREP", "POSS", "ADV") or words[first] in ".,’'&%")
    ):
        first += 1
    if first >= end:
        return None
    if k >= floor and tags[k] == "PREP":
        first = _after_adjunct(analysis, first, end)
    return first


def _reduced(analysis: Analysis, k: int, floor: int) -> bool:
    """ "those |accused| in connection with": a past form between a noun and a preposition."""
    tags = analysis.tags
    group = analysis.verb_at.get(k)
    if k <= floor or tags[k + 1] != "PREP" or (group is not None and group.last - group.first > 1):
        return False
    return tags[k - 1] in ("NOUN", "DET", "") and analysis.lowers[k].endswith(("ed", "en", "wn", "de"))


def _relative(analysis: Analysis, first: int, floor: int) -> int | None:
    """ "The man who shot him said": the noun phrase before the relative clause that ends at the verb."""
    tags, lowers = analysis.tags, analysis.lowers
    k = first - 1
    while k > floor and first - k < 15:
        if analysis.words[k] == "," or analysis.words[k] in QUOTE_MARKS:
            return None
        if lowers[k] in ("who", "whose", "which", "that") and tags[k - 1] in ("NOUN", "PROPN", ""):
            verb = k + 1
            while verb < first and tags[verb] == "ADV":
                verb += 1
            group = analysis.verb_at.get(verb)
            return noun_phrase(analysis, k, floor) if group is not None and group.finite else None
        if tags[k] in ("REL", "SUB"):
            return None  # another clause begins between
        k -= 1
    return None


def _after_adjunct(analysis: Analysis, first: int, end: int) -> int:
    """ "In Paris the minister said": the noun of the opening adjunct is no part of the subject."""
    tags = analysis.tags
    for k in range(first + 1, end):
        if tags[k] == "DET" and tags[k - 1] in ("NOUN", "PROPN", "NUM", ""):
            return k
        if tags[k] == "PROPN" and tags[k - 1] in ("NOUN", "NUM"):
            return k
    return first
