"""What tells a figure from others of its kind: a part, the whole, the figure left behind, when and not how long."""

from __future__ import annotations

import re
from functools import cache

from checker import patterns
from checker.claims.clauses import Clause
from checker.language import Analysis
from checker.language.lexicon import items, table
from checker.language.morphology import verb_class
from checker.records import Quantity

LINKS = frozenset(
    ("of", "to", "at", "from", "by", "above", "below", "over", "under", "than", "around", "about", "is", "was")
)
DEFINITE = frozenset(("the", "these", "those", "its", "their", "his", "her", "this", "all"))
NEAR = 6  # tokens to each side


def own_qualifier(analysis: Analysis, quantity: Quantity) -> str:
    """The quantity's own qualifier; "some" for "17 of the inmates", which may be told again by another verb's 17."""
    if quantity.dimension == "time" and OFFSET.match(analysis.lower, quantity.end):
        return "offset"  # "six years after her release" is when, not how long
    plain = quantity.qualifier == "part" and OF_THE.match(analysis.lower, quantity.end)
    if not quantity.qualifier and not quantity.dimension and OTHERS.match(analysis.lower, quantity.end):
        return "further"
    return "some" if plain else quantity.qualifier


def joined(analysis: Analysis, first: int) -> str:
    """ "joined" for "theft and two counts of fraud": with what stands before they are more than two."""
    beside = first > 1 and analysis.lowers[first - 1] in ("and", "plus")
    return "joined" if beside and analysis.tags[first - 2] in ("NOUN", "PROPN") else ""


OTHERS = patterns.compile(r"\s+others\b")  # "seven others were hurt", beside one who was killed


OFFSET = patterns.compile(r" (?:after|before|later|earlier|afterwards)\b")
OF_THE = patterns.compile(r"\s+of\s+(?:the|its|their|his|her|our|all)\b")


CHANGING = frozenset(("grow", "fall", "raise", "cut", "change"))


def qualifier_of(analysis: Analysis, clause: Clause, first: int, definite: bool) -> str:
    """part: "20 people arrested in Rome were charged"; from: the figure left behind, or told of an earlier time."""
    if clause.restricted and not definite:
        return "part"
    lowers = analysis.lowers
    if _left_behind(analysis, clause, first):
        return "from"
    if _whole(analysis, clause, first):
        return "whole"
    sentence = analysis.sentences[analysis.sentence_at(analysis.starts[first])]
    if (
        lowers[sentence.first] in ("of", "among")
        and lowers[sentence.first + 1] in POINTING
        and first > sentence.first + 1
    ):
        return "part"  # "Of that, £3m went to schools"
    other = other_case(analysis, clause, first)
    if other:
        return other
    single = lowers[sentence.first] == "one" and first > sentence.first and lowers[sentence.first + 1] in SINGLE
    if single and "PROPN" not in analysis.tags[sentence.first : first]:
        return "part"  # "One woman lost £312,000": of many, who are not named
    if OF_TOTAL.match(analysis.lower, analysis.ends[first]):
        return "each"  # "will lose 270 jobs, 60% of the total"
    if ENDED.match(analysis.lower, analysis.ends[first]) and lowers[first - 1] in ("the", "for", "over", "in"):
        return "each"  # "in the 12 months to May": what a figure is reckoned over
    if not COMPARING.isdisjoint(lowers[sentence.first : sentence.first + OPENING]):
        return "other"  # "By comparison, its rival ..."
    window = {*range(sentence.first, sentence.first + OPENING), *range(first - NEAR, first + NEAR)}
    for token in window & set(range(sentence.first, sentence.last)):
        follows = lowers[token + 1] if token + 1 < sentence.last else ""
        if lowers[token] in EARLIER and follows not in ("this", "today", "in", "on"):
            return "from"  # "a year earlier", "an earlier poll", "its previous offer"
    return ""


