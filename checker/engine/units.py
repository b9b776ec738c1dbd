"""Units as news print them: 93 miles per hour, 25 percent, $1.8 billion; never the id that the tables have."""

from __future__ import annotations

from checker.language.lexicon import items, table

_ENDINGS = (("foot", "feet"), ("inch", "inches"), ("century", "centuries"), ("hertz", "hertz"), ("celsius", "Celsius"))
_SAME = ("yen", "yuan", "won", "baht", "rand", "dong", "hertz", "renminbi", "kwacha", "naira", "birr")  # also of many
_SIGNS = {"percentage": "percent", "percent": "percent", "percentage point": "percentage points", "": ""}


def prose(unit: str, *, one: bool = False) -> str:
    """`mile per hour` as "miles per hour"; of one, as it is."""
    if unit in _SIGNS:
        return _SIGNS[unit]
    if unit.startswith("degree "):
        head, _, scale = unit.partition(" ")
        return f"{head}{'' if one else 's'} {scale.capitalize()}"
    head, per, rest = unit.partition(" per ")
    return f"{head if one or len(head) < 4 else _plural(head)}{per}{rest}"


def _plural(word: str) -> str:
    for end, many in _ENDINGS:
        if word.endswith(end):
            return word.removesuffix(end) + many
    return word if word.endswith("s") or word in _SAME else word + "s"


def money(amount: str, currency: str) -> str:
    """An amount with the sign of its currency before it, $1,800,000,000; behind it the name of one without a sign."""
    row = next((row for row in table("unit_currencies") if row["code"] == currency), None)
    if row is None:
        return f"{amount} {prose(currency)}"
    sign = next((sign for sign in items(row["signs"]) if not sign.isalpha()), "")
    if sign:
        return f"{sign}{amount}"
    nation, _, coin = row["name"].rpartition(" ")
    return " ".join((amount, nation.title(), prose(coin))).replace("  ", " ")
