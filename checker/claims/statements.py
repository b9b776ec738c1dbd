"""Claims of propositions without a figure: what is said to have happened, and what is denied of it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from checker.claims.denials import DENYING, denied, dismissed
from checker.claims.draft import Draft, Voice
from checker.claims.polarity import is_narrow
from checker.claims.predications import Proposition
from checker.claims.propositions import propositions
from checker.claims.spans import Spans
from checker.records import Attribution, Claim, Span


def statement_claims(draft: Draft) -> list[Claim]:
    """Claims of all propositions of the document, then of what its denials deny."""
    found = propositions(draft)
    rows: list[Claim] = []
    denials = Spans((span, 0) for one in draft.attributions if one.cue_class in DENYING for span in one.content_spans)
    for proposition in found:
        if denials.covering(proposition.start, proposition.end):
            continue  # told once, as what the denial denies
        number = draft.proposition()
        if not proposition.contrary and draft.cues.overlaps(proposition.start, proposition.end):
            continue
        for voice in draft.voices(proposition.start, proposition.end):
            rows.append(_row(draft, proposition, voice, number, proposition.start, proposition.end))
    for index, attribution in enumerate(draft.attributions):
        voice = draft.voice(index)
        if attribution.cue_class in DENYING:
            cue = attribution.cue_spans[0]
            rows.extend(_stance(draft, voice, attribution, denied(draft, attribution, found), cue))
        elif (dismissal := dismissed(draft, attribution, found)) is not None:
            against = msgspec.structs.replace(voice, polarity="-", certainty="certain", cue="deny")
            rows.extend(_stance(draft, against, attribution, dismissal.targets, dismissal.span))
    return rows


def _row(draft: Draft, found: Proposition, voice: Voice, number: int, start: int, end: int) -> Claim:
    return draft.claim(
        "statement",
        start,
        end,
        voice,
        proposition=number,
        subject=found.actor,
        predicate=found.predicate,
        object=found.theme,
        place=found.place,
        status=found.status,
        polarity="-" if found.negated else "+",
        qualifier="narrow" if found.negated and is_narrow(draft.analysis, found.first, found.last) else found.quantity,
        event=found.event,
        definite=found.definite,
        wording=found.text,
        context=found.context,
        near=found.core,
        modifiers=found.who,
        kind="aside" if not found.told else "contrary" if found.contrary else "",
    )


def _stance(
    draft: Draft, voice: Voice, attribution: Attribution, targets: Sequence[Proposition], cue: Span
) -> list[Claim]:
    """One row for each proposition that a denial (or a refusal to deny, to verify ...) is about, marked at its cue."""
    rows = []
    for target in targets:
        rows.append(
            draft.claim(
                "statement",
                cue[0],
                cue[1],
                voice,
                subject=target.actor,
                predicate=target.predicate,
                object=target.theme,
                place=target.place,
                status=target.status,
                polarity="-" if target.negated else "+",
                wording=draft.analysis.text[cue[0] : cue[1]],
                kind="stance",
                event=target.event,
                definite=not any(a <= target.start < b for a, b in attribution.content_spans),
                near=target.core,
                modifiers=target.who,
                context=target.context,
            )
        )
    return rows
