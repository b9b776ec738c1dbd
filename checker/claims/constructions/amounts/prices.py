"""How many, at what price for one, for what sum, in whatever order: "£8,000, at £200 a tonne, for 40 tonnes".

The price says what it is the price of; the number must count that, and there must be one number and one other sum only.
A sum far from the product is one of something else, unless it is a power of ten away.
"""

from __future__ import annotations

from checker.claims.constructions.amounts import amounts
from checker.claims.constructions.frame.figure import Figure
from checker.claims.constructions.frame.match import Group, Match
from checker.claims.constructions.frame.pattern import NEXT_SENTENCE, Row, words
from checker.claims.constructions.frame.roles import Roles
from checker.claims.constructions.frame.skeleton import Skeleton
from checker.claims.nouns import noun_classes

ROW = Row("unit-price", "", ())
EACH = frozenset(("each", "apiece"))
PER = frozenset(("a", "an", "per", "every"))


def price_groups(roles: Roles, line: Skeleton) -> list[Group]:
    """The price of one, the number and the sum of a window, where there is one of each."""
    match = Match(ROW, line, roles, {}, 0, len(line.tokens), True)
    money = [figure for figure in line.figures if figure.letter == "M"]
    if len(money) != 2 or any(figure.ranged or not figure.value for figure in money):
        return []
    priced = [(figure, rate) for figure in money if (rate := _rate(match, figure))]
    if len(priced) != 1 and not (len(priced) == 2 and len([1 for _, rate in priced if rate in words("period")]) == 1):
        return []
    price, rate = next((figure, rate) for figure, rate in priced if len(priced) == 1 or rate not in words("period"))
    total = money[1] if price is money[0] else money[0]
    numbers = [figure for figure in line.figures if figure.letter in "NUD" and _counts(match, figure, rate)]
    numbers = [figure for figure in numbers if figure.value != 1 or len(numbers) == 1]  # "every one of the 1,800"
    if len(numbers) != 1 or not numbers[0].value or numbers[0].ranged:
        return []
    number = numbers[0]
    if NEXT_SENTENCE in line.tokens and not _points(match, number, total):
        return []
    product = (number.value or 0.0) * (price.value or 0.0)
    most = amounts.FAR if _one_deal(match, price, number, total) else amounts.NEAR
    if not amounts.near(product, total.value or 0.0, most):
        return []
    found = {"number": [number], "price": [price], "total": [total]}
    return amounts.unit_price(Match(ROW, line, roles, found, 0, len(line.tokens), True))


def _rate(match: Match, money: Figure) -> str:
    """What an amount is the price of ("tonne", "each"); "" where it is no price."""
    tokens = match.skeleton.tokens
    after = tokens[money.token + 1 : money.token + 4]
    if "each" in after and after.index("each") and not after[1][0].isupper():
        return "each"  # "£400 to each of 250 families"
    quantity = match.quantity(money)
    if after[:1] and after[0] in EACH:
        return "each"
    if len(after) > 2 and after[0] in PER and after[1] == "square":
        return f"square {after[2]}"
    if quantity is not None and quantity.rate:
        return "each" if quantity.rate in ("piece", "head", "person", "time") else quantity.rate
    if len(after) > 1 and after[0] in PER and after[1].isalpha():
        return after[1]
    before = tokens[max(0, money.token - 6) : money.token]
    if len(before) > 2 and before[-1] == "costs" and before[-3] in ("a", "an", "one"):
        return before[-2]  # "a ticket costs £12"
    if len(before) > 1 and before[-1] == "cost" and before[-2].endswith("s") and before[-2].isalpha():
        return before[-2].removesuffix("s")
    if before[-2:] == ["priced", "at"]:
        return "each"
    told = before[before.index("each") :] if "each" in before else []
    if told and NEXT_SENTENCE not in told and not any(token[0].isupper() and token[0] != "N" for token in told):
        return "each"  # "each of the 50 vans cost £20,000"
    return ""


def _counts(match: Match, figure: Figure, rate: str) -> bool:
    """Does a figure count what the price is of?"""
    quantity = match.quantity(figure)
    if quantity is None or quantity.kind in ("ordinal", "age", "score"):
        return False
    if figure.letter in "UD":
        return quantity.unit.split(" per ")[0] == rate
    counted = match.counted(figure)
    head = counted.head if counted else ""
    if rate == "each":
        return head not in words("period")
    if not head:
        return rate in words("place") or match.after(figure) in ("were", "are", "sold")
    person = noun_classes().get(head) == "person" or head in words("people") | words("collective")
    if rate in words("any-thing") and not person:
        return True
    return head == rate or (rate in words("place") and person)


def _points(match: Match, number: Figure, total: Figure) -> bool:
    """Across sentences: the number or the sum points back, or a verb says what was paid."""
    later = max(number, total, key=lambda figure: figure.token)
    return match.before(later) in ("the", "those", "these", "its", "their", "all") or bool(
        words("paying") & set(match.skeleton.tokens[max(0, total.token - 4) : total.token])
    )


def _one_deal(match: Match, price: Figure, number: Figure, total: Figure) -> bool:
    """Is the sum told to be paid, and the price no part of another clause ("..., and sold land at £60,000 an acre")?"""
    tokens = match.skeleton.tokens
    beside = min((number, total), key=lambda figure: abs(figure.token - price.token))
    between = tokens[min(beside.token, price.token) : max(beside.token, price.token)]
    told = tokens[max(0, total.token - 5) : total.token]
    return bool(words("paying") & set(told)) and "and" not in between
