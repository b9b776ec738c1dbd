"""Runs of capitalised words, and what each was read as before the rest of the document is asked."""

from __future__ import annotations

from itertools import compress
from operator import ne

from checker import patterns
from checker.entities.gazetteer import Known, common_words, first_names, heads, known, match, titles, word_class
from checker.entities.model import Mention, Run
from checker.language import Analysis
from checker.language.parts import Sentence
from checker.language.tags import closed_class

# Small words inside the names of people ("van der Leyen", "bin Laden").
PARTICLES = word_class("particle")
INITIALS_BEFORE_STOP = word_class("stopped")
LINKS = frozenset(("of", "for", "on"))
SUFFIXES = frozenset(("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"))
# In a headline in title case a capital proves nothing.
TITLE_CASE = 0.7
# Tags of words.tsv that a name may begin with ("National", "First", "Bank").
OPEN_CLASS = frozenset(("ADJ", "NOUN", "NUM", "ADV"))
HONORIFIC = frozenset(("courtesy", "office", "spokes", "rank", "law"))
STOPS = frozenset('.?!”"’)')
CALENDAR = word_class("no-name")
# "US-led", "Disney-owned", "British-born" name nobody.
ADJECTIVE = patterns.compile(
    r"-(?:[a-z]+ed|led|born|made|held|run|built|wide|style|like|free|era|type|elect|bound|speaking|leaning)$"
)
# Heads that are common surnames as well: "Charlotte Church", "Emily Post".
SURNAME_HEADS = word_class("surname-head")


def runs(analysis: Analysis) -> list[Run]:
    """Maximal runs of capitalised tokens that one space joins, per sentence."""
    words, lowers, starts, ends = analysis.words, analysis.lowers, analysis.starts, analysis.ends
    closed, given, names, ends_of_names = closed_class(), first_names(), known(), heads()
    mixed = list(compress(range(len(words)), map(ne, words, lowers)))  # with a capital somewhere
    if "-" in analysis.text:  # "US-led", "al-Assad"
        mixed = [i for i in mixed if "-" not in words[i] or _capital(words[i])]
    capitals = [i for i in mixed if words[i] not in CALENDAR and (words[i][0].isupper() or "-" in words[i])]
    capital = frozenset(capitals)
    sentences = analysis.sentences
    out: list[Run] = []
    number, done = -1, 0
    last = opening = 0
    headline = furniture = False
    for i in capitals:
        if i < done:
            continue
        if i >= last:
            while (number + 1 < len(sentences) and sentences[number].last <= i) or number < 0:
                number += 1
            sentence = sentences[number]
            last, opening = sentence.last, sentence.first
            furniture = sentence.scope == "furniture"
            headline = not furniture and _title_case(words, lowers, sentence)
            while opening < last and not words[opening][0].isalnum():
                opening += 1
        if furniture:
            continue
        word = words[i]
        opens = i == opening or headline or (i > opening and analysis.tags[i - 1] == "QUOTE")
        hit = match(words, i, last) if word in names else None
        tag = closed.get(lowers[i], "") if hit is None else ""
        if tag:
            alone = i + 1 not in capital or i + 1 >= last
            if (alone or word not in given) and (tag not in OPEN_CLASS or (opens and alone)):
                continue
        j = i + 1 if hit is None else hit[0]
        while j < last:
            gap = starts[j] - ends[j - 1]
            if j in capital:
                if gap != 1:
                    break
                j += 1
            elif gap == 0:
                if words[j] != "." or not _stopped(words[j - 1]) or j + 1 not in capital or j + 1 >= last:
                    break
                j += 1
                if starts[j] - ends[j - 1] <= 1:
                    j += 1
            elif gap == 1 and lowers[j] in PARTICLES:
                k = j + 1
                while k < last and lowers[k] in PARTICLES and k - j < 3:
                    k += 1
                if k >= last or k not in capital or lowers[i] == "the" or not _personal(words, i, j):
                    break
                j = k + 1
            else:
                break
        begin = i
        done = j
        if tag and opens and word not in given and lowers[j - 1] not in ends_of_names:
            begin += 1  # "Former |Enron|", but "National Security Council"
            if begin == j:
                continue
        out.append(Run(begin, j, opens, headline, hit, begin > i))
    return _linked(out, analysis)


def _personal(words: list[str], first: int, last: int) -> bool:
    """May a particle go on with the name words[first:last]?"""
    return words[last - 1].lower() not in titles() and words[last - 1] not in known()


def _stopped(word: str) -> bool:
    return len(word) == 1 or word in INITIALS_BEFORE_STOP


