"""Decode and check an author's text file."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Final

from course.typefaces import character_name, lacking
from publishing.errors import CourseError
from publishing.handout.fonts import PACKAGES

#: About 300,000 characters, more than anyone reads in a course.
LARGEST: Final = 1_000_000
#: Minimum share of Chinese characters; in other languages no sentences would be found.
_LEAST_CHINESE: Final = 0.1
#: Bytes decoded with the wrong encoding rarely have such a share of Chinese characters.
_MOSTLY: Final = 0.5

_UTF8: Final = "请用记事本打开，选“另存为”，编码选 UTF-8，再用存好的文件"
_PLAIN: Final = "请打开它，把文字全选、复制到记事本，另存为编码是 UTF-8 的 .txt 文件"
_SIGNATURES: Final = {
    b"PK\x03\x04": "Word（docx）或压缩文件",
    b"\xd0\xcf\x11\xe0": "旧版的 Word 文件",
    b"%PDF": "PDF 文件",
    b"{\\rtf": "RTF 文件",
}
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
#: Maximum number of places in a message.
_LISTED: Final = 5


def read_text(file: Path) -> tuple[bytes, str]:
    r"""Read and check an author's text.

    Parameters
    ----------
    file
        The file.

    Returns
    -------
    stored : bytes
        The content of the file.
    text : str
        Its text, with ``\n`` as line ending.

    Raises
    ------
    CourseError
        If it is missing, empty, too large, not text, not UTF-8, or has unprintable characters.
    """
    if file.is_dir():
        raise CourseError("这是一个文件夹；--text 后面请写文本文件，如 课文.txt", str(file))
    if not file.is_file():
        raise CourseError("没有这个文件；请检查 --text 后面的路径和文件名", str(file))
    size = file.stat().st_size
    if size > LARGEST:
        raise CourseError(
            f"文件有 {size / 1e6:.1f} MB，超过 {LARGEST / 1e6:.0f} MB（约三十万字），"
            "一门课程容不下；请只留要读的部分，或拆成几个文件，各做一门课",
            str(file),
        )
    try:
        stored = file.read_bytes()
    except PermissionError:
        raise CourseError("没有读这个文件的权限；请改文件的权限，或另存一份", str(file)) from None
    text = _decoded(stored, file).replace("\r\n", "\n")
    _check_characters(text, file)
    return stored, text


def _decoded(stored: bytes, file: Path) -> str:
    for signature, what in _SIGNATURES.items():
        if stored.startswith(signature):
            raise CourseError(f"这是 {what}，不是纯文本；{_PLAIN}", str(file))
    if stored.startswith(_UTF16_MARKS):
        raise CourseError(f"文件是 UTF-16 编码；{_UTF8}", str(file))
    try:
        text = stored.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CourseError(_encoding_of(stored), str(file)) from None
    if not text.strip():
        raise CourseError("文件是空的；请先把课程的文本粘贴进去，存盘后再做", str(file))
    if "\0" in text:
        raise CourseError(_encoding_of(stored), str(file))
    return text


def _encoding_of(stored: bytes) -> str:
    """Guess the encoding of bytes that are not UTF-8, for the message."""
    for encoding, name in (
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("gb18030", "GBK（ANSI）"),
    ):
        try:
            text = stored.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and _chinese(text) > _MOSTLY:
            return f"文件是 {name} 编码；{_UTF8}"
    return f"文件不是纯文本，或编码不是 UTF-8；{_PLAIN}"


def _chinese(text: str) -> float:
    """Return the share of Chinese characters, not counting spaces."""
    dense = "".join(text.split())
    return len(_HAN.findall(dense)) / len(dense) if dense else 0


def _check_characters(text: str, file: Path) -> None:
    if _chinese(text) < _LEAST_CHINESE:
        raise CourseError("文件里几乎没有汉字；课程按中文的句号断句，文本须是中文", str(file))
    if "\r" in text:
        raise CourseError(
            "换行用的是旧式的 CR，整篇会成为一行；请用编辑器另存，换行符选 LF 或 CRLF", str(file)
        )
    if "\ufffd" in text:
        raise CourseError(
            f"文件里有乱码“\ufffd”（{_places(text, chr(0xFFFD))}），文字在转换时丢失了；"
            "请找原来的文件重新另存为 UTF-8",
            str(file),
        )
    unseen = [each for each in sorted({*text}) if _is_unseen(each)]
    if unseen:
        raise CourseError(
            f"{_told(text, unseen)}是看不见的字符，引文会因它对不上；"
            "请在编辑器里用“替换”把它们全部删去，或把那几行重打一遍",
            str(file),
        )
    missing = sorted(lacking((each for each in text if not each.isspace()), PACKAGES))
    if missing:
        raise CourseError(f"{_told(text, missing)}没有字体能排；请改用常用的字或符号", str(file))


def _is_unseen(character: str) -> bool:
    """Check for invisible characters other than spaces: zero-width, control, line separators."""
    kind = unicodedata.category(character)
    return kind in {"Cf", "Cc", "Zl", "Zp"} and character not in "\n\t"


def _told(text: str, characters: list[str]) -> str:
    """List characters with the lines on which they occur."""
    listed = "、".join(
        f"{character_name(each)}（{_places(text, each)}）" for each in characters[:_LISTED]
    )
    return listed + ("等" if len(characters) > _LISTED else "")


def _places(text: str, character: str) -> str:
    lines = [n for n, line in enumerate(text.split("\n"), start=1) if character in line]
    more = "等" if len(lines) > _LISTED else ""
    return f"第 {'、'.join(map(str, lines[:_LISTED]))} 行{more}"
