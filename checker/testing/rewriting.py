"""Rewritings of a text that change no fact: other forms of its numbers and dates, other names, unrelated text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from checker import patterns
from checker.days import MONTHS
from checker.pipeline import Reading
from checker.testing.strategies import spellings

Replacement = tuple[int, int, str]

UNRELATED = (
    "A heron nested under the old pier.",
    "The bakery sells rye bread and plum cake.",
    "Gardeners pruned the roses behind the library.",
    "The choir rehearsed a madrigal.",
)
# Names to rename to, by what English knows of them: frequent and rare ones must weigh alike.
PEOPLE = (("Tove", "Lindqvist"), ("James", "Parker"), ("Chidi", "Okonkwo"))


def replaced(text: str, changes: Sequence[Replacement]) -> str:
    for start, end, new in sorted(changes, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def numbers(reading: Reading, choose: Callable[[Sequence[str]], str]) -> str:
    """Every whole, exact number in another form of the same precision."""
    text = reading.document.text
    changes = []
    for quantity in reading.quantities:
        value = quantity.value
        if quantity.kind != "cardinal" or value is None or value != int(value) or not 1 < value < 1_000_000:
            continue
        # A bare number between 1000 and 2100 may be a year.
        forms = [form for form in spellings(int(value)) if not (form.isdecimal() and 1000 <= value <= 2100)]
        at = text.find(quantity.numeral, quantity.start, quantity.end)
        if at < 0 or quantity.numeral not in forms or _starts_sentence(text, at):
            continue
        changes.append((at, at + len(quantity.numeral), choose(forms)))
    return replaced(text, changes)


def _starts_sentence(text: str, at: int) -> bool:
    return at == 0 or text[:at].rstrip(" \"'“")[-1:] in (".", "\n", "?", "!", "")


DAY_FIRST = patterns.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})\b")
MONTH_FIRST = patterns.compile(rf"\b({'|'.join(MONTHS)}) (\d{{1,2}}), (\d{{4}})\b")


def dates(text: str) -> str:
    """6 March 2024 as March 6, 2024 and the other way round."""
    changes = [(m.start(), m.end(), f"{m[2]} {m[1]}, {m[3]}") for m in DAY_FIRST.finditer(text)]
    changes += [(m.start(), m.end(), f"{m[2]} {m[1]} {m[3]}") for m in MONTH_FIRST.finditer(text)]
    return replaced(text, changes)


def people(readings: Sequence[Reading], name: tuple[str, str]) -> list[str]:
    """The articles with their one person under another name; with several people, or one name in two spellings, they
    stay as they are."""
    texts = [reading.document.text for reading in readings]
    people = (entity.name for reading in readings for entity in reading.entities if entity.kind == "person")
    named = {one for one in people if one.count(" ") == 1}
    if len(named) != 1:
        return texts
    first, last = named.pop().split(" ")
    words = {word for text in texts for word in re.findall(r"[^\W\d_]+", text)}
    if any(word != last and word[:3] == last[:3] for word in words):
        return texts
    given, surname = name
    texts = [re.sub(rf"\b{re.escape(last)}\b", surname, text) for text in texts]
    return [re.sub(rf"\b{re.escape(first)}\b(?= {re.escape(surname)}\b)", given, text) for text in texts]


def unrelated(text: str, sentence: str, before: bool) -> str:
    """A paragraph about something else, after the headline or at the end."""
    if not before:
        return f"{text}\n\n{sentence}"
    head, gap, rest = text.partition("\n\n")
    if gap and not head.rstrip().endswith((".", "”", '"')):
        return f"{head}\n\n{sentence}\n\n{rest}"
    return f"{sentence}\n\n{text}"
