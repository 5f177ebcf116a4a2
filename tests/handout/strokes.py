"""What a page's content says of its strokes and greys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pypdf import PdfReader
from pypdf.generic import ContentStream

STROKES = (b"S", b"s", b"B", b"B*", b"b", b"b*")
FILLS = (b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*")
COLOURS = (b"rg", b"RG", b"k", b"K")
TEXTS = (b"Tj", b"TJ", b"'", b'"')


@dataclass
class Graphics:
    """Widths of the page's strokes, and greys of its texts and of what is filled."""

    strokes: set[float] = field(default_factory=set)
    texts: set[float] = field(default_factory=set)
    grounds: set[float] = field(default_factory=set)

    def note(self, operator: bytes, grey: float, width: float) -> None:
        if operator in STROKES:
            self.strokes.add(width)
        if operator in FILLS:
            self.grounds.add(grey)
        if operator in TEXTS:
            self.texts.add(grey)


def graphics(reader: PdfReader) -> Iterator[Graphics]:
    """Read each page; a colour that is no grey is an error, for the printer has none."""
    for page in reader.pages:
        told = Graphics()
        contents = page.get_contents()
        grey, width = 0.0, 1.0
        kept: list[tuple[float, float]] = []
        # An empty dictionary is false, and this one has entries only where it is compressed.
        operations = ContentStream(contents, reader).operations if contents is not None else ()
        for operands, operator in operations:
            assert operator not in COLOURS, operands
            match operator:
                case b"q":
                    kept.append((grey, width))
                case b"Q":
                    grey, width = kept.pop()
                case b"scn":
                    (grey,) = map(float, operands)
                case b"w":
                    (width,) = map(float, operands)
                case b"cm":
                    assert {abs(float(operands[0])), abs(float(operands[3]))} == {1}, "scaled"
            told.note(operator, grey, width)
        yield told
