"""Rules for a run: compiled ones from the wheel or the cache; a changed file is compiled again.

A compiled bundle is msgpack of `Rule`, kept under the hash of the files it was made from, so a normal run imports
neither pyparsing nor YAML.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import msgspec

from checker import kept
from checker.engine.records import Rule, RuleSet
from checker.language.lexicon import rules_folder
from checker.records import Failure

FORMAT = "3"  # of a compiled bundle: goes up when a node or Rule changes its meaning
BUNDLE = "compiled.msgpack"  # beside the rules in a wheel, made when the wheel is built


class Bundle(msgspec.Struct, frozen=True):
    """The rules of one folder and what could not be compiled."""

    rules: list[Rule]
    failures: list[Failure]


_decoder = msgspec.msgpack.Decoder(Bundle)
_loaded: dict[str, Bundle] = {}


def rule_files(folder: Path) -> list[Path]:
    """Every rule file of a folder (or the one file named), in a stable order."""
    if folder.is_file():
        return [folder]
    found = [*folder.rglob("*.yaml"), *folder.rglob("*.yml")]
    return sorted(path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts))


def load(
    folders: Sequence[str | Path] = (), names: Sequence[str] = (), *, ours: bool = True
) -> tuple[RuleSet, list[Failure]]:
    """Our rules and those of `folders`, later ones replacing earlier ones of the same id; failures point into files.

    `names` (ids or names, in any case) keeps only these rules; without it all are, those in preview too.
    """
    chosen: dict[str, Rule] = {}
    failures: list[Failure] = []
    wanted = [rules_folder()] if ours else []
    for folder in [*wanted, *(Path(f) for f in folders)]:
        if not folder.exists():
            failures.append(Failure(str(folder), "no such folder of rules"))
            continue
        bundle = _bundle(folder, shipped=folder is rules_folder())
        failures += bundle.failures
        named = {rule.name: rule.id for rule in chosen.values()}
        for rule in bundle.rules:
            other = named.get(rule.name, rule.id)
            if other != rule.id:
                place = folder if folder.is_file() else folder / rule.path
                told = f"the name {rule.name} is that of {other}: give it another, or the id {other} to replace it"
                failures.append(Failure(f"{place}:1:1", told))
                continue
            chosen[rule.id] = rule
    rules = RuleSet(tuple(chosen[key] for key in sorted(chosen)))
    failures += [Failure(name, unknown_rule(name, rules)) for name in names if rules.find(name) is None]
    return (rules.only(names) if names else rules), failures


def select(rules: RuleSet, names: Sequence[str] = ()) -> RuleSet:
    """The rules with these ids or names, in any case; all stable ones when none are given."""
    return rules.only(names)


def unknown_rule(name: str, rules: RuleSet) -> str:
    """What is said of a rule that nobody wrote."""
    from difflib import get_close_matches

    known = [word for rule in rules.rules for word in (rule.id, rule.name)]
    close = get_close_matches(name, known, 1) or get_close_matches(name.upper(), known, 1)
    return "no such rule." + (f" Did you mean '{close[0]}'?" if close else " `factlint rules` lists all of them.")


def _bundle(folder: Path, shipped: bool) -> Bundle:
    if shipped and (folder / BUNDLE).is_file():
        compiled = _decoded(folder / BUNDLE)
        if compiled is not None:
            return compiled
    files = rule_files(folder)
    key = _key(folder, files)
    if key in _loaded:
        return _loaded[key]
    path = kept.folder() / f"rules-{key}.msgpack"
    bundle = _decoded(path)
    if bundle is None:
        bundle = compile_folder(folder, files)
        if not bundle.failures:
            kept.store(path, msgspec.msgpack.encode(bundle))
    _loaded[key] = bundle
    return bundle


def _decoded(path: Path) -> Bundle | None:
    try:
        return _decoder.decode(kept.load(path))
    except msgspec.DecodeError:
        return None


def _key(folder: Path, files: Sequence[Path]) -> str:
    digest = hashlib.blake2b(f"{FORMAT} {folder}".encode(), digest_size=16)
    roles = rules_folder() / "lexicon" / "relation_roles.tsv"
    for path in (roles, *files):
        try:
            content = path.read_bytes()
        except OSError:
            content = b""
        digest.update(f"\0{path}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
        digest.update(content)
    return digest.hexdigest()


def compile_folder(folder: Path, files: Sequence[Path] | None = None) -> Bundle:
    """Every rule file of a folder compiled; two files of one id are a failure."""
    from checker.engine.compiler import compile_file
    from checker.engine.source import RuleError

    rules: dict[str, Rule] = {}
    names: dict[str, Rule] = {}
    failures: list[Failure] = []
    for path in rule_files(folder) if files is None else files:
        try:
            rule = compile_file(path)
            inside = path.relative_to(folder) if path != folder else Path(path.name)
            rule = msgspec.structs.replace(rule, path=inside.as_posix())
        except RuleError as error:
            failures.append(Failure(error.place, error.message))
            continue
        other = rules.get(rule.id) or names.get(rule.name)
        if other is not None:
            failures.append(Failure(f"{path}:1:1", f"{rule.id} {rule.name} is also the id or name of {other.path}"))
            continue
        rules[rule.id] = names[rule.name] = rule
    return Bundle(list(rules.values()), failures)
