"""The records that the rooms hand to each other (docs/architecture.md shows who makes and who reads each).

All are immutable.  Offsets are characters into `Document.text`, end exclusive.  Days are proleptic Gregorian ordinals
(`datetime.date.toordinal`), so that a rule compares integers.  Unknown is None (or "" where the field is a word).
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

Span = tuple[int, int]
ClaimKey = tuple[int, int]  # (document, Claim.id)


class Scope(msgspec.Struct, frozen=True):
    """A stretch of a document that plays one part on the page; scopes of one document do not overlap.

    `kind` is one of headline, standfirst, body, caption, correction, furniture.  Furniture (agency lines, related
    headlines, copyright) makes no claim and counts as no paragraph.
    """

    start: int
    end: int
    kind: str
    paragraph: int  # 0 for what is no paragraph (headline, furniture); body paragraphs count from 1


class Document(msgspec.Struct, frozen=True):
    """A text as it was read, with what is needed to point back into its file."""

    text: str
    path: str = "<text>"
    scopes: tuple[Scope, ...] = ()
    published_earliest: int | None = None
    published_latest: int | None = None
    published_by: str = ""  # option, metadata, articles.toml, dateline, copyright; "" when unknown
    encoding: str = "utf-8"
    # (offset, line, column) where a new stretch of the file begins; ascending; columns advance with offsets from there
    anchors: tuple[tuple[int, int, int], ...] = ((0, 1, 1),)
    published_clock: int | None = None  # seconds after midnight, where the publication moment is given with its time

    @staticmethod
    def from_text(text: str, published: object = None, path: str = "<text>") -> Document:
        """A plain-text document; `published` is a date, a date-time or None."""
        from checker.documents import plain

        return plain.from_text(text, published, path)


class Counted(msgspec.Struct, frozen=True, gc=False):
    """What a figure counts: "1,500 North Korean troops" counts text "North Korean troops", head "troop"."""

    start: int
    end: int
    text: str
    head: str  # lemma, lower case
    modifiers: tuple[str, ...] = ()  # lower case, in text order
    noun_class: str = msgspec.field(default="", name="class")  # of the lexicon: person, soldier, money ...; "" unknown


class Quantity(msgspec.Struct, frozen=True, gc=False):
    """A figure.  `start end text` cover hedge, currency sign, numeral and unit, but not the counted noun."""

    start: int
    end: int
    text: str
    numeral: str  # the numeral as printed, without hedge, sign of currency or unit: "1,500", "half a million"
    value: float | None  # the printed number with its magnitude word; None for a range
    low: float | None  # as stated; None = open
    high: float | None
    low_closed: bool
    high_closed: bool
    unit: str  # canonical name ("kilometre", "euro", "percent"); "" for a count
    dimension: str  # "length", "money:EUR", "percent", "time" ...; "" for a count
    least: float | None  # what the print allows, in the base unit of the dimension; None = open
    most: float | None
    counted: Counted | None = None
    kind: str = "cardinal"  # cardinal ordinal percent money measure ratio range age score rate
    hedge: str = ""  # canonical: about, nearly, over, at least, up to, under ...; "" exact
    change: str = "="  # = ~ > < up down
    rate: str = ""  # "day" in "barrels per day", "share" in "40p a share"
    qualifier: str = ""  # total, further, first, last, only ...: what makes it a whole, an addition or a part


class Time(msgspec.Struct, frozen=True):
    """A TIMEX3 expression (TimeML 1.2.1 for extent, type and value) with the days it covers."""

    start: int
    end: int
    text: str
    type: str  # DATE TIME DURATION SET
    value: str  # 2024-10-22, 2024-W42, 2024-10, P2Y, PAST_REF, XXXX-WXX-2 ...
    mod: str = ""  # APPROX START MID END BEFORE AFTER LESS_THAN MORE_THAN ...
    earliest: int | None = None  # first and last day it can be, in `frame`; None = open or unknown
    latest: int | None = None
    grain: str = ""  # minute hour daypart day week month quarter season year decade century; "" none
    frame: str = "calendar"  # calendar, or document: days count from an unknown publication day (= 0)
    anchor: str = ""  # how it was resolved: absolute, publication, story, none
    weekday: int | None = None  # the weekday that is printed, Monday 0
    weekday_span: Span | None = None
    clock: int | None = None  # minutes after midnight, as printed
    zone: str = ""  # as printed, upper case: GMT, EST; "LOCAL" for "local time"
    invalid: str = ""  # why the date cannot be ("April has 30 days"); "" when it can
    begins: int | None = None  # for a range in one expression: index of the TIMEX3 it begins / ends with
    ends: int | None = None
    number: float | None = None  # the number of a duration ("14 years"), or N of "the Nth anniversary"
    unit: str = ""  # its unit: year month week day hour minute second

    @property
    def days(self) -> tuple[int, int] | None:
        """The first and the last day, where both are known."""
        return None if self.earliest is None or self.latest is None else (self.earliest, self.latest)


class Entity(msgspec.Struct, frozen=True):
    """One mention of a country, person, organisation or place."""

    start: int
    end: int
    text: str
    id: str  # country:KP, person:yoon-suk-yeol, org:nis, place:kursk-oblast
    kind: str  # country demonym person organisation place body role
    party: str = ""  # the government or organisation it speaks for: gov:KR, org:shell; "" unknown
    name: str = ""  # the name it stands for, as first printed in full ("Yoon Suk Yeol")
    title: str = ""  # title or role as printed at this mention ("South Korean president")


class Attribution(msgspec.Struct, frozen=True):
    """Somebody (source) says (cue) something (content).  PARC / PolNeAR spans; FactBank certainty."""

    source_spans: tuple[Span, ...]
    cue_spans: tuple[Span, ...]
    content_spans: tuple[Span, ...]
    source: str = ""  # text of the source; "" when unstated
    source_id: str = ""  # Entity.id, when it is one
    party: str = ""
    cue: str = ""  # lemma of the cue: say, deny, verify
    cue_class: str = ""  # of the lexicon: say, deny, confirm, believe, allege, no-evidence, decline ...
    polarity: str = "+"  # + or -: what the source commits to about the content
    certainty: str = "certain"  # certain probable possible underspecified
    status: str = ""  # what the cue makes of its content: planned, promised, hypothetical; "" nothing
    parent: int | None = None  # index of the attribution whose content holds this one
    quoted: bool = False  # the content is, at least in part, a direct quotation
    said_earliest: int | None = None  # the day of the saying, where the text gives it
    said_latest: int | None = None


class Claim(msgspec.Struct, frozen=True):
    """One proposition of one source, as a flat row: what rules compare.  `aspect` says which fields carry it."""

    document: int  # position of the document in the call
    id: int  # position in its document
    proposition: int  # the same proposition said by several sources shares this number
    aspect: str  # figure date statement name quote role age ...: claims of different aspects are never compared
    start: int  # marks the figure, name or cue; never the sentence
    end: int
    text: str
    sentence: int
    sentence_start: int
    sentence_end: int
    scope: str
    paragraph: int
    subject: str = ""  # Entity.id, else lemma of the head; "" unknown
    predicate: str = ""  # class of the lexicon (send, kill), else lemma; "" unknown
    object: str = ""
    place: str = ""
    counted: str = ""  # lemma of the head noun
    counted_text: str = ""
    counted_class: str = ""
    modifiers: tuple[str, ...] = ()
    qualifier: str = ""  # total further first each ...
    kind: str = ""
    hedge: str = ""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str = ""
    dimension: str = ""
    least: float | None = None
    most: float | None = None
    wording: str = ""  # what is compared where the print itself is the claim: a name, a quotation, a role
    event_earliest: int | None = None
    event_latest: int | None = None
    said_earliest: int | None = None
    said_latest: int | None = None
    frame: str = "calendar"
    status: str = ""  # done ongoing planned promised hypothetical; "" where no verb tells
    polarity: str = "+"
    certainty: str = "certain"
    cue: str = ""  # class of the cue it is said with: say, allege, deny ...; "" in narration
    source: str = ""  # voice in the reader's words; "" is the article's own narration
    source_id: str = ""
    party: str = ""
    licensed: bool = False  # the text itself retracts or replaces it ("CORRECTED", "an earlier version said")
    context: tuple[str, ...] = ()  # content words of its sentence, sorted: evidence of sameness
    change: str = "="  # = ~ > < up down: "rose 20%" is up
    names: tuple[str, ...] = ()  # Entity.id of all that its sentence names, sorted
    thing: str = ""  # lemma of what the figure is the amount of: "a £60bn saving", "the threshold to £40,000"
    rate: str = ""  # "barrel" in "$50 a barrel": then least and most are of the amount alone
    framed: bool = False  # its sentence opens with its place ("In Derby, ..."): it tells of that place only
    opening: str = ""  # the period its sentence opens with, as a TIMEX3 value ("Last year, ..."): it tells of that only
    low_closed: bool = True
    high_closed: bool = True
    definite: bool = False  # "the three men", "their 20 planes": points back to a figure that was told
    near: tuple[str, ...] = ()  # content words of its clause next to it, sorted: stronger evidence than the sentence's
    relative: tuple[str, ...] = ()  # words of its own relative clause: "win" in "the $45,000 she won"
    taking_up: bool = False  # definite, and nothing behind it picks some out: "all 14 animals", not "the 14 that fled"


def key_of(claim: Claim) -> ClaimKey:
    """What names a claim among those of all documents."""
    return claim.document, claim.id


class Relation(msgspec.Struct, frozen=True):
    """One figure's role in a group that the text itself ties together (total and parts, from and to ...)."""

    group: int  # unique in its document
    relation: str  # name of the construction's relation: total-parts, weekday-date ...
    role: str  # total, part, from, to, change ...
    claim: int  # Claim.id
    document: int = 0


