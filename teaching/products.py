"""The products of the box: files and their purpose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, get_args

#: The trainer's tasks, by which products are grouped.
Group = Literal["备课", "上课", "测试", "阅卷"]
GROUPS: Final[tuple[Group, ...]] = get_args(Group)
#: Characters that a path or a file name cannot contain on some system, and spaces.
_UNSAFE: Final = re.compile(r'[\s/\\:*?"<>|]')


@dataclass(frozen=True)
class Product:
    """A product of the box.

    Parameters
    ----------
    group
        The task it is for.
    title
        Its name.
    told
        Its purpose.
    files
        Contents of its files by path in the box; usually the same document in several formats.
    drawing
        A PDF whose first page shows what a file looks like that is not a PDF; may be empty.
    """

    group: Group
    title: str
    told: str
    files: dict[str, bytes]
    drawing: bytes = b""


Products: TypeAlias = Iterator[Product]


def file_name(title: str) -> str:
    """Return a title as part of a file name."""
    return _UNSAFE.sub("-", title)
