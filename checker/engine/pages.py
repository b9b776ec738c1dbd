"""The documentation page of every rule and the table of all of them, from the rule files; and the JSON Schema.

python -m checker.engine.pages        writes docs/rules/ and rules/schema.json of this checkout
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from checker.engine.catalogue import Entry, catalogue
from checker.engine.rulefile import Example, Gap, schema

FAMILIES = {
    "figures": "Figures",
    "relations": "Sums, shares and changes",
    "dates": "Dates",
    "names": "People and names",
    "voices": "Voices",
    "quotations": "Quotations",
}


def family(entry: Entry) -> str:
    return Path(entry.path).parent.name


def pages(entries: Sequence[Entry]) -> dict[str, str]:
    """File name in docs/rules/ and text of every page, the table among them."""
    made = {f"{entry.rule.name}.md": page(entry) for entry in entries}
    made["README.md"] = contents(entries)
    return made


def contents(entries: Sequence[Entry]) -> str:
    """The table of all rules, by family."""
    stable = sum(entry.rule.status == "stable" for entry in entries)
    lines = [
        "# The rules",
        "",
        f"{stable} stable rules"
        + (f" and {len(entries) - stable} in preview (run only when named)" if stable < len(entries) else "")
        + ". Each page is made from its rule file; [docs/rules.md](../rules.md) has the language they are written in.",
        "",
    ]
    known = list(FAMILIES)
    families = sorted({family(entry) for entry in entries}, key=lambda f: (known.index(f) if f in known else 99, f))
    for name in families:
        lines += [f"## {FAMILIES.get(name, name.capitalize())}", "", "| code | name | what it finds |", "|---|---|---|"]
        for entry in entries:
            if family(entry) == name:
                rule = entry.rule
                mark = " *(preview)*" if rule.status == "preview" else ""
                lines.append(f"| {rule.id} | [{rule.name}]({rule.name}.md){mark} | {_cell(rule.what)} |")
        lines.append("")
    return "\n".join(lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def page(entry: Entry) -> str:
    """One rule: what it finds, why, how to settle it, when it fires, what it flags and what it lets pass."""
    rule, written = entry.rule, entry.written
    looks = "relation" if rule.kind == "relation" else "aspect"
    lines = [
        f"# {rule.id} {rule.name}",
        "",
        f"*{rule.status}, kind {rule.kind}, {looks} {', '.join(rule.aspect or rule.relation) or 'any'}, severity "
        f"{rule.severity}*",
        "",
        rule.what,
        "",
        "## Why it matters",
        "",
        rule.why,
        "",
        "## To settle it",
        "",
        rule.help,
        "",
        "## When it fires",
        "",
        "```",
        *_condition(entry),
        "```",
        "",
        "## Flags",
        "",
        *_examples(written.flags),
        "## Passes",
        "",
        *_examples(written.passes),
    ]
    if written.known_gaps:
        lines += ["## Known gaps", "", *_examples(written.known_gaps)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _condition(entry: Entry) -> list[str]:
    rule = entry.rule
    rows = [f"same {', '.join(rule.same)}"] if rule.same else []
    rows += [f"agree {', '.join(rule.agree)}"] if rule.agree else []
    rows += [f"instead of {', '.join(rule.instead_of)}"] if rule.instead_of else []
    return [*rows, " ".join(entry.written.where.split())]


def _examples(examples: Sequence[str | Example | Gap]) -> list[str]:
    lines = []
    for example in examples:
        texts = [example] if isinstance(example, str) else example.texts
        note = ""
        if isinstance(example, Gap):
            note = f"should {example.should}" + (f": {example.because}" if example.because else "")
        elif isinstance(example, Example) and example.published is not None:
            days = [example.published] if isinstance(example.published, str) else example.published
            note = f"published {', '.join(days)}"
        for text in texts:
            lines += ["> " + line if line else ">" for line in text.strip().split("\n")]
            lines.append(">" if text is not texts[-1] else "")
        if note:
            lines += [f"({note})", ""]
    return lines


def write(root: Path) -> None:
    """Writes the pages and the schema of a checkout, and removes pages of rules that are gone."""
    entries, failures = catalogue()
    if failures:
        raise SystemExit("\n".join(f"{failure.path}: {failure.message}" for failure in failures))
    folder = root / "docs" / "rules"
    folder.mkdir(parents=True, exist_ok=True)
    made = pages(entries)
    for path in folder.glob("*.md"):
        if path.name not in made:
            path.unlink()
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8")
    (root / "rules" / "schema.json").write_text(schema_text(), encoding="utf-8")


def schema_text() -> str:
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    write(Path(__file__).resolve().parents[2])
