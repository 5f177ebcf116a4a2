"""Images made by the build: the icon in the sizes that platforms require, and link cards."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import typst

from course.typefaces import installed_fonts

_HERE: Final = Path(__file__).parent
#: The icon's drawing, relative to the root folder passed to Typst.
_DRAWING: Final = "/theme/static/favicon.svg"
_POINTS: Final = 100


def icon(pixels: int, *, share: float = 1) -> bytes:
    """Draw the icon.

    Parameters
    ----------
    pixels
        Width and height.
    share
        Share of the width that the drawing takes. Platforms that crop icons to their own shape
        keep the middle 0.8 (W3C, Web App Manifest, "icon masks").

    Returns
    -------
    bytes
        A PNG image.
    """
    inputs = {"drawing": _DRAWING, "share": str(share)}
    return _draw("icon.typ", inputs, ppi=72 * pixels / _POINTS)


def card(title: str, course: str) -> bytes:
    """Draw the preview image of a shared link: 1200 × 630 pixels.

    Parameters
    ----------
    title
        The page's title.
    course
        The course's title.

    Returns
    -------
    bytes
        A PNG image.
    """
    return _draw("card.typ", {"title": title, "course": course}, ppi=72)


def _draw(template: str, inputs: dict[str, str], *, ppi: float) -> bytes:
    return typst.compile(
        _HERE / template,
        root=_HERE.parent,
        format="png",
        ppi=ppi,
        font_paths=installed_fonts(),
        ignore_system_fonts=True,
        sys_inputs=inputs,
    )
