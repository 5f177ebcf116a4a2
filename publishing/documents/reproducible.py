"""Make Office files reproducible: the same content always gives the same bytes."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

#: Date of creation of every file: the earliest that ZIP can store.
MOMENT: Final = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)


def fixed(office: bytes) -> bytes:
    """Repack an Office file with a fixed date.

    Parameters
    ----------
    office
        A ``.docx`` or ``.pptx`` file.

    Returns
    -------
    bytes
        The same parts in the same order; the same parts always give the same bytes.
    """
    target = BytesIO()
    with ZipFile(BytesIO(office)) as given, ZipFile(target, "w") as packed:
        for name in given.namelist():
            entry = ZipInfo(name, MOMENT.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            packed.writestr(entry, given.read(name), compresslevel=6)
    return target.getvalue()


def describe(properties: Any, title: str, author: str) -> None:
    """Set the core properties of a file, without traces of the machine that made it.

    Parameters
    ----------
    properties
        Core properties of python-docx or python-pptx.
    title, author
        Title and author of the file.
    """
    properties.title, properties.author = title, author
    properties.last_modified_by, properties.comments = author, ""
    properties.language = "zh-CN"
    properties.created = properties.modified = MOMENT.replace(tzinfo=None)
    properties.revision = 1