def _capital(word: str) -> bool:
    if word[0].isupper():
        return "-" not in word or not ADJECTIVE.search(word)
    # "al-Assad"
    return word[:3] in ("al-", "el-", "ul-", "ud-") and word[3:4].isupper()


def _title_case(words: list[str], lowers: list[str], sentence: Sentence) -> bool:
    if sentence.scope not in ("headline", "standfirst", "caption") and sentence.last - sentence.first > 25:
        return False
    if sentence.scope != "headline" and words[sentence.last - 1] in STOPS:
        return False
    long = [word for word in words[sentence.first : sentence.last] if len(word) > 3 and word[0].isalpha()]
    return len(long) > 3 and sum(word[0].isupper() for word in long) >= TITLE_CASE * len(long)


def _linked(found: list[Run], analysis: Analysis) -> list[Run]:
    """ "Ministry" "of" "Defence" are one run."""
    out: list[Run] = []
    for run in found:
        if out:
            left = out[-1]
            gap = run.first - left.last
            if (
                0 < gap <= 2
                and analysis.lowers[left.last] in LINKS
                and (gap == 1 or analysis.lowers[left.last + 1] == "the")
            ):
                head = heads().get(analysis.lowers[left.last - 1])
                if head and match(analysis.words, left.last - 1, left.last) is None:
                    left.last = run.last
                    continue
            if (
                gap == 1
                and analysis.lowers[left.last] == "and"
                and any(word in LINKS for word in analysis.lowers[left.first : left.last])
                and heads().get(analysis.lowers[left.first]) is not None
                and analysis.lowers[run.first] not in titles()
                and run.last - run.first <= 2
            ):
                left.last = run.last
                continue
        out.append(run)
    return out


def read(run: Run, analysis: Analysis) -> list[Mention]:
    """The mentions in one run, left to right."""
    words, lowers = analysis.words, analysis.lowers
    if run.headline:
        return _headline(words, run)
    out: list[Mention] = []
    k, last = run.first, run.last
    human, given = titles(), first_names()
    if run.cut:
        run.hit = match(words, k, last)
    if last - k == 1:  # one word: the most common run
        if run.hit is not None:
            return [Mention(k, last, "known", run.hit[1], opens=run.opens)]
        return [] if lowers[k] in human and words[k] not in given else [_name(analysis, k, last, -1, run)]
    title_from = -1
    while k < last:
        opens = run.opens and k == run.first
        hit = match(words, k, last) if k > run.first else run.hit
        if hit and hit[0] < last and _is_person(words, lowers, k, hit[0], last, hit[1]):
            hit = None
        if hit and hit[0] < last and _organisation(lowers, words, k, last):
            hit = None if hit[1].kind not in ("body", "organisation") else hit
            if hit is None:
                out.append(Mention(k, last, "organisation", sure=True, opens=opens))
                nested = match(words, k, last)
                if nested:
                    out.append(Mention(k, nested[0], "known", nested[1], opens=opens))
                break
        if hit:
            out.append(
                Mention(
                    k,
                    hit[0],
                    "known",
                    hit[1],
                    opens=opens,
                    title=" ".join(lowers[title_from:k]) if title_from >= 0 else "",
                )
            )
            title_from = -1
            k = hit[0]
            continue
        low = lowers[k].rstrip(".")
        if low in human and human[low].kind == "modifier" and _organisation(lowers, words, k, last):
            out.append(Mention(k, last, "organisation", sure=True, opens=opens))
            break
        if low in human and not (words[k] in given and k + 1 < last and human[low].kind not in HONORIFIC):
            if title_from < 0:
                title_from = k
            k += 1
            if k < last and words[k] == ".":
                k += 1
            continue
        if _organisation(lowers, words, k, last):
            out.append(Mention(k, last, "organisation", sure=True, opens=opens))
            break
        end = _name_end(words, lowers, k, last)
        out.append(_name(analysis, k, end, title_from, run))
        title_from = -1
        k = end
    return out


def _headline(words: list[str], run: Run) -> list[Mention]:
    """Only names of the tables, and single words that the body may know as somebody's name."""
    out: list[Mention] = []
    k = run.first
    while k < run.last:
        hit = match(words, k, run.last)
        if hit:
            out.append(Mention(k, hit[0], "known", hit[1]))
            k = hit[0]
            continue
        if words[k][0].isalpha():
            out.append(Mention(k, k + 1, "name", opens=True))
        k += 1
    return out


def _name_end(words: list[str], lowers: list[str], first: int, last: int) -> int:
    """Where a name that begins at `first` gives way to a known name or to a title."""
    for k in range(first + 1, last):
        if k == first + 1 and words[first] in first_names():
            continue
        if (
            lowers[k] in titles()
            and k + 1 < last
            and titles()[lowers[k]].kind in ("courtesy", "office")
            and words[k - 1] != "."
        ):
            return k
    return last


