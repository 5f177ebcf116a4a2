"""Line widths and grey values in a page's content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf

STROKES = ("S", "s", "B", "B*", "b", "b*")
FILLS = ("f", "F", "f*", "B", "B*", "b", "b*")
COLOURS = ("rg", "RG", "k", "K")
TEXTS = ("Tj", "TJ", "'", '"')
#: The operators of a content stream that matter here.
OPERATORS = " ".join({*STROKES, *FILLS, *COLOURS, *TEXTS, "q", "Q", "scn", "w", "cm"})


@dataclass
class Graphics:
    """Line widths of a page, and grey values of its texts and fills."""

    strokes: set[float] = field(default_factory=set)
    texts: set[float] = field(default_factory=set)
    grounds: set[float] = field(default_factory=set)

    def note(self, operator: str, grey: float, width: float) -> None:
        if operator in STROKES:
            self.strokes.add(width)
        if operator in FILLS:
            self.grounds.add(grey)
        if operator in TEXTS:
            self.texts.add(grey)


def graphics(file: Path) -> Iterator[Graphics]:
    """Read each page; colours other than grey are an error, as it is printed in black."""
    with pikepdf.open(file) as pdf:
        for page in pdf.pages:
            told = Graphics()
            grey, width = 0.0, 1.0
            kept: list[tuple[float, float]] = []
            for one in pikepdf.parse_content_stream(page, OPERATORS):
                operands, name = one.operands, str(one.operator)
                assert name not in COLOURS, operands
                match name:
                    case "q":
                        kept.append((grey, width))
                    case "Q":
                        grey, width = kept.pop()
                    case "scn":
                        (grey,) = map(float, operands)
                    case "w":
                        (width,) = map(float, operands)
                    case "cm":
                        assert {abs(float(operands[0])), abs(float(operands[3]))} == {1}, "scaled"
                told.note(name, grey, width)
            yield told
