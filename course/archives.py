"""Reproducible ZIP archives."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

#: The earliest date that ZIP can store; a fixed date makes the archive reproducible.
_MOMENT: Final = (1980, 1, 1, 0, 0, 0)
_READABLE: Final = 0o644 << 16


def packed(files: Mapping[str, bytes]) -> bytes:
    """Pack files into a ZIP archive; the same files always give the same bytes.

    Parameters
    ----------
    files
        Content by path, in the order in which it is written.
    """
    archive = io.BytesIO()
    with ZipFile(archive, "w", ZIP_DEFLATED, compresslevel=9) as written:
        for path, content in files.items():
            entry = ZipInfo(path, _MOMENT)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = _READABLE
            written.writestr(entry, content)
    return archive.getvalue()
