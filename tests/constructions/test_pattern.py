"""The language of the construction table."""

from __future__ import annotations

import pytest

from checker.claims.constructions import RESOLVERS
from checker.claims.constructions.pattern import compile_row, compiled, cues, rows
from checker.language.lexicon import table


def test_every_row_compiles_and_has_a_resolver() -> None:
    for row in rows():
        assert compiled(row.expression)
        assert row.relation in RESOLVERS


def test_every_cue_list_is_used() -> None:
    patterns = " ".join(row["pattern"] for row in table("construction"))
    nested = " ".join(row["words"] for row in table("construction_cues"))
    used_in_code = {"up", "down", "upnoun", "downnoun", "upadj", "downadj"}
    assert [name for name in cues() if f"@{name}" not in patterns + nested and name not in used_in_code] == []


@pytest.mark.parametrize(
    ("pattern", "line", "fits"),
    [
        ("from <from:value> to <to:value>", "rose from N0 to N1 . ", True),
        ("from <from:value> to <to:value>", "rose from N0 in may to N1 . ", False),
        ("from <from:value> .. to <to:value>", "rose from N0 in may to N1 . ", True),
        ("from <from:value> .. to <to:value>", "rose from N0 , then to N1 . ", False),
        ("from <from:value> .... to <to:value>", "rose from N0 , then to N1 . ", True),
        ("from <from:value> ... to <to:value>", "rose from N0 in Y2 to N1 . ", True),  # a date is passed over
        ("from <from:value> ... to <to:value>", "rose from N0 and N2 to N1 . ", False),  # another figure is not
        ("<part:count+> .. in_all", "N0 in may , N1 in june and N2 in july in all . ", True),
        ("by <change:percent> ,? to <to:value>", "by P0 , to N1 ", True),
        ("by <change:percent> ,? to <to:value>", "by P0 to N1 ", True),
        ("^ of <whole:count>", "of N0 ", True),
        ("^ of <whole:count>", "one of N0 ", False),
        ("<a:count> || it .. <b:count>", "N0 left . ¶ it has N1 . ", False),
        ("<a:count> .. || it .. <b:count>", "N0 left . ¶ it has N1 . ", True),
    ],
)
def test_the_pieces_of_a_pattern(pattern: str, line: str, fits: bool) -> None:
    assert bool(compiled(compile_row("range", pattern).expression).search(line)) is fits


@pytest.mark.parametrize(
    ("pattern", "complaint"), [("<from:gold>", "no kind 'gold'"), ("from @nowhere <to:value>", "no cue '@nowhere'")]
)
def test_a_mistake_in_a_row_is_named(pattern: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        compile_row("range", pattern)
