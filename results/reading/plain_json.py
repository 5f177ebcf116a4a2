"""JSON of unknown origin: whatever is wrong with it is one error."""

from __future__ import annotations

import json
from typing import Any, Final

_DAMAGED: Final = "文件已损坏，读不出内容；请重新导出一份"


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
    """Parse JSON.

    Raises
    ------
    UnusableError
        If it is none, or nested beyond reason, or has numbers that JSON does not know.
    """
    try:
        text = data.decode("utf-8-sig")
        return json.loads(text, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        raise UnusableError(_DAMAGED, f"第 {error.lineno} 行第 {error.colno} 字") from error
    except UnicodeDecodeError as error:
        raise UnusableError(_DAMAGED, f"第 {error.start + 1} 个字节") from error
    except (ValueError, RecursionError) as error:
        raise UnusableError(_DAMAGED) from error


def _refuse(constant: str) -> float:
    raise ValueError(constant)
