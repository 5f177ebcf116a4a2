"""Impose an edition as a booklet: two pages side by side on landscape A4, in folding order.

Print it on both sides, flipping on the short edge; stack the sheets, fold them in the middle and
staple them. Most of each page's margins is cropped, so the text is larger than if the whole page
were scaled down.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Final

import pikepdf

from publishing.handout.packing import saved

_MM: Final = 72 / 25.4
#: Size of a sheet, and the margins of its halves: outer, at the fold, top and bottom.
_WIDTH, _HEIGHT = 297 * _MM, 210 * _MM
_OUTER, _FOLD, _ENDS = 8 * _MM, 10 * _MM, 8 * _MM
#: How much of a page is cropped: above the running head, below the page number, and at the sides up
#: to the paragraph numbers, which are on the left of every page.
_HEAD, _FOOT = 12 * _MM, 8 * _MM
_INSIDE, _OUTSIDE = 24 * _MM, 11 * _MM
_PAGES_A_SHEET: Final = 4


def booklet(pdf: bytes) -> bytes:
    """Impose a document.

    Parameters
    ----------
    pdf
        A document of A4 pages, beginning with a right-hand page.

    Returns
    -------
    bytes
        The booklet, with the document's title and language; the same input always gives the same
        bytes.
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
    """Yield the left and right page of each side of each sheet, counted from 0.

    Parameters
    ----------
    pages
        Number of pages; up to three blank ones are added at the end.
    """
    total = -(-pages // _PAGES_A_SHEET) * _PAGES_A_SHEET
    for first in range(0, total // 2, 2):
        yield total - 1 - first, first
        yield first + 1, total - 2 - first


def _place(imposed: pikepdf.Pdf, sheet: pikepdf.Page, page: pikepdf.Page, *, at_left: bool) -> None:
    """Place a page on its half of the sheet, cropped and scaled to fit."""
    _, _, width, height = map(float, page.mediabox)
    # A page left of the fold has its inner margin on the right.
    near, far = (_OUTSIDE, _INSIDE) if at_left else (_INSIDE, _OUTSIDE)
    page.mediabox = pikepdf.Array([near, _FOOT, width - far, height - _HEAD])
    page.cropbox = page.mediabox
    left = _OUTER if at_left else _WIDTH / 2 + _FOLD
    right = _WIDTH / 2 - _FOLD if at_left else _WIDTH - _OUTER
    half = pikepdf.Rectangle(left, _ENDS, right, _HEIGHT - _ENDS)
    # pikepdf's own overlay uses a random name, so its output would not be reproducible.
    form = imposed.copy_foreign(page.as_form_xobject())
    name = sheet.add_resource(
        form, pikepdf.Name.XObject, pikepdf.Name.Left if at_left else pikepdf.Name.Right
    )
    sheet.contents_add(sheet.calc_form_xobject_placement(form, name, half))
