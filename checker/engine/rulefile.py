"""The format of a rule file: what an author writes.  The JSON Schema and the checks are both made from these types."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

Text = Annotated[str, Meta(min_length=1)]


class Example(msgspec.Struct, forbid_unknown_fields=True):
    """Articles checked together.  `published`: one day for all of them, or a list with one for each."""

    texts: Annotated[
        list[Text], Meta(min_length=1, description="The texts of the articles, in the order they are checked.")
    ]
    published: Annotated[
        str | list[str] | None,
        Meta(description="Day of publication, 2024-03-06, for all articles or one for each."),
    ] = None


class Gap(msgspec.Struct, forbid_unknown_fields=True):
    """A case that goes wrong today, written down so that it is counted."""

    texts: Annotated[list[Text], Meta(min_length=1)]
    should: Annotated[Literal["flag", "pass"], Meta(description="What the rule should do and does not.")]
    because: Annotated[str, Meta(description="Why it goes wrong.")] = ""
    published: str | list[str] | None = None


class RuleFile(msgspec.Struct, forbid_unknown_fields=True):
    """One rule of factlint: documentation, condition, message and examples."""

    id: Annotated[str, Meta(pattern="^[A-Z]{2,5}[0-9]{3}$", description="Stable code: QTY001.")]
    name: Annotated[
        str,
        Meta(pattern="^[a-z]+(-[a-z0-9]+)+$", description="What is flagged, readable after 'allow': figures-disagree."),
    ]
    kind: Annotated[
        Literal["pair", "relation", "slot"],
        Meta(description="Two claims about one thing; figures the text ties together; all claims about one thing."),
    ]  # fmt: skip
    what: Annotated[Text, Meta(description="What it finds, in one sentence.")]
    why: Annotated[Text, Meta(description="Why a desk cares: what such a slip has cost.")]
    help: Annotated[Text, Meta(description="What to ask or look up to settle it; never which side is right.")]
    where: Annotated[Text, Meta(description="The condition: docs/rules.md has the language.")]
    message: Annotated[
        Text, Meta(description="A question an editor can send on; {a.text}, {sides}, {thing} are filled in.")
    ]
    flags: Annotated[list[Text | Example], Meta(min_length=3, description="Texts in which it must find something.")]
    passes: Annotated[list[Text | Example], Meta(min_length=3, description="Texts in which it must stay silent.")]
    severity: Annotated[
        Literal["by-class", "error", "warning", "note"], Meta(description="by-class: the table of docs/rules.md.")
    ] = "by-class"
    status: Annotated[Literal["stable", "preview"], Meta(description="preview: run only when named.")] = "stable"
    class_: Annotated[
        Literal["contradiction", "dispute", "update", "query"] | None,
        Meta(description="Only for what no voices decide, such as spellings; else left out."),
    ] = msgspec.field(default=None, name="class")
    aspect: Annotated[str | list[str], Meta(description="Pair and slot: the kinds of claim it looks at.")] = (
        msgspec.field(default_factory=list)
    )
    relation: Annotated[str | list[str], Meta(description="Relation: the groups it looks at.")] = msgspec.field(
        default_factory=list
    )
    same: Annotated[list[str], Meta(description="Fields that must be known and equal.")] = msgspec.field(
        default_factory=list
    )
    agree: Annotated[
        list[str], Meta(description="Fields that must not disagree: equal, one in the other, or unknown.")
    ] = msgspec.field(default_factory=list)
    derivation: Annotated[
        str, Meta(description="What is shown of the arithmetic; made from the condition when left out.")
    ] = ""
    instead_of: Annotated[
        list[str], Meta(description="Rules that keep quiet when this one fires on the same two claims.")
    ] = msgspec.field(default_factory=list)
    confidence: Annotated[
        float, Meta(gt=0, le=1, description="Of a relation or slot; a pair has that of its sameness.")
    ] = 0.9
    known_gaps: Annotated[list[Gap], Meta(description="Cases wrong today.")] = msgspec.field(default_factory=list)


def schema() -> dict[str, Any]:
    """JSON Schema of a rule file, for editors."""
    made = msgspec.json.schema(RuleFile)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "factlint rule",
        **made,
    }
