"""Office files whose bytes depend on nothing but what they hold."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

#: When every file says that it was made: the first moment that a zip can name.
MOMENT: Final = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)


def fixed(office: bytes) -> bytes:
    """Pack an Office file anew, without the time at which it was packed.

    Parameters
    ----------
    office
        A ``.docx`` or ``.pptx`` file.

    Returns
    -------
    bytes
        The same parts in the same order, the same bytes for the same parts.
    """
    target = BytesIO()
    with ZipFile(BytesIO(office)) as given, ZipFile(target, "w") as packed:
        for name in given.namelist():
            entry = ZipInfo(name, MOMENT.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            packed.writestr(entry, given.read(name), compresslevel=6)
    return target.getvalue()


def describe(properties: Any, title: str, author: str) -> None:
    """Set the properties by which programs list a file: nothing of the machine that made it.

    Parameters
    ----------
    properties
        The core properties, as python-docx and python-pptx give them.
    title, author
        Of the file.
    """
    properties.title, properties.author = title, author
    properties.last_modified_by, properties.comments = author, ""
    properties.language = "zh-CN"
    properties.created = properties.modified = MOMENT.replace(tzinfo=None)
    properties.revision = 1
