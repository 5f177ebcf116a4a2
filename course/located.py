"""Read YAML with line numbers, so that messages can name the line and the field.

Parsing is done by libyaml, about ten times as fast as a parser in Python. Plain scalars are
resolved by the core schema of YAML 1.2 (section 10.3), not YAML 1.1: ``no``, ``12:30`` and
``2019-06-15`` are strings.
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

#: Chinese wording of those messages of libyaml that trainers meet.
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

#: For all other messages.
_UNREADABLE: Final = "缩进、冒号、引号或括号有一处写得不对；请对照邻近各行的写法"
#: A comment after a value: two spaces before the #, one after it.
_COMMENT: Final = re.compile(r" {2,}#(?: |$)")


class UnreadableYamlError(ValueError):
    """A file is not valid YAML.

    Parameters
    ----------
    line
        Line number, from 1.
    problem
        What is wrong there, in Chinese.
    """

    def __init__(self, line: int, problem: str) -> None:
        self.line = line
        self.problem = problem
        super().__init__(f"{line}：{problem}")


class LocatedMap(dict[str, Any]):  # ruff: ignore[subclass-builtin] schemas want a dict
    """A mapping with the line number of each key.

    Parameters
    ----------
    line
        Line where the mapping begins, from 1.

    Attributes
    ----------
    lines : dict of str to int
        Line number of each key.
    """

    def __init__(self, line: int = 1) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[int | str, int] = {}


class LocatedList(list[Any]):  # ruff: ignore[subclass-builtin] schemas want a list
    """A list with the line number of each entry."""

    def __init__(self, line: int = 1) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[int | str, int] = {}


def read_yaml(file: Path) -> Any:
    """Read a YAML file.

    Parameters
    ----------
    file
        A file in UTF-8.

    Returns
    -------
    LocatedMap, LocatedList, or a scalar
        Its content; None if it is empty.

    Raises
    ------
    UnreadableYamlError
        If it is not valid YAML, is ambiguous, or is not in UTF-8.
    FileNotFoundError
        If it does not exist.
    """
    try:
        return parse_yaml(decoded(file.read_bytes()))
    except UnreadableTextError as error:
        raise UnreadableYamlError(error.line, error.problem) from error


def parse_yaml(text: str) -> Any:
    """Parse a YAML text.

    Raises
    ------
    UnreadableYamlError
        If it is not valid YAML, has a key twice, or would be read differently than it looks.
    """
    if odd := first_hidden(text) or first_odd_space(text):
        raise UnreadableYamlError(*odd)
    try:
        return _Loader(text).get_single_data()
    except yaml.MarkedYAMLError as error:
        raise _explained(error, text) from error
    except yaml.reader.ReaderError as error:
        # The reader's position is in bytes.
        line = text.encode()[: error.position].count(b"\n") + 1
        raise UnreadableYamlError(line, "有不能显示的字符；请删去") from error


def _explained(error: yaml.MarkedYAMLError, text: str) -> UnreadableYamlError:
    """Find the typing mistake behind an error of the parser."""
    line = error.problem_mark.line + 1 if error.problem_mark else 1
    if isinstance(error, _SaysSomethingElseError):
        return UnreadableYamlError(line, str(error.problem))
    if slip := slip_above(text.split("\n"), line):
        return UnreadableYamlError(*slip)
    problem = _PROBLEMS.get(error.problem or "", _UNREADABLE)
    return UnreadableYamlError(line, problem)


def line_of(node: Any, *path: int | str) -> int:
    """Return the line number, from 1, of the deepest existing part of a path.

    Parameters
    ----------
    node
        What `read_yaml` returned; a scalar counts as line 1.
    path
        Keys and indices.
    """
    line = node.line if isinstance(node, LocatedMap | LocatedList) else 1
    for part in path:
        if not isinstance(node, LocatedMap | LocatedList) or part not in node.lines:
            break
        line = node.lines[part]
        node = node[part]  # type: ignore[index]
    return line


def field_of(path: Sequence[int | str]) -> str:
    """Format a field's path with indices from 1: ``options.2.feedback``."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in path)


_Base: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CHINESE: Final = r"[\u2018-\u201d\u3001-\u9fff\uff01-\uffee]"
_GAP: Final = re.compile(rf"({_CHINESE}{{1,6}})[ \n]({_CHINESE}{{1,6}})")


class _SaysSomethingElseError(yaml.MarkedYAMLError):
    """Valid YAML that would be read differently than it looks to its author."""


class _Loader(_Base):  # type: ignore[misc]
    """Constructs located maps and lists, and scalars by the core schema."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._lines = text.split("\n")

    def made(self, node: yaml.Node) -> Any:
        """Construct a value, unless it would differ from what the file seems to say."""
        if isinstance(node, yaml.ScalarNode):
            self._check_comment(node)
            if node.start_mark.line != node.end_mark.line and (gap := _GAP.search(node.value)):
                problem = f"文字分成了几行，“{gap[1]}”和“{gap[2]}”之间会多出一个空格；请写在一行里"
                raise _SaysSomethingElseError(None, None, problem, node.start_mark)
        return self.construct_object(node, deep=True)

    def _check_comment(self, node: yaml.ScalarNode) -> None:
        """Refuse a value that is cut short by an unintended comment."""
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
        # A scalar may begin below its key; a mapping or list is located at its key.
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
