"""The join over raw claims finds what holding all with all would find."""

from __future__ import annotations

import random

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.engine.compiler import compile_file
from checker.engine.join import join
from checker.engine.join import rivals as rival_values
from checker.engine.records import Rule
from checker.engine.run import comparable
from checker.language.lexicon import rules_folder
from checker.records import Claim
from checker.testing.laws import fires
from checker.testing.strategies import claims

DISAGREE = compile_file(rules_folder() / "figures" / "figures-disagree.yaml")
STRICT = msgspec.structs.replace(DISAGREE, same=("predicate", "dimension"), agree=("place", "status"))
DATES = compile_file(rules_folder() / "dates" / "event-on-two-dates.yaml")
SPELLING = compile_file(rules_folder() / "names" / "name-spelt-two-ways.yaml")
RULES = {rule.aspect[0] + str(n): rule for n, rule in enumerate((DISAGREE, STRICT, DATES, SPELLING))}


def numbered(rows: list[Claim]) -> list[Claim]:
    return [msgspec.structs.replace(row, id=n) for n, row in enumerate(rows)]


open_ended = st.tuples(claims(), st.sampled_from(("", "least", "most"))).map(
    lambda pair: msgspec.structs.replace(pair[0], **{pair[1]: None}) if pair[1] else pair[0]
)


@given(st.sampled_from(sorted(RULES)), st.lists(open_ended, max_size=12))
@settings(deadline=None, max_examples=80)
def test_the_join_finds_every_pair_once(name: str, rows: list[Claim]) -> None:
    rule: Rule = RULES[name]
    rows = numbered([msgspec.structs.replace(row, aspect=rule.aspect[0]) for row in rows])
    found = [(a.id, b.id) for a, b in join(rows, rule)]
    assert len(found) == len(set(found))
    expected = {(a.id, b.id) for i, a in enumerate(rows) for b in rows[i + 1 :] if fires(rule, a, b)}
    assert set(found) == expected


def test_equal_values_cost_nothing() -> None:
    row = numbered([_claim(n, 5.0) for n in range(3000)])
    assert list(join(row, STRICT)) == []
    (standing,) = rival_values([*row, _claim(3000, 8.0)], STRICT)
    assert sorted(claim.value or 0 for claim in standing) == [5.0, 8.0]


def test_sides_of_a_filter_are_the_same_both_ways() -> None:
    rng = random.Random(3)
    rows = [_claim(n, float(rng.randint(1, 9)), place=rng.choice(("", "place:cork"))) for n in range(60)]
    fits = comparable(STRICT)
    assert all(fits(a, b) == fits(b, a) for a in rows for b in rows)


def _claim(number: int, value: float, **fields: str) -> Claim:
    return Claim(
        document=number, id=number, proposition=number, aspect="figure", start=0, end=1, text="5", sentence=0,
        sentence_start=0, sentence_end=9, scope="body", paragraph=1, predicate="die", dimension="length",
        value=value, low=value, high=value, least=value, most=value, **fields,
    )  # fmt: skip
