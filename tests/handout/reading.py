"""The built handout as outside tools read it."""

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
#: Of A4, in points.
PAGE_WIDTH, PAGE_HEIGHT = 595.276, 841.89
#: The body of a page in points: without running head and foot.
BODY_TOP, BODY_BOTTOM = 60, 794
BODY = ("-x", "0", "-y", "60", "-W", "595", "-H", "734", "-r", "72")
#: How far apart the middles of a line's words may be, in points.
SAME_LINE = 6

#: Of the pictures, in dots an inch; the size of a dot in millimetres; what is no longer white.
RESOLUTION = 50
PIXEL = 25.4 / RESOLUTION
INKED = 200
_PICTURE = re.compile(rb"P5\s(\d+) (\d+)\s\d+\s")
_WORD = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>')


@dataclass(frozen=True)
class Word:
    """A run of text without a space, and its box in points from the page's top left."""

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
    """A page as a grey picture of so many columns."""

    columns: int
    pixels: bytes

    @functools.cached_property
    def inked(self) -> bytes:
        """For each pixel 1 where it is no longer white, or 0."""
        return self.pixels.translate(bytes(grey < INKED for grey in range(256)))

    def rows(self, top: float, bottom: float) -> list[float]:
        """Give where, in millimetres from the top, there is ink between two heights."""
        inked = self.inked
        starts = range(0, len(inked), self.columns)
        heights = [n * PIXEL for n, at in enumerate(starts) if 1 in inked[at : at + self.columns]]
        return [height for height in heights if top <= height <= bottom]

    def sides(self) -> tuple[float, float] | None:
        """Give the first and the last column with ink, in millimetres from the left."""
        every = self.inked
        inked = [n for n in range(self.columns) if 1 in every[n :: self.columns]]
        return (inked[0] * PIXEL, (inked[-1] + 1) * PIXEL) if inked else None


@dataclass(frozen=True)
class Pdf:
    """One edition as the outside tools see it; a file that stays as it is, is read once."""

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
        """Lines of each page, in the order of the file."""
        text = _run(self._stamped, "pdftotext", "-raw", *options, to="-").decode()
        return [page.splitlines() for page in text.split("\f")[:-1]]

    def pages(self, *options: str) -> list[str]:
        """Text of each page, without any white space."""
        return [squeezed("".join(lines)) for lines in self.lines(*options)]

    def bodies(self) -> list[str]:
        return self.pages(*BODY)

    def words(self) -> list[list[Word]]:
        """Words of each page, in the order of the file."""
        return _words(self._stamped)

    def ink(self) -> list[Ink]:
        """What is printed on each page, as a picture of it."""
        return _ink(self._stamped)

    def printed_lines(self) -> list[list[str]]:
        """Lines of each page's body as the eye sees them, from the top, without white space.

        pdftotext ends a line wherever the size of the letters changes.
        """
        return [
            ["".join(word.text for word in sorted(line, key=attrgetter("left"))) for line in page]
            for page in map(_lines, self.words())
        ]

    def bookmarks(self) -> list[tuple[str, int]]:
        """Title and page of each bookmark, in order."""
        return _bookmarks(self._stamped)

    def strings(self) -> str:
        """Every text in the file that is not page content: metadata, bookmarks, alt texts."""

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
        """Tell what each page's content says of its strokes and greys."""
        return _graphics(self._stamped)


class Stamped(NamedTuple):
    """A file as it was last written, by which what was read of it is found again."""

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
    """Put the words of a page's body into lines: those whose middles are level."""
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
    """Tell how much of a text ends a page, if it goes on overleaf: notes beside it stand between.

    Returns
    -------
    int
        The length of the longest such part; 0 if the text is not parted by the page's end.
    """
    lengths = range(len(text) - 1, 0, -1)
    return next((n for n in lengths if text[:n] in page and following.startswith(text[n:])), 0)


def after_sentence(bodies: list[str], text: str, page: int, position: int) -> tuple[int, int]:
    """Find the end of a sentence; one that goes on overleaf has notes beside it in between."""
    for number, (body, following) in enumerate(pairwise([*bodies[page:], ""]), start=page):
        start = position if number == page else 0
        found = body.find(text, start)
        if found >= 0:
            return number, found + len(text)
        if length := parted(body[start:], following, text):
            return number + 1, len(text) - length
    raise AssertionError(text)
