"""A project's own settings: `[tool.factlint]` of the nearest pyproject.toml."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from checker.cli.trouble import Trouble
from checker.records import Options

_KEYS = ("rules",)  # folders of a project's own rules, from where the pyproject.toml stands


@cache
def rule_folders() -> tuple[str, ...]:
    """The folders of rules that the project names."""
    here = Path.cwd()
    file = next((path for folder in (here, *here.parents) if (path := folder / "pyproject.toml").is_file()), None)
    try:
        if file is None or b"tool.factlint" not in (content := file.read_bytes()):
            return ()
        import tomllib

        table = tomllib.loads(content.decode("utf-8")).get("tool", {}).get("factlint", {})
    except OSError as error:
        raise Trouble(f"{file}: cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise Trouble(f"{file}: not UTF-8 text: save the file as UTF-8") from None
    except ValueError as error:
        raise Trouble(f"{file}: {error}") from None
    unknown = [key for key in table if key not in _KEYS]
    if unknown:
        raise Trouble(f"{file}: [tool.factlint] has an unknown key '{unknown[0]}' (allowed: {', '.join(_KEYS)})")
    folders = table.get("rules", [])
    folders = [folders] if isinstance(folders, str) else folders
    if not isinstance(folders, list) or not all(isinstance(folder, str) for folder in folders):
        raise Trouble(f'{file}: [tool.factlint] rules should be a list of folders: rules = ["desk-rules"]')
    return tuple(str(file.parent / folder) for folder in folders)


def known_rules(options: Options) -> None:
    """Refuses the name of a rule that nobody wrote."""
    if not options.rules:
        return
    from checker.engine import load
    from checker.engine.loading import unknown_rule

    rules, _ = load(options.rule_folders)
    for name in options.rules:
        if rules.find(name) is None:
            raise Trouble(f"{name}: {unknown_rule(name, rules)}")
