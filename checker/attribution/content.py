"""What is said: the spans of a cue's content, to its right, its left, or both."""

from __future__ import annotations

from checker.attribution.clauses import AHEAD, finite_ahead
from checker.attribution.cues import Cue, reporting, word_class
from checker.attribution.quotes import Quote
from checker.language import Analysis

QUOTE_OPEN = frozenset('“"«„')
QUOTE_CLOSE = frozenset('”"»')
DASHES = frozenset(("—", "–", "-", "―"))
# A clause that begins so belongs to the narration again.
TURNS = word_class("turn")
# Classes of cues whose clause begins with "that", "whether", "how"; without it what follows is an object.
WANTS_THAT = frozenset(("judge", "doubt", "plan", "decide", "demand", "propose", "consider", "ruling"))
TAKES_OVER = frozenset(("according", "even"))
ADJUNCT = frozenset(("PREP", "ADV"))
SUBORDINATE = word_class("subordinate")


class Reader:
    """Finds content in one document; holds what all its cues share."""

    def __init__(self, analysis: Analysis, quoted: list[Quote], timed: set[int]) -> None:
        self.analysis = analysis
        self.quoted = quoted
        self.inside: list[Quote | None] = [None] * len(analysis.words)
        for quote in quoted:
            self.inside[quote.first : quote.last] = [quote] * (quote.last - quote.first)
        self.timed = timed

    def quote_at(self, token: int) -> Quote | None:
        """The quotation that holds a token."""
        return self.inside[token] if 0 <= token < len(self.inside) else None

    def opens(self, token: int) -> bool:
        """Does a quotation begin at the token?"""
        quote = self.quote_at(token)
        return quote is not None and quote.first == token

    def trim(self, first: int, last: int) -> tuple[int, int] | None:
        """Without commas and stops at the ends that no quotation holds."""
        words = self.analysis.words
        while first < last and words[first] in ",.;:—–-―":
            first += 1
        while first < last and words[last - 1] in ",.;:—–-―":
            last -= 1
        return (first, last) if first < last else None

    # ------------------------------------------------------------------------------------------ to the left

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

    def closes(self, edge: int) -> bool:
        """Does a quotation end before token `edge`?"""
        quote = self.quote_at(edge - 1) if edge else None
        return quote is not None and quote.last == edge

    def _lead(self, floor: int, first: int) -> int | None:
        """Where the clause begins that runs into a quotation at `first`; None when the quotation stands alone."""
        if first <= floor or self.analysis.words[first - 1] in ",:.":
            return None
        return floor if self.statement(floor, first) or first - floor < 6 else None

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

    # ----------------------------------------------------------------------------------------- to the right

    def after(self, edge: int, limit: int, cue: Cue, passive: bool) -> tuple[int, int] | None:
        """The content that begins at or after token `edge`, within the sentence that ends at token `limit`."""
        words, tags, lowers = self.analysis.words, self.analysis.tags, self.analysis.lowers
        k = edge
        while k < limit and (tags[k] == "ADV" or k in self.timed) and lowers[k] not in ("only", "there"):
            k += 1
        if k >= limit:
            return None
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
        if (lowers[k] == "to" and k in self.analysis.verb_at) or (
            tags[k] == "NEG" and k + 1 < limit and lowers[k + 1] == "to"
        ):
            if "infinitive" not in cue.complements and not passive and "object" not in cue.complements:
                return None
            span = self.trim(k, self._clause_end(k, limit))
            return span if span is not None and span[1] - span[0] > 1 else None
        bare = cue.kind not in WANTS_THAT and finite_ahead(self.analysis, k, limit)
        if "clause" in cue.complements and (lowers[k] in CLAUSE_OPENERS or bare):
            return self.trim(k, self._clause_end(k, limit))
        if cue.phrase == "say" and limit - k > 3 and tags[k] in ("DET", "PROPN", "NOUN", "ADJ", "NUM", ""):
            return self.trim(k, self._clause_end(k, limit))
        if "object" in cue.complements and (tags[k] not in ("PREP", "SUB", "CONJ", "ADV") or len(cue.words) > 1):
            return self.trim(k, self.object_end(k, limit))
        return None

    def _anchor(self, k: int, limit: int) -> int | None:
        """The next "that", colon or opening quotation mark before any finite verb."""
        words, lowers, tags = self.analysis.words, self.analysis.lowers, self.analysis.tags
        verb_at = self.analysis.verb_at
        for token in range(k, min(limit, k + AHEAD)):
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
        start = k
        while k < limit and k - start < 12:
            if lowers[k] in ("to", "that") and k > start:
                return k
            if tags[k] in ("SUBJ", "MODAL", "BE") or (k in self.analysis.verb_at and self.analysis.verb_at[k].finite):
                break
            if self.analysis.words[k] in ",;":
                break
            k += 1
        if "clause" not in cue.complements or tags[start] not in ("NOUN", "PROPN", "DET", ""):
            return start
        k = start + (tags[start] == "DET")
        kind = tags[k] if k < limit else ""
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
            return max(last, self._clause_end(last, limit))
        return last

    def _adjunct_only(self, k: int, limit: int) -> bool:
        """Is what follows a quotation "on Thursday", "in an interview", "after the match"?"""
        tags, lowers = self.analysis.tags, self.analysis.lowers
        return tags[k] in ("PREP", "SUB", "ADV", "CONJ") or lowers[k] in SUBORDINATE or k in self.timed

    def _clause_end(self, k: int, limit: int) -> int:
        """Where a subordinate clause ends: the sentence's end, or where the narration takes over again."""
        words, lowers, inside = self.analysis.words, self.analysis.lowers, self.inside
        depth = 0
        while k < limit:
            quote = inside[k]
            if quote is not None and quote.first == k:
                k = max(k + 1, quote.last)
                continue
            word = words[k]
            if word == "(":
                depth += 1
            elif word == ")":
                depth -= 1
            elif (word in ",;" or lowers[k] in TAKES_OVER) and depth <= 0 and self._hands_back(k, limit):
                return k
            k += 1
        return k

    def _hands_back(self, k: int, limit: int) -> bool:
        """Does the narration take over again at token `k`?"""
        lowers, word = self.analysis.lowers, self.analysis.words[k]
        if word == ";":
            return True
        if k + 1 >= limit:
            return False
        if word == ",":
            return self._turn(k + 1, limit) or self.trailing(k + 1, limit)
        return (lowers[k] == "according" and lowers[k + 1] == "to") or (lowers[k] == "even" and lowers[k + 1] == "as")

    def _turn(self, k: int, limit: int) -> bool:
        lowers, tags, verb_at = self.analysis.lowers, self.analysis.tags, self.analysis.verb_at
        if lowers[k] in TURNS:
            return finite_ahead(self.analysis, k + 1, limit)
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
            quote = self.quote_at(k)
            if quote is not None and quote.first == k:
                k = max(k + 1, quote.last)
                continue
            if words[k] in ",;:" or words[k] in DASHES:
                break
            if k > start and (
                lowers[k]
                in ("while", "when", "after", "because", "before", "if", "during", "despite", "since", "although")
            ):
                break
            if words[k] == "," or (k > start and lowers[k] == "as" and finite_ahead(self.analysis, k + 1, limit)):
                break
            if k > start and k in self.timed and tags[k - 1] != "PREP":
                break
            if k > start and tags[k] == "CONJ" and k + 1 < limit and k + 1 in verb_at and verb_at[k + 1].finite:
                break
            k += 1
        return k


CLAUSE_OPENERS = frozenset(("that", "whether", "how", "why", "what", "who", "where", "when", "if"))
