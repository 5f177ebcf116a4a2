"""The built handout as outside tools read it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from operator import attrgetter
from pathlib import Path

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, TextStringObject

BUILT = Path(__file__).parents[2] / "_build" / "handout"
#: Of A4, in points.
PAGE_WIDTH, PAGE_HEIGHT = 595.276, 841.89
#: The body of a page in points: without running head and foot.
BODY_TOP, BODY_BOTTOM = 76, 774
BODY = ("-x", "0", "-y", "76", "-W", "595", "-H", "698", "-r", "72")
#: How far apart the middles of a line's words may be, in points.
SAME_LINE = 6

#: Of the pictures, in dots an inch; the size of a dot in millimetres; what is no longer white.
RESOLUTION = 50
PIXEL = 25.4 / RESOLUTION
INKED = 200
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

    def rows(self, top: float, bottom: float) -> list[float]:
        """Give where, in millimetres from the top, there is ink between two heights."""
        rows = (self.pixels[n : n + self.columns] for n in range(0, len(self.pixels), self.columns))
        heights = [n * PIXEL for n, row in enumerate(rows) if min(row) < INKED]
        return [height for height in heights if top <= height <= bottom]

    def sides(self) -> tuple[float, float] | None:
        """Give the first and the last column with ink, in millimetres from the left."""
        inked = [n for n in range(self.columns) if min(self.pixels[n :: self.columns]) < INKED]
        return (inked[0] * PIXEL, (inked[-1] + 1) * PIXEL) if inked else None


@dataclass(frozen=True)
class Pdf:
    """One edition as the outside tools see it."""

    path: Path

    @property
    def reader(self) -> PdfReader:
        return PdfReader(self.path)

    def run(self, tool: str) -> str:
        return subprocess.run([tool, self.path], capture_output=True, text=True, check=True).stdout

    def info(self) -> dict[str, str]:
        lines = (line.partition(":") for line in self.run("pdfinfo").splitlines())
        return {name: value.strip() for name, _, value in lines}

    def lines(self, *options: str) -> list[list[str]]:
        """Lines of each page, in the order of the file."""
        command = ["pdftotext", "-raw", *options, self.path, "-"]
        text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        return [page.splitlines() for page in text.split("\f")[:-1]]

    def pages(self, *options: str) -> list[str]:
        """Text of each page, without any white space."""
        return [squeezed("".join(lines)) for lines in self.lines(*options)]

    def bodies(self) -> list[str]:
        return self.pages(*BODY)

    def words(self) -> list[list[Word]]:
        """Words of each page, in the order of the file."""
        command = ["pdftotext", "-bbox", self.path, "-"]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        return [
            [Word(unescape(text), *map(float, box)) for *box, text in _WORD.findall(page)]
            for page in told.split("<page ")[1:]
        ]

    def ink(self) -> list[Ink]:
        """What is printed on each page, as a picture of it."""
        command = ["pdftoppm", "-gray", "-r", str(RESOLUTION), self.path]
        told = subprocess.run(command, capture_output=True, check=True).stdout
        pages = []
        while told:
            head = re.match(rb"P5\s(\d+) (\d+)\s\d+\s", told)
            columns, rows, start = int(head[1]), int(head[2]), head.end()
            pages.append(Ink(columns, told[start : start + columns * rows]))
            told = told[start + columns * rows :]
        return pages

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

        def walk(outline: list[object]) -> Iterator[tuple[str, int]]:
            for entry in outline:
                if isinstance(entry, list):
                    yield from walk(entry)
                else:
                    yield squeezed(entry.title), reader.get_destination_page_number(entry) + 1

        reader = self.reader
        return list(walk(reader.outline))

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
