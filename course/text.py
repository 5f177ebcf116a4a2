"""Decode text files, whatever program they were saved with."""

from __future__ import annotations

import codecs
from typing import Final

_SAVE: Final = "请用编辑器另存为 UTF-8"
_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class UnreadableTextError(ValueError):
    """A file is not text in UTF-8.

    Parameters
    ----------
    line
        Line number, from 1, where decoding failed.
    problem
        What is wrong and how to fix it, in Chinese.
    """

    def __init__(self, line: int, problem: str) -> None:
        self.line = line
        self.problem = problem
        super().__init__(f"{line}：{problem}")


def decoded(written: bytes) -> str:
    """Decode the content of a file as UTF-8, with or without a byte order mark.

    Parameters
    ----------
    written
        Its content.

    Raises
    ------
    UnreadableTextError
        If it is in another encoding; the message names UTF-16 and GBK.
    """
    if written.startswith(_MARKS):
        raise UnreadableTextError(1, f"文件是 UTF-16 编码；{_SAVE}")
    try:
        return written.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = written[: error.start].count(b"\n") + 1
        name = "GBK" if _is_gbk(written) else "UTF-8 以外的"
        raise UnreadableTextError(line, f"文件是 {name} 编码；{_SAVE}") from error


def _is_gbk(written: bytes) -> bool:
    try:
        written.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return True
