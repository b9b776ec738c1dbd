"""An announced number and the list that goes with it ("five countries have signed: ...").

Only closed lists count: the last item stands behind "and" or "or", no item has a figure, a verb or a clause in it, and
nothing says that the list is a choice ("including", "such as").
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.constructions.figure import Figure
from checker.claims.constructions.match import Group
from checker.claims.constructions.pattern import words as words_of
from checker.claims.constructions.roles import Roles
from checker.claims.draft import Draft
from checker.language import Analysis, Sentence
from checker.records import Quantity

MOST_ITEMS = 20
MOST_WORDS = 8  # in one item
JOINS = frozenset(("and", "&", "or", "plus"))
DETERMINERS = frozenset(("the", "a", "an", "its", "his", "her", "their", "our", "my", "your"))
CLAUSE_TAGS = frozenset(("SUBJ", "REL", "MODAL", "BE", "HAVE", "DO", "SUB", "TO"))
PASSIVE = frozenset(("MODAL", "BE", "HAVE", "PART", "ADV"))
ARE = frozenset(("are", "were", "being"))
DASHES = frozenset("–—-")
QUOTES = frozenset("\"“”'‘’")
THEY = frozenset(("they", "these", "those"))


def list_groups(draft: Draft, roles: Roles, figures: Sequence[Figure]) -> list[Group]:
    """Every announced count that has its list in the same sentence, or in the next that begins "They are"."""
    groups: list[Group] = []
    analysis = draft.analysis
    taken = -1
    for number, figure in enumerate(figures):
        quantity = roles.quantity(figure)
        if quantity is None or not _announces(analysis, figure, quantity):
            continue
        place = analysis.sentence_at(figure.start)
        if place == taken or (number + 1 < len(figures) and _between(analysis, figure, figures[number + 1])):
            continue
        sentence = analysis.sentences[place]
        found = _in_sentence(analysis, quantity, sentence)
        if not found:
            found = _before(analysis, figure, sentence)
        if not found and place + 1 < len(analysis.sentences):
            found = _in_next(analysis, sentence, analysis.sentences[place + 1])
        if not found:
            continue
        spans = _nearest(analysis, found, int(quantity.value or 0))
        if any(
            other.start < spans[-1][1] and other.end > spans[0][0] for other in figures if other.letter not in "KHV"
        ):
            continue
        taken = place
        claims = [("item", roles.span(start, end, wording=analysis.text[start:end])) for start, end in spans]
        groups.append(("list-count", [("announced", roles.plain(figure)), *claims]))
    return groups


def _announces(analysis: Analysis, figure: Figure, quantity: Quantity) -> bool:
    """An exact small number of things that can be listed."""
    value = quantity.value
    if (
        figure.letter != "N"
        or figure.side
        or quantity.kind != "cardinal"
        or quantity.hedge
        or value is None
        or quantity.counted is None
    ):
        return False
    if quantity.numeral.lower() in ("both", "a couple", "couple", "a pair", "pair", "a dozen", "dozen"):
        return False
    if value != int(value) or not 2 <= value <= MOST_ITEMS or quantity.qualifier in ("other", "further", "each"):
        return False
    if quantity.counted.head in words_of("uncounted") or set(quantity.counted.modifiers) & {
        "other",
        "more",
        "further",
        "such",
    }:
        return False
    token = analysis.token_at(figure.start)
    if (
        token
        and analysis.words[token - 1][0].isupper()
        and analysis.sentence_at(analysis.starts[token - 1]) == analysis.sentence_at(figure.start)
    ) and analysis.lowers[token - 1] not in DETERMINERS:
        return False  # "Task Force 20"
    before = [analysis.lowers[at] for at in range(max(0, token - 3), token)]
    if not before:
        return True
    if before[-1] in DETERMINERS:
        return len(before) < 2 or before[-2] not in ("of", "among", "between", "than")
    return before[-1] not in ("of", "other", "another", "than", "first", "last", "next", "top", "best-of")


def _between(analysis: Analysis, figure: Figure, other: Figure) -> bool:
    """Is the next figure nearer to the list that follows them both?"""
    text = analysis.text[figure.end : other.start]
    return analysis.sentence_at(figure.start) == analysis.sentence_at(other.start) and not any(
        mark in text for mark in ":–—(,"
    )


def _in_sentence(analysis: Analysis, quantity: Quantity, sentence: Sentence) -> list[tuple[int, int]]:
    """The tokens of each chunk of the list that goes with a count, in its own sentence."""
    assert quantity.counted is not None
    first = analysis.token_at(quantity.counted.end - 1) + 1
    lowers, words, last = analysis.lowers, analysis.words, sentence.last
    opening = frozenset(lowers[analysis.token_at(quantity.start) : last])
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
            found = _named(analysis, begin, last)
            if found:
                return found
        if word == "as" and token == first:
            return _named(analysis, token + 1, last)
        if token in analysis.verb_at and lowers[token] != "left":  # "the four teams left are ..."
            verbs += 1
        token += 1
    if token >= last - 2:
        return []
    mark = words[token]
    if mark in ":;":
        chunks = _chunks(analysis, token + 1, last)
        # nothing to list but what is announced: "three areas will be searched: ..."
        near = token - first <= 5 and (not verbs or PASSIVE.issuperset(analysis.tags[first:token]))
        return (
            chunks if chunks and (_capital(analysis, chunks) or (near and not _capital_some(analysis, chunks))) else []
        )
    if verbs or token - first > (0 if mark == "," else 5):
        return []
    closing = ")" if mark == "(" else mark
    begin = token + 1
    if lowers[begin] == "namely" or lowers[begin : begin + 3] == ["in", "this", "order"]:
        begin += 1
    if mark in DASHES or mark == "(":
        end = next((at for at in range(begin, last) if words[at] == closing), last)
        return _named(analysis, begin, end)
    return _apposition(analysis, begin, last)


def _before(analysis: Analysis, figure: Figure, sentence: Sentence) -> list[tuple[int, int]]:
    """ "Ann Lee, Bob Ray and Cy Fox are the three finalists"; "..., the three finalists, ..."."""
    number = analysis.token_at(figure.start)
    if (
        number - sentence.first < 5
        or analysis.lowers[number - 1] not in DETERMINERS
        or analysis.lowers[number + 1] == "of"
    ):
        return []
    mark = number - 2
    if analysis.lowers[mark] not in ARE and analysis.words[mark] != ",":
        return []
    if any(token in analysis.verb_at for token in range(sentence.first, mark)):
        return []
    return _named(analysis, sentence.first, mark)


def _in_next(analysis: Analysis, sentence: Sentence, following: Sentence) -> list[tuple[int, int]]:
    """ "There were three finalists. They were ..." """
    first = following.first
    if sentence.paragraph != following.paragraph or following.last - first < 5:
        return []
    lowers = analysis.lowers
    if frozenset(lowers[first : following.last]) & words_of("choice"):
        return []
    if lowers[first] in THEY and lowers[first + 1] in ARE:
        return _named(analysis, first + 2, following.last)
    return []


def _named(analysis: Analysis, first: int, last: int) -> list[tuple[int, int]]:
    """Chunks that are all names, or all phrases with an article."""
    chunks = _chunks(analysis, first, last)
    if not chunks:
        return []
    articles = all(analysis.lowers[start] in DETERMINERS or analysis.lowers[start] in JOINS for start, _ in chunks)
    return chunks if articles or _capital(analysis, chunks) else []


def _apposition(analysis: Analysis, first: int, last: int) -> list[tuple[int, int]]:
    """ "three men, John Smith, Bob Ray and Cy Fox, were ...": names up to the comma or verb behind the last."""
    token = first
    joined = -1
    if first >= last or analysis.lowers[first] in JOINS:
        return []
    while token < last:
        word = analysis.words[token]
        if analysis.lowers[token] in ("and", "&"):
            joined = token
        elif (joined >= 0 and (word == "," or token in analysis.verb_at or analysis.tags[token] == "PREP")) or not (
            word[0].isupper() or word == "," or analysis.lowers[token] in ("of", "de", "van", "von", "al", "the")
        ):
            break
        token += 1
    if joined < 0 or token >= last or not (analysis.words[token] in ",.)" or token in analysis.verb_at):
        return []
    return _named(analysis, first, token)


def _chunks(analysis: Analysis, first: int, last: int) -> list[tuple[int, int]]:
    """Token spans between the commas (or semicolons) of a closed list; none when it is not one."""
    words, lowers = analysis.words, analysis.lowers
    while last > first and (words[last - 1] in ".!?" or words[last - 1] in QUOTES):
        last -= 1
    if last - first < 3:
        return []
    mark = ";" if ";" in words[first:last] else ","
    chunks: list[tuple[int, int]] = []
    start = first
    for token in range(first, last + 1):
        if token == last or words[token] == mark:
            if token > start:
                chunks.append((start, token))
            start = token + 1
        elif words[token] in ":()–—;" or lowers[token][0].isdigit():
            return []
    if not chunks or not any(lowers[token] in JOINS for token in range(*chunks[-1])):
        return []
    for begin, end in chunks:
        if end - begin > MOST_WORDS + 3 or any(analysis.tags[token] in CLAUSE_TAGS for token in range(begin, end)):
            return []
        if any(
            (group := analysis.verb_at.get(token)) and group.finite and group.last - group.first > 1
            for token in range(begin, end)
        ):
            return []
    return chunks


def _capital(analysis: Analysis, chunks: list[tuple[int, int]]) -> bool:
    """Does every item begin with a capital letter?"""
    return all(_begins_capital(analysis, span) for span in chunks)


def _capital_some(analysis: Analysis, chunks: list[tuple[int, int]]) -> bool:
    return any(_begins_capital(analysis, span) for span in chunks)


def _begins_capital(analysis: Analysis, span: tuple[int, int]) -> bool:
    start, end = span
    while start < end and (
        analysis.lowers[start] in JOINS or analysis.lowers[start] == "the" or analysis.words[start] in QUOTES
    ):
        start += 1
    return start < end and analysis.words[start][0].isupper()


def _nearest(analysis: Analysis, chunks: list[tuple[int, int]], announced: int) -> list[tuple[int, int]]:
    """The items as offsets.  An "and" in an item may part two or belong to one: of the counts that are possible, the
    one nearest to the announced number."""
    spans: list[tuple[int, int]] = []
    loose: list[int] = []  # places in `spans` that an "and" may part once more
    for number, (start, end) in enumerate(chunks):
        joins = [token for token in range(start, end) if analysis.lowers[token] in JOINS]
        if joins and joins[0] == start:
            start, joins = start + 1, joins[1:]
            last = False
        else:
            last = number == len(chunks) - 1
        if last and joins:
            spans += [(start, joins[-1]), (joins[-1] + 1, end)]
            joins = joins[:-1]
            if joins:
                loose.append(len(spans) - 2)
        else:
            spans.append((start, end))
            if joins:
                loose.append(len(spans) - 1)
    for place in reversed(loose):
        if len(spans) >= announced:
            break
        start, end = spans[place]
        join = next(token for token in range(start, end) if analysis.lowers[token] in JOINS)
        spans[place : place + 1] = [(start, join), (join + 1, end)]
    if len(spans) == announced + 1 and len(chunks) <= announced:
        # the last "and" may stand inside a name too ("A, B, and Marks and Spencer")
        joins = [token for token in range(*chunks[-1]) if analysis.lowers[token] in JOINS]
        if len(joins) > 1:
            spans = [*spans[:-2], (spans[-2][0], spans[-1][1])]
    return [(analysis.starts[start], analysis.ends[end - 1]) for start, end in spans if end > start]
