"""Names of files as text, whatever encoding the system that wrote them has."""

from __future__ import annotations

import os
from typing import Final
from zipfile import ZipInfo

#: Set where a member says that its name is UTF-8.
_UTF8: Final = 0x800


def disk_name(name: str) -> str:
    """Give a name from a disk as text that can be printed and written.

    Parameters
    ----------
    name
        The name, or a path, as Python has it: bytes that are no UTF-8 are lone surrogates.
    """
    try:
        name.encode()
    except UnicodeEncodeError:
        raw = os.fsencode(name)
        # Old archivers unpack names in GBK as they are.
        try:
            return raw.decode("gb18030")
        except UnicodeDecodeError:
            return raw.decode(errors="backslashreplace")
    return name


def member_name(member: ZipInfo) -> str:
    """Give a member's name; Chinese Windows writes GBK where the standard has code page 437.

    Parameters
    ----------
    member
        A member of a zip.
    """
    if member.flag_bits & _UTF8:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return member.filename
