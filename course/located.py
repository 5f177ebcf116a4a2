"""YAML with places: the line and the field that a message names.

Read by libyaml, which is some ten times as fast as a parser in Python. Plain words
stand for what YAML 1.2's core schema says (section 10.3), not 1.1's: ``no`` and
``是`` are texts, and so are ``12:30`` and ``2019-06-15``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import yaml

from course.characters import first_hidden, first_odd_space
from course.slips import slip_above
from course.text import UnreadableTextError, decoded

#: Of libyaml's complaints, those that trainers meet.
_PROBLEMS: Final = {
    "mapping values are not allowed in this context": (
        "这里不该有冒号；多半是这一行与上一项没有左对齐，或上一行的文字没有写完"
    ),
    "could not find expected ':'": "缺少冒号",
    "did not find expected key": "缩进不齐，或缺少字段名；请与同一层的上一项左对齐",
    "did not find expected '-' indicator": "缩进不齐，或列表少了“- ”；请与同一层的上一项左对齐",
    "did not find expected ',' or ']'": "方括号没有合上",
    "did not find expected ',' or '}'": "花括号没有合上",
    "did not find expected node content": "方括号或花括号没有合上",
    "found character that cannot start any token": "有不能用来开头的符号，如制表符",
    "found unexpected end of stream": "引号没有合上",
    "found undefined alias": "以 * 开头的文字没有加引号",
    "did not find expected alphabetic or numeric character": "以 * 或 & 开头的文字没有加引号",
}

#: Of the others.
_UNREADABLE: Final = "缩进、冒号、引号或括号有一处写得不对；请对照邻近各行的写法"
#: How a comment after a value is written: it stands apart.
_COMMENT: Final = re.compile(r" {2,}#(?: |$)")


class UnreadableYamlError(ValueError):
    """A file is not YAML.

    Parameters
    ----------
    line
        The line, from 1, at which it cannot be read.
    problem
        What is wrong there.
    """

    def __init__(self, line: int, problem: str) -> None:
        self.line = line
        self.problem = problem
        super().__init__(f"{line}：{problem}")


class LocatedMap(dict[str, Any]):  # ruff: ignore[subclass-builtin] schemas want a dict
    """A mapping that knows its lines.

    Parameters
    ----------
    line
        Where it begins, from 1.

    Attributes
    ----------
    lines : dict of str to int
        Where each of its keys stands.
    """

    def __init__(self, line: int = 1) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[int | str, int] = {}


class LocatedList(list[Any]):  # ruff: ignore[subclass-builtin] schemas want a list
    """A list that knows its lines, as `LocatedMap` does."""

    def __init__(self, line: int = 1) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[int | str, int] = {}


def read_yaml(file: Path) -> Any:
    """Read a file.

    Parameters
    ----------
    file
        A file in UTF-8.

    Returns
    -------
    LocatedMap, LocatedList, or a scalar
        What it holds, None if nothing.

    Raises
    ------
    UnreadableYamlError
        If it is not YAML, has a key twice, or is not in UTF-8.
    FileNotFoundError
        If there is no such file.
    """
    try:
        return parse_yaml(decoded(file.read_bytes()))
    except UnreadableTextError as error:
        raise UnreadableYamlError(error.line, error.problem) from error


def parse_yaml(text: str) -> Any:
    """Read a text, as `read_yaml` reads a file.

    Raises
    ------
    UnreadableYamlError
        If it is not YAML, has a key twice, or says something else than what one sees.
    """
    if odd := first_hidden(text) or first_odd_space(text):
        raise UnreadableYamlError(*odd)
    try:
        return _Loader(text).get_single_data()
    except yaml.MarkedYAMLError as error:
        raise _explained(error, text) from error
    except yaml.reader.ReaderError as error:
        # It counts in bytes.
        line = text.encode()[: error.position].count(b"\n") + 1
        raise UnreadableYamlError(line, "有不能显示的字符；请删去") from error


def _explained(error: yaml.MarkedYAMLError, text: str) -> UnreadableYamlError:
    """Look for the slip that brought the parser to its complaint."""
    line = error.problem_mark.line + 1 if error.problem_mark else 1
    if isinstance(error, _SaysSomethingElseError):
        return UnreadableYamlError(line, str(error.problem))
    if slip := slip_above(text.split("\n"), line):
        return UnreadableYamlError(*slip)
    problem = _PROBLEMS.get(error.problem or "", _UNREADABLE)
    return UnreadableYamlError(line, problem)


def line_of(node: Any, *path: int | str) -> int:
    """Find the line, from 1, of the deepest part of a path that exists.

    Parameters
    ----------
    node
        What `read_yaml` read; a scalar stands on line 1.
    path
        Keys and indices into it.
    """
    line = node.line if isinstance(node, LocatedMap | LocatedList) else 1
    for part in path:
        if not isinstance(node, LocatedMap | LocatedList) or part not in node.lines:
            break
        line = node.lines[part]
        node = node[part]  # type: ignore[index]
    return line


def field_of(path: Sequence[int | str]) -> str:
    """Write a field's path as trainers count: ``options.2.feedback``."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in path)