class Match(msgspec.Struct, frozen=True):
    """Two claims of one slot: the one decision of sameness, with its evidence.  `a` comes before `b`."""

    slot: int  # claims of one slot speak of one thing
    a: tuple[int, int]  # (document, Claim.id)
    b: tuple[int, int]
    matched: tuple[str, ...]
    silent: tuple[str, ...]
    differ: tuple[str, ...]
    confidence: float


class FindingClaim(msgspec.Struct, frozen=True):
    """A claim as a finding shows it: the wire format of every report (DESIGN 7)."""

    path: str
    start: int
    end: int
    text: str
    line: int
    column: int
    paragraph: int
    scope: str
    sentence: dict[str, int | str]  # start end text
    side: int | None
    role: str | None
    value: float | None
    low: float | None
    high: float | None
    least: float | None
    most: float | None
    unit: str
    counted: str
    hedge: str
    source: str
    party: str
    certainty: str
    polarity: str
    status: str
    event: tuple[str | None, str | None] | None  # ISO dates, or None
    said: tuple[str | None, str | None] | None
    document: int = 0  # position in the call: documents are told apart by it
    voice: str = ""  # whose word it is, however the text calls them: "President Yoon" and "Mr Yoon" are one


class Finding(msgspec.Struct, frozen=True):
    """What cannot stand together, with both sides."""

    rule: str
    name: str
    finding_class: str = msgspec.field(name="class")  # contradiction dispute update query
    severity: str = "error"  # error warning note
    confidence: float = 1.0
    message: str = ""
    same: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    differ: tuple[str, ...] = ()
    derivation: str = ""
    fingerprint: str = ""
    claims: tuple[FindingClaim, ...] = ()


