"""The built handout as outside tools read it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, TextStringObject

BUILT = Path(__file__).parents[2] / "_build" / "handout"
#: The body of a page in points: without running head and foot.
BODY = ("-x", "0", "-y", "76", "-W", "595", "-H", "698", "-r", "72")


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

    def pages(self, *options: str) -> list[str]:
        """Text of each page, without any white space."""
        command = ["pdftotext", "-raw", *options, self.path, "-"]
        text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        return [squeezed(page) for page in text.split("\f")[:-1]]

    def bodies(self) -> list[str]:
        return self.pages(*BODY)

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


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)
