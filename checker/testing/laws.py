"""The laws that every rule keeps, tested on made claims and on the rule's own examples rewritten."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from checker import engine, findings
from checker.engine import catalogue
from checker.engine.catalogue import Entry
from checker.engine.evaluate import holds
from checker.engine.examples import articles as documents_of
from checker.engine.examples import joined
from checker.engine.records import Rule, RuleSet
from checker.engine.run import comparable, roles_of
from checker.language.lexicon import items, table
from checker.records import Claim, Document, Finding, Options
from checker.testing import rewriting
from checker.testing.strategies import UNITS, converted, groups, pairs, slots

STYLE = "query"  # rules of this class look at the print itself, and change with it


class BrokenLawError(AssertionError):
    """A law that a rule breaks, with the smallest case found."""


def check_rule(rule: str | Path | Entry, *, max_examples: int = 60, folders: Sequence[str | Path] = ()) -> None:
    """Tests one rule (its file, its entry, its id or name): `BrokenLawError` shows the smallest case that breaks a law.

    The laws: it never raises; the order of claims and articles changes nothing; a text against itself is silent; other
    forms of the same numbers and dates, other units, other names and unrelated text change nothing.
    """
    entry = _entry(rule, folders)
    for law, test in _claim_laws(entry):
        _run(entry.rule, law, test, max_examples)
    for law, test in _text_laws(entry):  # each case runs the whole house
        _run(entry.rule, law, test, max(2, max_examples // 3))


def _entry(rule: str | Path | Entry, folders: Sequence[str | Path]) -> Entry:
    if isinstance(rule, Entry):
        return rule
    if Path(rule).is_file():
        entries, failures = catalogue.entries_of(Path(rule))
        if failures:
            raise BrokenLawError(f"{failures[0].path}: {failures[0].message}")
        return entries[0]
    found = catalogue.find(str(rule), folders)
    if found is None:
        raise BrokenLawError(f"no rule file, id or name: {rule}")
    return found


def _run(rule: Rule, law: str, test: Callable[[], None], max_examples: int) -> None:
    profile = settings(
        max_examples=max_examples,
        deadline=None,
        database=None,
        derandomize=True,
        print_blob=False,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    try:
        profile(test)()
    except BrokenLawError:
        raise
    except Exception as error:
        case = "\n".join(getattr(error, "__notes__", ()))
        raise BrokenLawError(f"{rule.id} {rule.name}: {law}: {error}\n{case}".rstrip()) from None


Law = tuple[str, Callable[[], None]]


# ----------------------------------------------------------------------------------------------- on claims


def fires(rule: Rule, a: Claim, b: Claim) -> bool:
    """As the runner asks: in either order, when the condition is not the same both ways."""
    if not comparable(rule)(a, b):
        return False
    return holds(rule.where, {"a": (a,), "b": (b,)}) or (
        not rule.symmetric and holds(rule.where, {"a": (b,), "b": (a,)})
    )


UNTOLD = ("id", "proposition", "sentence", "sentence_start", "sentence_end", "paragraph", "end", "low", "high")


def _told(claims: Sequence[Claim]) -> list[str]:
    """Claims by what tells them apart; what they share is left out."""
    names = [
        name
        for name in Claim.__struct_fields__
        if name not in UNTOLD and (name == "text" or len({repr(getattr(claim, name)) for claim in claims}) > 1)
    ]
    return [", ".join(f"{name}={getattr(claim, name)!r}" for name in names) for claim in claims]


Group = Mapping[str, Sequence[Claim]]  # role → claims; the roles of a pair are a and b, of a slot "all"


def _holds(rule: Rule, group: Group) -> bool:
    """Does the rule fire on these claims, as the runner asks?"""
    if rule.kind == "pair":
        return fires(rule, group["a"][0], group["b"][0])
    if rule.kind == "slot":
        return holds(rule.where, roles_of(rule, group["all"]))
    return holds(rule.where, {role: tuple(members) for role, members in group.items()})


def _each(group: Group, change: Callable[[Claim], Claim]) -> dict[str, tuple[Claim, ...]]:
    return {role: tuple(change(claim) for claim in members) for role, members in group.items()}


def _made(rule: Rule) -> st.SearchStrategy[dict[str, tuple[Claim, ...]]]:
    """Claims in the roles that the rule asks for."""
    aspect = rule.aspect[0] if rule.aspect else "figure"
    if rule.kind == "pair":
        return pairs(aspect).map(lambda pair: {"a": (pair[0],), "b": (pair[1],)})
    if rule.kind == "slot":
        return slots(aspect).map(lambda members: {"all": members})
    rows = [row for row in table("relation_roles") if row["relation"] in rule.relation]
    roles = tuple(dict.fromkeys(role for row in rows for role in items(row["roles"])))
    return groups(roles, tuple(role for row in rows for role in items(row["many"])))


def _claim_laws(entry: Entry) -> list[Law]:
    rule = entry.rule
    made = _made(rule)

    def expect(same: bool, law: str, *shown: Group) -> None:
        if not same:
            claims = dict.fromkeys(claim for group in shown for members in group.values() for claim in members)
            rows = "\n".join(f"  {row}" for row in _told(list(claims)))
            raise BrokenLawError(f"{rule.id} {law}:\n{rows}")

    def unchanged(law: str, group: Group, other: Group) -> None:
        expect(_holds(rule, group) == _holds(rule, other), law, group, other)

    @given(made)
    def order(group: Group) -> None:
        unchanged("depends on which claim comes first", group, _turned(rule, group))

    @given(made, st.integers(1, 3))
    def itself(group: Group, moved: int) -> None:
        one = group["a"][0]
        copy = msgspec.structs.replace(one, document=one.document + 1, start=one.start + moved, end=one.end + moved)
        fired = _holds(rule, {"a": (one,), "b": (copy,)})
        expect(not fired, "fires on a claim and its copy in another article", {"a": (one, copy)})

    @given(made, st.data())
    def units(group: Group, data: st.DataObject) -> None:
        def other(claim: Claim) -> Claim:
            return converted(claim, data.draw(st.sampled_from(sorted(UNITS[claim.dimension]))))

        unchanged("depends on the unit in which an amount is printed", group, _each(group, other))

    @given(made)
    def actors(group: Group) -> None:
        unchanged("depends on who the actors are", group, _each(group, _renamed))

    @given(made, st.sampled_from(("7", "seven", "0")))
    def print_(group: Group, text: str) -> None:
        law = "depends on the form in which a value is printed"
        unchanged(law, group, _each(group, lambda claim: msgspec.structs.replace(claim, text=text)))
        for role, members in group.items():  # one claim alone in another form
            if members:
                other = (msgspec.structs.replace(members[0], text=text), *members[1:])
                unchanged(law, group, {**group, role: other})

    @given(made, st.integers(1, 3), st.integers(4, 60))
    def place(group: Group, paragraphs: int, characters: int) -> None:
        law = "depends on the place in the text"
        unchanged(law, group, _each(group, lambda claim: _moved(claim, paragraphs, characters)))

    @given(made, st.integers(0, 9), st.sampled_from((0.0, 0.5, 3.0, None)), st.sampled_from((0.0, 0.5, 3.0, None)))
    def vaguer(group: Group, which: int, below: float | None, above: float | None) -> None:
        claims = [(role, place) for role, members in group.items() for place in range(len(members))]
        if not claims:
            return
        role, at = claims[which % len(claims)]
        members = list(group[role])
        members[at] = _widened(members[at], below, above)
        other = {**group, role: tuple(members)}
        law = "fires on a value told less exactly, and not on the exact one"
        expect(_holds(rule, group) or not _holds(rule, other), law, group, other)

    laws: list[Law] = [("names", actors), ("unrelated text before", place)]
    if rule.kind != "slot":  # its claims stand in the order of the texts
        laws.append(("order", order))
    if rule.kind == "pair":
        laws.append(("a text against itself", itself))
    if rule.finding_class != STYLE:
        laws += [("units", units), ("forms of one number", print_), ("less exact values", vaguer)]
    return laws


def _turned(rule: Rule, group: Group) -> Group:
    """The claims in another order: those of a pair change places."""
    if rule.kind == "relation":
        return {role: tuple(members[::-1]) for role, members in reversed(list(group.items()))}
    a, b = group["a"][0], group["b"][0]
    x = msgspec.structs.replace(a, document=b.document, id=b.id, start=b.start, sentence=b.sentence)
    y = msgspec.structs.replace(b, document=a.document, id=a.id, start=a.start, sentence=a.sentence)
    return {"a": (y,), "b": (x,)}


NAMES = {
    "country:FR": "country:TV", "country:PE": "country:LA", "place:cork": "place:nuku-alofa",
    "the mayor": "the registrar", "police": "the coroner",
}  # fmt: skip


def _renamed(claim: Claim) -> Claim:
    fields = {name: NAMES.get(getattr(claim, name), getattr(claim, name)) for name in ("subject", "place", "source")}
    party = f"voice:{fields['source']}" if claim.source else ""
    return msgspec.structs.replace(claim, party=party, **fields)


def _moved(claim: Claim, paragraphs: int, characters: int) -> Claim:
    """The claim behind so many paragraphs more, each of one sentence."""
    return msgspec.structs.replace(
        claim,
        start=claim.start + characters,
        end=claim.end + characters,
        sentence=claim.sentence + paragraphs,
        sentence_start=claim.sentence_start + characters,
        sentence_end=claim.sentence_end + characters,
        paragraph=claim.paragraph + paragraphs,
    )


def _widened(claim: Claim, below: float | None, above: float | None) -> Claim:
    """The claim with an interval that holds the old one; None is no limit on that side."""

    def lower(end: float | None) -> float | None:
        return None if end is None or below is None else end - below

    def upper(end: float | None) -> float | None:
        return None if end is None or above is None else end + above

    least, most = lower(claim.least), upper(claim.most)
    if least is None and most is None:  # no value at all, which a rule may take for a date
        return claim
    return msgspec.structs.replace(claim, least=least, most=most)


# ------------------------------------------------------------------------------------------------ on texts


def _found(rule: Rule, documents: Sequence[Document]) -> list[Finding]:
    readings, matches = joined(documents)
    return findings.finish(engine.run(RuleSet((rule,)), readings, matches), readings, Options())


def _gist(found: Sequence[Finding]) -> list[Any]:
    """What a rewriting must not change: how many findings, of which class, with how many sides."""
    return sorted((f.rule, f.finding_class, len({c.side for c in f.claims})) for f in found)


def _with(document: Document, text: str, number: int) -> Document:
    first = document.published_earliest
    from datetime import date

    day = date.fromordinal(first) if first is not None else None
    return Document.from_text(text, day, f"example-{number}.txt")


def _text_laws(entry: Entry) -> list[Law]:
    rule, written = entry.rule, entry.written
    cases = [documents_of(example) for example in (*written.flags, *written.passes)]
    chosen = st.sampled_from(range(len(cases)))

    @cache
    def as_written(case: int) -> list[Any]:
        return _gist(_found(rule, cases[case]))

    def compare(case: int, law: str, change: Callable[[Document], str]) -> None:
        documents = cases[case]
        other = [_with(document, change(document), n) for n, document in enumerate(documents, 1)]
        note("\n---\n".join(document.text for document in other))
        before, after = as_written(case), _gist(_found(rule, other))
        if before != after:
            texts = "\n---\n".join(document.text for document in other)
            raise BrokenLawError(f"{rule.id} {law}: {before or 'silent'} became {after or 'silent'} in\n{texts}")

    @given(chosen)
    def itself(case: int) -> None:
        documents = cases[case][:1]
        alone = _gist(_found(rule, documents))
        twice = [_with(documents[0], documents[0].text, n) for n in (1, 2)]
        both = _found(rule, twice)
        across = [f for f in both if len({c.document for c in f.claims}) > 1 and not alone]
        if across:
            raise BrokenLawError(f"{rule.id} fires on a text and its copy:\n{documents[0].text}")

    @given(chosen, st.data())
    def numbers(case: int, data: st.DataObject) -> None:
        def change(document: Document) -> str:
            reading = joined([document])[0][0]
            return rewriting.dates(rewriting.numbers(reading, lambda forms: data.draw(st.sampled_from(forms))))

        compare(case, "depends on the form of numbers and dates", change)

    @given(chosen, st.sampled_from(rewriting.PEOPLE))
    def names(case: int, name: tuple[str, str]) -> None:
        texts = dict(zip(cases[case], rewriting.people(joined(cases[case])[0], name), strict=True))
        compare(case, "depends on names", texts.__getitem__)

    @given(chosen, st.sampled_from(rewriting.UNRELATED), st.booleans())
    def unrelated(case: int, sentence: str, before: bool) -> None:
        compare(case, "depends on unrelated text", lambda d: rewriting.unrelated(d.text, sentence, before))

    @given(chosen, st.integers(0, 400), st.text(max_size=3))
    def any_text(case: int, at: int, noise: str) -> None:
        documents = [_with(d, d.text[:at] + noise + d.text[at:], n) for n, d in enumerate(cases[case], 1)]
        _found(rule, documents)

    laws: list[Law] = [("a text against itself", itself), ("unrelated text", unrelated)]
    if "name" not in rule.aspect:
        laws.append(("names", names))
    if rule.finding_class != STYLE:
        laws.append(("forms of numbers and dates", numbers))
    return [*laws, ("never raises", any_text)]
