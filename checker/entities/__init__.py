"""Who and what a text names: states, people, bodies, descriptions (docs/entities.md).

`extract(analysis)` gives mentions in text order; mentions of one thing share an `id`, and those who speak for one
government or organisation share a `party`.  Descriptions hold the names inside them ("South Korea's spy agency" and
"South Korea" are two entities).
"""

from __future__ import annotations

from checker.entities.model import Mention
from checker.entities.names import read, runs
from checker.entities.resolve import resolve, spread
from checker.entities.roles import roles
from checker.language import Analysis
from checker.records import Entity

__all__ = ["extract"]


def extract(analysis: Analysis) -> list[Entity]:
    """The entities of a document, ascending by start, the longer first; linear in its length."""
    mentions: list[Mention] = [mention for run in runs(analysis) for mention in read(run, analysis)]
    people = resolve(analysis, mentions)
    starts, ends, text = analysis.starts, analysis.ends, analysis.text
    found = roles(analysis, mentions, people)
    spread(mentions, people)
    for mention in mentions:
        if mention.kind and (mention.id or mention.kind == "person"):
            start, end = starts[mention.first], ends[mention.last - 1]
            found.append(
                Entity(
                    start, end, text[start:end], mention.id, mention.kind, mention.party, mention.name, mention.title
                )
            )
    found.sort(key=lambda entity: (entity.start, -entity.end))
    return found
