"""Claims of the order of two events, however the text tells it."""

from __future__ import annotations

from checker.claims import dated, order, standing
from checker.claims.draft import Draft
from checker.claims.happened import Happened
from checker.records import Claim


def order_claims(draft: Draft) -> list[Claim]:
    """Aspect order: modifiers are the names of the event that came first, context those of the second; near what both
    are told by, each word behind 1 or 2 and the letter of its part: deed, theme, agent, word, name; qualifier the order
    in short."""
    rows = []
    seen: set[tuple[int, int]] = set()
    worded = [*order.told(draft), *standing.told(draft)]
    for one in (*worded, *dated.told(draft, worded)):
        key = tuple(sorted((one.earlier.first, one.later.first)))
        if key in seen or one.earlier.first == one.later.first:
            continue
        seen.add((key[0], key[1]))
        row = _claim(draft, one)
        rows += [row] if row is not None else []
    return rows


def _claim(draft: Draft, found: order.Order) -> Claim | None:
    voices = draft.voices(found.start, found.end)
    if not voices or voices[0].polarity == "-" or voices[0].certainty != "certain":
        return None
    earlier, later = found.earlier, found.later
    if not (earlier.deeds and later.deeds) or (earlier.deeds == later.deeds and earlier.theme == later.theme):
        return None
    return draft.claim(
        "order",
        found.start,
        found.end,
        voices[0],
        predicate=min(earlier.deeds),
        object=min(later.deeds),
        modifiers=tuple(sorted(earlier.names)),
        context=tuple(sorted(later.names)),
        near=(*earlier.coded("1"), *later.coded("2")),
        qualifier=" < ".join("+".join((min(one.deeds), *sorted(one.theme))) for one in (earlier, later)),
        kind="dated" if found.dated else "",
        wording=found.text or _wording(draft, earlier, later),
    )


def _wording(draft: Draft, earlier: Happened, later: Happened) -> str:
    """The two events as printed, in the order of the text where one sentence has both."""
    text, starts, ends = draft.analysis.text, draft.analysis.starts, draft.analysis.ends
    one, other = (text[starts[each.first] : ends[each.last - 1]].rstrip(",") for each in (earlier, later))
    return f"{one} before {other}" if earlier.first < later.first else f"{other} after {one}"
