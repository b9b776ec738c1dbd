"""Files of every supported format as `Document` records, and the way back from an offset to a place in the file."""

from checker.documents.files import SUFFIXES, expand, from_bytes, read, settings_failures
from checker.documents.locate import locate
from checker.documents.plain import from_text
from checker.documents.publication import interval, published_iso

__all__ = [
    "SUFFIXES",
    "expand",
    "from_bytes",
    "from_text",
    "interval",
    "locate",
    "published_iso",
    "read",
    "settings_failures",
]
