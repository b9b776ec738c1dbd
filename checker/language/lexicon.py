"""The tables of `rules/lexicon/`: tab-separated, a header line, `#` comments, `|` between the items of a list."""

from __future__ import annotations

from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


@cache
def rules_folder() -> Path:
    """`rules/` beside the package in a checkout, inside the package in a wheel."""
    inside = PACKAGE / "_rules"
    return inside if inside.is_dir() else PACKAGE.parent / "rules"


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `rules/lexicon/<name>.tsv`, each a dict by column; a missing cell is ""."""
    path = rules_folder() / "lexicon" / f"{name}.tsv"
    header, *lines = _lines(path)
    columns = header.split("\t")
    width = len(columns)
    rows = []
    for line in lines:
        cells = line.split("\t")
        if len(cells) != width:
            if len(cells) > width:
                raise ValueError(f"{path}: {len(cells)} cells where the header has {width}: {line}")
            cells += [""] * (width - len(cells))
        rows.append(dict(zip(columns, cells, strict=True)))
    return tuple(rows)


@cache
def kinds(name: str) -> dict[str, frozenset[str]]:
    """Kind → its words, of a table with these two columns."""
    found: dict[str, frozenset[str]] = {}
    for row in table(name):
        found[row["kind"]] = found.get(row["kind"], frozenset()).union(items(row["words"]))
    return found


@cache
def columns(name: str) -> tuple[list[str], ...]:
    """The cells of a large table, row by row, without names: cheaper than `table`."""
    path = rules_folder() / "lexicon" / f"{name}.tsv"
    return tuple(line.split("\t") for line in _lines(path)[1:])


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line and line[0] != "#"]


def items(cell: str) -> tuple[str, ...]:
    """The items of a list cell: `a|b|c`."""
    if "|" not in cell:
        item = cell.strip()
        return (item,) if item else ()
    return tuple([item for part in cell.split("|") if (item := part.strip())])


@cache
def word_class(name: str, kind: str) -> frozenset[str]:
    """The words of one class of a table whose columns are `class` and `words`."""
    return frozenset(word for row in table(name) if row["class"] == kind for word in items(row["words"]))
