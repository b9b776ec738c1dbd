"""What is said: the spans of a cue's content, to its right, its left, or both."""

from __future__ import annotations

from checker.attribution.clauses import AHEAD, DASHES, finite_ahead
from checker.attribution.cues import Cue, word_class
from checker.attribution.extents import CLAUSE_OPENERS, TURNS, Extents

QUOTE_OPEN = frozenset('“"«„')
QUOTE_CLOSE = frozenset('”"»')
# Classes of cues whose clause begins with "that", "whether", "how"; without it what follows is an object.
WANTS_THAT = frozenset(("judge", "doubt", "plan", "decide", "demand", "propose", "consider", "ruling"))
ADJUNCT = frozenset(("PREP", "ADV"))
NO_OBJECT = frozenset(("PREP", "SUB", "CONJ", "ADV", "TO"))
ANCHORS = frozenset(("that", "whether", "how", "why", ":", "to", ";"))
NO_CLAUSE = frozenset(("VERB", "PART", "MODAL"))
OBJECTS = frozenset(("object", "record"))
SUBORDINATE = word_class("subordinate")


class Reader(Extents):
    """Finds content in one document."""

    def before(self, edge: int, floor: int) -> tuple[int, int] | None:
        """The content that ends before token `edge` ("..., X said"), or None when the left is no statement."""
        words, tags, lowers = self.analysis.words, self.analysis.tags, self.analysis.lowers
        last = edge
        while last > floor and tags[last - 1] in ("CONJ", "ADV"):
            last -= 1
        if last <= floor:
            return self.quote_before(floor)
        mark = words[last - 1]
        quote = self.quote_at(last - 1)
        if quote is not None and quote.last != last:
            quote = None
        if quote is None and mark not in QUOTE_CLOSE and mark not in ",?!" and mark not in DASHES:
            return None
        if quote is None and last - 2 >= floor:
            quote = self.quote_at(last - 2)
        if quote is not None and quote.last >= last - 1:
            first = quote.first
            title = quote.last - quote.first <= 9 and floor < quote.first and tags[floor] == "PREP"
            if title and not self.statement(floor, quote.first):
                return None  # "In the magazine "Face the Nation," he said"
            # "It is, he wrote, “a disgrace,” he said": the clause that runs into the quotation belongs to it
            lead = self._lead(max(floor, 0), first)
            return (lead if lead is not None else first), last
        first = floor
        while first < last and (tags[first] == "CONJ" or words[first] in ",.-–—"):
            first += 1
        if first >= last or lowers[first] in SUBORDINATE:
            return None
        if not self.statement(first, last):
            return None
        return self.trim(first, last)

    def quote_before(self, floor: int) -> tuple[int, int] | None:
        """The quotation that the sentence before closes, on the same line ("“Why?” he asked")."""
        analysis = self.analysis
        quote = self.quote_at(floor - 1) if floor else None
        if (
            quote is None
            or quote.last != floor
            or "\n" in analysis.text[analysis.ends[floor - 1] : analysis.starts[floor]]
        ):
            return None
        return quote.first, quote.last

    def _lead(self, floor: int, first: int) -> int | None:
        """Where the clause begins that runs into a quotation at `first`; None when the quotation stands alone."""
        if first <= floor or self.analysis.words[first - 1] in ",:.":
            return None
        return floor if self.statement(floor, first) or first - floor < 6 else None

    def after(self, edge: int, limit: int, cue: Cue, passive: bool) -> tuple[int, int] | None:
        """The content that begins at or after token `edge`, within the sentence that ends at token `limit`."""
        words, tags, lowers = self.analysis.words, self.analysis.tags, self.analysis.lowers
        k = edge
        while k < limit and (
            (tags[k] == "ADV" and lowers[k] not in ("only", "there"))
            or (k in self.timed and tags[min(k + 1, limit - 1)] != "POSS")
            or (tags[k] == "PREP" and k + 1 in self.timed)
        ):
            k += 1
        if k >= limit:
            return None
        clausal = (tags[k] == "SUBJ" or lowers[k] == "there") and not cue.recipient
        if clausal and "clause" in cue.complements and finite_ahead(self.analysis, k, limit):
            return self.trim(k, self.clause_end(k, limit))  # "says |there is a law that", "decided |she should"
        anchor = self._anchor(k, limit)
        if anchor is not None and (anchor == k or self._skippable(k, anchor, cue)):
            k = anchor
        elif words[k] in ",;.?!)" or words[k] in DASHES:
            return None
        elif cue.recipient:
            k = self._recipient(k, limit, cue)
        if k >= limit:
            return None
        if words[k] == ":":
            k += 1
            if k >= limit:
                return None
        if self.opens(k) and "quote" in cue.complements:
            return k, self._quote_end(k, limit)
        if self._infinitive(k, limit, cue):
            if "infinitive" not in cue.complements and not passive and "object" not in cue.complements:
                return None
            span = self.trim(k, self.clause_end(k, limit))
            return span if span is not None and span[1] - span[0] > 1 else None
        adjunct = cue.kind == "seem" and tags[k] == "PREP"  # "appeared in court"
        bare = (
            cue.kind not in WANTS_THAT
            and tags[k] not in NO_CLAUSE
            and not adjunct
            and finite_ahead(self.analysis, k, limit)
        )
        if "clause" in cue.complements and (lowers[k] in CLAUSE_OPENERS or bare):
            return self.trim(k, self.clause_end(k, limit))
        if cue.phrase == "say" and limit - k > 3 and tags[k] in ("DET", "PROPN", "NOUN", "ADJ", "NUM", ""):
            return self.trim(k, self.clause_end(k, limit))
        if cue.complements & OBJECTS and (tags[k] not in NO_OBJECT or len(cue.words) > 1):
            return self.trim(k, self.object_end(k, limit))
        return None

    def _infinitive(self, k: int, limit: int, cue: Cue) -> bool:
        """Does "to" and a verb begin here, even one that the tags take for a noun ("urged him |to unfriend her")?"""
        tags, lowers, verb_at = self.analysis.tags, self.analysis.lowers, self.analysis.verb_at
        if lowers[k] != "to":
            return tags[k] == "NEG" and k + 1 < limit and lowers[k + 1] == "to"
        if k in verb_at or self.opens(k + 1):
            return True
        bare = k + 1 < limit and tags[k + 1] in ("NOUN", "") and self.analysis.words[k + 1].islower()
        object_follows = k + 2 < limit and tags[k + 2] in ("DET", "PROPN", "PRON", "NUM")
        return bare and (cue.recipient or (object_follows and "infinitive" in cue.complements))

    def _anchor(self, k: int, limit: int) -> int | None:
        """The next "that", colon or opening quotation mark before any finite verb."""
        words, lowers, tags = self.analysis.words, self.analysis.lowers, self.analysis.tags
        verb_at = self.analysis.verb_at
        for token in range(k, min(limit, k + AHEAD)):
            if lowers[token] not in ANCHORS and not self.opens(token) and token not in verb_at:
                continue
            if (
                lowers[token] == "that"
                and (token == k or words[token - 1] != "," or self._adverbial(k))
                and (
                    token + 1 < limit
                    and (tags[token] in ("REL", "SUB") or finite_ahead(self.analysis, token + 1, limit))
                )
            ):
                return token
            if lowers[token] in ("whether", "how", "why") and token - k < 8:
                return token
            if self.opens(token):
                return token
            if words[token] == ":" or (
                lowers[token] == "to" and token > k and token - k < 6 and self._adverbial(k) and token in verb_at
            ):
                return token
            if token in verb_at and verb_at[token].finite:
                return None
            if words[token] == ";":
                return None
        return None

    def _adverbial(self, k: int) -> bool:
        """Does an adjunct begin at `k` ("on X, formerly Twitter, that")?"""
        return self.analysis.tags[k] in ADJUNCT or k in self.timed or self.analysis.words[k] == ","

    def _skippable(self, k: int, anchor: int, cue: Cue) -> bool:
        """May the tokens before the anchor be passed over: an adjunct, a time, the person told?"""
        tags, words = self.analysis.tags, self.analysis.words
        opens = self.opens(anchor)
        if opens and "quote" not in cue.complements:
            return False
        if cue.recipient or words[anchor] == ":":
            return True
        if opens and (tags[k] == "PREP" and words[anchor - 1] not in (",", ":")):
            return False
        return tags[k] in ADJUNCT or k in self.timed or words[k] == ","

    def _recipient(self, k: int, limit: int, cue: Cue) -> int:
        """The token after the person told: "told reporters |he would go", "urged Moscow |to withdraw"."""
        tags, lowers = self.analysis.tags, self.analysis.lowers
        if tags[k] in ("SUBJ", "PRON") and lowers[k] in ("me", "us", "him", "her", "them", "you", "it", "reporters"):
            return k + 1
        if lowers[k] == "to":
            return k
        start = k
        clause = "clause" in cue.complements
        while k < limit and k - start < 12:
            if lowers[k] in ("to", "that") and k > start:
                return k
            if clause and k > start:
                if lowers[k] in CLAUSE_OPENERS:
                    return k  # "asked members |if they agreed"
                if lowers[k] in SUBORDINATE:
                    break
                if (tags[k] == "SUBJ" or lowers[k] == "there") and finite_ahead(self.analysis, k, limit):
                    return k  # "told the court in Leeds |she was hired"
            if tags[k] in ("SUBJ", "MODAL", "BE") or (k in self.analysis.verb_at and self.analysis.verb_at[k].finite):
                break
            if self.analysis.words[k] in ",;":
                break
            k += 1
        if not clause or tags[start] not in ("NOUN", "PROPN", "DET", ""):
            return start
        k = start + (tags[start] == "DET")
        kind = tags[k] if k < limit else ""
        name = self.name_end(k) if k < limit else k
        if (
            k < name < limit
            and finite_ahead(self.analysis, name, limit)
            and tags[name] in ("DET", "PROPN", "NOUN", "ADJ")
        ):
            return name  # "told the BBC |Michael Howard was"
        while k < limit and tags[k] == kind and kind in ("NOUN", "PROPN", ""):
            k += 1
        return (
            k
            if k < limit
            and finite_ahead(self.analysis, k, limit)
            and tags[k] in ("SUBJ", "DET", "PROPN", "NOUN", "ADJ", "NUM", "")
            else start
        )

    def _quote_end(self, k: int, limit: int) -> int:
        """The end of a quotation that is content, and what it joins ("“a threat” and “a shame”")."""
        quote = self.quote_at(k)
        if quote is None:
            return limit
        last = quote.last
        words, lowers = self.analysis.words, self.analysis.lowers
        while last + 1 < limit and lowers[last] in ("and", "or") and words[last + 1] in QUOTE_OPEN:
            following = self.quote_at(last + 1)
            if following is None:
                break
            last = following.last
        if (
            last < limit
            and words[last] not in ",."
            and lowers[last] not in TURNS
            and not self._adjunct_only(last, limit)
        ):
            return max(last, self.clause_end(last, limit))
        return last

    def _adjunct_only(self, k: int, limit: int) -> bool:
        """Is what follows a quotation "on Thursday", "in an interview", "after the match"?"""
        tags, lowers = self.analysis.tags, self.analysis.lowers
        return tags[k] in ("PREP", "SUB", "ADV", "CONJ", "ING") or lowers[k] in SUBORDINATE or k in self.timed
