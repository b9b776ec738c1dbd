"""Compiles the rules into the wheel, so that an installed factlint parses none of them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class RulesHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds `checker/_rules/compiled.msgpack` to a wheel; a wheel that cannot compile its own rules is not built."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel" or version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        import msgspec

        from checker.engine.loading import BUNDLE, compile_folder

        bundle = compile_folder(root / "rules")
        if bundle.failures:
            lines = (f"{failure.path}: {failure.message}" for failure in bundle.failures)
            raise SystemExit("rules that do not compile:\n" + "\n".join(lines))
        made = Path(self.directory) / BUNDLE
        made.parent.mkdir(parents=True, exist_ok=True)
        made.write_bytes(msgspec.msgpack.encode(bundle))
        build_data["force_include"][str(made)] = f"checker/_rules/{BUNDLE}"
