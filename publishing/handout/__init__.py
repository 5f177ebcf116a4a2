"""The printed handout: one Typst document, compiled for learners and for teachers.

The stages, each in its module: `pages` orders the book's pages and gives each
its role, `translator` turns their doctrees into calls of the functions that
``template/`` defines, `typesetting` compiles the result, and `builder`
drives them for Sphinx. How anything looks is told in ``template/`` alone.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from course.typefaces import installed_fonts

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def prepare() -> None:
    """Do what can be done for a handout before any page is read: import, and find the fonts."""
    import_module("publishing.handout.booklet")
    installed_fonts()


def setup(app: Sphinx) -> None:
    """Register the builder, and the check that holds every build to what it can set.

    Parameters
    ----------
    app
        The Sphinx application.
    """
    from publishing.handout import printable
    from publishing.handout.builder import HandoutBuilder

    app.add_builder(HandoutBuilder)
    printable.setup(app)