class Failure(msgspec.Struct, frozen=True):
    """Something could not be read or run; the rest was."""

    path: str
    message: str


class Facts(msgspec.Struct, frozen=True):
    """All that was read in one document: what `factlint facts` prints."""

    path: str
    published: str | None
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
    entities: tuple[Entity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()


class DocumentSummary(msgspec.Struct, frozen=True):
    """What was read and compared in one document: the footer of a report."""

    path: str
    published: str | None
    counts: dict[str, int]  # figures times entities attributions claims slots relations
    published_by: str = ""
    encoding: str = "utf-8"
    story: int = 0  # documents of one number tell one story and were compared
    story_by: str = ""  # why, in one line
    uncompared: tuple[str, ...] = ()  # figures that nothing could be compared with, as printed


class Report(msgspec.Struct, frozen=True):
    documents: tuple[DocumentSummary, ...] = ()
    findings: tuple[Finding, ...] = ()
    errors: tuple[Failure, ...] = ()


class Options(msgspec.Struct, frozen=True):
    """What a caller may choose."""

    min_confidence: float = 0.5  # findings below are not shown
    one_story: bool = False  # compare all documents without asking whether they tell one story
    each: bool = False  # compare no document with another
    rules: Sequence[str] = ()  # rule ids or names to run; () is all
    rule_folders: Sequence[str] = ()  # a project's own rules, after ours
