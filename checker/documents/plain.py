"""Plain text, and what every format becomes in the end."""

from __future__ import annotations

from checker.documents import layout, publication
from checker.records import Document


def from_text(text: str, published: object = None, path: str = "<text>") -> Document:
    """A plain-text document whose offsets are the text's own characters.

    `published` is a date, a date-time, an ISO 8601 string (day, month or year) or None; a string that is no date raises
    ValueError.
    """
    parts = layout.blocks(text)
    scopes = layout.scopes(text, parts)
    given = publication.interval(published)
    if given:
        clock = publication.clock(published)
        return Document(text, path, scopes, given[0], given[1], "option", published_clock=clock)
    earliest, latest, by = publication.from_scopes(text, scopes)
    return Document(text, path, scopes, earliest, latest, by)
