"""The built handout as read by external tools."""

from __future__ import annotations

import functools
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import pairwise
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, TextStringObject

from tests.handout.strokes import Graphics, graphics

BUILT = Path(__file__).parents[2] / "_build" / "handout"
#: Size of A4, in points.
PAGE_WIDTH, PAGE_HEIGHT = 595.276, 841.89
#: The body of a page in points, without header and footer.
BODY_TOP, BODY_BOTTOM = 60, 794
BODY = ("-x", "0", "-y", "60", "-W", "595", "-H", "734", "-r", "72")
#: Maximum distance between the middles of words in a line, in points.
SAME_LINE = 6

#: Resolution of page images in dots per inch, size of a dot in millimetres, and the grey value
#: below which it counts as ink.
RESOLUTION = 50
PIXEL = 25.4 / RESOLUTION
INKED = 200
_PICTURE = re.compile(rb"P5\s(\d+) (\d+)\s\d+\s")
_WORD = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>')


@dataclass(frozen=True)
class Word:
    """A word and its bounding box, in points from the page's top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Ink:
    """A page as a greyscale image with this many columns."""

    columns: int
    pixels: bytes

    @functools.cached_property
    def inked(self) -> bytes:
        """For each pixel, 1 if it has ink, else 0."""
        return self.pixels.translate(bytes(grey < INKED for grey in range(256)))

    def rows(self, top: float, bottom: float) -> list[float]:
        """Return the heights with ink in a range, in millimetres from the top."""
        inked = self.inked
        starts = range(0, len(inked), self.columns)
        heights = [n * PIXEL for n, at in enumerate(starts) if 1 in inked[at : at + self.columns]]
        return [height for height in heights if top <= height <= bottom]

    def sides(self) -> tuple[float, float] | None:
        """Return the places of the first and last column with ink, in millimetres from the left."""
        every = self.inked
        inked = [n for n in range(self.columns) if 1 in every[n :: self.columns]]
        return (inked[0] * PIXEL, (inked[-1] + 1) * PIXEL) if inked else None


@dataclass(frozen=True)
class Pdf:
    """An edition as seen by external tools; an unchanged file is read only once."""

    path: Path

    @property
    def reader(self) -> PdfReader:
        return _reader(self._stamped)

    @property
    def _stamped(self) -> Stamped:
        told = self.path.stat()
        return Stamped(self.path, told.st_mtime_ns, told.st_size)

    def run(self, tool: str) -> str:
        return _run(self._stamped, tool).decode()

    def info(self) -> dict[str, str]:
        lines = (line.partition(":") for line in self.run("pdfinfo").splitlines())
        return {name: value.strip() for name, _, value in lines}

    def lines(self, *options: str) -> list[list[str]]:
        """Return the lines of each page, in file order."""
        text = _run(self._stamped, "pdftotext", "-raw", *options, to="-").decode()
        return [page.splitlines() for page in text.split("\f")[:-1]]

    def pages(self, *options: str) -> list[str]:
        """Return the text of each page, without white space."""
        return [squeezed("".join(lines)) for lines in self.lines(*options)]

    def bodies(self) -> list[str]:
        return self.pages(*BODY)

    def words(self) -> list[list[Word]]:
        """Return the words of each page, in file order."""
        return _words(self._stamped)

    def ink(self) -> list[Ink]:
        """Return an image of each page."""
        return _ink(self._stamped)

    def printed_lines(self) -> list[list[str]]:
        """Return the visual lines of each page's body from the top, without white space.

        pdftotext would end a line wherever the font size changes.
        """
        return [
            ["".join(word.text for word in sorted(line, key=attrgetter("left"))) for line in page]
            for page in map(_lines, self.words())
        ]

    def bookmarks(self) -> list[tuple[str, int]]:
        """Return title and page of each bookmark, in order."""
        return _bookmarks(self._stamped)

    def strings(self) -> str:
        """Return all text in the file that is not page content: metadata, bookmarks, alt texts."""

        def walk(thing: object) -> Iterator[str]:
            if isinstance(thing, TextStringObject):
                yield thing
            elif isinstance(thing, DictionaryObject):
                for value in thing.values():
                    yield from walk(value)
            elif isinstance(thing, ArrayObject):
                for value in thing:
                    yield from walk(value)

        reader = self.reader
        numbers = range(1, int(reader.trailer["/Size"]))
        found = (reader.get_object(IndirectObject(number, 0, reader)) for number in numbers)
        return squeezed("\n".join(text for thing in found for text in walk(thing)))

    def graphics(self) -> list[Graphics]:
        """Return line widths and grey values in each page's content."""
        return _graphics(self._stamped)


class Stamped(NamedTuple):
    """A version of a file, as key of the caches."""

    path: Path
    written: int
    size: int


@functools.cache
def _reader(file: Stamped) -> PdfReader:
    return PdfReader(file.path)


@functools.cache
def _run(file: Stamped, tool: str, *options: str, to: str = "") -> bytes:
    command = [tool, *options, file.path, *filter(None, [to])]
    return subprocess.run(command, capture_output=True, check=True).stdout


@functools.cache
def _words(file: Stamped) -> list[list[Word]]:
    told = _run(file, "pdftotext", "-bbox", to="-").decode()
    return [
        [Word(unescape(text), *map(float, box)) for *box, text in _WORD.findall(page)]
        for page in told.split("<page ")[1:]
    ]


@functools.cache
def _ink(file: Stamped) -> list[Ink]:
    told = _run(file, "pdftoppm", "-gray", "-r", str(RESOLUTION))
    pages, at = [], 0
    while at < len(told):
        head = _PICTURE.match(told, at)
        start = head.end()
        at = start + int(head[1]) * int(head[2])
        pages.append(Ink(int(head[1]), told[start:at]))
    return pages


@functools.cache
def _bookmarks(file: Stamped) -> list[tuple[str, int]]:
    def walk(outline: list[object]) -> Iterator[tuple[str, int]]:
        for entry in outline:
            if isinstance(entry, list):
                yield from walk(entry)
            else:
                yield squeezed(entry.title), reader.get_destination_page_number(entry) + 1

    reader = _reader(file)
    return list(walk(reader.outline))


@functools.cache
def _graphics(file: Stamped) -> list[Graphics]:
    return list(graphics(file.path))


def _lines(words: list[Word]) -> Iterator[list[Word]]:
    """Group the words of a page's body into lines by their middles."""
    inside = [word for word in words if word.top >= BODY_TOP and word.bottom <= BODY_BOTTOM]
    line: list[Word] = []
    for word in sorted(inside, key=attrgetter("middle")):
        if line and word.middle - line[0].middle > SAME_LINE:
            yield line
            line = []
        line.append(word)
    if line:
        yield line


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def parted(page: str, following: str, text: str) -> int:
    """Return how much of a text is at the end of a page, if it continues on the next one.

    Notes beside the text may come between the two parts.

    Returns
    -------
    int
        The length of the first part; 0 if the text is not split between the pages.
    """
    lengths = range(len(text) - 1, 0, -1)
    return next((n for n in lengths if text[:n] in page and following.startswith(text[n:])), 0)


def after_sentence(bodies: list[str], text: str, page: int, position: int) -> tuple[int, int]:
    """Find the end of a sentence; if it continues overleaf, side notes come in between."""
    for number, (body, following) in enumerate(pairwise([*bodies[page:], ""]), start=page):
        start = position if number == page else 0
        found = body.find(text, start)
        if found >= 0:
            return number, found + len(text)
        if length := parted(body[start:], following, text):
            return number + 1, len(text) - length
    raise AssertionError(text)
