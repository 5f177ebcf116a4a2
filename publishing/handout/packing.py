"""A PDF's small objects in compressed object streams.

Typst writes every object by itself, and a row of 20 bytes for it in the table
of objects. An accessible handout has some ten thousand, one for each heading,
paragraph, option and link, which makes up half of the file. Packed as PDF has
allowed since 1.5, they weigh a tenth. Nothing else of the file is changed.
"""

from __future__ import annotations

import re
import zlib
from itertools import pairwise
from typing import Final

#: Objects in one stream: a reader unpacks a whole stream for one of them.
_TOGETHER: Final = 200
_TABLE: Final = re.compile(rb"xref\n0 (\d+)\n")
_TRAILER: Final = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s*(\d+)\s*%%EOF\s*$", re.DOTALL)
_OBJECT: Final = re.compile(rb"(\d+) 0 obj\s*(.*?)\s*endobj\s*$", re.DOTALL)
_ROW: Final = 20


def packed(pdf: bytes) -> bytes:
    """Pack what is no stream itself into object streams.

    Parameters
    ----------
    pdf
        A PDF as Typst writes it: one table of objects, no updates, no object streams.

    Returns
    -------
    bytes
        The same document; the same bytes for the same input.

    Raises
    ------
    ValueError
        If the file is not laid out like that.
    """
    trailer = _TRAILER.search(pdf)
    table = _TABLE.match(pdf, int(trailer[2])) if trailer else None
    if not trailer or not table:
        raise ValueError("not a PDF with one plain table of objects")
    offsets = _offsets(pdf, table)
    bodies = dict(_object(pdf[start:end]) for start, end in pairwise([*offsets, table.start()]))
    small = sorted(number for number, body in bodies.items() if not body.endswith(b"endstream"))
    streams = dict(bodies)
    inside: dict[int, tuple[int, int]] = {}
    for first in range(0, len(small), _TOGETHER):
        numbers = small[first : first + _TOGETHER]
        container = max(streams) + 1
        streams[container] = _object_stream([(number, streams.pop(number)) for number in numbers])
        inside |= {number: (container, place) for place, number in enumerate(numbers)}
    return _written(pdf[: offsets[0]], streams, inside, trailer[1])


def _offsets(pdf: bytes, table: re.Match[bytes]) -> list[int]:
    """Read where the objects begin, in the order of the file."""
    end = table.end() + _ROW * int(table[1])
    rows = (pdf[start : start + _ROW] for start in range(table.end(), end, _ROW))
    return sorted(int(row[:10]) for row in rows if row[17:18] == b"n")


def _object(written: bytes) -> tuple[int, bytes]:
    """Take an object's number and body."""
    found = _OBJECT.match(written)
    if not found:
        raise ValueError(f"not an object: {written[:20]!r}")
    return int(found[1]), found[2]


def _object_stream(objects: list[tuple[int, bytes]]) -> bytes:
    """Write objects into one stream: their numbers and places, then their bodies."""
    places: list[str] = []
    length = 0
    for number, body in objects:
        places.append(f"{number} {length}")
        length += len(body) + 1
    index = " ".join(places).encode() + b"\n"
    content = index + b"\n".join(body for _, body in objects)
    return _stream(f"/Type /ObjStm /N {len(objects)} /First {len(index)}".encode(), content)


def _stream(entries: bytes, content: bytes) -> bytes:
    shrunk = zlib.compress(content, 9)
    return b"<< %b /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream" % (
        entries,
        len(shrunk),
        shrunk,
    )


def _written(
    heading: bytes,
    streams: dict[int, bytes],
    inside: dict[int, tuple[int, int]],
    trailer: bytes,
) -> bytes:
    """Write the streams, and the table of all objects as a stream after them."""
    written = bytearray(heading)
    rows = {0: (0, 0, 65535)} | {number: (2, *place) for number, place in inside.items()}
    for number, body in sorted(streams.items()):
        rows[number] = (1, len(written), 0)
        written += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = max(rows) + 1
    start = len(written)
    rows[table] = (1, start, 0)
    told = b"".join(
        kind.to_bytes(1, "big") + where.to_bytes(4, "big") + place.to_bytes(2, "big")
        for kind, where, place in (rows.get(number, (0, 0, 0)) for number in range(table + 1))
    )
    entries = re.sub(rb"/Size \d+", b"", trailer)
    body = _stream(b"/Type /XRef /Size %d /W [1 4 2] %b" % (table + 1, entries.strip()), told)
    written += b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, body, start)
    return bytes(written)
