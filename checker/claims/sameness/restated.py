"""Two quotations of one speaker in one article that are one sentence but for one word or phrase in one place:
"We will not be pushed about by a bank", "We will not be bullied by a bank".

What stands round that place must be alike, and tell something; the writer's own words before a part of a sentence ("the
delay was ...") are what stands round it too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from checker.claims.quotes import content, stopwords
from checker.claims.rarity import total, weight
from checker.claims.sameness.pairing import Pairing, telling
from checker.claims.sameness.quote import contained, negations, same_speaker, stem
from checker.claims.sameness.spelling import longest
from checker.records import Claim

REACH = 6  # quotations before one that may be the same
FAR = 12  # sentences
NEXT = 2  # whole sentences side by side are one speech, which may repeat itself: "not to a Hale. Not to a Ruiz."
LONGEST = 20  # words of the shorter one
GAP = 3  # words in the place where they differ
TAKEN_UP_GAP = 5  # and where the text says that it takes the words up
LEAST_SHARED = 0.7  # of the shorter one's words, where something stands on both sides of the place
LEAST_TOLD = 0.35  # weight of the words that they share
OPEN_TOLD = 1.5  # and where nothing stands behind it, or nothing before it
DROPPED_TOLD = 1.0  # and where one has nothing in that place
TAKEN_UP_TOLD = 0.3  # where the text itself takes the words up
SCATTERED = 4  # words of the shorter one, where they differ in more than one place
SCATTERED_SHARE = 0.6
SCATTERED_TOLD = 0.8
UNNAMED_TOLD = 0.8  # where one of the two speakers is not known
SURE, SCATTERED_SURE = 0.6, 0.55
PRONOUNS = frozenset(("he", "she", "they"))
ONE_ARTICLE = {"an": "a"}


class Fit(msgspec.Struct, frozen=True):
    """How two wordings lie on each other: words before and behind the place where they differ, and those in it."""

    before: tuple[str, ...]
    behind: tuple[str, ...]
    one: tuple[str, ...]
    other: tuple[str, ...]


def pairs(rows: Sequence[Claim]) -> Iterator[Pairing]:
    """Each quotation with those before it in its article."""
    for number, later in enumerate(rows):
        for earlier in rows[max(0, number - REACH) : number]:
            least = 1 if "part" in (earlier.kind, later.kind) else NEXT
            if earlier.document == later.document and least <= later.sentence - earlier.sentence <= FAR:
                pairing = compare(earlier, later)
                if pairing is not None:
                    yield pairing


def compare(earlier: Claim, later: Claim) -> Pairing | None:
    """The argument for one utterance with one place changed, or None."""
    cited = later.qualifier == "cited" and bool(later.near) and _owner(earlier, later)
    same = same_speaker(earlier, later)
    if (same is False and not cited) or contained(earlier.wording, later.wording):
        return None
    speaker = bool(cited or same or _pointed(earlier, later))
    if not speaker:
        return None
    one, other = _plain(earlier), _plain(later)
    if negations(one) != negations(other) or min(len(one), len(other)) > LONGEST:
        return None
    common = _scattered(one, other) if speaker and "part" in (earlier.kind, later.kind) else []
    sure = SCATTERED_SURE
    if not common:
        fit = fitted(one, other, TAKEN_UP_GAP if cited else GAP)
        if fit is None or not _telling(fit.one, fit.other):
            return None
        if not _enough(fit, _framing(earlier, later), speaker, cited):
            return None
        common, sure = [*fit.before, *fit.behind], SURE
    matched = telling(common)
    matched, silent = (("speaker", *matched), ()) if speaker else (matched, ("speaker",))
    return Pairing(earlier, later, matched, silent, ("wording",), sure)


def _enough(fit: Fit, framing: Sequence[str], speaker: bool, cited: bool) -> bool:
    """Do the words round the one place tell enough: more where they stand on one side of it only, or somebody's name is
    not known?"""
    own, frame = total(content((*fit.before, *fit.behind))), total(framing)
    if not speaker and own + frame < UNNAMED_TOLD:
        return False
    enclosed = bool(fit.before and fit.behind)
    if not fit.one or not fit.other:
        return enclosed and own >= DROPPED_TOLD
    shared = len(fit.before) + len(fit.behind)
    if enclosed and shared >= LEAST_SHARED * (shared + len(fit.one)) and own >= LEAST_TOLD:
        return True
    if cited:
        return own + frame >= TAKEN_UP_TOLD
    return own + frame >= OPEN_TOLD and (bool(frame) or own >= 2 * OPEN_TOLD)


def fitted(one: Sequence[str], other: Sequence[str], gap: int = GAP) -> Fit | None:
    """The shorter wording laid on the longer: alike before and behind one place of at most `gap` words; None where
    they differ in more than one."""
    short, long = sorted((one, other), key=len)
    best: Fit | None = None
    for first in range(len(long)):
        before = 0
        while before < len(short) and first + before < len(long) and short[before] == long[first + before]:
            before += 1
        for last in range(max(first + 1, first + len(short) - gap), min(len(long), first + len(short) + gap) + 1):
            behind = 0
            while behind < min(len(short), last - first) - before and short[-1 - behind] == long[last - 1 - behind]:
                behind += 1
            middle = tuple(short[before : len(short) - behind])
            against = tuple(long[first + before : last - behind])
            if max(len(middle), len(against)) > gap or (behind == 0 and len(middle) != len(against)):
                continue
            found = Fit(tuple(short[:before]), tuple(short[len(short) - behind :]), middle, against)
            if best is None or before + behind > len(best.before) + len(best.behind):
                best = found
    return best if best is not None and (best.before or best.behind) else None


def _scattered(one: Sequence[str], other: Sequence[str]) -> list[str]:
    """The words that both have in one order and close together, where these make up most of the shorter one and tell
    much: "a grave error of judgment", "a serious error in judgment"."""
    short, long = sorted((one, other), key=len)
    if len(short) < SCATTERED:
        return []
    for first in range(max(1, len(long) - len(short) + 1)):
        window = long[first : first + len(short) + 1]
        common = [word for word in content(short) if word in content(window)]
        if longest(short, window) >= SCATTERED_SHARE * len(short) and total(common) >= SCATTERED_TOLD:
            apart = [[w for w in words if w not in common and w not in stopwords()] for words in (short, window)]
            return common if all(apart) and _telling(*apart) else []
    return []


def _telling(one: Sequence[str], other: Sequence[str]) -> bool:
    """Do they differ in words that say something, and not in the form of one word, or as "his" and "my" do?"""
    left, right = ([word for word in words if word not in stopwords()] for words in (one, other))
    if (one and not left) or (other and not right) or not (left or right):
        return False
    return {stem(word) for word in left} != {stem(word) for word in right}


def _framing(earlier: Claim, later: Claim) -> list[str]:
    """The writer's words before the one that the other has too, in what it quotes or before it."""
    around = [{*claim.modifiers, *claim.thing.split()} for claim in (earlier, later)]
    lead = [set(claim.thing.split()) for claim in (earlier, later)]
    return [word for word in (lead[0] & around[1]) | (lead[1] & around[0]) if weight(word) > 0]


def _plain(claim: Claim) -> list[str]:
    return [ONE_ARTICLE.get(word, word) for word in claim.wording.split()]


def _owner(earlier: Claim, cited: Claim) -> bool:
    """Does the text say of the later words that they are the earlier speaker's?"""
    said_by = {word for name in (earlier.source, earlier.subject) for word in re.split(r"[\W_]+", name.lower())}
    return bool(set(cited.near) & said_by)


def _pointed(earlier: Claim, later: Claim) -> bool:
    """ "The minister said", "he told the house": a pronoun, and nobody else named as the speaker."""
    return bool(earlier.source) and not later.subject and later.source.lower() in PRONOUNS
