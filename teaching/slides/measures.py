"""Sizes on a slide, in points, and the height of text: all that splitting needs to know.

Lines have an exact pitch, so the height does not depend on the typefaces of a machine; and in any
typeface a Chinese character is as wide as it is high.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from exercises.inline import plain

WIDTH: Final = 960
HEIGHT: Final = 540
MARGIN: Final = 48
#: Maximum width of a Latin letter or digit, relative to the size of the text.
_NARROW: Final = 0.62
_PIECE: Final = re.compile(r"[\u0021-\u007e\u00a0-\u024f]+|.", re.DOTALL)
#: Punctuation common to both scripts is as wide as Chinese characters in a Chinese typeface.
_WIDE: Final = "“”‘’…—·"


@dataclass(frozen=True)
class Box:
    """The place of a text and its style.

    Parameters
    ----------
    left, top, width, height
        Its place.
    size
        Size of the letters.
    pitch
        Distance between lines.
    gap
        Distance between paragraphs.
    indent
        Indentation of the text by level.
    """

    left: float
    top: float
    width: float
    height: float
    size: float
    pitch: float
    gap: float = 0
    indent: tuple[float, float] = (0, 0)


TITLE: Final = Box(MARGIN, 26, WIDTH - 2 * MARGIN, 66, 26, 33)
BODY: Final = Box(MARGIN, 108, WIDTH - 2 * MARGIN, 376, 20, 28, 6, (20, 44))
QUOTE: Final = Box(MARGIN + 16, 108, WIDTH - 2 * MARGIN - 16, 376, 21, 31, 8)
ASKED: Final = Box(MARGIN, 112, WIDTH - 2 * MARGIN, 372, 24, 34, 8, (0, 28))
#: Large text, for slides with little text, readable from the last row.
LARGE_BODY: Final = Box(MARGIN, 108, WIDTH - 2 * MARGIN, 376, 26, 37, 10, (24, 52))
LARGE_QUOTE: Final = Box(MARGIN + 16, 108, WIDTH - 2 * MARGIN - 16, 376, 27, 40, 10)
LARGE_ASKED: Final = Box(MARGIN, 112, WIDTH - 2 * MARGIN, 372, 30, 43, 10, (0, 34))
COVER: Final = Box(MARGIN * 2, 150, WIDTH - 4 * MARGIN, 132, 40, 52)
SUBTITLE: Final = Box(MARGIN * 2, 300, WIDTH - 4 * MARGIN, 120, 20, 30, 6)
SECTION: Final = Box(MARGIN * 2, 200, WIDTH - 4 * MARGIN, 132, 36, 48)
FOOT: Final = Box(MARGIN, 500, WIDTH - 2 * MARGIN - 90, 20, 11, 15)
NUMBER: Final = Box(WIDTH - MARGIN - 80, 500, 80, 20, 11, 15)
#: A table; its height is the maximum for all rows. Its text is as large as fits.
TABLE: Final = Box(MARGIN, 104, WIDTH - 2 * MARGIN, 384, 14, 0, 3)
TABLE_SIZES: Final = (20, 18, 16, 14)
#: Margins of a cell: left and right, top and bottom.
CELL: Final = (7, 4)


def line_count(text: str, width: float, size: float) -> int:
    """Return an upper bound of a paragraph's lines: some marks must not begin a line.

    Parameters
    ----------
    text
        The paragraph.
    width
        Width of the lines, in points.
    size
        Size of the letters.
    """
    room = width / size - 1
    lines, used = 1, 0.0
    for piece in _PIECE.findall(plain(text)):
        wide = len(piece) * (1 if piece[0] > "\u024f" or piece in _WIDE else _NARROW)
        if used + wide > room and used:
            lines, used = lines + 1, 0.0
        lines += int(wide // room)
        used += wide % room if wide > room else wide
    return lines


def text_height(paragraphs: list[tuple[str, int]], box: Box) -> float:
    """Return the height of paragraphs with their levels in a box."""
    return sum(
        line_count(text, box.width - box.indent[level], box.size) * box.pitch + box.gap
        for text, level in paragraphs
    )


def table_pitch(size: float) -> float:
    """Return the line pitch of a table's text."""
    return size + 5


def row_height(cells: tuple[str, ...], widths: list[float], size: float) -> float:
    """Return the height of a table's row for column widths in points."""
    across, above = CELL
    return max(
        text_height(
            [(line, 0) for line in cell.split("\n")],
            Box(0, 0, width - 2 * across, 0, size, table_pitch(size), TABLE.gap),
        )
        + 2 * above
        for cell, width in zip(cells, widths, strict=True)
    )


def column_widths(widths: tuple[float, ...]) -> list[float]:
    """Return the widths of a table's columns in points."""
    return [TABLE.width * width / sum(widths) for width in widths]
