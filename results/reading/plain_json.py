"""JSON of unknown origin: whatever is wrong with it is one error."""

from __future__ import annotations

import json
import re
from typing import Any, Final

_DAMAGED: Final = "文件已损坏，读不出内容；请重新导出一份"
#: Half of a character outside the basic plane, which JSON can escape by itself.
_HALF: Final = re.compile(rb"\\u[dD][89a-fA-F]")
_SMALL: Final = 1_000_000
#: Records and statements have a value in 15 to 25 bytes; what has more takes 30 times its size.
_DENSE: Final = 8


class UnusableError(ValueError):
    """A whole file is left out; says why and what to do.

    Parameters
    ----------
    message
        What is wrong.
    place
        Where in the file; empty for all of it.
    """

    def __init__(self, message: str, place: str = "") -> None:
        self.place = place
        super().__init__(message)


def parse(data: bytes) -> Any:
    """Parse JSON; half a character is replaced, as no other file could hold it.

    Parameters
    ----------
    data
        The file.

    Raises
    ------
    UnusableError
        If it is none, or nested beyond reason, or has numbers that JSON does not know.
    """
    try:
        text = data.decode("utf-8-sig")
        parsed = json.loads(text, parse_constant=_refuse)
        return _whole(parsed) if _HALF.search(data) else parsed
    except json.JSONDecodeError as error:
        raise UnusableError(_DAMAGED, f"第 {error.lineno} 行第 {error.colno} 字") from error
    except UnicodeDecodeError as error:
        raise UnusableError(_DAMAGED, f"第 {error.start + 1} 个字节") from error
    except (ValueError, RecursionError) as error:
        raise UnusableError(_DAMAGED) from error


def check_size(data: bytes) -> None:
    """Refuse what would take the machine's memory once it is parsed.

    Parameters
    ----------
    data
        The file.

    Raises
    ------
    UnusableError
        If it is large, and holds more values than what the course or a platform writes.
    """
    values = sum(data.count(sign) for sign in (b",", b"[", b"{"))
    most = max(values, data.count(b"\n"))
    if len(data) > _SMALL and most * _DENSE > len(data):
        raise UnusableError("不是课程或平台会写的内容，没有读；请核对文件")


def _whole(parsed: Any) -> Any:
    text = json.dumps(parsed, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.loads(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    return parsed


def _refuse(constant: str) -> float:
    raise ValueError(constant)
