"""Rules for people: all of them with their examples, one explained, a new one begun."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from pathlib import Path

import msgspec

from checker.engine.compiler import compile_file, read_file
from checker.engine.loading import load, rule_files
from checker.engine.records import Rule
from checker.engine.rulefile import RuleFile
from checker.engine.source import RuleError
from checker.language.lexicon import rules_folder
from checker.records import Failure


class Entry(msgspec.Struct, frozen=True):
    """A rule as it is run and as its author wrote it."""

    rule: Rule
    written: RuleFile
    path: str


def catalogue(folders: Sequence[str | Path] = ()) -> tuple[list[Entry], list[Failure]]:
    """Our rules and those of `folders` (later ones replace earlier ones of the same id), with their examples."""
    found: dict[str, Entry] = {}
    failures: list[Failure] = []
    for folder in (rules_folder(), *(Path(f) for f in folders)):
        entries, broken = entries_of(folder)
        found.update((entry.rule.id, entry) for entry in entries)
        failures += broken
    return [found[key] for key in sorted(found)], failures


def entries_of(folder: Path) -> tuple[list[Entry], list[Failure]]:
    """The rules of one folder or file."""
    if not folder.exists():
        return [], [Failure(str(folder), "no such file or folder of rules")]
    entries, failures = [], []
    for path in rule_files(folder):
        try:
            written, _ = read_file(path)
            entries.append(Entry(compile_file(path), written, str(path)))
        except RuleError as error:
            failures.append(Failure(error.place, error.message))
    return entries, failures


def find(name: str, folders: Sequence[str | Path] = ()) -> Entry | None:
    """The rule of this id or name, whatever its capitals."""
    rule = load(tuple(folders))[0].find(name)
    if rule is None:
        return None
    return next((entry for entry in catalogue(folders)[0] if entry.rule.id == rule.id), None)


def explain(entry: Entry) -> str:
    """The whole page of a rule: what it finds, why, what to do, when it fires, and its examples."""
    rule, written = entry.rule, entry.written
    looks = ", ".join(rule.aspect or rule.relation) or "everything"
    lines = [
        f"{rule.id} {rule.name}" + (" (preview: runs only when named)" if rule.status == "preview" else ""),
        "",
        rule.what,
        "",
        f"Why: {rule.why}",
        f"To settle: {rule.help}",
        "",
        f"Kind: {rule.kind}; looks at: {looks}; severity: {rule.severity}"
        + (f"; class: {rule.finding_class}" if rule.finding_class else ""),
    ]
    if rule.same:
        lines.append(f"Same: {', '.join(rule.same)}")
    if rule.agree:
        lines.append(f"Agree: {', '.join(rule.agree)}")
    lines += [f"Fires when: {' '.join(written.where.split())}", ""]
    for title, examples in (("Flags", written.flags), ("Passes", written.passes)):
        lines.append(f"{title}:")
        lines += [f"  - {sample}" for example in examples for sample in _sample(example)]
    if written.known_gaps:
        lines.append("Known gaps:")
        for gap in written.known_gaps:
            because = f" ({gap.because})" if gap.because else ""
            lines.append(f"  - should {gap.should}: {' / '.join(gap.texts)}{because}")
    return "\n".join(lines) + "\n"


def _sample(example: object) -> list[str]:
    from checker.engine.rulefile import Example

    if isinstance(example, Example):
        when = example.published if isinstance(example.published, str) else ", ".join(example.published or ())
        texts = " / ".join(" ".join(text.split()) for text in example.texts)
        return [texts + (f"  (published {when})" if when else "")]
    return [" ".join(str(example).split())]


CODE, NAME = "[A-Z]{2,5}[0-9]{3}", "[a-z]+(-[a-z0-9]+)+"  # as in the format of a rule file
SKELETON = {
    "pair": 'aspect: figure\nsame: []\nagree: [dimension, status]\nwhere: apart(a, b)\nmessage: "{thing}: {sides}?"\n',
    "relation": "relation: total-parts\nwhere: apart(total, sum(part))\n"
    'message: "{computed}: which figure is wrong?"\n',
    "slot": "aspect: figure\nwhere: count(headline) > 0 and apart(headline, body)\n"
    'message: "{headline.text} in the headline, {body.text} below: which holds?"\n',
}


def named(words: Sequence[str], taken: Collection[str]) -> tuple[str, str]:
    """Code and name of a new rule, in whatever order they are given; a code is made where there is none.

    ValueError says what is neither.
    """
    code = next((word for word in words if re.fullmatch(CODE, word)), "")
    name = next((word for word in words if word != code), "what-is-flagged")
    if not re.fullmatch(NAME, name):
        raise ValueError(
            f"'{name}' is no code (DESK001) and no name (small letters, words joined with -: weekday-date-mismatch)"
        )
    free = (f"DESK{number:03}" for number in range(1, 1000))
    return code or next(one for one in free if one not in taken), name


def skeleton(id: str, name: str, kind: str = "pair") -> str:
    """The text of a new rule file; what stands in capitals is for its author."""
    return (
        f"id: {id}\nname: {name}\nkind: {kind}\nstatus: preview\n"
        "what: ONE SENTENCE THAT SAYS WHAT IS FLAGGED.\n"
        "why: WHAT SUCH A SLIP COSTS A DESK, FROM REAL NEWS.\n"
        "help: WHAT TO ASK TO SETTLE IT; NEVER WHICH SIDE IS RIGHT.\n"
        f"{SKELETON[kind]}"
        "flags:  # at least three, from three different subjects of news\n"
        "  - A TEXT IN WHICH IT MUST FIRE.\n  - ANOTHER.\n  - ANOTHER.\n"
        "passes:  # at least three: the nearest texts in which it must not\n"
        "  - A TEXT IN WHICH IT MUST STAY SILENT.\n  - ANOTHER.\n  - ANOTHER.\n"
        "known_gaps: []\n"
    )
