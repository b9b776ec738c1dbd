"""The language of the construction table."""

from __future__ import annotations

import pytest

from checker.claims.constructions import RESOLVERS
from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.frame.pattern import candidates, constructions, cues, pieces
from checker.claims.constructions.frame.pieces import Line, matches
from checker.language.lexicon import table


def read(line: str) -> Line:
    """A line as the skeleton writes it: "N0" is a figure of kind N."""
    tokens = line.split()
    placed = [(token, place) for place, token in enumerate(tokens) if token[0].isupper()]
    return Line(tokens, [Figure(token[0], 0, 0, token, token=place) for token, place in placed])


def matched(pattern: str, line: str) -> list[str]:
    """What each match covers."""
    tokens = line.split()
    return [" ".join(tokens[spans[0][0] : spans[-1][1]]) for spans in matches(pieces(pattern), read(line))]


def test_every_row_can_be_read_and_has_a_resolver() -> None:
    for row in constructions().rows:
        assert pieces(row.source)
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
    assert bool(matched(pattern, line)) is fits


@pytest.mark.parametrize(
    ("pattern", "line", "found"),
    [
        # words and lists take what they can get, fillers as little as will do
        ("fell ... to <to:value>", "fell to N0 and to N1", ["fell to N0"]),
        ("fell by|by_about? <to:value>", "fell by about N0", ["fell by about N0"]),
        ("<part:count+>", "N0 men , N1 women and N2 girls", ["N0 men , N1 women and N2"]),
        ("<part:count+> .. in_all", "N0 men , N1 women in all and N2 girls", ["N0 men , N1 women in all"]),
        ("<item:score*>", "S0 S1 , and S2", ["S0 S1 , and S2"]),
        # unless the rest fits only otherwise
        ("fell ,? , <to:value>", "fell , N0", ["fell , N0"]),
        ("<part:count+> .. and <whole:count>", "N0 men , N1 women and N2 girls", ["N0 men , N1 women and N2"]),
        # the next match begins behind the one before it
        ("<a:count> to <b:count>", "N0 to N1 to N2 to N3", ["N0 to N1", "N2 to N3"]),
    ],
)
def test_what_a_match_covers(pattern: str, line: str, found: list[str]) -> None:
    assert matched(pattern, line) == found


def test_a_row_is_tried_where_its_words_and_its_kinds_of_figure_are() -> None:
    def relations(line: str, crossing: bool = False) -> set[str]:
        return {row.relation for row in candidates(read(line), crossing)}

    assert "poll-lead" in relations("P0 to P1 , a lead of P2 .")
    assert "poll-lead" not in relations("M0 to M1 , a lead of M2 .")
    assert "poll-lead" not in relations("P0 to P1 , a fall of P2 .")
    assert "poll-lead" not in relations("P0 to P1 , a lead of P2 .", crossing=True)


@pytest.mark.parametrize(
    ("pattern", "complaint"), [("<from:gold>", "no kind 'gold'"), ("from @nowhere <to:value>", "no cue '@nowhere'")]
)
def test_a_mistake_in_a_row_is_named(pattern: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        pieces(pattern)
