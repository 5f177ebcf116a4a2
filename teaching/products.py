"""The products of the box: files, and what each is for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, get_args

#: The tasks of a trainer for which products are.
Group = Literal["备课", "上课", "测试", "阅卷"]
GROUPS: Final[tuple[Group, ...]] = get_args(Group)


@dataclass(frozen=True)
class Product:
    """A thing that a trainer takes out of the box.

    Parameters
    ----------
    group
        The task for which it is.
    title
        Its name.
    told
        What it is for.
    files
        Its files: path within the box, and bytes. Several are the same thing in several formats.
    drawing
        A PDF whose first page shows what a file looks like that is no PDF itself; may be empty.
    """

    group: Group
    title: str
    told: str
    files: dict[str, bytes]
    drawing: bytes = b""


Products: TypeAlias = Iterator[Product]
