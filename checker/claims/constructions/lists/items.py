"""The items of a list: what stands between its commas, where it begins and where it ends."""

from __future__ import annotations

from checker.language import Analysis, Sentence

Chunks = list[tuple[int, int]]  # the first token of each item, and the one behind its last

MOST_WORDS = 8  # in one item
MOST_BARE = 4  # in one item of bare nouns, the "and" before the last included
SHORTEST = 5  # tokens of a list of three
JOINS = frozenset(("and", "&", "or", "plus"))
DETERMINERS = frozenset(("the", "a", "an", "its", "his", "her", "their", "our", "my", "your"))
CLAUSE_TAGS = frozenset(("SUBJ", "REL", "MODAL", "BE", "HAVE", "DO", "SUB", "TO"))
ARE = frozenset(("are", "were", "being"))
DASHES = frozenset("–—-")
QUOTES = frozenset("\"“”'‘’")
PARTICLES = frozenset(("of", "de", "van", "von", "al", "the"))
INSIDE = PARTICLES | {"and", "&", ","}


def before_count(analysis: Analysis, number: int, behind: int, sentence: Sentence) -> Chunks:
    """ "Ann Lee, Bob Ray and Cy Fox are the three finalists"; "..., a trio from Oslo"; "– the three finalists –"."""
    lowers, words = analysis.lowers, analysis.words
    if number - sentence.first < 5 or lowers[number - 1] not in DETERMINERS or lowers[number + 1] == "of":
        return []
    mark = number - 2
    if words[mark] in QUOTES and words[mark - 1] == ",":
        mark -= 1  # "Hourglass," a trio
    if lowers[mark] in ARE or (words[mark] == "," and not _verb_before(analysis, sentence.first, mark)):
        found = named(analysis, sentence.first, mark) if not _verb_before(analysis, sentence.first, mark) else []
        if found and (lowers[mark] in ARE or _apposed(analysis, behind, sentence.last)):
            return found
    if (words[mark] != "," and words[mark] not in DASHES) or not _apposed(analysis, behind, sentence.last):
        return []
    first = mark
    while first > sentence.first and _in_list(analysis, first - 1):
        first -= 1
    while lowers[first] in INSIDE and first < mark:
        first += 1
    opener = lowers[first - 1] if first > sentence.first else ""
    if opener and opener not in ARE and analysis.tags[first - 1] != "PREP" and opener not in (":", ";"):
        return []
    return named(analysis, first, mark)


def gone_back(analysis: Analysis, number: int, behind: int, before: Sentence) -> Chunks:
    """ "Ann Lee, Bob Ray and Cy Fox resigned. The three ministers had ...": who opened the sentence before."""
    if analysis.lowers[number - 1] not in ("the", "all") or behind not in analysis.verb_at:
        return []
    verb = next((token for token in range(before.first, before.last) if token in analysis.verb_at), before.first)
    if verb - before.first < SHORTEST or not all(_in_list(analysis, token) for token in range(before.first, verb)):
        return []
    return named(analysis, before.first, verb)


def _verb_before(analysis: Analysis, first: int, last: int) -> bool:
    return any(token in analysis.verb_at for token in range(first, last))


def _in_list(analysis: Analysis, token: int) -> bool:
    """A name, an age, or what joins them."""
    word = analysis.words[token]
    return (
        (word[0].isupper() and token not in analysis.verb_at)
        or word in QUOTES
        or analysis.lowers[token] in INSIDE
        or (word.isdigit() and len(word) < 4 and analysis.words[token - 1] == ",")
    )


def _apposed(analysis: Analysis, behind: int, last: int) -> bool:
    """Does what is counted end before its own verb: "the three finalists, ...", "a trio that has ..."?"""
    for token in range(behind, min(last, behind + 7)):
        if analysis.words[token][0] in ",.;–—-)" or analysis.tags[token] == "REL" or analysis.lowers[token] == "that":
            return True
        if token in analysis.verb_at and analysis.verb_at[token].finite:
            return False
    return False


def bare(analysis: Analysis, first: int, last: int) -> Chunks:
    """ "its three arms – toys, books and films –": bare nouns right behind the count, each of a word or two."""
    chunks = chunks_of(analysis, first, last)
    short = all(end - start <= MOST_BARE for start, end in chunks)
    return chunks if chunks and short and not capital_some(analysis, chunks) else []


def named(analysis: Analysis, first: int, last: int) -> Chunks:
    """Chunks that are all names, or all phrases with an article."""
    chunks = chunks_of(analysis, first, last)
    if not chunks:
        return []
    articles = all(analysis.lowers[start] in DETERMINERS or analysis.lowers[start] in JOINS for start, _ in chunks)
    return chunks if articles or capital(analysis, chunks) else []


def apposition(analysis: Analysis, first: int, last: int) -> Chunks:
    """ "three men, John Smith, Bob Ray and Cy Fox, were ...": names up to the comma or verb behind the last."""
    token = first
    joined = -1
    if first >= last or analysis.lowers[first] in JOINS:
        return []
    while token < last:
        word = analysis.words[token]
        if analysis.lowers[token] in ("and", "&"):
            joined = token
        elif word[0].isdigit() and _alone(analysis, token, last):
            pass  # an age
        elif (joined >= 0 and (word in ",;" or token in analysis.verb_at or analysis.tags[token] == "PREP")) or not (
            word[0].isupper() or word == "," or analysis.tags[token] == "POSS" or analysis.lowers[token] in PARTICLES
        ):
            break
        token += 1
    if joined < 0 or token >= last or not (analysis.words[token] in ",.;)" or token in analysis.verb_at):
        return []
    return named(analysis, first, token)


def chunks_of(analysis: Analysis, first: int, last: int) -> Chunks:
    """Token spans between the commas (or semicolons) of a closed list; none when it is not one."""
    words, lowers = analysis.words, analysis.lowers
    while last > first and (words[last - 1] in ".!?" or words[last - 1] in QUOTES):
        last -= 1
    if last - first < 3:
        return []
    mark = ";" if ";" in words[first:last] else ","
    chunks: Chunks = []
    start = first
    for token in range(first, last + 1):
        if token == last or words[token] == mark:
            if token > start and not lowers[start][0].isdigit():
                chunks.append((start, token))
            start = token + 1
        elif words[token] in ":()–—;" or (lowers[token][0].isdigit() and not _alone(analysis, token, last)):
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


def _alone(analysis: Analysis, token: int, last: int) -> bool:
    """ "Ann Lee, 34, ...": an age between commas."""
    ends = token + 1 == last or analysis.words[token + 1] in (",", ";")
    return ends and analysis.words[token - 1] == "," and len(analysis.words[token]) < 4


def capital(analysis: Analysis, chunks: Chunks) -> bool:
    """Does every item begin with a capital letter?"""
    return all(_begins_capital(analysis, span) for span in chunks)


def capital_some(analysis: Analysis, chunks: Chunks) -> bool:
    return any(_begins_capital(analysis, span) for span in chunks)


def _begins_capital(analysis: Analysis, span: tuple[int, int]) -> bool:
    start, end = span
    while start < end and (
        analysis.lowers[start] in JOINS or analysis.lowers[start] == "the" or analysis.words[start] in QUOTES
    ):
        start += 1
    return start < end and analysis.words[start][0].isupper()


def nearest(analysis: Analysis, chunks: Chunks, announced: int) -> list[tuple[int, int]]:
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