_Base: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CHINESE: Final = r"[\u2018-\u201d\u3001-\u9fff\uff01-\uffee]"
_GAP: Final = re.compile(rf"({_CHINESE}{{1,6}})[ \n]({_CHINESE}{{1,6}})")


class _SaysSomethingElseError(yaml.MarkedYAMLError):
    """It is YAML, and says something else than what its author sees."""


class _Loader(_Base):  # type: ignore[misc]
    """Makes located maps and lists, and scalars by the core schema."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._lines = text.split("\n")

    def made(self, node: yaml.Node) -> Any:
        """Make a value, unless it says something else than what stands in the file."""
        if isinstance(node, yaml.ScalarNode):
            self._check_comment(node)
            if node.start_mark.line != node.end_mark.line and (gap := _GAP.search(node.value)):
                problem = f"文字分成了几行，“{gap[1]}”和“{gap[2]}”之间会多出一个空格；请写在一行里"
                raise _SaysSomethingElseError(None, None, problem, node.start_mark)
        return self.construct_object(node, deep=True)

    def _check_comment(self, node: yaml.ScalarNode) -> None:
        """Refuse what ends a text as a comment without looking like one."""
        if node.style or not node.value:
            return
        rest = self._lines[node.end_mark.line][node.end_mark.column :]
        if rest.lstrip(" ").startswith("#") and not _COMMENT.match(rest):
            problem = (
                f"“{node.value[-6:]}”后面的“{rest.strip()[:8]}”是注释，不会显示；"
                "是文字，请把整段放在英文引号里；是注释，请在 # 前面空两格、后面空一格"
            )
            raise _SaysSomethingElseError(None, None, problem, node.end_mark)


def _map(loader: Any, node: yaml.MappingNode) -> LocatedMap:
    made = LocatedMap(_line(node))
    for key_node, value_node in node.value:
        key = str(loader.construct_object(key_node, deep=True))
        if key in made:
            problem = f"字段 {key} 写了两次；请删去或并为一处"
            raise _SaysSomethingElseError(None, None, problem, key_node.start_mark)
        made[key] = loader.made(value_node)
        # Words on the line below the key stand where they stand; what has parts, at its key.
        below = isinstance(value_node, yaml.ScalarNode) and value_node.value
        made.lines[key] = _line(value_node if below else key_node)
    return made


def _list(loader: Any, node: yaml.SequenceNode) -> LocatedList:
    made = LocatedList(_line(node))
    for place, value_node in enumerate(node.value):
        made.append(loader.made(value_node))
        made.lines[place] = _line(value_node)
    return made


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


_SCALARS: Final[dict[str, tuple[str, str, Any]]] = {
    "null": (r"~|null|Null|NULL|", "~nN", lambda _: None),
    "bool": (r"true|True|TRUE|false|False|FALSE", "tTfF", lambda text: text.lower() == "true"),
    "int": (r"[-+]?[0-9]+", "-+0123456789", int),
    "float": (
        r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?",
        "-+.0123456789",
        float,
    ),
}
_Loader.yaml_implicit_resolvers = {}
_Loader.add_constructor("tag:yaml.org,2002:map", _map)
_Loader.add_constructor("tag:yaml.org,2002:seq", _list)
for _name, (_written, _first, _make) in _SCALARS.items():
    _Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_name}", re.compile(f"^(?:{_written})$"), [*_first, ""]
    )
    _Loader.add_constructor(
        f"tag:yaml.org,2002:{_name}", lambda _, node, make=_make: make(node.value)
    )