def _is_person(words: list[str], lowers: list[str], first: int, end: int, last: int, entry: Known) -> bool:
    """Is the known name words[first:end] the given name of somebody ("Jordan Henderson")?"""
    if end - first > 1 or words[first] not in first_names():
        return False
    following = words[end]
    if lowers[end] in titles() or lowers[end] in heads() or not following[0].isupper():
        return False
    if len(following) < 2:  # "George W Bush"
        return end + 1 < last
    after = match(words, end, last)
    return (after is None or after[1].kind not in ("country", "demonym", "body")) and entry.kind != "demonym"


def _organisation(lowers: list[str], words: list[str], first: int, last: int) -> bool:
    """Do the tokens first..last end like an organisation, with a name before the end?"""
    if last - first < 2:
        return False
    endings = heads()
    head = endings.get(lowers[last - 1])
    if head is None:
        return any(lowers[k + 1] in LINKS and lowers[k] in endings for k in range(first, last - 1))
    if last - first == 2 and lowers[last - 1] in SURNAME_HEADS and words[first] in first_names():
        return False
    human = titles()
    if any(low in human and human[low].kind in ("courtesy", "spokes") for low in lowers[first : last - 1]):
        return False
    return head.kind != "place"


def _name(analysis: Analysis, first: int, last: int, title_from: int, run: Run) -> Mention:
    """A name, with the evidence that stands beside it."""
    words, lowers, starts = analysis.words, analysis.lowers, analysis.starts
    opens = run.opens and first == run.first
    given, human = first_names(), titles()
    if last - first == 1 and title_from < 0 and (not first or lowers[first - 1].rstrip(".") not in human):
        return Mention(first, last, "name", opens=opens)  # by far the commonest
    if (
        opens
        and last - first > 2
        and words[first] not in given
        and words[first + 1] in given
        and lowers[first] in closed_class()
    ):
        first += 1
    begin = title_from if title_from >= 0 else first
    while begin > 0 and lowers[begin - 1].rstrip(".") in human and run.first - begin < 6:
        if starts[begin] - analysis.ends[begin - 1] > 1:
            break
        begin -= 1
    head = ""
    for k in range(first - 1, begin - 1, -1):
        if lowers[k] in human and human[lowers[k]].kind != "modifier":
            head = lowers[k]
            break
    mention = Mention(first, last, "name", opens=opens)
    if head:
        mention.kind, mention.title, mention.title_head = (
            "person",
            " ".join(lowers[begin:first]).replace(" .", "."),
            head,
        )
        mention.sure = human[head].kind in HONORIFIC or last - first > 1
        return mention
    if last - first == 1:
        return mention
    size = sum(words[k][0].isalpha() for k in range(first, last))
    entry = given.get(words[first])
    if size > 1 and entry is not None and not (opens and entry[1] and lowers[first] in closed_class()):
        # "Roxy Music", "Virginia Plain": no surname, so other evidence is wanted
        mention.sure = size > 2 or lowers[last - 1] not in common_words() or _apposition(analysis, last)
        mention.kind = "person" if mention.sure else "name"
        return mention
    if size > 1 and (
        len(words[first]) == 1 or (len(words[first]) <= 3 and words[first].isupper() and words[first + 1].istitle())
    ):
        # initials: "J. K. Rowling", "JK Rowling"
        mention.kind = "person" if len(words[first]) == 1 else "name"
        return mention
    if size > 1 and _apposition(analysis, last):
        mention.kind, mention.sure = "person", True
    return mention


def _apposition(analysis: Analysis, after: int) -> bool:
    """Is the name that ends before token `after` followed by an age, "who", or a description of a person?"""
    words, lowers = analysis.words, analysis.lowers
    count = len(words)
    if after + 1 >= count:
        return False
    if lowers[after] == "who":
        return True
    if words[after] not in (",", "("):
        return False
    follows = lowers[after + 1]
    if follows in ("who", "whose"):
        return True
    if follows.isdigit() and len(follows) == 2 and after + 2 < count and words[after + 2] in (",", ".", ")"):
        return True
    if follows not in (
        "a",
        "an",
        "the",
        "his",
        "her",
        "its",
        "their",
        "one",
        "former",
        "head",
        "chief",
        "director",
        "president",
    ):
        return follows in titles() and titles()[follows].kind != "modifier"
    for k in range(after + 1, min(count, after + 8)):
        low = lowers[k]
        if low in titles() and titles()[low].kind not in ("modifier",):
            return True
        if analysis.tags[k] in ("PUNCT", "PREP", "VERB", "BE", "REL"):
            return False
    return False
