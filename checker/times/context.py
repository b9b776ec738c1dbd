"""What an expression is read against: the publication day, the story's last anchored time, the tense of its clause."""
from __future__ import annotations

from functools import cache

from checker import patterns
from checker.language.lexicon import items, table
from checker.times.contexts import words
from checker.times.readings import Reading

# The last end of a clause before an expression, and the first after it; the point of "p.m.", "Sept." and "Mr." is none.
_SHORT = r"jan feb mar apr jun jul aug sep oct nov dec sept mon tue wed thu fri sat sun mr ms dr st mrs gen sen gov rep"
_NO_POINT = r"(?<![\s.]\w)" + "".join(rf"(?<!\b{short})" for short in _SHORT.split())
_LAST_STOP = patterns.compile(rf"(?s:.*)(?:[!?;:\n\"“”]|{_NO_POINT}\.)(?!\d)")
_FIRST_STOP = patterns.compile(rf"(?:[!?;:\n\"“”]|{_NO_POINT}\.)(?!\d)")
_MARKS = "()[],'’-–—"
IS, NOW, THEN = words("is"), words("now"), words("then")
AUXILIARIES, PREPOSITIONS, NOUN_LINKS = words("auxiliaries"), words("day-prepositions"), words("noun-links")
PUT_OFF, ORDERS, UNTIL, UNDONE = words("put-off"), words("orders"), words("until"), words("undone")
MEANT = (["supposed", "to"], ["meant", "to"])
_BY = patterns.compile(r"\bby(?: [\w.:]+){0,2}(?: on)? ?$")
GOES_ON = 400  # characters to the last time of a story of old that goes on
NEAR = 5  # words in which a "not" goes with what lasts until then
BEFORE, AFTER = 90, 70  # characters that are looked at
_NEXT = 12  # characters that hold the word behind


@cache
def _cues() -> dict[str, str]:
    """The direction of every cue, of one word or two."""
    return {cue: row["direction"] for row in table("time_cues") for cue in items(row["cue"])}


def _direction(word: str, previous: str) -> str:
    """What one word, after the word before it, says of the direction."""
    if previous == "be":
        return "future"  # "should be completed": still to come
    cues = _cues()
    found = cues.get(f"{previous} {word}") or cues.get(word)
    if found:
        return found
    if word.endswith(("'ll", "’ll")):
        return "future"
    if previous in IS:
        return ""  # "is packed"
    return "past" if word.endswith("ed") and len(word) > 4 else ""


def _lower(text: str) -> str:
    """In small letters, and as long; the month of May is no verb."""
    return text.replace("May", "***").lower()


def _words(clause: str) -> list[str]:
    """Without marks round them."""
    return [word.strip(_MARKS) for word in clause.split()]


def _until(before: list[str]) -> str:
    """What the words before "until" say: "closed until Friday" and "have until Friday" lead on, "searched until Friday"
    and "did not open until Friday" lie behind."""
    if before[-1:] in (["has"], ["have"], ["had"]):
        return "future"
    for index in range(max(0, len(before) - NEAR), len(before)):
        word = before[index]
        if word in ("not", "never") or word.endswith(("n't", "n’t")):
            return "past" if {word[:-3], before[index - 1] if index else ""} & UNDONE else "future"
    for index in range(len(before) - 1, -1, -1):
        word = before[index]
        if word in PUT_OFF:
            return "future"
        if found := _direction(word, before[index - 1] if index else ""):
            return found
    return "future"


