"""A rule file as YAML with the place of everything in it; imported only when a rule is compiled."""

from __future__ import annotations

from typing import Any

import yaml

Path = tuple[str | int, ...]


class RuleError(Exception):
    """What is wrong with a rule file, and where.  `place` is path:line:column."""

    def __init__(self, path: str, line: int, column: int, message: str, source_line: str = "") -> None:
        super().__init__(message)
        self.place = f"{path}:{line}:{column}"
        shown = (
            f"\n  {line} | {source_line}\n  {' ' * len(str(line))} | {' ' * (column - 1)}^"
            if source_line.strip()
            else ""
        )
        self.message = message + shown


class Source:
    """The text of a rule file, its values, and the node behind each value."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.text = path, text
        self.lines = text.split("\n")
        self.nodes: dict[Path, yaml.Node] = {}
        self.keys: dict[Path, yaml.Node] = {}
        try:
            root = yaml.compose(text, Loader=yaml.SafeLoader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            raise self.error_at(line, column, f"not YAML: {error.problem or error.context}") from None
        except yaml.YAMLError as error:
            raise self.error_at(1, 1, f"not YAML: {error}") from None
        if not isinstance(root, yaml.MappingNode):
            raise self.error_at(1, 1, "a rule file is a list of `key: value` lines")
        self.constructor = yaml.SafeLoader("")
        self.value = self._walk(root, ())

    def error_at(self, line: int, column: int, message: str) -> RuleError:
        shown = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return RuleError(self.path, line, column, message, shown)

    def error(self, where: Path, message: str, key: bool = False) -> RuleError:
        """An error at the value (or the key) of this path, or at the nearest thing above it."""
        table = self.keys if key else self.nodes
        while where and where not in table:
            where, table = where[:-1], self.nodes
        node = table.get(where)
        line, column = (node.start_mark.line + 1, node.start_mark.column + 1) if node is not None and where else (1, 1)
        return self.error_at(line, column, message)

    def error_in(self, where: Path, offset: int, message: str) -> RuleError:
        """An error at an offset into a text value."""
        node = self.nodes[where]
        index = self._index(node, offset)
        line = self.text.count("\n", 0, index)
        column = index - (self.text.rfind("\n", 0, index) + 1)
        return self.error_at(line + 1, column + 1, message)

    def _index(self, node: yaml.Node, offset: int) -> int:
        """Where in the file the value's character stands: found by counting printed characters (YAML folds blanks)."""
        start, end = node.start_mark.index, node.end_mark.index
        style = getattr(node, "style", None)
        if style in ("'", '"'):
            start += 1
        elif style in ("|", ">"):
            start = self.text.index("\n", start) + 1
        ahead = sum(not c.isspace() for c in node.value[:offset])
        for index in range(start, end):
            if not self.text[index].isspace():
                if ahead == 0:
                    return index
                ahead -= 1
        return max(start, end - 1)

    def _walk(self, node: yaml.Node, path: Path) -> Any:
        self.nodes[path] = node
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self._walk(item, (*path, index)) for index, item in enumerate(node.value)]
        value = self.constructor.construct_object(node, deep=True)
        # A day of the calendar is meant as it is written.
        return value if value is None or isinstance(value, (bool, int, float, str)) else node.value

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for key, value in node.value:
            name = str(key.value)
            if name in made:
                raise self.error_at(key.start_mark.line + 1, key.start_mark.column + 1, f"key '{name}' is given twice")
            self.keys[(*path, name)] = key
            made[name] = self._walk(value, (*path, name))
        return made