@cache
def other_cases() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What a clause has in it whose figure holds of another case, and what stands behind a figure of another time, of
    `other_cases.tsv`."""
    words = {row["kind"]: "|".join(map(re.escape, items(row["words"]))) for row in table("other_cases")}
    law = rf"\bunder (?:(?:the|a|an|its|their) )?(?:{words['law']}) (?:[\w-]+ ){{0,2}}(?:{words['law noun']})s?\b"
    case = patterns.compile(rf"{law}|\b(?:{words['case']}|{words['own count']})\b")
    holding = words["holding"]
    had = rf"\b(?:it|they|he|she|we) (?:{holding}) (?:then|at (?:the|that) time)\b"
    then = patterns.compile(
        rf"[^.;:,]{{0,40}}(?:\bthen (?:{holding})\b|{had})|\s[\w-]+ at (?:the|that) time\b"
    )
    return case, then


def other_case(analysis: Analysis, clause: Clause, first: int) -> str:
    """case: "could build eight floors under existing zoning"; from: "the 94 jets that it then owned"."""
    case, then = other_cases()
    lower, lowers = analysis.lower, analysis.lowers
    sentence = analysis.sentences[analysis.sentence_at(analysis.starts[first])]
    start, end = analysis.starts[sentence.first], analysis.ends[sentence.last - 1]
    if case.search(lower, start, end):
        return "case"
    if first and lowers[first - 1] == "then" and first > 1 and lowers[first - 2] in DEFINITE:
        return "from"  # "its then 40 members"
    definite = first and not DEFINITE.isdisjoint(lowers[max(0, first - 2) : first])
    return "from" if definite and then.match(lower, analysis.ends[first], end) else ""


def of_all_kinds(analysis: Analysis, quantity: Quantity, first: int, left: int) -> str:
    """overall: "the price for all types of homes", which is not that of one type."""
    if not quantity.dimension or quantity.dimension == "time":
        return ""
    words = next(row["words"] for row in table("other_cases") if row["kind"] == "overall")
    before = analysis.lower[analysis.starts[left] : analysis.starts[first]]
    return "overall" if any(phrase in before for phrase in items(words)) else ""


def _left_behind(analysis: Analysis, clause: Clause, first: int) -> bool:
    """ "fell to 3 from 4", "down from a peak of more than 300": the figure that no longer holds."""
    lowers = analysis.lowers
    token = first - 1
    while (
        token > clause.first
        and first - token <= PEAK_REACH
        and (
            lowers[token] in HEIGHTS
            or analysis.tags[token] in ("DET", "ADJ", "ADV", "NUM")
            or lowers[token] in LINKS - {"from"}
        )
    ):
        token -= 1
    if token < 0 or lowers[token] != "from":
        return False
    verb = "" if clause.verb is None else verb_class(clause.verb.lemma)
    changes = clause.predicate in CHANGING or verb in CHANGING
    return changes or (token > 0 and lowers[token - 1] in ("up", "down"))


def is_difference(analysis: Analysis, clause: Clause, first: int, counted_class: str) -> bool:
    """ "Passed by 11 votes", "by a margin of 11": by how much, not how many.  "Seen by 500 people" tells who did it,
    "by 80 votes to 69" a result."""
    token = first - 1
    while token > clause.first and (analysis.lowers[token] in MARGINS or analysis.tags[token] in ("DET", "ADJ", "ADV")):
        token -= 1
    if analysis.lowers[token] != "by" or RESULT.match(analysis.lower, analysis.ends[first]):
        return False
    acted = counted_class in ACTING and clause.predicate not in CHANGING
    acted = acted or (clause.verb is not None and clause.verb.passive)
    return not acted or not MARGINS.isdisjoint(analysis.lowers[token:first])


# Classes of nouns_classes.tsv that do things: "an escape by 92 inmates".
ACTING = frozenset(("person", "soldier", "animal", "organisation", "company", "country", "military unit", "vessel",
                    "aircraft", "vehicle"))  # fmt: skip


MARGINS = frozenset(("margin", "majority", "lead", "difference", "of"))
RESULT = patterns.compile(r"\s+(?:\w+\s+)?(?:to|against)\s+\d")


def _whole(analysis: Analysis, clause: Clause, first: int) -> bool:
    """ "47 of the 81 seats": all that there are, of which a figure before it is a part."""
    token = first - 1
    while token > clause.first and analysis.lowers[token] in DEFINITE:
        token -= 1
    return token > clause.first and analysis.lowers[token] in ("of", "among") and analysis.tags[token - 1] == "NUM"


PEAK_REACH = 6
HEIGHTS = frozenset(("peak", "high", "low", "record", "level", "maximum", "minimum"))


ENDED = patterns.compile(r"[\s-]+(?:days|weeks|months|years)\s+(?:to|ended|ending|through|until|up to)\b")
SINGLE = frozenset(
    ("woman", "man", "victim", "customer", "resident", "patient", "couple", "family", "person", "of", "in")
)
OF_TOTAL = patterns.compile(r"[^.;]{0,40}\bof\s+(?:the|that|this|its)\s+total\b")
POINTING = frozenset(("that", "these", "those", "them", "this", "whom", "which"))
OPENING = 4  # tokens at the head of a sentence that put all of it into another time
COMPARING = frozenset(("comparison", "contrast"))
EARLIER = frozenset(("earlier", "previous", "previously", "formerly", "originally", "initially"))
