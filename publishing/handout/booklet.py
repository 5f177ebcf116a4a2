"""A booklet: an edition's pages two by two on landscape A4, in the order of folded sheets.

Printed on both sides and turned on the short edge, the sheets are laid in each other, folded in
the middle and stapled. A page is set as large as a half of the sheet allows, which is larger than
its paper would come out: its own margins are not needed a second time.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Final

import pikepdf

from publishing.handout.packing import saved

_MM: Final = 72 / 25.4
#: A sheet, and what its halves keep free: outside, towards the fold, above and below.
_WIDTH, _HEIGHT = 297 * _MM, 210 * _MM
_OUTER, _FOLD, _ENDS = 8 * _MM, 10 * _MM, 8 * _MM
#: Of a page, what is cut off: above the running head, below the page number, and at its sides up to
#: the numbers of paragraphs, which stand at the left of every page.
_HEAD, _FOOT = 12 * _MM, 8 * _MM
_INSIDE, _OUTSIDE = 24 * _MM, 11 * _MM
_PAGES_A_SHEET: Final = 4


def booklet(pdf: bytes) -> bytes:
    """Impose a document.

    Parameters
    ----------
    pdf
        A document of A4 pages, right-hand pages first.

    Returns
    -------
    bytes
        The booklet: title and language are the document's; the same bytes for the same input.
    """
    with pikepdf.open(BytesIO(pdf)) as document, pikepdf.new() as imposed:
        for left, right in sides(len(document.pages)):
            sheet = imposed.add_blank_page(page_size=(_WIDTH, _HEIGHT))
            for number, at_left in ((left, True), (right, False)):
                if number < len(document.pages):
                    _place(imposed, sheet, document.pages[number], at_left=at_left)
        imposed.Root.Lang = document.Root.Lang
        imposed.docinfo["/Title"] = f"{document.docinfo['/Title']}（小册子）"
        imposed.Root.ViewerPreferences = pikepdf.Dictionary(
            DisplayDocTitle=True,
            Duplex=pikepdf.Name.DuplexFlipShortEdge,
            PrintScaling=pikepdf.Name("/None"),
        )
        return saved(imposed)


def sides(pages: int) -> Iterator[tuple[int, int]]:
    """Give the pages of each side of each sheet, left and right, from 0.

    Parameters
    ----------
    pages
        How many pages there are; up to three more are left empty at the end.
    """
    total = -(-pages // _PAGES_A_SHEET) * _PAGES_A_SHEET
    for first in range(0, total // 2, 2):
        yield total - 1 - first, first
        yield first + 1, total - 2 - first


def _place(imposed: pikepdf.Pdf, sheet: pikepdf.Page, page: pikepdf.Page, *, at_left: bool) -> None:
    """Set a page on its half: what its margins leave of it, as large as it fits."""
    _, _, width, height = map(float, page.mediabox)
    # A page at the left of the fold has its binding at its right.
    near, far = (_OUTSIDE, _INSIDE) if at_left else (_INSIDE, _OUTSIDE)
    page.mediabox = pikepdf.Array([near, _FOOT, width - far, height - _HEAD])
    page.cropbox = page.mediabox
    left = _OUTER if at_left else _WIDTH / 2 + _FOLD
    right = _WIDTH / 2 - _FOLD if at_left else _WIDTH - _OUTER
    half = pikepdf.Rectangle(left, _ENDS, right, _HEIGHT - _ENDS)
    # pikepdf's own overlay draws a name by lot, and so other bytes each time.
    form = imposed.copy_foreign(page.as_form_xobject())
    name = sheet.add_resource(
        form, pikepdf.Name.XObject, pikepdf.Name.Left if at_left else pikepdf.Name.Right
    )
    sheet.contents_add(sheet.calc_form_xobject_placement(form, name, half))