class Context:
    """The references of one document; `anchor` moves along the story."""

    __slots__ = (
        "anchor", "clock", "day_seen", "day_told", "days", "dotted", "end", "message", "month_told", "months_first",
        "narrative", "old", "pending", "phrase", "pub", "start", "text", "time_anchor",
    )  # fmt: skip

    def __init__(self, text: str, pub: int | None, clock: int | None, message: bool) -> None:
        self.text = text
        self.pub = pub
        self.clock = clock
        self.message = message
        self.narrative = False
        self.pending: Reading | None = None  # a time far from the story's, which a second one near it would confirm
        self.phrase = False  # nothing but a time, as in a calendar entry
        self.dotted = ""  # what the last figures with a point were: day or clock
        self.day_seen = False  # in the run in hand
        self.months_first: bool | None = None  # order of day and month in the text's numeric dates; None unknown
        self.anchor: Reading | None = None  # the last time with days in the calendar
        self.time_anchor: Reading | None = None  # the last single day
        self.day_told: Reading | None = None  # the last single day in the text, of the story or not
        self.month_told: Reading | None = None  # the last time of a narrative that is as fine as a month
        self.old = 0  # how many times of years ago came last, one after the other
        self.days: dict[tuple[int, int], int] = {}  # month and day that news has told → which day it is
        self.start = 0  # of the expression in hand
        self.end = 0

    def _before(self) -> list[str]:
        """The words of the clause before the expression in hand."""
        before = _lower(self.text[max(0, self.start - BEFORE) : self.start])
        stop = _LAST_STOP.match(before)
        return _words(before[stop.end() :] if stop else before)

    def _after(self) -> list[str]:
        """The words of the clause behind the expression in hand."""
        after = _lower(self.text[self.end : self.end + AFTER])
        stop = _FIRST_STOP.search(after)
        return _words(after[: stop.start()] if stop else after)

    def goes_on_now(self) -> bool:
        """Whether the clause after the expression in hand speaks of the present: "three years on, the street is"."""
        return next((word in NOW for word in self._after() if word in NOW or word in THEN), False)

    def tells_of_old(self) -> bool:
        """Whether news goes on with a story of years ago: two of its times came one after the other just before."""
        last = self.anchor
        if self.narrative:
            return last is not None and last.y is not None
        if self.old < 2 or last is None or last.end is None or last.y is None or self.start - last.end > GOES_ON:
            return False
        return self.tense() == "past"

    def _own_verb(self, before: list[str]) -> str:
        """What the verb of the expression or of its noun says: "said the vote on Friday would go on", "and Friday
        will", "the game is on Friday"; but not "the bill introduced Friday would"."""
        links = [word for word in before[-1:] if word in PREPOSITIONS]
        if len(before) > len(links) and before[-1 - len(links)] in ("is", "are"):
            return "future"
        after = self.text[self.end : self.end + _NEXT]
        follows = after[1:].split(" ", 1)[0] if after[:1] == " " else ""
        if follows not in AUXILIARIES or len(before) < 3:
            return ""
        subject = before[-1] in ("and", "but")
        of_noun = before[-1] in NOUN_LINKS and not (_direction(before[-2], "") or before[-2] in NOUN_LINKS)
        return _direction(follows, "") if subject or of_noun else ""

    def is_deadline(self) -> bool:
        """Whether "by Friday" is to come: "was told to leave by Friday", "who has not paid by Friday must"."""
        if not _BY.search(_lower(self.text[max(0, self.start - BEFORE) : self.start])):
            return False
        before = self._before()
        if any(word in ORDERS and "to" in before[index:] for index, word in enumerate(before)):
            return True
        after = _words(_lower(self.text[self.end : self.end + _NEXT]))
        return bool(after) and _direction(after[0], "") == "future"

    def tense(self) -> str:
        """future, past or "" for the clause round the expression in hand: its last cue before, else its first after."""
        before = self._before()
        if own := self._own_verb(before):
            return own
        for index in range(len(before) - 1, -1, -1):
            if before[index - 1 : index] == ["be"] and before[max(0, index - 3) : index - 1] in MEANT:
                return "past"  # "I was supposed to be home Sunday"
            if before[index] in UNTIL:
                return _until(before[:index])
            if found := _direction(before[index], before[index - 1] if index else ""):
                return found
        previous = ""
        for word in self._after():
            if found := _direction(word, previous):
                return found
            previous = word
        return ""
