"""Small pictures of the products, for the index page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import typst

from course.typefaces import installed_fonts
from publishing.handout.markup import string
from teaching.products import Product

#: The folder of the pictures in the box.
FOLDER: Final = "图"
#: All pictures have the same size, so that they align in rows.
_OPENING: Final = """
#let (wide, high) = (176pt, 160pt)
#set page(width: wide, height: high, margin: 0pt, fill: none)
#let shown(file) = context {
  let given = measure(image(file))
  let scale = calc.min((wide - 1pt) / given.width, (high - 1pt) / given.height)
  align(center + horizon, box(
    fill: white, stroke: 0.6pt + luma(150), image(file, width: given.width * scale),
  ))
}
"""


@dataclass(frozen=True)
class Picture:
    """A picture of the first page of a product.

    Parameters
    ----------
    name
        What it shows: the name of a folder of the box, or of a file.
    shown
        The file it shows.
    png
        The picture.
    """

    name: str
    shown: str
    png: bytes

    @property
    def width(self) -> int:
        """Its width in pixels."""
        return int.from_bytes(self.png[16:20])

    @property
    def height(self) -> int:
        """Its height in pixels."""
        return int.from_bytes(self.png[20:24])

    @property
    def file(self) -> str:
        """Its path in the box."""
        return f"{FOLDER}/{self.name}.png"


def pictures(products: Sequence[Product]) -> list[Picture]:
    """Draw the first product of each folder, in the order of the box.

    Parameters
    ----------
    products
        The products in the box; decks come with a drawing of some slides.
    """
    firsts: dict[str, tuple[str, bytes]] = {}
    for product in products:
        for file in product.files:
            drawing = product.drawing if file.endswith(".pptx") else product.files[file]
            if drawing and file.endswith((".pdf", ".pptx")):
                firsts.setdefault(_sort(file), (file, drawing))
    if not firsts:
        return []
    drawn = _drawn([pdf for _, pdf in firsts.values()])
    return [
        Picture(name, file, png)
        for (name, (file, _)), png in zip(firsts.items(), drawn, strict=True)
    ]


def _sort(file: str) -> str:
    """Return the folder of a file, or its own name if it is in none."""
    folder, _, name = file.rpartition("/")
    return folder or name.rpartition(".")[0]


def _drawn(pdfs: Sequence[bytes]) -> list[bytes]:
    """Draw the first page of each PDF, all in the same size."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        pages = []
        for number, pdf in enumerate(pdfs):
            (folder / f"{number}.pdf").write_bytes(pdf)
            pages.append(f"#shown({string(f'{number}.pdf')})")
        source = folder / "pictures.typ"
        source.write_text(
            _OPENING + "\n#pagebreak()\n".join(pages),
            encoding="utf-8",
        )
        made = typst.compile(
            source,
            root=folder,
            format="png",
            ppi=144,
            font_paths=installed_fonts(),
            ignore_system_fonts=True,
        )
    return made if isinstance(made, list) else [made]
