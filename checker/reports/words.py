"""Numbers, days, places and voices in the words of a desk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from checker.days import MONTHS
from checker.engine.speakers import inside
from checker.records import FindingClaim

_SCOPES = {"body": "the article", "furniture": "the page"}
# First words of a source that have a capital only because a sentence begins with them.
_LOWERED = {"The", "A", "An", "One", "Some", "Several", "Both", "It", "He", "She", "They", "His", "Her", "Its", "Their"}

Days = Sequence[str | None] | None


def number(value: float) -> str:
    """1234567.0 as 1,234,567; no digit that the value does not have."""
    if value == int(value) and abs(value) < 1e15:
        return f"{int(value):,}"
    return f"{value:,.10g}"


def day(iso: str, *, year: bool = True) -> str:
    """2024-03-06 as 6 March 2024; also months (2024-03), years and intervals (a/b), as `Facts.published` has them."""
    if "/" in iso:
        return days(iso.split("/", 1))
    parts = iso.split("-")
    if len(parts) == 1 or not all(part.isdigit() for part in parts):
        return iso
    month = MONTHS[int(parts[1]) - 1]
    if len(parts) == 2:
        return f"{month} {int(parts[0])}"
    moment = date.fromisoformat(iso)
    return f"{moment.day} {month} {moment.year}" if year else f"{moment.day} {month}"


def days(interval: Days) -> str:
    """An interval of ISO days as a reader says it; "" when nothing is known."""
    if not interval:
        return ""
    first, last = interval[0], interval[1]
    if first == last:
        return day(first) if first else ""
    if first is None:
        return f"until {day(last or '')}"
    if last is None:
        return f"since {day(first)}"
    one, other = date.fromisoformat(first), date.fromisoformat(last)
    if (one.month, one.day, other.month, other.day) == (1, 1, 12, 31):
        return str(one.year) if one.year == other.year else f"{one.year} to {other.year}"
    if one.year != other.year:
        return f"{day(first)} to {day(last)}"
    if one.month != other.month:
        return f"{day(first, year=False)} to {day(last)}"
    return f"{one.day} to {day(last)}"


def voice(claim: FindingClaim) -> str:
    """Who says it: the source, else the article's own narration."""
    source = inside(claim.source, claim.voice) or _SCOPES.get(claim.scope, f"the {claim.scope}")
    return source[0].lower() + source[1:] if source.split(" ", 1)[0] in _LOWERED else source


def place(claim: FindingClaim) -> str:
    """Paragraph, or the part of the page where there are no paragraphs."""
    return f"par {claim.paragraph}" if claim.paragraph else claim.scope


def name(path: str) -> str:
    """The file's own name."""
    return path.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1] or path


def listed(words: Iterable[str], last: str = "and") -> str:
    """a, b and c"""
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def few(words: Sequence[str]) -> str:
    """a and b; a, b and 3 more"""
    return listed(words) if len(words) < 4 else f"{', '.join(words[:2])} and {len(words) - 2} more"


def wrap(text: str, width: int, indent: str = "", first: str | None = None) -> list[str]:
    """Lines of at most `width` columns, broken at white space only; `first` begins the first, `indent` the others."""
    lines = []
    line = indent if first is None else first
    bare = True
    for word in text.split():
        if not bare and len(line) + 1 + len(word) > width:
            lines.append(line)
            line, bare = indent, True
        line += word if bare else f" {word}"
        bare = False
    return [*lines, line]


def count(amount: int, singular: str, plural: str = "") -> str:
    """1 figure, 2 figures"""
    return f"{amount:,} {singular if amount == 1 else plural or singular + 's'}"


def sides(claims: Sequence[FindingClaim]) -> list[list[FindingClaim]]:
    """The claims by side, in order; claims without a side are left out."""
    found: dict[int, list[FindingClaim]] = {}
    for claim in claims:
        if claim.side is not None:
            found.setdefault(claim.side, []).append(claim)
    return [found[side] for side in sorted(found)]
