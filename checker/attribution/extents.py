"""How far a statement reaches: quotations, clauses and noun phrases of one document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from checker.attribution.clauses import DASHES, finite_ahead
from checker.attribution.cues import reporting, speaking, telling, word_class
from checker.attribution.quotes import Quote
from checker.language import Analysis
from checker.records import Entity

# A clause that begins so belongs to the narration again.
TURNS = word_class("turn")
TAKES_OVER = frozenset(("according", "even"))
BREAKS = frozenset(("(", ")", ",", ";", "and", "but")) | DASHES | TAKES_OVER
OBJECT_ENDS = frozenset(",;:") | DASHES
CLAUSES = frozenset(("while", "when", "after", "because", "before", "if", "during", "despite", "since", "although"))
CLAUSE_OPENERS = frozenset(("that", "whether", "how", "why", "what", "who", "where", "when", "if"))


def _start(entity: Entity) -> int:
    return entity.start


class Extents:
    """Where quotations, clauses and objects begin and end; holds what all cues of a document share."""

    def __init__(
        self, analysis: Analysis, quoted: list[Quote], timed: set[int], entities: Sequence[Entity] = ()
    ) -> None:
        self.analysis = analysis
        self.entities = entities
        self.quoted = quoted
        self.inside: list[Quote | None] = [None] * len(analysis.words)
        for quote in quoted:
            self.inside[quote.first : quote.last] = [quote] * (quote.last - quote.first)
        self._openings = frozenset(quote.first for quote in quoted)
        self._endings = frozenset(quote.last for quote in quoted)
        self.timed = timed

    def quote_at(self, token: int) -> Quote | None:
        """The quotation that holds a token."""
        return self.inside[token] if 0 <= token < len(self.inside) else None

    def opens(self, token: int) -> bool:
        """Does a quotation begin at the token?"""
        return token in self._openings

    def closes(self, edge: int) -> bool:
        """Does a quotation end before token `edge`?"""
        return edge in self._endings

    def name_end(self, token: int) -> int:
        """The token after the longest name that begins at `token`, or `token`."""
        start = self.analysis.starts[token]
        place = bisect_left(self.entities, start, key=_start)
        if place == len(self.entities) or self.entities[place].start != start:
            return token
        return self.analysis.token_at(self.entities[place].end - 1) + 1

    def trim(self, first: int, last: int) -> tuple[int, int] | None:
        """Without commas and stops at the ends that no quotation holds."""
        words = self.analysis.words
        while first < last and words[first] in ",.;:—–-―":
            first += 1
        while first < last and words[last - 1] in ",.;:—–-―":
            last -= 1
        return (first, last) if first < last else None

    def statement(self, first: int, last: int) -> bool:
        """Is there a finite verb outside a relative clause between the tokens?"""
        verb_at, lowers = self.analysis.verb_at, self.analysis.lowers
        k = first
        while k < last:
            group = verb_at.get(k)
            if group is not None:
                if group.finite and not (
                    k > first and lowers[k - 1] in ("who", "which", "whose", "that") and not self._verb(first, k)
                ):
                    return True
                k = max(group.last, k + 1)
            else:
                k += 1
        return False

    def _verb(self, first: int, last: int) -> bool:
        return any(k in self.analysis.verb_at and self.analysis.verb_at[k].finite for k in range(first, last))

    def clause_end(self, k: int, limit: int) -> int:
        """Where a subordinate clause ends: the sentence's end, or where the narration takes over again."""
        words, lowers, verb_at, openings = (
            self.analysis.words,
            self.analysis.lowers,
            self.analysis.verb_at,
            self._openings,
        )
        depth = 0
        modal = False
        while k < limit:
            if k in openings and (quote := self.inside[k]) is not None:
                k = max(k + 1, quote.last)
                if k < limit and words[k - 2] == "," and self._turn(k, limit):
                    return k
                continue
            if lowers[k] in BREAKS:
                word = words[k]
                if word in "()":
                    depth += 1 if word == "(" else -1
                elif depth <= 0 and (
                    self._hands_back(k, limit) or (modal and self._speaks_on(k + (word == ","), limit))
                ):
                    return k
            if k in verb_at and (verb_at[k].finite or verb_at[k].infinitive):
                modal = verb_at[k].infinitive or bool(verb_at[k].modal) or verb_at[k].tense == "future"
            k += 1
        return k

    def _speaks_on(self, conjunction: int, limit: int) -> bool:
        """ "said it would leave |and warned that": after a modal verb, a past form goes on from the cue."""
        if conjunction >= limit or self.analysis.lowers[conjunction] not in ("and", "but"):
            return False
        k = conjunction + 1
        while k < limit and self.analysis.tags[k] == "ADV":
            k += 1
        group = self.analysis.verb_at.get(k)
        return (
            group is not None
            and group.finite
            and group.lemma in speaking()
            and not group.modal
            and self.analysis.lowers[group.head] != group.lemma
            and group.last < limit
        )

    def _hands_back(self, k: int, limit: int) -> bool:
        """Does the narration take over again at token `k`?"""
        lowers, word = self.analysis.lowers, self.analysis.words[k]
        if word == ";":
            return True
        if word in DASHES:
            return self._new_speaker(k + 1, limit)
        if k + 1 >= limit or (word != "," and lowers[k] not in TAKES_OVER):
            return False
        if word == ",":
            return self._turn(k + 1, limit) or self.trailing(k + 1, limit)
        return (lowers[k] == "according" and lowers[k + 1] == "to") or (lowers[k] == "even" and lowers[k + 1] == "as")

    def _new_speaker(self, k: int, limit: int) -> bool:
        """ "— |and he noted|": a pronoun that speaks, after a dash."""
        tags = self.analysis.tags
        if k + 2 >= limit or tags[k] != "CONJ" or tags[k + 1] != "SUBJ":
            return False
        group = self.analysis.verb_at.get(k + 2)
        return group is not None and group.finite and group.lemma in reporting()

    def _turn(self, k: int, limit: int) -> bool:
        lowers, tags, verb_at = self.analysis.lowers, self.analysis.tags, self.analysis.verb_at
        if lowers[k] in TURNS:
            return finite_ahead(self.analysis, k + 1, limit)
        if tags[k] == "ING":  # "..., adding that"
            clause = k + 1 < limit and (lowers[k + 1] in ("that", "there") or tags[k + 1] == "SUBJ")
            return k in verb_at and verb_at[k].lemma in (reporting() if clause else telling())
        if tags[k] != "CONJ":
            return False
        following = k + 1
        while following < limit and tags[following] == "ADV":
            following += 1
        group = verb_at.get(following)
        return group is not None and group.finite and group.lemma in reporting()  # "..., and stressed that"

    def trailing(self, k: int, limit: int) -> bool:
        """Does the narration end the sentence with its own cue (", a senior official told reporters")?"""
        verb_at, words, lowers = self.analysis.verb_at, self.analysis.words, self.analysis.lowers
        start = k
        if self.analysis.tags[k] in ("CONJ", "REL", "SUB", "PREP", "ING") or lowers[k] in ("that", "who", "which"):
            return False
        while k < limit and k - start < 16:
            if words[k] in ",;:" or self.opens(k):
                return False
            group = verb_at.get(k)
            if group is not None and group.finite:
                if group.lemma not in reporting() or group.passive or k == start:
                    return False
                after = group.last
                return not self._statement_after(after, limit)
            k += 1
        return False

    def _statement_after(self, k: int, limit: int) -> bool:
        """Does the cue have content of its own to its right?"""
        lowers, words = self.analysis.lowers, self.analysis.words
        if k < limit and (lowers[k] in CLAUSE_OPENERS or self.opens(k) or self.analysis.tags[k] == "SUBJ"):
            return True
        return any(
            (token in self.analysis.verb_at and self.analysis.verb_at[token].finite)
            or lowers[token] == "that"
            or words[token] == ":"
            for token in range(k, min(limit, k + 12))
        )

    def object_end(self, k: int, limit: int) -> int:
        """Where a noun phrase that is content ends."""
        words, tags, lowers, verb_at = (
            self.analysis.words,
            self.analysis.tags,
            self.analysis.lowers,
            self.analysis.verb_at,
        )
        start = k
        while k < limit:
            if k in self._openings and (quote := self.inside[k]) is not None:
                k = max(k + 1, quote.last)
                continue
            if words[k] in OBJECT_ENDS or (k > start and lowers[k] in CLAUSES):
                break
            if lowers[k] == "as" and k > start and finite_ahead(self.analysis, k + 1, limit):
                break
            if k > start and k in self.timed and tags[k - 1] != "PREP":
                break
            if k > start and tags[k] == "CONJ" and k + 1 < limit and k + 1 in verb_at and verb_at[k + 1].finite:
                break
            k += 1
        return k
