"""An announced number and the list that goes with it ("five countries have signed: ...").

Only closed lists count: the last item stands behind "and" or "or", no item has a figure, a verb or a clause in it, and
nothing says that the list is a choice ("including", "such as").
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.frame.match import Group
from checker.claims.constructions.frame.pattern import words as words_of
from checker.claims.constructions.frame.roles import Roles
from checker.claims.constructions.lists.items import (
    ARE,
    DASHES,
    DETERMINERS,
    JOINS,
    Chunks,
    apposition,
    bare,
    before_count,
    capital,
    capital_some,
    chunks_of,
    gone_back,
    named,
    nearest,
)
from checker.claims.constructions.lists.named_before import named_before, points_back
from checker.claims.constructions.parts.counts import together
from checker.claims.draft import Draft
from checker.language import Analysis, Sentence
from checker.records import Quantity

MOST_ITEMS = 20
MOST_OFF = 1  # between a list and a count that only points back at it
OLDEST = 110
PASSIVE = frozenset(("MODAL", "BE", "HAVE", "PART", "ADV"))
THEY = frozenset(("they", "these", "those"))


class Announced(msgspec.Struct, frozen=True):
    """A number of things that a list may spell out."""

    start: int
    end: int
    number: int
    first: int  # its token
    behind: int  # the token behind what it counts
    figure: Figure | None = None
    back: bool = False  # "the most serious of the two charges": only what was told before is their list
    others: bool = False  # "two other directors": only what stands beside them is their list


def list_groups(draft: Draft, roles: Roles, figures: Sequence[Figure]) -> list[Group]:
    """Every announced count that has its list in the same sentence, or in the one before or behind it."""
    groups: list[Group] = []
    analysis = draft.analysis
    taken = -1  # where the last list ended
    announced = sorted([*_numbers(analysis, roles, figures), *_group_words(draft)], key=lambda one: one.start)
    for number, one in enumerate(announced):
        place = analysis.sentence_at(one.start)
        if one.start < taken or (number + 1 < len(announced) and _between(analysis, one, announced[number + 1])):
            continue
        found = _list_of(analysis, one, place)
        if not found:
            continue
        spans = nearest(analysis, found, one.number)
        if any(
            other.start < spans[-1][1] and other.end > spans[0][0] and not _is_age(analysis, other)
            for other in figures
            if other.letter not in "KHV" and other is not one.figure
        ):
            continue
        if spans[0][0] < taken:
            continue
        taken = max(spans[-1][1], one.end)
        said = float(one.number)
        count = roles.plain(one.figure) if one.figure else roles.span(one.start, one.end, (said, said), said)
        claims = [("item", roles.span(start, end, wording=analysis.text[start:end])) for start, end in spans]
        groups.append(("list-count", [("announced", count), *claims]))
    return groups


def _list_of(analysis: Analysis, one: Announced, place: int) -> Chunks:
    """The tokens of each chunk of the list that goes with a count."""
    sentence = analysis.sentences[place]
    if one.back:
        return _taken_up(analysis, one, place)
    found = _in_sentence(analysis, one, sentence) or before_count(analysis, one.first, one.behind, sentence)
    opens = analysis.lowers[sentence.first] in ("the", "all") and one.first == sentence.first + 1
    if not found and opens and place and analysis.sentences[place - 1].paragraph == sentence.paragraph:
        found = gone_back(analysis, one.first, one.behind, analysis.sentences[place - 1])
        if abs(len(nearest(analysis, found, one.number)) - one.number) > MOST_OFF:
            found = []  # of more things than those
    if not found and points_back(analysis, one.first) and not one.others:
        found = _taken_up(analysis, one, place)
    if not found and not one.others and place + 1 < len(analysis.sentences):
        found = _in_next(analysis, sentence, analysis.sentences[place + 1])
    return found


def _taken_up(analysis: Analysis, one: Announced, place: int) -> Chunks:
    """A list told before the count that points back at it."""
    sentence = analysis.sentences[place]
    behind = min(one.behind, len(analysis.tags) - 1)
    if analysis.tags[behind] == "REL" or analysis.lowers[behind] == "that":
        return []  # "the two firms that did not"
    reach = [sentence]
    if place and analysis.sentences[place - 1].paragraph == sentence.paragraph:
        reach.append(analysis.sentences[place - 1])
    found = named_before(analysis, one.first, one.behind, reach)
    return found if abs(len(nearest(analysis, found, one.number)) - one.number) <= MOST_OFF else []


def _group_words(draft: Draft) -> list[Announced]:
    """ "the duo", "a trio of banks", "both men"."""
    found = []
    analysis = draft.analysis
    for token in draft.of(together().keys()):
        word = analysis.lowers[token]
        if token + 2 >= len(analysis.words):
            break
        behind = token + 1
        if word == "both":
            if analysis.tags[behind] != "NOUN" or analysis.words[behind][0].isupper():
                continue
            behind += 1
        elif analysis.lowers[token - 1 if token else 0] not in DETERMINERS:
            continue
        elif analysis.lowers[behind] == "of" and analysis.tags[behind + 1] in ("NOUN", "ADJ"):
            behind += 2
            while behind < len(analysis.words) - 1 and analysis.tags[behind] == "NOUN":
                behind += 1
        found.append(Announced(analysis.starts[token], analysis.ends[token], together()[word], token, behind))
    return found


def _numbers(analysis: Analysis, roles: Roles, figures: Sequence[Figure]) -> list[Announced]:
    """Exact small numbers of things that can be listed."""
    found = []
    for figure in figures:
        quantity = roles.quantity(figure)
        if quantity is None or figure.letter != "N":
            continue
        token = analysis.token_at(figure.start)
        back = token > 1 and analysis.lowers[token - 2 : token] == ["of", "the"] and quantity.counted is not None
        if not (back and 2 <= (quantity.value or 0) <= MOST_ITEMS) and not _announces(analysis, figure, quantity):
            continue
        counted = quantity.counted
        bare_word = analysis.words[token + 1][0].isalpha() if token + 1 < len(analysis.words) else False
        behind = token + 1 + bare_word if counted is None else analysis.token_at(counted.end - 1) + 1
        others = "other" in analysis.lowers[token + 1 : behind]
        number = int(quantity.value or 0)
        found.append(Announced(figure.start, figure.end, number, token, behind, figure, back, others))
    return found


def _announces(analysis: Analysis, figure: Figure, quantity: Quantity) -> bool:
    """Is it an exact small number of things that can be listed?"""
    value, counted = quantity.value, quantity.counted
    if figure.side or quantity.kind != "cardinal" or quantity.hedge or value is None:
        return False
    if quantity.numeral.lower() in ("both", "a couple", "couple", "a pair", "pair", "a dozen", "dozen"):
        return False
    if value != int(value) or not 2 <= value <= MOST_ITEMS or quantity.qualifier in ("further", "each"):
        return False
    token = analysis.token_at(figure.start)
    marks = (",", ":", "(", "–", "—", "-")
    behind = analysis.words[token + 1] if token + 1 < len(analysis.words) else ""
    if counted is None and token and analysis.lowers[token - 1] == "of" and behind in marks[1:]:
        return True  # "a shortlist of three: ..."
    if counted is None:  # "the four accused – ..."
        mark = analysis.words[token + 2] if token + 2 < len(analysis.words) else ""
        return bool(token) and analysis.lowers[token - 1] == "the" and mark in marks
    if counted.head in words_of("uncounted") or set(counted.modifiers) & {"more", "further", "such"}:
        return False
    partly = analysis.lowers[token + 1 : token + 2] == ["of"] and any(
        analysis.tags[at] == "NUM" for at in range(token + 2, min(token + 5, len(analysis.tags)))
    )
    if counted.start < figure.start or partly:
        return False  # "two of the three founders"
    before = [analysis.lowers[at] for at in range(max(0, token - 3), token)]
    if (
        token
        and analysis.words[token - 1][0].isupper()
        and analysis.sentence_at(analysis.starts[token - 1]) == analysis.sentence_at(figure.start)
        and not (analysis.tags[token - 1] in ("ADV", "DET", "PREP") or before[-1] in DETERMINERS)
    ):
        return False  # "Task Force 20"
    if not before:
        return True
    if before[-1] in DETERMINERS:
        return len(before) < 2 or before[-2] not in ("of", "among", "than")
    return before[-1] not in ("of", "other", "another", "than", "first", "last", "next", "top", "best-of")


def _is_age(analysis: Analysis, figure: Figure) -> bool:
    """ "Ann Lee, 34, and Bo Ray, 41": ages are no items."""
    token = analysis.token_at(figure.start)
    return figure.letter in "AN" and (figure.value or 0) < OLDEST and analysis.words[token - 1] == ","


def _between(analysis: Analysis, one: Announced, other: Announced) -> bool:
    """Is the next count nearer to the list that follows them both?"""
    text = analysis.text[one.end : other.start]
    return analysis.sentence_at(one.start) == analysis.sentence_at(other.start) and not any(
        mark in text for mark in ":–—(,"
    )


def _in_sentence(analysis: Analysis, one: Announced, sentence: Sentence) -> Chunks:
    """The tokens of each chunk of the list that goes with a count, behind it in its own sentence."""
    first = one.behind
    lowers, words, last = analysis.lowers, analysis.words, sentence.last
    opening = frozenset(lowers[one.first + (2 if one.others else 0) : last])
    if opening & words_of("choice"):
        return []
    token = first
    verbs = 0
    while token < last:
        word = lowers[token]
        if word in ":;" or words[token] in DASHES or word == "(" or word == ",":
            break
        if word in ARE and not verbs and token - first <= 6:
            begin = token + 1
            while begin < last and lowers[begin] in words_of("named"):
                begin += 1
            found = named(analysis, begin, last)
            if found:
                return found
        if word in words_of("composed-of") and token - first <= 1 and not verbs:
            begin = token + 1 + (lowers[token + 1] == "of")
            chunks = chunks_of(analysis, begin, last)
            # "the five-member panel comprises former judge Lee, ...": one person in each
            return chunks if all(_person_named(analysis, chunk) for chunk in chunks) else []
        if word == "as" and token == first:
            return named(analysis, token + 1, last)
        if word == "of" and token == first and one.figure is None:
            return apposition(analysis, token + 1, last)  # "a quartet of Lee, Ray, Fox and Day"
        if token in analysis.verb_at and not (
            token == first and lowers[min(token + 1, last - 1)] in ARE
        ):  # "the four left are ..."
            verbs += 1
        token += 1
    if token >= last - 2:
        return []
    mark = words[token]
    if mark in ":;":
        chunks = chunks_of(analysis, token + 1, last)
        # nothing to list but what is announced: "three areas will be searched: ..."
        near = token - first <= 5 and (not verbs or PASSIVE.issuperset(analysis.tags[first:token]))
        return chunks if chunks and (capital(analysis, chunks) or (near and not capital_some(analysis, chunks))) else []
    if mark == "," and first < token and not verbs and _placed(analysis, first, token):
        return apposition(analysis, _lead_in(analysis, token + 1, last), last)
    dated = lowers[first] in ("this", "next", "last") and token - first <= 2
    if verbs or (token - first > (0 if mark == "," else 5) and not dated):
        return []
    closing = ")" if mark == "(" else mark
    begin = _lead_in(analysis, token + 1, last)
    if lowers[token + 1] in ("namely", "viz"):
        return chunks_of(analysis, token + 2, _closing(analysis, token + 2, last))
    if mark in DASHES or mark == "(":
        end = next((at for at in range(begin, last) if words[at] == closing), last)
        return named(analysis, begin, end) or (bare(analysis, begin, end) if token - first <= 3 else [])
    return apposition(analysis, begin, last)


def _closing(analysis: Analysis, first: int, last: int) -> int:
    """The comma behind the item that "and" joins, or the end: "namely theft, fraud and arson, the minister said"."""
    joined = max((at for at in range(first, last) if analysis.lowers[at] == "and"), default=last)
    return next((at for at in range(joined, last) if analysis.words[at] == ","), last)


def _person_named(analysis: Analysis, chunk: tuple[int, int]) -> bool:
    """A name with or without what its bearer does, or somebody by office ("the mayor of Hull")."""
    start, end = chunk
    start += analysis.lowers[start] in JOINS
    name = next((at for at in range(start, end) if analysis.words[at][0].isupper()), end)
    led = "PREP" in analysis.tags[start:name] and analysis.lowers[start] not in DETERMINERS
    return name < end and not led and "NUM" not in analysis.tags[start:end]  # "players from Hull, York and Leeds"


def _placed(analysis: Analysis, first: int, mark: int) -> bool:
    """ "two prisons in the county, Marlow and Strangeby, ...": a phrase of place without a name."""
    tags = analysis.tags[first:mark]
    names = any(analysis.words[at][0].isupper() for at in range(first, mark))
    return mark - first < 6 and tags[0] == "PREP" and tags[-1] == "NOUN" and not names and "SUBJ" not in tags


def _lead_in(analysis: Analysis, token: int, last: int) -> int:
    """Behind "namely", "identified in court as"."""
    lowers = analysis.lowers
    if lowers[token] == "namely" or lowers[token : token + 3] == ["in", "this", "order"]:
        return token + 1
    if lowers[token] in words_of("named"):
        named = next((at for at in range(token, min(last, token + 6)) if lowers[at] == "as"), -1)
        return named + 1 if named >= 0 else token + (analysis.tags[token] == "PART")
    return token


def _in_next(analysis: Analysis, sentence: Sentence, following: Sentence) -> Chunks:
    """ "There were three finalists. They were ..." """
    first = following.first
    if sentence.paragraph != following.paragraph or following.last - first < 5:
        return []
    lowers = analysis.lowers
    if frozenset(lowers[first : following.last]) & words_of("choice"):
        return []
    if lowers[first] in THEY and lowers[first + 1] in ARE:
        return named(analysis, first + 2, following.last)
    return []
